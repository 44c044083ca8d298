"""What is being talked about with a rep: derived from the answers, no step counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID

Topic = Literal["plan", "review"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Focus:
    """The call whose questions the rep chose to answer in chat; `field` is asked on purpose.

    An empty `field` means: whatever is open first.
    """

    topic: Topic
    call_id: UUID
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A rep's conversation with the coach.

    `loose` is a text that waits for the rep to say which call it is for; `answered` remembers
    which chat text (by the platform's id) gave which answer, so that an edit finds it. `version`
    is for optimistic locking.
    """

    rep_id: UUID
    version: int = 0
    greeted: bool = False
    focus: Focus | None = None
    loose: str = ""
    loose_source: str = ""
    answered: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    series_asked: frozenset[str] = frozenset()
    sent: int = 0
