"""Slack, put together; imported only where it is on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp.web import Application

from adapters.chat.slack.calls import Calls
from adapters.chat.slack.doors import Install
from adapters.chat.slack.pacing import Pacing
from adapters.chat.slack.platform import Slack
from adapters.chat.slack.read import NAME
from adapters.chat.slack.server import Server, introduced
from adapters.chat.slack.tokens import FixedToken, StoredTokens, Tokens
from adapters.ports import Clock, Gone, Later, Place, Tenants
from bot import chance
from bot.config import Config
from bot.config.keys import Slack as SlackKeys
from bot.desk import FrontDesk
from coaching.errors import BadInput


def platform(keys: SlackKeys, tenants: Tenants, clock: Clock) -> Slack:
    """What carries to Slack, with the token of the environment or those of who installed it."""
    calls = Calls(clock=clock, api=f"{keys.api}/")
    tokens: Tokens = FixedToken(bot_token=keys.bot_token)
    if keys.is_for_many:
        tokens = StoredTokens(
            tenants=tenants,
            calls=calls,
            clock=clock,
            client_id=keys.client_id,
            client_secret=keys.client_secret,
        )
    return Slack(calls=calls, tokens=tokens, clock=clock, pacing=Pacing(clock=clock))


@asynccontextmanager
async def opened(
    config: Config, keys: SlackKeys, slack: Slack, desk: FrontDesk, tenants: Tenants, clock: Clock
) -> AsyncIterator[Application | None]:
    """Slack's door, open: our own connection, or the addresses to be served for Slack to call.

    Raises `BadInput` where Slack refuses the token of the environment or does not answer.
    """
    server = Server(desk=desk, slack=slack, tenants=tenants, clock=clock, api=keys.api)
    if keys.is_for_many:
        await _channels(config, desk, keys.tenant)
        install = Install(
            client_id=keys.client_id,
            client_secret=keys.client_secret,
            address=keys.address or "",
            new_state=chance.new_key,
        )
        yield server.for_many(keys.signing_secret, install)
        return
    try:
        tenant, us = await introduced(slack, tenants, config.workspace.admin or "")
    except (Gone, Later) as fault:
        raise BadInput("platforms.slack.bot_token", f"Slack does not take it: {fault}") from fault
    await desk.settled(tenant)
    await _channels(config, desk, tenant.tenant)
    async with server.for_one(us, tenant.tenant) as one:
        if keys.mode == "http":
            yield one.served(keys.signing_secret)
        else:
            async with one.connected(keys.app_token):
                yield None


async def _channels(config: Config, desk: FrontDesk, tenant: str) -> None:
    """The channels that app.yaml gives its teams."""
    for team in config.teams:
        if team.channels.slack and tenant:
            place = Place(platform=NAME, tenant=tenant, address=team.channels.slack, kind="team")
            await desk.channel_configured(team.name, place)
