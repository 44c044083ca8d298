"""Meeting people on Slack: who they are to the coach, and where their direct messages are."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from adapters.chat.slack.platform import Slack
from adapters.chat.slack.read import NAME
from adapters.ports import Account, Desk, Envelope, Gone, Later, Met, Never, Place, Profile
from coaching.messages import Message

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Knows people from the desk, and introduces those it has not met."""

    desk: Desk
    slack: Slack

    async def met(self, account: Account, channel: str = "") -> Met | Message:
        """Who somebody is; whoever is met for the first time is greeted in direct messages.

        `channel` is that of our direct messages, where it is known. A message says why somebody
        is not coached. Raises `Later`, `Never` or `Gone` where Slack does not say who they are.
        """
        known = await self.desk.find(account)
        if known is None:
            return await self._meet(account, channel)
        if channel and (known.place is None or known.place.address != channel):
            known = replace(known, place=direct(account, channel))
            await self.desk.used(known)
        return known

    async def _meet(self, account: Account, channel: str) -> Met | Message:
        profile = await self.slack.profile(account.tenant, account.user)
        channel = channel or await self.slack.open_dm(account.tenant, account.user)
        return await self.desk.meet(account, direct(account, channel), profile)

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
        """Answer somebody who is not coached, in their direct messages; a failure is logged."""
        profile = await self.profile(account)
        envelope = Envelope(
            id=f"stranger/{key}",
            place=direct(account, channel),
            message=told,
            say=self.desk.speaker(profile.language or "en", profile.zone or "UTC"),
        )
        try:
            await self.slack.send(envelope)
        except (Later, Never, Gone) as fault:
            log.info("Somebody who is not coached got no answer", extra={"why": str(fault)})

    async def profile(self, account: Account) -> Profile:
        """What Slack says about somebody; nothing where it does not answer."""
        try:
            return await self.slack.profile(account.tenant, account.user)
        except (Later, Never, Gone):
            return Profile()


def direct(account: Account, channel: str) -> Place:
    """Somebody's direct messages."""
    return Place(platform=NAME, tenant=account.tenant, address=channel, kind="rep")
