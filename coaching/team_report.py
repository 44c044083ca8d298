"""A team's last four weeks for its manager: totals, and of each rep only what they were told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from coaching import figures
from coaching.attitude import team_aggregate
from coaching.calls import Call
from coaching.figures import Week
from coaching.history import History
from coaching.spans import Span
from coaching.team_figures import OfRep, TeamReport

LATELY = timedelta(weeks=4)
WEEKS = 5
# No figure about one rep before so long with the coach, and none about fewer people than five.
FIRST = timedelta(days=60)
FEWEST = 5


def report(history: History) -> TeamReport:
    """What a manager sees of their team now."""
    now, work = history.now, history.work
    lately, before = Span(now - LATELY, now), Span(now - 2 * LATELY, now - LATELY)
    latest = figures.week(history.calls, lately, now)
    hidden = _why_not(history)
    return TeamReport(
        team=history.team.name,
        people=sum(rep.active and rep.sells for rep in history.people),
        lately=latest,
        before=figures.week(history.calls, before, now),
        rate=figures.interval(latest.advances, latest.decided) if latest.decided else None,
        promised=figures.promised(history.promises, lately, now, work),
        weeks=_weeks(history),
        attitude=team_aggregate(history.notes),
        per_person=None if hidden else _each(history, lately),
        why_not=hidden,
    )


def _weeks(history: History) -> tuple[tuple[date, Week], ...]:
    today = history.work.local_date(history.now)
    monday = today - timedelta(days=today.weekday())
    mondays = [monday - timedelta(days=7 * back) for back in reversed(range(WEEKS))]
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
