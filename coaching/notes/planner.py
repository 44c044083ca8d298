"""Planning implication questions (METHOD §5), product by problems (§7), who argues inside (§4)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Difficulty:
    """What a problem leads to, and the question that lets the customer talk about it."""

    text: str
    question: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A problem that a customer probably has, what it leads to, and a question on solving it."""

    text: str
    difficulties: tuple[Difficulty, ...] = ()
    payoff: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Solves:
    """One problem that a product solves, for whom, and the question that looks for it."""

    problem: str
    who: str = ""
    question: str = ""


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
