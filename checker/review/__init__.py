"""Review: what editors decide about findings, on a page of their own machine, kept by fingerprint."""

from __future__ import annotations

import getpass
import secrets
import socket
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from ..engine import Engine

if TYPE_CHECKING:
    from .shelf import Shelf


def serve(
    shelf: Shelf, engine: Engine, book: Path, who: str | None, port: int, browser: bool, say: Callable[[str], None]
) -> None:
    """Serves the review of the texts on a shelf on this machine until it is stopped.

    Raises TroubleError where decisions cannot be kept or the port is taken, and ImportError without the extra.
    """
    import uvicorn

    from ..trouble import TroubleError
    from .book import Book
    from .desk import Desk
    from .server import app

    desk, token = Desk(shelf, engine, Book(book)), secrets.token_urlsafe(24)
    desk.fresh()
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
        listening.listen()  # before the address is told, so that whoever follows it is answered
    except OSError as e:
        raise TroubleError(f"--port {port}: {e.strerror or e}") from e
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/{token}/"
    say(f"{address}\nCtrl-C ends it; decisions are kept in {book}")
    if browser:
        webbrowser.open(address)
    config = uvicorn.Config(app(desk, who or getpass.getuser(), token), log_level="error", lifespan="off")
    uvicorn.Server(config).run(sockets=[listening])
