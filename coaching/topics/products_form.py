"""A product by form: its name, and rows of problem, who has it, and the question for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coaching import say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults, folded
from coaching.events import Submitted
from coaching.forms import Form, TextField
from coaching.messages import Block, Line, Quoted, Text, message, text
from coaching.notes.planner import Product, Solves
from coaching.topics import products_view
from coaching.topics.products_view import NAME, ROWS, Kept, changed, is_full, kept, named, new
from coaching.turn import Situation, after

LIMIT = 500
NAME_LIMIT = 80
_NEW_ROWS = 3


def shown(about: str, situation: Situation) -> Form | None:
    """The form of a product, or of a new one where `about` is empty."""
    one = kept(about, situation)
    if one is None and about:
        return None
    product = one.product if one else Product(name="")
    rows = (*product.solves, *(Solves(problem=""),) * ROWS)[: _rows(product)]
    return Form(
        kind=NAME,
        about=about,
        title=text("form-product-title"),
        fields=(
            _text("name", text("field-product-name"), product.name, limit=NAME_LIMIT),
            *(field for number, row in enumerate(rows, start=1) for field in _row(number, row)),
        ),
        submit=text("button-product-save"),
    )


def _rows(product: Product) -> int:
    return min(max(_NEW_ROWS, len(product.solves) + 1), ROWS)


def _row(number: int, row: Solves) -> tuple[TextField, ...]:
    return (
        _text(f"problem{number}", text("field-product-problem", number=number), row.problem),
        _text(f"who{number}", text("field-product-who", number=number), row.who),
        _text(f"question{number}", text("field-product-question", number=number), row.question),
    )


def _text(name: str, label: Text, initial: str, *, limit: int = LIMIT) -> TextField:
    return TextField(
        name=name,
        label=label,
        initial=initial,
        limit=limit,
        required=name == "name",
        long=name.startswith("question"),
    )


def submit(event: Submitted, situation: Situation) -> Decision:
    """The product as the form has it, or all errors at their fields."""
    form, one = shown(event.about, situation), kept(event.about, situation)
    if form is None:
        return say.line_back(situation, text("not-here-any-more"))
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    errors = _errors(answers, one, situation) | faults(form, answers)
    if errors:
        return say.of(Reject(errors))
    before = one or new(answers["name"], situation)
    now = changed(before, name=answers["name"], solves=_solves(answers, before.product))
    told = after(situation, (now.note,))
    said = message(*_said(before, now, told), *products_view.shown(now, told))
    quiet = say.talking(situation.conversation, None)
    return say.of(now.note, quiet, say.back(situation, said, part=NAME))


def _errors(answers: Mapping[str, str], one: Kept | None, situation: Situation) -> dict[str, Text]:
    """What no field can see for itself."""
    found: dict[str, Text] = {}
    known = named(answers["name"], situation)
    if known and (one is None or known.id != one.id):
        found["name"] = text("error-product-known")
    elif one is None and is_full(situation):
        found["name"] = text("product-full", most=products_view.MOST)
    seen: set[str] = set()
    for number, row in enumerate(_given(answers), start=1):
        if (row.who or row.question) and not row.problem:
            found[f"problem{number}"] = text("error-product-problem")
        elif row.problem and folded(row.problem) in seen:
            found[f"problem{number}"] = text("error-product-twice")
        seen.add(folded(row.problem))
    return found


def _given(answers: Mapping[str, str]) -> tuple[Solves, ...]:
    return tuple(
        Solves(
            problem=answers.get(f"problem{number}", ""),
            who=answers.get(f"who{number}", ""),
            question=answers.get(f"question{number}", ""),
        )
        for number in range(1, ROWS + 1)
    )


def _solves(answers: Mapping[str, str], before: Product) -> tuple[Solves, ...]:
    """The rows with a problem; how a question was read stays where its words do."""
    read = {row.question: row.read_as for row in before.solves if row.question}
    given = (row for row in _given(answers) if row.problem)
    return tuple(replace(row, read_as=read.get(row.question, "")) for row in given)


def _said(before: Kept, now: Kept, situation: Situation) -> tuple[Block, ...]:
    """What is said of each question that is new."""
    old = {row.question for row in before.product.solves}
    return tuple(
        block
        for row in now.product.solves
        if row.question and row.question not in old
        for block in (
            Line(text("product-for", problem=Quoted(row.problem))),
            *products_view.judged(now, row, situation),
        )
    )
