"""What the coach wants done: an answer now, and actions for sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

from coaching.calls import Call, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent, TakenBack
from coaching.forms import Form
from coaching.links import Linked, Unlinked
from coaching.meetings import Lesson
from coaching.messages import Message, Text
from coaching.notes import Forgotten, Note
from coaching.nudge import Nudge, Told
from coaching.people import Rep
from coaching.spans import Span
from coaching.view import Asked


@dataclass(frozen=True, slots=True)
class Done:
    """Nothing to show at once."""


@dataclass(frozen=True, slots=True)
class ShowForm:
    """Open this form now."""

    form: Form


@dataclass(frozen=True, slots=True)
class Reject:
    """The form cannot be taken: errors by field name; nothing was stored."""

    errors: Mapping[str, Text]


@dataclass(frozen=True, slots=True)
class Tell:
    """Show this now to the rep alone, in place of the form just sent; nothing is kept of it."""

    message: Message


Reply = Done | ShowForm | Reject | Tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """Send a direct message to the rep.

    `id` is its logical id: sent once, edited by it later, and what a thread hangs on. `thread` is
    the logical id of the message to answer under. After `helps_until` it is not sent any more.
    """

    id: str
    message: Message
    thread: str = ""
    helps_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace the content of a message sent before; it waits for its Send."""

    id: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """Post to a team's channel, or into a thread there."""

    id: str
    team_id: UUID
    message: Message
    thread: str = ""
    helps_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskOpinion:
    """Ask a language model about one answer of a call's plan; the rep has the judge's already.

    `message` is the logical id of the verdict that the answer may refine. The unsure come first,
    then by the judge's `confidence`, the lowest first. After `helps_until` it is not asked.
    """

    call_id: UUID
    message: str
    asked: Asked
    sure: bool
    confidence: float
    helps_until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Gather:
    """Work out a team's figures for its manager, who then sees them in that message.

    It is not stored: whoever asked before a crash asks again.
    """

    what: Literal["team", "evaluate"]
    team_id: UUID
    message: str


Action = Send | Edit | Post | AskOpinion | Gather
Entity = (
    Rep
    | Opportunity
    | Call
    | Promise
    | Learning
    | Conversation
    | Told
    | Lesson
    | Dissent
    | TakenBack
    | Linked
    | Unlinked
    | Note
    | Forgotten
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """All that follows from one event: the answer, the new state, the actions, the reminders.

    `nudges` is the whole set of the rep's pending nudges from here on (it replaces the stored
    set), or None where the event concerns no rep; `busy` likewise replaces what is known of the
    rep's busy hours, by occurrence.
    """

    reply: Reply = field(default_factory=Done)
    saves: tuple[Entity, ...] = ()
    actions: tuple[Action, ...] = ()
    nudges: tuple[Nudge, ...] | None = None
    busy: tuple[tuple[str, Span], ...] | None = None
