"""How a rep means to open and to obtain commitment (METHOD §3, §9)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Stages:
    """What a rep means to do in the first and in the last stage of one call.

    `checked` are the points of the checklist that the rep has ticked; `closes` is how often they
    asked for a commitment, as they remember it afterwards, None where unknown.
    """

    opening: str = ""
    concerns: str = ""
    summary: str = ""
    checked: tuple[str, ...] = ()
    closes: int | None = None
