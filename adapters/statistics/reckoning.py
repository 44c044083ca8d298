"""The reckoning itself: what is imported for it is imported only when it is asked for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from coaching.effectiveness.figures import Changes, Estimate, Sample, TwoGroups

LEVEL = 0.05


def work_out(samples: Sequence[Sample]) -> tuple[Estimate | None, ...]:
    """One estimate a sample, in order; None where it cannot be reckoned.

    The `chance` of each is Holm's p-value over all that could be (Scandinavian Journal of
    Statistics 6, 1979): with no difference anywhere, one set in twenty has one that looks like one.
    """
    from statsmodels.stats.multitest import multipletests

    alone = [_one(sample) for sample in samples]
    chances = [one.chance for one in alone if one is not None]
    if not chances:
        return tuple(alone)
    together = iter(multipletests(chances, alpha=LEVEL, method="holm")[1])
    return tuple(one and replace(one, chance=float(next(together))) for one in alone)


def _one(sample: Sample) -> Estimate | None:
    found = _groups(sample) if isinstance(sample, TwoGroups) else _changes(sample)
    numbers = (found.difference, found.low, found.high, found.chance, found.effect)
    return found if all(map(math.isfinite, numbers)) and found.low < found.high else None


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
    fitted = OLS(values, design).fit(cov_type="cluster", cov_kwds={"groups": people}, use_t=True)
    low, high = fitted.conf_int(LEVEL)[1]
    first, other = values[: len(sample.first)], values[len(sample.first) :]
    return Estimate(
        difference=float(fitted.params[1]),
        low=float(low),
        high=float(high),
        chance=float(fitted.pvalues[1]),
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
    low, high = told.tconfint_mean(LEVEL)
    spread = float(told.std_ddof(1))
    return Estimate(
        difference=float(told.mean),
        low=float(low),
        high=float(high),
        chance=float(told.ttest_mean(0.0)[1]),
        effect=float(told.mean) / spread if spread else math.nan,
    )
