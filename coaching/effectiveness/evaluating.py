"""From a team's history to what may be said of it; between the two stands the reckoning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from coaching.effectiveness.comparing import of_outcomes, of_questions
from coaching.effectiveness.figures import Comparison, Estimate, Evaluation, Finding, Sample
from coaching.effectiveness.matching import Result, of_results
from coaching.history import History


class Statistics(Protocol):
    """Works out differences with their intervals."""

    async def work_out(self, samples: Sequence[Sample], of: int = 0) -> Sequence[Estimate | None]:
        """One estimate a sample, in order; None where it cannot be reckoned.

        The `chance` of each accounts for all of them together, and for as many as `of` in all:
        those of which nothing is known yet count too, so that no finding goes when they are.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What the operator gave of results by the month, and the first month with the coach."""

    rows: tuple[Result, ...]
    began: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is to be worked out of a team; only what lacks nothing is reckoned with."""

    team: str
    people: int
    counted_to: datetime | None
    comparisons: tuple[Comparison, ...]
    began: date | None = None

    @property
    def samples(self) -> tuple[Sample, ...]:
        """What is to be reckoned, in order."""
        return tuple(one.sample for one in self.comparisons if one.lack is None)


def asked(history: History, results: Results | None) -> Asked:
    """All that is compared in a team."""
    of_months = of_results(results.rows, results.began) if results else ()
    comparisons = (*of_questions(history), *of_outcomes(history), *of_months)
    counted = [one.counted_to for one in comparisons if one.counted_to is not None]
    return Asked(
        team=history.team.name,
        people=sum(rep.active and rep.is_coached for rep in history.people),
        counted_to=max(counted, default=None),
        comparisons=comparisons,
        began=results.began if results else None,
    )


def found(what: Asked, estimates: Sequence[Estimate | None]) -> Evaluation:
    """What may be said, given what was worked out of `what.samples`."""
    waiting = iter(estimates)
    findings = (
        Finding(comparison=one, estimate=next(waiting) if one.lack is None else None)
        for one in what.comparisons
    )
    return Evaluation(
        team=what.team,
        people=what.people,
        counted_to=what.counted_to,
        findings=tuple(findings),
        began=what.began,
    )
