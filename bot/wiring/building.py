"""Puts the parts of the program together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial
from typing import TextIO

from adapters.chat import console
from adapters.ports import Clock, Platform
from adapters.statistics import OwnProcess
from bot import chance, judges, words
from bot.calendars import Calendars, Source
from bot.config import Config
from bot.courtesy import Courtesy
from bot.desk import FrontDesk
from bot.door import Door
from bot.enrol import Enrolled, Home, enrol, look_up
from bot.gathering import Figures, Gathering
from bot.looks import Looks
from bot.outbox import Outbox
from bot.program import Carrier, Program
from bot.requests import Requests
from bot.results import results
from bot.scheduler import Scheduler
from bot.service import Coach, Service
from bot.wiring import installed
from bot.wiring.calendars import Sources
from bot.wiring.coach import coach as coach_of
from bot.wiring.database import open_database
from bot.wiring.ground import Ground, Use
from bot.wiring.homes import People, at_home
from bot.wiring.opinion import second_opinions


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
        ground = await _ground(config, clock, closing, use)
        opened, people = ground.opened, People()
        platforms, homes = at_home(ground, people, out, colour=colour)
        slack, teams = installed.slack(ground), installed.teams(ground)
        platforms |= {one.name: one for one in (slack, teams) if one is not None}
        enrolled = await _enrolled(ground, homes, platforms)
        people.reps, people.teams = enrolled.reps, enrolled.teams
        coach = coach_of(config)
        if use == "serve":
            await asyncio.to_thread(judges.warm, coach.judge)
        courtesy, looks, carrier = Courtesy(), Looks(), Carrier()
        requests = Requests()
        service = Service(
            store=opened.store,
            coach=coach,
            clock=clock,
            courtesy=courtesy,
            looks=looks,
            requests=requests,
        )
        figures = _figures(ground, coach)
        gathering = Gathering(requests=requests, figures=figures, handle=service.handle)
        carrier.gathering = gathering
        desk = _desk(ground, service, platforms, carrier)
        outbox = carrier.outbox = Outbox(
            queue=opened.queue,
            platforms={name: around(one) if around else one for name, one in platforms.items()},
            speaker=words.read().speaker,
            clock=clock,
            jitter=jitter,
            gone=desk.place_gone,
            courtesy=courtesy,
        )
        source = source or Sources(config, clock)
        calendars = Calendars(
            store=opened.store,
            service=service,
            source=source,
            poll=config.calendars.poll,
            looks=looks,
        )
        scheduler = Scheduler(
            queue=opened.queue,
            service=service,
            calendars=calendars,
            outbox=outbox,
            opinions=second_opinions(ground, service),
            gathering=gathering,
        )
        closing.push_async_callback(carrier.rest)
        slack_door = installed.slack_door(ground, slack, desk)

        async def rest() -> None:
            if slack_door is not None:
                await slack_door.rest()
            await carrier.rest()

        async def tidy() -> None:
            await opened.prune(clock.now(), timedelta(days=config.retention_days))

        async def opinions_asked() -> tuple[int, int]:
            return await opened.opinions.spent(ground.workspace_id, clock.now().date())

        yield Program(
            config=config,
            clock=clock,
            workspace_id=ground.workspace_id,
            words=words.read(),
            store=opened.store,
            queue=opened.queue,
            board=opened.board,
            service=service,
            desk=desk,
            slack=slack_door,
            teams=installed.teams_door(ground, teams, desk),
            platforms=platforms,
            calendars=calendars,
            outbox=outbox,
            scheduler=scheduler,
            door=Door(
                store=opened.store,
                workspace_id=ground.workspace_id,
                service=service,
                coach=coach,
                clock=clock,
                after=carrier,
            ),
            console=platforms.get(console.NAME),
            enrolled=enrolled,
            source=source,
            rules=coach.rules,
            figures=figures,
            dropped=opened.dropped,
            opinions_asked=opinions_asked,
            ready=opened.ready,
            rest=rest,
            tidy=tidy,
        )


async def _ground(config: Config, clock: Clock, closing: AsyncExitStack, use: Use) -> Ground:
    opened = await open_database(config, closing, use)
    return Ground(
        config=config,
        clock=clock,
        opened=opened,
        workspace_id=await opened.store.workspace(config.workspace.name),
        closing=closing,
        use=use,
    )


def _figures(ground: Ground, coach: Coach) -> Figures:
    return Figures(
        store=ground.opened.store,
        clock=ground.clock,
        policy=coach.policy,
        kept=timedelta(days=ground.config.retention_days),
        statistics=OwnProcess(),
        results=partial(results, ground.config.evaluate),
    )


async def _enrolled(
    ground: Ground, homes: Sequence[Home], platforms: dict[str, Platform]
) -> Enrolled:
    store, config = ground.opened.store, ground.config
    if ground.use == "look":
        return await look_up(store, ground.workspace_id, config)
    return await enrol(store, ground.workspace_id, config, homes, platforms)


def _desk(
    ground: Ground, service: Service, platforms: dict[str, Platform], after: Callable[[], None]
) -> FrontDesk:
    return FrontDesk(
        store=ground.opened.store,
        tenants=ground.opened.tenants,
        service=service,
        clock=ground.clock,
        speaker=words.read().speaker,
        own=installed.own(ground),
        platforms=platforms,
        after=after,
    )
