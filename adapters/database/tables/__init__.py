"""The tables: every reference names the workspace too, so that no row can refer across two.

What is searched, joined or constrained is a column; the other fields of a value are its `details`
(`adapters.database.rows`). One file a topic, one schema (`schema.py`).
"""

from __future__ import annotations

from adapters.database.tables.asked import asked, asked_days
from adapters.database.tables.board import posts
from adapters.database.tables.kept import dissents, lessons, notes
from adapters.database.tables.memory import OPEN, conversations, due, outbox, seen, told
from adapters.database.tables.people import accounts, calendar_links, places, reps, teams
from adapters.database.tables.sales import (
    customers,
    learnings,
    meetings,
    opportunities,
    participations,
    problems,
    promises,
)
from adapters.database.tables.schema import metadata
from adapters.database.tables.workspaces import install_states, tenants, workspaces

__all__ = [
    "OPEN",
    "accounts",
    "asked",
    "asked_days",
    "calendar_links",
    "conversations",
    "customers",
    "dissents",
    "due",
    "install_states",
    "learnings",
    "lessons",
    "meetings",
    "metadata",
    "notes",
    "opportunities",
    "outbox",
    "participations",
    "places",
    "posts",
    "problems",
    "promises",
    "reps",
    "seen",
    "teams",
    "tenants",
    "told",
    "workspaces",
]
