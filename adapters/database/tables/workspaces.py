"""The workspaces, and where the app is installed."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text, Uuid

from adapters.database.columns import Instant
from adapters.database.tables.schema import metadata

workspaces = Table(
    "workspaces",
    metadata,
    Column("id", Uuid(), primary_key=True),
    Column("name", Text(), nullable=False, unique=True),
)

# A platform's own workspaces; one whose app was taken out keeps its row, without its secrets.
tenants = Table(
    "tenants",
    metadata,
    Column("platform", String(16), primary_key=True),
    Column("tenant", Text(), primary_key=True),
    Column("workspace_id", Uuid(), ForeignKey("workspaces.id", ondelete="CASCADE")),
    Column("name", Text(), nullable=False),
    Column("installer", Text(), nullable=False),
    Column("sealed_secrets", Text(), nullable=False),
)

# Installations under way: what comes back from the platform must be what we sent there.
install_states = Table(
    "install_states",
    metadata,
    Column("state", Text(), primary_key=True),
    Column("until", Instant(), nullable=False),
    Index(None, "until"),
)
