"""What the topics about a sale share: its notes, how they are found, moved and dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar
from uuid import UUID, uuid5

from coaching import sales, say
from coaching.actions import Decision, Edit, Send
from coaching.calls import Call, Opportunity
from coaching.events import Tapped
from coaching.ids import owner_of
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, message, text
from coaching.notes import Content, Forgotten, Note
from coaching.topics.topic import Given
from coaching.turn import Situation

T = TypeVar("T", bound=Content)

LIMIT = 500
# So many are noted in one turn.
MOST = 10
_BRIEF = 140
_CUSTOMERS = 8


# ---- notes -------------------------------------------------------------------------------------


def new_id(kind: str, situation: Situation, number: int = 0) -> UUID:
    """The id of what is noted in this turn of the conversation, the n-th of its kind."""
    first = uuid5(situation.rep.id, f"{kind}/{situation.conversation.version}")
    return uuid5(first, str(number)) if number else first


def in_sale(kind: type[T], sale: Opportunity, situation: Situation) -> tuple[tuple[Note, T], ...]:
    """The notes of a kind about a sale, each with its content, the oldest first."""
    found = [(note, one) for note, one in every(kind, situation) if note.opportunity_id == sale.id]
    return tuple(sorted(found, key=lambda pair: pair[0].said_at))


def of_id(kind: type[T], note_id: str, situation: Situation) -> tuple[Note, T] | None:
    """The note of that id with its content, if it is there and of that kind."""
    return next((pair for pair in every(kind, situation) if str(pair[0].id) == note_id), None)


def every(kind: type[T], situation: Situation) -> tuple[tuple[Note, T], ...]:
    """All that the rep themself noted of a kind."""
    mine = (note for note in situation.notes if note.author_id == situation.rep.id)
    return tuple((note, note.content) for note in mine if isinstance(note.content, kind))


def sale_of(note: Note, situation: Situation) -> Opportunity | None:
    """The sale that a note is about, if the rep still has calls in it."""
    return sales.of_id(str(note.opportunity_id), situation)


def together(note: Note, situation: Situation) -> tuple[Note, ...]:
    """What was noted in the same turn as that note, itself among it."""
    known = {one.id: one for one in situation.notes}
    before = (one for one in known if one != note.id and note.id in of_turn(one))
    return tuple(known[one] for one in of_turn(next(before, note.id)) if one in known)


def of_turn(first: UUID) -> tuple[UUID, ...]:
    """The ids of all that may have been noted in the turn of that first note."""
    return (first, *(uuid5(first, str(number)) for number in range(1, MOST)))


def moved(note: Note, sale: Opportunity, situation: Situation) -> tuple[Note, ...]:
    """What was noted in one turn, as notes about another sale."""
    return tuple(
        replace(one, opportunity_id=sale.id, call_id=None) for one in together(note, situation)
    )


def sale_or_call(about: str, situation: Situation) -> tuple[Opportunity, Call | None] | None:
    """The sale of that id, or the sale of the call of that id and the call."""
    call = situation.call(about)
    sale = sales.of_id(str(call.opportunity_id) if call else about, situation)
    return None if sale is None else (sale, call)


# ---- saying ------------------------------------------------------------------------------------


def brief(words: str, most: int = _BRIEF) -> Quoted:
    """Words as they stand in a list: the beginning of long ones."""
    line = " ".join(words.split())
    return Quoted(line if len(line) <= most else f"{line[: most - 1]}…")


def in_place(event: Tapped, said: Message, situation: Situation, part: str) -> Send | Edit:
    """The tapped message as it stands now, where it is ours to edit; else a message of its own."""
    if owner_of(event.message) == str(situation.rep.id):
        return Edit(id=event.message, message=said)
    return say.back(situation, said, part=part)


def ask_whose(verb: str, note: Note, situation: Situation) -> Message:
    """Asks which customer a note is about after all."""
    others = [one for one in sales.known(situation) if one.id != note.opportunity_id]
    buttons = tuple(
        Button(
            label=text("button-sale", customer=Quoted(sale.customer.name)),
            tap=Tap(verb=verb, about=str(note.id), value=str(sale.id)),
        )
        for sale in others[:_CUSTOMERS]
    )
    return message(Line(text("which-sale")), Buttons(buttons))


def taken_back(given: Given, notes: Mapping[UUID, str]) -> Decision:
    """Notes are forgotten with the text that gave them; their words by their ids."""
    lines = (Line(text("dropped", words=brief(words))) for words in notes.values())
    gone = (Forgotten(id=one) for one in notes)
    return say.of(*gone, Edit(id=given.shown, message=message(*lines)))


def stays(situation: Situation) -> Decision:
    """The edited text does not say any more what was noted by it: that stays."""
    return say.line_back(situation, text("stays-noted"))


def dropped(event: Tapped, note: Note, words: str, page: str, situation: Situation) -> Decision:
    """A note is forgotten once the rep says so twice; `page` is where its like are listed."""
    about = str(note.id)
    if event.tap.value not in {"yes", "no"}:
        sure = Buttons(
            tuple(
                Button(
                    label=text(f"button-drop-{answer}"),
                    tap=Tap(verb=event.tap.verb, about=about, value=answer),
                )
                for answer in ("yes", "no")
            )
        )
        asked = message(Line(text("drop-ask", words=brief(words))), sure)
        return say.of(say.back(situation, asked, part="drop"))
    to_page = Tap(verb="sale", about=str(note.opportunity_id), value=page)
    row = Buttons((Button(label=text(f"button-{page}-page"), tap=to_page),))
    goes = event.tap.value == "yes"
    said = message(Line(text("dropped" if goes else "drop-not", words=brief(words))), row)
    shown = in_place(event, said, situation, part="drop")
    return say.of(Forgotten(id=note.id), shown) if goes else say.of(shown)


def numbered(event: Tapped) -> int | None:
    """The place in a list that a tap means; None where it is none."""
    start = event.tap.value
    return int(start) if start.isdecimal() and len(start) <= len("999") else None
