"""What a rep sees of themselves at a glance: their day, what is open, settings, what is known."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from coaching import agenda, connecting, planning, promised, reviewing, settings, topics
from coaching.calls import Call, Promise
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
from coaching.prepare import promise_lines
from coaching.turn import Situation

T = TypeVar("T")

# How many of each are shown: all sections full, with the topics, stay under 100 blocks (Slack).
TODAY = 8
OPEN = 5
PROMISES = 4
AHEAD = timedelta(days=7)
# How far back the situation knows calls (turn.Situation); older ones are kept, not counted here.
DAYS_KNOWN = 30


def home(situation: Situation) -> Message:
    """The rep's page, top to bottom; at most 76 blocks and those of the topics."""
    return message(
        *_calls(situation),
        *_promises(situation),
        *topics.home(situation),
        Heading(text("home-settings")),
        *settings.in_brief(situation),
        *connecting.linked(situation),
        *_known(situation),
        Small(text("home-why")),
    )


# ---- the calls ---------------------------------------------------------------------------------


def _calls(situation: Situation) -> tuple[Block, ...]:
    """Today, the plans of the coming days, the reviews not given yet."""
    if situation.work is None:
        return (Heading(text("home-heading")), Line(text("settings-zone-unknown")))
    today = situation.today
    shown = [call for call in situation.calls if call.standing in {"on", "skipped"}]
    days = {call.id: situation.work.local_date(call.starts_at) for call in shown}
    shown.sort(key=lambda call: call.starts_at)
    now = [call for call in shown if days[call.id] == today]
    coming = [call for call in shown if today < days[call.id] <= today + AHEAD]
    past = [call for call in reversed(shown) if days[call.id] < today]
    return (
        Heading(text("home-today")),
        *_faults(situation),
        *(() if now else _nothing_today(situation)),
        *_listed(now, TODAY, "home-more-today", lambda call: _today(call, situation)),
        *_section("home-to-plan", _to_plan(coming, situation), situation),
        *_section("home-to-review", _to_review(past, situation), situation),
    )


def _faults(situation: Situation) -> tuple[Line, ...]:
    """Why the calendar may lack calls, once however many links fail."""
    whys = dict.fromkeys(why for why, _ in situation.conversation.failed_links.values())
    return tuple(Line(text(why)) for why in whys)


def _nothing_today(situation: Situation) -> tuple[Block, ...]:
    """An empty day; where no calendar ever showed anything, what to do about it."""
    if situation.calls or situation.busy:
        return (Line(text("today-none")),)
    if situation.links:
        return (Line(text("home-calendar-empty")),)
    return (Line(text("home-no-calendar")), Buttons((connecting.button(primary=True),)))


def _to_plan(calls: Iterable[Call], situation: Situation) -> list[Call]:
    return [call for call in calls if agenda.where(call, situation) == "to-plan"]


def _to_review(calls: Iterable[Call], situation: Situation) -> list[Call]:
    return [
        call
        for call in calls
        if agenda.where(call, situation) == "to-review" and reviewing.is_open(call, situation)
    ]


def _today(call: Call, situation: Situation) -> tuple[Block, ...]:
    """A call of today: where it stands, the aim in the rep's words, the one button that helps."""
    where = agenda.where(call, situation)
    aim: tuple[Line, ...] = ()
    if where == "planned":
        aim = (Line(text("planned-objective", objective=Quoted(call.plan.objective))),)
    return (Line(agenda.standing_today(call, situation)), *aim, *_help(call, where, situation))


def _help(call: Call, where: str, situation: Situation) -> tuple[Buttons, ...]:
    match where:
        case "to-plan":
            return _button("button-home-plan", "plan", call, primary=True)
        case "planned" if planning.is_open(call, situation):
            return _button("button-change", "plan", call)
        case "skipped" if planning.is_open(call, situation):
            return _button("button-plan-after-all", "plan", call)
        case "to-review":
            return _button("button-home-review", "review", call, primary=True)
        case _:
            return ()


def _button(key: str, verb: str, call: Call, *, primary: bool = False) -> tuple[Buttons, ...]:
    tap = Tap(verb=verb, about=str(call.id))
    return (Buttons((Button(label=text(key), tap=tap, primary=primary),)),)


def _section(key: str, calls: Sequence[Call], situation: Situation) -> tuple[Block, ...]:
    """Calls of other days that wait for something, each with its button; none, no heading."""
    if not calls:
        return ()
    verb = "plan" if key == "home-to-plan" else "review"

    def shown(call: Call) -> tuple[Block, ...]:
        return (
            Line(agenda.standing(call, situation)),
            *_button(f"button-home-{verb}", verb, call),
        )

    return (Heading(text(key)), *_listed(calls, OPEN, "home-more", shown))


def _listed(
    things: Sequence[T], most: int, more: str, shown: Callable[[T], tuple[Block, ...]]
) -> tuple[Block, ...]:
    """The first few; the others counted in a line."""
    left = len(things) - most
    blocks = tuple(block for thing in things[:most] for block in shown(thing))
    return (*blocks, Line(text(more, count=left))) if left > 0 else blocks


# ---- promises ----------------------------------------------------------------------------------


def _promises(situation: Situation) -> tuple[Block, ...]:
    """What customers promised until a week from now, the oldest first."""
    due = [
        one for one in situation.promises if one.is_open and one.due_on <= situation.today + AHEAD
    ]
    if not due:
        return ()
    due.sort(key=lambda one: one.due_on)
    listed = _listed(due, PROMISES, "home-more", lambda one: _promise(one, situation))
    return (Heading(text("home-promises")), *listed)


def _promise(promise: Promise, situation: Situation) -> tuple[Block, ...]:
    """What was promised, by whom, by when, with a tap to say whether it was kept."""
    line, buttons = promise_lines(promise, situation)
    sale = situation.opportunities.get(promise.opportunity_id)
    if sale is None:
        return (line, buttons)
    return (Line(_promised(promise, sale.customer.name, situation.today)), buttons)


def _promised(promise: Promise, customer: str, today: date) -> Text:
    key = "home-promise-overdue" if promise.due_on < today else "home-promise"
    words = promised.words(promise)
    return text(key, customer=Quoted(customer), promise=words, day=promise.due_on)


# ---- what is known -----------------------------------------------------------------------------


def _known(situation: Situation) -> tuple[Block, ...]:
    """How much of the rep's is at hand, who sees it, and whom to ask for a copy or to erase it."""
    return (
        Heading(text("home-known-heading")),
        Line(_counted(situation) if situation.calls else text("home-known-none")),
        *settings.privacy(situation),
        Line(text("home-erase")),
    )


def _counted(situation: Situation) -> Text:
    calls = situation.calls
    since = min(call.found_at for call in calls)
    return text(
        "home-known",
        days=DAYS_KNOWN,
        since=situation.work.local_date(since) if situation.work else since.date(),
        calls=len(calls),
        plans=sum(call.plan.made for call in calls),
        reviews=sum(call.review.made for call in calls),
        learnings=sum(bool(call.review.account) + bool(call.review.elsewhere) for call in calls),
        shared=sum(bool(call.review.elsewhere and call.review.share) for call in calls),
    )
