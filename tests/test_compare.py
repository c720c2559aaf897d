"""Compare: a text against what it was made from."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lang.guess import guess
from checker.model import Audit, Span
from checker.pairs import from_file, of_files
from checker.parallel import parallel
from checker.trouble import TroubleError
from tests.commands import ROOT, run
from tests.helpers import compare, document, engine

SOURCE = (
    "The council will lend the port 300 million euros over ten years, Mayor Anna Kocsis said on Friday.\n\n"
    "She does not expect the work to begin before the third quarter. Two of the nine members voted against it."
)
WORDS = (
    *("The", "council", "Anna", "Kocsis", "not", "never", "rose", "fell", "on", "Friday", "in", "March", "2019", "by"),
    *("20%", "$5 million", "12 days", "3:15 pm", "the", "third", "quarter", "before", "harbour", "vote", "said", "a"),
)


def found(audit: Audit) -> list[tuple[str, str]]:
    text = audit.document.text
    return [(f.rule, text[f.span.start : f.span.end]) for f in audit.findings]


def test_a_faithful_summary_is_let_pass() -> None:
    told = "The port gets a loan of 300 million euros for a decade. Two members of the council voted against it."
    assert found(compare(told, SOURCE)) == []


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), min_size=1, max_size=6))
def test_a_text_does_not_contradict_itself(sentences: list[list[str]]) -> None:
    text = " ".join(f"{' '.join(words)}." for words in sentences)
    assert found(compare(text, text)) == []


@given(st.text(max_size=200), st.text(max_size=200))
def test_no_pair_of_texts_trips_it(text: str, source: str) -> None:
    for f in compare(text, source).findings:
        assert 0 <= f.span.start <= f.span.end <= len(text)
        assert all(w.doc == 1 and 0 <= w.start <= w.end <= len(source) for w in f.witnesses)


def test_what_was_changed_is_found_with_both_places() -> None:
    audit = compare("The port gets 30 million euros.", SOURCE)
    (finding,) = audit.findings
    assert finding.rule == "compare/changed-figure"
    assert finding.severity == "error"
    assert [(w.doc, SOURCE[w.start : w.end]) for w in finding.witnesses] == [(1, "300 million euros")]


@given(st.permutations(["It costs $946 a year.", "The plan that we offer costs $971 a year.", "It rains."]))
def test_a_figure_is_held_against_what_stands_in_its_very_words_wherever_that_is(sentences: list[str]) -> None:
    audit = compare("The plan that we offer costs $946 a year.", " ".join(sentences))
    (finding,) = audit.findings
    assert (finding.rule, finding.facts["b"]) == ("compare/changed-figure", "$971")


def test_a_figure_in_its_very_words_is_right_though_other_words_are_nearly_those() -> None:
    source = "The plan that we offer costs $946 a year. The plan that we offered costs $971 a year."
    assert found(compare("The plan that we offer costs $946 a year.", source)) == []


def test_a_denial_is_shown_with_the_words_that_it_was_put_between() -> None:
    (finding,) = compare("The nine members have not voted on the loan.", "The nine members have voted on it.").findings
    assert finding.rule == "compare/denied"
    assert [(w.doc, w.start, w.end) for w in finding.witnesses] == [(1, 0, len("The nine members have voted on"))]


def test_a_figure_that_follows_is_told_with_the_way_to_it() -> None:
    audit = compare("The loan runs for a decade, or 10 years.", "The council lends the port money for a decade.")
    assert any("10 years: a word of the source lasts so long" in c.message for c in audit.checked)


def test_each_of_several_sources_may_bear_out_a_figure() -> None:
    text = msgspec.structs.replace(
        document("The port gets 300 million euros. Some 40 ships a day call there."),
        originals=(document("The port gets 300 million euros."), document("Forty ships call at the port each day.")),
    )
    assert engine().audit(text).findings == ()


def test_the_rules_of_a_text_alone_do_not_speak_where_it_is_compared() -> None:
    wrong = "Of the 12 members 4 voted for it, 4 against it and 5 stayed away."
    assert all(f.rule.startswith("compare/") for f in compare(wrong, wrong).findings)


def test_the_command_takes_the_sources_first_and_quotes_both_sides(tmp_path: Path) -> None:
    source, text = tmp_path / "source.txt", tmp_path / "text.md"
    source.write_text(SOURCE, "utf-8")
    text.write_text("The port gets 30 million euros.\n", "utf-8")
    done = run("compare", str(source), str(text))
    assert done.code == 1
    assert "compare/changed-figure" in done.out
    assert "The council will lend the port 300 million euros" in done.out
    assert "source.txt" in done.out


def test_pairs_are_told_one_a_line_with_the_document_of_each_witness(tmp_path: Path) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "p1", "source": SOURCE, "text": "It gets 30 million euros.", "kind": "summary"}))
    done = run("compare", "--pairs", str(pairs), "--format", "jsonl")
    told = json.loads(done.out)
    assert told["name"] == "p1"
    assert told["findings"][0]["witnesses"][0]["doc"] == "p1, source"


@pytest.mark.parametrize("format", ["json", "markdown", "csv", "sarif", "junit", "github", "gitlab", "rdjson", "text"])
def test_every_report_tells_a_finding_whose_witness_is_in_the_source(tmp_path: Path, format: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(json.dumps({"id": "p1", "source": f"{SOURCE}\n" * 40, "text": "It gets 30 million euros."}))
    done = run("compare", "--pairs", str(pairs), "--format", format)
    assert done.code == 1, done.err
    assert "30 million euros" in done.out


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": 1, "text": "a"}', "missing required field `source`"),
        ('{"id": 1, "source": [], "text": "a"}', "no source"),
        ('{"id": 1, "source": "a", "text": "a", "kind": "poem"}', "poem: no such kind; there are summary, translation"),
        ("{", "truncated"),
    ],
)
def test_a_line_that_is_no_pair_is_told_and_the_others_are_read(tmp_path: Path, line: str, reason: str) -> None:
    pairs = tmp_path / "pairs.jsonl"
    pairs.write_text(f'{line}\n{{"source": "a", "text": "b"}}\n', "utf-8")
    trouble, read = from_file(pairs)
    assert isinstance(trouble, TroubleError)
    assert f"{pairs}, line 1: " in str(trouble)
    assert reason in str(trouble)
    assert not isinstance(read, TroubleError)
    assert read.name == f"{pairs}:2"


def test_one_file_alone_is_refused_with_how_to_call_it() -> None:
    with pytest.raises(TroubleError, match="checker compare SOURCE TEXT"):
        list(of_files(["a.txt"], "summary"))


def test_a_source_that_is_not_there_is_told(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("Words.", "utf-8")
    done = run("compare", str(tmp_path / "none.txt"), str(text))
    assert done.code == 2
    assert "none.txt: there is no such file" in done.err


def test_the_original_of_the_seed_shows_the_slip_in_its_translation_and_nothing_else() -> None:
    original, translation = (ROOT / "seeds" / f"russia-tajikistan-70-billion{s}.txt" for s in (".ru", ""))
    done = run("compare", str(original), str(translation), "--kind", "translation", "--format", "json")
    assert done.findings == ["compare/changed-figure"]
    (finding,) = done.json["documents"][0]["findings"]
    assert finding["text"] == "$70 billion"
    assert finding["witnesses"][0]["text"] == "70 млрд рублей"


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        (
            "Lo stato spenderà 3,5 miliardi di euro per ponti.",
            "The state will spend 3.5 billion euros on bridges.",
        ),
        ("De gemeente koopt 1.250 fietsen voor € 640.000.", "The council buys 1,250 bicycles for 640,000 euros."),
        ("O banco emprestará 70 bilhões de rublos até 2027.", "The bank will lend 70 billion rubles by 2027."),
        (
            "Belediye köprü için 3,5 milyar lira harcadı; %12 daha fazla.",
            "The council spent 3.5 billion lira; 12 percent more.",
        ),
        ("Miasto wyda 12,5 mln złotych na 40 autobusów.", "The city will spend 12.5 million zlotys on 40 buses."),
        ("Місто витратить 12,5 млн гривень на 40 автобусів.", "The city will spend 12.5 million hryvnias on 40 buses."),
        ("Die Stadt gibt 12,5 Mio. Euro für 40 Busse aus.", "The city will spend 12.5 million euros on 40 buses."),
        (
            "La ville paiera 12,5 millions d'euros pour 40 bus.",
            "The city will spend 12.5 million euros on 40 buses.",
        ),
        (
            "La ciudad gastará 12,5 millones de euros en 40 buses.",
            "The city will spend 12.5 million euros on 40 buses.",
        ),
        ("أنفقت المدينة 12.5 مليون يورو على 40 حافلة.", "The city spent 12.5 million euros on 40 buses."),
        ("该市将用1250万欧元购买40辆公共汽车。", "The city will spend 12.5 million euros on 40 buses."),
        ("市は1250万ユーロで40台のバスを買う。", "The city will spend 12.5 million euros on 40 buses."),
    ],
)
def test_figures_are_the_same_in_two_languages_both_ways(original: str, translation: str) -> None:
    assert found(compare(translation, original, made="translation")) == []
    assert found(compare(original, translation, made="translation")) == []


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The council met on Tuesday, and nothing was decided.", "en"),
        ("Der Rat hat sich am Dienstag getroffen und nichts beschlossen.", "de"),
        ("Le conseil s'est réuni mardi et rien n'a été décidé.", "fr"),
        ("El consejo se reunió el martes y no decidió nada.", "es"),
        ("Il consiglio si è riunito martedì e non ha deciso nulla.", "it"),
        ("O conselho reuniu-se na terça-feira e não decidiu nada.", "pt"),
        ("De raad kwam dinsdag bijeen en er werd niets besloten.", "nl"),
        ("Rada spotkała się we wtorek i nic nie postanowiła.", "pl"),
        ("Konsey salı günü toplandı ve hiçbir karar almadı.", "tr"),
        ("Совет собрался во вторник и ничего не решил.", "ru"),
        ("Рада зібралася у вівторок і нічого не вирішила.", "uk"),
        ("اجتمع المجلس يوم الثلاثاء ولم يقرر شيئا.", "ar"),
        ("12 345", "en"),
    ],
)
def test_the_language_of_a_text_is_told_by_its_smallest_words(text: str, lang: str) -> None:
    assert guess(text) == lang


def test_a_figure_that_changed_in_a_translation_is_told_with_the_one_it_stands_for() -> None:
    original = "Der Hafen bekommt 300 Millionen Euro. Die Arbeiten dauern 18 Monate. Es kamen 40 Gäste."
    translation = "The port gets 300 million euros. The work takes 28 months. Some 40 guests came."
    (finding,) = compare(translation, original, made="translation").findings
    assert finding.rule == "compare/changed-figure"
    assert [original[w.start : w.end] for w in finding.witnesses] == ["18 Monate"]


ENGLISH = (
    "Russia will lend the country about 1.23 billion rubles by April 7, 2015. The loan is to pay for 240,000 new flats "
    "in twelve towns. Prices rose by 5.5 percent. A company from Tokyo gave 3 trillion yen. Nearly two thirds of the "
    "150 guests stayed for 3 months."
)
CHINESE = (
    "俄罗斯将在2015年4月7日前向该国提供约12亿3000万卢布贷款。这笔贷款将用于在十二个城镇建造24万套新住房。价格上涨了百分之五点五。"
    "东京的一家公司提供了3万亿日元。150名客人中近三分之二停留了3个月。"
)
JAPANESE = (
    "ロシアは2015年4月7日までに約12億3000万ルーブルを同国に貸し付ける。融資は12の町に２４万戸の住宅を建てるためのものだ。"
    "物価は5.5％上昇した。東京の企業は3兆円を出した。150人の客の3分の2近くが3カ月滞在した。"
)


@pytest.mark.parametrize("other", [CHINESE, JAPANESE])
def test_a_translation_without_spaces_has_the_figures_of_its_original(other: str) -> None:
    assert found(compare(other, ENGLISH, made="translation")) == []
    assert found(compare(ENGLISH, other, made="translation")) == []


@pytest.mark.parametrize(
    ("other", "right", "wrong"),
    [
        (CHINESE, "24万套", "24亿套"),
        (CHINESE, "12亿3000万卢布", "12亿3000万美元"),
        (CHINESE, "百分之五点五", "百分之七点五"),
        (CHINESE, "3万亿日元", "3亿日元"),
        (JAPANESE, "２４万戸", "２４億戸"),
        (JAPANESE, "12億3000万ルーブル", "12億3000万ドル"),
        (JAPANESE, "3兆円", "3億円"),
    ],
)
def test_a_slip_in_a_translation_without_spaces_is_told(other: str, right: str, wrong: str) -> None:
    text = other.replace(right, wrong)
    assert "compare/changed-figure" in [f.rule for f in compare(text, ENGLISH, made="translation").findings]
    assert "compare/changed-figure" in [f.rule for f in compare(ENGLISH, text, made="translation").findings]


def test_the_library_compares_as_the_command_does() -> None:
    import checker

    found = checker.compare(document("The port gets 30 million euros."), (document(SOURCE),))
    assert [f.rule for f in found.findings] == ["compare/changed-figure"]


def test_the_sentences_of_a_long_translation_go_with_their_own_though_forty_are_left_out() -> None:
    here = [Span(n * 50, n * 50 + 49) for n in range(600)]
    there = [Span(n * 50, n * 50 + 49) for n in range(640)]
    kept = [*there[:300], *there[340:]]
    figures = {s: frozenset[object]({n}) for n, s in enumerate(here)}
    figures_there = {s: frozenset[object]({n}) for n, s in enumerate(kept)}
    found = parallel(here, there, figures, figures_there)
    assert found[here[10]] == [there[10]]
    assert found[here[500]] == [there[540]]


VOTED, NOT_VOTED = "The nine members have voted on the loan.", "The nine members have not voted on the loan."
CHEAP, DEAR = "The plan that we offer costs $946 a year.", "The plan that we offer costs $971 a year."


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [(VOTED, VOTED, NOT_VOTED), (NOT_VOTED, NOT_VOTED, VOTED), (CHEAP, "For a year they ask $946.", DEAR)],
)
def test_what_one_source_tells_may_be_told_though_another_tells_otherwise(text: str, right: str, wrong: str) -> None:
    assert found(compare(text, wrong)) != []
    for sources in ((right, wrong), (wrong, right)):
        held = msgspec.structs.replace(document(text), originals=tuple(map(document, sources)))
        assert found(engine().audit(held)) == []
