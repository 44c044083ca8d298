"""A month of a team of twelve: every figure shown is the one that the raw answers give."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from bot.players.console import AtConsole
from tests.month import figures
from tests.month.playing import Played, Said, play
from tests.month.reading import lines, series
from tests.month.team import Month, month

SEED = 11


def posted(played: Played) -> list[Said]:
    """What came to the team's channel."""
    return [one for one in played.said if one.to == "channel"]


def digests_are_right(planned: Month, played: Played) -> None:
    """One digest a week with its thread; each figure, the picture's too, is the recomputed one."""
    posts, fridays = posted(played), figures.fridays(planned)
    told = [
        (lines(one.heard.envelope.message), lines(two.heard.envelope.message))
        for one, two in zip(posts[::2], posts[1::2], strict=True)
    ]
    assert told == [
        (figures.digest(planned, day), figures.details(planned, day)) for day in fridays
    ]
    pictures = [series(one.heard.envelope.message) for one in posts[::2]]
    assert pictures == [figures.chart(planned, day) for day in fridays]


async def test_a_week_of_two_reps_is_told_as_it_was(
    tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    planned = month(SEED, weeks=1, sellers=2)

    played = await play(planned, AtConsole(), tmp_path, sqlite_url)

    digests_are_right(planned, played)
    assert [one for one in caplog.records if one.levelno >= logging.WARNING] == []
