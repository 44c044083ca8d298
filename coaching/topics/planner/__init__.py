"""The planner: a problem, the difficulties it leads to, a question for each (METHOD §4, §5)."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision
from coaching.answers import clean, fault
from coaching.calls import Opportunity, Plan
from coaching.conversation import Talk
from coaching.events import Tapped
from coaching.messages import Line, Message, Quoted, message, text
from coaching.notes import Forgotten
from coaching.notes.planner import Problem
from coaching.topics import drafts
from coaching.topics.planner import edits, forms, kept, page, places, talk, worth
from coaching.topics.topic import Asked, FormOf, Heard, Topic
from coaching.turn import Situation, after


def asked(command: Asked, situation: Situation) -> Decision:
    """The page of the sale that is named; with a problem behind its name, that problem's steps."""
    words = clean(command.words)
    meant = sales.meant(words, situation)
    wrong = fault(meant.rest, forms.LIMIT)
    if wrong is not None:
        return say.line_back(situation, wrong, thread=command.thread)
    sale = meant.sale or _only(situation)
    if sale is None:
        return _whom(meant.rest, command.thread, situation)
    if meant.rest:
        return talk.begin(meant.rest, sale, situation, command.thread)
    if not kept.of_sale(sale, situation):
        return talk.ask_problem(sale, situation, command.thread)
    return _back(page.page(sale, situation), situation, command.thread)


def hear(line: Heard, asked_for: Talk, situation: Situation) -> Decision:
    """A line of chat answers one of the three steps, or is about what solving is worth."""
    if asked_for.asks in worth.STEPS:
        return worth.hear(line, asked_for, situation)
    return talk.hear(line, asked_for, situation)


def _only(situation: Situation) -> Opportunity | None:
    known = sales.known(situation)
    return known[0] if len(known) == 1 else None


def _whom(words: str, thread: str, situation: Situation) -> Decision:
    """Asks which customer is meant; words that name none are said back, to be written with one."""
    asks = sales.ask_which(page.COMMAND, situation)
    if words and sales.known(situation):
        asks = message(Line(text("chain-whom", words=Quoted(words))), *asks.blocks[1:])
    return _back(asks, situation, thread)


def _back(said: Message, situation: Situation, thread: str = "") -> Decision:
    return say.of(say.back(situation, said, thread=thread, part=talk.NAME))


def use(value: str, plan: Plan, situation: Situation) -> Plan | None:
    """A plan with the question that a tap on *Use it* means and its problem; None if it is gone."""
    note_id, _, key = value.partition("/")
    chain = kept.of_id(note_id, situation)
    one = kept.difficulty(chain, key) if chain else None
    if chain is None or one is None or not one.question:
        return None
    return replace(
        plan,
        problem=chain.problem.text,
        question=one.question,
        question_as=one.read_as,
        question_view=None,
    )


# ---- taps --------------------------------------------------------------------------------------


def _begin(event: Tapped, situation: Situation) -> Decision:
    """A tap on a sale asks for a problem; on one of the problems on offer, goes on with it."""
    sale, key = sales.of_id(event.tap.about, situation), event.tap.value
    if sale is None:
        return _gone(situation)
    if not key:
        return talk.ask_problem(sale, situation)
    words = kept.offers(sale, situation).get(key)
    return _gone(situation) if words is None else talk.begin(words, sale, situation)


def _find(event: Tapped, situation: Situation) -> Decision:
    """From a call's *Help me find one*: the steps, from its problem where one is known."""
    call = situation.call(event.tap.about)
    sale = sales.of_id(str(call.opportunity_id), situation) if call else None
    if call is None or sale is None:
        return _gone(situation)
    problem = call.plan.problem or sale.problem
    return talk.begin(problem, sale, situation) if problem else talk.ask_problem(sale, situation)


def _add(event: Tapped, situation: Situation) -> Decision:
    chain = kept.of_id(event.tap.about, situation)
    return _gone(situation) if chain is None else talk.ask_difficulties(chain, situation)


def _ask(event: Tapped, situation: Situation) -> Decision:
    """Asks for a question: for that difficulty anew, or for the next that has none."""
    chain, key = kept.of_id(event.tap.about, situation), event.tap.value
    if chain is None or (key and kept.difficulty(chain, key) is None):
        return _gone(situation)
    return talk.ask_question(chain, situation, key=key)


def _read(event: Tapped, situation: Situation) -> Decision:
    """The rep says which of two readings is meant; one that was not on offer changes nothing."""
    chain, reading = kept.of_id(event.tap.about, situation), drafts.reading_of(event.tap.value)
    if chain is None or reading is None:
        return _gone(situation)
    name, label = reading
    if name == "payoff":
        return _read_payoff(label, chain, situation)
    one = kept.difficulty(chain, name)
    if one is None or not one.question:
        return _gone(situation)
    told = kept.with_question(chain, name, one.question, label)
    now = after(situation, (told.note,))
    said = talk.judged(told, replace(one, read_as=label), now)
    return say.joined(say.of(told.note), _back(message(*said), now))


def _read_payoff(label: str, chain: kept.Chain, situation: Situation) -> Decision:
    if not chain.problem.payoff:
        return _gone(situation)
    told = kept.changed(chain, replace(chain.problem, payoff_read_as=label))
    now = after(situation, (told.note,))
    return say.joined(say.of(told.note), _back(message(*worth.judged(told, now)), now))


def _payoff(event: Tapped, situation: Situation) -> Decision:
    chain = kept.of_id(event.tap.about, situation)
    return _gone(situation) if chain is None else worth.ask_deliver(chain, situation)


def _deliver(event: Tapped, situation: Situation) -> Decision:
    chain = kept.of_id(event.tap.about, situation)
    if chain is None or not kept.has_implications(chain, situation.judge):
        return _gone(situation)
    return worth.deliver(event.tap.value, chain, situation)


def _drop(event: Tapped, situation: Situation) -> Decision:
    """Asks before a problem goes, with all that hangs on it; a second tap drops it."""
    chain = kept.of_id(event.tap.about, situation)
    if chain is None:
        return _gone(situation)
    problem = Quoted(chain.problem.text)
    if event.tap.value == "yes":
        dropped = message(Line(text("chain-dropped", problem=problem)))
        return say.joined(say.of(Forgotten(id=chain.note.id)), _back(dropped, situation))
    return _back(page.drop_ask(chain), situation)


def _gone(situation: Situation) -> Decision:
    return say.line_back(situation, text("not-here-any-more"))


TOPIC = Topic(
    commands={page.COMMAND: asked},
    forms={page.FORM: FormOf(show=forms.shown, submit=forms.submit)},
    taps={
        "chain_begin": _begin,
        "chain_find": _find,
        "chain_add": _add,
        "chain_ask": _ask,
        "chain_read": _read,
        "chain_payoff": _payoff,
        "chain_deliver": _deliver,
        "chain_drop": _drop,
    },
    talks={talk.NAME: hear},
    edits={Problem: edits.EDITS},
    home=places.home,
    before=places.before,
    cue=places.cue,
)
