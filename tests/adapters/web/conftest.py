"""The page's routes over real HTTP, with the scripted coach behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from aiohttp.test_utils import TestClient, TestServer

from adapters.chat.web import application
from tests.adapters.web.fakes import MARA, Scripted, world


@dataclass
class Visitor:
    """Somebody who talks to the routes as the page does."""

    coach: Scripted
    client: TestClient[Any, Any]
    posted: int = 0

    async def get(self, path: str, **query: str) -> Any:
        answer = await self.client.get(path, params=query)
        assert answer.status == 200, await answer.text()
        return await answer.json()

    async def post(self, verb: str, /, **body: Any) -> tuple[int, Any]:
        self.posted += 1
        asking = {"rep": str(MARA.id), "delivery": f"delivery-{self.posted}", "language": "en"}
        answer = await self.client.post(f"/api/{verb}", json=asking | body)
        return answer.status, await answer.json()

    async def posts(self, place: str = f"rep:{MARA.id}", rep: UUID = MARA.id) -> list[Any]:
        seen = await self.get("/api/board", place=place, rep=str(rep), language="en")
        return list(seen["posts"])


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    coach, site = world()
    async with TestClient(TestServer(application(site), host="127.0.0.1")) as client:
        yield Visitor(coach, client)
