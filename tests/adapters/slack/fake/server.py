"""The fake's web server: methods with their faults and pauses, OAuth's page, the sockets."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from aiohttp import WSMsgType, web

from tests.adapters.slack.fake import chat, grants, rooms, views
from tests.adapters.slack.fake.state import APP_ID, Grant, Json, Refusal, World

Method = Callable[[World, Grant, Json], Json]
METHODS: Mapping[str, Method] = {
    "auth.test": grants.auth_test,
    "auth.revoke": grants.revoke,
    "apps.uninstall": grants.uninstall,
    "chat.postMessage": chat.post_message,
    "chat.update": chat.update,
    "chat.delete": chat.delete,
    "chat.postEphemeral": chat.post_ephemeral,
    "conversations.open": rooms.open_,
    "conversations.info": rooms.info,
    "conversations.join": rooms.join,
    "conversations.history": rooms.history,
    "conversations.replies": rooms.replies,
    "conversations.members": rooms.members,
    "conversations.list": rooms.list_,
    "users.info": rooms.user_info,
    "users.lookupByEmail": rooms.by_email,
    "users.list": rooms.user_list,
    "views.open": views.open_,
    "views.push": views.push,
    "views.update": views.update,
    "views.publish": views.publish,
}
# They take their arguments in the address or as a form, never as JSON.
_NO_JSON = {name for name in METHODS if name.startswith("users.")}
_NO_JSON |= {f"conversations.{name}" for name in ("info", "history", "replies", "members", "list")}
_BROKEN: Mapping[str, tuple[int, str, str]] = {
    "500": (500, "<html>", "text/html"),
    "502": (502, "<html>", "text/html"),
    "503": (503, "<html>", "text/html"),
    "hangs": (504, "", "text/html"),
    "broken": (200, '{"ok": tr', "application/json"),
    "plain": (200, "nothing to see", "text/plain"),
    "empty": (200, '{"ok": true}', "application/json"),
}


@dataclass(slots=True, kw_only=True)
class Trouble:
    """What goes wrong with a method, so many times more."""

    kind: str
    times: int
    seconds: float = 0


@dataclass(slots=True, kw_only=True)
class Asked:
    """One call of a method: with which token, with what, what was answered."""

    method: str
    token: str
    body: Json
    answer: Json
    status: int = 200


@dataclass(slots=True)
class Server:
    """Answers for a world; notes what it was asked."""

    world: World
    flow: chat.Flow
    troubles: dict[str, list[Trouble]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    responses: dict[str, tuple[str, str]] = field(default_factory=dict)
    sockets: list[web.WebSocketResponse] = field(default_factory=list)
    acks: dict[str, asyncio.Future[Json]] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    releasing: asyncio.Event = field(default_factory=asyncio.Event)
    tickets: set[str] = field(default_factory=set)
    installer: str = ""
    org_wide: bool = False
    joins: bool = True
    redirect: str = ""
    at: str = ""

    def app(self) -> web.Application:
        made = web.Application()
        made.router.add_route("*", "/api/{method}", self._method)
        made.router.add_get("/oauth/v2/authorize", self._authorize)
        made.router.add_post("/response/{id}", self._response)
        made.router.add_get("/link", self._link)
        return made

    async def _method(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        header = request.headers.get("Authorization", "")
        body = await _body(request, method)
        token = header.removeprefix("Bearer ") if header.startswith("Bearer ") else ""
        token = token or str(body.pop("token", ""))
        try:
            if trouble := self._trouble(method):
                return await self._troubled(
                    trouble, Asked(method=method, token=token, body=body, answer={}, status=0)
                )
            answer = {"ok": True, **self._answer(method, token, header, body)}
            known = self.world.grants.get(token)
            has = {"X-OAuth-Scopes": known.scopes} if known else {}
            refusal = Refusal("", headers=has)
        except Refusal as refused:
            refusal, answer = refused, refused.answer
        self.asked.append(
            Asked(method=method, token=token, body=body, answer=answer, status=refusal.status)
        )
        return web.json_response(answer, status=refusal.status, headers=refusal.headers)

    def _answer(self, method: str, token: str, header: str, body: Json) -> Json:
        if method == "oauth.v2.access":
            return grants.access(self.world, body, header)
        if method == "apps.connections.open":
            return self._ticket(token)
        if method not in METHODS:
            raise Refusal("unknown_method")
        grant = grants.grant_of(self.world, token)
        if method == "conversations.join" and not self.joins:
            raise Refusal("missing_scope")
        if method == "chat.postMessage":
            channel = chat.channel_of(self.world, grant, body.get("channel"))
            self.flow.take(channel.id, self.world.clock.now())
        return METHODS[method](self.world, grant, body)

    def _trouble(self, method: str) -> Trouble | None:
        waiting = self.troubles.get(method) or self.troubles.get("*") or []
        if not waiting:
            return None
        first = waiting[0]
        first.times -= 1
        if not first.times:
            waiting.pop(0)
        return first

    async def _troubled(self, trouble: Trouble, asked: Asked) -> web.StreamResponse:
        """Answer as one does in trouble: limited, broken, not at all, or with an error told."""
        if trouble.kind == "limit":
            wait = {"Retry-After": str(int(trouble.seconds))}
            raise Refusal("ratelimited", status=429, headers=wait)
        if trouble.kind not in _BROKEN:
            raise Refusal(trouble.kind)
        self.asked.append(asked)
        if trouble.kind == "hangs":
            with suppress(TimeoutError):
                await asyncio.wait_for(self.releasing.wait(), trouble.seconds or 30)
        asked.status, body, content_type = _BROKEN[trouble.kind]
        return web.Response(status=asked.status, text=body, content_type=content_type)

    async def _authorize(self, request: web.Request) -> web.StreamResponse:
        """The page that asks the installer: it leads back at once, with a code or a no."""
        back = {"state": request.query.get("state", "")}
        if self.installer:
            back["code"] = grants.code(self.world, self.installer, org_wide=self.org_wide)
        else:
            back["error"] = "access_denied"
        # Without one in the link, the one of the app's settings counts.
        to = request.query.get("redirect_uri", self.redirect)
        raise web.HTTPFound(f"{to}?{urlencode(back)}")

    async def _response(self, request: web.Request) -> web.StreamResponse:
        """A response_url: says something to the person who tapped, in their channel."""
        known = self.responses.get(request.match_info["id"])
        if known is None:
            return web.Response(status=404, text="used_url")
        body = await request.json()
        try:
            chat.check_content(body)
        except Refusal as refused:
            return web.json_response(refused.answer, status=400)
        chat.ephemeral(self.world, known[0], known[1], body)
        return web.Response(text="ok")

    def _ticket(self, token: str) -> Json:
        if token != grants.APP_TOKEN:
            raise Refusal("invalid_auth" if token else "not_authed")
        ticket = self.world.made("ticket-")
        self.tickets.add(ticket)
        return {"url": f"{self.at.replace('http', 'ws', 1)}/link?ticket={ticket}&app_id={APP_ID}"}

    async def _link(self, request: web.Request) -> web.StreamResponse:
        """One connection of Socket Mode."""
        ticket = request.query.get("ticket", "")
        if ticket not in self.tickets:
            return web.Response(status=401)
        self.tickets.remove(ticket)
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self.sockets.append(socket)
        info = {"app_id": APP_ID}
        count = len(self.sockets)
        hello = {"type": "hello", "num_connections": count, "connection_info": info}
        await socket.send_json({**hello, "debug_info": {"host": "fake", "build_number": 1}})
        self._news()
        try:
            async for said in socket:
                if said.type == WSMsgType.TEXT and said.data.startswith("{"):
                    self._acked(json.loads(said.data))
        finally:
            self.sockets.remove(socket)
            self._news()
        return socket

    def _acked(self, told: Json) -> None:
        waiting = self.acks.pop(str(told.get("envelope_id")), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(told.get("payload") or {})

    def _news(self) -> None:
        self.changed.set()
        self.changed = asyncio.Event()


async def _body(request: web.Request, method: str) -> Json:
    """What a method is asked: in the address, as a form (with JSON inside), or as JSON."""
    told: Json = dict(request.query)
    if request.content_type == "application/json" and method not in _NO_JSON:
        told |= await request.json()
    elif request.method == "POST":
        told |= {name: _value(value) for name, value in (await request.post()).items()}
    return told


def _value(value: Any) -> Any:
    """A form's value; lists and objects come as JSON."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
