"""What happens around the talk: people, channels and installations come, change and go.

An organisation's installation is one for all of its workspaces. That it leaves one of them
(`team_access_revoked`) is not asked for: Slack refuses what is sent to the people there, which
counts as gone, and all others go on.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from adapters.chat.slack import read
from adapters.chat.slack.installing import installed_at
from adapters.chat.slack.parts import mark
from adapters.chat.slack.platform import Slack, profile_of
from adapters.payloads import part, words
from adapters.ports import Account, Desk, Place, Tenants

Hear = Callable[[Any], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """Tells the desk who and what has changed."""

    desk: Desk
    slack: Slack
    tenants: Tenants

    @property
    def events(self) -> Mapping[str, Hear]:
        """What is done at each of Slack's events."""
        return {
            "user_change": self.user_changed,
            "team_rename": self.renamed,
            "member_joined_channel": self.joined,
            "channel_archive": self.channel_archived,
            "group_archive": self.channel_archived,
            "channel_deleted": self.channel_deleted,
            "group_deleted": self.channel_deleted,
            "channel_left": self.channel_left,
            "group_left": self.channel_left,
            "app_uninstalled": self.uninstalled,
            "tokens_revoked": self.tokens_revoked,
        }

    async def user_changed(self, body: Any) -> None:
        """Somebody's zone, language or name is another, or they are gone."""
        user = part(body, "event", "user")
        account = Account(platform=read.NAME, tenant=read.tenant(body), user=mark(user, "id"))
        if part(user, "deleted") is True:
            await self.desk.person_left(account)
        else:
            await self.desk.profile_changed(account, profile_of(user))

    async def renamed(self, body: Any) -> None:
        """The workspace has another name; one of an organisation's is not the organisation."""
        tenant = read.tenant(body)
        if tenant == words(body, "team_id"):
            await self.desk.tenant_renamed(read.NAME, tenant, words(body, "event", "name"))

    async def joined(self, body: Any) -> None:
        """Somebody joined a channel; if it is the coach, whoever invited it is asked why."""
        event, tenant = part(body, "event"), read.tenant(body)
        inviter = words(event, "inviter", default="")
        if inviter and mark(event, "user") == await self.slack.bot_user(tenant):
            by = Account(platform=read.NAME, tenant=tenant, user=inviter)
            place = _channel(tenant, mark(event, "channel"))
            await self.desk.channel_offered(place, "", by, read.delivery(body))

    async def channel_archived(self, body: Any) -> None:
        """A channel takes no messages any more."""
        await self._gone(body, "channel-gone-archived")

    async def channel_deleted(self, body: Any) -> None:
        """A channel is not there any more."""
        await self._gone(body, "channel-gone-missing")

    async def channel_left(self, body: Any) -> None:
        """The coach was taken out of a channel."""
        await self._gone(body, "channel-gone-removed")

    async def _gone(self, body: Any, why: str) -> None:
        channel = mark(body, "event", "channel")
        await self.desk.place_gone(_channel(read.tenant(body), channel), why)

    async def uninstalled(self, body: Any) -> None:
        """The app was taken out; late word of it must not end what was installed since."""
        tenant = read.tenant(body)
        kept = await self.tenants.get(read.NAME, tenant)
        at = part(body, "event_time")
        is_late = isinstance(at, int) and kept is not None and installed_at(kept) > at
        if not is_late:
            await self.desk.uninstalled(read.NAME, tenant)

    async def tokens_revoked(self, body: Any) -> None:
        """The bot's tokens count no more (those of people were never kept)."""
        if part(body, "event", "tokens", "bot"):
            await self.uninstalled(body)


def _channel(tenant: str, address: str) -> Place:
    return Place(platform=read.NAME, tenant=tenant, address=address, kind="team")
