"""A rep's world as values: one rep, one call with Halden Paper, and what may happen to them.

It is Thursday, 26 November 2026, 11:00 in Berlin; the call is at 14:00.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from coaching import ids
from coaching.actions import Decision, Edit, Entity, Post, Send
from coaching.calls import Call, Customer, Opportunity, Plan
from coaching.conversation import Conversation
from coaching.decide import decide
from coaching.events import CalendarRead, Edited, NudgeDue, RepEvent, Said, Submitted, Tapped
from coaching.judge import Kind, Verdict
from coaching.meetings import Entry, Person, Rules
from coaching.messages import Block, Buttons, Chart, Message, Tap, Text
from coaching.nudge import Kind as NudgeKind
from coaching.nudge import Nudge
from coaching.people import Policy, Rep, Team
from coaching.spans import Span, WorkCalendar
from coaching.turn import Situation, after

T = TypeVar("T")

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")
TEAM = Team(id=UUID(int=1), name="North", zone="Europe/Berlin")
KEY = "halden-1"
ADVANCE = "Jens walks us through line 2 on Thursday with the shift lead"
SELLER = "Show Jens the dashboard"
IMPLICATION = "When line 2 stops at night, what happens to the morning deliveries?"
PROBLEM = "How often does line 2 stop?"
TROUBLE = "line 2 stops"
FALLBACK = "Jens names the shift lead"
GOOD_PLAN = Plan(objective=ADVANCE, problem=TROUBLE, question=IMPLICATION, planned_at=NOW)
WEAK_PLAN = Plan(objective=SELLER, problem=TROUBLE, question=PROBLEM, planned_at=NOW)


# ---- the judge ---------------------------------------------------------------------------------


def a_verdict(kind: Kind, label: str, *words: str, rule: str = "", second: str = "") -> Verdict:
    """A sure verdict; with a second reading an unsure one."""
    return Verdict(
        kind=kind,
        label=label,
        confidence=0.5 if second else 0.9,
        sure=not second,
        words=words,
        rule=rule or f"{kind}.some_rule",
        second=second,
    )


VERDICTS: tuple[tuple[str, Verdict], ...] = (
    (ADVANCE, a_verdict("objective", "advance", "walks us through")),
    (SELLER, a_verdict("objective", "seller_activity", "Show Jens")),
    ("They sign the order", a_verdict("objective", "order", "sign")),
    ("Jens and the dashboard", a_verdict("objective", "vague", second="advance")),
    (IMPLICATION, a_verdict("question", "implication", "what happens to")),
    (PROBLEM, a_verdict("question", "problem", "How often")),
    ("Changeovers?", a_verdict("question", "problem", second="implication")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedJudge:
    """A judge that knows a few texts by heart; the others are good enough."""

    known: Mapping[tuple[str, str], Verdict] = field(
        default_factory=lambda: {(one.kind, words): one for words, one in VERDICTS}
    )

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """The verdict known for that text, else the best label of its kind."""
        best = {"objective": "advance", "question": "implication", "outcome": "advance"}
        label = best.get(kind, "specific")
        return self.known.get((kind, text)) or a_verdict(kind, label)


# ---- people, calls, situations -----------------------------------------------------------------


def at(local: str, day: int = 26) -> datetime:
    """The instant of a local time ("14:00") on a day of November 2026, in Berlin."""
    hour, minute = map(int, local.split(":"))
    return datetime(2026, 11, day, hour, minute, tzinfo=BERLIN).astimezone(UTC)


def a_rep(**changes: Any) -> Rep:
    """Ada, who sells for North."""
    usual = Rep(
        id=UUID(int=2),
        team_id=TEAM.id,
        name="Ada",
        address="ada@north.example",
        zone="Europe/Berlin",
    )
    return replace(usual, **changes)


def an_opportunity(name: str = "Halden Paper", **changes: Any) -> Opportunity:
    """The sale to a customer, its deal size not yet known."""
    key = f"{name.split(maxsplit=1)[0].casefold()}.example"
    customer = Customer(id=ids.customer_id(TEAM.id, key), key=key, name=name)
    usual = Opportunity(id=ids.opportunity_id(TEAM.id, key), customer=customer, team_id=TEAM.id)
    return replace(usual, **changes)


def a_call(name: str = "Halden Paper", *, key: str = KEY, **changes: Any) -> Call:
    """A call with a customer at 14:00, neither asked about nor planned."""
    usual = Call(
        id=ids.call_id(a_rep().id, key),
        meeting_id=ids.meeting_id(TEAM.id, key),
        rep_id=a_rep().id,
        opportunity_id=an_opportunity(name).id,
        key=key,
        series=key.partition("#")[0],
        title=f"{name} line 2",
        customer=name,
        people=("Jens Olt",),
        starts_at=at("14:00"),
        ends_at=at("15:00"),
        found_at=at("09:00", day=20),
    )
    return replace(usual, **changes)


def asked(call: Call, moment: datetime = NOW) -> Call:
    """The call after its prompt was sent."""
    return replace(call, anchor=ids.prompt_id(call), asked_at=moment, asked_start=call.starts_at)


def planned(call: Call, plan: Plan = GOOD_PLAN) -> Call:
    """The call with a plan."""
    return replace(call, plan=plan)


def a_situation(*calls: Call, **changes: Any) -> Situation:
    """Ada's situation at 11:00, all deals large, every customer's sale known."""
    rep = a_rep()
    names = {call.opportunity_id: call.customer for call in calls}
    opportunities = {id_: an_opportunity(name, size="large") for id_, name in names.items()}
    usual = Situation(
        now=NOW,
        rep=rep,
        team=TEAM,
        policy=Policy(),
        work=WorkCalendar(
            zone=BERLIN,
            workdays=frozenset(range(5)),
            day_starts=time(8, 30),
            day_ends=time(18, 30),
        ),
        rules=Rules(own_domains=frozenset({"north.example"})),
        judge=FixedJudge(),
        conversation=Conversation(rep_id=rep.id, version=7, greeted=True),
        calls=calls,
        opportunities=opportunities,
    )
    return replace(usual, **changes)


def with_size(situation: Situation, size: str | None) -> Situation:
    """The situation with every deal of that size."""
    sized = {
        id_: replace(one, size=size)  # type: ignore[arg-type]  # a test's own word
        for id_, one in situation.opportunities.items()
    }
    return replace(situation, opportunities=sized)


# ---- what happens ------------------------------------------------------------------------------


def then(situation: Situation, decision: Decision, *, minutes: int = 1) -> Situation:
    """The situation once a decision is saved, a little later."""
    saved = after(situation, decision.saves)
    conversation = replace(saved.conversation, version=situation.conversation.version + 1)
    return replace(
        saved,
        conversation=conversation,
        now=situation.now + timedelta(minutes=minutes),
        busy=situation.busy if decision.busy is None else decision.busy,
    )


def play(situation: Situation, *events: RepEvent) -> tuple[Decision, Situation]:
    """The last decision of several events, one a minute, and the situation after it."""
    decision = Decision()
    for event in events:
        decision = decide(event, situation)
        situation = then(situation, decision)
    return decision, situation


def says(words: str, *, thread: str = "", source: str = "") -> Said:
    return Said(text=words, thread=thread, source=source)


def edits(source: str, words: str, *, thread: str = "") -> Edited:
    return Edited(source=source, text=words, thread=thread)


def taps(verb: str, call: Call | None = None, value: str = "", *, on: str = "") -> Tapped:
    about = str(call.id) if call else ""
    return Tapped(tap=Tap(verb=verb, about=about, value=value), message=on)


def submits_plan(call: Call, **answers: str) -> Submitted:
    return Submitted(kind="plan", about=str(call.id), answers=answers)


def comes_due(kind: NudgeKind, about: str, start: datetime, moment: datetime) -> NudgeDue:
    return NudgeDue(nudge=Nudge(kind=kind, about=about, start=start, at=moment))


def an_entry(uid: str = KEY, **changes: Any) -> Entry:
    """Halden Paper's meeting as the calendar shows it, with Jens in it."""
    usual = Entry(
        uid=uid,
        title="Halden Paper line 2",
        starts_at=at("14:00"),
        ends_at=at("15:00"),
        has_people=True,
        people=(
            Person(address="ada@north.example", organizer=True),
            Person(address="jens@halden.example", name="Jens Olt"),
        ),
    )
    return replace(usual, **changes)


def calendar_shows(*entries: Entry, failing: Iterable[str] = ()) -> CalendarRead:
    """All of November and December was read."""
    window = Span(NOW - timedelta(days=7), NOW + timedelta(days=30))
    return CalendarRead(window=window, entries=entries, failing=frozenset(failing))


def meeting_moves(entry: Entry, local: str, day: int = 26) -> CalendarRead:
    """The meeting is moved; it keeps its length."""
    starts_at = at(local, day)
    length = entry.ends_at - entry.starts_at
    return calendar_shows(replace(entry, starts_at=starts_at, ends_at=starts_at + length))


def meeting_is_cancelled(entry: Entry) -> CalendarRead:
    return calendar_shows(replace(entry, status="cancelled"))


# ---- reading a decision ------------------------------------------------------------------------


def saved(decision: Decision, kind: type[T]) -> tuple[T, ...]:
    """The entities of one kind, the last state of each, in order."""
    found: dict[object, T] = {}
    for one in decision.saves:
        if isinstance(one, kind):
            found[_identity(one)] = one
    return tuple(found.values())


def _identity(entity: Entity) -> object:
    return entity.rep_id if isinstance(entity, Conversation) else getattr(entity, "id", entity)


def call_in(situation: Situation, call: Call) -> Call:
    """The call as it stands."""
    return next(one for one in situation.calls if one.id == call.id)


def sends(decision: Decision) -> tuple[Send, ...]:
    return tuple(one for one in decision.actions if isinstance(one, Send))


def shown(decision: Decision) -> dict[str, Message]:
    """What each edited message says now."""
    return {one.id: one.message for one in decision.actions if isinstance(one, Edit)}


def keys(said: Message | Send | Edit | Post) -> list[str]:
    """The text keys of a message without its buttons, top to bottom."""
    blocks = said.blocks if isinstance(said, Message) else said.message.blocks
    return [_text(block).key for block in blocks if not isinstance(block, Buttons)]


def _text(block: Block) -> Text:
    match block:
        case Chart(title=title):
            return title
        case Buttons():
            raise AssertionError(block)
        case _:
            return block.text


def said(decision: Decision) -> list[list[str]]:
    """The text keys of all messages sent, one list a message."""
    return [keys(one) for one in sends(decision)]


def offered(message: Message | Send | Edit | Post) -> list[tuple[str, str]]:
    """What the buttons of a message mean, as (verb, value)."""
    blocks = message.blocks if isinstance(message, Message) else message.message.blocks
    rows = (block.buttons for block in blocks if isinstance(block, Buttons))
    return [(one.tap.verb, one.tap.value) for row in rows for one in row]
