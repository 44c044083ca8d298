"""A database, opened: store, queue and board on it, and whether it is fit for service."""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError

from adapters.database import keeping
from adapters.database.board import SqlBoard
from adapters.database.engines import address, open_engines
from adapters.database.faults import NotReady, short, to_read, to_write
from adapters.database.migrate import head, revision_of
from adapters.database.opinions import SqlOpinions
from adapters.database.queue import SqlQueue
from adapters.database.seal import Seal
from adapters.database.store import SqlStore
from adapters.database.tables import outbox
from adapters.database.tenants import SqlTenants
from coaching.errors import CoachError


class AlreadyServing(CoachError):
    """Another Advance server works on this database; SQLite allows one (PostgreSQL many)."""


class Database:
    """An open database."""

    def __init__(self, url: str, *, key: str | None = None) -> None:
        self._url = address(url)
        self._writer, self.reader = open_engines(self._url)
        seal = Seal(key)
        self.store = SqlStore(self._writer, self.reader, seal)
        self.queue = SqlQueue(self._writer, self.reader)
        self.board = SqlBoard(self._writer, self.reader)
        self.opinions = SqlOpinions(self._writer, self.reader)
        self.tenants = SqlTenants(self._writer, self.reader, seal)

    @contextmanager
    def serve_lock(self) -> Iterator[None]:
        """Be the one server on an embedded database while inside; raises `AlreadyServing`.

        The lock is the kernel's: it ends with the process, however that ends. The command line
        does not need it.
        """
        if self._url.get_backend_name() != "sqlite":
            yield
            return
        with os.fdopen(self._lock_file(), "w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise AlreadyServing from None
            yield

    def _lock_file(self) -> int:
        try:
            return os.open(f"{self._url.database}.serving", os.O_WRONLY | os.O_CREAT, 0o600)
        except OSError as error:
            raise NotReady(f"the database's folder cannot be used: {error.strerror}") from error

    async def ready(self) -> None:
        """Return if the database answers and has this program's schema, else raise `NotReady`."""
        wanted = await asyncio.to_thread(head)
        try:
            async with self.reader.connect() as connection:
                found = await connection.run_sync(revision_of)
        except SQLAlchemyError as error:
            raise NotReady(f"the database does not answer: {short(error)}") from error
        if found != wanted:
            raise NotReady(
                f"the database has schema {found or 'none'}, this program needs {wanted}: "
                "run advance migrate"
            )

    async def dropped(self, since: datetime) -> Mapping[str, int]:
        """How many messages were dropped since, by reason."""
        lately = (outbox.c.settled_at > since) | outbox.c.settled_at.is_(None)
        counted = (
            select(outbox.c.reason, func.count().label("rows"))
            .where(outbox.c.state == "dropped", lately)
            .group_by(outbox.c.reason)
            .order_by(outbox.c.reason)
        )
        async with to_read(self.reader) as connection:
            rows = await connection.execute(counted)
            return {row.reason: row.rows for row in rows}

    async def prune(self, now: datetime, keep: timedelta) -> Mapping[str, int]:
        """Delete what was kept long enough (`keeping.prune`), in all workspaces."""
        async with to_write(self._writer) as connection:
            return await keeping.prune(connection, now, keep)

    async def close(self) -> None:
        """Close all connections."""
        await self._writer.dispose()
        await self.reader.dispose()


async def connect(url: str, *, key: str | None = None) -> Database:
    """Open a database (it has to be migrated); raises `BadInput` or `NotReady`.

    `key` seals calendar links (`seal.Seal`); without one they cannot be stored.
    """
    database = Database(url, key=key)
    try:
        await database.ready()
    except NotReady:
        await database.close()
        raise
    return database
