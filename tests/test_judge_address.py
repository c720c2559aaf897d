"""Judge at an address: asked in the protocol, in bounded time, and never twice the same."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from time import monotonic

import pytest

from checker.judge import NoOpinion, Opinion, Terms
from checker.judge.endpoint import LARGEST, MOST_FAILURES, PATH, Endpoint
from checker.trouble import TroubleError
from tests.judging import BOTH, Answer, Handler, Serve

DEADLINE = 0.3  # seconds, where a test is about it


def reason(judge: Endpoint, text: str = "b") -> str:
    with pytest.raises(NoOpinion) as caught:
        judge.opinion("a", text)
    return str(caught.value)


def test_an_address_is_asked_in_the_protocol_and_its_answer_read(serve: Serve) -> None:
    server = serve(Handler.judge)
    judge = Endpoint(server.url, Terms("small", key="secret"))
    assert judge.opinion(*BOTH) == Opinion("contradicts", 0.93)
    (asked,) = server.asked
    assert (asked["path"], asked["model"], asked["temperature"]) == ("/v1" + PATH, "small", 0)
    messages = asked["messages"]
    assert isinstance(messages, list)
    assert json.loads(messages[1]["content"]) == {"source": BOTH[0], "text": BOTH[1]}
    assert server.keys == ["Bearer secret"]


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (lambda h: h.say("<html>This domain is for sale"), "not as asked for"),
        (lambda h: h.say(""), "not as asked for"),
        (lambda h: h.say('{"choices": []}'), "not as asked for"),
        (lambda h: h.say("[" * 100_000), "not as asked for"),
        (lambda h: h.tell(None), "not as asked for"),
        (lambda h: h.tell("They contradict each other."), "not as asked for"),
        (lambda h: h.tell('```json\n{"verdict": "supports", "confidence": 1}\n```'), "not as asked for"),
        (lambda h: h.judge("maybe"), "Invalid enum value 'maybe'"),
        (lambda h: h.judge(confidence="0.9"), "Expected `float`, got `str`"),
        (lambda h: h.judge(confidence=93), "Expected `float` <= 1.0"),
        (lambda h: h.judge(note="x"), "unknown field `note`"),
        (lambda h: h.say("busy", 500), "the server answers 500"),
        (lambda h: h.say("who?", 401), "the server answers 401"),
        (lambda h: h.say("x" * (LARGEST + 1)), f"more than {LARGEST:,} bytes"),
        (lambda h: h.wfile.write(b"nonsense\r\n\r\n"), "no connection (BadStatusLine)"),
    ],
)
def test_an_answer_that_is_none_is_a_reason(serve: Serve, answer: Answer, why: str) -> None:
    assert why in reason(Endpoint(serve(answer).url))


def hang(h: Handler) -> None:
    h.over.wait(5)


def drip(h: Handler) -> None:
    h.send_response(200)
    h.send_header("Content-Length", "100000")
    h.end_headers()
    while not h.over.wait(0.02):
        h.wfile.write(b" ")


@pytest.mark.parametrize("answer", [hang, drip])
def test_the_deadline_holds_and_the_address_is_let_be_after_some_failures(serve: Serve, answer: Answer) -> None:
    server = serve(answer)
    judge = Endpoint(server.url, Terms(deadline=DEADLINE))
    for n in range(MOST_FAILURES):
        start = monotonic()
        assert reason(judge, str(n)) == "no answer in time (0.3 seconds)"
        assert monotonic() - start < DEADLINE + 1
    assert "not asked again" in reason(judge)
    assert len(server.asked) <= MOST_FAILURES


def test_a_redirect_is_not_followed_with_a_key(serve: Serve) -> None:
    other = serve(Handler.judge)

    def elsewhere(h: Handler) -> None:
        h.send_response(307)
        h.send_header("Location", other.url + PATH)
        h.send_header("Content-Length", "0")
        h.end_headers()

    assert reason(Endpoint(serve(elsewhere).url, Terms(key="secret"))) == "the server answers 307 Temporary Redirect"
    assert other.asked == []


def test_nobody_listens() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert reason(Endpoint(f"http://127.0.0.1:{closed.getsockname()[1]}")).startswith("no connection")


def test_a_key_does_not_go_over_a_network_in_the_clear() -> None:
    with pytest.raises(TroubleError, match="https alone"):
        Endpoint("http://judge.example/v1", Terms(key="secret"))


def test_what_was_answered_is_sent_once_and_failures_are_not_kept(serve: Serve, tmp_path: Path) -> None:
    memory, server = tmp_path / "o.sqlite", serve(Handler.judge)
    for _ in range(2):
        for judge in [Endpoint(server.url, Terms("m", memory=memory))]:
            assert judge.opinion("a", "b") == judge.opinion("a", "b") == Opinion("contradicts", 0.93)
    assert len(server.asked) == 1
    Endpoint(server.url, Terms("other", memory=memory)).opinion("a", "b")
    Endpoint(server.url, Terms("m", memory=memory)).opinion("a", "c")
    assert len(server.asked) == 3
    down = serve(lambda h: h.say("busy", 500))
    for _ in range(2):
        reason(Endpoint(down.url, Terms(memory=memory)))
    assert len(down.asked) == 2


def test_a_memory_that_is_damaged_harms_nothing(serve: Serve, tmp_path: Path) -> None:
    memory = tmp_path / "o.sqlite"
    memory.write_bytes(b"no database at all" * 100)
    assert Endpoint(serve(Handler.judge).url, Terms(memory=memory)).opinion("a", "b").verdict == "contradicts"


def test_the_budget_holds_and_what_is_remembered_costs_none(serve: Serve) -> None:
    server = serve(Handler.judge)
    judge = Endpoint(server.url, Terms(budget=2))
    judge.opinion("a", "b")
    judge.opinion("a", "c")
    assert reason(judge, "d") == "the budget of 2 questions is spent"
    assert judge.opinion("a", "b").verdict == "contradicts"
    assert len(server.asked) == 2
