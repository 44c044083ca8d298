"""`advance manifest teams`: the package that is written, and where its app id comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.chat.teams.manifest import Pages, package
from bot import cli

Printed = pytest.CaptureFixture[str]
AT = "https://coach.example.com"
APP = "5a1b2c3d-0000-4000-8000-00000000b0b0"
OTHER = "5a1b2c3d-0000-4000-8000-00000000c0c0"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("TEAMS_APP_ID", "TEAMS_APP_PASSWORD", "DATABASE_URL", "ADVANCE_KEY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(here: Path, teams: str) -> None:
    (here / "app.yaml").write_text(f"platforms: {{teams: {teams}}}\n", encoding="utf-8")


def made(*options: str) -> int:
    return cli.run(["manifest", "teams", "--address", AT, *options])


def test_options_say_all_and_no_configuration_is_read(here: Path, capsys: Printed) -> None:
    write(here, "{odd: true}")
    assert made("--app-id", APP, "--name", "Coach", "--out", "coach.zip") == 0
    assert capsys.readouterr().out == "Upload coach.zip to Teams.\n"
    assert (here / "coach.zip").read_bytes() == package(app_id=APP, address=AT, name="Coach")


def test_a_company_names_its_own_pages(here: Path) -> None:
    named = {one: f"https://acme.example/{one}" for one in ("website", "privacy", "terms")}
    options = [part for one, at in named.items() for part in (f"--{one}", at)]
    assert made("--app-id", APP, *options) == 0
    told = package(app_id=APP, address=AT, pages=Pages(**named))
    assert (here / "advance-teams.zip").read_bytes() == told


def test_the_environment_says_the_app_id_before_there_is_an_app_yaml(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TEAMS_APP_ID", APP)
    assert made() == 0
    assert (here / "advance-teams.zip").read_bytes() == package(app_id=APP, address=AT)


@pytest.mark.parametrize("told", [f"{{app_id: {APP}, tenant: {OTHER}}}", f"{{tenant: {OTHER}}}"])
def test_app_yaml_says_it_before_the_password_exists(
    here: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    if "app_id" not in told:
        monkeypatch.setenv("TEAMS_APP_ID", APP)
    write(here, told)
    assert made() == 0
    assert (here / "advance-teams.zip").read_bytes() == package(app_id=APP, address=AT)


@pytest.mark.parametrize("told", ["", f"{{tenant: {OTHER}}}"])
def test_without_an_app_id_it_says_where_one_is_looked_for(
    here: Path, capsys: Printed, told: str
) -> None:
    if told:
        write(here, told)
    assert made() == cli.MISUSED
    assert "--app-id, or TEAMS_APP_ID in the environment" in capsys.readouterr().err
    assert not (here / "advance-teams.zip").exists()


@pytest.mark.parametrize(
    "options, field",
    [
        (("--app-id", "advance"), "app-id"),
        (("--app-id", APP, "--address", "http://x.example"), "address"),
        (("--app-id", APP, "--name", "A" * 31), "name"),
    ],
)
def test_what_teams_would_refuse_is_refused(
    here: Path, capsys: Printed, options: tuple[str, ...], field: str
) -> None:
    assert made(*options) == cli.MISUSED
    assert capsys.readouterr().err.startswith(f"{field}: ")


def test_an_address_is_needed(here: Path, capsys: Printed) -> None:
    assert cli.run(["manifest", "teams", "--app-id", APP]) == cli.MISUSED
    assert "--address" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_named(here: Path, capsys: Printed) -> None:
    assert made("--app-id", APP, "--out", "nowhere/coach.zip") == cli.MISUSED
    assert "nowhere/coach.zip" in capsys.readouterr().err
