"""Greeting who is to be coached, at the start and every hour: people come later than the app."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta

from adapters.chat.slack.background import Background
from adapters.chat.slack.people import People
from adapters.ports import Clock, Gone, Later, Never

log = logging.getLogger(__name__)
HOURLY = timedelta(hours=1)
_WHAT = "greet who is to be coached"
_SOON = timedelta(seconds=1)


@dataclass(slots=True, kw_only=True)
class Knocking:
    """Knocks in those tenants, again and again."""

    people: People
    background: Background
    clock: Clock
    tenants: Callable[[], Awaitable[Sequence[str]]]
    every: timedelta = HOURLY
    _pause: timedelta = HOURLY
    _unknown: dict[str, Sequence[str]] = field(default_factory=dict)

    @asynccontextmanager
    async def going_on(self) -> AsyncIterator[None]:
        """It goes on until this is left."""
        knocking = asyncio.create_task(self._go_on())
        try:
            yield
        finally:
            knocking.cancel()
            with suppress(asyncio.CancelledError):
                await knocking

    def at(self, tenant: str) -> None:
        """Knock in a tenant now, once."""
        self.background(self._only(tenant), _WHAT)

    async def _go_on(self) -> None:
        while True:
            self._pause = self.every
            await asyncio.wait({self.background(self._round(), _WHAT)})
            await asyncio.sleep(self._pause.total_seconds())

    async def _round(self) -> None:
        for tenant in await self.tenants():
            self._pause = min(self._pause, await self._once(tenant))

    async def _only(self, tenant: str) -> None:
        await self._once(tenant)

    async def _once(self, tenant: str) -> timedelta:
        """Knock in a tenant; return how long to wait until the next time."""
        try:
            unknown = await self.people.knock(tenant)
        except Later as later:
            log.info("Slack wants a pause before it says who is there: %s", later)
            return max(later.at - self.clock.now(), _SOON)
        except (Never, Gone) as fault:
            log.warning("Slack did not say who is there: %s", fault)
            return self.every
        if unknown and unknown != self._unknown.get(tenant):
            log.warning("%d people of app.yaml have no account in Slack", len(unknown))
        self._unknown[tenant] = unknown
        return self.every
