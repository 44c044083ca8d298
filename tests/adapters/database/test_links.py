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
from coaching.errors import BadInput
from coaching.meetings import Entry, Person
from tests.adapters.database import world
from tests.adapters.database.world import ADA, HOUR, NOW
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
