"""What is being talked about with a rep: derived from the answers, no step counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

Topic = Literal["plan", "review"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The call whose questions the rep chose to answer in chat; `field` is asked on purpose.

    An empty `field` means: whatever is open first; `then` are fields to be asked after it.
    """

    topic: Topic
    call_id: UUID
    field: str = ""
    then: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A rep's conversation with the coach.

    `loose` is a text that waits for the rep to say which call it is for; `answered` remembers
    which chat text (by the platform's id) gave which answer (topic, call id, field), so that an
    edit finds it. `series_asked` are the series of which it was asked whether they are sales calls
    or to be dropped; `seen_empty` means that the last read of the calendars found nothing at all
    where there had been calls; `failed_links` are the calendar links that fail, with the text key
    that says why and since when. `version` is for optimistic locking.
    """

    rep_id: UUID
    version: int = 0
    greeted: bool = False
    focus: Focus | None = None
    loose: str = ""
    loose_source: str = ""
    answered: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    series_asked: frozenset[str] = frozenset()
    seen_empty: bool = False
    failed_links: Mapping[str, tuple[str, datetime]] = field(default_factory=dict)
