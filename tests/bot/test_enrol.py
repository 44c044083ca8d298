"""How the people of app.yaml come into the store, and what they keep that they set themselves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import time
from pathlib import Path
from uuid import UUID

import pytest

from adapters.database import Database, connect
from adapters.ports import Account, CalendarLink, Place
from bot.config import Config
from bot.config.keys import Digest, Person, TeamOf
from bot.enrol import Enrolled, enrol, rep_id, team_id
from coaching.actions import Decision, Send
from coaching.ids import configured_link
from coaching.people import Configured, Rep, Team
from tests.bot.world import HOUR, KEY, MONDAY, ada, bea, company, place_of, said


@dataclass
class World:
    database: Database
    workspace_id: UUID
    data: Path

    async def enrol(self, *people: Person, **changes: object) -> Enrolled:
        return await self.with_config(company(self.data, *people, **changes))

    async def with_config(self, config: Config) -> Enrolled:
        return await enrol(self.database.store, self.workspace_id, config, (Home(),))

    async def links(self, rep: Rep) -> list[CalendarLink]:
        async with self.database.store.open(self.workspace_id) as unit:
            return list(await unit.links(rep.id))

    async def reps(self) -> list[Rep]:
        async with self.database.store.open(self.workspace_id) as unit:
            return list(await unit.reps())


class Home:
    """A platform on which everybody is by themselves."""

    def rep(self, rep: Rep) -> tuple[Account, Place]:
        return place_of(rep)

    def team(self, team: Team) -> Place:
        return Place(platform="web", tenant="t", address=f"#{team.name}", kind="team")


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    database = await connect(sqlite_url, key=KEY)
    workspace_id = await database.store.workspace("w")
    yield World(database=database, workspace_id=workspace_id, data=tmp_path)
    await database.close()


async def test_teams_and_people_are_added_as_configured(world: World) -> None:
    people = (ada(), Person(name="Lin", address="lin@seller.example", country="CN", language="en"))
    team = TeamOf(
        name="cn",
        language="zh-Hans",
        zone="Asia/Shanghai",
        digest=Digest(day=3, time=time(17)),
        people=people,
    )
    enrolled = await world.enrol(teams=(team,))
    key = team_id(world.workspace_id, "cn")
    first, second = (rep_id(world.workspace_id, person.address) for person in people)
    reps = (
        Rep(
            id=first,
            team_id=key,
            name="Ada",
            address="ada@seller.example",
            language="zh-Hans",
            zone="Europe/Berlin",
            configured=Configured(language="zh-Hans", zone="Europe/Berlin", country=None),
        ),
        Rep(
            id=second,
            team_id=key,
            name="Lin",
            address="lin@seller.example",
            country="CN",
            configured=Configured(language="en", zone=None, country="CN"),
        ),
    )
    assert enrolled == Enrolled(
        teams=(
            Team(
                id=key,
                name="cn",
                language="zh-Hans",
                zone="Asia/Shanghai",
                digest_weekday=3,
                digest_time=time(17),
            ),
        ),
        reps=reps,
        links=(CalendarLink(id=configured_link(first), rep_id=first, address="/ada"),),
    )
    assert await world.reps() == list(reps)


async def test_the_next_start_changes_nothing(world: World) -> None:
    first = await world.enrol(ada(), bea())
    assert await world.enrol(ada(), bea()) == first


async def test_what_people_set_themselves_stays(world: World) -> None:
    (rep,) = (await world.enrol(ada())).reps
    own = replace(rep, language="zh-Hans", zone="Asia/Shanghai", country="CN", paused_until=MONDAY)
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_rep(own)
    renamed = ada().model_copy(update={"name": "Ada L.", "country": "DE"})
    configured = Configured(language="en", zone="Europe/Berlin", country="DE")
    (kept,) = (await world.enrol(renamed)).reps
    assert kept == replace(own, name="Ada L.", configured=configured)


async def test_what_is_corrected_in_the_file_takes_effect_unless_they_set_their_own(
    world: World,
) -> None:
    await world.enrol(ada())
    right = {"language": "zh-Hans", "zone": "Asia/Shanghai", "country": "CN"}
    (rep,) = (await world.enrol(ada().model_copy(update=right))).reps
    assert (rep.language, rep.zone, rep.country) == ("zh-Hans", "Asia/Shanghai", "CN")
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_rep(replace(rep, zone="Europe/Paris"))
    (again,) = (await world.enrol(ada(zone="Europe/London"))).reps
    assert (again.language, again.zone, again.country) == ("en", "Europe/Paris", None)


async def test_a_zone_that_was_missing_is_taken_from_the_file(world: World) -> None:
    await world.enrol(ada(zone=None))
    (rep,) = (await world.enrol(ada(zone="Europe/Paris"))).reps
    assert rep.zone == "Europe/Paris"


async def test_who_is_no_longer_named_is_no_longer_coached_and_may_come_back(world: World) -> None:
    await world.enrol(ada(), bea())
    await world.enrol(ada())
    gone = [rep.active for rep in await world.reps()]
    back = await world.enrol(ada(), bea())
    assert (gone, [rep.active for rep in back.reps]) == ([True, False], [True] * 2)


async def test_a_calendar_is_kept_as_read_until_its_address_changes(world: World) -> None:
    (rep,) = (await world.enrol(ada("/a"))).reps
    fresh = CalendarLink(id=configured_link(rep.id), rep_id=rep.id, address="/a")
    read = replace(fresh, read_at=MONDAY, validators={"etag": "x"})
    assert await world.links(rep) == [fresh]
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_link(read)
    await world.enrol(ada("/a"))
    assert await world.links(rep) == [read]
    await world.enrol(ada("/b"))
    assert await world.links(rep) == [replace(fresh, address="/b")]
    await world.enrol(ada(""))
    assert await world.links(rep) == []


async def test_a_home_is_given_once_so_that_the_account_used_last_stays(world: World) -> None:
    (rep,) = (await world.enrol(ada())).reps
    account, place = place_of(rep, platform="other")
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_account(account, rep.id, place)
    await world.enrol(ada())
    hello = Send(id="hello", message=said())
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.save(rep.id, Decision(actions=(hello,)), version=0)
    ((row,),) = await world.database.queue.lease(MONDAY, limit=1, lease=HOUR)
    assert row.place == place


async def test_who_manages_is_enrolled_whether_or_not_they_sell(world: World) -> None:
    north = TeamOf(
        name="north",
        people=(ada(), bea()),
        managers=("bea@seller.example", "boss@seller.example"),
        per_person=True,
    )
    south = TeamOf(name="south", managers=("boss@seller.example",))
    for _ in range(2):
        enrolled = await world.enrol(teams=(north, south))
    ids = {team.name: team.id for team in enrolled.teams}
    assert [(rep.name, rep.sells, rep.manages) for rep in enrolled.reps] == [
        ("Ada", True, ()),
        ("Bea", True, (ids["north"],)),
        ("boss", False, (ids["north"], ids["south"])),
    ]
    assert [team.per_person for team in enrolled.teams] == [True, False]
    async with world.database.store.look(world.workspace_id) as unit:
        known = await unit.known(enrolled.reps[2].id, since=MONDAY)
    assert known.managed == {ids["north"]: "north", ids["south"]: "south"}


async def test_who_manages_no_more_is_named_nowhere_and_sees_no_figures(world: World) -> None:
    north = TeamOf(name="north", people=(ada(), bea()), managers=("boss@seller.example",))
    enrolled = await world.enrol(teams=(north,))
    boss = enrolled.reps[2]
    await world.enrol(teams=(TeamOf(name="north", people=(ada(), bea())),))
    async with world.database.store.look(world.workspace_id) as unit:
        left = (await unit.known(boss.id, since=MONDAY)).rep
    assert (boss.manages, left.manages, left.active) == ((enrolled.teams[0].id,), (), False)
