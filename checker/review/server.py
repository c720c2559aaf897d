"""Server: the review page, on this machine alone and behind a token, "http://127.0.0.1:8437/TOKEN/"."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable, Iterable
from urllib.parse import parse_qs, quote

from starlette.applications import Starlette
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from .. import registry
from ..trouble import TroubleError
from . import pages
from .desk import Desk

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
EXPORTED = {"accepted.md": "markdown", "accepted.jsonld": "claimreview"}
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HOSTS = ("127.0.0.1", "localhost")
LONGEST = 100_000  # bytes of what a form may send

Next = Callable[[Request], Awaitable[Response]]


class Rooms:
    """What is answered under which address."""

    def __init__(self, desk: Desk, who: str, token: str) -> None:
        self.desk, self.who, self.token, self.trouble, self.done = desk, who, token, "", ""

    async def guard(self, request: Request, answer: Next) -> Response:
        """Turns away another host, another origin and a wrong token."""
        host, origin = request.headers.get("host", ""), request.headers.get("origin")
        token = request.url.path.split("/")[1]
        if host.rpartition(":")[0] not in HOSTS or (origin and origin != f"http://{host}"):
            return PlainTextResponse("not from here", 403, HEADERS)
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            return PlainTextResponse("the address has no token, or a wrong one", 403, HEADERS)
        response = await answer(request)
        response.headers.update(HEADERS)
        return response

    async def queue(self, request: Request) -> Response:
        """All findings."""
        self.desk.fresh()
        start = _number(request.query_params.get("from", ""))
        return _html(pages.queue(self.desk, start, self._told()))

    async def text(self, request: Request) -> Response:
        """One text."""
        self.desk.fresh()
        number = request.path_params["number"]
        if not 0 < number <= len(self.desk.audits):
            return PlainTextResponse("no such text", 404)
        return _html(pages.text(self.desk, number, self._told()))

    async def decide(self, request: Request) -> Response:
        """Writes a decision down, and goes to the next finding of the text; what was wrong is told there."""
        self.desk.fresh()
        form = await _form(request)
        number = _number(form.get("text", ""))
        try:
            audit, f = self.desk.find(number, form.get("fingerprint", ""))
            self.desk.book.decide(audit.document.name, f, form.get("verdict", ""), form.get("reason", ""), self.who)
        except TroubleError as e:
            self.trouble = str(e)
            return self._to(number)
        return self._to(number, f"#d{number}-f{min(audit.findings.index(f) + 2, len(audit.findings))}")

    async def undo(self, request: Request) -> Response:
        """Strikes the last decision of whoever reviews here."""
        self.desk.book.undo(self.who)
        return self._to(_number((await _form(request)).get("text", "")))

    def _to(self, number: int, place: str = "") -> Response:
        there = 0 < number <= len(self.desk.audits)
        return RedirectResponse(f"/{self.token}/" + (f"text/{number}{place}" if there else ""), 303)

    def _told(self) -> pages.Told:
        """What was wrong with the last thing asked for, and what was done, told once."""
        told = pages.Told(self.trouble, self.done)
        self.trouble = self.done = ""
        return told

    async def answer(self, request: Request) -> Response:
        """Writes the comment that answers for a finding."""
        self.desk.fresh()
        form = await _form(request)
        number = _number(form.get("text", ""))
        try:
            self.done = self.desk.answer(number, form.get("fingerprint", ""))
        except TroubleError as e:
            self.trouble = str(e)
        return self._to(number)

    async def answers(self, request: Request) -> Response:
        """Writes the comments that answer for all that was dismissed."""
        self.desk.fresh()
        self.done, self.trouble = self.desk.answer_all()
        return self._to(0)

    async def export(self, request: Request) -> Response:
        """What was accepted as a report, or what was dismissed as a baseline."""
        self.desk.fresh()
        file = request.path_params["file"]
        if file == "dismissed.jsonl":
            return PlainTextResponse(self.desk.dismissed())
        if file not in EXPORTED:
            return PlainTextResponse("no such file", 404)
        report = registry.room("checker.report", EXPORTED[file])
        return PlainTextResponse("".join(report.report(self.desk.accepted(), self.desk.engine.rules)))

    async def word(self, request: Request) -> Response:
        """A document of Word with what was accepted as comments."""
        self.desk.fresh()
        number = request.path_params["number"]
        try:
            name, data = self.desk.commented(number)
        except TroubleError as e:
            self.trouble = str(e)
            return self._to(number)
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(data, headers=named, media_type=WORD)

    async def news(self, request: Request) -> Response:
        """Whether a page is still as things stand."""
        return PlainTextResponse(self.desk.news())


def _html(told: Iterable[str], status: int = 200) -> Response:
    return HTMLResponse("".join(told).encode("utf-8", "replace"), status)


def _number(told: str) -> int:
    return int(told) if told.isdecimal() and len(told) < 10 else 0


async def _form(request: Request) -> dict[str, str]:
    """What a form has sent, each field once."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LONGEST:
            return {}
    return {key: values[-1] for key, values in parse_qs(body.decode("utf-8", "replace")).items()}


def app(desk: Desk, who: str, token: str) -> Starlette:
    """The page as an application."""
    rooms = Rooms(desk, who, token)
    routes = [
        Route("/{token}/", rooms.queue),
        Route("/{token}/text/{number:int}", rooms.text),
        Route("/{token}/text/{number:int}/commented", rooms.word),
        Route("/{token}/decide", rooms.decide, methods=["POST"]),
        Route("/{token}/answer", rooms.answer, methods=["POST"]),
        Route("/{token}/answers", rooms.answers, methods=["POST"]),
        Route("/{token}/undo", rooms.undo, methods=["POST"]),
        Route("/{token}/news", rooms.news),
        Route("/{token}/text/news", rooms.news),
        Route("/{token}/{file}", rooms.export),
    ]
    made = Starlette(routes=routes)
    made.add_middleware(BaseHTTPMiddleware, dispatch=rooms.guard)
    return made
