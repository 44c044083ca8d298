"""The stage of a script: a program with a clock that moves, and calendars in real files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol, Self, TextIO
from uuid import UUID
from zoneinfo import ZoneInfo

from adapters.ports import Calendar, CalendarLink, Say
from bot import wiring
from bot.clock import MovableClock
from bot.config import Config
from bot.config.keys import Channels, Platforms
from bot.players.hands import Hands
from bot.program import Program
from bot.replay import moments
from bot.replay.calendar_file import CalendarFile, shifted, written
from bot.replay.ear import Ear, Heard, keys
from bot.replay.script import Changes, Person, Script
from coaching.calls import Call
from coaching.errors import BadInput, CoachError
from coaching.people import Rep, Team

POLL = timedelta(days=1)
# A platform that takes a message a second is waited for that long, and no longer.
BREATH = timedelta(seconds=10)
REACH = timedelta(days=60)
# What the coach asks for in words; a prompt's second question is not yet to be answered.
QUESTIONS = (
    "ask-fallback",
    "ask-happened",
    "ask-by",
    "ask-differently",
    "ask-account",
    "ask-elsewhere",
    "ask-objective",
    "chat-",
    "again-",
    "detail-",
    "three-questions",
)


class Venue(Protocol):
    """The chat platform that a script is played on, as long as it is played.

    `platforms` and `channels` are what app.yaml says of it, `out` is where the console speaks.
    """

    platforms: Platforms
    channels: Channels
    out: TextIO | None

    def begin(self, clock: MovableClock, script: Script) -> AbstractAsyncContextManager[None]:
        """The platform is there, with the people of the script; a restart leaves it alone."""

    def open(self, program: Program) -> AbstractAsyncContextManager[None]:
        """The program is at work there."""

    def rep(self, rep: Rep) -> str:
        """The address of a rep's direct messages."""

    def team(self, team: Team) -> str:
        """The address of a team's channel."""

    def hands(self, stage: Stage) -> Hands:
        """What people can do there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a script is played with; files beside it are found in `beside`, new ones go to `folder`.

    Without a `database` it is a file in that folder; another one needs the `secret` that seals
    calendar addresses. `later` moves all days of the script.
    """

    script: Script
    beside: Path
    folder: Path
    database: str = ""
    secret: str = ""
    later: timedelta = timedelta(0)


@dataclass(slots=True, kw_only=True)
class Stage:
    """The program at work for one script.

    `listener` hears all that the coach says; `began` is told before that, with the clock and the
    names of all places.
    """

    setting: Setting
    venue: Venue
    listener: Callable[[Heard], None]
    began: Callable[[MovableClock, Mapping[str, str]], None]
    clock: MovableClock = field(init=False)
    ear: Ear = field(init=False)
    program: Program = field(init=False)
    _files: dict[str, CalendarFile] = field(default_factory=dict)
    _there: AsyncExitStack = field(default_factory=AsyncExitStack)
    _open: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def __aenter__(self) -> Self:
        try:
            await self._begin()
        except BaseException:
            await self.__aexit__()
            raise
        return self

    async def _begin(self) -> None:
        script = self.setting.script
        first = script.first_day + self.setting.later
        start = moments.instant(script.start[11:], first, self.zone)
        self.clock = MovableClock(start)
        self.ear = Ear()
        for number, person in enumerate(script.reps):
            path = self.setting.folder / f"calendar-{number}.ics"
            self._files[person.name] = CalendarFile(
                path, self._calendar(person), person.zone or script.team.zone
            )
        await self._there.enter_async_context(self.venue.begin(self.clock, script))
        await self._build()
        if script.met:
            await self._appear()
            self.ear.heard.clear()
        self.ear.listener = self.listener
        self.began(self.clock, self._names())
        if not script.met:
            await self._appear()
        await self.program.tick()

    async def __aexit__(self, *_: object) -> None:
        await self._open.aclose()
        await self._there.aclose()

    @property
    def zone(self) -> ZoneInfo:
        """The team's zone, in which a script gives its times."""
        return ZoneInfo(self.setting.script.team.zone)

    async def restart(self) -> None:
        """Close the program and build it anew on the same database."""
        await self._open.aclose()
        self._open = AsyncExitStack()
        await self._build()
        await self._appear()

    async def play_until(self, until: datetime) -> None:
        """Let time pass, as in production."""
        if until < self.clock.now():
            raise BadInput("at", f"{until:%Y-%m-%d %H:%M} has passed already")
        await self.program.play_until(until)
        await self.rest()

    async def rest(self) -> None:
        """Wait until all that was said has been carried, seconds later where a platform is slow."""
        await self.program.rest()
        await self.program.outbox.carry()
        until = self.clock.now() + BREATH
        while at := await self.program.queue.next_at():
            if not self.clock.now() < at <= until:
                break
            self.clock.set(at)
            await self.program.tick()

    async def change(self, name: str, changes: Changes, today: date) -> None:
        """Change a rep's calendar file, and have it read."""
        self._files[name].change(changes, today)
        rep = await self.rep(name)
        async with self.program.store.open(self.program.workspace_id) as unit:
            for link in await unit.links(rep.id):
                await unit.put_link(replace(link, read_at=None))
        self.program.calendars.look(rep.id)
        await self.program.tick()

    def title(self, name: str, entry: str) -> str:
        """What an entry of a rep's calendar is called; raises `BadInput`."""
        return self._files[name].title(entry)

    # ---- who and what ------------------------------------------------------------------------

    async def rep(self, name: str) -> Rep:
        """The rep of that name, as they are now."""
        address = next(one.address for one in self.setting.script.reps if one.name == name)
        async with self.program.store.open(self.program.workspace_id) as unit:
            return next(rep for rep in await unit.reps() if rep.address == address)

    async def rep_by_id(self, rep_id: UUID) -> Rep:
        """The rep of that id, as they are now."""
        async with self.program.store.open(self.program.workspace_id) as unit:
            return next(rep for rep in await unit.reps() if rep.id == rep_id)

    @property
    def team(self) -> Team:
        """The one team."""
        return self.program.enrolled.teams[0]

    def place(self, rep_id: UUID) -> str:
        """The address of a rep's direct messages."""
        return next(self.venue.rep(rep) for rep in self.program.enrolled.reps if rep.id == rep_id)

    @property
    def channel(self) -> str:
        """The address of the team's channel."""
        return self.venue.team(self.team)

    def say_to(self, rep: Rep) -> Say:
        """The words as this rep reads them now."""
        zone = rep.zone or self.team.zone
        return self.program.words.speaker(rep.language, zone, self.clock.now())

    async def call(self, rep: Rep, name: str) -> Call:
        """A rep's call by its entry's id, "id on 2026-11-30" for one of a series.

        Raises `CoachError` where the coach knows no such call.
        """
        entry, _, day = name.partition(" on ")
        async with self.program.store.open(self.program.workspace_id) as unit:
            known = await unit.known(rep.id, since=self.clock.now() - REACH)
        calls = sorted(known.calls, key=lambda call: call.starts_at)
        found = [
            call
            for call in calls
            if call.series.partition("@")[0] == entry and (not day or self._day(call) == day)
        ]
        if not found:
            there = ", ".join(sorted({call.series.partition("@")[0] for call in calls})) or "none"
            raise CoachError(f"{rep.name} has no call {name}; the coach knows: {there}")
        return found[0]

    async def call_by_id(self, rep_id: UUID, about: str) -> Call:
        """A rep's call by its id; raises `CoachError`."""
        async with self.program.store.open(self.program.workspace_id) as unit:
            known = await unit.known(rep_id, since=self.clock.now() - REACH)
        for call in known.calls:
            if str(call.id) == about:
                return call
        raise CoachError(f"there is no call {about}")

    def asked(self, rep_id: UUID, since: int) -> str:
        """The key of the last question to a rep, from a number in all that was heard."""
        found = [
            key
            for heard in self.ear.at(self.place(rep_id), since)
            if not heard.changed
            for key in keys(heard.envelope.message)
            if key.startswith(QUESTIONS)
        ]
        return found[-1] if found else ""

    def _day(self, call: Call) -> str:
        day = call.starts_at.astimezone(self.zone).date() - self.setting.later
        return day.isoformat()

    async def promise_of(self, rep: Rep, call: Call) -> str:
        """The id of what the customer promised in a call; raises `CoachError` if it is nothing."""
        async with self.program.store.open(self.program.workspace_id) as unit:
            known = await unit.known(rep.id, since=self.clock.now() - REACH)
        for promise in known.promises:
            if promise.call_id == call.id:
                return str(promise.id)
        raise CoachError(f"nothing is noted as promised in the call with {call.customer}")

    # ---- building ----------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        """Who is where, by the place's address."""
        reps = {self.venue.rep(rep): rep.name for rep in self.program.enrolled.reps}
        return reps | {self.channel: self.team.name}

    async def _build(self) -> None:
        self.program = await self._open.enter_async_context(
            wiring.build(
                self._config(),
                self.clock,
                out=self.venue.out,
                around=self.ear.around,
                source=self._source,
            )
        )

    def _source(self, _link: CalendarLink, rep: Rep) -> Calendar:
        """The rep's calendar in the script, under whatever address it was linked."""
        return wiring.calendar(str(self._files[rep.name].path), self.clock, rep.zone or "")

    async def _appear(self) -> None:
        """Greet who was not greeted yet, as soon as they are reached."""
        await self.program.greet()
        await self._open.enter_async_context(self.venue.open(self.program))
        await self.rest()

    def _config(self) -> Config:
        script = self.setting.script
        people = [
            {
                "name": person.name,
                "address": person.address,
                "language": person.language,
                "zone": person.zone,
                "country": person.country,
                "calendar": "" if person.unlinked else str(self._files[person.name].path),
            }
            for person in script.reps
            if person.sells
        ]
        team = script.team.model_dump() | {"people": people, "channels": self.venue.channels}
        return Config.model_validate(
            {
                "workspace": {"name": "script", "domains": script.own_domains},
                "data": str(self.setting.folder / "data"),
                "platforms": self.venue.platforms,
                "calendars": {"poll": POLL},
                "teams": [team],
                "database_url": self.setting.database,
                "secret": self.setting.secret,
            }
        )

    def _calendar(self, person: Person) -> str:
        """The text of a rep's calendar, its days moved where the script's are."""
        script, later = self.setting.script, self.setting.later
        if not person.calendar_file:
            zone = person.zone or script.team.zone
            return written(person, script.first_day + later, zone)
        path = self.setting.beside / person.calendar_file
        try:
            return shifted(path.read_text(encoding="utf-8"), later)
        except (OSError, UnicodeDecodeError) as bad:
            raise BadInput("calendar file", f"{path} cannot be read: {bad}") from bad
