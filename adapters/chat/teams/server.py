"""Teams at work: the bot behind its door, opened and closed with the program."""

from __future__ import annotations

from dataclasses import dataclass

from aiohttp import web

from adapters.chat.teams.about import about
from adapters.chat.teams.acts import Acts
from adapters.chat.teams.app import Bot, adapter
from adapters.chat.teams.auth import Guard
from adapters.chat.teams.lifecycle import Lifecycle
from adapters.chat.teams.manifest import ABOUT
from adapters.chat.teams.people import People, Welcome
from adapters.chat.teams.platform import Teams
from adapters.chat.teams.route import door
from adapters.ports import Desk, Tenants


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """All that Teams needs of the program; see `People` for `welcome` and `admin`."""

    desk: Desk
    teams: Teams
    tenants: Tenants
    guard: Guard
    welcome: Welcome | None = None
    admin: str = ""

    def door(self) -> web.Application:
        """The application with the address that Teams calls, and the page about it."""
        people = People(
            desk=self.desk,
            roster=self.teams,
            tenants=self.tenants,
            welcome=self.welcome,
            admin=self.admin,
        )
        bot = Bot(
            acts=Acts(desk=self.desk, people=people, dialogs=self.teams.dialogs),
            lifecycle=Lifecycle(desk=self.desk, people=people),
            adapter=adapter(),
        )
        app = door(self.guard, bot)
        app.router.add_get(ABOUT, about)
        return app
