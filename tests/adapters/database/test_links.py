"""Calendar links are sealed at rest, and opened by the operator's key alone."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from adapters.database import Database, connect
from adapters.database.tables import calendar_links
from adapters.ports import CalendarLink
from coaching.actions import Decision
from coaching.errors import BadInput, Conflict
from coaching.ids import configured_link
from coaching.links import Link, Linked, Unlinked
from coaching.meetings import Entry, Person
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, LONG_AGO, NOW
from tests.databases import KEY

SECRET = replace(
    world.link(address="https://calendar.example/private-4711/basic.ics"),
    validators={"etag": "x"},
    read_at=NOW,
    failed_at=NOW + HOUR,
    failure="link.gone",
    entries=(
        Entry(
            uid="u",
            title="Confidential",
            starts_at=NOW,
            ends_at=NOW + HOUR,
            people=(Person(address="bo@buyer.example"),),
        ),
    ),
)


@pytest.fixture
async def acme(database: Database) -> UUID:
    """A workspace with a rep who has one link."""
    workspace = await world.settle(database)
    await _put(database, workspace, SECRET)
    return workspace


async def _put(database: Database, workspace: UUID, link: CalendarLink) -> None:
    async with database.store.open(workspace) as unit:
        await unit.put_link(link)


async def _links(url: str, key: str | None, workspace: UUID) -> object:
    database = await connect(url, key=key)
    try:
        async with database.store.open(workspace) as unit:
            return await unit.links(ADA.id)
    finally:
        await database.close()


async def test_a_link_is_kept_whole_changed_and_dropped(database: Database, acme: UUID) -> None:
    async with database.store.open(acme) as unit:
        assert await unit.links(ADA.id) == (SECRET,)
        changed = replace(SECRET, failure="", failed_at=None, entries=())
        await unit.put_link(changed)
        assert await unit.links(ADA.id) == (changed,)
        await unit.drop_link(SECRET.id)
        assert await unit.links(ADA.id) == ()


async def test_neither_address_nor_entries_can_be_read_in_the_database(
    database: Database, acme: UUID
) -> None:
    async with database.reader.connect() as connection:
        (row,) = (await connection.execute(select(calendar_links))).all()
    stored = str(row)
    for secret in ("4711", "calendar.example", "Confidential", "bo@buyer.example"):
        assert secret not in stored


async def test_a_new_key_before_the_old_one_opens_what_the_old_one_sealed(
    database_url: str, database: Database, acme: UUID
) -> None:
    new = Fernet.generate_key().decode()
    assert await _links(database_url, f"{new}, {KEY}", acme) == (SECRET,)
    rotated = await connect(database_url, key=f"{new},{KEY}")
    await _put(rotated, acme, SECRET)
    await rotated.close()
    assert await _links(database_url, new, acme) == (SECRET,)


@pytest.mark.parametrize(
    "key", [None, "", Fernet.generate_key().decode()], ids=["none", "empty", "another"]
)
async def test_without_the_right_key_nothing_is_opened(
    database_url: str, database: Database, acme: UUID, key: str | None
) -> None:
    with pytest.raises(BadInput, match="ADVANCE_KEY") as error:
        await _links(database_url, key, acme)
    assert "4711" not in str(error.value)


async def test_without_a_key_no_link_can_be_stored(database_url: str) -> None:
    database = await connect(database_url)
    workspace = await world.settle(database)
    with pytest.raises(BadInput, match="ADVANCE_KEY: calendar links need a key"):
        await _put(database, workspace, SECRET)
    await database.close()


async def test_a_key_that_is_none_is_refused_at_once(database_url: str) -> None:
    with pytest.raises(BadInput, match="ADVANCE_KEY: a key is 32 bytes"):
        await connect(database_url, key="too short")


# ---- what a rep links in the chat ----------------------------------------------------------------


async def _shown(url: str, key: str | None, workspace: UUID) -> tuple[Link, ...]:
    database = await connect(url, key=key)
    try:
        async with database.store.look(workspace) as unit:
            return (await unit.known(ADA.id, since=LONG_AGO)).links
    finally:
        await database.close()


async def test_what_is_known_of_a_link_is_its_machine_and_how_it_was_read(
    database_url: str, database: Database, acme: UUID
) -> None:
    given = CalendarLink(id=configured_link(ADA.id), rep_id=ADA.id, address="/srv/ada.ics")
    await _put(database, acme, given)
    shown = Link(id=SECRET.id, host="calendar.example", read_at=NOW, failing=True)
    other = Link(id=given.id, host="", configured=True)
    assert set(await _shown(database_url, KEY, acme)) == {shown, other}


@pytest.mark.parametrize("key", [None, Fernet.generate_key().decode()], ids=["none", "another"])
async def test_a_rep_is_known_also_where_no_key_opens_their_links(
    database_url: str, database: Database, acme: UUID, key: str | None
) -> None:
    (link,) = await _shown(database_url, key, acme)
    assert (link.id, link.host) == (SECRET.id, "")


async def test_a_decision_links_a_calendar_as_never_read_and_begins_a_known_one_anew(
    database: Database, acme: UUID
) -> None:
    linked = Linked(id=SECRET.id, address="https://calendar.example/new-0815.ics")
    async with database.store.open(acme) as unit:
        await unit.save(ADA.id, Decision(saves=(linked,)), version=0)
    fresh = CalendarLink(id=SECRET.id, rep_id=ADA.id, address=linked.address)
    async with database.store.open(acme) as unit:
        assert await unit.links(ADA.id) == (fresh,)
    async with database.reader.connect() as connection:
        (row,) = (await connection.execute(select(calendar_links))).all()
    assert "0815" not in str(row)


async def test_a_decision_that_came_too_late_links_nothing(database: Database, acme: UUID) -> None:
    decision = Decision(saves=(Linked(id=SECRET.id, address="https://calendar.example/x"),))
    with pytest.raises(Conflict):
        async with database.store.open(acme) as unit:
            await unit.save(ADA.id, decision, version=7)
    async with database.store.open(acme) as unit:
        assert await unit.links(ADA.id) == (SECRET,)


async def test_a_rep_unlinks_their_own_calendar_and_nobody_elses(
    database: Database, acme: UUID
) -> None:
    bea = world.rep("Bea")
    gone = Decision(saves=(Unlinked(id=SECRET.id),))
    async with database.store.open(acme) as unit:
        await unit.put_rep(bea)
        await unit.save(bea.id, gone, version=0)
        assert await unit.links(ADA.id) == (SECRET,)
        await unit.save(ADA.id, gone, version=0)
        assert await unit.links(ADA.id) == ()
