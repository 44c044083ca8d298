"""The SQL of carrying: which conversations are leased, which rows go with them, how they end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import (
    ColumnElement,
    RowMapping,
    Select,
    and_,
    case,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.database.codec import load
from adapters.database.tables import OPEN, outbox, places, reps, teams
from adapters.ports import Outgoing, Place
from coaching.messages import Message

_AT_ONCE = 20  # rows of one conversation in one lease

_parent = outbox.alias("parent")  # the message that a row edits or answers under


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """The right to carry what waits for a place, until another lease has a higher number."""

    place_id: int
    number: int


async def lease_places(
    connection: AsyncConnection, now: datetime, *, limit: int, until: datetime
) -> Sequence[Lease]:
    """Lease places that are free and have something to carry, the longest waiting first.

    PostgreSQL skips what another process is about to lease; on SQLite there is no other.
    """
    heads = (
        select(outbox.c.place_id, func.min(outbox.c.id).label("first"))
        .where(OPEN)
        .group_by(outbox.c.place_id)
        .subquery("heads")
    )
    free = (
        select(places.c.id)
        .join(heads, heads.c.place_id == places.c.id)
        .where(_past(places.c.leased_until, now), _past(places.c.held_until, now))
        .order_by(heads.c.first)
        .limit(limit)
        # Not a full lock: rows may still be added that refer to the place.
        .with_for_update(of=places, key_share=True, skip_locked=True)
    )
    ids = (await connection.scalars(free)).all()
    if not ids:
        return ()
    leased = await connection.execute(
        update(places)
        .where(places.c.id.in_(ids))
        .values(leased_until=until, held_until=None, lease=places.c.lease + 1)
        .returning(places.c.id, places.c.lease)
    )
    numbers = {row.id: row.lease for row in leased}
    return tuple(Lease(place_id=place_id, number=numbers[place_id]) for place_id in ids)


async def drop_late(connection: AsyncConnection, leases: Iterable[Lease], now: datetime) -> None:
    """Drop the leased rows that no longer help, and edits of messages that were never sent."""
    here = and_(OPEN, outbox.c.place_id.in_([lease.place_id for lease in leases]))
    late = outbox.c.helps_until < now
    await connection.execute(_dropping("too_late", now).where(here, late))
    carried = exists().where(_is_parent(), _parent.c.state != "dropped").correlate(outbox)
    orphan = and_(outbox.c.kind == "edit", ~carried)
    await connection.execute(_dropping("no_message", now).where(here, orphan))


async def take_rows(
    connection: AsyncConnection, leases: Iterable[Lease]
) -> Mapping[int, tuple[Outgoing, ...]]:
    """Take the rows that can be carried now, by place and in order.

    A row that hangs on one before it in the same batch ends the batch: the reference it needs is
    not known yet.
    """
    statement = _waiting([lease.place_id for lease in leases])
    rows = (await connection.execute(statement)).mappings().all()
    batches = {
        place_id: tuple(_outgoing(row) for row in _up_to_first_dependent(group))
        for place_id, group in groupby(rows, key=lambda row: row["place_id"])
    }
    ids = [row.row for batch in batches.values() for row in batch]
    await connection.execute(update(outbox).where(outbox.c.id.in_(ids)).values(state="taken"))
    return {place_id: batch for place_id, batch in batches.items() if batch}


async def renew(connection: AsyncConnection, lease: Lease, until: datetime) -> bool:
    """Lengthen a lease; False if another was given since or it was ended."""
    held = and_(_same(lease), places.c.leased_until.is_not(None))
    renewed = await connection.execute(update(places).where(held).values(leased_until=until))
    return bool(renewed.rowcount)


async def end_lease(
    connection: AsyncConnection, lease: Lease, *, held_until: datetime | None = None
) -> bool:
    """End a lease; what was taken and not carried waits again. False if it was lost before."""
    held = and_(_same(lease), places.c.leased_until.is_not(None))
    free = {"leased_until": None, "held_until": held_until}
    if not (await connection.execute(update(places).where(held).values(free))).rowcount:
        return False
    taken = and_(outbox.c.place_id == lease.place_id, outbox.c.state == "taken")
    await connection.execute(update(outbox).where(taken).values(state="waiting"))
    return True


async def note_attempt(connection: AsyncConnection, row: int, why: str) -> None:
    """Count a try that was put off, with the reason."""
    tried = {"attempts": outbox.c.attempts + 1, "reason": why}
    await connection.execute(update(outbox).where(outbox.c.id == row).values(tried))


async def settle(connection: AsyncConnection, row: int, now: datetime, **values: Any) -> None:
    """Settle a row that is still open; a second time changes nothing."""
    mine = and_(OPEN, outbox.c.id == row)
    await connection.execute(update(outbox).where(mine).values(settled_at=now, **values))


def _past(column: ColumnElement[datetime], now: datetime) -> ColumnElement[bool]:
    return or_(column.is_(None), column <= now)


def _same(lease: Lease) -> ColumnElement[bool]:
    return and_(places.c.id == lease.place_id, places.c.lease == lease.number)


def _dropping(reason: str, now: datetime) -> Any:
    return update(outbox).values(state="dropped", reason=reason, settled_at=now)


def _is_parent() -> ColumnElement[bool]:
    """Whether a row of `parent` is the message that an outbox row edits or answers under."""
    wanted = case((outbox.c.kind == "edit", outbox.c.logical_id), else_=outbox.c.thread)
    return and_(
        _parent.c.workspace_id == outbox.c.workspace_id,
        _parent.c.kind == "send",
        _parent.c.logical_id == wanted,
    )


def _waiting(place_ids: Collection[int]) -> Select[Any]:
    """The first open rows of some places, with all that an `Outgoing` says."""
    order = func.row_number().over(partition_by=outbox.c.place_id, order_by=outbox.c.id)
    numbered = select(outbox.c.id, order.label("position")).where(
        OPEN, outbox.c.place_id.in_(place_ids)
    )
    first = numbered.subquery("first")
    rep = and_(reps.c.workspace_id == outbox.c.workspace_id, reps.c.id == outbox.c.rep_id)
    team = and_(
        teams.c.workspace_id == outbox.c.workspace_id,
        teams.c.id == func.coalesce(outbox.c.team_id, reps.c.team_id),
    )
    return (
        select(
            outbox,
            places.c.platform,
            places.c.tenant,
            places.c.address,
            places.c.kind.label("place_kind"),
            func.coalesce(reps.c.language, teams.c.language, outbox.c.language).label(
                "reader_language"
            ),
            func.coalesce(reps.c.zone, teams.c.zone, outbox.c.zone).label("reader_zone"),
            _parent.c.id.label("parent_id"),
            _parent.c.state.label("parent_state"),
            _parent.c.place_id.label("parent_place_id"),
            _parent.c.reference.label("parent_reference"),
        )
        .join(first, and_(first.c.id == outbox.c.id, first.c.position <= _AT_ONCE))
        .join(places, places.c.id == outbox.c.place_id)
        .outerjoin(reps, rep)
        .outerjoin(teams, team)
        .outerjoin(_parent, _is_parent())
        .order_by(outbox.c.place_id, outbox.c.id)
        # Locked, so that an edit decided meanwhile comes as a row of its own, not into a taken one.
        .with_for_update(of=outbox)
    )


def _up_to_first_dependent(rows: Iterable[RowMapping]) -> Iterable[RowMapping]:
    for row in rows:
        open_parent = row["parent_state"] in {"waiting", "taken"}
        if (
            open_parent
            and row["parent_place_id"] == row["place_id"]
            and row["parent_id"] < row["id"]
        ):
            return
        yield row


def _outgoing(row: RowMapping) -> Outgoing:
    place = Place(
        platform=row["platform"],
        tenant=row["tenant"],
        address=row["address"],
        kind=row["place_kind"],
    )
    here = row["parent_place_id"] == row["place_id"] and row["parent_state"] == "sent"
    reference = row["parent_reference"] if here else ""
    edit = row["kind"] == "edit"
    return Outgoing(
        row=row["id"],
        workspace_id=row["workspace_id"],
        kind=row["kind"],
        id=row["logical_id"],
        place=place,
        message=load(row["message"], Message),
        language=row["reader_language"],
        zone=row["reader_zone"],
        thread="" if edit else reference,
        reference=reference if edit else "",
        helps_until=row["helps_until"],
        attempts=row["attempts"],
        again=row["state"] == "taken",
    )
