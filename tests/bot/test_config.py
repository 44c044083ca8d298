"""What an operator chooses: defaults, values, and all faults at once."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, time, timedelta
from pathlib import Path

import pytest

from bot import config
from bot.config import BadConfig, Config
from bot.config.keys import Digest, Evaluate, Person, Platforms, PolicyKeys, TeamOf, Web, Workspace
from coaching.people import Policy

ROOT = Path(__file__).parents[2]
KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="


def read(tmp_path: Path, told: str, **environment: str) -> Config:
    path = tmp_path / "app.yaml"
    path.write_text(told, encoding="utf-8")
    return config.read(path, environment)


def faults(tmp_path: Path, told: str, **environment: str) -> list[str]:
    with pytest.raises(BadConfig) as bad:
        read(tmp_path, told, **environment)
    return str(bad.value).splitlines()


def test_without_a_file_everything_has_its_default() -> None:
    assert config.read(None, {}) == Config()
    assert (Config().timing, Config().database) == (Policy(), "sqlite:///data/advance.db")


def test_an_empty_file_is_all_defaults(tmp_path: Path) -> None:
    assert read(tmp_path, "# nothing\n") == Config()


def test_the_file_that_comes_with_the_product_is_all_defaults() -> None:
    assert config.read(ROOT / "app.yaml", {}) == Config()


def test_values_are_read_as_an_operator_writes_them(tmp_path: Path) -> None:
    told = """
workspace: {name: Halden, domains: [Halden.Example]}
platforms: {web: {host: localhost}}
policy: {prompt_before: 1 h 30 min, day_starts: 7:00, workdays: [Sun, monday], cues: no}
teams:
  - name: north
    zone: Europe/Oslo
    digest: {day: thu, time: 16:00}
    people:
      - {name: A, address: A@halden.example, country: no, calendar: "https://c.example/${TOKEN}"}
"""
    read_now = read(tmp_path, told, TOKEN="s3cret")
    person = Person(
        name="A", address="a@halden.example", country="NO", calendar="https://c.example/s3cret"
    )
    digest = Digest(day=3, time=time(16))
    assert read_now == Config(
        workspace=Workspace(name="Halden", domains=("halden.example",)),
        platforms=Platforms(web=Web(host="localhost")),
        policy=PolicyKeys(
            prompt_before=timedelta(minutes=90),
            day_starts=time(7),
            workdays=frozenset({6, 0}),
            cues=False,
        ),
        teams=(TeamOf(name="north", zone="Europe/Oslo", digest=digest, people=(person,)),),
    )


def test_the_environment_has_the_secrets(tmp_path: Path) -> None:
    url = "postgresql://u:p@h/n"
    found = read(tmp_path, "", DATABASE_URL=url, ADVANCE_KEY=f"{KEY},{KEY}")
    assert (found.database, found.secret) == (url, f"{KEY},{KEY}")


def test_secrets_are_never_shown(tmp_path: Path) -> None:
    told = "teams: [{name: n, people: [{name: A, address: a@b.example, calendar: s3cret}]}]"
    found = read(tmp_path, told, DATABASE_URL="postgresql://u:s3cret@h/n", ADVANCE_KEY=KEY)
    assert "s3cret" not in repr(found)
    assert KEY not in repr(found)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    told = """
workspace: {domain: [a.example], domains: [nodots]}
platforms: {web: {host: 0.0.0.0, port: 70000}}
calendars: {poll: 5 s}
policy: {prompt_before: soon, day_starts: "25:00", daily_cap: -1, workdays: [t]}
teams:
  - zone: Europe/Berln
    people:
      - {name: A, address: nobody, country: Norway, calendar: "${MISSING}"}
retention_days: many
"""
    length = 'a length of time such as "3 h", "10 min" or "4 days"'
    assert sorted(faults(tmp_path, told, ADVANCE_KEY="short", DATABASE_URL="mysql:x")) == sorted(
        [
            "workspace.domain: no such key; there are name, domains, admin",
            "workspace.domains[0]: 'nodots': a domain such as example.com",
            (
                "platforms.web.host: '0.0.0.0': 127.0.0.1, ::1 or localhost: "
                "the page asks for no password"
            ),
            "platforms.web.port: '70000': at most 65535",
            f"calendars.poll: '5 s': {length}",
            f"policy.prompt_before: 'soon': {length}",
            'policy.day_starts: \'25:00\': a time of day such as "08:30" or "16:00"',
            "policy.daily_cap: '-1': at least 0",
            "policy.workdays[0]: 't': a weekday such as monday or mon",
            "teams[0].name: is required",
            "teams[0].zone: 'Europe/Berln': an IANA zone such as Europe/Berlin or Asia/Shanghai",
            "teams[0].people[0].address: 'nobody': an e-mail address",
            (
                "teams[0].people[0].country: 'Norway': "
                "a country as two letters (ISO 3166-1), such as DE or CN"
            ),
            "teams[0].people[0].calendar: the environment has no MISSING",
            "retention_days: 'many': a whole number",
            "ADVANCE_KEY: 32 bytes in URL-safe base64 (44 characters)",
            "DATABASE_URL: an address that begins sqlite: or postgresql:",
        ]
    )


@pytest.mark.parametrize(
    "told,fault",
    [
        ("policy: {day_starts: 9:00, day_ends: 9:00}", "policy: day_ends must be later"),
        ("teams: [{name: a}, {name: a}]", "teams[].name: 'a': given twice"),
        (
            (
                "teams: [{name: a, people: [{name: A, address: a@b.example},"
                " {name: B, address: A@b.example}]}]"
            ),
            "teams[].people[].address: 'a@b.example': given twice",
        ),
        ("teams: {north: 1}", "teams: a list, such as"),
        ("health: 1", "health: '1': keys with values"),
        ("workspace: {name: }", "workspace.name: one text"),
        ("policy: {cues: perhaps}", "policy.cues: 'perhaps': true or false"),
        ("teams: [{name: a, language: de}]", "teams[0].language: 'de': one of 'en' or 'zh-Hans'"),
        ("data: a\ndata: b", "data: stands there twice"),
        ("nowhere: 1", "nowhere: no such key; there are workspace, data,"),
        ("teams: [{name: a, digest: {dya: fri}}]", "teams[0].digest.dya: no such key; there are"),
    ],
)
def test_a_fault_names_its_key(tmp_path: Path, told: str, fault: str) -> None:
    (found,) = faults(tmp_path, told)
    assert found.startswith(fault)


@pytest.mark.parametrize("section", ["teams", "health", "policy", "platforms", "workspace"])
def test_a_section_that_is_left_empty_has_its_defaults(tmp_path: Path, section: str) -> None:
    assert read(tmp_path, f"{section}:\n") == Config()


def test_what_stands_there_twice_hides_nothing(tmp_path: Path) -> None:
    told = """
data: a
data: b
retention_days: 1
teams:
  - {name: a, zone: Mars/X, people: [{name: A, address: a@b.example}]}
  - {name: a, people: [{name: B, address: A@b.example, name: C}]}
"""
    assert [fault.partition(":")[0] for fault in faults(tmp_path, told)] == [
        "retention_days",
        "teams[0].zone",
        "data",
        "name",
        "teams[].name",
        "teams[].people[].address",
    ]


@pytest.mark.parametrize("length", ["61 days", "999999 days", "1441 h"])
def test_no_length_of_time_is_over_sixty_days(tmp_path: Path, length: str) -> None:
    (fault,) = faults(tmp_path, f"policy: {{review_open: {length}}}")
    allowed = "a length of time of at most 60 days"
    assert fault == f"policy.review_open: '{length}': {allowed}"


@pytest.mark.parametrize(
    "told,wrong",
    [
        ("prompt_latest: 4 h", "prompt_latest must not be longer than prompt_before"),
        ("prompt_before: 5 days", "prompt_before must not be longer than prompt_reach"),
        ("last_chance: 1 h", "last_chance must not be longer than prompt_latest"),
        ("cue_before: 1 h", "cue_before must not be longer than cue_earliest"),
        ("reminder_latest: 1 h", "reminder_latest must not be longer than reminder_before"),
        ("review_after: 8 days", "review_after must not be longer than review_open"),
    ],
)
def test_lengths_that_contradict_each_other_are_a_fault(
    tmp_path: Path, told: str, wrong: str
) -> None:
    assert faults(tmp_path, f"policy: {{{told}}}") == [f"policy: {wrong}"]


@pytest.mark.parametrize("name", ['"a\\0b"', '"a\\nb"', '" "', "''", "x" * 101])
def test_a_name_is_a_line_of_printable_text(tmp_path: Path, name: str) -> None:
    (fault,) = faults(tmp_path, f"workspace: {{name: {name}}}")
    assert fault.startswith("workspace.name: ")
    assert fault.endswith("a text of 1 to 100 characters, without control characters")


def test_a_bad_environment_is_told_beside_a_bad_file(tmp_path: Path) -> None:
    assert len(faults(tmp_path, "- a list", ADVANCE_KEY="x")) == 2
    assert len(faults(tmp_path, "", ADVANCE_KEY="x")) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a: [", b"- a", b"[" * 5000])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.yaml"
    path.write_bytes(content)
    with pytest.raises(BadConfig, match=r"other\.yaml"):
        config.read(path, {})


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadConfig, match="cannot be read"):
        config.read(tmp_path / "app.yaml", {})


def test_every_field_of_the_policy_has_its_key() -> None:
    assert list(PolicyKeys.model_fields) == [field.name for field in fields(Policy)]


def test_every_key_is_documented_and_no_other() -> None:
    page = (ROOT / "docs/howto/operate.md").read_text(encoding="utf-8")
    table = page.partition("## app.yaml")[2].partition("\n## ")[0]
    told = [line.split("`")[1] for line in table.splitlines() if line.startswith("| `")]
    assert told == list(config.key_names())


def test_values_of_python_pass_as_they_are() -> None:
    assert PolicyKeys(day_starts=time(7), prompt_before=timedelta(hours=1)).workdays == frozenset(
        range(5)
    )


@pytest.mark.parametrize("told,plain", [("1", True), ("", False)])
def test_no_color_asks_for_plain_output(told: str, *, plain: bool) -> None:
    assert config.no_colour({"NO_COLOR": told}) is plain


def test_results_need_the_month_in_which_it_began(tmp_path: Path) -> None:
    path = tmp_path / "app.yaml"
    path.write_text("evaluate: {results: r.csv}", encoding="utf-8")
    with pytest.raises(BadConfig, match="results needs began"):
        config.read(path, {})
    path.write_text("evaluate: {results: r.csv, began: 2026-13}", encoding="utf-8")
    with pytest.raises(BadConfig, match="a month such as 2026-09"):
        config.read(path, {})
    path.write_text("evaluate: {results: r.csv, began: 2026-09}", encoding="utf-8")
    assert config.read(path, {}).evaluate.began == date(2026, 9, 1)
    assert Evaluate(began=date(2026, 9, 1)).results is None
