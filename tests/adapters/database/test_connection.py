"""Opening a database: its address, its fitness, and the one server on an embedded one."""

from __future__ import annotations

import sqlite3
import sys
from asyncio.subprocess import PIPE, create_subprocess_exec
from pathlib import Path

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    IntegrityError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout

from adapters.database import AlreadyServing, Database, NotReady, connect, migrate
from adapters.database.engines import open_engines, open_to_migrate
from adapters.database.faults import to_write
from adapters.ports import Away
from coaching.errors import BadInput
from tests.adapters.database import world


class _Told(Exception):
    """An error as PostgreSQL's driver raises it."""

    def __init__(self, sqlstate: str) -> None:
        super().__init__("told")
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    "url, problem",
    [
        ("advance.db", "no address of a database"),
        ("", "no address of a database"),
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("mysql://u:geheim@host/x", "mysql is not supported"),
        ("postgresql://u:geheim@host:1x/n", "no address of a database"),
    ],
)
async def test_an_address_that_cannot_serve_is_refused(url: str, problem: str) -> None:
    with pytest.raises(BadInput, match=f"database: .*{problem}.*are allowed") as error:
        await connect(url)
    assert "geheim" not in str(error.value)


@pytest.mark.parametrize("driver", ["sqlite", "sqlite+aiosqlite", "sqlite+pysqlite"])
async def test_a_driver_in_the_address_makes_no_difference(driver: str, tmp_path: Path) -> None:
    url = f"{driver}:///{tmp_path / 'x.db'}"
    migrate(url)
    database = await connect(url)
    assert await database.store.workspaces() == ()
    await database.close()


@pytest.mark.parametrize("driver", ["postgres", "postgresql", "postgresql+psycopg"])
async def test_postgresql_goes_by_all_its_names(driver: str, postgresql_url: str) -> None:
    database = await connect(postgresql_url.replace("postgresql", driver, 1))
    assert await database.store.workspaces() == ()
    await database.close()


async def test_a_database_that_was_never_migrated_is_not_ready(empty_database_url: str) -> None:
    with pytest.raises(NotReady, match=r"schema none, this program needs .*run advance migrate"):
        await connect(empty_database_url)


async def test_a_database_that_does_not_answer_is_not_ready(tmp_path: Path) -> None:
    with pytest.raises(NotReady, match="the database does not answer"):
        await connect(f"postgresql://u:geheim@/nothing?host={tmp_path}")
    with pytest.raises(NotReady, match="the database does not answer"):
        await connect(f"sqlite:///{tmp_path}/no/such/folder/x.db")


def test_a_database_that_cannot_be_migrated_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "no.db").write_text("no database, but long enough to be taken for one" * 20)
    newer = tmp_path / "newer.db"
    with sqlite3.connect(newer) as made:
        made.execute("create table alembic_version (version_num text)")
        made.execute("insert into alembic_version values ('of-tomorrow')")
    made.close()
    for url in (
        f"postgresql://u:geheim@/nothing?host={tmp_path}",
        f"sqlite:///{tmp_path}/no/such/folder/x.db",
        f"sqlite:///{tmp_path}/no.db",
        f"sqlite:///{newer}",
    ):
        with pytest.raises(NotReady, match=r"^the database cannot be migrated: .") as told:
            migrate(url)
        assert "\n" not in str(told.value)
        assert "geheim" not in str(told.value)


async def test_a_database_that_does_not_answer_any_more_is_away(
    database: Database, tmp_path: Path
) -> None:
    unreachable = Database(f"postgresql://u:geheim@/nothing?host={tmp_path}")
    with pytest.raises(Away, match=r"^the database does not answer: .*") as told:
        await unreachable.store.workspaces()
    assert "\n" not in str(told.value)
    with pytest.raises(Away):
        await unreachable.store.workspace("w")
    await unreachable.close()
    assert await database.store.workspaces() == ()


@pytest.mark.parametrize(
    "error,away",
    [
        (OperationalError("select", None, _Told("57P01")), True),
        (OperationalError("select", None, _Told("40P01")), False),
        (IntegrityError("select", None, _Told("23505")), False),
        (IntegrityError("select", None, _Told("23505"), connection_invalidated=True), True),
        (PoolTimeout(), True),
        (ArgumentError(), False),
    ],
)
async def test_only_what_means_that_nobody_answers_is_away(
    sqlite_url: str, error: SQLAlchemyError, *, away: bool
) -> None:
    writer, reader = open_engines(make_url(sqlite_url))
    with pytest.raises(Away if away else type(error)):
        async with to_write(writer):
            raise error
    await writer.dispose()
    await reader.dispose()


async def test_a_migrated_database_is_ready(database: Database) -> None:
    await database.ready()


async def test_a_second_server_on_one_file_is_refused(sqlite_url: str) -> None:
    first, second = await connect(sqlite_url), await connect(sqlite_url)
    with first.serve_lock():
        with pytest.raises(AlreadyServing, match="Another Advance server"), second.serve_lock():
            pass
        await world.settle(second)
    with second.serve_lock():
        pass
    await first.close()
    await second.close()


_CLOSE_OTHERS = text(
    "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
    " where datname = current_database() and pid <> pg_backend_pid()"
)


async def test_a_connection_that_was_closed_while_it_lay_idle_is_replaced(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("adapters.database.engines._IDLE_SECONDS", 0)
    ours, _ = open_engines(make_url(postgresql_url))
    theirs, _ = open_engines(make_url(postgresql_url))
    async with to_write(ours) as connection:
        await connection.execute(text("select 1"))
    async with to_write(theirs) as connection:
        await connection.execute(_CLOSE_OTHERS)
    async with to_write(ours) as connection:
        assert (await connection.execute(text("select 2"))).scalar() == 2
    await ours.dispose()
    await theirs.dispose()


async def test_many_servers_may_share_a_postgresql(postgresql_url: str) -> None:
    first, second = await connect(postgresql_url), await connect(postgresql_url)
    with first.serve_lock(), second.serve_lock():
        pass
    await first.close()
    await second.close()


_SERVE = """
import asyncio, sys
from adapters.database import connect
with asyncio.run(connect(sys.argv[1])).serve_lock():
    print("serving", flush=True)
    sys.stdin.read()
"""


async def test_a_server_that_was_killed_does_not_keep_its_lock(sqlite_url: str) -> None:
    database = await connect(sqlite_url)
    server = await create_subprocess_exec(
        sys.executable, "-c", _SERVE, sqlite_url, stdin=PIPE, stdout=PIPE
    )
    assert server.stdout is not None
    assert await server.stdout.readline() == b"serving\n"
    with pytest.raises(AlreadyServing), database.serve_lock():
        pass
    server.kill()
    await server.communicate()
    with database.serve_lock():
        pass
    await database.close()


async def test_a_database_error_does_not_tell_what_a_rep_wrote(database_url: str) -> None:
    for engine in set(open_engines(make_url(database_url))):
        with pytest.raises(DBAPIError) as caught:
            async with engine.connect() as connection:
                await connection.execute(text("select :said from nowhere"), {"said": "secret"})
        await engine.dispose()
        assert "secret" not in str(caught.value)


def test_an_error_while_migrating_does_not_tell_it_either(database_url: str) -> None:
    engine = open_to_migrate(make_url(database_url))
    with pytest.raises(DBAPIError) as caught, engine.connect() as connection:
        connection.execute(text("select :said from nowhere"), {"said": "secret"})
    engine.dispose()
    assert "secret" not in str(caught.value)
