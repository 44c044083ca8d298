"""The sample team of the playground, and its calendars: the same week again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from adapters.ports import Feed
from bot.config.keys import Person as Member
from bot.config.keys import TeamOf
from coaching.meetings import Entry, Person
from coaching.spans import Span

DOMAIN = "harbour-systems.example"
PREFIX = "sample:"
TEAM = TeamOf(
    name="North",
    zone="Europe/Berlin",
    people=tuple(
        Member.model_validate({**told, "calendar": f"{PREFIX}{told['address']}"})
        for told in (
            {"name": "Mara Berg", "address": f"mara@{DOMAIN}", "zone": "Europe/Berlin"},
            {"name": "Tom Hale", "address": f"tom@{DOMAIN}", "zone": "Europe/London"},
            {
                "name": "林晓",
                "address": f"lin@{DOMAIN}",
                "zone": "Asia/Shanghai",
                "language": "zh-Hans",
            },
        )
    ),
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One meeting of the week, in its rep's local time; Monday is 0."""

    weekday: int
    starts: time
    minutes: int
    title: str
    others: tuple[str, ...]


WEEKS: Mapping[str, tuple[Slot, ...]] = {
    f"mara@{DOMAIN}": (
        Slot(0, time(9), 30, "Team stand-up", (f"Tom Hale <tom@{DOMAIN}>",)),
        Slot(0, time(14), 60, "Halden Paper: line 2",
             ("Mara Voss <voss@halden-paper.example>", "Jens Olt <olt@halden-paper.example>")),
        Slot(1, time(10), 45, "Coastal Foods, cold chain", ("Ida Lund <lund@coastal.example>",)),
        Slot(2, time(9, 30), 45, "Brightwater: maintenance plan",
             ("Paul Reyes <reyes@brightwater.example>",)),
        Slot(2, time(11), 30, "Halden Paper, follow-up", ("Jens Olt <olt@halden-paper.example>",)),
        Slot(2, time(15), 60, "Coastal Foods, plant visit",
             ("Ida Lund <lund@coastal.example>", "Sam Ode <ode@coastal.example>")),
        Slot(3, time(13), 60, "Focus time", ()),
        Slot(4, time(11), 45, "Brightwater: numbers", ("Paul Reyes <reyes@brightwater.example>",)),
    ),
    f"tom@{DOMAIN}": (
        Slot(1, time(14), 60, "Fenwick Logistics", ("Ruth Cole <cole@fenwick.example>",)),
        Slot(3, time(10), 45, "Fenwick Logistics, depot", ("Ruth Cole <cole@fenwick.example>",)),
    ),
    f"lin@{DOMAIN}": (
        Slot(0, time(15), 60, "恒达纸业：二号线",
             ("王总 <wang@hengda.example>", "李工 <li@hengda.example>")),
        Slot(2, time(10), 45, "远帆物流 来访", ("赵敏 <zhao@yuanfan.example>",)),
        Slot(3, time(14), 60, "恒达纸业：现场走访", ("李工 <li@hengda.example>",)),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SampleCalendar:
    """The port `Calendar` over one rep's sample week."""

    address: str
    zone: str

    async def read(self, window: Span, validators: Mapping[str, str]) -> Feed:
        """The meetings of all weeks that touch the window."""
        if validators == {"window": str(window)}:
            return Feed(entries=None, validators=validators, zone=self.zone)
        entries = tuple(self._entries(window))
        return Feed(entries=entries, validators={"window": str(window)}, zone=self.zone)

    def _entries(self, window: Span) -> Iterator[Entry]:
        day = window.starts_at.date() - timedelta(days=1)
        while day <= window.ends_at.date():
            for number, slot in enumerate(WEEKS[self.address]):
                if slot.weekday == day.weekday():
                    entry = self._entry(number, slot, day)
                    if entry.starts_at < window.ends_at and entry.ends_at > window.starts_at:
                        yield entry
            day += timedelta(days=1)

    def _entry(self, number: int, slot: Slot, day: date) -> Entry:
        local = datetime.combine(day, slot.starts, tzinfo=ZoneInfo(self.zone))
        starts_at = local.astimezone(UTC)
        me = Person(address=self.address, response="accepted", organizer=True)
        return Entry(
            uid=f"{number}.{self.address}",
            occurrence=starts_at.isoformat(),
            title=slot.title,
            starts_at=starts_at,
            ends_at=starts_at + timedelta(minutes=slot.minutes),
            people=(me, *map(_person, slot.others)) if slot.others else (),
            has_people=True,
        )


def _person(told: str) -> Person:
    name, _, address = told.partition(" <")
    return Person(address=address.rstrip(">"), name=name, response="accepted")
