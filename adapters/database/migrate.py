"""Bringing a database to the newest schema."""

from __future__ import annotations

from functools import cache
from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from sqlalchemy.engine import Connection
from sqlalchemy.exc import SQLAlchemyError

from adapters.database.engines import address, open_to_migrate
from adapters.database.faults import NotReady, short

_one_at_a_time = Lock()  # Alembic keeps what it works on in module globals


def migrate(url: str, revision: str = "head", *, down: bool = False) -> None:
    """Bring a database up (or down) to a revision, in one transaction; it blocks.

    Raises `BadInput` for an address that is none, `NotReady` where the database cannot be brought
    there.
    """
    move = command.downgrade if down else command.upgrade
    engine = open_to_migrate(address(url))
    try:
        with _one_at_a_time, engine.connect() as connection:
            move(_config(connection), revision)
    except SQLAlchemyError as error:
        raise NotReady(f"the database cannot be migrated: {short(error)}") from error
    except CommandError as error:
        raise NotReady(f"the database cannot be migrated: {error}") from error
    finally:
        engine.dispose()


@cache
def head() -> str:
    """The revision this program is written for."""
    return ScriptDirectory.from_config(_config(None)).get_current_head() or ""


def revisions() -> tuple[str, ...]:
    """All revisions, the first one first."""
    steps = ScriptDirectory.from_config(_config(None)).walk_revisions()
    return tuple(step.revision for step in steps)[::-1]


def revision_of(connection: Connection) -> str:
    """The revision a database is at, empty before the first."""
    return MigrationContext.configure(connection).get_current_revision() or ""


def _config(connection: Connection | None) -> Config:
    config = Config()
    # By the package's name: the migrations are found in a checkout and in an installed wheel.
    config.set_main_option("script_location", "migrations:")
    config.attributes["connection"] = connection
    return config
