"""`advance manifest slack`: what is printed, and what app.yaml and the options have to say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from adapters.chat.slack.manifest import Mode, manifest
from bot import cli

Printed = pytest.CaptureFixture[str]
AT = "https://coach.example.com"
TOKENS = ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN")
SECRETS = ("SLACK_SIGNING_SECRET", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (*TOKENS, *SECRETS, "DATABASE_URL", "ADVANCE_KEY"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(here: Path, slack: str) -> None:
    (here / "app.yaml").write_text(f"platforms: {{slack: {slack}}}\n", encoding="utf-8")


def printed(capsys: Printed, *options: str) -> Any:
    assert cli.run(["manifest", "slack", *options]) == 0
    return json.loads(capsys.readouterr().out)


def test_without_a_word_it_is_for_socket_mode(here: Path, capsys: Printed) -> None:
    assert printed(capsys) == manifest(mode="socket")


def test_options_say_mode_address_and_name(here: Path, capsys: Printed) -> None:
    made = printed(capsys, "--mode", "http", "--address", AT, "--name", "Coach")
    assert made == manifest(mode="http", address=AT, name="Coach")


def test_app_yaml_says_mode_and_address(
    here: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in SECRETS:
        monkeypatch.setenv(name, "made-up")
    write(here, f"{{mode: http, address: {AT}}}")
    assert printed(capsys) == manifest(mode="http", address=AT)
    assert printed(capsys, "--mode", "http") == manifest(mode="http", address=AT)
    assert printed(capsys, "--mode", "socket") == manifest(mode="socket")
    other = "https://other.example.com"
    assert printed(capsys, "--address", other) == manifest(mode="http", address=other)


@pytest.mark.parametrize(
    "slack,mode,address",
    [
        ("{}", "socket", ""),
        (f"{{mode: http, address: {AT}}}", "http", AT),
        ("{bot_token: '${MINE}'}", "socket", ""),
        (f"{{mode: http, address: {AT}, client_id: '${{MINE}}'}}", "http", AT),
    ],
)
def test_whoever_has_no_tokens_yet_gets_it_too(
    here: Path, capsys: Printed, slack: str, mode: Mode, address: str
) -> None:
    write(here, slack)
    assert printed(capsys) == manifest(mode=mode, address=address)


def test_what_else_is_wrong_in_app_yaml_is_told(here: Path, capsys: Printed) -> None:
    write(here, "{mode: pigeon}")
    assert cli.run(["manifest", "slack"]) == cli.MISUSED
    assert "platforms.slack.mode" in capsys.readouterr().err


def test_http_without_an_address_is_refused(here: Path, capsys: Printed) -> None:
    assert cli.run(["manifest", "slack", "--mode", "http"]) == cli.MISUSED
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("address: '' is not where Slack reaches the app: https://HOST")


def test_a_chat_has_to_be_named(here: Path, capsys: Printed) -> None:
    assert cli.run(["manifest"]) == cli.MISUSED
    assert "slack" in capsys.readouterr().err
