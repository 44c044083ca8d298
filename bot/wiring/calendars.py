"""The calendars, opened by where they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from adapters.calendars.feed import FileCalendar, WebCalendar
from adapters.ports import Calendar, CalendarLink, Clock
from bot.config import Config
from coaching.ids import configured_link
from coaching.people import Rep


def calendar(address: str, clock: Clock, zone: str = "") -> Calendar:
    """The calendar in a file or at an address, as the operator names it on the command line."""
    if "://" in address:
        return WebCalendar(address=address, clock=clock, me_zone=zone, allow_private=True)
    return FileCalendar(path=Path(address), me_zone=zone)


@dataclass(frozen=True, slots=True)
class Sources:
    """Opens the calendar behind a link; a file only where the operator named it."""

    config: Config
    clock: Clock

    def __call__(self, link: CalendarLink, rep: Rep) -> Calendar:
        """The calendar of a rep's link."""
        zone = rep.zone or ""
        if "://" not in link.address and link.id == configured_link(rep.id):
            return FileCalendar(path=Path(link.address), me_zone=zone)
        return WebCalendar(
            address=link.address,
            clock=self.clock,
            me_zone=zone,
            allow_private=self.config.calendars.allow_private,
        )
