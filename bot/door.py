"""The way in for the page: who is here, what they do, and what their day looks like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from adapters.ports import Clock, Store
from bot.service import REACH, Coach, Service
from coaching.actions import Reply
from coaching.calls import Call
from coaching.events import ChatEvent
from coaching.meetings import Entry, Sorted
from coaching.people import Rep, Team
from coaching.reconcile import merge
from coaching.sorting import sort
from coaching.spans import Span


class Door:
    """One workspace as the page sees it."""

    def __init__(
        self,
        *,
        store: Store,
        workspace_id: UUID,
        service: Service,
        coach: Coach,
        clock: Clock,
        after: Callable[[], None],
    ) -> None:
        """Open this workspace; `after` is called when something may wait to be carried."""
        self._store = store
        self._workspace_id = workspace_id
        self._service = service
        self._coach = coach
        self._clock = clock
        self._after = after

    async def people(self) -> Sequence[Rep]:
        """The reps who are coached, by name."""
        async with self._store.open(self._workspace_id) as unit:
            return tuple(rep for rep in await unit.reps() if rep.active)

    async def teams(self) -> Sequence[Team]:
        """The teams these reps are in."""
        here = {rep.team_id for rep in await self.people()}
        async with self._store.open(self._workspace_id) as unit:
            return tuple(team for team in await unit.teams() if team.id in here)

    async def handle(self, rep_id: UUID, event: ChatEvent, delivery: str) -> Reply:
        """Decide on what a rep did; the same delivery again has no second effect."""
        reply = await self._service.handle(self._workspace_id, rep_id, event, delivery)
        self._after()
        return reply

    async def day(self, rep_id: UUID, span: Span) -> Sequence[tuple[Entry, Sorted, Call | None]]:
        """A rep's entries in a stretch of time, each sorted, with its call if it is one."""
        async with self._store.open(self._workspace_id) as unit:
            known = await unit.known(rep_id, since=self._clock.now() - REACH)
            links = await unit.links(rep_id)
        calls = {call.key: call for call in known.calls}
        rules = replace(self._coach.rules, lessons=known.lessons)
        return tuple(
            (entry, sort(entry, rules, known.rep.address), calls.get(entry.key))
            for entry in merge(link.entries for link in links)
            if entry.starts_at < span.ends_at and entry.ends_at > span.starts_at
        )
