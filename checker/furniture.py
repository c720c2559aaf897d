"""Furniture: what stands around an article and is not its text, "By Ada Whitlock", "Subscribe to our newsletter"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import msgspec

from .dates import Dated, dates
from .lang import Lexicon, lexicon
from .model import Block, Role

LONGEST_NOTICE = 200  # characters; a longer line that begins like an advertisement is prose
LONGEST_DATELINE = 100  # characters
LEAD = 120  # characters at the start of the first paragraph in which a dateline is sought
LEAD_DATE = 60  # characters; a date further on belongs to the sentence
MOST_WORDS_BESIDE_A_DATE = 6
MOST_WORDS_OF_A_BYLINE = 14
SET_OFF = tuple(",:|•·/–—-")  # marks between a place or label and the date
BRACKETED = re.compile(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|/[^/]{0,40}/")  # (Reuters), /PRNewswire/
YEAR = re.compile(r"[0-9]{4}")
WORD = re.compile(r"[\w:.+’'-]{1,60}")
DASH = re.compile(r"\s{1,3}[-–—]{1,2}\s|--|[–—]")


def day(written: str, lex: Lexicon) -> date | None:
    """The day that a field gives, in ISO form (a time and zone may follow) or in prose; None where it gives none."""
    forms = (written[:LEAD], written[:LEAD].replace("-", " "))  # 14-MAY-2021
    return next((d.when.first for form in forms for d in dates(form, lex) if d.whole), None)


def credit(line: str, lex: Lexicon) -> tuple[Role | None, date | None]:
    """The role of a short line at the top of an article by its own words, and the day it gives.

    (None, None) where it is neither dateline, byline nor boilerplate.
    """
    if is_boilerplate(line, lex):
        return "boilerplate", None
    if dated := _dateline(line, lex):
        return "dateline", dated.when.first
    return ("byline" if _is_byline(line, lex) else None), None


def is_boilerplate(line: str, lex: Lexicon) -> bool:
    """Whether a line is an advertisement's or a site's own: it is such a phrase, opens with one or ends in one."""
    if len(line) > LONGEST_NOTICE:
        return False
    whole, openings, endings, heads = _notices(lex.lang)
    bare = line.lower().replace("’", "'").strip(" \t-–—*_•»>:.…!|[]()")
    if bare[:3] not in heads:
        return bare.endswith(endings)
    opened = next((len(p) for p in openings if bare.startswith(p)), 0)
    return bare in whole or (opened > 0 and not bare[opened - 1 : opened + 1].isalnum()) or bare.endswith(endings)


def settled(text: str, blocks: list[Block], titled: bool, lex: Lexicon) -> tuple[list[Block], date | None]:
    """The blocks with the roles that their place at the top and their words give them, and the day they name."""
    out: list[Block] = []
    published, top = None, True
    for block in blocks:
        words = text[block.span.start : block.span.end] if block.role in ("body", "headline") else ""
        role, when = block.role, None
        if role == "headline":
            role, titled = ("body" if titled or not top else "headline"), True
        elif words and top:
            own, when = credit(words.strip("*_ "), lex) if "\n" not in words else (None, None)
            role, top = own or role, own is not None
            when = when or (None if own else lead_day(words, lex))
        elif words and is_boilerplate(words, lex):
            role = "boilerplate"
        published = published or when
        out.append(msgspec.structs.replace(block, role=role))
    return out, published


@cache
def _notices(lang: str) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...], frozenset[str]]:
    """The phrases that are such a line, that open and that end one, and the first letters of the former."""
    phrases = lexicon(lang).words.boilerplate
    whole = frozenset(p.strip(" …") for p in phrases)
    openings = tuple(p.removesuffix("…") for p in phrases if p.endswith("…"))
    endings = tuple(p.removeprefix("…") for p in phrases if p.startswith("…"))
    return whole, openings, endings, frozenset(p[:3] for p in whole)


def _dateline(line: str, lex: Lexicon) -> Dated | None:
    """The whole date of a line that holds nothing else but place, weekday, time and source."""
    if len(line) > LONGEST_DATELINE or not YEAR.search(line):
        return None
    dated = next((d for d in dates(line, lex) if d.whole), None)
    if dated and _leads_to(line[: dated.span.start], lex) and _follows(line[dated.span.end :], lex):
        return dated
    return None


def lead_day(paragraph: str, lex: Lexicon) -> date | None:
    """The day of a dateline that opens an article's first paragraph, set off by a dash or in brackets."""
    head = paragraph[:LEAD]
    if not YEAR.search(head):
        return None
    dated = next((d for d in dates(head, lex) if d.whole and d.span.start <= LEAD_DATE), None)
    if not dated or not _leads_to(head[: dated.span.start], lex):
        return None
    left, right = head[: dated.span.start], head[dated.span.end :]
    dash = DASH.search(right)
    inside = right.partition(")" if "(" in left else "]")[0] if left.lstrip()[:1] in ("(", "[") else None
    if inside is not None and _follows(inside, lex):
        return dated.when.first
    return dated.when.first if dash and _follows(right[: dash.start()], lex) else None


def _leads_to(left: str, lex: Lexicon) -> bool:
    """Whether nothing but places, labels and a weekday stand before a date."""
    words = BRACKETED.sub("", left).strip(" \t([*_").split()
    if words and words[-1].lower().strip(".,") in lex.cldr.weekdays:
        words.pop()
    if not words or " ".join(words).lower().rstrip(" :") in lex.words.byline:
        return True
    plain = any(w[0].islower() and w not in lex.stopwords for w in words) and words[0].lower() not in lex.words.byline
    set_off = words[-1].endswith(SET_OFF) or (words[0].lower() in lex.words.byline and words[-1] in lex.stopwords)
    return len(words) <= MOST_WORDS_BESIDE_A_DATE and not plain and set_off


def _follows(right: str, lex: Lexicon) -> bool:
    """Whether nothing but a time, a zone and a source follow a date."""
    right = BRACKETED.sub("", right)
    named = {"|": 3, "•": 3, "·": 3, ",": 2}.get(right.lstrip()[:1], 0)  # how many capitalised words may name a place
    words: list[str] = WORD.findall(right)
    for before, word in zip(["", *words], words, strict=False):
        clock = (
            word[0].isdigit() or word.isupper() or word in lex.stopwords or (before[:1].isdigit() and len(word) <= 4)
        )
        named -= not clock and word[0].isupper()
        if not clock and (named < 0 or word[0].islower()):
            return False
    return len(words) <= MOST_WORDS_BESIDE_A_DATE


def _is_byline(line: str, lex: Lexicon) -> bool:
    """Whether a line opens with a byline's word and goes on in names."""
    words = WORD.findall(line)
    if not words or words[0].lower().rstrip(":") not in _first_words(lex.lang):
        return False
    lower = line.lower().lstrip("(")
    openings = (w for w in lex.words.byline if lower.startswith((f"{w} ", f"{w}:")) or lower == w)
    opening = max(openings, key=len, default="")
    names = words[len(opening.split()) :]
    told = len(names) > 0 or len(words) > 1  # "from our correspondent" names nobody
    named = all(not w[0].islower() or w in lex.stopwords for w in names)
    return bool(opening) and told and named and len(names) <= MOST_WORDS_OF_A_BYLINE


@cache
def _first_words(lang: str) -> frozenset[str]:
    return frozenset(w.split()[0] for w in lexicon(lang).words.byline)
