"""SQLite's statements run where they are called: a thread between costs more than most of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

import aiosqlite

_CHUNK = 64


class Nearby(aiosqlite.Connection):
    """A connection whose thread does only what may wait: to open, to begin writing, to commit.

    Inside a transaction a statement waits for nobody: who writes has the lock already, and beside
    a write-ahead log who reads needs none.
    """

    def __init__(self, file: str, options: Mapping[str, Any]) -> None:
        """Open that file when awaited."""

        def opened() -> sqlite3.Connection:
            # Used on two threads, never on both at once: SQLAlchemy has one statement at a time.
            here: sqlite3.Connection = sqlite3.connect(
                file, **{**options, "check_same_thread": False}
            )
            self._here = here
            return here

        super().__init__(opened, _CHUNK)
        self.is_waited_for = False

    @property
    def runs_here(self) -> bool:
        """Whether a transaction has begun, so that what is in it runs at once."""
        return not self.is_waited_for and self._here.in_transaction

    def cursor(self) -> NearbyCursor:  # type: ignore[override]  # a cursor, where one is awaited
        """A cursor on this connection."""
        return NearbyCursor(self, self._here.cursor())

    async def commit(self) -> None:
        """Commit, if anything was begun."""
        if self.is_waited_for or self._here.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        """Roll back, if anything was begun or may have been."""
        if self.is_waited_for or self._here.in_transaction:
            await super().rollback()


class NearbyCursor(aiosqlite.Cursor):
    """A cursor that asks the thread only for what may wait."""

    def __init__(self, connection: Nearby, cursor: sqlite3.Cursor) -> None:
        """On that connection."""
        super().__init__(connection, cursor)
        self._near = connection
        self._here = cursor

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> NearbyCursor:
        """Run a statement."""
        if self._near.runs_here or sql == "BEGIN":
            self._here.execute(sql, tuple(parameters or ()))
            return self
        # Left so by a task that is cancelled meanwhile: the thread may still begin.
        self._near.is_waited_for = True
        try:
            await super().execute(sql, parameters)
        except sqlite3.Error:
            self._near.is_waited_for = False
            raise
        self._near.is_waited_for = False
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> NearbyCursor:
        """Run a statement with each of many parameters."""
        self._here.executemany(sql, [tuple(each) for each in parameters])
        return self

    async def fetchall(self) -> list[Any]:
        """All that was found."""
        return self._here.fetchall()

    async def close(self) -> None:
        """Let go of what was found."""
        self._here.close()
