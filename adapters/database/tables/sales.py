"""The customers and their calls: what was agreed, promised and learned."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Date, Index, Table, Text, UniqueConstraint, Uuid

from adapters.database.columns import Instant
from adapters.database.tables.schema import id_column, metadata, refers, workspace_column

customers = Table(
    "customers",
    metadata,
    workspace_column(),
    id_column(),
    Column("key", Text(), nullable=False),
    Column("name", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    UniqueConstraint("workspace_id", "key"),
)

opportunities = Table(
    "opportunities",
    metadata,
    workspace_column(),
    id_column(),
    Column("customer_id", Uuid(), nullable=False),
    Column("team_id", Uuid(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("customer_id", "customers", None),
    refers("team_id", "teams", None),
    Index(None, "workspace_id", "team_id"),
)

# What is on the table in a sale, in the words of one rep: a sale is a team's, words are their own.
problems = Table(
    "problems",
    metadata,
    workspace_column(),
    Column("rep_id", Uuid(), primary_key=True),
    Column("opportunity_id", Uuid(), primary_key=True),
    Column("text", Text(), nullable=False),
    refers("rep_id", "reps"),
    refers("opportunity_id", "opportunities"),
)

meetings = Table(
    "meetings",
    metadata,
    workspace_column(),
    id_column(),
    Column("key", Text(), nullable=False),
    Column("series", Text(), nullable=False),
    UniqueConstraint("workspace_id", "key"),
)

participations = Table(
    "participations",
    metadata,
    workspace_column(),
    id_column(),
    Column("meeting_id", Uuid(), nullable=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("opportunity_id", Uuid(), nullable=False),
    Column("starts_at", Instant(), nullable=False),
    Column("ends_at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("meeting_id", "meetings", None),
    refers("rep_id", "reps"),
    refers("opportunity_id", "opportunities", None),
    UniqueConstraint("workspace_id", "rep_id", "meeting_id"),
    Index(None, "workspace_id", "rep_id", "ends_at"),
    Index(None, "workspace_id", "opportunity_id", "ends_at"),
)

promises = Table(
    "promises",
    metadata,
    workspace_column(),
    id_column(),
    Column("call_id", Uuid(), nullable=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("opportunity_id", Uuid(), nullable=False),
    Column("text", Text(), nullable=False),
    Column("due_on", Date(), nullable=False),
    Column("kept", Boolean()),
    Column("settled_at", Instant()),
    Column("details", JSON(), nullable=False),
    refers("call_id", "participations"),
    refers("rep_id", "reps"),
    refers("opportunity_id", "opportunities", None),
    Index(None, "workspace_id", "rep_id"),
    Index(None, "workspace_id", "opportunity_id"),
)

learnings = Table(
    "learnings",
    metadata,
    workspace_column(),
    id_column(),
    Column("call_id", Uuid(), nullable=False),
    Column("rep_id", Uuid(), nullable=False),
    Column("team_id", Uuid(), nullable=False),
    Column("text", Text(), nullable=False),
    Column("shared_at", Instant(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("call_id", "participations"),
    refers("rep_id", "reps"),
    refers("team_id", "teams", None),
    Index(None, "workspace_id", "team_id", "shared_at"),
)
