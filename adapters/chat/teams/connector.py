"""The connector's operations: write into a conversation, begin one, see who is there.

What is written goes through botframework-connector's client, which knows the addresses and the
JSON; the requests themselves are ours (decision 0026). Rosters are read as plain JSON: the SDK
drops a member's address, and reads teams with a call that blocks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from botbuilder.schema import (
    Activity,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    ConversationParameters,
)
from botframework.connector.aio import ConnectorClient
from msrest.pipeline import Request, Response
from msrest.pipeline.universal import RawDeserializer
from msrest.universal_http import ClientRequest, HTTPClientResponse

from adapters.chat.teams.elements import attachment
from adapters.chat.teams.limits import Json
from adapters.chat.teams.references import Reference
from adapters.chat.teams.wire import Wire

CLIENTS = 100
_PAGE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is written: a card, and what a notification says of it."""

    card: Json
    summary: str


@dataclass(slots=True)
class Connector:
    """Writes and asks; raises `Refused`, `Later` or `Never`, as its wire does.

    References name the service; ids that come back are empty where an answer says yes and no more.
    """

    wire: Wire
    clients: dict[str, ConnectorClient] = field(default_factory=dict)

    async def write(self, to: Reference, letter: Letter) -> str:
        """Write into a conversation, or a thread of a channel's; return the activity's id."""
        calls = self._client(to.service).conversations
        told = await calls.send_to_conversation(to.conversation, _activity(to, letter))
        return str(told.id or "")

    async def rewrite(self, to: Reference, activity: str, letter: Letter) -> None:
        """Replace what was written."""
        calls = self._client(to.service).conversations
        await calls.update_activity(to.conversation, activity, _activity(to, letter))

    async def begin(self, to: Reference, tenant: str, letter: Letter) -> str:
        """Begin a thread in a channel; return the id of its first activity."""
        asked = ConversationParameters(
            is_group=True,
            bot=_account(to.bot),
            channel_data={"channel": {"id": to.conversation}, "tenant": {"id": tenant}},
            activity=_activity(to, letter),
        )
        told = await self._client(to.service).conversations.create_conversation(asked)
        return str(told.activity_id or "")

    async def chat_with(self, to: Reference, tenant: str) -> str:
        """The id of our personal chat with somebody, begun if need be; empty if none is told."""
        asked = ConversationParameters(
            is_group=False,
            bot=_account(to.bot),
            members=[_account(to.user)],
            channel_data={"tenant": {"id": tenant}},
        )
        told = await self._client(to.service).conversations.create_conversation(asked)
        return str(told.id or "")

    async def member(self, at: Reference, user: str) -> Mapping[str, Any]:
        """Somebody in a conversation, by their id for this bot or their Entra object id."""
        return await self._ask(at, "conversations", at.conversation, "members", user)

    async def members(
        self, at: Reference, token: str = ""
    ) -> tuple[Sequence[Mapping[str, Any]], str]:
        """A page of who is in a conversation, and the token of the next one; empty at the end."""
        more = f"&continuationToken={quote(token, safe='')}" if token else ""
        page = f"pagedmembers?pageSize={_PAGE}{more}"
        told = await self._ask(at, "conversations", at.conversation, page)
        following = told.get("continuationToken")
        is_last = not isinstance(following, str) or following == token
        found = [one for one in _listed(told, "members") if isinstance(one, dict)]
        return found, "" if is_last else str(following)

    async def channels(self, at: Reference, team: str) -> frozenset[str]:
        """The ids of a team's channels."""
        told = await self._ask(at, "teams", team, "conversations")
        listed = [one for one in _listed(told, "conversations") if isinstance(one, dict)]
        return frozenset(str(one.get("id")) for one in listed)

    async def close(self) -> None:
        """Close the connections."""
        await self.wire.close()

    async def _ask(self, at: Reference, kind: str, id_: str, *path: str) -> Mapping[str, Any]:
        # The last part may have a query; ids are the only ones that need quoting.
        steps = [kind, quote(id_, safe=""), *path[:-1]]
        last = path[-1] if "?" in path[-1] else quote(path[-1], safe="")
        url = "/".join([f"{at.service.rstrip('/')}/v3", *steps, last])
        return (await self.wire.ask("GET", url)).json

    def _client(self, service: str) -> ConnectorClient:
        """The SDK's client for a service; making one takes 3 ms."""
        if service not in self.clients:
            if len(self.clients) >= CLIENTS:
                self.clients.clear()
            # It insists on credentials; those that count are the wire's.
            self.clients[service] = ConnectorClient(
                object(), service, pipeline_type=lambda _: _Pipeline(self.wire)
            )
        return self.clients[service]


@dataclass(frozen=True, slots=True)
class _Pipeline:
    """What the SDK's client sends its requests through, in place of its own."""

    wire: Wire

    async def run(self, request: ClientRequest, **_: object) -> Response[Any, Any]:
        """Make a request of the SDK's; a no is raised before the SDK reads it."""
        headers = {"Content-Type": "application/json; charset=utf-8"}
        told = await self.wire.ask(request.method, request.url, headers, request.data)
        answer = HTTPClientResponse(request, None)
        # The SDK takes some of the answers that say yes for a no.
        answer.status_code = 200
        return Response(Request(request), answer, {RawDeserializer.CONTEXT_NAME: told.json})


def _activity(to: Reference, letter: Letter) -> Activity:
    shown = attachment(letter.card)
    return Activity(
        type="message",
        from_property=_account(to.bot),
        recipient=_account(to.user) if to.user else None,
        conversation=ConversationAccount(id=to.conversation),
        summary=letter.summary,
        attachments=[
            Attachment(content_type=shown["contentType"], content=shown["content"]),
        ],
    )


def _account(id_: str) -> ChannelAccount:
    return ChannelAccount(id=id_)


def _listed(told: Mapping[str, Any], name: str) -> list[Any]:
    found = told.get(name)
    return found if isinstance(found, list) else []
