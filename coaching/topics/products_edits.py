"""What an edit or a deletion of a text that told something of a product does to it."""

from __future__ import annotations

from dataclasses import replace

from coaching import say
from coaching.actions import Decision
from coaching.answers import fault
from coaching.messages import Block, Line, Quoted, message, text
from coaching.notes import Forgotten
from coaching.notes.planner import Solves
from coaching.topics import noted, products_form, products_view
from coaching.topics.products_view import NAME, ROWS, Kept, key_of, named, row_of
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation, after


def asks(given: Given) -> str:
    """What of a product a text gave: its name, one of its problems, who has it, the question."""
    head, *keys = given.asks.removeprefix("/").split("/")
    if head in {"who", "question"}:
        return given.asks
    one = products_view.of(given.note)
    problem = given.words if head == "problem" else parted(given.words)[1]
    row = row_of(one, products_view.key(one, problem)) if problem else None
    start = given.asks.removesuffix("/" + "/".join(keys)) if keys else given.asks
    return f"{start}/{key_of(one, row)}" if row else start


def parted(words: str) -> tuple[str, str]:
    """The name of a product and a problem behind it and a colon."""
    name, _, problem = words.replace("：", ":").partition(":")
    return name.strip(), problem.strip()


# ---- edited ------------------------------------------------------------------------------------


def change(given: Given, situation: Situation) -> Decision:
    """The product with that as it reads now."""
    one = products_view.of(given.note)
    head, *keys = given.asks.removeprefix("/").split("/")
    row = row_of(one, keys[0]) if keys else None
    if keys and row is None:
        return noted.stays(situation)
    if row is not None and head in {"who", "question"}:
        return _row(head, given.words, row, one, situation)
    name, problem = ("", given.words) if head == "problem" else parted(given.words)
    if not name:
        name = one.product.name
    return _renamed(given, name, problem, row, one, situation)


def _row(head: str, words: str, row: Solves, one: Kept, situation: Situation) -> Decision:
    if head == "who":
        told = products_view.with_row(one, row, replace(row, who=words))
        return _told(told, (Line(text("edited-noted", words=Quoted(words))),), situation)
    asked = replace(row, question=words, read_as="")
    told = products_view.with_row(one, row, asked)
    now = after(situation, (told.note,))
    return _told(told, products_view.judged(told, asked, now), now)


def _renamed(
    given: Given, name: str, problem: str, row: Solves | None, one: Kept, situation: Situation
) -> Decision:
    """The name and the problem as they read now, where no other is called so."""
    other = named(name, situation)
    if (other is None and not given.is_new) or (other is not None and other.id != one.id):
        return noted.stays(situation)
    same = row_of(one, products_view.key(one, problem))
    if same is not None and same != row:
        return say.line_back(situation, text("error-product-twice"))
    wrong = fault(name, products_form.NAME_LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong)
    told = products_view.changed(one, name=name, solves=_solves(problem, row, one))
    return _told(told, products_view.shown(told, situation), situation)


def _solves(problem: str, row: Solves | None, one: Kept) -> tuple[Solves, ...]:
    """The rows with that problem in place of the row's, or behind them; none, without the row."""
    rows = one.product.solves
    if row is None:
        return (*rows, Solves(problem=problem))[:ROWS] if problem else rows
    told = (replace(row, problem=problem),) if problem else ()
    place = rows.index(row)
    return (*rows[:place], *told, *rows[place + 1 :])


def _told(one: Kept, blocks: tuple[Block, ...], situation: Situation) -> Decision:
    return say.of(one.note, say.back(situation, message(*blocks), part=NAME))


# ---- deleted -----------------------------------------------------------------------------------


def withdraw(given: Given, situation: Situation) -> Decision:
    """The product without that; one with more problems than the text told is asked for first."""
    one = products_view.of(given.note)
    head, *keys = given.asks.removeprefix("/").split("/")
    row = row_of(one, keys[0]) if keys else None
    if head in {"who", "question"} and row is not None:
        return _gone(one, row, replace(row, **{head: ""}), getattr(row, head), situation)
    rest = [each for each in one.product.solves if each != row]
    if given.is_new and head != "problem":
        return _forgotten(one, situation) if not rest else _asked(one, situation)
    if row is None:
        return Decision()
    return _gone(one, row, None, row.problem, situation)


def _gone(
    one: Kept, row: Solves, instead: Solves | None, words: str, situation: Situation
) -> Decision:
    """The product without what was taken back, which is said."""
    left = (instead if each == row else each for each in one.product.solves)
    told = products_view.changed(one, solves=tuple(each for each in left if each is not None))
    return _told(told, (Line(text("dropped", words=noted.brief(words))),), situation)


def _forgotten(one: Kept, situation: Situation) -> Decision:
    dropped = message(Line(text("product-dropped", name=Quoted(one.product.name))))
    return say.of(Forgotten(id=one.note.id), say.back(situation, dropped, part=NAME))


def _asked(one: Kept, situation: Situation) -> Decision:
    return say.of(say.back(situation, products_view.drop_ask(one), part=NAME))


EDITS = Edits(change=change, withdraw=withdraw, asks=asks)
