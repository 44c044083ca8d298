"""What is compared in one team: its questions in two kinds of call, before and since; outcomes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from statistics import fmean
from uuid import UUID

from coaching.effectiveness import minimum
from coaching.effectiveness.counted import Rated, decided, in_group, practised_from, rated
from coaching.effectiveness.figures import (
    Changes,
    Comparison,
    Lack,
    Pair,
    Side,
    Source,
    Test,
    TwoGroups,
)
from coaching.effectiveness.settled import Halves, Parting, Settled, Values, settled
from coaching.history import History
from coaching.notes.practice import BEHAVIOURS, Behaviour

SOURCES: tuple[Source, ...] = ("reported", "observed")


def of_questions(history: History) -> tuple[Comparison, ...]:
    """Tests 1 and 2 for each kind of question and source."""
    found = rated(history)
    kinds = [(source, kind) for source in SOURCES for kind in BEHAVIOURS]
    of_kind = {
        (source, kind): [one for one in found if (one.source, one.what) == (source, kind)]
        for source, kind in kinds
    }
    first = tuple(_success(source, kind, of_kind[source, kind], history) for source, kind in kinds)
    second = tuple(_began(source, kind, of_kind[source, kind], history) for source, kind in kinds)
    return (*first, *second)


def _success(
    source: Source, kind: Behaviour, found: Iterable[Rated], history: History
) -> Comparison:
    """Test 1: each person's calls that ended in an order or advance, against their others."""
    closed = (one for one in found if one.success is not None)
    told = settled(closed, Parting(parted=_by_success, enough=_both), history.work, history.now)
    one = _paired("success", kind, source, told)
    return replace(one, lack=_lack_of_calls(one) or _same(_changes(told)))


def _by_success(own: Sequence[Rated], _began: datetime | None) -> Halves:
    return Halves(
        first=tuple(one.value for one in own if one.success),
        other=tuple(one.value for one in own if not one.success),
    )


def _both(halves: Halves) -> bool:
    return min(len(halves.first), len(halves.other)) >= minimum.EACH


def _lack_of_calls(one: Comparison) -> Lack | None:
    if min(one.first.people, one.other.people) < minimum.PEOPLE:
        return "people"
    return "calls" if min(one.first.count, one.other.count) < minimum.CALLS else None


# ---- before and since --------------------------------------------------------------------------


def _began(source: Source, kind: Behaviour, found: Iterable[Rated], history: History) -> Comparison:
    """Test 2: each person's calls since they began, against their calls before."""

    def beginning(person: UUID, own: Sequence[Rated], now: datetime) -> datetime:
        practised = practised_from(person, kind, history)
        if practised is not None and practised < now:
            before = sum(one.at < practised for one in own)
            if before >= minimum.EACH:
                return practised
        return _four_weeks_on(person, own, now)

    parting = Parting(parted=_by_time, enough=_both, began=beginning, least=minimum.PAIRED)
    told = settled(found, parting, history.work, history.now)
    return _paired("began", kind, source, told)


def _four_weeks_on(_person: UUID, own: Sequence[Rated], _now: datetime) -> datetime:
    return min(one.at for one in own) + timedelta(weeks=minimum.BEGINNING_WEEKS)


def _by_time(own: Sequence[Rated], began: datetime | None) -> Halves:
    return Halves(
        first=tuple(one.value for one in own if began and one.at >= began),
        other=tuple(one.value for one in own if began and one.at < began),
        began=began,
    )


def _paired(test: Test, what: Behaviour | Pair, source: Source, told: Settled) -> Comparison:
    """Each person's mean on both sides."""
    people, changes = told.people.values(), _changes(told)
    return Comparison(
        test=test,
        what=what,
        source=source,
        first=_side([one.first for one in people]),
        other=_side([one.other for one in people]),
        sample=Changes(values=changes),
        lack=lack_of_changes(changes),
        counted_to=told.until,
    )


def _changes(told: Settled) -> Values:
    return tuple(fmean(one.first) - fmean(one.other) for one in told.people.values())


def _side(each: Sequence[Values]) -> Side:
    """One side: each person counts the same, however many calls they had."""
    mean = fmean(map(fmean, each)) if each else 0.0
    return Side(count=sum(map(len, each)), people=len(each), mean=mean)


def lack_of_changes(changes: tuple[float, ...]) -> Lack | None:
    """Why nothing can be told of one change for each person or pair."""
    return "people" if len(changes) < minimum.PAIRED else _same(changes)


def _same(values: Iterable[float]) -> Lack | None:
    return "same" if len(set(values)) == 1 else None


# ---- productivity ------------------------------------------------------------------------------


def of_outcomes(history: History) -> tuple[Comparison, ...]:
    """Orders and advances of decided calls: later against at first, coached against attention."""
    found = decided(history)
    coached, attention = in_group("coached", history), in_group("attention", history)
    mine = (one for one in found if one.person in coached)
    parting = Parting(parted=_by_time, enough=_both, began=_four_weeks_on, least=minimum.PAIRED)
    told = settled(mine, parting, history.work, history.now)
    later = _paired("productivity", "own", "outcomes", told)
    if not attention:
        return (later,)
    both = [one for one in found if one.person in coached | attention]
    return later, _against(both, coached, history)


def _against(found: Iterable[Rated], coached: frozenset[UUID], history: History) -> Comparison:
    """Coached people's calls against those of people who are only asked for reviews."""

    def parted(own: Sequence[Rated], _began: datetime | None) -> Halves:
        values = tuple(one.value for one in own)
        return Halves(first=values) if own[0].person in coached else Halves(other=values)

    parting = Parting(parted=parted, enough=_enough)
    told = settled(found, parting, history.work, history.now)
    first = [one.first for one in told.people.values() if one.first]
    other = [one.other for one in told.people.values() if one.other]
    sample = TwoGroups(first=tuple(map(fmean, first)), other=tuple(map(fmean, other)), shares=True)
    one = Comparison(
        test="productivity",
        what="coached-attention",
        source="outcomes",
        first=_side(first),
        other=_side(other),
        sample=sample,
        counted_to=told.until,
    )
    return replace(one, lack=_lack_of_calls(one) or _same((*sample.first, *sample.other)))


def _enough(halves: Halves) -> bool:
    return max(len(halves.first), len(halves.other)) >= minimum.EACH
