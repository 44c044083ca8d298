"""Where slack_bolt keeps installations: sealed, found by team or organisation, gone when told."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from slack_bolt.error import BoltError
from slack_sdk.oauth.installation_store import Installation
from sqlalchemy import select

from adapters.chat.slack.installing import Installations, States, tenant_of
from adapters.chat.slack.tokens import PLATFORM, installation_of
from adapters.database import Database, connect
from adapters.database.tables import tenants
from adapters.ports import Tenant
from bot.clock import MovableClock

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
ENDS = int((NOW + timedelta(hours=12)).timestamp())
OTHER_KEY = base64.urlsafe_b64encode(b"another key that opens nothing!!").decode()


def installed(
    team: str | None = "T1",
    *,
    org: str | None = None,
    org_wide: bool = False,
    bot: str = "xoxe.xoxb-1",
    at: datetime = NOW,
) -> Installation:
    return Installation(
        app_id="A1",
        enterprise_id=org,
        enterprise_name="Acme Group" if org else None,
        enterprise_url="https://acme-group.enterprise.slack.example/" if org_wide else None,
        team_id=team,
        team_name="Acme" if team else None,
        bot_token=bot,
        bot_id="B1",
        bot_user_id="UBOT",
        bot_scopes="chat:write,im:history",
        bot_refresh_token="xoxe-1",
        bot_token_expires_at=ENDS,
        user_id="U1",
        is_enterprise_install=org_wide,
        token_type="bot",
        installed_at=at.timestamp(),
    )


ORG_WIDE = installed(None, org="E1", org_wide=True, bot="xoxe.xoxb-org")


def told(installation: Installation | None) -> dict[str, object] | None:
    return installation.to_dict() if installation else None


async def test_an_installation_is_found_as_it_was_saved(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    found = await store.async_find_installation(enterprise_id=None, team_id="T1")
    assert told(found) == told(installed())
    bot = await store.async_find_bot(enterprise_id=None, team_id="T1")
    assert bot is not None
    assert bot.to_dict() == installed().to_bot().to_dict()


async def test_where_nothing_was_installed_nothing_is_found(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    assert await store.async_find_installation(enterprise_id=None, team_id="T2") is None
    assert await store.async_find_installation(enterprise_id=None, team_id=None) is None
    assert await store.async_find_bot(enterprise_id="E1", team_id="T2") is None


async def test_the_port_knows_who_installed_where_and_under_which_name(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    await store.async_save(ORG_WIDE)
    keys = await database.tenants.installed(PLATFORM)
    kept = [await database.tenants.get(PLATFORM, key) for key in keys]
    assert [(one.tenant, one.name, one.installer) for one in kept if one] == [
        ("E1", "Acme Group", "U1"),
        ("T1", "Acme", "U1"),
    ]


async def test_tokens_cannot_be_read_in_the_database(database: Database) -> None:
    await Installations(database.tenants).async_save(installed())
    async with database.reader.connect() as connection:
        row = (await connection.execute(select(tenants))).mappings().one()
    assert "xoxe" not in str(dict(row))


async def test_a_team_without_its_own_installation_has_its_organisations(
    database: Database,
) -> None:
    store = Installations(database.tenants)
    await store.async_save(ORG_WIDE)
    found = await store.async_find_installation(enterprise_id="E1", team_id="T7")
    assert told(found) == told(ORG_WIDE)


async def test_a_teams_own_installation_comes_first_but_not_in_an_org_wide_call(
    database: Database,
) -> None:
    store = Installations(database.tenants)
    own = installed(org="E1")
    await store.async_save(own)
    await store.async_save(ORG_WIDE)
    found = await store.async_find_bot(enterprise_id="E1", team_id="T1")
    assert found is not None
    assert found.bot_token == own.bot_token
    found = await store.async_find_bot(enterprise_id="E1", team_id="T1", is_enterprise_install=True)
    assert found is not None
    assert found.bot_token == ORG_WIDE.bot_token


async def test_only_who_installed_it_has_an_installation_of_their_own(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    mine = await store.async_find_installation(enterprise_id=None, team_id="T1", user_id="U1")
    assert told(mine) == told(installed())
    assert (
        await store.async_find_installation(enterprise_id=None, team_id="T1", user_id="U2") is None
    )


async def test_renewed_tokens_do_not_bring_back_a_workspaces_old_name(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    kept = await database.tenants.get(PLATFORM, "T1")
    assert kept is not None
    await database.tenants.put(
        Tenant(
            platform=PLATFORM,
            tenant="T1",
            name="Acme Ltd",
            installer="U1",
            secrets=kept.secrets,
        )
    )
    await store.async_save(installed(bot="xoxe.xoxb-2"))
    kept = await database.tenants.get(PLATFORM, "T1")
    assert kept is not None
    assert (kept.name, installation_of(kept).bot_token) == ("Acme Ltd", "xoxe.xoxb-2")
    await store.async_save(installed(bot="xoxe.xoxb-3", at=NOW + timedelta(days=1)))
    kept = await database.tenants.get(PLATFORM, "T1")
    assert kept is not None
    assert (kept.name, installation_of(kept).bot_token) == ("Acme", "xoxe.xoxb-3")


async def test_a_bots_renewed_tokens_are_kept_with_the_rest(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(ORG_WIDE)
    renewed = ORG_WIDE.to_bot()
    renewed.bot_token, renewed.bot_refresh_token = "xoxe.xoxb-new", "xoxe-new"
    renewed.bot_token_expires_at = ENDS + 60
    await store.async_save_bot(renewed)
    found = await store.async_find_installation(
        enterprise_id="E1", team_id=None, is_enterprise_install=True
    )
    assert told(found) == {
        **ORG_WIDE.to_dict(),
        "bot_token": "xoxe.xoxb-new",
        "bot_refresh_token": "xoxe-new",
        "bot_token_expires_at": datetime.fromtimestamp(ENDS + 60, UTC),
    }


async def test_tokens_renewed_after_the_app_went_do_not_bring_it_back(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    await store.async_delete_all(enterprise_id=None, team_id="T1")
    await store.async_save_bot(installed().to_bot())
    assert await store.async_find_bot(enterprise_id=None, team_id="T1") is None


async def test_an_uninstalled_app_leaves_no_tokens_and_the_others_stay(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    await store.async_save(installed("T2", bot="xoxe.xoxb-2"))
    await store.async_delete_all(enterprise_id=None, team_id="T1")
    assert await database.tenants.get(PLATFORM, "T1") == Tenant(
        platform=PLATFORM, tenant="T1", name="Acme", installer="U1"
    )
    assert await store.async_find_bot(enterprise_id=None, team_id="T2") is not None


@pytest.mark.parametrize("team", [None, "T7"])
async def test_an_org_wide_app_goes_whether_or_not_a_team_is_named(
    database: Database, team: str | None
) -> None:
    store = Installations(database.tenants)
    await store.async_save(ORG_WIDE)
    await store.async_delete_bot(enterprise_id="E1", team_id=team)
    assert await store.async_find_bot(enterprise_id="E1", team_id=team) is None


async def test_the_second_event_of_a_teams_goodbye_does_not_end_its_organisations(
    database: Database,
) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed(org="E1"))
    await store.async_save(ORG_WIDE)
    await store.async_delete_bot(enterprise_id="E1", team_id="T1")
    await store.async_delete_all(enterprise_id="E1", team_id="T1")
    found = await store.async_find_bot(enterprise_id="E1", team_id="T1")
    assert found is not None
    assert found.bot_token == ORG_WIDE.bot_token


async def test_an_app_that_was_never_installed_can_be_removed(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    await store.async_delete_all(enterprise_id="E1", team_id="T2")
    await store.async_delete_all(enterprise_id=None, team_id=None)
    assert await store.async_find_bot(enterprise_id=None, team_id="T1") is not None


async def test_a_users_revoked_token_does_not_end_the_installation(database: Database) -> None:
    store = Installations(database.tenants)
    await store.async_save(installed())
    await store.async_delete_installation(enterprise_id=None, team_id="T1", user_id="U1")
    assert await store.async_find_bot(enterprise_id=None, team_id="T1") is not None
    await store.async_delete_installation(enterprise_id=None, team_id="T1")
    assert await store.async_find_bot(enterprise_id=None, team_id="T1") is None


def test_an_installation_without_a_place_is_refused() -> None:
    with pytest.raises(BoltError, match="where the app was installed"):
        tenant_of(installed(None))
    with pytest.raises(BoltError, match="where the app was installed"):
        tenant_of(installed("T1", org_wide=True))


def test_a_place_without_a_name_goes_by_its_id() -> None:
    unnamed = installed()
    unnamed.team_name = None
    assert tenant_of(unnamed).name == "T1"


async def test_what_cannot_be_kept_is_told_in_the_error_bolt_has_a_page_for(
    database: Database, database_url: str
) -> None:
    keyless = await connect(database_url, key=None)
    try:
        with pytest.raises(BoltError, match="ADVANCE_KEY"):
            await Installations(keyless.tenants).async_save(installed())
    finally:
        await keyless.close()


async def test_where_the_key_is_lost_the_app_can_be_removed_and_installed_anew(
    database: Database, database_url: str
) -> None:
    await Installations(database.tenants).async_save(installed())
    await Installations(database.tenants).async_save(installed("T2"))
    rekeyed = await connect(database_url, key=OTHER_KEY)
    try:
        store = Installations(rekeyed.tenants)
        await store.async_delete_all(enterprise_id=None, team_id="T1")
        assert await store.async_find_bot(enterprise_id=None, team_id="T1") is None
        await store.async_save(installed("T2", bot="xoxe.xoxb-2"))
        found = await store.async_find_bot(enterprise_id=None, team_id="T2")
        assert found is not None
        assert found.bot_token == "xoxe.xoxb-2"
    finally:
        await rekeyed.close()


@dataclass
class Names:
    names: list[str] = field(default_factory=lambda: ["one", "two"])

    def __call__(self) -> str:
        return self.names.pop(0)


async def test_a_state_counts_once(database: Database) -> None:
    states = States(database.tenants, MovableClock(NOW), Names())
    assert (await states.async_issue(), await states.async_issue()) == ("one", "two")
    assert await states.async_consume("one")
    assert not await states.async_consume("one")
    assert not await states.async_consume("three")
    assert await states.async_consume("two")


@pytest.mark.parametrize("minutes, counts", [(10, True), (11, False)])
async def test_a_state_counts_for_ten_minutes(
    database: Database, minutes: int, counts: bool
) -> None:
    clock = MovableClock(NOW)
    states = States(database.tenants, clock, Names())
    state = await states.async_issue()
    clock.advance(timedelta(minutes=minutes))
    assert await states.async_consume(state) is counts


async def test_both_stores_log_where_the_adapter_does(database: Database) -> None:
    name = "adapters.chat.slack.installing"
    assert Installations(database.tenants).logger.name == name
    assert States(database.tenants, MovableClock(NOW), Names()).logger.name == name
