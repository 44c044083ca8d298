"""What a rep sees of themselves at a glance: their day, what is open, settings, what is known."""

from __future__ import annotations

from coaching import agenda, settings
from coaching.messages import Message
from coaching.turn import Situation


def home(situation: Situation) -> Message:
    """The rep's page, top to bottom."""
    return Message((*agenda.today(situation).blocks, *settings.shown(situation).blocks))
