"""Reading what a rep keeps beside plans and reviews, and what colleagues share with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, bindparam, or_

from adapters.database.codec import load
from adapters.database.rows import value_of
from adapters.database.scope import Scope, ours, refers
from adapters.database.tables import learnings, notes, participations, reps
from coaching.calls import Learning
from coaching.notes import KINDS, Note
from coaching.turn import Joint

# The latest that a team shared are looked through; older ones stay in the digests.
SHARED = 300
# What a team's figures are made of; all other notes are the rep's alone.
COUNTED = ("observation", "practice", "survey")


async def noted(scope: Scope, rep_id: UUID) -> tuple[tuple[Note, ...], Mapping[UUID, str]]:
    """The notes of a rep and by them, oldest first, with the names of who wrote them."""
    rows = await scope.found(_NOTES, rep=rep_id)
    others = {row["author_id"]: row["author"] for row in rows if row["author_id"] != rep_id}
    return tuple(note_of(row) for row in rows), others


async def counted(scope: Scope, people: Iterable[UUID]) -> tuple[Note, ...]:
    """What is counted, practised and answered in surveys of these people, oldest first."""
    theirs = notes.c.rep_id.in_(tuple(people)), notes.c.kind.in_(COUNTED)
    wanted = scope.select(notes).where(*theirs).order_by(notes.c.said_at, notes.c.id)
    return tuple(note_of(row) for row in await scope.rows(wanted))


async def shared(scope: Scope, team_id: UUID) -> tuple[tuple[Learning, ...], Mapping[UUID, str]]:
    """What a team's people share at present, the newest first, with their names."""
    rows = await scope.found(_SHARED, team=team_id)
    names = {row["rep_id"]: row["name"] for row in rows}
    return tuple(value_of(row, Learning) for row in rows), names


async def joint(scope: Scope, rep_id: UUID, since: datetime) -> tuple[Joint, ...]:
    """The parts that colleagues have in the rep's meetings which ended after `since`."""
    return tuple(
        Joint(
            call_id=row["id"],
            rep_id=row["rep_id"],
            name=row["name"],
            customer=row["details"]["customer"],
            meeting_id=row["meeting_id"],
            starts_at=row["starts_at"],
            ends_at=row["ends_at"],
        )
        for row in await scope.found(_JOINT, rep=rep_id, since=since)
    )


def note_of(row: RowMapping) -> Note:
    """A stored note; a kind's fields that were added since take their defaults."""
    return Note(
        id=row["id"],
        rep_id=row["rep_id"],
        author_id=row["author_id"],
        said_at=row["said_at"],
        opportunity_id=row["opportunity_id"],
        call_id=row["call_id"],
        content=load(row["details"], KINDS[row["kind"]]),
    )


# ---- statements, made once -----------------------------------------------------------------------

_REP: ColumnElement[Any] = bindparam("rep", type_=reps.c.id.type)
_NOTES = (
    ours(notes, reps.c.name.label("author"))
    .join(reps, refers(notes, reps, "author_id"))
    .where(or_(notes.c.rep_id == _REP, notes.c.author_id == _REP))
    .order_by(notes.c.said_at, notes.c.id)
)
_SHARED = (
    ours(learnings, reps.c.name)
    .join(reps, refers(learnings, reps, "rep_id"))
    .where(
        learnings.c.team_id == bindparam("team", type_=reps.c.team_id.type), learnings.c.text != ""
    )
    .order_by(learnings.c.shared_at.desc(), learnings.c.id)
    .limit(SHARED)
)
_own = participations.alias("own")
_JOINT = (
    ours(participations, reps.c.name)
    .join(reps, refers(participations, reps, "rep_id"))
    .join(
        _own,
        (_own.c.workspace_id == participations.c.workspace_id)
        & (_own.c.meeting_id == participations.c.meeting_id),
    )
    .where(
        _own.c.rep_id == _REP,
        _own.c.ends_at > bindparam("since", type_=participations.c.ends_at.type),
        participations.c.rep_id != _REP,
    )
    .order_by(participations.c.starts_at, reps.c.name, participations.c.id)
)
