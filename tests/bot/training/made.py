"""A small part of the corpus, quick to train on, as training sees it."""

from __future__ import annotations

from bot.corpus import Example, examples
from bot.training.fit import Found
from coaching.judge.learned.traits import traits
from coaching.judge.rules.typed import typed

EVERY = 6


def part() -> tuple[Example, ...]:
    """Every sixth Chinese review answer, of all hands."""
    return examples("review", "zh")[::EVERY]


def found(told: tuple[Example, ...]) -> list[Found]:
    """Their traits."""
    return [traits("review", typed(one.text)) for one in told]
