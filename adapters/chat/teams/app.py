"""The bot on Bot Framework: its adapter runs each activity, its handler says which kind it is.

botbuilder-core 4.17.1 is frozen upstream. What of it is unsafe is not used: it authenticates nobody
(auth.py does), fetches no key and no token (keys.py, credentials.py), and sends nothing by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from botbuilder.core import ActivityHandler, InvokeResponse, TurnContext
from botbuilder.core.cloud_adapter_base import CloudAdapterBase
from botbuilder.schema import Activity
from botframework.connector.auth import BotFrameworkAuthentication, ClaimsIdentity
from botframework.connector.auth.authenticate_request_result import AuthenticateRequestResult
from botframework.connector.auth.connector_factory import ConnectorFactory

from adapters.chat.teams.acts import Acts
from adapters.chat.teams.lifecycle import Lifecycle
from adapters.chat.teams.limits import Json
from adapters.chat.teams.parts import mark
from adapters.chat.teams.route import Answer
from coaching.errors import BadInput


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """Takes activities whose sender is known, and answers them."""

    acts: Acts
    lifecycle: Lifecycle
    adapter: CloudAdapterBase

    async def __call__(self, activity: Json) -> Answer:
        """What an activity is answered with; raises `BadInput` for what is no activity."""
        mark(activity, "type")
        try:
            typed = Activity.deserialize(activity)
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise BadInput("activity", f"cannot be read: {type(error).__name__}") from None
        turn = _Turn(activity, self.acts, self.lifecycle)
        answer = await self.adapter.process_activity(_known(), typed, turn.on_turn)
        if answer is None:
            return Answer()
        return Answer(status=int(answer.status), body=answer.body)


def adapter() -> CloudAdapterBase:
    """Bot Framework's adapter, without its own ways to authenticate and to send."""
    return _Adapter(_Checked())


class _Adapter(CloudAdapterBase):  # type: ignore[misc]  # botbuilder ships no types
    """The adapter as it is: only its base is abstract."""


class _Turn(ActivityHandler):  # type: ignore[misc]  # botbuilder ships no types
    """One activity, sorted by its kind and read as it came: the typed one leaves out much."""

    def __init__(self, activity: Json, acts: Acts, lifecycle: Lifecycle) -> None:
        super().__init__()
        self._activity = activity
        self._acts = acts
        self._lifecycle = lifecycle

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await self._acts.message(self._activity)

    async def on_message_update_activity(self, turn_context: TurnContext) -> None:
        await self._acts.message(self._activity)

    async def on_message_delete_activity(self, turn_context: TurnContext) -> None:
        await self._acts.message(self._activity)

    async def on_conversation_update_activity(self, turn_context: TurnContext) -> None:
        await self._lifecycle.conversation(self._activity)

    async def on_installation_update(self, turn_context: TurnContext) -> None:
        await self._lifecycle.installation(self._activity)

    async def on_invoke_activity(self, turn_context: TurnContext) -> InvokeResponse:
        answer = await self._acts.invoke(self._activity)
        return InvokeResponse(status=answer.status, body=answer.body)


# ---- what Bot Framework is given in place of its own -------------------------------------------


def _known() -> AuthenticateRequestResult:
    """Who speaks was found out before: Bot Framework need not ask again."""
    told = AuthenticateRequestResult()
    told.claims_identity = ClaimsIdentity({}, True)  # noqa: FBT003 - its own signature
    told.connector_factory = _Silent()
    return told


class _Silent(ConnectorFactory):  # type: ignore[misc]  # botframework ships no types
    """What a turn would send leaves by the outbox: within it there is nothing to send with."""

    async def create(self, service_url: str, audience: str) -> Any:
        """Nothing that can send."""
        return object()


class _Checked(BotFrameworkAuthentication):  # type: ignore[misc]  # botframework ships no types
    """Refuses to authenticate: whoever gets as far was authenticated before."""

    async def authenticate_request(self, activity: Activity, auth_header: str) -> Any:
        raise PermissionError

    async def authenticate_streaming_request(self, auth_header: str, channel_id_header: str) -> Any:
        raise PermissionError

    def create_connector_factory(self, claims_identity: ClaimsIdentity) -> Any:
        return _Silent()

    async def create_user_token_client(self, claims_identity: ClaimsIdentity) -> None:
        """Nobody signs in here."""
