"""What the program needs of the outside world, as wide as its users."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, Protocol
from uuid import UUID

from coaching.actions import Decision, Reply
from coaching.calls import Call, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent
from coaching.errors import CoachError
from coaching.events import ChatEvent
from coaching.links import Link
from coaching.meetings import Entry, Lesson
from coaching.messages import Message, Text
from coaching.nudge import Nudge, Told
from coaching.people import Language, Rep, Team
from coaching.spans import Span
from coaching.view import Asked, View

# ---- words -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of characters in one style; the characters are data and still to be escaped."""

    text: str
    strong: bool = False
    emphasis: bool = False


class Say(Protocol):
    """Says a `Text` in one language, zone and moment."""

    @property
    def language(self) -> Language:
        """The language it speaks."""

    def __call__(self, text: Text) -> tuple[Run, ...]:
        """The runs of a sentence."""

    def plain(self, text: Text) -> str:
        """The same sentence without styles."""


# ---- chat platforms ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person on a platform."""

    platform: str
    tenant: str
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message goes: a rep's direct messages or a team's channel, on one platform.

    `address` is the platform's own (a user id, a channel id, a conversation reference as JSON).
    """

    platform: str
    tenant: str
    address: str
    kind: Literal["rep", "team"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A message on its way: `thread` is the platform's reference of the message it hangs on.

    `id` is the logical id. With `again` it may have arrived already, though nobody heard so: where
    the platform allows, it is looked for first.
    """

    id: str
    place: Place
    message: Message
    say: Say
    thread: str = ""
    again: bool = False


class Platform(Protocol):
    """A chat platform: draws and carries. Raises `Later`, `Never` or `Gone`, nothing else."""

    @property
    def name(self) -> str:
        """What a `Place` calls it."""

    async def send(self, envelope: Envelope) -> str:
        """Send a message; return the platform's reference to it."""

    async def edit(self, reference: str, envelope: Envelope) -> None:
        """Replace the content of a message sent before."""


class Later(CoachError):
    """The platform asks us to come back; `at` is when."""

    def __init__(self, at: datetime, why: str = "") -> None:
        """Say when to try again (aware UTC) and why."""
        super().__init__(why)
        self.at = at


class Never(CoachError):
    """This message will never be accepted."""


class Gone(CoachError):
    """The person, channel or installation is not there any more."""

    def __init__(self, why: str = "", *, channel: str = "") -> None:
        """Say why; where it is the channel that takes nothing any more, `channel` is a text key."""
        super().__init__(why)
        self.channel = channel


# ---- the way in from chat ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a platform says about a person, as far as it says it; `address` is verified by it.

    `zone` is an IANA name. A `guest` is somebody from outside the company.
    """

    name: str = ""
    address: str = ""
    zone: str = ""
    language: Language | None = None
    guest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A person on a platform whom the coach knows: their workspace, and who they are there.

    `place` is where they are reached now, on this platform or another; `greeted` whether they are
    greeted by this very contact.
    """

    workspace_id: UUID
    account: Account
    rep: Rep
    place: Place | None = None
    greeted: bool = False


class Desk(Protocol):
    """The way in from chat platforms: who somebody is, what they do, what they see."""

    async def find(self, account: Account) -> Met | None:
        """Whom an account belongs to, if they are coached here."""

    async def meet(
        self, account: Account, place: Place, profile: Profile, delivery: str = ""
    ) -> Met | Message:
        """First contact: join the account to a rep, reached in `place` and greeted there once.

        Where they are greeted now that answers `delivery` too, which counts as seen. A message says
        to somebody who is not coached here why, and whom to ask.
        """

    async def tell(
        self, place: Place, key: str, told: Message, *, language: Language, zone: str
    ) -> None:
        """Promise a message to somebody who need not be coached; once for each `key`."""

    async def handle(self, met: Met, event: ChatEvent, delivery: str) -> Reply:
        """Decide on what a rep did; the same delivery again has no second effect."""

    async def unmet(self, platform: str, tenant: str) -> Sequence[str]:
        """The addresses of those who are to be coached there and were met on no platform yet."""

    async def used(self, met: Met) -> None:
        """Note where this person was met now (`met.place`): what comes next goes there."""

    async def logical_id(self, met: Met, reference: str) -> str:
        """The logical id behind a platform's reference, empty if it is none of ours."""

    async def shown(self, met: Met, logical_id: str) -> Message | None:
        """What a message to a rep says by now, None for none that was ever decided on."""

    async def home(self, met: Met) -> Message:
        """What a rep sees of themselves at a glance: their day, what is open, settings."""

    async def profile_changed(self, account: Account, profile: Profile) -> None:
        """The platform knows somebody's zone, language or name anew; what they chose here stays."""

    async def person_left(self, account: Account) -> None:
        """Somebody is gone from a platform: nothing is sent there any more, all is kept."""

    async def place_gone(self, place: Place, why: str) -> None:
        """A place takes no messages any more; the admin is told once. `why` is a text key."""

    async def channel_offered(self, place: Place, name: str, by: Account, delivery: str) -> None:
        """The coach was invited to a channel: ask who did it whether a digest belongs there."""

    async def channel_settled(
        self, by: Account, team: str, place: Place | None, reference: str
    ) -> None:
        """Whoever invited the coach said that a team's digest belongs in that channel, or not.

        `team` is an id as it stood in the question, `reference` that of the question.
        """

    async def installed(self, tenant: Tenant, by: Account, profile: Profile) -> None:
        """Somebody installed the app: its workspace is there, and they alone are welcomed."""

    async def tenant_renamed(self, platform: str, tenant: str, name: str) -> None:
        """A platform's workspace has another name."""

    async def uninstalled(self, platform: str, tenant: str) -> None:
        """The app is gone from a platform's workspace: nothing is sent any more, all is kept."""

    def speaker(self, language: Language, zone: str) -> Say:
        """Who says a text now to a reader with this language and IANA zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenant:
    """A platform's own workspace in which the app is installed.

    `secrets` is what the platform gave us to act there (JSON of the adapter's own, encrypted at
    rest, never logged); empty where it comes from the environment. `installer` is a user's id.
    """

    platform: str
    tenant: str
    name: str
    installer: str = ""
    secrets: str = field(default="", repr=False)


class Tenants(Protocol):
    """Where the app is installed, on platforms that have it installed by others."""

    async def put(self, tenant: Tenant) -> None:
        """Add an installation or change it."""

    async def get(self, platform: str, tenant: str) -> Tenant | None:
        """One installation."""

    async def recent(self, platform: str, tenant: str) -> Tenant | None:
        """One installation as it was some seconds ago; what changed here is seen at once."""

    async def installed(self, platform: str) -> Sequence[str]:
        """Where the app is installed on a platform, by the platform's ids; nothing is opened."""

    async def rename(self, platform: str, tenant: str, name: str) -> None:
        """Say what an installation is called now, and touch nothing else of it."""

    async def drop(self, platform: str, tenant: str) -> None:
        """Forget an installation's secrets; which workspace it leads to stays known."""

    async def workspace(self, platform: str, tenant: str) -> UUID | None:
        """Which workspace of ours an installation leads to."""

    async def lead(self, platform: str, tenant: str, workspace_id: UUID) -> None:
        """Say which workspace of ours an installation leads to."""

    async def note_state(self, state: str, *, until: datetime) -> None:
        """Keep the state of an installation under way."""

    async def take_state(self, state: str, *, now: datetime) -> bool:
        """Whether that state was kept and still counts; it counts once."""


# ---- calendars ---------------------------------------------------------------------------------


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


# ---- store -------------------------------------------------------------------------------------


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


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTeam:
    """All that is stored about one team's last weeks."""

    team: Team
    calls: tuple[Call, ...]
    promises: tuple[Promise, ...]
    learnings: tuple[Learning, ...]
    names: Mapping[UUID, str]


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


class Away(CoachError):
    """What is stored cannot be reached for now; what was promised is kept, and tried again."""


class Unit(Protocol):
    """One transaction, already narrowed to one workspace; committed when it is left in peace."""

    async def known(self, rep_id: UUID, *, since: datetime) -> Known:
        """One rep's stored state; calls that ended after `since`. Raises `Unknown`."""

    async def known_team(self, team_id: UUID, *, since: datetime) -> KnownTeam:
        """One team's stored state. Raises `Unknown`."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class DueNudge:
    """A nudge whose time has come, claimed for a while."""

    workspace_id: UUID
    rep_id: UUID
    nudge: Nudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One claimed outbox row; `again` if somebody claimed it before and did not say how it ended.

    `reference` is the platform's reference of the message to edit, `thread` that of the message
    it hangs on; `language` and `zone` are the reader's.
    """

    row: int
    workspace_id: UUID
    kind: Literal["send", "edit"]
    id: str
    place: Place
    message: Message
    language: Language
    zone: str
    thread: str = ""
    reference: str = ""
    helps_until: datetime | None = None
    attempts: int = 0
    again: bool = False


class Queue(Protocol):
    """The promises of all workspaces: what is due, and what is to be carried."""

    async def due(self, now: datetime, *, limit: int, lease: timedelta) -> Sequence[DueNudge]:
        """Claim nudges with `at <= now`, oldest first; a claim not settled ends with its lease."""

    async def digests_due(self, now: datetime) -> Sequence[tuple[UUID, Team]]:
        """Workspaces and teams, for the scheduler to work out which digest is due."""

    async def next_at(self) -> datetime | None:
        """The moment of the earliest thing still waiting: a nudge, or an outbox row held back."""

    async def lease(
        self, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[tuple[Outgoing, ...]]:
        """Lease conversations with something to carry, each with its rows, oldest first.

        One conversation is never leased twice at a time, and a row held back holds back what
        comes after it in its conversation.
        """

    async def renew(self, row: int, *, until: datetime) -> bool:
        """Renew the lease of a row's conversation; False if it was lost."""

    async def sent(self, row: int, reference: str, *, now: datetime, release: bool = False) -> None:
        """The row is carried; with `release` the lease of its conversation ends as well."""

    async def later(self, row: int, at: datetime, why: str) -> None:
        """The row and its conversation wait until then."""

    async def never(self, row: int, why: str, *, now: datetime) -> None:
        """The row is given up; what comes after it goes on."""

    async def release(self, row: int) -> None:
        """End the lease of a row's conversation."""


# ---- a second opinion ----------------------------------------------------------------------------


class Opinion(Protocol):
    """A language model that reads what it is asked. Raises `Later`, `Never` or `Gone`."""

    async def read(self, asked: Asked) -> View:
        """What it takes the text for; `Gone` where key, model or address are refused."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One claimed answer that a language model is to read; `message` is the verdict on it."""

    row: int
    rep_id: UUID
    call_id: UUID
    message: str
    asked: Asked


class Opinions(Protocol):
    """What waits for a language model, and how often it was asked, workspace by workspace."""

    async def claim(
        self, workspace_id: UUID, now: datetime, *, limit: int, lease: timedelta
    ) -> Sequence[Question]:
        """Claim what the judge is unsure of first; a claim not settled ends with its lease.

        What does not help any more is dropped.
        """

    async def settle(self, row: int) -> None:
        """The row is done with; one that was asked anew meanwhile has another number."""

    async def spend(self, workspace_id: UUID, day: date, *, per_day: int) -> bool:
        """Count one more request on that day; False if there were `per_day` already."""

    async def in_vain(self, workspace_id: UUID, day: date) -> None:
        """Count a request on that day that brought nothing."""

    async def spent(self, workspace_id: UUID, day: date) -> tuple[int, int]:
        """How many requests there were on that day, and how many brought nothing."""


# ---- the web's own board -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPost:
    """One post on the web platform: by the coach (`message`) or by a person (`text`).

    `reference` identifies it; `thread` is the reference of the post it hangs on.
    """

    reference: str
    place: str
    author: str
    at: datetime
    id: str = ""
    thread: str = ""
    text: str = ""
    message: Message | None = None
    language: Language = "en"
    zone: str = "UTC"
    edited: bool = False


class Board(Protocol):
    """Where the web platform keeps its posts."""

    async def put(self, post: WebPost) -> str:
        """Add a post (its `reference` empty: given here); the same `id` again changes nothing."""

    async def change(
        self, reference: str, *, message: Message | None = None, text: str | None = None
    ) -> None:
        """Replace what a post says and mark it as edited."""

    async def posts(self, place: str) -> Sequence[WebPost]:
        """All posts of a place, in order."""

    def changes(self) -> AsyncIterator[str]:
        """The places in which something changes, as it does."""


class Clock(Protocol):
    """The clock as a port: production reads the machine's, the playground moves its own."""

    def now(self) -> datetime:
        """The present moment, aware UTC."""
