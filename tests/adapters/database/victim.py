"""A program to be killed (test_killed): decides or carries, and notes in a file what it has done.

`python victim.py decide|carry URL WORKSPACE FILE MINUTES`; time stands still, MINUTES after NOW.
"""

from __future__ import annotations

import asyncio
import os
import sys
from datetime import datetime
from uuid import UUID

from adapters.database import Database, connect
from coaching.actions import Decision
from tests.adapters.database import world
from tests.adapters.database.world import ADA, LONG_AGO, MINUTE, NOW

DECISIONS = 60


async def decide(database: Database, workspace: UUID, file: int) -> None:
    """Store a decision with one message after another; note each once it is stored."""
    while True:
        async with database.store.open(workspace) as unit:
            version = (await unit.known(ADA.id, since=LONG_AGO)).conversation.version
            if version == DECISIONS:
                return
            actions = (world.send(f"m{version}"),)
            await unit.save(ADA.id, Decision(actions=actions), version=version)
        os.write(file, f"m{version}\n".encode())


async def carry(database: Database, file: int, now: datetime) -> None:
    """Carry what waits; to be noted in the file is what a platform would have received."""
    while leased := await database.queue.lease(now, limit=3, lease=MINUTE):
        for batch in leased:
            for row in batch:
                assert await database.queue.renew(row.row, until=now + MINUTE)
                os.write(file, f"{row.place.address} {row.id}\n".encode())
                await database.queue.sent(row.row, f"r-{row.id}", now=now)
            await database.queue.release(batch[-1].row)


async def main(work: str, url: str, workspace: str, path: str, minutes: str) -> None:
    database = await connect(url)
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    if work == "decide":
        await decide(database, UUID(workspace), file)
    else:
        await carry(database, file, NOW + int(minutes) * MINUTE)
    os.close(file)
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
