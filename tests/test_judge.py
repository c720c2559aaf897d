"""Judge: a model is asked only where it is wanted, and whatever it does the audit stands."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.config import load
from checker.judge import NoOpinion, Opinion, Terms, appointed
from checker.judge.endpoint import LARGEST, MOST_FAILURES, PATH, Endpoint
from checker.model import Audit, Made
from checker.trouble import TroubleError
from tests.commands import article, run
from tests.helpers import Says, compare, document

RULE = "compare/changed-meaning"
DEADLINE = 0.3  # seconds, where a test is about it
SOURCE = "The council granted the port a loan of 300 million euros over ten years on Friday.\n"
TURNED = "The port was turned down for a loan of 300 million euros.\n"
BOTH = SOURCE.strip(), TURNED.strip()
Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    answer: Answer
    asked: list[dict[str, object]]
    keys: list[str | None]
    over: Event

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.asked.append({"path": self.path, **json.loads(body)})
        self.keys.append(self.headers["Authorization"])
        type(self).answer(self)

    def say(self, text: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(text.encode())))
        self.end_headers()
        self.wfile.write(text.encode())

    def tell(self, content: object) -> None:
        self.say(
            json.dumps({"id": "x", "choices": [{"index": 0, "message": {"role": "assistant", "content": content}}]})
        )

    def judge(self, verdict: str = "contradicts", confidence: object = 0.93, **more: object) -> None:
        self.tell(json.dumps({"verdict": verdict, "confidence": confidence, **more}))

    def log_message(self, *args: object) -> None:
        pass


class Server:
    """A server on this machine, what it was asked, and with which keys."""

    def __init__(self, answer: Answer, over: Event) -> None:
        self.asked, self.keys = list[dict[str, object]](), list[str | None]()
        told = {"answer": staticmethod(answer), "asked": self.asked, "keys": self.keys, "over": over}
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), type("H", (Handler,), told))
        self.server.daemon_threads, self.server.block_on_close = True, False
        Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"


Serve = Callable[[Answer], Server]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    monkeypatch.setenv("NO_PROXY", "*")
    over, servers = Event(), list[Server]()

    def start(answer: Answer) -> Server:
        servers.append(Server(answer, over))
        return servers[-1]

    yield start
    over.set()
    for s in servers:
        s.server.shutdown()
        s.server.server_close()


def reason(judge: Endpoint, text: str = "b") -> str:
    with pytest.raises(NoOpinion) as caught:
        judge.opinion("a", text)
    return str(caught.value)


def told(audit: Audit) -> list[tuple[str, str | None]]:
    return [(f.rule, f.severity) for f in audit.findings]


# what is asked, and what becomes of it


def test_nothing_is_asked_and_nothing_told_without_a_judge() -> None:
    audit = compare(TURNED, SOURCE)
    assert all(f.rule != RULE for f in (*audit.findings, *audit.checked, *audit.undecided))


def test_what_contradicts_is_a_note_on_the_sentence_with_the_sources() -> None:
    judge = Says("contradicts", 0.93)
    audit = compare(TURNED, SOURCE, judge=judge)
    (finding,) = audit.findings
    assert judge.asked == [BOTH]
    assert (finding.rule, finding.severity, finding.confidence) == (RULE, "note", 0.93)
    assert TURNED[finding.span.start : finding.span.end] == BOTH[1]
    assert [(w.doc, SOURCE[w.start : w.end]) for w in finding.witnesses] == [(1, BOTH[0])]
    assert "a judge" in finding.message


def test_what_is_supported_is_told_as_checked() -> None:
    audit = compare(TURNED, SOURCE, judge=Says("supports"))
    assert told(audit) == []
    assert RULE in {f.rule for f in audit.checked}


@pytest.mark.parametrize(
    ("judge", "why"),
    [(Says("cannot tell"), "the judge cannot tell"), (Says("contradicts", 0.55), "is only 0.55 sure")],
)
def test_what_it_cannot_tell_is_undecided(judge: Says, why: str) -> None:
    audit = compare(TURNED, SOURCE, judge=judge)
    assert told(audit) == []
    assert [why in (f.reason or "") for f in audit.undecided if f.rule == RULE] == [True]


def test_only_sentences_that_the_rules_have_spoken_of_are_asked_about() -> None:
    judge = Says("contradicts")
    compare(f"The baker closed early. {TURNED}", f"{SOURCE.strip()} Nobody spoke of bread.", judge=judge)
    assert judge.asked == [BOTH]


def test_a_sentence_with_an_error_or_in_the_sources_words_is_not_asked_about() -> None:
    judge = Says("contradicts")
    assert told(compare(TURNED.replace("300", "30"), SOURCE, judge=judge)) == [("compare/changed-figure", "error")]
    assert told(compare(SOURCE, SOURCE, judge=judge)) == []
    assert judge.asked == []


def test_a_sentence_that_a_rule_doubts_comes_first_and_keeps_its_warning() -> None:
    doubted = "The tea club costs nothing for the first month."
    source = f"{SOURCE.strip()} The tea club costs nothing for the first week, then the plan renews itself."
    judge = Says("contradicts")
    audit = compare(f"{TURNED.strip()} {doubted}", source, judge=judge)
    assert [text for _, text in judge.asked] == [doubted, BOTH[1]]
    assert sorted(told(audit)) == [("compare/changed-meaning", "note")] * 2 + [("compare/changed-word", "warning")]


def test_a_judge_changes_nothing_that_the_other_rules_say() -> None:
    audit, plain = compare(TURNED, SOURCE, judge=Says("contradicts")), compare(TURNED, SOURCE)
    assert tuple(f for f in audit.checked if f.rule != RULE) == plain.checked
    assert tuple(f for f in audit.undecided if f.rule != RULE) == plain.undecided


@given(st.text(max_size=120), st.text(max_size=120), st.sampled_from(["summary", "translation"]))
@example("", "Der Hafen bekommt 300 Millionen Euro.", "translation")
@settings(max_examples=30)
def test_no_pair_of_texts_trips_it(text: str, source: str, made: Made) -> None:
    for f in compare(text, source, made=made, judge=Says("contradicts")).findings:
        assert 0 <= f.span.start <= f.span.end <= len(text)


def test_an_editor_answers_for_it_as_for_any_other() -> None:
    text = f"<!-- checker-ignore {RULE}: agreed with the desk -->\n\n{TURNED}"
    audit = compare(text, SOURCE, judge=Says("contradicts"))
    assert told(audit) == []
    assert [f.rule for f in audit.known] == [RULE]
    assert told(compare(text, SOURCE)) == []  # nor is the comment told to be unused where there is no judge


def test_the_library_takes_a_judge() -> None:
    import checker

    audit = checker.compare(document(TURNED), (document(SOURCE),), judge=Says("contradicts"))
    assert told(audit) == [(RULE, "note")]


# an address


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


# a folder


def folder(home: Path, labels: tuple[str, ...] = ("contradiction", "entailment", "neutral"), outputs: int = 3) -> Path:
    """A model that knows two words, and contradicts the more the more often it reads "not"."""
    onnx = pytest.importorskip("onnx", reason="the tiny model is made with onnx")
    pytest.importorskip("onnxruntime", reason="extra: judge")
    tokenizers = pytest.importorskip("tokenizers", reason="extra: judge")
    h, t = onnx.helper, onnx.TensorProto
    rows = [[0.0] * outputs, [0.0, 1.0, *[0.0] * outputs][:outputs], [3.0, *[0.0] * outputs][:outputs]]
    table = h.make_tensor("table", t.FLOAT, [3, outputs], [x for row in rows for x in row])
    nodes = [
        h.make_node("Gather", ["table", "input_ids"], ["each"]),
        h.make_node("ReduceSum", ["each", "axis"], ["logits"], keepdims=0),
    ]
    graph = h.make_graph(
        nodes,
        "tiny",
        [h.make_tensor_value_info("input_ids", t.INT64, ["batch", "length"])],
        [h.make_tensor_value_info("logits", t.FLOAT, ["batch", outputs])],
        [table, h.make_tensor("axis", t.INT64, [1], [1])],
    )
    home.mkdir(exist_ok=True)
    onnx.save(h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8), str(home / "model.onnx"))
    tokens = tokenizers.Tokenizer(tokenizers.models.WordLevel({"[UNK]": 0, "port": 1, "not": 2}, unk_token="[UNK]"))
    tokens.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    tokens.save(str(home / "tokenizer.json"))
    config = {"id2label": {str(n): label for n, label in enumerate(labels)}, "max_position_embeddings": 64}
    (home / "config.json").write_text(json.dumps(config), "utf-8")
    return home


def test_a_folder_judges_pairs_on_this_machine(tmp_path: Path) -> None:
    judge = appointed(str(folder(tmp_path / "tiny")))
    assert judge.name == "tiny"
    contradicted = judge.opinion("the port", "not that not")
    assert contradicted.verdict == "contradicts"
    assert 0.9 < contradicted.confidence <= 1
    assert judge.opinion("the port", "a port").verdict == "supports"
    assert judge.opinion("port " * 500, "port").verdict == "supports"  # cut to what the model takes


def test_labels_of_other_models_are_known_in_any_order(tmp_path: Path) -> None:
    judge = appointed(str(folder(tmp_path / "m", ("ENTAILMENT", "NEUTRAL", "CONTRADICTION"))))
    assert judge.opinion("a", "not").verdict == "supports"


@pytest.mark.parametrize("labels", [("LABEL_0", "LABEL_1", "LABEL_2"), ("entailment", "neutral", "neutral")])
def test_labels_that_tell_nothing_are_refused(tmp_path: Path, labels: tuple[str, ...]) -> None:
    with pytest.raises(TroubleError, match="a judge tells contradiction, entailment and neutral"):
        appointed(str(folder(tmp_path / "m", labels)))


def test_a_model_with_other_outputs_than_labels_has_no_opinion(tmp_path: Path) -> None:
    with pytest.raises(NoOpinion, match="no 3 finite numbers"):
        appointed(str(folder(tmp_path / "m", outputs=2))).opinion("a", "b")


def test_a_model_that_is_none_has_no_opinion(tmp_path: Path) -> None:
    (folder(tmp_path / "m") / "model.onnx").write_bytes(b"weights, they said")
    judge = appointed(str(tmp_path / "m"))
    for _ in range(2):
        with pytest.raises(NoOpinion, match="cannot be loaded"):
            judge.opinion("a", "b")


def test_a_folder_without_its_files_and_no_folder_at_all_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TroubleError, match=r"it has no model\.onnx"):
        appointed(str(tmp_path))
    with pytest.raises(TroubleError, match="neither a folder nor an address"):
        appointed(str(tmp_path / "none"))


def test_without_the_extra_its_name_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, words in (
        ("model.onnx", ""),
        ("tokenizer.json", "{}"),
        ("config.json", '{"id2label": {"0": "refutes"}}'),
    ):
        article(tmp_path, words, name)
    monkeypatch.setattr("checker.judge.onnx.NEEDED", ("no_such_package",))
    with pytest.raises(TroubleError, match=r"claim-checker\[judge\]"):
        appointed(str(tmp_path))


# the command


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    return article(tmp_path, SOURCE, "source.txt"), article(tmp_path, TURNED, "text.txt")


def test_the_command_asks_only_where_it_is_told_to(serve: Serve, pair: tuple[Path, Path], tmp_path: Path) -> None:
    server = serve(Handler.judge)
    assert run("compare", *pair, "--notes", cwd=tmp_path).code == 0
    assert server.asked == []
    env = {"CHECKER_JUDGE_KEY": "secret"}
    done = run("compare", *pair, "--notes", "--format", "json", "--judge", server.url, cwd=tmp_path, env=env)
    assert (done.code, done.findings) == (0, [RULE])
    assert server.keys == ["Bearer secret"]
    again = run("compare", *pair, "--notes", "--format", "json", "--judge", server.url, cwd=tmp_path)
    assert again.out == done.out
    assert len(server.asked) == 1  # it was remembered


def test_a_judge_is_settled_in_the_file_and_raised_there(serve: Serve, pair: tuple[Path, Path], tmp_path: Path) -> None:
    server = serve(Handler.judge)
    settled = f'judge = "{server.url}"\njudge-model = "m"\njudge-deadline = 5\n[severity]\n"{RULE}" = "error"\n'
    article(tmp_path, settled, "checker.toml")
    refused = run("compare", *pair, cwd=tmp_path)
    assert refused.code == 2
    assert "sent sentences only with --allow-net" in refused.err
    assert server.asked == []
    assert run("compare", *pair, "--allow-net", cwd=tmp_path).code == 1
    assert [a["model"] for a in server.asked] == ["m"]
    run("audit", pair[1], cwd=tmp_path)
    assert len(server.asked) == 1
    article(tmp_path, 'judge = "models/mine"\n', "checker.toml")
    assert load(tmp_path).judge == str(tmp_path / "models" / "mine")


def test_a_budget_of_none_asks_nothing_and_says_so(serve: Serve, pair: tuple[Path, Path], tmp_path: Path) -> None:
    server = serve(Handler.judge)
    article(tmp_path, f'judge = "{server.url}"\njudge-budget = 0\n', "checker.toml")
    done = run("compare", *pair, "--allow-net", cwd=tmp_path)
    assert done.code == 0
    assert "the budget of 0 questions is spent" in " ".join(done.out.split())
    assert server.asked == []


def test_a_failing_judge_leaves_the_report_as_it_is_without_one(
    serve: Serve, tmp_path: Path, pair: tuple[Path, Path]
) -> None:
    article(tmp_path, TURNED + "The tea was 30 million euros.\n", "text.txt")
    plain = run("compare", *pair, "--format", "json", cwd=tmp_path)
    server = serve(lambda h: h.say("busy", 500))
    done = run("compare", *pair, "--format", "json", "--judge", server.url, cwd=tmp_path)
    assert (done.code, done.findings) == (plain.code, plain.findings)
    reasons = [u["reason"] for u in done.json["documents"][0]["undecided"] if u["rule"] == RULE]
    assert reasons
    assert set(reasons) == {"the judge has no opinion: the server answers 500 Internal Server Error"}


def test_a_judge_that_cannot_be_one_is_told_and_the_audit_made(pair: tuple[Path, Path], tmp_path: Path) -> None:
    article(tmp_path, TURNED.replace("300", "30"), "text.txt")
    done = run("compare", *pair, "--format", "json", "--judge", "nowhere", cwd=tmp_path)
    assert done.code == 2
    assert done.err.splitlines() == ["checker: judge nowhere: neither a folder nor an address (http://…, https://…)"]
    assert done.findings == ["compare/changed-figure"]


def test_a_folder_is_asked_by_the_command(pair: tuple[Path, Path], tmp_path: Path) -> None:
    article(tmp_path, "The port will not, not at all, get 300 million euros.\n", "text.txt")
    done = run("compare", *pair, "--notes", "--format", "json", "--judge", folder(tmp_path / "tiny"), cwd=tmp_path)
    assert RULE in done.findings, done.err


def test_an_opinion_is_read_strictly() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode('{"verdict": "supports", "confidence": -0.1}', type=Opinion)
