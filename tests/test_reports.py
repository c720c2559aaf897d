"""Reports: what is committed in reports/ is what the checker says now; a change there is a change of behaviour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.write_reports import FORMATS, REPORTS, said, seeds

AGAIN = "what the checker says has changed; look at the difference after: python tests/write_reports.py"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("seed", seeds(), ids=lambda p: p.name)
def test_a_report_is_what_the_checker_says_now(seed: Path, form: str) -> None:
    committed = REPORTS / (seed.stem + FORMATS[form])
    assert committed.exists(), AGAIN
    assert committed.read_text("utf-8") == said(seed, form), AGAIN


def test_every_report_is_of_a_seed_and_no_two_seeds_share_one() -> None:
    stems = [s.stem for s in seeds()]
    assert stems
    assert len(stems) == len(set(stems))
    wanted = {stem + suffix for stem in stems for suffix in FORMATS.values()}
    assert {p.name for p in REPORTS.iterdir()} == wanted, AGAIN
