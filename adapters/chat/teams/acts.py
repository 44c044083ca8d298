"""What people do on Teams, and what follows: decided and stored first, then answered.

A text is answered by what the outbox carries. A tap is answered at once, with the card as it stands
now; a tap that asks for a form, with the dialog, for Teams opens one in no other way.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from http import HTTPStatus
from typing import Any

from adapters.chat.teams import read
from adapters.chat.teams.buttons import in_cards, opener
from adapters.chat.teams.cards import dialog, drawn
from adapters.chat.teams.forms import drawn_form, needs_height
from adapters.chat.teams.limits import Json
from adapters.chat.teams.people import People
from adapters.chat.teams.references import NAME, Reference, main_line, place_of, reference_of
from adapters.chat.teams.route import Answer
from adapters.payloads import part
from adapters.ports import Account, Desk, Gone, Met, Never, Place, Say
from coaching import installing
from coaching.actions import Done, Reject, Reply, ShowForm, Tell
from coaching.errors import BadInput
from coaching.events import Brought, Commanded, Said, Submitted, Tapped
from coaching.forms import Form
from coaching.messages import Line, Message, Text, message, text

# Taps of the desk's own: whoever invited the coach to a channel need not be coached by it.
DIGEST_HERE = "digest_here"
_Act = Tapped | Submitted | Brought
_CARD = "application/vnd.microsoft.card.adaptive"
_NOTICE = "application/vnd.microsoft.activity.message"
_TITLE = text("form-judge-title")
_STRANGER = text("not-coached-title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Takes what people do to the desk, and gives Teams its answer; `dialogs` as `Teams` has it."""

    desk: Desk
    people: People
    dialogs: bool = True

    # ---- messages ----------------------------------------------------------------------------

    async def message(self, activity: Any) -> None:
        """A message: written, edited or deleted, or a button that an older client sends as one."""
        found = read.happened(activity)
        if found is None:
            return
        if isinstance(found, Tapped) and found.tap.verb == DIGEST_HERE:
            await self._settle_channel(activity, found)
            return
        key = _key(activity)
        met = await self.people.met(activity, key)
        if isinstance(met, Message):
            await self.people.tell_stranger(activity, met, key)
            return
        if met.greeted and isinstance(found, Said | Commanded):
            # The greeting is the answer: whatever they wrote before was no answer to a question.
            return
        if isinstance(found, Said) and found.thread:
            # A personal chat has no threads: a message quoted there stands for the one it is in.
            found = replace(found, thread=await self.desk.thread(met, found.thread))
        if isinstance(found, Tapped) and found.message:
            found = replace(found, message=await self.desk.logical_id(met, found.message))
        reply = await self.desk.handle(met, found, key)
        told = _told(found, reply)
        if told is not None:
            zone = met.rep.zone or "UTC"
            at = read.thread(activity)
            await self.desk.tell(at, f"told/{key}", told, language=met.rep.language, zone=zone)

    # ---- invokes -----------------------------------------------------------------------------

    async def invoke(self, activity: Any) -> Answer:
        """A tap or a form that waits for its answer."""
        match part(activity, "name"):
            case read.EXECUTED:
                shown = await self._executed(activity)
                return _shown(shown if self.dialogs else in_cards(shown))
            case read.FETCHED | read.SENT | read.BROUGHT | read.BROUGHT_SENT:
                return await self._dialog(activity)
            case _:
                return Answer(status=HTTPStatus.NOT_IMPLEMENTED)

    async def _executed(self, activity: Any) -> Json | str:
        """What stands in place of a card, or a short notice at it."""
        found = _act(activity)
        if isinstance(found, Tapped) and found.tap.verb == DIGEST_HERE:
            settled = await self._settle_channel(activity, found)
            return drawn(settled, self.people.say_to(activity))
        met = await self.people.met(activity)
        if isinstance(met, Message):
            return _plain(met, self.people.say_to(activity))
        reply, shown = await self._done(met, found, activity)
        asked = await self._asked(met, found, reply)
        say = await self._say(met)
        if asked is not None:
            return asked.drawn(say, in_place=True)
        if isinstance(reply, Tell):
            return drawn(reply.message, say)
        now = await self.desk.shown(met, shown) if shown else None
        return say.plain(installing.answered_privately()) if now is None else drawn(now, say)

    async def _dialog(self, activity: Any) -> Answer:
        """What a dialog shows, or that it closes."""
        found = _act(activity)
        met = await self._met(activity)
        if isinstance(met, Message):
            say = self.people.say_to(activity)
            return _continued(dialog(drawn(met, say), _STRANGER, say))
        reply, _ = await self._done(met, found, activity)
        asked = await self._asked(met, found, reply)
        say = await self._say(met)
        if asked is not None:
            title, tall = asked.form.title, needs_height(asked.form)
            return _continued(dialog(asked.drawn(say), title, say, tall=tall))
        if isinstance(reply, Tell):
            return _continued(dialog(drawn(reply.message, say), _TITLE, say))
        if isinstance(reply, Done) and isinstance(found, Submitted):
            # No body at all closes the dialog.
            return Answer()
        said = say.plain(installing.answered_privately())
        return Answer(body={"task": {"type": "message", "value": said}})

    async def _met(self, activity: Any) -> Met | Message:
        """Who did it, or why they are not coached: a dialog has to show one or the other."""
        try:
            return await self.people.met(activity)
        except (Never, Gone):
            # The coach is not in their conversation, and they have not installed it themselves.
            return installing.not_coached("")

    async def _done(self, met: Met, found: _Act, activity: Any) -> tuple[Reply, str]:
        """What the coach replies, and the logical id of the message whose button was tapped."""
        bearer = read.bearer(activity)
        shown = await self.desk.logical_id(met, bearer) if bearer else ""
        if isinstance(found, Tapped):
            found = replace(found, message=shown)
        return await self.desk.handle(met, found, _key(activity)), shown

    async def _asked(self, met: Met, found: _Act, reply: Reply) -> _Asked | None:
        """The form to show: one that a tap opens, or the one that could not be taken once more.

        The tap that opens a form changes nothing.
        """
        if isinstance(reply, Reject) and isinstance(found, Submitted):
            opened = await self.desk.handle(met, Tapped(tap=opener(found.kind, found.about)), "")
            if isinstance(opened, ShowForm):
                return _Asked(form=opened.form, answers=found.answers, errors=reply.errors)
        return _Asked(form=reply.form) if isinstance(reply, ShowForm) else None

    async def _settle_channel(self, activity: Any, tapped: Tapped) -> Message:
        """Whoever invited the coach to a channel says whether a digest belongs there."""
        by = read.account(activity)
        chosen, _, address = tapped.tap.value.partition(":")
        place = _channel(by, address) if chosen == "yes" else None
        await self.desk.channel_settled(by, tapped.tap.about, place, tapped.message)
        return installing.channel_left() if place is None else installing.channel_taken("")

    async def _say(self, met: Met) -> Say:
        # Found anew: what was just decided may have changed their language or zone.
        now = await self.desk.find(met.account) or met
        return self.desk.speaker(now.rep.language, now.rep.zone or "UTC")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A form to be shown, with what was answered before and what is wrong with it."""

    form: Form
    answers: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, Text] = field(default_factory=dict)

    def drawn(self, say: Say, *, in_place: bool = False) -> Json:
        """The form's card."""
        return drawn_form(
            self.form, say, answers=self.answers, errors=self.errors, in_place=in_place
        )


def _told(found: read.Heard, reply: Reply) -> Message | None:
    """What is said where somebody wrote, beside what the coach sends to their own chat.

    In a channel it is where the answer is: what a rep asks is for nobody else to read. To an older
    client, which sent a button or a form as a message, no form can be shown in return.
    """
    match reply:
        case Reject(errors=errors):
            return message(*map(Line, errors.values()))
        case Tell(message=told):
            return told
        case ShowForm():
            return message(Line(installing.form_too_old()))
        case Done():
            is_asked = isinstance(found, Commanded)
            return message(Line(installing.answered_privately())) if is_asked else None


def _act(activity: Any) -> _Act:
    found = read.happened(activity)
    if not isinstance(found, _Act):
        raise BadInput("value", "is neither a tap nor a form of ours")
    return found


def _channel(by: Account, address: str) -> Place:
    """A channel by the address in our own question, which whoever taps could have spoilt."""
    asked = Place(platform=NAME, tenant=by.tenant, address=address, kind="team")
    told = reference_of(asked)
    plain = Reference(service=told.service, conversation=main_line(told.conversation), bot=told.bot)
    return place_of(plain, tenant=by.tenant, kind="team")


def _shown(answer: Json | str) -> Answer:
    """The answer to a tap (Universal Actions): a card in place of the one tapped, or a notice."""
    kind = _NOTICE if isinstance(answer, str) else _CARD
    return Answer(body={"statusCode": int(HTTPStatus.OK), "type": kind, "value": answer})


def _continued(value: Json) -> Answer:
    return Answer(body={"task": {"type": "continue", "value": value}})


def _plain(told: Message, say: Say) -> str:
    return "\n".join(say.plain(block.text) for block in told.blocks if isinstance(block, Line))


def _key(activity: Any) -> str:
    """The delivery's key, apart from those of other platforms and tenants."""
    return f"{NAME}/{read.tenant(activity)}/{read.delivery(activity)}"
