"""Page: web pages that need nothing but themselves, styled and scripted from the files beside this one."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path

HERE = Path(__file__).parent
KEYS = (("j, k", "next, previous finding"), ("f", "search"), ("?", "these keys"), ("Esc", "back to the text"))


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def _hash(words: str) -> str:
    """What lets a page run this and nothing else."""
    return f"'sha256-{b64encode(hashlib.sha256(words.encode()).digest()).decode()}'"


def page(title: str, body: Iterator[str]) -> Iterator[str]:
    """A whole page, which may fetch nothing and run nothing but its own script."""
    style, script = _asset("page.css"), _asset("page.js")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield from body
    yield f'{_help()}<svg id="link" aria-hidden="true"></svg>\n<script>{script}</script>\n</body>\n</html>\n'


def _help() -> str:
    rows = "".join(f"<dt><kbd>{escape(key)}</kbd></dt><dd>{escape(what)}</dd>" for key, what in KEYS)
    close = '<form method="dialog"><button>Close</button></form>'
    return f'<dialog id="help" aria-label="Keys"><h2>Keys</h2><dl>{rows}</dl>{close}</dialog>\n'
