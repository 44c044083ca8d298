"""Carries what was promised: leases conversations, and sends their messages one by one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from adapters.ports import (
    Away,
    Clock,
    Envelope,
    Gone,
    Later,
    Never,
    Outgoing,
    Place,
    Platform,
    Queue,
    Say,
)
from bot.courtesy import Courtesy
from coaching.people import Language

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=60)
CONVERSATIONS = 50
AT_ONCE = 8
FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)
# With these waits about a day and a half: whatever still fails then will not help any more.
ATTEMPTS = 40
A_FEW = 5


class Speaker(Protocol):
    """Who says a text to a reader in a language, an IANA zone and at a moment."""

    def __call__(self, language: Language, zone: str, now: datetime) -> Say:
        """The `Say` of that reader."""


class Outbox:
    """Sends what waits in the queue, in order per conversation, at least once."""

    def __init__(
        self,
        *,
        queue: Queue,
        platforms: Mapping[str, Platform],
        speaker: Speaker,
        clock: Clock,
        jitter: Callable[[], float],
        gone: Callable[[Place, str], Awaitable[None]] | None = None,
        courtesy: Courtesy | None = None,
    ) -> None:
        """Carry from this queue to these platforms; `jitter` draws from [0, 1).

        `gone` is told of a channel that takes nothing any more, with the text key that says why.
        `courtesy` says when to let others go first.
        """
        self._queue = queue
        self._platforms = platforms
        self._speaker = speaker
        self._clock = clock
        self._jitter = jitter
        self._gone = gone
        self._courtesy = courtesy or Courtesy()
        self._gate = asyncio.Semaphore(AT_ONCE)
        self._turn = asyncio.Lock()
        self._next = False
        self._stopping = False

    def stop(self) -> None:
        """Finish what is in flight and begin nothing more."""
        self._stopping = True

    async def carry(self) -> int:
        """Send all that can be sent now; return how many messages went out.

        Where another call is about to look at the queue, what waits now is left to that one.
        """
        carried = 0
        while not self._stopping:
            leased = await self._leased()
            if not leased:
                break
            carried += sum(await asyncio.gather(*(self._conversation(*one) for one in leased)))
        return carried

    async def _leased(self) -> Sequence[tuple[Sequence[Outgoing], datetime]]:
        """What can be carried now, and until when; of many at once, one looks and one is next."""
        if self._next:
            return ()
        self._next = True
        try:
            await self._turn.acquire()
        finally:
            self._next = False
        try:
            now = self._clock.now()
            found = await self._queue.lease(now, limit=CONVERSATIONS, lease=LEASE)
            return [(rows, now + LEASE) for rows in found]
        finally:
            self._turn.release()

    async def _conversation(self, rows: Sequence[Outgoing], until: datetime) -> int:
        """Carry a conversation that is leased until then; return how many messages went out."""
        carried = 0
        async with self._gate:
            for row in rows:
                await self._courtesy.wait()
                if self._stopping:
                    break
                now = self._clock.now()
                if until - now < LEASE / 2:
                    until = now + LEASE
                    if not await self._queue.renew(row.row, until=until):
                        break
                if not await self._row(row, is_last=row is rows[-1]):
                    break
                carried += 1
            await self._queue.release(rows[-1].row)
        return carried

    async def _row(self, row: Outgoing, *, is_last: bool) -> bool:
        """Send one row and mark it; False if its conversation has to wait."""
        try:
            reference = await self._send(row)
        except Later as later:
            await self._wait(row, self._patient(row, later.at), str(later))
            return False
        except (Never, Gone) as end:
            log.warning("A message was given up", extra={"row": row.row, "why": type(end).__name__})
            await self._queue.never(row.row, str(end), now=self._clock.now())
            if self._gone and isinstance(end, Gone) and end.channel:
                await self._gone(row.place, end.channel)
            return True
        except Away:
            raise
        except Exception as surprise:
            # An adapter raises Later, Never or Gone; whatever else comes must not stop the others.
            log.exception(
                "A platform failed", extra={"row": row.row, "platform": row.place.platform}
            )
            await self._wait(row, self._clock.now() + self._pause(row), type(surprise).__name__)
            return False
        await self._queue.sent(row.row, reference, now=self._clock.now(), release=is_last)
        return True

    async def _send(self, row: Outgoing) -> str:
        platform = self._platforms.get(row.place.platform)
        if platform is None:
            raise Later(self._clock.now() + LONGEST_WAIT, f"{row.place.platform} is off")
        envelope = Envelope(
            id=row.id,
            place=row.place,
            message=row.message,
            say=self._speaker(row.language, row.zone, self._clock.now()),
            thread=row.thread,
            # A try that failed may have arrived all the same, if only its answer was lost.
            again=row.again or row.attempts > 0,
        )
        if row.kind == "send":
            return await platform.send(envelope)
        await platform.edit(row.reference, envelope)
        return row.reference

    async def _wait(self, row: Outgoing, at: datetime, why: str) -> None:
        now = self._clock.now()
        if row.attempts + 1 >= ATTEMPTS or (row.helps_until and at > row.helps_until):
            log.warning("A message is not tried again", extra={"row": row.row})
            await self._queue.never(row.row, why, now=now)
        else:
            await self._queue.later(row.row, max(at, now + timedelta(seconds=1)), why)

    def _patient(self, row: Outgoing, at: datetime) -> datetime:
        """When to come back: as the platform asks; after a few tries not sooner than we would."""
        if row.attempts < A_FEW:
            return at
        return max(at, self._clock.now() + self._pause(row))

    def _pause(self, row: Outgoing) -> timedelta:
        """Twice as long each time, up to an hour; half of it by chance, so that many spread out."""
        longest = min(FIRST_WAIT * (1 << min(row.attempts, 20)), LONGEST_WAIT)
        return longest * (0.5 + self._jitter() / 2)
