"""What a test sets up in the fake Teams, what goes wrong there, and what there is to see."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection

from bot.clock import MovableClock
from tests.adapters.teams.fake.connector import Asked, Connector, Trouble
from tests.adapters.teams.fake.delivery import Answer, Delivery
from tests.adapters.teams.fake.keys import Keys
from tests.adapters.teams.fake.state import (
    APP_ID,
    APP_PASSWORD,
    BOT_ID,
    TENANT,
    Channel,
    Dialog,
    Json,
    Person,
    Post,
    Team,
    World,
)
from tests.adapters.teams.fake.tokens import IDENTITY_HEADER, Issuer


class Stage:
    """The part of `FakeTeams` that acts for nobody; see there."""

    app_id = APP_ID
    app_password = APP_PASSWORD
    bot_id = BOT_ID
    tenant = TENANT
    identity_header = IDENTITY_HEADER

    def __init__(self, clock: MovableClock) -> None:
        self.clock = clock
        self.world = World(clock=clock)
        self.issuer = Issuer(self.world)
        self.connector = Connector(self.world, self.issuer)
        self.keys = Keys()
        self.delivery = Delivery(self.keys)
        self.at = ""

    # ---- addresses ----------------------------------------------------------------------------

    @property
    def service(self) -> str:
        """The connector's address (serviceUrl)."""
        return f"{self.at}/emea/"

    @property
    def authority(self) -> str:
        """Where tokens are: `{authority}/{tenant}/oauth2/v2.0/token`."""
        return f"{self.at}/login"

    @property
    def token_url(self) -> str:
        """Where a bot of this tenant gets its token by its password."""
        return f"{self.authority}/{self.tenant}/oauth2/v2.0/token"

    @property
    def identity_url(self) -> str:
        """Where a managed identity gets its token (IDENTITY_ENDPOINT)."""
        return f"{self.authority}/msi/token"

    @property
    def openid(self) -> str:
        """The OpenID metadata of those who call the bot."""
        return f"{self.at}/openid/v1/.well-known/openidconfiguration"

    @property
    def host(self) -> str:
        """The host to be allowed as a service: "127.0.0.1:12345"."""
        return self.at.removeprefix("http://")

    def token(self) -> str:
        """A token that the connector takes."""
        return self.issuer.issue()

    def revoke(self) -> None:
        """No token issued so far counts any more."""
        self.world.tokens.clear()

    # ---- who and what is there ----------------------------------------------------------------

    def person(
        self,
        key: str,
        name: str,
        email: str = "",
        tz: str = "Europe/Berlin",
        locale: str = "en-GB",
        *,
        tenant: str = TENANT,
        guest: bool = False,
        installed: bool = False,
    ) -> Person:
        """Somebody; where `installed`, the app is theirs already and the chat is there."""
        number = len(self.world.people) + 1
        made = Person(
            key=key,
            aad=f"{number:08d}-0000-4000-8000-00000000000a",
            name=name,
            email=email,
            tz=tz,
            locale=locale,
            tenant=tenant,
            guest=guest,
            installed=installed,
        )
        self.world.people[key] = made
        if installed:
            self.world.chats.add(made.chat)
        return made

    def team(
        self,
        key: str,
        name: str,
        members: Collection[str] = (),
        *,
        tenant: str = TENANT,
        installed: bool = False,
    ) -> Team:
        """A team with its General channel."""
        made = Team(key=key, name=name, tenant=tenant, installed=installed, members=set(members))
        self.world.teams[key] = made
        self.world.channels[key] = Channel(key=key, name="General", team=key)
        return made

    def channel(self, key: str, name: str, team: str) -> Channel:
        """One more channel of a team's."""
        self.world.channels[key] = Channel(key=key, name=name, team=team)
        return self.world.channels[key]

    # ---- what goes wrong ----------------------------------------------------------------------

    def limit(self, operation: str, seconds: float = 0, times: int = 1) -> None:
        """Answer the next requests with 429 and Retry-After (0: without one)."""
        self.fail(operation, "limit", times, seconds=seconds)

    def fail(self, operation: str, kind: str, times: int = 1, *, seconds: float = 0) -> None:
        """Let the next requests fail; the package's docstring has the kinds and operations."""
        troubles = self.connector.troubles.setdefault(operation, [])
        troubles.append(Trouble(kind=kind, times=times, seconds=seconds))

    def block(self, key: str, *, blocked: bool = True) -> None:
        """Somebody blocks the bot, or does so no more; the bot is not told."""
        self.world.people[key].blocked = blocked

    # ---- what there is to see -----------------------------------------------------------------

    def asked(self, operation: str = "") -> list[Asked]:
        """The bot's requests so far, of one operation or all."""
        return [one for one in self.connector.asked if operation in ("", one.operation)]

    def posts(self, place: str) -> list[Post]:
        """What stands in somebody's personal chat or in a channel, threads included."""
        id_ = self.world.place(place)
        return [post for post in self.world.posts if post.place == id_ and not post.deleted]

    def thread(self, root: Post) -> list[Post]:
        """What hangs under a message."""
        return [post for post in self.posts(root.place) if post.root == root.id]

    def last(self, place: str) -> Post:
        """The bot's last message to somebody, or in a channel."""
        ours = [post for post in self.posts(place) if post.by_bot]
        assert ours, f"nothing was said in {place}"
        return ours[-1]

    def cards(self, place: str) -> list[Json]:
        """The bot's cards there as they stand now."""
        return [post.card for post in self.posts(place) if post.by_bot and post.card]

    def dialog(self, key: str) -> Dialog | None:
        """The dialog that somebody has open."""
        return self.world.dialogs.get(key)

    # ---- waiting, and the same again ----------------------------------------------------------

    async def eventually(self, true: Callable[[], object], seconds: float = 5) -> None:
        """Wait until something is so."""
        async with asyncio.timeout(seconds):
            while not true():  # noqa: ASYNC110 - what is waited for tells nobody
                await asyncio.sleep(0.005)

    async def deliver_again(self) -> Answer:
        """Deliver the last thing once more, exactly; it changes nothing of what people see."""
        return await self.delivery.again()
