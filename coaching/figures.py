"""A team's week in figures, its calls as the reps finally decided them; none about one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import sqrt
from uuid import UUID

from coaching.calls import Call, Outcome, Promise
from coaching.spans import Span, WorkCalendar

OUTCOMES: tuple[Outcome, ...] = ("order", "advance", "continuation", "no_sale")
Z95 = 1.959964


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of a team: calls held (joint ones once), and how they ended.

    `reviewed` are those of which a rep said how they ended; `differing` counts joint calls whose
    reps decided differently: there the organiser's counts.
    """

    held: int = 0
    planned: int = 0
    reviewed: int = 0
    outcomes: tuple[tuple[Outcome, int], ...] = ()
    differing: int = 0

    def count(self, outcome: Outcome) -> int:
        """How many calls ended so."""
        return dict(self.outcomes).get(outcome, 0)

    @property
    def decided(self) -> int:
        """How many calls have an outcome."""
        return sum(count for _, count in self.outcomes)

    @property
    def advances(self) -> int:
        """Advances and orders: the successes (METHOD §1)."""
        return self.count("advance") + self.count("order")


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """What customers had promised: how much fell due or was settled, kept, or is not known yet."""

    due: int = 0
    kept: int = 0
    unknown: int = 0


def week_span(monday: date, work: WorkCalendar) -> Span:
    """The week from that Monday on, in the team's zone."""
    following = monday + timedelta(days=7)
    return Span(work.instant(monday, time()), work.instant(following, time()))


# ---- calls -------------------------------------------------------------------------------------


def week(calls: Iterable[Call], span: Span, now: datetime) -> Week:
    """The figures of the calls that ended in that span, and by now."""
    over = (call for call in calls if call.ends_at in span and call.ends_at <= now)
    meetings = [one for one in _meetings(over) if _took_place(one)]
    decided = [_decided(one) for one in meetings]
    outcomes = Counter(outcome for outcome, _ in decided)
    return Week(
        held=len(meetings),
        planned=sum(any(_planned_in_time(call) for call in one) for one in meetings),
        reviewed=sum(any(call.review.made for call in one) for one in meetings),
        outcomes=tuple((one, outcomes[one]) for one in OUTCOMES),
        differing=sum(differs for _, differs in decided),
    )


def _meetings(calls: Iterable[Call]) -> list[list[Call]]:
    """The calls by meeting: two reps in one meeting count once."""
    found: dict[UUID, list[Call]] = {}
    for call in calls:
        if call.standing == "on":
            found.setdefault(call.meeting_id, []).append(call)
    return list(found.values())


def _took_place(calls: list[Call]) -> bool:
    """Not where somebody says that it was not held and nobody says how it ended."""
    said = {call.review.held for call in calls} - {None}
    return said != {"not_held"}


def _planned_in_time(call: Call) -> bool:
    return call.plan.planned_at is not None and call.plan.planned_at <= call.starts_at


def _decided(calls: list[Call]) -> tuple[Outcome | None, bool]:
    """A meeting's outcome (the organiser's where reps differ) and whether they differ."""
    given = [call for call in calls if call.review.outcome is not None]
    first = min(given, key=lambda call: (not call.organizer, call.rep_id), default=None)
    if first is None:
        return None, False
    return first.review.outcome, len({call.review.outcome for call in given}) > 1


def outcomes(calls: Iterable[Call]) -> dict[UUID, Outcome]:
    """How each meeting ended, by its id: the organiser's word where its reps differ."""
    ended = {meeting[0].meeting_id: _decided(meeting)[0] for meeting in _meetings(calls)}
    return {meeting_id: one for meeting_id, one in ended.items() if one is not None}


# ---- promises ----------------------------------------------------------------------------------


def promised(
    promises: Iterable[Promise], span: Span, now: datetime, work: WorkCalendar
) -> Promised:
    """What was settled in that span, and what fell due in it and is open.

    A promise falls due when its day is over: before that nobody can have been asked after it.
    """
    real = [promise for promise in promises if not promise.withdrawn]
    settled = [one for one in real if one.settled_at is not None and one.settled_at in span]
    unknown = 0
    for one in real:
        due_at = work.instant(one.due_on + timedelta(days=1), time())
        unknown += one.is_open and due_at in span and due_at <= now
    kept = sum(one.kept is True for one in settled)
    return Promised(due=len(settled) + unknown, kept=kept, unknown=unknown)


# ---- how sure ----------------------------------------------------------------------------------


def total(weeks: Iterable[Week]) -> tuple[int, int]:
    """Advances and decided calls over several weeks."""
    several = tuple(weeks)
    return sum(one.advances for one in several), sum(one.decided for one in several)


def changed(now: tuple[int, int], before: tuple[int, int]) -> bool:
    """Whether two rates, each (successes, tries), differ by more than chance explains."""
    if not now[1] or not before[1]:
        return False
    lower, upper = difference(now, before)
    return lower > 0 or upper < 0


def interval(successes: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a rate (Wilson's score interval); `tries` is not 0."""
    return _wilson(successes, tries)


def difference(now: tuple[int, int], before: tuple[int, int]) -> tuple[float, float]:
    """The 95 % interval of the difference of two rates, each (successes, tries > 0).

    Newcombe's hybrid of Wilson's score intervals (Statistics in Medicine 17, 1998, method 10).
    """
    rate, old_rate = now[0] / now[1], before[0] / before[1]
    low, high = _wilson(*now)
    old_low, old_high = _wilson(*before)
    lower = sqrt((rate - low) ** 2 + (old_high - old_rate) ** 2)
    upper = sqrt((high - rate) ** 2 + (old_rate - old_low) ** 2)
    return rate - old_rate - lower, rate - old_rate + upper


def _wilson(successes: int, tries: int) -> tuple[float, float]:
    rate, square = successes / tries, Z95**2
    centre = (rate + square / (2 * tries)) / (1 + square / tries)
    spread = Z95 * sqrt(rate * (1 - rate) / tries + square / (4 * tries**2)) / (1 + square / tries)
    return centre - spread, centre + spread
