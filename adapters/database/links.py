"""Calendar links: their addresses and entries are sealed."""

from __future__ import annotations

import json
from uuid import UUID

from sqlalchemy import RowMapping

from adapters.database.codec import dump, load
from adapters.database.reading import rep_by_id
from adapters.database.scope import Scope
from adapters.database.seal import Seal
from adapters.database.tables import calendar_links
from adapters.ports import CalendarLink
from coaching.meetings import Entry

_Entries = tuple[Entry, ...]


async def put_link(scope: Scope, seal: Seal, link: CalendarLink) -> None:
    """Add or change a link; raises `BadInput` without a key, `Unknown` without the rep."""
    await rep_by_id(scope, link.rep_id)
    row = {
        "id": link.id,
        "rep_id": link.rep_id,
        "sealed_address": seal.close(link.address),
        "validators": dict(link.validators),
        "read_at": link.read_at,
        "failed_at": link.failed_at,
        "failure": link.failure,
        "sealed_entries": seal.close(json.dumps(dump(link.entries))),
    }
    await scope.put(calendar_links, [row])


async def links(scope: Scope, seal: Seal, rep_id: UUID) -> tuple[CalendarLink, ...]:
    """A rep's calendar links."""
    mine = calendar_links.c.rep_id == rep_id
    rows = await scope.rows(scope.select(calendar_links).where(mine).order_by(calendar_links.c.id))
    return tuple(_link(seal, row) for row in rows)


async def drop_link(scope: Scope, link_id: UUID) -> None:
    """Forget a calendar link, with all that was read from it."""
    await scope.delete(calendar_links, calendar_links.c.id == link_id)


def _link(seal: Seal, row: RowMapping) -> CalendarLink:
    entries = load(json.loads(seal.open(row["sealed_entries"])), _Entries)
    return CalendarLink(
        id=row["id"],
        rep_id=row["rep_id"],
        address=seal.open(row["sealed_address"]),
        validators=row["validators"],
        read_at=row["read_at"],
        failed_at=row["failed_at"],
        failure=row["failure"],
        entries=entries,
    )
