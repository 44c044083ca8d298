"""How long a service asks us to wait before we come back."""

from __future__ import annotations

from datetime import timedelta
from math import isfinite


def in_seconds(told: str, *, least: timedelta, longest: timedelta) -> timedelta | None:
    """What a Retry-After in seconds asks for (RFC 9110, 10.2.3), kept from `least` to `longest`.

    None where it is no finite number: nothing, a date, something else.
    """
    try:
        seconds = float(told)
    except ValueError:
        return None
    if not isfinite(seconds):
        return None
    return timedelta(seconds=min(max(seconds, least.total_seconds()), longest.total_seconds()))
