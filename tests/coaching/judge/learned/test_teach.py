"""Examples on top of a model: as little change as makes them right."""

from __future__ import annotations

import pytest

from coaching.judge.learned.model import Model, key, margins, voices
from coaching.judge.learned.teach import ROOM, Lesson, taught
from coaching.judge.learned.traits import Trait
from tests.coaching.judge.learned.made import model

CAN_IT = model("review", {"good": (-100, 100)})
GOOD = {"words": [Trait("good")]}
NEW = {"words": [Trait("good"), Trait("log"), Trait("mara"), Trait("friday")]}


def lesson(found: object, label: str) -> Lesson:
    return Lesson(found, label)  # type: ignore[arg-type]  # plain names for the groups


def lead(of: Model, found: object) -> float:
    """By how much "specific" is ahead of "vague"."""
    specific, vague = margins(of, voices(of, found))  # type: ignore[arg-type]
    return specific - vague


def test_no_examples_change_nothing() -> None:
    assert taught(CAN_IT, []) == CAN_IT


def test_an_example_that_is_right_with_room_changes_nothing() -> None:
    assert taught(CAN_IT, [lesson(GOOD, "vague")]) == CAN_IT


def test_an_example_becomes_right_with_some_room() -> None:
    assert lead(CAN_IT, NEW) == pytest.approx(-1)
    assert lead(taught(CAN_IT, [lesson(NEW, "specific")]), NEW) == pytest.approx(ROOM)


def test_one_push_goes_no_farther_than_half() -> None:
    against = model("review", {"good": (-127, 127)}, (-2.0, 2.0))
    far = [lesson(GOOD, "specific")]
    learned = taught(against, far)
    # Ten rounds of at most 1 of lead each, until there is room: -6.54 needs seven.
    assert lead(against, GOOD) == pytest.approx(-6.54)
    assert lead(learned, GOOD) == pytest.approx(ROOM)
    assert learned.added[key("good")] == pytest.approx((342, -342))


def test_a_companys_own_words_learn_what_everybodys_words_lose() -> None:
    learned = taught(CAN_IT, [lesson(NEW, "specific")])
    assert set(learned.added) == {key(trait.name) for trait in NEW["words"]}
    assert all(learned.added[number][0] > 0 > learned.added[number][1] for number in learned.added)


def test_the_same_examples_make_the_same_model() -> None:
    lessons = [lesson(NEW, "specific"), lesson(GOOD, "vague")]
    assert taught(CAN_IT, lessons) == taught(CAN_IT, lessons)


def test_examples_learned_one_after_the_other_are_all_kept() -> None:
    other = {"words": [Trait("slogan")]}
    first = taught(CAN_IT, [lesson(NEW, "specific")])
    both = taught(first, [lesson(other, "specific")])
    assert lead(both, NEW) == pytest.approx(ROOM)
    assert lead(both, other) == pytest.approx(ROOM)
    assert first.added.keys() < both.added.keys()


def test_examples_that_contradict_each_other_end_too() -> None:
    learned = taught(CAN_IT, [lesson(GOOD, "specific"), lesson(GOOD, "vague")])
    assert abs(lead(learned, GOOD)) <= 2 + ROOM


def test_the_label_is_moved_away_from_its_rival_and_no_other() -> None:
    three = model("need", {}, (0.0, 0.1, -1.0))
    learned = taught(three, [lesson(GOOD, "implied")])
    assert learned.added[key("good")] == pytest.approx((20, -20, 0))
