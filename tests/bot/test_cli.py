"""The command line: what it prints, and its exit codes."""

from __future__ import annotations

import asyncio
import json
import logging
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from bot import cli, config, wiring
from bot.clock import SystemClock
from tests.bot.undelivered import leave_a_message, people
from tests.bot.world import KEY

CALENDAR = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//advance//tests//EN
BEGIN:VEVENT
UID:one@seller.example
DTSTAMP:20261101T000000Z
DTSTART:20261124T130000Z
DTEND:20261124T140000Z
SUMMARY:Halden: line 2
ATTENDEE;CN=Mara:mailto:mara@halden.example
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("DATABASE_URL", "ADVANCE_KEY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "ada.ics").write_text(CALENDAR.replace("\n", "\r\n"), encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(Path(cli.__file__).parents[1]))
    return tmp_path


def write(here: Path, *people: str, more: str = "") -> None:
    told = ", ".join(people)
    team = f"teams: [{{name: north, zone: Europe/Berlin, people: [{told}]}}]\n"
    (here / "app.yaml").write_text(team + more, encoding="utf-8")


ADA = "{name: Ada, address: ada@seller.example, zone: Europe/Berlin, calendar: ada.ics}"
BEA = "{name: Bea, address: bea@seller.example}"

Printed = pytest.CaptureFixture[str]


def test_help_names_every_command(here: Path, capsys: Printed) -> None:
    assert cli.run(["--help"]) == 0
    printed = capsys.readouterr().out
    commands = re.findall(r"^  (\w+)  ", printed.partition("Commands:")[2], re.MULTILINE)
    assert commands == [
        "demo",
        "digest",
        "doctor",
        "evaluate",
        "examples",
        "judge",
        "manifest",
        "meetings",
        "migrate",
        "otherwise",
        "play",
        "replay",
        "serve",
    ]


def test_the_version_is_told(here: Path, capsys: Printed) -> None:
    assert cli.run(["--version"]) == 0
    assert re.fullmatch(r"advance, version \d+\.\d+\.\d+\n", capsys.readouterr().out)


@pytest.mark.parametrize(
    "arguments,told",
    [
        ([], "Usage: advance"),
        (["dance"], "No such command"),
        (["judge", "song", "la"], "'song' is not one of"),
        (["judge", "question"], "Give one TEXT, or --batch FILE"),
        (["judge", "question", ""], "text: is empty"),
        (["judge", "question", "x" * 4001], "text: has 4001 characters; at most 4000 are allowed"),
        (["judge", "question", "why?", "--problem", "a\0b"], "problem: has a NUL character"),
        (["meetings", "none.ics", "--me", "ada@seller.example"], "calendar: "),
        (["meetings", "ada.ics", "--me", "nobody"], "me: "),
        (["play", "--calendar", "ada.ics"], "--calendar needs --me"),
        (["digest"], "--preview"),
        (["otherwise", "--take", "3f"], "--take ID and --examples FILE go together"),
        (["otherwise", "--examples", "x.jsonl"], "--take ID and --examples FILE go together"),
        (["otherwise", "--since", "soon"], "'soon' does not match the format"),
        (["otherwise", "--take", "3f", "--examples", "x.jsonl"], "take: nothing that is listed"),
        (["--config", "none.yaml", "doctor"], "none.yaml: cannot be read"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(
    here: Path, capsys: Printed, arguments: list[str], told: str
) -> None:
    assert cli.run(arguments) == 2
    printed = capsys.readouterr()
    assert (printed.out, told in printed.err) == ("", True)


def test_a_wrong_configuration_ends_with_2_and_names_all_faults(
    here: Path, capsys: Printed
) -> None:
    write(here, ADA, more="data: ''\nretention_days: 1\n")
    assert cli.run(["migrate"]) == 2
    keys = [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()]
    assert keys == ["data", "retention_days"]


def test_a_text_is_judged(here: Path, capsys: Printed) -> None:
    text = "What does that delay do to your launch?"
    verdict = wiring.judge().read("question", text)
    assert cli.run(["judge", "question", text, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["label"], told["words"]) == (verdict.label, list(verdict.words))
    assert cli.run(["judge", "question", text]) == 0
    assert capsys.readouterr().out.startswith(f"{verdict.label} ({verdict.confidence:.2f}, ")


def test_a_batch_is_judged_row_by_row(here: Path, capsys: Printed) -> None:
    rows: list[dict[str, Any]] = [
        {"text": "How often does it stop?", "id": 7},
        {"text": "Hello", "problem": None},
    ]
    lines = "\n\n".join(json.dumps(row) for row in rows)
    (here / "rows.jsonl").write_text(lines, encoding="utf-8")
    assert cli.run(["judge", "question", "--batch", "rows.jsonl"]) == 0
    told = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    verdicts = [wiring.judge().read("question", row["text"]) for row in rows]
    assert told == [
        row | {"label": one.label, "confidence": one.confidence, "sure": one.sure}
        for row, one in zip(rows, verdicts, strict=True)
    ]


@pytest.mark.parametrize(
    "content,told",
    [
        (b"{", "line 1: row: is not JSON"),
        (b"[1]", "line 1: row: is no JSON object"),
        (b'{"text": "a"}\n{}', "line 2: text: is empty"),
        (b'{"text": 5}', "line 1: text: is no text"),
        (b"\xff\xfe", "batch: is not UTF-8"),
        (b"[" * 100_000, "line 1: row: is nested too deep"),
        (b'{"text": "a", "more": "\\ud800"}', "line 1: row: has half a character"),
    ],
)
def test_a_bad_row_is_named(here: Path, capsys: Printed, content: bytes, told: str) -> None:
    (here / "rows.jsonl").write_bytes(content)
    assert cli.run(["judge", "question", "--batch", "rows.jsonl"]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.startswith(told)) == ("", True)


def test_a_byte_order_mark_is_no_part_of_the_first_row(here: Path, capsys: Printed) -> None:
    (here / "rows.jsonl").write_text('{"text": "Hello"}', encoding="utf-8-sig")
    assert cli.run(["judge", "question", "--batch", "rows.jsonl"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == "Hello"


def test_meetings_are_listed(here: Path, capsys: Printed) -> None:
    asked = ["meetings", "ada.ics", "--me", "ada@seller.example", "--from", "2026-11-23"]
    assert cli.run([*asked, "--to", "2026-11-25", "--json"]) == 0
    (meeting,) = json.loads(capsys.readouterr().out)
    assert (meeting["title"], meeting["coached"]) == ("Halden: line 2", True)
    assert cli.run([*asked, "--language", "zh-Hans"]) == 0
    assert "Halden: line 2" in capsys.readouterr().out


def test_what_of_a_calendar_cannot_be_read_is_said_beside_json(here: Path, capsys: Printed) -> None:
    broken = CALENDAR.replace("DTSTART:20261124T130000Z", "DTSTART:yesterday")
    (here / "broken.ics").write_text(broken, encoding="utf-8")
    asked = ["meetings", "broken.ics", "--me", "ada@seller.example", "--json"]
    assert cli.run(asked) == 0
    printed = capsys.readouterr()
    assert (json.loads(printed.out), len(printed.err.splitlines())) == ([], 1)


def test_the_database_is_migrated(here: Path, capsys: Printed) -> None:
    assert cli.run(["migrate"]) == 0
    assert (here / "data" / "advance.db").exists()


def test_the_doctor_finds_nothing_to_do(here: Path, capsys: Printed) -> None:
    write(here, ADA)
    assert cli.run(["doctor"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "ok    configuration: every key is known and every value allowed",
        "ok    database: answers, with this program's schema",
        "ok    ada@seller.example: calendar read, 1 entries, 1 customer calls",
    ]


def test_the_doctor_says_what_is_worth_a_look_and_what_is_bad(here: Path, capsys: Printed) -> None:
    write(here, ADA, BEA, more="platforms: {web: }\n")
    (here / "ada.ics").write_text("<html>", encoding="utf-8")
    assert cli.run(["doctor"]) == 1
    lines = capsys.readouterr().out.splitlines()[2:]
    assert [(line[:4], line[6:].split(":")[0]) for line in lines] == [
        ("bad ", "platforms"),
        ("bad ", "ada@seller.example"),
        ("look", "bea@seller.example"),
        ("look", "bea@seller.example"),
    ]


def test_looking_changes_nobody_and_can_be_done_before_the_first_start(
    here: Path, capsys: Printed
) -> None:
    write(here, ADA)
    leave_a_message(config.read(here / "app.yaml", {}))
    (here / "app.yaml").rename(here / "theirs.yaml")
    write(here, BEA)
    for looks in (["doctor"], ["digest", "--preview"]):
        assert cli.run(looks) == 0
    assert "bea@seller.example: no calendar" in capsys.readouterr().out
    stored = people(config.read(here / "theirs.yaml", {}))
    assert [(rep.name, rep.active) for rep in stored] == [("Ada", True)]


def test_looking_leaves_an_older_schema_as_it_is(here: Path, capsys: Printed) -> None:
    write(here, ADA)
    (here / "data").mkdir()
    file = here / "data" / "advance.db"
    file.touch()
    assert cli.run(["doctor"]) == 1
    assert "bad   database: the database has schema none" in capsys.readouterr().out
    assert cli.run(["digest", "--preview"]) == 1
    assert "run advance migrate" in capsys.readouterr().err
    assert cli.run(["migrate"]) == 0
    assert cli.run(["doctor"]) == 0


def test_the_doctor_counts_what_was_not_sent(here: Path, capsys: Printed) -> None:
    write(here, BEA, more="platforms: {web: }\n")
    leave_a_message(config.read(here / "app.yaml", {}))
    cli.run(["doctor"])
    assert "outbox: 1 not sent in 7 days" in capsys.readouterr().out


def test_the_doctor_misses_people_and_a_database(
    here: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.run(["doctor"]) == 0
    assert "people: app.yaml names nobody" in capsys.readouterr().out
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")
    assert cli.run(["doctor"]) == 1
    assert "bad   database: the database does not answer" in capsys.readouterr().out


@pytest.mark.parametrize(
    "url,code,told",
    [
        ("postgresql://n@127.0.0.1:1/n?connect_timeout=2", 1, "the database cannot be migrated: "),
        ("postgresql://n@127.0.0.1:1x/n", 2, "database: this is no address"),
        ("sqlite:////nope/x.db", 1, "the database cannot be migrated: "),
        ("sqlite:///ada.ics", 1, "the database cannot be migrated: "),
    ],
)
def test_a_database_that_cannot_be_migrated_is_one_line(
    here: Path,
    capsys: Printed,
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    code: int,
    told: str,
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert cli.run(["migrate"]) == code
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(told)


def test_a_data_folder_that_cannot_be_used_is_one_line(here: Path, capsys: Printed) -> None:
    (here / "app.yaml").write_text("data: ada.ics", encoding="utf-8")
    assert cli.run(["migrate"]) == 2
    assert capsys.readouterr().err == "data: ada.ics cannot be used: File exists\n"


def test_the_digest_is_shown_and_nothing_of_an_empty_week(here: Path, capsys: Printed) -> None:
    write(here, ADA)
    assert cli.run(["digest", "--preview"]) == 0
    assert capsys.readouterr().out == "There is nothing to tell of this week yet.\n"
    assert cli.run(["digest", "--preview", "--team", "south"]) == 2
    assert capsys.readouterr().err == "team: there is no south; there are north\n"


def test_an_evaluation_is_shown_or_given_as_json(here: Path, capsys: Printed) -> None:
    write(here, ADA)
    assert cli.run(["evaluate"]) == 2
    assert capsys.readouterr().err == "team: the server was not started with north yet\n"

    async def start() -> None:
        async with wiring.build(config.read(here / "app.yaml"), SystemClock()):
            pass

    asyncio.run(start())
    assert cli.run(["evaluate"]) == 0
    assert capsys.readouterr().out.startswith("north: does it work?\n")
    assert cli.run(["evaluate", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["team"], told["people"], told["counted_to"]) == ("north", 1, None)
    assert {one["lack"] for one in told["findings"]} == {"people"}


def test_something_that_fails_ends_with_1(
    here: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none?connect_timeout=2")
    assert cli.run(["digest", "--preview"]) == 1
    assert "the database does not answer" in capsys.readouterr().err


def test_colours_are_for_terminals_and_for_who_wants_them(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdout", Terminal())
    colourful = cli.colour()
    monkeypatch.setenv("NO_COLOR", "1")
    assert (colourful, cli.colour()) == (True, False)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_the_server_serves_and_ends_politely_when_told(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, health = free_port(), free_port()
    more = f"platforms: {{web: {{port: {page}}}}}\nhealth: {{port: {health}}}\n"
    write(here, ADA, more=more)
    command = [sys.executable, "-c", "from bot.cli import main; main()", "serve"]
    monkeypatch.setenv("ADVANCE_KEY", KEY)
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        lines = [server.stderr.readline() for _ in range(2)]
        time.sleep(0.5)
        server.send_signal(signal.SIGTERM)
        rest = server.stderr.read()
        code = server.wait(timeout=30)
    assert [line.split()[-1] for line in lines] == [
        f"http://127.0.0.1:{health}",
        f"http://127.0.0.1:{page}",
    ]
    assert (code, "Stopping" in rest, "Traceback" in rest) == (0, True, False)


def test_the_command_leaves_with_its_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["advance", "dance"])
    with pytest.raises(SystemExit) as left:
        cli.main()
    assert left.value.code == 2


def test_verbose_tells_more(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = logging.getLogger()
    monkeypatch.setattr(root, "handlers", [])
    monkeypatch.setattr(root, "level", logging.WARNING)
    cli.run(["--verbose", "migrate"])
    assert root.level == logging.INFO


def test_who_breaks_off_gets_a_1(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(wiring, "migrate", broken_off)
    assert cli.run(["migrate"]) == 1


def test_a_playground_on_no_calendar_is_refused(here: Path, capsys: Printed) -> None:
    asked = ["play", "--no-open", "--port", "0", "--zone", "UTC", "--me", "a@seller.example"]
    assert cli.run([*asked, "--calendar", "none.ics", "--zone", "Nowhere"]) == 2
    assert capsys.readouterr().err.startswith("zone: Nowhere")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_the_playground_says_where_it_is_and_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    (here / "scratch").mkdir()
    monkeypatch.setenv("TMPDIR", str(here / "scratch"))
    command = [sys.executable, "-c", "from bot.cli import main; main()"]
    asked = ["play", "--no-open", "--port", "0"]
    with subprocess.Popen([*command, *asked], stdout=subprocess.PIPE, text=True) as playing:
        assert playing.stdout is not None
        line = playing.stdout.readline()
        playing.send_signal(number)
        code = playing.wait(timeout=30)
    assert (line.startswith("The playground is at http://127.0.0.1:"), code) == (True, 0)
    assert list((here / "scratch").iterdir()) == []
