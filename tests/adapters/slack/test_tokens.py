"""Whose token is used, and how it is renewed: against the fake's oauth.v2.access."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from slack_sdk.oauth.installation_store import Installation

from adapters.chat.slack.calls import Calls
from adapters.chat.slack.refusals import SOON
from adapters.chat.slack.tokens import FixedToken, StoredTokens, installation_of, secrets_of
from adapters.ports import Gone, Later, Tenant
from bot.clock import MovableClock
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.adapters.slack.fake.state import Grant

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@dataclass(slots=True, kw_only=True)
class Shelf:
    """Installations in memory."""

    kept: dict[str, Tenant] = field(default_factory=dict)

    async def put(self, tenant: Tenant) -> None:
        self.kept[tenant.tenant] = tenant

    async def get(self, platform: str, tenant: str) -> Tenant | None:
        await asyncio.sleep(0)
        return self.kept.get(tenant) if platform == "slack" else None

    async def recent(self, platform: str, tenant: str) -> Tenant | None:
        return await self.get(platform, tenant)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Slack, where its installations are kept, and what is tried."""

    slack: FakeSlack
    tenants: Shelf
    calls: Calls
    tokens: StoredTokens

    async def put(self, grant: Grant) -> None:
        """Keep an installation as the install page would."""
        installation = Installation(
            app_id="A0ADVANCE",
            enterprise_id=grant.enterprise or None,
            team_id=grant.team or None,
            bot_token=grant.token,
            bot_id="B0COACH",
            bot_user_id=self.slack.bot_user,
            bot_scopes=grant.scopes,
            bot_refresh_token=grant.refresh or None,
            bot_token_expires_at=int(grant.ends_at.timestamp()) if grant.ends_at else None,
            user_id="U1",
            is_enterprise_install=grant.org_wide,
            installed_at=NOW.timestamp(),
        )
        await self.tenants.put(
            Tenant(
                platform="slack",
                tenant=grant.team or grant.enterprise,
                name="Acme",
                installer="U1",
                secrets=secrets_of(installation),
            )
        )

    async def kept(self, tenant: str = "T1") -> Installation:
        stored = await self.tenants.get("slack", tenant)
        assert stored is not None
        return installation_of(stored)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    clock = MovableClock(NOW)
    async with fake_slack(clock) as slack:
        calls = Calls(clock=clock, api=slack.api, seconds=0.5)
        tenants = Shelf()
        tokens = StoredTokens(
            tenants=tenants,
            calls=calls,
            clock=clock,
            client_id=slack.client_id,
            client_secret=slack.client_secret,
        )
        yield Office(slack=slack, tenants=tenants, calls=calls, tokens=tokens)
        await calls.close()


def rotating(office: Office, *, org_wide: bool = False) -> Grant:
    if org_wide:
        office.slack.workspace("T1", "Acme", "E1")
    office.slack.person("U1", "Mara Weiss", "mara@acme.example")
    return office.slack.install("T1", "U1", org_wide=org_wide, rotates=True)


def renewals(office: Office) -> int:
    return len(office.slack.asked("oauth.v2.access"))


async def test_a_fixed_token_is_used_everywhere() -> None:
    tokens = FixedToken(bot_token="xoxb-made-up")
    assert (await tokens.token("T1"), await tokens.token("T2")) == ("xoxb-made-up",) * 2
    assert "xoxb" not in repr(tokens)


async def test_an_installation_survives_being_written_down() -> None:
    installation = Installation(
        team_id="T1",
        team_name="Acme",
        bot_token="xoxb-1",
        bot_scopes="chat:write,commands",
        user_scopes="users:read",
        bot_refresh_token="xoxe-1",
        bot_token_expires_at=int(NOW.timestamp()),
        user_id="U1",
        installed_at=NOW.timestamp(),
    )
    installation.set_custom_value("note", "kept")
    secrets = secrets_of(installation)
    json.loads(secrets)
    again = installation_of(Tenant(platform="slack", tenant="T1", name="Acme", secrets=secrets))
    assert again.__dict__ == installation.__dict__


@pytest.mark.parametrize("secrets", ["", "{", "[]", "{}", '{"user_id": "U1", "odd": 1}'])
async def test_secrets_that_hold_no_installation_are_none(office: Office, secrets: str) -> None:
    office.tenants.kept["T1"] = Tenant(platform="slack", tenant="T1", name="", secrets=secrets)
    with pytest.raises(Gone, match="not installed"):
        await office.tokens.token("T1")


async def test_a_tenant_that_is_not_known_has_no_token(office: Office) -> None:
    with pytest.raises(Gone, match="not installed"):
        await office.tokens.token("T9")


async def test_an_installation_without_a_bot_token_has_no_token(office: Office) -> None:
    secrets = secrets_of(Installation(user_id="U1", team_id="T1"))
    office.tenants.kept["T1"] = Tenant(platform="slack", tenant="T1", name="", secrets=secrets)
    with pytest.raises(Gone, match="not installed"):
        await office.tokens.token("T1")


async def test_a_token_that_never_ends_is_used_as_it_is(office: Office) -> None:
    grant = office.slack.install("T1", rotates=False)
    await office.put(grant)
    office.slack.clock.advance(1000 * HOUR)
    assert await office.tokens.token("T1") == grant.token
    assert renewals(office) == 0


async def test_a_token_is_renewed_two_hours_before_it_ends_and_stored(office: Office) -> None:
    before = rotating(office).token
    await office.put(office.slack.world.grants[before])
    office.slack.clock.advance(10 * HOUR - timedelta(seconds=1))
    assert await office.tokens.token("T1") == before
    office.slack.clock.advance(timedelta(seconds=1))
    after = await office.tokens.token("T1")
    assert after != before
    kept = await office.kept()
    ends = int((office.slack.clock.now() + 12 * HOUR).timestamp())
    assert (kept.bot_token, kept.bot_token_expires_at) == (after, ends)
    assert kept.bot_refresh_token == office.slack.world.grants[after].refresh
    assert (kept.bot_user_id, kept.user_id) == (office.slack.bot_user, "U1")
    office.slack.clock.advance(9 * HOUR)
    assert await office.tokens.token("T1") == after
    office.slack.clock.advance(2 * HOUR)
    assert await office.tokens.token("T1") not in {before, after}
    assert renewals(office) == 2


async def test_a_token_that_ended_in_a_long_night_is_renewed_too(office: Office) -> None:
    before = rotating(office).token
    await office.put(office.slack.world.grants[before])
    office.slack.clock.advance(100 * HOUR)
    after = await office.tokens.token("T1")
    assert after in office.slack.world.grants
    assert after != before


async def test_an_organisations_token_is_renewed_alike(office: Office) -> None:
    before = rotating(office, org_wide=True).token
    await office.put(office.slack.world.grants[before])
    office.slack.clock.advance(11 * HOUR)
    after = await office.tokens.token("E1")
    assert (await office.kept("E1")).bot_token == after != before


async def test_many_who_want_it_at_once_renew_it_once(office: Office) -> None:
    await office.put(rotating(office))
    office.slack.clock.advance(11 * HOUR)
    tokens = await asyncio.gather(*(office.tokens.token("T1") for _ in range(10)))
    assert len(set(tokens)) == 1
    assert renewals(office) == 1


async def test_a_token_that_still_lasts_is_used_while_slack_has_troubles(office: Office) -> None:
    before = rotating(office).token
    await office.put(office.slack.world.grants[before])
    office.slack.clock.advance(11 * HOUR)
    office.slack.fail("oauth.v2.access", "503")
    assert await office.tokens.token("T1") == before
    after = await office.tokens.token("T1")
    assert after != before


async def test_without_a_token_that_lasts_slacks_troubles_are_waited_for(office: Office) -> None:
    await office.put(rotating(office))
    office.slack.clock.advance(13 * HOUR)
    office.slack.fail("oauth.v2.access", "503")
    with pytest.raises(Later) as fault:
        await office.tokens.token("T1")
    assert fault.value.at == office.slack.clock.now() + SOON


async def test_an_answer_without_tokens_is_tried_again(office: Office) -> None:
    grant = rotating(office)
    await office.put(grant)
    office.slack.clock.advance(13 * HOUR)
    office.slack.fail("oauth.v2.access", "empty")
    with pytest.raises(Later) as fault:
        await office.tokens.token("T1")
    assert fault.value.at == office.slack.clock.now() + SOON
    assert (await office.kept()).bot_token == grant.token


async def test_a_refresh_token_that_counts_no_more_means_that_we_are_gone(office: Office) -> None:
    grant = rotating(office)
    await office.put(grant)
    grant.refresh = "xoxe-another"
    office.slack.clock.advance(13 * HOUR)
    with pytest.raises(Gone, match="invalid_refresh_token"):
        await office.tokens.token("T1")


async def test_what_another_process_renewed_meanwhile_is_used(office: Office) -> None:
    before = rotating(office)
    await office.put(before)
    office.slack.clock.advance(13 * HOUR)
    office.slack.fail("oauth.v2.access", "hangs", seconds=0.1)
    waiting = asyncio.create_task(office.tokens.token("T1"))
    await office.slack.eventually(lambda: renewals(office))
    other = office.slack.install("T1", "U1", rotates=True)
    await office.put(other)
    assert await waiting == other.token


async def test_what_was_removed_while_it_was_renewed_stays_removed(office: Office) -> None:
    await office.put(rotating(office))
    office.slack.clock.advance(13 * HOUR)
    waiting = asyncio.create_task(office.tokens.token("T1"))
    while not office.slack.server.asked:  # noqa: ASYNC110 - before the answer is read
        await asyncio.sleep(0)
    del office.tenants.kept["T1"]
    with pytest.raises(Gone):
        await waiting
    assert office.tenants.kept == {}
