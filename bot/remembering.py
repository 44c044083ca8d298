"""A judge for one decision: the same text is read once, however often it is asked about."""

from __future__ import annotations

from dataclasses import dataclass, field

from coaching.dissent import version_of
from coaching.judge import Judge, Kind, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembering:
    """The port `Judge`: another one, and what it said so far."""

    judge: Judge
    _said: dict[tuple[Kind, str, str, str], Verdict] = field(default_factory=dict, repr=False)

    @property
    def version(self) -> str:
        """The other judge's."""
        return version_of(self.judge)

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        """Say what the text is."""
        asked = (kind, text, problem, need)
        if asked not in self._said:
            self._said[asked] = self.judge.read(kind, text, problem=problem, need=need)
        return self._said[asked]
