"""The list behind `advance meetings`: what a calendar holds, what would be coached, and why."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from unicodedata import east_asian_width
from zoneinfo import ZoneInfo

from adapters.ports import Calendar, Say
from bot import words, zones
from coaching.errors import BadInput
from coaching.meetings import Entry, Rules, Sorted
from coaching.messages import Names, Quoted, Value, text
from coaching.people import Language
from coaching.sorting import RULES, customer_name, display_name, of_customer, sort
from coaching.spans import Span

DAYS_AHEAD = 14
DAYS_LIMIT = 3660
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)
ADDRESS_LIMIT = 254
_HOURS_WIDTH = 14
_TITLE_WIDTH = 40
_MARGIN = timedelta(days=2)

# An entry, how it was sorted, and the reason as a sentence.
Row = tuple[Entry, Sorted, str]
_DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What an operator asks for: the days, whose calendar it is, and how the list is to look.

    The days, both included, are those of the zone that the calendar names, else of `zone`, else
    UTC; today and the 14 days after it where none are given. `domains` are the owner's companies'.
    """

    me: str
    from_on: date | None = None
    to_on: date | None = None
    domains: tuple[str, ...] = ()
    zone: str = ""
    as_json: bool = False
    language: Language = "en"

    def days(self, now: datetime, home: tzinfo) -> tuple[date, date]:
        """The first and the last day. Raises `BadInput`."""
        first_on = self.from_on or now.astimezone(home).date()
        if not FIRST_DAY <= first_on <= LAST_DAY:
            allowed = f"between {FIRST_DAY} and {LAST_DAY}"
            raise BadInput("from", f"{first_on} is not allowed; it must lie {allowed}")
        last_on = self.to_on or first_on + timedelta(days=DAYS_AHEAD)
        if not 0 <= (last_on - first_on).days < DAYS_LIMIT:
            allowed = f"within {DAYS_LIMIT} days from {first_on}"
            raise BadInput("to", f"{last_on} is not allowed; it must lie {allowed}")
        return first_on, last_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What is printed, and in plain words what of the calendar could not be read."""

    output: str
    faults: tuple[str, ...] = ()


async def list_meetings(
    source: Calendar, wanted: Wanted, *, now: datetime, rules: Rules = RULES
) -> Listing:
    """All entries of the days, sorted, as a table or as JSON. Raises `BadInput` or `Later`."""
    me = _address(wanted.me)
    rules = replace(rules, own_domains=rules.own_domains | _domains(wanted.domains))
    own_zone = _zone(wanted.zone)
    first_on, last_on = wanted.days(now, UTC)
    feed = await source.read(_span(first_on - _MARGIN, last_on + _MARGIN, UTC), {})
    zone = feed.zone or own_zone
    home = ZoneInfo(zone)
    first_on, last_on = wanted.days(now, home)
    window = _span(first_on, last_on, home)
    say = words.read().speaker(wanted.language, zone, now)
    found = [one for one in feed.entries or () if _touches(one, window)]
    sorts = [sort(one, rules, me) for one in found]
    rows = [(one, how, _why(one, how, rules, say)) for one, how in zip(found, sorts, strict=True)]
    if wanted.as_json:
        objects = [_object(*row) for row in rows]
        return Listing(output=json.dumps(objects, ensure_ascii=False, indent=2), faults=feed.faults)
    days: dict[str, Value] = {"from": first_on, "to": last_on, "zone": zone}
    lines = [say.plain(text("meetings-heading", **days))]
    lines += [*_table(rows, home, say), *_summary(rows, feed.faults, say)]
    return Listing(output="\n".join(lines), faults=feed.faults)


def _zone(name: str) -> str:
    """The zone of an operator, UTC where none is named."""
    if name and name not in zones.zones():
        raise BadInput("zone", f"{name[:60]!r} is not known; use a name such as Europe/Berlin")
    return name or "UTC"


def _address(me: str) -> str:
    """The address of the calendar's owner."""
    plain = me.strip().lower().removeprefix("mailto:")
    if len(plain) > ADDRESS_LIMIT:
        raise BadInput("me", f"has {len(plain)} characters; at most {ADDRESS_LIMIT} are allowed")
    if not all(plain.partition("@")):
        raise BadInput("me", f"{me[:60]!r} is no e-mail address")
    return plain


def _domains(domains: Iterable[str]) -> frozenset[str]:
    """Domains as an operator may write them. Raises `BadInput`."""
    plain = frozenset(domain.strip().lower().removeprefix("@") for domain in domains)
    for domain in sorted(plain):
        if len(domain) > ADDRESS_LIMIT or not _DOMAIN.fullmatch(domain):
            raise BadInput("domain", f"{domain[:60]!r} is none; write it like example.com")
    return plain


def _span(first_on: date, last_on: date, home: tzinfo) -> Span:
    """From the midnight before the first day to that after the last."""
    days = (first_on, last_on + timedelta(days=1))
    start, end = (datetime.combine(day, time(), home).astimezone(UTC) for day in days)
    return Span(start, end)


def _touches(entry: Entry, window: Span) -> bool:
    if entry.starts_at == entry.ends_at:
        return entry.starts_at in window
    return entry.starts_at < window.ends_at and entry.ends_at > window.starts_at


def _object(entry: Entry, how: Sorted, why: str) -> dict[str, object]:
    """One entry for programs."""
    return {
        "uid": entry.uid,
        "occurrence": entry.occurrence,
        "key": entry.key,
        "title": entry.title,
        "starts_at": _utc(entry.starts_at),
        "ends_at": _utc(entry.ends_at),
        "all_day": entry.all_day,
        "status": entry.status,
        "coached": how.coached,
        "reason": how.reason,
        "why": why,
        "customer": how.customer,
        "people": [
            {"name": display_name(person), "address": person.address} for person in how.others
        ],
    }


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _why(entry: Entry, how: Sorted, rules: Rules, say: Say) -> str:
    """The reason as a sentence; of the people it names those of the customer."""
    people = of_customer(how.customer, how.others, rules)
    values: dict[str, Value] = {
        "customer": Quoted(customer_name(how.customer, how.others)),
        "people": Names(tuple(display_name(person) for person in people)),
        "zone": Quoted(entry.unknown_zone),
    }
    return say.plain(text(f"meetings-why-{how.reason}", **values))


def _table(rows: Sequence[Row], home: tzinfo, say: Say) -> Iterator[str]:
    """The entries by day: time, whether coached, title, reason."""
    if not rows:
        yield say.plain(text("meetings-none"))
    marks = [say.plain(text(f"meetings-{word}")) for word in ("coached", "not-coached")]
    wide = max(_width(mark) for mark in marks)
    for day, entries in groupby(rows, key=lambda row: row[0].starts_at.astimezone(home).date()):
        yield f"\n{day:%Y-%m-%d} {say.plain(text('meetings-day', day=day))}"
        for entry, how, why in entries:
            mark = marks[0] if how.coached else marks[1]
            cells = (
                _padded(_hours(entry, home, say), _HOURS_WIDTH),
                _padded(mark, wide),
                _padded(_title(entry, say), _TITLE_WIDTH),
                why,
            )
            yield "  " + "  ".join(cells)


def _hours(entry: Entry, home: tzinfo, say: Say) -> str:
    if entry.all_day:
        return say.plain(text("meetings-all-day"))
    start, end = entry.starts_at.astimezone(home), entry.ends_at.astimezone(home)
    nights = (end.date() - start.date()).days
    return f"{start:%H:%M}–{end:%H:%M}" + (f" +{nights}" if nights else "")


def _title(entry: Entry, say: Say) -> str:
    if entry.private:
        return say.plain(text("meetings-private"))
    return entry.title or say.plain(text("meetings-untitled"))


def _summary(rows: Sequence[Row], faults: Sequence[str], say: Say) -> Iterator[str]:
    coached = sum(how.coached for _, how, _ in rows)
    yield "\n" + say.plain(text("meetings-summary", coached=coached, total=len(rows)))
    unknown = sum(how.reason == "no_attendees" for _, how, _ in rows)
    if unknown:
        yield say.plain(text("meetings-unknown", count=unknown))
    for fault in faults:
        yield say.plain(text("meetings-fault", fault=Quoted(fault)))


def _padded(words: str, width: int) -> str:
    """A cell of that many columns; Chinese letters take two."""
    kept = ""
    for letter in words:
        if _width(kept + letter) > width - 1 and _width(words) > width:
            kept += "…"
            break
        kept += letter
    return kept + " " * (width - _width(kept))


def _width(words: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in words)
