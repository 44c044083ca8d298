"""The three steps in chat: a problem, what it leads to, a question for each (METHOD §5)."""

from __future__ import annotations

from dataclasses import replace

from coaching import say
from coaching.actions import Decision
from coaching.answers import clean
from coaching.calls import Opportunity
from coaching.conversation import Talk
from coaching.messages import Block, Button, Buttons, Line, Quoted, Tap, message, text
from coaching.notes.planner import Difficulty
from coaching.sales import of_id
from coaching.topics import drafts
from coaching.topics.planner import kept, page
from coaching.topics.planner.kept import Chain
from coaching.topics.topic import Heard
from coaching.turn import Situation, after

NAME = "chain"


def hear(line: Heard, talk: Talk, situation: Situation) -> Decision:
    """A line of chat answers the step that is open; nothing asked stays lost."""
    step, _, key = talk.asks.partition("/")
    if step == "problem":
        sale = of_id(talk.about, situation)
        return gone(situation) if sale is None else _hear_problem(line, sale, situation)
    chain = kept.of_id(talk.about, situation)
    if chain is None:
        return gone(situation)
    if step == "difficulties":
        return _hear_difficulties(line, chain, situation)
    return _hear_question(line, chain, key, talk, situation)


def gone(situation: Situation) -> Decision:
    """What was talked about is not there any more."""
    ended = say.talking(situation.conversation, None)
    return say.joined(say.of(ended), say.line_back(situation, text("not-here-any-more")))


def left(situation: Situation, thread: str = "") -> Decision:
    """The talk ends where it stands."""
    return told((Line(text("chain-left")),), None, situation, thread)


def told(
    blocks: tuple[Block, ...], talk: Talk | None, situation: Situation, thread: str = ""
) -> Decision:
    """These blocks, and what the next line of chat answers."""
    sent = say.back(situation, message(*blocks), thread=thread, part=NAME)
    return say.of(say.talking(situation.conversation, talk), sent)


# ---- 1: a problem ------------------------------------------------------------------------------


def ask_problem(sale: Opportunity, situation: Situation, thread: str = "") -> Decision:
    """Which problem does this customer probably have? Those named elsewhere are on offer."""
    if kept.is_full(sale, situation):
        return say.line_back(situation, text("chain-full", most=kept.MOST_PROBLEMS), thread=thread)
    talk = Talk(topic=NAME, about=str(sale.id), asks="problem")
    asks = Line(text("chain-ask-problem", customer=Quoted(sale.customer.name)))
    form = Buttons((page.by_form(sale),))
    return told((asks, *_offers(sale, situation), form), talk, situation, thread)


def _offers(sale: Opportunity, situation: Situation) -> tuple[Block, ...]:
    offers = kept.offers(sale, situation)
    if not offers:
        return ()
    about = str(sale.id)
    buttons = tuple(
        Button(
            label=text("button-chain-offer", problem=Quoted(words)),
            tap=Tap(verb="chain_begin", about=about, value=key),
        )
        for key, words in offers.items()
    )
    return (Line(text("chain-offers")), Buttons(buttons))


def _hear_problem(line: Heard, sale: Opportunity, situation: Situation) -> Decision:
    if drafts.closes(line.words):
        return left(situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_problem(sale, situation, line.thread)
    return begin(line.words, sale, situation, line.thread)


def begin(words: str, sale: Opportunity, situation: Situation, thread: str = "") -> Decision:
    """The chain of that problem, from its second step on."""
    chain = kept.new(words, sale, situation)
    fresh = kept.same(words, sale, situation) is None
    if fresh and kept.is_full(sale, situation):
        return ask_problem(sale, situation, thread)
    saved = say.of(chain.note) if fresh else Decision()
    now = after(situation, saved.saves)
    if chain.is_full:
        return ask_question(chain, now, thread)
    return say.joined(saved, ask_difficulties(chain, now, thread))


# ---- 2: what it leads to -----------------------------------------------------------------------


def ask_difficulties(chain: Chain, situation: Situation, thread: str = "") -> Decision:
    """What difficulties does it lead to? One that holds all it can is led on to the questions."""
    count = len(chain.problem.difficulties)
    if chain.is_full:
        return ask_question(chain, situation, thread)
    problem = Quoted(chain.problem.text)
    asks = (
        text("chain-ask-more", count=count, problem=problem)
        if count
        else text("chain-ask-difficulties", problem=problem)
    )
    small = () if chain.sale.is_large else (Line(text("chain-small")),)
    on = page.button("button-chain-on", "chain_ask", chain.id)
    talk = Talk(topic=NAME, about=chain.id, asks="difficulties")
    row = (Buttons((on,)),) if count else ()
    return told((Line(asks), *(() if count else small), *row), talk, situation, thread)


def _hear_difficulties(line: Heard, chain: Chain, situation: Situation) -> Decision:
    if drafts.closes(line.words):
        if not chain.problem.difficulties:
            return left(situation, line.thread)
        return ask_question(chain, situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_difficulties(chain, situation, line.thread)
    if drafts.is_question(line.words):
        return _asks_already(line, chain, situation)
    longer = kept.with_difficulties(chain, lines_of(line.words))
    saved = say.of(longer.note)
    now = after(situation, saved.saves)
    return say.joined(saved, ask_difficulties(longer, now, line.thread))


def lines_of(words: str) -> tuple[str, ...]:
    """The difficulties that a text names, a line each."""
    parted = words.replace("；", "\n").replace(";", "\n").split("\n")
    lines = (clean(one).lstrip("-•*·").strip() for one in parted)
    return tuple(one for one in lines if one)


def _asks_already(line: Heard, chain: Chain, situation: Situation) -> Decision:
    """A question before its turn is one for the latest difficulty, or waits for one."""
    open_ones = kept.unasked(chain)
    if open_ones:
        return _questioned(line, chain, open_ones[-1], (), situation)
    said = Line(text("chain-asks-already", words=Quoted(line.words)))
    talk = Talk(topic=NAME, about=chain.id, asks="difficulties")
    return told((said,), talk, situation, line.thread)


# ---- 3: a question for each --------------------------------------------------------------------


def ask_question(
    chain: Chain,
    situation: Situation,
    thread: str = "",
    *,
    key: str = "",
    passed: tuple[str, ...] = (),
    said: tuple[Block, ...] = (),
) -> Decision:
    """Asks for the question of that difficulty, else of the next without one; `said` comes first.

    `passed` are the keys of those that the rep wants no question for now.
    """
    wanted = kept.difficulty(chain, key) if key else None
    rest = [one for one in kept.unasked(chain) if kept.key_of(chain, one) not in passed]
    one = wanted or next(iter(rest), None)
    if one is None:
        return finished(chain, situation, thread, said)
    key = kept.key_of(chain, one)
    talk = Talk(
        topic=NAME, about=chain.id, asks=f"question/{key}", so_far={"passed": " ".join(passed)}
    )
    customer = Quoted(chain.sale.customer.name)
    asks = Line(text("chain-ask-question", difficulty=Quoted(one.text), customer=customer))
    return told((*said, asks), talk, situation, thread)


def _hear_question(
    line: Heard, chain: Chain, key: str, talk: Talk, situation: Situation
) -> Decision:
    passed = tuple(talk.so_far.get("passed", "").split())
    one = kept.difficulty(chain, key)
    if one is None:
        return ask_question(chain, situation, line.thread, passed=passed)
    if drafts.skips(line.words):
        return ask_question(chain, situation, line.thread, passed=(*passed, key))
    if drafts.closes(line.words):
        return finished(chain, situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_question(chain, situation, line.thread, key=key, passed=passed)
    return _questioned(line, chain, one, passed, situation)


def _questioned(
    line: Heard, chain: Chain, one: Difficulty, passed: tuple[str, ...], situation: Situation
) -> Decision:
    """The question is kept and judged at once; the next one is asked for."""
    key = kept.key_of(chain, one)
    asked = kept.with_question(chain, key, line.words)
    saved = say.of(asked.note)
    now = after(situation, saved.saves)
    said = judged(asked, replace(one, question=line.words, read_as=""), now)
    return say.joined(saved, ask_question(asked, now, line.thread, passed=passed, said=said))


def judged(chain: Chain, one: Difficulty, situation: Situation) -> tuple[Block, ...]:
    """What the question of a difficulty is and why; another kind than wanted may be reworded."""
    key = kept.key_of(chain, one)
    verdict = kept.verdict(chain, one, situation.judge)
    large, problem = chain.sale.is_large, chain.problem.text
    said = drafts.judged(
        verdict,
        situation,
        large=large,
        problem=problem,
        verb="chain_read",
        about=chain.id,
        name=key,
    )
    too_early = drafts.is_unsure(verdict) or drafts.is_practised(verdict, situation)
    if too_early or drafts.will_serve(verdict, chain.sale):
        return said
    again = page.button("button-chain-reword", "chain_ask", chain.id, key)
    return (*said, Buttons((again,)))


def finished(
    chain: Chain, situation: Situation, thread: str = "", said: tuple[Block, ...] = ()
) -> Decision:
    """Where the chain stands, and what it can be used for now."""
    problem, open_ones = Quoted(chain.problem.text), len(kept.unasked(chain))
    stands = (
        text("chain-open", count=open_ones, problem=problem)
        if open_ones
        else text("chain-done", problem=problem)
    )
    show = page.button("button-chain-show", "sale", str(chain.sale.id), page.COMMAND)
    row = Buttons((*page.payoff_button(chain, situation.judge), show))
    uses = page.uses(chain.sale, situation)
    return told((*said, Line(stands), *uses, row), None, situation, thread)
