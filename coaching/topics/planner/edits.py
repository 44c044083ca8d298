"""What an edit or a deletion of a text that answered one of the three steps does to the chain."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision
from coaching.answers import folded
from coaching.messages import Block, Buttons, Line, Quoted, message, text
from coaching.notes import Forgotten
from coaching.notes.planner import Difficulty, Problem
from coaching.topics import noted
from coaching.topics.planner import kept, page, talk, worth
from coaching.topics.planner.kept import Chain
from coaching.topics.topic import Edits, Given
from coaching.turn import Situation, after


def asks(given: Given) -> str:
    """What of the chain a text gave: its problem, some difficulties, the question of one."""
    content = given.note.content
    rows = content.difficulties if isinstance(content, Problem) else ()
    match given.asks.split("/"):
        case ["", *_] | ["problem"] if given.is_new:
            return given.asks
        case ["question", _] | ["payoff"]:
            return given.asks
        case ["difficulties", *_]:
            return _given_rows(given, rows)
        case _:
            return ""


def _given_rows(given: Given, rows: tuple[Difficulty, ...]) -> str:
    """The difficulties by their keys; a question that came before its turn is that of one."""
    named = {folded(one) for one in talk.lines_of(given.words)}
    keys = [kept.key(given.note.id, one.text) for one in rows if folded(one.text) in named]
    if keys:
        return "/".join(("difficulties", *keys))
    questions = (one for one in rows if one.question == given.words)
    asked = next(questions, None)
    return "" if asked is None else f"question/{kept.key(given.note.id, asked.text)}"


# ---- edited ------------------------------------------------------------------------------------


def change(given: Given, situation: Situation) -> Decision:
    """The chain with that answer as it reads now."""
    chain = kept.of_id(str(given.note.id), situation)
    if chain is None:
        return noted.stays(situation)
    head, *keys = given.asks.split("/")
    match head:
        case "":
            return _renamed_behind(given.words, chain, situation)
        case "problem":
            return _renamed(given.words, chain, situation)
        case "payoff":
            told = replace(chain.problem, payoff=given.words, payoff_read_as="")
            return _payoff(kept.changed(chain, told), situation)
        case "question":
            return _question(keys[0], given.words, chain, situation)
        case _:
            return _rows(keys, talk.lines_of(given.words), chain, situation)


def _renamed_behind(words: str, chain: Chain, situation: Situation) -> Decision:
    """A command tells the problem behind the customer's name; another customer's is another."""
    meant = sales.meant(words, situation)
    other = meant.sale is not None and meant.sale.id != chain.sale.id
    if other or not meant.rest:
        return noted.stays(situation)
    return _renamed(meant.rest, chain, situation)


def _renamed(words: str, chain: Chain, situation: Situation) -> Decision:
    known = kept.same(words, chain.sale, situation)
    if known is not None and known.id != chain.id:
        return say.line_back(situation, text("error-chain-known"))
    return _told(kept.changed(chain, replace(chain.problem, text=words)), (words,), situation)


def _payoff(chain: Chain, situation: Situation) -> Decision:
    now = after(situation, (chain.note,))
    return _shown(chain, worth.judged(chain, now), now)


def _question(key: str, words: str, chain: Chain, situation: Situation) -> Decision:
    one = kept.difficulty(chain, key)
    if one is None:
        return noted.stays(situation)
    told = kept.with_question(chain, key, words)
    now = after(situation, (told.note,))
    return _shown(told, talk.judged(told, replace(one, question=words, read_as=""), now), now)


def _rows(keys: list[str], lines: tuple[str, ...], chain: Chain, situation: Situation) -> Decision:
    """Each line in the place of the difficulty that stood there, with its question."""
    left = list(lines)
    rows: list[Difficulty] = []
    for one in chain.problem.difficulties:
        if _key(chain, one) not in keys:
            rows.append(one)
        elif left:
            rows.append(replace(one, text=left.pop(0)))
    once = {folded(one.text): one for one in reversed(rows)}
    told = replace(chain.problem, difficulties=tuple(reversed(once.values())))
    longer = kept.with_difficulties(kept.changed(chain, told), tuple(left))
    return _told(longer, lines, situation)


def _key(chain: Chain, one: Difficulty) -> str:
    return kept.key_of(chain, one)


def _told(chain: Chain, words: tuple[str, ...], situation: Situation) -> Decision:
    now = after(situation, (chain.note,))
    lines = tuple(Line(text("edited-noted", words=Quoted(one))) for one in words)
    return _shown(chain, lines, now)


def _shown(chain: Chain, blocks: tuple[Block, ...], situation: Situation) -> Decision:
    """The chain is kept; what is said, and the way to all of it."""
    show = page.button("button-chain-show", "sale", str(chain.sale.id), page.COMMAND)
    told = message(*blocks, Buttons((show,)))
    return say.of(chain.note, say.back(situation, told, part=talk.NAME))


# ---- deleted -----------------------------------------------------------------------------------


def withdraw(given: Given, situation: Situation) -> Decision:
    """The chain without that answer; one that others hang on is asked for first."""
    chain = kept.of_id(str(given.note.id), situation)
    if chain is None:
        return Decision()
    match given.asks.split("/"):
        case ["payoff"]:
            told = replace(chain.problem, payoff="", payoff_read_as="")
            return _gone(kept.changed(chain, told), (chain.problem.payoff,), situation)
        case ["question", key]:
            one = kept.difficulty(chain, key)
            words = (one.question,) if one else ()
            return _gone(kept.with_question(chain, key, ""), words, situation)
        case ["difficulties", *keys]:
            return _without(keys, chain, situation)
        case _:
            return _forgotten(chain, situation)


def _without(keys: list[str], chain: Chain, situation: Situation) -> Decision:
    rows = chain.problem.difficulties
    gone = tuple(one.text for one in rows if _key(chain, one) in keys)
    left = tuple(one for one in rows if _key(chain, one) not in keys)
    return _gone(kept.changed(chain, replace(chain.problem, difficulties=left)), gone, situation)


def _forgotten(chain: Chain, situation: Situation) -> Decision:
    if chain.problem.difficulties:
        return say.of(say.back(situation, page.drop_ask(chain), part=talk.NAME))
    dropped = message(Line(text("chain-dropped", problem=Quoted(chain.problem.text))))
    return say.of(Forgotten(id=chain.note.id), say.back(situation, dropped, part=talk.NAME))


def _gone(chain: Chain, words: tuple[str, ...], situation: Situation) -> Decision:
    """What was taken back, said; nothing where it stood no more."""
    lines = tuple(Line(text("dropped", words=noted.brief(one))) for one in words if one)
    return _shown(chain, lines, situation) if lines else Decision()


EDITS = Edits(change=change, withdraw=withdraw, asks=asks)
