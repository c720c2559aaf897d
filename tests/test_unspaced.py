"""Unspaced: numbers, money, counts and days in Chinese and Japanese, which put no space between words."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from checker.measures.clock import clocks
from checker.model import Amount, Span
from checker.read import as_format
from checker.text import Text
from tests.helpers import engine
from tests.test_languages import claims, money


@pytest.mark.parametrize(
    ("lang", "value", "texts"),
    [
        ("zh", 23, "二十三|23|２３"),
        ("zh", 105, "一百零五|105"),
        ("zh", 150000, "十五万|15万|15萬|150,000"),
        ("zh", 1230000000, "12亿3000万|12.3亿|十二亿三千万"),
        ("zh", 12 * 10**11, "1.2万亿|一万二千亿|1.2兆"),
        ("zh", 3.5, "三点五|3.5"),
        ("zh", 35000, "三万五|三万五千"),
        ("zh", 2 / 3, "三分之二"),
        ("ja", 3 * 10**12, "3兆|三兆|３兆"),
        ("ja", 12000, "1万2千|一万二千|1万2000"),
        ("ja", 3000000, "300万|三百万"),
        ("ja", 1 / 3, "3分の1"),
    ],
)
def test_one_number_in_a_script_without_spaces(lang: str, value: float, texts: str) -> None:
    for text in texts.split("|"):
        assert [float(f.value) for f in Text(as_format("plain", f"共{text}。", "a", lang)).figures] == [
            pytest.approx(value)
        ], text


@pytest.mark.parametrize(
    ("lang", "text", "stated", "currency", "hedge"),
    [
        ("zh", "约12亿3000万卢布", 1.23e9, "RUB", "about"),
        ("zh", "超过5亿韩元", 5e8, "KRW", "more than"),
        ("zh", "100多欧元", 100, "EUR", "more than"),
        ("zh", "人民币100元以上", 100, "CNY", "at least"),
        ("zh", "约US$5百万", 5e6, "USD", "about"),
        ("zh", "最近３０００万英镑", 3e7, "GBP", None),
        ("ja", "約70億ルーブル", 7e9, "RUB", "about"),
        ("ja", "3兆円超", 3e12, "JPY", "more than"),
        ("ja", "1万2千ドル未満", 12000, "USD", "less than"),
        ("ja", "契約50万ユーロ", 500000, "EUR", None),
        ("ja", "100ポンド以上", 100, "GBP", "at least"),
    ],
)
def test_money_in_a_script_without_spaces(
    lang: str, text: str, stated: float, currency: str, hedge: str | None
) -> None:
    assert [m[1:] for m in money(lang, f"他说，{text}。")] == [((stated,), currency, hedge)]


@pytest.mark.parametrize(
    ("lang", "kind", "text", "stated", "unit"),
    [
        ("zh", "percent", "百分之五", 5, "percent"),
        ("zh", "percent", "增长5个百分点", 5, "percentage point"),
        ("zh", "percent", "5成", 50, "percent"),
        ("zh", "count", "十五万人", 150000, "人"),
        ("zh", "count", "数百万人", 3e6, "人"),
        ("zh", "duration", "3年半", 3.5, "year"),
        ("ja", "percent", "５％", 5, "percent"),
        ("ja", "percent", "5割", 50, "percent"),
        ("ja", "count", "23社", 23, "社"),
        ("ja", "duration", "3カ月", 3, "month"),
        ("ja", "age", "25歳", 25, "year"),
    ],
)
def test_what_is_counted_without_spaces(lang: str, kind: str, text: str, stated: float, unit: str) -> None:
    [claim] = claims(lang, kind, f"他说{text}。")
    assert isinstance(claim.value, Amount)
    assert (float(claim.value.stated[0]), claim.value.unit) == (stated, unit)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("zh", "2015年4月7日", date(2015, 4, 7), date(2015, 4, 7)),
        ("zh", "二〇一五年四月", date(2015, 4, 1), date(2015, 4, 30)),
        ("zh", "2015年4月5日至7日", date(2015, 4, 5), date(2015, 4, 7)),
        ("zh", "2015-04-07", date(2015, 4, 7), date(2015, 4, 7)),
        ("ja", "2015/4/7", date(2015, 4, 7), date(2015, 4, 7)),
        ("ja", "令和元年5月1日", date(2019, 5, 1), date(2019, 5, 1)),
        ("zh", "2015年第三季度", date(2015, 7, 1), date(2015, 9, 30)),
        ("zh", "2015年下半年", date(2015, 7, 1), date(2015, 12, 31)),
        ("ja", "2015年第1四半期", date(2015, 1, 1), date(2015, 3, 31)),
        ("ja", "2015（平成27）年", date(2015, 1, 1), date(2015, 12, 31)),
    ],
)
def test_dates_without_spaces(lang: str, text: str, first: date, last: date) -> None:
    [claim] = claims(lang, "date", f"他于{text}说。")
    assert (claim.value.first, claim.value.last) == (first, last)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        ("zh", "昨天", "2019-05-07 2019-05-07"),
        ("zh", "去年", "2018-01-01 2018-12-31"),
        ("zh", "去年4月", "2018-04-01 2018-04-30"),
        ("zh", "今年的4月7日", "2019-04-07 2019-04-07"),
        ("ja", "昨年4月7日", "2018-04-07 2018-04-07"),
        ("ja", "一昨日", "2019-05-06 2019-05-06"),
        ("ja", "昨日", "2019-05-07 2019-05-07"),
        ("ja", "来年", "2020-01-01 2020-12-31"),
    ],
)
def test_dates_from_the_day_of_a_text_without_spaces(lang: str, text: str, days: str) -> None:
    spoken = as_format("plain", f"他于{text}说。", "a", lang)
    assert not claims(lang, "date", spoken.text)  # without its day
    [dated] = Text(msgspec.structs.replace(spoken, published=date(2019, 5, 8))).dates
    assert f"{dated.when.first} {dated.when.last}" == days
    assert spoken.text[dated.span.start : dated.span.end] == text


@pytest.mark.parametrize(
    ("lang", "right", "wrong"),
    [
        ("zh", "会议于2019年1月15日星期二举行。", "会议于2019年1月15日星期三举行。"),
        ("zh", "会议于2019年1月15日（周二）举行。", "会议于2019年1月15日（周三）举行。"),
        ("ja", "会議は2019年1月15日（火）に開かれた。", "会議は2019年1月15日（水）に開かれた。"),
        ("ja", "会議は平成31年1月15日火曜日に開かれた。", "会議は平成31年1月15日水曜日に開かれた。"),
    ],
)
def test_a_weekday_without_spaces_is_held_against_its_day(lang: str, right: str, wrong: str) -> None:
    rules = [{f.rule for f in engine().audit(as_format("plain", text, "a", lang)).findings} for text in (right, wrong)]
    assert rules == [set(), {"date/wrong-weekday"}]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "第一次统一，十分感谢，万一有一些人，四川百姓，COVID-19，G20，十几个，三四十人，两三天"),
        ("ja", "十分に統一された一部の千葉、第二、iPhone15"),
    ],
)
def test_characters_that_are_no_number(lang: str, text: str) -> None:
    assert Text(as_format("plain", text, "a", lang)).figures == []


@pytest.mark.parametrize(
    ("lang", "text", "minutes"),
    [("zh", "下午3点30分", 930), ("zh", "上午10点", 600), ("ja", "午後3時半", 930), ("ja", "17時05分", 1025)],
)
def test_a_time_of_day_without_spaces(lang: str, text: str, minutes: int) -> None:
    [clock] = clocks(Text(as_format("plain", f"他于{text}说。", "a", lang)))
    assert (clock.span, clock.minutes) == (Span(2, 2 + len(text)), minutes)


def test_a_sentence_ends_without_a_space() -> None:
    text = Text(as_format("plain", "他来了。“她走了！”天下雨？是。", "a", "zh"))
    assert [text[s] for s in text.sentences] == ["他来了。", "“她走了！”", "天下雨？", "是。"]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "能承受零下120度至零上70度的温度。"),
        ("ja", "マイナス120度からプラス70度までの温度。"),
    ],
)
def test_a_range_may_go_from_below_nought_to_above_it(lang: str, text: str) -> None:
    (told,) = claims(lang, "quantity", text)
    assert isinstance(told.value, Amount)
    assert list(map(float, told.value.stated)) == [-120, 70]
