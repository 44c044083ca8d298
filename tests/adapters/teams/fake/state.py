"""What the fake Teams remembers: people, teams, channels, messages, dialogs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.clock import MovableClock

Json = dict[str, Any]

APP_ID = "11111111-2222-4333-8444-555555555555"
APP_PASSWORD = "made-up-client-secret"
BOT_ID = f"28:{APP_ID}"
BOT_NAME = "Advance"
TENANT = "aaaaaaaa-0000-4000-8000-000000000001"
OWNERS = "29:admin"
ADAPTIVE = "application/vnd.microsoft.card.adaptive"
# The connector's errors: learn.microsoft.com, "Messages in bot conversations", status codes.
ERRORS: Mapping[str, tuple[int, str]] = {
    "Bad Argument": (400, "The request payload is invalid."),
    "BadSyntax": (400, "Activity is malformed."),
    "BotNotRegistered": (401, "No registration found for this bot."),
    "BotDisabledByAdmin": (403, "The tenant admin disabled this bot"),
    "BotNotInConversationRoster": (403, "The bot is not part of the conversation roster."),
    "ConversationBlockedByUser": (403, "User blocked the conversation with the bot."),
    "ForbiddenOperationException": (403, "Bot is not installed in user's personal scope"),
    "InvalidBotApiHost": (403, "Invalid bot api host."),
    "MessageWritesBlocked": (403, "Writes to this thread are blocked."),
    "NotEnoughPermissions": (403, "The bot may not do this."),
    "ActivityNotFoundInConversation": (404, "Conversation not found."),
    "ConversationNotFound": (404, "Conversation not found."),
    "MemberNotFoundInConversation": (404, "The member was not found in the conversation."),
    "PreconditionFailed": (412, "Precondition failed, please try again."),
    "MessageSizeTooBig": (413, "Message size too large."),
    "Throttled": (429, "Too many requests."),
    "ServiceError": (502, "A service is not well."),
}


class Refusal(Exception):
    """The connector says no: a code of `ERRORS`, or a status of its own."""

    def __init__(
        self, code: str, message: str = "", *, status: int = 0, retry_after: float | None = None
    ) -> None:
        known = ERRORS.get(code, (status or 400, code))
        super().__init__(code)
        self.code = code
        self.status = status or known[0]
        self.message = message or known[1]
        self.retry_after = retry_after

    @property
    def body(self) -> Json:
        error: Json = {"code": self.code, "message": self.message}
        if self.code == "MessageWritesBlocked":
            error = {"code": "Forbidden", "subCode": self.code, "message": self.message}
        return {"error": error}

    @property
    def headers(self) -> dict[str, str]:
        if self.retry_after is None:
            return {}
        return {"Retry-After": str(max(1, round(self.retry_after)))}


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody in a tenant: `key` is what a test calls them, `id` what Teams calls them here."""

    key: str
    aad: str
    name: str
    email: str = ""
    tz: str = "Europe/Berlin"
    locale: str = "en-GB"
    tenant: str = TENANT
    guest: bool = False
    installed: bool = False
    blocked: bool = False
    left: bool = False

    @property
    def id(self) -> str:
        return f"29:{self.key}"

    @property
    def chat(self) -> str:
        """The id of their personal chat with the bot."""
        return f"a:{self.key}"

    @property
    def account(self) -> Json:
        """Them, as activities name them."""
        return {"id": self.id, "name": self.name, "aadObjectId": self.aad}

    @property
    def member(self) -> Json:
        """Them, as a roster has them."""
        given, _, sur = self.name.partition(" ")
        told: Json = {**self.account, "objectId": self.aad, "givenName": given, "surname": sur}
        told |= {"tenantId": self.tenant, "userRole": "guest" if self.guest else "user"}
        if self.email:
            told |= {"email": self.email, "userPrincipalName": self.email}
        return told


@dataclass(slots=True, kw_only=True)
class Team:
    """A team; its id is that of its General channel."""

    key: str
    name: str
    tenant: str = TENANT
    installed: bool = False
    members: set[str] = field(default_factory=set)

    @property
    def id(self) -> str:
        return f"19:{self.key}@thread.tacv2"

    @property
    def group(self) -> str:
        """The id of its group in Entra."""
        return f"group-{self.key}"


@dataclass(slots=True, kw_only=True)
class Channel:
    """A channel of a team's; the General one has the team's own key."""

    key: str
    name: str
    team: str
    deleted: bool = False

    @property
    def id(self) -> str:
        return f"19:{self.key}@thread.tacv2"


@dataclass(slots=True, kw_only=True)
class Post:
    """A message: `place` is a chat's or channel's id, `root` the message it hangs under.

    `quotes` is the id of a message of the bot's that stands above it.
    `asked` is the activity as the bot sent it last, `versions` what it said before, `own` the
    cards that a person was shown in its stead, by their key.
    """

    id: str
    place: str
    author: str
    by_bot: bool = False
    text: str = ""
    root: str = ""
    quotes: str = ""
    card: Json | None = None
    asked: Json = field(default_factory=dict)
    versions: list[tuple[str, Json | None]] = field(default_factory=list)
    own: dict[str, Json] = field(default_factory=dict)
    deleted: bool = False

    @property
    def edited(self) -> bool:
        return bool(self.versions)

    @property
    def reference(self) -> str:
        """Its name outside: the conversation and the activity."""
        return f"{self.place}|{self.id}"

    def seen_by(self, key: str) -> Json | None:
        """The card that somebody sees there."""
        return self.own.get(key, self.card)


@dataclass(slots=True, kw_only=True)
class Dialog:
    """A dialog (task module) that somebody has open; `brought` is the message it is about."""

    person: str
    place: str
    post: str
    title: str
    card: Json
    brought: Json | None = None


@dataclass(slots=True, kw_only=True)
class World:
    """All of it, with the clock that the test moves."""

    clock: MovableClock
    people: dict[str, Person] = field(default_factory=dict)
    teams: dict[str, Team] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    posts: list[Post] = field(default_factory=list)
    dialogs: dict[str, Dialog] = field(default_factory=dict)
    # Personal chats that are there: they come by installing the app, or by creating them.
    chats: set[str] = field(default_factory=set)
    tokens: dict[str, datetime] = field(default_factory=dict)
    count: int = 0

    def made(self, prefix: str = "") -> str:
        """A new id."""
        self.count += 1
        return f"{prefix}{self.count:05d}"

    def activity_id(self) -> str:
        """A new activity's id: milliseconds, and a number so that no two are alike."""
        self.count += 1
        return str(int(self.clock.now().timestamp()) * 1000 + self.count)

    def person(self, name: str) -> Person:
        """Somebody by key, id or Entra object id; raises `KeyError`."""
        for one in self.people.values():
            if name in (one.key, one.id, one.aad):
                return one
        raise KeyError(name)

    def chat_of(self, place: str) -> Person | None:
        """Whose personal chat that is."""
        return next((one for one in self.people.values() if one.chat == place), None)

    def channel(self, name: str) -> Channel | None:
        """A channel by key or id."""
        return next((one for one in self.channels.values() if name in (one.key, one.id)), None)

    def place(self, name: str) -> str:
        """The id of a person's chat or of a channel, by whatever names them."""
        channel = self.channel(name)
        return channel.id if channel else self.person(name).chat

    def post(self, place: str, id_: str) -> Post | None:
        """A message that is still there."""
        for one in self.posts:
            if (one.place, one.id) == (place, id_) and not one.deleted:
                return one
        return None
