"""Who may speak to us as Teams: whoever bears a token of the Bot Connector for this very bot.

The rules are those of learn.microsoft.com/azure/bot-service/rest-api/
bot-framework-rest-connector-authentication, "Connector to Bot", and docs/decisions/0025.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from math import isfinite
from typing import Any, Protocol

import jwt
from jwt.types import Options

from adapters.chat.teams.keys import Keys, NoKeys, SigningKey
from adapters.chat.teams.services import Services
from adapters.ports import Clock
from coaching.errors import BadInput, CoachError

CHANNEL = "msteams"
ALGORITHM = "RS256"
LEEWAY = timedelta(minutes=5)
_NAME_LIMIT = 255
_PARTS = 2
# Verified by ourselves: PyJWT asks the machine for the time, and takes what is missing.
_OPTIONS: Options = {
    "verify_signature": True,
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
    "verify_aud": False,
    "verify_iss": False,
    "verify_sub": False,
    "verify_jti": False,
}


class Refused(CoachError):
    """Whoever speaks is not who they should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearer:
    """Whoever bore a good token: what it claims, and for which channels its key may sign."""

    claims: Mapping[str, Any] = field(default_factory=dict)
    endorsements: frozenset[str] = frozenset()


class Guard(Protocol):
    """Says who may speak; both questions raise `Refused`."""

    async def bearer(self, header: str | None) -> Bearer:
        """Whose token it is in the Authorization header."""

    def check(self, bearer: Bearer, activity: Mapping[str, Any]) -> None:
        """Refuse what its bearer may not say; raises `BadInput` where it says no service."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenGuard:
    """Takes tokens that the Bot Connector (`issuer`) made for the bot `app_id`."""

    app_id: str
    issuer: str
    keys: Keys
    services: Services
    clock: Clock

    async def bearer(self, header: str | None) -> Bearer:
        """Whose token it is; whatever can be seen without a key is looked at before one is sought.

        Raises `Refused`, also where no keys can be had: nobody can be told from anybody then.
        """
        token = _token(header)
        name = _key_name(token)
        self._check(_unverified(token))
        try:
            key = await self.keys.find(name)
        except NoKeys:
            raise Refused("the keys of the Bot Connector cannot be read") from None
        if key is None:
            raise Refused("its key is not known")
        claims = _verified(token, key)
        self._check(claims)
        return Bearer(claims=claims, endorsements=key.endorsements)

    def check(self, bearer: Bearer, activity: Mapping[str, Any]) -> None:
        """Refuse an activity of another channel or service than its token is for."""
        service = _service(activity)
        if activity.get("channelId") != CHANNEL or CHANNEL not in bearer.endorsements:
            raise Refused("its key does not stand for this channel")
        if bearer.claims.get("serviceurl") != service:
            raise Refused("its token is for another service")
        if not self.services.allowed(service):
            raise Refused("its service is none that is trusted")

    def _check(self, claims: Mapping[str, Any]) -> None:
        if claims.get("iss") != self.issuer:
            raise Refused("its token is of another issuer")
        if claims.get("aud") != self.app_id or not self.app_id:
            raise Refused("its token is for another bot")
        now, leeway = self.clock.now().timestamp(), LEEWAY.total_seconds()
        if now >= _instant(claims, "exp") + leeway:
            raise Refused("its token counts no more")
        if "nbf" in claims and now < _instant(claims, "nbf") - leeway:
            raise Refused("its token does not count yet")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenGuard:
    """Takes anybody's word, for an emulator on this machine; never elsewhere."""

    services: Services

    async def bearer(self, header: str | None) -> Bearer:
        """Nobody in particular."""
        return Bearer()

    def check(self, bearer: Bearer, activity: Mapping[str, Any]) -> None:
        """Refuse an activity whose answers would go where nothing is to be sent."""
        if not self.services.allowed(_service(activity)):
            raise Refused("its service is none that is trusted")


def _token(header: str | None) -> str:
    parts = (header or "").split(" ")
    if len(parts) != _PARTS or parts[0].lower() != "bearer" or not parts[1]:
        raise Refused("it bears no token")
    return parts[1]


def _key_name(token: str) -> str:
    try:
        told = jwt.get_unverified_header(token)
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise Refused("its token cannot be read") from None
    if told.get("alg") != ALGORITHM:
        raise Refused("its token is not signed as it should be")
    name = told.get("kid")
    if not isinstance(name, str) or not 1 <= len(name) <= _NAME_LIMIT:
        raise Refused("its token names no key")
    return name


def _unverified(token: str) -> Mapping[str, Any]:
    """What a token claims, true or not; good for refusing it alone."""
    try:
        told = jwt.decode(token, options={**_OPTIONS, "verify_signature": False})
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise Refused("its token cannot be read") from None
    return told


def _verified(token: str, key: SigningKey) -> Mapping[str, Any]:
    try:
        told = jwt.decode(token, key.key, algorithms=[ALGORITHM], options=_OPTIONS)
    except (jwt.PyJWTError, ValueError, RecursionError):
        raise Refused("its token is forged") from None
    return told


def _instant(claims: Mapping[str, Any], name: str) -> float:
    told = claims.get(name)
    if isinstance(told, bool) or not isinstance(told, int | float) or not isfinite(told):
        raise Refused(f"its token says no {name}")
    return told


def _service(activity: Mapping[str, Any]) -> str:
    told = activity.get("serviceUrl")
    if not isinstance(told, str) or not told:
        raise BadInput("serviceUrl", "must be an address")
    return told
