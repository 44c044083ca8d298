"""The way in from chat platforms: who somebody is there, what they do, what they see."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol
from uuid import UUID

from adapters.ports import (
    Account,
    Clock,
    Met,
    Place,
    Profile,
    Say,
    Store,
    Tenant,
    Tenants,
    Unit,
)
from bot.enrol import team_id
from bot.newcomers import as_profiled, first_team, is_greeted, newcomer
from bot.service import Service
from bot.strangers import chat_of, direct, nobody_at, reader, tell_admin
from coaching import home, installing
from coaching.actions import Decision, Edit, Reply
from coaching.events import ChatEvent, Joined, Refreshed
from coaching.messages import Message
from coaching.people import Language, Rep, Team


class Speaker(Protocol):
    """Who says a text to a reader in a language, an IANA zone and at a moment."""

    def __call__(self, language: Language, zone: str, now: datetime) -> Say:
        """The `Say` of that reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """What app.yaml says of its own workspace.

    `listed` are the addresses of the people it names, None where it names no team and whoever
    comes is coached. `admin` is the e-mail address of whoever runs it, `tenants` the platforms' own
    workspaces that lead there, where others have theirs.
    """

    workspace_id: UUID
    listed: frozenset[str] | None
    admin: str = ""
    tenants: frozenset[str] = frozenset()


class FrontDesk:
    """The port `Desk`.

    In the workspace of app.yaml the people named there are coached, found by the address that the
    platform has verified. In any other, which came by an installation, whoever works there and
    writes to the coach is.
    """

    def __init__(
        self,
        *,
        store: Store,
        tenants: Tenants,
        service: Service,
        clock: Clock,
        speaker: Speaker,
        own: Own,
        platforms: Collection[str],
        after: Callable[[], None],
    ) -> None:
        """Let people in; `after` is called when something may wait to be carried.

        `platforms` are those that are on: elsewhere nobody is reached.
        """
        self._store = store
        self._tenants = tenants
        self._service = service
        self._clock = clock
        self._speaker = speaker
        self._own = own
        self._home_id = own.workspace_id
        self._platforms = platforms
        self._after = after
        # Where an installation leads never changes.
        self._leads: dict[tuple[str, str], UUID] = {}

    # ---- people ------------------------------------------------------------------------------

    async def find(self, account: Account) -> Met | None:
        """Whom an account belongs to, if they are coached here."""
        workspace_id = await self._workspace(account.platform, account.tenant)
        if workspace_id is None:
            return None
        async with self._store.look(workspace_id) as unit:
            found = await unit.found(account)
        if found is None:
            return None
        rep, place = found
        if not rep.active:
            return None
        return Met(workspace_id=workspace_id, account=account, rep=rep, place=place)

    async def meet(
        self, account: Account, place: Place, profile: Profile, delivery: str = ""
    ) -> Met | Message:
        """First contact: join the account to a rep, reached in `place` and greeted there once.

        Where they are greeted now that answers `delivery` too, which counts as seen. A message says
        to somebody who is not coached here why, and whom to ask.
        """
        workspace_id = await self._workspace(account.platform, account.tenant)
        if workspace_id is None:
            return installing.not_coached("")
        listed = self._listed(workspace_id)
        if profile.guest and listed is None:
            return installing.guest()
        async with self._store.look(workspace_id) as unit:
            rep = await newcomer(unit, account, profile, listed=listed)
            if rep is None:
                return self._not_coached(profile, listed)
            is_known = await is_greeted(unit, rep, now=self._clock.now())
        rep = as_profiled(replace(rep, active=True), profile)

        async def joins(unit: Unit) -> None:
            await unit.put_rep(rep)
            await unit.put_account(account, rep.id, place)

        seen = "" if is_known else delivery
        await self._service.handle(workspace_id, rep.id, Joined(), seen, first=joins)
        self._after()
        return Met(
            workspace_id=workspace_id,
            account=account,
            rep=rep,
            place=place,
            greeted=not is_known,
        )

    def _not_coached(self, profile: Profile, listed: Collection[str] | None) -> Message:
        """Whom to ask; whoever runs the coach need not ask themselves."""
        if listed is None or not self._own.admin:
            return installing.not_coached("")
        if profile.address.strip().lower() == self._own.admin:
            return installing.looks_after_it()
        return installing.not_coached(self._own.admin)

    async def tell(
        self, place: Place, key: str, told: Message, *, language: Language, zone: str
    ) -> None:
        """Promise a message to somebody who need not be coached; once for each `key`."""
        workspace_id = await self._workspace(place.platform, place.tenant)
        if workspace_id is None:
            return
        async with self._store.open(workspace_id) as unit:
            await unit.notify(key, place, told, language=language, zone=zone)
        self._after()

    async def unmet(self, platform: str, tenant: str, *, again: bool = True) -> Sequence[str]:
        """The addresses of those who are to be coached there and are reached on no platform.

        `again`: also of those who were met and left.
        """
        workspace_id = await self._workspace(platform, tenant)
        listed = self._listed(workspace_id) or ()
        if workspace_id is None or not listed:
            return ()
        async with self._store.look(workspace_id) as unit:
            reps = [
                rep for rep in await unit.reps() if rep.address in listed and (again or rep.active)
            ]
            return tuple([rep.address for rep in reps if not await self._is_reached(unit, rep)])

    def _listed(self, workspace_id: UUID | None) -> frozenset[str] | None:
        """Who alone is coached in a workspace; None where whoever works there is."""
        return self._own.listed if workspace_id == self._home_id else None

    async def _is_reached(self, unit: Unit, rep: Rep) -> bool:
        place = await unit.place_of(rep.id)
        return place is not None and place.platform in self._platforms

    async def used(self, met: Met) -> None:
        """Note where this person was met now (`met.place`): what comes next goes there."""
        if met.place is not None:
            async with self._store.open(met.workspace_id) as unit:
                await unit.put_account(met.account, met.rep.id, met.place)

    async def profile_changed(self, account: Account, profile: Profile) -> None:
        """The platform knows somebody's zone, language or name anew; what they chose here stays."""
        met = await self.find(account)
        if met is None or as_profiled(met.rep, profile) == met.rep:
            return

        async def follows(unit: Unit) -> None:
            # Read anew: what they chose themselves meanwhile must not be lost.
            rep = await unit.rep_of(account)
            if rep is not None:
                await unit.put_rep(as_profiled(rep, profile))

        await self._service.handle(met.workspace_id, met.rep.id, Refreshed(), first=follows)
        self._after()

    async def person_left(self, account: Account) -> None:
        """Somebody is gone from a platform: nothing is sent there any more, all is kept."""
        met = await self.find(account)
        if met is None:
            return
        # Before the transaction: inside it would need a second connection.
        tenant = await self._tenants.get(account.platform, account.tenant)

        async def leaves(unit: Unit) -> None:
            rep = await unit.rep_of(account)
            await unit.drop_account(account)
            if rep is not None and await unit.place_of(rep.id) is None:
                await unit.put_rep(replace(rep, active=False))
                told = installing.person_gone(rep.name)
                await tell_admin(unit, tenant, account, f"left/{rep.id}", told)

        await self._service.handle(met.workspace_id, met.rep.id, Refreshed(), first=leaves)
        self._after()

    # ---- what they do and see ----------------------------------------------------------------

    async def handle(self, met: Met, event: ChatEvent, delivery: str) -> Reply:
        """Decide on what a rep did; the same delivery again has no second effect."""
        reply = await self._service.handle(met.workspace_id, met.rep.id, event, delivery)
        self._after()
        return reply

    async def logical_id(self, met: Met, reference: str) -> str:
        """The logical id behind a platform's reference, empty if it is none of ours."""
        async with self._store.look(met.workspace_id) as unit:
            return await unit.logical_id(reference)

    async def thread(self, met: Met, reference: str) -> str:
        """The logical id that begins the thread of a message of ours: its own outside of one."""
        async with self._store.look(met.workspace_id) as unit:
            return await unit.thread(reference)

    async def shown(self, met: Met, logical_id: str) -> Message | None:
        """What a message to a rep says by now, None for none that was ever decided on."""
        async with self._store.look(met.workspace_id) as unit:
            return await unit.message(logical_id)

    async def home(self, met: Met) -> Message:
        """What a rep sees of themselves at a glance: their day, what is open, settings."""
        return await self._service.look(met.workspace_id, met.rep.id, home.home)

    def speaker(self, language: Language, zone: str) -> Say:
        """Who says a text now to a reader with this language and IANA zone."""
        return self._speaker(language, zone, self._clock.now())

    # ---- channels ----------------------------------------------------------------------------

    async def channel_offered(self, place: Place, name: str, by: Account, delivery: str) -> None:
        """The coach was invited to a channel: ask who did it whether a digest belongs there."""
        workspace_id = await self._workspace(place.platform, place.tenant)
        if workspace_id is None:
            return
        async with self._store.open(workspace_id) as unit:
            asked = await chat_of(unit, by)
            language, zone = await reader(unit, by)
            for team in await _without_channel(unit):
                await unit.notify(
                    f"channel/{team.id}/{delivery}",
                    asked,
                    installing.channel_offer(team, place.address, name),
                    language=language,
                    zone=zone,
                )
        self._after()

    async def channel_settled(
        self, by: Account, team: str, place: Place | None, reference: str
    ) -> None:
        """Whoever invited the coach said that a team's digest belongs in that channel, or not.

        The question then shows what was said; one about a team that is not here changes nothing.
        """
        workspace_id = await self._workspace(by.platform, by.tenant)
        if workspace_id is None:
            return
        async with self._store.open(workspace_id) as unit:
            found = next((one for one in await unit.teams() if str(one.id) == team), None)
            if found is None:
                return
            if place is not None:
                await unit.put_channel(found.id, place)
            told = installing.channel_left() if place is None else installing.channel_taken("")
            edit = Edit(id=await unit.logical_id(reference), message=told)
            await unit.save_team(found.id, Decision(actions=(edit,)))
        self._after()

    async def channels(self, platform: str, tenant: str) -> Sequence[Place]:
        """The channels there in which the teams' digests are posted."""
        workspace_id = await self._workspace(platform, tenant)
        if workspace_id is None:
            return ()
        async with self._store.look(workspace_id) as unit:
            found = [await unit.channel(team.id) for team in await unit.teams()]
        return tuple(
            place
            for place in found
            if place and (place.platform, place.tenant) == (platform, tenant)
        )

    async def place_gone(self, place: Place, why: str) -> None:
        """A place takes no messages any more; the admin is told once."""
        workspace_id = await self._workspace(place.platform, place.tenant)
        if workspace_id is None or place.kind != "team":
            return
        tenant = await self._tenants.get(place.platform, place.tenant)
        async with self._store.open(workspace_id) as unit:
            gone = await unit.drop_channel(place)
            if gone is None:
                return
            team = next(one for one in await unit.teams() if one.id == gone)
            told = installing.channel_gone("", why, team=team.name)
            await tell_admin(unit, tenant, nobody_at(place), f"gone/{gone}/{place.address}", told)
        self._after()

    async def channel_configured(self, team: str, place: Place) -> None:
        """app.yaml says which channel is a team's, by the name of the team."""
        async with self._store.open(self._home_id) as unit:
            await unit.put_channel(team_id(self._home_id, team), place)

    async def channel_of(self, team: str, platform: str) -> str:
        """The address of the channel that a team of app.yaml has on a platform, or nothing."""
        async with self._store.look(self._home_id) as unit:
            if not any(one.name == team for one in await unit.teams()):
                return ""
            place = await unit.channel(team_id(self._home_id, team))
        return place.address if place and place.platform == platform else ""

    # ---- installations -----------------------------------------------------------------------

    async def installed(self, tenant: Tenant, by: Account, profile: Profile) -> None:
        """Somebody installed the app: its workspace is there, and they alone are welcomed."""
        if tenant.tenant in self._own.tenants:
            workspace_id = self._home_id
        else:
            workspace_id = await self._store.workspace(f"{tenant.platform}/{tenant.tenant}")
        await self._tenants.lead(tenant.platform, tenant.tenant, workspace_id)
        async with self._store.open(workspace_id) as unit:
            if not await unit.teams():
                await unit.put_team(first_team(workspace_id, tenant, profile))
            await unit.notify(
                f"installed/{tenant.tenant}/{by.user}",
                direct(by),
                installing.welcome_installer(
                    profile.name, tenant.name, listed=self._listed(workspace_id) is not None
                ),
                language=profile.language or "en",
                zone=profile.zone or "UTC",
            )
        self._after()

    async def settled(self, tenant: Tenant) -> None:
        """The app is at home in the one tenant whose token the environment has."""
        workspace_id = self._home_id
        await self._tenants.lead(tenant.platform, tenant.tenant, workspace_id)
        async with self._store.open(workspace_id) as unit:
            if not await unit.teams():
                await unit.put_team(first_team(workspace_id, tenant, Profile()))

    async def tenant_renamed(self, platform: str, tenant: str, name: str) -> None:
        """A platform's workspace has another name; the team that was named after it follows."""
        known = await self._tenants.get(platform, tenant)
        workspace_id = await self._workspace(platform, tenant)
        if known is None or workspace_id is None or known.name == name:
            return
        await self._tenants.rename(platform, tenant, name)
        async with self._store.open(workspace_id) as unit:
            for team in await unit.teams():
                if team.name == known.name:
                    await unit.put_team(replace(team, name=name))

    async def uninstalled(self, platform: str, tenant: str) -> None:
        """The app is gone from a platform's workspace: nothing is sent any more, all is kept."""
        await self._tenants.drop(platform, tenant)

    async def _workspace(self, platform: str, tenant: str) -> UUID | None:
        found = self._leads.get((platform, tenant))
        if found is None:
            found = await self._tenants.workspace(platform, tenant)
            if found is not None:
                self._leads[platform, tenant] = found
        return found


async def _without_channel(unit: Unit) -> list[Team]:
    return [team for team in await unit.teams() if await unit.channel(team.id) is None]
