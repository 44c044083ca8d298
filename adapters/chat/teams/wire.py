"""One request to the connector: where to, with which token, how long, and what a no means."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from aiohttp import ClientError, ClientSession, ClientTimeout
from yarl import URL

from adapters.chat.teams.credentials import Tokens
from adapters.chat.teams.refusals import refused, unreached
from adapters.ports import Clock, Never

SECONDS = 15
_OK = range(200, 300)


class Trusted(Protocol):
    """Knows where Teams may be spoken to."""

    def allowed(self, service_url: str) -> bool:
        """Whether a service is to get our token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An answer that says yes, as a JSON object; an empty one where it was none."""

    status: int
    json: dict[str, Any]


class Wire:
    """Speaks to trusted services over one session; raises `Refused`, `Later` or `Never`.

    What is raised names no token, no address and no word of a message.
    """

    def __init__(
        self,
        *,
        tokens: Tokens,
        services: Trusted,
        clock: Clock,
        jitter: Callable[[], float],
        seconds: float = SECONDS,
    ) -> None:
        """Nothing is opened before the first request; `jitter` draws from [0, 1)."""
        self._tokens = tokens
        self._services = services
        self._clock = clock
        self._jitter = jitter
        self._timeout = ClientTimeout(total=seconds)
        self._session: ClientSession | None = None

    async def ask(
        self, verb: str, url: str, headers: Mapping[str, str] | None = None, data: str | None = None
    ) -> Told:
        """Make one request; an address of a service that is not trusted is never called."""
        if not self._services.allowed(url):
            raise Never("not an address of Teams")
        sent = {"Accept": "application/json", **(headers or {})}
        # Empty where an emulator on this machine wants none.
        if token := await self._tokens.token():
            sent["Authorization"] = f"Bearer {token}"
        try:
            status, told, body = await self._done(verb, url, sent, data)
        except (ClientError, OSError, ValueError) as error:
            # TimeoutError is an OSError.
            raise unreached(type(error).__name__, self._clock.now(), self._jitter()) from None
        if status not in _OK:
            raise refused(status, told, body, self._clock.now(), self._jitter())
        return _told(status, body)

    async def close(self) -> None:
        """Close the session; a later request opens another."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def _done(
        self, verb: str, url: str, headers: Mapping[str, str], data: str | None
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers by lower-case names, and body; nobody leads us elsewhere."""
        if self._session is None:
            self._session = ClientSession(timeout=self._timeout)
        async with self._session.request(
            verb, URL(url, encoded=True), headers=headers, data=data, allow_redirects=False
        ) as answer:
            told = {name.lower(): value for name, value in answer.headers.items()}
            return answer.status, told, await answer.read()


def _told(status: int, body: bytes) -> Told:
    try:
        told = json.loads(body)
    except ValueError:
        told = {}
    return Told(status=status, json=told if isinstance(told, dict) else {})
