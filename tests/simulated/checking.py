"""Many simulated teams: how often the truth lies within its interval, how often none is claimed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random  # noqa: TID251 - seeded, repeatable draws

from adapters.statistics.reckoning import work_out
from coaching.effectiveness.evaluating import asked, found
from coaching.effectiveness.figures import Evaluation, Finding, Test
from tests.simulated.team import Truth, a_team, results

# What is so in each world, and which test looks for it with what true difference.
NOTHING = Truth()
TOGETHER = Truth(together=0.2)
LEARNED = Truth(learned=0.2)
GAIN = Truth(gain=0.2)
WORTH = Truth(worth=12.0)
KNOWN: tuple[tuple[str, Truth, Test, float], ...] = (
    ("used more in calls that went well", TOGETHER, "success", 0.2),
    ("used more since they began", LEARNED, "began", 0.2),
    ("more calls end well", GAIN, "productivity", 0.2),
    ("more than matched colleagues", WORTH, "results", 12.0),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Of so many intervals how many held the truth, and how many differences were claimed."""

    what: str
    intervals: int
    held: int
    claimed: int

    @property
    def coverage(self) -> float:
        """The share of intervals that held the truth."""
        return self.held / self.intervals


def evaluated(truth: Truth, seed: int) -> Evaluation:
    """One simulated team, evaluated as a manager's would be."""
    chance = Random(seed)
    history = a_team(truth, chance)
    what = asked(history, results(truth, chance))
    return found(what, work_out(what.samples, len(what.comparisons)))


def recovered(teams: int, *, first: int = 0) -> Iterator[Tally]:
    """For each known effect: how often its interval holds it, and how often it is found."""
    for what, truth, test, difference in KNOWN:
        counts: Counter[str] = Counter()
        for seed in range(first, first + teams):
            for one in _of(test, evaluated(truth, seed)):
                counts.update(_seen(one, difference))
        yield Tally(
            what=what,
            intervals=counts["intervals"],
            held=counts["held"],
            claimed=counts["claimed"],
        )


def false_claims(teams: int, *, first: int = 0) -> int:
    """Of so many teams with no effect, for how many an evaluation claims any at all."""
    return sum(
        any(one.reading != "open" for one in evaluated(NOTHING, seed).findings)
        for seed in range(first, first + teams)
    )


def _of(test: Test, evaluation: Evaluation) -> list[Finding]:
    return [one for one in evaluation.findings if one.comparison.test == test and one.estimate]


def _seen(one: Finding, difference: float) -> Iterator[str]:
    estimate = one.estimate
    if estimate is not None:
        yield "intervals"
        if estimate.low <= difference <= estimate.high:
            yield "held"
        if one.reading == "more":
            yield "claimed"
