"""The web platform's own board."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from coaching.messages import Message
from coaching.people import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class WebPost:
    """One post on the web platform: by the coach (`message`) or by a person (`text`).

    `reference` identifies it; `thread` is the reference of the post it hangs on.
    """

    reference: str
    place: str
    author: str
    at: datetime
    id: str = ""
    thread: str = ""
    text: str = ""
    message: Message | None = None
    language: Language = "en"
    zone: str = "UTC"
    edited: bool = False


class Board(Protocol):
    """Where the web platform keeps its posts."""

    async def put(self, post: WebPost) -> str:
        """Add a post (its `reference` empty: given here); the same `id` again changes nothing."""

    async def change(
        self, reference: str, *, message: Message | None = None, text: str | None = None
    ) -> None:
        """Replace what a post says and mark it as edited."""

    async def posts(self, place: str) -> Sequence[WebPost]:
        """All posts of a place, in order."""

    def changes(self) -> AsyncIterator[str]:
        """The places in which something changes, as it does."""
