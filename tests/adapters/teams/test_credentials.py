"""Tokens to speak with: from a real token server over HTTP, kept, and renewed in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web

from adapters.chat.teams.credentials import (
    EARLY,
    SOON,
    ByIdentity,
    BySecret,
    Grant,
    KeptTokens,
    NotGranted,
    NoTokens,
)
from adapters.ports import Later
from bot.clock import MovableClock, SystemClock
from bot.serve import listening
from tests.adapters.teams.fake.teams import FakeTeams, fake_teams

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
RESOURCE = "https://api.botframework.com"


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with fake_teams(MovableClock(NOW)) as made:
        yield made


def by_secret(teams: FakeTeams, password: str = "", tenant: str | None = None) -> BySecret:
    return BySecret(
        authority=teams.authority,
        tenant=teams.tenant if tenant is None else tenant,
        app_id=teams.app_id,
        password=password or teams.app_password,
        resource=RESOURCE,
    )


def counts(teams: FakeTeams, token: str) -> bool:
    return teams.issuer.takes(f"Bearer {token}")


async def test_a_secret_is_exchanged_in_the_apps_own_tenant(teams: FakeTeams) -> None:
    tokens = KeptTokens(by_secret(teams), teams.clock)
    assert counts(teams, await tokens.token())
    asked = {
        "tenant": teams.tenant,
        "grant_type": "client_credentials",
        "client_id": teams.app_id,
        "client_secret": teams.app_password,
        "scope": f"{RESOURCE}/.default",
    }
    assert teams.issuer.asked == [asked]


async def test_an_app_in_many_tenants_asks_in_the_one_of_all_bots(teams: FakeTeams) -> None:
    assert counts(teams, (await by_secret(teams, tenant="")()).token)
    assert [one["tenant"] for one in teams.issuer.asked] == ["botframework.com"]


async def test_in_another_cloud_it_is_that_clouds(teams: FakeTeams) -> None:
    asks = BySecret(
        authority=teams.authority,
        tenant="",
        app_id=teams.app_id,
        password=teams.app_password,
        resource="https://api.botframework.us",
    )
    with pytest.raises(NotGranted, match="invalid_scope"):
        await asks()
    assert [one["tenant"] for one in teams.issuer.asked] == ["MicrosoftServices.onmicrosoft.us"]


async def test_a_token_is_kept_until_shortly_before_it_ends(teams: FakeTeams) -> None:
    tokens = KeptTokens(by_secret(teams), teams.clock)
    first = {await tokens.token() for _ in range(3)}
    teams.clock.advance(timedelta(hours=1) - EARLY - timedelta(seconds=1))
    assert {await tokens.token()} == first
    teams.clock.advance(timedelta(seconds=1))
    renewed = await tokens.token()
    assert {renewed} != first
    assert counts(teams, renewed)
    assert len(teams.issuer.asked) == 2


async def test_many_who_need_a_token_at_once_wait_for_the_same(teams: FakeTeams) -> None:
    tokens = KeptTokens(by_secret(teams), teams.clock)
    assert len(set(await asyncio.gather(*(tokens.token() for _ in range(20))))) == 1
    assert len(teams.issuer.asked) == 1


async def test_a_wrong_secret_is_for_later_and_the_secret_stays_untold(
    teams: FakeTeams, caplog: pytest.LogCaptureFixture
) -> None:
    tokens = KeptTokens(by_secret(teams, "wrong-secret"), teams.clock)
    for _ in range(3):
        with pytest.raises(Later, match=r"invalid_client \(401\)") as later:
            await tokens.token()
        assert later.value.at == NOW + SOON
    assert len(teams.issuer.asked) == 1
    assert "wrong-secret" not in caplog.text
    teams.clock.advance(SOON)
    with pytest.raises(Later):
        await tokens.token()
    assert len(teams.issuer.asked) == 2


async def test_a_token_is_used_to_its_end_where_no_new_one_is_given(teams: FakeTeams) -> None:
    tokens = KeptTokens(by_secret(teams), teams.clock)
    first = await tokens.token()
    teams.issuer.refuses = "temporarily_unavailable"
    teams.clock.advance(timedelta(hours=1) - timedelta(seconds=1))
    assert await tokens.token() == first
    teams.clock.advance(timedelta(seconds=1))
    with pytest.raises(Later):
        await tokens.token()
    teams.issuer.refuses = ""
    teams.clock.advance(SOON)
    assert counts(teams, await tokens.token())


async def test_a_token_server_that_is_away_is_for_later() -> None:
    clock = MovableClock(NOW)
    nowhere = BySecret(
        authority="http://127.0.0.1:9", tenant="t", app_id="a", password="p", resource=RESOURCE
    )
    with pytest.raises(Later, match="ClientConnectorError"):
        await KeptTokens(nowhere, clock).token()


@pytest.mark.parametrize(
    "body, why",
    [
        ("<html>", "JSONDecodeError"),
        ("[]", r"answered \(200\)"),
        ('{"access_token": 5}', r"answered \(200\)"),
        ('{"access_token": ""}', r"answered \(200\)"),
    ],
)
async def test_what_is_no_token_is_none(body: str, why: str) -> None:
    async def told(_request: web.Request) -> web.Response:
        return web.Response(text=body)

    app = web.Application()
    app.router.add_post("/t/oauth2/v2.0/token", told)
    async with listening("tokens", app, "127.0.0.1", 0) as (host, port):
        asks = BySecret(
            authority=f"http://{host}:{port}",
            tenant="t",
            app_id="a",
            password="p",
            resource=RESOURCE,
        )
        with pytest.raises(NotGranted, match=why):
            await asks()


@pytest.mark.parametrize("told, seconds", [("120", 120), ("soon", 3600), (10**9, 86_400)])
async def test_how_long_a_token_counts_is_read_with_care(told: object, seconds: float) -> None:
    async def given(_request: web.Request) -> web.Response:
        return web.json_response({"access_token": "t1", "expires_in": told})

    app = web.Application()
    app.router.add_post("/t/oauth2/v2.0/token", given)
    async with listening("tokens", app, "127.0.0.1", 0) as (host, port):
        asks = BySecret(
            authority=f"http://{host}:{port}",
            tenant="t",
            app_id="a",
            password="p",
            resource=RESOURCE,
        )
        assert await asks() == Grant(token="t1", seconds=seconds)


async def test_a_managed_identity_needs_no_secret_and_does_not_hold_up_the_loop(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # msal dates by the machine.
    async with fake_teams(MovableClock(SystemClock().now())) as teams:
        # Azure tells a program so where its identity is (App Service).
        monkeypatch.setenv("IDENTITY_ENDPOINT", teams.identity_url)
        monkeypatch.setenv("IDENTITY_HEADER", teams.identity_header)
        tokens = KeptTokens(ByIdentity(app_id=teams.app_id, resource=RESOURCE), teams.clock)
        # The identity's server runs on this very loop: if it were held up, no answer would come.
        assert counts(teams, await tokens.token())
        assert [one["client_id"] for one in teams.issuer.asked] == [teams.app_id]


async def test_a_managed_identity_that_is_refused_is_for_later(
    teams: FakeTeams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IDENTITY_ENDPOINT", teams.identity_url)
    monkeypatch.setenv("IDENTITY_HEADER", teams.identity_header)
    teams.issuer.refuses = "invalid_request"
    with pytest.raises(Later):
        await KeptTokens(ByIdentity(app_id=teams.app_id, resource=RESOURCE), teams.clock).token()
    monkeypatch.setenv("IDENTITY_ENDPOINT", "http://127.0.0.1:9/none")
    with pytest.raises(NotGranted, match="ConnectionError"):
        await ByIdentity(app_id="another", resource=RESOURCE)()


async def test_an_emulator_wants_no_token() -> None:
    assert await NoTokens().token() == ""
