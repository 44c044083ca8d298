"""What a vendor's refusal becomes: for later, for never, or not to be asked at all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from adapters.ports import Gone, Later, Never
from adapters.retry_after import in_seconds

SOON = timedelta(minutes=1)
LONGEST = timedelta(hours=1)
_NOT_OURS = frozenset(
    {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, HTTPStatus.UNPROCESSABLE_ENTITY}
)
_PASSING = frozenset(
    {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.TOO_MANY_REQUESTS}
)


def refusal(status: int, headers: Mapping[str, str], now: datetime) -> Later | Never | Gone:
    """What an answer with that status means; its body is not looked at, it may quote the text."""
    why = f"answered {status}"
    if status in _PASSING or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        usual = SOON if status == HTTPStatus.TOO_MANY_REQUESTS else timedelta()
        return Later(now + _wait(headers.get("retry-after", ""), now, usual), why)
    return Never(why) if status in _NOT_OURS else Gone(why)


def _wait(told: str, now: datetime, usual: timedelta) -> timedelta:
    """What Retry-After asks for, in seconds or as a date, at most an hour; else the usual."""
    asked = in_seconds(told, least=timedelta(), longest=LONGEST)
    if asked is not None:
        return asked
    try:
        wait = parsedate_to_datetime(told) - now
    except (ValueError, TypeError):
        return usual
    return min(max(wait, timedelta()), LONGEST)
