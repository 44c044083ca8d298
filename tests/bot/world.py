"""What the program's tests are made of: a small company, a coach that is told what to decide."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.ports import Account, CalendarLink, Envelope, Feed, Place
from bot.config import Config
from bot.config.keys import Calendars, Health, Person, Platforms, PolicyKeys, TeamOf, Web
from coaching.judge import Kind, Verdict
from coaching.meetings import Entry
from coaching.meetings import Person as Guest
from coaching.messages import Line, Message, message, text
from coaching.people import Rep
from coaching.spans import Span

MONDAY = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def company(data: Path, *people: Person, **changes: Any) -> Config:
    """A company with one team in Berlin; by default of Ada, whose calendar is at /ada."""
    team = TeamOf(name="north", zone="Europe/Berlin", people=people or (ada(),))
    told: dict[str, Any] = {
        "data": str(data),
        "platforms": Platforms(web=Web(port=0)),
        "health": Health(port=0),
        "calendars": Calendars(poll=HOUR),
        "policy": PolicyKeys(),
        "teams": (team,),
    }
    return Config(**told | changes)


def ada(calendar: str = "/ada", zone: str | None = "Europe/Berlin") -> Person:
    """Ada, a rep."""
    return Person(name="Ada", address="ada@seller.example", zone=zone, calendar=calendar)


def bea(calendar: str = "/bea") -> Person:
    """Bea, another one."""
    return Person(name="Bea", address="bea@seller.example", zone="Europe/Berlin", calendar=calendar)


def entry(
    uid: str = "m1", *, starts_at: datetime = MONDAY + 6 * HOUR, title: str = "Review"
) -> Entry:
    """A meeting of an hour with a customer."""
    return Entry(
        uid=uid,
        title=title,
        starts_at=starts_at,
        ends_at=starts_at + HOUR,
        people=(Guest(address="mara@halden.example", name="Mara"),),
        has_people=True,
    )


def said(key: str = "said-day-today") -> Message:
    """A message of one line."""
    return message(Line(text(key)))


@dataclass(slots=True)
class Shelf:
    """Calendars by address: each gives its entries, or raises what lies there instead."""

    at: dict[str, Sequence[Entry] | Exception] = field(default_factory=dict)
    asked: list[tuple[str, bool]] = field(default_factory=list)
    meanwhile: Callable[[str], Awaitable[None]] | None = None

    def __call__(self, link: CalendarLink, rep: Rep) -> Slot:
        return Slot(self, link.address)


@dataclass(slots=True)
class Slot:
    """One calendar on the shelf; with validators it says that nothing has changed."""

    shelf: Shelf
    address: str

    async def read(self, window: Span, validators: Any) -> Feed:
        self.shelf.asked.append((self.address, bool(validators)))
        if self.shelf.meanwhile:
            await self.shelf.meanwhile(self.address)
        held = self.shelf.at.get(self.address, ())
        if isinstance(held, Exception):
            raise held
        digest = {"digest": str(hash(tuple(held)))}
        if validators == digest:
            return Feed(entries=None, validators=digest)
        return Feed(entries=tuple(held), validators=digest)


@dataclass(slots=True)
class Speaker:
    """A platform that remembers what it was given, and raises what it is told to, once each."""

    name: str = "web"
    sent: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    threads: dict[str, str] = field(default_factory=dict)
    raises: dict[str, list[Exception]] = field(default_factory=dict)
    told: asyncio.Event = field(default_factory=asyncio.Event)

    async def send(self, envelope: Envelope) -> str:
        self._fail(envelope.id)
        self.sent.append(envelope.id)
        self.threads[envelope.id] = envelope.thread
        self.told.set()
        return f"ref:{envelope.id}"

    async def edit(self, reference: str, envelope: Envelope) -> None:
        self._fail(envelope.id)
        self.edited.append(f"{reference}={envelope.say.plain(_first(envelope.message))}")

    def _fail(self, logical_id: str) -> None:
        if self.raises.get(logical_id):
            raise self.raises[logical_id].pop(0)


class Deaf:
    """A judge that reads nothing."""

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        return Verdict(kind=kind, label="vague", confidence=0.5, sure=False)


def place_of(rep: Rep, platform: str = "web") -> tuple[Account, Place]:
    """A rep's account and direct messages on a platform."""
    account = Account(platform=platform, tenant="t", user=rep.name)
    return account, Place(platform=platform, tenant="t", address=f"dm-{rep.name}", kind="rep")


def _first(told: Message) -> Any:
    return told.blocks[0].text  # type: ignore[union-attr]  # the tests' messages are lines
