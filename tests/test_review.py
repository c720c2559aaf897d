"""Review: the page on which an editor decides, in a real browser, and what neither a crash nor a stranger can do."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import pytest

from checker.review.book import Book, precision
from checker.trouble import TroubleError
from tests.commands import CLEAN, MISMATCH, WRONG, article, run
from tests.helpers import audit, browsed
from tests.served import Served

HOSTILE = "<script>document.title = 'broken'</script> fined $48 million\n\nThe airline was fined 48 million euros.\n"
LIGHTS = ({"color_scheme": "light"}, {"color_scheme": "dark"}, {"viewport": {"width": 400, "height": 800}})


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder of a wrong article, a right one and a hostile one."""
    article(tmp_path, WRONG, "airline.md")
    article(tmp_path, CLEAN, "clean.md")
    article(tmp_path, HOSTILE, "hostile.txt")
    return tmp_path


@pytest.fixture
def served(drafts: Path) -> Iterator[Served]:
    review = Served(drafts)
    yield review
    review.close()


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return Book(tmp_path / "reviews.sqlite")


def refused(served: Served, address: str, **headers: str) -> int:
    try:
        with urlopen(Request(address, headers=headers), timeout=20):
            return 200
    except HTTPError as e:
        return e.code


# what must not be


def test_a_wrong_token_another_host_and_another_origin_are_refused(served: Served) -> None:
    where = urlsplit(served.home)
    assert refused(served, f"http://{where.netloc}/") == 403
    assert refused(served, f"http://{where.netloc}/{'x' * 32}/") == 403
    assert refused(served, served.home, Host="evil.example:80") == 403
    assert refused(served, served.home, Origin="http://evil.example") == 403
    assert refused(served, served.home, Origin="null") == 403
    assert refused(served, served.home) == 200


@pytest.mark.parametrize("path", ["../../../etc/passwd", "%2e%2e/airline.md", "airline.md", "text/99", "text/0"])
def test_nothing_is_served_but_what_is_reviewed(served: Served, path: str) -> None:
    assert refused(served, served.home + path) in {403, 404}


def test_it_listens_on_this_machine_alone(served: Served) -> None:
    port = urlsplit(served.home).port
    with pytest.raises(ConnectionRefusedError):  # another address of this machine
        socket.create_connection(("127.0.0.2", port or 0), timeout=5)


def test_a_dismissal_without_a_reason_is_refused(book: Book) -> None:
    (found,) = audit(WRONG).findings
    with pytest.raises(TroubleError, match="give a reason"):
        book.decide("a.md", found, "dismissed", " ", "Ada")
    with pytest.raises(TroubleError, match="no verdict"):
        book.decide("a.md", found, "liked", "why not", "Ada")
    assert book.standing() == {}


def test_a_finding_that_is_gone_cannot_be_decided(served: Served) -> None:
    assert "no longer there" in served.post("decide", text=1, fingerprint="none", verdict="accepted")


# what is kept


def test_the_last_decision_stands_and_undo_brings_back_the_one_before(book: Book) -> None:
    (found,) = audit(WRONG).findings
    book.decide("a.md", found, "dismissed", "they meant it", "Ada")
    book.decide("a.md", found, "accepted", "", "Ben")
    assert [d.verdict for d in book.standing().values()] == ["accepted"]
    book.undo("Ben")
    assert [(d.verdict, d.reason) for d in book.standing().values()] == [("dismissed", "they meant it")]
    book.undo("Ben")  # has decided nothing else
    assert len(book.standing()) == 1


def test_two_editors_lose_nothing_of_each_other(tmp_path: Path) -> None:
    (found,) = audit(WRONG).findings
    one, other = Book(tmp_path / "b.sqlite"), Book(tmp_path / "b.sqlite")
    for n in range(20):
        one.decide(f"{n}.md", found, "accepted", "", "Ada")
        other.decide(f"{n}.txt", found, "misread", "not the same fine", "Ben")
    assert len(one.standing()) == len(other.standing()) == 40
    ((rule, counts, right),) = precision(one.standing().values())
    assert (rule, counts["accepted"], counts["misread"], right) == (found.rule, 20, 20, 0.5)


def test_a_kill_during_the_work_loses_no_decision(drafts: Path) -> None:
    served = Served(drafts)
    for n in range(25):
        served.decide("dismissed", f"reason {n}")
    os.kill(served.process.pid, signal.SIGKILL)
    served.process.wait(20)
    again = Served(drafts)
    assert "reason 24" in again.get("text/1")
    again.close()


def test_decisions_survive_edits_elsewhere_and_become_a_baseline(served: Served) -> None:
    served.decide("dismissed", "two fines")
    article(served.folder, WRONG + "\nIt was the third fine in as many years.\n", "airline.md")
    assert "two fines" in served.get("text/1")
    (served.folder / "known.jsonl").write_text(served.get("dismissed.jsonl"), "utf-8")
    assert run("audit", "airline.md", "--baseline", "known.jsonl", cwd=served.folder).code == 0


def test_what_is_accepted_becomes_a_list_of_corrections(served: Served) -> None:
    assert MISMATCH not in served.get("accepted.md")
    fingerprint = served.decide("accepted")
    assert MISMATCH in served.get("accepted.md")
    assert fingerprint in served.get("accepted.jsonld")
    done = run("stats", cwd=served.folder)
    assert [line.split() for line in done.out.splitlines()][1] == [MISMATCH, "1", "0", "0", "0", "0", "100%"]


def test_a_text_is_reviewed_beside_its_source(tmp_path: Path) -> None:
    article(tmp_path, "The council spent 70 billion rubles on the harbour, the mayor said.\n", "source.txt")
    article(tmp_path, "The council spent $70 billion on the harbour.\n", "text.txt")
    review = Served(tmp_path, "text.txt", "--source", "source.txt", "--kind", "release")
    page = review.get("text/1")
    assert "compare/changed-figure" in page
    assert "the mayor said" in page
    review.decide("accepted")
    article(tmp_path, "The council spent $70 billion on the harbour, the mayor said.\n", "source.txt")
    assert 'class="finding' not in review.get("text/1")
    review.close()
    done = run("review", "text.txt", "--source", "source.txt", "--kind", "poem", "--no-open", cwd=tmp_path)
    assert (done.code, "poem: no such kind" in done.err) == (2, True)


def test_what_cannot_be_served_or_told_is_said(drafts: Path) -> None:
    done = run("stats", cwd=drafts)
    assert (done.code, "nothing was decided yet" in done.err) == (2, True)
    (drafts / "file").write_text("", "utf-8")
    done = run("review", ".", "--no-open", "--book", "file/reviews.sqlite", cwd=drafts)
    assert (done.code, "decisions cannot be kept there" in done.err) == (2, True)


# an editor's work, in a browser


@browsed
def test_an_editor_goes_from_the_queue_through_the_findings(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.home)
    assert "0 of 2 decided" in page.inner_text("main")
    page.click("tbody a >> nth=0")
    page.fill(".finding input[name=reason]", "two fines")
    page.click("button[value=dismissed]")
    assert "dismissed by Ada: two fines" in page.inner_text(".decided")
    page.click("#undo button")
    assert page.locator(".decided").count() == 0
    page.click("button[value=accepted]")
    page.click("nav a")
    assert "1 of 2 decided" in page.inner_text("main")
    assert "100%" in page.inner_text("main")
    page.reload()
    assert "accepted by Ada" in page.inner_text("main")
    page.close()


@browsed
def test_every_decision_can_be_made_with_keys(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(f"{served.home}text/1")
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert "accepted" in page.inner_text(".decided")
    with page.expect_navigation():
        page.keyboard.press("u")
    assert page.locator(".decided").count() == 0
    page.keyboard.press("j")
    page.keyboard.press("l")
    page.keyboard.type("the fine of May")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "mislinked by Ada: the fine of May" in page.inner_text(".decided")
    page.keyboard.press("j")
    page.keyboard.press("d")
    page.keyboard.type("two fines")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "dismissed by Ada: two fines" in page.inner_text(".decided")
    page.close()


@browsed
def test_a_page_comes_anew_when_its_text_is_saved(browser: Any, served: Served) -> None:
    page = browser.new_page()
    page.goto(f"{served.home}text/1")
    assert page.locator(".finding").count() == 1
    time.sleep(0.1)
    article(served.folder, CLEAN, "airline.md")
    page.locator(".finding").wait_for(state="detached", timeout=15_000)
    page.close()


@browsed
def test_news_do_not_lose_the_answer_to_a_decision_on_its_way(browser: Any, served: Served) -> None:
    def slowly(route: Any) -> None:
        served.decide("fixed")
        time.sleep(3.5)  # in which the page asks twice whether there are news
        route.continue_()

    page = browser.new_page()
    page.goto(f"{served.home}text/1")
    page.route("**/decide", slowly)
    page.keyboard.press("j")
    with page.expect_navigation():
        page.keyboard.press("a")
    assert "accepted by Ada" in page.inner_text(".decided")
    page.close()


@browsed
def test_a_hostile_text_runs_nothing(browser: Any, served: Served) -> None:
    page, refused_by_policy = browser.new_page(), list[str]()
    page.on("console", lambda m: refused_by_policy.append(m.text))
    page.goto(f"{served.home}text/3")
    assert "document.title" in page.inner_text(".words")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'document.title = 1'}))")
    assert page.title().endswith("hostile.txt")
    assert any("Content Security Policy" in told for told in refused_by_policy)
    page.close()


@browsed
@pytest.mark.parametrize("look", LIGHTS, ids=("light", "dark", "narrow"))
@pytest.mark.parametrize("path", ["", "text/1"])
def test_axe_finds_nothing(browser: Any, served: Served, path: str, look: dict[str, Any]) -> None:
    from axe_playwright_python.sync_playwright import Axe

    served.decide("accepted")
    page = browser.new_page(bypass_csp=True, **look)
    page.goto(served.home + path)
    assert [v["id"] for v in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()
