"""Review word: what was accepted as comments in a copy of a document of Word, which another library reads back."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any
from urllib.request import urlopen
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Document, Span
from checker.read import read
from checker.review.word import Note, commented
from checker.trouble import TroubleError
from tests.helpers import browsed
from tests.served import Served
from tests.test_read_docx import NOTES, W, docx, one, paragraph, table
from tests.test_read_office import OFFICE

ARTICLE = (OFFICE / "article.docx").read_bytes()
AT = "2026-03-01T10:00:00+00:00"
PIECES = (
    "<w:r><w:t>A &amp; B cost </w:t></w:r>",
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> £5 &#8212; or </w:t><w:tab/><w:t>less</w:t></w:r>',
    "<w:ins><w:r><w:t>34 boats</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>43</w:delText></w:r></w:del>",
    "<w:hyperlink><w:r><w:t>there, ü</w:t></w:r></w:hyperlink>",
    "<w:r><w:t>a | b</w:t><w:br/></w:r>",
)


def whole(body: str, more: dict[str, str] | None = None, **parts: str) -> bytes:
    """A document that says, as others want it, what its parts are."""
    out = io.BytesIO(docx(body, **parts))
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>'
    with ZipFile(out, "a") as z:
        z.writestr("[Content_Types].xml", types)
        for name, held in (more or {}).items():
            z.writestr(f"word/{name}", held)
    return out.getvalue()


def unprefixed(words: str) -> bytes:
    """A document whose elements are in their namespace by default."""
    out = io.BytesIO()
    with ZipFile(out, "w") as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        held = f"<w:document {W}><w:body>{paragraph(words)}</w:body></w:document>"
        z.writestr("word/document.xml", held.replace("xmlns:w=", "xmlns=").replace("w:", ""))
    return out.getvalue()


def note(document: Document, words: str, *lines: str) -> Note:
    start = document.text.index(words)
    return Note(Span(start, start + len(words)), lines or ("Wrong.",), "Ada Whitlock", AT)


def marked(data: bytes) -> list[str]:
    """The words that each comment stands around, by its number."""
    xml = ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    found = []
    for n in re.findall(r'commentRangeStart w:id="(\d+)"', xml):
        inside = re.search(f'commentRangeStart w:id="{n}"/>(.*?)<w:commentRangeEnd w:id="{n}"/>', xml, re.S)
        assert inside
        kept = re.sub(r"<w:del>.*?</w:del>", "", inside[1])
        found.append(re.sub(r"<[^>]+>", "", kept).replace("&amp;", "&").replace("&#8212;", "—"))
    return found


def test_another_library_reads_the_comments_and_who_made_them() -> None:
    import docx as word

    document = one(ARTICLE)
    notes = [note(document, "crane", "Not that one.", "Suggestion: mast & boom"), note(document, "$48 million")]
    copy = commented(ARTICLE, document, notes)
    comments = list(word.Document(io.BytesIO(copy)).comments)
    assert [(c.author, c.initials, [p.text for p in c.paragraphs]) for c in comments] == [
        ("Ada Whitlock", "AW", ["Wrong."]),
        ("Ada Whitlock", "AW", ["Not that one.", "Suggestion: mast & boom"]),
    ]
    assert marked(copy) == ["$48 million", "crane"]


def test_those_that_are_there_stay_and_a_second_time_adds_to_them() -> None:
    import docx as word

    once = commented(ARTICLE, one(ARTICLE), [note(one(ARTICLE), "crane")])
    twice = commented(once, one(once), [note(one(once), "$48 million", "So much?")])
    assert [c.text for c in word.Document(io.BytesIO(twice)).comments] == ["Wrong.", "So much?"]
    assert sorted(marked(twice)) == ["$48 million", "crane"]


def test_comments_are_added_where_the_document_keeps_its_own() -> None:
    """In an empty part of another name, and with a backslash that is no group of a pattern."""
    links = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    parts = {
        "_rels/document.xml.rels": links.format(f'<Relationship Id="r" Type="{kind}" Target="remarks.xml"/>'),
        "remarks.xml": f"<w:comments {W}/>",
    }
    file = whole(paragraph("They found 34 boats."), parts)
    copy = commented(file, one(file), [note(one(file), "34 boats", "see C:\\1 & \\g<0>")])
    with ZipFile(io.BytesIO(copy)) as z:
        assert "see C:\\1 &amp; \\g&lt;0&gt;" in z.read("word/remarks.xml").decode()
        assert "word/comments.xml" not in z.namelist()


def test_all_the_rest_is_as_it_was() -> None:
    document = one(ARTICLE)
    copy = commented(ARTICLE, document, [note(document, "crane")])
    assert one(copy).text == document.text
    with ZipFile(io.BytesIO(ARTICLE)) as before, ZipFile(io.BytesIO(copy)) as after:
        same = {n for n in before.namelist() if before.read(n) == after.read(n)}
        assert set(before.namelist()) - same == {
            "word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels",
        }  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_a_comment_stands_around_its_words_wherever_runs_end(paragraphs: list[list[str]], data: st.DataObject) -> None:
    body = "".join(f"<w:p>{''.join(pieces)}</w:p>" for pieces in paragraphs)
    body += table("Port | Boats", "North|5")
    file = whole(body)
    document = one(file)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    words = document.text[start:end]
    if not re.sub(r"[\s|]", "", words):
        return
    copy = commented(file, document, [Note(Span(start, end), ("Wrong.",), "Ada", AT)])
    assert one(copy).text == document.text
    solid = (re.sub(r"[\s|/]", "", told) for told in (marked(copy)[0], words))
    assert next(solid) == next(solid)


def test_what_stands_in_a_note_is_commented_on_at_the_first_words() -> None:
    file = whole(paragraph("They found boats.") + paragraph("All of them."), footnotes=NOTES)
    assert marked(commented(file, one(file), [note(one(file), "3 words")])) == ["T"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"just words", "no document of Word"),
        (whole(paragraph("They found 43 boats.")), "changed on disk"),
        (docx(paragraph("They found 34 boats.")), "does not say what its parts are"),
        (unprefixed("They found 34 boats."), "do not stand a comment"),
        (whole("<w:p><w:r><w:t><![CDATA[They found 34 boats.]]></w:t></w:r></w:p>"), "do not stand a comment"),
    ],
)
def test_what_cannot_be_commented_on_is_told(data: bytes, reason: str) -> None:
    document = one(whole(paragraph("They found 34 boats.")))
    with pytest.raises(TroubleError, match=reason):
        commented(data, document, [note(document, "34 boats")])


@pytest.fixture
def served(tmp_path: Path) -> Any:
    (tmp_path / "article.docx").write_bytes(ARTICLE)
    (tmp_path / "rest.md").write_text("# Rest\n\nNothing was decided.\n", "utf-8")
    review = Served(tmp_path)
    yield review
    review.close()


def test_the_page_gives_out_a_copy_and_leaves_the_file_alone(served: Served) -> None:
    import docx as word

    assert "nothing was accepted" in served.get("text/1/commented")
    served.decide("accepted", "the caption too")
    with urlopen(served.home + "text/1/commented", timeout=20) as answer:
        assert answer.headers["Content-Disposition"].endswith("article-commented.docx")
        (comment,) = word.Document(io.BytesIO(answer.read())).comments
    assert (comment.author, comment.paragraphs[-2].text) == ("Ada", "the caption too")
    assert (served.folder / "article.docx").read_bytes() == ARTICLE
    assert "commented" not in served.get("text/2")


@browsed
def test_an_editor_takes_the_copy_away(browser: Any, served: Served) -> None:
    served.decide("accepted")
    page = browser.new_page()
    page.goto(f"{served.home}text/1")
    with page.expect_download() as taken:
        page.click("#word")
    (document,) = read(Path(taken.value.path()).read_bytes(), "copy.docx")
    assert isinstance(document, Document)
    assert document.text == one(ARTICLE).text
    page.close()
