"""A team's last four weeks for its manager: totals, and of each rep only what they were told.

All is told as it stood last Monday: figures that moved with each answer would give it away.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from uuid import UUID

from coaching import figures
from coaching.attitude import team_aggregate
from coaching.calls import Call, Promise, Review
from coaching.figures import Week
from coaching.history import History
from coaching.spans import Span
from coaching.team_figures import OfRep, TeamReport

LATELY = 4
CHARTED = 5
# No figure about one rep before so long with the coach, and none about fewer people than five.
FIRST = timedelta(days=60)
FEWEST = 5


def report(history: History) -> TeamReport:
    """What a manager sees of their team this week."""
    today = history.work.local_date(history.now)
    monday = today - timedelta(days=today.weekday())
    known = _as_of(history.work.instant(monday, time()), history)
    lately, before = _weeks(monday, 0, known), _weeks(monday, LATELY, known)
    latest = figures.week(known.calls, lately, known.now)
    hidden = _why_not(known)
    return TeamReport(
        team=known.team.name,
        until=monday - timedelta(days=1),
        people=sum(rep.active and rep.sells for rep in known.people),
        lately=latest,
        before=figures.week(known.calls, before, known.now),
        rate=figures.interval(latest.advances, latest.decided) if latest.decided else None,
        promised=figures.promised(known.promises, lately, known.now, known.work),
        weeks=_each_week(monday, known),
        attitude=team_aggregate(known.notes),
        per_person=None if hidden else _each(known, lately),
        why_not=hidden,
    )


def _as_of(moment: datetime, history: History) -> History:
    """What was known at an earlier moment."""
    return replace(
        history,
        now=moment,
        calls=tuple(_call_as_of(moment, call) for call in history.calls),
        promises=tuple(_promise_as_of(moment, promise) for promise in history.promises),
    )


def _call_as_of(moment: datetime, call: Call) -> Call:
    at = call.review.reviewed_at
    return replace(call, review=Review()) if at is not None and at >= moment else call


def _promise_as_of(moment: datetime, promise: Promise) -> Promise:
    at = promise.settled_at
    is_later = at is not None and at >= moment
    return replace(promise, kept=None, settled_at=None) if is_later else promise


def _weeks(monday: date, back: int, history: History) -> Span:
    """Four whole weeks, so many weeks before that Monday."""
    until = monday - timedelta(weeks=back)
    since = until - timedelta(weeks=LATELY)
    work = history.work
    return Span(work.instant(since, time()), work.instant(until, time()))


def _each_week(monday: date, history: History) -> tuple[tuple[date, Week], ...]:
    mondays = [monday - timedelta(weeks=back) for back in range(CHARTED, 0, -1)]
    return tuple(
        (one, figures.week(history.calls, figures.week_span(one, history.work), history.now))
        for one in mondays
    )


# ---- of each rep -------------------------------------------------------------------------------


def _why_not(history: History) -> str:
    """Why nothing is shown of single reps; empty where all of them may be shown.

    As the totals are shown too, a few who are left out could be reckoned from the others: either
    all are shown, or five or more are left out.
    """
    if not history.team.per_person:
        return "policy"
    people = _shown_people(history)
    hidden = [rep_id for rep_id in people if not _may_be_shown(rep_id, history)]
    return "too-new" if hidden and (len(hidden) < FEWEST or len(hidden) == len(people)) else ""


def _shown_people(history: History) -> tuple[UUID, ...]:
    """All who are in the totals, or may be."""
    here = {rep.id for rep in history.people if rep.active and rep.sells}
    return tuple(sorted(here | {call.rep_id for call in history.calls}))


def _may_be_shown(rep_id: UUID, history: History) -> bool:
    """Whether a rep was told, and the coach has known them for sixty days."""
    since = first_day(rep_id, history.calls)
    is_known = since is not None and history.now - since >= FIRST
    return rep_id in history.told and is_known


def first_day(rep_id: UUID, calls: Iterable[Call]) -> datetime | None:
    """When the coach first found a call of a rep, as far back as is kept."""
    return min((call.found_at for call in calls if call.rep_id == rep_id), default=None)


def _each(history: History, lately: Span) -> tuple[OfRep, ...]:
    """In the order of their names: there is no ranking."""
    people = sorted(history.people, key=lambda rep: (rep.name.casefold(), rep.id))
    return tuple(
        _of_rep(rep.id, rep.name, history, lately)
        for rep in people
        if _may_be_shown(rep.id, history) and (rep.active and rep.sells)
    )


def _of_rep(rep_id: UUID, name: str, history: History, lately: Span) -> OfRep:
    own = (call for call in history.calls if call.rep_id == rep_id)
    week = figures.week(own, lately, history.now)
    return OfRep(name=name, held=week.held, planned=week.planned, reviewed=week.reviewed)
