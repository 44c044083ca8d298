"""A team's week in figures, as the reps finally decided them; no figure about one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt
from uuid import UUID

from coaching.calls import Call, Outcome, Promise
from coaching.spans import Span, WorkCalendar

OUTCOMES: tuple[Outcome, ...] = ("order", "advance", "continuation", "no_sale")
Z95 = 1.96


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week of a team: calls (joint ones once), outcomes, promises due and kept.

    `differing` counts joint calls whose reps decided differently; there the organiser's counts.
    """

    held: int = 0
    planned: int = 0
    reviewed: int = 0
    outcomes: tuple[tuple[Outcome, int], ...] = ()
    differing: int = 0
    due: int = 0
    kept: int = 0

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


def week_span(monday: date, work: WorkCalendar) -> Span:
    """The week from that Monday on, in the team's zone."""
    midnight = work.day_starts.replace(hour=0, minute=0, second=0, microsecond=0)
    following = monday + timedelta(days=7)
    return Span(work.instant(monday, midnight), work.instant(following, midnight))


def week(
    calls: Iterable[Call], promises: Iterable[Promise], monday: date, work: WorkCalendar
) -> Week:
    """The figures of the week from that Monday on."""
    span = week_span(monday, work)
    meetings = _meetings(call for call in calls if call.ends_at in span and _took_place(call))
    decided = [_decided(one) for one in meetings]
    outcomes = Counter(outcome for outcome, _ in decided if outcome is not None)
    last = monday + timedelta(days=6)
    due = [one for one in promises if not one.withdrawn and monday <= one.due_on <= last]
    return Week(
        held=len(meetings),
        planned=sum(any(_planned_in_time(call) for call in one) for one in meetings),
        reviewed=sum(outcome is not None for outcome, _ in decided),
        outcomes=tuple((one, outcomes[one]) for one in OUTCOMES),
        differing=sum(differs for _, differs in decided),
        due=len(due),
        kept=sum(one.kept is True for one in due),
    )


def _took_place(call: Call) -> bool:
    return call.standing == "on" and call.review.held != "not_held"


def _planned_in_time(call: Call) -> bool:
    return call.plan.planned_at is not None and call.plan.planned_at <= call.starts_at


def _meetings(calls: Iterable[Call]) -> list[list[Call]]:
    """The calls by meeting: two reps in one meeting count once."""
    found: dict[UUID, list[Call]] = {}
    for call in calls:
        found.setdefault(call.meeting_id, []).append(call)
    return list(found.values())


def _decided(calls: list[Call]) -> tuple[Outcome | None, bool]:
    """A meeting's outcome (the organiser's where reps differ) and whether they differ."""
    given = [call for call in calls if call.review.outcome is not None]
    if not given:
        return None, False
    first = next((call for call in given if call.organizer), given[0])
    return first.review.outcome, len({call.review.outcome for call in given}) > 1


def total(weeks: Iterable[Week]) -> tuple[int, int]:
    """Advances and decided calls over several weeks."""
    several = tuple(weeks)
    return sum(one.advances for one in several), sum(one.decided for one in several)


def changed(now: tuple[int, int], before: tuple[int, int]) -> bool:
    """Whether two rates differ by more than chance explains.

    Each is (successes, tries); Newcombe's interval of the difference, 95 %, from Wilson's score
    intervals, does not hold zero.
    """
    if not now[1] or not before[1]:
        return False
    rate, old_rate = now[0] / now[1], before[0] / before[1]
    low, high = _wilson(*now)
    old_low, old_high = _wilson(*before)
    difference = rate - old_rate
    lower = difference - sqrt((rate - low) ** 2 + (old_high - old_rate) ** 2)
    upper = difference + sqrt((high - rate) ** 2 + (old_rate - old_low) ** 2)
    return lower > 0 or upper < 0


def _wilson(successes: int, tries: int) -> tuple[float, float]:
    rate, square = successes / tries, Z95**2
    centre = (rate + square / (2 * tries)) / (1 + square / tries)
    spread = Z95 * sqrt(rate * (1 - rate) / tries + square / (4 * tries**2)) / (1 + square / tries)
    return centre - spread, centre + spread
