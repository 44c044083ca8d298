"""How a rep links a calendar: the form, the command, and what is told once it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from coaching import say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults
from coaching.calls import Call
from coaching.conversation import Conversation
from coaching.events import CalendarFailed, Submitted, Tapped
from coaching.forms import Form, TextField
from coaching.ids import link_id
from coaching.links import LIMIT, MOST, Link, Linked, Unlinked, address_of, fault, host_of
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Moment,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.nudge import Told
from coaching.turn import Situation

# Of how many days ahead a rep is told what was found.
SOON = timedelta(days=14)
# A button holds little; the end of a name says whose machine it is.
HOST_SHOWN = 30


def button(*, primary: bool = False) -> Button:
    """The button that opens the form."""
    return Button(label=text("button-connect"), tap=Tap(verb="connect"), primary=primary)


def form() -> Form:
    """One field: the address, with where it is found."""
    return Form(
        kind="connect",
        title=text("form-connect-title"),
        fields=(
            TextField(
                name="address",
                label=text("field-calendar"),
                hint=text("field-calendar-hint"),
                limit=LIMIT,
                required=True,
            ),
        ),
        intro=(text("connect-google"), text("connect-outlook"), text("connect-secret")),
        submit=text("button-connect-send"),
    )


def linked(situation: Situation) -> tuple[Block, ...]:
    """How many calendars are linked; a button for one more, and one to unlink each."""
    links = situation.links
    given = sum(link.configured for link in links)
    count = text("links-count", count=len(links)) if links else text("links-none")
    unlink = tuple(_unlink_button(link) for link in links if not link.configured)
    return (
        Line(count),
        *((Line(text("links-configured", count=given)),) if given else ()),
        Buttons((button(primary=not links), *unlink)),
    )


def shown(situation: Situation) -> Message:
    """The links, with where an address is found."""
    return message(
        *linked(situation)[:-1],
        Line(text("connect-how")),
        linked(situation)[-1],
    )


def _unlink_button(link: Link) -> Button:
    host = Quoted(_shortened(link.host))
    tap = Tap(verb="unlink", about=str(link.id))
    if link.failing:
        return Button(label=text("button-unlink-failing", host=host), tap=tap)
    if link.read_at is None:
        return Button(label=text("button-unlink-unread", host=host), tap=tap)
    return Button(label=text("button-unlink", host=host, at=Moment(link.read_at)), tap=tap)


def _shortened(host: str) -> str:
    return host if 0 < len(host) <= HOST_SHOWN else f"…{host[1 - HOST_SHOWN :]}"


# ---- linking -----------------------------------------------------------------------------------


def submit(event: Submitted, situation: Situation) -> Decision:
    """The calendar that the form names is linked; errors at the field."""
    words = clean(event.answers.get("address", ""))
    wrong = faults(form(), event.answers).get("address") or _fault(words, situation)
    if wrong is not None:
        return say.of(Reject({"address": wrong}))
    said, saves = _taken(words, situation)
    return say.of(*saves, say.back(situation, message(Line(said))))


def asked(words: str, situation: Situation, *, thread: str = "") -> Decision:
    """The calendar behind the command is linked; without an address, how to link one."""
    given = clean(words)
    if "://" not in given:
        return say.of(say.back(situation, shown(situation), thread=thread))
    wrong = _fault(given, situation)
    said, saves = (wrong, ()) if wrong is not None else _taken(given, situation)
    told = message(Line(said), Line(text("connect-delete")))
    return say.of(*saves, say.back(situation, told, thread=thread))


def _fault(words: str, situation: Situation) -> Text | None:
    """What is wrong with the address, or that there are too many links already."""
    if len(situation.links) >= MOST and _known(words, situation) is None:
        return fault(words) or text("error-calendar-many", most=MOST)
    return fault(words)


def _known(words: str, situation: Situation) -> Link | None:
    wanted = link_id(situation.rep.id, address_of(words))
    return next((link for link in situation.links if link.id == wanted), None)


def _taken(words: str, situation: Situation) -> tuple[Text, tuple[Linked | Conversation, ...]]:
    """What is said of the address and what is kept; one that fails is begun anew."""
    address = address_of(words)
    host = Quoted(host_of(address))
    known = _known(words, situation)
    if known is not None and not known.failing:
        return text("connect-known", host=host), ()
    new = Linked(id=link_id(situation.rep.id, address), address=address)
    conversation = _forgotten(situation.conversation, str(new.id))
    awaited = replace(conversation, new_links=conversation.new_links | {str(new.id)})
    return text("connect-taken", host=host), (new, awaited)


def _forgotten(conversation: Conversation, link: str) -> Conversation:
    """The conversation with no word of that link."""
    failing = {name: why for name, why in conversation.failed_links.items() if name != link}
    return replace(conversation, failed_links=failing, new_links=conversation.new_links - {link})


# ---- what came of it ---------------------------------------------------------------------------


def came(situation: Situation) -> Decision:
    """Once links that are awaited were read: how many customer calls there are, in one line."""
    conversation = situation.conversation
    read = {str(one.id) for one in situation.links if one.read_at and not one.failing}
    if not conversation.new_links & read:
        return Decision()
    told = replace(conversation, new_links=conversation.new_links - read)
    found = message(Line(_found(situation)))
    return say.of(told, say.back(situation, found, part="linked"))


def _found(situation: Situation) -> Text:
    soon = situation.now + SOON
    coming = [call for call in situation.calls if situation.now < call.starts_at <= soon]
    sure = sum(call.standing == "on" for call in coming)
    unsure = sum(call.standing == "unsure" for call in coming)
    if sure:
        return text("linked-calls", count=sure, days=SOON.days)
    if unsure:
        return text("linked-unsure", count=unsure, days=SOON.days)
    return text("linked-none", days=SOON.days)


def failed(event: CalendarFailed, situation: Situation) -> Decision:
    """A link that is awaited cannot be read: told at once, so not once more by a nudge."""
    link = next((one for one in situation.links if str(one.id) == event.link), None)
    if link is None or event.link not in situation.conversation.new_links:
        return Decision()
    key = "linked-refused" if event.why == "calendar-fails" else "linked-away"
    told = message(
        Line(text(key, host=Quoted(link.host))), Buttons((button(), _unlink_button(link)))
    )
    now = situation.now
    return say.of(
        Told(kind="link", about=event.link, start=now, at=now),
        say.back(situation, told, part="linked"),
    )


# ---- unlinking ---------------------------------------------------------------------------------


def unlink(event: Tapped, situation: Situation) -> Decision:
    """That calendar is read no more; with the last one goes what was only noted from it."""
    link = next((one for one in situation.links if str(one.id) == event.tap.about), None)
    if link is None:
        return say.line_back(situation, text("not-here-any-more"))
    if link.configured:
        return say.line_back(situation, text("unlink-configured"))
    said = say.back(situation, message(Line(text("unlinked", host=Quoted(link.host)))))
    kept = _forgotten(situation.conversation, str(link.id))
    decision = say.of(Unlinked(id=link.id), kept, said)
    if len(situation.links) > 1:
        return decision
    off = tuple(
        replace(call, standing="cancelled", cancelled_at=situation.now)
        for call in situation.calls
        if _is_only_noted(call, situation)
    )
    return replace(decision, saves=(*decision.saves, *off), busy=())


def _is_only_noted(call: Call, situation: Situation) -> bool:
    """Whether a call ahead was neither asked about nor planned; others are still the rep's."""
    noted = call.standing in {"on", "unsure"} and call.starts_at > situation.now
    return noted and call.asked_at is None and not call.plan.made
