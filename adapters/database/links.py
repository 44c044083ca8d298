"""Calendar links: their addresses and entries are sealed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import RowMapping, bindparam

from adapters.database.codec import dump, load
from adapters.database.reading import rep_by_id
from adapters.database.scope import Scope, ours
from adapters.database.seal import Seal
from adapters.database.tables import calendar_links
from adapters.ports import CalendarLink
from coaching.actions import Entity
from coaching.errors import BadInput
from coaching.ids import configured_link
from coaching.links import Link, Linked, Unlinked, host_of
from coaching.meetings import Entry

_Entries = tuple[Entry, ...]
_SHOWN = (
    ours(calendar_links)
    .with_only_columns(
        calendar_links.c.id,
        calendar_links.c.sealed_address,
        calendar_links.c.read_at,
        calendar_links.c.failed_at,
    )
    .where(calendar_links.c.rep_id == bindparam("rep", type_=calendar_links.c.rep_id.type))
    .order_by(calendar_links.c.id)
)


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


async def shown(scope: Scope, seal: Seal, rep_id: UUID) -> tuple[Link, ...]:
    """A rep's calendar links as they may be shown; what was read from them stays sealed."""
    rows = await scope.found(_SHOWN, rep=rep_id)
    return tuple(
        Link(
            id=row["id"],
            host=_host(seal, row["sealed_address"]),
            read_at=row["read_at"],
            failing=row["failed_at"] is not None,
            configured=row["id"] == configured_link(rep_id),
        )
        for row in rows
    )


async def save(scope: Scope, seal: Seal, rep_id: UUID, saves: Sequence[Entity]) -> None:
    """Store what a rep linked, as never read, and forget what they unlinked, if it is theirs.

    Raises `BadInput` without a key.
    """
    for each in saves:
        match each:
            case Linked():
                await put_link(
                    scope, seal, CalendarLink(id=each.id, rep_id=rep_id, address=each.address)
                )
            case Unlinked():
                mine = calendar_links.c.rep_id == rep_id
                await scope.delete(calendar_links, mine, calendar_links.c.id == each.id)
            case _:
                pass


async def drop_link(scope: Scope, link_id: UUID) -> None:
    """Forget a calendar link, with all that was read from it."""
    await scope.delete(calendar_links, calendar_links.c.id == link_id)


def _host(seal: Seal, sealed: str) -> str:
    """The machine a link names; unknown where no key opens it, which is no reason to stop."""
    try:
        return host_of(seal.open(sealed))
    except BadInput:
        return ""


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
