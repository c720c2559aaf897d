"""Judging: the texts that judges are asked about in tests, a model and a server that answers for one."""

from __future__ import annotations

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from checker.model import Audit

RULE = "compare/changed-meaning"
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


def told(audit: Audit) -> list[tuple[str, str | None]]:
    return [(f.rule, f.severity) for f in audit.findings]


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
