"""All that is known of a team, for the figures its manager sees; words of reps are never shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from coaching.calls import Call, Promise
from coaching.notes import Note
from coaching.people import Rep, Team
from coaching.spans import WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A team as it was from the beginning of what is kept until `now` (aware UTC).

    `people` are all reps of the team, `calls` and `promises` all of the team's, one call a rep.
    `notes` are what colleagues counted, practices and surveys of these people. `told` are those
    who know that managers see how many calls each rep held.
    """

    now: datetime
    team: Team
    work: WorkCalendar
    people: tuple[Rep, ...] = ()
    calls: tuple[Call, ...] = ()
    promises: tuple[Promise, ...] = ()
    notes: tuple[Note, ...] = ()
    told: frozenset[UUID] = frozenset()
