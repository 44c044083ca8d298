"""What a customer promised, as it is said and settled by taps, wherever it stands."""

from __future__ import annotations

import re
from datetime import date, timedelta

from coaching.calls import Promise
from coaching.judge.gaps import promise_gaps
from coaching.messages import Button, Buttons, Quoted, Tap, Text, text


def words(promise: Promise) -> Quoted | Text:
    """The words of a promise, behind whoever is to keep it, where that was said apart."""
    said = Quoted(promise.text)
    return text("promise-of", who=Quoted(promise.who), promise=said) if promise.who else said


def names_nobody(words: str, people: tuple[str, ...]) -> bool:
    """Whether words leave open who does it: none of the call's people, nobody else one can tell."""
    said = words.casefold()
    apart = set(re.findall(r"\w+", said))
    parts = (part for name in people for part in name.casefold().split() if len(part) > 1)
    named = any(part in (apart if part.isascii() else said) for part in parts)
    return not named and "who" in promise_gaps(words)


def coming_days(today: date) -> set[date]:
    """The coming Friday, and the same day next week."""
    return {today + timedelta(days=(3 - today.weekday()) % 7 + 1), today + timedelta(days=7)}


def settling(promise: Promise, today: date, *, primary: bool = False) -> Buttons:
    """The taps that say what became of a promise: kept, moved to one of two days, not kept."""
    about = str(promise.id)
    kept = Button(
        label=text("button-promise-kept"),
        tap=Tap(verb="promise", about=about, value="kept"),
        primary=primary,
    )
    moved = (
        Button(
            label=text("button-promise-moved", day=day),
            tap=Tap(verb="promise", about=about, value=f"moved:{day.isoformat()}"),
        )
        for day in sorted(coming_days(today))
    )
    broken = Button(
        label=text("button-promise-broken"), tap=Tap(verb="promise", about=about, value="broken")
    )
    return Buttons((kept, *moved, broken))
