"""Planning implication questions (METHOD §5), product by problems (§7), who argues inside (§4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Deliver = Literal["yes", "no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """What a problem leads to, and the question that lets the customer talk about it.

    `read_as` is how the rep reads the question where the judge was not sure.
    """

    text: str
    question: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem that a customer probably has, what it leads to, and a question on solving it.

    `deliver` is whether the rep says that they can end it; `payoff_read_as` is how the rep reads
    the need-payoff question where the judge was not sure.
    """

    text: str
    difficulties: tuple[Difficulty, ...] = ()
    payoff: str = ""
    payoff_read_as: str = ""
    deliver: Deliver | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Solves:
    """One problem that a product solves, for whom, and the question that looks for it."""

    problem: str
    who: str = ""
    question: str = ""
    read_as: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """A product as the problems it can solve, not as its features."""

    name: str
    solves: tuple[Solves, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ally:
    """Who will argue for us inside the customer, what they will say, the question for it."""

    who: str
    will_say: str = ""
    question: str = ""
    read_as: str = ""
