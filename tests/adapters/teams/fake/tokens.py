"""Where a bot gets its tokens: by its password, or as a managed identity."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from aiohttp import web

from tests.adapters.teams.fake.state import APP_ID, APP_PASSWORD, Json, World

LASTS = timedelta(hours=1)
SCOPE = "https://api.botframework.com/.default"
RESOURCE = "https://api.botframework.com"
IDENTITY_HEADER = "made-up-identity-header"


@dataclass(slots=True)
class Issuer:
    """Issues tokens; `asked` is what it was asked, `refuses` the error that it answers with now."""

    world: World
    asked: list[Json] = field(default_factory=list)
    refuses: str = ""

    def routes(self, at: str) -> list[web.RouteDef]:
        """`{at}/{tenant}/oauth2/v2.0/token`, its metadata, and the managed identity's address."""

        async def metadata(request: web.Request) -> web.Response:
            base = f"{request.url.origin()}{at}/{request.match_info['tenant']}"
            told = {"issuer": f"{base}/v2.0", "token_endpoint": f"{base}/oauth2/v2.0/token"}
            more = {"authorization_endpoint": f"{base}/oauth2/v2.0/authorize"}
            return web.json_response(told | more)

        return [
            web.post(f"{at}/{{tenant}}/oauth2/v2.0/token", self._by_password),
            web.get(f"{at}/{{tenant}}/v2.0/.well-known/openid-configuration", metadata),
            web.get(f"{at}/msi/token", self._by_identity),
        ]

    def issue(self) -> str:
        """A new token of the bot's own."""
        name = self.world.made("bot-token-")
        self.world.tokens[name] = self.world.clock.now() + LASTS
        return name

    def takes(self, authorization: str) -> bool:
        """Whether a request's header bears a token that still counts."""
        ends_at = self.world.tokens.get(authorization.removeprefix("Bearer "))
        if not authorization.startswith("Bearer ") or ends_at is None:
            return False
        return self.world.clock.now() < ends_at

    async def _by_password(self, request: web.Request) -> web.Response:
        told = {name: str(value) for name, value in (await request.post()).items()}
        self.asked.append({"tenant": request.match_info["tenant"], **told})
        error = self.refuses
        if not error and told.get("client_id") != APP_ID:
            error = "unauthorized_client"
        elif not error and told.get("client_secret") != APP_PASSWORD:
            error = "invalid_client"
        elif not error and told.get("scope") != SCOPE:
            error = "invalid_scope"
        if error:
            told = {"error": error, "error_description": "AADSTS7000215: made up"}
            return web.json_response(told, status=401 if error == "invalid_client" else 400)
        seconds = int(LASTS.total_seconds())
        answer = {"token_type": "Bearer", "expires_in": seconds, "ext_expires_in": seconds}
        return web.json_response({**answer, "access_token": self.issue()})

    async def _by_identity(self, request: web.Request) -> web.Response:
        self.asked.append(dict(request.query))
        headers = request.headers
        known = IDENTITY_HEADER in (headers.get("X-IDENTITY-HEADER"), headers.get("Secret"))
        if not known or request.query.get("resource") != RESOURCE or self.refuses:
            return web.json_response({"error": "invalid_request"}, status=400)
        ends_at = self.world.clock.now() + LASTS
        told: Json = {"access_token": self.issue(), "token_type": "Bearer", "resource": RESOURCE}
        return web.json_response({**told, "expires_on": str(int(ends_at.timestamp()))})
