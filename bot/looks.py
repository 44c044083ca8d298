"""Whose calendars are to be looked at at once, because the rep has changed their links."""

from __future__ import annotations

from uuid import UUID


class Looks:
    """Noted by whoever stores a change, taken by whoever reads calendars."""

    def __init__(self) -> None:
        """Nobody waits yet."""
        self._waiting: dict[UUID, UUID] = {}

    def add(self, workspace_id: UUID, rep_id: UUID) -> None:
        """This rep's links have changed."""
        self._waiting[rep_id] = workspace_id

    def take(self) -> tuple[tuple[UUID, UUID], ...]:
        """Workspace and rep of all that wait, who then wait no more."""
        taken = tuple((workspace, rep) for rep, workspace in self._waiting.items())
        self._waiting.clear()
        return taken

    def __bool__(self) -> bool:
        """Whether somebody waits."""
        return bool(self._waiting)
