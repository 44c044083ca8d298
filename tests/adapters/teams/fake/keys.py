"""The keys of the Bot Connector: what it signs with, and where that is published."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

import jwt
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import rsa

from adapters.ports import Clock
from bot.clock import SystemClock
from tests.adapters.teams.fake.state import APP_ID, Json

ISSUER = "https://api.botframework.com"
ENDORSEMENTS = ("msteams", "skype", "webchat")


@cache
def private_key(number: int) -> rsa.RSAPrivateKey:
    """Key number so-and-so; made once, for making one takes a while."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def jwk(number: int, endorsements: tuple[str, ...] = ENDORSEMENTS) -> Json:
    """The public half, as a key set has it."""
    numbers = private_key(number).public_key().public_numbers()
    name = f"key-{number}"
    told: Json = {"kty": "RSA", "use": "sig", "kid": name, "x5t": name}
    told |= {"n": _base64(numbers.n), "e": _base64(numbers.e)}
    return told | {"endorsements": list(endorsements)}


@dataclass(slots=True)
class Keys:
    """OpenID metadata and the key set, with what was asked of them; tokens signed with them.

    `signs_by` dates the tokens: by default the machine's clock, which JWT libraries look at.
    """

    signs_by: Clock = field(default_factory=SystemClock)
    current: int = 1
    published: list[int] = field(default_factory=lambda: [1])
    endorsements: tuple[str, ...] = ENDORSEMENTS
    asked: list[str] = field(default_factory=list)
    status: int = 200

    def rotate(self, *, keep: bool = False) -> None:
        """Sign with a new key from now on; the old one is published on only where `keep` says so.

        Four keys are made at most in all tests together.
        """
        self.current = self.current % 4 + 1
        self.published = [*self.published, self.current] if keep else [self.current]

    def token(
        self,
        service: str,
        *,
        key: int | None = None,
        headers: Json | None = None,
        drop: tuple[str, ...] = (),
        **claims: Any,
    ) -> str:
        """A token as the connector sends it; `claims` and `headers` replace, `drop` leaves out.

        `key` signs with another key than the current one (and names it).
        """
        number = key or self.current
        now = self.signs_by.now()
        told: Json = {
            "serviceurl": service,
            "nbf": now - timedelta(minutes=5),
            "exp": now + timedelta(hours=1),
            "iss": ISSUER,
            "aud": APP_ID,
            **claims,
        }
        kept = {name: value for name, value in told.items() if name not in drop}
        head = {"kid": f"key-{number}", "x5t": f"key-{number}", **(headers or {})}
        return jwt.encode(kept, private_key(number), algorithm="RS256", headers=head)

    def routes(self, at: str) -> list[web.RouteDef]:
        """The addresses under which metadata and keys are published."""

        async def metadata(request: web.Request) -> web.Response:
            self.asked.append("metadata")
            told = {"issuer": ISSUER, "jwks_uri": f"{request.url.origin()}{at}/v1/.well-known/keys"}
            algorithms = {"id_token_signing_alg_values_supported": ["RS256"]}
            return web.json_response(told | algorithms, status=self.status)

        async def keys(request: web.Request) -> web.Response:
            self.asked.append("keys")
            told = {"keys": [jwk(number, self.endorsements) for number in self.published]}
            return web.json_response(told, status=self.status)

        return [
            web.get(f"{at}/v1/.well-known/openidconfiguration", metadata),
            web.get(f"{at}/v1/.well-known/keys", keys),
        ]


def _base64(number: int) -> str:
    raw = number.to_bytes((number.bit_length() + 7) // 8, "big")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()
