"""The way in from chat platforms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from adapters.ports.chat import Account, Place
from adapters.ports.tenants import Tenant
from adapters.ports.words import Say
from coaching.actions import Reply
from coaching.events import ChatEvent
from coaching.messages import Message
from coaching.people import Language, Rep


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a platform says about a person, as far as it says it; `address` is verified by it.

    `zone` is an IANA name. A `guest` is somebody from outside the company.
    """

    name: str = ""
    address: str = ""
    zone: str = ""
    language: Language | None = None
    guest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A person on a platform whom the coach knows: their workspace, and who they are there.

    `place` is where they are reached now, on this platform or another; `greeted` whether they are
    greeted by this very contact.
    """

    workspace_id: UUID
    account: Account
    rep: Rep
    place: Place | None = None
    greeted: bool = False


class Desk(Protocol):
    """The way in from chat platforms: who somebody is, what they do, what they see."""

    async def find(self, account: Account) -> Met | None:
        """Whom an account belongs to, if they are coached here."""

    async def meet(
        self, account: Account, place: Place, profile: Profile, delivery: str = ""
    ) -> Met | Message:
        """First contact: join the account to a rep, reached in `place` and greeted there once.

        Where they are greeted now that answers `delivery` too, which counts as seen. A message says
        to somebody who is not coached here why, and whom to ask.
        """

    async def tell(
        self, place: Place, key: str, told: Message, *, language: Language, zone: str
    ) -> None:
        """Promise a message to somebody who need not be coached; once for each `key`."""

    async def handle(self, met: Met, event: ChatEvent, delivery: str) -> Reply:
        """Decide on what a rep did; the same delivery again has no second effect."""

    async def unmet(self, platform: str, tenant: str, *, again: bool = True) -> Sequence[str]:
        """The addresses of those who are to be coached there and are met on no platform.

        `again`: also of those who were met and left.
        """

    async def used(self, met: Met) -> None:
        """Note where this person was met now (`met.place`): what comes next goes there."""

    async def logical_id(self, met: Met, reference: str) -> str:
        """The logical id behind a platform's reference, empty if it is none of ours."""

    async def thread(self, met: Met, reference: str) -> str:
        """The logical id that begins the thread of a message of ours: its own outside of one."""

    async def shown(self, met: Met, logical_id: str) -> Message | None:
        """What a message to a rep says by now, None for none that was ever decided on."""

    async def home(self, met: Met) -> Message:
        """What a rep sees of themselves at a glance: their day, what is open, settings."""

    async def profile_changed(self, account: Account, profile: Profile) -> None:
        """The platform knows somebody's zone, language or name anew; what they chose here stays."""

    async def person_left(self, account: Account) -> None:
        """Somebody is gone from a platform: nothing is sent there any more, all is kept."""

    async def channels(self, platform: str, tenant: str) -> Sequence[Place]:
        """The channels there in which the teams' digests are posted."""

    async def place_gone(self, place: Place, why: str) -> None:
        """A place takes no messages any more; the admin is told once. `why` is a text key."""

    async def channel_offered(self, place: Place, name: str, by: Account, delivery: str) -> None:
        """The coach was invited to a channel: ask who did it whether a digest belongs there."""

    async def channel_settled(
        self, by: Account, team: str, place: Place | None, reference: str
    ) -> None:
        """Whoever invited the coach said that a team's digest belongs in that channel, or not.

        `team` is an id as it stood in the question, `reference` that of the question.
        """

    async def installed(self, tenant: Tenant, by: Account, profile: Profile) -> None:
        """Somebody installed the app: its workspace is there, and they alone are welcomed."""

    async def tenant_renamed(self, platform: str, tenant: str, name: str) -> None:
        """A platform's workspace has another name."""

    async def uninstalled(self, platform: str, tenant: str) -> None:
        """The app is gone from a platform's workspace: nothing is sent any more, all is kept."""

    def speaker(self, language: Language, zone: str) -> Say:
        """Who says a text now to a reader with this language and IANA zone."""
