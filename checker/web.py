"""Web: what an address answers with, within a deadline and a size, "https://example.org/a.html"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

T = TypeVar("T")
SCHEMES = ("http://", "https://")
NAME = "claim-checker"  # by which a server knows us


class UnansweredError(Exception):
    """An address was not asked, or did not answer; the message is a short phrase for a report, "no answer in time"."""


def is_address(name: str) -> bool:
    """Whether a name is an address rather than a file's."""
    return name.lower().startswith(SCHEMES)


def in_time(ask: Callable[[], T], seconds: float) -> T | None:
    """What a function returns, None where it takes longer: no limit of a socket stops a server that sends bytewise."""
    from threading import Thread

    answers = list[T]()
    asking = Thread(target=lambda: answers.append(ask()), daemon=True)
    asking.start()
    asking.join(seconds)
    return answers[0] if answers else None


def answer(
    address: str,
    headers: Mapping[str, str],
    largest: int,
    seconds: float,
    sent: bytes | None = None,
    follow: bool = True,
) -> bytes:
    """The body that an address answers with, at most so many bytes; where follow tells, from where it leads on to.

    Raises UnansweredError where that is an error, comes too late or is too large.
    """
    told = in_time(lambda: _answer(address, headers, largest, seconds, sent, follow), seconds)
    if isinstance(told, bytes):
        return told
    raise told or _late(seconds)


def _answer(
    address: str, headers: Mapping[str, str], largest: int, seconds: float, sent: bytes | None, follow: bool
) -> bytes | UnansweredError:
    import http.client  # all of these take longer to load than a text takes to audit
    from urllib import request
    from urllib.error import HTTPError

    opener = request.OpenerDirector()  # it knows addresses of the web alone: no page leads to a file
    handlers = [request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler, request.HTTPErrorProcessor]
    handlers += [request.HTTPDefaultErrorHandler, request.UnknownHandler]
    for handler in [*handlers, *([request.HTTPRedirectHandler] if follow else [])]:
        opener.add_handler(handler())
    try:
        with opener.open(request.Request(address, sent, {"User-Agent": NAME, **headers}), timeout=seconds) as page:
            body: bytes = page.read(largest + 1)
    except HTTPError as e:
        return UnansweredError(f"the server answers {e.code} {e.reason}")
    except (OSError, ValueError, http.client.HTTPException) as e:
        why = getattr(e, "reason", None) or e
        told = why if isinstance(why, str) else type(why).__name__  # a server may have written the words of an error
        return _late(seconds) if isinstance(why, TimeoutError) else UnansweredError(f"no connection ({told})")
    return body if len(body) <= largest else UnansweredError(f"more than {largest:,} bytes")


def _late(seconds: float) -> UnansweredError:
    return UnansweredError(f"no answer in time ({seconds:g} seconds)")
