"""Statistics: p as its test gives it, means and deviations as whole numbers have them, severity by consequence."""

from __future__ import annotations

import statistics
from itertools import combinations_with_replacement

import pytest

from checker.model import Finding
from checker.rules import load
from tests.helpers import audit, document, engine

FAMILY = {r.id for r in load() if r.family == "stats"}


def findings(text: str) -> list[Finding]:
    return [f for f in audit(text).findings if f.rule in FAMILY]


def reasons(text: str) -> list[str]:
    return [f.reason or "" for f in audit(text).undecided if f.rule in FAMILY]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("t(41) = 1.32, p = .01", "error"),  # said significant, and is not
        ("t(41) = 1.32, p = .05", "error"),  # at .05 exactly one says significant
        ("t(41) = 2.61, p = .2", "error"),  # said not significant, and is
        ("t(41) = 2.61, p > .05", "error"),
        ("t(41) = 2.61, ns", "error"),
        ("F(1, 20) = 5.2, p < .01", "warning"),
        ("F(1, 20) = 5.2, p < .06", None),
        ("t(41) = 2.61, p = .002", "warning"),  # wrong on the same side
        ("t(41) = 2.61, p > .02", "warning"),  # may be either side
        ("t(41) = 2.0, p = .3", "warning"),  # rounding leaves it open at .05
        ("t(52) = 1.80, p < .05", "warning"),  # in one tail it would be
        ("t(52) = 1.80, p < .05, one-tailed", None),
        ("t(52) = 1.80, p = .04", None),  # the exact p shows the one tail
        ("t(52) = 1.80, p = .04, two-tailed", "error"),
        ("F(1, 52) = 3.24, p = .04", "error"),  # F has one tail only
        ("one-tailed F(1, 52) = 3.24, p = .04", None),
        ("t(30) = 8.25, p = .000", "warning"),
        ("t(30) = 8.25, p < .000", "warning"),
        ("t(30) = 28.25, p < .000", "warning"),
        ("t(28) = 2.20, p = .036", None),
        ("r(46) = 1.00, p < .001", None),
        ("Q(3) = 0.00, p = 1.00", None),
    ],
)
def test_a_wrong_p_is_as_loud_as_what_hangs_on_it(text: str, severity: str | None) -> None:
    assert [f.severity for f in findings(text)] == ([severity] if severity else [])


def test_the_finding_recomputes() -> None:
    [f] = findings("t(28) = 2.20, p = .02 (two-tailed)")
    assert f.message.startswith(
        "t(28) = 2.20 gives p = .036 (two-tailed), not p = .02. Whatever was rounded, p is from .03"
    )
    [f] = findings("χ2(1, N = 212) = 40.4, ns")
    assert "χ²(1) = 40.4 gives p < .001, not ns." in f.message
    assert "p is below .0001: at .05 the result is significant" in f.message


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It was clear (p < .05).", "no test stands beside this p"),
        ("F(2, 45) = 3.4 was large.", "no p stands beside this test"),
        ("F = 6.74, p = .013", "degrees of freedom"),
        ("t(41) = 2.61, p = .077, corrected for six tests", "corrected"),
        ("M = 5.19, SD = 1.1", "of how many"),
        ("Reaction time was M = 512.31, SD = 80.22, n = 19", "whole numbers"),
        ("B = 0.42, 95% CI [1.23, 1.89]", "power of e"),
    ],
)
def test_what_cannot_be_told_says_why(text: str, reason: str) -> None:
    assert findings(text) == []
    assert reason in " ".join(reasons(text))


@pytest.mark.parametrize("n", [2, 3, 5, 6])
def test_every_mean_and_deviation_of_whole_numbers_passes_and_few_others(n: int) -> None:
    """All samples from a scale of 1 to 5, rounded to two decimals; of all other pairs most must be refused."""
    real = {
        (f"{statistics.mean(s):.2f}", f"{statistics.stdev(s):.2f}")
        for s in combinations_with_replacement(range(1, 6), n)
    }
    text = "\n\n".join(f"M = {m}, SD = {sd}, n = {n}" for m, sd in sorted(real))
    assert findings(text) == []
    others = [(m, f"{float(sd) + 0.02:.2f}") for m, sd in sorted(real) if (m, f"{float(sd) + 0.02:.2f}") not in real]
    refused = findings("\n\n".join(f"M = {m}, SD = {sd}, n = {n}" for m, sd in others))
    assert len(refused) > 0.8 * len(others)


@pytest.mark.parametrize("n", [7, 20, 28, 99, 120])
def test_a_mean_passes_where_a_sum_rounds_to_it(n: int) -> None:
    possible = {f"{k / n:.2f}" for k in range(n + 1)} | {f"{k / n + 1e-9:.2f}" for k in range(n + 1)}
    possible |= {f"{k / n - 1e-9:.2f}" for k in range(1, n + 1)}
    for cents in range(1, 100):
        mean = f"{cents / 100:.2f}"
        assert (findings(f"M = {mean}, n = {n}") == []) == (mean in possible), mean


@pytest.mark.parametrize("n", [10, 300, 100_000, 5_000_000])
@pytest.mark.parametrize("share", [0.05, 0.31, 0.5, 0.9])
def test_the_deviation_of_yes_and_no_follows_from_their_mean(n: int, share: float) -> None:
    yes = round(share * n)
    mean, deviation = yes / n, (yes * (n - yes) / n / (n - 1)) ** 0.5
    text = "Of binary answers, M = {:.2f}, SD = {:.2f}, n = {}"
    assert findings(text.format(mean, deviation, n)) == []
    if n <= 1_000_000:
        assert findings(text.format(mean, deviation + 0.05, n))


def test_a_deviation_is_never_smaller_than_whole_numbers_allow() -> None:
    assert findings("M = 2.50, SD = 0.31, n = 5000")
    assert findings("M = 2.50, SD = 0.50, n = 5000") == []
    assert findings("M = 3.00, SD = 0.00, n = 5000") == []


def test_alpha_and_zero_are_for_the_pack_to_set() -> None:
    import msgspec

    from checker.engine import Engine

    [rule] = [r for r in load() if r.id == "stats/wrong-p"]
    strict = msgspec.structs.replace(rule, params={"alpha": "0.01", "zero": "true"})
    own = Engine((strict,), engine().rates, engine().facts)
    assert [f.severity for f in own.audit(document("t(41) = 2.30, p = .005")).findings] == ["error"]
    assert own.audit(document("t(30) = 8.25, p = .000")).findings == ()
