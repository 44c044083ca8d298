"""Where planned questions show: in the prompt and on the cue card of a call, on the rep's page."""

from __future__ import annotations

from coaching import sales
from coaching.answers import folded
from coaching.calls import Call, Opportunity
from coaching.messages import Block, Button, Buttons, Line, Quoted, text
from coaching.topics.planner import kept, page
from coaching.turn import Situation


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """In a prompt: the best question that no plan has yet, else what still lacks one."""
    sale = situation.opportunities.get(call.opportunity_id)
    if sale is None or call.plan.question:
        return ()
    best = kept.best_unused(sale, situation)
    if best is not None:
        line = Line(text("chain-before", question=Quoted(best.difficulty.question)))
        return (line, Buttons((page.use_button(best, call),)))
    lacking = [one for one in kept.of_sale(sale, situation) if kept.unasked(one)]
    if not lacking:
        return ()
    count = sum(len(kept.unasked(one)) for one in lacking)
    asks = page.button("button-chain-ask", "chain_ask", lacking[0].id)
    customer = Quoted(sale.customer.name)
    return (Line(text("chain-before-open", count=count, customer=customer)), Buttons((asks,)))


def cue(call: Call, situation: Situation) -> tuple[Block, ...]:
    """On the cue card: what to follow the planned question with, since it may sting (METHOD §4).

    Only where the rep has an answer to give.
    """
    sale, question = situation.opportunities.get(call.opportunity_id), folded(call.plan.question)
    if sale is None or not question:
        return ()
    followed = (
        chain.problem.payoff
        for chain in kept.of_sale(sale, situation)
        if chain.problem.deliver == "yes" and chain.problem.payoff
        if question in {folded(one.question) for one in chain.problem.difficulties}
    )
    payoff = next(followed, "")
    return (Line(text("chain-cue", question=Quoted(payoff))),) if payoff else ()


def home(situation: Situation) -> tuple[Block, ...]:
    """On the rep's page: what waits for a question, and the way to the page of the nearest sale."""
    known = sales.known(situation)
    if not known:
        return ()
    chains = [chain for sale in known for chain in kept.of_sale(sale, situation)]
    count = sum(len(kept.unasked(chain)) for chain in chains)
    nearest = _nearest(known, situation)
    open_it = page.button("button-chain-home", "sale", str(nearest.id), page.COMMAND)
    line = (
        text("chain-home", problems=len(chains), count=count)
        if chains
        else text("chain-home-none", customer=Quoted(nearest.customer.name))
    )
    return (Line(line), Buttons((open_it, *_beside(nearest))))


def _beside(sale: Opportunity) -> tuple[Button, ...]:
    """What belongs to planning and has no line of its own there: products, who is inside."""
    return (
        page.button("button-product-home", "products", ""),
        page.button("button-inside-home", "sale", str(sale.id), "inside"),
    )


def _nearest(known: tuple[Opportunity, ...], situation: Situation) -> Opportunity:
    lacking = (
        sale
        for sale in known
        if any(kept.unasked(chain) for chain in kept.of_sale(sale, situation))
    )
    return next(lacking, known[0])
