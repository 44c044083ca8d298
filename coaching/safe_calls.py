"""Where to practise: safe calls ahead, never the one that matters most (METHOD §10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from coaching.calls import Call
from coaching.practice import Progress, progress, use_of, week_of
from coaching.sales import opportunity_of
from coaching.turn import Situation

# How far ahead safe calls are looked for, and how many are proposed.
AHEAD = timedelta(days=14)
MOST = 3
# With more people than that a call is not safe; from so many on it may be the week's largest.
FEW = 3
MANY = 3

Why = Literal["small", "friendly"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Safe:
    """A call that is safe to practise in, and why."""

    call: Call
    why: Why


def focus(call: Call, situation: Situation) -> Progress | None:
    """The practice to carry into a call; None in the one that matters most, or left alone."""
    return None if matters_most(call, situation) else progress(situation)


def matters_most(call: Call, situation: Situation) -> bool:
    """Whether nothing new is to be tried: left alone by the rep, or the largest of its week.

    The largest is the large sale's call with the most people of a local week, from three on; of
    several the longest, then the earliest.
    """
    use = use_of(call, situation)
    if use:
        return use == "leave_alone"
    week = week_of(call.starts_at, situation)
    large = [
        one
        for one in situation.calls
        if one.standing == "on"
        and len(one.people) >= MANY
        and week_of(one.starts_at, situation) == week
        and opportunity_of(one, situation).is_large
    ]
    return bool(large) and min(large, key=_size).id == call.id


def _size(call: Call) -> tuple[object, ...]:
    return -len(call.people), call.starts_at - call.ends_at, call.starts_at, call.id


def coming(situation: Situation) -> tuple[Call, ...]:
    """The calls of the next two weeks, the next first."""
    ahead = (
        call
        for call in situation.calls
        if call.standing == "on" and situation.now < call.starts_at <= situation.now + AHEAD
    )
    return tuple(sorted(ahead, key=lambda call: (call.starts_at, call.id)))


def proposed(situation: Situation) -> tuple[Safe, ...]:
    """Up to three safe calls not chosen yet: small deals first, then the fewest people, the next.

    Safe is a call with few people in a small deal, or with a customer who has kept promises or
    agreed to advances; never the one that matters most.
    """
    free = [call for call in coming(situation) if not use_of(call, situation)]
    safe = [
        Safe(call=call, why=why)
        for call in free
        if (why := _why_safe(call, situation)) and not matters_most(call, situation)
    ]
    return tuple(sorted(safe, key=lambda one: (one.why != "small", len(one.call.people)))[:MOST])


def _why_safe(call: Call, situation: Situation) -> Why | None:
    if len(call.people) > FEW:
        return None
    if not opportunity_of(call, situation).is_large:
        return "small"
    return "friendly" if _is_friendly(call, situation) else None


def _is_friendly(call: Call, situation: Situation) -> bool:
    """Whether this customer has kept a promise, or the sale has moved, as far back as is known."""
    sale = call.opportunity_id
    kept = any(one.kept and one.opportunity_id == sale for one in situation.promises)
    moved = any(
        one.review.outcome in {"advance", "order"} and not one.review.dressed_up
        for one in situation.calls
        if one.opportunity_id == sale
    )
    return kept or moved
