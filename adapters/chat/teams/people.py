"""Meeting people on Teams: who they are to the coach, and where they are written to."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Awaitable, Callable, Collection
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

from adapters.chat.teams import read
from adapters.chat.teams.parts import mark
from adapters.chat.teams.references import NAME, Reference, place_of, reference_of
from adapters.ports import (
    Account,
    Desk,
    Gone,
    Later,
    Met,
    Never,
    Place,
    Profile,
    Say,
    Tenant,
    Tenants,
)
from coaching.messages import Message
from coaching.people import Language

log = logging.getLogger(__name__)


class Somebody(Protocol):
    """Somebody on a roster."""

    @property
    def account(self) -> Account:
        """Who they are."""

    @property
    def id(self) -> str:
        """Their id for this bot."""

    @property
    def profile(self) -> Profile:
        """What Teams says about them."""


class Roster(Protocol):
    """Knows who is in a conversation; raises `Later`, `Never` or `Gone`."""

    async def profile(self, place: Place, user: str) -> Profile:
        """What Teams says about somebody there, by their id for this bot or Entra's object id."""

    def members(self, place: Place) -> AsyncGenerator[Somebody, None]:
        """Who is in a place, page by page as they are wanted."""

    async def channels(self, place: Place, team: str) -> Collection[str]:
        """The ids of a team's channels, by the team's own; asked of the service of a place."""

    async def chat(self, place: Place) -> Place:
        """Somebody's personal chat with us, begun if need be."""


Welcome = Callable[[Tenant, Account, Profile], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Knows people from the desk, and introduces those it has not met.

    `welcome` takes in a tenant that is not known yet, None where only those known are served.
    `admin` is the e-mail address of whoever runs the coach and is told what is amiss.
    """

    desk: Desk
    roster: Roster
    tenants: Tenants
    welcome: Welcome | None = None
    admin: str = ""
    _settled: set[str] = field(default_factory=set)

    async def met(self, activity: Any, delivery: str = "") -> Met | Message:
        """Who did something; whoever is met for the first time is greeted in their own chat.

        What they do in that chat is answered there from now on. `delivery` is answered by the
        greeting, where that answers it. A message says why somebody is not coached. Raises
        `Later`, `Never` or `Gone` where Teams does not say who they are.
        """
        account = read.account(activity)
        known = await self.desk.find(account)
        if known is None:
            return await self._meet(account, activity, delivery)
        return await self._here(await self._as_they_are(known, activity), activity)

    async def knock(self, place: Place) -> None:
        """Greet who is in a team, is on the list, and was met nowhere yet.

        Where Teams does not let us write to somebody there, they are greeted once they install it.
        Nobody is who was met before and left.
        """
        unmet = set(await self.desk.unmet(NAME, place.tenant, again=False))
        if not unmet:
            return
        async with aclosing(self.roster.members(place)) as members:
            async for member in members:
                address = _address(member.profile)
                if address in unmet:
                    unmet.discard(address)
                    await self._greet(member.account, _chat_with(member.id, place), member.profile)
                if not unmet:
                    break

    async def newcomer(self, account: Account, place: Place, user: str) -> None:
        """Greet somebody who came to a team, as `knock` does; `user` is their id for this bot."""
        unmet = await self.desk.unmet(NAME, place.tenant, again=False)
        if not unmet or await self.desk.find(account) is not None:
            return
        profile = await self.roster.profile(place, user)
        if _address(profile) in unmet:
            await self._greet(account, _chat_with(user, place), profile)

    async def _greet(self, account: Account, place: Place, profile: Profile) -> None:
        try:
            chat = await self.roster.chat(place)
        except (Never, Gone) as refused:
            log.info("Somebody of a team cannot be greeted yet: %s", refused)
            return
        await self.desk.meet(account, chat, profile)

    async def tell_stranger(self, activity: Any, told: Message, key: str) -> None:
        """Answer somebody who is not coached, in their own chat; once for each `key`."""
        language, zone = _reader(read.profile(activity))
        key = f"stranger/{key}"
        await self.desk.tell(own(activity), key, told, language=language, zone=zone)

    def say_to(self, activity: Any) -> Say:
        """Who speaks to somebody who is not coached, in their own language."""
        return self.desk.speaker(*_reader(read.profile(activity)))

    async def settle(self, activity: Any) -> None:
        """Take in the tenant of an activity, where that is ours to do and was not done yet."""
        by = read.account(activity)
        if self.welcome is None or by.tenant in self._settled:
            return
        if await self.tenants.workspace(NAME, by.tenant) is None:
            profile = await self.profile(activity)
            tenant = _tenant(by, profile)
            await self.tenants.put(tenant)
            await self.welcome(tenant, by, profile)
        self._settled.add(by.tenant)

    async def profile(self, activity: Any) -> Profile:
        """What Teams says about whoever did something; no more than that tells if it is silent."""
        try:
            return await self._profile(activity)
        except (Later, Never, Gone):
            return read.profile(activity)

    async def _profile(self, activity: Any) -> Profile:
        seen = read.profile(activity)
        # Where a message action happens nobody need know us; in their own chat somebody does.
        there = own(activity) if read.is_elsewhere(activity) else read.place(activity)
        told = await self.roster.profile(there, mark(activity, "from", "id"))
        zone, language = seen.zone or told.zone, seen.language or told.language
        return replace(told, name=told.name or seen.name, zone=zone, language=language)

    async def _meet(self, account: Account, activity: Any, delivery: str) -> Met | Message:
        await self.settle(activity)
        profile = await self._profile(activity)
        await self._note_admin(account, profile)
        return await self.desk.meet(account, own(activity), profile, delivery)

    async def _note_admin(self, account: Account, profile: Profile) -> None:
        """Whoever runs the coach is known by their address; from then on they can be told."""
        if not self.admin or _address(profile) != self.admin:
            return
        tenant = await self.tenants.get(NAME, account.tenant)
        if tenant is not None and not tenant.installer:
            await self.tenants.put(replace(tenant, installer=account.user))

    async def _as_they_are(self, known: Met, activity: Any) -> Met:
        """Them, in the zone and language that their client is in, where they chose no other."""
        seen = read.profile(activity)
        same_zone = seen.zone in ("", known.rep.zone)
        if same_zone and seen.language in (None, known.rep.language):
            return known
        await self.desk.profile_changed(known.account, seen)
        return await self.desk.find(known.account) or known

    async def _here(self, known: Met, activity: Any) -> Met:
        """Them, reached on Teams from now on, in the chat as it is known by now."""
        is_elsewhere = known.place is None or known.place.platform != NAME
        place = own(activity) if is_elsewhere or read.is_personal(activity) else known.place
        if place == known.place:
            return known
        here = replace(known, place=place)
        await self.desk.used(here)
        return here


def own(activity: Any) -> Place:
    """The personal chat of whoever did something; out of a channel, it is begun with them."""
    here = read.place(activity)
    if read.is_personal(activity):
        return here
    return _chat_with(mark(activity, "from", "id"), here)


def _chat_with(user: str, place: Place) -> Place:
    """The personal chat of somebody in a place, not begun yet: by their id for this bot."""
    told = reference_of(place)
    asked = Reference(service=told.service, user=user, bot=told.bot)
    return place_of(asked, tenant=place.tenant, kind="rep")


def _tenant(by: Account, profile: Profile) -> Tenant:
    """Teams tells no name of a tenant: it is called by the domain of whoever is there."""
    name = profile.address.rpartition("@")[2] or by.tenant
    return Tenant(platform=NAME, tenant=by.tenant, name=name, installer=by.user)


def _address(profile: Profile) -> str:
    return profile.address.strip().lower()


def _reader(profile: Profile) -> tuple[Language, str]:
    return profile.language or "en", profile.zone or "UTC"
