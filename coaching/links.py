"""A rep's calendar links: the addresses that can be taken, and what the coach knows of a link."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from coaching.messages import Text, text

# One rep's links, those in app.yaml among them, and the characters of an address.
MOST = 5
LIMIT = 2000
# A subscription is the same file by https.
_SCHEMES = {"https": "https", "webcal": "https", "webcals": "https"}
# Scheme, words that open it, name or bracketed number, port: RFC 3986 3.2.
_HOST = re.compile(r"[a-z]+://(?:[^/?#]*@)?(\[[^\]/?#]+\]|[^\[\]:@/?#\s]+)(?::[0-9]*)?(?=[/?#]|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A calendar link as it may be shown: never its address, which is a secret.

    `host` is the machine it names, empty where that is none or unknown; `read_at` is when it was
    last looked at; `failing` says that this brought nothing. A `configured` one is the operator's.
    """

    id: UUID
    host: str
    read_at: datetime | None = None
    failing: bool = False
    configured: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The rep links a calendar; the address (https) is a secret and to be sealed."""

    id: UUID
    address: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """The rep links that calendar no more."""

    id: UUID


def address_of(words: str) -> str:
    """The https address that is meant; a text that is no address comes back as it is."""
    bare = words.strip("<> ")
    scheme, sign, rest = bare.partition("://")
    return f"{_SCHEMES.get(scheme.lower(), scheme.lower())}://{rest}" if sign else bare


def fault(words: str) -> Text | None:
    """Why an address cannot be taken; None if it can. It is never repeated: it may be a secret."""
    address = address_of(words)
    if len(address) > LIMIT:
        return text("error-too-long", length=len(address), limit=LIMIT)
    if address.startswith("http://"):
        return text("error-calendar-open")
    is_one = address.startswith("https://") and host_of(address) and len(address.split()) == 1
    return None if is_one else text("error-calendar-address")


def host_of(address: str) -> str:
    """The machine an address names, empty where it names none."""
    found = _HOST.match(address)
    return found[1].lower() if found else ""
