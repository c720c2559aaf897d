"""Subtitles: cues as running text, each word at its time, and what is no cue left out."""

from __future__ import annotations

import time

import pytest

from checker.model import Document
from checker.read import read
from checker.trouble import TroubleError
from tests.test_read import one, roles

SRT = """1
00:00:01,000 --> 00:00:03,000
{\\an8}The crane costs <i>$70</i>
billion, he said.

2
00:00:03,100 --> 00:00:05,000
It is for Ada &amp; Co,

and for the town.

3
00:01:15,000 --> 00:01:16,000
- No.
- Yes.
"""
VTT = """WEBVTT - a film

STYLE
::cue { color: red }

NOTE 34 of these are
no words

intro
00:01.000 --> 00:03.000 align:start
<v.loud Ada Whitlock>It cost <c.red>$48</c> million</v>

00:03.000 --> 00:05.000
<v Ada Whitlock>or so.

00:05.000 --> 00:06.000
<v Leo Marsh><00:05.200>More.
"""


def words(document: Document) -> list[str]:
    return [text for _, text in roles(document)]


def test_cues_run_on_and_a_pause_or_a_dash_begins_a_paragraph() -> None:
    document = one(SRT, "a.srt")
    first = "The crane costs $70 billion, he said. It is for Ada & Co, and for the town."
    assert words(document) == [first, "No.", "Yes."]
    assert document.source(document.text.index("$70")) == "0:00:01, line 3, column 1"
    assert document.source(document.text.index("Yes")) == "0:01:15, line 15, column 1"


def test_notes_styles_and_names_of_cues_are_no_words_and_speakers_begin_paragraphs() -> None:
    assert words(one(VTT, "a.vtt")) == ["Ada Whitlock: It cost $48 million or so.", "Leo Marsh: More."]


def test_a_line_that_captions_roll_up_is_taken_once() -> None:
    rolled = "WEBVTT\n\n00:01.000 --> 00:02.000\nIt cost\n\n00:02.000 --> 00:03.000\nIt cost\n$48 million.\n"
    assert words(one(rolled, "a.vtt")) == ["It cost $48 million."]


def test_cues_without_blank_lines_between_them_keep_their_words() -> None:
    close = "1\n00:00:01,000 --> 00:00:02,000\nIt cost\n2\n00:00:02,000 --> 00:00:03,000\n$48 million.\n"
    assert words(one(close, "a.srt")) == ["It cost $48 million."]


@pytest.mark.parametrize("text", [SRT, SRT.replace("\n", "\r\n"), VTT])
def test_subtitles_are_known_by_how_they_open(text: str) -> None:
    assert "-->" not in one(text, "a").text


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"Just words.", "no subtitles, it has no line such as"),
        (b"1\n00:00:01,000 --> 00:00:02,000\n\n", "holds no text"),
        (b"1\n00:00:01,000 --> 00:00:02,000\ncaf\xe9", "line 3: byte 35 is not UTF-8"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n\0", "binary"),
    ],
)
def test_what_holds_no_subtitles_is_told(data: bytes, why: str) -> None:
    with pytest.raises(TroubleError, match=f"a.srt.*{why}"):
        list(read(data, "a.srt"))


def test_many_cues_take_little_time() -> None:
    cue = "{}\n00:00:{:02},000 --> 00:00:{:02},500\nIt rained on 34 boats, <i>they said</i>.\n\n"
    start = time.process_time()
    one("".join(cue.format(n, n % 60, n % 60) for n in range(20_000)), "a.srt")
    one("WEBVTT\n\n" + "00:01.000 --> 00:02.000\n" + "<v " * 200_000, "a.vtt")
    assert time.process_time() - start < 8
