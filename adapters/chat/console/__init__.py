"""The console as a chat platform: a readable transcript on a text stream.

Nothing is read here, so there is no delivery key; a logical id that comes twice is written once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TextIO
from uuid import UUID

from adapters.chat.console.columns import width
from adapters.chat.console.drawing import draw
from adapters.ports import Envelope, Place

__all__ = ["COLUMNS", "NAME", "Console", "draw", "rep_place", "team_place"]
NAME = "console"
COLUMNS = 78
_MARGIN = "  "
_THREAD = "  │ "


def rep_place(rep_id: UUID) -> Place:
    """Where a rep's direct messages are."""
    return Place(platform=NAME, tenant=NAME, address=f"rep:{rep_id}", kind="rep")


def team_place(team_id: UUID) -> Place:
    """Where a team's channel is."""
    return Place(platform=NAME, tenant=NAME, address=f"team:{team_id}", kind="team")


@dataclass(slots=True, kw_only=True)
class Console:
    """Writes what is said to a stream; `head` says for a place when it is there and whose it is.

    `←` stands before what the coach says, `~` before a message it changes.
    """

    out: TextIO
    head: Callable[[Place], str]
    colour: bool = False
    name: str = NAME
    _sent: set[str] = field(default_factory=set)

    async def send(self, envelope: Envelope) -> str:
        """Write a message; its logical id is its reference."""
        if envelope.id not in self._sent:
            self._sent.add(envelope.id)
            self._message("←", envelope)
        return envelope.id

    async def edit(self, reference: str, envelope: Envelope) -> None:
        """Write a message again as it reads now."""
        self._message("~", envelope)

    def _message(self, arrow: str, envelope: Envelope) -> None:
        margin = _THREAD if envelope.thread else _MARGIN
        columns = COLUMNS - width(margin)
        lines = draw(envelope.message, envelope.say, columns=columns, colour=self.colour)
        self._write(arrow, envelope.place, lines, margin)

    def _write(self, arrow: str, place: Place, lines: Sequence[str], margin: str) -> None:
        self.out.write(f"{arrow} {self.head(place)}\n")
        self.out.writelines(f"{margin}{line}".rstrip() + "\n" for line in lines)
        self.out.write("\n")
