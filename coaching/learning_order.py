"""What to practise next: the learning order, and what the rep's own counts say (METHOD §10)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from coaching.calls import Review
from coaching.notes.practice import BEHAVIOURS, SKILLS, Count, Practice, Skill
from coaching.practice import TRIES, has_quantity, is_own, level
from coaching.turn import Situation

# How many questions a count stands for at least.
_LEAST: Mapping[Count, int] = {"none": 0, "some": 1, "many": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What to practise next, and in how many of the calls that were counted it is there."""

    skill: Skill
    there: int = 0
    of: int = 0


def proposal(situation: Situation) -> Proposal:
    """The first of the learning order that neither comes by itself nor is there already.

    It is there where at least half of three or more calls of the rep have the quantity; fewer
    situation questions come last, and stay where all else is there.
    """
    reviews = tuple(call.review for call in situation.calls)
    known = mastered(situation)
    found = [_found(skill, reviews) for skill in SKILLS if skill not in known]
    lacking = (one for one in found if one.of < TRIES or one.there * 2 < one.of)
    return next(lacking, Proposal(skill="situation"))


def _found(skill: Skill, reviews: Iterable[Review]) -> Proposal:
    given = [_reported(skill, review) for review in reviews if review.held != "not_held"]
    told = [count for count in given if count not in {None, "unknown"}]
    there = sum(has_quantity(skill, count) for count in told)
    return Proposal(skill=skill, there=there, of=len(told))


def _reported(skill: Skill, review: Review) -> Count | None:
    """The count a review gives; of questions at all, what its four kinds come to at least."""
    count = review.count(skill)
    if skill != "questions" or count is not None:
        return count
    kinds = [_LEAST[one] for kind in BEHAVIOURS if (one := review.count(kind)) and one in _LEAST]
    return level("questions", sum(kinds)) if len(kinds) == len(BEHAVIOURS) else None


def mastered(situation: Situation) -> frozenset[Skill]:
    """What the rep said comes by itself."""
    return frozenset(
        note.content.behaviour
        for note in situation.notes
        if isinstance(note.content, Practice) and note.content.by_itself and is_own(note, situation)
    )
