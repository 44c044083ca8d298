"""Promises that come due at once: our rows, beside APScheduler's own SQL job store."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from time import perf_counter
from uuid import UUID

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from sqlalchemy import make_url

from adapters.database import Database, connect
from bot.clock import SystemClock
from coaching.actions import Decision
from coaching.conversation import Conversation
from coaching.nudge import Nudge
from coaching.people import Rep, Team
from tests.bench.databases import databases
from tests.bench.table import Row

REPS = 200
EACH = 5
_fired = 0


def fire() -> None:
    """What a job of the peer does."""
    global _fired  # noqa: PLW0603 - a job stored in SQL can reach nothing but a module
    _fired += 1


async def rows() -> list[Row]:
    """Promises a second: claimed by us and settled, fired by the peer."""
    found = []
    with databases() as urls:
        for name, url in urls.items():
            row = Row(
                what=f"{REPS * EACH} promises due at once, {name}",
                unit="/s",
                ours=await _ours(url),
                peer="APScheduler SQLAlchemyJobStore",
                theirs=await _theirs(url),
                more=True,
            )
            found.append(row)
    return found


async def _ours(url: str) -> float:
    database = await connect(url)
    try:
        workspace = await database.store.workspace("bench")
        now = datetime(2026, 11, 23, 9, tzinfo=UTC)
        team = Team(id=UUID(int=1), name="North")
        async with database.store.open(workspace) as unit:
            await unit.put_team(team)
            for number in range(REPS):
                rep = Rep(
                    id=UUID(int=1000 + number),
                    team_id=team.id,
                    name="B",
                    address=f"{number}@x.example",
                )
                await unit.put_rep(rep)
                decision = Decision(
                    saves=(Conversation(rep_id=rep.id),),
                    nudges=tuple(_nudge(turn, now) for turn in range(EACH)),
                )
                await unit.save(rep.id, decision, version=0)
        return await _settled(database, workspace, now)
    finally:
        await database.close()


def _nudge(number: int, now: datetime) -> Nudge:
    return Nudge(kind="prompt", about=f"c{number}", start=now + timedelta(hours=1), at=now)


async def _settled(database: Database, workspace: UUID, now: datetime) -> float:
    """Claim all that is due, and store for each rep that nothing is left."""
    began, count = perf_counter(), 0
    versions: dict[UUID, int] = {}
    while claimed := await database.queue.due(now, limit=100, lease=timedelta(minutes=1)):
        for one in claimed:
            async with database.store.open(workspace) as unit:
                known = await unit.known(one.rep_id, since=now)
                done = versions.get(one.rep_id, 0) + 1
                versions[one.rep_id] = done
                left = tuple(_nudge(number, now) for number in range(done, EACH))
                decision = Decision(saves=(known.conversation,), nudges=left)
                await unit.save(one.rep_id, decision, version=known.conversation.version)
            count += 1
    return count / (perf_counter() - began)


async def _theirs(url: str) -> float:
    global _fired  # noqa: PLW0603 - see fire
    _fired = 0
    parsed = make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    store = SQLAlchemyJobStore(url=parsed.render_as_string(hide_password=False))
    scheduler = AsyncIOScheduler(jobstores={"default": store}, timezone=UTC)
    scheduler.start(paused=True)
    at = SystemClock().now() - timedelta(seconds=1)
    for _ in range(REPS * EACH):
        scheduler.add_job(fire, "date", run_date=at, misfire_grace_time=None)
    began = perf_counter()
    scheduler.resume()
    async with asyncio.timeout(60):
        while _fired < REPS * EACH:  # noqa: ASYNC110 - a stored job can reach no event of ours
            await asyncio.sleep(0.01)
    rate = _fired / (perf_counter() - began)
    scheduler.shutdown(wait=False)
    return rate
