"""Engines: how each of the two databases is addressed, opened and set up."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.engine import Connection, Engine
from sqlalchemy.exc import ArgumentError, InvalidatePoolError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from adapters.database.nearby import Nearby
from coaching.errors import BadInput

_BUSY_MS = 10_000
_IDLE_SECONDS = 5
_ALLOWED = "sqlite:///FILE and postgresql://USER:PASSWORD@HOST/NAME are allowed"


def address(url: str) -> URL:
    """The address of a database, without a driver; raises `BadInput`."""
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        raise BadInput("database", f"this is no address of a database; {_ALLOWED}") from None
    match parsed.get_backend_name():
        case "sqlite":
            if parsed.database in {None, "", ":memory:"}:
                raise BadInput("database", f"a database in memory forgets everything; {_ALLOWED}")
            return parsed.set(drivername="sqlite")
        case "postgresql" | "postgres":
            return parsed.set(drivername="postgresql")
        case other:
            raise BadInput("database", f"{other} is not supported; {_ALLOWED}")


def open_engines(url: URL) -> tuple[AsyncEngine, AsyncEngine]:
    """The engine that writes and the one that only reads; the same one on PostgreSQL.

    Errors hide their parameters, which are what reps wrote. SQLite lets one connection write at a
    time. With a pool of one, writers queue up in order here instead of polling for the lock.
    """
    if url.get_backend_name() == "postgresql":
        engine = create_async_engine(
            url.set(drivername="postgresql+psycopg"), pool_size=10, hide_parameters=True
        )
        _ask_the_idle(engine.sync_engine)
        return engine, engine
    url = url.set(drivername="sqlite+aiosqlite")
    (file,), options = url.get_dialect()().create_connect_args(url)

    async def opened() -> Nearby:
        connection = Nearby(file, options)
        await connection
        return connection

    writer = create_async_engine(
        url,
        async_creator=opened,
        pool_size=1,
        max_overflow=0,
        pool_timeout=30,
        hide_parameters=True,
    )
    reader = create_async_engine(url, async_creator=opened, pool_size=4, hide_parameters=True)
    _set_up_sqlite(writer.sync_engine, begin="BEGIN IMMEDIATE")
    _set_up_sqlite(reader.sync_engine, begin="BEGIN")
    return writer, reader


def open_to_migrate(url: URL) -> Engine:
    """A synchronous engine, as Alembic wants it."""
    if url.get_backend_name() == "postgresql":
        return create_engine(url.set(drivername="postgresql+psycopg"), hide_parameters=True)
    _make(Path(url.database or ""))
    engine = create_engine(url, hide_parameters=True)
    # Off, so that a table can be rebuilt while others refer to it.
    _set_up_sqlite(engine, begin="BEGIN IMMEDIATE", foreign_keys="OFF")
    return engine


def _make(file: Path) -> None:
    """Let only its owner read a new database; SQLite gives its other files the same rights."""
    # Where it cannot be made, opening it says why.
    with suppress(OSError):
        os.close(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600))


def _ask_the_idle(engine: Engine) -> None:
    """Ask whether the server is still there only where a connection has not been used for a while.

    A round trip each time would be one in five. A connection that breaks in use costs its own
    transaction, is told as `Away`, and takes all others of the pool with it.
    """

    @event.listens_for(engine, "checkin")
    def on_checkin(_: object, record: ConnectionPoolEntry) -> None:
        record.info["used"] = monotonic()

    @event.listens_for(engine, "checkout")
    def on_checkout(connection: Any, record: ConnectionPoolEntry, _: object) -> None:
        if monotonic() - record.info.get("used", monotonic()) < _IDLE_SECONDS:
            return
        try:
            engine.dialect.do_ping(connection)
        except engine.dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error


def _set_up_sqlite(engine: Engine, *, begin: str, foreign_keys: str = "ON") -> None:
    """Take the transactions into our own hands: the driver begins them too late and not for DDL."""

    @event.listens_for(engine, "connect")
    def on_connect(connection: Any, _: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute(f"PRAGMA foreign_keys = {foreign_keys}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def on_begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)
