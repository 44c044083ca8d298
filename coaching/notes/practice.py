"""Practising one behaviour (METHOD §10), and what a colleague counted in a joint call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Behaviour = Literal["situation", "problem", "implication", "need_payoff"]
BEHAVIOURS: tuple[Behaviour, ...] = ("situation", "problem", "implication", "need_payoff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One behaviour in practice, from then until it came by itself or was given up."""

    behaviour: Behaviour
    began_at: datetime
    ended_at: datetime | None = None
    by_itself: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a call is for practising: a chosen safe one, or one in which nothing new is tried."""

    use: Literal["practice", "leave_alone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """How often a colleague heard each kind of question in a rep's call."""

    counts: Mapping[Behaviour, int] = field(default_factory=dict)
    done: bool = False
