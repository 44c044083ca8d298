"""A rep's products as kept and shown: the problems each solves, for whom, the questions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import uuid5

from coaching.answers import folded
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes import Note
from coaching.notes.planner import Product, Solves
from coaching.topics import drafts, noted
from coaching.turn import Situation

NAME = "product"
MOST = 6
# So much of what a row says is shown: of all products together, and of one alone.
LISTED, ALONE = 60, 140
ROWS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A product and the note it is kept in."""

    note: Note
    product: Product

    @property
    def id(self) -> str:
        """What a tap or a form is about."""
        return str(self.note.id)


# ---- what is kept ------------------------------------------------------------------------------


def every(situation: Situation) -> tuple[Kept, ...]:
    """All products of a rep, the oldest first."""
    found = [
        Kept(note=note, product=note.content)
        for note in situation.notes
        if isinstance(note.content, Product)
    ]
    return tuple(sorted(found, key=lambda one: one.note.said_at))


def of(note: Note) -> Kept:
    """The product that a note holds."""
    assert isinstance(note.content, Product)  # noqa: S101 - a note of this topic
    return Kept(note=note, product=note.content)


def kept(note_id: str, situation: Situation) -> Kept | None:
    """The product of that id."""
    return next((one for one in every(situation) if one.id == note_id), None)


def named(name: str, situation: Situation) -> Kept | None:
    """The product of that name."""
    same = (one for one in every(situation) if folded(one.product.name) == folded(name))
    return next(same, None)


def is_full(situation: Situation) -> bool:
    """Whether no more product can be kept."""
    return len(every(situation)) >= MOST


def new(name: str, situation: Situation) -> Kept:
    """A product of which only the name is known."""
    rep, product = situation.rep, Product(name=name)
    note = Note(
        id=noted.new_id(NAME, situation),
        rep_id=rep.id,
        author_id=rep.id,
        said_at=situation.now,
        content=product,
    )
    return Kept(note=note, product=product)


def changed(one: Kept, *, name: str = "", solves: tuple[Solves, ...]) -> Kept:
    """The product with these rows, under a new name if one is given."""
    product = Product(name=name or one.product.name, solves=solves)
    return Kept(note=replace(one.note, content=product), product=product)


def with_row(one: Kept, row: Solves, instead: Solves) -> Kept:
    """The product with one row in place of another."""
    rows = tuple(instead if each == row else each for each in one.product.solves)
    return changed(one, solves=rows)


def key(one: Kept, problem: str) -> str:
    """How a tap names a problem of a product: by its words, so that it never means another."""
    return uuid5(one.note.id, folded(problem)).hex[:8]


def key_of(one: Kept, row: Solves) -> str:
    """How a tap names a row."""
    return key(one, row.problem)


def row_of(one: Kept, wanted: str) -> Solves | None:
    """The row of that key."""
    return next((row for row in one.product.solves if key_of(one, row) == wanted), None)


# ---- how it looks ------------------------------------------------------------------------------


def page(situation: Situation) -> Message:
    """All products, each as what it solves."""
    products = every(situation)
    none = (Line(text("product-none")),)
    new_one = button("button-product-new", "products", "", "new", primary=not products)
    form = button("button-product-form", "form", "", NAME)
    return message(
        Heading(text("product-heading")),
        *(block for one in products for block in shown(one, situation, LISTED)),
        *(() if products else none),
        *(() if is_full(situation) else (Buttons((new_one, form)),)),
    )


def shown(one: Kept, _situation: Situation, most: int = ALONE) -> tuple[Block, ...]:
    """One product: each problem with who has it and the question, and what can be done.

    Of each of these the first `most` characters.
    """
    name = Quoted(one.product.name)
    key_ = "product-name" if one.product.solves else "product-name-bare"
    return (
        Line(text(key_, name=name)),
        *(Line(_row(row, most)) for row in one.product.solves),
        Buttons(_buttons(one)),
    )


def _row(row: Solves, most: int) -> Text:
    words = (row.problem, row.who, row.question)
    problem, who, question = (noted.brief(one, most) for one in words)
    match bool(row.who), bool(row.question):
        case True, True:
            return text("product-row", problem=problem, who=who, question=question)
        case True, False:
            return text("product-row-who", problem=problem, who=who)
        case False, True:
            return text("product-row-question", problem=problem, question=question)
        case _:
            return text("product-row-bare", problem=problem)


def button(
    label: str, verb: str, about: str = "", value: str = "", *, primary: bool = False
) -> Button:
    """A button of this topic."""
    return Button(label=text(label), tap=Tap(verb=verb, about=about, value=value), primary=primary)


def _buttons(one: Kept) -> tuple[Button, ...]:
    lacking = next((row for row in one.product.solves if not row.question), None)
    ask = (
        (button("button-product-question", "product_question", one.id, key_of(one, lacking)),)
        if lacking
        else ()
    )
    full = len(one.product.solves) >= ROWS
    add = button("button-product-add", "product_add", one.id)
    return (
        *ask,
        *(() if full else (add,)),
        button("button-product-change", "form", one.id, NAME),
        button("button-product-drop", "product_drop", one.id),
    )


def drop_ask(one: Kept) -> Message:
    """Asks before a product goes, with all that stands under it."""
    sure = button("button-product-drop-sure", "product_drop", one.id, "yes")
    stay = button("button-product-keep", "products")
    asks = Line(text("product-drop-ask", name=Quoted(one.product.name)))
    return message(asks, Buttons((sure, stay)))


def judged(one: Kept, row: Solves, situation: Situation) -> tuple[Block, ...]:
    """What the question is; one that does not look for the problem may be reworded (METHOD §7)."""
    verdict = drafts.read(situation.judge, row.question, read_as=row.read_as)
    name = key_of(one, row)
    said = drafts.judged(
        verdict, situation, large=True, problem="", verb="product_read", about=one.id, name=name
    )
    if drafts.is_unsure(verdict) or verdict.label == "problem":
        return said
    again = button("button-product-reword", "product_question", one.id, name)
    wanted = Line(text("product-wanted", problem=Quoted(row.problem)))
    return (*said, wanted, Buttons((again,)))
