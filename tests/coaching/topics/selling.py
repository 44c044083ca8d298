"""What tests of needs and objections share: a sale to Halden Paper, a judge of their words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from coaching.calls import Call, Opportunity
from coaching.events import Submitted, Tapped
from coaching.messages import Tap
from coaching.notes import Content, Note
from coaching.notes.needs import Need
from coaching.turn import Situation
from tests.coaching.world import NOW, FixedJudge, a_call, a_rep, a_situation, a_verdict, at

LOSE = "we lose orders when line 2 stops"
WISH = "we want steady nights by spring"
FACT = "they have three lines"
UNCLEAR = "line 2 is old"
PRICE = "it's too expensive"
WORTH = "not worth the trouble"
CAN = "can it run with our old line?"
BRUSH = "just send me something"
LEAVE = "my boss is on leave"
MIXED = "we have no room for that"

_VERDICTS = (
    (LOSE, a_verdict("need", "implied", "lose orders", rule="need.trouble")),
    (WISH, a_verdict("need", "explicit", "want", rule="need.want")),
    (FACT, a_verdict("need", "neither", rule="need.fact")),
    (UNCLEAR, a_verdict("need", "implied", second="neither")),
    (PRICE, a_verdict("objection", "price")),
    (WORTH, a_verdict("objection", "value")),
    (CAN, a_verdict("objection", "capability")),
    (BRUSH, a_verdict("objection", "early")),
    (LEAVE, a_verdict("objection", "other")),
    (MIXED, a_verdict("objection", "price", second="capability")),
)
JUDGE = FixedJudge(known={(one.kind, words): one for words, one in _VERDICTS})

HALDEN = a_call(people=("Jens Olt", "Mara Voss"))
NORDWERK = a_call(
    "Nordwerk",
    key="nord",
    people=("Eva Nord",),
    starts_at=at("14:00", day=27),
    ends_at=at("15:00", day=27),
)


def selling(*calls: Call, notes: tuple[Note, ...] = (), **changes: Any) -> Situation:
    """Ada sells to Halden Paper, or has these calls."""
    return a_situation(*(calls or (HALDEN,)), judge=JUDGE, notes=notes, **changes)


def sale(situation: Situation, call: Call = HALDEN) -> Opportunity:
    return situation.opportunities[call.opportunity_id]


def noted(content: Content, number: int = 0, call: Call = HALDEN, **changes: Any) -> Note:
    """A note about a sale, made on Monday; the numbers tell notes apart."""
    usual = Note(
        id=uuid5(UUID(int=60), f"{number}"),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=at("10:00", day=23).replace(minute=number),
        content=content,
        opportunity_id=call.opportunity_id,
    )
    return replace(usual, **changes)


def fresh(content: Content, note_id: UUID, call: Call = HALDEN) -> Note:
    """A note as it is made now."""
    return noted(content, call=call, id=note_id, said_at=NOW)


def a_need(words: str = LOSE, number: int = 0, **changes: Any) -> Note:
    """A need of Halden Paper, noted on Monday."""
    return noted(Need(**{"words": words, "who": "Jens Olt", **changes}), number)


def tap(verb: str, about: object, value: str = "", *, on: str = "") -> Tapped:
    return Tapped(tap=Tap(verb=verb, about=str(about), value=value), message=on)


def submits(kind: str, about: object, **answers: str) -> Submitted:
    return Submitted(kind=kind, about=str(about), answers=answers)
