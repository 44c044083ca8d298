"""The playground behind `advance play`: a page on loopback with a clock that one can move."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import tzlocal

from adapters.ports import Board, Calendar, CalendarLink, Clock, WebPost
from bot import sample, wiring
from bot.clock import MovableClock
from bot.config import Config
from bot.config.keys import TeamOf
from bot.meetings import DAYS_AHEAD
from bot.program import Program
from bot.serve import listening, told_to_stop
from bot.zones import zones
from coaching.domains import FREE_MAIL
from coaching.errors import BadInput
from coaching.people import Language, Rep
from coaching.spans import Span

WORKSPACE = "playground"
# Where the board remembers the clock: beside what was said, so that one database holds it all.
CLOCK = "clock:playground"
BEFORE_ALL = datetime(2000, 1, 1, tzinfo=UTC)
POLL = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Game:
    """What is played: whose calendar (None: the sample team), and where its state is kept.

    `calendar` is a file or an address, `me` its owner's address, `zone` an IANA name (empty: what
    the calendar names, else this machine's). Without a `database` the state ends with the program.
    """

    calendar: str = ""
    me: str = ""
    language: Language = "en"
    zone: str = ""
    domains: tuple[str, ...] = ()
    port: int = 8080
    database: str = ""


async def play(
    config: Config,
    game: Game,
    clock: Clock,
    *,
    ready: Callable[[str], object],
) -> None:
    """Serve the playground until SIGTERM or SIGINT; `ready` is called with its open address.

    `clock` says what time it really is. Raises `BadInput` for a calendar, zone, port or database
    that cannot be used.
    """
    with told_to_stop() as stop:
        async with playground(config, game, clock) as (address, _):
            ready(address)
            await stop.wait()


@asynccontextmanager
async def playground(
    config: Config, game: Game, clock: Clock
) -> AsyncIterator[tuple[str, Program]]:
    """The playground while it is open: its address and the program behind it."""
    async with AsyncExitStack() as closing:
        folder = closing.enter_context(TemporaryDirectory(prefix="advance-play-"))
        chosen = _config(config, game, folder, await _team(game, clock))
        played = MovableClock(BEFORE_ALL)
        program = await closing.enter_async_context(
            wiring.build(chosen, played, use="serve", source=_source(clock))
        )
        player = Player(program, played)
        await player.resume(clock.now())
        app = wiring.page(program, player)
        at = await closing.enter_async_context(listening("port", app, "127.0.0.1", game.port))
        yield f"http://{at[0]}:{at[1]}/", program


@dataclass(frozen=True, slots=True)
class Player:
    """Moves the clock of a program, and remembers on the board where it stands."""

    program: Program
    clock: MovableClock

    async def resume(self, real: datetime) -> None:
        """Go on where the clock was left, or begin at the real time."""
        self.clock.set(await self._left() or real.replace(second=0, microsecond=0))
        await self._remember()
        await self.program.greet()
        await self.program.tick()

    async def move(self, until: datetime, *, stop_at: Collection[str]) -> AsyncIterator[datetime]:
        """Play time until then; stop after a step in which something new was said in `stop_at`."""
        before = await self._said(stop_at)
        await self._read_anew()
        async for now in self._played(until):
            yield now
            if await self._said(stop_at) > before:
                return

    async def _played(self, until: datetime) -> AsyncIterator[datetime]:
        """As `Program.play`, but each moment is noted before anything is done at it.

        What was decided and not yet carried when the program died is else carried too early.
        """
        await self.program.tick()
        yield self.clock.now()
        while (now := self.clock.now()) < until:
            at = await self.program.scheduler.next_at(now) or until
            self.clock.set(min(at, until))
            await self._remember()
            await self.program.tick()
            yield self.clock.now()

    async def _read_anew(self) -> None:
        """Have every calendar read with the next step: it may be another since the last move."""
        for rep in self.program.enrolled.reps:
            async with self.program.store.open(self.program.workspace_id) as unit:
                for link in await unit.links(rep.id):
                    await unit.put_link(replace(link, read_at=None))
            self.program.calendars.look(rep.id)

    async def _said(self, places: Collection[str]) -> int:
        return sum([len(await self.program.board.posts(place)) for place in places])

    async def _remember(self) -> None:
        now = self.clock.now()
        mark = WebPost(reference="", place=CLOCK, author=CLOCK, at=now, id=now.isoformat())
        await self.program.board.put(mark)

    async def _left(self) -> datetime | None:
        """The last moment that was played; what was said later, before a crash, counts too."""
        board: Board = self.program.board
        places = [f"rep:{rep.id}" for rep in self.program.enrolled.reps]
        posts = [post for place in (CLOCK, *places) for post in await board.posts(place)]
        return max((post.at for post in posts), default=None)


# ---- what is played ------------------------------------------------------------------------------


def _config(config: Config, game: Game, folder: str, team: TeamOf) -> Config:
    """The operator's rules, with the playground's people, place and database."""
    url = game.database or config.database_url
    file = url.partition(":///")[2] if url.startswith("sqlite") else ""
    domains = {*config.workspace.domains, *game.domains}
    domains |= {sample.DOMAIN} if not game.calendar else _own(game.me)
    told = config.model_dump() | {
        "workspace": {"name": WORKSPACE, "domains": tuple(sorted(domains))},
        # The key that seals calendar addresses lies beside the file that it opens.
        "data": str(Path(file).absolute().parent) if file else folder,
        "platforms": {"web": {"port": game.port}},
        "calendars": config.calendars.model_dump() | {"poll": POLL, "allow_private": True},
        "teams": (team,),
        "database_url": url,
    }
    return Config.model_validate(told)


def _own(me: str) -> set[str]:
    domain = me.rpartition("@")[2].lower()
    return set() if domain in FREE_MAIL else {domain}


async def _team(game: Game, clock: Clock) -> TeamOf:
    if not game.calendar:
        for field in ("me", "zone"):
            if getattr(game, field):
                raise BadInput(field, "belongs to a calendar of one's own; the sample team has its")
        return sample.TEAM if game.language == "en" else _speaking(sample.TEAM, game.language)
    name = game.me.partition("@")[0]
    if not name or "@" not in game.me:
        raise BadInput("me", "an e-mail address is needed: whose calendar is it?")
    zone = game.zone or await _zone(game, clock)
    if zone not in zones():
        raise BadInput("zone", f"{zone} is none; an IANA zone such as Europe/Berlin is needed")
    person = {
        "name": name,
        "address": game.me,
        "zone": zone,
        "language": game.language,
        "calendar": game.calendar,
    }
    team = {"name": "team", "language": game.language, "zone": zone, "people": (person,)}
    return TeamOf.model_validate(team)


def _speaking(team: TeamOf, language: Language) -> TeamOf:
    """The team where everybody speaks this language."""
    people = tuple(person.model_copy(update={"language": language}) for person in team.people)
    return team.model_copy(update={"language": language, "people": people})


async def _zone(game: Game, clock: Clock) -> str:
    """The zone the calendar names, else this machine's; a calendar that is none fails here."""
    now = clock.now()
    feed = await wiring.calendar(game.calendar, clock).read(
        Span(now, now + timedelta(days=DAYS_AHEAD)), {}
    )
    here = tzlocal.get_localzone_name()
    return feed.zone or (here if here in zones() else "UTC")


def _source(clock: Clock) -> Callable[[CalendarLink, Rep], Calendar]:
    def opened(link: CalendarLink, rep: Rep) -> Calendar:
        zone = rep.zone or "UTC"
        if link.address.startswith(sample.PREFIX):
            return sample.SampleCalendar(rep.address, zone)
        return wiring.calendar(link.address, clock, zone)

    return opened
