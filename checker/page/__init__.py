"""Page: web pages that need nothing but themselves, styled and scripted from the files beside this one."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

from ..wording import visible

HERE = Path(__file__).parent
KEYS = (("j, k", "next, previous finding"), ("f", "search"), ("?", "these keys"), ("Esc", "back to the text"))
SERVED = (
    ("a, x", "accept, fixed"),
    ("d, m, l", "dismiss, misread, wrong link: with a reason, or what is right"),
    ("w", "write the dismissal as a comment"),
    ("W", "write all, from the queue"),
    ("u", "undo"),
)


def plain(words: str) -> str:
    """Words that can do nothing in a page, in its text or in an attribute."""
    return escape(visible(words), quote=True)


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _hash(words: str) -> str:
    """What lets a page run this and nothing else."""
    return f"'sha256-{b64encode(hashlib.sha256(words.encode()).digest()).decode()}'"


def page(title: str, body: Iterator[str], served: bool = False) -> Iterator[str]:
    """A whole page, which may fetch nothing and run nothing but its own script.

    One that is served may send what its forms hold to the server that it is from, and ask it for news.
    """
    style, script = _asset("page.css"), _asset("page.js") + (_asset("served.js") if served else "")
    forms, referrer = ("'self'; connect-src 'self'", "same-origin") if served else ("'none'", "no-referrer")
    policy = f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; "
    policy += f"form-action {forms}"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="referrer" content="{referrer}">\n'
    yield f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield from body
    keys = KEYS + SERVED if served else KEYS
    yield f'{_help(keys)}<svg id="link" aria-hidden="true"></svg>\n<script>{script}</script>\n</body>\n</html>\n'


def _help(keys: tuple[tuple[str, str], ...]) -> str:
    rows = "".join(f"<dt><kbd>{escape(key)}</kbd></dt><dd>{escape(what)}</dd>" for key, what in keys)
    close = '<form method="dialog"><button>Close</button></form>'
    return f'<dialog id="help" aria-label="Keys"><h2>Keys</h2><dl>{rows}</dl>{close}</dialog>\n'
