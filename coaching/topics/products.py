"""A product as the problems it solves, for whom, and a question that looks for each (METHOD §7)."""

from __future__ import annotations

from dataclasses import replace

from coaching import say
from coaching.actions import Decision
from coaching.answers import clean, fault
from coaching.conversation import Talk
from coaching.events import Tapped
from coaching.messages import Block, Buttons, Line, Quoted, message, text
from coaching.notes import Forgotten
from coaching.notes.planner import Product, Solves
from coaching.topics import drafts, products_edits, products_form, products_view
from coaching.topics.products_view import NAME, Kept, button, kept, key_of, named, new, row_of
from coaching.topics.topic import Asked, FormOf, Heard, Topic
from coaching.turn import Situation, after


def asked(command: Asked, situation: Situation) -> Decision:
    """All products, or the one that is named; a problem behind its name and a colon is added."""
    name, problem = products_edits.parted(clean(command.words))
    wrong = fault(name, products_form.NAME_LIMIT) or fault(problem, products_form.LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=command.thread)
    if not name and not products_view.every(situation):
        return ask_name(situation, command.thread)
    if not name:
        return _told(products_view.page(situation).blocks, None, situation, command.thread)
    return begin(name, problem, situation, command.thread)


def begin(name: str, problem: str, situation: Situation, thread: str = "") -> Decision:
    """The product of that name; one that is new, or has a problem to add, goes on in chat."""
    known = named(name, situation)
    if known is None and products_view.is_full(situation):
        most = products_view.MOST
        return say.line_back(situation, text("product-full", most=most), thread=thread)
    one = known or new(name, situation)
    saved = Decision() if known else say.of(one.note)
    now = after(situation, saved.saves)
    if problem:
        return say.joined(saved, _with_problem(problem, one, now, thread))
    if known:
        return _told(products_view.shown(one, situation), None, situation, thread)
    return say.joined(saved, ask_problem(one, now, thread))


def _told(
    blocks: tuple[Block, ...], talk: Talk | None, situation: Situation, thread: str = ""
) -> Decision:
    """These blocks, and what the next line of chat answers; without a talk the open one ends."""
    sent = say.back(situation, message(*blocks), thread=thread, part=NAME)
    if talk is None and not _talks(situation):
        return say.of(sent)
    return say.of(say.talking(situation.conversation, talk), sent)


def _talks(situation: Situation) -> bool:
    talk = situation.conversation.talk
    return talk is not None and talk.topic == NAME


def _gone(situation: Situation) -> Decision:
    return _told((Line(text("not-here-any-more")),), None, situation)


# ---- in chat -----------------------------------------------------------------------------------


def hear(line: Heard, talk: Talk, situation: Situation) -> Decision:
    """A line of chat answers what is asked of the product; what is said is kept at once."""
    step, _, key = talk.asks.partition("/")
    if step == "name":
        return _hear_name(line, situation)
    one = kept(talk.about, situation)
    if one is None:
        return _gone(situation)
    if step == "problem":
        return _hear_problem(line, one, situation)
    row = row_of(one, key)
    if row is None:
        return ask_problem(one, situation, line.thread)
    if drafts.asks_coach(line.words):
        return _ask(step, row, one, situation, line.thread)
    return _hear_row(step, line, row, one, situation)


def ask_name(situation: Situation, thread: str = "") -> Decision:
    """Which product? Before the first one what it is good for is said, and a form offered."""
    asks, talk = Line(text("product-ask-name")), Talk(topic=NAME, asks="name")
    if products_view.every(situation):
        return _told((asks,), talk, situation, thread)
    form = Buttons((button("button-product-form", "form", "", NAME),))
    return _told((Line(text("product-none")), asks, form), talk, situation, thread)


def _hear_name(line: Heard, situation: Situation) -> Decision:
    if drafts.closes(line.words):
        return _told((Line(text("product-left")),), None, situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_name(situation, line.thread)
    return asked(Asked(words=line.words, thread=line.thread), situation)


def ask_problem(
    one: Kept, situation: Situation, thread: str = "", said: tuple[Block, ...] = ()
) -> Decision:
    """Which problem does it solve, or which one more? A product that holds all it can is shown."""
    rows, name = len(one.product.solves), Quoted(one.product.name)
    if rows >= products_view.ROWS:
        return _told((*said, *products_view.shown(one, situation)), None, situation, thread)
    asks = text("product-ask-more", name=name) if rows else text("product-ask-problem", name=name)
    talk = Talk(topic=NAME, about=one.id, asks="problem")
    return _told((*said, Line(asks)), talk, situation, thread)


def _hear_problem(line: Heard, one: Kept, situation: Situation) -> Decision:
    if drafts.closes(line.words):
        return _told(products_view.shown(one, situation), None, situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_problem(one, situation, line.thread)
    return _with_problem(line.words, one, situation, line.thread)


def _with_problem(words: str, one: Kept, situation: Situation, thread: str) -> Decision:
    """A problem more, if there is room and it is not there yet; then: who has it?"""
    row = row_of(one, products_view.key(one, words))
    if row is not None:
        return _ask("who", row, one, situation, thread)
    if len(one.product.solves) >= products_view.ROWS:
        return ask_problem(one, situation, thread)
    row = Solves(problem=words)
    more = products_view.changed(one, solves=(*one.product.solves, row))
    now = after(situation, (more.note,))
    return say.joined(say.of(more.note), _ask("who", row, more, now, thread))


def _ask(step: str, row: Solves, one: Kept, situation: Situation, thread: str = "") -> Decision:
    """Asks who has the problem, or for the question that looks for it."""
    talk = Talk(topic=NAME, about=one.id, asks=f"{step}/{key_of(one, row)}")
    asks = text(f"product-ask-{step}", problem=Quoted(row.problem))
    return _told((Line(asks),), talk, situation, thread)


def _hear_row(step: str, line: Heard, row: Solves, one: Kept, situation: Situation) -> Decision:
    closed = drafts.closes(line.words)
    if closed and not drafts.skips(line.words):
        return _told(products_view.shown(one, situation), None, situation, line.thread)
    if step == "who":
        answered = row if closed else replace(row, who=line.words)
        more = products_view.with_row(one, row, answered)
        now = after(situation, (more.note,))
        return say.joined(say.of(more.note), _ask("question", answered, more, now, line.thread))
    if closed:
        return ask_problem(one, situation, line.thread)
    answered = replace(row, question=line.words, read_as="")
    more = products_view.with_row(one, row, answered)
    now = after(situation, (more.note,))
    said = products_view.judged(more, answered, now)
    return say.joined(say.of(more.note), ask_problem(more, now, line.thread, said))


# ---- taps --------------------------------------------------------------------------------------


def _page(event: Tapped, situation: Situation) -> Decision:
    """All products, or the question which one is to be added."""
    if event.tap.value == "new":
        return ask_name(situation)
    return _told(products_view.page(situation).blocks, None, situation)


def _add(event: Tapped, situation: Situation) -> Decision:
    one = kept(event.tap.about, situation)
    return _gone(situation) if one is None else ask_problem(one, situation)


def _question(event: Tapped, situation: Situation) -> Decision:
    one = kept(event.tap.about, situation)
    row = row_of(one, event.tap.value) if one else None
    if one is None or row is None:
        return _gone(situation)
    return _ask("question", row, one, situation)


def _read(event: Tapped, situation: Situation) -> Decision:
    """The rep says which of two readings of a question is meant."""
    one, reading = kept(event.tap.about, situation), drafts.reading_of(event.tap.value)
    row = row_of(one, reading[0]) if one and reading else None
    if one is None or reading is None or row is None or not row.question:
        return _gone(situation)
    read = replace(row, read_as=reading[1])
    more = products_view.with_row(one, row, read)
    now = after(situation, (more.note,))
    said = message(*products_view.judged(more, read, now))
    return say.of(more.note, say.back(now, said, part=NAME))


def _drop(event: Tapped, situation: Situation) -> Decision:
    """Asks before a product goes; a second tap drops it."""
    one = kept(event.tap.about, situation)
    if one is None:
        return _gone(situation)
    if event.tap.value == "yes":
        dropped = message(Line(text("product-dropped", name=Quoted(one.product.name))))
        return say.of(Forgotten(id=one.note.id), say.back(situation, dropped, part=NAME))
    return say.of(say.back(situation, products_view.drop_ask(one), part=NAME))


TOPIC = Topic(
    commands={NAME: asked},
    forms={NAME: FormOf(show=products_form.shown, submit=products_form.submit)},
    taps={
        "products": _page,
        "product_add": _add,
        "product_question": _question,
        "product_read": _read,
        "product_drop": _drop,
    },
    talks={NAME: hear},
    edits={Product: products_edits.EDITS},
)
