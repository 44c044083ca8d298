"""A database in which a message found nobody to go to, and who is in it."""

from __future__ import annotations

import asyncio

from bot import wiring
from bot.clock import SystemClock
from bot.config import Config
from coaching.actions import Decision, Send
from coaching.people import Rep
from tests.bot.world import said


def leave_a_message(config: Config) -> None:
    """Promise a message to somebody who is on no platform."""
    asyncio.run(_leave(config))


def people(config: Config) -> list[Rep]:
    """Who is stored, however that came about."""
    return asyncio.run(_people(config))


async def _people(config: Config) -> list[Rep]:
    async with (
        wiring.build(config, SystemClock(), use="look") as program,
        program.store.open(program.workspace_id) as unit,
    ):
        return list(await unit.reps())


async def _leave(config: Config) -> None:
    async with wiring.build(config, SystemClock()) as program:
        decision = Decision(actions=(Send(id="lost", message=said()),))
        async with program.store.open(program.workspace_id) as unit:
            await unit.save(program.enrolled.reps[0].id, decision, version=0)
