"""Retention: what was kept long enough is deleted."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, exists, not_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.database.tables import (
    OPEN,
    asked,
    asked_days,
    dissents,
    install_states,
    notes,
    outbox,
    seen,
    told,
)

SEEN = timedelta(days=8)  # a week, and the hour that a clock change may add


async def prune(connection: AsyncConnection, now: datetime, keep: timedelta) -> Mapping[str, int]:
    """Delete deliveries older than a week; what was told, sent or noted longer ago than `keep`.

    What a language model was not asked in time, nobody will ask it. A message stays as long as one
    of its edits waits. Returns how many rows went, by table.
    """
    edit = outbox.alias("edit")
    awaited = exists().where(
        edit.c.workspace_id == outbox.c.workspace_id,
        edit.c.logical_id == outbox.c.logical_id,
        edit.c.state.in_(("waiting", "taken")),
    )
    # What was dropped when it was decided on bears no time yet: it counts from the first pruning.
    undated = and_(outbox.c.state == "dropped", outbox.c.settled_at.is_(None))
    await connection.execute(update(outbox).where(undated).values(settled_at=now))
    before = now - keep
    old: dict[str, ColumnElement[bool]] = {
        "seen": seen.c.seen_at < now - SEEN,
        "told": and_(told.c.at < before, told.c.start < before),
        "outbox": and_(not_(OPEN), outbox.c.settled_at < before, not_(awaited)),
        "dissents": dissents.c.said_at < before,
        "notes": notes.c.said_at < before,
        "asked": asked.c.helps_until < now,
        "asked_days": asked_days.c.day < before.date(),
        "install_states": install_states.c.until < now,
    }
    tables = {
        "seen": seen,
        "told": told,
        "outbox": outbox,
        "dissents": dissents,
        "notes": notes,
        "asked": asked,
        "asked_days": asked_days,
        "install_states": install_states,
    }
    return {
        name: (await connection.execute(delete(tables[name]).where(condition))).rowcount
        for name, condition in old.items()
    }
