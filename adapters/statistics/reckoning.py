"""The reckoning itself: what is imported for it is imported only when it is asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from coaching.effectiveness.figures import Changes, Estimate, Measured, Sample, TwoGroups

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
    if isinstance(sample, Changes):
        return _fit(_changes(sample))
    found = _groups(sample)
    if _fit(found) is None and sample.shares:
        # Each side is all alike, and so would be sure beyond all measure.
        return replace(_groups(_softened(sample)), difference=found.difference)
    return _fit(found)


def _fit(found: Estimate) -> Estimate | None:
    """The estimate if it is one: with an interval that has a width."""
    numbers = (found.difference, found.low, found.high, found.chance, found.effect)
    is_one = all(map(math.isfinite, numbers)) and found.high - found.low > NARROWEST
    return found if is_one else None


def _softened(sample: TwoGroups) -> TwoGroups:
    """With one call more of each kind on each side (Agresti and Caffo, American Statistician 2000).

    Two people nobody knows had them.
    """
    first = (Measured(person="+", value=1.0), Measured(person="-", value=0.0))
    return replace(sample, first=(*sample.first, *first), other=(*sample.other, *first))


def _groups(sample: TwoGroups) -> Estimate:
    """The difference of two means, with an interval that knows that a person's calls are alike.

    Least squares with a covariance that is robust to clusters (Liang and Zeger 1986, with the usual
    correction for few of them) and Student's t on as many degrees of freedom as people less one.
    """
    import numpy as np
    from statsmodels.regression.linear_model import OLS

    rows = [(one, 1.0) for one in sample.first] + [(one, 0.0) for one in sample.other]
    values = np.array([one.value for one, _ in rows])
    design = np.column_stack([np.ones(len(rows)), [which for _, which in rows]])
    _, people = np.unique([one.person for one, _ in rows], return_inverse=True)
    # Where all are alike a root of nearly nothing may be of less than nothing: seen by `_fit`.
    with np.errstate(invalid="ignore", divide="ignore"):
        fitted = OLS(values, design).fit(
            cov_type="cluster", cov_kwds={"groups": people}, use_t=True
        )
        low, high = fitted.conf_int(LEVEL)[1]
        chance = float(fitted.pvalues[1])
    if sample.shares:
        low, high = max(low, -1.0), min(high, 1.0)
    first, other = values[: len(sample.first)], values[len(sample.first) :]
    return Estimate(
        difference=float(fitted.params[1]),
        low=float(low),
        high=float(high),
        chance=chance,
        effect=_h(first, other) if sample.shares else _g(first, other),
    )


def _h(first: Any, other: Any) -> float:
    """Cohen's h of two shares."""
    from statsmodels.stats.proportion import proportion_effectsize

    return float(proportion_effectsize(first.mean(), other.mean()))


def _g(first: Any, other: Any) -> float:
    """The difference in pooled standard deviations."""
    squares = first.var(ddof=1) * (len(first) - 1) + other.var(ddof=1) * (len(other) - 1)
    spread = math.sqrt(squares / (len(first) + len(other) - 2))
    return float((first.mean() - other.mean()) / spread) if spread else math.nan


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
