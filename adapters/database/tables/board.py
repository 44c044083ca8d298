"""The web's own board."""

from __future__ import annotations

from sqlalchemy import JSON, Boolean, Column, Index, String, Table, Text, UniqueConstraint

from adapters.database.columns import Instant, RowNumber
from adapters.database.tables.schema import metadata

posts = Table(
    "posts",
    metadata,
    Column("id", RowNumber, primary_key=True),
    Column("place", Text(), nullable=False),
    Column("author", Text(), nullable=False),
    Column("at", Instant(), nullable=False),
    Column("logical_id", Text()),
    Column("thread", Text(), nullable=False),
    Column("text", Text(), nullable=False),
    Column("message", JSON()),
    Column("language", String(16), nullable=False),
    Column("zone", Text(), nullable=False),
    Column("edited", Boolean(), nullable=False),
    UniqueConstraint("place", "logical_id"),
    Index(None, "place", "id"),
    sqlite_autoincrement=True,
)
