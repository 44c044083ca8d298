"""The people inside a customer who argue for us, as they are kept and shown (METHOD §4)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid5

from coaching import sales
from coaching.answers import folded
from coaching.calls import Call, Opportunity
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Tap,
    message,
    text,
)
from coaching.notes import Note
from coaching.notes.planner import Ally
from coaching.topics import drafts, noted, voices
from coaching.turn import Situation

COMMAND = "inside"
NAME = "ally"
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """Somebody inside a customer, and the note that they are kept in."""

    note: Note
    sale: Opportunity
    ally: Ally

    @property
    def id(self) -> str:
        """What a tap or a form is about."""
        return str(self.note.id)


# ---- what is kept ------------------------------------------------------------------------------


def of_sale(sale: Opportunity, situation: Situation) -> tuple[Inside, ...]:
    """Who is inside that customer, in the order they were named."""
    kept = noted.in_sale(Ally, sale, situation)
    return tuple(Inside(note=note, sale=sale, ally=ally) for note, ally in kept)


def of_id(note_id: str, situation: Situation) -> Inside | None:
    """The one of that id, if the rep still has calls in that sale."""
    every = (one for sale in sales.known(situation) for one in of_sale(sale, situation))
    return next((one for one in every if one.id == note_id), None)


def named(who: str, sale: Opportunity, situation: Situation) -> Inside | None:
    """The one of that name."""
    same = (one for one in of_sale(sale, situation) if folded(one.ally.who) == folded(who))
    return next(same, None)


def is_full(sale: Opportunity, situation: Situation) -> bool:
    """Whether nobody more can be kept for that sale."""
    return len(of_sale(sale, situation)) >= MOST


def new(who: str, sale: Opportunity, situation: Situation) -> Inside:
    """Somebody of whom only the name is known."""
    rep, ally = situation.rep, Ally(who=who)
    note = Note(
        id=noted.new_id(NAME, situation),
        rep_id=rep.id,
        author_id=rep.id,
        said_at=situation.now,
        content=ally,
        opportunity_id=sale.id,
    )
    return Inside(note=note, sale=sale, ally=ally)


def changed(one: Inside, ally: Ally) -> Inside:
    """The same one, with that known of them."""
    return replace(one, ally=ally, note=replace(one.note, content=ally))


def key(sale: Opportunity, who: str) -> str:
    """How a tap names a person on offer."""
    return uuid5(sale.id, folded(who)).hex[:8]


# ---- how it looks ------------------------------------------------------------------------------


def page(sale: Opportunity, situation: Situation) -> Message:
    """Each with what they will say and the question for it; who has no words yet is shown so."""
    inside, customer = of_sale(sale, situation), Quoted(sale.customer.name)
    about = str(sale.id)
    add = button("button-inside-add", "inside_who", about, primary=not inside)
    form = button("button-inside-form", "form", about, NAME)
    return message(
        Heading(text("inside-heading", customer=customer)),
        *(block for one in inside for block in _inside(one)),
        *(() if inside else (Line(text("inside-none", customer=customer)),)),
        *(() if is_full(sale, situation) else (Buttons((add, form)),)),
        *(() if sale.is_large else (Line(text("inside-small")),)),
    )


def _inside(one: Inside) -> tuple[Block, ...]:
    return (*lines(one), Buttons(_buttons(one)))


def lines(one: Inside) -> tuple[Line, ...]:
    """Who, what they will say, and the question that has them say it."""
    who = Quoted(one.ally.who)
    says, asks = Quoted(one.ally.will_say), Quoted(one.ally.question)
    said = text("inside-says", who=who, words=says) if says.text else text("inside-bare", who=who)
    question = (Line(text("inside-question", question=asks)),) if asks.text else ()
    return (Line(said), *question)


def button(label: str, verb: str, about: str, value: str = "", *, primary: bool = False) -> Button:
    """A button of this topic."""
    return Button(label=text(label), tap=Tap(verb=verb, about=about, value=value), primary=primary)


def _buttons(one: Inside) -> tuple[Button, ...]:
    words = button("button-inside-words", "inside_words", one.id)
    question = button("button-inside-question", "inside_question", one.id)
    return (
        *(() if one.ally.will_say else (words,)),
        *(() if one.ally.question else (question,)),
        button("button-inside-change", "form", one.id, NAME),
        button("button-inside-drop", "inside_drop", one.id),
    )


def drop_ask(one: Inside) -> Message:
    """Asks before somebody is taken off."""
    sure = button("button-inside-drop-sure", "inside_drop", one.id, "yes")
    stay = button("button-inside-keep", "sale", str(one.sale.id), COMMAND)
    asks = Line(text("inside-drop-ask", who=Quoted(one.ally.who)))
    return message(asks, Buttons((sure, stay)))


def judged(one: Inside, situation: Situation) -> tuple[Block, ...]:
    """What the question is; one that does not have them say the worth may be reworded."""
    ally = one.ally
    verdict = drafts.read(situation.judge, ally.question, read_as=ally.read_as)
    if verdict.sure and verdict.label == "need_payoff":
        return (Line(text("inside-good", who=Quoted(ally.who))),)
    problem = one.sale.problem
    said = drafts.judged(
        verdict,
        situation,
        large=True,
        problem=problem,
        verb="inside_read",
        about=one.id,
        name="ally",
    )
    if drafts.is_unsure(verdict):
        return said
    again = button("button-inside-reword", "inside_question", one.id)
    return (*said, Line(text("inside-wanted", who=Quoted(ally.who))), Buttons((again,)))


# ---- in the prompt -----------------------------------------------------------------------------


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """From the second call of a large sale on: nobody inside yet, or nothing for them to say.

    Who is in the room and has a question is shown with it.
    """
    sale = situation.opportunities.get(call.opportunity_id)
    if sale is None or not sale.is_large:
        return ()
    inside = of_sale(sale, situation)
    if not inside:
        return _nobody(call, sale, situation)
    there = {folded(name) for name in call.people}
    ready = [one for one in inside if one.ally.question and folded(one.ally.who) in there]
    if ready:
        ally = ready[0].ally
        asks = text("inside-before-ask", who=Quoted(ally.who), question=Quoted(ally.question))
        return (Line(asks),)
    silent = next((one for one in inside if not one.ally.will_say), None)
    if silent is None:
        return ()
    words = button("button-inside-words", "inside_words", silent.id)
    return (Line(text("inside-before-words", who=Quoted(silent.ally.who))), Buttons((words,)))


def _nobody(call: Call, sale: Opportunity, situation: Situation) -> tuple[Block, ...]:
    """In a first call it would be too early to expect anybody."""
    earlier = (
        one
        for one in voices.calls_of(sale, situation)
        if one.ends_at <= situation.now and one.id != call.id and one.review.held != "not_held"
    )
    if next(earlier, None) is None:
        return ()
    add = button("button-inside-add", "inside_who", str(sale.id))
    customer = Quoted(sale.customer.name)
    return (Line(text("inside-before-none", customer=customer)), Buttons((add,)))
