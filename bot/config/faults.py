"""What is wrong with a configuration, said so that an operator can mend it."""

from __future__ import annotations

from dataclasses import dataclass

from coaching.errors import CoachError


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One fault: the key, its value (empty where it is secret or missing), what is allowed."""

    key: str
    value: str = ""
    allowed: str

    def __str__(self) -> str:
        """One line for the operator."""
        return ": ".join(filter(None, (self.key, self.value, self.allowed)))


class BadConfig(CoachError):
    """The configuration has faults; nothing was started."""

    def __init__(self, *faults: Fault) -> None:
        """Name all the faults at once."""
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults
