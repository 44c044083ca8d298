"""How the ledger of promises is shown: what is open with its taps, what was kept, what was not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from coaching import promised, sales
from coaching.calls import Opportunity, Promise
from coaching.feedback import reason
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.topics.ledger.counted import Dressed, Entry, Ledger
from coaching.topics.ledger.counted import ledger as counted
from coaching.turn import Situation

T = TypeVar("T")

# How many of each are shown; the rest is counted. All full stay under the 50 blocks of a message.
OPEN = 8
SETTLED = 5
SALES = 8
# Fewer are no share: one more or less would turn it round.
FEW = 5
# How far back settled promises are known (turn.Situation).
DAYS_KNOWN = 90


def ledger(situation: Situation, sale: Opportunity | None) -> Message:
    """The rep's promises, all or one sale's; open ones with the taps that settle them."""
    found = counted(situation, sale.id if sale else None)
    heading = Heading(
        text("ledger-heading-sale", customer=Quoted(sale.customer.name))
        if sale
        else text("ledger-heading")
    )
    if found.is_empty:
        return message(heading, Line(text("ledger-none")), *_others(situation, sale))
    return message(
        heading,
        *_share(found),
        *_listed("ledger-open", found.still_open, OPEN, lambda one: _open(one, situation)),
        *_listed("ledger-kept", found.kept, SETTLED, lambda one: (Line(_settled(one)),)),
        *_listed("ledger-broken", found.broken, SETTLED, lambda one: (Line(_settled(one)),)),
        *_listed("ledger-dressed", found.dressed, SETTLED, lambda one: (Line(_dressed(one)),)),
        *_others(situation, sale),
        Small(text("ledger-why", days=DAYS_KNOWN)),
    )


def _share(found: Ledger) -> tuple[Line, ...]:
    """How many were kept of those due; a share from five on."""
    if not found.due:
        return ()
    kept = len(found.kept)
    few = Line(text("ledger-share", kept=kept, due=found.due))
    percent = round(100 * kept / found.due)
    share = Line(text("ledger-share-percent", kept=kept, due=found.due, percent=percent))
    return (
        few if found.due < FEW else share,
        *((Line(text("ledger-unknown", count=found.unknown)),) if found.unknown else ()),
        *((Line(text("ledger-moved", count=found.moved)),) if found.moved else ()),
    )


def _listed(
    key: str, things: Sequence[T], most: int, blocks_of: Callable[[T], tuple[Block, ...]]
) -> tuple[Block, ...]:
    """The first few under their line; the others counted."""
    if not things:
        return ()
    shown = tuple(block for thing in things[:most] for block in blocks_of(thing))
    left = len(things) - most
    more = (Line(text("home-more", count=left)),) if left > 0 else ()
    return (Line(text(key)), *shown, *more)


def _open(entry: Entry, situation: Situation) -> tuple[Block, ...]:
    promise = entry.promise
    overdue = "overdue" if promise.due_on < situation.today else "due"
    settling = promised.settling(promise, situation.today)
    row = (*settling.buttons, *_ask_who(promise, situation))
    return (Line(_entry(f"ledger-{overdue}", entry)), Buttons(row))


def _ask_who(promise: Promise, situation: Situation) -> tuple[Button, ...]:
    """A way to say who is to do it, where neither the words nor the rep did."""
    call = situation.call(str(promise.call_id))
    people = call.people if call is not None else ()
    if promise.who or not promised.names_nobody(promise.text, people):
        return ()
    return (who_button(promise),)


def who_button(promise: Promise) -> Button:
    """Opens the form that asks who is to do what was promised."""
    tap = Tap(verb="form", value="promise", about=str(promise.id))
    return Button(label=text("button-promise-who"), tap=tap)


def _settled(entry: Entry) -> Text:
    return _entry("ledger-settled", entry)


def _entry(key: str, entry: Entry) -> Text:
    """What was promised, by whom, by when; once moved, with the day it had first."""
    promise = entry.promise
    customer, words = Quoted(entry.customer), promised.words(promise)
    if promise.moved_from:
        first = promise.moved_from[0]
        return text(
            f"{key}-moved", customer=customer, promise=words, day=promise.due_on, first=first
        )
    return text(key, customer=customer, promise=words, day=promise.due_on)


def _dressed(dressed: Dressed) -> Text:
    """A continuation that the rep sees as an advance, with the judge's reason where it is sure."""
    customer, words = Quoted(dressed.customer), Quoted(dressed.words)
    verdict = dressed.verdict
    sure = verdict.sure and verdict.label == "continuation"
    why = reason(verdict) if sure else text("ledger-dressed-why")
    if dressed.day is None:
        return text("ledger-dressed-undated", customer=customer, words=words, reason=why)
    return text("ledger-dressed-dated", customer=customer, words=words, reason=why, day=dressed.day)


def _others(situation: Situation, sale: Opportunity | None) -> tuple[Buttons, ...]:
    """The way to each sale's own ledger, and from there back to all."""
    if sale is not None:
        back = Button(label=text("button-promises-all"), tap=Tap(verb="promises"))
        return (Buttons((back,)),)
    having = {promise.opportunity_id for promise in situation.promises if not promise.withdrawn}
    buttons = tuple(
        Button(
            label=text("button-sale", customer=Quoted(one.customer.name)),
            tap=Tap(verb="sale", about=str(one.id), value="promises"),
        )
        for one in sales.known(situation)
        if one.id in having
    )
    return (Buttons(buttons[:SALES]),) if len(buttons) > 1 else ()


def named(promise: Promise) -> Message:
    """Says who is to do it now, with the way to change it."""
    who, words = Quoted(promise.who), Quoted(promise.text)
    said = text("ledger-who", who=who, words=words)
    gone = text("ledger-who-gone", words=words)
    return message(Line(said if promise.who else gone), Buttons((who_button(promise),)))


def home(situation: Situation) -> tuple[Block, ...]:
    """How many were kept of those due, and the way to all of them."""
    found = counted(situation)
    if found.is_empty:
        return ()
    button = Button(label=text("button-promises"), tap=Tap(verb="promises"))
    return (*_share(found)[:1], Buttons((button,)))
