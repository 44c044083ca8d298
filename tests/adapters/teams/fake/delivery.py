"""How the fake tells the bot what happened: signed posts to its address."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from tests.adapters.teams.fake.keys import Keys
from tests.adapters.teams.fake.state import Json, Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bot said: `body` is its JSON, `post` what the person wrote; status 0 is no answer.

    What Teams then showed: `said` is a short notice, `errors` what kept a form from leaving.
    """

    status: int
    body: Any = None
    text: str = ""
    seconds: float = 0
    post: Post | None = None
    said: str = ""
    errors: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Delivery:
    """Delivers to the bot's address, with a token of its own each time."""

    keys: Keys
    address: str = ""
    patience: float = 15
    last: Json | None = None
    _session: ClientSession | None = None

    async def deliver(self, activity: Json) -> Answer:
        """Deliver something new and return the bot's answer."""
        self.last = activity
        return await self._deliver(activity)

    async def again(self) -> Answer:
        """Deliver the last thing once more, as Teams does when no answer came in 15 s."""
        assert self.last is not None, "nothing was delivered yet"
        return await self._deliver(self.last)

    async def post(self, body: bytes, headers: dict[str, str]) -> Answer:
        """Post something to the bot's address, as it is."""
        if self._session is None:
            self._session = ClientSession(timeout=ClientTimeout(total=self.patience))
        start = asyncio.get_running_loop().time()
        sent = {"Content-Type": "application/json; charset=utf-8", **headers}
        try:
            async with self._session.post(self.address, data=body, headers=sent) as answer:
                text = await answer.text()
        except (ClientError, OSError, TimeoutError):
            return Answer(status=0)
        took = asyncio.get_running_loop().time() - start
        told = json.loads(text) if answer.content_type == "application/json" and text else None
        return Answer(status=answer.status, body=told, text=text, seconds=took)

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()

    async def _deliver(self, activity: Json) -> Answer:
        conversation = activity["conversation"]
        headers = {
            "Authorization": f"Bearer {self.keys.token(activity['serviceUrl'])}",
            "User-Agent": "Microsoft-SkypeBotApi (Microsoft-BotFramework/3.0)",
            "x-ms-conversation-id": conversation["id"],
            "x-ms-tenant-id": conversation["tenantId"],
        }
        return await self.post(json.dumps(activity).encode(), headers)
