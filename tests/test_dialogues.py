"""Whole conversations as scripts: the same one passes on every platform, by form and by chat."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest

from bot import words
from bot.players.console import AtConsole
from bot.players.web import OnPage
from bot.replay.playing import replay
from bot.replay.reading import read
from bot.replay.script import Way
from bot.replay.stage import Setting, Venue
from bot.replay.transcript import Transcript
from tests.adapters.slack.venue import OnSlack
from tests.adapters.teams.venue import OnTeams
from tests.databases import KEY

ROOT = Path(__file__).parents[1]
DIALOGUES = sorted((ROOT / "tests" / "dialogues").glob("*.yaml"))
WEEKS = sorted((ROOT / "examples").rglob("*.yaml"))
PLATFORMS: Mapping[str, Callable[[], Venue]] = {
    "console": AtConsole,
    "web": OnPage,
    "slack-socket": partial(OnSlack, "socket"),
    "slack-http": partial(OnSlack, "http"),
    "teams": OnTeams,
}
WAYS: tuple[Way, ...] = ("form", "chat")
# Slack's two ways of delivery carry the same payloads: each is played in one way of answering.
PLAYED = tuple(
    (on, by)
    for on in PLATFORMS
    for by in WAYS
    if (on, by) not in {("slack-socket", "chat"), ("slack-http", "form")}
)


async def play(path: Path, folder: Path, database: str, on: str, by: Way) -> str:
    """Play a script; return its transcript."""
    script = read(path)
    out = io.StringIO()
    transcript = Transcript(
        out, words.read(strict=True), language=script.team.language, zone=script.team.zone
    )
    setting = Setting(
        script=script, beside=path.parent, folder=folder, database=database, secret=KEY
    )
    await replay(setting, transcript, by=by, at=PLATFORMS[on]())
    return out.getvalue()


def nothing_went_wrong(caplog: pytest.LogCaptureFixture) -> bool:
    return not [one for one in caplog.records if one.levelno >= logging.WARNING]


@pytest.mark.parametrize("on, by", PLAYED)
@pytest.mark.parametrize("path", DIALOGUES, ids=lambda path: path.stem)
async def test_a_dialogue_goes_as_written(
    path: Path, on: str, by: Way, tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    transcript = await play(path, tmp_path, sqlite_url, on, by)

    assert transcript.startswith("── ")
    assert nothing_went_wrong(caplog), caplog.text


@pytest.mark.parametrize("on", PLATFORMS)
@pytest.mark.parametrize("path", WEEKS, ids=lambda path: path.stem)
async def test_a_sample_week_goes_as_written(
    path: Path, on: str, tmp_path: Path, sqlite_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    transcript = await play(path, tmp_path, sqlite_url, on, "form")

    assert transcript.count("── ") == 5
    assert nothing_went_wrong(caplog), caplog.text


@pytest.mark.parametrize(
    "name, on, by",
    [
        ("halden-paper", "web", "chat"),
        ("hengda-zhiye", "console", "form"),
        ("restart", "console", "chat"),
        ("moved-cancelled", "web", "form"),
    ],
)
async def test_a_dialogue_goes_as_written_on_postgresql(
    name: str, on: str, by: Way, tmp_path: Path, postgresql_url: str
) -> None:
    path = ROOT / "tests" / "dialogues" / f"{name}.yaml"

    assert await play(path, tmp_path, postgresql_url, on, by)


async def test_form_and_chat_lead_to_the_same_last_words(tmp_path: Path) -> None:
    path = ROOT / "tests" / "dialogues" / "vague-review.yaml"
    ends = []
    for by in WAYS:
        folder = tmp_path / by
        folder.mkdir()
        transcript = await play(path, folder, "", "console", by)
        ends.append(transcript[transcript.index("── Fri 27 Nov") :])

    assert ends[0] == ends[1]
