"""Where people and teams are reached."""

from __future__ import annotations

from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, bindparam, func, select

from adapters.database.reading import rep_by_id, team_by_id
from adapters.database.rows import value_of
from adapters.database.scope import Scope, ours, refers
from adapters.database.tables import accounts, outbox, places, reps, teams
from adapters.ports import Account, Place
from coaching.people import Rep


async def put_account(scope: Scope, account: Account, rep_id: UUID, place: Place) -> None:
    """Store who an account is and where they are reached, as the one used last."""
    await rep_by_id(scope, rep_id)
    row = await scope.row(scope.select(accounts).where(*_same(account)))
    former = row["place_id"] if row is not None and row["rep_id"] == rep_id else None
    last = select(func.coalesce(func.max(accounts.c.used), 0)).where(
        scope.mine(accounts), accounts.c.rep_id == rep_id
    )
    used = (await scope.connection.execute(last)).scalar_one()
    stored = {
        "platform": account.platform,
        "tenant": account.tenant,
        "user": account.user,
        "rep_id": rep_id,
        "place_id": await _place_id(scope, place, former),
        "used": used + 1,
    }
    await scope.put(accounts, [stored])


async def drop_account(scope: Scope, account: Account) -> None:
    """Forget whose an account is; what waits for its place is dropped."""
    row = await scope.row(scope.select(accounts).where(*_same(account)))
    if row is not None:
        await scope.delete(accounts, *_same(account))
        await _give_up(scope, row["place_id"])


async def drop_channel(scope: Scope, place: Place) -> UUID | None:
    """Forget that a place is a team's channel; return the team's id if it was one."""
    same = places.c.digest == _values(place)["digest"]
    found = await scope.row(scope.select(places).where(same))
    if found is None:
        return None
    row = await scope.row(scope.select(teams).where(teams.c.place_id == found["id"]))
    if row is None:
        return None
    team_id: UUID = row["id"]
    await scope.change(teams, teams.c.id == team_id, place_id=None)
    await _give_up(scope, found["id"])
    return team_id


async def found(scope: Scope, account: Account) -> tuple[Rep, Place] | None:
    """The rep behind an account, and the place of the account that they used last."""
    rows = await scope.found(
        _REP_AND_PLACE, platform=account.platform, tenant=account.tenant, user=account.user
    )
    if not rows:
        return None
    row = rows[0]
    place = Place(
        platform=row["its_platform"],
        tenant=row["its_tenant"],
        address=row["its_address"],
        kind=row["its_kind"],
    )
    return value_of(row, Rep), place


async def place_of_rep(scope: Scope, rep_id: UUID) -> Place | None:
    """Where a rep is reached now: the place of the account used last."""
    statement = (
        scope.select(places)
        .join(accounts, scope.join(accounts, places, "place_id"))
        .where(accounts.c.rep_id == rep_id)
        .order_by(accounts.c.used.desc())
        .limit(1)
    )
    return _place(await scope.row(statement))


async def place_of_team(scope: Scope, team_id: UUID) -> Place | None:
    """Which channel is a team's."""
    statement = (
        scope.select(places)
        .join(teams, scope.join(teams, places, "place_id"))
        .where(teams.c.id == team_id)
    )
    return _place(await scope.row(statement))


async def place_id(scope: Scope, place: Place) -> int:
    """The number of a place, made if need be."""
    return await _place_id(scope, place, None)


def _place(row: RowMapping | None) -> Place | None:
    if row is None:
        return None
    return Place(
        platform=row["platform"],
        tenant=row["tenant"],
        address=row["address"],
        kind=row["kind"],
    )


async def _give_up(scope: Scope, number: int) -> None:
    """Nothing goes to a place any more that waits for it."""
    waiting = (outbox.c.place_id == number, outbox.c.state == "waiting")
    await scope.change(outbox, *waiting, state="dropped", reason="gone")


async def put_channel(scope: Scope, team_id: UUID, place: Place) -> None:
    """Store which channel is a team's; what waits for a former one still goes there."""
    await team_by_id(scope, team_id)
    place_id = await _place_id(scope, place, None)
    await scope.change(teams, teams.c.id == team_id, place_id=place_id)


async def _place_id(scope: Scope, place: Place, former: int | None) -> int:
    """The number of a place; a rep's `former` one is re-addressed, as its platform renewed it."""
    values = _values(place)
    same = places.c.digest == values["digest"]
    found = await scope.row(scope.select(places).where(same))
    if found is None and former is not None:
        await scope.change(places, places.c.id == former, **values)
        return former
    if found is None:
        await scope.add(places, values)
        found = await scope.row(scope.select(places).where(same))
    number: int = found["id"]  # type: ignore[index]  # just stored
    return number


def _values(place: Place) -> dict[str, Any]:
    """A place's columns; the digest stands for an address of any length."""
    parts = (place.platform, place.tenant, place.address, place.kind)
    return {
        "platform": place.platform,
        "tenant": place.tenant,
        "address": place.address,
        "kind": place.kind,
        "digest": sha256("\0".join(parts).encode()).hexdigest(),
    }


_used = accounts.alias("used")
_REP_AND_PLACE = (
    ours(
        reps,
        *(
            places.c[name].label(f"its_{name}")
            for name in ("platform", "tenant", "address", "kind")
        ),
    )
    .join(accounts, refers(accounts, reps, "rep_id"))
    .join(
        _used,
        (_used.c.workspace_id == reps.c.workspace_id) & (_used.c.rep_id == reps.c.id),
    )
    .join(
        places,
        (places.c.workspace_id == _used.c.workspace_id) & (places.c.id == _used.c.place_id),
    )
    .where(
        accounts.c.platform == bindparam("platform"),
        accounts.c.tenant == bindparam("tenant"),
        accounts.c.user == bindparam("user"),
    )
    .order_by(_used.c.used.desc())
    .limit(1)
)


def _same(account: Account) -> tuple[ColumnElement[bool], ...]:
    return (
        accounts.c.platform == account.platform,
        accounts.c.tenant == account.tenant,
        accounts.c.user == account.user,
    )
