"""Plays a month as in production: reps tap, fill in and write; all that is said is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from uuid import UUID

from bot.players.body import Body
from bot.replay.ear import Heard
from bot.replay.expecting import listed
from bot.replay.script import Entry, Person, Script, Squad, Step
from bot.replay.stage import Setting, Stage, Venue
from coaching.errors import CoachError
from tests.databases import KEY
from tests.month import deeds as did
from tests.month.acting import Acting, Page
from tests.month.deeds import Deed, Meeting, Seller
from tests.month.team import FIRST, MANAGER, OWN, ZONE, Month

TEAM = "sales-north"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message of the coach: when, where, and whether it came of itself."""

    at: datetime
    to: str
    heard: Heard
    unasked: bool


@dataclass(slots=True, kw_only=True)
class Played:
    """All that was said in a month; `channel` is the team's, every other place is a rep's name."""

    said: list[Said] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    reps: dict[str, UUID] = field(default_factory=dict)

    def last(self, name: str) -> list[Heard]:
        """The latest that was said to somebody, for a person to read where a play fails."""
        return [one.heard for one in self.said if one.to == name][-4:]


def script(month: Month) -> Script:
    """The people and calendars of a month; its one step says nothing."""
    kim = Person(name="Kim Moss", address=MANAGER, zone=ZONE, sells=False)
    people = tuple(
        Person(
            name=one.name,
            address=one.address,
            language=one.language,
            zone=one.zone,
            calendar=tuple(_entry(meeting, one) for meeting in month.of(one)),
        )
        for one in month.sellers
    )
    return Script(
        title="A month",
        start=f"{FIRST} 01:00",
        own_domains=(OWN,),
        met=True,
        team=Squad(name=TEAM, zone=ZONE, managers=(MANAGER,)),
        reps=(*people, kim),
        steps=(Step(silent=True),),
    )


def _entry(meeting: Meeting, seller: Seller) -> Entry:
    others = tuple(f"{one.name} <{one.address}>" for one in meeting.sellers if one != seller)
    called, customer = meeting.sellers[0], meeting.customer
    return Entry(
        id=meeting.id,
        title=f"{customer.name}: line 2",
        start=f"{meeting.starts_at:%Y-%m-%d %H:%M}",
        end=f"{meeting.ends_at:%Y-%m-%d %H:%M}",
        people=(f"{customer.who} <line2@{customer.domain}>", *others),
        organizer=f"{called.name} <{called.address}>",
    )


async def play(
    month: Month, at: Venue, folder: Path, database: str, *, looks: Iterable[Deed] = ()
) -> Played:
    """Play a month to its end, or to the last look."""
    setting = Setting(
        script=script(month), beside=folder, folder=folder, database=database, secret=KEY
    )
    played = Played()
    names: dict[str, str] = {}
    acting: list[bool] = [False]

    def hears(heard: Heard) -> None:
        to = names.get(heard.envelope.place.address, "")
        now = stage.clock.now()
        played.said.append(Said(at=now, to=to, heard=heard, unasked=not acting[0]))

    stage = Stage(
        setting=setting,
        venue=at,
        listener=hears,
        began=lambda _clock, places: names.update(places),
    )
    async with stage:
        names[stage.channel] = "channel"
        eyes = at.hands(stage)
        played.reps = {rep.address: rep.id for rep in stage.program.enrolled.reps}
        team = Acting(
            stage=stage,
            reps=played.reps,
            keep=played.pages.append,
            eyes=eyes,
            hands=Body(eyes, _quiet),
        )
        for deed in sorted((*month.deeds, *looks), key=lambda one: one.at):
            # A platform that takes a message a second may be some seconds late.
            await stage.play_until(max(deed.at, stage.clock.now()))
            acting[0] = True
            try:
                await team.does(deed)
            except CoachError as fault:
                raise AssertionError(
                    f"{_named(deed)}: {fault}\n{listed(played.last(deed.who.name))}"
                ) from fault
            acting[0] = False
        await stage.play_until(max(_end(month), stage.clock.now()))
    return played


def _named(deed: Deed) -> str:
    about = f" {deed.meeting.id}" if isinstance(deed, did.OfMeeting) else ""
    return f"{deed.who.name} {type(deed).__name__}{about} at {deed.at}"


def _quiet(_rep_id: UUID, _words: str) -> None:
    """Nobody reads along."""


def _end(month: Month) -> datetime:
    friday = month.fridays[-1]
    return datetime.fromisoformat(f"{friday}T17:00:00+01:00")
