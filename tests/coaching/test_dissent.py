"""How words can be read, and when a rep's reading is one the judge has not said."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from coaching.dissent import dissent_id, dissents, readings, version_of
from coaching.judge import LABELS, Kind
from tests.coaching.world import FixedJudge, a_rep, a_verdict

PAIRS: list[tuple[Kind, str]] = [
    (kind, label) for kind, labels in LABELS.items() for label in labels
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdJudge(FixedJudge):
    """A judge with a version."""

    version: str = "3"


@pytest.mark.parametrize("kind,label", PAIRS)
def test_a_sure_verdict_offers_at_most_five_readings_and_not_its_own(
    kind: Kind, label: str
) -> None:
    offered = readings(a_verdict(kind, label))
    assert label not in offered
    assert set(offered) < set(LABELS[kind])
    assert len(offered) == min(5, len(LABELS[kind]) - 1)


def test_the_likeliest_reading_comes_first() -> None:
    assert readings(a_verdict("question", "problem")) == (
        *("implication", "need_payoff", "situation", "not_spin"),
    )
    assert readings(a_verdict("objective", "seller_activity")) == (
        *("advance", "order", "continuation", "information_only", "relationship"),
    )


def test_an_unsure_verdict_offers_its_own_two_first() -> None:
    unsure = a_verdict("objective", "vague", second="advance")
    assert readings(unsure) == ("vague", "advance", "order", "continuation", "seller_activity")


def test_an_unsure_verdict_without_a_second_reading_offers_its_own_too() -> None:
    perhaps = replace(a_verdict("question", "not_spin"), sure=False)
    assert readings(perhaps) == ("not_spin", "implication", "need_payoff", "problem", "situation")


@pytest.mark.parametrize(
    "second,label,expected",
    [
        ("", "vague", False),
        ("", "advance", True),
        ("advance", "vague", False),
        ("advance", "advance", False),
        ("advance", "order", True),
        ("", "problem", False),
        ("", "", False),
    ],
)
def test_a_reading_is_a_dissent_where_the_judge_has_not_said_it(
    second: str, label: str, *, expected: bool
) -> None:
    assert dissents(a_verdict("objective", "vague", second=second), label) is expected


def test_the_same_words_of_the_same_rep_and_kind_are_one_text() -> None:
    other = a_rep().team_id
    ids = {
        dissent_id(a_rep().id, "objective", "They act"),
        dissent_id(a_rep().id, "objective", "They act"),
        dissent_id(a_rep().id, "outcome", "They act"),
        dissent_id(a_rep().id, "objective", "They sign"),
        dissent_id(other, "objective", "They act"),
    }
    assert len(ids) == 4


def test_a_judge_may_have_a_version() -> None:
    assert (version_of(FixedJudge()), version_of(ThirdJudge())) == ("", "3")
