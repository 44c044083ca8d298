"""Where calendar entries come from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from coaching.meetings import Entry
from coaching.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What came from a calendar source: its entries in a window, and what to send next time.

    `entries` is None when nothing has changed since the last read. `validators` are kept for a
    conditional request (ETag, Last-Modified, a digest of the content). `zone` is the IANA name the
    calendar gives for its owner, `faults` say in plain words what in it could not be read.
    """

    entries: tuple[Entry, ...] | None
    validators: Mapping[str, str] = field(default_factory=dict)
    zone: str = ""
    faults: tuple[str, ...] = ()


class Calendar(Protocol):
    """A source of calendar entries. Raises `BadInput` (with the field and the limit) or `Later`."""

    async def read(self, window: Span, validators: Mapping[str, str]) -> Feed:
        """The occurrences that touch the window."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarLink:
    """A calendar of a rep: the address is a secret (encrypted at rest, never logged)."""

    id: UUID
    rep_id: UUID
    address: str
    validators: Mapping[str, str] = field(default_factory=dict)
    read_at: datetime | None = None
    failed_at: datetime | None = None
    failure: str = ""
    entries: tuple[Entry, ...] = ()
