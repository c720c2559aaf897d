"""Peers: how well and how fast others read figures, in one run with checker, "python tests/bench/peers.py"."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))  # run as a file, it knows its own folder only

from checker import __version__  # noqa: E402
from tests.bench.figures import KINDS, SET, Figure, Figures, Score, load, score, wrong  # noqa: E402
from tests.bench.news import articles  # noqa: E402

HERE = Path(__file__).parent
REQUIREMENTS, READERS = HERE / "peers-requirements.txt", HERE / "readers.py"
CACHE = Path.home() / ".cache" / "claim-checker-peers"
ENTRY = "from checker.cli import main; main()"  # what the installed command `checker` runs
KB = 200  # of news
STARTS = 3
NOTHING = "The town slept."
SCORES = {"value": "value", "unit": "with unit", "place": "and place", "money": "money", "dates": "dates"}
READS = {  # what a peer is scored on; others on all
    "CQE": ("value", "unit", "place", "money"),
    "quantulum3": ("value", "unit", "place", "money"),
    "dateparser": ("dates",),
    "price-parser": ("money",),
}


class PeerError(Exception):
    """A peer that cannot be installed or does not run, and why."""


class Result(NamedTuple):
    """What came out for one peer."""

    scores: dict[str, Score]
    mistakes: list[dict[str, Any]]
    raised: int  # sentences at which it raised
    start: float  # CPU seconds
    speed: float  # KB per CPU second


def sections() -> dict[str, str]:
    """The requirements of every peer."""
    parts = re.split(r"^# \[([\w-]+)\].*\n", REQUIREMENTS.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def version(peer: str, requirements: str) -> str:
    """The release of it that is pinned."""
    return next(line.split("==")[1] for line in requirements.split() if line.split("==")[0] == peer)


def installed(peer: str, requirements: str, venvs: Path) -> str:
    """The Python that has the peer, made if need be; a file in the environment says what was installed last."""
    home = venvs / peer
    python, done = home / ("Scripts" if os.name == "nt" else "bin") / "python", home / "installed.txt"
    if not done.exists() or done.read_text(encoding="utf-8") != requirements:
        wanted = venvs / f"{peer}.txt"
        venvs.mkdir(parents=True, exist_ok=True)
        wanted.write_text(requirements, encoding="utf-8")
        run([sys.executable, "-m", "venv", "--clear", str(home)])
        run([str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--requirement", str(wanted)])
        done.write_text(requirements, encoding="utf-8")
    return str(python)


def run(command: list[str]) -> None:
    """To its end, or PeerError with the last it said."""
    ended = subprocess.run(command, capture_output=True, text=True)
    if ended.returncode:
        raise PeerError(last(ended.stderr))


def last(said: str) -> str:
    """The last line with something in it."""
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "said nothing")


def measured(command: list[str], output: Path) -> float:
    """The CPU seconds of a run whose output goes into the file."""
    with output.open("wb") as out, tempfile.TemporaryFile() as said:
        child = subprocess.Popen(command, stdout=out, stderr=said)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise PeerError(last(said.read().decode(errors="replace")))
    return used.ru_utime + used.ru_stime


def result(peer: str, command: list[str], gold: Path, work: Path) -> Result:
    """Scores on the gold set, and speed: the news less a start, which is a run on three words."""
    texts, figures = load(gold)
    answers, ignored = work / "answers.jsonl", work / "ignored.jsonl"
    measured([*command, str(write(work / "gold.jsonl", texts))], answers)
    found, raised = read_checker(answers) if peer == "checker" else read(answers)
    start = median(measured([*command, str(write(work / "start.jsonl", [NOTHING]))], ignored) for _ in range(STARTS))
    news = write(work / "news.jsonl", list(some_news()))
    took = measured([*command, str(news)], ignored) - start
    mistakes = [m for m in map(mistake, texts, figures, found) if m["missed"] or m["false"]]
    return Result(score(figures, found), mistakes, raised, start, news.stat().st_size / 1000 / max(took, 0.001))


def mistake(text: str, gold: list[Figure], found: list[Figure]) -> dict[str, Any]:
    """What was missed in a sentence, and what was found that is not there."""
    missed, false = wrong(gold, found)
    return {"text": text, "missed": missed, "false": false}


def write(path: Path, texts: list[str]) -> Path:
    """The texts as JSON Lines."""
    lines = [json.dumps({"id": str(n), "text": text}, ensure_ascii=False) for n, text in enumerate(texts)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def some_news() -> Iterator[str]:
    """About so many KB of made-up news."""
    size = 0
    for _, _, text in articles(KB):
        if size >= KB * 1000:
            return
        size += len(text.encode())
        yield text


def read(answers: Path) -> tuple[Figures, int]:
    """The figures a reader found, and how often it raised."""
    records = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    return [r["figures"] for r in records], sum("error" in r for r in records)


def read_checker(answers: Path) -> tuple[Figures, int]:
    """The figures among the claims that `checker claims` lists."""
    records = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
    return [[as_figure(c) for c in r["claims"] if c["kind"] in KINDS and c["stated"] is not None] for r in records], 0


def as_figure(claim: dict[str, Any]) -> Figure:
    """A date is said to the day, the month or the year, as far as it goes."""
    value = period(*claim["value"]) if claim["kind"] == "date" else claim["stated"]
    return {**{k: claim[k] for k in ("start", "end", "text", "kind", "unit", "currency")}, "value": value}


def period(first: str, end: str) -> str:
    """ "2014-03" for all of that month."""
    if first == end:
        return first
    if first.endswith("-01-01") and end == f"{first[:4]}-12-31":
        return first[:4]
    return first[:7] if first[:7] == end[:7] else f"{first}/{end}"


def row(peer: str, release: str, outcome: Result | PeerError) -> str:
    """A line of the table."""
    if isinstance(outcome, PeerError):
        return f"| {peer} | {release} | " + " | ".join("–" for _ in range(len(SCORES) + 3)) + " |"
    reads = READS.get(peer, tuple(SCORES))
    cells = [f"{outcome.scores[s].f1:.1f}" if s in reads else "–" for s in SCORES]
    false = str(outcome.scores["none"].found) if "value" in reads else "–"
    return f"| {peer} | {release} | {' | '.join(cells)} | {false} | {outcome.speed:,.1f} | {outcome.start:.2f} |"


def table(outcomes: dict[str, tuple[str, Result | PeerError]], gold: Path) -> Iterator[str]:
    """All of it, in Markdown."""
    texts, figures = load(gold)
    none = sum(not f for f in figures)
    here = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    yield f"{datetime.now(UTC):%Y-%m-%d}, {here}: F1 on {len(texts)} sentences with {sum(map(len, figures))} figures,"
    yield f"{none} sentences of them without any; KB of made-up news per CPU second, once started."
    yield ""
    yield f"| | release | {' | '.join(SCORES.values())} | false in those {none} | KB per CPU s | start, CPU s |"
    yield "|---" * (len(SCORES) + 5) + "|"
    yield from (row(peer, *outcome) for peer, outcome in outcomes.items())
    for peer, (_, outcome) in outcomes.items():
        if isinstance(outcome, PeerError):
            yield f"\n{peer} could not be measured: {outcome}"
        elif outcome.raised:
            yield f"\n{peer} raised at {outcome.raised} of the sentences; they count as read without a figure."


def details(release: str, outcome: Result | PeerError) -> dict[str, Any]:
    """A peer's results for the JSON file."""
    if isinstance(outcome, PeerError):
        return {"release": release, "failed": str(outcome)}
    scores = {name: {**s._asdict(), "f1": round(s.f1, 1)} for name, s in outcome.scores.items()}
    return {"release": release, **outcome._asdict(), "scores": scores}


def arguments() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description="Compares how checker and its peers read figures.")
    parser.add_argument("--peers", metavar="A,B", help=f"of checker,{','.join(sections())}; all unless told")
    parser.add_argument("--gold", metavar="FILE", type=Path, default=SET, help="sentences marked as in figures.jsonl")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write every score and mistake there")
    parser.add_argument("--venvs", metavar="FOLDER", type=Path, default=CACHE, help="the peers' virtual environments")
    return parser.parse_args()


def main() -> None:
    """Prints a table in Markdown."""
    asked = arguments()
    pinned = sections()
    peers = asked.peers.split(",") if asked.peers else ["checker", *pinned]
    if unknown := set(peers) - {"checker", *pinned}:
        raise SystemExit(f"peers: not known: {', '.join(sorted(unknown))}")
    outcomes: dict[str, tuple[str, Result | PeerError]] = {}
    for peer in peers:
        print(f"{peer} …", file=sys.stderr)
        outcomes[peer] = outcome(peer, pinned.get(peer, ""), asked)
    print("\n".join(table(outcomes, asked.gold)))
    if asked.json:
        everything = {peer: details(*o) for peer, o in outcomes.items()}
        asked.json.write_text(json.dumps(everything, ensure_ascii=False, indent=1), encoding="utf-8")


def outcome(peer: str, requirements: str, asked: argparse.Namespace) -> tuple[str, Result | PeerError]:
    """The release of a peer and its result, or why it has none."""
    release = version(peer, requirements) if requirements else __version__
    with tempfile.TemporaryDirectory() as work:
        try:
            return release, result(peer, command(peer, requirements, asked.venvs), asked.gold, Path(work))
        except PeerError as failed:
            return release, failed


def command(peer: str, requirements: str, venvs: Path) -> list[str]:
    """What reads the texts of a file whose name comes last."""
    if peer == "checker":
        return [sys.executable, "-c", ENTRY, "claims", "--format", "jsonl"]
    return [installed(peer, requirements, venvs), str(READERS), peer]


if __name__ == "__main__":
    main()
