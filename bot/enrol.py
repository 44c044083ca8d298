"""Brings the teams and people of app.yaml into the store; what they set themselves stays."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID, uuid5

from adapters.ports import Account, CalendarLink, Place, Store, Unit
from bot.config import Config
from bot.config.keys import Person, TeamOf
from bot.config.values import NAME_LIMIT
from coaching.ids import configured_link
from coaching.people import Configured, Rep, Team


class Home(Protocol):
    """Where a platform that needs no installation reaches people."""

    def rep(self, rep: Rep) -> tuple[Account, Place]:
        """A rep's account there and their direct messages."""

    def team(self, team: Team) -> Place:
        """A team's channel there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolled:
    """Who is here, and the calendar links that app.yaml gives them."""

    teams: tuple[Team, ...]
    reps: tuple[Rep, ...]
    links: tuple[CalendarLink, ...] = ()


def team_id(workspace_id: UUID, name: str) -> UUID:
    """The id of a team by its name."""
    return uuid5(workspace_id, f"team/{name}")


def rep_id(workspace_id: UUID, address: str) -> UUID:
    """The id of a rep by their lower-case address."""
    return uuid5(workspace_id, f"rep/{address}")


async def enrol(
    store: Store,
    workspace_id: UUID,
    config: Config,
    homes: Sequence[Home],
    platforms: Collection[str] = (),
) -> Enrolled:
    """Add or change teams and people as configured; who is no longer named is no longer coached.

    Where app.yaml names no team at all, whoever came by themselves stays. `platforms` are those
    that are on: a team's channel on one of them is not exchanged for a home.
    """
    async with store.open(workspace_id) as unit:
        known = {rep.id: rep for rep in await unit.reps()}
        enrolled = _enrolled(workspace_id, config, known)
        for team in enrolled.teams:
            await unit.put_team(team)
        configured = {link.rep_id: link for link in enrolled.links}
        for rep in enrolled.reps:
            await unit.put_rep(rep)
            await _link(unit, rep, configured.get(rep.id))
        stay = config.platforms.installed and not config.teams
        await _leave(unit, known, enrolled.reps, stay=stay)
        await _house(unit, homes, enrolled.teams, enrolled.reps, platforms)
    return enrolled


async def look_up(store: Store, workspace_id: UUID, config: Config) -> Enrolled:
    """Who would be here after the next start; nothing is stored."""
    async with store.open(workspace_id) as unit:
        known = {rep.id: rep for rep in await unit.reps()}
    return _enrolled(workspace_id, config, known)


def _enrolled(workspace_id: UUID, config: Config, known: dict[UUID, Rep]) -> Enrolled:
    teams: list[Team] = []
    reps: list[Rep] = []
    links: list[CalendarLink] = []
    for told in config.teams:
        team = _team(workspace_id, told)
        teams.append(team)
        for person in told.people:
            rep = _rep(workspace_id, team, person, known)
            reps.append(rep)
            # Of whom nothing is asked, nothing is read either.
            if person.calendar and person.group != "control":
                key = configured_link(rep.id)
                links.append(CalendarLink(id=key, rep_id=rep.id, address=person.calendar))
    reps += _only_managers(workspace_id, config, {rep.id for rep in reps}, known)
    managed = {rep.id: _managed(workspace_id, config, rep.address) for rep in reps}
    reps = [replace(rep, manages=managed[rep.id]) for rep in reps]
    return Enrolled(teams=tuple(teams), reps=tuple(reps), links=tuple(links))


def _only_managers(
    workspace_id: UUID, config: Config, here: Collection[UUID], known: dict[UUID, Rep]
) -> list[Rep]:
    """Those who manage a team and are nobody's rep: in the first team that they manage.

    They have the name that they were known by, else what stands before the @ of their address.
    """
    found: dict[UUID, Rep] = {}
    for told in config.teams:
        for address in told.managers:
            key = rep_id(workspace_id, address)
            if key in here or key in found:
                continue
            before = known.get(key)
            person = Person(name=before.name if before else _name(address), address=address)
            rep = _rep(workspace_id, _team(workspace_id, told), person, known)
            found[key] = replace(rep, sells=False)
    return list(found.values())


def _name(address: str) -> str:
    return address.partition("@")[0][:NAME_LIMIT]


def _managed(workspace_id: UUID, config: Config, address: str) -> tuple[UUID, ...]:
    named = (team for team in config.teams if address in team.managers)
    return tuple(team_id(workspace_id, team.name) for team in named)


def _team(workspace_id: UUID, told: TeamOf) -> Team:
    return Team(
        id=team_id(workspace_id, told.name),
        name=told.name,
        language=told.language,
        zone=told.zone,
        digest_weekday=told.digest.day,
        digest_time=told.digest.time,
        per_person=told.per_person,
    )


def _rep(workspace_id: UUID, team: Team, person: Person, known: dict[UUID, Rep]) -> Rep:
    """The rep as configured; language, zone and country stay as the rep has set them since.

    Without a zone of their own in app.yaml they go on following their profile on a platform.
    """
    key = rep_id(workspace_id, person.address)
    now = Configured(
        language=person.language or team.language, zone=person.zone, country=person.country
    )
    before = known.get(key)
    if before and before.configured and before.configured.follows and not person.zone:
        now = before.configured
        now = replace(now, language=person.language or now.language, country=person.country)
    if before is None:
        before = Rep(id=key, team_id=team.id, name=person.name, address=person.address)
        was = Configured(language=before.language, zone=None, country=None)
    else:
        was = before.configured or now
    return replace(
        before,
        name=person.name,
        team_id=team.id,
        language=now.language if before.language == was.language else before.language,
        zone=now.zone if before.zone in {was.zone, None} else before.zone,
        country=now.country if before.country in {was.country, None} else before.country,
        active=True,
        configured=now,
        group=person.group,
        sells=True,
    )


async def _link(unit: Unit, rep: Rep, told: CalendarLink | None) -> None:
    """Keep the one link that comes from app.yaml as it says; a changed address starts anew."""
    key = configured_link(rep.id)
    before = {link.id: link for link in await unit.links(rep.id)}.get(key)
    if before and told and before.address == told.address:
        return
    if before:
        await unit.drop_link(key)
    if told:
        await unit.put_link(told)


async def _leave(unit: Unit, known: dict[UUID, Rep], reps: Sequence[Rep], *, stay: bool) -> None:
    """Who is no longer named manages nothing; they stay where people come by themselves."""
    here = {rep.id for rep in reps}
    for rep in known.values():
        left = replace(rep, active=rep.active and stay, manages=())
        if rep.id not in here and left != rep:
            await unit.put_rep(left)


async def _house(
    unit: Unit,
    homes: Sequence[Home],
    teams: Sequence[Team],
    reps: Sequence[Rep],
    platforms: Collection[str],
) -> None:
    for home in homes:
        for team in teams:
            known = await unit.channel(team.id)
            if known is None or known.platform not in platforms:
                await unit.put_channel(team.id, home.team(team))
        for rep in reps:
            account, place = home.rep(rep)
            # Said again at each start it would call this account the one used last.
            if await unit.rep_of(account) is None:
                await unit.put_account(account, rep.id, place)
