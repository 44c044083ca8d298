"""The moments of a team's weekly digest."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo

from coaching.events import DigestDue
from coaching.people import Team
from coaching.spans import instant

STILL_NEWS = timedelta(days=3)
_WEEK = timedelta(days=7)
_THURSDAY = 3


def next_digest(team: Team, now: datetime, zone: tzinfo) -> datetime:
    """The first digest moment after `now`, in the zone of `team.zone` (aware UTC)."""
    today = now.astimezone(zone).date()
    day = today - timedelta(days=today.weekday() - team.digest_weekday + 7)
    while (at := instant(day, team.digest_time, zone)) <= now:
        day += _WEEK
    return at


def digest_due(
    team: Team, now: datetime, zone: tzinfo, *, told: date | None = None
) -> DigestDue | None:
    """The digest whose moment has come and that is still news, unless that week was `told`.

    `told` is the Monday of the last week told. A digest due in the first three days of a week
    tells the week before. After three days it is too old to post.
    """
    at = next_digest(team, now - STILL_NEWS, zone)
    if at > now:
        return None
    day = at.astimezone(zone).date()
    monday = day - timedelta(days=day.weekday())
    week_of = monday if day.weekday() >= _THURSDAY else monday - _WEEK
    return (
        None
        if told is not None and told >= week_of
        else DigestDue(team_id=team.id, week_of=week_of)
    )
