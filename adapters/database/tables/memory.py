"""The coach's memory, and what it has promised to say."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from adapters.database.columns import Instant, RowNumber
from adapters.database.tables.schema import metadata, refers, workspace_column

conversations = Table(
    "conversations",
    metadata,
    workspace_column(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("version", Integer(), nullable=False),
    Column("state", JSON(), nullable=False),
    Column("busy", JSON(), nullable=False),
    refers("rep_id", "reps"),
)

due = Table(
    "due",
    metadata,
    Column("id", RowNumber, primary_key=True),
    workspace_column(key=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("about", Text(), nullable=False),
    Column("start", Instant(), nullable=False),
    Column("at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    Column("claimed_until", Instant()),
    refers("rep_id", "reps"),
    UniqueConstraint("workspace_id", "rep_id", "kind", "about", "start"),
    Index(None, "at"),
    sqlite_autoincrement=True,
)

told = Table(
    "told",
    metadata,
    workspace_column(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("kind", String(24), primary_key=True),
    Column("about", Text(), primary_key=True),
    Column("start", Instant(), primary_key=True),
    Column("at", Instant(), nullable=False),
    Column("dropped", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("rep_id", "reps"),
    Index(None, "workspace_id", "rep_id", "start"),
)

seen = Table(
    "seen",
    metadata,
    workspace_column(),
    Column("delivery", Text(), primary_key=True),
    Column("seen_at", Instant(), nullable=False),
    Index(None, "seen_at"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", RowNumber, primary_key=True),
    workspace_column(key=False),
    Column("rep_id", Uuid()),
    Column("team_id", Uuid()),
    Column("place_id", RowNumber),
    Column("kind", String(8), nullable=False),
    Column("logical_id", Text(), nullable=False),
    Column("thread", Text(), nullable=False),
    Column("message", JSON(), nullable=False),
    Column("helps_until", Instant()),
    Column("state", String(8), nullable=False),
    Column("reason", Text(), nullable=False, default=""),
    Column("reference", Text(), nullable=False, default=""),
    Column("attempts", Integer(), nullable=False, default=0),
    Column("settled_at", Instant()),
    # The reader's, where a message is for nobody we know: neither a rep nor a team.
    Column("language", String(16)),
    Column("zone", Text()),
    refers("rep_id", "reps"),
    refers("team_id", "teams"),
    refers("place_id", "places", None),
    CheckConstraint("kind in ('send', 'edit')", name="kind"),
    CheckConstraint("state in ('waiting', 'taken', 'sent', 'dropped')", name="state"),
    Index(None, "workspace_id", "logical_id"),
    Index(None, "workspace_id", "reference"),
    sqlite_autoincrement=True,
)
OPEN = outbox.c.state.in_(("waiting", "taken"))
IS_SEND = outbox.c.kind == "send"
Index(
    "uq_outbox_send",
    outbox.c.workspace_id,
    outbox.c.logical_id,
    unique=True,
    sqlite_where=IS_SEND,
    postgresql_where=IS_SEND,
)
Index(
    "ix_outbox_open",
    outbox.c.place_id,
    outbox.c.id,
    sqlite_where=OPEN,
    postgresql_where=OPEN,
)
