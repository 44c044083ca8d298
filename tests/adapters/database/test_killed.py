"""Killed at any point, a process loses nothing; at most the message in flight goes twice."""

from __future__ import annotations

import asyncio
import sys
from itertools import count, groupby
from pathlib import Path
from signal import SIGKILL
from subprocess import Popen
from time import sleep
from uuid import UUID

from adapters.database import Database
from coaching.actions import Decision
from tests.adapters.database import world
from tests.adapters.database.victim import DECISIONS
from tests.adapters.database.world import ADA, MINUTE, NORTH, NOW

EACH = 40
STEP = 23  # lines after which the next process is killed: not a divisor of anything above


def _killed_again_and_again(work: str, url: str, workspace: UUID, path: Path) -> int:
    """Have the work done by processes of which each is killed once it got on; return how many."""
    path.touch()
    for kills in count():
        enough = len(path.read_bytes().splitlines()) + STEP
        command = ("-m", "tests.adapters.database.victim", work, url, str(workspace), str(path))
        with Popen([sys.executable, *command, str(2 * kills)]) as process:
            while process.poll() is None:
                if len(path.read_bytes().splitlines()) >= enough:
                    process.kill()
                sleep(0.0005)
        if process.returncode == 0:
            return kills
        assert process.returncode == -SIGKILL
    raise AssertionError


async def test_a_carrier_killed_loses_nothing_and_keeps_the_order(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    acme, path = await world.settle(database), tmp_path / "platform"
    names = [f"m{number:02}" for number in range(EACH)]
    sends, posts = (
        tuple(make(name) for name in names) for make in (world.send, world.channel_post)
    )
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(actions=sends), version=0)
        await unit.save_team(NORTH.id, Decision(actions=posts))
    kills = await asyncio.to_thread(_killed_again_and_again, "carry", database_url, acme, path)
    lines = path.read_text().splitlines()
    assert kills > 1
    assert len(lines) - 2 * EACH <= kills
    for address, prefix in (("dm-Ada", "m"), ("#north", "p-m")):
        arrived = [line.split()[1] for line in lines if line.startswith(address)]
        once = [name for name, _ in groupby(arrived)]
        assert once == [f"{prefix}{number:02}" for number in range(EACH)]


async def test_a_decider_killed_keeps_what_it_answered(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    acme, path = await world.settle(database), tmp_path / "answers"
    kills = await asyncio.to_thread(_killed_again_and_again, "decide", database_url, acme, path)
    answered = path.read_text().split()
    assert kills > 1
    assert DECISIONS - kills <= len(answered) <= DECISIONS
    stored: list[str] = []
    while leased := await database.queue.lease(NOW, limit=9, lease=MINUTE):
        for row in leased[0]:
            stored.append(row.id)
            await database.queue.sent(row.row, "r", now=NOW)
        await database.queue.release(leased[0][0].row)
    assert stored == [f"m{version}" for version in range(DECISIONS)]
