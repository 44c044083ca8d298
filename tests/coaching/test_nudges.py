"""Named happenings, one at a time: what is still to come, and what is given up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid5
from zoneinfo import ZoneInfo

import pytest

from coaching.calls import Call, Review
from coaching.digest_moments import digest_due, next_digest
from coaching.events import DigestDue
from coaching.nudge import Kind, Nudge, Told
from coaching.nudges import Timetable, agenda_calls, pending, review_closes, worked_days
from coaching.people import Policy
from coaching.spans import Span
from coaching.turn import Situation
from tests.coaching.timeline import (
    NAMES,
    PLANNED,
    REVIEWED,
    TEAM,
    Wall,
    added,
    call,
    minutes,
    promise,
    sent,
    situation,
    work,
)

wall = Wall()
MON = "2026-11-16"
ACME = str(uuid5(NAMES, "Acme"))
Happening = Callable[[Situation], Situation]


def acme(**changes: object) -> Call:
    """A call on Monday, 14:00 to 15:00."""
    return call("Acme", wall.span(f"{MON} 14:00", "15:00"), **changes)


def lines(table: Timetable) -> list[str]:
    coming = [f"{wall.says(nudge.at)} {nudge.kind}" for nudge in table.nudges]
    return coming + [f"{told.kind} {told.dropped}" for told in table.dropped]


def with_call(**changes: object) -> Happening:
    return lambda before: replace(before, calls=(replace(before.calls[0], **changes),))  # type: ignore[arg-type]  # by name


def with_told(kind: Kind, start: str, at: str, about: str = ACME, dropped: str = "") -> Happening:
    told = Told(kind=kind, about=about, start=wall(start), at=wall(at), dropped=dropped)
    return lambda before: replace(before, told=(*before.told, told))


def with_policy(**changes: object) -> Happening:
    return lambda before: replace(before, policy=replace(before.policy, **changes))  # type: ignore[arg-type]  # by name


def with_busy(*spans: tuple[str, str]) -> Happening:
    busy = tuple((start, wall.span(start, end)) for start, end in spans)
    return lambda before: replace(before, busy=before.busy + busy)


def with_pause(until: str) -> Happening:
    return lambda before: replace(before, rep=replace(before.rep, paused_until=wall(until)))


def with_rep(**changes: object) -> Happening:
    return lambda before: replace(before, rep=replace(before.rep, **changes))  # type: ignore[arg-type]  # by name


def at(now: str) -> Happening:
    return lambda before: replace(before, now=wall(now))


ASKED = with_call(asked_at=wall(f"{MON} 11:00"), asked_start=wall(f"{MON} 14:00"))
REVIEW_ASKED = with_call(review_asked_at=wall(f"{MON} 15:10"), asked_start=wall(f"{MON} 14:00"))
LONG_AGO = timedelta(days=60)


@pytest.mark.parametrize(
    "happenings,expected",
    [
        pytest.param([], ["Mon 11:00 prompt", "Mon 15:10 review"], id="a call is found"),
        pytest.param(
            [with_call(plan=PLANNED)], ["Mon 13:50 cue", "Mon 15:10 review"], id="planned"
        ),
        pytest.param(
            [with_call(plan=PLANNED), with_policy(cues=False)],
            ["Mon 15:10 review"],
            id="planned by a rep without cue cards",
        ),
        pytest.param([with_call(standing="skipped")], [], id="skipped"),
        pytest.param([with_rep(active=False)], [], id="the rep has left"),
        pytest.param([ASKED], ["Mon 13:15 reminder", "Mon 15:10 review"], id="prompted"),
        pytest.param(
            [ASKED, with_policy(reminders=False)], ["Mon 15:10 review"], id="reminders are off"
        ),
        pytest.param(
            [ASKED, with_told("reminder", f"{MON} 14:00", f"{MON} 13:15"), at(f"{MON} 13:20")],
            ["Mon 15:10 review"],
            id="reminded",
        ),
        pytest.param(
            [
                ASKED,
                with_told("reminder", f"{MON} 13:50", f"{MON} 13:05"),
                at(f"{MON} 13:07"),
            ],
            ["Mon 15:10 review"],
            id="reminded and moved by ten minutes",
        ),
        pytest.param(
            [with_call(asked_at=wall(f"{MON} 13:10"), asked_start=wall(f"{MON} 14:00"))],
            ["Mon 15:10 review"],
            id="prompted too late for a reminder",
        ),
        pytest.param(
            [ASKED, with_busy((f"{MON} 12:10", "13:50"))],
            ["Mon 12:05 reminder", "Mon 15:10 review"],
            id="busy when the reminder should come: the last gap before",
        ),
        pytest.param(
            [ASKED, with_busy((f"{MON} 12:00", "12:01"), (f"{MON} 12:03", "13:50"))],
            ["Mon 12:01 reminder", "Mon 15:10 review"],
            id="a gap of two minutes: its start",
        ),
        pytest.param(
            [ASKED, with_call(snoozed_until=wall(f"{MON} 12:20")), with_policy(reminders=False)],
            ["Mon 12:20 reminder", "Mon 15:10 review"],
            id="snoozed by a rep without reminders",
        ),
        pytest.param(
            [ASKED, with_call(snoozed_until=wall(f"{MON} 14:20"))],
            ["Mon 13:55 reminder", "Mon 15:10 review"],
            id="snoozed beyond the start",
        ),
        pytest.param(
            [ASKED, with_call(snoozed_until=wall(f"{MON} 10:30"))],
            ["Mon 13:15 reminder", "Mon 15:10 review"],
            id="a snooze of an earlier prompt is void",
        ),
        pytest.param(
            [with_call(snoozed_until=wall(f"{MON} 12:20"))],
            ["Mon 12:20 reminder", "Mon 15:10 review"],
            id="snoozed unasked",
        ),
        pytest.param(
            [ASKED, with_call(starts_at=wall(f"{MON} 15:01"), ends_at=wall(f"{MON} 16:00"))],
            ["Mon 12:01 prompt", "Mon 16:10 review"],
            id="prompted and moved far",
        ),
        pytest.param(
            [with_told("agenda", f"{MON} 09:00", f"{MON} 08:30", about=MON), at(f"{MON} 08:31")],
            ["Mon 15:10 review"],
            id="the agenda told it",
        ),
        pytest.param(
            [
                with_call(found_at=wall(f"{MON} 09:00")),
                with_told("agenda", f"{MON} 09:00", f"{MON} 08:30", about=MON),
                at(f"{MON} 09:00"),
            ],
            ["Mon 11:00 prompt", "Mon 15:10 review"],
            id="found after the agenda",
        ),
        pytest.param(
            [ASKED, with_told("agenda", f"{MON} 12:00", f"{MON} 11:00", about=MON)],
            ["Mon 15:10 review"],
            id="the agenda asked: no reminder",
        ),
        pytest.param(
            [ASKED, with_told("agenda", f"{MON} 12:00", f"{MON} 11:20", about=MON)],
            ["Mon 13:15 reminder", "Mon 15:10 review"],
            id="prompted before the agenda",
        ),
        pytest.param(
            [
                ASKED,
                with_told("agenda", f"{MON} 12:00", f"{MON} 08:30", about=MON),
                with_told("prompt", f"{MON} 14:00", f"{MON} 11:00"),
            ],
            ["Mon 13:15 reminder", "Mon 15:10 review"],
            id="prompted again after the agenda",
        ),
        pytest.param(
            [with_call(plan=PLANNED), with_told("cue", f"{MON} 13:30", f"{MON} 13:20")],
            ["Mon 15:10 review"],
            id="moved by half an hour after its cue",
        ),
        pytest.param(
            [with_call(plan=PLANNED), with_busy((f"{MON} 13:40", "13:58"))],
            ["Mon 13:58 cue", "Mon 15:10 review"],
            id="another call ends two minutes before",
        ),
        pytest.param(
            [with_call(plan=PLANNED), with_busy((f"{MON} 13:45", "14:00"))],
            ["Mon 13:40 cue", "Mon 15:10 review"],
            id="another call up to this one",
        ),
        pytest.param(
            [with_call(plan=PLANNED), with_busy((f"{MON} 13:30", "14:00")), at(f"{MON} 14:01")],
            ["Mon 15:10 review", "cue no_free_moment"],
            id="another call all along",
        ),
        pytest.param(
            [with_told("prompt", f"{MON} 14:00", f"{MON} 11:00", dropped="over_cap")],
            ["Mon 15:10 review"],
            id="what was dropped stays dropped",
        ),
        pytest.param(
            [with_call(review=REVIEWED), at(f"{MON} 15:30"), ASKED],
            ["reminder too_late"],
            id="reviewed",
        ),
        pytest.param(
            [REVIEW_ASKED, at(f"{MON} 15:30")], ["Tue 08:30 review_reminder"], id="review asked"
        ),
        pytest.param(
            [REVIEW_ASKED, at(f"{MON} 15:30"), with_policy(reminders=False)],
            [],
            id="review asked without reminders",
        ),
        pytest.param(
            [
                REVIEW_ASKED,
                with_told("review_reminder", f"{MON} 14:00", "2026-11-17 08:30"),
                at("2026-11-17 09:00"),
            ],
            [],
            id="reminded of the review",
        ),
        pytest.param(
            [
                REVIEW_ASKED,
                with_call(review_snoozed_until=wall(f"{MON} 16:15")),
                at(f"{MON} 15:20"),
            ],
            ["Mon 16:15 review_reminder"],
            id="review snoozed",
        ),
        pytest.param(
            [
                REVIEW_ASKED,
                with_call(review_snoozed_until=wall("2026-11-19 08:30")),
                at(f"{MON} 15:20"),
            ],
            ["Thu 08:30 review_reminder"],
            id="review snoozed for days",
        ),
        pytest.param(
            [
                REVIEW_ASKED,
                with_call(starts_at=wall("2026-11-17 14:00"), ends_at=wall("2026-11-17 15:00")),
                with_call(review_snoozed_until=None, plan=PLANNED),
                at(f"{MON} 15:20"),
            ],
            ["Tue 13:50 cue", "Tue 15:10 review"],
            id="moved after its review was asked",
        ),
        pytest.param(
            [with_call(found_at=wall("2026-11-26 08:00")), at("2026-11-26 08:00")],
            [],
            id="found when its review is closed",
        ),
        pytest.param(
            [with_call(asked_start=wall(f"{MON} 14:00")), at("2026-11-24 08:00")],
            ["review too_late"],
            id="down until the review closed",
        ),
        pytest.param(
            [with_call(asked_start=wall(f"{MON} 14:00")), at("2026-12-24 08:00")],
            [],
            id="what is long over is not put on record",
        ),
        pytest.param(
            [
                with_busy(
                    (f"{MON} 08:00", "13:57"),
                    ("2026-11-13 08:00", "12:00"),
                    ("2026-11-13 12:00", "19:00"),
                ),
                at(f"{MON} 13:56"),
            ],
            ["Mon 15:10 review", "prompt no_free_moment"],
            id="no gap before the call",
        ),
        pytest.param(
            [with_pause(f"{MON} 13:56"), at(f"{MON} 13:57")],
            ["Mon 15:10 review", "prompt paused"],
            id="paused up to the call",
        ),
        pytest.param(
            [
                with_call(found_at=wall(f"{MON} 13:57")),
                with_busy(
                    ("2026-11-13 08:00", "12:00"),
                    ("2026-11-13 12:00", "19:00"),
                    (f"{MON} 08:00", "13:59"),
                ),
                at(f"{MON} 13:58"),
            ],
            ["Mon 15:10 review", "prompt too_late"],
            id="found three minutes before, after two full days",
        ),
        pytest.param(
            [REVIEW_ASKED, with_pause("2026-11-30 00:00"), at(f"{MON} 15:30")],
            ["Mon 08:30 review_reminder"],
            id="a pause of two weeks keeps the review open",
        ),
        pytest.param(
            [with_pause("2026-11-10 00:00")],
            ["Mon 11:00 prompt", "Mon 15:10 review"],
            id="a pause that is over",
        ),
        pytest.param(
            [
                with_call(starts_at=wall("2026-11-15 10:00"), ends_at=wall("2026-11-15 11:00")),
                with_policy(prompt_reach=timedelta(hours=20)),
                at("2026-11-15 09:56"),
            ],
            ["Sun 11:10 review", "prompt quiet_hours"],
            id="a call on Sunday with nothing but night before it",
        ),
        pytest.param(
            [with_call(standing="cancelled", cancelled_at=wall(f"{MON} 09:00"), plan=PLANNED)],
            ["Mon 09:00 cancelled"],
            id="a planned call is called off",
        ),
        pytest.param(
            [with_call(standing="cancelled", cancelled_at=wall(f"{MON} 09:00"))],
            [],
            id="an unplanned call is called off",
        ),
        pytest.param(
            [with_call(standing="cancelled", cancelled_at=wall(f"{MON} 14:30"), plan=PLANNED)],
            [],
            id="called off after its start",
        ),
        pytest.param(
            [with_call(standing="unsure")], ["Mon 11:00 prompt"], id="perhaps a sales call"
        ),
        pytest.param(
            [with_call(standing="unsure", asked_start=wall(f"{MON} 14:00"))],
            [],
            id="perhaps a sales call, asked",
        ),
        pytest.param(
            [with_call(standing="unsure"), at(f"{MON} 14:00")], [], id="perhaps a call, begun"
        ),
    ],
)
def test_what_is_to_come_after(happenings: list[Happening], expected: list[str]) -> None:
    here = situation(wall(f"{MON} 08:00"), acme())
    for happening in happenings:
        here = happening(here)
    assert lines(pending(here)) == expected


def test_one_question_for_a_series_of_which_nobody_knows() -> None:
    weekly = [
        call(f"Week {n}", Span(start, start + minutes(30)), series="weekly", standing="unsure")
        for n in range(3)
        for start in [wall(f"{MON} 14:00") + timedelta(weeks=n)]
    ]
    here = situation(wall(f"{MON} 08:00"), *weekly)
    asked = replace(here.conversation, series_asked=frozenset({"weekly"}))
    assert lines(pending(here)) == ["Mon 11:00 prompt"]
    assert lines(pending(replace(here, conversation=asked))) == []


def test_a_link_that_fails_is_told_in_working_hours() -> None:
    here = situation(wall(f"{MON} 07:00"))
    since = wall(f"{MON} 06:00")
    talk = replace(here.conversation, failed_links={"link": ("calendar-fails", since)})
    nudge = Nudge(kind="link", about="link", start=since, at=wall(f"{MON} 08:30"))
    assert pending(replace(here, conversation=talk)) == Timetable(nudges=(nudge,))


@pytest.mark.parametrize(
    "due_on,now,expected",
    [
        ("2026-11-13", f"{MON} 07:00", ["Mon 08:30 promise"]),
        ("2026-11-16", f"{MON} 12:00", ["Tue 08:30 promise"]),
        ("2026-11-13", "2026-11-19 18:00", ["Thu 18:00 promise"]),
        ("2026-11-13", "2026-11-19 19:00", ["promise too_late"]),
    ],
)
def test_a_promise_is_asked_about_on_the_working_days_after(
    due_on: str, now: str, expected: list[str]
) -> None:
    promises = (promise("The date", date.fromisoformat(due_on)),)
    assert lines(pending(situation(wall(now), promises=promises))) == expected


def test_a_promise_that_was_settled_is_not_asked_about() -> None:
    kept = replace(promise("The date", date(2026, 11, 13)), kept=False)
    assert pending(situation(wall(f"{MON} 07:00"), promises=(kept,))) == Timetable()


def test_a_snooze_in_the_evening_is_kept_where_no_working_moment_is_left() -> None:
    evening = call(
        "Acme",
        wall.span(f"{MON} 21:00", "22:00"),
        asked_at=wall(f"{MON} 17:30"),
        asked_start=wall(f"{MON} 21:00"),
        snoozed_until=wall(f"{MON} 19:30"),
        review=REVIEWED,
    )
    assert lines(pending(situation(wall(f"{MON} 18:20"), evening))) == ["Mon 19:30 reminder"]


# ---- the agenda --------------------------------------------------------------------------------


def three(*starts: str) -> Situation:
    calls = [
        call(f"Call {n}", Span(wall(f"{MON} {start}"), wall(f"{MON} {start}") + minutes(20)))
        for n, start in enumerate(starts)
    ]
    done = [replace(one, review=Review(held="nothing")) for one in calls]
    return situation(wall(f"{MON} 07:00"), *done)


@pytest.mark.parametrize(
    "starts,happening,expected",
    [
        (("09:00", "12:00", "16:00"), at(f"{MON} 08:00"), ["Mon 08:30 agenda"]),
        (("12:00", "16:00"), at(f"{MON} 08:00"), ["Mon 09:00 prompt", "Mon 13:00 prompt"]),
        (
            ("08:50", "12:00", "16:00"),
            at(f"{MON} 08:00"),
            ["Mon 08:30 prompt", "Mon 09:10 prompt", "Mon 13:00 prompt"],
        ),
        (
            ("10:00", "12:00", "16:00"),
            with_busy((f"{MON} 08:00", "09:30")),
            ["Mon 09:30 agenda"],
        ),
        (
            ("09:50", "12:00", "16:00"),
            with_busy((f"{MON} 08:00", "09:30")),
            ["Mon 09:30 prompt", "Mon 09:30 prompt", "Mon 13:00 prompt"],
        ),
        (
            ("11:00", "12:00", "16:00"),
            with_busy((f"{MON} 08:00", "09:31")),
            ["Mon 09:31 prompt", "Mon 09:31 prompt", "Mon 13:00 prompt"],
        ),
        (
            ("11:00", "12:00", "16:00"),
            with_policy(agendas=False),
            ["Mon 08:30 prompt", "Mon 09:00 prompt", "Mon 13:00 prompt"],
        ),
        (
            ("11:00", "12:00", "16:00"),
            with_told("agenda", f"{MON} 11:00", f"{MON} 06:00", about=MON, dropped="over_cap"),
            ["Mon 08:30 prompt", "Mon 09:00 prompt", "Mon 13:00 prompt"],
        ),
    ],
)
def test_an_agenda_comes_for_three_calls_or_not_at_all(
    starts: tuple[str, ...], happening: Happening, expected: list[str]
) -> None:
    assert lines(pending(happening(three(*starts)))) == expected


def test_the_calls_of_an_agenda_are_those_that_wait_for_a_prompt() -> None:
    here = three("16:00", "09:00", "08:50", "12:00")
    calls = agenda_calls(here, date(2026, 11, 16))
    assert [one.title for one in calls] == ["Call 1", "Call 3", "Call 0"]
    assert agenda_calls(here, date(2026, 11, 15)) == ()
    assert agenda_calls(replace(here, work=None), date(2026, 11, 16)) == ()


# ---- the cap -----------------------------------------------------------------------------------


def test_over_the_cap_the_lower_priority_gives_way_and_of_two_alike_the_later() -> None:
    here = situation(wall(f"{MON} 08:00"), policy=Policy(daily_cap=2))
    for hour in (10, 11, 12):
        span = wall.span(f"{MON} {hour}:00", f"{hour}:30")
        here = added(call(f"{hour}", span, plan=PLANNED, review=REVIEWED))(here)
    here = added(call("new", wall.span(f"{MON} 17:00", "18:00"), review=REVIEWED))(here)
    assert lines(pending(here)) == ["Mon 09:50 cue", "Mon 14:00 prompt"]
    later = sent(at(f"{MON} 09:50")(here), pending(here).nudges[0])
    assert lines(pending(at(f"{MON} 10:55")(later))) == ["Mon 14:00 prompt", "cue over_cap"]


def test_a_snooze_is_not_dropped_by_the_cap_and_reviews_do_not_count() -> None:
    snoozed = acme(
        asked_at=wall(f"{MON} 11:00"),
        asked_start=wall(f"{MON} 14:00"),
        snoozed_until=wall(f"{MON} 12:00"),
    )
    here = situation(wall(f"{MON} 11:01"), snoozed, policy=Policy(daily_cap=0))
    assert lines(pending(here)) == ["Mon 12:00 reminder", "Mon 15:10 review"]


# ---- closing -----------------------------------------------------------------------------------


def test_a_review_closes_after_a_week() -> None:
    assert review_closes(acme(), work(), Policy()) == wall("2026-11-23 15:00")


def test_a_review_snoozed_late_closes_two_working_days_later() -> None:
    late = acme(review_asked_at=wall(f"{MON} 15:10"), review_snoozed_until=wall("2026-11-20 09:00"))
    assert review_closes(late, work(), Policy()) == wall("2026-11-24 18:30")


def test_leave_keeps_a_review_open() -> None:
    leave = Span(wall("2026-11-17 00:00"), wall("2026-11-30 00:00"))
    here = situation(wall(f"{MON} 16:00"), acme(), busy=(("leave", leave),))
    calendar = worked_days(here, work())
    assert review_closes(here.calls[0], calendar, here.policy) == wall("2026-12-02 18:30")


def test_a_rep_who_never_works_is_still_asked_after_a_call() -> None:
    here = situation(wall(f"{MON} 08:00"), acme(), work=work(workdays=frozenset()))
    assert lines(pending(here)) == ["Mon 15:10 review"]


# ---- the digest --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "now,moment",
    [
        ("2026-11-16 12:00", "2026-11-20 16:00"),
        ("2026-11-20 15:59", "2026-11-20 16:00"),
        ("2026-11-20 16:00", "2026-11-27 16:00"),
        ("2026-10-23 16:00", "2026-10-30 16:00"),
    ],
)
def test_the_next_digest_is_on_friday_at_four_by_the_wall(now: str, moment: str) -> None:
    assert next_digest(TEAM, wall(now), wall.zone) == wall(moment)


@pytest.mark.parametrize(
    "weekday,now,told,week_of",
    [
        (4, "2026-11-20 16:00", None, date(2026, 11, 16)),
        (4, "2026-11-20 15:59", None, None),
        (4, "2026-11-23 15:59", date(2026, 11, 9), date(2026, 11, 16)),
        (4, "2026-11-23 16:00", None, None),
        (4, "2026-11-20 17:00", date(2026, 11, 16), None),
        (0, "2026-11-16 17:00", None, date(2026, 11, 9)),
    ],
)
def test_a_digest_is_due_for_three_days_and_once(
    weekday: int, now: str, told: date | None, week_of: date | None
) -> None:
    team = replace(TEAM, digest_weekday=weekday)
    due = None if week_of is None else DigestDue(team_id=TEAM.id, week_of=week_of)
    assert digest_due(team, wall(now), wall.zone, told=told) == due


def test_the_digest_of_a_far_zone_is_on_its_own_friday() -> None:
    auckland = ZoneInfo("Pacific/Auckland")
    moment = next_digest(TEAM, datetime(2026, 11, 16, tzinfo=UTC), auckland)
    assert moment == datetime(2026, 11, 20, 3, tzinfo=UTC)
