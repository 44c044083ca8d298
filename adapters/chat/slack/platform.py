"""Slack's side of the `Platform` port, and what else is done there in our name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from adapters.chat.slack.calls import Calls, Json
from adapters.chat.slack.draw import drawn
from adapters.chat.slack.pacing import Pacing
from adapters.chat.slack.refusals import RATE_LIMITED, Refused
from adapters.chat.slack.tokens import Tokens
from adapters.ports import Clock, Envelope, Gone, Later, Never, Place, Profile
from coaching.people import Language

POSTED = "advance_message"
_NO_THREAD = frozenset(
    {
        "cannot_reply_to_message",
        "message_not_found",
        "restricted_action_thread_locked",
        "thread_not_found",
    }
)
_BAD_BLOCKS = frozenset({"invalid_blocks", "invalid_blocks_format"})
_NOBODY = frozenset({"user_not_found", "users_not_found"})
_CHINESE = frozenset({"zh-cn", "zh-hans", "zh-hans-cn", "zh-sg"})
_PERSON = ("U", "W")
_DIRECT = "D"
_LOOK_BACK = 30
# Slack tells a thread from its beginning, so all of it: the most it tells at once.
_WHOLE_THREAD = 999
_LATELY = timedelta(minutes=10)
_GUEST = ("is_restricted", "is_ultra_restricted", "is_stranger", "is_bot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slack:
    """Carries messages to Slack; all it does raises `Later`, `Never` or `Gone`, nothing else.

    A `tenant` is a team's id, or an organisation's for an org-wide installation. A message's
    reference is its channel and Slack's time stamp: "C1:1700000000.000100".
    """

    calls: Calls
    tokens: Tokens
    clock: Clock
    pacing: Pacing
    name: str = "slack"
    _bots: dict[str, str] = field(default_factory=dict, repr=False)
    _directs: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    async def send(self, envelope: Envelope) -> str:
        """Post a message, in its thread if that is still there; return its reference."""
        place = envelope.place
        self.pacing.check(place.tenant, "chat.postMessage")
        channel = await self._channel(place)
        if envelope.again and (there := await self._arrived(channel, envelope)):
            return there
        self.pacing.take(place.tenant, channel)
        said = drawn(envelope.message, envelope.say)
        body: Json = {
            "channel": channel,
            "text": said.text,
            "blocks": said.blocks,
            "unfurl_links": False,
            "unfurl_media": False,
            "link_names": False,
            "parse": "none",
            "metadata": {"event_type": POSTED, "event_payload": {"id": envelope.id}},
        }
        root, colon, ts = envelope.thread.rpartition(":")
        # A thread that began elsewhere (another channel or platform) goes on in the main line.
        if colon and root == channel:
            body["thread_ts"] = ts
        posted = await self._carry(place.tenant, "chat.postMessage", body)
        return f"{posted.get('channel', channel)}:{posted.get('ts', '')}"

    async def edit(self, reference: str, envelope: Envelope) -> None:
        """Replace what a message says; raises `Never` where it is not there any more."""
        channel, ts = _split(reference)
        said = drawn(envelope.message, envelope.say)
        body: Json = {"channel": channel, "ts": ts, "text": said.text, "blocks": said.blocks}
        await self._carry(envelope.place.tenant, "chat.update", {**body, "parse": "none"})

    async def publish_home(self, tenant: str, user: str, view: Json) -> None:
        """Replace what somebody sees in the home tab."""
        await self._do(tenant, "views.publish", {"user_id": user, "view": view})

    async def open_view(self, tenant: str, trigger_id: str, view: Json) -> None:
        """Open a form; raises `TooLate` where the tap that asked for it is too long ago."""
        await self._do(tenant, "views.open", {"trigger_id": trigger_id, "view": view})

    async def open_dm(self, tenant: str, user: str) -> str:
        """The id of the channel of our direct messages with somebody."""
        told = await self._do(tenant, "conversations.open", {"users": user})
        return _text(told.get("channel"), "id")

    async def profile(self, tenant: str, user: str) -> Profile:
        """What Slack says about somebody; the e-mail address is verified by it."""
        try:
            told = await self._asked(tenant, "users.info", user=user, include_locale="true")
        except Refused as refused:
            raise refused.means from None
        return profile_of(told.get("user"))

    async def user_by_email(self, tenant: str, address: str) -> str:
        """The id of the user with that address, empty if there is none."""
        try:
            told = await self._asked(tenant, "users.lookupByEmail", email=address)
        except Refused as refused:
            if refused.code in _NOBODY:
                return ""
            raise refused.means from None
        return _text(told.get("user"), "id")

    async def who_am_i(self, tenant: str = "") -> Json:
        """Who we are there (the answer of auth.test); a fixed token needs no tenant for it."""
        return await self._do(tenant, "auth.test", {})

    async def bot_user(self, tenant: str) -> str:
        """Our own user's id in a tenant; asked for once."""
        if tenant not in self._bots:
            self._bots[tenant] = _text(await self.who_am_i(tenant), "user_id")
        return self._bots[tenant]

    async def close(self) -> None:
        """Close the connections."""
        await self.calls.close()

    async def _channel(self, place: Place) -> str:
        """The channel of a place; for a person's own id that of our direct messages."""
        if not place.address.startswith(_PERSON):
            return place.address
        key = (place.tenant, place.address)
        if key not in self._directs:
            self._directs[key] = await self.open_dm(*key)
        return self._directs[key]

    async def _arrived(self, channel: str, envelope: Envelope) -> str:
        """The reference of a message that arrived before, if it is among the last ones.

        Slack lets us look into direct messages alone; where it does not, none has arrived.
        """
        if not channel.startswith(_DIRECT):
            return ""
        tenant, (root, _, ts) = envelope.place.tenant, envelope.thread.rpartition(":")
        asked = {"channel": channel, "include_all_metadata": "true"}
        try:
            if ts and root == channel:
                asked |= {"ts": ts, "limit": str(_WHOLE_THREAD)}
                told = await self._asked(tenant, "conversations.replies", **asked)
            else:
                asked |= {"limit": str(_LOOK_BACK)}
                told = await self._asked(tenant, "conversations.history", **asked)
        except Refused as refused:
            if isinstance(refused.means, Later):
                raise refused.means from None
            return ""
        lately = (self.clock.now() - _LATELY).timestamp()
        same = drawn(envelope.message, envelope.say).text
        for one in told.get("messages", ()):
            noted = _posted_id(one)
            # Where Slack gives no notes, the same words a moment ago are taken for the message.
            if noted == envelope.id or (noted is None and _is_lately(one, same, lately)):
                return f"{channel}:{_text(one, 'ts')}"
        return ""

    async def _carry(self, tenant: str, method: str, body: Json) -> Json:
        """Post or edit; what Slack refuses and can be mended is mended, each way once."""
        joined = False
        while True:
            try:
                return await self._done(tenant, method, body)
            except Refused as refused:
                mended = _mended(refused.code, body)
                if mended is None and (joined or refused.code != "not_in_channel"):
                    raise refused.means from None
            if mended is None:
                await self._enter(tenant, body["channel"])
                joined = True
            else:
                body = mended

    async def _enter(self, tenant: str, channel: str) -> None:
        """Get back into a public channel; where that is refused the channel is gone for us."""
        try:
            await self._do(tenant, "conversations.join", {"channel": channel})
        except Gone as gone:
            raise Gone(str(gone), channel=gone.channel or "channel-gone-removed") from None

    async def _do(self, tenant: str, method: str, body: Json) -> Json:
        """Change something, once; what is refused is raised as what it means."""
        try:
            return await self._done(tenant, method, body)
        except Refused as refused:
            raise refused.means from None

    async def _done(self, tenant: str, method: str, body: Json) -> Json:
        """Change something; raises `Refused` with Slack's own code."""
        with self._listening(tenant, method):
            return await self.calls.do(method, await self.tokens.token(tenant), body)

    async def _asked(self, tenant: str, method: str, **asked: str) -> Json:
        """Ask for something; raises `Refused` with Slack's own code."""
        with self._listening(tenant, method):
            return await self.calls.ask(method, await self.tokens.token(tenant), **asked)

    @contextmanager
    def _listening(self, tenant: str, method: str) -> Iterator[None]:
        """Call only when Slack wants to hear it, and note when it wants a pause."""
        self.pacing.check(tenant, method)
        try:
            yield
        except Refused as refused:
            if refused.code in RATE_LIMITED and isinstance(refused.means, Later):
                self.pacing.pause(tenant, method, refused.means.at)
            raise


def profile_of(user: object) -> Profile:
    """What a `user` object of Slack's says (docs.slack.dev/reference/objects/user-object)."""
    told = user if isinstance(user, dict) else {}
    shown = told.get("profile")
    locale = _text(told, "locale").lower()
    language: Language | None = None
    if locale:
        language = "zh-Hans" if locale.replace("_", "-") in _CHINESE else "en"
    return Profile(
        name=_text(told, "real_name") or _text(shown, "real_name") or _text(told, "name"),
        address=_text(shown, "email"),
        zone=_text(told, "tz"),
        language=language,
        guest=any(told.get(sign) is True for sign in _GUEST),
    )


def _posted_id(told: object) -> str | None:
    """Our own id of a message, from what we noted beside it; None where nothing is noted."""
    metadata = told.get("metadata") if isinstance(told, dict) else None
    if not isinstance(metadata, dict):
        return None
    return _text(metadata.get("event_payload"), "id")


def _is_lately(told: object, words: str, since: float) -> bool:
    """Whether an app posted those words since then."""
    if not isinstance(told, dict) or "bot_id" not in told or told.get("text") != words:
        return False
    try:
        return float(_text(told, "ts")) >= since
    except ValueError:
        return False


def _mended(code: str, body: Json) -> Json | None:
    """What to send instead of what was refused, None where nothing can be left out.

    A native chart's words stand in the message beside it; a thread that is gone leaves the main
    line.
    """
    if code in _NO_THREAD and "thread_ts" in body:
        return {name: value for name, value in body.items() if name != "thread_ts"}
    blocks = [block for block in body["blocks"] if block["type"] != "data_visualization"]
    if code in _BAD_BLOCKS and len(blocks) < len(body["blocks"]):
        return {**body, "blocks": blocks}
    return None


def _split(reference: str) -> tuple[str, str]:
    """A reference's channel and time stamp; raises `Never` for what is none of Slack's."""
    channel, colon, ts = reference.rpartition(":")
    if not (colon and channel and ts):
        raise Never("no such message")
    return channel, ts


def _text(told: object, name: str) -> str:
    """One text of an answer, empty where it is missing or no text."""
    value = told.get(name) if isinstance(told, dict) else None
    return value if isinstance(value, str) else ""
