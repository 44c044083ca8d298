"""The raw answers of a month: who did and said what when, as plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from bot.replay.script import Way
from coaching.calls import DealSize, Held, Outcome
from coaching.people import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer of one rep; `name` is what the mail domain reads like, `large` the deal."""

    name: str
    who: str
    large: bool

    @property
    def domain(self) -> str:
        """The customer's own mail domain."""
        return f"{self.name.lower().replace(' ', '-')}.example"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seller:
    """One rep; `number` counts them from 0."""

    number: int
    name: str
    address: str
    language: Language
    zone: str
    way: Way
    customers: tuple[Customer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One entry in calendars; several sellers have a joint one, the first of them called it."""

    id: str
    sellers: tuple[Seller, ...]
    customer: Customer
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One thing that somebody did at a moment (aware)."""

    at: datetime
    who: Seller


@dataclass(frozen=True, slots=True, kw_only=True)
class OfMeeting(Deed):
    """A deed about one meeting."""

    meeting: Meeting


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans(OfMeeting):
    """What is planned; `kind` is what the question was written as, `size` is told at most once."""

    objective: str
    problem: str
    question: str
    kind: str
    fallback: str = ""
    size: DealSize | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends(OfMeeting):
    """How it ended; `outcome` is the rep's own view in the end, None for one that was not held."""

    held: Held
    outcome: Outcome | None
    happened: str = ""
    by: date | None = None
    warm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviews(OfMeeting):
    """What was answered after it, and what was counted, by kind."""

    differently: str = ""
    account: str = ""
    elsewhere: str = ""
    share: bool = False
    counts: Mapping[str, str] = field(default_factory=dict)
    proposed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settles(OfMeeting):
    """What became of what was promised in it."""

    became: Literal["kept", "broken", "moved"]
    to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves(OfMeeting):
    """It gets another time."""

    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancels(OfMeeting):
    """It is called off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts(OfMeeting):
    """A colleague in it counts what `seller` asks, in this order."""

    seller: Seller
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Practises(Deed):
    """A behaviour begins to be practised."""

    skill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed(Deed):
    """The fifteen answers."""

    answers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs(Deed):
    """A need that a customer's person voiced."""

    customer: Customer
    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objects(Deed):
    """An objection that a customer's person made."""

    customer: Customer
    words: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks(Deed):
    """A page is asked for by its command; `about` is the customer where it is one's."""

    page: str
    about: Customer | None = None
