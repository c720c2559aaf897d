"""Fetch: a page from its address, which happens only where the user allows the network, "https://example.org/a.html"."""

from __future__ import annotations

import http.client
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

from .read import LARGEST, MB
from .trouble import TroubleError

DEADLINE = 20.0  # seconds for one page, from the first byte asked for to the last one read
ASKED = {"User-Agent": "claim-checker", "Accept": "text/html, text/*, application/pdf, */*;q=0.5"}
WEB = (
    ProxyHandler,
    HTTPHandler,
    HTTPSHandler,
    HTTPRedirectHandler,
    HTTPErrorProcessor,
    HTTPDefaultErrorHandler,
    UnknownHandler,
)


def fetched(address: str, deadline: float = DEADLINE) -> bytes:
    """What an address answers with. Raises TroubleError where that is an error, comes too late or is too large."""
    answers: list[bytes | TroubleError] = []
    asking = Thread(target=lambda: answers.append(_asked(address, deadline)), daemon=True)
    asking.start()
    asking.join(deadline)
    answer = answers[0] if answers else TroubleError(f"{address}: no answer in time ({deadline:g} seconds)")
    if isinstance(answer, TroubleError):
        raise answer
    return answer


def _asked(address: str, deadline: float) -> bytes | TroubleError:
    try:
        with _opener().open(Request(address, headers=ASKED), timeout=deadline) as page:
            data: bytes = page.read(LARGEST + 1)
    except HTTPError as e:
        return TroubleError(f"{address}: the server answers {e.code} {e.reason}")
    except (URLError, OSError, ValueError, http.client.HTTPException) as e:
        return TroubleError(f"{address}: cannot be fetched: {getattr(e, 'reason', None) or e}")
    if len(data) > LARGEST:
        return TroubleError(f"{address}: larger than {LARGEST // MB} MB; save it and split it")
    return data


def _opener() -> OpenerDirector:
    """What follows addresses of the web, and no page to a file or to another service."""
    opener = OpenerDirector()
    for handler in WEB:
        opener.add_handler(handler())
    return opener
