"""Alembic's way in: runs the steps on the connection it is given, or on `-x url=…`."""

from __future__ import annotations

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import text
from sqlalchemy.engine import Connection

from adapters.database.columns import Instant
from adapters.database.engines import address, open_to_migrate
from adapters.database.tables import metadata

_LOCK = 0x41445641  # any number that only Advance's migrations take


def render_plainly(kind: str, item: object, _: AutogenContext) -> str | Literal[False]:
    """Write our own column type as what it is in the database: a step outlives our classes."""
    is_instant = kind == "type" and isinstance(item, Instant)
    return "sa.DateTime(timezone=True)" if is_instant else False


def run(connection: Connection) -> None:
    """Run the steps in one transaction, one runner at a time."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        render_as_batch=True,
        render_item=render_plainly,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        if connection.dialect.name == "postgresql":
            connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        context.run_migrations()


def run_alone() -> None:
    """Run from the `alembic` command, for `alembic -x url=sqlite:///advance.db …`."""
    url = context.get_x_argument(as_dictionary=True).get("url", "sqlite:///advance.db")
    engine = open_to_migrate(address(url))
    with engine.connect() as connection:
        run(connection)
    engine.dispose()


given = context.config.attributes.get("connection")
if given is None:
    run_alone()
else:
    run(given)
