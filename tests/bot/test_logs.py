"""How the log looks."""

from __future__ import annotations

import io
import logging

import pytest

from bot.logs import WithFields, log_to


def test_a_line_is_a_sentence_and_its_fields() -> None:
    told = {"name": "bot.x", "levelname": "WARNING", "msg": "No luck with %s", "args": ("it",)}
    record = logging.makeLogRecord({**told, "rep": "r1", "link": "l1", "created": 0.0})
    line = WithFields().format(record)
    assert line.endswith(" WARNING bot.x: No luck with it link=l1 rep=r1")


@pytest.mark.parametrize("verbose,levels", [(False, ["WARNING"]), (True, ["INFO", "WARNING"])])
def test_only_who_asks_is_told_what_is_done(
    monkeypatch: pytest.MonkeyPatch, levels: list[str], *, verbose: bool
) -> None:
    root, stream = logging.getLogger(), io.StringIO()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.WARNING)
    log_to(stream, verbose=verbose)
    logging.getLogger("bot.x").info("done")
    logging.getLogger("alembic.y").info("chatter")
    logging.getLogger("bot.x").warning("careful")
    assert [line.split()[2] for line in stream.getvalue().splitlines()] == levels
