from __future__ import annotations

from datetime import timedelta

import pytest

from adapters.retry_after import in_seconds

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    "told,wait",
    [
        ("30", timedelta(seconds=30)),
        ("1.5", timedelta(seconds=1.5)),
        ("0", SECOND),
        ("-5", SECOND),
        ("99999999999", HOUR),
        ("inf", None),
        ("nan", None),
        ("", None),
        ("Mon, 23 Nov 2026 09:00:00 GMT", None),
    ],
)
def test_a_wait_is_kept_within_bounds_and_is_none_where_no_number_is(
    told: str, wait: timedelta | None
) -> None:
    assert in_seconds(told, least=SECOND, longest=HOUR) == wait
