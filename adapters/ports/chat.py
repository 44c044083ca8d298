"""A chat platform: where messages go, and what it answers to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from adapters.ports.words import Say
from coaching.errors import CoachError
from coaching.messages import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A person on a platform."""

    platform: str
    tenant: str
    user: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a message goes: a rep's direct messages or a team's channel, on one platform.

    `address` is the platform's own (a user id, a channel id, a conversation reference as JSON).
    """

    platform: str
    tenant: str
    address: str
    kind: Literal["rep", "team"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """A message on its way: `thread` is the platform's reference of the message it hangs on.

    `id` is the logical id. With `again` it may have arrived already, though nobody heard so: where
    the platform allows, it is looked for first.
    """

    id: str
    place: Place
    message: Message
    say: Say
    thread: str = ""
    again: bool = False


class Platform(Protocol):
    """A chat platform: draws and carries. Raises `Later`, `Never` or `Gone`, nothing else."""

    @property
    def name(self) -> str:
        """What a `Place` calls it."""

    async def send(self, envelope: Envelope) -> str:
        """Send a message; return the platform's reference to it."""

    async def edit(self, reference: str, envelope: Envelope) -> None:
        """Replace the content of a message sent before."""


class Later(CoachError):
    """The platform asks us to come back; `at` is when."""

    def __init__(self, at: datetime, why: str = "") -> None:
        """Say when to try again (aware UTC) and why."""
        super().__init__(why)
        self.at = at


class Never(CoachError):
    """This message will never be accepted."""


class Gone(CoachError):
    """The person, channel or installation is not there any more."""

    def __init__(self, why: str = "", *, channel: str = "") -> None:
        """Say why; where it is the channel that takes nothing any more, `channel` is a text key."""
        super().__init__(why)
        self.channel = channel
