"""The reckoning itself: what is imported for it is imported only when it is asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from coaching.effectiveness.figures import Changes, Estimate, Sample, TwoGroups

LEVEL = 0.05
# Narrower is no interval but the rounding of a computer.
NARROWEST = 1e-9
NOTHING = Estimate(difference=0.0, low=0.0, high=0.0, chance=1.0, effect=0.0)


def work_out(samples: Sequence[Sample], of: int = 0) -> tuple[Estimate | None, ...]:
    """One estimate a sample, in order; None where it cannot be reckoned.

    The `chance` of each is Holm's p-value (Scand. Journal of Statistics 6, 1979) over these or,
    where that is more, as many as `of`: with no difference anywhere, at most one set in twenty has
    one that looks like one.
    """
    from statsmodels.stats.multitest import multipletests

    alone = [_one(sample) for sample in samples]
    chances = [one.chance for one in alone if one is not None]
    if not chances:
        return tuple(alone)
    unknown = [1.0] * (of - len(chances))
    together = iter(multipletests([*chances, *unknown], alpha=LEVEL, method="holm")[1])
    return tuple(one and replace(one, chance=float(next(together))) for one in alone)


def _one(sample: Sample) -> Estimate | None:
    return _fit(_changes(sample) if isinstance(sample, Changes) else _groups(sample))


def _fit(found: Estimate) -> Estimate | None:
    """The estimate if it is one: with an interval that has a width."""
    numbers = (found.difference, found.low, found.high, found.chance, found.effect)
    is_one = all(map(math.isfinite, numbers)) and found.high - found.low > NARROWEST
    return found if is_one else None


def _groups(sample: TwoGroups) -> Estimate:
    """The difference of two groups of people, each person one mean, with Welch's t.

    A person's calls are alike, so people are what is counted: with so few of them an interval from
    all calls, robust to clusters, is too narrow (it held the truth in 87 to 93 % of simulations).
    """
    from statsmodels.stats.weightstats import CompareMeans, DescrStatsW

    first, other = DescrStatsW(list(sample.first)), DescrStatsW(list(sample.other))
    if not first.var + other.var:
        return NOTHING
    together = CompareMeans(first, other)
    low, high = together.tconfint_diff(LEVEL, usevar="unequal")
    if sample.shares:
        low, high = max(low, -1.0), min(high, 1.0)
    return Estimate(
        difference=float(first.mean - other.mean),
        low=float(low),
        high=float(high),
        chance=float(together.ttest_ind(usevar="unequal")[1]),
        effect=_h(first.mean, other.mean) if sample.shares else _d(first, other),
    )


def _h(first: float, other: float) -> float:
    """Cohen's h of two shares."""
    from statsmodels.stats.proportion import proportion_effectsize

    return float(proportion_effectsize(first, other))


def _d(first: Any, other: Any) -> float:
    """The difference in pooled standard deviations."""
    squares = first.sumsquares + other.sumsquares
    spread = math.sqrt(squares / (first.nobs + other.nobs - 2))
    return float((first.mean - other.mean) / spread)


def _changes(sample: Changes) -> Estimate:
    """The mean of one change each, with Student's t; the effect is in their standard deviations."""
    from statsmodels.stats.weightstats import DescrStatsW

    told = DescrStatsW(list(sample.values))
    spread = float(told.std_ddof(1))
    if not spread:
        return NOTHING
    low, high = told.tconfint_mean(LEVEL)
    return Estimate(
        difference=float(told.mean),
        low=float(low),
        high=float(high),
        chance=float(told.ttest_mean(0.0)[1]),
        effect=float(told.mean) / spread,
    )
