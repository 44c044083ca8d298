"""What time it is."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The clock as a port: production reads the machine's, the playground moves its own."""

    def now(self) -> datetime:
        """The present moment, aware UTC."""
