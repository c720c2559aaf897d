"""Page: the report as a web page, its words, its keys, its looks in a real browser, and what cannot break out of it."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Audit, Span
from checker.page.article import Marked, article
from checker.report import html
from checker.text import Text
from tests.commands import SEED, run
from tests.helpers import audit, browsed, compare, document

HOSTILE = """<script>document.title = 'broken'</script> fined $48 million

The "airline" was fined 48 million euros </script><img src=x onerror="document.title='broken'"> on Tuesday & \u202eback.
"""
LOOKS = ("error", "warning", "note", "witness", "open", "holds", "plain")


class Words(HTMLParser):
    """The letters of a page's text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""

    def handle_data(self, data: str) -> None:
        self.words += data


def words(markup: str) -> str:
    parser = Words()
    parser.feed(markup)
    parser.close()
    return parser.words


def whole(told: Audit) -> str:
    return "".join(html.report([told], ()))


# what is kept, and what cannot break out


LETTERS = st.text(st.characters(exclude_characters="\x00\r", exclude_categories=["Cs"]), max_size=80)


@given(LETTERS, st.lists(st.tuples(st.integers(0, 80), st.integers(0, 80), st.sampled_from(LOOKS)), max_size=6))
def test_an_article_keeps_every_letter_of_its_text(text: str, places: list[tuple[int, int, str]]) -> None:
    told = Text(document(text))
    marks = [Marked(Span(min(a, b, len(text)), min(max(a, b), len(text))), look, "&<>", "f1") for a, b, look in places]
    assert words("".join(article(told, marks))) == text


def test_no_word_of_a_text_or_a_name_is_markup() -> None:
    told = whole(msgspec.structs.replace(audit(HOSTILE), document=document(HOSTILE)))
    inside = told[told.index("<body>") : told.rindex("<script>")]
    assert "<script" not in inside
    assert "<img" not in inside
    assert "onerror=&quot;" in inside


def test_a_page_may_load_nothing_and_run_only_its_own_script() -> None:
    told = whole(audit(HOSTILE))
    assert "default-src 'none'; style-src 'sha256-" in told
    assert "http://" not in told.replace("http://www.w3.org/2000/svg", "")
    assert "https://" not in told


# what is shown


def test_every_finding_is_linked_with_its_places_and_they_with_it() -> None:
    told = whole(audit(SEED.read_text("utf-8")))
    assert '<mark class="error" data-of="d1-f1"' in told
    assert 'href="#d1-f1-1"' in told
    assert 'id="d1-f1-1"' in told


def test_a_text_and_its_originals_stand_side_by_side() -> None:
    told = whole(compare("The port gets 30 million euros.", "The bank will lend the port 300 million euros."))
    assert 'class="document compared"' in told
    assert told.count('class="words"') == 2
    assert '<mark class="witness" data-of="d1-f1"' in told


def test_the_sentences_of_a_translation_lead_to_those_of_its_original_and_back() -> None:
    told = whole(
        compare(
            "The port gets 300 million euros. Twelve ships call there every day.",
            "Der Hafen bekommt 300 Millionen Euro. Zwölf Schiffe am Tag legen dort an.",
            made="translation",
        )
    )
    links = re.findall(r'<a class="pair" id="d1-([to]\d)" href="#d1-([to]\d)"', told)
    assert links == [("t1", "o1"), ("t2", "o2"), ("o1", "t1"), ("o2", "t2")]
    assert 'class="pair"' not in whole(compare("The port gets 30 million euros.", "The port gets 30 million euros."))


def test_in_a_file_with_comments_the_comment_that_answers_is_told_and_elsewhere_the_fingerprint() -> None:
    found = audit(SEED.read_text("utf-8"))
    assert "checker-ignore" not in whole(found)
    assert found.findings[0].fingerprint in whole(found)
    named = msgspec.structs.replace(found, document=msgspec.structs.replace(found.document, name="article.md"))
    assert "&lt;!-- checker-ignore money/currency-mismatch: REASON --&gt;" in whole(named)
    named = msgspec.structs.replace(found, document=msgspec.structs.replace(found.document, name="article.tex"))
    assert 'value="% checker-ignore money/currency-mismatch: REASON"' in whole(named)


def test_a_thousand_findings_stay_under_three_megabytes() -> None:
    found = audit(SEED.read_text("utf-8"))
    many = msgspec.structs.replace(found, findings=found.findings[:1] * 1000)
    assert len(whole(many).encode()) < 3_000_000


def test_a_folder_gets_a_page_a_document_and_an_index_that_counts_them(tmp_path: Path) -> None:
    done = run("audit", SEED, "--output", f"html:{tmp_path / 'site'}/")
    assert (done.code, done.err) == (1, "")
    pages = sorted(p.name for p in (tmp_path / "site").iterdir())
    assert len(pages) == 2
    index = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert f'<a href="{pages[0]}"' in index
    assert "Findings by rule" in index
    assert "2 errors" in index


def test_a_format_of_one_file_is_refused_a_folder(tmp_path: Path) -> None:
    done = run("audit", SEED, "--output", f"json:{tmp_path}")
    assert done.code == 2
    assert "a folder, and json is one file" in done.err


# in a browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page of the seed, of a hostile text, of a comparison, and a folder."""
    home = tmp_path_factory.mktemp("site")
    seed = audit(SEED.read_text("utf-8"))
    (home / "seed.html").write_text(whole(seed), "utf-8")
    (home / "hostile.html").write_text(whole(audit(HOSTILE)), "utf-8")
    german = "Die Bank leiht dem Hafen 300 Millionen Euro. Zwölf Schiffe am Tag legen dort an."
    both = compare("The port gets 30 million euros. Twelve ships call there every day.", german, made="translation")
    (home / "compared.html").write_text(whole(both), "utf-8")
    for name, pieces in html.pages([seed, audit(HOSTILE)], ()):
        (home / name).write_text("".join(pieces), "utf-8")
    return home


LIGHTS = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": {"width": 400, "height": 800}})


@browsed
@pytest.mark.parametrize("look", LIGHTS, ids=("light", "dark", "narrow"))
@pytest.mark.parametrize("name", ["seed", "hostile", "compared", "index"])
def test_axe_finds_nothing_and_the_page_throws_nothing(
    browser: Any, site: Path, name: str, look: dict[str, Any]
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, thrown = browser.new_page(**look), list[str]()
    page.on("pageerror", lambda e: thrown.append(str(e)))
    page.goto((site / f"{name}.html").as_uri())
    results = Axe().run(page)
    assert [v["id"] for v in results.response["violations"]] == []
    assert thrown == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


@browsed
def test_keys_go_from_finding_to_finding_and_light_their_places(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "seed.html").as_uri())
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "d1-f1"
    assert page.locator("mark.lit").count() == 3
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") == "d1-f2"
    page.keyboard.press("k")
    assert page.evaluate("document.activeElement.id") == "d1-f1"
    page.keyboard.press("?")
    assert page.locator("#help").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    assert page.evaluate("document.activeElement.id") == "search"
    page.close()


@browsed
def test_hovering_a_claim_lights_its_finding_and_draws_the_link(browser: Any, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1400, "height": 1200})
    page.goto((site / "seed.html").as_uri())
    page.hover("mark.error >> nth=0")
    assert page.locator("#d1-f1.lit").count() == 1
    assert page.locator("#link path").count() >= 1
    page.close()


@browsed
def test_filters_hide_what_is_not_asked_for(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "seed.html").as_uri())
    page.select_option("#severity", "warning")
    assert page.locator(".finding:visible").count() == 1
    assert page.inner_text("#told") == "1 of 3 shown"
    page.select_option("#severity", "")
    page.fill("#search", "rubles")
    assert page.locator(".finding:visible").count() == 1
    page.close()


@browsed
def test_without_scripts_everything_is_there_and_linked(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "seed.html").as_uri())
    assert page.locator(".finding").count() == 3
    assert page.locator("#search").count() == 0 or not page.locator("#search").is_visible()
    page.click("#d1-f1 .places a >> nth=1")
    assert page.url.endswith("#d1-f1-1")
    context.close()


@browsed
def test_a_hostile_text_runs_nothing_and_is_shown_as_it_is(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "hostile.html").as_uri())
    assert page.title() == "Fact check"
    assert "<script>document.title" in page.inner_text(".words")
    page.close()


@browsed
def test_the_table_of_documents_is_sorted_by_what_is_clicked(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "index.html").as_uri())
    page.click("th button >> nth=2")
    counts = page.eval_on_selector_all("tbody td:nth-child(3)", "cells => cells.map(c => Number(c.textContent))")
    assert counts == sorted(counts)
    page.close()
