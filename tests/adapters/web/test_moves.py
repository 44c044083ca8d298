"""Where a move of the clock leads."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from adapters.chat.web.moves import until
from coaching.errors import BadInput

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 11, 23, 7, 30, tzinfo=UTC)
FRIDAY_LATE = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
BEFORE_SPRING = datetime(2027, 3, 27, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "to, now, moment",
    [
        ("next", MONDAY, datetime(2026, 12, 7, 7, 30, tzinfo=UTC)),
        ("+1h", MONDAY, datetime(2026, 11, 23, 8, 30, tzinfo=UTC)),
        ("tomorrow", MONDAY, datetime(2026, 11, 24, 7, 30, tzinfo=UTC)),
        ("tomorrow", BEFORE_SPRING, datetime(2027, 3, 28, 6, 30, tzinfo=UTC)),
        ("friday", MONDAY, datetime(2026, 11, 27, 15, 0, tzinfo=UTC)),
        ("friday", FRIDAY_LATE, datetime(2026, 12, 4, 15, 0, tzinfo=UTC)),
        ("2026-11-24T09:00", MONDAY, datetime(2026, 11, 24, 8, 0, tzinfo=UTC)),
        ("2026-11-24T09:00+00:00", MONDAY, datetime(2026, 11, 24, 9, 0, tzinfo=UTC)),
        ("2026-11-23T07:30:00+00:00", MONDAY, MONDAY),
    ],
)
def test_a_move_leads_to_a_moment_in_the_reps_zone(
    to: str, now: datetime, moment: datetime
) -> None:
    assert until(to, now, BERLIN) == moment


@pytest.mark.parametrize(
    "to, problem",
    [
        ("soon", "must be next, +1h, tomorrow, friday or a date and time"),
        ("0001-01-01T00:00+23:59", "must be next, +1h, tomorrow, friday or a date and time"),
        ("2026-11-23T08:29", "lies behind the clock, which only goes on"),
        ("2027-11-23T08:30", "is over 60 days ahead"),
    ],
)
def test_a_move_that_leads_nowhere_is_refused(to: str, problem: str) -> None:
    with pytest.raises(BadInput) as refused:
        until(to, MONDAY, BERLIN)
    assert (refused.value.field, refused.value.problem) == ("to", problem)
