"""A month of a team of twelve: every figure shown is the one that the raw answers give.

At the console the whole month is played each time, elsewhere a week of it; `make month` plays the
whole month everywhere.
"""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from tests.month import checks
from tests.month.looks import looks
from tests.month.playing import play
from tests.month.team import month
from tests.test_dialogues import PLATFORMS

ELSEWHERE = [name for name in PLATFORMS if name != "console"]


async def all_is_right(
    seed: int, weeks: int, on: str, folder: Path, database: str, caplog: pytest.LogCaptureFixture
) -> None:
    planned = month(seed, weeks=weeks)

    played = await play(planned, PLATFORMS[on](), folder, database, looks=looks(planned))

    checks.digests(planned, played)
    checks.own_pages(planned, played)
    checks.managers_pages(planned, played)
    checks.nobody_is_disturbed(planned, played)
    checks.nobody_is_told_twice(planned, played)
    checks.no_name_is_given_away(planned, played)
    checks.nobody_stands_alone(played)
    checks.the_digest_comes_once_a_week(planned, played)
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING] == []


@pytest.mark.timeout(600)
async def test_a_month_at_the_console_is_told_as_it_was(
    tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    await all_is_right(19, 4, "console", tmp_path, sqlite_url, caplog)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("on", ELSEWHERE)
async def test_a_week_on_each_platform_is_told_as_it_was(
    on: str, tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    await all_is_right(19, 1, on, tmp_path, sqlite_url, caplog)


@pytest.mark.month
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("on", PLATFORMS)
@pytest.mark.parametrize("seed", [18, 19, 20])
async def test_a_month_on_each_platform_is_told_as_it_was(
    seed: int, on: str, tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    await all_is_right(seed, 4, on, tmp_path, sqlite_url, caplog)
