"""Looks Slack over for the operator: tokens, scopes, channels and people; changes nothing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Mapping
from dataclasses import dataclass, field
from typing import Literal

from adapters.chat.slack.calls import Calls
from adapters.chat.slack.manifest import SCOPES
from adapters.chat.slack.refusals import Refused
from adapters.ports import Later

# How fit something is, and what there is to say of it.
Seen = tuple[Literal["ok", "look", "bad"], str]
_NOBODY = "users_not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """What app.yaml says of a workspace: addresses of people, and channels by their teams."""

    people: Collection[str] = ()
    channels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """Looks with one token at the workspace that it is from."""

    calls: Calls
    token: str = field(repr=False)

    async def __call__(self, expected: Expected) -> AsyncIterator[Seen]:
        """What there is to say, one after the other; the rest is not looked at without a token."""
        try:
            told, scopes = await self.calls.granted(self.token)
        except Refused as refused:
            yield _refused("the bot token", refused)
            return
        missing = sorted(set(SCOPES) - scopes)
        where = str(told.get("team") or told.get("enterprise_id") or "?")
        if missing:
            lacks = f"slack: the installation in {where} lacks {', '.join(missing)}"
            yield "bad", f"{lacks}: put the manifest into the app anew, and reinstall it"
        else:
            yield "ok", f"slack: {where} takes the token, and all scopes are granted"
        for team, channel in expected.channels.items():
            yield await self._channel(team, channel)
        async for seen in self._people(expected.people):
            yield seen

    async def _channel(self, team: str, channel: str) -> Seen:
        if not channel:
            return "look", f"slack: {team} has no channel for its digest; invite the app to one"
        try:
            told = await self.calls.ask("conversations.info", self.token, channel=channel)
        except Refused as refused:
            return _refused(f"the channel of {team}, {channel},", refused)
        shown = told.get("channel")
        if isinstance(shown, dict) and shown.get("is_archived") is True:
            return "bad", f"slack: the channel of {team}, {channel}, is archived"
        return "ok", f"slack: the channel of {team} is there"

    async def _people(self, people: Collection[str]) -> AsyncIterator[Seen]:
        found = 0
        for address in people:
            try:
                await self.calls.ask("users.lookupByEmail", self.token, email=address)
                found += 1
            except Refused as refused:
                if refused.code == _NOBODY:
                    yield "look", f"slack: nobody has the address {address}"
                    continue
                yield _refused(f"the address {address}", refused)
                if isinstance(refused.means, Later):
                    return
        if people:
            yield "ok", f"slack: {found} of {len(people)} people of app.yaml have an account"


async def connecting(calls: Calls, app_token: str) -> Seen:
    """Whether Slack opens a connection for an app-level token; none is opened."""
    try:
        await calls.do("apps.connections.open", app_token, {})
    except Refused as refused:
        return _refused("the app-level token", refused)
    return "ok", "slack: takes the app-level token"


def _refused(what: str, refused: Refused) -> Seen:
    if isinstance(refused.means, Later):
        return "look", f"slack: no answer about {what.rstrip(',')}: {refused.means}"
    return "bad", f"slack: {what} is refused: {refused}"
