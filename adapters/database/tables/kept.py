"""What reps keep beside their calls, and what they taught the coach."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, String, Table, Text, Uuid

from adapters.database.columns import Instant
from adapters.database.tables.schema import id_column, metadata, refers, workspace_column

# What a rep keeps beside plans and reviews (coaching.notes): its content is the details.
notes = Table(
    "notes",
    metadata,
    workspace_column(),
    id_column(),
    Column("rep_id", Uuid(), nullable=False),
    Column("author_id", Uuid(), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("opportunity_id", Uuid()),
    Column("call_id", Uuid()),
    Column("said_at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("rep_id", "reps"),
    refers("author_id", "reps"),
    refers("opportunity_id", "opportunities", None),
    refers("call_id", "participations"),
    Index(None, "workspace_id", "rep_id", "said_at"),
    Index(None, "workspace_id", "author_id"),
)

lessons = Table(
    "lessons",
    metadata,
    workspace_column(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("scope", String(16), primary_key=True),
    Column("value", Text(), primary_key=True),
    Column("coached", Boolean(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("rep_id", "reps"),
)

dissents = Table(
    "dissents",
    metadata,
    workspace_column(),
    id_column(),
    Column("rep_id", Uuid(), nullable=False),
    Column("said_at", Instant(), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("text", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("rep_id", "reps"),
    Index(None, "workspace_id", "said_at"),
    Index(None, "workspace_id", "rep_id"),
)
