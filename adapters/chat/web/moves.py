"""Where a move of the clock leads: the page's words for it as an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from coaching.errors import BadInput

FRIDAY = 4
MORNING = time(8, 30)
DIGEST = time(16, 0)
FARTHEST = timedelta(days=60)
NEXT_WITHIN = timedelta(days=14)


def until(to: str, now: datetime, zone: ZoneInfo) -> datetime:
    """The instant (aware UTC) meant by next, +1h, tomorrow, friday or an ISO 8601 text.

    A text without an offset is local to the zone. Raises `BadInput` for what is no moment, lies
    before `now` or more than 60 days after it.
    """
    today = now.astimezone(zone).date()
    match to:
        case "next":
            return now + NEXT_WITHIN
        case "+1h":
            return now + timedelta(hours=1)
        case "tomorrow":
            return _local(today + timedelta(days=1), MORNING, zone)
        case "friday":
            return _friday(today, now, zone)
        case _:
            return _written(to, now, zone)


def _friday(today: date, now: datetime, zone: ZoneInfo) -> datetime:
    ahead = (FRIDAY - today.weekday()) % 7
    moment = _local(today + timedelta(days=ahead), DIGEST, zone)
    return moment if moment > now else _local(today + timedelta(days=ahead + 7), DIGEST, zone)


def _written(to: str, now: datetime, zone: ZoneInfo) -> datetime:
    try:
        moment = datetime.fromisoformat(to)
        moment = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise BadInput("to", "must be next, +1h, tomorrow, friday or a date and time") from error
    if moment < now:
        raise BadInput("to", "lies behind the clock, which only goes on")
    if moment > now + FARTHEST:
        raise BadInput("to", f"is over {FARTHEST.days} days ahead")
    return moment


def _local(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, tzinfo=zone).astimezone(UTC)
