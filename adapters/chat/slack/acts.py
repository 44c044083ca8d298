"""What people do on Slack, and what follows: decided and stored first, then answered.

Slack waits three seconds for an answer, and opens a form only by the trigger of an act, which is
as short-lived; so the answer comes when the decision is stored, and the form right after it.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.chat.slack import read
from adapters.chat.slack.background import Background
from adapters.chat.slack.draw import home_view, modal_of
from adapters.chat.slack.forms import drawn_form, fields, refused
from adapters.chat.slack.limits import Json
from adapters.chat.slack.parts import mark
from adapters.chat.slack.people import People
from adapters.chat.slack.platform import Slack
from adapters.chat.slack.refusals import EXCHANGED, TooLate
from adapters.payloads import part, words
from adapters.ports import Account, Desk, Later, Met, Place, Say
from coaching import installing
from coaching.actions import Done, Reject, Reply, ShowForm, Tell
from coaching.events import Commanded, Deleted, Said, Tapped
from coaching.messages import Line, Message, message, text

# Whose home tab was open lately and follows what its owner does; the eldest is forgotten.
HOMES = 2_000
# Taps of the desk's own: whoever invited the coach to a channel need not be coached by it.
DIGEST_HERE = "digest_here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Takes what people do to the desk, and gives Slack its answer."""

    desk: Desk
    slack: Slack
    people: People
    background: Background
    _homes: dict[Account, asyncio.Lock] = field(default_factory=dict)

    # ---- texts -------------------------------------------------------------------------------

    async def message(self, body: Any) -> None:
        """A text in the direct messages: written, edited or deleted."""
        event = part(body, "event")
        found = read.said(event) or read.edited(event) or read.deleted(event)
        if found is None:
            return
        account, channel = read.account(body), mark(event, "channel")
        met = await self.people.met(account, channel, _key(account, body))
        if isinstance(met, Message):
            # Said once to what they write; who then mends or deletes it has been told.
            if isinstance(found, Said):
                await self.people.tell_stranger(account, channel, met, read.delivery(body))
            return
        if met.greeted:
            # The greeting is the answer: whatever they wrote before was no answer to a question.
            return
        if not isinstance(found, Deleted) and found.thread:
            found = replace(found, thread=await self.desk.logical_id(met, found.thread))
        await self.desk.handle(met, found, _key(account, body))
        self._refresh(met)

    # ---- taps, forms, commands ---------------------------------------------------------------

    async def tap(self, body: Any) -> None:
        """A tap on a button, or a choice in a menu."""
        tapped, account = read.tapped(body), read.account(body)
        if tapped is None:
            return
        if tapped.tap.verb == DIGEST_HERE:
            await self._channel(account, tapped)
            return
        met = await self.people.met(account)
        if isinstance(met, Message):
            await self._refuse(account, met, body)
            return
        if tapped.message:
            tapped = replace(tapped, message=await self.desk.logical_id(met, tapped.message))
        reply = await self.desk.handle(met, tapped, _key(account, body))
        self._open(met, reply, body)
        self._refresh(met)

    async def submit(self, body: Any) -> Json:
        """A form that was sent; returns what Slack is to do with it."""
        account = read.account(body)
        met = await self.people.met(account)
        if isinstance(met, Message):
            view = modal_of(met, text("not-coached-title"), await self.people.say_to(account))
            return {"response_action": "update", "view": view}
        reply = await self.desk.handle(met, read.submitted(body), _key(account, body))
        self._refresh(met)
        return _answer(reply, self._say(met), body)

    async def command(self, body: Any) -> str:
        """A slash command; returns what to say to it on the spot, seen by the asker alone."""
        account = read.account(body)
        try:
            met = await self.people.met(account)
        except Later:
            return self._plainly("not-in-time")
        if isinstance(met, Message):
            return _plain(met, await self.people.say_to(account))
        command: Commanded = read.commanded(body)
        reply = await self.desk.handle(met, command, _key(account, body))
        self._open(met, reply, body)
        is_here = met.place is not None and met.place.address == words(body, "channel_id")
        if is_here or not isinstance(reply, Done):
            return ""
        return self._say(met).plain(installing.answered_privately())

    async def shortcut(self, body: Any) -> None:
        """A question in somebody's message is to be judged."""
        account = read.account(body)
        met = await self.people.met(account)
        if isinstance(met, Message):
            await self._refuse(account, met, body)
            return
        self._open(met, await self.desk.handle(met, read.brought(body), _key(account, body)), body)

    def not_installed(self) -> str:
        """What somebody reads whose workspace has taken the app out."""
        return self._plainly("not-installed")

    def _plainly(self, key: str) -> str:
        """A sentence to somebody whose language nobody knows."""
        return self.desk.speaker("en", "UTC").plain(text(key))

    # ---- the home tab ------------------------------------------------------------------------

    async def home(self, body: Any) -> None:
        """Somebody looks at the app's own place: greet them once, and show them their day."""
        event, account = part(body, "event"), read.account(body)
        channel = words(event, "channel", default="")
        met = await self.people.met(account, channel)
        if words(event, "tab", default="home") != "home":
            return
        if isinstance(met, Message):
            view = home_view(met, await self.people.say_to(account))
            self.background(self._publish(account, view), "show the home tab")
            return
        self._homes[account] = self._homes.pop(account, asyncio.Lock())
        if len(self._homes) > HOMES:
            self._homes.pop(next(iter(self._homes)))
        self._refresh(met)

    def _refresh(self, met: Met) -> None:
        """Show somebody's home tab anew, if they have looked at it lately."""
        turn = self._homes.get(met.account)
        if turn is not None:
            self.background(self._show_home(met, turn), "show the home tab")

    async def _show_home(self, met: Met, turn: asyncio.Lock) -> None:
        # One after the other: an older view that was slow must not cover a newer one.
        async with turn:
            # Found anew: what was just decided may have changed their language or zone.
            now = await self.desk.find(met.account) or met
            await self._publish(met.account, home_view(await self.desk.home(now), self._say(now)))

    async def _publish(self, account: Account, view: Json) -> None:
        await self.slack.publish_home(account.tenant, account.user, view)

    # ---- answers -----------------------------------------------------------------------------

    def _open(self, met: Met, reply: Reply, body: Any) -> None:
        """Open what the reply shows, once the answer is out."""
        match reply:
            case ShowForm(form=form):
                self._view(met.account, body, drawn_form(form, self._say(met)), met)
            case Tell(message=told):
                self._view(met.account, body, modal_of(told, _TITLE, self._say(met)), met)
            case Done() | Reject():
                pass

    async def _refuse(self, account: Account, told: Message, body: Any) -> None:
        """Say to somebody who is not coached why nothing follows from what they did."""
        self._view(
            account,
            body,
            modal_of(told, text("not-coached-title"), await self.people.say_to(account)),
        )

    def _view(self, account: Account, body: Any, view: Json, met: Met | None = None) -> None:
        self.background(self._opened(account, read.trigger(body), view, met), "open a form")

    async def _opened(self, account: Account, trigger: str, view: Json, met: Met | None) -> None:
        try:
            await self.slack.open_view(account.tenant, trigger, view)
        except TooLate as late:
            # A trigger that was exchanged has opened its form: this is a second delivery.
            if str(late) != EXCHANGED and met is not None and met.place is not None:
                await self.desk.tell(
                    met.place,
                    f"late/{account.tenant}/{trigger}",
                    message(Line(installing.form_too_old())),
                    language=met.rep.language,
                    zone=met.rep.zone or "UTC",
                )

    async def _channel(self, account: Account, tapped: Tapped) -> None:
        """Whoever invited the coach to a channel says whether a digest belongs there."""
        chosen, _, address = tapped.tap.value.partition(":")
        place = Place(platform=read.NAME, tenant=account.tenant, address=address, kind="team")
        await self.desk.channel_settled(
            account, tapped.tap.about, place if chosen == "yes" else None, tapped.message
        )

    def _say(self, met: Met) -> Say:
        return self.desk.speaker(met.rep.language, met.rep.zone or "UTC")


_TITLE = text("form-judge-title")


def _answer(reply: Reply, say: Say, body: Any) -> Json:
    """What Slack does with a form that was sent: close it, show errors, or show what is told."""
    match reply:
        case Done():
            return {}
        case Reject(errors=errors):
            return refused(errors, say, fields(part(body, "view")))
        case Tell(message=told):
            return {"response_action": "update", "view": modal_of(told, _TITLE, say)}
        case ShowForm(form=form):
            return {"response_action": "update", "view": drawn_form(form, say)}


def _plain(told: Message, say: Say) -> str:
    return "\n".join(say.plain(block.text) for block in told.blocks if isinstance(block, Line))


def _key(account: Account, body: Any) -> str:
    """The delivery's key, apart from those of other platforms and tenants."""
    return f"slack/{account.tenant}/{read.delivery(body)}"
