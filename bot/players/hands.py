"""What a person can do on a chat platform: see, tap, fill in a form, write, edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol
from uuid import UUID

from bot.replay.intents import Intent
from coaching.errors import CoachError
from coaching.messages import Tap


class Stuck(CoachError):
    """A person cannot do what the script says: there is nothing to tap or to answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressable:
    """A button on the screen: what it says and what a tap on it means."""

    label: str
    tap: Tap


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A message by the coach as it now stands on the screen.

    `reference` is the platform's own; `thread` that of the message it hangs on.
    """

    reference: str
    thread: str = ""
    buttons: tuple[Pressable, ...] = ()

    @property
    def root(self) -> str:
        """Where an answer in its thread goes."""
        return self.thread or self.reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One field of an open form; `options` are labels by value, `ticks` marks a check box."""

    name: str
    label: str
    initial: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    ticks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForm:
    """A form the coach opened."""

    kind: str
    about: str
    title: str
    submit: str
    fields: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A form was not taken: what is wrong, by field."""

    errors: Mapping[str, str]


Answer = OpenForm | Refused | None


class Hands(Protocol):
    """A platform in a person's hands; each act returns once the coach's answer has arrived."""

    async def screen(self, rep_id: UUID) -> Sequence[Seen]:
        """The coach's messages to a rep, oldest first."""

    async def tap(self, rep_id: UUID, seen: Seen, button: Pressable) -> Answer:
        """Tap a button of a message."""

    async def submit(self, rep_id: UUID, form: OpenForm, answers: Mapping[str, str]) -> Answer:
        """Send a form with all its answers."""

    async def command(self, rep_id: UUID, name: str, words: str) -> Answer:
        """Give a command by the platform's own way."""

    async def say(self, rep_id: UUID, words: str, thread: str = "") -> str:
        """Write a text, in a thread or in the main line; return the platform's id of it."""

    async def edit(self, rep_id: UUID, source: str, words: str) -> None:
        """Change a text written before."""


class Player(Protocol):
    """Somebody who does what a script means."""

    async def act(self, rep_id: UUID, intent: Intent, about: str) -> Mapping[str, str]:
        """Do it, `about` being the call's id; return what was refused, by field.

        Raises `Stuck` where what a person would tap or answer is not there.
        """
