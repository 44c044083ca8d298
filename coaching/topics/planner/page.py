"""How the chains of a sale look: the page, the order of questions, and the buttons they bear."""

from __future__ import annotations

from coaching.calls import Call, Opportunity
from coaching.judge import Judge
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Moment,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.topics.noted import brief
from coaching.topics.planner import kept
from coaching.topics.planner.kept import Chain
from coaching.turn import Situation

COMMAND = "difficulties"
FORM = "chain"
_SHOWN = 3
_ORDER = ("situation", "problem", "implication", "payoff")


def page(sale: Opportunity, situation: Situation) -> Message:
    """Every problem with what it leads to and the questions, then the order to ask them in."""
    chains = kept.of_sale(sale, situation)
    shown = (block for one in chains[:_SHOWN] for block in _chain(one, situation.judge))
    left = len(chains) - _SHOWN
    return message(
        Heading(text("chain-heading", customer=Quoted(sale.customer.name))),
        *(shown if chains else (Line(text("chain-none")),)),
        *((Line(text("chain-more", count=left)),) if left > 0 else ()),
        *uses(sale, situation),
        Buttons((_begin(sale), by_form(sale))),
        *order(sale),
    )


def _chain(chain: Chain, judge: Judge) -> tuple[Block, ...]:
    problem = chain.problem
    payoff = (Line(text("chain-payoff", question=brief(problem.payoff))),)
    return (
        Line(text("chain-problem", problem=brief(problem.text))),
        *(_difficulty(one.text, one.question) for one in problem.difficulties),
        *(payoff if problem.payoff else ()),
        Buttons(buttons(chain, judge)),
    )


def _difficulty(words: str, question: str) -> Line:
    if not question:
        return Line(text("chain-difficulty-open", difficulty=brief(words)))
    return Line(text("chain-difficulty", difficulty=brief(words), question=brief(question)))


# ---- buttons -----------------------------------------------------------------------------------


def button(key: str, verb: str, about: str, value: str = "", *, primary: bool = False) -> Button:
    """A button of this topic, its label a bare sentence."""
    tap = Tap(verb=verb, about=about, value=value)
    return Button(label=text(key), tap=tap, primary=primary)


def _begin(sale: Opportunity) -> Button:
    return button("button-chain-begin", "chain_begin", str(sale.id))


def by_form(sale: Opportunity) -> Button:
    """All three steps at once, for who would rather fill in than be asked."""
    return button("button-chain-form", "form", str(sale.id), FORM)


def buttons(chain: Chain, judge: Judge) -> tuple[Button, ...]:
    """What can be done about one problem, the next step first."""
    ask = button("button-chain-ask", "chain_ask", chain.id, primary=True)
    more = button("button-chain-more", "chain_add", chain.id)
    return (
        *((ask,) if kept.unasked(chain) else ()),
        *(() if chain.is_full else (more,)),
        *payoff_button(chain, judge),
        button("button-chain-change", "form", chain.id, FORM),
        button("button-chain-drop", "chain_drop", chain.id),
    )


def payoff_button(chain: Chain, judge: Judge) -> tuple[Button, ...]:
    """The way to a need-payoff question, once the trouble weighs (METHOD §4)."""
    if chain.problem.payoff or not kept.has_implications(chain, judge):
        return ()
    return (button("button-chain-payoff", "chain_payoff", chain.id),)


def uses(sale: Opportunity, situation: Situation) -> tuple[Block, ...]:
    """The best question that no plan has yet, offered for the next call."""
    call, best = kept.next_call(sale, situation), kept.best_unused(sale, situation)
    if call is None or best is None:
        return ()
    words = Quoted(best.difficulty.question)
    when = Moment(call.starts_at)
    return (Line(text("chain-best", question=words, at=when)), Buttons((use_button(best, call),)))


def use_button(drafted: kept.Drafted, call: Call) -> Button:
    """Puts a question with its problem into a call's plan."""
    key = kept.key_of(drafted.chain, drafted.difficulty)
    value = f"{drafted.chain.id}/{key}"
    return button("button-chain-use", "use_question", str(call.id), value, primary=True)


def drop_ask(chain: Chain) -> Message:
    """Asks before a problem goes, with all that hangs on it."""
    count = len(chain.problem.difficulties)
    asks = Line(text("chain-drop-ask", problem=Quoted(chain.problem.text), count=count))
    sure = button("button-chain-drop-sure", "chain_drop", chain.id, "yes")
    stay = button("button-chain-keep", "sale", str(chain.sale.id), COMMAND)
    return message(asks, Buttons((sure, stay)))


# ---- the order ---------------------------------------------------------------------------------


def order(sale: Opportunity) -> tuple[Block, ...]:
    """Situation, problem, implication, need-payoff: the use and the risk of each (METHOD §4)."""
    size = "small" if sale.size == "small" else "large"
    return (Line(_order_of(sale)), *(Line(text(f"order-{kind}-{size}")) for kind in _ORDER))


def _order_of(sale: Opportunity) -> Text:
    return text(f"order-heading-{sale.size}") if sale.size else text("order-heading-unknown")
