"""What happens around the talk: the app is installed and removed, people and channels come and go.

Teams tells nobody that a tenant as a whole has removed an app: each chat and team it was in says so
for itself. What a channel is called is kept nowhere, so that a new name changes nothing; neither
does it that somebody leaves a team, for they may work on.
"""

from __future__ import annotations

from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from adapters.chat.teams import read
from adapters.chat.teams.parts import mark
from adapters.chat.teams.people import People
from adapters.chat.teams.references import NAME, Reference, place_of, reference_of
from adapters.payloads import listed, words
from adapters.ports import Account, Desk, Gone, Later, Never, Place
from coaching.messages import Message

# What ends a channel alone, and what ends all of a team's, by the event that tells of it.
_REMOVED = "channel-gone-removed"
_CHANNEL_ENDS = {"channelDeleted": "channel-gone-missing"}
_TEAM_ENDS = {
    "teamDeleted": "channel-gone-missing",
    "teamHardDeleted": "channel-gone-missing",
    "teamArchived": "channel-gone-archived",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """Tells the desk who and what has changed."""

    desk: Desk
    people: People

    async def installation(self, activity: Any) -> None:
        """The app was installed or removed, for somebody or for a team; a newer one is the same."""
        match words(activity, "action", default=""):
            case "add":
                await self._installed(activity)
            case "add-upgrade" | "upgrade":
                await self._upgraded(activity)
            case "remove":
                await self._removed(activity)
            case _:
                pass

    async def conversation(self, activity: Any) -> None:
        """Somebody joined or left, or a channel changed."""
        us = mark(activity, "recipient", "id")
        added = [mark(one, "id") for one in listed(activity, "membersAdded")]
        removed = [mark(one, "id") for one in listed(activity, "membersRemoved")]
        event = words(activity, "channelData", "eventType", default="")
        if event in _CHANNEL_ENDS:
            await self._gone(activity, _CHANNEL_ENDS[event])
        elif event in _TEAM_ENDS:
            await self._team_gone(activity, _TEAM_ENDS[event])
        elif us in removed:
            await self._removed(activity)
        elif read.is_personal(activity):
            if us in added:
                await self._greeted(activity, is_told=False)
        elif us not in added:
            await self._joined(activity)

    async def _installed(self, activity: Any) -> None:
        """Greet whoever installed it for themselves; ask whoever did for a team what for.

        Those of the team who are on the list are greeted too.
        """
        await self.people.settle(activity)
        if read.is_personal(activity):
            await self._greeted(activity)
            return
        place = _channel(activity, "settings", "selectedChannel")
        by = read.account(activity)
        name = words(activity, "channelData", "team", "name", default="")
        await self.desk.channel_offered(place, name, by, _key(activity))
        await self.people.knock(read.place(activity))

    async def _upgraded(self, activity: Any) -> None:
        """Nobody is greeted again; where they are written to is known anew."""
        if read.is_personal(activity) and await self.desk.find(read.account(activity)):
            await self.people.met(activity)

    async def _greeted(self, activity: Any, *, is_told: bool = True) -> None:
        """Greet somebody on the list; others hear why they are not coached.

        Teams says an installation twice, and only once in which language somebody reads.
        """
        met = await self.people.met(activity)
        is_told = is_told or read.profile(activity).language is not None
        if isinstance(met, Message) and is_told:
            by = read.account(activity)
            await self.people.tell_stranger(activity, met, f"{by.tenant}/{by.user}/installed")

    async def _removed(self, activity: Any) -> None:
        if read.is_personal(activity):
            await self.desk.person_left(read.account(activity))
        else:
            await self._team_gone(activity, _REMOVED)

    async def _gone(self, activity: Any, why: str) -> None:
        """A channel takes nothing any more, whoever wrote it down."""
        about = _channel_id(activity, "channel")
        for place in await self.desk.channels(NAME, read.tenant(activity)):
            if reference_of(place).conversation == about:
                await self.desk.place_gone(place, why)

    async def _team_gone(self, activity: Any, why: str) -> None:
        """No channel of a team takes anything any more."""
        await self._gone(activity, why)
        for place in await self.desk.channels(NAME, read.tenant(activity)):
            if await self._is_over(place, activity):
                await self.desk.place_gone(place, why)

    async def _is_over(self, place: Place, activity: Any) -> bool:
        """Whether a channel is one of the team's that an activity is about.

        Nobody is told that of a team the coach is not in any more; its channels refuse to say who
        is there. Where Teams says neither, the next digest finds out.
        """
        team = mark(activity, "channelData", "team", "id", default="")
        roster = self.people.roster
        try:
            if team and reference_of(place).conversation in await roster.channels(place, team):
                return True
        except (Gone, Never, Later):
            pass
        try:
            async with aclosing(roster.members(place)) as members:
                await anext(members, None)
        except Gone:
            return True
        except (Never, Later):
            pass
        return False

    async def _joined(self, activity: Any) -> None:
        """Whoever is on the list and joins a team is greeted: from then on they can be."""
        place, tenant = read.place(activity), read.tenant(activity)
        for member in listed(activity, "membersAdded"):
            id_ = mark(member, "id")
            user = mark(member, "aadObjectId", default="") or id_
            account = Account(platform=NAME, tenant=tenant, user=user)
            await self.people.newcomer(account, place, id_)


def _channel(activity: Any, *path: str) -> Place:
    """The channel that an activity is about, else the one it comes from."""
    return place_of(
        Reference(
            service=mark(activity, "serviceUrl"),
            conversation=_channel_id(activity, *path),
            bot=mark(activity, "recipient", "id"),
        ),
        tenant=read.tenant(activity),
        kind="team",
    )


def _channel_id(activity: Any, *path: str) -> str:
    named = mark(activity, "channelData", *path, "id", default="")
    return named or mark(activity, "conversation", "id")


def _key(activity: Any) -> str:
    return f"{NAME}/{read.tenant(activity)}/{read.delivery(activity)}"
