"""What app.yaml and the environment say of Slack, and what they must not leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import BadConfig, read, slack_address
from bot.config.keys import Slack

AT = "https://coach.example.com"
ALL = {
    "SLACK_BOT_TOKEN": "xoxb-1",
    "SLACK_APP_TOKEN": "xapp-1",
    "SLACK_SIGNING_SECRET": "s1",
    "SLACK_CLIENT_ID": "1.2",
    "SLACK_CLIENT_SECRET": "c1",
}


def given(folder: Path, slack: str, environment: dict[str, str]) -> Slack | None:
    """Slack as the file and the environment have it."""
    return read(written(folder, slack), environment).platforms.slack


def written(folder: Path, slack: str) -> Path:
    file = folder / "app.yaml"
    file.write_text(f"platforms: {{slack: {slack}}}\n", encoding="utf-8")
    return file


def without(*names: str) -> dict[str, str]:
    return {name: value for name, value in ALL.items() if name not in names}


def faults(folder: Path, slack: str, environment: dict[str, str]) -> str:
    with pytest.raises(BadConfig) as bad:
        given(folder, slack, environment)
    return str(bad.value)


def test_socket_mode_takes_two_tokens_and_nothing_else(tmp_path: Path) -> None:
    assert given(tmp_path, "{}", ALL) == Slack.model_construct(
        bot_token="xoxb-1", app_token="xapp-1"
    )


def test_http_takes_what_an_install_by_others_needs(tmp_path: Path) -> None:
    told = given(tmp_path, f"{{mode: http, address: {AT}/}}", ALL)
    assert told == Slack.model_construct(
        mode="http", signing_secret="s1", client_id="1.2", client_secret="c1", address=AT
    )
    assert told.is_for_many


def test_http_without_a_client_takes_one_token(tmp_path: Path) -> None:
    told = given(tmp_path, "{mode: http}", without("SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"))
    assert told == Slack.model_construct(mode="http", signing_secret="s1", bot_token="xoxb-1")
    assert not told.is_for_many


@pytest.mark.parametrize(
    "slack,lacks",
    [
        ("{}", "SLACK_BOT_TOKEN"),
        ("{}", "SLACK_APP_TOKEN"),
        ("{mode: http}", "SLACK_SIGNING_SECRET"),
        ("{mode: http}", "SLACK_CLIENT_SECRET"),
    ],
)
def test_what_is_missing_is_named(tmp_path: Path, slack: str, lacks: str) -> None:
    key = lacks.removeprefix("SLACK_").lower()
    fault = f"platforms.slack.{key}: the environment has no {lacks}"
    assert faults(tmp_path, slack, without(lacks)) == fault


@pytest.mark.parametrize(
    "slack,empty",
    [
        ("{mode: http}", "SLACK_SIGNING_SECRET"),
        ("{mode: http}", "SLACK_CLIENT_SECRET"),
        ("{}", "SLACK_BOT_TOKEN"),
        ("{}", "SLACK_APP_TOKEN"),
    ],
)
def test_an_empty_secret_is_refused(tmp_path: Path, slack: str, empty: str) -> None:
    key = empty.removeprefix("SLACK_").lower()
    fault = faults(tmp_path, slack, {**ALL, empty: ""})
    assert fault == f"platforms.slack: {key} must not be empty in this mode"
    assert faults(tmp_path, with_key(slack, key, "''"), ALL) == fault


def with_key(slack: str, key: str, value: str) -> str:
    return f"{slack[:-1]}{', ' if slack[1:-1] else ''}{key}: {value}}}"


@pytest.mark.parametrize("key", [name.removeprefix("SLACK_").lower() for name in ALL])
def test_a_secret_in_the_file_is_refused_and_not_shown(tmp_path: Path, key: str) -> None:
    fault = faults(tmp_path, f"{{mode: http, {key}: made-up-4711}}", ALL)
    assert fault.startswith(f"platforms.slack.{key}: ${{NAME}}")
    assert "4711" not in fault


def test_no_secret_is_shown_with_the_keys(tmp_path: Path) -> None:
    for slack in ("{}", "{mode: http}"):
        shown = repr(given(tmp_path, slack, ALL))
        assert [value for value in ALL.values() if value in shown] == []


@pytest.mark.parametrize(
    "slack,key",
    [
        ("{mode: pigeon}", "mode"),
        ("{tenant: acme}", "tenant"),
        ("{api: 'http://slack.example'}", "api"),
        ("{address: coach}", "address"),
        ("{port: 70000}", "port"),
        ("{token: x}", "token"),
    ],
)
def test_what_is_not_usable_is_named(tmp_path: Path, slack: str, key: str) -> None:
    assert faults(tmp_path, slack, ALL).startswith(f"platforms.slack.{key}: ")


def test_the_page_is_off_where_slack_is_on_unless_it_is_asked_for(tmp_path: Path) -> None:
    file = written(tmp_path, "{}")
    assert read(file, ALL).platforms.web is None
    file.write_text("platforms: {web: {}, slack: {}}\n", encoding="utf-8")
    assert read(file, ALL).platforms.web is not None


def test_where_slack_is_reached_can_be_told_before_there_is_a_secret(tmp_path: Path) -> None:
    assert slack_address(None) == (None, "")
    assert slack_address(written(tmp_path, "{}")) == ("socket", "")
    assert slack_address(written(tmp_path, f"{{mode: http, address: {AT}}}")) == ("http", AT)
