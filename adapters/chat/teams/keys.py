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
# Unknown keys: two looks at once at most, and then one in 30 s.
EVERY = timedelta(seconds=30)
BURST = 2
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
    """The published keys by their ids; those who need them at once wait for one look together.

    A key that nobody knew is looked for at once. Junk cannot make us hammer the key server: a name
    that was looked for in vain is not looked for again for a while, and all unknown ones together
    are looked for rarely. It cannot keep us from a new key either: as long as unknown keys are
    named, what we have is never older than that while, and Microsoft publishes a key before its
    use.
    """

    def __init__(self, *, openid: str, clock: Clock, every: timedelta = EVERY) -> None:
        """Read the keys that the OpenID metadata at that address names."""
        self._openid = openid
        self._clock = clock
        self._every = every
        self._keys: Mapping[str, SigningKey] = {}
        self._read_at: datetime | None = None
        self._tried_at: datetime | None = None
        self._looks_until: datetime | None = None
        self._strangers: dict[str, datetime] = {}
        self._reading: asyncio.Task[None] | None = None

    async def find(self, name: str) -> SigningKey | None:
        """A published key by its id, None where there is none; raises `NoKeys`."""
        now = self._clock.now()
        if self._is_old(now) or (name not in self._keys and self._may_look(name, now)):
            await self._look(now)
        if self._read_at is None:
            raise NoKeys
        return self._keys.get(name)

    def _is_old(self, now: datetime) -> bool:
        """Whether the keys have to be read; where that fails it is not tried again at once."""
        if self._read_at is not None and now - self._read_at < LASTS:
            return False
        is_rested = self._tried_at is None or now - self._tried_at >= self._every
        return self._reading is not None or is_rested

    def _may_look(self, name: str, now: datetime) -> bool:
        """Whether an unknown key is looked for now; a look that is under way costs nothing."""
        if self._reading is not None:
            return True
        recent = {one: at for one, at in self._strangers.items() if now - at < self._every}
        full = max(self._looks_until or now, now)
        is_full = full - now > self._every * (BURST - 1)
        if self._read_at is None or name in recent or is_full:
            return False
        self._looks_until = full + self._every
        self._strangers = {**recent, name: now}
        return True

    async def _look(self, now: datetime) -> None:
        """Read the keys; where they are being read already, wait for that."""
        if self._reading is None:
            self._tried_at = now
            self._reading = asyncio.create_task(self._read(now))
            self._reading.add_done_callback(self._is_read)
        # Whoever waits may go; the look goes on for the others.
        await asyncio.shield(self._reading)

    def _is_read(self, _task: asyncio.Task[None]) -> None:
        self._reading = None

    async def _read(self, now: datetime) -> None:
        try:
            async with ClientSession(timeout=ClientTimeout(total=SECONDS)) as session:
                metadata = await _json(session, self._openid)
                keys = await _json(session, str(metadata.get("jwks_uri", "")))
        except (ClientError, OSError, ValueError) as error:
            log.warning("The keys of the Bot Connector cannot be read: %s", error)
            return
        found = _signing_keys(keys.get("keys"))
        if not found:
            log.warning("The Bot Connector publishes no key that can be read")
            return
        self._keys, self._read_at = found, now


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
