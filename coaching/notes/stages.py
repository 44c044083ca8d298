"""How a rep means to open and to obtain commitment (METHOD §3, §9)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What a rep means to do in the four stages of one call, above all in the first and the last.

    `concerns`, `summary` and `proposal` are for the last one: what is still open, the benefits to
    sum up, the commitment to propose. `checked` are the points of the checklist that the rep has
    ticked, `fine` the warnings that they see otherwise; `closes` is how often they asked for an
    order, as they remember it afterwards (3 stands for more too), None where unknown.
    """

    opening: str = ""
    concerns: str = ""
    summary: str = ""
    proposal: str = ""
    checked: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()
    closes: int | None = None
