"""`advance demo`: the sample week, laid out around now and played to a transcript."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO
from uuid import UUID
from zoneinfo import ZoneInfo

from bot import words
from bot.players.console import AtConsole
from bot.replay.playing import replay
from bot.replay.reading import read
from bot.replay.script import Script
from bot.replay.stage import Setting
from bot.replay.transcript import Transcript
from bot.workdays import team_calendar
from coaching.messages import text
from coaching.people import Language, Policy, Team

SAMPLES = Path(__file__).parents[1] / "examples" / "week"
WEEK = timedelta(days=7)
# Nowhere has every week of a quarter a public holiday.
MOST_WEEKS = 13


async def demo(out: TextIO, now: datetime, *, language: Language, colour: bool = False) -> None:
    """Play the sample week; raises `CoachError` where it does not go as written."""
    path = SAMPLES / f"{language}.yaml"
    script = read(path)
    zone = ZoneInfo(script.team.zone)
    monday = week(script, now.astimezone(zone).date())
    transcript = Transcript(
        out, words.read(), language=language, zone=zone.key, colour=colour, brief=True
    )
    transcript.aside(now, text("demo-title"), text("demo-what"), text("demo-times", zone=zone.key))
    with TemporaryDirectory(prefix="advance-demo-") as folder:
        setting = Setting(
            script=script,
            beside=path.parent,
            folder=Path(folder),
            later=monday - script.first_day,
        )
        await replay(setting, transcript, by="form", at=AtConsole())
    transcript.aside(now, text("demo-next"))


def week(script: Script, today: date) -> date:
    """The Monday of the present week, or of the next one in which nobody has a public holiday."""
    monday = today - timedelta(days=today.weekday())
    zones = {person.zone or script.team.zone for person in script.reps}
    for later in range(MOST_WEEKS):
        first = monday + later * WEEK
        days = [first + timedelta(days=day) for day in range(5)]
        if all(_works(zone, day) for zone in zones for day in days):
            return first
    return monday


def _works(zone: str, day: date) -> bool:
    """Whether people in a zone work on a day."""
    anybody = Team(id=UUID(int=0), name="", zone=zone)
    return team_calendar(anybody, Policy(), day).works_on(day)
