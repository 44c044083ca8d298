"""The value equation of a sale: how serious the trouble is, against what solving it costs (§6)."""

from __future__ import annotations

from uuid import uuid5

from coaching import answers, sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean
from coaching.calls import Opportunity
from coaching.events import Submitted
from coaching.forms import ChoiceField, Form, Option, TextField
from coaching.messages import Block, Button, Buttons, Line, Quoted, Tap, message, text
from coaching.notes import Note
from coaching.notes.needs import Weighing
from coaching.topics.noted import LIMIT, brief, in_sale
from coaching.turn import Situation

HEAVIER = ("problem", "cost", "even")


def weighed(sale: Opportunity, situation: Situation) -> Weighing | None:
    """How a sale was weighed, None where it was not yet."""
    return next((one for _, one in in_sale(Weighing, sale, situation)), None)


def lines(sale: Opportunity, situation: Situation, *, problem: str) -> tuple[Line, ...]:
    """How it weighs and what follows; `problem` is the trouble that could weigh more, or empty."""
    scale = weighed(sale, situation)
    if scale is None:
        return (Line(text("weighed-none")),)
    serious = (Line(text("weighed-serious", words=brief(scale.serious))),) if scale.serious else ()
    cost = (Line(text("weighed-cost", words=brief(scale.cost))),) if scale.cost else ()
    return (*serious, *cost, _advice(scale, problem))


def _advice(scale: Weighing, problem: str) -> Line:
    if scale.heavier == "cost" and problem:
        return Line(text("weighed-as-cost-of", problem=brief(problem)))
    return Line(text(f"weighed-as-{scale.heavier or 'open'}"))


def form(about: str, situation: Situation) -> Form | None:
    """The two sides and which is heavier, with what was answered before."""
    sale = sales.of_id(about, situation)
    if sale is None:
        return None
    scale = weighed(sale, situation) or Weighing()
    options = tuple(Option(value=one, label=text(f"heavier-{one}")) for one in HEAVIER)
    return Form(
        kind="weighing",
        about=about,
        title=text("form-weighing-title", customer=Quoted(sale.customer.name)),
        fields=(
            _side("serious", scale.serious),
            _side("cost", scale.cost),
            ChoiceField(
                name="heavier",
                label=text("field-heavier"),
                options=options,
                initial=scale.heavier or "",
            ),
        ),
        submit=text("button-weighed"),
    )


def _side(name: str, initial: str) -> TextField:
    return TextField(
        name=name,
        label=text(f"field-{name}"),
        hint=text(f"field-{name}-hint"),
        initial=initial,
        limit=LIMIT,
        long=True,
    )


def submit(event: Submitted, situation: Situation) -> Decision:
    """The sale is weighed; an empty form weighs nothing."""
    asked, sale = form(event.about, situation), sales.of_id(event.about, situation)
    if asked is None or sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    errors = answers.faults(asked, event.answers)
    given = {field.name: clean(event.answers.get(field.name, "")) for field in asked.fields}
    if not any(given.values()):
        errors["serious"] = text("error-required")
    if errors:
        return say.of(Reject(errors))
    scale = Weighing(
        serious=given["serious"],
        cost=given["cost"],
        heavier=given["heavier"] or None,  # type: ignore[arg-type]  # one of the form's choices
    )
    note = _note(sale, scale, situation)
    return say.of(note, say.back(situation, message(*_said(sale, scale)), part="weighing"))


def _note(sale: Opportunity, scale: Weighing, situation: Situation) -> Note:
    return Note(
        id=uuid5(situation.rep.id, f"weighing/{sale.id}"),
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=scale,
        opportunity_id=sale.id,
    )


def _said(sale: Opportunity, scale: Weighing) -> tuple[Block, ...]:
    tap = Tap(verb="sale", about=str(sale.id), value="needs")
    return (
        Line(text("weighing-noted", customer=Quoted(sale.customer.name))),
        _advice(scale, ""),
        Buttons((Button(label=text("button-needs-page"), tap=tap),)),
    )
