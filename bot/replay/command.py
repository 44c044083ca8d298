"""`advance replay`: one script, played to a transcript."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TextIO

from bot import words
from bot.replay.playing import VENUES, On, replay
from bot.replay.reading import read
from bot.replay.script import Way
from bot.replay.stage import Setting
from bot.replay.transcript import Transcript


async def run(path: Path, out: TextIO, *, by: Way, on: On, colour: bool) -> None:
    """Play the script in a file; raises `BadInput` for a bad one, `Mismatch` where it fails."""
    script = read(path)
    transcript = Transcript(
        out,
        words.read(),
        language=script.team.language,
        zone=script.team.zone,
        colour=colour,
    )
    with TemporaryDirectory(prefix="advance-replay-") as folder:
        setting = Setting(script=script, beside=path.parent, folder=Path(folder))
        await replay(setting, transcript, by=by, at=VENUES[on]())
