"""Puts the program together; the only place that names a concrete adapter."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import (
    AsyncExitStack,
    asynccontextmanager,
    contextmanager,
)
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TextIO
from uuid import UUID

from aiohttp.web import Application

from adapters import database
from adapters.calendars.feed import FileCalendar, WebCalendar
from adapters.chat import console, web
from adapters.chat.slack.manifest import Mode, manifest
from adapters.opinion import missing, open_model
from adapters.ports import Account, Calendar, CalendarLink, Clock, Place, Platform, Say
from bot import chance, examples, judges, words
from bot.calendars import Calendars, Source
from bot.config import Config
from bot.courtesy import Courtesy
from bot.desk import FrontDesk, Own
from bot.door import Door
from bot.enrol import Home, enrol, look_up
from bot.examples import Taught
from bot.looks import Looks
from bot.opinions import Budget, SecondOpinions
from bot.outbox import Outbox
from bot.program import Carrier, Program
from bot.scheduler import Scheduler
from bot.service import Coach, Service
from coaching.decide import decide
from coaching.domains import BOTS, FREE_MAIL
from coaching.errors import BadInput
from coaching.ids import configured_link
from coaching.judge import Judge
from coaching.meetings import Rules
from coaching.messages import Message, Text
from coaching.people import Language, Rep, Team

if TYPE_CHECKING:
    from adapters.chat.slack.platform import Slack
    from adapters.chat.teams.platform import Teams
    from bot.wiring_slack import SlackDoor
    from bot.wiring_teams import TeamsDoor

# What the program is put together for: to be the server, to play a script, only to look.
Use = Literal["serve", "script", "look"]


@asynccontextmanager
async def build(
    config: Config,
    clock: Clock,
    *,
    out: TextIO | None = None,
    colour: bool = False,
    use: Use = "script",
    source: Source | None = None,
    around: Callable[[Platform], Platform] | None = None,
    jitter: Callable[[], float] = chance.jitter,
) -> AsyncIterator[Program]:
    """Advance at work on this configuration; closed when left.

    With `out` the coach speaks there, as the console. To "serve" takes the one server's place on an
    embedded database. To "look" only reads: nobody is enrolled, and a database that is there stays
    on its schema. `source` opens calendars in another way than by their address, `around` puts
    something between the outbox and each platform. Raises `CoachError` where the database is not
    fit.
    """
    async with AsyncExitStack() as closing:
        opened = await _open(config, closing, use)
        people = _People()
        platforms, homes = _platforms(config, clock, opened, people, out, colour=colour)
        slack = _slack(config, clock, opened, closing)
        if slack is not None:
            platforms["slack"] = slack
        teams = _teams(config, clock, closing)
        if teams is not None:
            platforms["teams"] = teams
        workspace_id = await opened.store.workspace(config.workspace.name)
        if use == "look":
            enrolled = await look_up(opened.store, workspace_id, config)
        else:
            enrolled = await enrol(opened.store, workspace_id, config, homes, platforms)
        people.reps, people.teams = enrolled.reps, enrolled.teams
        coach = _coach(config)
        if use == "serve":
            await asyncio.to_thread(judges.warm, coach.judge)
        courtesy, looks = Courtesy(), Looks()
        service = Service(
            store=opened.store, coach=coach, clock=clock, courtesy=courtesy, looks=looks
        )
        carrier = Carrier()
        desk = FrontDesk(
            store=opened.store,
            tenants=opened.tenants,
            service=service,
            clock=clock,
            speaker=words.read().speaker,
            own=_own(config, workspace_id),
            platforms=platforms,
            after=carrier,
        )
        outbox = carrier.outbox = Outbox(
            queue=opened.queue,
            platforms={name: around(one) if around else one for name, one in platforms.items()},
            speaker=words.read().speaker,
            clock=clock,
            jitter=jitter,
            gone=desk.place_gone,
            courtesy=courtesy,
        )
        source = source or _Sources(config, clock)
        calendars = Calendars(
            store=opened.store,
            service=service,
            source=source,
            poll=config.calendars.poll,
            looks=looks,
        )
        opinions = None
        if config.opinion and use != "look":
            model = open_model(config.opinion, clock)
            closing.push_async_callback(model.close)
            opinions = SecondOpinions(
                opinion=model,
                waiting=opened.opinions,
                service=service,
                clock=clock,
                budget=Budget(workspace_id=workspace_id, per_day=config.opinion.per_day),
            )
        closing.push_async_callback(carrier.rest)
        slack_door = _slack_door(config, clock, opened, slack, desk)

        async def rest() -> None:
            if slack_door is not None:
                await slack_door.rest()
            await carrier.rest()

        async def tidy() -> None:
            await opened.prune(clock.now(), timedelta(days=config.retention_days))

        async def opinions_asked() -> tuple[int, int]:
            return await opened.opinions.spent(workspace_id, clock.now().date())

        yield Program(
            config=config,
            clock=clock,
            workspace_id=workspace_id,
            words=words.read(),
            store=opened.store,
            queue=opened.queue,
            board=opened.board,
            service=service,
            desk=desk,
            slack=slack_door,
            teams=_teams_door(config, clock, opened, teams, desk),
            platforms=platforms,
            calendars=calendars,
            outbox=outbox,
            scheduler=Scheduler(
                queue=opened.queue,
                service=service,
                calendars=calendars,
                outbox=outbox,
                opinions=opinions,
            ),
            door=Door(
                store=opened.store,
                workspace_id=workspace_id,
                service=service,
                coach=coach,
                clock=clock,
                after=carrier,
            ),
            console=platforms.get(console.NAME),
            enrolled=enrolled,
            source=source,
            rules=coach.rules,
            dropped=opened.dropped,
            opinions_asked=opinions_asked,
            ready=opened.ready,
            rest=rest,
            tidy=tidy,
        )


def page(program: Program, mover: web.Mover | None = None) -> Application:
    """The page on this program; with a `mover` its clock can be moved."""
    return web.application(
        web.Site(
            door=program.door,
            board=program.board,
            clock=program.clock,
            words=program.words.speaker,
            mover=mover,
        )
    )


def calendar(address: str, clock: Clock, zone: str = "") -> Calendar:
    """The calendar in a file or at an address, as the operator names it on the command line."""
    if "://" in address:
        return WebCalendar(address=address, clock=clock, me_zone=zone, allow_private=True)
    return FileCalendar(path=Path(address), me_zone=zone)


def printed(message: Message, say: Say, *, colour: bool = False) -> str:
    """A message as the console shows it."""
    return "\n".join(console.draw(message, say, columns=console.COLUMNS, colour=colour))


def said(text: Text, language: Language, now: datetime) -> str:
    """A sentence of the coach in a language, without styles."""
    return words.read().speaker(language, "UTC", now).plain(text)


def judge(config: Config | None = None) -> Judge:
    """The judge that comes with the product, with the company's examples on top."""
    return judges.learned(_examples(config))


def taught(config: Config) -> Taught:
    """What the company's examples change; raises `BadInput` where there are none."""
    file = _examples(config)
    if file is None:
        raise BadInput("judge.examples", "names no file in app.yaml yet")
    return examples.taught(judges.plain(), judges.told(file))


def slack_manifest(*, mode: Mode, address: str, name: str) -> str:
    """What the app on Slack is created from, as JSON; raises `BadInput`."""
    return json.dumps(manifest(mode=mode, address=address, name=name), indent=2, ensure_ascii=False)


def teams_package(*, app_id: str, address: str, name: str) -> bytes:
    """What is uploaded to Teams, as a zip; raises `BadInput`."""
    from adapters.chat.teams.manifest import package

    return package(app_id=app_id, address=address, name=name)


def _examples(config: Config | None) -> Path | None:
    return Path(config.judge.examples) if config and config.judge.examples else None


def migrate(config: Config) -> None:
    """Bring the database to this program's schema; blocks."""
    _folder(config)
    database.migrate(config.database)


def rules(config: Config) -> Rules:
    """How calendar entries are told apart in this company."""
    return Rules(
        own_domains=frozenset(config.workspace.domains),
        ignore_titles=config.calendars.ignore_titles,
        coach_titles=config.calendars.coach_titles,
        free_mail=FREE_MAIL | set(config.calendars.free_mail),
        bots=BOTS,
    )


def _coach(config: Config) -> Coach:
    model = config.opinion.host if config.opinion else ""
    return Coach(
        decide=decide, judge=judge(config), policy=config.timing, rules=rules(config), model=model
    )


def opinion_missing(config: Config) -> str:
    """What is missing for the language model that app.yaml names; empty where nothing is."""
    return missing(config.opinion.vendor) if config.opinion else ""


# ---- the database --------------------------------------------------------------------------------


async def _open(config: Config, closing: AsyncExitStack, use: Use) -> database.Database:
    _folder(config)
    opened = database.Database(config.database, key=_key(config))
    closing.push_async_callback(opened.close)
    if use == "serve":
        # Before the schema is touched: another server may be at work on it.
        closing.enter_context(opened.serve_lock())
    file = _file(config)
    if file and not (use == "look" and file.exists()):
        # Nothing to set up by hand: an embedded database is made and brought up to date here.
        await asyncio.to_thread(migrate, config)
    await opened.ready()
    return opened


def _is_embedded(config: Config) -> bool:
    return config.database.startswith("sqlite")


def _file(config: Config) -> Path | None:
    """The file of an embedded database."""
    if not _is_embedded(config):
        return None
    return Path(config.database.partition(":///")[2].partition("?")[0])


def _folder(config: Config) -> Path:
    folder = Path(config.data)
    if _is_embedded(config):
        with _usable(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _key(config: Config) -> str | None:
    """ADVANCE_KEY; beside an embedded database a key is made once and kept in the data folder."""
    if config.secret or not _is_embedded(config):
        return config.secret or None
    file = _folder(config) / "key"
    with _usable(file):
        if not file.exists():
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as out:
                out.write(chance.new_key())
        return file.read_text(encoding="ascii").strip()


@contextmanager
def _usable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadInput("data", f"{path} cannot be used: {error.strerror}") from error


# ---- calendars -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sources:
    """Opens the calendar behind a link; a file only where the operator named it."""

    config: Config
    clock: Clock

    def __call__(self, link: CalendarLink, rep: Rep) -> Calendar:
        zone = rep.zone or ""
        if "://" not in link.address and link.id == configured_link(rep.id):
            return FileCalendar(path=Path(link.address), me_zone=zone)
        return WebCalendar(
            address=link.address,
            clock=self.clock,
            me_zone=zone,
            allow_private=self.config.calendars.allow_private,
        )


# ---- platforms -----------------------------------------------------------------------------------


def _platforms(
    config: Config,
    clock: Clock,
    opened: database.Database,
    people: _People,
    out: TextIO | None,
    *,
    colour: bool,
) -> tuple[dict[str, Platform], list[Home]]:
    """The platforms that are on, and where each of them reaches people without an installation."""
    platforms: dict[str, Platform] = {}
    homes: list[Home] = []
    if config.platforms.web:
        platforms["web"] = web.Web(board=opened.board, clock=clock)
        homes.append(_Home(rep_place=web.rep_place, team_place=web.team_place))
    if out is not None:
        head = _Head(people, clock)
        platforms[console.NAME] = console.Console(out=out, head=head, colour=colour)
        homes.append(_Home(rep_place=console.rep_place, team_place=console.team_place))
    return platforms, homes


def _own(config: Config, workspace_id: UUID) -> Own:
    on = (config.platforms.slack, config.platforms.teams)
    return Own(
        workspace_id=workspace_id,
        listed=_addresses(config) if config.teams else None,
        admin=config.workspace.admin or "",
        tenants=frozenset(one.tenant for one in on if one and one.tenant),
    )


def _addresses(config: Config) -> frozenset[str]:
    return frozenset(person.address for team in config.teams for person in team.people)


def _slack(
    config: Config, clock: Clock, opened: database.Database, closing: AsyncExitStack
) -> Slack | None:
    """What carries to Slack, where it is on; its libraries are loaded only then."""
    if config.platforms.slack is None:
        return None
    from bot import wiring_slack

    slack = wiring_slack.platform(config.platforms.slack, opened.tenants, clock)
    closing.push_async_callback(slack.close)
    return slack


def _slack_door(
    config: Config,
    clock: Clock,
    opened: database.Database,
    slack: Slack | None,
    desk: FrontDesk,
) -> SlackDoor | None:
    """What opens Slack's door, where it is on."""
    keys = config.platforms.slack
    if keys is None or slack is None:
        return None
    from bot import wiring_slack

    return wiring_slack.SlackDoor(
        config=config, keys=keys, slack=slack, desk=desk, tenants=opened.tenants, clock=clock
    )


def _teams(config: Config, clock: Clock, closing: AsyncExitStack) -> Teams | None:
    """What carries to Teams, where it is on; its libraries are loaded only then."""
    if config.platforms.teams is None:
        return None
    from bot import wiring_teams

    teams = wiring_teams.platform(config.platforms.teams, clock)
    closing.push_async_callback(teams.close)
    return teams


def _teams_door(
    config: Config,
    clock: Clock,
    opened: database.Database,
    teams: Teams | None,
    desk: FrontDesk,
) -> TeamsDoor | None:
    """What opens Teams' door, where it is on."""
    keys = config.platforms.teams
    if keys is None or teams is None:
        return None
    from bot import wiring_teams

    return wiring_teams.TeamsDoor(
        config=config, keys=keys, teams=teams, desk=desk, tenants=opened.tenants, clock=clock
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Home:
    """A platform on which everybody named in app.yaml is there by themselves."""

    rep_place: Callable[[UUID], Place]
    team_place: Callable[[UUID], Place]

    def rep(self, rep: Rep) -> tuple[Account, Place]:
        place = self.rep_place(rep.id)
        return Account(platform=place.platform, tenant=place.tenant, user=str(rep.id)), place

    def team(self, team: Team) -> Place:
        return self.team_place(team.id)


@dataclass(slots=True)
class _People:
    """Who is here, once they are enrolled."""

    reps: tuple[Rep, ...] = ()
    teams: tuple[Team, ...] = ()


@dataclass(frozen=True, slots=True)
class _Head:
    """Says over a message on the console when it is in its place, and whose place that is."""

    people: _People
    clock: Clock

    def __call__(self, place: Place) -> str:
        for rep in self.people.reps:
            if console.rep_place(rep.id) == place:
                zone = next(team.zone for team in self.people.teams if team.id == rep.team_id)
                return self._line(rep.name, rep.language, rep.zone or zone)
        for team in self.people.teams:
            if console.team_place(team.id) == place:
                return self._line(f"#{team.name}", team.language, team.zone)
        return place.address

    def _line(self, name: str, language: Language, zone: str) -> str:
        return f"{words.read().speaker(language, zone, self.clock.now()).stamp()}  {name}"
