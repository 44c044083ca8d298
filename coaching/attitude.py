"""A team's attitude to closing: a mean over five people or more, never one that gives one away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean, pstdev
from uuid import UUID

from coaching.method.survey import score
from coaching.notes import Note
from coaching.notes.survey import Survey

FEWEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAttitude:
    """The mean and the spread (standard deviation) of a team's scores, in whole points (15..75)."""

    mean: int
    spread: int
    people: int


def team_aggregate(surveys: Iterable[Note]) -> TeamAttitude | None:
    """The attitude of those who answered, each by one survey; None under five people.

    Give it all surveys of the team, or each person's latest. What is told changes only once five
    different people have ended a survey since it last changed: two figures told one after the other
    differ by five people's answers at least, so that nobody's is found by subtraction.
    """
    told: dict[UUID, int] = {}
    since: dict[UUID, int] = {}
    for _, rep_id, total in sorted(_ended(surveys)):
        since[rep_id] = total
        if len(since) == FEWEST:
            told |= since
            since = {}
    if not told:
        return None
    scores = tuple(told.values())
    return TeamAttitude(mean=round(fmean(scores)), spread=round(pstdev(scores)), people=len(scores))


def _ended(surveys: Iterable[Note]) -> Iterable[tuple[datetime, UUID, int]]:
    """The surveys ended, as (when, whose, score)."""
    for note in surveys:
        if isinstance(note.content, Survey) and note.content.ended_at is not None:
            yield note.content.ended_at, note.rep_id, score(note.content.answers)
