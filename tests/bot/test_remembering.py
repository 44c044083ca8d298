"""One decision reads each text once."""

from __future__ import annotations

from dataclasses import dataclass, field

from bot.remembering import Remembering
from coaching.dissent import version_of
from coaching.judge import Kind, Verdict


@dataclass
class Counting:
    version: str = "1"
    asked: list[str] = field(default_factory=list)

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        self.asked.append(f"{text}/{problem}/{need}")
        return Verdict(kind=kind, label="vague", confidence=0.5, sure=False)


def test_a_text_is_read_once_for_each_thing_that_is_known_beside_it() -> None:
    judge = Counting()
    ours = Remembering(judge=judge)
    first = ours.read("review", "fine")
    assert ours.read("review", "fine") is first
    ours.read("review", "fine", problem="line 2 stops")
    assert judge.asked == ["fine//", "fine/line 2 stops/"]
    assert version_of(ours) == "1"
