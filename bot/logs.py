"""How the log looks: a sentence, then its fields."""

from __future__ import annotations

import logging
from typing import TextIO

_KNOWN = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
_CHATTY = ("alembic", "apscheduler")


class WithFields(logging.Formatter):
    """Puts what was given as `extra` behind the sentence, as name=value."""

    def __init__(self) -> None:
        """Begin each line with the time and the level."""
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's own name
        """One line for a record."""
        extra = {name: value for name, value in vars(record).items() if name not in _KNOWN}
        fields = "".join(f" {name}={value}" for name, value in sorted(extra.items()))
        return super().formatMessage(record) + fields


def log_to(stream: TextIO, *, verbose: bool) -> None:
    """Log to a stream from now on: warnings, and with `verbose` also what is done."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(WithFields())
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, handlers=[handler])
    for name in _CHATTY:
        logging.getLogger(name).setLevel(logging.WARNING)
