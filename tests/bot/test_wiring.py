"""The program put together with its real parts, living through a few days."""

from __future__ import annotations

import io
import logging
import stat
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from adapters.calendars.feed import FileCalendar, WebCalendar
from adapters.database import AlreadyServing, NotReady
from adapters.ports import CalendarLink, Envelope, Place, Platform
from bot import wiring
from bot.clock import MovableClock, SystemClock
from bot.config import Config
from bot.config.keys import Calendars, Platforms, TeamOf
from bot.digesting import preview
from bot.program import Program
from coaching.actions import Done
from coaching.errors import BadInput, CoachError
from coaching.events import Commanded
from coaching.ids import configured_link
from coaching.spans import Span
from tests.bot.world import DAY, HOUR, KEY, MONDAY, Shelf, Speaker, ada, bea, company, entry, said

CALL_AT = MONDAY + DAY + 6 * HOUR


def offline(data: Path, *people: object, **changes: object) -> Config:
    told = {"platforms": Platforms(web=None)} | changes
    return company(data, *people, **told)  # type: ignore[arg-type]  # people, as in company


def shelf() -> Shelf:
    return Shelf(at={"/ada": (entry(starts_at=CALL_AT, title="Halden: line 2"),)})


async def told_at(program: Program) -> list[datetime]:
    (rep,) = program.enrolled.reps
    return [post.at for post in await program.board.posts(f"rep:{rep.id}")]


async def test_a_rep_is_greeted_prompted_and_asked_at_the_right_moments(tmp_path: Path) -> None:
    clock = MovableClock(MONDAY)
    async with wiring.build(company(tmp_path), clock, source=shelf()) as program:
        await program.greet()
        await program.play_until(CALL_AT + 3 * HOUR)
        told = await told_at(program)
    assert told == [
        MONDAY,
        CALL_AT - 3 * HOUR,
        CALL_AT - timedelta(minutes=45),
        CALL_AT + HOUR + timedelta(minutes=10),
    ]


async def test_a_restart_says_nothing_twice(tmp_path: Path) -> None:
    clock = MovableClock(MONDAY)
    for until in (MONDAY + 2 * HOUR, CALL_AT - 2 * HOUR):
        async with wiring.build(company(tmp_path), clock, source=shelf()) as program:
            await program.greet()
            await program.play_until(until)
            told = await told_at(program)
    assert told == [MONDAY, CALL_AT - 3 * HOUR]


async def test_a_hello_that_was_cut_off_is_said_at_the_next_start(tmp_path: Path) -> None:
    clock = MovableClock(MONDAY)
    async with wiring.build(offline(tmp_path), clock, source=Shelf()):
        pass
    async with wiring.build(company(tmp_path), clock, source=Shelf()) as program:
        await program.greet()
        await program.tick()
        assert await told_at(program) == [MONDAY]


async def test_the_console_shows_who_is_told_what_and_when(tmp_path: Path) -> None:
    out = io.StringIO()
    async with wiring.build(
        offline(tmp_path), MovableClock(MONDAY), out=out, source=shelf()
    ) as program:
        await program.greet()
        await program.play_until(CALL_AT - HOUR)
    heads = [line for line in out.getvalue().splitlines() if line.startswith(("←", "~"))]
    assert heads == ["← Mon 23 Nov 8:00  Ada", "← Tue 24 Nov 11:00  Ada"]


async def test_the_digest_goes_to_the_teams_channel_and_can_be_seen_before(
    tmp_path: Path,
) -> None:
    out = io.StringIO()
    friday = MONDAY + 4 * DAY + 8 * HOUR
    config = offline(tmp_path)
    async with wiring.build(config, MovableClock(MONDAY), out=out, source=shelf()) as program:
        await program.play_until(friday - HOUR)
        before = await preview(program, "", colour=False)
        await program.play_until(friday)
    posted = out.getvalue().partition("← Fri 27 Nov 16:00  #north\n")[2]
    assert before.splitlines()[0] == "Week 48"
    assert posted.splitlines()[0] == "  Week 48"


async def test_a_team_has_to_be_named_where_there_are_several(tmp_path: Path) -> None:
    config = company(tmp_path, teams=(TeamOf(name="north"), TeamOf(name="south")))
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as program:
        with pytest.raises(BadInput, match="there are north, south"):
            await preview(program, "", colour=False)
        assert await preview(program, "south", colour=False) == ""


async def test_the_console_names_a_place_it_does_not_know_by_its_address(tmp_path: Path) -> None:
    out = io.StringIO()
    clock = MovableClock(MONDAY)
    async with wiring.build(offline(tmp_path), clock, out=out, source=Shelf()) as program:
        say = program.words.speaker("en", "UTC", MONDAY)
        stranger = Place(platform="console", tenant="console", address="rep:x", kind="rep")
        envelope = Envelope(id="m", place=stranger, message=said(), say=say)
        assert program.console is not None
        await program.console.send(envelope)
    assert out.getvalue() == "← rep:x\n  today\n\n"


async def test_what_a_rep_does_is_answered_and_what_follows_is_carried(tmp_path: Path) -> None:
    async with wiring.build(company(tmp_path), MovableClock(MONDAY), source=Shelf()) as program:
        (rep,) = program.enrolled.reps
        reply = await program.handle(rep.id, Commanded(name="help"), "d1")
        posts = await program.board.posts(f"rep:{rep.id}")
        again = await program.handle(rep.id, Commanded(name="help"), "d1")
        assert (reply, again, len(posts)) == (Done(), Done(), 1)
        assert len(await program.board.posts(f"rep:{rep.id}")) == 1


async def test_the_door_answers_at_once_and_the_rest_follows(tmp_path: Path) -> None:
    async with wiring.build(company(tmp_path), MovableClock(MONDAY), source=Shelf()) as program:
        (rep,) = program.enrolled.reps
        await program.door.handle(rep.id, Commanded(name="help"), "d1")
        await program.rest()
        assert len(await program.board.posts(f"rep:{rep.id}")) == 1


async def test_the_door_shows_people_teams_and_a_sorted_day(tmp_path: Path) -> None:
    config = company(tmp_path, ada(), bea(calendar=""))
    async with wiring.build(config, MovableClock(MONDAY), source=shelf()) as program:
        await program.tick()
        rep = program.enrolled.reps[0]
        async with program.store.open(program.workspace_id) as unit:
            await unit.put_rep(replace(program.enrolled.reps[1], active=False))
        day = Span(MONDAY + DAY, MONDAY + 2 * DAY)
        (appointment,) = await program.door.day(rep.id, day)
        shown, how, call = appointment
        assert (await program.door.people(), await program.door.teams()) == (
            (rep,),
            program.enrolled.teams,
        )
        assert await program.door.day(rep.id, Span(MONDAY, MONDAY + HOUR)) == ()
    assert call is not None
    assert (shown.title, how.coached, how.customer, call.key) == (
        "Halden: line 2",
        True,
        "halden.example",
        "m1",
    )


async def test_only_a_movable_clock_can_be_played(tmp_path: Path) -> None:
    async with wiring.build(company(tmp_path), SystemClock(), source=Shelf()) as program:
        with pytest.raises(CoachError, match="movable"):
            program.play(MONDAY)


async def test_one_rep_who_cannot_be_greeted_does_not_stop_the_start(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    config = company(tmp_path, ada(), bea(calendar=""))
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as program:
        first, second = program.enrolled.reps
        async with program.store.open(program.workspace_id) as unit:
            # A state nobody can decide on: the team is there, its zone is none.
            await unit.put_rep(replace(first, zone="Nowhere/None"))
        with caplog.at_level(logging.ERROR):
            await program.greet()
        await program.outbox.carry()
        posts = await program.board.posts(f"rep:{second.id}")
    assert (len(caplog.records), len(posts)) == (1, 1)


async def test_a_rep_who_is_reached_nowhere_yet_is_not_greeted_into_the_void(
    tmp_path: Path,
) -> None:
    config = company(tmp_path, ada())
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as program:
        rep = program.enrolled.reps[0]
        await replace(program, platforms=()).greet()
        await program.outbox.carry()
        assert await program.board.posts(f"rep:{rep.id}") == ()
        await program.greet()
        await program.outbox.carry()
        assert len(await program.board.posts(f"rep:{rep.id}")) == 1


async def test_something_can_be_put_around_each_platform(tmp_path: Path) -> None:
    speaker = Speaker()

    def around(platform: Platform) -> Platform:
        assert platform.name == "web"
        return speaker

    async with wiring.build(
        company(tmp_path), MovableClock(MONDAY), source=Shelf(), around=around
    ) as program:
        await program.greet()
        await program.tick()
    assert len(speaker.sent) == 1


async def test_carrying_that_fails_in_the_background_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with wiring.build(company(tmp_path), MovableClock(MONDAY), source=Shelf()) as program:
        (rep,) = program.enrolled.reps

        async def broken() -> int:
            raise OSError

        program.outbox.carry = broken  # type: ignore[method-assign]  # as if the disk were gone
        with caplog.at_level(logging.ERROR):
            await program.door.handle(rep.id, Commanded(name="help"), "d1")
            await program.rest()
    assert [record.message for record in caplog.records] == ["The outbox could not be carried"]


async def test_an_embedded_database_brings_its_own_key(tmp_path: Path) -> None:
    config = company(tmp_path / "new" / "folder")
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()):
        pass
    file = tmp_path / "new" / "folder" / "key"
    first = file.read_text(encoding="ascii")
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as program:
        (rep,) = program.enrolled.reps
        async with program.store.open(program.workspace_id) as unit:
            (link,) = await unit.links(rep.id)
    assert (stat.S_IMODE(file.stat().st_mode), len(first)) == (0o600, 44)
    assert (link.address, file.read_text(encoding="ascii")) == ("/ada", first)


async def test_what_an_embedded_database_keeps_is_for_its_owner_alone(tmp_path: Path) -> None:
    config = company(tmp_path / "data")
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf(), use="serve"):
        modes = {
            file.name: stat.S_IMODE(file.stat().st_mode)
            for file in (tmp_path / "data", *(tmp_path / "data").iterdir())
        }
    names = ("advance.db", "advance.db-shm", "advance.db-wal", "advance.db.serving", "key")
    assert modes == {"data": 0o700} | dict.fromkeys(names, 0o600)


async def test_a_server_without_its_folder_says_so(tmp_path: Path) -> None:
    config = company(tmp_path, database_url=f"sqlite:///{tmp_path}/none/advance.db")
    with pytest.raises(NotReady, match="No such file or directory"):
        async with wiring.build(config, MovableClock(MONDAY), source=Shelf(), use="serve"):
            pass


async def test_a_given_key_is_used_and_none_is_made(tmp_path: Path) -> None:
    config = company(tmp_path, secret=KEY)
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as program:
        assert len(program.enrolled.reps) == 1
    assert not (tmp_path / "key").exists()


async def test_a_second_server_on_an_embedded_database_is_refused(tmp_path: Path) -> None:
    config = company(tmp_path)
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf(), use="serve"):
        with pytest.raises(AlreadyServing):
            async with wiring.build(config, SystemClock(), source=Shelf(), use="serve"):
                pass
        async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as beside:
            await beside.ready()


async def test_no_schema_is_touched_under_a_running_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = company(tmp_path)
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf(), use="serve"):
        migrated: list[Config] = []
        monkeypatch.setattr("bot.wiring.database.migrate", migrated.append)
        with pytest.raises(AlreadyServing):
            async with wiring.build(config, SystemClock(), source=Shelf(), use="serve"):
                pass
        async with wiring.build(config, SystemClock(), source=Shelf(), use="look") as beside:
            await beside.ready()
    assert migrated == []


async def test_a_database_server_is_migrated_by_the_operator(
    empty_postgresql_url: str, tmp_path: Path
) -> None:
    config = company(tmp_path, ada(calendar=""), database_url=empty_postgresql_url)
    with pytest.raises(NotReady, match="advance migrate"):
        async with wiring.build(config, MovableClock(MONDAY), source=Shelf()):
            pass
    wiring.migrate(config)
    async with wiring.build(config, MovableClock(MONDAY), source=Shelf()) as program:
        await program.greet()
        await program.tick()
        (rep,) = program.enrolled.reps
        posts = await program.board.posts(f"rep:{rep.id}")
    assert (len(posts), (tmp_path / "key").exists()) == (1, False)


async def test_a_file_is_opened_only_where_the_operator_named_it(tmp_path: Path) -> None:
    config = company(tmp_path, calendars=Calendars(allow_private=True))
    async with wiring.build(config, MovableClock(MONDAY)) as program:
        (rep,) = program.enrolled.reps
        configured = CalendarLink(
            id=configured_link(rep.id), rep_id=rep.id, address="/calendar.ics"
        )
        given = replace(configured, id=program.workspace_id)
        address = replace(configured, address="https://calendar.example/a.ics")
        opened = [program.source(link, rep) for link in (configured, given, address)]
    assert opened == [
        FileCalendar(path=Path("/calendar.ics"), me_zone="Europe/Berlin"),
        WebCalendar(
            address="/calendar.ics",
            clock=program.clock,
            me_zone="Europe/Berlin",
            allow_private=True,
        ),
        WebCalendar(
            address="https://calendar.example/a.ics",
            clock=program.clock,
            me_zone="Europe/Berlin",
            allow_private=True,
        ),
    ]


def test_the_command_line_opens_files_and_addresses() -> None:
    clock = SystemClock()
    assert [wiring.calendar(one, clock, "UTC") for one in ("a.ics", "https://c.example/a")] == [
        FileCalendar(path=Path("a.ics"), me_zone="UTC"),
        WebCalendar(address="https://c.example/a", clock=clock, me_zone="UTC", allow_private=True),
    ]


async def test_what_was_kept_long_enough_is_deleted(tmp_path: Path) -> None:
    clock = MovableClock(MONDAY)
    config = company(tmp_path, retention_days=7)
    async with wiring.build(config, clock, source=Shelf()) as program:
        (rep,) = program.enrolled.reps
        await program.handle(rep.id, Commanded(name="help"), "d1")
        clock.advance(9 * DAY)
        await program.tidy()
        await program.handle(rep.id, Commanded(name="help"), "d1")
        posts = await program.board.posts(f"rep:{rep.id}")
    assert len(posts) == 2
