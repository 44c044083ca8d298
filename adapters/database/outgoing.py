"""Storing what is to be sent: a decision's actions as outbox rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, assert_never
from uuid import UUID

from sqlalchemy import RowMapping, Select, null, select

from adapters.database.codec import dump, load
from adapters.database.places import place_id
from adapters.database.scope import Scope
from adapters.database.tables import accounts, asked, outbox, teams
from adapters.database.tables.memory import IS_SEND
from adapters.ports import Place
from coaching.actions import Action, AskOpinion, Edit, Gather, Post, Send
from coaching.errors import Unknown
from coaching.messages import Message
from coaching.people import Language


async def store_actions(scope: Scope, rep_id: UUID | None, actions: Iterable[Action]) -> None:
    """Store a decision's actions in their order; `rep_id` is whom a `Send` is for."""
    for action in actions:
        match action:
            case Send():
                await _send(scope, action, await _place_of_rep(scope, rep_id), rep_id=rep_id)
            case Post():
                place = await _place_of_team(scope, action.team_id)
                await _send(scope, action, place, team_id=action.team_id)
            case Edit():
                await _edit(scope, action)
            case Gather():
                pass  # worked out by whoever was there when it was asked
            case AskOpinion():
                await _ask(scope, rep_id, action)
            case _:
                assert_never(action)


async def store_notice(
    scope: Scope, logical_id: str, place: Place, message: Message, language: Language, zone: str
) -> None:
    """Store a message to a place that need be nobody's; the same id again changes nothing."""
    row = {
        "kind": "send",
        "logical_id": logical_id,
        "thread": "",
        "message": dump(message),
        "helps_until": None,
        "language": language,
        "zone": zone,
    }
    await scope.add(outbox, row | _to(await place_id(scope, place), "no_place"))


async def message_of(scope: Scope, logical_id: str) -> Message | None:
    """What the newest row of a message says."""
    mine = outbox.c.logical_id == logical_id
    newest = scope.select(outbox).where(mine).order_by(outbox.c.id.desc()).limit(1)
    row = await scope.row(newest)
    return None if row is None else load(row["message"], Message)


async def logical_id_of(scope: Scope, reference: str) -> str:
    """The logical id behind a platform's reference, empty if it is none of ours."""
    row = await _behind(scope, reference)
    return "" if row is None else str(row["logical_id"])


async def thread_of(scope: Scope, reference: str) -> str:
    """The logical id that begins the thread of a message: its own outside of one."""
    row = await _behind(scope, reference)
    return "" if row is None else str(row["thread"] or row["logical_id"])


async def _behind(scope: Scope, reference: str) -> RowMapping | None:
    """The latest send behind a platform's reference; an edit does not know its thread."""
    if not reference:
        return None
    mine = (outbox.c.reference == reference) & IS_SEND
    return await scope.row(scope.select(outbox).where(mine).order_by(outbox.c.id.desc()).limit(1))


async def _send(scope: Scope, action: Send | Post, place_id: int | None, **reader: Any) -> None:
    row = {
        **reader,
        "kind": "send",
        "logical_id": action.id,
        "thread": action.thread,
        "message": dump(action.message),
        "helps_until": action.helps_until,
    }
    await scope.add(outbox, row | _to(place_id, "no_place"))


async def _ask(scope: Scope, rep_id: UUID | None, action: AskOpinion) -> None:
    """Ask about these words in place of earlier ones; a new number, so that who asks knows."""
    kind = action.asked.kind
    await scope.delete(asked, asked.c.call_id == action.call_id, asked.c.kind == kind)
    row = {
        "rep_id": rep_id,
        "call_id": action.call_id,
        "kind": kind,
        "message": action.message,
        "asked": dump(action.asked),
        "sure": action.sure,
        "confidence": action.confidence,
        "helps_until": action.helps_until,
    }
    await scope.add(asked, row)


async def _edit(scope: Scope, action: Edit) -> None:
    """Change the row that still waits, or add one that comes after what is on its way."""
    content = dump(action.message)
    same = outbox.c.logical_id == action.id
    if await scope.change(outbox, same, outbox.c.state == "waiting", message=content):
        return
    sends = scope.select(outbox).where(same, outbox.c.kind == "send")
    send = await scope.row(sends)
    lost = send is None or send["state"] == "dropped"
    row = {
        "rep_id": send and send["rep_id"],
        "team_id": send and send["team_id"],
        "kind": "edit",
        "logical_id": action.id,
        "thread": "",
        "message": content,
        "language": send and send["language"],
        "zone": send and send["zone"],
    }
    at = None if send is None or lost else send["place_id"]
    await scope.add(outbox, row | _to(at, "no_message"))


def _to(place_id: int | None, otherwise: str) -> dict[str, Any]:
    """A row waits at its place; without one it is kept as dropped, for the operator to see."""
    if place_id is None:
        return {"place_id": null(), "state": "dropped", "reason": otherwise}
    return {"place_id": place_id, "state": "waiting", "reason": ""}


async def _place_of_rep(scope: Scope, rep_id: UUID | None) -> int | None:
    """The place of the account that the rep used last."""
    statement: Select[Any] = (
        select(accounts.c.place_id)
        .where(scope.mine(accounts), accounts.c.rep_id == rep_id)
        .order_by(accounts.c.used.desc())
        .limit(1)
    )
    row = await scope.row(statement)
    return None if row is None else row["place_id"]


async def _place_of_team(scope: Scope, team_id: UUID) -> int | None:
    """The team's channel; the lock keeps the order of rows the order of decisions."""
    row = await scope.row(scope.select(teams).where(teams.c.id == team_id).with_for_update())
    if row is None:
        raise Unknown(f"there is no team {team_id} in this workspace")
    place_id: int | None = row["place_id"]
    return place_id
