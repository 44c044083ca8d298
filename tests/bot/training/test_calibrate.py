"""Calibration: steepness, votes and the level to be sure from, on made margins and on few texts."""

from __future__ import annotations

import math
from array import array
from dataclasses import replace

from bot.training.calibrate import PRECISION, Read, calibrated, unseen
from coaching.judge import LABELS
from coaching.judge.learned.model import Model, Shape, Vote, chances
from tests.bot.training.made import found, part

UNTOLD = Shape(
    kind="review",
    language="en",
    labels=LABELS["review"],
    scale=1.0,
    bias=(0.0, 0.0),
    steepness=1.0,
    votes=(0.0, 0.0),
    sure_from=1.0,
    trained_on=0,
)
MODEL = Model(UNTOLD, array("I"), array("b"))
FAINT = Vote("specific", firm=False)
FIRM = Vote("specific", firm=True)


def reads(margin: float, right: int, wrong: int, vote: Vote = FAINT) -> list[Read]:
    """Texts read as "specific" by that margin."""
    labels = ["specific"] * right + ["vague"] * wrong
    return [Read(label, (margin, 0.0), vote) for label in labels]


def balanced(margin: float, right: int, wrong: int) -> list[Read]:
    """The same for both labels and for both votes, so that no vote can be of use."""
    found = []
    for read in reads(margin, right, wrong):
        other = "vague" if read.label == "specific" else "specific"
        for voted in LABELS["review"]:
            for firm in (False, True):
                vote = Vote(voted, firm)
                found += [
                    Read(read.label, read.margin, vote),
                    Read(other, read.margin[::-1], vote),
                ]
    return found


def test_the_steepness_makes_chances_of_what_was_right() -> None:
    # A margin of 1 is right three times of four: ln 3 = 1.10, and 1.0 is the nearest step.
    assert calibrated(MODEL, balanced(1.0, 3, 1)).shape.steepness == 1.0
    # Of 0.2 as well: five times as steep, 5.49, and 5.5 is a step.
    assert calibrated(MODEL, balanced(0.2, 3, 1)).shape.steepness == 5.5


def test_a_vote_that_tells_nothing_has_no_weight() -> None:
    assert calibrated(MODEL, balanced(1.0, 3, 1)).shape.votes == (0.0, 0.0)


def test_a_vote_weighs_what_it_was_right_firm_and_faint_apart() -> None:
    # Margins say nothing; firm votes are right nine times of ten (ln 9 = 2.20), faint ones three
    # of four (1.10).
    told = reads(0.0, 9, 1, FIRM) + reads(0.0, 3, 1)
    assert calibrated(MODEL, told).shape.votes == (2.25, 1.0)


def sure(shape: Shape, told: list[Read], level: float) -> tuple[int, float]:
    """How many are sure from a level, and how many of them are right."""
    judged = []
    for read in told:
        chance = chances(shape, read.margin, read.vote)
        label = shape.labels[chance.index(max(chance))]
        judged.append((max(chance), label == read.label))
    right = [one for best, one in judged if best >= level]
    return len(right), sum(right) / len(right)


def test_it_is_sure_from_the_lowest_level_with_the_wanted_precision() -> None:
    told = balanced(1.0, 8, 2) + balanced(2.0, 36, 4) + balanced(4.0, 39, 1)
    shape = calibrated(MODEL, told).shape
    below = round(shape.sure_from - 0.01, 2)
    assert sure(shape, told, shape.sure_from) == (320, 39 / 40)
    assert sure(shape, told, below)[1] < PRECISION <= 39 / 40


def test_where_everything_is_right_it_is_sure_from_four_in_five() -> None:
    assert calibrated(MODEL, balanced(1.0, 10, 0)).shape.sure_from == 0.8


def test_where_nothing_is_precise_or_too_few_are_it_is_never_sure() -> None:
    assert calibrated(MODEL, balanced(1.0, 3, 1)).shape.sure_from == 0.99
    assert calibrated(MODEL, reads(1.0, 19, 0)).shape.sure_from == 0.99
    assert calibrated(MODEL, reads(1.0, 20, 0)).shape.sure_from == 0.8


def test_only_the_shape_is_calibrated() -> None:
    after = calibrated(MODEL, balanced(1.0, 3, 1))
    kept = {"steepness": 1.0, "votes": (0.0, 0.0), "sure_from": 1.0}
    assert replace(after, shape=replace(after.shape, **kept)) == MODEL  # type: ignore[arg-type]


def test_a_text_is_read_by_a_model_that_never_saw_its_hand() -> None:
    told = part()
    votes = [FAINT] * len(told)
    before = unseen("review", "zh", found(told), told, votes)
    hand = told[0].hand
    turned = {"specific": "vague", "vague": "specific"}
    wrong = tuple(
        replace(one, label=turned[one.label]) if one.hand == hand else one for one in told
    )
    after = unseen("review", "zh", found(told), wrong, votes)
    for one, old, new in zip(told, before, after, strict=True):
        assert old.label == one.label
        assert old.vote == FAINT
        assert (old.margin == new.margin) is (one.hand == hand)
    assert math.isfinite(sum(read.margin[0] for read in before))
