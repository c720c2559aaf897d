"""Tests of checker.rates.live against a real server on this machine's own address."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from time import monotonic

import pytest

from checker.rates import RatesUnavailable
from checker.rates.live import MOST_REQUESTS, Live, _days_to_ask

DEADLINE = 0.3  # seconds, where a test is about it; a service that answers has as long as any
THURSDAY = date(2015, 4, 2)
Answer = Callable[["Handler", str], None]


class Handler(BaseHTTPRequestHandler):
    answer: Answer
    asked: list[str]
    over: Event

    def do_GET(self) -> None:
        self.asked.append(self.path)
        type(self).answer(self, self.path.lstrip("/").split("?")[0])

    def say(self, text: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def rates(self, day: object, **rates: object) -> None:
        self.say(json.dumps({"base": "RUB", "date": day, "rates": rates}))

    def log_message(self, *args: object) -> None:
        pass


Serve = Callable[..., tuple[Live, list[str]]]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    monkeypatch.setenv("NO_PROXY", "*")
    over = Event()
    servers: list[ThreadingHTTPServer] = []

    def start(answer: Answer, deadline: float = 10.0) -> tuple[Live, list[str]]:
        asked: list[str] = []
        handler = type("H", (Handler,), {"answer": staticmethod(answer), "asked": asked, "over": over})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        server.daemon_threads, server.block_on_close = True, False
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
        return Live(f"http://127.0.0.1:{server.server_port}/", deadline), asked

    yield start
    over.set()
    for server in servers:
        server.shutdown()
        server.server_close()


def reason(live: Live, first: date = THURSDAY, last: date = THURSDAY, quote: str = "USD") -> str:
    with pytest.raises(RatesUnavailable) as caught:
        live.quotes("RUB", quote, first, last)
    assert type(caught.value) is RatesUnavailable
    return str(caught.value)


def test_the_right_day(serve: Serve) -> None:
    live, asked = serve(lambda h, day: h.rates(day, USD=0.0175))
    for _ in range(2):
        (quote,) = live.quotes("RUB", "USD", THURSDAY, THURSDAY)
        assert (quote.value, quote.day, quote.source) == (Decimal("0.0175"), THURSDAY, "forex-python")
    assert asked == ["/2015-04-02?base=RUB&symbols=USD&rtype=fpy"]  # the second answer came from memory


def test_the_latest_weekday_that_answers(serve: Serve) -> None:
    live, asked = serve(lambda h, day: h.rates("2015-04-02", USD=0.0175))
    (quote,) = live.quotes("RUB", "USD", date(2015, 3, 22), date(2015, 4, 5))  # Easter Sunday
    assert (quote.day, len(asked)) == (THURSDAY, 2)
    assert reason(live, date(2015, 4, 4), date(2015, 4, 5)) == "no weekday among those days"


def test_a_few_days_of_a_long_period(serve: Serve) -> None:
    live, asked = serve(lambda h, day: h.rates(day, USD=0.0175))
    quotes = live.quotes("RUB", "USD", date(2015, 1, 1), date(2015, 12, 31))
    assert [str(q.day) for q in quotes] == ["2015-01-01", "2015-07-02", "2015-12-31"]
    assert len(asked) == MOST_REQUESTS


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (lambda h, day: h.rates("2099-01-01", USD=0.0175), "asked for 2015-04-02, it answers for 2099-01-01"),
        (lambda h, day: h.rates(None, USD=0.0175), "asked for 2015-04-02, it answers for None"),
        (lambda h, day: h.rates(day, EUR=0.0175), "no USD"),
        (lambda h, day: h.rates(day, USD="0.0175"), "its rate for USD is not a number above zero"),
        (lambda h, day: h.rates(day, USD=True), "its rate for USD is not a number above zero"),
        (lambda h, day: h.rates(day, USD=float("nan")), "its rate for USD is not a number above zero"),
        (lambda h, day: h.rates(day, USD=0), "its rate for USD is not a number above zero"),
        (lambda h, day: h.rates(day, USD=1e300), "its rate for USD is not a number above zero"),
        (lambda h, day: h.say("<html>This domain is for sale"), "the answer of the service is not JSON"),
        (lambda h, day: h.say(""), "the answer of the service is not JSON"),
        (lambda h, day: h.say("[1, 2]"), "the answer of the service has no rates"),
        (lambda h, day: h.say('{"rates": [1]}'), "the answer of the service has no rates"),
        (lambda h, day: h.say("[" * 100_000), "the answer of the service cannot be read (RecursionError)"),
        (lambda h, day: h.say("gateway timeout", 504), "the service answers with an error"),
        (lambda h, day: h.say("no such page", 404), "the service answers with an error"),
        (lambda h, day: h.wfile.write(b"nonsense\r\n\r\n"), "no connection to the service (ConnectionError)"),
    ],
)
def test_an_answer_that_is_none(serve: Serve, answer: Answer, expected: str) -> None:
    assert reason(serve(answer)[0]) == expected


def hang(h: Handler, day: str) -> None:
    h.over.wait(5)


def drip(h: Handler, day: str) -> None:
    h.send_response(200)
    h.send_header("Content-Length", "100000")
    h.end_headers()
    while not h.over.wait(0.02):
        h.wfile.write(b" ")


def loop(h: Handler, day: str) -> None:
    h.send_response(302)
    h.send_header("Location", h.path)
    h.send_header("Content-Length", "0")
    h.end_headers()


@pytest.mark.parametrize("answer", [hang, drip])
def test_the_deadline_holds_and_the_service_is_not_asked_again(serve: Serve, answer: Answer) -> None:
    live, asked = serve(answer, DEADLINE)
    reason(serve(lambda h, day: h.say(""))[0])  # forex-python is imported before the clock starts
    start = monotonic()
    assert reason(live, date(2015, 3, 19)) == "no answer in time"
    assert DEADLINE <= monotonic() - start < DEADLINE + 1
    start = monotonic()
    assert reason(live, quote="EUR") == "no answer in time"
    assert monotonic() - start < 0.1
    assert len(asked) == 1


def test_redirects_without_end(serve: Serve) -> None:
    assert reason(serve(loop)[0]) == "no connection to the service (TooManyRedirects)"


def test_nobody_listens() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        live = Live(f"http://127.0.0.1:{closed.getsockname()[1]}/", DEADLINE)
        assert reason(live) == reason(live, quote="EUR") == "no connection to the service (ConnectionError)"


def test_requests_are_bounded(serve: Serve) -> None:
    live, asked = serve(lambda h, day: h.rates("2099-01-01", USD=0.0175))
    assert reason(live, date(2015, 3, 19)).startswith("asked for")
    assert len(asked) == MOST_REQUESTS
    live, asked = serve(lambda h, day: h.say("gateway timeout", 504))
    for quote in ("USD", "EUR", "GBP", "JPY", "CHF"):
        assert reason(live, date(2015, 3, 19), quote=quote) == "the service answers with an error"
    assert len(asked) == 3  # an error ends a question, and three in a row end the asking


def test_the_days_that_are_asked() -> None:
    assert [d.day for d in _days_to_ask(date(2015, 3, 20), date(2015, 4, 6))] == [6, 3, 2]
    assert _days_to_ask(date(2015, 4, 7), THURSDAY) == []
