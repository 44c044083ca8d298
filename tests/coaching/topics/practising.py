"""What tests of practice share: a practice that runs, calls that were counted, joint calls."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID, uuid5

from coaching.calls import Call
from coaching.events import Tapped
from coaching.messages import Block, Buttons, Message, Tap, Text
from coaching.notes import Note
from coaching.notes.practice import Count, Observation, Occasion, Practice, Skill
from tests.coaching.world import a_call, a_rep, at

BEGAN = at("08:00", day=16)
LIN = UUID(int=77)
ID = UUID(int=900)


def a_practice(skill: Skill = "implication", **changes: Any) -> Note:
    """Ada practises that since Monday, 16 November."""
    content = Practice(**{"behaviour": skill, "began_at": BEGAN, **changes})
    return Note(id=ID, rep_id=a_rep().id, author_id=a_rep().id, said_at=BEGAN, content=content)


def counted(count: Count | None, day: int, skill: Skill = "implication", **changes: Any) -> Call:
    """A call of that day, reviewed at its end, in which the rep counted so many."""
    starts_at, ends_at = at("09:00", day), at("10:00", day)
    usual: dict[str, Any] = {
        "id": uuid5(ID, f"{day}"),
        "key": f"k{day}",
        "starts_at": starts_at,
        "ends_at": ends_at,
        **changes,
    }
    name = usual.pop("name", "Halden Paper")
    call = a_call(name, **usual)
    given = call.review.with_count(skill, count)
    given = replace(given, held="signed", outcome="order", reviewed_at=ends_at, done=True)
    return replace(call, review=given)


def occasion(call: Call, use: str) -> Note:
    """That call is for practising, or left alone."""
    return Note(
        id=uuid5(call.id, "occasion"),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=at("11:00"),
        content=Occasion(use=use),  # type: ignore[arg-type]  # a test's own word
        opportunity_id=call.opportunity_id,
        call_id=call.id,
    )


def observed(call: Call, *, by: UUID = LIN, done: bool = True, **counts: int) -> Note:
    """What a colleague counted in that call of Ada's."""
    return Note(
        id=uuid5(call.id, f"observation/{by}"),
        rep_id=a_rep().id,
        author_id=by,
        said_at=call.ends_at,
        content=Observation(
            counts=counts,  # type: ignore[arg-type]  # kinds by name
            done=done,
            customer=call.customer,
        ),
        opportunity_id=call.opportunity_id,
        call_id=call.id,
    )


def tap(verb: str, value: str = "", about: object = "", *, on: str = "") -> Tapped:
    return Tapped(tap=Tap(verb=verb, about=str(about), value=value), message=on)


def texts(said: Message) -> list[Text]:
    """What a message says, without its buttons."""
    return [_text(block) for block in said.blocks if not isinstance(block, Buttons)]


def _text(block: Block) -> Text:
    assert hasattr(block, "text")
    text: Text = block.text
    return text
