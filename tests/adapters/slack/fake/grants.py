"""Tokens: which count, how they are had by OAuth, renewed and ended."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from datetime import timedelta

from tests.adapters.slack.fake.state import APP_ID, BOT_ID, BOT_USER, Grant, Json, Refusal, World

CLIENT_ID = "1.2"
CLIENT_SECRET = "made-up-client-secret"
APP_TOKEN = "xapp-made-up"
SCOPES = "chat:write,commands,im:history,im:write,users:read,users:read.email,channels:join"
LASTS = timedelta(hours=12)


def grant_of(world: World, token: str) -> Grant:
    """The installation behind a token; else what Slack says of the token."""
    if not token:
        raise Refusal("not_authed")
    grant = world.grants.get(token)
    if grant is None:
        raise Refusal("invalid_auth")
    if grant.dead:
        raise Refusal(grant.dead)
    if grant.ends_at is not None and grant.ends_at <= world.clock.now():
        raise Refusal("token_expired")
    return grant


def granted(
    world: World, *, team: str, installer: str, org_wide: bool = False, rotates: bool | None = None
) -> Grant:
    """A new installation, with its tokens."""
    grant = Grant(
        token=world.made("xoxb-"),
        team="" if org_wide else team,
        enterprise=world.workspaces[team].enterprise,
        org_wide=org_wide,
        installer=installer,
        scopes=SCOPES,
    )
    if world.rotates if rotates is None else rotates:
        _renew(world, grant)
    world.grants[grant.token] = grant
    return grant


def code(world: World, installer: str, *, org_wide: bool) -> str:
    """A code for an installation that counts once it is exchanged."""
    team = world.people[installer].team
    grant = granted(world, team=team, installer=installer, org_wide=org_wide)
    del world.grants[grant.token]
    name = world.made("code-")
    world.codes[name] = grant
    return name


def _renew(world: World, grant: Grant) -> None:
    grant.token = world.made("xoxe.xoxb-")
    grant.refresh = world.made("xoxe-1-")
    grant.ends_at = world.clock.now() + LASTS


def auth_test(world: World, grant: Grant, asked: Json) -> Json:
    team = world.workspaces.get(grant.team)
    return {
        "url": f"https://{team.domain if team else 'org'}.slack.example/",
        "team": team.name if team else "",
        "team_id": grant.team or grant.enterprise,
        "user": "advance",
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "enterprise_id": grant.enterprise or None,
        "is_enterprise_install": grant.org_wide,
    }


def revoke(world: World, grant: Grant, asked: Json) -> Json:
    if asked.get("test") in (True, "1", "true"):
        return {"revoked": False}
    grant.dead = "token_revoked"
    return {"revoked": True}


def uninstall(world: World, grant: Grant, asked: Json) -> Json:
    _check_client(str(asked.get("client_id")), str(asked.get("client_secret")))
    grant.dead = "account_inactive"
    return {}


def access(world: World, asked: Json, authorization: str) -> Json:
    """oauth.v2.access: a code or a refresh token for tokens."""
    client, secret = asked.get("client_id"), asked.get("client_secret")
    if authorization.startswith("Basic "):
        client, _, secret = b64decode(authorization[6:]).decode().partition(":")
    _check_client(str(client), str(secret))
    if asked.get("grant_type") == "refresh_token":
        return _exchanged(world, str(asked.get("refresh_token")))
    grant = world.codes.pop(str(asked.get("code")), None)
    if grant is None:
        raise Refusal("invalid_code")
    world.grants[grant.token] = grant
    return _told(world, grant)


def _check_client(client: str, secret: str) -> None:
    if client != CLIENT_ID:
        raise Refusal("invalid_client_id")
    if secret != CLIENT_SECRET:
        raise Refusal("bad_client_secret")


def _exchanged(world: World, refresh: str) -> Json:
    for grant in list(world.grants.values()):
        if grant.refresh == refresh and not grant.dead:
            # The token before it lasts until its own end; the refresh token counts once.
            world.grants[grant.token] = replace(grant, refresh="")
            _renew(world, grant)
            world.grants[grant.token] = grant
            return _told(world, grant)
    raise Refusal("invalid_refresh_token")


def _told(world: World, grant: Grant) -> Json:
    team = world.workspaces.get(grant.team)
    told: Json = {
        "access_token": grant.token,
        "token_type": "bot",
        "scope": grant.scopes,
        "bot_user_id": BOT_USER,
        "app_id": APP_ID,
        "team": {"id": team.id, "name": team.name} if team else None,
        "enterprise": {"id": grant.enterprise, "name": "Org"} if grant.enterprise else None,
        "authed_user": {"id": grant.installer},
        "is_enterprise_install": grant.org_wide,
    }
    if grant.refresh:
        told |= {"refresh_token": grant.refresh, "expires_in": int(LASTS.total_seconds())}
    return told
