"""Saving a decision about a rep: its new state, checked against what others saved meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import RowMapping, Table, or_

from adapters.database.codec import dump
from adapters.database.reading import rep_by_id
from adapters.database.rows import row_of, value_of
from adapters.database.scope import Scope
from adapters.database.tables import (
    conversations,
    customers,
    dissents,
    due,
    learnings,
    lessons,
    meetings,
    notes,
    opportunities,
    participations,
    problems,
    promises,
    reps,
    told,
)
from coaching.actions import Entity
from coaching.calls import Call, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent, TakenBack
from coaching.errors import Conflict
from coaching.meetings import Lesson
from coaching.notes import NAMES, Forgotten, Note
from coaching.nudge import Nudge, Told
from coaching.people import Rep
from coaching.spans import Span

E = TypeVar("E")


async def save_entities(scope: Scope, rep_id: UUID, saves: Sequence[Entity]) -> None:
    """Store entities, those first that others refer to, whatever their order in the decision."""
    await put_reps(scope, _of(saves, Rep))
    await _put_opportunities(scope, rep_id, _of(saves, Opportunity))
    await _put_calls(scope, _of(saves, Call))
    await scope.put(promises, [row_of(each, promises) for each in _of(saves, Promise)])
    await scope.put(learnings, [row_of(each, learnings) for each in _of(saves, Learning)])
    await scope.put(told, [_of_rep(rep_id, each, told) for each in _of(saves, Told)])
    await scope.put(lessons, [_of_rep(rep_id, each, lessons) for each in _of(saves, Lesson)])
    await scope.put(notes, [_note(each) for each in _of(saves, Note)])
    await _forget(scope, rep_id, _of(saves, Forgotten))
    await _take_back(scope, rep_id, _of(saves, TakenBack))
    await scope.put(dissents, [row_of(each, dissents) for each in _of(saves, Dissent)])
    for conversation in _of(saves, Conversation):
        mine = conversations.c.rep_id == conversation.rep_id
        await scope.change(conversations, mine, state=_state(conversation))


async def bump(scope: Scope, rep_id: UUID, version: int) -> None:
    """Make the stored version one more than `version`; raises `Conflict` if it is another.

    The row stays locked until the end of the transaction: decisions about a rep are stored one
    after another, and so are the numbers of their outbox rows.
    """
    mine = conversations.c.rep_id == rep_id
    same = conversations.c.version == version
    if await scope.change(conversations, mine, same, version=version + 1):
        return
    if version == 0:
        await rep_by_id(scope, rep_id)
        empty = _state(Conversation(rep_id=rep_id))
        first = {"rep_id": rep_id, "version": 1, "state": empty, "busy": []}
        if await scope.add(conversations, first):
            return
    raise Conflict


async def put_reps(scope: Scope, people: Iterable[Rep]) -> None:
    """Add reps or change them."""
    await scope.put(reps, [row_of(rep, reps) for rep in people])


async def replace_busy(scope: Scope, rep_id: UUID, busy: tuple[tuple[str, Span], ...]) -> None:
    """Store the rep's busy hours in place of the former."""
    await scope.change(conversations, conversations.c.rep_id == rep_id, busy=dump(busy))


async def replace_nudges(scope: Scope, rep_id: UUID, nudges: Iterable[Nudge]) -> None:
    """Make the rep's pending nudges these; one that stays as it was keeps its claim."""
    rows = await scope.rows(scope.select(due).where(due.c.rep_id == rep_id))
    stored = {(row["kind"], row["about"], row["start"]): row for row in rows}
    wanted = {nudge.key: nudge for nudge in nudges}
    gone = [row["id"] for key, row in stored.items() if key not in wanted]
    if gone:
        await scope.delete(due, due.c.id.in_(gone))
    changed = [each for key, each in wanted.items() if _differs(stored.get(key), each)]
    fresh = [{**_of_rep(rep_id, nudge, due), "claimed_until": None} for nudge in changed]
    await scope.put(due, fresh, "rep_id", "kind", "about", "start")


def _differs(row: RowMapping | None, nudge: Nudge) -> bool:
    return row is None or value_of(row, Nudge) != nudge


def _of(saves: Sequence[Entity], kind: type[E]) -> list[E]:
    return [each for each in saves if isinstance(each, kind)]


def _of_rep(rep_id: UUID, value: Told | Lesson | Nudge, table: Table) -> dict[str, Any]:
    return {**row_of(value, table), "rep_id": rep_id}


def _state(conversation: Conversation) -> dict[str, Any]:
    stored: dict[str, Any] = dump(conversation)
    return {name: each for name, each in stored.items() if name not in {"rep_id", "version"}}


def _note(note: Note) -> dict[str, Any]:
    row: dict[str, Any] = row_of(note, notes, without=frozenset({"content"}))
    return {**row, "kind": NAMES[type(note.content)], "details": dump(note.content)}


async def _forget(scope: Scope, rep_id: UUID, gone: Sequence[Forgotten]) -> None:
    """Delete notes of that rep or by them; the id came with a tap, so no other's may go."""
    ids = [each.id for each in gone]
    if ids:
        theirs = or_(notes.c.rep_id == rep_id, notes.c.author_id == rep_id)
        await scope.delete(notes, theirs, notes.c.id.in_(ids))


async def _take_back(scope: Scope, rep_id: UUID, gone: Sequence[TakenBack]) -> None:
    """Delete dissents of that rep; the id came with a tap, so nobody else's may go."""
    ids = [each.id for each in gone]
    if ids:
        await scope.delete(dissents, dissents.c.rep_id == rep_id, dissents.c.id.in_(ids))


async def _put_opportunities(scope: Scope, rep_id: UUID, wanted: Sequence[Opportunity]) -> None:
    """Store sales, which are the team's, and the problem on the table, which is the rep's."""
    found = {each.customer.key: each.customer for each in wanted}
    ids = await _shared(
        scope, customers, {key: row_of(each, customers) for key, each in found.items()}
    )
    await scope.put(
        opportunities,
        [
            {
                **row_of(each, opportunities, without=frozenset({"customer", "problem"})),
                "customer_id": ids[each.customer.key],
            }
            for each in wanted
        ],
    )
    on_table = [
        {"rep_id": rep_id, "opportunity_id": each.id, "text": each.problem} for each in wanted
    ]
    await scope.put(problems, on_table)


async def _put_calls(scope: Scope, calls: Sequence[Call]) -> None:
    found = {
        call.key: {"id": call.meeting_id, "key": call.key, "series": call.series} for call in calls
    }
    ids = await _shared(scope, meetings, found)
    elsewhere = frozenset({"key", "series"})
    rows = [row_of(call, participations, without=elsewhere) for call in calls]
    for row, call in zip(rows, calls, strict=True):
        row["meeting_id"] = ids[call.key]
    await scope.put(participations, rows)


async def _shared(scope: Scope, table: Table, wanted: dict[str, Any]) -> dict[str, UUID]:
    """Store what a workspace has once by its key; return the ids it is stored under.

    Two teams derive different ids for the same customer or meeting: the first one's counts.
    """
    if not wanted:
        return {}
    await scope.put(table, wanted.values(), "key")
    rows = await scope.rows(scope.select(table).where(or_(*(table.c.key == key for key in wanted))))
    return {row["key"]: row["id"] for row in rows}
