"""The demo: the sample week, meaningful in any week of the year."""

from __future__ import annotations

import asyncio
import io
import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.cli import run as advance
from bot.demo import SAMPLES, demo, week
from bot.replay.reading import read
from coaching.people import LANGUAGES, Language

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
MONDAYS = [date(2025, 12, 29) + timedelta(days=7 * number) for number in range(106)]
WIDEST = 100


async def shown(now: datetime, language: Language = "en") -> str:
    out = io.StringIO()
    await demo(out, now, language=language)
    return out.getvalue()


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def days(transcript: str) -> list[str]:
    return [line.split()[2] for line in transcript.splitlines() if line.startswith("── ")]


async def test_it_plays_the_present_week_from_monday_to_the_digest() -> None:
    transcript = await shown(NOON)

    assert days(transcript) == ["23", "24", "25", "26", "27"]
    heads = re.findall(r"^[ \d]\d:\d\d  .*$", transcript, re.MULTILINE)
    assert heads[0] == "11:00  Coach to Ada Brandt"
    assert heads[-1] == "16:00  Coach in #sales-north"
    assert transcript.startswith("Advance: a sample week\n")
    assert "“make play” opens the same coach in your browser" in transcript


@pytest.mark.parametrize(
    "words",
    [
        "is your act",  # a weak plan
        "A problem question",
        "An advance",  # a better one
        "An implication question",
        "· Comes 10 min before",  # the cue card
        "Halden Paper: how did it end?",  # the review, in its thread
        "Which moment would have gone differently?",
        "So far a continuation, however warm.",
        "Skipped. No more about this call.",
        "I will come back",  # a snooze
        "Coastal Foods: cold chain moves to tomorrow 15:00",
        "Northgate Mills: dryers is cancelled",
        "[Use that plan]",
        "Kept: “Jens walks us through line 2",
        "Customers kept 1 of 1",
        "Worth stealing, from Ada Brandt",
        "This week: 1 order, 3 advances, 1 continuation, 1 no-sale.",
    ],
)
async def test_it_shows_what_the_coach_does(words: str, english: str) -> None:
    assert words in " ".join(re.sub("[│›]", " ", english).split())


@pytest.fixture(scope="module")
def english() -> str:
    return asyncio.run(shown(NOON))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_it_fits_a_terminal(language: Language) -> None:
    transcript = await shown(NOON, language)

    wide = [line for line in transcript.splitlines() if columns(line) > WIDEST]
    assert wide == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_finds_a_week_without_holidays_soon(language: Language) -> None:
    script = read(SAMPLES / f"{language}.yaml")

    chosen = [week(script, monday + timedelta(days=3)) for monday in MONDAYS]

    waits = [(found - monday).days // 7 for monday, found in zip(MONDAYS, chosen, strict=True)]
    assert min(waits) == 0
    assert max(waits) <= 3
    assert waits.count(0) > 80
    assert all(early <= late for early, late in pairwise(chosen))


@pytest.mark.parametrize(
    "now, monday",
    [
        # Clocks go back on the Sunday before, or forward on the Sunday after.
        (datetime(2026, 10, 26, 9, tzinfo=UTC), "26"),
        (datetime(2028, 3, 22, 9, tzinfo=UTC), "20"),
        # Christmas and New Year: on to the first week of work.
        (datetime(2026, 12, 24, 9, tzinfo=UTC), "4"),
        # A Sunday belongs to the week before it.
        (datetime(2027, 7, 11, 9, tzinfo=UTC), "5"),
    ],
)
async def test_it_goes_as_written_in_other_weeks(now: datetime, monday: str) -> None:
    assert days(await shown(now))[0] == monday


async def test_it_goes_as_written_around_the_spring_festival_in_chinese() -> None:
    transcript = await shown(datetime(2027, 2, 8, 9, tzinfo=UTC), "zh-Hans")

    assert transcript.count("── ") == 5


def test_the_sample_calendars_are_real_ones(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    me = "ada@harbour-systems.example"
    calendar = SAMPLES / "en" / "ada.ics"

    code = advance(
        ["meetings", str(calendar), "--me", me, "--from", "2026-11-23", "--to", "2026-11-27"]
    )

    assert code == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in ("Halden Paper", "Coastal Foods", "Focus time"))
