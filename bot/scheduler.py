"""Keeps time: has calendars read, tells the coach what is due, and has the outbox carried."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from adapters.ports import Away, Clock, DueNudge, Queue
from bot.calendars import Calendars
from bot.clock import MovableClock
from bot.gathering import Gathering
from bot.opinions import SecondOpinions
from bot.outbox import Outbox
from bot.service import Service
from coaching.digest_moments import digest_due, next_digest
from coaching.events import NudgeDue

log = logging.getLogger(__name__)

CLAIM = timedelta(seconds=60)
AT_A_TIME = 100
AT_ONCE = 8


class Scheduler:
    """What is done as time passes; it keeps no promise itself, the queue does."""

    def __init__(
        self,
        *,
        queue: Queue,
        service: Service,
        calendars: Calendars,
        outbox: Outbox,
        opinions: SecondOpinions | None = None,
        gathering: Gathering | None = None,
    ) -> None:
        """Ask this queue what is due; `opinions` where a language model is on.

        `gathering` works out what managers ask for.
        """
        self._queue = queue
        self._service = service
        self._calendars = calendars
        self._outbox = outbox
        self.opinions = opinions
        self._gathering = gathering
        self._gate = asyncio.Semaphore(AT_ONCE)
        self.safely = Safely()

    async def tick(self, now: datetime) -> None:
        """Do all that is due; a part that fails is logged and does not stop the others."""
        await self.read(now)
        await self.ask()
        await self.gather()
        await self.beat(now)

    async def read(self, now: datetime) -> None:
        """Read the calendars that are due."""
        await self.safely(self._calendars.read_due(now), "read calendars")

    async def read_changed(self, now: datetime) -> None:
        """Read the calendars of those who have just linked or unlinked one."""
        await self.safely(self._calendars.read_changed(now), "read new calendars")

    async def ask(self) -> None:
        """Have a language model read what waits for it, and carry what follows."""
        if self.opinions is not None:
            await self.safely(self._asked(self.opinions), "ask for a second opinion")

    async def _asked(self, opinions: SecondOpinions) -> None:
        if await opinions.ask():
            await self._outbox.carry()

    async def gather(self) -> None:
        """Work out what managers asked for, and carry it to them."""
        if self._gathering is not None:
            await self.safely(self._gathered(self._gathering), "work out figures")

    async def _gathered(self, gathering: Gathering) -> None:
        if await gathering.work():
            await self._outbox.carry()

    async def beat(self, now: datetime) -> None:
        """Tell the coach which nudges and digests are due, and carry what follows."""
        await self.safely(self._nudge(now), "nudge")
        await self.safely(self._digest(now), "post digests")
        await self.safely(self._outbox.carry(), "carry")

    async def next_at(self, now: datetime) -> datetime | None:
        """The next moment after now at which there is something to do; None if there never is.

        What should have been done by now and was not is tried again when its claim has run out.
        """
        teams = await self._queue.digests_due(now)
        moments = [
            await self._queue.next_at(),
            self._calendars.next_at(),
            *(next_digest(team, now, ZoneInfo(team.zone)) for _, team in teams),
        ]
        promised = [moment for moment in moments if moment is not None]
        return min((at if at > now else now + CLAIM for at in promised), default=None)

    async def _nudge(self, now: datetime) -> None:
        told: set[object] = set()
        while due := await self._queue.due(now, limit=AT_A_TIME, lease=CLAIM):
            fresh = [one for one in due if (one.rep_id, one.nudge.key) not in told]
            # What comes back at once was not settled: its turn is when the claim has run out.
            if not fresh:
                return
            told.update((one.rep_id, one.nudge.key) for one in fresh)
            await asyncio.gather(*map(self._nudge_one, fresh))

    async def _nudge_one(self, due: DueNudge) -> None:
        async with self._gate:
            event = NudgeDue(nudge=due.nudge)
            await self.safely(
                self._service.handle(due.workspace_id, due.rep_id, event),
                "nudge a rep",
                rep=str(due.rep_id),
            )

    async def _digest(self, now: datetime) -> None:
        for workspace_id, team in await self._queue.digests_due(now):
            event = digest_due(team, now, ZoneInfo(team.zone))
            if event is not None:
                # The key under which it is decided on once, whether or not there is a word to post.
                key = f"digest/{team.id}/{event.week_of.isoformat()}"
                told = self._service.handle_team(workspace_id, event, key)
                await self.safely(told, "post a digest", team=str(team.id))


class Safely:
    """Does a part so that its failure stops nothing else; what is lost for all is told once."""

    def __init__(self) -> None:
        """The store has answered so far."""
        self._away = False

    async def __call__(self, work: Awaitable[object], what: str, **ids: str) -> None:
        """Do this work; what failed is still promised, and the next beat tries again."""
        try:
            await work
        except Away as away:
            if not self._away:
                log.error("Nothing can be done for now: %s", away)  # noqa: TRY400 - one line is owed
            self._away = True
        except Exception:
            log.exception("Could not %s", what, extra=ids)
        else:
            if self._away:
                log.warning("The database answers again")
            self._away = False


async def play(
    scheduler: Scheduler, clock: MovableClock, until: datetime
) -> AsyncIterator[datetime]:
    """Play time by jumps from one promised moment to the next; yields each moment once done.

    Whoever stops listening stops the play; the clock then stands at the last moment yielded.
    """
    await scheduler.tick(clock.now())
    yield clock.now()
    while (now := clock.now()) < until:
        at = await scheduler.next_at(now) or until
        clock.set(min(at, until))
        await scheduler.tick(clock.now())
        yield clock.now()


class Beats:
    """The beats of a running server: APScheduler keeps time, no promise is kept in it."""

    PULSE = timedelta(seconds=5)
    READ = timedelta(seconds=30)
    LOOK = timedelta(seconds=2)
    ASK = timedelta(seconds=3)
    TIDY = timedelta(hours=12)
    GRACE = timedelta(seconds=25)

    def __init__(
        self,
        scheduler: Scheduler,
        outbox: Outbox,
        clock: Clock,
        tidy: Callable[[], Awaitable[None]],
    ) -> None:
        """Beat this scheduler; `tidy` deletes what was kept long enough."""
        self._scheduler = scheduler
        self._outbox = outbox
        self._clock = clock
        self._tidy = tidy
        self._beating = asyncio.Lock()
        self._reading = asyncio.Lock()
        self._asking = asyncio.Lock()
        self._gathering = asyncio.Lock()
        self._timer = AsyncIOScheduler(
            timezone=UTC,
            # Late is better than never, once is enough, and never two at a time.
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        """Begin to beat, at once and then in turn; needs a running loop."""
        jobs = [
            (self._beat, self.PULSE),
            (self._read, self.READ),
            (self._read_changed, self.LOOK),
            (self._gather, self.LOOK),
            (self._clear, self.TIDY),
        ]
        if self._scheduler.opinions is not None:
            # On a beat of its own: a slow model holds up no message.
            jobs.append((self._ask, self.ASK))
        for work, every in jobs:
            self._timer.add_job(work)
            self._timer.add_job(work, "interval", seconds=every.total_seconds())
        self._timer.start()

    async def stop(self) -> None:
        """Begin nothing more, let what is under way finish, but not for ever."""
        self._timer.pause()
        self._outbox.stop()
        if self._scheduler.opinions is not None:
            self._scheduler.opinions.stop()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._quiet(), self.GRACE.total_seconds())
        self._timer.shutdown(wait=False)

    async def _beat(self) -> None:
        async with self._beating:
            await self._scheduler.beat(self._clock.now())

    async def _read(self) -> None:
        async with self._reading:
            await self._scheduler.read(self._clock.now())

    async def _read_changed(self) -> None:
        # Whoever reads already takes them along, or else the next beat.
        if not self._reading.locked():
            async with self._reading:
                await self._scheduler.read_changed(self._clock.now())

    async def _ask(self) -> None:
        async with self._asking:
            await self._scheduler.ask()

    async def _gather(self) -> None:
        # On a beat of its own: figures may take seconds.
        async with self._gathering:
            await self._scheduler.gather()

    async def _clear(self) -> None:
        await self._scheduler.safely(self._tidy(), "tidy up")

    async def _quiet(self) -> None:
        async with self._beating, self._reading, self._asking, self._gathering:
            pass
