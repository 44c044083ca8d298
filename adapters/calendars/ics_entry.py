"""One occurrence of a VEVENT as an `Entry`: who is in it, how it stands, how it shows."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from adapters.calendars.ics_mending import Component
from adapters.calendars.ics_series import Occurrence
from adapters.calendars.ics_text import PEOPLE_LIMIT
from coaching.meetings import Entry, Person, Response, ShowsAs, Status

TITLE_LIMIT = 500

_RESPONSES: dict[str, Response] = {
    "ACCEPTED": "accepted",
    "DECLINED": "declined",
    "TENTATIVE": "tentative",
    "NEEDS-ACTION": "waiting",
}
_SHOWS_AS: dict[str, ShowsAs] = {"FREE": "free", "OOF": "out_of_office"}


def entry(uid: str, occurrence: Occurrence, *, shows_people: bool) -> Entry:
    """The entry of an occurrence; of a private one neither title nor people are kept.

    `shows_people` says that the calendar names guests at all.
    """
    component = occurrence.component
    private = _word(component, "CLASS") in {"PRIVATE", "CONFIDENTIAL"}
    return Entry(
        uid=uid,
        occurrence=occurrence.id,
        title="" if private else _clean(component.get("SUMMARY"), TITLE_LIMIT),
        starts_at=occurrence.starts_at,
        ends_at=occurrence.ends_at,
        all_day=occurrence.all_day or _word(component, "X-MICROSOFT-CDO-ALLDAYEVENT") == "TRUE",
        status=_status(component),
        shows_as=_shows_as(component),
        private=private,
        people=() if private else _people(component),
        has_people=not private and shows_people,
        unknown_zone=occurrence.unknown_zone,
    )


def _status(component: Component) -> Status:
    match _word(component, "STATUS"), _word(component, "X-MICROSOFT-CDO-BUSYSTATUS"):
        case "CANCELLED", _:
            return "cancelled"
        case ("TENTATIVE", _) | (_, "TENTATIVE"):
            return "tentative"
        case _:
            return "confirmed"


def _shows_as(component: Component) -> ShowsAs:
    """How it shows; Microsoft's word is finer than TRANSP and goes before it."""
    shown = _word(component, "X-MICROSOFT-CDO-BUSYSTATUS")
    if shown:
        return _SHOWS_AS.get(shown, "busy")
    return "free" if _word(component, "TRANSP") == "TRANSPARENT" else "busy"


def _people(component: Component) -> tuple[Person, ...]:
    """The organiser and the guests, each address once, the organiser first."""
    found: dict[str, Person] = {}
    for name in ("ORGANIZER", "ATTENDEE"):
        values = component.get(name, [])
        for value in (values if isinstance(values, list) else [values])[:PEOPLE_LIMIT]:
            person = _person(value, organizer=name == "ORGANIZER")
            known = found.get(person.address)
            if person.address or person.name:
                found[person.address or person.name] = _joined(known, person) if known else person
    return tuple(found.values())


def _person(value: Any, *, organizer: bool) -> Person:
    """A person from an ATTENDEE or ORGANIZER line."""
    params = value.params
    return Person(
        address=_address(str(value)) or _address(str(params.get("EMAIL", ""))),
        name=_clean(params.get("CN"), TITLE_LIMIT),
        response=_RESPONSES.get(str(params.get("PARTSTAT", "")).upper(), "unknown"),
        organizer=organizer,
        resource=str(params.get("CUTYPE", "")).upper() in {"ROOM", "RESOURCE"},
    )


def _joined(one: Person, other: Person) -> Person:
    """Somebody who stands there twice, as organiser and as guest."""
    return Person(
        address=one.address,
        name=one.name or other.name,
        response=other.response if one.response == "unknown" else one.response,
        organizer=one.organizer or other.organizer,
        resource=one.resource or other.resource,
    )


def _address(text: str) -> str:
    """An e-mail address in lower case, empty where the text is none (Apple's own ids)."""
    plain = unquote(text.strip())
    plain = plain[7:] if plain[:7].lower() == "mailto:" else plain
    plain = plain.strip().strip("<>'\"").lower()
    scheme, colon, _ = plain.partition(":")
    return plain if "@" in plain and not (colon and "@" not in scheme) else ""


def _word(component: Component, name: str) -> str:
    """A property of one word, in capitals."""
    values = component.get(name, "")
    return str(values[0] if isinstance(values, list) else values).strip().upper()


def _clean(value: Any, limit: int) -> str:
    """A text in one line, without control characters."""
    first = value[0] if isinstance(value, list) else value
    kept = "".join(letter if letter.isprintable() else " " for letter in str(first or ""))
    plain = " ".join(kept.split())
    return plain if len(plain) <= limit else plain[: limit - 1] + "…"
