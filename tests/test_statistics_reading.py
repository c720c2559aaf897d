"""Statistics: first what is none, then how tests, means and intervals are written."""

from __future__ import annotations

import doctest
from decimal import Decimal
from time import process_time

import pytest

from checker.model import Estimate, Mean, Statistic
from checker.reported import notation, reported
from checker.text import Text
from tests.helpers import claims, document

D = Decimal
KINDS = ("statistic", "mean", "estimate")


@pytest.mark.parametrize(
    "text",
    [
        "See p. 5 and pp. 7-9.",
        "Let F(x) = 3 and F(3) = 5, so that f(2) = 4.",
        "Set M = 5 and n = 3.",
        "Read it on r/askscience (12) = great fun.",
        "A t-shirt (28) = 2 dollars.",
        "If p = 5 then P > 3, and p = 0 or p = 1 otherwise.",
        "The shirt costs t = 2 and z = 1.96.",
        "The state is R(2) = .4, r(2) = 4.1.",
        "BF(2, 56) = 12.03 is no test, nor is start(28) = 2.20.",
        "T(28) = 2.2 is a temperature.",
        "He sold 95% CI shares to 1.2 million people.",
        "The CI 12 to 15 were told; CIA 95% [1, 2].",
        "SD = 3, and n = 28 of them.",
        "It rose about 7% of 40 people, 7% of 40 dollars, 7% of 40 million.",
        "It was 7-9% of 40 people, and 7% of 40-year-olds.",
        "t(28) = 2,20, M = 5,19",
    ],
)
def test_what_is_no_statistic(text: str) -> None:
    assert [c.value for kind in KINDS for c in claims(kind, text)] == []


TESTS: dict[str, Statistic] = {
    "t(28) = 2.20, p = .03": Statistic("t", (D(28),), "=", D("2.20"), "=", D(".03")),
    " t ( 28 ) = −2.20 , p<.03 ": Statistic("t", (D(28),), "=", D("-2.20"), "<", D(".03")),
    "t[28.5] = − 2.2; P > 0.030": Statistic("t", (D("28.5"),), "=", D("-2.2"), ">", D("0.030")),
    "t(28) < 2.2, p ≥ .08": Statistic("t", (D(28),), "<", D("2.2"), ">", D(".08")),
    "t(1,204) = 2.2 (p = .028)": Statistic("t", (D(1204),), "=", D("2.2"), "=", D(".028")),
    "t = 2.20, df = 28, p = .036": Statistic("t", (D(28),), "=", D("2.20"), "=", D(".036")),
    "F(2,345)=3.4,p<.05": Statistic("F", (D(2), D(345)), "=", D("3.4"), "<", D(".05")),
    "F (2.1, 28.1) = 2.20, MSE = 6.61, p = .03": Statistic("F", (D("2.1"), D("28.1")), "=", D("2.20"), "=", D(".03")),
    "F(1,\n36) = 4.03, ηp2 = .10, 90% CI [.01, .27], p = .05": Statistic(
        "F", (D(1), D(36)), "=", D("4.03"), "=", D(".05")
    ),
    "χ2(1, N = 1,008) = 1,224.08, p < .001": Statistic("chi2", (D(1),), "=", D("1224.08"), "<", D(".001")),
    "χ²(4) = 9.1, n.s.": Statistic("chi2", (D(4),), "=", D("9.1"), ">", None),
    "Chi-Square (4) = 9.1, p = ns": Statistic("chi2", (D(4),), "=", D("9.1"), ">", None),
    "X^2(4) = 9.1, p = 1.2e-5": Statistic("chi2", (D(4),), "=", D("9.1"), "=", D("0.000012")),
    "r(98) = .25, p = 1.2 × 10−2": Statistic("r", (D(98),), "=", D(".25"), "=", D("0.012")),
    "z = 4.2, p < 10^-4": Statistic("z", (), "=", D("4.2"), "<", D("0.0001")),
    "Z = 1.96, p-value = .05": Statistic("z", (), "=", D("1.96"), "=", D(".05")),
    "Q-within(3) = 4.2, p = .24": Statistic("Q", (D(3),), "=", D("4.2"), "=", D(".24")),
    "F(2, 45) = 3.4": Statistic("F", (D(2), D(45)), "=", D("3.4")),
    "p = .000": Statistic(p_sign="=", p=D(".000")),
    "t(28) = 2.2, p = .02, one-tailed": Statistic("t", (D(28),), "=", D("2.2"), "=", D(".02"), tails=1),
    "two-sided t(28) = 2.2, p = .04": Statistic("t", (D(28),), "=", D("2.2"), "=", D(".04"), tails=2),
    "t(28) = 2.2, p = .12, Bonferroni": Statistic("t", (D(28),), "=", D("2.2"), "=", D(".12"), corrected=True),
}


@pytest.mark.parametrize("text", TESTS)
def test_a_test_is_read_as_written(text: str) -> None:
    for around in (text, f"The effect was clear ({text})", f"It was so, {text}, said the paper."):
        [claim] = claims("statistic", around)
        assert claim.value == TESTS[text]


def test_several_tests_in_a_sentence_keep_their_own_p() -> None:
    found = claims("statistic", "Both did, t(28) = 2.20, p = .03, z = 1.23, z = 1.5, p = .13, and F(1, 20) = 4, ns.")
    assert [(c.value.test, c.value.p) for c in found if isinstance(c.value, Statistic)] == [
        ("t", D(".03")),
        ("z", D(".13")),
        ("F", None),
    ]


def test_two_tails_said_once_hold_for_the_text() -> None:
    [claim] = claims("statistic", "All tests were two-tailed. They differed. It fell, t(28) = 2.2, p = .04.")
    assert isinstance(claim.value, Statistic)
    assert claim.value.tails == 2


MEANS: dict[str, Mean] = {
    "M = 5.19, SD = 1.1, n = 28": Mean(D("5.19"), D("1.1"), 28),
    "N = 1,204; M = -5.19": Mean(D("-5.19"), None, 1204),
    "mean = 5.19 (SD = 1.1, N = 28)": Mean(D("5.19"), D("1.1"), 28),
    "a mean of 5.19 (SD 1.1, n = 28)": Mean(D("5.19"), D("1.1"), 28),
    "M = 5.19, SD = 1.10": Mean(D("5.19"), D("1.10")),
    "M = 512.3 ms, SD = 80.2 ms, n = 19": Mean(D("512.3"), D("80.2"), 19, measured=True),
    "three-item scale: M = 5.19, n = 28": Mean(D("5.19"), None, 28, items=3),
    "a binary answer: M = 0.19, SD = 0.39, n = 28": Mean(D("0.19"), D("0.39"), 28, binary=True),
    "7% of 40.": Mean(D(7), None, 40, percent=True),
    "7.5 percent of the 40 participants": Mean(D("7.5"), None, 40, percent=True),
}


@pytest.mark.parametrize("text", MEANS)
def test_a_mean_is_read_with_its_company(text: str) -> None:
    [claim] = claims("mean", text)
    assert claim.value == MEANS[text]


ESTIMATES: dict[str, Estimate] = {
    "OR = 1.52, 95% CI [1.20, 1.92]": Estimate(D("1.20"), D("1.92"), (D("1.52"),)),
    "OR 1.52 (95 % CI: 1.20–1.92)": Estimate(D("1.20"), D("1.92"), (D("1.52"),)),
    "a hazard ratio of 0.75 (95% confidence interval (CI) 0.60 to 0.95)": Estimate(D("0.60"), D("0.95"), (D("0.75"),)),
    "b = 0.5, SE = 0.1, p < .001, 95% CI = [0.3, 0.7]": Estimate(D("0.3"), D("0.7"), (D("0.5"),), logarithms=True),
    "difference −3.1 kg (99% CI −6.4 to −0.2 kg)": Estimate(D("-6.4"), D("-0.2"), (D("-3.1"),)),
    "12.5% (95% CI: 13.1%–15.0%)": Estimate(D("13.1"), D("15.0"), (D("12.5"),)),
    "d = 0.8, t(28) = 2.2, p = .03, CI [-.1,1.5]": Estimate(D("-.1"), D("1.5"), (D("0.8"),)),
    "28 patients (95% CI 1.1–2.2)": Estimate(D("1.1"), D("2.2")),
    "in 2011 (95% CI 1.1, 2.2)": Estimate(D("1.1"), D("2.2")),
    "15.4% to 12.3% (95% CI 1.2%, 5.0%)": Estimate(D("1.2"), D("5.0")),
    "efficacy of 95% (95% CI, 0.90 to 0.97)": Estimate(D("0.90"), D("0.97")),
}


@pytest.mark.parametrize("text", ESTIMATES)
def test_an_interval_is_read_with_its_estimate(text: str) -> None:
    [claim] = claims("estimate", f"It was {text}.")
    assert claim.value == ESTIMATES[text]


def test_figures_of_a_statistic_are_no_other_claims() -> None:
    text = "They did (t(28) = 2.20, p = .03; M = 5,191.5, SD = 1,100, n = 2800; OR = 1.52, 95% CI [1.20, 1.92])."
    for kind in ("number", "count", "percent", "quantity", "money"):
        assert claims(kind, text) == ()


def test_a_p_without_its_test_stays_a_number() -> None:
    assert claims("number", "It was lower in men (p = 0.049).")


def test_a_share_stays_a_percentage_and_a_count() -> None:
    assert claims("percent", "7% of 40 people agreed.")
    assert claims("count", "7% of 40 people agreed.")


def test_the_examples_hold() -> None:
    assert not doctest.testmod(notation).failed


@pytest.mark.parametrize(
    "piece",
    [
        "=",
        "p = ",
        "t(28) = ",
        "M = 1, ",
        "95% CI [1, ",
        "d = 1, ",
        "t(28) = 2.20, d = 1, ",
        "M = 1, SD = 2, n = 3; ",
        "( ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = Text(document("x " + (piece * size)[:size]))
        _ = text.sentences, text.lower
        start = process_time()
        text.once(reported)
        return process_time() - start

    seconds(1_000)
    assert seconds(80_000) < 16 * seconds(20_000) + 0.1
