"""What a database's own errors become: one line for the operator, `Away` while it lasts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sqlalchemy.exc import (
    DBAPIError,
    InterfaceError,
    OperationalError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from adapters.ports import Away
from coaching.errors import CoachError

_SILENT = (InterfaceError, OperationalError)
_ROLLED_BACK = "40"  # SQLSTATE's class for deadlocks and the like: the database does answer


class NotReady(CoachError):
    """The database cannot be used as it is."""


@asynccontextmanager
async def to_write(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A transaction; raises `Away` where the database does not answer."""
    with _answering():
        async with engine.begin() as connection:
            yield connection


@asynccontextmanager
async def to_read(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A connection to read on; raises `Away` where the database does not answer."""
    with _answering():
        async with engine.connect() as connection:
            yield connection


def short(error: SQLAlchemyError) -> str:
    """What the driver says in its first line; an address with a password is not in it."""
    cause = getattr(error, "orig", None) or error
    return str(cause).partition("\n")[0]


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except SQLAlchemyError as error:
        if not _is_away(error):
            raise
        raise Away(f"the database does not answer: {short(error)}") from error


def _is_away(error: SQLAlchemyError) -> bool:
    if isinstance(error, DBAPIError):
        state = getattr(error.orig, "sqlstate", None) or ""
        silent = error.connection_invalidated or isinstance(error, _SILENT)
        return silent and not state.startswith(_ROLLED_BACK)
    return isinstance(error, PoolTimeout)
