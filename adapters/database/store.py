"""The store: transactions, each narrowed to one workspace."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.database import links, outgoing, places, reading, saving
from adapters.database.faults import to_read, to_write
from adapters.database.rows import row_of
from adapters.database.scope import Scope, insert_into
from adapters.database.seal import Seal
from adapters.database.tables import seen, teams, workspaces
from adapters.ports import Account, CalendarLink, Known, KnownHistory, KnownTeam, Place, Unit
from coaching.actions import Decision
from coaching.dissent import Dissent
from coaching.messages import Message
from coaching.people import Language, Rep, Team


class SqlStore:
    """The port `Store` on SQLite or PostgreSQL."""

    def __init__(self, writer: AsyncEngine, reader: AsyncEngine, seal: Seal) -> None:
        self._writer = writer
        self._reader = reader
        self._seal = seal

    @asynccontextmanager
    async def open(self, workspace_id: UUID) -> AsyncIterator[Unit]:
        """One transaction in one workspace; an exception inside undoes all of it."""
        async with to_write(self._writer) as connection:
            yield SqlUnit(Scope(connection, workspace_id), self._seal)

    @asynccontextmanager
    async def look(self, workspace_id: UUID) -> AsyncIterator[Unit]:
        """One workspace as it stands now, to read: waits for no writer, and stores nothing."""
        async with to_read(self._reader) as connection:
            yield SqlUnit(Scope(connection, workspace_id), self._seal)

    async def workspace(self, name: str) -> UUID:
        """The id of the workspace of that name (derived from it), made if need be."""
        workspace_id = uuid5(NAMESPACE_URL, f"advance/workspace/{name}")
        async with to_write(self._writer) as connection:
            statement = insert_into(workspaces, connection).values(id=workspace_id, name=name)
            await connection.execute(statement.on_conflict_do_nothing())
        return workspace_id

    async def workspaces(self) -> Sequence[UUID]:
        """All workspaces, by name."""
        async with to_read(self._reader) as connection:
            ids = await connection.scalars(select(workspaces.c.id).order_by(workspaces.c.name))
            return tuple(ids)


class SqlUnit:
    """The port `Unit`: one transaction that sees one workspace."""

    def __init__(self, scope: Scope, seal: Seal) -> None:
        self._scope = scope
        self._seal = seal

    async def known(self, rep_id: UUID, *, since: datetime) -> Known:
        """One rep's stored state; calls that ended after `since`. Raises `Unknown`."""
        known = await reading.known(self._scope, rep_id, since)
        return replace(known, links=await links.shown(self._scope, self._seal, rep_id))

    async def known_team(self, team_id: UUID, *, since: datetime) -> KnownTeam:
        """One team's stored state. Raises `Unknown`."""
        return await reading.known_team(self._scope, team_id, since)

    async def history(self, team_id: UUID, *, since: datetime) -> KnownHistory:
        """One team's calls that ended after `since`, and what is noted of them."""
        return await reading.history(self._scope, team_id, since)

    async def save(self, rep_id: UUID, decision: Decision, *, version: int) -> None:
        """Store all of a decision about a rep; raises `Conflict`, or `Unknown` without the rep."""
        scope = self._scope
        await saving.bump(scope, rep_id, version)
        await saving.save_entities(scope, rep_id, decision.saves)
        await links.save(scope, self._seal, rep_id, decision.saves)
        if decision.busy is not None:
            await saving.replace_busy(scope, rep_id, decision.busy)
        if decision.nudges is not None:
            await saving.replace_nudges(scope, rep_id, decision.nudges)
        await outgoing.store_actions(scope, rep_id, decision.actions)

    async def save_team(self, team_id: UUID, decision: Decision) -> None:
        """Store the actions of a decision about a team; raises `Unknown` without the team."""
        await reading.team_by_id(self._scope, team_id)
        await outgoing.store_actions(self._scope, None, decision.actions)

    async def put_team(self, team: Team) -> None:
        """Add a team or change it."""
        await self._scope.put(teams, [row_of(team, teams)])

    async def put_rep(self, rep: Rep) -> None:
        """Add a rep or change them; raises `Unknown` without the team."""
        await reading.team_by_id(self._scope, rep.team_id)
        await saving.put_reps(self._scope, [rep])

    async def teams(self) -> Sequence[Team]:
        """All teams, by name."""
        return await reading.all_teams(self._scope)

    async def reps(self) -> Sequence[Rep]:
        """All reps, by name."""
        return await reading.all_reps(self._scope)

    async def dissents(self, *, since: datetime | None = None) -> Sequence[Dissent]:
        """What reps see otherwise and show the operator, said at `since` or later, oldest first."""
        return await reading.all_dissents(self._scope, since)

    async def put_account(self, account: Account, rep_id: UUID, place: Place) -> None:
        """Say who somebody is on a platform, where they are reached, and that it was used last."""
        await places.put_account(self._scope, account, rep_id, place)

    async def found(self, account: Account) -> tuple[Rep, Place] | None:
        """The rep behind an account, and where they are reached now."""
        return await places.found(self._scope, account)

    async def rep_of(self, account: Account) -> Rep | None:
        """The rep behind an account."""
        return await reading.rep_of(self._scope, account)

    async def put_channel(self, team_id: UUID, place: Place) -> None:
        """Say which channel is a team's; raises `Unknown` without the team."""
        await places.put_channel(self._scope, team_id, place)

    async def drop_account(self, account: Account) -> None:
        """Forget that an account is somebody's; what waits for its place is dropped."""
        await places.drop_account(self._scope, account)

    async def drop_channel(self, place: Place) -> UUID | None:
        """Forget that a place is a team's channel; return the team's id if it was one."""
        return await places.drop_channel(self._scope, place)

    async def channel(self, team_id: UUID) -> Place | None:
        """Which channel is a team's."""
        return await places.place_of_team(self._scope, team_id)

    async def place_of(self, rep_id: UUID) -> Place | None:
        """Where a rep is reached now."""
        return await places.place_of_rep(self._scope, rep_id)

    async def notify(
        self, logical_id: str, place: Place, message: Message, *, language: Language, zone: str
    ) -> None:
        """Promise a message to a place that need be nobody's; the same id changes nothing."""
        await outgoing.store_notice(self._scope, logical_id, place, message, language, zone)

    async def put_link(self, link: CalendarLink) -> None:
        """Add a calendar link or change it; raises `BadInput` where no key is set."""
        await links.put_link(self._scope, self._seal, link)

    async def links(self, rep_id: UUID) -> Sequence[CalendarLink]:
        """A rep's calendar links."""
        return await links.links(self._scope, self._seal, rep_id)

    async def drop_link(self, link_id: UUID) -> None:
        """Forget a calendar link."""
        await links.drop_link(self._scope, link_id)

    async def message(self, logical_id: str) -> Message | None:
        """What a message says now (its last edit included), if it was ever decided on."""
        return await outgoing.message_of(self._scope, logical_id)

    async def logical_id(self, reference: str) -> str:
        """The logical id behind a platform's reference, empty if it is none of ours."""
        return await outgoing.logical_id_of(self._scope, reference)

    async def thread(self, reference: str) -> str:
        """The logical id that begins the thread of a message of ours: its own outside of one."""
        return await outgoing.thread_of(self._scope, reference)

    async def first_time(self, delivery: str, *, now: datetime) -> bool:
        """Note a delivery key; False if it was seen before."""
        return await self._scope.add(seen, {"delivery": delivery, "seen_at": now})
