"""How the fake tells the app what happened: by signed HTTP, or through Socket Mode."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

from aiohttp import ClientSession, ClientTimeout

from adapters.ports import Clock
from bot.clock import SystemClock
from tests.adapters.slack.fake.server import Server
from tests.adapters.slack.fake.state import Json, Post

Kind = Literal["event", "interactive", "command"]
Mode = Literal["http", "socket"]
SIGNING_SECRET = "made-up-signing-secret"
_ENVELOPES = {"event": "events_api", "interactive": "interactive", "command": "slash_commands"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the app said: `body` is its JSON, `post` what the person wrote; 0 is no answer."""

    status: int
    body: Json = field(default_factory=dict)
    text: str = ""
    seconds: float = 0
    post: Post | None = None


@dataclass(slots=True, kw_only=True)
class Delivery:
    """Delivers to the app's address, or to the socket that was opened last.

    `signs_by` dates the signatures: Bolt compares them with the machine's clock.
    """

    server: Server
    mode: Mode = "http"
    address: str = ""
    secret: str = SIGNING_SECRET
    signs_by: Clock = field(default_factory=SystemClock)
    patience: float = 5
    last: tuple[Kind, Json] | None = None
    retries: int = 0
    _session: ClientSession | None = None

    async def deliver(self, kind: Kind, payload: Json) -> Answer:
        """Deliver something new and return the app's answer."""
        self.last, self.retries = (kind, payload), 0
        return await self._deliver()

    async def again(self) -> Answer:
        """Deliver the last thing once more; events say how often."""
        assert self.last is not None, "nothing was delivered yet"
        self.retries += 1
        return await self._deliver()

    async def post(self, body: bytes, content_type: str, headers: dict[str, str]) -> Answer:
        """Post something to the app's address, as it is."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=self.patience))
        start = asyncio.get_running_loop().time()
        headers = {"Content-Type": content_type, "User-Agent": "Slackbot 1.0", **headers}
        try:
            async with self._session.post(self.address, data=body, headers=headers) as answer:
                text = await answer.text()
        except (OSError, TimeoutError):
            return Answer(status=0)
        took = asyncio.get_running_loop().time() - start
        told = json.loads(text) if answer.content_type == "application/json" and text else {}
        body_of = told if isinstance(told, dict) else {}
        return Answer(status=answer.status, body=body_of, text=text, seconds=took)

    def signed(self, body: bytes) -> dict[str, str]:
        """Slack's two headers over a body (docs.slack.dev, "Verifying requests from Slack")."""
        at = str(int(self.signs_by.now().timestamp()))
        base = b"v0:" + at.encode() + b":" + body
        digest = hmac.new(self.secret.encode(), base, hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": at, "X-Slack-Signature": f"v0={digest}"}

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _deliver(self) -> Answer:
        assert self.last is not None
        kind, payload = self.last
        if self.mode == "socket":
            return await self._through_socket(kind, payload)
        return await self._by_post(kind, payload)

    async def _by_post(self, kind: Kind, payload: Json) -> Answer:
        headers: dict[str, str] = {}
        if kind == "event":
            content_type, body = "application/json", json.dumps(payload).encode()
            if self.retries:
                headers["X-Slack-Retry-Num"] = str(self.retries)
                headers["X-Slack-Retry-Reason"] = "http_timeout"
        else:
            content_type = "application/x-www-form-urlencoded"
            form = payload if kind == "command" else {"payload": json.dumps(payload)}
            body = urlencode(form).encode()
        return await self.post(body, content_type, {**headers, **self.signed(body)})

    async def _through_socket(self, kind: Kind, payload: Json) -> Answer:
        assert self.server.sockets, "no socket is open"
        loop = asyncio.get_running_loop()
        number = self.server.world.made("envelope-")
        waiting: asyncio.Future[Json] = loop.create_future()
        self.server.acks[number] = waiting
        envelope: Json = {"envelope_id": number, "type": _ENVELOPES[kind], "payload": payload}
        envelope["accepts_response_payload"] = kind != "event"
        if kind == "event":
            reason = "timeout" if self.retries else ""
            envelope |= {"retry_attempt": self.retries, "retry_reason": reason}
        start = loop.time()
        await self.server.sockets[-1].send_json(envelope)
        try:
            told = await asyncio.wait_for(waiting, self.patience)
        except TimeoutError:
            self.server.acks.pop(number, None)
            return Answer(status=0)
        text = json.dumps(told) if told else ""
        return Answer(status=200, body=told, text=text, seconds=loop.time() - start)
