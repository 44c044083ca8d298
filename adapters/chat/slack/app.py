"""The Bolt app: what it hears, with whose token, and how soon it answers."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol

from slack_bolt.app.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.ack.async_ack import AsyncAck
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.middleware.async_middleware import AsyncMiddleware
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.chat.slack.acts import Acts
from adapters.chat.slack.buttons import TAP
from adapters.chat.slack.forms import FORM
from adapters.chat.slack.lifecycle import Lifecycle
from adapters.chat.slack.manifest import COMMAND, EVENTS, SHORTCUT
from adapters.chat.slack.shapes import check
from adapters.ports import Away, Gone, Later, Never
from coaching.errors import BadInput

log = logging.getLogger(__name__)
_BOLT = logging.getLogger(f"{__name__}.bolt")
_BOLT.setLevel(logging.ERROR)

OK, BUSY, BAD, BROKEN = 200, 503, 400, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Ourselves:
    """Who we are in a tenant: the bot's own ids, so that it does not hear itself."""

    bot_id: str
    bot_user: str


class Bots(Protocol):
    """Knows in which tenants the app is installed."""

    async def ourselves(self, enterprise: str, team: str, *, org_wide: bool) -> Ourselves | None:
        """Who we are there, None where the app is not installed (any more)."""


class Installed(AsyncAuthorize):
    """Bolt's question whether we are installed where a payload comes from.

    Bolt's own answer asks Slack anew at every payload; ours is looked up.
    """

    def __init__(self, bots: Bots) -> None:
        """Ask there."""
        self._bots = bots

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult | None:
        """Who we are there."""
        org_wide = bool(context.is_enterprise_install)
        found = await self._bots.ourselves(enterprise_id or "", team_id or "", org_wide=org_wide)
        if found is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_id=found.bot_id,
            bot_user_id=found.bot_user,
        )


def bolt_app(
    *, acts: Acts, lifecycle: Lifecycle, bots: Bots, api: str, signing_secret: str
) -> AsyncApp:
    """The app with all its listeners; each answers when what follows is stored.

    `signing_secret` is empty in Socket Mode, where Slack's own connection says who speaks.
    """
    app = AsyncApp(
        name="advance",
        logger=_BOLT,
        client=AsyncWebClient(base_url=f"{api}/", logger=_BOLT),
        authorize=Installed(bots),  # type: ignore[arg-type]  # Bolt takes one of its own kind too
        signing_secret=signing_secret,
        request_verification_enabled=bool(signing_secret),
        before_authorize=_WellFormed(),
        user_facing_authorize_error_message=acts.not_installed(),
        # Answer when the listener is done: no answer before its decision is stored.
        process_before_response=True,
    )
    hears = {**lifecycle.events, "message": acts.message, "app_home_opened": acts.home}
    for name in {event.partition(".")[0] for event in EVENTS}:
        app.event(name)(_heard(hears[name]))
    app.action(re.compile(f"^{re.escape(TAP)}"))(_acted(acts.tap))
    app.command(COMMAND)(_commanded(acts.command))
    app.shortcut(SHORTCUT)(_acted(acts.shortcut))
    app.view(FORM)(_submitted(acts.submit))
    _acknowledge_the_rest(app)
    app.error(_failed)
    return app


def _acknowledge_the_rest(app: AsyncApp) -> None:
    """What nobody asked for is heard in peace: Slack would deliver it again, and then give up."""
    anything = re.compile(".*")
    for hears in (app.event, app.action, app.command, app.shortcut, app.view, app.view_closed):
        hears(anything)(_nothing)


Listener = Callable[..., Awaitable[Any]]


class _WellFormed(AsyncMiddleware):
    """What Bolt would stumble over ends here, once it is known to be Slack's."""

    async def async_process(
        self,
        *,
        req: AsyncBoltRequest,
        resp: BoltResponse,
        next: Callable[[], Awaitable[BoltResponse]],  # noqa: A002 - Bolt's own name
    ) -> BoltResponse:
        """Go on, or answer that it cannot be read."""
        try:
            check(req.body)
        except BadInput as error:
            return await _failed(error)
        return await next()


def _heard(hear: Callable[[Any], Awaitable[None]]) -> Listener:
    async def listener(body: dict[str, Any]) -> None:
        await hear(body)

    return listener


def _acted(act: Callable[[Any], Awaitable[None]]) -> Listener:
    async def listener(body: dict[str, Any], ack: AsyncAck) -> None:
        await act(body)
        await ack()

    return listener


def _commanded(command: Callable[[Any], Awaitable[str]]) -> Listener:
    async def listener(body: dict[str, Any], ack: AsyncAck) -> None:
        said = await command(body)
        # Slack shows a text as mrkdwn: what is the coach's own sentence holds no mark-up.
        await (ack(text=said, response_type="ephemeral") if said else ack())

    return listener


def _submitted(submit: Callable[[Any], Awaitable[dict[str, Any]]]) -> Listener:
    async def listener(body: dict[str, Any], ack: AsyncAck) -> None:
        await ack(**await submit(body))

    return listener


async def _nothing(ack: AsyncAck) -> None:
    await ack()


async def _failed(error: Exception) -> BoltResponse:
    """What Slack is told of a failure: it delivers an event again where that may help."""
    if isinstance(error, BadInput):
        log.warning("Slack sent what cannot be read: %s", error)
        return BoltResponse(status=BAD)
    if isinstance(error, Away | Later):
        log.warning("Slack was asked to come back: %s", error)
        return BoltResponse(status=BUSY)
    if isinstance(error, Never | Gone):
        # Nobody is there to be answered; the same again would end the same way.
        log.warning("Slack told of somebody who is not there: %s", error)
        return BoltResponse(status=OK)
    log.error("A payload of Slack's failed", exc_info=error)
    return BoltResponse(status=BROKEN)
