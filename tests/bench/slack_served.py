"""A process that serves Slack by signed HTTP until its input ends: ours, or Bolt that only acks.

Started by `slack_acks` with one JSON object as its argument; prints the port it listens on.
"""

from __future__ import annotations

import asyncio
import json
import logging
import re
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_sdk.oauth.installation_store import Installation

from adapters.chat.slack.doors import http_door
from adapters.chat.slack.installing import tenant_of
from adapters.chat.slack.manifest import COMMAND
from adapters.database import connect
from adapters.ports import Account, Profile
from bot import wiring
from bot.clock import SystemClock
from bot.config import Config
from bot.config.keys import Person, Platforms, Slack, TeamOf
from bot.program import Program
from bot.serve import listening, set_apart

START = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
CALLS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What to serve: nothing but acks, or (with a `database`) ours."""

    database: str
    folder: str
    api: str
    signing_secret: str
    bot_token: str
    bot_user: str
    installer: str
    team: str
    addresses: list[str]


class WorkingHours:
    """A clock that runs, and began on a Monday morning."""

    def __init__(self) -> None:
        self._machine = SystemClock()
        self._ahead = START - self._machine.now()

    def now(self) -> datetime:
        return self._machine.now() + self._ahead


async def serve(told: Told) -> None:
    await (_ours if told.database else _bare)(told)


async def _until_told(port: int) -> None:
    print(port, flush=True)
    await asyncio.to_thread(sys.stdin.read)


# ---- Bolt alone ----------------------------------------------------------------------------------


async def _bare(told: Told) -> None:
    """Behind the same door: an installation known by heart, listeners that only acknowledge."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult(
            enterprise_id=None,
            team_id=told.team,
            bot_token=told.bot_token,
            bot_user_id=told.bot_user,
        )

    async def listener(ack: AsyncAck) -> None:
        await ack()

    app = AsyncApp(
        signing_secret=told.signing_secret, authorize=authorize, process_before_response=True
    )
    app.event("message")(listener)
    app.action(re.compile(".*"))(listener)
    app.view(re.compile(".*"))(listener)
    app.command(COMMAND)(listener)
    async with listening("bare", http_door(app), "127.0.0.1", 0) as (_, port):
        await _until_told(port)


# ---- ours ----------------------------------------------------------------------------------------


async def _ours(told: Told) -> None:
    """The whole program as the server runs it: everybody is met and has been prompted."""
    async with wiring.build(_config(told), WorkingHours(), use="serve") as program:
        await _install(program, told)
        assert program.slack is not None
        async with program.slack() as door:
            assert door is not None
            async with listening("ours", door, "127.0.0.1", 0) as (_, port):
                while await program.desk.unmet("slack", told.team):  # noqa: ASYNC110 - nobody tells
                    await asyncio.sleep(0.05)
                await program.tick()
                set_apart()
                beats = program.beats()
                beats.start()
                await _until_told(port)
                await beats.stop()


async def _install(program: Program, told: Told) -> None:
    installation = Installation(
        user_id=told.installer,
        team_id=told.team,
        team_name=told.team,
        bot_token=told.bot_token,
        bot_user_id=told.bot_user,
    )
    tenant = tenant_of(installation)
    database = await connect(told.database, key=KEY)
    await database.tenants.put(tenant)
    await database.close()
    by = Account(platform=tenant.platform, tenant=tenant.tenant, user=told.installer)
    await program.desk.installed(tenant, by, Profile())


def _config(told: Told) -> Config:
    people = tuple(_person(Path(told.folder), address) for address in told.addresses)
    environment = {
        "SLACK_SIGNING_SECRET": told.signing_secret,
        "SLACK_CLIENT_ID": "1.2",
        "SLACK_CLIENT_SECRET": "made-up",
    }
    slack = Slack.model_validate(
        {"mode": "http", "tenant": told.team, "api": told.api}, context=environment
    )
    return Config(
        data=told.folder,
        platforms=Platforms(web=None, slack=slack),
        teams=(TeamOf(name="north", zone="Europe/Berlin", people=people),),
        database_url=told.database,
        secret=KEY,
    )


def _person(folder: Path, address: str) -> Person:
    """A rep with a call a day, the first of them soon."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for day in range(CALLS):
        at = START + timedelta(days=day, hours=2)
        lines += ["BEGIN:VEVENT", f"UID:{day}.{address}", f"DTSTAMP:{START:%Y%m%dT%H%M%SZ}"]
        lines += [f"DTSTART:{at:%Y%m%dT%H%M%SZ}", f"DTEND:{at + timedelta(hours=1):%Y%m%dT%H%M%SZ}"]
        lines += ["SUMMARY:Night shift", f"ORGANIZER:mailto:{address}"]
        lines += [f"ATTENDEE;CN=Bo:mailto:bo@buyer{day}.example", "END:VEVENT"]
    file = folder / f"{address}.ics"
    file.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")
    return Person(name=address, address=address, calendar=str(file))


if __name__ == "__main__":
    logging.basicConfig(level=logging.WARNING)
    asyncio.run(serve(Told(**json.loads(sys.argv[1]))))
