"""A vendor, and the port `Opinion` on it by each client."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from adapters.opinion import Model, VendorName, open_model
from bot.clock import MovableClock
from tests.adapters.opinion.vendor import KEY, Vendor, vendor

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """Which model, as app.yaml would say it."""

    vendor: VendorName
    at: str
    near: bool = True
    key: str = KEY
    model: str = "m-1"
    timeout: int = 1


@pytest.fixture
async def told() -> AsyncIterator[Vendor]:
    async with vendor() as made:
        yield made


@pytest.fixture(params=["openai", "anthropic"])
async def model(request: pytest.FixtureRequest, told: Vendor) -> AsyncIterator[Model]:
    name: VendorName = request.param
    at = f"{told.at}/v1" if name == "openai" else told.at
    made = open_model(Set(vendor=name, at=at), MovableClock(NOW))
    yield made
    await made.close()
