"""What is compared in one team: its questions in two kinds of call, before and since; outcomes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from statistics import fmean
from uuid import UUID

from coaching.effectiveness import minimum
from coaching.effectiveness.counted import (
    Rated,
    counted_to,
    in_group,
    practised_from,
    rated,
    success,
    took_place,
)
from coaching.effectiveness.figures import (
    Changes,
    Comparison,
    Lack,
    Measured,
    Pair,
    Side,
    Source,
    Test,
    TwoGroups,
)
from coaching.history import History
from coaching.notes.practice import BEHAVIOURS, Behaviour

SOURCES: tuple[Source, ...] = ("reported", "observed")
# When somebody began, given the moments of what is known of them.
Beginning = Callable[[UUID, tuple[datetime, ...]], datetime]


def of_questions(history: History) -> tuple[tuple[Comparison, ...], datetime | None]:
    """Tests 1 and 2 for each kind of question and source, and up to when it is counted."""
    found = rated(history)
    until = counted_to(found)
    known = [one for one in found if until is not None and one.noted_at <= until]
    kinds = [(source, kind) for source in SOURCES for kind in BEHAVIOURS]
    first = tuple(_success(source, kind, known) for source, kind in kinds)
    second = tuple(_began(source, kind, known, history) for source, kind in kinds)
    return (*first, *second), until


def _of(source: Source, kind: Behaviour, known: Iterable[Rated]) -> list[Rated]:
    return [one for one in known if (one.source, one.kind) == (source, kind)]


def _success(source: Source, kind: Behaviour, known: Iterable[Rated]) -> Comparison:
    """Test 1: calls that ended in an order or advance, against continuations and no-sales."""
    mine = _of(source, kind, known)
    well = tuple(_measured(one) for one in mine if one.success is True)
    not_well = tuple(_measured(one) for one in mine if one.success is False)
    sample = TwoGroups(first=well, other=not_well, shares=source == "reported")
    return Comparison(
        test="success",
        what=kind,
        source=source,
        first=_side(well),
        other=_side(not_well),
        sample=sample,
        lack=_lack(sample),
    )


def _measured(one: Rated) -> Measured:
    return Measured(person=str(one.person), value=one.value)


def _side(measured: tuple[Measured, ...]) -> Side:
    people = len({one.person for one in measured})
    mean = fmean(one.value for one in measured) if measured else 0.0
    return Side(count=len(measured), people=people, mean=mean)


def _lack(sample: TwoGroups) -> Lack | None:
    sides = (_side(sample.first), _side(sample.other))
    if min(side.people for side in sides) < minimum.PEOPLE:
        return "people"
    if min(side.count for side in sides) < minimum.CALLS:
        return "calls"
    values = {one.value for one in (*sample.first, *sample.other)}
    return "same" if len(values) == 1 else None


# ---- before and since --------------------------------------------------------------------------


def _began(source: Source, kind: Behaviour, known: Iterable[Rated], history: History) -> Comparison:
    """Test 2: each person's calls since they began, against their calls before."""
    mine = [(one.person, one.at, one.value) for one in _of(source, kind, known)]

    def beginning(person: UUID, moments: tuple[datetime, ...]) -> datetime:
        practised = practised_from(person, kind, history)
        before = sum(practised is not None and at < practised for at in moments)
        if practised is not None and before >= minimum.EACH:
            return practised
        return _four_weeks_on(person, moments)

    return _paired("began", kind, source, mine, beginning)


def _four_weeks_on(_person: UUID, moments: tuple[datetime, ...]) -> datetime:
    return min(moments) + timedelta(weeks=minimum.BEGINNING_WEEKS)


def _paired(
    test: Test,
    what: Behaviour | Pair,
    source: Source,
    mine: list[tuple[UUID, datetime, float]],
    beginning: Beginning,
) -> Comparison:
    """Each person's mean before and since; who has too few calls on a side is left out."""
    pairs: list[tuple[list[float], list[float]]] = []
    for person in sorted({person for person, _, _ in mine}):
        own = [(at, value) for who, at, value in mine if who == person]
        began = beginning(person, tuple(at for at, _ in own))
        before = [value for at, value in own if at < began]
        since = [value for at, value in own if at >= began]
        if min(len(before), len(since)) >= minimum.EACH:
            pairs.append((before, since))
    changes = tuple(fmean(since) - fmean(before) for before, since in pairs)
    return Comparison(
        test=test,
        what=what,
        source=source,
        first=_of_people([since for _, since in pairs]),
        other=_of_people([before for before, _ in pairs]),
        sample=Changes(values=changes),
        lack=lack_of_changes(changes),
    )


def _of_people(each: list[list[float]]) -> Side:
    """One side of pairs: each person counts the same, however many calls they had."""
    mean = fmean(map(fmean, each)) if each else 0.0
    return Side(count=sum(map(len, each)), people=len(each), mean=mean)


def lack_of_changes(changes: tuple[float, ...]) -> Lack | None:
    """Why nothing can be told of one change for each person or pair."""
    if len(changes) < minimum.PAIRED:
        return "people"
    return "same" if len(set(changes)) == 1 else None


# ---- productivity ------------------------------------------------------------------------------


def of_outcomes(history: History) -> tuple[Comparison, ...]:
    """Orders and advances of decided calls: later against at first, coached against attention."""
    own = [
        (call.rep_id, call.ends_at, float(success(call) is True))
        for call in history.calls
        if took_place(call) and success(call) is not None
    ]
    coached, attention = in_group("coached", history), in_group("attention", history)
    mine = [one for one in own if one[0] in coached]
    later = _paired("productivity", "own", "outcomes", mine, _four_weeks_on)
    if not attention:
        return (later,)
    first = tuple(Measured(person=str(who), value=value) for who, _, value in mine)
    other = tuple(
        Measured(person=str(who), value=value) for who, _, value in own if who in attention
    )
    sample = TwoGroups(first=first, other=other, shares=True)
    against = Comparison(
        test="productivity",
        what="coached-attention",
        source="outcomes",
        first=_side(first),
        other=_side(other),
        sample=sample,
        lack=_lack(sample),
    )
    return (later, against)
