"""The manifest: within Slack's limits, asking for no more than the code uses, as the docs say."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

from adapters.chat.slack.manifest import (
    COMMAND,
    EVENTS,
    METHODS,
    SCOPES,
    SHORTCUT,
    Json,
    Mode,
    manifest,
)
from coaching.errors import BadInput
from coaching.texts.vocabulary import COMMANDS

ROOT = Path(__file__).parents[3]
ADAPTER = ROOT / "adapters/chat/slack"
# No event and no method needs it: docs.slack.dev/reference/scopes/commands.
FEATURES = {"commands"}


def socket() -> Json:
    return manifest(mode="socket")


def http() -> Json:
    return manifest(mode="http", address="https://coach.example.com/")


def test_in_socket_mode_slack_is_told_no_address() -> None:
    assert socket()["settings"] == {
        "event_subscriptions": {"bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True},
        "org_deploy_enabled": True,
        "socket_mode_enabled": True,
        "token_rotation_enabled": False,
    }
    assert socket()["oauth_config"] == {"scopes": {"bot": list(SCOPES)}}
    assert "http" not in str(socket())


def test_by_http_slack_is_told_where_and_rotates_tokens() -> None:
    at = "https://coach.example.com/slack/events"
    assert http()["settings"] == {
        "event_subscriptions": {"request_url": at, "bot_events": list(EVENTS)},
        "interactivity": {"is_enabled": True, "request_url": at},
        "org_deploy_enabled": True,
        "socket_mode_enabled": False,
        "token_rotation_enabled": True,
    }
    assert http()["oauth_config"] == {
        "redirect_urls": ["https://coach.example.com/slack/oauth_redirect"],
        "scopes": {"bot": list(SCOPES)},
    }
    assert [one["url"] for one in http()["features"]["slash_commands"]] == [at]


def test_people_find_a_home_tab_a_chat_a_command_and_a_shortcut() -> None:
    features = socket()["features"]
    assert features["app_home"] == {
        "home_tab_enabled": True,
        "messages_tab_enabled": True,
        "messages_tab_read_only_enabled": False,
    }
    assert features["bot_user"] == {"display_name": "Advance", "always_online": True}
    assert [(one["type"], one["callback_id"]) for one in features["shortcuts"]] == [
        ("message", SHORTCUT)
    ]
    (command,) = features["slash_commands"]
    assert (command["command"], command["should_escape"]) == (COMMAND, False)
    assert command["usage_hint"].split(" | ") == list(COMMANDS)


@pytest.mark.parametrize("made", [socket(), http()])
def test_it_keeps_slacks_limits(made: Json) -> None:
    """The limits of the app manifest's reference."""
    shown, features = made["display_information"], made["features"]
    assert len(shown["description"]) <= 140
    assert 175 <= len(shown["long_description"]) <= 4000
    assert re.fullmatch("#[0-9a-f]{6}", shown["background_color"])
    for shortcut in features["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150
    for command in features["slash_commands"]:
        assert re.fullmatch("/[a-z]{1,31}", command["command"])
        assert len(command["description"]) <= 2000
        assert len(command["usage_hint"]) <= 1000


def test_another_name_is_shown_everywhere() -> None:
    made = manifest(mode="socket", name="Advance (test)")
    assert made["display_information"]["name"] == "Advance (test)"
    assert made["features"]["bot_user"]["display_name"] == "Advance (test)"


@pytest.mark.parametrize("name", ["", "A" * 36])
def test_a_name_that_slack_refuses_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match=f"name: has {len(name)} characters, 1 to 35 are allowed"):
        manifest(mode="socket", name=name)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "coach.example.com",
        "http://coach.example.com",
        "ftp://localhost",
        "https://",
        "https://coach.example.com:0",
        "https://coach.example.com:port",
        "https://[::1",
        "https://me@coach.example.com",
        "https://coach.example.com?x=1",
        "https://coach.example.com#x",
    ],
)
def test_an_address_that_slack_cannot_use_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match="address: "):
        manifest(mode="http", address=address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:3000", "http://localhost:3000"])
def test_a_slack_on_this_machine_may_be_reached_in_the_open(address: str) -> None:
    made = manifest(mode="http", address=address)
    at = made["settings"]["interactivity"]["request_url"]
    assert at == f"{address}/slack/events"


@pytest.mark.parametrize("mode", ["socket"])
def test_in_socket_mode_an_address_changes_nothing(mode: Mode) -> None:
    assert manifest(mode=mode, address="nowhere") == socket()


def test_no_scope_is_asked_for_without_a_use_and_none_is_missing() -> None:
    used = {*FEATURES, *chain(*EVENTS.values(), *METHODS.values())}
    assert used == set(SCOPES)


def test_the_methods_named_are_those_that_the_code_calls() -> None:
    called = re.compile(r'"((?:auth|bots|chat|conversations|team|users|views)\.[a-zA-Z.]+)"')
    written = chain.from_iterable(
        called.findall(file.read_text(encoding="utf-8"))
        for file in ADAPTER.glob("**/*.py")
        if file.name != "manifest.py"
    )
    assert sorted(set(written)) == sorted(METHODS)


def test_the_docs_say_what_each_scope_is_for() -> None:
    page = (ROOT / "docs/howto/slack.md").read_text(encoding="utf-8")
    told = re.findall(
        r"^\| `([a-z:.]+:?[a-z.]*)` \| (to .+|for .+|the same.+) \|$", page, re.MULTILINE
    )
    assert told == list(SCOPES.items())
