"""The web's side of the `Platform` port: a message sent is a post put on the board."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from adapters.ports import Board, Clock, Envelope, Place, WebPost

COACH = "coach"
TENANT = "local"


def rep_place(rep_id: UUID) -> Place:
    """Where a rep's direct messages are."""
    return Place(platform="web", tenant=TENANT, address=f"rep:{rep_id}", kind="rep")


def team_place(team_id: UUID) -> Place:
    """Where a team's channel is."""
    return Place(platform="web", tenant=TENANT, address=f"team:{team_id}", kind="team")


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """Puts messages on the board; the board holds each logical id once, so doubles do no harm."""

    board: Board
    clock: Clock
    name: str = "web"

    async def send(self, envelope: Envelope) -> str:
        """Put a post on the board and return its reference."""
        post = WebPost(
            reference="",
            place=envelope.place.address,
            author=COACH,
            at=self.clock.now(),
            id=envelope.id,
            thread=envelope.thread,
            message=envelope.message,
            language=envelope.say.language,
        )
        return await self.board.put(post)

    async def edit(self, reference: str, envelope: Envelope) -> None:
        """Replace what a post says."""
        await self.board.change(reference, message=envelope.message)
