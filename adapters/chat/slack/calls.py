"""One call to Slack: with whose token, how long, and what a refusal means."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Mapping
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.chat.slack.refusals import refused, unreached
from adapters.ports import Clock

Json = dict[str, Any]
SLACK = "https://slack.com/api/"
SECONDS = 10


class Calls:
    """Slack's methods over one session for all tenants; raises `Refused` and nothing else."""

    def __init__(self, *, clock: Clock, api: str = SLACK, seconds: float = SECONDS) -> None:
        """Call the methods under that address; nothing is opened before the first call."""
        self._clock = clock
        self._api = api
        self._timeout = ClientTimeout(total=seconds)
        self._session: ClientSession | None = None
        self._client: AsyncWebClient | None = None

    async def ask(self, method: str, token: str, **asked: Any) -> Json:
        """Call a method that reads; it takes its arguments in the address."""
        params = {"token": token, **asked}
        return await self._answer(self._web().api_call(method, http_verb="GET", params=params))

    async def do(self, method: str, token: str, body: Mapping[str, Any]) -> Json:
        """Call a method that changes something; it takes its arguments as JSON."""
        return await self._answer(self._web().api_call(method, json={"token": token, **body}))

    async def renew(self, refresh_token: str, *, client_id: str, client_secret: str) -> Json:
        """Exchange a refresh token for a new pair (docs.slack.dev, "Using token rotation")."""
        # Not slack_sdk's own method: it makes a BasicAuth, which aiohttp 3.14 warns about.
        form = {
            "client_id": client_id,
            "client_secret": client_secret,
            "grant_type": "refresh_token",
            "refresh_token": refresh_token,
        }
        return await self._answer(self._web().api_call("oauth.v2.access", data=form))

    async def redeem(
        self, code: str, *, client_id: str, client_secret: str, redirect_uri: str | None
    ) -> Json:
        """Exchange the code of an install for its tokens (docs.slack.dev, "Installing with OAuth").

        `redirect_uri` is the one that Slack was asked with, None where it was asked with none.
        """
        form = {"client_id": client_id, "client_secret": client_secret, "code": code}
        form |= {"redirect_uri": redirect_uri} if redirect_uri else {}
        return await self._answer(self._web().api_call("oauth.v2.access", data=form))

    async def granted(self, token: str) -> tuple[Json, frozenset[str]]:
        """Who we are by a token (auth.test), and the scopes that it has."""
        call = self._web().api_call("auth.test", json={"token": token})
        told, headers = await self._heard(call)
        scopes = headers.get("x-oauth-scopes", "").split(",")
        return told, frozenset(filter(None, map(str.strip, scopes)))

    async def close(self) -> None:
        """Close the session; a later call opens another."""
        session, self._session, self._client = self._session, None, None
        if session is not None:
            await session.close()

    def _web(self) -> AsyncWebClient:
        if self._client is None:
            # Given a session, slack_sdk leaves its own time-out unused: the session has to have it.
            self._session = ClientSession(timeout=self._timeout)
            self._client = AsyncWebClient(
                base_url=self._api,
                session=self._session,
                retry_handlers=[],
                # Below INFO slack_sdk writes down whole messages: nobody can turn this logger up.
                logger=logging.Logger(__name__, logging.INFO),  # noqa: LOG001 - hence not shared
            )
        return self._client

    async def _answer(self, call: Awaitable[AsyncSlackResponse]) -> Json:
        """What Slack answers; what is raised names no token and quotes no message."""
        told, _ = await self._heard(call)
        return told

    async def _heard(self, call: Awaitable[AsyncSlackResponse]) -> tuple[Json, Mapping[str, str]]:
        """What Slack answers, and its headers by their lower-case names."""
        now = self._clock.now
        try:
            answer = await call
        except SlackApiError as error:
            raise refused(error, now()) from None
        # slack_sdk reads a 200 that is no JSON object as if it were one: AttributeError.
        except (SlackClientError, ClientError, OSError, ValueError, AttributeError) as error:
            raise unreached(error, now()) from None
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return answer.data if isinstance(answer.data, dict) else {}, headers
