"""The checklist of the four stages, for a large and for a small sale (METHOD §3, §4, §7, §9)."""

from __future__ import annotations

from coaching.calls import Call

STAGES = ("preliminaries", "investigating", "demonstrating", "commitment")

_CLOSING = ("attention", "concerns", "summary", "propose")
_LARGE: dict[str, tuple[str, ...]] = {
    "preliminaries": ("who-why", "consent", "no-product", "otherwise"),
    "investigating": ("few-facts", "problems", "implications", "payoff"),
    "demonstrating": ("wishes-only", "not-early"),
    "commitment": _CLOSING,
}
_SMALL: dict[str, tuple[str, ...]] = {
    "preliminaries": ("who-why", "consent", "otherwise"),
    "investigating": ("few-facts", "problems"),
    "demonstrating": ("wishes-first", "helps-too"),
    "commitment": _CLOSING[1:],
}


def of_stage(stage: str, call: Call, *, large: bool) -> tuple[str, ...]:
    """The points of one stage of that call; several people are opened with otherwise than one."""
    points = (_LARGE if large else _SMALL)[stage]
    if len(call.people) > 1:
        return tuple("several" if one == "otherwise" else one for one in points)
    return points


def of_call(call: Call, *, large: bool) -> tuple[str, ...]:
    """All points of that call, in order."""
    return tuple(one for stage in STAGES for one in of_stage(stage, call, large=large))
