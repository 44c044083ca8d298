"""What each of Slack's refusals comes to."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk.errors import SlackApiError

from adapters.chat.slack.refusals import (
    LIMITED,
    LONGEST,
    SOON,
    TooLate,
    meaning,
    refused,
    unreached,
)
from adapters.ports import Gone, Later, Never

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer as slack_sdk hands it on."""

    status_code: int = 200
    data: Any = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)


def of(**answer: Any) -> tuple[str, type[Exception], datetime | None, str]:
    error = SlackApiError("no", Answered(**answer))  # type: ignore[no-untyped-call] # slack_sdk's
    found = refused(error, NOW)
    at = found.means.at if isinstance(found.means, Later) else None
    return found.code, type(found.means), at, str(found.means)


@pytest.mark.parametrize(
    "code",
    [
        "fatal_error",
        "internal_error",
        "service_unavailable",
        "request_timeout",
        "ratelimited",
        "message_limit_exceeded",
        "team_added_to_org",
        "token_expired",
    ],
)
def test_what_passes_is_tried_again_soon(code: str) -> None:
    found = meaning(code, NOW)
    assert isinstance(found, Later)
    assert (found.at, str(found)) == (NOW + SOON, code)


@pytest.mark.parametrize(
    "code",
    [
        "account_inactive",
        "app_not_installed",
        "cannot_dm_bot",
        "channel_not_found",
        "invalid_auth",
        "invalid_refresh_token",
        "is_archived",
        "messages_tab_disabled",
        "missing_scope",
        "not_authed",
        "not_in_channel",
        "org_login_required",
        "restricted_action",
        "team_access_not_granted",
        "token_revoked",
        "user_disabled",
        "user_not_found",
    ],
)
def test_who_or_what_is_not_there_any_more_is_gone(code: str) -> None:
    found = meaning(code, NOW)
    assert (type(found), str(found)) == (Gone, code)


@pytest.mark.parametrize(
    "code",
    [
        "cant_update_message",
        "edit_window_closed",
        "invalid_arguments",
        "invalid_blocks",
        "message_not_found",
        "metadata_too_large",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "view_too_large",
    ],
)
def test_what_slack_will_not_take_is_never_taken(code: str) -> None:
    found = meaning(code, NOW)
    assert (type(found), str(found)) == (Never, code)


@pytest.mark.parametrize(
    "code", ["expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"]
)
def test_a_form_asked_for_too_late_is_told_apart(code: str) -> None:
    found = meaning(code, NOW)
    assert (type(found), str(found)) == (TooLate, code)
    assert isinstance(found, Never)


def test_a_code_that_nobody_knows_is_tried_again_and_named() -> None:
    found = meaning("moon_phase", NOW)
    assert isinstance(found, Later)
    assert (found.at, str(found)) == (NOW + SOON, "unknown: moon_phase")
    assert str(meaning("x" * 500, NOW)) == "unknown: " + "x" * 100


@pytest.mark.parametrize(
    "told, wait",
    [
        ("7", timedelta(seconds=7)),
        ("0", timedelta(seconds=1)),
        ("-5", timedelta(seconds=1)),
        ("99999", LONGEST),
        ("soon", LIMITED),
        ("nan", LIMITED),
        ("inf", LIMITED),
        (None, LIMITED),
    ],
)
def test_a_limit_lasts_as_long_as_slack_says_within_an_hour(
    told: str | None, wait: timedelta
) -> None:
    headers = {} if told is None else {"Retry-After": told}
    answer = of(status_code=429, headers=headers, data={"ok": False, "error": "ratelimited"})
    assert answer == ("ratelimited", Later, NOW + wait, "ratelimited")


@pytest.mark.parametrize(
    "status, data",
    [(500, {}), (503, "<html>"), (403, {}), (200, ["odd"]), (200, {"ok": False, "error": ""})],
)
def test_an_answer_without_a_code_is_tried_again(status: int, data: Any) -> None:
    found = of(status_code=status, data=data)
    assert found == ("", Later, NOW + SOON, f"unknown: answered {status}")


def test_the_code_is_kept_beside_what_it_means() -> None:
    told = {"ok": False, "error": "not_in_channel"}
    assert of(data=told) == ("not_in_channel", Gone, None, "not_in_channel")


def test_no_answer_at_all_is_tried_again() -> None:
    found = unreached(TimeoutError("to https://…"), NOW)
    assert isinstance(found.means, Later)
    assert (found.code, found.means.at, str(found.means)) == ("", NOW + SOON, "TimeoutError")
