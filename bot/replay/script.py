"""A dialogue script: who talks, what stands in the calendars, what happens step by step."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from bot.config.values import Address, Country, Domain, Name, Zone
from bot.replay import moments
from bot.replay.intents import Means
from coaching.people import Language

Moment = Annotated[str, AfterValidator(moments.checked)]
Id = Annotated[str, Field(pattern=r"[A-Za-z0-9][A-Za-z0-9_-]*")]
Way = Literal["form", "chat"]
Guest = Annotated[str, Field(pattern=r"[^<>]+ <[^@<>\s]+@[^@<>\s]+>")]


class Part(BaseModel):
    """A part of a script: only these fields, and never changed."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Entry(Part):
    """A calendar entry; `weekly` repeats it that many times. Without people it names none."""

    id: Id
    title: Name
    start: Moment
    end: Moment
    people: tuple[Guest, ...] = ()
    organizer: Guest | None = None
    weekly: Annotated[int, Field(ge=1, le=60)] = 1


class Person(Part):
    """A rep, with a calendar in the script or in a file beside it; no zone means not known yet.

    With `unlinked` the calendar is there, and the rep is to link it. Who does not sell manages the
    team.
    """

    name: Name
    address: Address
    language: Language = "en"
    zone: Zone | None = None
    country: Country | None = None
    calendar: tuple[Entry, ...] = ()
    calendar_file: Annotated[str, Field(alias="calendar file")] = ""
    unlinked: bool = False
    sells: bool = True

    @model_validator(mode="after")
    def _has_one_calendar(self) -> Person:
        if self.calendar and self.calendar_file:
            raise ValueError("either `calendar` or `calendar file`")
        return self


class Squad(Part):
    """The team: its channel's name and language, and the zone of all times in the script.

    `managers` are the addresses of those people of the script who see its figures.
    """

    name: Name = "sales"
    language: Language = "en"
    zone: Zone = "Europe/Berlin"
    managers: tuple[Address, ...] = ()


class Moves(Part):
    """An entry gets another time."""

    id: Id
    start: Moment
    end: Moment


class Changes(Part):
    """What changes in a rep's calendar."""

    moved: tuple[Moves, ...] = ()
    cancelled: tuple[Id, ...] = ()
    added: tuple[Entry, ...] = ()


class Expected(Part):
    """A text key the coach is to say; `contains` is part of the sentence, in the reader's words."""

    key: Name
    contains: str = ""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, told: object) -> object:
        return {"key": told} if isinstance(told, str) else told


class Step(Part):
    """One step; what is in it happens and is checked in the order of these fields."""

    at: Moment | None = None
    restart: bool = False
    who: Name | None = None
    by: Way | None = None
    calendar: Changes | None = None
    rep: Means | None = None
    refused: tuple[Name, ...] = ()
    coach_says: Annotated[tuple[Expected, ...], Field(alias="coach says")] = ()
    exactly: tuple[Expected, ...] = ()
    silent: bool = False
    channel_says: Annotated[tuple[Expected, ...], Field(alias="channel says")] = ()


class Script(Part):
    """A whole script; `start` is a local date and time in the team's zone.

    With `met` the coach has said hello to everybody before.
    """

    title: Name
    start: Moment
    own_domains: Annotated[tuple[Domain, ...], Field(alias="own domains")] = ()
    met: bool = False
    team: Squad = Squad()
    reps: Annotated[tuple[Person, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _starts_on_a_day(self) -> Script:
        if not self.start[0].isdigit() or len(self.start) < len("2026-11-23 0:00"):
            raise ValueError("start: a date and a time such as 2026-11-23 08:00")
        return self

    @model_validator(mode="after")
    def _knows_its_people(self) -> Script:
        names = [person.name for person in self.reps]
        addresses = {person.address for person in self.reps}
        if len(set(names)) < len(names) or len(addresses) < len(names):
            raise ValueError("reps: two have the same name or address")
        strangers = {step.who for step in self.steps if step.who} - set(names)
        if strangers:
            raise ValueError(f"who: {', '.join(sorted(strangers))}; there are {', '.join(names)}")
        return self

    @model_validator(mode="after")
    def _knows_its_managers(self) -> Script:
        managers = set(self.team.managers)
        strangers = managers - {person.address for person in self.reps}
        if strangers:
            raise ValueError(f"managers: {', '.join(sorted(strangers))} not among the reps")
        idle = [one.name for one in self.reps if not one.sells and one.address not in managers]
        if idle:
            raise ValueError(f"sells: {', '.join(idle)} neither sells nor manages")
        return self

    @property
    def first_day(self) -> date:
        """The local day on which the script starts."""
        return date.fromisoformat(self.start[:10])
