"""What all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

from tests.databases import (
    database,
    database_url,
    empty_database_url,
    empty_postgresql_url,
    migrated_postgresql_url,
    postgresql_server,
    postgresql_url,
    sqlite_template,
    sqlite_url,
)

__all__ = [
    "database",
    "database_url",
    "empty_database_url",
    "empty_postgresql_url",
    "migrated_postgresql_url",
    "postgresql_server",
    "postgresql_url",
    "sqlite_template",
    "sqlite_url",
]


# Speed is measured by the benchmark, never by a test that fails on a busy machine.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def test_database_url() -> str:
    """Another PostgreSQL server to test on, with the right to create databases; or nothing."""
    return os.environ.get("TEST_DATABASE_URL", "")
