"""Where an objection likely comes from in this sale, and what to plan against it (METHOD §8)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from coaching.calls import Opportunity
from coaching.feedback import slug
from coaching.messages import Quoted, Text, text
from coaching.notes.objections import Cause, Objection
from coaching.notes.planner import Problem
from coaching.notes.statements import Statement, StatementLabel
from coaching.topics.needs_view import Kept, explicit, needs_of, settled, unheard, waiting
from coaching.topics.noted import brief, every, in_sale
from coaching.topics.voices import calls_of
from coaching.topics.weighing import weighed
from coaching.turn import Situation

# From here on there are many features: METHOD names no number, two may be needed to say anything.
MANY_FEATURES = 3
LAST, RECURS = 10, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """What likely brought an objection about, and by what in this sale one sees it."""

    cause: Cause
    evidence: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurring:
    """A cause that so many of the rep's latest objections have."""

    cause: Cause
    count: int
    among: int


def likely(objection: Objection, sale: Opportunity, situation: Situation) -> Likely:
    """The likely cause; `unknown` where nothing in the sale points to one."""
    match objection.label:
        case "capability":
            return _is("gap")
        case "price" | "value" | "early" if objection.when == "start":
            return _is("too_early", "start")
        case "early" if not _voiced(sale, situation):
            return _is("too_early", "said")
        case "price":
            return _features(sale, situation) or _unbuilt(sale, situation) or _is("unknown")
        case "value" | "early":
            return _advantage(sale, situation) or _unbuilt(sale, situation) or _is("unknown")
        case _:
            return _is("unknown")


def _is(cause: Cause, seen: str = "", **values: Quoted | int | datetime) -> Likely:
    key = f"cause-{slug(cause)}-{seen}" if seen else f"cause-{slug(cause)}"
    return Likely(cause=cause, evidence=text(key, **values))


def _features(sale: Opportunity, situation: Situation) -> Likely | None:
    """Many features bring objections about the price."""
    stated = _stated("feature", sale, situation)
    if len(stated) < MANY_FEATURES:
        return None
    return _is("features", "many", count=len(stated), words=brief(stated[-1]))


def _advantage(sale: Opportunity, situation: Situation) -> Likely | None:
    """Advantages before anybody wants anything bring objections about the value, in large sales."""
    stated = _stated("advantage", sale, situation)
    if not stated or not sale.is_large or explicit(needs_of(sale, situation)):
        return None
    return _is("advantages", "offered", words=brief(stated[-1]))


def _stated(label: StatementLabel, sale: Opportunity, situation: Situation) -> tuple[str, ...]:
    stated = (one for _, one in in_sale(Statement, sale, situation))
    return tuple(one.text for one in stated if one.label == label)


def _voiced(sale: Opportunity, situation: Situation) -> tuple[Kept, ...]:
    return tuple(one for one in needs_of(sale, situation) if one[1].label != "neither")


def _unbuilt(sale: Opportunity, situation: Situation) -> Likely | None:
    """The need does not weigh enough yet: not voiced, not wanted, or too light."""
    kept = _voiced(sale, situation)
    if not kept:
        return _is("unbuilt", "none")
    clear = settled(kept)
    if clear and not explicit(kept) and sale.is_large:
        return _is("unbuilt", "implied", words=brief(clear[-1][1].words))
    scale = weighed(sale, situation)
    if scale is not None and scale.heavier == "cost":
        words = brief(scale.cost)
        return _is("unbuilt", "cost", words=words) if scale.cost else _is("unbuilt", "light")
    over = [one for one in calls_of(sale, situation) if one.review.asked not in {None, "unknown"}]
    asked_none = bool(over) and over[-1].review.asked == "none"
    return _is("unbuilt", "unasked") if asked_none and sale.is_large else None


# ---- what to do about it -----------------------------------------------------------------------


def cure(cause: Cause) -> Text:
    """What takes away the cause, instead of answering the objection."""
    return text(f"cure-{slug(cause)}")


def asks(cause: Cause, sale: Opportunity, situation: Situation) -> tuple[Text, ...]:
    """What to plan questions on, in this sale's own words; never a finished question."""
    trouble = _trouble(sale, situation)
    if cause == "gap":
        return (text("plan-proof"), *_wanted(sale, situation))
    if cause == "unknown":
        return (text("plan-moment"), *((_effect(trouble),) if trouble else ()))
    if not trouble:
        return (text("plan-trouble"), text("plan-effect-open"))
    payoff = text("plan-payoff", words=brief(trouble))
    if not sale.is_large:
        return (_effect(trouble), payoff)
    return (_effect(trouble), _who_else(trouble, sale, situation), payoff)


def _trouble(sale: Opportunity, situation: Situation) -> str:
    """The trouble to ask on: the latest they voiced, else the latest planned, else the sale's."""
    kept = needs_of(sale, situation)
    voiced = waiting(kept) or tuple(one for one in kept if one[1].label == "implied")
    if voiced:
        return voiced[-1][1].words
    planned = in_sale(Problem, sale, situation)
    return planned[-1][1].text if planned else sale.problem


def _effect(trouble: str) -> Text:
    return text("plan-effect", words=brief(trouble))


def _who_else(trouble: str, sale: Opportunity, situation: Situation) -> Text:
    silent = unheard(sale, situation)
    if silent:
        return text("plan-effect-for", words=brief(trouble), who=brief(silent[0]))
    return text("plan-effect-others", words=brief(trouble))


def _wanted(sale: Opportunity, situation: Situation) -> tuple[Text, ...]:
    wants = explicit(needs_of(sale, situation))
    return (text("plan-other-want", words=brief(wants[-1][1].words)),) if wants else ()


# ---- over all sales ----------------------------------------------------------------------------


def recurring(situation: Situation) -> Recurring | None:
    """The cause that at least three of the rep's last ten objections have, the most frequent."""
    latest = sorted(every(Objection, situation), key=lambda pair: pair[0].said_at)[-LAST:]
    counts = Counter(one.cause for _, one in latest if one.cause != "unknown")
    if not counts:
        return None
    cause, count = counts.most_common(1)[0]
    return Recurring(cause=cause, count=count, among=len(latest)) if count >= RECURS else None


def recurs(situation: Situation) -> tuple[Text, ...]:
    """That a cause recurs, with its cure; nothing where none does."""
    found = recurring(situation)
    if found is None:
        return ()
    counted = text(
        "cause-recurs",
        count=found.count,
        among=found.among,
        cause=text(f"cause-name-{slug(found.cause)}"),
    )
    return (counted, cure(found.cause))
