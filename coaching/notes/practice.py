"""Practising one behaviour (METHOD §10), and what a colleague counted in a joint call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from uuid import UUID

Behaviour = Literal["situation", "problem", "implication", "need_payoff"]
BEHAVIOURS: tuple[Behaviour, ...] = ("situation", "problem", "implication", "need_payoff")
# What can be practised, in the learning order: questions at all, of three kinds, and fewer of one.
Skill = Literal["questions", "problem", "implication", "need_payoff", "situation"]
SKILLS: tuple[Skill, ...] = ("questions", "problem", "implication", "need_payoff", "situation")
Count = Literal["none", "some", "many", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """How often the rep did what they practise in one call, as they remember it.

    It is noted with the practice because that outlasts what the coach knows of older calls.
    """

    call_id: UUID
    at: datetime
    customer: str
    count: Count
    chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """One behaviour in practice, from then until it came by itself or was given up.

    `tried` holds one `Try` a call that was counted since.
    """

    behaviour: Skill
    began_at: datetime
    ended_at: datetime | None = None
    by_itself: bool = False
    tried: tuple[Try, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a call is for practising: a chosen safe one, or one in which nothing new is tried."""

    use: Literal["practice", "leave_alone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """How often a colleague heard each kind of question in a rep's call.

    `latest` are the kinds as they were tapped, the last one last, so that a tap can be undone.
    """

    counts: Mapping[Behaviour, int] = field(default_factory=dict)
    done: bool = False
    latest: tuple[Behaviour, ...] = ()
    customer: str = ""
