"""How long a rep waits for the answer to a text: load, decide, one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter
from uuid import UUID

from sqlalchemy import create_engine, make_url, text

from adapters.database import connect
from bot.clock import MovableClock
from bot.service import Coach, Service
from bot.wiring import judge
from coaching.decide import decide
from coaching.events import Said
from coaching.people import Rep, Team
from tests.bench.databases import databases
from tests.bench.table import Row, percentile

TEXTS = 300
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
_LIMIT = 100.0


async def rows() -> list[Row]:
    """Milliseconds an answer on both databases, beside one bare commit on the same one."""
    found: list[Row] = []
    with databases() as urls:
        for name, url in urls.items():
            times = await _ours(url)
            commits = _commits(url)
            what = f"answer a text, {name}"
            slow = percentile(times, 99)
            found += [
                Row(what=f"{what}, p99", unit="ms", ours=slow, peer="limit", theirs=_LIMIT),
                Row(
                    what=f"{what}, p50",
                    unit="ms",
                    ours=percentile(times, 50),
                    peer="one bare commit",
                    theirs=percentile(commits, 50),
                ),
            ]
    return found


async def _ours(url: str) -> list[float]:
    database = await connect(url)
    try:
        coach = Coach(decide=decide, judge=judge())
        service = Service(store=database.store, coach=coach, clock=MovableClock(NOW))
        workspace = await database.store.workspace("bench")
        team = Team(id=UUID(int=1), name="North")
        rep = Rep(id=UUID(int=2), team_id=team.id, name="Bench", address="bench@seller.example")
        async with database.store.open(workspace) as unit:
            await unit.put_team(team)
            await unit.put_rep(replace(rep, zone="Europe/Berlin"))
        times = []
        for number in range(TEXTS):
            began = perf_counter()
            await service.handle(workspace, rep.id, Said(text="help"), delivery=f"text {number}")
            times.append((perf_counter() - began) * 1000)
        return times
    finally:
        await database.close()


def _commits(url: str) -> list[float]:
    parsed = make_url(url)
    if parsed.drivername == "postgresql":
        parsed = parsed.set(drivername="postgresql+psycopg")
    engine = create_engine(parsed)
    with engine.begin() as connection:
        connection.execute(text("create table bare (id integer)"))
    times = []
    for number in range(TEXTS):
        began = perf_counter()
        with engine.begin() as connection:
            connection.execute(text("insert into bare values (:id)"), {"id": number})
        times.append((perf_counter() - began) * 1000)
    engine.dispose()
    return times
