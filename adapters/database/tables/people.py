"""Who is coached, and where they and their teams are reached."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
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
from adapters.database.tables.schema import id_column, metadata, refers, workspace_column

# A place is one conversation on one platform; the outbox leases places, and each lease has a
# number, so that who lost one cannot renew it.
places = Table(
    "places",
    metadata,
    Column("id", RowNumber, primary_key=True),
    workspace_column(key=False),
    Column("platform", Text(), nullable=False),
    Column("tenant", Text(), nullable=False),
    Column("address", Text(), nullable=False),
    Column("kind", String(8), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("lease", Integer(), nullable=False, default=0),
    Column("leased_until", Instant()),
    Column("held_until", Instant()),
    UniqueConstraint("workspace_id", "digest"),
    UniqueConstraint("workspace_id", "id"),
    CheckConstraint("kind in ('rep', 'team')", name="kind"),
    sqlite_autoincrement=True,
)

teams = Table(
    "teams",
    metadata,
    workspace_column(),
    id_column(),
    Column("name", Text(), nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", Text(), nullable=False),
    Column("details", JSON(), nullable=False),
    Column("place_id", RowNumber),
    refers("place_id", "places", None),
)

reps = Table(
    "reps",
    metadata,
    workspace_column(),
    id_column(),
    Column("team_id", Uuid(), nullable=False),
    Column("name", Text(), nullable=False),
    Column("address", Text(), nullable=False),
    Column("language", String(16), nullable=False),
    Column("zone", Text()),
    Column("active", Boolean(), nullable=False),
    Column("details", JSON(), nullable=False),
    refers("team_id", "teams", None),
    Index(None, "workspace_id", "team_id"),
)

accounts = Table(
    "accounts",
    metadata,
    workspace_column(),
    Column("platform", Text(), primary_key=True),
    Column("tenant", Text(), primary_key=True),
    Column("user", Text(), primary_key=True),
    Column("rep_id", Uuid(), nullable=False),
    Column("place_id", RowNumber, nullable=False),
    Column("used", Integer(), nullable=False),
    refers("rep_id", "reps"),
    refers("place_id", "places", None),
    Index(None, "workspace_id", "rep_id"),
)

calendar_links = Table(
    "calendar_links",
    metadata,
    workspace_column(),
    id_column(),
    Column("rep_id", Uuid(), nullable=False),
    Column("sealed_address", Text(), nullable=False),
    Column("validators", JSON(), nullable=False),
    Column("read_at", Instant()),
    Column("failed_at", Instant()),
    Column("failure", Text(), nullable=False),
    Column("sealed_entries", Text(), nullable=False),
    refers("rep_id", "reps"),
    Index(None, "workspace_id", "rep_id"),
)
