"""What is compared, and what came of it: samples, estimates, findings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from coaching.notes.practice import Behaviour

# Test 1, test 2, productivity by the coach's own data, productivity by the operator's results.
Test = Literal["success", "began", "productivity", "results"]
Source = Literal["reported", "observed", "outcomes", "results"]
Pair = Literal["coached-attention", "coached-control", "attention-control", "own"]
# Why nothing can be said yet: too few people, too few calls, or no difference between any of them.
Lack = Literal["people", "calls", "same"]
# More or less than chance explains with all that was compared, or not known to be other than equal.
Reading = Literal["more", "less", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoGroups:
    """Two groups of different people, each person's mean; with `shares` all are from 0 to 1."""

    first: tuple[float, ...]
    other: tuple[float, ...]
    shares: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """One difference for each person, or for each matched pair of persons."""

    values: tuple[float, ...]


Sample = TwoGroups | Changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A difference with its 95 % interval and effect size.

    `chance` is the p-value once all that was compared is accounted for (Holm). The effect is
    Cohen's h for two groups' shares, else the difference in standard deviations.
    """

    difference: float
    low: float
    high: float
    chance: float
    effect: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a comparison: how many calls (or people), of how many people, and their mean.

    Each person counts the same in the mean, however many calls they had.
    """

    count: int
    people: int
    mean: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sides that are compared, in the unit of the source: shares, counts, or results.

    `lack` says why nothing can be told, None where it can; then `sample` is what is reckoned with.
    `unmatched` are people for whom nobody with the same starting point was found. `counted_to` is
    up to when people's calls count, None before any does and where they are not what is compared.
    """

    test: Test
    what: Behaviour | Pair
    source: Source
    first: Side
    other: Side
    sample: Sample
    lack: Lack | None = None
    unmatched: int = 0
    counted_to: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A comparison with what was worked out of it, None where nothing can be told."""

    comparison: Comparison
    estimate: Estimate | None = None

    @property
    def reading(self) -> Reading:
        """Whether the difference is more than chance explains, and which way."""
        if self.estimate is None or self.estimate.chance >= FLUKE:
            return "open"
        return "more" if self.estimate.difference > 0 else "less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """All that can be said of one team at a moment.

    `people` are those of the team who are coached. `counted_to` is the latest up to when anything
    was counted: each comparison moves on only with five people, so that nobody's is found by
    subtraction. `began` is the first month with the coach where the operator gave results, None
    elsewhere.
    """

    team: str
    people: int
    counted_to: datetime | None
    findings: tuple[Finding, ...]
    began: date | None = None


# A difference counts as one where chance alone would bring any as great in one case of twenty.
FLUKE = 0.05
