"""Scripts as they are read and played: what is wrong with them, and what is not as written."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from bot.cli import run as advance
from bot.replay import moments
from bot.replay.calendar_file import CalendarFile, event_lines, shifted
from bot.replay.command import run
from bot.replay.intents import Means, Promised
from bot.replay.playing import Mismatch
from bot.replay.reading import read
from bot.replay.script import Changes, Entry, Moves, Script
from coaching.errors import BadInput

ROOT = Path(__file__).parents[2]
MONDAY = date(2026, 11, 23)
CALL = {
    "id": "halden",
    "title": "Halden Paper",
    "start": "mon 14:00",
    "end": "15:00",
    "people": ["Mara Voss <voss@halden-paper.example>"],
}
ADA = {
    "name": "Ada",
    "address": "ada@ours.example",
    "zone": "Europe/Berlin",
    "calendar": [CALL],
}
PLAN = {
    "call": "halden",
    "objective": "Mara sends the downtime log by Friday.",
    "problem": "line 2 stops",
    "question": "When line 2 stops at night, what happens to the morning deliveries?",
}


def told(*steps: dict[str, Any], **more: Any) -> dict[str, Any]:
    script = {
        "title": "A test",
        "start": "2026-11-23 08:00",
        "own domains": ["ours.example"],
        "met": True,
        "reps": [ADA],
        "steps": list(steps) or [{"silent": True}],
    }
    return script | more


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "script.yaml"


def written(path: Path, script: object) -> Path:
    path.write_text(yaml.safe_dump(script, allow_unicode=True), encoding="utf-8")
    return path


async def played(path: Path, *steps: dict[str, Any], by: Any = "form", **more: Any) -> str:
    """Play these steps; return the transcript."""
    out = io.StringIO()
    await run(written(path, told(*steps, **more)), out, by=by, on="console", colour=False)
    return out.getvalue()


# ---- reading -------------------------------------------------------------------------------------


def test_all_faults_of_a_script_are_said_at_once_with_their_lines(path: Path) -> None:
    path.write_text(
        """title: A test
start: tomorrow
reps:
  - name: Ada
    address: ada
    phone: 12
steps:
  - at: noon
  - rep: {plan: {call: halden}}
  - rep: {skip: halden, keep: halden}
""",
        encoding="utf-8",
    )

    with pytest.raises(BadInput) as bad:
        read(path)

    moment = 'a moment such as "11:00", "mon 14:00" or "2026-11-23 14:00"'
    there = "name, address, language, zone, country, calendar, calendar file, unlinked, sells"
    assert str(bad.value).replace(str(path), "script.yaml").splitlines() == [
        "script.yaml: is no script:",
        f"  line 2, start: 'tomorrow': {moment}",
        "  line 5, rep 1, address: 'ada': an e-mail address",
        f"  line 6, rep 1, phone: no such field; there are {there}",
        f"  line 8, step 1, at: 'noon': {moment}",
        "  line 9, step 2, rep, plan, objective: Field required",
        "  line 10, step 3, rep: exactly one thing that the rep means",
    ]


@pytest.mark.parametrize(
    "change, fault",
    [
        ({"start": "08:00"}, "a date and a time"),
        ({"start": "2026-13-45 08:00"}, "month must be in 1..12"),
        ({"reps": []}, "at least 1"),
        ({"steps": [{"who": "Tom"}]}, "who: Tom; there are Ada"),
        ({"steps": [{"rep": {"revise": {"call": "halden"}}}]}, "at least one of objective"),
        (
            {"steps": [{"rep": {"promise": {"call": "halden", "became": "moved"}}}]},
            "goes with `became: moved`",
        ),
        ({"steps": [{"rep": {"snooze": {"call": "halden", "for": "2h"}}}]}, "'15m', '1h'"),
        ({"team": {"managers": ["kim@ours.example"]}}, "kim@ours.example not among the reps"),
        ({"reps": [ADA | {"sells": False}]}, "Ada neither sells nor manages"),
    ],
)
def test_what_is_no_script_is_refused(path: Path, change: dict[str, Any], fault: str) -> None:
    with pytest.raises(BadInput, match=re.escape(fault)):
        read(written(path, told() | change))


def test_two_people_of_one_name_and_two_calendars_of_one_person_are_refused(path: Path) -> None:
    ada: dict[str, Any] = told()["reps"][0]

    with pytest.raises(BadInput, match="two have the same name or address"):
        read(written(path, told(reps=[ada, ada])))
    with pytest.raises(BadInput, match="either `calendar` or `calendar file`"):
        read(written(path, told(reps=[ada | {"calendar file": "a.ics"}])))


@pytest.mark.parametrize(
    "content", [b"a: [", b"\xff\xfe\x00", b"", b"just words", b"#" * 1_000_001]
)
def test_a_file_that_holds_no_script_is_bad_input(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    with pytest.raises(BadInput, match=re.escape(path.name)):
        read(path)


def test_a_file_that_is_not_there_is_bad_input(path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read(path)


@pytest.mark.parametrize(
    "of,is_", [("objective", "specific"), ("question", "specific"), ("account", "vague")]
)
def test_a_reading_fits_what_it_is_of(of: str, is_: str) -> None:
    with pytest.raises(ValueError, match="`is: specific` of a review, a label of an objective"):
        Means.model_validate({"otherwise": {"call": "halden", "of": of, "is": is_}})


def test_what_a_rep_means_may_be_short() -> None:
    assert Means.model_validate({"keep": "halden"}) == Means.model_validate(
        {"keep": {"call": "halden"}}
    )
    promised = Means.model_validate(
        {"promise": {"call": "halden", "became": "moved", "to": "2026-12-01"}}
    )
    assert promised.intent == Promised(call="halden", became="moved", to=date(2026, 12, 1))


# ---- moments -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words, expected",
    [
        ("9:05", "2026-11-24T09:05"),
        ("tue 14:00", "2026-11-24T14:00"),
        ("mon 14:00", "2026-11-30T14:00"),
        ("next tue 00:00", "2026-12-01T00:00"),
        ("2026-12-24 23:59", "2026-12-24T23:59"),
    ],
)
def test_a_moment_is_seen_from_a_day(words: str, expected: str) -> None:
    assert moments.local(words, date(2026, 11, 24)) == datetime.fromisoformat(expected)


@pytest.mark.parametrize(
    "words", ["", "24:00", "9.05", "monday 9:00", "next 9:00", "2026-02-30 9:00"]
)
def test_what_is_no_moment_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match=r"moment|day"):
        moments.checked(words)


# ---- calendars -----------------------------------------------------------------------------------

FILE = """BEGIN:VCALENDAR
BEGIN:VTIMEZONE
TZID:Europe/Berlin
BEGIN:STANDARD
DTSTART:19701025T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:halden@ours.example
DTSTART;TZID=Europe/Berlin:20261123T140000
DTEND;TZID=Europe/Berlin:20261123T150000
SUMMARY:Halden Paper\\, line 2
END:VEVENT
BEGIN:VEVENT
UID:leave
DTSTART;VALUE=DATE:20261130
RRULE:FREQ=DAILY;UNTIL=20261201T000000Z
END:VEVENT
END:VCALENDAR
"""


async def test_who_manages_without_selling_is_asked_for_no_plan_and_sees_the_team(
    path: Path,
) -> None:
    kim = {"name": "Kim", "address": "kim@ours.example", "sells": False}

    transcript = await played(
        path,
        {"who": "Kim", "rep": {"command": "team"}, "coach says": ["team-heading"]},
        team={"managers": ["kim@ours.example"]},
        reps=[ADA, kim],
    )

    assert "kim" in transcript


def test_an_entry_names_who_called_it() -> None:
    ada = "Ada <ada@ours.example>"
    entry = Entry.model_validate(CALL | {"organizer": ada})

    lines = list(event_lines(entry, MONDAY, "Europe/Berlin", ada))

    assert lines[6:9] == [
        'ORGANIZER;CN="Ada":mailto:ada@ours.example',
        'ATTENDEE;CN="Mara Voss":mailto:voss@halden-paper.example',
        'ATTENDEE;CN="Ada":mailto:ada@ours.example',
    ]


def test_a_calendar_moves_with_its_script_but_not_its_zones_rules() -> None:
    later = shifted(FILE, timedelta(days=7))

    changed = [
        line for old, line in zip(FILE.splitlines(), later.splitlines(), strict=True) if old != line
    ]
    assert changed == [
        "DTSTART;TZID=Europe/Berlin:20261130T140000",
        "DTEND;TZID=Europe/Berlin:20261130T150000",
        "DTSTART;VALUE=DATE:20261207",
        "RRULE:FREQ=DAILY;UNTIL=20261208T000000Z",
    ]


def test_a_calendar_file_really_changes(tmp_path: Path) -> None:
    path = tmp_path / "a.ics"
    calendar = CalendarFile(path, FILE, "Europe/Berlin")
    added = Entry(id="new", title="Coastal; Foods", start="wed 9:00", end="10:00", weekly=2)
    moved = Moves(id="halden", start="tue 10:00", end="11:30")

    calendar.change(Changes(moved=(moved,), cancelled=("leave",), added=(added,)), MONDAY)

    lines = path.read_bytes().decode().split("\r\n")
    assert calendar.title("halden") == "Halden Paper, line 2"
    assert "DTSTART;TZID=Europe/Berlin:20261124T100000" in lines
    assert "DTEND;TZID=Europe/Berlin:20261124T113000" in lines
    assert lines[lines.index("UID:leave") : lines.index("UID:leave") + 5][-1] == "END:VEVENT"
    assert "STATUS:CANCELLED" in lines
    assert lines[lines.index("UID:new") :] == [
        "UID:new",
        "DTSTAMP:20200101T000000Z",
        "DTSTART;TZID=Europe/Berlin:20261125T090000",
        "DTEND;TZID=Europe/Berlin:20261125T100000",
        "SUMMARY:Coastal\\; Foods",
        "RRULE:FREQ=WEEKLY;COUNT=2",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_an_entry_that_is_not_there_cannot_be_changed(tmp_path: Path) -> None:
    calendar = CalendarFile(tmp_path / "a.ics", FILE, "Europe/Berlin")

    with pytest.raises(BadInput, match=r"no entry hal in a\.ics"):
        calendar.change(Changes(cancelled=("hal",)), MONDAY)
    with pytest.raises(BadInput, match=r"no entry leave"):
        calendar.title("leave")


# ---- playing -------------------------------------------------------------------------------------


async def test_a_mismatch_says_what_was_expected_and_what_was_said(path: Path) -> None:
    with pytest.raises(Mismatch) as wrong:
        await played(
            path, {"at": "11:00", "coach says": [{"key": "ask-objective", "contains": "zebra"}]}
        )

    said = str(wrong.value).splitlines()
    assert said[:3] == [
        "step 1: expected ask-objective with “zebra” in it, but the coach said",
        "sent:",
        "  call-heading-people: Halden Paper · today 14:00–15:00 (Mara Voss)",
    ]


PROMPTED = {"at": "11:00", "coach says": ["ask-objective"]}


@pytest.mark.parametrize(
    "step, why",
    [
        ({"at": "7:00"}, "2026-11-23 07:00 has passed already"),
        ({"exactly": ["ask-objective"]}, "expected exactly ask-objective, but\nnothing"),
        ({"at": "13:15", "silent": True}, "expected silence, but\nsent:"),
        (
            {"channel says": ["digest-heading"]},
            "expected digest-heading, but the coach said\nnothing",
        ),
        ({"rep": {"skip": "coastal"}}, "Ada has no call coastal; the coach knows: halden"),
        ({"rep": {"skip": "halden on 2026-11-24"}}, "Ada has no call halden on 2026-11-24"),
        ({"rep": {"carry": "halden"}}, "no button for “carry” about this call"),
        ({"rep": {"pause": "day"}, "refused": ["zone"]}, "refused was nothing, not zone"),
        ({"rep": {"settings": {"shoe": "43"}}}, "has no shoe"),
        ({"rep": {"edits": {"was": "log", "now": "logs"}}}, "has written nothing with “log” in it"),
        (
            {"rep": {"promise": {"call": "halden", "became": "kept"}}},
            "nothing is noted as promised",
        ),
        ({"calendar": {"cancelled": ["coastal"]}}, "no entry coastal"),
        (
            {"rep": {"outcome": {"call": "halden", "held": "nothing"}}},
            "no button for “held nothing”",
        ),
    ],
)
@pytest.mark.parametrize("by", ["form", "chat"])
async def test_what_cannot_be_done_is_told_with_its_step(
    path: Path, step: dict[str, Any], why: str, by: str
) -> None:
    with pytest.raises(Mismatch, match="step 2: ") as wrong:
        await played(path, PROMPTED, step, by=by)

    assert why in str(wrong.value)


@pytest.mark.parametrize(
    "step, why",
    [
        ({"rep": {"plan": {**PLAN, "call": "coastal"}}}, "no message asks for a plan"),
        (
            {"rep": {"plan": {**PLAN, "objective": "Show them the slides.", "fallback": "Call."}}},
            "by chat the coach did not ask for fallback",
        ),
    ],
)
async def test_in_chat_one_answers_what_is_asked(
    path: Path, step: dict[str, Any], why: str
) -> None:
    coastal = CALL | {"id": "coastal", "start": "thu 14:00"}
    ada: dict[str, Any] = told()["reps"][0] | {"calendar": [CALL, coastal]}

    with pytest.raises(Mismatch, match=why):
        await played(path, PROMPTED, step, by="chat", reps=[ada])


async def test_what_is_not_asked_after_a_call_is_told(path: Path) -> None:
    ended = {"at": "15:10", "rep": {"outcome": {"call": "halden", "held": "nothing"}}}
    too_much = {"outcome": {"call": "halden", "held": "nothing", "happened": "Mara left."}}
    clear = {"review": {"call": "halden", "account": "Mara pays up to 50,000.", "detail": "Ask."}}

    with pytest.raises(Mismatch, match="by chat the coach did not ask for happened"):
        await played(path, {"at": "15:10", "rep": too_much}, by="chat")
    with pytest.raises(Mismatch, match="the coach asked no follow-up"):
        await played(path, ended, {"rep": clear})


async def test_a_form_that_is_refused_names_its_fields(path: Path) -> None:
    early = {"call": "halden", "held": "other", "happened": "She sends it.", "by": "2026-11-20"}

    transcript = await played(path, {"at": "15:10", "rep": {"outcome": early}, "refused": ["by"]})

    assert "› By when? 2026-11-20" in transcript


async def test_a_plan_is_stored_as_it_was_meant_or_told(path: Path) -> None:
    planned = {"at": "11:00", "rep": {"plan": PLAN}}
    kept = {"rep": {"keep": "halden"}}
    late = {"rep": {"revise": {"call": "halden", "objective": "Mara shows us line 2 on Friday."}}}

    with pytest.raises(Mismatch, match="step 3: the plan's objective is “Mara sends"):
        await played(path, planned, kept, late, by="chat")


async def test_an_agenda_leads_to_a_form_or_to_a_call_by_its_name(path: Path) -> None:
    several = [
        CALL | {"id": name, "people": [f"Bo <bo@{name}.example>"], "start": start, "end": end}
        for name, start, end in (
            ("halden", "mon 14:00", "15:00"),
            ("coastal", "mon 15:30", "16:00"),
            ("fenwick", "mon 16:30", "17:00"),
        )
    ]
    ada: dict[str, Any] = told()["reps"][0] | {"calendar": several}
    plan = {"at": "8:31", "rep": {"plan": PLAN}}

    assert "› prepare Halden" in await played(path, plan, by="chat", reps=[ada])
    assert "› [Halden]" in await played(path, plan, by="form", reps=[ada])


async def test_the_transcript_tells_the_day_as_it_went(path: Path) -> None:
    tom = {
        "name": "Tom",
        "address": "tom@ours.example",
        "zone": "Europe/London",
        "calendar": [CALL | {"id": "fenwick"}],
    }
    ada = told()["reps"][0]
    transcript = await played(
        path,
        PROMPTED,
        {"rep": {"snooze": {"call": "halden", "for": "1h"}}},
        {"who": "Tom", "at": "12:00", "coach says": ["ask-objective"]},
        {
            "at": "12:01",
            "calendar": {
                "moved": [{"id": "halden", "start": "tue 10:00", "end": "11:00"}],
                "added": [CALL | {"id": "more", "title": "More", "start": "fri 14:00"}],
            },
        },
        {"at": "12:02", "restart": True, "calendar": {"cancelled": ["more"]}},
        {"rep": {"says": "thanks"}},
        reps=[ada, tom],
    )

    assert transcript.startswith("── Mon 23 Nov ──")
    heads = [line for line in transcript.splitlines() if re.match(r"[ \d]\d:\d\d  ", line)]
    assert heads == [
        "11:00  Coach to Ada",
        "11:00  Ada",
        "11:00  Coach to Ada, an earlier message, now",
        "12:00  Coach to Tom (11:00 there)",
        "12:00  Coach to Ada",
        "12:01  In Ada’s calendar",
        "12:01  Coach to Ada, an earlier message, now",
        "12:02  Advance is stopped and started again",
        "12:02  In Ada’s calendar",
        "12:02  Ada",
        "12:02  Coach to Ada",
    ]
    assert "       Halden Paper moves to tomorrow 10:00\n       More is new\n" in transcript
    assert "       More is cancelled\n" in transcript


async def test_colour_makes_headings_stand_out(path: Path) -> None:
    out = io.StringIO()

    await run(written(path, told(PROMPTED)), out, by="form", on="console", colour=True)

    assert "11:00  \x1b[1mCoach to Ada\x1b[0m\n" in out.getvalue()


# ---- the command ---------------------------------------------------------------------------------


def test_the_command_ends_with_0_1_or_2(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert advance(["replay", str(written(path, told(PROMPTED)))]) == 0
    assert "Halden Paper" in capsys.readouterr().out

    wrong = told({"at": "11:00", "coach says": ["welcome"]})
    assert advance(["replay", str(written(path, wrong)), "--by", "chat", "--on", "web"]) == 1
    assert capsys.readouterr().err.startswith("step 1: expected welcome")

    assert advance(["replay", str(written(path, {}))]) == 2
    assert "title: Field required" in capsys.readouterr().err


def test_a_calendar_file_that_is_not_there_is_wrong_usage(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ada: dict[str, Any] = told()["reps"][0] | {"calendar": [], "calendar file": "none.ics"}

    assert advance(["replay", str(written(path, told(reps=[ada])))]) == 2
    assert "calendar file" in capsys.readouterr().err


# ---- the page that documents it ------------------------------------------------------------------


def fields(model: type[BaseModel]) -> Iterator[str]:
    """Every field of a script by the name one writes, down to the parts of what a rep means."""
    for name, field in model.model_fields.items():
        yield field.alias or name
        for inner in models_in(field.annotation):
            yield from fields(inner)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from models_in(inner)


def test_every_field_of_a_script_is_documented() -> None:
    page = (ROOT / "docs" / "howto" / "scripts.md").read_text(encoding="utf-8")

    assert {name for name in fields(Script) if f"`{name}`" not in page} == set()
