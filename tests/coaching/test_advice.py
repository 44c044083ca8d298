"""What to do about a verdict depends on the deal and on what is on the table."""

from __future__ import annotations

import pytest

from coaching.advice import advice
from coaching.feedback import two_ways
from coaching.judge import LABELS, Kind, Verdict
from coaching.messages import Quoted, Text, text

BELT = "the belt jams"


@pytest.mark.parametrize(
    "kind, label, large, problem, says",
    [
        ("question", "situation", True, BELT, text("advice-situation-known", problem=Quoted(BELT))),
        ("question", "situation", True, "", None),
        ("question", "problem", True, BELT, None),
        ("question", "problem", False, BELT, text("advice-problem-small")),
        ("question", "implication", True, BELT, None),
        ("question", "implication", False, BELT, text("advice-implication-small")),
        ("question", "need_payoff", True, BELT, None),
        ("question", "need_payoff", True, "", text("advice-payoff-early")),
        ("question", "need_payoff", False, "", text("advice-payoff-small")),
        ("objective", "advance", True, "", None),
        ("objective", "advance", False, "", text("advice-advance-small")),
        ("objective", "order", True, "", text("advice-order-large")),
        ("objective", "order", False, "", text("advice-order-small")),
        ("objective", "vague", False, BELT, None),
        ("outcome", "advance", False, BELT, None),
    ],
)
def test_the_next_step_fits_the_deal(
    kind: Kind, label: str, *, large: bool, problem: str, says: Text | None
) -> None:
    assert label in LABELS[kind]
    verdict = Verdict(kind=kind, label=label, confidence=0.9, sure=True)
    assert advice(verdict, large=large, problem=problem) == says


def test_an_unsure_verdict_offers_both_readings_in_the_words_of_its_kind() -> None:
    question = Verdict(
        kind="question", label="problem", confidence=0.5, sure=False, second="implication"
    )
    need = Verdict(kind="need", label="implied", confidence=0.5, sure=False, second="neither")
    assert [two_ways(question), two_ways(need)] == [
        text(
            "two-ways-question",
            first=text("reading-question-problem"),
            second=text("reading-question-implication"),
        ),
        text(
            "two-ways-any",
            first=text("judge-need-implied-bare"),
            second=text("judge-need-neither-bare"),
        ),
    ]
