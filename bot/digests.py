"""When a team's weekly digest is due, and which week it tells of."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.events import DigestDue
from coaching.people import Team
from coaching.spans import WorkCalendar

_WEEK = timedelta(weeks=1)
# A digest kept back by downtime is still worth posting for this long.
STILL_HELPS = timedelta(days=2)


def due(team: Team, now: datetime) -> DigestDue | None:
    """The digest whose moment has come and that still helps, if there is one."""
    moment = _moment(team, now, weeks=0)
    if moment > now:
        moment = _moment(team, now, weeks=-1)
    if now - moment > STILL_HELPS:
        return None
    local = moment.astimezone(ZoneInfo(team.zone)).date()
    return DigestDue(team_id=team.id, week_of=local - timedelta(days=local.weekday()))


def following(team: Team, now: datetime) -> datetime:
    """The next digest's moment after now, aware UTC."""
    moment = _moment(team, now, weeks=0)
    return moment if moment > now else _moment(team, now, weeks=1)


def delivery(event: DigestDue) -> str:
    """Under which key a digest is decided on once."""
    return f"digest/{event.team_id}/{event.week_of.isoformat()}"


def _moment(team: Team, now: datetime, *, weeks: int) -> datetime:
    """The digest's moment in the local week that holds `now`, or that many weeks later."""
    zone = ZoneInfo(team.zone)
    today = now.astimezone(zone).date()
    day = today + timedelta(days=team.digest_weekday - today.weekday()) + weeks * _WEEK
    # Only the rule for clock changes is wanted of it.
    wall = WorkCalendar(zone=zone, workdays=frozenset(), day_starts=time(), day_ends=time())
    return wall.instant(day, team.digest_time)
