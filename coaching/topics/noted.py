"""What the topics about a sale share: its notes, its people, who said what."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar
from uuid import UUID, uuid5

from coaching import sales, say
from coaching.actions import Edit, Send
from coaching.answers import folded
from coaching.calls import Call, Opportunity
from coaching.events import Tapped
from coaching.forms import ChoiceField, Option, TextField
from coaching.ids import owner_of
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, message, text
from coaching.notes import Content, Note
from coaching.texts import vocabulary
from coaching.turn import Situation

T = TypeVar("T", bound=Content)

LIMIT = 500
# A name before a colon is short; longer, it is part of what was said.
_NAME_LENGTH, _NAME_WORDS = 40, 4
_BRIEF = 140
_CUSTOMERS = 8


# ---- notes -------------------------------------------------------------------------------------


def new_id(kind: str, situation: Situation, number: int = 0) -> UUID:
    """The id of what is noted in this turn of the conversation, the n-th of its kind."""
    return uuid5(situation.rep.id, f"{kind}/{situation.conversation.version}/{number}")


def in_sale(kind: type[T], sale: Opportunity, situation: Situation) -> tuple[tuple[Note, T], ...]:
    """The notes of a kind about a sale, each with its content, the oldest first."""
    found = [(note, one) for note, one in _all(kind, situation) if note.opportunity_id == sale.id]
    return tuple(sorted(found, key=lambda pair: pair[0].said_at))


def of_id(kind: type[T], note_id: str, situation: Situation) -> tuple[Note, T] | None:
    """The note of that id with its content, if it is there and of that kind."""
    return next((pair for pair in _all(kind, situation) if str(pair[0].id) == note_id), None)


def _all(kind: type[T], situation: Situation) -> tuple[tuple[Note, T], ...]:
    mine = (note for note in situation.notes if note.author_id == situation.rep.id)
    return tuple((note, note.content) for note in mine if isinstance(note.content, kind))


def sale_of(note: Note, situation: Situation) -> Opportunity | None:
    """The sale that a note is about, if the rep still has calls in it."""
    return sales.of_id(str(note.opportunity_id), situation)


def alike(note: Note, situation: Situation) -> tuple[Note, ...]:
    """The notes of the same kind and sale that were made in the same moment, itself among them."""
    return tuple(
        one
        for one in situation.notes
        if (type(one.content), one.said_at) == (type(note.content), note.said_at)
        and one.opportunity_id == note.opportunity_id
    )


def moved(note: Note, sale: Opportunity, situation: Situation) -> tuple[Note, ...]:
    """What was noted in one moment, as notes about another sale."""
    return tuple(
        replace(one, opportunity_id=sale.id, call_id=None) for one in alike(note, situation)
    )


# ---- the people --------------------------------------------------------------------------------


def calls_of(sale: Opportunity, situation: Situation) -> tuple[Call, ...]:
    """The calls of a sale that were not cancelled, the earliest first."""
    mine = (
        call
        for call in situation.calls
        if call.opportunity_id == sale.id and call.standing in {"on", "skipped"}
    )
    return tuple(sorted(mine, key=lambda call: call.starts_at))


def people(sale: Opportunity, situation: Situation) -> tuple[str, ...]:
    """Whom the calendar names in the calls of a sale, each once."""
    names = (name for call in calls_of(sale, situation) for name in call.people)
    return tuple({folded(name): name for name in names if folded(name)}.values())


def person(who: str, known: tuple[str, ...]) -> str:
    """The one person whom a name or a part of it means; the name itself where that is not clear."""
    short = folded(who)
    same = [name for name in known if folded(name) == short]
    part = [name for name in known if short in folded(name).split() or folded(name) in short]
    meant = same or part
    return meant[0] if len(meant) == 1 else who


def spoken(words: str) -> tuple[str, str]:
    """Who said it, where a short name and a colon stand before the words, and the words bare."""
    head, colon, tail = words.replace("：", ":", 1).partition(":")
    head, tail = head.strip(), words[len(words) - len(tail) :].strip()
    if not colon or not head or not tail or not _is_name(head) or (head + tail[0])[-2:].isdigit():
        return "", _bare(words)
    return head, _bare(tail)


def _is_name(head: str) -> bool:
    short = folded(head)
    first = short.partition(" ")[0]
    oneself = first in vocabulary.OF_ONESELF or short.startswith(vocabulary.OF_ONESELF_ZH)
    return not oneself and len(head) <= _NAME_LENGTH and len(head.split()) <= _NAME_WORDS


def _bare(words: str) -> str:
    """The words without marks of quotation around the whole: they are quoted anyway."""
    bare = words.strip()
    marked = (bare[:1], bare[1:][-1:]) in {('"', '"'), ("“", "”"), ("「", "」")}
    return bare[1:-1].strip() or bare if marked else bare


def who_fields(
    who: str, sale: Opportunity, situation: Situation
) -> tuple[ChoiceField | TextField, ...]:
    """Who said it: one of those in the calls, or somebody else in free text."""
    known = tuple(name for name in people(sale, situation) if len(name) <= LIMIT // 5)
    listed = person(who, known)
    other = TextField(
        name="who_else",
        label=text("field-who-else" if known else "field-who"),
        initial="" if listed in known else who,
        limit=100,
    )
    if not known:
        return (other,)
    options = tuple(
        Option(value=name, label=text("option-words", words=Quoted(name))) for name in known
    )
    chosen = listed if listed in known else ""
    return (
        ChoiceField(name="who", label=text("field-who"), options=options, initial=chosen),
        other,
    )


# ---- saying ------------------------------------------------------------------------------------


def brief(words: str) -> Quoted:
    """Words as they stand in a list: the beginning of long ones."""
    line = " ".join(words.split())
    return Quoted(line if len(line) <= _BRIEF else f"{line[: _BRIEF - 1]}…")


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
