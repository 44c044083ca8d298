"""What is known of learnings: the team's shared ones and all of the rep's own; found by words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from coaching.answers import folded
from coaching.calls import Call, Learning, Opportunity
from coaching.likeness import common, terms, weight
from coaching.notes.planner import Problem
from coaching.sales import opportunity_of
from coaching.turn import Situation

MOST = 8
# Words overlap clearly where two words of the problem (four pairs of Chinese characters) come
# again in a learning, and half of all that the problem says.
CLEARLY = 2.0
HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """A learning as a rep may see it.

    `author` is the name of the colleague who shared it, empty where it is the rep's own; the
    `customer` is named only of the rep's own calls. `shared` is whether the team sees it.
    """

    words: str
    at: datetime
    own: bool
    author: str = ""
    customer: str = ""
    customer_type: str = ""
    shared: bool = True


def search(words: str, situation: Situation) -> tuple[Learned, ...]:
    """The at most eight learnings with most of these words, the latest first among equals.

    Without words, the latest. What is looked through is the learning itself, the type of its
    customer, and of the rep's own the customer's name.
    """
    wanted = terms(words)
    found = [(len(common(wanted, _terms(one))), one) for one in _known(situation)]
    if words:
        found = [pair for pair in found if pair[0]]
    found.sort(key=lambda pair: (pair[0], pair[1].at), reverse=True)
    return tuple(one for _, one in found[:MOST])


def _terms(learned: Learned) -> frozenset[str]:
    return terms(f"{learned.words}\n{learned.customer_type}\n{learned.customer}")


def _known(situation: Situation) -> Iterator[Learned]:
    for learning in _shared(situation):
        own = learning.rep_id == situation.rep.id
        call = situation.call(str(learning.call_id)) if own else None
        yield Learned(
            words=learning.text,
            at=learning.shared_at,
            own=own,
            author="" if own else situation.names.get(learning.rep_id, ""),
            customer=call.customer if call is not None else "",
            customer_type=learning.customer_type,
        )
    shared = {learning.call_id for learning in _shared(situation)}
    for call in situation.calls:
        elsewhere = "" if call.id in shared else call.review.elsewhere
        for words in filter(None, (call.review.account, elsewhere)):
            yield _own(words, call, situation)


def _shared(situation: Situation) -> tuple[Learning, ...]:
    """What the team shares; an empty text was taken back."""
    return tuple(one for one in situation.shared if one.text)


def _own(words: str, call: Call, situation: Situation) -> Learned:
    sale = situation.opportunities.get(call.opportunity_id)
    return Learned(
        words=words,
        at=call.review.reviewed_at or call.ends_at,
        own=True,
        customer=call.customer,
        customer_type=sale.customer_type if sale else "",
        shared=False,
    )


# ---- before a call -----------------------------------------------------------------------------


def last_time(call: Call, situation: Situation) -> str:
    """What the rep last noted for this account, in a call before this one; empty if nothing."""
    before = [
        other
        for other in situation.calls
        if other.opportunity_id == call.opportunity_id
        and other.starts_at < call.starts_at
        and other.review.account
    ]
    latest = max(before, key=lambda other: other.starts_at, default=None)
    return latest.review.account if latest is not None else ""


def offered(call: Call, situation: Situation) -> Learning | None:
    """A colleague's learning for this call: of the same type of customer, or on such a trouble.

    From call to call with one customer the next best comes, so that none comes twice in a row
    while there are others.
    """
    sale = opportunity_of(call, situation)
    problem = terms(_problem(call, sale, situation))
    ranked = [
        (_is_same_type(one, sale), _overlap(one, problem), one.shared_at, one.id, one)
        for one in _shared(situation)
        if one.rep_id != situation.rep.id
    ]
    alike = sorted((row for row in ranked if row[0] or row[1]), reverse=True, key=_rank)
    return alike[_turn(call, situation) % len(alike)][-1] if alike else None


def _rank(row: tuple[bool, float, datetime, UUID, Learning]) -> tuple[bool, float, datetime, UUID]:
    return row[:4]


def _turn(call: Call, situation: Situation) -> int:
    """How many calls the rep had with this customer before this one."""
    return sum(
        other.opportunity_id == call.opportunity_id and other.starts_at < call.starts_at
        for other in situation.calls
    )


def _is_same_type(learning: Learning, sale: Opportunity) -> bool:
    return bool(sale.customer_type) and folded(sale.customer_type) == folded(learning.customer_type)


def _overlap(learning: Learning, problem: frozenset[str]) -> float:
    """How clearly a learning speaks of a problem; 0 where it does not, clearly."""
    found = common(problem, terms(learning.text))
    clear = weight(found) >= CLEARLY and len(found) >= HALF * len(problem)
    return weight(found) if clear else 0.0


def _problem(call: Call, sale: Opportunity, situation: Situation) -> str:
    """The problem that this call is about: the plan's, else the sale's, else those planned for."""
    noted = (
        note.content.text
        for note in situation.notes
        if isinstance(note.content, Problem) and note.opportunity_id == sale.id
    )
    return call.plan.problem or sale.problem or next(noted, "")
