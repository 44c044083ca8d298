"""What a test sets up in the fake Slack, what goes wrong there, and what there is to see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from functools import partial
from typing import Literal

from aiohttp import web

from bot.clock import MovableClock
from tests.adapters.slack.fake import grants
from tests.adapters.slack.fake.chat import Flow
from tests.adapters.slack.fake.delivery import Answer, Delivery
from tests.adapters.slack.fake.server import Asked, Server, Trouble
from tests.adapters.slack.fake.state import (
    BOT_USER,
    Channel,
    Grant,
    Json,
    Opened,
    Person,
    Post,
    Workspace,
    World,
)


class Stage:
    """The part of `FakeSlack` that acts for nobody; see there."""

    client_id = grants.CLIENT_ID
    client_secret = grants.CLIENT_SECRET
    app_token = grants.APP_TOKEN
    bot_user = BOT_USER

    def __init__(self, clock: MovableClock, *, burst: int) -> None:
        self.clock = clock
        self.world = World(clock=clock)
        self.server = Server(self.world, Flow(burst))
        self.delivery = Delivery(server=self.server)
        self.workspace("T1", "Acme")

    # ---- addresses and secrets ----------------------------------------------------------------

    @property
    def api(self) -> str:
        """The address of Slack's methods."""
        return f"{self.server.at}/api/"

    @property
    def authorize_url(self) -> str:
        """The page on which an installer says yes."""
        return f"{self.server.at}/oauth/v2/authorize"

    @property
    def signing_secret(self) -> str:
        return self.delivery.secret

    @property
    def token(self) -> str:
        """The bot token of T1, installed if need be."""
        for grant in self.world.grants.values():
            if grant.team == "T1":
                return grant.token
        return self.install("T1").token

    # ---- who and what is there ----------------------------------------------------------------

    def workspace(self, team: str, name: str, enterprise: str = "") -> Workspace:
        self.world.workspaces[team] = Workspace(id=team, name=name, enterprise=enterprise)
        return self.world.workspaces[team]

    def person(
        self,
        user: str,
        name: str,
        email: str = "",
        tz: str = "Europe/Berlin",
        locale: str = "en-GB",
        *,
        team: str = "T1",
        signs: Collection[str] = (),
    ) -> Person:
        """Somebody; `signs` are Slack's flags that are true of them."""
        self.world.people[user] = Person(
            id=user, team=team, name=name, email=email, tz=tz, locale=locale, signs=set(signs)
        )
        return self.world.people[user]

    def channel(
        self,
        channel: str,
        name: str,
        *,
        team: str = "T1",
        kind: Literal["public", "private"] = "public",
        members: Collection[str] = (BOT_USER,),
    ) -> Channel:
        """A channel of a workspace's; the app is in it unless `members` say otherwise."""
        self.world.channels[channel] = Channel(
            id=channel, team=team, name=name, kind=kind, members=set(members)
        )
        return self.world.channels[channel]

    def install(
        self,
        team: str = "T1",
        installer: str = "",
        *,
        org_wide: bool = False,
        rotates: bool | None = None,
    ) -> Grant:
        """Install the app without OAuth and return the installation with its tokens."""
        return grants.granted(
            self.world, team=team, installer=installer, org_wide=org_wide, rotates=rotates
        )

    def code(self, installer: str, *, org_wide: bool = False) -> str:
        """A code as the authorize page gives it, for oauth.v2.access."""
        return grants.code(self.world, installer, org_wide=org_wide)

    def approver(self, installer: str, *, org_wide: bool = False) -> None:
        """Who says yes on the authorize page from now on; empty: the answer there is no."""
        self.server.installer, self.server.org_wide = installer, org_wide

    def kill(self, team: str, error: str) -> None:
        """From now on the tokens of a workspace (or organisation) earn that error."""
        for grant in self.world.grants.values():
            if team == (grant.enterprise if grant.org_wide else grant.team):
                grant.dead = error

    # ---- what goes wrong ----------------------------------------------------------------------

    def limit(self, method: str, seconds: float, times: int = 1) -> None:
        """Answer the next calls of a method with 429 and Retry-After ("*": of all methods)."""
        self.fail(method, "limit", times, seconds=seconds)

    def fail(self, method: str, kind: str, times: int = 1, *, seconds: float = 0) -> None:
        """Let the next calls of a method fail.

        `kind` is 500, 502 or 503 (an HTML page), "broken" (half of some JSON), "plain" (a text),
        "empty" (ok, and nothing else),
        "hangs" (no answer for `seconds`, or until the fake ends), or any error code of Slack's.
        """
        troubles = self.server.troubles.setdefault(method, [])
        troubles.append(Trouble(kind=kind, times=times, seconds=seconds))

    # ---- what there is to see -----------------------------------------------------------------

    def asked(self, method: str) -> list[Asked]:
        """The calls of a method so far."""
        return [one for one in self.server.asked if one.method == method]

    def posts(self, place: str) -> list[Post]:
        """What stands in somebody's direct messages, or in a channel, threads included."""
        if place in self.world.people:
            channel = self.world.direct(place)
        else:
            channel = self.world.channels[place]
        return [post for post in channel.posts if not post.deleted]

    def thread(self, root: Post) -> list[Post]:
        """The answers under a message."""
        channel = self.world.channels[root.channel]
        return [one for one in channel.posts if one.thread_ts == root.ts and not one.deleted]

    def last(self, place: str) -> Post:
        """The app's last message to somebody, or in a channel."""
        return [post for post in self.posts(place) if post.by_app][-1]

    def home(self, user: str) -> Json | None:
        """What somebody sees in the home tab."""
        shown = self.world.homes.get(user)
        return shown.view if shown else None

    def view(self, user: str) -> Opened | None:
        """The form that somebody sees, the topmost of them."""
        shown = [one for one in self.world.views.values() if one.user == user]
        return shown[-1] if shown else None

    def ephemerals(self, user: str) -> list[Post]:
        """What only that person was shown in channels."""
        return [post for post in self.world.ephemerals if post.user == user]

    # ---- waiting ------------------------------------------------------------------------------

    async def eventually(self, true: Callable[[], object], seconds: float = 5) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - what is waited for tells nobody
                await asyncio.sleep(0.005)

    async def connected(self, sockets: int = 1) -> None:
        """Wait until the app has opened so many sockets."""
        await self.eventually(lambda: len(self.server.sockets) >= sockets)

    async def deliver_again(self) -> Answer:
        """Deliver the last thing once more, exactly; it has no effect on what people see."""
        return await self.delivery.again()

    async def verify(self, challenge: str = "made-up-challenge") -> Answer:
        """Ask the app's address whether it is there, as the settings page does."""
        told = {"type": "url_verification", "token": "made-up", "challenge": challenge}
        return await self.delivery.deliver("event", told)

    async def refresh_sockets(self) -> None:
        """Tell every connection that it will end soon; the app opens another, the old one ends."""
        for socket in list(self.server.sockets):
            count = len(self.server.sockets)
            reason = {"type": "disconnect", "reason": "refresh_requested"}
            await socket.send_json({**reason, "debug_info": {"host": "fake"}})
            await self.eventually(partial(self._replaced, socket, count))
            await socket.close()

    def _replaced(self, old: web.WebSocketResponse, before: int) -> bool:
        return old not in self.server.sockets or len(self.server.sockets) > before
