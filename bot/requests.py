"""What managers asked for: noted by whoever stores it, taken by whoever works it out."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from coaching.actions import Gather


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a manager asked for."""

    workspace_id: UUID
    rep_id: UUID
    gather: Gather


class Requests:
    """What managers asked for and is not worked out yet; in memory, so a crash forgets it."""

    def __init__(self) -> None:
        """Nobody has asked yet."""
        self._waiting: list[Wanted] = []

    def add(self, workspace_id: UUID, rep_id: UUID, gather: Gather) -> None:
        """A manager asked for this."""
        self._waiting.append(Wanted(workspace_id=workspace_id, rep_id=rep_id, gather=gather))

    def take(self) -> tuple[Wanted, ...]:
        """All that waits, which then waits no more."""
        taken, self._waiting = tuple(self._waiting), []
        return taken
