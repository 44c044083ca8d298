"""What can go wrong by our own fault; a rep's mistake is a value (`actions.Reject`)."""

from __future__ import annotations


class CoachError(Exception):
    """Something in Advance went wrong."""

    def __str__(self) -> str:
        """Say the detail, or else the docstring, which is the message."""
        return super().__str__() or (self.__doc__ or "").strip()


class Conflict(CoachError):
    """Somebody else changed this conversation in the meantime; load it again and decide anew."""


class Unknown(CoachError):
    """There is no such person, team or call here."""


class BadInput(CoachError):
    """An input is not usable: names the field, what was given and the limit."""

    def __init__(self, field: str, problem: str) -> None:
        """Name the field and say what is wrong with it and what is allowed."""
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem
