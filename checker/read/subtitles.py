"""Subtitles: the words of a film's cues as running text, each at its time, "00:01:02,000 --> 00:01:04,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby

import msgspec

from ..lines import Lines
from ..model import Document
from ..sheet import Run, Sheet
from ..trouble import TroubleError
from . import decode

SUFFIXES: tuple[str, ...] = (".srt", ".vtt")

PAUSE = 3.0  # seconds without a cue begin a paragraph
CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[,.](\d{1,3})"
TIMING = re.compile(rf"\s*{CLOCK}\s*-->\s*{CLOCK}(?:\s.*)?")
VOICE = re.compile(r"<v(?:\.[^\s<>]{0,100})?\s+([^<>]{1,200})>")
TAG = re.compile(r"</?[a-zA-Z0-9][^<>]{0,200}>|\{\\[^{}]{0,200}\}")  # <i>, <00:01:02.500>, {\an8}
SPOKEN = re.compile(r"\s*[-–—]\s*(?=\S)")  # how a line begins when another speaks
SILENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:\s|$)")  # how blocks of WebVTT begin that are no cues
OPENING = re.compile(rf"WEBVTT(?:\s|$)|\s*\d{{1,6}}\s*\n{TIMING.pattern}")


class Cue(msgspec.Struct, gc=False):
    """The lines shown at a time, and where each stands."""

    start: float
    end: float
    lines: list[tuple[int, str]]


def looks_like(text: str) -> bool:
    """Whether a text of unknown kind opens as subtitles do."""
    return OPENING.match(text[:500]) is not None


def read(data: bytes, name: str) -> Iterator[Document | TroubleError]:
    """The one document of a film. Raises TroubleError where no cue has a time, or none has words."""
    text = decode(data, name)
    lines, sheet = Lines(text), Sheet(name)
    cues = list(_cues(lines))
    if not cues:
        raise TroubleError(f"{name}: no subtitles, it has no line such as 00:01:02,000 --> 00:01:04,000")
    for paragraph in _paragraphs(cues, lines):
        sheet.add(paragraph)
    yield sheet.document()


def _cues(lines: Lines) -> Iterator[Cue]:
    """The cues; the number or name that stands right before a timing line is none of their words."""
    cue = None
    for shown, group in groupby(lines, lambda row: bool(row[1].strip())):
        block = list(group)
        if not shown or SILENT.match(block[0][1]):
            continue
        timings = [TIMING.fullmatch(line) for _, line in block]
        for n, ((at, line), timing, below) in enumerate(zip(block, timings, [*timings[1:], None], strict=True)):
            if timing:
                if cue:
                    yield cue
                cue = Cue(_seconds(timing, 1), _seconds(timing, 5), [])
            elif cue and not (below and (n == 0 or line.strip().isdecimal())):
                cue.lines.append((at, line))
    if cue:
        yield cue


def _seconds(m: re.Match[str], group: int) -> float:
    hours, minutes, seconds, rest = (m[group + n] or "0" for n in range(4))
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{rest}")


def _paragraphs(cues: list[Cue], lines: Lines) -> Iterator[list[Run]]:
    """The words by who speaks; a line that captions roll up and show once more is taken once."""
    runs, ended, speaker, before = list[Run](), cues[0].start, "", ""
    for cue in cues:
        if cue.start - ended >= PAUSE:
            yield runs
            runs = []
        ended = cue.end
        for at, line in cue.lines:
            voice, spoken = VOICE.search(line), SPOKEN.match(line)
            words = unescape(TAG.sub("", line[spoken.end() if spoken else 0 :])).strip()
            place = f"{_clock(cue.start)}, {lines.place(at)}"
            if not words or words == before:
                continue
            if spoken or (voice and voice[1] != speaker):
                yield runs
                runs = []
            if voice and voice[1] != speaker:
                speaker = voice[1]
                runs.append((f"{unescape(speaker).strip()}: ", place))
            runs.append((f"{words} ", place))
            before = words
    yield runs


def _clock(seconds: float) -> str:
    """A time as players show it.

    >>> _clock(3723.5)
    '1:02:03'
    """
    minutes, second = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{second:02}"
