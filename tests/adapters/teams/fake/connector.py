"""The Bot Connector's REST API, as far as a bot on Teams uses it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.adapters.teams.fake.cards import fault
from tests.adapters.teams.fake.flow import Flow
from tests.adapters.teams.fake.state import (
    ADAPTIVE,
    APP_ID,
    BOT_ID,
    Channel,
    Json,
    Person,
    Post,
    Refusal,
    World,
)
from tests.adapters.teams.fake.tokens import Issuer

MOST_BYTES = 80 * 1024
ROOT = ";messageid="
_STATUSES = {"500", "502", "503", "504"}


@dataclass(slots=True, kw_only=True)
class Trouble:
    """What goes wrong with an operation, so many times more."""

    kind: str
    times: int
    seconds: float = 0


@dataclass(slots=True, kw_only=True)
class Asked:
    """One request of the bot's: what for, with what, what was answered (0: nothing)."""

    operation: str
    path: str
    body: Json
    status: int = 0
    authorization: str = ""


@dataclass(slots=True)
class Connector:
    """Answers for a world; notes what it was asked."""

    world: World
    issuer: Issuer
    flow: Flow = field(default_factory=Flow)
    troubles: dict[str, list[Trouble]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    releasing: asyncio.Event = field(default_factory=asyncio.Event)

    def routes(self, at: str) -> list[web.RouteDef]:
        """All operations under the service's address."""
        chat = f"{at}/v3/conversations/{{conversation}}"
        table: list[tuple[str, str, str, Callable[[Mapping[str, str], Json], Json]]] = [
            ("POST", f"{at}/v3/conversations", "create", self._create),
            ("POST", f"{chat}/activities", "send", self._send),
            ("POST", f"{chat}/activities/{{activity}}", "reply", self._send),
            ("PUT", f"{chat}/activities/{{activity}}", "update", self._update),
            ("DELETE", f"{chat}/activities/{{activity}}", "delete", self._delete),
            ("GET", f"{chat}/members", "members", self._members),
            ("GET", f"{chat}/pagedmembers", "members", self._paged),
            ("GET", f"{chat}/members/{{member}}", "member", self._member),
            ("GET", f"{at}/v3/teams/{{team}}", "team", self._team),
            ("GET", f"{at}/v3/teams/{{team}}/conversations", "channels", self._channels),
        ]
        return [
            web.route(verb, path, self._handler(operation, does))
            for verb, path, operation, does in table
        ]

    # ---- each request --------------------------------------------------------------------------

    def _handler(
        self, operation: str, does: Callable[[Mapping[str, str], Json], Json]
    ) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handle(request: web.Request) -> web.StreamResponse:
            raw = await request.read()
            asked = Asked(
                operation=operation,
                path=request.path,
                body=json.loads(raw) if raw else {},
                authorization=request.headers.get("Authorization", ""),
            )
            self.asked.append(asked)
            names = {**request.query, **request.match_info, "size": str(len(raw))}
            return await self._answered(asked, names, does)

        return handle

    async def _answered(
        self,
        asked: Asked,
        names: Mapping[str, str],
        does: Callable[[Mapping[str, str], Json], Json],
    ) -> web.StreamResponse:
        trouble = self._trouble(asked.operation)
        try:
            if not self.issuer.takes(asked.authorization):
                asked.status = 401
                told = {"message": "Authorization has been denied for this request."}
                return web.json_response(told, status=401)
            if trouble and trouble.kind != "lost":
                return await self._troubled(trouble, asked)
            _must(int(names["size"]) <= MOST_BYTES, "MessageSizeTooBig")
            self._take(asked, names)
            answer = does(names, asked.body)
        except Refusal as refusal:
            asked.status = refusal.status
            return web.json_response(refusal.body, status=refusal.status, headers=refusal.headers)
        if trouble:
            await self._silent(trouble)
        asked.status = 201 if asked.operation in {"create", "send", "reply"} else 200
        return web.json_response(answer, status=asked.status)

    def _take(self, asked: Asked, names: Mapping[str, str]) -> None:
        """One turn of the conversation's, of its roster's, or of creating."""
        now = self.world.clock.now()
        if asked.operation in {"members", "member", "team", "channels"}:
            key = f"roster/{names.get('conversation') or names.get('team')}"
            return self.flow.take(key, now, times=2)
        key = names.get("conversation", "").partition(ROOT)[0]
        if asked.operation == "create":
            data = asked.body.get("channelData") or {}
            members = asked.body.get("members") or [{}]
            key = (data.get("channel") or {}).get("id") or f"create/{members[0].get('id')}"
        return self.flow.take(key, now)

    def _trouble(self, operation: str) -> Trouble | None:
        waiting = self.troubles.get(operation) or self.troubles.get("*") or []
        if not waiting:
            return None
        first = waiting[0]
        first.times -= 1
        if not first.times:
            waiting.pop(0)
        return first

    async def _troubled(self, trouble: Trouble, asked: Asked) -> web.StreamResponse:
        """Answer as one does in trouble: limited, broken, with a page, not at all."""
        kind = trouble.kind
        if kind == "limit":
            raise Refusal("Throttled", retry_after=trouble.seconds or None)
        if kind in _STATUSES:
            raise Refusal("ServiceError", status=int(kind))
        if kind.startswith("html-"):
            asked.status = int(kind[5:])
            page = "<html><body>Our services are not available right now</body></html>"
            wait = {"Retry-After": str(int(trouble.seconds))} if trouble.seconds else {}
            return web.Response(
                status=asked.status, text=page, content_type="text/html", headers=wait
            )
        if kind == "broken":
            asked.status = 200
            return web.Response(text='{"id": "17', content_type="application/json")
        if kind == "empty":
            asked.status = 200
            return web.Response(status=200)
        if kind == "hangs":
            await self._silent(trouble)
        raise Refusal("ServiceError" if kind == "hangs" else kind)

    async def _silent(self, trouble: Trouble) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self.releasing.wait(), trouble.seconds or 30)

    # ---- conversations -------------------------------------------------------------------------

    def _create(self, names: Mapping[str, str], body: Json) -> Json:
        data = body.get("channelData") or {}
        if bot := (body.get("bot") or {}).get("id"):
            _must(bot in (BOT_ID, APP_ID), "Bad Argument", "Unknown bot")
        if channel := (data.get("channel") or {}).get("id"):
            _must(bool(body.get("isGroup")), "Bad Argument", "isGroup is false")
            _must(bool(body.get("activity")), "BadSyntax", "Activity is missing")
            post = self._put(str(channel), body["activity"])
            return {"id": f"{post.place}{ROOT}{post.id}", "activityId": post.id}
        person = self._invited(body)
        self.world.chats.add(person.chat)
        told: Json = {"id": person.chat, "serviceUrl": None}
        if body.get("activity"):
            told["activityId"] = self._put(person.chat, body["activity"]).id
        return told

    def _invited(self, body: Json) -> Person:
        """Whom a personal chat is asked for; the app has to be installed for them."""
        members = body.get("members") or []
        _must(len(members) == 1 and not body.get("isGroup"), "BadSyntax", "Incorrect members")
        tenant = ((body.get("channelData") or {}).get("tenant") or {}).get("id")
        tenant = tenant or body.get("tenantId")
        _must(bool(tenant), "BadSyntax", "Tenant is missing")
        try:
            person = self.world.person(str(members[0].get("id")))
        except KeyError:
            raise Refusal("BadSyntax", "Bad format of conversation member") from None
        _must(person.tenant == tenant, "Bad Argument", "Unknown tenant")
        _must(person.installed and not person.left, "ForbiddenOperationException")
        return person

    def _send(self, names: Mapping[str, str], body: Json) -> Json:
        place, _, root = names["conversation"].partition(ROOT)
        # In a channel, an answer to an activity goes under it.
        return {"id": self._put(place, body, root or self._root(place, names)).id}

    def _root(self, place: str, names: Mapping[str, str]) -> str:
        return names.get("activity", "") if self.world.channel(place) else ""

    def _update(self, names: Mapping[str, str], body: Json) -> Json:
        post = self._ours(names)
        text, card = _content(body)
        post.versions.append((post.text, post.card))
        post.text, post.card, post.asked = text, card, body
        post.own.clear()
        return {"id": post.id}

    def _delete(self, names: Mapping[str, str], body: Json) -> Json:
        self._ours(names).deleted = True
        return {}

    def _ours(self, names: Mapping[str, str]) -> Post:
        place = names["conversation"].partition(ROOT)[0]
        self._open(place)
        post = self.world.post(place, names["activity"])
        if post is None or not post.by_bot:
            raise Refusal("ActivityNotFoundInConversation")
        return post

    def _put(self, place: str, body: Json, root: str = "") -> Post:
        self._open(place)
        if root:
            _must(self.world.post(place, root) is not None, "ActivityNotFoundInConversation")
        text, card = _content(body)
        post = Post(
            id=self.world.activity_id(),
            place=place,
            author=BOT_ID,
            by_bot=True,
            root=root,
            text=text,
            card=card,
            asked=body,
        )
        self.world.posts.append(post)
        return post

    def _open(self, place: str) -> Person | Channel:
        """The place, if the bot may write there."""
        channel = self.world.channel(place)
        if channel is not None:
            _must(not channel.deleted, "ConversationNotFound")
            installed = self.world.teams[channel.team].installed
            _must(installed, "BotNotInConversationRoster")
            return channel
        person = self.world.chat_of(place)
        if person is None or place not in self.world.chats:
            raise Refusal("ConversationNotFound")
        _must(person.installed and not person.blocked, "MessageWritesBlocked")
        _must(not person.left, "ConversationNotFound")
        return person

    # ---- rosters -------------------------------------------------------------------------------

    def _roster(self, names: Mapping[str, str]) -> list[Person]:
        """Who is in a personal chat, or in a channel's team."""
        found = self._open(names["conversation"].partition(ROOT)[0])
        if isinstance(found, Person):
            return [found]
        members = self.world.teams[found.team].members
        return [self.world.people[key] for key in sorted(members)]

    def _members(self, names: Mapping[str, str], body: Json) -> Any:
        return [person.member for person in self._roster(names)]

    def _paged(self, names: Mapping[str, str], body: Json) -> Json:
        roster = self._roster(names)
        size = int(names.get("pageSize", 200))
        start = int(names.get("continuationToken") or 0)
        told: Json = {"members": [person.member for person in roster[start : start + size]]}
        if start + size < len(roster):
            told["continuationToken"] = str(start + size)
        return told

    def _member(self, names: Mapping[str, str], body: Json) -> Json:
        for person in self._roster(names):
            if names["member"] in (person.id, person.aad):
                return person.member
        raise Refusal("MemberNotFoundInConversation")

    def _team(self, names: Mapping[str, str], body: Json) -> Json:
        for team in self.world.teams.values():
            if team.id == names["team"]:
                _must(team.installed, "BotNotInConversationRoster")
                channels = [one for one in self.world.channels.values() if one.team == team.key]
                counts = {"channelCount": len(channels), "memberCount": len(team.members)}
                return {"id": team.id, "name": team.name, "aadGroupId": team.group, **counts}
        raise Refusal("ConversationNotFound")

    def _channels(self, names: Mapping[str, str], body: Json) -> Json:
        team = self._team(names, body)
        found = [
            # The General channel has no name here: it goes by the team's.
            {"id": one.id, "name": None if one.id == team["id"] else one.name}
            for one in self.world.channels.values()
            if self.world.teams[one.team].id == team["id"] and not one.deleted
        ]
        return {"conversations": found}


def _content(body: Json) -> tuple[str, Json | None]:
    """The text and the card of an activity; raises `Refusal` for what Teams would not take."""
    _must(body.get("type") == "message", "BadSyntax", "Activity type is missing")
    cards = [one for one in body.get("attachments") or [] if one.get("contentType") == ADAPTIVE]
    _must(bool(cards or body.get("text")), "BadSyntax", "Activity resulted into empty message")
    card = cards[0].get("content") if cards else None
    if cards and (wrong := fault(card)):
        raise Refusal("Bad Argument", wrong)
    return str(body.get("text") or ""), card


def _must(is_so: bool, code: str, message: str = "") -> None:
    if not is_so:
        raise Refusal(code, message)
