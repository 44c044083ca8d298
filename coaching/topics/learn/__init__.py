"""Learnings: found by words and type of customer, offered before a call like their own."""

from __future__ import annotations

from dataclasses import replace

from coaching import sales, say
from coaching.actions import Decision, Reject
from coaching.answers import clean, fault, faults
from coaching.calls import Learning, Opportunity
from coaching.events import Submitted, Tapped
from coaching.forms import Form
from coaching.messages import Message, text
from coaching.texts import vocabulary
from coaching.topics.learn import shown
from coaching.topics.topic import Asked, FormOf, Topic
from coaching.turn import Situation

__all__ = ["TOPIC"]


def _asked(asked: Asked, situation: Situation) -> Decision:
    """The learnings with these words; behind "type", what type of customer one is."""
    words = clean(asked.words)
    behind = _behind_type(words)
    if behind is not None:
        return _type(behind, situation, asked.thread)
    return _back(shown.found(words, situation), situation, asked.thread)


def _tapped(_event: Tapped, situation: Situation) -> Decision:
    return _back(shown.found("", situation), situation)


def _back(said: Message, situation: Situation, thread: str = "") -> Decision:
    return say.of(say.back(situation, said, thread=thread, part="learn"))


def _searched(event: Submitted, situation: Situation) -> Decision:
    """The words that the form brings are looked for; nothing is kept."""
    errors = faults(shown.search_form(), event.answers)
    if errors:
        return say.of(Reject(errors))
    return _back(shown.found(clean(event.answers["words"]), situation), situation)


# ---- the type of a customer --------------------------------------------------------------------


def _behind_type(words: str) -> str | None:
    """What stands behind the word that asks for a type; None where it is no such word."""
    short = words.casefold()
    for begins in vocabulary.TYPE:
        rest = words[len(begins) :]
        if short.startswith(begins) and (not rest or not begins.isascii() or not rest[0].isalnum()):
            return rest.strip(" :：")
    return None


def _type(words: str, situation: Situation, thread: str) -> Decision:
    """The type of the customer named; without a name which is asked, without a type the form."""
    meant = sales.meant(words, situation)
    if meant.sale is None:
        return _back(shown.ask_which(situation), situation, thread)
    if not meant.rest:
        return _back(shown.typed(meant.sale), situation, thread)
    problem = fault(meant.rest, shown.TYPE_LIMIT)
    if problem is not None:
        return say.line_back(situation, problem, thread=thread)
    return _noted(meant.sale, meant.rest, situation, thread)


def _noted(sale: Opportunity, kind: str, situation: Situation, thread: str = "") -> Decision:
    """The sale has its type, and so has what the rep shared from it."""
    named = replace(sale, customer_type=kind)
    told = say.back(situation, shown.typed(named), thread=thread, part="learn")
    return say.of(named, *_retyped(named, situation), told)


def _retyped(sale: Opportunity, situation: Situation) -> tuple[Learning, ...]:
    calls = {call.id for call in situation.calls if call.opportunity_id == sale.id}
    return tuple(
        replace(one, customer_type=sale.customer_type)
        for one in situation.shared
        if one.call_id in calls and one.rep_id == situation.rep.id
    )


def _type_form(about: str, situation: Situation) -> Form | None:
    sale = sales.of_id(about, situation)
    return None if sale is None else shown.type_form(sale)


def _type_submitted(event: Submitted, situation: Situation) -> Decision:
    """The type of customer from the form; an empty answer takes it away."""
    sale = sales.of_id(event.about, situation)
    if sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    errors = faults(shown.type_form(sale), event.answers)
    if errors:
        return say.of(Reject(errors))
    return _noted(sale, clean(event.answers.get("type", "")), situation)


TOPIC = Topic(
    commands={"learn": _asked},
    forms={
        "learn": FormOf(show=lambda _about, _situation: shown.search_form(), submit=_searched),
        "customer-type": FormOf(show=_type_form, submit=_type_submitted),
    },
    taps={"learn": _tapped},
    before=shown.before,
    after=shown.after,
    home=shown.home,
)
