"""Markup: words made safe to stand in XML and HTML, "AT&amp;T"."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from .wording import visible


def content(words: str) -> str:
    """Words as the text of an element.

    >>> content("AT&T < 5\\x1b[1m")
    'AT&amp;T &lt; 5 [1m'
    """
    return escape(_allowed(words))


def attributes(**given: object) -> str:
    """Attributes with a space before each.

    >>> attributes(name='say "no"', line=3)
    ' name=\\'say "no"\\' line="3"'
    """
    return "".join(f" {name}={quoteattr(_allowed(str(value)))}" for name, value in given.items())


def _allowed(words: str) -> str:
    """Words without the characters that no XML may hold: controls, lone surrogates, and two that are none."""
    return visible(words).encode("utf-8", "replace").decode().replace("\ufffe", " ").replace("\uffff", " ")
