"""The page served for real, and a browser to look at it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, ConsoleMessage, Page, async_playwright

from adapters.chat.web import Site, application
from tests.adapters.web.fakes import Scripted, world

CHROMIUM = "/usr/bin/chromium"
ARGS = ["--no-sandbox", "--disable-quic", "--disable-background-networking"]


@dataclass(frozen=True)
class Served:
    """The scripted coach and the address of its page."""

    coach: Scripted
    site: Site
    server: TestServer
    address: str


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    coach, site = world()
    server = TestServer(application(site), host="127.0.0.1")
    await server.start_server()
    yield Served(coach, site, server, str(server.make_url("/")))
    await server.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with async_playwright() as play:
        browser = await play.chromium.launch(executable_path=CHROMIUM, args=ARGS)
        yield browser
        await browser.close()


@pytest.fixture
async def page(browser: Browser) -> AsyncIterator[Page]:
    """A desktop page that fails the test on any script error or message of the console."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    page = await context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))

    def note(said: ConsoleMessage) -> None:
        # A refused request is told there too; what the page makes of it is each test's matter.
        if said.type == "error" and not said.text.startswith("Failed to load resource"):
            faults.append(said.text)

    page.on("console", note)
    yield page
    await context.close()
    assert faults == []
