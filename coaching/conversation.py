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
    `interrupted` means that the coach has asked about something else since, `judged` that it has
    said what the answers given so far are worth.
    """

    topic: Topic
    call_id: UUID
    field: str = ""
    then: tuple[str, ...] = ()
    interrupted: bool = False
    judged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What a topic of the method is asking the rep in chat, line by line.

    `about` is an id or empty, `asks` what the next line answers, `so_far` the answers not noted
    yet, by field.
    """

    topic: str
    about: str = ""
    asks: str = ""
    so_far: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """A rep's conversation with the coach.

    `loose` are the texts that wait for the rep to say which call they are for, by the turn in
    which that was asked, each with the platform's id; an empty one was taken back.
    `answered` remembers which chat text (by the platform's id) gave which answer (topic, call
    id, field), so that an edit or a deletion finds it.
    `withdrawn` remembers the same of texts that were deleted, so that one that is restored gives
    its answer again.
    `series_asked` are the series of which it was asked whether they are sales calls or to be
    dropped; `seen_empty` means that the last read of the calendars found nothing at all where
    there had been calls; `agenda` are the calls of the last agenda, in its order;
    `failed_links` are the calendar links that fail, with the text key that says why and since
    when; `model_told` is the host of the language model that the rep was last told of.
    `new_links` are the calendar links of which the rep has not heard yet what was found.
    `per_person_told` is whether the rep knows that managers see how many calls they held.
    `talk` is what a topic of the method asks in chat; it and `focus` are never there both.
    `version` is for optimistic locking.
    """

    rep_id: UUID
    version: int = 0
    greeted: bool = False
    focus: Focus | None = None
    talk: Talk | None = None
    loose: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    answered: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    withdrawn: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    series_asked: frozenset[str] = frozenset()
    agenda: tuple[UUID, ...] = ()
    seen_empty: bool = False
    failed_links: Mapping[str, tuple[str, datetime]] = field(default_factory=dict)
    model_told: str = ""
    new_links: frozenset[str] = frozenset()
    per_person_told: bool = False
