"""Who somebody is on a chat platform, and what becomes of it, on both databases."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from uuid import UUID

import pytest

from adapters.database import Database
from adapters.ports import Account, Met, Outgoing, Place, Profile, Tenant
from bot import words
from bot.clock import MovableClock
from bot.desk import FrontDesk, Own
from bot.service import Coach, Service
from coaching import installing
from coaching.actions import Done
from coaching.decide import decide
from coaching.events import Commanded
from coaching.people import Configured, Rep, Team
from tests.bot.world import DAY, HOUR, MONDAY, Deaf

ACME = Tenant(platform="chat", tenant="T1", name="Acme", installer="kim")
ZETA = Tenant(platform="chat", tenant="T2", name="Zeta", installer="zoe")
ADA = Profile(name="Ada", address="Ada@acme.example", zone="Europe/Berlin", language="en")
BO = Profile(name="Bo", zone="Asia/Shanghai", language="zh-Hans")


@dataclass(slots=True, kw_only=True)
class House:
    """A desk, and what it stores in."""

    database: Database
    desk: FrontDesk
    home: UUID
    clock: MovableClock
    called: list[str] = field(default_factory=list)

    async def reps(self, workspace: UUID | None = None) -> list[Rep]:
        async with self.database.store.open(workspace or self.home) as unit:
            return list(await unit.reps())

    async def teams(self, workspace: UUID | None = None) -> list[Team]:
        async with self.database.store.open(workspace or self.home) as unit:
            return list(await unit.teams())

    async def waiting(self) -> list[Outgoing]:
        """What waits to be carried, taken out."""
        rows: list[Outgoing] = []
        queue = self.database.queue
        while leased := await queue.lease(self.clock.now(), limit=50, lease=HOUR):
            for conversation in leased:
                for row in conversation:
                    await queue.sent(row.row, f"ref:{row.id}", now=self.clock.now())
                    rows.append(row)
                await queue.release(conversation[-1].row)
        return rows


async def house(
    database: Database,
    *names: str,
    listed: bool = True,
    tenant: str = "",
    platforms: Collection[str] = ("chat",),
) -> House:
    """The workspace of app.yaml with a team of these people; not `listed`, it names nobody."""
    clock = MovableClock(MONDAY)
    home = await database.store.workspace("acme")
    addresses = [f"{name.lower()}@acme.example" for name in names]
    async with database.store.open(home) as unit:
        if listed:
            north = Team(id=UUID(int=1), name="north", zone="Europe/Berlin")
            await unit.put_team(north)
            for number, address in enumerate(addresses, 2):
                await unit.put_rep(
                    Rep(
                        id=UUID(int=number),
                        team_id=north.id,
                        name=address.partition("@")[0].title(),
                        address=address,
                        configured=Configured(language="en", zone=None, country=None),
                    )
                )
    made = House(database=database, desk=None, home=home, clock=clock)  # type: ignore[arg-type]  # next
    made.desk = FrontDesk(
        store=database.store,
        tenants=database.tenants,
        service=Service(
            store=database.store, coach=Coach(decide=decide, judge=Deaf()), clock=clock
        ),
        clock=clock,
        speaker=words.read().speaker,
        own=Own(
            workspace_id=home,
            listed=frozenset(addresses) if listed else None,
            admin="kim@acme.example",
            tenants=frozenset({tenant} - {""}),
        ),
        platforms=platforms,
        after=lambda: made.called.append("after"),
    )
    return made


async def at_home(database: Database, *names: str, listed: bool = True) -> House:
    """A house whose one tenant is T1."""
    made = await house(database, *names, listed=listed)
    await database.tenants.put(ACME)
    await made.desk.settled(ACME)
    return made


def account(user: str, tenant: str = "T1") -> Account:
    return Account(platform="chat", tenant=tenant, user=user)


def dm(user: str, tenant: str = "T1") -> Place:
    return Place(platform="chat", tenant=tenant, address=f"dm-{user}", kind="rep")


def room(name: str = "C1", tenant: str = "T1") -> Place:
    return Place(platform="chat", tenant=tenant, address=name, kind="team")


async def meet(house: House, user: str, profile: Profile, tenant: str = "T1") -> Met:
    met = await house.desk.meet(account(user, tenant), dm(user, tenant), profile)
    assert isinstance(met, Met), met
    return met


# ---- people --------------------------------------------------------------------------------------


async def test_where_nothing_is_installed_nobody_is_known_and_nothing_happens(
    database: Database,
) -> None:
    here = await house(database, "Ada")
    desk = here.desk
    assert await desk.find(account("ada")) is None
    assert await desk.meet(account("ada"), dm("ada"), ADA) == installing.not_coached("")
    assert await desk.unmet("chat", "T1") == ()
    await desk.profile_changed(account("ada"), ADA)
    await desk.person_left(account("ada"))
    await desk.tell(dm("ada"), "k", installing.channel_left(), language="en", zone="UTC")
    await desk.channel_offered(room(), "north", account("ada"), "d1")
    await desk.channel_settled(account("ada"), str(UUID(int=1)), room(), "r1")
    await desk.place_gone(room(), "channel-gone-archived")
    await desk.tenant_renamed("chat", "T1", "Other")
    await desk.uninstalled("chat", "T1")
    assert (await here.waiting(), here.called) == ([], [])


async def test_who_is_on_the_list_is_met_by_their_address_and_greeted_once(
    database: Database,
) -> None:
    here = await at_home(database, "Ada")
    assert await here.desk.unmet("chat", "T1") == ("ada@acme.example",)
    met = await meet(here, "ada", ADA)
    again = await meet(here, "ada", ADA)
    assert (met.greeted, again.greeted) == (True, False)
    assert (met.rep.id, met.rep.zone, met.place) == (UUID(int=2), "Europe/Berlin", dm("ada"))
    assert [row.place for row in await here.waiting()] == [dm("ada")]
    assert await here.desk.unmet("chat", "T1") == ()
    assert await here.desk.find(account("ada")) == replace(met, greeted=False)


async def test_first_contact_at_once_and_twice_is_one_greeting(database: Database) -> None:
    here = await at_home(database, "Ada")
    await asyncio.gather(*(here.desk.meet(account("ada"), dm("ada"), ADA, "d1") for _ in range(4)))
    assert len(await here.waiting()) == 1
    met = await here.desk.find(account("ada"))
    assert met is not None
    # What brought them is answered: delivered again it changes nothing.
    await here.desk.handle(met, Commanded(name="help"), "d1")
    assert await here.waiting() == []
    await here.desk.handle(met, Commanded(name="help"), "d2")
    assert len(await here.waiting()) == 1


@pytest.mark.parametrize("profile", [BO, replace(ADA, address="eve@acme.example")])
async def test_who_is_not_on_the_list_is_told_whom_to_ask(
    database: Database, profile: Profile
) -> None:
    here = await at_home(database, "Ada")
    told = await here.desk.meet(account("eve"), dm("eve"), profile)
    assert told == installing.not_coached("kim@acme.example")
    kim = await here.desk.meet(account("kim"), dm("kim"), replace(BO, address="Kim@acme.example"))
    assert kim == installing.looks_after_it()
    assert [rep.name for rep in await here.reps()] == ["Ada"]


async def test_a_guest_on_the_list_is_coached_and_elsewhere_is_not(database: Database) -> None:
    here = await at_home(database, "Ada")
    assert (await meet(here, "ada", replace(ADA, guest=True))).rep.name == "Ada"
    await database.tenants.put(ZETA)
    await here.desk.installed(ZETA, account("zoe", "T2"), Profile())
    told = await here.desk.meet(account("x", "T2"), dm("x", "T2"), replace(BO, guest=True))
    assert told == installing.guest()


async def test_where_nobody_is_listed_whoever_comes_is_coached(database: Database) -> None:
    here = await at_home(database, listed=False)
    assert await here.desk.unmet("chat", "T1") == ()
    bo = (await meet(here, "U7", BO)).rep
    ada = (await meet(here, "U8", ADA)).rep
    nameless = (await meet(here, "U9", Profile())).rep
    assert [(one.name, one.address, one.zone, one.language) for one in (bo, ada, nameless)] == [
        ("Bo", "u7@t1", "Asia/Shanghai", "zh-Hans"),
        ("Ada", "ada@acme.example", "Europe/Berlin", "en"),
        ("U9", "u9@t1", None, "en"),
    ]
    assert (await meet(here, "U10", ADA)).rep.id == ada.id


async def test_a_workspace_without_a_team_takes_nobody_in(database: Database) -> None:
    here = await house(database, listed=False)
    await database.tenants.put(ACME)
    await database.tenants.lead("chat", "T1", here.home)
    told = await here.desk.meet(account("bo"), dm("bo"), BO)
    assert told == installing.not_coached("")


async def test_who_is_reached_on_a_platform_that_is_off_is_still_to_be_met(
    database: Database,
) -> None:
    here = await at_home(database, "Ada", "Bea")
    page = Account(platform="web", tenant="web", user="ada")
    async with database.store.open(here.home) as unit:
        await unit.put_account(page, UUID(int=2), replace(dm("ada"), platform="web"))
    assert await here.desk.unmet("chat", "T1") == ("ada@acme.example", "bea@acme.example")


async def test_where_somebody_was_met_last_they_are_reached(database: Database) -> None:
    here = await at_home(database, "Ada")
    met = await meet(here, "ada", ADA)
    moved = replace(met, place=dm("ada-2"), greeted=False)
    await here.desk.used(moved)
    await here.desk.used(replace(met, place=None))
    assert await here.desk.find(account("ada")) == moved


async def test_a_profile_is_followed_until_somebody_chooses(database: Database) -> None:
    here = await at_home(database, "Ada")
    met = await meet(here, "ada", ADA)
    await here.desk.profile_changed(account("ada"), replace(ADA, zone="Asia/Tokyo"))
    (rep,) = await here.reps()
    assert (rep.zone, rep.language) == ("Asia/Tokyo", "en")
    await here.desk.profile_changed(account("ada"), replace(ADA, zone="Asia/Tokyo"))
    async with database.store.open(here.home) as unit:
        await unit.put_rep(replace(rep, zone="Europe/Lisbon", language="zh-Hans"))
    await here.desk.profile_changed(account("ada"), ADA)
    (rep,) = await here.reps()
    assert (rep.zone, rep.language) == ("Europe/Lisbon", "zh-Hans")
    assert met.rep.id == rep.id


async def test_who_left_is_told_to_the_admin_once_and_may_come_back(database: Database) -> None:
    here = await at_home(database, "Ada")
    await meet(here, "ada", ADA)
    await here.waiting()
    await asyncio.gather(*(here.desk.person_left(account("ada")) for _ in range(3)))
    (told,) = await here.waiting()
    assert (told.place.address, told.message) == ("kim", installing.person_gone("Ada"))
    assert ([rep.active for rep in await here.reps()], await here.desk.find(account("ada"))) == (
        [False],
        None,
    )
    assert await here.desk.unmet("chat", "T1") == ("ada@acme.example",)
    assert await here.desk.unmet("chat", "T1", again=False) == ()
    assert (await meet(here, "ada", ADA)).rep.active
    assert await here.waiting() == []


async def test_who_left_one_platform_of_two_is_coached_on_the_other(database: Database) -> None:
    here = await at_home(database, "Ada")
    await meet(here, "ada", ADA)
    await meet(here, "ada-too", ADA)
    await here.waiting()
    await here.desk.person_left(account("ada-too"))
    assert [rep.active for rep in await here.reps()] == [True]
    met = await here.desk.find(account("ada"))
    assert met is not None
    assert met.place == dm("ada")
    assert await here.waiting() == []


async def test_an_admin_who_leaves_is_not_told_of_it(database: Database) -> None:
    here = await at_home(database, "Ada")
    await meet(here, "kim", ADA)
    await here.waiting()
    await here.desk.person_left(account("kim"))
    assert await here.waiting() == []


# ---- what they do and see ------------------------------------------------------------------------


async def test_what_a_rep_does_is_answered_and_what_they_see_is_theirs(
    database: Database,
) -> None:
    here = await at_home(database, "Ada")
    met = await meet(here, "ada", ADA)
    (greeting,) = await here.waiting()
    assert await here.desk.handle(met, Commanded(name="help"), "d1") == Done()
    assert await here.desk.logical_id(met, f"ref:{greeting.id}") == greeting.id
    assert await here.desk.logical_id(met, "ref:none") == ""
    assert await here.desk.thread(met, f"ref:{greeting.id}") == greeting.id
    assert await here.desk.thread(met, "ref:none") == ""
    assert await here.desk.shown(met, greeting.id) == greeting.message
    assert await here.desk.shown(met, "none") is None
    assert isinstance((await here.desk.home(met)).blocks, tuple)
    assert here.desk.speaker("zh-Hans", "Asia/Shanghai").language == "zh-Hans"


async def test_what_is_told_by_a_key_is_told_once(database: Database) -> None:
    here = await at_home(database)
    for _ in range(2):
        await here.desk.tell(dm("x"), "k", installing.channel_left(), language="en", zone="UTC")
    assert [row.place for row in await here.waiting()] == [dm("x")]


# ---- channels ------------------------------------------------------------------------------------


async def test_an_invitation_is_asked_about_once_and_settled(database: Database) -> None:
    here = await at_home(database, "Ada")
    for _ in range(2):
        await here.desk.channel_offered(room(), "sales", account("eve"), "d1")
    (asked,) = await here.waiting()
    (team,) = await here.teams()
    assert asked.message == installing.channel_offer(team, "C1", "sales")
    await here.desk.channel_settled(account("eve"), str(team.id), room(), f"ref:{asked.id}")
    (edit,) = await here.waiting()
    assert (edit.kind, edit.message) == ("edit", installing.channel_taken(""))
    await here.desk.channel_offered(room("C2"), "other", account("eve"), "d2")
    assert await here.waiting() == []


async def test_whoever_is_coached_is_asked_in_the_chat_they_are_known_in(
    database: Database,
) -> None:
    here = await at_home(database, "Ada")
    known = Place(platform="chat", tenant="T1", address="D7", kind="rep")
    assert isinstance(await here.desk.meet(account("ada"), known, ADA), Met)
    await here.desk.channel_offered(room(), "sales", account("ada"), "d1")
    assert {row.place for row in await here.waiting()} == {known}


async def test_an_answer_about_a_team_of_others_changes_nothing(database: Database) -> None:
    here = await at_home(database, "Ada")
    for team in (str(UUID(int=99)), "no id"):
        await here.desk.channel_settled(account("eve"), team, room(), "r1")
    assert await here.waiting() == []


async def test_a_channel_that_is_gone_is_told_once_in_the_admins_language(
    database: Database,
) -> None:
    here = await at_home(database, "Kim")
    await meet(here, "kim", replace(BO, address="kim@acme.example"))
    await here.waiting()
    (team,) = await here.teams()
    async with database.store.open(here.home) as unit:
        await unit.put_channel(team.id, room())
    assert await here.desk.channels("chat", "T1") == (room(),)
    assert await here.desk.channels("chat", "T2") == await here.desk.channels("other", "T1") == ()
    await here.desk.place_gone(dm("kim"), "channel-gone-archived")
    await asyncio.gather(*(here.desk.place_gone(room(), "channel-gone-archived") for _ in range(3)))
    (told,) = await here.waiting()
    assert told.message == installing.channel_gone("", "channel-gone-archived", team="north")
    assert (told.language, told.zone) == ("zh-Hans", "Asia/Shanghai")


# ---- installations -------------------------------------------------------------------------------


async def test_the_tenant_of_app_yaml_leads_home_and_others_to_their_own(
    database: Database,
) -> None:
    here = await house(database, "Ada", tenant="T1")
    for tenant in (ACME, ZETA):
        await database.tenants.put(tenant)
        by = account(tenant.installer, tenant.tenant)
        await here.desk.installed(tenant, by, Profile(name="Kim"))
    assert await database.tenants.workspace("chat", "T1") == here.home
    theirs = await database.tenants.workspace("chat", "T2")
    assert theirs not in {None, here.home}
    assert [team.name for team in await here.teams()] == ["north"]
    assert [team.name for team in await here.teams(theirs)] == ["Zeta"]
    said = {row.place.tenant: row.message for row in await here.waiting()}
    assert said == {
        "T1": installing.welcome_installer("Kim", "Acme", listed=True),
        "T2": installing.welcome_installer("Kim", "Zeta"),
    }


async def test_two_tenants_never_see_each_other(database: Database) -> None:
    here = await house(database, listed=False)
    for tenant in (ACME, ZETA):
        await database.tenants.put(tenant)
        await here.desk.installed(tenant, account("x", tenant.tenant), Profile())
    one = await meet(here, "ada", ADA, "T1")
    other = await meet(here, "ada", ADA, "T2")
    assert (one.rep.id != other.rep.id, one.workspace_id != other.workspace_id) == (True, True)
    await here.desk.person_left(account("ada", "T2"))
    assert await here.desk.find(account("ada", "T1")) is not None
    team = (await here.teams(one.workspace_id))[0]
    await here.waiting()
    await here.desk.channel_settled(account("ada", "T2"), str(team.id), room("C9", "T2"), "r1")
    assert await here.waiting() == []


async def test_an_uninstalled_app_is_known_again_when_it_is_back(database: Database) -> None:
    here = await house(database, listed=False)
    secret = replace(ACME, secrets="{}")
    await database.tenants.put(secret)
    await here.desk.installed(secret, account("kim"), Profile())
    met = await meet(here, "ada", ADA)
    await here.desk.uninstalled("chat", "T1")
    assert await database.tenants.get("chat", "T1") == ACME
    here.clock.advance(DAY)
    await database.tenants.put(secret)
    await here.desk.installed(secret, account("kim"), Profile())
    found = await here.desk.find(account("ada"))
    assert found == replace(met, greeted=False)
    assert len(await here.waiting()) == 2


async def test_a_renamed_tenant_renames_the_team_that_was_named_after_it(
    database: Database,
) -> None:
    here = await house(database, listed=False)
    await database.tenants.put(ZETA)
    await here.desk.installed(ZETA, account("zoe", "T2"), Profile(zone="Asia/Tokyo"))
    workspace = await database.tenants.workspace("chat", "T2")
    assert workspace is not None
    async with database.store.open(workspace) as unit:
        await unit.put_team(Team(id=UUID(int=9), name="south", zone="UTC"))
    for _ in range(2):
        await here.desk.tenant_renamed("chat", "T2", "Zeta Ltd")
    assert [team.name for team in await here.teams(workspace)] == ["Zeta Ltd", "south"]
    kept = await database.tenants.get("chat", "T2")
    assert kept == replace(ZETA, name="Zeta Ltd")


async def test_a_tenant_without_a_known_admin_tells_nobody(database: Database) -> None:
    here = await house(database, "Ada")
    nobodys = replace(ACME, installer="")
    await database.tenants.put(nobodys)
    await here.desk.settled(nobodys)
    await meet(here, "ada", ADA)
    await here.waiting()
    await here.desk.person_left(account("ada"))
    assert await here.waiting() == []
