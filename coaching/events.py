"""What happened: in the chat, in the calendar, on the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from coaching.effectiveness.figures import Evaluation
from coaching.meetings import Entry
from coaching.messages import Tap
from coaching.nudge import Nudge
from coaching.spans import Span
from coaching.team_figures import TeamReport
from coaching.view import Asked, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The rep wrote a text; `thread` is the logical id of the message it answers, if any.

    `source` is the platform's id of the text, so that a later edit can find what it answered.
    """

    text: str
    thread: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """The rep changed a text written before; `thread` is what it answers, as for a text said."""

    source: str
    text: str
    thread: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deleted:
    """The rep deleted a text written before."""

    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The rep brought a text from elsewhere, to have it judged as a question."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tapped:
    """The rep tapped a button; `message` is the logical id of the message that bore it."""

    tap: Tap
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitted:
    """The rep sent a form: all its answers by field name."""

    kind: str
    about: str
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded:
    """The rep gave a command by the platform's own way (a slash command)."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRead:
    """A rep's calendars were read: all entries that touch the window, from all sources, merged.

    Entries before the start of the window are not in it; their absence means nothing. `failing`
    are the links that could not be read: their entries are those of the last time.
    """

    window: Span
    entries: tuple[Entry, ...]
    failing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarFailed:
    """A calendar link failed; `why` is a text key."""

    link: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NudgeDue:
    """The moment of a nudge has come."""

    nudge: Nudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The coach meets this rep for the first time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """Something that the timing hangs on has changed (settings, policy, holidays)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionGiven:
    """A language model has read what it was asked; `message` is the verdict that it may refine."""

    call_id: UUID
    message: str
    asked: Asked
    view: View


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a manager asked for was worked out, or could not be (None).

    `message` is the one that waits for it.
    """

    message: str
    team_id: UUID
    told: TeamReport | Evaluation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestDue:
    """The moment of a team's weekly digest has come; `week_of` is the Monday of the week told."""

    team_id: UUID
    week_of: date


ChatEvent = Said | Edited | Deleted | Brought | Tapped | Submitted | Commanded
RepEvent = (
    ChatEvent
    | CalendarRead
    | CalendarFailed
    | NudgeDue
    | Joined
    | Refreshed
    | OpinionGiven
    | Gathered
)
Event = RepEvent | DigestDue
