"""The queue of all workspaces: nudges that are due, and conversations with something to carry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.database import carrying
from adapters.database.faults import to_read, to_write
from adapters.database.rows import value_of
from adapters.database.tables import OPEN, due, outbox, places, teams
from adapters.ports import DueNudge, Outgoing
from coaching.nudge import Nudge
from coaching.people import Team


class SqlQueue:
    """The port `Queue` on SQLite or PostgreSQL.

    A lease has a number; this object remembers which it holds, so whoever carries messages at the
    same time as another has a queue (and a database) of their own.
    """

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer = writer
        self._reader = reader
        self._held: dict[int, carrying.Lease] = {}

    async def due(self, now: datetime, *, limit: int, lease: timedelta) -> Sequence[DueNudge]:
        """Claim nudges with `at <= now`, oldest first; a claim not settled ends with its lease."""
        free = or_(due.c.claimed_until.is_(None), due.c.claimed_until <= now)
        ripe = (
            select(due)
            .where(due.c.at <= now, free)
            .order_by(due.c.at, due.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        async with to_write(self._writer) as connection:
            rows = (await connection.execute(ripe)).mappings().all()
            claimed = due.c.id.in_([row["id"] for row in rows])
            await connection.execute(update(due).where(claimed).values(claimed_until=now + lease))
        return tuple(
            DueNudge(
                workspace_id=row["workspace_id"], rep_id=row["rep_id"], nudge=value_of(row, Nudge)
            )
            for row in rows
        )

    async def digests_due(self, now: datetime) -> Sequence[tuple[UUID, Team]]:
        """All workspaces' teams: which digest is due is the scheduler's to work out."""
        async with to_read(self._reader) as connection:
            ordered = select(teams).order_by(teams.c.workspace_id, teams.c.name, teams.c.id)
            rows = (await connection.execute(ordered)).mappings().all()
        return tuple((row["workspace_id"], value_of(row, Team)) for row in rows)

    async def next_at(self) -> datetime | None:
        """The moment of the earliest thing still waiting: a nudge, or an outbox row held back."""
        nudge = select(func.min(func.coalesce(due.c.claimed_until, due.c.at)))
        until = case(
            (places.c.leased_until > places.c.held_until, places.c.leased_until),
            else_=func.coalesce(places.c.held_until, places.c.leased_until),
        )
        busy = select(outbox.c.place_id).where(OPEN)
        held = select(func.min(until)).where(places.c.id.in_(busy))
        async with to_read(self._reader) as connection:
            found = [await _one(connection, nudge), await _one(connection, held)]
        return min((at for at in found if at is not None), default=None)

    async def lease(
        self, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[tuple[Outgoing, ...]]:
        """Lease up to `limit` conversations with something to carry, each with its rows in order.

        Rows that need the reference of a message before them come with a later lease.
        """
        async with to_write(self._writer) as connection:
            leases = await carrying.lease_places(connection, now, limit=limit, until=now + lease)
            if not leases:
                return ()
            await carrying.drop_late(connection, leases, now)
            batches = await carrying.take_rows(connection, leases)
            idle = [each for each in leases if each.place_id not in batches]
            for each in idle:
                await carrying.end_lease(connection, each)
        for each in leases:
            self._forget(each.place_id)
            self._held |= {row.row: each for row in batches.get(each.place_id, ())}
        return tuple(batches[each.place_id] for each in leases if each.place_id in batches)

    async def renew(self, row: int, *, until: datetime) -> bool:
        """Renew the lease of a row's conversation; False if it was lost."""
        held = self._held.get(row)
        if held is None:
            return False
        async with to_write(self._writer) as connection:
            return await carrying.renew(connection, held, until)

    async def sent(self, row: int, reference: str, *, now: datetime, release: bool = False) -> None:
        """The row is carried, also if its lease was lost meanwhile; the first reference counts.

        With `release` the lease ends in the same transaction, if it is still held.
        """
        held = self._held.get(row) if release else None
        async with to_write(self._writer) as connection:
            await carrying.settle(connection, row, now, state="sent", reference=reference)
            if held is not None:
                await carrying.end_lease(connection, held)
        if held is not None:
            self._forget(held.place_id)

    async def later(self, row: int, at: datetime, why: str) -> None:
        """The row and its conversation wait until then; ends the lease, and needs to hold it."""
        held = self._held.get(row)
        if held is None:
            return
        self._forget(held.place_id)
        async with to_write(self._writer) as connection:
            if await carrying.end_lease(connection, held, held_until=at):
                await carrying.note_attempt(connection, row, why)

    async def never(self, row: int, why: str, *, now: datetime) -> None:
        """The row is given up, and with a message its edits; what comes after it goes on."""
        async with to_write(self._writer) as connection:
            await carrying.settle(connection, row, now, state="dropped", reason=why)

    async def release(self, row: int) -> None:
        """End the lease of a row's conversation, if it is still held."""
        held = self._held.get(row)
        if held is None:
            return
        self._forget(held.place_id)
        async with to_write(self._writer) as connection:
            await carrying.end_lease(connection, held)

    def _forget(self, place_id: int) -> None:
        """Forget which rows came with a place's last lease."""
        self._held = {row: held for row, held in self._held.items() if held.place_id != place_id}


async def _one(connection: AsyncConnection, statement: Select[Any]) -> datetime | None:
    found: datetime | None = (await connection.execute(statement)).scalar_one_or_none()
    return found
