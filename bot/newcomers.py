"""First contact on a chat platform: which rep somebody is there, and what their profile tells."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid5

from adapters.ports import Account, Profile, Tenant, Unit
from bot.enrol import team_id
from coaching.errors import Unknown
from coaching.people import Configured, Rep, Team


async def newcomer(
    unit: Unit, account: Account, profile: Profile, *, listed: Collection[str] | None
) -> Rep | None:
    """The rep somebody is, if they are coached: on the list, or without one whoever works there."""
    if listed is None:
        return await _let_in(unit, account, profile)
    return await _of_list(unit, listed, profile)


async def is_greeted(unit: Unit, rep: Rep, *, now: datetime) -> bool:
    """Whether the coach has said hello to them before."""
    try:
        known = await unit.known(rep.id, since=now)
    except Unknown:
        return False
    return known.conversation.greeted


def as_profiled(rep: Rep, profile: Profile) -> Rep:
    """The rep as the platform knows them, where neither they nor app.yaml said otherwise."""
    was = rep.configured or Configured(language=rep.language, zone=None, country=None)
    zone, language = rep.zone, rep.language
    if profile.zone and (zone is None or (was.follows and zone == was.zone)):
        zone = profile.zone
        was = replace(was, zone=zone, follows=True)
    if profile.language and was.follows and language == was.language:
        language = profile.language
        was = replace(was, language=language)
    return replace(rep, zone=zone, language=language, configured=was)


def first_team(workspace_id: UUID, tenant: Tenant, profile: Profile) -> Team:
    """The team that an installation begins with: all who work there."""
    return Team(
        id=team_id(workspace_id, "first"),
        name=tenant.name,
        language=profile.language or "en",
        zone=profile.zone or "UTC",
    )


async def _of_list(unit: Unit, listed: Collection[str], profile: Profile) -> Rep | None:
    """The rep on the list whose address the platform has verified."""
    wanted = profile.address.strip().lower()
    if wanted not in listed:
        return None
    return next((rep for rep in await unit.reps() if rep.address == wanted), None)


async def _let_in(unit: Unit, account: Account, profile: Profile) -> Rep | None:
    """Somebody who works where the app was installed: known by address, or new in the team."""
    teams = await unit.teams()
    if not teams:
        return None
    team = teams[0]
    address = profile.address.strip().lower() or f"{account.user}@{account.tenant}".lower()
    for rep in await unit.reps():
        if rep.address == address:
            return rep
    return Rep(
        id=uuid5(team.id, f"rep/{address}"),
        team_id=team.id,
        name=profile.name or account.user,
        address=address,
        language=team.language,
    )
