"""What changed in a rep's calendars: known calls held against the entries that were read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import Literal

from coaching import sorting
from coaching.calls import Call
from coaching.events import CalendarRead
from coaching.meetings import Entry, Reason, Rules, Sorted
from coaching.spans import Span

Pair = tuple[Entry, Sorted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry that is to be coached and was not known."""

    entry: Entry
    sorted: Sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A known call has another start or end (and perhaps another title, people or key)."""

    call: Call
    entry: Entry
    sorted: Sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Renamed:
    """A known call has another title, other people, another organiser or key, at the same time."""

    call: Call
    entry: Entry
    sorted: Sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A call taken for cancelled stands in the calendar again."""

    call: Call
    entry: Entry
    sorted: Sorted


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """A known call that has not begun is off for this rep; `why` is "gone" where it disappeared."""

    call: Call
    why: Reason | Literal["gone"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Emptied:
    """Several known calls disappeared because nothing at all was read: not believed at once."""

    calls: tuple[Call, ...]


Change = Found | Moved | Renamed | Restored | Cancelled | Emptied


def reconcile(
    calls: Iterable[Call],
    read: CalendarRead,
    *,
    rules: Rules,
    me: str,
    now: datetime,
    zone: tzinfo = UTC,
    confirmed: bool = False,
) -> tuple[Change, ...]:
    """What changed, by start; nothing where the calendars say what is known.

    `zone` is the rep's, for what counts as the same day. `confirmed` says that the read before
    was just as empty, so that an empty read is believed. What has begun is never cancelled, and a
    call that was held and reviewed is history.
    """
    entries = {entry.key: (entry, sorting.sort(entry, rules, me)) for entry in read.entries}
    open_calls = [call for call in calls if not _is_history(call)]
    known = {call.key for call in open_calls}
    fresh = [pair for key, pair in entries.items() if key not in known and _is_found(pair, now)]
    absent = [call for call in open_calls if _is_missed(call, entries, read.window, now)]
    successors = _successors(absent, fresh, zone)
    changes: list[Change] = []
    for call in open_calls:
        pair = entries.get(call.key) or successors.get(call.key)
        change = _change(call, pair, me, now) if pair else None
        changes += [change] if change else []
    gone = [call for call in absent if call.key not in successors]
    changes += _gone(gone, read, confirmed=confirmed)
    taken = {entry.key for entry, _ in successors.values()}
    changes += [Found(entry=one, sorted=how) for one, how in fresh if one.key not in taken]
    return tuple(sorted(changes, key=_when))


def updated(call: Call, entry: Entry, sort: Sorted, me: str) -> Call:
    """The call as its entry now shows it; customer and opportunity stay, whoever was added."""
    return replace(
        call,
        key=entry.key,
        series=entry.uid,
        title=entry.title,
        people=tuple(sorting.display_name(person) for person in sort.others),
        organizer=sorting.organizes(entry, me),
        starts_at=entry.starts_at,
        ends_at=entry.ends_at,
    )


def busy(entries: Iterable[Entry], me: str) -> tuple[tuple[str, Span], ...]:
    """The stretches in which the rep is not to be disturbed, each with its occurrence, by start."""
    spans = (
        (entry.key, Span(entry.starts_at, entry.ends_at))
        for entry in entries
        if sorting.blocks(entry, me) and entry.starts_at < entry.ends_at
    )
    return tuple(sorted(spans, key=lambda one: (one[1], one[0])))


def merge(sources: Iterable[Sequence[Entry]]) -> tuple[Entry, ...]:
    """The entries of several calendars, each meeting once, by start.

    The same occurrence, or in another calendar the same start and end with the same title or
    organiser, is one meeting. The copy that shows most people stands for it.
    """
    merged: list[tuple[int, Entry]] = []
    at: dict[tuple[datetime, datetime], list[int]] = {}
    by_key: dict[str, int] = {}
    for source, entries in enumerate(sources):
        for entry in entries:
            when = (entry.starts_at, entry.ends_at)
            place = by_key.get(entry.key)
            if place is None:
                twins = (one for one in at.get(when, ()) if _is_twin(merged[one], source, entry))
                place = next(twins, None)
            if place is None:
                place = len(merged)
                merged.append((source, entry))
            else:
                merged[place] = (source, _better(merged[place][1], entry))
            by_key[entry.key] = place
            at.setdefault(when, []).append(place)
    return tuple(sorted((entry for _, entry in merged), key=lambda one: (one.starts_at, one.key)))


def _is_history(call: Call) -> bool:
    """Whether a call was held and reviewed: what its entry does later is another meeting."""
    return call.review.made and call.review.held != "not_held"


def _is_found(pair: Pair, now: datetime) -> bool:
    """Whether an entry is to be coached and not over."""
    entry, how = pair
    return how.coached and entry.ends_at > now


def _is_missed(call: Call, entries: dict[str, Pair], window: Span, now: datetime) -> bool:
    """Whether a call that has not begun should have been read and was not."""
    waits = call.standing != "cancelled" and call.starts_at > now
    return waits and call.key not in entries and call.starts_at in window


def _successors(absent: list[Call], fresh: list[Pair], zone: tzinfo) -> dict[str, Pair]:
    """Missed calls that stand in the calendar under another key, each with its nearest entry."""
    pairs = [
        (abs(entry.starts_at - call.starts_at), call.key, entry.key, (entry, how))
        for call in absent
        for entry, how in fresh
        if _is_same_meeting(call, entry, how, zone)
    ]
    found: dict[str, Pair] = {}
    taken: set[str] = set()
    for _, call_key, entry_key, pair in sorted(pairs, key=lambda one: one[:3]):
        if call_key not in found and entry_key not in taken:
            found[call_key] = pair
            taken.add(entry_key)
    return found


def _is_same_meeting(call: Call, entry: Entry, how: Sorted, zone: tzinfo) -> bool:
    """Whether, on the same day, the series is the same or both title and people match."""
    if call.starts_at.astimezone(zone).date() != entry.starts_at.astimezone(zone).date():
        return False
    if _root(call.series) == _root(entry.uid):
        return True
    people = {sorting.display_name(person) for person in how.others}
    same_title = sorting.folded_title(call.title) == sorting.folded_title(entry.title)
    return same_title and (not people or not call.people or bool(people & set(call.people)))


def _root(uid: str) -> str:
    """The UID a series had before Google split it ("x_R20261201T130000@google.com")."""
    name, at, host = uid.partition("@")
    base, mark, cut = name.rpartition("_R")
    return f"{base}{at}{host}" if mark and cut[:8].isdigit() else uid


def _change(call: Call, pair: Pair, me: str, now: datetime) -> Change | None:
    """What a call's own entry says about it."""
    entry, how = pair
    if call.standing == "cancelled":
        back = _is_found(pair, now)
        return Restored(call=call, entry=entry, sorted=how) if back else None
    if not how.coached:
        return Cancelled(call=call, why=how.reason) if call.starts_at > now else None
    if max(call.ends_at, entry.ends_at) <= now:
        return None
    new = updated(call, entry, how, me)
    if (new.starts_at, new.ends_at) != (call.starts_at, call.ends_at):
        return Moved(call=call, entry=entry, sorted=how)
    return Renamed(call=call, entry=entry, sorted=how) if new != call else None


def _gone(gone: list[Call], read: CalendarRead, *, confirmed: bool) -> list[Change]:
    """Calls that disappeared; several at once out of an empty calendar are to be confirmed."""
    if len(gone) > 1 and not read.entries and not confirmed:
        return [Emptied(calls=tuple(gone))]
    return [Cancelled(call=call, why="gone") for call in gone]


def _when(change: Change) -> tuple[datetime, str]:
    """When the thing changed is, as far as it is known now."""
    match change:
        case Cancelled(call=call):
            return call.starts_at, call.key
        case Emptied(calls=calls):
            return calls[0].starts_at, calls[0].key
        case _:
            return change.entry.starts_at, change.entry.key


def _is_twin(placed: tuple[int, Entry], source: int, entry: Entry) -> bool:
    """Whether an entry of another calendar at the same time is the same meeting."""
    other_source, other = placed
    if source == other_source or entry.private or other.private:
        return False
    title = sorting.folded_title(entry.title)
    same_title = bool(title) and title == sorting.folded_title(other.title)
    return same_title or bool(_organizers(entry) & _organizers(other))


def _organizers(entry: Entry) -> set[str]:
    return {person.address for person in entry.people if person.organizer}


def _better(one: Entry, other: Entry) -> Entry:
    """Of two copies the better: of one occurrence a private or a cancelled one, else more people.

    What either calendar hides or calls off, the coach does not bring up again. A cancelled twin
    with another UID was set up anew, so there the one that stands is taken.
    """
    if one.key != other.key:
        return max(one, other, key=lambda entry: (not _is_off(entry), *_shown(entry)))
    return max(one, other, key=lambda entry: (entry.private, _is_off(entry), *_shown(entry)))


def _shown(entry: Entry) -> tuple[bool, int]:
    """How much a copy shows of the people."""
    return entry.has_people, len(entry.people)


def _is_off(entry: Entry) -> bool:
    return entry.status == "cancelled"
