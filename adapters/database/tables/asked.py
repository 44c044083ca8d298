"""What a language model is asked."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)

from adapters.database.columns import Instant, RowNumber
from adapters.database.tables.schema import metadata, refers, workspace_column

# What a language model is to be asked: one row for each answer of a plan, the newest wording.
asked = Table(
    "asked",
    metadata,
    Column("id", RowNumber, primary_key=True),
    workspace_column(key=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("call_id", Uuid(), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("message", Text(), nullable=False),
    Column("asked", JSON(), nullable=False),
    Column("sure", Boolean(), nullable=False),
    Column("confidence", Float(), nullable=False),
    Column("helps_until", Instant(), nullable=False),
    Column("claimed_until", Instant()),
    refers("rep_id", "reps"),
    refers("call_id", "participations"),
    UniqueConstraint("workspace_id", "call_id", "kind"),
    sqlite_autoincrement=True,
)

# How often a language model was asked on a day in UTC, and how often in vain.
asked_days = Table(
    "asked_days",
    metadata,
    workspace_column(),
    Column("day", Date(), primary_key=True),
    Column("asked", Integer(), nullable=False),
    Column("failed", Integer(), nullable=False),
)
