"""What solving a problem is worth: can the rep deliver it, and then which question (METHOD §4)."""

from __future__ import annotations

from dataclasses import replace

from coaching import say
from coaching.actions import Decision
from coaching.answers import folded
from coaching.conversation import Talk
from coaching.messages import Block, Buttons, Line, Quoted, text
from coaching.notes.planner import Deliver
from coaching.texts import vocabulary
from coaching.topics import drafts
from coaching.topics.planner import kept, page, talk
from coaching.topics.planner.kept import Chain
from coaching.topics.topic import Heard
from coaching.turn import Situation, after

STEPS = frozenset({"deliver", "payoff"})


def hear(line: Heard, asked: Talk, situation: Situation) -> Decision:
    """A line of chat says whether they can deliver it, or is the question."""
    chain = kept.of_id(asked.about, situation)
    if chain is None:
        return talk.gone(situation)
    if asked.asks == "deliver":
        return _hear_deliver(line, chain, situation)
    return _hear_question(line, chain, situation)


def ask_deliver(chain: Chain, situation: Situation, thread: str = "") -> Decision:
    """Can you deliver that? A need-payoff question without an answer is a risk (METHOD §4)."""
    if not kept.has_implications(chain, situation.judge):
        return say.line_back(situation, text("chain-payoff-early"), thread=thread)
    row = Buttons(
        (
            page.button("button-chain-can-yes", "chain_deliver", chain.id, "yes"),
            page.button("button-chain-can-no", "chain_deliver", chain.id, "no"),
        )
    )
    asks = Line(text("chain-ask-deliver", problem=Quoted(chain.problem.text)))
    waits = Talk(topic=talk.NAME, about=chain.id, asks="deliver")
    return talk.told((asks, row), waits, situation, thread)


def _hear_deliver(line: Heard, chain: Chain, situation: Situation) -> Decision:
    short = folded(line.words)
    if short in vocabulary.YES:
        return deliver("yes", chain, situation, line.thread)
    if short in vocabulary.NO:
        return deliver("no", chain, situation, line.thread)
    if drafts.closes(line.words):
        return talk.left(situation, line.thread)
    return ask_deliver(chain, situation, line.thread)


def deliver(answer: str, chain: Chain, situation: Situation, thread: str = "") -> Decision:
    """The rep says whether they can end the problem; only then is a question for it asked for."""
    can: Deliver = "yes" if answer == "yes" else "no"
    answered = kept.changed(chain, replace(chain.problem, deliver=can))
    saved = say.of(answered.note)
    now = after(situation, saved.saves)
    if answer != "yes":
        refused = (Line(text("chain-cannot-deliver")),)
        return say.joined(saved, talk.told(refused, None, now, thread))
    return say.joined(saved, ask_payoff(answered, now, thread))


def ask_payoff(chain: Chain, situation: Situation, thread: str = "") -> Decision:
    """Asks for the question that has the customer say what solving it is worth."""
    asks = Line(text("chain-ask-payoff", problem=Quoted(chain.problem.text)))
    waits = Talk(topic=talk.NAME, about=chain.id, asks="payoff")
    return talk.told((asks,), waits, situation, thread)


def _hear_question(line: Heard, chain: Chain, situation: Situation) -> Decision:
    if drafts.closes(line.words):
        return talk.left(situation, line.thread)
    if drafts.asks_coach(line.words):
        return ask_payoff(chain, situation, line.thread)
    answered = kept.changed(chain, replace(chain.problem, payoff=line.words, payoff_read_as=""))
    saved = say.of(answered.note)
    now = after(situation, saved.saves)
    return say.joined(saved, talk.finished(answered, now, line.thread, judged(answered, now)))


def judged(chain: Chain, situation: Situation) -> tuple[Block, ...]:
    """What the need-payoff question is; where it is another kind, what is wanted here."""
    problem = chain.problem
    verdict = drafts.read(
        situation.judge, problem.payoff, read_as=problem.payoff_read_as, problem=problem.text
    )
    if verdict.sure and verdict.label == "need_payoff":
        return (Line(text("chain-payoff-good", question=Quoted(problem.payoff))),)
    said = drafts.judged(
        verdict,
        situation,
        large=chain.sale.is_large,
        problem=problem.text,
        verb="chain_read",
        about=chain.id,
        name="payoff",
    )
    if drafts.is_unsure(verdict):
        return said
    return (*said, Line(text("chain-payoff-wanted")))
