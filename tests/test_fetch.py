"""Addresses as inputs: fetched where the user allows it, from a real server on this machine's own address."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest

from checker.inputs import fetched
from checker.trouble import TroubleError
from tests.commands import run

PAGE = b"""<!doctype html><html><head><title>Port</title></head><body><article><h1>Bank lends port $30 million</h1>
<p>The bank will lend the port 30 million euros, its board said on Friday in the old town hall.</p>
</article></body></html>"""
done = Event()


def page(h: BaseHTTPRequestHandler) -> None:
    h.send_response(200)
    h.send_header("Content-Type", "text/html")
    h.end_headers()
    h.wfile.write(PAGE)


def drip(h: BaseHTTPRequestHandler) -> None:
    """A byte now and then, so that no single wait is long."""
    h.send_response(200)
    h.end_headers()
    while not done.wait(0.05):
        h.wfile.write(b"a")


def endless(h: BaseHTTPRequestHandler) -> None:
    h.send_response(200)
    h.end_headers()
    for _ in range(40):
        h.wfile.write(b"a" * 1_000_000)


def elsewhere(h: BaseHTTPRequestHandler) -> None:
    h.send_response(302)
    h.send_header("Location", "file:///etc/hostname")
    h.end_headers()


def to_ftp(h: BaseHTTPRequestHandler) -> None:
    h.send_response(302)
    h.send_header("Location", f"ftp://{h.headers['Host']}/page")
    h.end_headers()


ANSWERS: dict[str, Callable[[BaseHTTPRequestHandler], None]] = {
    "/page": page,
    "/drip": drip,
    "/endless": endless,
    "/elsewhere": elsewhere,
    "/ftp": to_ftp,
}


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server that answers well and badly."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = ANSWERS.get(self.path.partition("?")[0])
            with suppress(OSError):  # whoever asked has gone
                answer(self) if answer else self.send_error(404)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = True, False
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    done.set()
    server.shutdown()
    server.server_close()


def test_an_address_is_not_fetched_unless_that_is_allowed(site: str) -> None:
    told = run("audit", f"{site}/page")
    assert told.code == 2
    assert "only with --allow-net" in told.err


def test_a_page_is_audited_from_its_address(site: str) -> None:
    told = run("audit", f"{site}/page?from=mail", "--allow-net", "--format", "jsonl")
    assert told.code == 1
    assert "headline/" in told.out or "money/" in told.out


def test_a_text_is_held_against_a_page(site: str, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("The bank will lend the port 40 million euros.", "utf-8")
    told = run("compare", f"{site}/page", str(text), "--allow-net")
    assert told.code == 1
    assert "compare/changed-figure" in told.out


def test_what_cannot_be_fetched_is_told_and_the_rest_is_audited(site: str, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("The port is large.", "utf-8")
    told = run("audit", f"{site}/none", str(tmp_path / "text.txt"), "--allow-net")
    assert told.code == 2
    assert f"{site}/none: cannot be fetched: the server answers 404" in told.err
    assert "1 document" in told.out


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/endless", "more than 32,000,000 bytes"),
        ("/elsewhere", "is not allowed"),
        ("/ftp", "unknown url type: ftp"),
        ("/none", "answers 404"),
    ],
)
def test_a_bad_answer_is_told(site: str, path: str, why: str) -> None:
    with pytest.raises(TroubleError, match=why):
        fetched(site + path)


def test_a_slow_answer_is_not_waited_for(site: str) -> None:
    begun = monotonic()
    with pytest.raises(TroubleError, match="no answer in time"):
        fetched(f"{site}/drip", seconds=0.5)
    assert monotonic() - begun < 10


def test_nobody_listens() -> None:
    with pytest.raises(TroubleError, match="cannot be fetched"):
        fetched("http://127.0.0.1:9/page")
