"""Languages: a language is a file; what its numbers, money, hedges and months are read as."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from babel import numbers
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from checker.engine import extracted
from checker.lang import HERE, cldr, languages, lexicon
from checker.lang.guess import guess
from checker.lang.plainyaml import parse
from checker.lang.words import Words
from checker.model import Amount, Claim
from checker.read import as_format
from checker.text import Text
from tests.helpers import engine
from tests.test_numerals import read, values

OTHERS = [lang for lang in languages() if lang != "en"]


def claims(lang: str, kind: str, text: str) -> tuple[Claim, ...]:
    """The claims of one kind in a text of a language."""
    return extracted(Text(as_format("plain", text, "example", lang)), kind)


def money(lang: str, text: str) -> list[tuple[str, tuple[float, ...], str, str | None]]:
    """Words, figures, likeliest currency and hedge of all money in a text."""
    return [
        (text[c.span.start : c.span.end], tuple(map(float, c.value.stated)), c.value.currencies[0], c.hedge)
        for c in claims(lang, "money", text)
        if isinstance(c.value, Amount)
    ]


def tables(lang: str) -> dict[str, object]:
    """A language file as written."""
    path = HERE / f"{lang}.yaml"
    found: dict[str, object] = parse(path.read_text("utf-8"), str(path))
    return found


@pytest.mark.parametrize("lang", languages())
def test_a_language_has_the_tables_it_needs_and_no_others(lang: str) -> None:
    required = set(Words.__struct_fields__[: -len(Words.__struct_defaults__) or None])
    assert required <= set(tables(lang))
    assert set(tables(lang)) <= set(Words.__struct_fields__)


@pytest.mark.parametrize("lang", languages())
def test_the_words_of_a_language_are_in_lower_case_where_case_tells_nothing(lang: str) -> None:
    words = lexicon(lang).words
    for table in (words.numbers, words.scales, words.part, words.parts, words.many, words.few, words.calendar.months):
        assert [w for w in table if w != w.lower()] == []
    for hedges in (words.hedges, words.hedges_after):
        assert [p for phrases in hedges.values() for p in phrases if p != p.lower()] == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "Zginęło 5 amerykańskich żołnierzy i 12 rosyjskich lotników."),
        ("ar", "قتل 5 أمريكي و12 كندي"),
        ("de", "Im Jahr 1989 verließen 5 DDR-Bürger und 12 Volksbank-Kunden das Haus."),
        ("ru", "В матче сыграли 5 Колумбии и 12 Вануату."),
        ("en", "Of the $1,000 value 5 account for 3 value meals."),
    ],
)
def test_a_country_and_a_unit_of_account_are_no_nouns_of_money(lang: str, text: str) -> None:
    assert [v for v, _ in _money(lang, text)] == ([1000] if lang == "en" else [])


@pytest.mark.parametrize("lang", languages())
def test_what_comes_from_cldr_is_as_babel_gives_it(lang: str) -> None:
    assert cldr.build(lang) == cldr.load(lang)


@pytest.mark.parametrize("lang", OTHERS)
def test_hedges_have_the_names_that_english_has(lang: str) -> None:
    english = lexicon("en").words
    assert set(lexicon(lang).words.hedges) == set(english.hedges)
    assert set(lexicon(lang).words.hedges_after) <= set(english.hedges)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "так сказал семью годами раньше стар и млад"),
        ("ru", "сотка, тройка, пятница, стотысячник"),
        ("de", "achten, dreist, einige, Einheit, Zweifel, vierte, sechster, Elfe"),
        ("de", "unter anderem keiner von einigen"),
        ("fr", "le second, la dizaine, centre, sixième sens"),
        ("es", "primero, segundo, dosis, treses, milagro"),
    ],
)
def test_words_that_are_no_number(lang: str, text: str) -> None:
    assert values(text, lang) == []


@pytest.mark.parametrize(
    ("lang", "value", "texts"),
    [
        ("ru", 1, "один|одна|одного|одной"),
        ("ru", 312, "триста двенадцать|трехсот двенадцати|трёхсот двенадцати"),
        ("ru", 1000, "более тысячи|около тысячи|тысяча|одна тысяча"),
        ("ru", 1.5, "полтора|полутора|один с половиной|одна целая пять десятых"),
        ("ru", 1500000, "полтора миллиона|1,5 млн|один с половиной миллион"),
        ("ru", 500000, "полмиллиона|половина миллиона|пятьсот тысяч"),
        ("ru", 21345678, "двадцать один миллион триста сорок пять тысяч шестьсот семьдесят восемь"),
        ("ru", 2 / 3, "две трети|двух третей"),
        ("de", 27, "siebenundzwanzig"),
        ("de", 250000, "zweihundertfünfzigtausend|250.000|250 Tsd.|eine viertel Million"),
        ("de", 1234, "eintausendzweihundertvierunddreißig|tausendzweihundertvierunddreißig"),
        ("de", 1000000, "eine Million|1 Mio.|1 Mio"),
        ("de", 1.5, "anderthalb|eineinhalb"),
        ("de", 500000, "eine halbe Million"),
        ("de", 2500000, "zweieinhalb Millionen|2,5 Mio."),
        ("de", 10**12, "eine Billion|tausend Milliarden"),
        ("fr", 21, "vingt et un|vingt-et-un"),
        ("fr", 71, "soixante et onze|soixante-et-onze|septante et un"),
        ("fr", 97, "quatre-vingt-dix-sept|nonante-sept"),
        ("fr", 80, "quatre-vingts|huitante"),
        ("fr", 1984, "mille neuf cent quatre-vingt-quatre"),
        ("fr", 200000, "deux cent mille|200 000"),
        ("fr", 500000, "un demi-million"),
        ("fr", 1500000, "un million et demi"),
        ("fr", 0.75, "trois quarts"),
        ("es", 32, "treinta y dos"),
        ("es", 1234, "mil doscientos treinta y cuatro"),
        ("es", 10**9, "mil millones|1.000 millones"),
        ("es", 5500 * 10**6, "cinco mil quinientos millones"),
        ("es", 12 * 10**11, "un billón doscientos mil millones"),
        ("es", 500000, "medio millón|quinientos mil|quinientas mil"),
        ("es", 1500000, "un millón y medio"),
        ("it", 121, "centoventuno"),
        ("it", 250000, "duecentocinquantamila|250.000|250 mila"),
        ("it", 1500000, "un milione e mezzo|1,5 milioni|1,5 mln"),
        ("nl", 27, "zevenentwintig"),
        ("nl", 350000, "driehonderdvijftigduizend|350.000"),
        ("nl", 2500000000, "2,5 miljard|2,5 mld."),
        ("pt", 32, "trinta e dois"),
        ("pt", 1500, "mil e quinhentos"),
        ("pt", 10**9, "mil milhões|um bilhão|1 bi"),
        ("pl", 1500, "półtora tysiąca|1,5 tys.|1500"),
        ("pl", 345, "trzysta czterdzieści pięć"),
        ("tr", 1234567, "bir milyon iki yüz otuz dört bin beş yüz altmış yedi"),
        ("uk", 3500000000, "3,5 млрд|три з половиною мільярди"),
    ],
)
def test_one_number_in_many_words(lang: str, value: float, texts: str) -> None:
    for text in texts.split("|"):
        assert values(f"({text})", lang) == [pytest.approx(value)], text


@pytest.mark.parametrize(
    ("lang", "text", "stated"),
    [
        ("ru", "десятки тысяч людей", (10000, 100000)),
        ("ru", "несколько сотен людей", (300, 900)),
        ("de", "Tausende Menschen", (1000, 10000)),
        ("de", "mehrere hundert Menschen", (300, 900)),
        ("fr", "des dizaines de milliers de gens", (10000, 100000)),
        ("fr", "quelques centaines de gens", (200, 900)),
        ("es", "cientos de miles de personas", (100000, 1000000)),
        ("es", "varios millones de personas", (3000000, 9000000)),
    ],
)
def test_a_vague_number_is_vague_in_every_language(lang: str, text: str, stated: tuple[int, int]) -> None:
    [found] = read(text, lang)
    assert found.vague
    assert tuple(map(int, found.stated)) == stated


@pytest.mark.parametrize(
    ("lang", "text", "value", "currency"),
    [
        ("ru", "2,5 млрд рублей", 2.5e9, "RUB"),
        ("ru", "12 500 руб", 12500, "RUB"),
        ("ru", "300 тыс. долларов США", 300000, "USD"),
        ("ru", "сорок две гривны", 42, "UAH"),
        ("ru", "99 копеек", 0.99, "RUB"),
        ("ru", "7 млн канадских долларов", 7e6, "CAD"),
        ("ru", "3 рубля 20 копеек", 3.2, "RUB"),
        ("ru", "€20", 20, "EUR"),
        ("de", "94.000 $", 94000, "USD"),
        ("de", "3,5 Mrd. Euro", 3.5e9, "EUR"),
        ("de", "16 Millionen kanadischen Dollar", 16e6, "CAD"),
        ("de", "2 Millionen US-Dollar", 2e6, "USD"),
        ("de", "50 Cent", 0.5, "EUR"),
        ("de", "12,50 EUR", 12.5, "EUR"),
        ("de", "achtzig Schweizer Franken", 80, "CHF"),
        ("fr", "trois millions d'euros", 3e6, "EUR"),
        ("fr", "3 milliards de dollars canadiens", 3e9, "CAD"),
        ("fr", "5 M€", 5e6, "EUR"),
        ("fr", "12 $ US", 12, "USD"),
        ("fr", "12 $ CAD", 12, "CAD"),
        ("fr", "40 livres sterling", 40, "GBP"),
        ("fr", "12 centimes", 0.12, "EUR"),
        ("es", "3 mil millones de pesos mexicanos", 3e9, "MXN"),
        ("es", "medio millón de dólares", 500000, "USD"),
        ("es", "US$ 20.000", 20000, "USD"),
        ("es", "doscientas libras esterlinas", 200, "GBP"),
        ("es", "trece euros y cuarenta céntimos", 13.4, "EUR"),
        ("it", "420 milioni di dollari", 420e6, "USD"),
        ("it", "3,5 miliardi di euro", 3.5e9, "EUR"),
        ("nl", "2,5 miljard euro", 2.5e9, "EUR"),
        ("nl", "€ 1.250", 1250, "EUR"),
        ("pt", "R$ 3,2 bilhões", 3.2e9, "BRL"),
        ("pt", "70 bilhões de rublos", 70e9, "RUB"),
        ("pl", "12,5 mln złotych", 12.5e6, "PLN"),
        ("pl", "70 miliardów rubli", 70e9, "RUB"),
        ("tr", "3,5 milyar avro", 3.5e9, "EUR"),
        ("uk", "70 мільярдів рублів", 70e9, "RUB"),
        ("uk", "12 500 грн", 12500, "UAH"),
        ("ar", "70 مليار روبل", 70e9, "RUB"),
        ("ar", "٧٠ مليار روبل", 70e9, "RUB"),
        ("ar", "١٬٢٣٤٫٥ دولار", 1234.5, "USD"),
    ],
)
def test_money_is_read_whole(lang: str, text: str, value: float, currency: str) -> None:
    [(words, stated, code, _)] = money(lang, f"— {text} —")
    assert (words, stated, code) == (text, (value,), currency)


HEDGED = {
    "ru": {
        "about": "около|примерно|порядка",
        "nearly": "почти|чуть менее",
        "more than": "более|свыше|больше чем",
        "at least": "не менее|по меньшей мере|не меньше|как минимум",
        "less than": "менее|меньше чем",
        "at most": "не более|до|не больше чем|максимум|не свыше",
    },
    "de": {
        "about": "rund|etwa|ca.|ungefähr",
        "nearly": "fast|knapp|beinahe",
        "just over": "etwas mehr als|gut",
        "more than": "mehr als|über",
        "at least": "mindestens|nicht weniger als|wenigstens",
        "less than": "weniger als|unter",
        "at most": "höchstens|bis zu|nicht mehr als|maximal",
    },
    "fr": {
        "about": "environ|à peu près|près de|quelque",
        "nearly": "presque|un peu moins de",
        "more than": "plus de|au-dessus de",
        "at least": "au moins|pas moins de",
        "less than": "moins de|en-dessous de",
        "at most": "au plus|jusqu'à|pas plus de",
    },
    "es": {
        "about": "unos|cerca de|alrededor de|aproximadamente",
        "nearly": "casi|poco menos de",
        "just over": "poco más de",
        "more than": "más de|por encima de",
        "at least": "al menos|por lo menos|no menos de",
        "less than": "menos de|por debajo de",
        "at most": "hasta|como máximo|no más de",
    },
}
CASES = [(lang, h, p) for lang, table in HEDGED.items() for h, phrases in table.items() for p in phrases.split("|")]


@pytest.mark.parametrize(("lang", "hedge", "phrase"), CASES)
def test_a_hedge_has_its_polarity(lang: str, hedge: str, phrase: str) -> None:
    [(_, _, _, found)] = money(lang, f"({phrase} 70 €)")
    assert found == hedge


def test_a_word_between_two_figures_bounds_neither() -> None:
    assert [m[1:] for m in money("ru", "Цена выросла с 10 до 15 рублей.")] == [((10, 15), "RUB", None)]
    assert [m[1] for m in money("de", "Der Preis fiel von 10 auf 8 Euro.")] == [(10, 8)]
    assert [m[1] for m in money("fr", "Le prix, de 10 à 15 euros, est juste.")] == [(10, 15)]


@pytest.mark.parametrize(
    ("lang", "text", "unit", "value"),
    [
        ("ru", "40 процентов", "percent", 40),
        ("ru", "0,25 процентного пункта", "percentage point", 0.25),
        ("de", "15,5 Prozent", "percent", 15.5),
        ("fr", "15,5 pour cent", "percent", 15.5),
        ("es", "15,5 por ciento", "percent", 15.5),
        ("es", "2 puntos porcentuales", "percentage point", 2),
        ("uk", "2,5 відсоткового пункту", "percentage point", 2.5),
        ("ar", "و30%", "percent", 30),
    ],
)
def test_shares(lang: str, text: str, unit: str, value: float) -> None:
    [claim] = claims(lang, "percent", f"({text})")
    assert isinstance(claim.value, Amount)
    assert (claim.value.unit, float(claim.value.stated[0])) == (unit, value)


@pytest.mark.parametrize(("lang", "text"), [("es", "del 20 al 30%"), ("it", "dal 20 al 30%"), ("tr", "%20 ila %30")])
def test_a_range_of_shares(lang: str, text: str) -> None:
    [claim] = claims(lang, "percent", f"X {text} Y.")
    assert isinstance(claim.value, Amount)
    assert [*map(int, claim.value.stated)] == [20, 30]


@pytest.mark.parametrize(
    ("lang", "text", "worth", "hedge"),
    [
        ("fr", "moins 5 degrés", -5, None),
        ("fr", "au moins 5 degrés", 5, "at least"),
        ("fr", "plus ou moins 5 degrés", 5, "about"),
        ("es", "más o menos 5 grados", 5, "about"),
        ("de", "minus 5 Grad", -5, None),
        ("nl", "plus of min 5 graden", 5, "about"),
        ("ru", "плюс минус 5 градусов", 5, "about"),
        ("ru", "плюс-минус 5 градусов", 5, None),
        ("ru", "минус 5 градусов", -5, None),
        ("ru", "весом 1500 г.", 1500, None),
        ("uk", "110 кілометрів на годину", 110, None),
    ],
)
def test_a_sign_in_words_is_none_in_a_hedge(lang: str, text: str, worth: int, hedge: str | None) -> None:
    [claim] = claims(lang, "quantity", f"X, {text}")
    assert isinstance(claim.value, Amount)
    assert (int(claim.value.stated[0]), claim.hedge) == (worth, hedge)


@pytest.mark.parametrize(
    ("lang", "text"), [("es", "un cuarto de hora"), ("it", "un quarto d'ora"), ("it", "20 al giorno")]
)
def test_words_that_are_no_unit(lang: str, text: str) -> None:
    assert not claims(lang, "quantity", f"X {text} Y.")


@pytest.mark.parametrize(
    ("lang", "text"),
    [("ru", "7 апреля 2015"), ("de", "7. April 2015"), ("fr", "7 avril 2015")],
)
def test_months(lang: str, text: str) -> None:
    [claim] = claims(lang, "date", f"({text})")
    assert claim.span.end - claim.span.start == len(text)


@pytest.mark.parametrize(
    ("lang", "text", "first", "last"),
    [
        ("ru", "5 августа 2014 года", date(2014, 8, 5), date(2014, 8, 5)),
        ("ru", "в августе 2014 г.", date(2014, 8, 1), date(2014, 8, 31)),
        ("ru", "в 2013–2014 годах", date(2013, 1, 1), date(2014, 12, 31)),
        ("uk", "з 5 по 7 серпня 2014 року", date(2014, 8, 5), date(2014, 8, 7)),
        ("pl", "w sierpniu 2014 roku", date(2014, 8, 1), date(2014, 8, 31)),
        ("tr", "2014 yılında", date(2014, 1, 1), date(2014, 12, 31)),
        ("ar", "٥ أغسطس ٢٠١٤", date(2014, 8, 5), date(2014, 8, 5)),
        ("ar", "و2014", date(2014, 1, 1), date(2014, 12, 31)),
        ("de", "im dritten Quartal 2014", date(2014, 7, 1), date(2014, 9, 30)),
        ("de", "im 1. Halbjahr 2014", date(2014, 1, 1), date(2014, 6, 30)),
        ("fr", "au deuxième trimestre de 2014", date(2014, 4, 1), date(2014, 6, 30)),
        ("es", "el primer trimestre de 2014", date(2014, 1, 1), date(2014, 3, 31)),
        ("it", "nel quarto trimestre del 2014", date(2014, 10, 1), date(2014, 12, 31)),
        ("pt", "no 3º trimestre de 2014", date(2014, 7, 1), date(2014, 9, 30)),
        ("nl", "in het eerste halfjaar van 2014", date(2014, 1, 1), date(2014, 6, 30)),
        ("pl", "w III kwartale 2014 r.", date(2014, 7, 1), date(2014, 9, 30)),
        ("ru", "во втором квартале 2014 года", date(2014, 4, 1), date(2014, 6, 30)),
        ("uk", "у першому півріччі 2014 року", date(2014, 1, 1), date(2014, 6, 30)),
    ],
)
def test_years_and_their_parts(lang: str, text: str, first: date, last: date) -> None:
    [claim] = claims(lang, "date", f"X {text} Y.")
    assert (claim.value.first, claim.value.last) == (first, last)  # type: ignore[union-attr]
    assert not claims(lang, "duration", f"X {text} Y.")
    assert not claims(lang, "quantity", f"X {text} Y.")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "im zweiten Quartal des Vorjahres"),
        ("ru", "в первом квартале прошлого года"),
        ("fr", "au premier trimestre"),
        ("ru", "около 300 лет"),
        ("ru", "22 года назад"),
    ],
)
def test_what_names_no_year_is_no_date(lang: str, text: str) -> None:
    assert not claims(lang, "date", f"X {text} Y.")


@pytest.mark.parametrize("lang", languages())
@given(st.data())
def test_no_words_of_a_language_trip_the_reading(lang: str, data: st.DataObject) -> None:
    known = sorted(lexicon(lang).numbering.known)
    words = data.draw(st.lists(st.sampled_from([*known, "7", "1,5", "€", ",", "-"]), max_size=8))
    text = " ".join(words)
    found = read(text, lang)
    assert all(0 <= f.start < f.end <= len(text) and f.value >= 0 for f in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@pytest.mark.parametrize("lang", languages())
def test_a_document_of_any_language_is_audited(lang: str) -> None:
    text = "«A» 10 €, 3,5 %, 2015.\n\n„B“ 7 km; 1/2"
    assert engine().audit(as_format("plain", text, "example", lang)).findings == ()


CARRIED = 60  # figures of each kind and language
CODES = ("USD", "EUR", "GBP", "JPY", "CNY", "RUB", "CHF", "PLN", "UAH", "TRY", "INR", "BRL", "KRW", "MXN")


@pytest.mark.parametrize("lang", languages())
def test_money_percent_and_dates_as_cldr_writes_them_are_read_back(lang: str) -> None:
    dice, wrong = Random(lang), list[str]()
    for _ in range(CARRIED):
        n = Decimal(dice.choice((dice.randint(11, 999), dice.randint(1000, 9_999_999)))) / dice.choice((1, 1, 100))
        code, share = dice.choice(CODES), Decimal(dice.randint(1, 9990)) / 10
        day = date(2000, 1, 1) + timedelta(days=dice.randint(0, 9000))
        named = numbers.format_currency(n, code, locale=lang, format_type="name", currency_digits=False)
        signed = numbers.format_currency(n, "EUR" if code == "TRY" else code, locale=lang, currency_digits=False)
        part = numbers.format_percent(share / 100, locale=lang, decimal_quantization=False)
        when = format_date(day, format="long", locale=lang)
        wrong += [t for t in (named, signed) if [n] != [v for v, _ in _money(lang, t)]]
        wrong += [named] if not all(code in c for _, c in _money(lang, named)) else []
        wrong += [part] if [c.value.stated for c in claims(lang, "percent", part)] != [(share,)] else []  # type: ignore[union-attr]
        wrong += [when] if [c.value.first for c in claims(lang, "date", when)] != [day] else []  # type: ignore[union-attr]
    assert wrong == []


def _money(lang: str, text: str) -> list[tuple[Decimal, tuple[str, ...]]]:
    found = (c.value for c in claims(lang, "money", text))
    return [(v.stated[0], v.currencies) for v in found if isinstance(v, Amount)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [("俄罗斯提供70亿卢布。", "zh"), ("ロシアは70億ルーブルを提供する。", "ja"), ("A street in Tokyo (東京).", "en")],
)
def test_characters_tell_the_language(text: str, lang: str) -> None:
    assert guess(text) == lang
