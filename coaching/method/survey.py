"""The closing-attitude survey as data (METHOD §13): what counts which way, and what a sum means."""

from __future__ import annotations

from typing import Literal

Leaning = Literal["for", "middle", "against"]

COUNT = 15
LOWEST, HIGHEST = 1, 5
# The statements that speak against closing: agreeing with them counts 6 − answer.
REVERSED = frozenset({2, 6, 8, 10, 15})
AVERAGE = 45
FAVOURABLE = 50
# METHOD gives the upper border alone; the lower lies as far below the average.
UNFAVOURABLE = AVERAGE - (FAVOURABLE - AVERAGE)
# Up to here a difference may be chance: somebody who has not changed and answers each statement
# as before, one step up or one step down, each as likely, scores within 1.96 · √(15 · 2/3) ≈ 6.
CHANCE = 6
# What is shown as weighing most.
MOST = 5


def counted(number: int, answer: int) -> int:
    """What an answer 1..5 to that statement (from 1) adds: 1..5, high is in favour of closing."""
    return LOWEST + HIGHEST - answer if number in REVERSED else answer


def score(answers: tuple[int, ...]) -> int:
    """The sum of all fifteen, each counted its own way: 15..75."""
    return sum(counted(number, answer) for number, answer in enumerate(answers, start=1))


def leaning(total: int) -> Leaning:
    """Above 50 in favour of closing techniques, below 40 against them."""
    if total > FAVOURABLE:
        return "for"
    return "against" if total < UNFAVOURABLE else "middle"


def weightiest(answers: tuple[int, ...]) -> tuple[int, ...]:
    """The at most five statements that pull the sum farthest from the middle, farthest first.

    Of those that pull as far the ones that pull the sum's way come first, then the lower number;
    an answer in the middle pulls nowhere.
    """
    middle = (LOWEST + HIGHEST) // 2
    up = score(answers) >= AVERAGE
    pulls = {
        number: counted(number, answer) - middle for number, answer in enumerate(answers, start=1)
    }
    far = [number for number, pull in pulls.items() if pull]
    far.sort(key=lambda number: (-abs(pulls[number]), (pulls[number] > 0) != up, number))
    return tuple(far[:MOST])
