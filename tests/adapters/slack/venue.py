"""A dialogue script played on Slack: by Socket Mode in one workspace, or by signed HTTP in many."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from html import unescape
from typing import TextIO

import aiohttp

from bot.clock import MovableClock
from bot.config.keys import Channels, Platforms
from bot.config.keys import Slack as SlackKeys
from bot.players.hands import Hands
from bot.program import Program
from bot.replay.script import Script
from bot.replay.stage import Stage
from bot.serve import listening
from coaching.people import Rep, Team
from tests.adapters.slack.fake.delivery import Mode
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.adapters.slack.fake.state import Json
from tests.adapters.slack.hands import SlackHands

TEAM, CHANNEL, INSTALLER = "T0ACME", "C0SALES", "U0KIM"
_LOCALES = {"en": "en-GB", "zh-Hans": "zh-CN"}


class OnSlack:
    """A Slack of its own for each script, in which all its people are found by e-mail address."""

    def __init__(self, mode: Mode) -> None:
        """Be delivered to in that way."""
        self.mode = mode
        self.platforms = Platforms()
        self.channels = Channels(slack=CHANNEL)
        self.out: TextIO | None = None
        self.users: dict[str, str] = {}
        self.slack: FakeSlack

    @asynccontextmanager
    async def begin(self, clock: MovableClock, script: Script) -> AsyncIterator[None]:
        """Slack is there, with all people of the script and whoever installs the app."""
        async with fake_slack(clock) as self.slack:
            self.slack.workspace(TEAM, "Acme")
            for number, person in enumerate(script.reps, start=1):
                self.users[person.address] = f"U{number}"
                self.slack.person(
                    f"U{number}",
                    person.name,
                    person.address,
                    person.zone or "",
                    _LOCALES[person.language],
                    team=TEAM,
                )
            self.slack.person(INSTALLER, "Kim Moss", "kim@it.example", team=TEAM)
            self.slack.channel(CHANNEL, script.team.name, team=TEAM)
            self.platforms = Platforms(slack=keys(self.slack, self.mode))
            yield
            assert refused(self.slack) == []

    @asynccontextmanager
    async def open(self, program: Program) -> AsyncIterator[None]:
        """The program is at work; the first time somebody installs it."""
        async with at_work(program, self.slack) as address:
            if address and not self.slack.world.grants:
                await install(self.slack, address, INSTALLER)
            yield
        await self.slack.eventually(lambda: not self.slack.server.sockets)

    def rep(self, rep: Rep) -> str:
        """The channel of a rep's direct messages."""
        return self.slack.world.direct(self.users[rep.address]).id

    def team(self, team: Team) -> str:
        """The team's channel."""
        return CHANNEL

    def hands(self, stage: Stage) -> Hands:
        """What people can do there."""
        return SlackHands(stage, self.slack, self.users)


def refused(slack: FakeSlack) -> list[tuple[str, Json]]:
    """The calls that Slack refused, and what it said."""
    return [(one.method, one.answer) for one in slack.server.asked if not one.answer.get("ok")]


def keys(slack: FakeSlack, mode: Mode) -> SlackKeys:
    """What app.yaml says of that Slack; its secrets come from the environment."""
    told = {"api": slack.api, "mode": mode}
    if mode == "socket":
        token = slack.install(TEAM).token
        environment = {"SLACK_BOT_TOKEN": token, "SLACK_APP_TOKEN": slack.app_token}
    else:
        told["tenant"] = TEAM
        environment = {
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_CLIENT_ID": slack.client_id,
            "SLACK_CLIENT_SECRET": slack.client_secret,
        }
    return SlackKeys.model_validate(told, context=environment)


@asynccontextmanager
async def at_work(program: Program, slack: FakeSlack) -> AsyncIterator[str]:
    """The program's door is open and Slack knows it; yields its address, empty for a socket."""
    assert program.slack is not None
    async with program.slack() as door:
        if door is None:
            slack.use_sockets()
            await slack.connected()
            yield ""
            return
        async with listening("Slack door", door, "127.0.0.1", 0) as (host, port):
            slack.deliver_to(f"http://{host}:{port}/slack/events")
            yield f"http://{host}:{port}"


async def install(slack: FakeSlack, address: str, user: str) -> str:
    """Install the app at its address as somebody does in a browser; return the last page."""
    slack.approver(user)
    slack.server.redirect = f"{address}/slack/oauth_redirect"
    async with aiohttp.ClientSession() as browser:
        async with browser.get(f"{address}/slack/install") as page:
            cookie = page.headers["Set-Cookie"].partition(";")[0]
            link = re.search(r'<a [^>]*href="([^"]+)"', await page.text())
        assert link is not None, "the page leads nowhere"
        async with browser.get(unescape(link[1]), allow_redirects=False) as said_yes:
            back = said_yes.headers["Location"]
        # By hand: the cookie is for https alone.
        async with browser.get(back, headers={"Cookie": cookie}) as last:
            assert last.status == 200, await last.text()
            return await last.text()
