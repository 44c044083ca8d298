"""A vendor on loopback that answers as OpenAI's and Anthropic's documentation says, or is told to.

Texts and model names are made up; so is the key.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

KEY = "made-up-key"
READING = {
    "words": ["what happens to"],
    "rule": "question.asks_effect",
    "label": "implication",
    "confidence": 0.95,
}


@dataclass(slots=True)
class Vendor:
    """What it says next, and what it was asked."""

    says: Any = field(default_factory=lambda: dict(READING))
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: str | None = None
    stops: str = ""
    refuses: bool = False
    delay: float = 0
    endless: bool = False
    packed: bytes = b""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    accepted: list[str] = field(default_factory=list)
    at: str = ""

    def answer(self, shape: str) -> web.Response:
        """The whole of an answer in that vendor's shape."""
        if self.packed:
            headers = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
            return web.Response(body=self.packed, headers=headers)
        if self.raw is not None:
            return web.Response(status=self.status, headers=self.headers, text=self.raw)
        if self.status != 200:
            error = {"type": "some_error", "message": "No."}
            told = {"type": "error", "error": error}
            return web.json_response(told, status=self.status, headers=self.headers)
        text = "" if self.refuses else json.dumps(self.says, ensure_ascii=False)
        made = _completion if shape == "openai" else _message
        return web.json_response(made(text, self.stops, refuses=self.refuses))

    async def openai(self, request: web.Request) -> web.StreamResponse:
        return await self._asked(request, "openai")

    async def anthropic(self, request: web.Request) -> web.StreamResponse:
        return await self._asked(request, "anthropic")

    async def _asked(self, request: web.Request, shape: str) -> web.StreamResponse:
        self.keys.append(request.headers.get("authorization", ""))
        self.accepted.append(request.headers.get("accept-encoding", ""))
        self.asked.append(await request.json())
        await asyncio.sleep(self.delay)
        return await self._without_end(request) if self.endless else self.answer(shape)

    async def _without_end(self, request: web.Request) -> web.StreamResponse:
        """Says on and on, and never how much it will be, until nobody listens."""
        told = web.StreamResponse(status=self.status, headers={"Content-Type": "application/json"})
        await told.prepare(request)
        with suppress(ConnectionError):
            await told.write(b'{"choices": [1')
            while True:
                await told.write(b",1" * 1000)
        return told


def _completion(text: str, stops: str, *, refuses: bool) -> dict[str, Any]:
    said = {"role": "assistant", "content": None if refuses else text}
    told = {**said, "refusal": "I cannot help with that." if refuses else None}
    choice = {"index": 0, "message": told, "finish_reason": stops or "stop", "logprobs": None}
    return {
        "id": "c-1",
        "object": "chat.completion",
        "created": 1,
        "model": "m-1",
        "choices": [choice],
        "usage": {"prompt_tokens": 1, "completion_tokens": 1, "total_tokens": 2},
    }


def _message(text: str, stops: str, *, refuses: bool) -> dict[str, Any]:
    return {
        "id": "m-1",
        "type": "message",
        "role": "assistant",
        "model": "m-1",
        "content": [] if refuses else [{"type": "text", "text": text}],
        "stop_reason": "refusal" if refuses else stops or "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 1, "output_tokens": 1},
    }


@asynccontextmanager
async def vendor() -> AsyncIterator[Vendor]:
    """A vendor that listens on loopback."""
    made = Vendor()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", made.openai)
    app.router.add_post("/v1/messages", made.anthropic)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        made.at = f"http://127.0.0.1:{runner.addresses[0][1]}"
        yield made
    finally:
        await runner.cleanup()
