"""What a calendar says: entries as read, the people in them, and the rules for sorting them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Response = Literal["accepted", "declined", "tentative", "waiting", "unknown"]
Status = Literal["confirmed", "tentative", "cancelled"]
ShowsAs = Literal["busy", "free", "out_of_office"]
Reason = Literal[
    "external",
    "title_coached",
    "rep_coached",
    "cancelled",
    "declined",
    "all_day",
    "free",
    "out_of_office",
    "private",
    "unknown_zone",
    "title_ignored",
    "rep_ignored",
    "internal",
    "nobody_else",
    "no_attendees",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody in a calendar entry; `address` is a lower-case e-mail address."""

    address: str
    name: str = ""
    response: Response = "unknown"
    organizer: bool = False
    resource: bool = False

    @property
    def domain(self) -> str:
        """The part after the @, empty where the address has none."""
        return self.address.rpartition("@")[2] if "@" in self.address else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One occurrence of a calendar entry, as one calendar shows it.

    `uid` names the series; `occurrence` is the RECURRENCE-ID as UTC ISO text (a date for all-day
    entries), empty for an entry that does not recur. Instants are aware UTC. All-day entries run
    from local midnight to local midnight of the calendar's owner. `has_people` is False where the
    source leaves attendees out. `title` is empty for private entries.
    """

    uid: str
    occurrence: str = ""
    title: str = ""
    starts_at: datetime
    ends_at: datetime
    all_day: bool = False
    status: Status = "confirmed"
    shows_as: ShowsAs = "busy"
    private: bool = False
    people: tuple[Person, ...] = ()
    has_people: bool = False
    unknown_zone: str = ""

    @property
    def key(self) -> str:
        """The occurrence's identity: a moved meeting keeps it."""
        return f"{self.uid}#{self.occurrence}" if self.occurrence else self.uid

    @property
    def blocks(self) -> bool:
        """Whether the rep is not to be disturbed during it (before knowing who declined)."""
        return self.status != "cancelled" and self.shows_as != "free"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What a rep taught about what is a sales call: this one, this series, this customer."""

    scope: Literal["occurrence", "series", "customer"]
    value: str
    coached: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How entries are told apart; titles are matched as whole words, whatever their case."""

    own_domains: frozenset[str] = frozenset()
    ignore_titles: tuple[str, ...] = ()
    coach_titles: tuple[str, ...] = ()
    free_mail: frozenset[str] = frozenset()
    bots: tuple[str, ...] = ()
    lessons: tuple[Lesson, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """Whether an entry is coached, why, and who the customer is (a domain or an address)."""

    coached: bool
    reason: Reason
    customer: str = ""
    others: tuple[Person, ...] = ()
