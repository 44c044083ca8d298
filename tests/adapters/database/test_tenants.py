"""Where the app is installed: secrets are sealed, and forgotten when the app goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from cryptography.fernet import Fernet
from sqlalchemy import select

from adapters.database import Database, connect
from adapters.database.tables import install_states, tenants
from adapters.ports import Tenant
from coaching.errors import BadInput
from tests.adapters.database.world import HOUR, MINUTE, NOW
from tests.databases import KEY

ACME = Tenant(
    platform="slack", tenant="T1", name="Acme", installer="U1", secrets='{"bot_token": "xoxb-4711"}'
)
ZETA = Tenant(platform="slack", tenant="T2", name="Zeta", installer="U2", secrets="{}")


async def test_an_installation_comes_back_as_it_was_put(database: Database) -> None:
    await database.tenants.put(ZETA)
    await database.tenants.put(ACME)
    assert await database.tenants.get("slack", "T1") == ACME
    assert await database.tenants.get("teams", "T1") is None
    assert await database.tenants.installed("slack") == ("T1", "T2")
    assert await database.tenants.installed("teams") == ()


async def test_an_installation_put_again_is_changed_and_leads_where_it_led(
    database: Database,
) -> None:
    workspace = await database.store.workspace("acme")
    await database.tenants.put(ACME)
    assert await database.tenants.workspace("slack", "T1") is None
    await database.tenants.lead("slack", "T1", workspace)
    renewed = replace(ACME, name="Acme Ltd", secrets='{"bot_token": "xoxb-4712"}')
    await database.tenants.put(renewed)
    assert await database.tenants.get("slack", "T1") == renewed
    assert await database.tenants.workspace("slack", "T1") == workspace


async def test_what_a_platform_gave_us_cannot_be_read_in_the_database(database: Database) -> None:
    await database.tenants.put(ACME)
    async with database.reader.connect() as connection:
        row = (await connection.execute(select(tenants))).mappings().one()
    assert "4711" not in str(dict(row))
    assert "xoxb" not in repr(ACME)


async def test_an_installation_that_is_gone_keeps_its_workspace_without_its_secrets(
    database: Database,
) -> None:
    workspace = await database.store.workspace("acme")
    await database.tenants.put(ACME)
    await database.tenants.put(ZETA)
    await database.tenants.lead("slack", "T1", workspace)
    await database.tenants.drop("slack", "T1")
    assert await database.tenants.get("slack", "T1") == replace(ACME, secrets="")
    assert await database.tenants.workspace("slack", "T1") == workspace
    assert await database.tenants.get("slack", "T2") == ZETA
    assert await database.tenants.installed("slack") == ("T2",)


async def test_a_new_name_leaves_tokens_renewed_meanwhile_alone(database: Database) -> None:
    await database.tenants.put(ACME)
    renewed = replace(ACME, secrets='{"bot_token": "xoxb-4712"}')
    await database.tenants.put(renewed)
    await database.tenants.rename("slack", "T1", "Acme Ltd")
    assert await database.tenants.recent("slack", "T1") == replace(renewed, name="Acme Ltd")


async def test_an_installation_that_no_key_opens_stops_none_of_the_others(
    database: Database, database_url: str
) -> None:
    await database.tenants.put(ACME)
    stranger = await connect(database_url, key=Fernet.generate_key().decode())
    try:
        await stranger.tenants.put(ZETA)
        assert await stranger.tenants.installed("slack") == ("T1", "T2")
        assert await stranger.tenants.get("slack", "T2") == ZETA
        with pytest.raises(BadInput, match="ADVANCE_KEY"):
            await stranger.tenants.get("slack", "T1")
    finally:
        await stranger.close()


async def test_without_a_key_no_secret_is_stored(database: Database, database_url: str) -> None:
    keyless = await connect(database_url, key=None)
    try:
        with pytest.raises(BadInput, match="ADVANCE_KEY"):
            await keyless.tenants.put(ACME)
        await keyless.tenants.put(replace(ACME, secrets=""))
        assert await keyless.tenants.get("slack", "T1") == replace(ACME, secrets="")
    finally:
        await keyless.close()
    assert KEY


async def test_a_state_counts_once_and_only_in_time(database: Database) -> None:
    await database.tenants.note_state("fresh", until=NOW + HOUR)
    await database.tenants.note_state("late", until=NOW - MINUTE)
    assert not await database.tenants.take_state("unknown", now=NOW)
    assert await database.tenants.take_state("fresh", now=NOW)
    assert not await database.tenants.take_state("fresh", now=NOW)
    async with database.reader.connect() as connection:
        assert (await connection.execute(select(install_states))).all() == []
    assert not await database.tenants.take_state("late", now=NOW)


async def test_what_was_read_lately_is_read_again_once_it_changed_or_grew_old(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = database.tenants
    elsewhere = await connect(database_url, key=KEY)
    assert await here.recent("slack", "T1") is None
    await here.put(ACME)
    assert await here.recent("slack", "T1") == ACME
    renamed = replace(ACME, name="Renamed")
    await elsewhere.tenants.put(renamed)
    assert await here.recent("slack", "T1") == ACME
    monkeypatch.setattr("adapters.database.tenants.RECENT_SECONDS", 0)
    assert await here.recent("slack", "T1") == renamed
    await here.drop("slack", "T1")
    assert await here.recent("slack", "T1") == replace(renamed, secrets="")
    await elsewhere.close()
