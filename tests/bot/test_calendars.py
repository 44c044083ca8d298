"""How calendars are read: in turn, told when something is new, and what is told of failures."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid5

import pytest

from adapters.database import Database, connect
from adapters.database.store import SqlUnit
from adapters.ports import Away, CalendarLink, Later
from bot.calendars import AWAY, REFUSED, Calendars, window
from bot.clock import MovableClock
from bot.config.keys import Person
from bot.enrol import enrol
from bot.looks import Looks
from bot.service import Coach, Service
from coaching.actions import Decision
from coaching.errors import BadInput
from coaching.events import CalendarFailed, CalendarRead, Event
from coaching.ids import configured_link, link_id
from coaching.meetings import Entry
from coaching.people import Rep
from coaching.spans import Span
from coaching.turn import Situation, TeamWeek
from tests.bot.world import DAY, HOUR, KEY, MONDAY, Deaf, Shelf, ada, bea, company, entry


@dataclass
class World:
    """Reps with calendars on a shelf, and what the coach heard of them, by name."""

    database: Database
    workspace_id: UUID
    reps: tuple[Rep, ...]
    shelf: Shelf = field(default_factory=Shelf)
    clock: MovableClock = field(default_factory=lambda: MovableClock(MONDAY))
    heard: list[tuple[str, Event]] = field(default_factory=list)
    trouble: int = 0
    looks: Looks = field(default_factory=Looks)

    def calendars(self) -> Calendars:
        def listens(event: Event, situation: Situation | TeamWeek) -> Decision:
            assert isinstance(situation, Situation)
            if self.trouble and situation.rep.name == "Ada":
                self.trouble -= 1
                raise RuntimeError
            self.heard.append((situation.rep.name, event))
            return Decision()

        coach = Coach(decide=listens, judge=Deaf())
        service = Service(store=self.database.store, coach=coach, clock=self.clock)
        store = self.database.store
        return Calendars(
            store=store, service=service, source=self.shelf, poll=HOUR, looks=self.looks
        )

    async def links(self, rep: Rep) -> list[CalendarLink]:
        async with self.database.store.open(self.workspace_id) as unit:
            return list(await unit.links(rep.id))

    async def link(self, rep: Rep, address: str) -> CalendarLink:
        """A link that the rep makes, so that it is to be read at once."""
        link = CalendarLink(id=link_id(rep.id, address), rep_id=rep.id, address=address)
        await self.put(link)
        self.looks.add(self.workspace_id, rep.id)
        return link

    async def unlink(self, rep: Rep, link: CalendarLink) -> None:
        async with self.database.store.open(self.workspace_id) as unit:
            await unit.drop_link(link.id)
        self.looks.add(self.workspace_id, rep.id)

    async def put(self, link: CalendarLink) -> None:
        async with self.database.store.open(self.workspace_id) as unit:
            await unit.put_link(link)


async def staged(url: str, tmp_path: Path, *people: Person) -> World:
    database = await connect(url, key=KEY)
    workspace_id = await database.store.workspace("w")
    enrolled = await enrol(database.store, workspace_id, company(tmp_path, *people), ())
    return World(database=database, workspace_id=workspace_id, reps=enrolled.reps)


@pytest.fixture
async def world(sqlite_url: str, tmp_path: Path) -> AsyncIterator[World]:
    world = await staged(sqlite_url, tmp_path, ada(), bea(calendar=""))
    yield world
    await world.database.close()


def told(*entries: Entry, failing: tuple[CalendarLink, ...] = ()) -> CalendarRead:
    return CalendarRead(
        window=window(MONDAY),
        entries=entries,
        failing=frozenset(str(link.id) for link in failing),
    )


def test_the_window_is_whole_days_so_that_it_stays_the_same_for_a_day() -> None:
    expected = Span(
        datetime(2026, 11, 21, tzinfo=UTC),
        datetime(2026, 12, 14, tzinfo=UTC),
    )
    assert {window(MONDAY), window(MONDAY + 16 * HOUR)} == {expected}


async def test_the_coach_hears_what_is_in_a_calendar_once(world: World) -> None:
    world.shelf.at["/ada"] = (entry(),)
    calendars = world.calendars()
    for hours in range(3):
        await calendars.read_due(MONDAY + hours * HOUR)
    assert world.heard == [("Ada", told(entry()))]
    assert world.shelf.asked == [("/ada", False), ("/ada", True), ("/ada", True)]


async def test_a_calendar_is_not_read_before_its_time(world: World) -> None:
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    await calendars.read_due(MONDAY + HOUR - timedelta(seconds=1))
    assert (len(world.shelf.asked), calendars.next_at()) == (1, MONDAY + HOUR)


async def test_nothing_is_due_for_whoever_has_left(world: World) -> None:
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    async with world.database.store.open(world.workspace_id) as unit:
        for rep in world.reps:
            await unit.put_rep(replace(rep, active=False))
    await calendars.read_due(MONDAY + HOUR)
    assert (len(world.shelf.asked), calendars.next_at()) == (1, None)


async def test_a_change_is_told(world: World) -> None:
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    world.shelf.at["/ada"] = (entry(),)
    await calendars.read_due(MONDAY + HOUR)
    assert world.heard == [("Ada", told()), ("Ada", told(entry()))]


async def test_a_fresh_process_reads_all_in_full_but_in_its_turn(world: World) -> None:
    world.shelf.at["/ada"] = (entry(),)
    await world.calendars().read_due(MONDAY)
    fresh = world.calendars()
    await fresh.read_due(MONDAY + HOUR / 2)
    assert (len(world.shelf.asked), fresh.next_at()) == (1, MONDAY + HOUR)
    await fresh.read_due(MONDAY + HOUR)
    assert world.shelf.asked == [("/ada", False), ("/ada", False)]


async def test_a_link_that_refuses_is_told_once_and_what_is_known_stays(world: World) -> None:
    world.shelf.at["/ada"] = (entry(),)
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    world.shelf.at["/ada"] = BadInput("calendar", "the address does not exist any more")
    for hours in (1, 2, 3):
        await calendars.read_due(MONDAY + hours * HOUR)
    (link,) = await world.links(world.reps[0])
    failed = CalendarFailed(link=str(link.id), why=REFUSED)
    assert world.heard == [("Ada", told(entry())), ("Ada", failed)]
    assert (link.entries, link.failed_at, link.failure) == (
        (entry(),),
        MONDAY + HOUR,
        REFUSED,
    )


async def test_a_link_that_works_again_is_news_even_if_nothing_changed(world: World) -> None:
    world.shelf.at["/ada"] = (entry(),)
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    world.shelf.at["/ada"] = BadInput("calendar", "gone")
    await calendars.read_due(MONDAY + HOUR)
    world.shelf.at["/ada"] = (entry(),)
    await calendars.read_due(MONDAY + 2 * HOUR)
    (link,) = await world.links(world.reps[0])
    assert world.heard[2:] == [("Ada", told(entry()))]
    assert (link.failed_at, link.failure) == (None, "")


@pytest.mark.parametrize("fault", [Later(MONDAY + HOUR, "busy"), RuntimeError("a surprise")])
async def test_a_server_that_is_away_for_a_day_is_told_of_once(
    world: World, fault: Exception
) -> None:
    world.shelf.at["/ada"] = fault
    calendars = world.calendars()
    for hours in range(30):
        await calendars.read_due(MONDAY + hours * HOUR)
        assert (hours >= 24) == bool(world.heard)
    (link,) = await world.links(world.reps[0])
    assert world.heard == [("Ada", CalendarFailed(link=str(link.id), why=AWAY))]


async def test_two_calendars_are_merged_and_the_failing_one_is_named(world: World) -> None:
    rep = world.reps[0]
    other = CalendarLink(id=uuid5(rep.id, "other"), rep_id=rep.id, address="/other")
    await world.put(other)
    world.shelf.at = {"/ada": (entry(),), "/other": BadInput("calendar", "no")}
    await world.calendars().read_due(MONDAY)
    assert world.heard == [
        ("Ada", told(entry(), failing=(other,))),
        ("Ada", CalendarFailed(link=str(other.id), why=REFUSED)),
    ]


async def test_the_entries_of_a_link_that_is_not_due_are_kept_in_the_merge(world: World) -> None:
    rep = world.reps[0]
    second = entry("m2", starts_at=MONDAY + DAY)
    other = CalendarLink(
        id=uuid5(rep.id, "other"),
        rep_id=rep.id,
        address="/other",
        read_at=MONDAY - HOUR / 2,
        entries=(second,),
    )
    await world.put(other)
    world.shelf.at["/ada"] = (entry(),)
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    assert world.heard == [("Ada", told(entry(), second))]
    assert calendars.next_at() == MONDAY + HOUR / 2


@pytest.mark.parametrize(
    "fault,level,why",
    [
        (Later(MONDAY + HOUR, "no answer"), "WARNING", "no answer"),
        (BadInput("calendar", "gone"), "WARNING", "gone"),
        (RuntimeError("a surprise"), "ERROR", None),
    ],
)
async def test_a_calendar_that_fails_is_logged_with_its_reason_when_it_begins(
    world: World, caplog: pytest.LogCaptureFixture, fault: Exception, level: str, why: str | None
) -> None:
    calendars = world.calendars()
    days: tuple[tuple[Entry, ...] | Exception, ...] = (fault, fault, (), fault)
    for hours, held in enumerate(days):
        world.shelf.at["/ada"] = held
        await calendars.read_due(MONDAY + hours * HOUR)
    logged = [(one.levelname, one.__dict__.get("why")) for one in caplog.records]
    assert logged == [(level, why)] * 2


async def test_a_refusal_after_an_absence_is_logged_as_well(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    calendars = world.calendars()
    for hours, fault in enumerate((Later(MONDAY, "busy"), *[BadInput("calendar", "gone")] * 2)):
        world.shelf.at["/ada"] = fault
        await calendars.read_due(MONDAY + hours * HOUR)
    assert [one.__dict__["why"] for one in caplog.records] == ["busy", "gone"]


async def test_while_the_store_is_away_no_rep_is_passed_over(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def away(*_: object) -> None:
        raise Away

    calendars = world.calendars()
    with monkeypatch.context() as broken:
        broken.setattr(SqlUnit, "links", away)
        with pytest.raises(Away):
            await calendars.read_due(MONDAY)
    await calendars.read_due(MONDAY)
    assert (world.heard, caplog.records) == ([("Ada", told())], [])


async def test_a_new_link_is_read_at_once_when_it_is_looked_at(world: World) -> None:
    _, rep = world.reps
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    await world.put(CalendarLink(id=configured_link(rep.id), rep_id=rep.id, address="/new"))
    await calendars.read_due(MONDAY)
    calendars.look(rep.id)
    await calendars.read_due(MONDAY)
    assert world.shelf.asked == [("/ada", False), ("/new", False)]


async def test_one_reps_trouble_does_not_stop_the_others_nor_is_it_forgotten(
    sqlite_url: str, tmp_path: Path
) -> None:
    world = await staged(sqlite_url, tmp_path, ada(), bea())
    world.shelf.at["/ada"] = (entry(),)
    calendars = world.calendars()
    world.trouble = 1
    await calendars.read_due(MONDAY)
    await calendars.read_due(MONDAY + HOUR)
    await world.database.close()
    assert world.heard == [("Bea", told()), ("Ada", told(entry()))]


async def test_who_is_no_longer_coached_is_not_read(world: World) -> None:
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_rep(replace(world.reps[0], active=False))
    await world.calendars().read_due(MONDAY)
    assert world.shelf.asked == []


# ---- what a rep links in the chat ----------------------------------------------------------------


@pytest.mark.parametrize("whole", [True, False])
async def test_what_a_rep_has_just_linked_is_read_at_once(world: World, whole: bool) -> None:
    _, bea = world.reps
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    world.shelf.at["/new"] = (entry(),)
    await world.link(bea, "/new")
    next_at = calendars.next_at()
    assert next_at is not None
    assert next_at < MONDAY
    await (calendars.read_due if whole else calendars.read_changed)(MONDAY)
    await calendars.read_changed(MONDAY)
    assert world.shelf.asked == [("/ada", False), ("/new", False)]
    assert world.heard == [("Ada", told()), ("Bea", told(entry()))]
    assert calendars.next_at() == MONDAY + HOUR


async def test_nobody_elses_calendar_is_read_for_it(world: World) -> None:
    await world.link(world.reps[1], "/new")
    await world.calendars().read_changed(MONDAY)
    assert world.shelf.asked == [("/new", False)]


async def test_nothing_is_read_at_once_for_whoever_has_left(world: World) -> None:
    _, bea = world.reps
    await world.link(bea, "/new")
    async with world.database.store.open(world.workspace_id) as unit:
        await unit.put_rep(replace(bea, active=False))
    await world.calendars().read_changed(MONDAY)
    assert world.shelf.asked == []


async def test_after_a_link_is_gone_the_coach_hears_what_the_others_hold(world: World) -> None:
    rep, second = world.reps[0], entry("m2", starts_at=MONDAY + DAY)
    world.shelf.at = {"/ada": (entry(),), "/other": (second,)}
    other = await world.link(rep, "/other")
    calendars = world.calendars()
    await calendars.read_due(MONDAY)
    await world.unlink(rep, other)
    await calendars.read_changed(MONDAY)
    await calendars.read_due(MONDAY + HOUR)
    assert world.heard == [("Ada", told(entry(), second)), ("Ada", told(entry()))]


async def test_without_any_link_left_the_coach_hears_nothing_that_looks_like_an_empty_calendar(
    world: World,
) -> None:
    _, bea = world.reps
    link = await world.link(bea, "/new")
    calendars = world.calendars()
    await calendars.read_changed(MONDAY)
    await world.unlink(bea, link)
    await calendars.read_changed(MONDAY)
    assert world.heard == [("Bea", told())]


async def test_what_is_unlinked_while_it_is_read_stays_so_and_is_not_told(world: World) -> None:
    _, bea = world.reps
    link = await world.link(bea, "/new")
    calendars = world.calendars()

    async def leaves(address: str) -> None:
        await world.unlink(bea, link)

    world.shelf.meanwhile = leaves
    await calendars.read_changed(MONDAY)
    assert (await world.links(bea), world.heard) == ([], [])


@pytest.mark.parametrize("fault", [Later(MONDAY + HOUR, "busy"), RuntimeError("a surprise")])
async def test_that_a_new_link_does_not_answer_is_told_at_once_and_once(
    world: World, fault: Exception
) -> None:
    _, bea = world.reps
    world.shelf.at["/new"] = fault
    link = await world.link(bea, "/new")
    calendars = world.calendars()
    for hours in range(30):
        await calendars.read_changed(MONDAY + hours * HOUR)
        await calendars.read_due(MONDAY + hours * HOUR)
    assert [event for name, event in world.heard if name == "Bea"] == [
        told(failing=(link,)),
        CalendarFailed(link=str(link.id), why=AWAY),
    ]


async def test_what_was_not_heard_at_once_is_heard_in_its_turn(world: World) -> None:
    world.shelf.at["/new"] = (entry(),)
    await world.link(world.reps[0], "/new")
    calendars = world.calendars()
    world.trouble = 1
    await calendars.read_changed(MONDAY)
    await calendars.read_due(MONDAY + HOUR)
    assert world.heard == [("Ada", told(entry()))]
