"""What waits for a language model, and how often it was asked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.database.codec import load
from adapters.database.faults import to_read, to_write
from adapters.database.scope import Scope
from adapters.database.tables import asked, asked_days
from adapters.ports import Question
from coaching.view import Asked


class SqlOpinions:
    """The port `Opinions` on SQLite or PostgreSQL."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine) -> None:
        self._writer = writer
        self._reader = reader

    async def claim(
        self, workspace_id: UUID, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[Question]:
        """Claim what the judge is unsure of first; what does not help any more is dropped."""
        mine = asked.c.workspace_id == workspace_id
        free = or_(asked.c.claimed_until.is_(None), asked.c.claimed_until <= now)
        if not await self._is_any(mine, free):
            return ()
        ripe = (
            select(asked)
            .where(mine, free)
            .order_by(asked.c.sure, asked.c.confidence, asked.c.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        async with to_write(self._writer) as connection:
            await connection.execute(delete(asked).where(mine, asked.c.helps_until <= now))
            rows = (await connection.execute(ripe)).mappings().all()
            claimed = asked.c.id.in_([row["id"] for row in rows])
            await connection.execute(update(asked).where(claimed).values(claimed_until=now + lease))
        return tuple(
            Question(
                row=row["id"],
                rep_id=row["rep_id"],
                call_id=row["call_id"],
                message=row["message"],
                asked=load(row["asked"], Asked),
            )
            for row in rows
        )

    async def settle(self, row: int) -> None:
        """The row is done with."""
        async with to_write(self._writer) as connection:
            await connection.execute(delete(asked).where(asked.c.id == row))

    async def spend(self, workspace_id: UUID, day: date, *, per_day: int) -> bool:
        """Count one more request on that day; False if there were `per_day` already."""
        today, left = asked_days.c.day == day, asked_days.c.asked < per_day
        async with to_write(self._writer) as connection:
            scope = Scope(connection, workspace_id)
            await scope.add(asked_days, {"day": day, "asked": 0, "failed": 0})
            more = asked_days.c.asked + 1
            return await scope.change(asked_days, today, left, asked=more) == 1

    async def in_vain(self, workspace_id: UUID, day: date) -> None:
        """Count a request on that day that brought nothing."""
        async with to_write(self._writer) as connection:
            more = asked_days.c.failed + 1
            scope = Scope(connection, workspace_id)
            await scope.change(asked_days, asked_days.c.day == day, failed=more)

    async def spent(self, workspace_id: UUID, day: date) -> tuple[int, int]:
        """How many requests there were on that day, and how many brought nothing."""
        async with to_read(self._reader) as connection:
            scope = Scope(connection, workspace_id)
            row = await scope.row(scope.select(asked_days).where(asked_days.c.day == day))
        return (row["asked"], row["failed"]) if row else (0, 0)

    async def _is_any(self, *where: ColumnElement[bool]) -> bool:
        """Whether there is anything to claim: asked often, so without a lock."""
        async with to_read(self._reader) as connection:
            found = await connection.execute(select(asked.c.id).where(*where).limit(1))
            return found.first() is not None
