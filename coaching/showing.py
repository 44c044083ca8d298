"""A text brought from elsewhere, judged at once and kept nowhere."""

from __future__ import annotations

from coaching.actions import Decision
from coaching.events import Brought
from coaching.turn import Situation


def brought(event: Brought, situation: Situation) -> Decision:
    """The form in which a question from elsewhere is judged."""
    return Decision()
