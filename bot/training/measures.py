"""What a report counts: accuracy, macro-F1 with its interval, confusion, calibration, coverage."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot import chance

FEWEST = 5  # items a class must have to enter the macro-F1
_DRAWS = 400
_STEPS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Answer:
    """A label as it should be and as it was read, with the confidence and whether it was sure."""

    wanted: str
    read: str
    confidence: float = 0.0
    sure: bool = False

    @property
    def right(self) -> bool:
        """Whether it was read as it should be."""
        return self.wanted == self.read


def accuracy(answers: Sequence[Answer]) -> float:
    """The share that is right; NaN of nothing."""
    return sum(answer.right for answer in answers) / len(answers) if answers else float("nan")


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean F1 of the classes with five items or more; NaN where there is none."""
    wanted = Counter(answer.wanted for answer in answers)
    read = Counter(answer.read for answer in answers)
    both = Counter(answer.wanted for answer in answers if answer.right)
    scores = [
        2 * both[label] / (count + read[label])
        for label, count in wanted.items()
        if count >= FEWEST
    ]
    return sum(scores) / len(scores) if scores else float("nan")


def interval(
    answers: Sequence[Answer], measure: Callable[[Sequence[Answer]], float]
) -> tuple[float, float]:
    """The middle 95 % of a measure over sets drawn from this one, with replacement."""
    dice = chance.dice(1)  # a fixed seed: the same report for the same answers
    values = [measure(dice.choices(answers, k=len(answers))) for _ in range(_DRAWS)]
    drawn = sorted(value for value in values if not math.isnan(value))
    if not drawn:
        return float("nan"), float("nan")
    return drawn[int(0.025 * len(drawn))], drawn[min(int(0.975 * len(drawn)), len(drawn) - 1)]


def sure_ones(answers: Sequence[Answer]) -> tuple[float, float]:
    """How large a share is sure, and how much of it is right."""
    sure = [answer for answer in answers if answer.sure]
    return (len(sure) / len(answers) if answers else float("nan")), accuracy(sure)


def confusion(answers: Sequence[Answer], labels: Sequence[str]) -> list[str]:
    """A line a label: how often it was read as which."""
    pairs = Counter((answer.wanted, answer.read) for answer in answers)
    return [
        f"{label:16} -> "
        + ", ".join(f"{other} {pairs[label, other]}" for other in labels if pairs[label, other])
        for label in labels
        if any(pairs[label, other] for other in labels)
    ]


def calibration(answers: Sequence[Answer]) -> list[tuple[str, int, float, float]]:
    """By steps of confidence: the step, how many, their mean confidence, how many were right."""
    found = []
    for low, high in pairwise(_STEPS):
        inside = [answer for answer in answers if low <= answer.confidence < high]
        if inside:
            mean = sum(answer.confidence for answer in inside) / len(inside)
            found.append((f"{low:.1f}-{min(high, 1):.1f}", len(inside), mean, accuracy(inside)))
    return found


def error(answers: Sequence[Answer]) -> float:
    """The expected calibration error over the same steps."""
    return sum(count * abs(mean - right) for _, count, mean, right in calibration(answers)) / max(
        len(answers), 1
    )
