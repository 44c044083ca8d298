"""Reads the reps' calendars, each link in its turn, and tells the coach what is in them."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from adapters.ports import Away, Calendar, CalendarLink, Later, Store
from bot.looks import Looks
from bot.service import Service
from coaching.errors import BadInput
from coaching.events import CalendarFailed, CalendarRead
from coaching.ids import configured_link
from coaching.people import Rep
from coaching.reconcile import merge
from coaching.spans import Span

log = logging.getLogger(__name__)
Source = Callable[[CalendarLink, Rep], Calendar]

# What is read: days before today, for calls just over, and after it, for leave and next weeks.
BACK = timedelta(days=2)
AHEAD = timedelta(days=21)
AT_ONCE = 4
AT_ALL_TIMES = datetime.min.replace(tzinfo=UTC)
# A server that asks to come back is not worth a word until it has done so for this long.
PATIENCE = timedelta(hours=24)
# What a rep is told (text keys): the address does not work; or its server has been away for long.
REFUSED = "calendar-fails"
AWAY = "calendar-away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A link after it was read, whether it brought entries, and the text key of a new failure."""

    link: CalendarLink
    is_news: bool = False
    failed: str = ""


def window(now: datetime) -> Span:
    """What is read at a moment: whole UTC days, so that it stays the same for a day."""
    today = datetime.combine(now.astimezone(UTC).date(), time(), tzinfo=UTC)
    return Span(today - BACK, today + AHEAD)


class Calendars:
    """All calendar links of all workspaces."""

    def __init__(
        self,
        *,
        store: Store,
        service: Service,
        source: Source,
        poll: timedelta,
        looks: Looks | None = None,
    ) -> None:
        """Read each link every `poll`, and at once for whom `looks` names.

        `source` opens the calendar behind a link.
        """
        self._store = store
        self._service = service
        self._source = source
        self._poll = poll
        self._gate = asyncio.Semaphore(AT_ONCE)
        # A fresh process reads everything once in full: its rules may be others.
        self._read: set[UUID] = set()
        # When to look at a rep's links again: what a link holds is too much to load at every beat.
        self._looks: dict[UUID, datetime] = {}
        self._changed = Looks() if looks is None else looks
        # Whose links have changed: the coach hears of the others again, without what was unlinked.
        self._anew: set[UUID] = set()

    async def read_due(self, now: datetime) -> None:
        """Read every link whose time has come; one rep's failure never stops the others."""
        for _, rep_id in self._changed.take():
            self._look_anew(rep_id)
        here: set[UUID] = set()
        for workspace_id in await self._store.workspaces():
            async with self._store.look(workspace_id) as unit:
                reps = [rep for rep in await unit.reps() if rep.active]
            here.update(rep.id for rep in reps)
            due = [rep for rep in reps if self._looks.get(rep.id, now) <= now]
            await asyncio.gather(*(self._rep(workspace_id, rep, now) for rep in due))
        # Whoever has left is waited for no longer.
        self._looks = {rep_id: at for rep_id, at in self._looks.items() if rep_id in here}

    async def read_changed(self, now: datetime) -> None:
        """Read the links of those who have just changed theirs, and of nobody else."""
        for workspace_id, rep_id in self._changed.take():
            self._look_anew(rep_id)
            async with self._store.look(workspace_id) as unit:
                reps = [rep for rep in await unit.reps() if rep.id == rep_id and rep.active]
            for rep in reps:
                await self._rep(workspace_id, rep, now)

    def next_at(self) -> datetime | None:
        """When the next link is due, as far as was seen at the last reading."""
        if self._changed:
            return AT_ALL_TIMES
        return min(self._looks.values(), default=None)

    def look(self, rep_id: UUID) -> None:
        """Look at a rep's links at the next reading: there is a new one."""
        self._looks.pop(rep_id, None)

    def _look_anew(self, rep_id: UUID) -> None:
        self.look(rep_id)
        self._anew.add(rep_id)

    def _due_at(self, link: CalendarLink, now: datetime) -> datetime:
        return link.read_at + self._poll if link.read_at else now

    async def _rep(self, workspace_id: UUID, rep: Rep, now: datetime) -> None:
        async with self._gate:
            self._looks[rep.id] = now + self._poll
            try:
                await self._read_rep(workspace_id, rep, now)
            except Away:
                # All are to be read again once the database answers.
                self._looks.pop(rep.id, None)
                raise
            except Exception:
                # Whatever a calendar holds, the other reps' are still to be read.
                log.exception("A rep's calendars could not be read", extra={"rep": str(rep.id)})

    async def _read_rep(self, workspace_id: UUID, rep: Rep, now: datetime) -> None:
        async with self._store.look(workspace_id) as unit:
            links = await unit.links(rep.id)
        due = [link for link in links if self._due_at(link, now) <= now]
        later = [self._due_at(link, now) for link in links if link not in due]
        self._looks[rep.id] = min((now + self._poll, *later))
        is_anew = rep.id in self._anew
        if not due and not (is_anew and links):
            return
        readings = [await self._read_link(link, rep, now) for link in due]
        async with self._store.open(workspace_id) as unit:
            # What was unlinked meanwhile stays so.
            here = {link.id for link in await unit.links(rep.id)}
            readings = [reading for reading in readings if reading.link.id in here]
            links = [link for link in links if link.id in here]
            for reading in readings:
                await unit.put_link(reading.link)
        # Read in full the next time, unless the coach has heard all of it.
        self._read.difference_update(link.id for link in due)
        for event in self._events(links, readings, now, is_anew=is_anew):
            await self._service.handle(workspace_id, rep.id, event)
        self._anew.discard(rep.id)
        self._read.update(reading.link.id for reading in readings if not reading.link.failed_at)

    async def _read_link(self, link: CalendarLink, rep: Rep, now: datetime) -> Reading:
        validators = link.validators if link.id in self._read else {}
        try:
            feed = await self._source(link, rep).read(window(now), validators)
        except BadInput as fault:
            if not link.failure:
                _note(link, fault, fault.problem)
            return _failing(link, now, REFUSED)
        except Exception as fault:  # noqa: BLE001 - Later is expected, and a surprise is logged
            if link.failed_at is None:
                _note(link, fault, str(fault))
            return _failing(link, now, AWAY if _is_worth_a_word(link, now) else "")
        entries = link.entries if feed.entries is None else feed.entries
        read = replace(
            link,
            validators=feed.validators,
            entries=entries,
            read_at=now,
            failed_at=None,
            failure="",
        )
        # A link that works again is news even where nothing in it has changed.
        return Reading(link=read, is_news=feed.entries is not None or bool(link.failure))

    def _events(
        self,
        links: Sequence[CalendarLink],
        readings: Sequence[Reading],
        now: datetime,
        *,
        is_anew: bool,
    ) -> Iterator[CalendarRead | CalendarFailed]:
        """What the coach hears: first what is in the calendars, then which of them failed."""
        if links and (is_anew or any(reading.is_news for reading in readings)):
            fresh = {reading.link.id: reading.link for reading in readings}
            now_known = [fresh.get(link.id, link) for link in links]
            yield CalendarRead(
                window=window(now),
                entries=merge(link.entries for link in now_known),
                failing=frozenset(str(link.id) for link in now_known if link.failed_at),
            )
        for reading in readings:
            if reading.failed:
                yield CalendarFailed(link=str(reading.link.id), why=reading.failed)


def _is_worth_a_word(link: CalendarLink, now: datetime) -> bool:
    """Whether a server's absence is told: after long; at once where the rep has just linked it."""
    if link.read_at is None and link.id != configured_link(link.rep_id):
        return True
    return link.failed_at is not None and now - link.failed_at >= PATIENCE


def _failing(link: CalendarLink, now: datetime, why: str) -> Reading:
    """The link with its failure noted; told only if the rep was not told before."""
    since = link.failed_at or now
    failing = replace(link, read_at=now, failed_at=since, failure=link.failure or why)
    return Reading(link=failing, failed="" if link.failure else why)


def _note(link: CalendarLink, fault: Exception, why: str) -> None:
    """Log that a link has begun to fail; not at every poll, as it may do so for days."""
    if isinstance(fault, BadInput | Later):
        log.warning("A calendar could not be read", extra={"link": str(link.id), "why": why})
    else:
        log.error("A calendar could not be read", exc_info=fault, extra={"link": str(link.id)})
