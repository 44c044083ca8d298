"""The one place that asks what time it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from coaching.errors import BadInput


class SystemClock:
    """The machine's clock (the port `Clock`)."""

    def now(self) -> datetime:
        """The present moment, aware UTC."""
        return datetime.now(UTC)


class MovableClock:
    """A clock that stands still until it is moved; it never goes back."""

    def __init__(self, start: datetime) -> None:
        """Start at an aware moment."""
        self._at = start.astimezone(UTC)

    def now(self) -> datetime:
        """The moment it was last moved to, aware UTC."""
        return self._at

    def set(self, moment: datetime) -> None:
        """Move to a moment not before the present one; raises `BadInput` else."""
        if moment < self._at:
            raise BadInput("clock", f"{moment.isoformat()} is before {self._at.isoformat()}")
        self._at = moment.astimezone(UTC)

    def advance(self, by: timedelta) -> None:
        """Move on by a length of time; raises `BadInput` if it is negative."""
        self.set(self._at + by)
