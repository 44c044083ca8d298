"""The program, put together: what the commands, the page and the tests hold in their hands."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from aiohttp.web import Application

from adapters.ports import Away, Board, Clock, Platform, Queue, Store
from bot.calendars import Calendars, Source
from bot.clock import MovableClock
from bot.config import Config
from bot.desk import FrontDesk
from bot.door import Door
from bot.enrol import Enrolled
from bot.findings import Finding
from bot.gathering import Figures, Gathering
from bot.outbox import Outbox
from bot.scheduler import Beats, Scheduler, play
from bot.service import Service
from bot.words import Words
from coaching.actions import Reply
from coaching.errors import CoachError
from coaching.events import Joined, RepEvent
from coaching.meetings import Rules

log = logging.getLogger(__name__)


class ChatDoor(Protocol):
    """The door of a chat platform that is reached from outside, or reaches out itself."""

    def __call__(self) -> AbstractAsyncContextManager[Application | None]:
        """The door, open; yields the addresses to be served, None where there are none."""

    def look_over(self) -> AsyncIterator[Finding]:
        """What there is to say of the platform, for the operator; nothing is changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Advance at work in one workspace."""

    config: Config
    clock: Clock
    workspace_id: UUID
    words: Words
    store: Store
    queue: Queue
    board: Board
    service: Service
    desk: FrontDesk
    slack: ChatDoor | None
    teams: ChatDoor | None
    platforms: Collection[str]
    calendars: Calendars
    outbox: Outbox
    scheduler: Scheduler
    door: Door
    enrolled: Enrolled
    console: Platform | None
    source: Source
    rules: Rules
    figures: Figures
    dropped: Callable[[datetime], Awaitable[Mapping[str, int]]]
    opinions_asked: Callable[[], Awaitable[tuple[int, int]]]
    ready: Callable[[], Awaitable[None]]
    rest: Callable[[], Awaitable[None]]
    tidy: Callable[[], Awaitable[None]]

    async def greet(self) -> None:
        """Say hello to whom it was not said yet; plan anew for all, as the rules may be others.

        Who is reached nowhere yet is greeted when they are.
        """
        for rep in self.enrolled.reps:
            try:
                if not await self._is_reached(rep.id):
                    continue
                await self.service.handle(self.workspace_id, rep.id, Joined())
            except Exception:
                # One rep's state must not keep the server from starting for the others.
                log.exception("A rep could not be greeted", extra={"rep": str(rep.id)})

    async def _is_reached(self, rep_id: UUID) -> bool:
        async with self.store.look(self.workspace_id) as unit:
            place = await unit.place_of(rep_id)
        return place is not None and place.platform in self.platforms

    async def handle(self, rep_id: UUID, event: RepEvent, delivery: str = "") -> Reply:
        """Decide on what happened to a rep, and carry what follows before returning."""
        reply = await self.service.handle(self.workspace_id, rep_id, event, delivery)
        await self.outbox.carry()
        await self.scheduler.ask()
        await self.scheduler.gather()
        return reply

    async def tick(self) -> None:
        """Do all that is due now."""
        await self.scheduler.tick(self.clock.now())

    def play(self, until: datetime) -> AsyncIterator[datetime]:
        """Play time by jumps to that moment (needs a `MovableClock`); yields each one once done."""
        if not isinstance(self.clock, MovableClock):
            raise CoachError("Only a movable clock can be played.")
        return play(self.scheduler, self.clock, until)

    async def play_until(self, until: datetime) -> None:
        """Play time to that moment."""
        async for _ in self.play(until):
            pass

    def beats(self) -> Beats:
        """The beats of a running server."""
        return Beats(self.scheduler, self.outbox, self.clock, self.tidy)


@dataclass(slots=True)
class Carrier:
    """Carries the outbox in the background, so that an answer need not wait for it.

    With `gathering` what managers ask for is worked out there too, and carried in its turn.
    """

    outbox: Outbox | None = None
    gathering: Gathering | None = None
    _under_way: set[asyncio.Task[int]] = field(default_factory=set)

    def __call__(self) -> None:
        """Begin to carry what waits."""
        if self.outbox is None:
            return
        task = asyncio.get_running_loop().create_task(self._carried(self.outbox))
        self._under_way.add(task)
        task.add_done_callback(self._done)

    async def _carried(self, outbox: Outbox) -> int:
        count = await outbox.carry()
        if self.gathering is not None and await self.gathering.work():
            count += await outbox.carry()
        return count

    async def rest(self) -> None:
        """Wait until nothing is under way."""
        await asyncio.gather(*self._under_way, return_exceptions=True)

    def _done(self, task: asyncio.Task[int]) -> None:
        self._under_way.discard(task)
        fault = None if task.cancelled() else task.exception()
        # That the store is away is for the beat to tell, once.
        if fault and not isinstance(fault, Away):
            log.error("The outbox could not be carried", exc_info=fault)
