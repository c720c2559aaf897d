"""Report: a corpus on one page, counted by rule, by source and by month, its worst documents and its conflicts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain
from os.path import relpath
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from ..model import SEVERITIES
from ..page import page, plain
from ..page.overview import chart
from ..wording import counted
from . import load
from .timeline import timeline

WORST, CONFLICTS = 50, 200  # documents and conflicts that are listed
PAGES = ("http", "https")  # how the address of a page begins


def report(folder: Path, home: Path = Path()) -> Iterator[str]:
    """The page of a corpus, whose links go from the folder that it is to be in.

    Raises TroubleError where a folder holds no corpus.
    """
    return page("Corpus", _body(load(folder), home))


def _body(tables: dict[str, Any], home: Path) -> Iterator[str]:
    documents, findings = tables["documents"], tables["findings"]
    total = Counter(findings["severity"])
    counts: list[tuple[str, str]] = [(s, counted(total[s], s)) for s in SEVERITIES if total[s]]
    counts += [("holds", counted(len(documents), "document")), ("open", counted(len(tables["failures"]), "failure"))]
    row = "".join(f'<li class="{look}">{words}</li>' for look, words in counts)
    yield f'<header class="top"><h1>Corpus</h1><ul class="counts">{row}</ul></header>\n<main class="overview">\n'
    dated = findings.merge(documents[["part", "row", "published", "source"]], on=["part", "row"], how="left")
    yield _chart("Findings by rule", findings["rule"], findings["severity"])
    yield _chart("Findings by source", dated["source"].map(_source), dated["severity"])
    known = dated[dated["published"].notna()]
    yield _chart("Findings by month", known["published"].dt.strftime("%Y-%m"), known["severity"], in_order=True)
    yield from chain(_worst(documents, home), _conflicts(tables.get("conflicts"), home))
    yield "</main>\n"


def _source(source: str) -> str:
    """Of a line or a row its file, of a page of a crawl its site, of a file its folder.

    >>> _source("wire/april.jsonl:17"), _source("https://news.example/1"), _source("s3://wire/april/1.txt")
    ('wire/april.jsonl', 'news.example', 's3://wire/april')
    """
    file = _file(source)
    if file != source:
        return file
    scheme, _, rest = source.partition("://")
    if scheme in PAGES:
        return rest.partition("/")[0]
    return source.rpartition("/")[0] if rest else str(PurePath(source).parent)


def _file(source: str) -> str:
    """A source without the line or row of it that a document is."""
    file, _, line = source.rpartition(":")
    return file if file and line.isdecimal() else source


def _linked(name: str, source: str, home: Path) -> str:
    """A document's name, as a link where it is a page of the web or a file that is there."""
    file = _file(source)
    if source.partition("://")[0] in PAGES:
        link = source
    elif "://" not in file and Path(file).is_file():
        link = quote(relpath(file, home))
    else:
        return plain(name)
    return f'<a href="{plain(link)}">{plain(name)}</a>'


def _chart(title: str, names: Any, severities: Any, in_order: bool = False) -> str:
    bars: dict[str, Counter[str]] = {}
    for name, severity in zip(names, severities, strict=True):
        bars.setdefault(name, Counter())[severity] += 1
    return chart(title, sorted(bars.items(), key=lambda b: b[0] if in_order else (-b[1].total(), b[0])))


def _worst(documents: Any, home: Path) -> Iterator[str]:
    worst = documents.sort_values(["errors", "warnings", "doc"], ascending=[False, False, True]).head(WORST)
    yield '<section><h2>Documents with most errors</h2><div class="scroll"><table><thead><tr>'
    yield '<th scope="col">Document</th><th scope="col" class="n">Errors</th>'
    yield '<th scope="col" class="n">Warnings</th></tr></thead><tbody>\n'
    for d in worst.to_dict("records"):
        cells = f'<td class="n">{d["errors"]}</td><td class="n">{d["warnings"]}</td>'
        yield f'<tr><td dir="auto">{_linked(d["doc"], d["source"], home)}</td>{cells}</tr>\n'
    yield "</tbody></table></div></section>\n"


def _conflicts(found: Any, home: Path) -> Iterator[str]:
    if found is None or found.empty:
        return
    yield f"<section><h2>Told in different ways ({len(found):,})</h2>\n"
    for c in found.head(CONFLICTS).to_dict("records"):
        kind = "update" if c["update"] else "conflict"
        yield f"<details open><summary>{kind}: {plain(c['names'])}, {plain(c['about'])}</summary>"
        versions = msgspec.json.decode(c["versions"])
        yield f'{timeline(versions)}<ul class="told">'
        for version in versions:
            told = version["documents"]
            where = ", ".join(f"{_linked(d['doc'], d['source'], home)} {d['published']}".strip() for d in told)
            times = counted(version["count"], "time")
            yield f'<li dir="auto"><strong>{plain(version["text"])}</strong> {times}: {where}</li>'
        yield "</ul></details>\n"
    yield "</section>\n"
