"""The steps of the schema lead to the tables of the program, and back, on a filled database."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, func, inspect, select

from adapters.database import connect, migrate
from adapters.database.engines import address, open_to_migrate
from adapters.database.migrate import head, revisions
from adapters.database.tables import metadata
from adapters.ports import Tenant
from coaching.actions import Decision
from tests.adapters.database import world
from tests.adapters.database.world import ADA, NOW
from tests.databases import KEY


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    """A way into the database that no migration has touched."""
    opened = open_to_migrate(address(empty_database_url))
    yield opened
    opened.dispose()


def test_the_steps_lead_to_the_tables_of_the_program(
    empty_database_url: str, engine: Engine
) -> None:
    migrate(empty_database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_steps_are_one_line_from_nothing_to_the_head() -> None:
    assert revisions() == ("0001", "0002", "0003", "0004", "0005", "0006")
    assert revisions()[-1] == head()


def test_migrating_again_changes_nothing(empty_database_url: str, engine: Engine) -> None:
    migrate(empty_database_url)
    _fill(empty_database_url)
    before = _rows(engine)
    migrate(empty_database_url)
    assert _rows(engine) == before
    assert min(before.values()) > 0, "a table without rows proves nothing"


@pytest.mark.parametrize("revision", revisions())
def test_each_step_goes_there_and_back_on_a_filled_database(
    empty_database_url: str, engine: Engine, revision: str
) -> None:
    migrate(empty_database_url)
    _fill(empty_database_url)
    migrate(empty_database_url, f"{revision}-1", down=True)
    migrate(empty_database_url)
    _fill(empty_database_url)
    assert min(_rows(engine).values()) > 0


def test_the_first_step_taken_back_leaves_nothing(empty_database_url: str, engine: Engine) -> None:
    migrate(empty_database_url)
    _fill(empty_database_url)
    migrate(empty_database_url, "base", down=True)
    assert inspect(engine).get_table_names() == ["alembic_version"]


async def test_two_programs_may_migrate_at_once(empty_database_url: str) -> None:
    script = "import sys; from adapters.database import migrate; migrate(sys.argv[1])"
    command = (sys.executable, "-c", script, empty_database_url)
    programs = [await asyncio.create_subprocess_exec(*command) for _ in range(2)]
    assert [await program.wait() for program in programs] == [0, 0]
    database = await connect(empty_database_url)
    await database.close()


async def test_two_threads_of_one_program_may_migrate_at_once(tmp_path: Path) -> None:
    urls = [f"sqlite:///{tmp_path / name}" for name in ("a.db", "b.db", "c.db")]
    await asyncio.gather(*(asyncio.to_thread(migrate, url) for url in urls))
    for url in urls:
        await (await connect(url)).close()


async def test_a_new_step_is_written_for_what_is_missing_alone(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    migrate(url)
    command = (sys.executable, "-m", "alembic", "-x", f"url={url}", "check")
    assert await (await asyncio.create_subprocess_exec(*command)).wait() == 0


def _fill(url: str) -> None:
    """A row or more in each table."""
    asyncio.run(_filled(url))


async def _filled(url: str) -> None:
    database = await connect(url, key=KEY)
    acme = await world.settle(database)
    call = world.call()
    saves = (world.opportunity(), call, world.promise(call), world.learning(call), world.told())
    decision = Decision(
        saves=(*saves, world.lesson(), world.dissent(), world.note()),
        actions=(world.send(), world.ask(call)),
        nudges=(world.nudge(),),
    )
    async with database.store.open(acme) as unit:
        version = (await unit.known(ADA.id, since=NOW)).conversation.version
        await unit.put_link(world.link())
        await unit.save(ADA.id, decision, version=version)
        await unit.first_time("d", now=NOW)
    await database.opinions.spend(acme, NOW.date(), per_day=9)
    await database.board.put(world.web_post())
    await database.tenants.put(Tenant(platform="slack", tenant="T1", name="Acme", secrets="{}"))
    await database.tenants.lead("slack", "T1", acme)
    await database.tenants.take_state("s", now=NOW)
    await database.tenants.note_state("s", until=NOW)
    await database.close()


def _rows(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in metadata.sorted_tables
        }
