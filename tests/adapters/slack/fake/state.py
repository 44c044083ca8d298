"""What the fake Slack remembers: workspaces, people, channels, messages, forms, installations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from bot.clock import MovableClock

Json = dict[str, Any]

APP_ID = "A0ADVANCE"
BOT_USER = "U0COACH"
BOT_ID = "B0COACH"
TRIGGER_LIVES = timedelta(seconds=3)


class Refusal(Exception):
    """A method says no: its `error`, the messages beside it, or a status of its own."""

    def __init__(
        self,
        code: str,
        messages: Sequence[str] = (),
        *,
        status: int = 200,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.messages = list(messages)
        self.status = status
        self.headers = headers or {}

    @property
    def answer(self) -> Json:
        told: Json = {"ok": False, "error": self.code}
        if self.messages:
            told["errors"] = self.messages
            told["response_metadata"] = {"messages": [f"[ERROR] {one}" for one in self.messages]}
        return told


@dataclass(slots=True, kw_only=True)
class Workspace:
    """A workspace (a team, in Slack's words), perhaps one of an organisation's."""

    id: str
    name: str
    enterprise: str = ""

    @property
    def domain(self) -> str:
        return self.name.lower().replace(" ", "-")


@dataclass(slots=True, kw_only=True)
class Person:
    """A user; `signs` are Slack's flags that are true (is_restricted, deleted, is_bot …)."""

    id: str
    team: str
    name: str
    email: str = ""
    tz: str = "Europe/Berlin"
    locale: str = "en-GB"
    signs: set[str] = field(default_factory=set)

    @property
    def shown(self) -> Json:
        """The user object, as users.info and user_change give it."""
        flags = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
        told: Json = {
            "id": self.id,
            "team_id": self.team,
            "name": self.name.lower().replace(" ", "."),
            "real_name": self.name,
            "tz": self.tz,
            "tz_label": self.tz,
            "tz_offset": 3600,
            "is_admin": False,
            "is_app_user": False,
            "updated": 1,
            **{flag: flag in self.signs for flag in flags},
        }
        profile = {"real_name": self.name, "display_name": self.name.split()[0], "team": self.team}
        told["profile"] = {**profile, **({"email": self.email} if self.email else {})}
        return told


@dataclass(slots=True, kw_only=True)
class Post:
    """A message; `versions` are its earlier contents, oldest first."""

    channel: str
    ts: str
    user: str
    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str = ""
    metadata: Json | None = None
    by_app: bool = False
    deleted: bool = False
    asked: Json = field(default_factory=dict)
    versions: list[tuple[str, list[Json]]] = field(default_factory=list)

    @property
    def reference(self) -> str:
        return f"{self.channel}:{self.ts}"

    @property
    def edited(self) -> bool:
        return bool(self.versions)

    @property
    def shown(self) -> Json:
        """The message object, as events, interactions and conversations.history give it."""
        told: Json = {"type": "message", "user": self.user, "ts": self.ts, "text": self.text}
        if self.blocks:
            told["blocks"] = self.blocks
        if self.thread_ts:
            told["thread_ts"] = self.thread_ts
        if self.edited:
            told["edited"] = {"user": self.user, "ts": self.ts}
        if self.by_app:
            told |= {"bot_id": BOT_ID, "app_id": APP_ID, "team": "T1"}
        return told


@dataclass(slots=True, kw_only=True)
class Channel:
    """A channel: an `im` between somebody and the app, or one of a workspace's."""

    id: str
    team: str
    name: str
    kind: Literal["im", "public", "private"]
    members: set[str] = field(default_factory=set)
    archived: bool = False
    deleted: bool = False
    posts: list[Post] = field(default_factory=list)

    @property
    def person(self) -> str:
        """Whose direct messages these are."""
        return next(iter(self.members - {BOT_USER}), "")

    @property
    def shown(self) -> Json:
        im = self.kind == "im"
        told: Json = {
            "id": self.id,
            "is_im": im,
            "is_channel": not im,
            "is_private": self.kind == "private",
            "is_archived": self.archived,
            "is_member": BOT_USER in self.members,
            "context_team_id": self.team,
        }
        return told | ({"user": self.person} if im else {"name": self.name})

    def post(self, ts: str) -> Post | None:
        return next((one for one in self.posts if one.ts == ts and not one.deleted), None)

    def has_thread(self, ts: str) -> bool:
        """Whether one can write under that message: a deleted one with answers stays there."""
        return any(not one.deleted and ts in {one.ts, one.thread_ts} for one in self.posts)


@dataclass(slots=True, kw_only=True)
class Opened:
    """A view that somebody sees; `parent` is the one it was pushed onto."""

    id: str
    user: str
    team: str
    view: Json
    hash: str
    parent: str = ""
    root: str = ""
    state: Json = field(default_factory=dict)

    @property
    def shown(self) -> Json:
        """The view object, as payloads and the methods of views give it."""
        blanks: Json = {"private_metadata": "", "callback_id": "", "external_id": ""}
        blanks |= {"title": None, "submit": None, "close": None}
        blanks |= {"clear_on_close": False, "notify_on_close": False}
        made: Json = {
            "id": self.id,
            "team_id": self.team,
            "app_id": APP_ID,
            "bot_id": BOT_ID,
            "app_installed_team_id": self.team,
            "hash": self.hash,
            "root_view_id": self.root or self.id,
            "previous_view_id": self.parent or None,
            "state": {"values": self.state},
        }
        return {**blanks, **self.view, **made}


@dataclass(slots=True, kw_only=True)
class Grant:
    """An installation's tokens; `dead` is the error that they earn now."""

    token: str
    team: str
    enterprise: str = ""
    org_wide: bool = False
    installer: str = ""
    scopes: str = ""
    refresh: str = ""
    ends_at: datetime | None = None
    dead: str = ""


@dataclass(slots=True, kw_only=True)
class Trigger:
    """What opens one form, once and for three seconds."""

    user: str
    until: datetime
    used: bool = False


@dataclass(slots=True, kw_only=True)
class World:
    """All of it, with the clock that the test moves."""

    clock: MovableClock
    workspaces: dict[str, Workspace] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    grants: dict[str, Grant] = field(default_factory=dict)
    codes: dict[str, Grant] = field(default_factory=dict)
    homes: dict[str, Opened] = field(default_factory=dict)
    views: dict[str, Opened] = field(default_factory=dict)
    triggers: dict[str, Trigger] = field(default_factory=dict)
    ephemerals: list[Post] = field(default_factory=list)
    rotates: bool = False
    org_ready: bool = True
    count: int = 0

    def made(self, prefix: str) -> str:
        """A new id."""
        self.count += 1
        return f"{prefix}{self.count:05d}"

    def ts(self) -> str:
        """A new message's time stamp: the clock's second and a number of its own."""
        self.count += 1
        return f"{int(self.clock.now().timestamp())}.{self.count:06d}"

    def trigger(self, user: str) -> str:
        name = self.made("trigger.")
        self.triggers[name] = Trigger(user=user, until=self.clock.now() + TRIGGER_LIVES)
        return name

    def direct(self, user: str) -> Channel:
        """The direct messages between somebody and the app, opened if need be."""
        for channel in self.channels.values():
            if channel.kind == "im" and channel.person == user:
                return channel
        channel = Channel(
            id=f"D{user[1:]}",
            team=self.people[user].team,
            name="directmessage",
            kind="im",
            members={user, BOT_USER},
        )
        self.channels[channel.id] = channel
        return channel

    def put(self, channel: Channel, user: str, **said: Any) -> Post:
        """Add a message to a channel."""
        post = Post(channel=channel.id, ts=self.ts(), user=user, **said)
        channel.posts.append(post)
        return post
