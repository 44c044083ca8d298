"""Results by the month: each person against one with the same starting point (METHOD §12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import fmean, stdev

from coaching.effectiveness import minimum
from coaching.effectiveness.comparing import lack_of_changes
from coaching.effectiveness.figures import Changes, Comparison, Pair, Side
from coaching.people import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What one person brought in in one month (its first day), in the operator's own unit."""

    person: str
    month: date
    group: Group
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One person's mean result a month before the coach came, and since."""

    person: str
    group: Group
    before: float
    since: float

    @property
    def change(self) -> float:
        """How much more it is since."""
        return self.since - self.before


_PAIRS: tuple[tuple[Pair, Group, Group], ...] = (
    ("coached-control", "coached", "control"),
    ("attention-control", "attention", "control"),
    ("coached-attention", "coached", "attention"),
)


def of_results(results: Iterable[Result], began: date) -> tuple[Comparison, ...]:
    """Coached people, and those who only got attention, against matched others: who is there."""
    known = courses(results, began)
    groups = {one.group for one in known}
    wanted = [(pair, first, other) for pair, first, other in _PAIRS if {first, other} <= groups]
    if not wanted:
        wanted = [("coached-control", "coached", "control")]
    return tuple(_compared(pair, first, other, known) for pair, first, other in wanted)


def courses(results: Iterable[Result], began: date) -> tuple[Course, ...]:
    """Everybody with two months before and two since; the first month itself is neither."""
    by_person: dict[str, list[Result]] = {}
    for one in results:
        by_person.setdefault(one.person, []).append(one)
    found = []
    for person, months in sorted(by_person.items()):
        before = [one.value for one in months if one.month < began]
        since = [one.value for one in months if one.month > began]
        if min(len(before), len(since)) >= minimum.MONTHS:
            group = max(months, key=lambda one: one.month).group
            course = Course(person=person, group=group, before=fmean(before), since=fmean(since))
            found.append(course)
    return tuple(found)


def matched(
    first: Iterable[Course], other: Iterable[Course]
) -> tuple[tuple[tuple[Course, Course], ...], int]:
    """Pairs with nearly the same starting point, and for how many of the first nobody is left.

    Nearest neighbour without replacement, from the highest start down, within a caliper of 0.2
    standard deviations of all starting points (Austin, Pharmaceutical Statistics 10, 2011).
    """
    mine, free = list(first), list(other)
    starts = [one.before for one in (*mine, *free)]
    near = minimum.CALIPER * stdev(starts) if len(starts) > 1 else 0.0
    pairs: list[tuple[Course, Course]] = []
    for one in sorted(mine, key=lambda one: (-one.before, one.person)):
        nearest = min(
            free, key=lambda two: (abs(two.before - one.before), two.person), default=None
        )
        if nearest is not None and abs(nearest.before - one.before) <= near:
            free.remove(nearest)
            pairs.append((one, nearest))
    return tuple(pairs), len(mine) - len(pairs)


def _compared(pair: Pair, first: Group, other: Group, known: tuple[Course, ...]) -> Comparison:
    """Difference in differences: how much more changed for one of each pair than for the other."""
    pairs, alone = matched(
        (one for one in known if one.group == first), (one for one in known if one.group == other)
    )
    changes = tuple(one.change - two.change for one, two in pairs)
    return Comparison(
        test="results",
        what=pair,
        source="results",
        first=_side([one.change for one, _ in pairs]),
        other=_side([two.change for _, two in pairs]),
        sample=Changes(values=changes),
        lack=lack_of_changes(changes),
        unmatched=alone,
    )


def _side(changes: list[float]) -> Side:
    mean = fmean(changes) if changes else 0.0
    return Side(count=len(changes), people=len(changes), mean=mean)
