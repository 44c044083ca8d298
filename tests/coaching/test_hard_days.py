"""The days of docs/hard-days.md, played; what the page says comes is what comes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from coaching.spans import Span, WorkCalendar
from coaching.turn import Situation
from tests.coaching.timeline import (
    PLANNED,
    REVIEWED,
    Wall,
    added,
    call,
    changed,
    play,
    promise,
    situation,
    story,
    work,
)

PAGE = Path(__file__).parents[2] / "docs" / "hard-days.md"
ROW = re.compile(r"^\| (\w{3} \d\d:\d\d) \| ([^|]+?) \|", re.MULTILINE)
wall = Wall()


def page(heading: str) -> list[str]:
    """What the page says comes on one of its days, as "Mon 08:30 prompt Acme"."""
    _, _, section = PAGE.read_text(encoding="utf-8").partition(f"\n## {heading}\n")
    return [f"{when} {what}" for when, what in ROW.findall(section.partition("\n## ")[0])]


def test_nine_on_monday() -> None:
    start = situation(
        wall("2026-11-13 09:00"),
        call("Acme", wall.span("2026-11-16 09:00", "10:00")),
        call("Early", wall.span("2026-11-16 08:45", "09:00")),
    )
    assert story(play(start, wall("2026-11-16 10:30")), start, wall) == page("Nine on Monday")


def test_back_to_back_all_day() -> None:
    start = situation(
        wall("2026-11-16 09:00"),
        call("Acme", wall.span("2026-11-17 14:00", "15:00")),
        busy=(
            ("workshop", wall.span("2026-11-17 08:00", "12:00")),
            ("lunch", wall.span("2026-11-17 12:00", "13:50")),
            ("Acme", wall.span("2026-11-17 14:00", "15:00")),
            ("next", wall.span("2026-11-17 15:00", "19:00")),
        ),
    )
    told = play(start, wall("2026-11-18 12:00"))
    assert story(told, start, wall) == page("Back to back all day")


def test_found_five_minutes_before() -> None:
    sudden = call("Acme", wall.span("2026-11-16 11:00", "11:30"))
    later = call("Later", wall.span("2026-11-16 15:00", "15:30"))
    happenings = [
        (wall("2026-11-16 10:55"), added(sudden)),
        (wall("2026-11-16 14:57"), added(later)),
    ]
    start = situation(wall("2026-11-16 09:00"))
    told = play(start, wall("2026-11-16 16:00"), happenings)
    assert story(told, start, wall, sudden, later) == page("Found five minutes before")


def test_moved_past_its_prompt() -> None:
    start = situation(
        wall("2026-11-16 09:00"), call("Acme", wall.span("2026-11-16 16:00", "17:00"))
    )
    earlier = wall.span("2026-11-16 12:00", "13:00")
    moves = changed("Acme", starts_at=earlier.starts_at, ends_at=earlier.ends_at)
    told = play(start, wall("2026-11-16 14:00"), [(wall("2026-11-16 11:42"), moves)])
    assert story(told, start, wall) == page("Moved past its prompt")


def test_planned_and_then_moved_to_tomorrow() -> None:
    start = situation(
        wall("2026-11-16 09:00"), call("Acme", wall.span("2026-11-16 15:00", "16:00"))
    )
    tomorrow = wall.span("2026-11-17 10:00", "11:00")
    happenings = [
        (wall("2026-11-16 12:10"), changed("Acme", plan=PLANNED)),
        (
            wall("2026-11-16 14:00"),
            changed("Acme", starts_at=tomorrow.starts_at, ends_at=tomorrow.ends_at),
        ),
        (wall("2026-11-17 11:15"), changed("Acme", review=REVIEWED)),
    ]
    told = play(start, wall("2026-11-18 12:00"), happenings)
    assert story(told, start, wall) == page("Planned, and then moved to tomorrow")


def test_prompted_and_then_moved() -> None:
    start = situation(
        wall("2026-11-16 09:00"),
        call("Hour", wall.span("2026-11-16 14:00", "14:30")),
        call("Longer", wall.span("2026-11-16 14:45", "15:15")),
    )
    hour, longer = (
        wall.span("2026-11-16 15:00", "15:30"),
        wall.span("2026-11-17 15:00", "15:30"),
    )
    happenings = [
        (
            wall("2026-11-16 12:00"),
            changed("Hour", starts_at=hour.starts_at, ends_at=hour.ends_at),
        ),
        (
            wall("2026-11-16 12:00"),
            changed("Longer", starts_at=longer.starts_at, ends_at=longer.ends_at),
        ),
    ]
    told = play(start, wall("2026-11-17 15:00"), happenings)
    assert story(told, start, wall) == page("Prompted, and then moved")


def test_cancelled_in_the_middle_of_the_review() -> None:
    start = situation(
        wall("2026-11-16 09:00"),
        call("Acme", wall.span("2026-11-16 10:00", "11:00"), plan=PLANNED),
        call("Beta", wall.span("2026-11-16 14:00", "15:00"), plan=PLANNED),
    )

    def gone(before: Situation) -> Situation:
        return replace(before, busy=before.busy[1:])

    off = changed("Beta", standing="cancelled", cancelled_at=wall("2026-11-16 12:40"))
    happenings = [(wall("2026-11-16 11:15"), gone), (wall("2026-11-16 12:40"), off)]
    told = play(start, wall("2026-11-17 12:00"), happenings)
    assert story(told, start, wall) == page("Cancelled in the middle of the review")


def test_two_reps_in_two_zones() -> None:
    shared = Span(wall("2026-11-16 17:30"), wall("2026-11-16 18:15"))
    york = Wall(zone=ZoneInfo("America/New_York"))
    lines = []
    for name, clock in (("Berlin", wall), ("New York", york)):
        start = situation(wall("2026-11-16 06:00"), call("Acme", shared), work=work(clock.zone))
        told = play(start, wall("2026-11-17 19:00"))
        lines += [f"{line} ({name})" for line in story(told, start, clock)]
    assert lines == page("Two reps in two zones")


def test_an_evening_call() -> None:
    start = situation(
        wall("2026-11-13 12:00"),
        call("Acme", wall.span("2026-11-16 22:00", "22:45")),
        call("Dinner", wall.span("2026-11-17 20:00", "21:00"), plan=PLANNED),
        busy=(
            ("Acme", wall.span("2026-11-16 22:00", "22:45")),
            ("Dinner", wall.span("2026-11-17 20:00", "21:00")),
            ("drinks", wall.span("2026-11-17 21:00", "23:30")),
        ),
    )
    plans = changed("Acme", plan=PLANNED)
    told = play(start, wall("2026-11-18 09:00"), [(wall("2026-11-16 18:00"), plans)])
    assert story(told, start, wall) == page("An evening call")


def test_the_night_the_clocks_change() -> None:
    start = situation(
        wall("2026-10-23 12:00"),
        call("Friday", wall.span("2026-10-23 17:00", "17:30"), plan=PLANNED),
        call("Monday", wall.span("2026-10-26 12:00", "13:00")),
    )
    told = play(start, wall("2026-10-26 13:00"))
    assert story(told, start, wall) == page("The night the clocks change")


def test_the_first_day_after_leave() -> None:
    leave = Span(wall("2026-11-07 00:00"), wall("2026-11-16 00:00"))
    before = call("Before", wall.span("2026-11-06 17:00", "18:00"), plan=PLANNED)
    after = call("After", wall.span("2026-11-16 09:00", "10:00"))
    start = situation(
        wall("2026-11-06 16:00"),
        before,
        after,
        promises=(promise("The board's date", date(2026, 11, 10)),),
        busy=(
            ("leave", leave),
            ("Before", Span(before.starts_at, before.ends_at)),
            ("After", Span(after.starts_at, after.ends_at)),
        ),
    )
    told = play(start, wall("2026-11-18 19:00"))
    assert story(told, start, wall) == page("The first day after leave")


def test_an_agenda_and_a_snooze() -> None:
    day = "2026-11-16"
    start = situation(
        wall("2026-11-15 12:00"),
        call("Acme", wall.span(f"{day} 10:00", "10:30")),
        call("Beta", wall.span(f"{day} 13:00", "13:30")),
        call("Gamma", wall.span(f"{day} 16:00", "16:30")),
    )
    new = call("New", wall.span(f"{day} 17:30", "18:00"))
    happenings = [
        (wall(f"{day} 08:40"), changed("Acme", plan=PLANNED)),
        (wall(f"{day} 08:41"), changed("Gamma", snoozed_until=wall(f"{day} 15:30"))),
        (wall(f"{day} 11:00"), added(new)),
        (wall(f"{day} 15:31"), changed("Gamma", snoozed_until=wall(f"{day} 15:46"))),
    ]
    told = play(start, wall(f"{day} 16:00"), happenings)
    assert story(told, start, wall, new) == page("An agenda, and a snooze")


def test_the_cap_is_reached() -> None:
    start = situation(wall("2026-11-16 08:00"))
    for hour in range(9, 18):
        span = wall.span(f"2026-11-16 {hour:02}:15", f"{hour:02}:45")
        start = added(call(f"Call {hour}", span, plan=PLANNED, review=REVIEWED))(start)
    promises = (promise("A signature", date(2026, 11, 13)),)
    last = call("Unplanned", wall.span("2026-11-16 18:00", "18:20"))
    start = replace(added(last)(start), promises=promises)
    told = play(start, wall("2026-11-16 18:25"))
    assert story(told, start, wall) == page("The cap is reached")


def test_before_a_week_of_holidays() -> None:
    china = Wall(zone=ZoneInfo("Asia/Shanghai"))
    start = situation(
        china("2026-09-30 12:00"),
        call("Acme", china.span("2026-09-30 17:30", "18:20"), plan=PLANNED),
        work=golden_week(china.zone),
    )
    told = play(start, china("2026-10-12 12:00"))
    assert story(told, start, china) == page("Before a week of holidays")


def test_after_a_week_of_holidays() -> None:
    china = Wall(zone=ZoneInfo("Asia/Shanghai"))
    start = situation(
        china("2026-09-30 12:00"),
        call("Eight", china.span("2026-10-08 08:40", "09:00")),
        call("Nine", china.span("2026-10-08 09:10", "09:30")),
        work=golden_week(china.zone),
    )
    told = play(start, china("2026-10-08 09:15"))
    assert story(told, start, china) == page("After a week of holidays")


def test_golden_week_and_its_working_saturday() -> None:
    china = Wall(zone=ZoneInfo("Asia/Shanghai"))
    start = situation(
        china("2026-10-09 18:00"),
        call("Acme", china.span("2026-10-10 10:00", "11:00")),
        call("Beta", china.span("2026-10-12 08:50", "09:30")),
        work=golden_week(china.zone),
    )
    told = play(start, china("2026-10-12 09:00"))
    assert story(told, start, china) == page("Golden Week and its working Saturday")


def golden_week(zone: ZoneInfo) -> WorkCalendar:
    return work(
        zone,
        days_off=frozenset(date(2026, 10, day) for day in range(1, 8)),
        extra_workdays=frozenset({date(2026, 10, 10)}),
    )


def test_a_call_on_saturday() -> None:
    start = situation(
        wall("2026-11-13 09:00"), call("Fair", wall.span("2026-11-14 11:00", "12:00"))
    )
    plans = changed("Fair", plan=PLANNED)
    told = play(start, wall("2026-11-16 12:00"), [(wall("2026-11-13 17:40"), plans)])
    assert story(told, start, wall) == page("A call on Saturday")


def test_a_zone_not_known_yet() -> None:
    start = situation(
        wall("2026-11-16 08:00"),
        call("Acme", wall.span("2026-11-16 14:00", "15:00")),
        work=None,
    )
    known = [(wall("2026-11-16 12:20"), lambda before: replace(before, work=work()))]
    told = play(start, wall("2026-11-16 14:00"), known)
    assert story(told, start, wall) == page("A zone not known yet")


def test_the_coach_was_down() -> None:
    start = situation(
        wall("2026-11-16 12:40"),
        call("Missed", wall.span("2026-11-16 09:30", "10:00")),
        call("Soon", wall.span("2026-11-16 12:50", "13:20"), plan=PLANNED),
        call("Late", wall.span("2026-11-16 15:00", "15:30")),
    )
    told = play(start, wall("2026-11-16 13:00"))
    assert story(told, start, wall) == page("The coach was down")


def test_a_pause_over_a_call() -> None:
    start = situation(
        wall("2026-11-16 08:00"),
        call("Acme", wall.span("2026-11-16 14:00", "15:00")),
        call("Beta", wall.span("2026-11-18 14:00", "15:00")),
    )
    paused = replace(start, rep=replace(start.rep, paused_until=wall("2026-11-18 00:00")))
    told = play(paused, wall("2026-11-18 14:00"))
    assert story(told, paused, wall) == page("A pause over a call")


def test_each_day_of_the_page_is_played_and_each_played_day_is_on_the_page() -> None:
    headings = re.findall(r"^## (.+)$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    days = {f"test_{re.sub(r'[^a-z0-9]+', '_', heading.lower())}" for heading in headings}
    played = {name for name in globals() if name.startswith("test_")}
    assert days == played - {
        "test_each_day_of_the_page_is_played_and_each_played_day_is_on_the_page"
    }
