"""Where a message goes on Teams, as plain data: conversation references and messages' ids."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from adapters.ports import Never, Place

NAME = "teams"
_ROOT = ";messageid="
_BETWEEN = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A conversation on Teams: whom to reach through which service, and as which bot.

    `service` is the address of the connector, `conversation` a chat's or channel's id, `user` the
    id of the person in a personal chat, or of whoever is meant in a channel (theirs for this bot,
    or their Entra object id), `bot` our own id there, `root` the message of a channel under which
    it all goes. What is not known is empty; one of `conversation` and `user` is known.
    """

    service: str = ""
    conversation: str = ""
    user: str = ""
    bot: str = ""
    root: str = ""


def place_of(reference: Reference, *, tenant: str, kind: Literal["rep", "team"]) -> Place:
    """The place that a reference leads to: without a `root`, a channel itself."""
    known = asdict(reference) | {"conversation": main_line(reference.conversation)}
    if not reference.root:
        # A channel is known by its address: it has to be the same whoever writes it down.
        del known["root"]
    address = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return Place(platform=NAME, tenant=tenant, address=address, kind=kind)


def reference_of(place: Place) -> Reference:
    """The reference in a place's address; raises `Never` for an address that is none of Teams'.

    A bare id is one of a person where the place is a rep's, and one of a channel else: that is how
    an operator writes a channel down.
    """
    if not place.address.startswith("{"):
        bare = place.address.strip()
        known = {"user" if place.kind == "rep" else "conversation": bare}
    else:
        known = _read(place.address)
    reference = Reference(**known)
    if not reference.conversation and not reference.user:
        raise Never("no such conversation")
    return reference


def message_reference(conversation: str, activity: str) -> str:
    """What a message is called outside this package: its conversation and its activity's id."""
    return f"{main_line(conversation)}{_BETWEEN}{activity}"


def split(reference: str) -> tuple[str, str]:
    """A message's conversation and activity id; two empty texts for what is none of Teams'."""
    conversation, between, activity = reference.rpartition(_BETWEEN)
    return (conversation, activity) if between and conversation and activity else ("", "")


def main_line(conversation: str) -> str:
    """A conversation's id without the thread in it."""
    return conversation.partition(_ROOT)[0]


def root_of(conversation: str) -> str:
    """The message under which a conversation of a channel goes on, empty for the channel itself."""
    return conversation.partition(_ROOT)[2]


def under(conversation: str, root: str) -> str:
    """The id of the thread under a message of a channel."""
    return f"{main_line(conversation)}{_ROOT}{root}"


def _read(address: str) -> dict[str, str]:
    try:
        told = json.loads(address)
    except ValueError:
        raise Never("no such conversation") from None
    names = Reference.__slots__
    return {name: told[name] for name in names if isinstance(told.get(name), str)}
