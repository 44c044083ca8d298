"""What is stored about reps and teams, one transaction at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from uuid import UUID

from adapters.ports.calendars import CalendarLink
from adapters.ports.chat import Account, Place
from coaching.actions import Decision
from coaching.calls import Call, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent
from coaching.errors import CoachError
from coaching.links import Link
from coaching.meetings import Lesson
from coaching.messages import Message
from coaching.notes import Note
from coaching.nudge import Told
from coaching.people import Language, Rep, Team
from coaching.spans import Span
from coaching.turn import Joint


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All that is stored about one rep and may still matter."""

    rep: Rep
    team: Team
    conversation: Conversation
    calls: tuple[Call, ...]
    busy: tuple[tuple[str, Span], ...]
    opportunities: Mapping[UUID, Opportunity]
    promises: tuple[Promise, ...]
    told: tuple[Told, ...]
    lessons: tuple[Lesson, ...]
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    shared: tuple[Learning, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)
    joint: tuple[Joint, ...] = ()
    managed: Mapping[UUID, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTeam:
    """All that is stored about one team's last weeks."""

    team: Team
    calls: tuple[Call, ...]
    promises: tuple[Promise, ...]
    learnings: tuple[Learning, ...]
    names: Mapping[UUID, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownHistory:
    """All that is stored about one team since a moment, for its manager's figures.

    `people` are its reps, and others who had calls in it; `told` those who know that managers see
    figures of each rep.
    """

    team: Team
    people: tuple[Rep, ...]
    calls: tuple[Call, ...]
    promises: tuple[Promise, ...]
    notes: tuple[Note, ...]
    told: frozenset[UUID]


class Away(CoachError):
    """What is stored cannot be reached for now; what was promised is kept, and tried again."""


class Unit(Protocol):
    """One transaction, already narrowed to one workspace; committed when it is left in peace."""

    async def known(self, rep_id: UUID, *, since: datetime) -> Known:
        """One rep's stored state; calls that ended after `since`. Raises `Unknown`."""

    async def known_team(self, team_id: UUID, *, since: datetime) -> KnownTeam:
        """One team's stored state. Raises `Unknown`."""

    async def history(self, team_id: UUID, *, since: datetime) -> KnownHistory:
        """One team's calls that ended after `since`, and what is noted of them. Raises `Unknown`.

        Of notes only what colleagues counted, practices and surveys.
        """

    async def save(self, rep_id: UUID, decision: Decision, *, version: int) -> None:
        """Store state, outbox rows and the pending nudges of a decision about a rep.

        `version` is the conversation's version that was loaded; raises `Conflict` where another
        decision came between.
        """

    async def save_team(self, team_id: UUID, decision: Decision) -> None:
        """Store the actions of a decision about a team."""

    async def put_team(self, team: Team) -> None:
        """Add a team or change it."""

    async def put_rep(self, rep: Rep) -> None:
        """Add a rep or change them."""

    async def teams(self) -> Sequence[Team]:
        """All teams, by name."""

    async def reps(self) -> Sequence[Rep]:
        """All reps, by name."""

    async def dissents(self, *, since: datetime | None = None) -> Sequence[Dissent]:
        """What reps see otherwise and show the operator, said at `since` or later, oldest first."""

    async def put_account(self, account: Account, rep_id: UUID, place: Place) -> None:
        """Say who somebody is on a platform, where they are reached, and that it was used last."""

    async def found(self, account: Account) -> tuple[Rep, Place] | None:
        """The rep behind an account, and where they are reached now."""

    async def rep_of(self, account: Account) -> Rep | None:
        """The rep behind an account."""

    async def drop_account(self, account: Account) -> None:
        """Forget that an account is somebody's; what waits for its place is dropped."""

    async def put_channel(self, team_id: UUID, place: Place) -> None:
        """Say which channel is a team's."""

    async def drop_channel(self, place: Place) -> UUID | None:
        """Forget that a place is a team's channel; return the team's id if it was one."""

    async def channel(self, team_id: UUID) -> Place | None:
        """Which channel is a team's."""

    async def place_of(self, rep_id: UUID) -> Place | None:
        """Where a rep is reached now."""

    async def notify(
        self, logical_id: str, place: Place, message: Message, *, language: Language, zone: str
    ) -> None:
        """Promise a message to a place that need be nobody's.

        The same `logical_id` again changes nothing.
        """

    async def put_link(self, link: CalendarLink) -> None:
        """Add a calendar link or change it."""

    async def links(self, rep_id: UUID) -> Sequence[CalendarLink]:
        """A rep's calendar links."""

    async def drop_link(self, link_id: UUID) -> None:
        """Forget a calendar link."""

    async def message(self, logical_id: str) -> Message | None:
        """What a message says now (its last edit included), if it was ever decided on."""

    async def logical_id(self, reference: str) -> str:
        """The logical id behind a platform's reference, empty if it is none of ours."""

    async def thread(self, reference: str) -> str:
        """The logical id that begins the thread of a message of ours: its own outside of one."""

    async def first_time(self, delivery: str, *, now: datetime) -> bool:
        """Note a delivery key; False if it was seen before (kept for a week)."""


class Store(Protocol):
    """The embedded or external database."""

    def open(self, workspace_id: UUID) -> AbstractAsyncContextManager[Unit]:
        """One transaction in one workspace."""

    def look(self, workspace_id: UUID) -> AbstractAsyncContextManager[Unit]:
        """One workspace as it stands now, to read: nothing done inside is stored."""

    async def workspace(self, name: str) -> UUID:
        """The id of the workspace of that name, made if need be."""

    async def workspaces(self) -> Sequence[UUID]:
        """All workspaces."""
