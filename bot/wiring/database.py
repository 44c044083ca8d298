"""The database, opened: made and brought up to date where it is embedded."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path

from adapters import database
from bot import chance
from bot.config import Config
from bot.wiring.ground import Use
from coaching.errors import BadInput


async def open_database(config: Config, closing: AsyncExitStack, use: Use) -> database.Database:
    """The database, ready and closed with `closing`; raises `CoachError` where it is not fit."""
    _folder(config)
    opened = database.Database(config.database, key=_key(config))
    closing.push_async_callback(opened.close)
    if use == "serve":
        # Before the schema is touched: another server may be at work on it.
        closing.enter_context(opened.serve_lock())
    file = _file(config)
    if file and not (use == "look" and file.exists()):
        # Nothing to set up by hand: an embedded database is made and brought up to date here.
        await asyncio.to_thread(migrate, config)
    await opened.ready()
    return opened


def migrate(config: Config) -> None:
    """Bring the database to this program's schema; blocks."""
    _folder(config)
    database.migrate(config.database)


def _is_embedded(config: Config) -> bool:
    return config.database.startswith("sqlite")


def _file(config: Config) -> Path | None:
    """The file of an embedded database."""
    if not _is_embedded(config):
        return None
    return Path(config.database.partition(":///")[2].partition("?")[0])


def _folder(config: Config) -> Path:
    folder = Path(config.data)
    if _is_embedded(config):
        with _usable(folder):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _key(config: Config) -> str | None:
    """ADVANCE_KEY; beside an embedded database a key is made once and kept in the data folder."""
    if config.secret or not _is_embedded(config):
        return config.secret or None
    file = _folder(config) / "key"
    with _usable(file):
        if not file.exists():
            descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "w", encoding="ascii") as out:
                out.write(chance.new_key())
        return file.read_text(encoding="ascii").strip()


@contextmanager
def _usable(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BadInput("data", f"{path} cannot be used: {error.strerror}") from error
