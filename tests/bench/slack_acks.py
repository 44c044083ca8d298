"""How soon Slack has its answer at 50 events a second: ours beside Bolt that only acknowledges."""

from __future__ import annotations

import asyncio
import json
import sys
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict

from adapters.chat.slack.manifest import EVENTS_PATH
from bot.clock import MovableClock
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.bench import slack_load
from tests.bench.databases import databases
from tests.bench.slack_served import START, Told
from tests.bench.table import Row, percentile

SECONDS = 12
BARE_SECONDS = 5
PATIENCE = 60  # Slack has three seconds; here a late answer counts as late as it came
_LIMIT = 100.0


async def rows() -> list[Row]:
    """Milliseconds from when an event is sent until it is answered, on both databases."""
    found: list[Row] = []
    with databases() as urls:
        for name, url in urls.items():
            ours, bare = await _measured(url)
            what = f"answer Slack at {slack_load.RATE} events/s, {name}"
            found.append(
                Row(
                    what=f"{what}, p99",
                    unit="ms",
                    ours=percentile(ours, 99),
                    peer="limit",
                    theirs=_LIMIT,
                )
            )
            found += [
                Row(what=f"{what}, {part}", unit="ms", ours=mine, peer="a bare Bolt", theirs=theirs)
                for part, mine, theirs in zip(_PARTS, _parts(ours), _parts(bare), strict=True)
            ]
    return found


_PARTS = ("p50", "p95", "p99", "longest")


def _parts(times: list[float]) -> list[float]:
    return [*(percentile(times, part) for part in (50, 95, 99)), max(times)]


async def _measured(database: str) -> tuple[list[float], list[float]]:
    """What ours took for each answer, and what Bolt alone took for the same acts."""
    async with fake_slack(MovableClock(START), burst=0) as slack:
        slack.delivery.patience = PATIENCE
        token = slack_load.settle(slack)
        async with _serving(slack, token, database):
            known = await slack_load.talks(slack)
            ours = await slack_load.answered(slack, known, SECONDS)
        async with _serving(slack, token, ""):
            bare = await slack_load.answered(slack, known, BARE_SECONDS)
    return ours, bare


@asynccontextmanager
async def _serving(slack: FakeSlack, token: str, database: str) -> AsyncIterator[None]:
    """In a process of its own, so that who asks takes nothing from who answers."""
    with tempfile.TemporaryDirectory(prefix="advance-bench-") as folder:
        told = Told(
            database=database,
            folder=folder,
            api=slack.api.removesuffix("/"),
            signing_secret=slack.signing_secret,
            bot_token=token,
            bot_user=slack.bot_user,
            installer=slack_load.REPS[0],
            team=slack_load.TEAM,
            addresses=[slack_load.address(user) for user in slack_load.REPS],
        )
        command = (sys.executable, "-W", "ignore", "-m", "tests.bench.slack_served")
        served = await asyncio.create_subprocess_exec(
            *command, json.dumps(asdict(told)), stdin=PIPE, stdout=PIPE
        )
        assert served.stdin is not None
        assert served.stdout is not None
        try:
            port = int(await served.stdout.readline())
            slack.deliver_to(f"http://127.0.0.1:{port}{EVENTS_PATH}")
            yield
        finally:
            served.stdin.close()
            await served.wait()
