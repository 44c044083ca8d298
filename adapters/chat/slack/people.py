"""Meeting people on Slack: who they are to the coach, and where their direct messages are."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from adapters.chat.slack.platform import Slack
from adapters.chat.slack.read import NAME
from adapters.ports import Account, Desk, Gone, Later, Met, Never, Place, Profile, Say
from coaching.messages import Message
from coaching.people import Language

# Slack waits three seconds for an answer: what a stranger does has its own in time.
PATIENCE = timedelta(seconds=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Knows people from the desk, and introduces those it has not met."""

    desk: Desk
    slack: Slack

    async def met(self, account: Account, channel: str = "", delivery: str = "") -> Met | Message:
        """Who somebody is; whoever is met for the first time is greeted in direct messages.

        `channel` is that of our direct messages, where it is known; `delivery` is answered by the
        greeting, where that answers it. A message says why somebody is not coached. Raises
        `Later`, `Never` or `Gone` where Slack does not say who they are.
        """
        known = await self.desk.find(account)
        if known is None:
            return await self._meet(account, channel, delivery)
        return await self._here(known, channel)

    async def _here(self, known: Met, channel: str) -> Met:
        """Them, reached on Slack from now on: what they did here is answered here."""
        at = known.place
        is_elsewhere = at is None or at.platform != NAME
        if not channel and is_elsewhere:
            channel = await self.slack.open_dm(known.account.tenant, known.account.user)
        if not channel or (at is not None and not is_elsewhere and at.address == channel):
            return known
        here = replace(known, place=direct(known.account, channel))
        await self.desk.used(here)
        return here

    async def _meet(self, account: Account, channel: str, delivery: str) -> Met | Message:
        profile, channel = await self._introduced(account, channel)
        return await self.desk.meet(account, direct(account, channel), profile, delivery)

    async def _introduced(self, account: Account, channel: str) -> tuple[Profile, str]:
        """What Slack says of a stranger, and where they are reached, before it stops waiting."""
        try:
            async with asyncio.timeout(PATIENCE.total_seconds()):
                profile = await self.slack.profile(account.tenant, account.user)
                if not channel:
                    channel = await self.slack.open_dm(account.tenant, account.user)
        except TimeoutError:
            at = self.slack.clock.now() + PATIENCE
            raise Later(at, "Slack did not say in time who somebody is") from None
        return profile, channel

    async def knock(self, tenant: str) -> Sequence[str]:
        """Greet all who are to be coached and have not been met; return who was not found.

        They are found by their e-mail address; raises `Later` where Slack wants a pause.
        """
        strangers = []
        for address in await self.desk.unmet(NAME, tenant):
            user = await self.slack.user_by_email(tenant, address)
            if not user or isinstance(await self._knocked(tenant, user), Message):
                strangers.append(address)
        return tuple(strangers)

    async def _knocked(self, tenant: str, user: str) -> Met | Message:
        return await self.met(Account(platform=NAME, tenant=tenant, user=user))

    async def tell_stranger(self, account: Account, channel: str, told: Message, key: str) -> None:
        """Answer somebody who is not coached, in their direct messages; once for each `key`."""
        language, zone = _reader(await self.profile(account))
        place = direct(account, channel)
        await self.desk.tell(place, f"stranger/{key}", told, language=language, zone=zone)

    async def say_to(self, account: Account) -> Say:
        """Who speaks to somebody who is not coached, in their own language."""
        return self.desk.speaker(*_reader(await self.profile(account)))

    async def profile(self, account: Account) -> Profile:
        """What Slack says about somebody; nothing where it does not answer."""
        try:
            return await self.slack.profile(account.tenant, account.user)
        except (Later, Never, Gone):
            return Profile()


def direct(account: Account, channel: str) -> Place:
    """Somebody's direct messages."""
    return Place(platform=NAME, tenant=account.tenant, address=channel, kind="rep")


def _reader(profile: Profile) -> tuple[Language, str]:
    return profile.language or "en", profile.zone or "UTC"
