"""Somebody inside a customer by form: who, what they will say, the question for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults
from coaching.calls import Opportunity
from coaching.events import Submitted
from coaching.forms import Form, TextField
from coaching.messages import Block, Buttons, Text, message, text
from coaching.notes.planner import Ally
from coaching.topics import allies_view
from coaching.topics.allies_view import COMMAND, NAME, Inside, button, named, new, of_id
from coaching.turn import Situation, after

LIMIT = 500
WHO_LIMIT = 100


def shown(about: str, situation: Situation) -> Form | None:
    """The form of one who is inside, or of somebody new where `about` is a sale's id."""
    one = of_id(about, situation)
    if one is None and sales.of_id(about, situation) is None:
        return None
    ally = one.ally if one else Ally(who="")
    return Form(
        kind=NAME,
        about=about,
        title=text("form-inside-title"),
        fields=(
            TextField(
                name="who",
                label=text("field-inside-who"),
                initial=ally.who,
                limit=WHO_LIMIT,
                required=True,
            ),
            _long("will_say", text("field-inside-words"), ally.will_say),
            _long("question", text("field-inside-question"), ally.question),
        ),
        intro=(text("inside-why"),),
        submit=text("button-inside-save"),
    )


def _long(name: str, label: Text, initial: str) -> TextField:
    return TextField(name=name, label=label, initial=initial, limit=LIMIT, long=True)


def submit(event: Submitted, situation: Situation) -> Decision:
    """That person as the form has them, or all errors at their fields."""
    form, one = shown(event.about, situation), of_id(event.about, situation)
    sale = one.sale if one else sales.of_id(event.about, situation)
    if form is None or sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    errors = _errors(answers["who"], one, sale, situation) | faults(form, answers)
    if errors:
        return say.of(Reject(errors))
    return _taken(answers, one or new(answers["who"], sale, situation), situation)


def _errors(
    who: str, one: Inside | None, sale: Opportunity, situation: Situation
) -> dict[str, Text]:
    known = named(who, sale, situation)
    if known and (one is None or known.id != one.id):
        return {"who": text("error-inside-known")}
    if one is None and allies_view.is_full(sale, situation):
        return {"who": text("inside-full", most=allies_view.MOST)}
    return {}


def _taken(answers: Mapping[str, str], one: Inside, situation: Situation) -> Decision:
    before = one.ally
    same = answers["question"] == before.question
    ally = replace(before, **answers, read_as=before.read_as if same else "")
    now = allies_view.changed(one, ally)
    told = after(situation, (now.note,))
    judged: tuple[Block, ...] = ()
    if ally.question and not same:
        judged = allies_view.judged(now, told)
    show = button("button-inside-show", "sale", str(one.sale.id), COMMAND)
    said = message(*judged, *allies_view.lines(now), Buttons((show,)))
    quiet = say.talking(situation.conversation, None)
    return say.of(now.note, quiet, say.back(situation, said, part=NAME))
