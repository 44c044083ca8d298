"""How objections are shown: the page of a sale, and what the coach makes of a new one."""

from __future__ import annotations

from dataclasses import replace

from coaching import feedback, sales
from coaching.calls import Opportunity
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
from coaching.notes import Note
from coaching.notes.objections import Objection, ObjectionLabel, When
from coaching.topics import causes
from coaching.topics.causes import Likely
from coaching.topics.noted import brief, in_sale
from coaching.topics.voices import calls_of
from coaching.turn import Situation

Kept = tuple[Note, Objection]

LABELS: tuple[ObjectionLabel, ...] = ("price", "value", "capability", "early", "other")
WHEN: tuple[When, ...] = ("start", "middle", "end")
SHOWN = 6
# Where the advice turns round in a small sale.
TURNS = frozenset({"unbuilt", "advantages", "too_early", "features"})


def of_sale(sale: Opportunity, situation: Situation) -> tuple[Kept, ...]:
    """The objections noted in a sale, the oldest first."""
    return in_sale(Objection, sale, situation)


# ---- the page ----------------------------------------------------------------------------------


def page(sale: Opportunity, situation: Situation, skip: int = 0) -> Message:
    """What this customer said against it, the latest first, and the cause of the last one."""
    kept = tuple(reversed(of_sale(sale, situation)))
    heading = Heading(text("objections-heading", customer=Quoted(sale.customer.name)))
    if not kept:
        none = Line(text("objections-none"))
        return message(heading, none, _row(sale, more=0), Small(text("objections-how")))
    more = skip + SHOWN if len(kept) > skip + SHOWN else 0
    return message(
        heading,
        *(block for one in kept[skip : skip + SHOWN] for block in _entry(one)),
        *_to_plan(kept[0][1], sale, situation),
        *map(Line, causes.recurs(situation)),
        _row(sale, more=more),
    )


def _entry(one: Kept) -> tuple[Block, ...]:
    note, objection = one
    cause = text(f"cause-name-{feedback.slug(objection.cause)}")
    label = text(f"objection-label-{objection.label}")
    about = str(note.id)
    change = Tap(verb="form", about=about, value="objection")
    drop = Tap(verb="objection_drop", about=about)
    return (
        Line(text("objection-is", said=said(objection), label=label, cause=cause)),
        Buttons(
            (
                Button(label=text("button-change"), tap=change),
                Button(label=text("button-drop"), tap=drop),
            )
        ),
    )


def said(objection: Objection) -> Text:
    """Who said what, as it stands in a list."""
    if objection.who:
        return text("need-said", who=brief(objection.who), words=brief(objection.words))
    return text("need-said-nobody", words=brief(objection.words))


def _row(sale: Opportunity, more: int) -> Buttons:
    about = str(sale.id)
    add = Tap(verb="form", about=about, value="objection")
    rest = Tap(verb="objections_from", about=about, value=str(more))
    return Buttons(
        (
            Button(label=text("button-objection-add"), tap=add, primary=True),
            Button(label=text("button-sale-page"), tap=Tap(verb="sale", about=about, value="sale")),
            *((Button(label=text("button-objections-more"), tap=rest),) if more else ()),
        )
    )


# ---- a new one ---------------------------------------------------------------------------------


def noted(one: Kept, sale: Opportunity, situation: Situation, *, guessed: bool) -> Message:
    """What an objection is about, its likely cause here, the cure, what to plan."""
    note, objection = one
    customer = Quoted(sale.customer.name)
    heading = text("needs-noted-guessed" if guessed else "needs-noted", customer=customer)
    other = Tap(verb="objection_move", about=str(note.id))
    elsewhere = (Button(label=text("button-other-sale"), tap=other),) if guessed else ()
    return message(
        Line(heading),
        Line(said(objection)),
        *_remark(one, sale, situation),
        Buttons((*_next_steps(one, sale, situation), *elsewhere)),
    )


def _remark(one: Kept, sale: Opportunity, situation: Situation) -> tuple[Block, ...]:
    """What it is and where it comes from; while it can be read two ways, that is asked first."""
    note, objection = one
    if objection.second is not None:
        verdict = situation.judge.read("objection", objection.words)
        unsure = replace(verdict, label=objection.label, second=objection.second, sure=False)
        pair = (objection.label, objection.second)
        return (Line(feedback.two_ways(unsure)), labelled(note, pair))
    found = causes.likely(objection, sale, situation)
    return (
        Line(text(f"objection-about-{objection.label}")),
        *_cause(found, sale),
        *_when(one),
        *_to_plan(replace(objection, cause=found.cause), sale, situation),
        *map(Line, causes.recurs(situation)[:1]),
    )


def _when(one: Kept) -> tuple[Block, ...]:
    """Asks when in the call it came, where that may tell the cause."""
    note, objection = one
    if objection.when is not None or objection.label in {"capability", "other"}:
        return ()
    buttons = tuple(
        Button(
            label=text(f"objection-when-{when}"),
            tap=Tap(verb="objection_when", about=str(note.id), value=when),
        )
        for when in WHEN
    )
    return (Line(text("field-objection-when")), Buttons(buttons))


def _cause(found: Likely, sale: Opportunity) -> tuple[Line, ...]:
    turns = not sale.is_large and found.cause in TURNS
    small = (Line(text("objection-small")),) if turns else ()
    return (Line(found.evidence), Line(causes.cure(found.cause)), *small)


def _to_plan(objection: Objection, sale: Opportunity, situation: Situation) -> tuple[Line, ...]:
    asks = causes.asks(objection.cause, sale, situation)
    return (Line(text("plan-heading")), *map(Line, asks))


def _next_steps(one: Kept, sale: Opportunity, situation: Situation) -> tuple[Button, ...]:
    note, about = one[0], str(sale.id)
    otherwise = Tap(verb="objection_otherwise", about=str(note.id))
    change = Tap(verb="form", about=str(note.id), value="objection")
    every = Tap(verb="sale", about=about, value="objection")
    return (
        *_plan(sale, situation),
        Button(
            label=text("button-difficulties-page"),
            tap=Tap(verb="sale", about=about, value="difficulties"),
        ),
        Button(label=text("button-change"), tap=change),
        Button(label=text("button-otherwise"), tap=otherwise),
        Button(label=text("button-objection-page"), tap=every),
    )


def _plan(sale: Opportunity, situation: Situation) -> tuple[Button, ...]:
    """The way to the plan of the next call, where there is one."""
    ahead = [one for one in calls_of(sale, situation) if one.starts_at > situation.now]
    if not ahead:
        return ()
    tap = Tap(verb="plan", about=str(ahead[0].id))
    return (Button(label=text("button-plan-next"), tap=tap, primary=True),)


def labelled(note: Note, labels: tuple[ObjectionLabel, ...]) -> Buttons:
    """A button for each reading of an objection."""
    return Buttons(
        tuple(
            Button(
                label=text(f"button-objection-{label}"),
                tap=Tap(verb="objection_as", about=str(note.id), value=label),
            )
            for label in labels
        )
    )


def otherwise(one: Kept) -> Message:
    """Asks what an objection is about in the rep's eyes."""
    note, objection = one
    others = tuple(label for label in LABELS if label != objection.label)
    ask = Line(text("objection-otherwise", words=brief(objection.words)))
    return message(ask, labelled(note, others))


def which(situation: Situation) -> Message:
    """Asks whose objections are meant, below what recurs over all customers."""
    asked = sales.ask_which("objection", situation)
    return message(*map(Line, causes.recurs(situation)), *asked.blocks)


def home(situation: Situation) -> tuple[Block, ...]:
    """The cause that recurs, with its cure."""
    return tuple(map(Line, causes.recurs(situation)))
