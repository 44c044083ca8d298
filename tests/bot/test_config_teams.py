"""What app.yaml and the environment say of Teams, and what they must not leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import BadConfig, read
from bot.config.keys import Platforms, Teams, Web

ID = "11111111-2222-4333-8444-555555555555"
TENANT = "aaaaaaaa-0000-4000-8000-000000000001"
ALL = {"TEAMS_APP_ID": ID, "TEAMS_APP_PASSWORD": "made-up"}


def given(folder: Path, teams: str, environment: dict[str, str]) -> Platforms:
    file = folder / "app.yaml"
    file.write_text(f"platforms: {{teams: {teams}}}\n", encoding="utf-8")
    return read(file, environment).platforms


def faults(folder: Path, teams: str, environment: dict[str, str]) -> str:
    with pytest.raises(BadConfig) as bad:
        given(folder, teams, environment)
    return str(bad.value)


def test_a_bot_of_one_tenant_takes_its_secrets_from_the_environment(tmp_path: Path) -> None:
    told = given(tmp_path, f"{{tenant: {TENANT.upper()}}}", ALL)
    assert told.teams == Teams.model_construct(app_id=ID, app_password="made-up", tenant=TENANT)
    assert (told.web, told.installed) == (None, True)


def test_a_managed_identity_has_no_secret(tmp_path: Path) -> None:
    told = given(tmp_path, f"{{kind: managed, tenant: {TENANT}}}", {"TEAMS_APP_ID": ID})
    assert told.teams == Teams.model_construct(kind="managed", app_id=ID, tenant=TENANT)


def test_a_bot_of_many_tenants_needs_none_of_its_own(tmp_path: Path) -> None:
    told = given(tmp_path, "{kind: multi}", ALL)
    assert told.teams == Teams.model_construct(kind="multi", app_id=ID, app_password="made-up")


@pytest.mark.parametrize(
    "teams, environment, wanted",
    [
        (f"{{tenant: {TENANT}}}", {}, "TEAMS_APP_ID"),
        (f"{{tenant: {TENANT}}}", {"TEAMS_APP_ID": ID}, "TEAMS_APP_PASSWORD"),
        (f"{{tenant: {TENANT}}}", {**ALL, "TEAMS_APP_ID": ""}, "app_id must not be empty"),
        (f"{{tenant: {TENANT}, app_id: ''}}", ALL, "app_id must not be empty"),
        (f"{{tenant: {TENANT}}}", {**ALL, "TEAMS_APP_PASSWORD": ""}, "app_password must not"),
        ("{}", ALL, "tenant must not be empty"),
        ("{kind: managed}", ALL, "tenant must not be empty"),
        ("{tenant: acme.example}", ALL, "an id such as"),
        (f"{{tenant: {TENANT}, app_password: made-up}}", ALL, "belongs in the environment"),
        (f"{{tenant: {TENANT}, service_hosts: ['https://x']}}", ALL, "a host such as"),
        (f"{{tenant: {TENANT}, openid: 'http://example.com'}}", ALL, "an https:// address"),
        (f"{{tenant: {TENANT}, kind: double}}", ALL, "kind"),
        ("{insecure_local: true, host: 0.0.0.0}", ALL, "insecure_local needs a host of 127.0.0.1"),
        (f"{{insecure_local: yes, app_id: {ID}}}", ALL, "not with an app_id of your own"),
        ("[]", ALL, "platforms.teams"),
    ],
)
def test_what_is_missing_or_unsafe_is_named(
    tmp_path: Path, teams: str, environment: dict[str, str], wanted: str
) -> None:
    told = faults(tmp_path, teams, environment)
    assert wanted in told
    assert "made-up" not in told


def test_an_emulator_on_this_machine_needs_nothing(tmp_path: Path) -> None:
    told = given(tmp_path, "{insecure_local: true, service_hosts: ['localhost:56150']}", {})
    assert told.teams == Teams.model_construct(
        insecure_local=True, service_hosts=("localhost:56150",)
    )


def test_the_page_stays_where_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "app.yaml"
    file.write_text("platforms: {web: {port: 8080}, teams: {kind: multi}}\n", encoding="utf-8")
    assert read(file, ALL).platforms.web == Web()
    assert not Platforms().installed


@pytest.mark.parametrize("channel, fits", [("19:abc_D-1@thread.tacv2", True), ("C0123", False)])
def test_a_teams_channel_is_named_by_its_id(tmp_path: Path, channel: str, fits: bool) -> None:
    file = tmp_path / "app.yaml"
    team = f"teams: [{{name: north, channels: {{teams: '{channel}'}}}}]\n"
    file.write_text(team, encoding="utf-8")
    if fits:
        assert read(file, {}).teams[0].channels.teams == channel
    else:
        with pytest.raises(BadConfig, match=r"teams\[0\].channels.teams"):
            read(file, {})
