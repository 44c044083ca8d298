"""The keys that the Bot Connector signs with: kept, and read again when an unknown one is named."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

import jwt
from aiohttp import ClientError, ClientSession, ClientTimeout

from adapters.ports import Clock
from coaching.errors import CoachError

log = logging.getLogger(__name__)

SECONDS = 5
# How long keys are kept (learn.microsoft.com/azure/bot-service/rest-api/
# bot-framework-rest-connector-authentication, step 4: at least every 24 hours).
LASTS = timedelta(hours=24)
# Looks for a key that is not known: three at once at most and then one in 30 s, each begun at once;
# beyond that one in 3 s, which all who named such a key wait for.
EVERY = timedelta(seconds=30)
BURST = 3
LATE = timedelta(seconds=3)
_MOST_BYTES = 1_000_000
_LEAST_BITS = 2048


class NoKeys(CoachError):
    """The keys cannot be read for now, so nobody can be told from anybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """A public key, and the channels it may sign for."""

    key: jwt.PyJWK
    endorsements: frozenset[str]


class Keys:
    """The published keys by their ids.

    While the key server answers, nobody is refused for a key that is not known but by keys that
    were read after they came: a new key counts from the moment it is published, whatever junk
    comes beside it. Junk cannot make us hammer the key server: all who came since the last look
    wait for the next one together, and when many looks were in vain it is a while until that.
    """

    def __init__(
        self,
        *,
        openid: str,
        clock: Clock,
        every: timedelta = EVERY,
        late: timedelta = LATE,
    ) -> None:
        """Read the keys that the OpenID metadata at that address names."""
        self._openid = openid
        self._clock = clock
        self._every = every
        self._late = late
        self._keys: Mapping[str, SigningKey] = {}
        self._read_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._spent_until: datetime | None = None
        self._next: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._is_away = False

    async def find(self, name: str) -> SigningKey | None:
        """A published key by its id, None where there is none; raises `NoKeys`."""
        now = self._clock.now()
        if (name not in self._keys and not self._is_vain(now)) or self._is_old(now):
            # Whoever waits may go; the look goes on for the others.
            await asyncio.shield(self._look())
        if self._read_at is None:
            raise NoKeys
        return self._keys.get(name)

    def _is_old(self, now: datetime) -> bool:
        """Whether the keys have to be read; where that fails it is not tried again at once."""
        if self._read_at is not None and now - self._read_at < LASTS:
            return False
        return self._tried_at is None or now - self._tried_at >= self._every

    def _is_vain(self, now: datetime) -> bool:
        """Whether the key server was away a moment ago, so that nobody need wait for it again."""
        return self._is_away and self._tried_at is not None and now - self._tried_at < self._late

    def _look(self) -> asyncio.Task[None]:
        """The next look that has not begun."""
        if self._next is None:
            self._next = asyncio.create_task(self._look_in_turn(self._wait(self._clock.now())))
        return self._next

    def _wait(self, now: datetime) -> timedelta:
        """How long until the next look may begin."""
        spent = max(self._spent_until or now, now)
        if spent - now <= self._every * (BURST - 1):
            self._spent_until = spent + self._every
            return timedelta()
        return self._late

    async def _look_in_turn(self, wait: timedelta) -> None:
        # Also where there is nothing to wait for: whoever came with others shares their look.
        await asyncio.sleep(wait.total_seconds())
        async with self._turn:
            self._next = None
            self._tried_at = self._clock.now()
            await self._read(self._tried_at)

    async def _read(self, now: datetime) -> None:
        try:
            async with ClientSession(timeout=ClientTimeout(total=SECONDS)) as session:
                metadata = await _json(session, self._openid)
                keys = await _json(session, str(metadata.get("jwks_uri", "")))
        except (ClientError, OSError, ValueError, RecursionError) as error:
            self._note_away(str(error) or type(error).__name__)
            return
        found = _signing_keys(keys.get("keys"))
        if not found:
            self._note_away("it publishes no key that can be read")
            return
        self._keys, self._read_at, self._is_away = found, now, False

    def _note_away(self, why: str) -> None:
        """Say once that the keys cannot be read: until they can again, everybody sees the same."""
        if not self._is_away:
            log.warning(
                "The keys of the Bot Connector cannot be read; whoever signs with one that is not"
                " known is turned away: %s",
                why,
            )
        self._is_away = True


async def _json(session: ClientSession, address: str) -> dict[str, Any]:
    """A JSON object at an address; raises `ValueError` or what aiohttp raises."""
    async with session.get(address) as answer:
        if answer.status != HTTPStatus.OK:
            raise ValueError(f"{address} answered {answer.status}")
        body = bytearray()
        async for chunk in answer.content.iter_any():
            body += chunk
            if len(body) > _MOST_BYTES:
                raise ValueError(f"{address} answered more than {_MOST_BYTES} bytes")
    told = json.loads(body)
    if not isinstance(told, dict):
        raise ValueError(f"{address} answered no JSON object")  # noqa: TRY004 - as other bad JSON
    return told


def _signing_keys(told: Any) -> dict[str, SigningKey]:
    """The RSA keys of a key set (RFC 7517), by their ids; what is no such key is left out."""
    found: dict[str, SigningKey] = {}
    for one in told if isinstance(told, list) else ():
        name = one.get("kid") if isinstance(one, dict) else None
        key = _key(one) if isinstance(name, str) else None
        if key is not None and isinstance(name, str):
            found[name] = key
    return found


def _key(told: dict[str, Any]) -> SigningKey | None:
    if told.get("kty") != "RSA" or told.get("use", "sig") != "sig":
        return None
    try:
        key = jwt.PyJWK(told, algorithm="RS256")
    except (jwt.PyJWTError, ValueError, TypeError):
        return None
    endorsed = told.get("endorsements")
    names = endorsed if isinstance(endorsed, list) else []
    if key.key.key_size < _LEAST_BITS:
        return None
    return SigningKey(
        key=key, endorsements=frozenset(name for name in names if isinstance(name, str))
    )
