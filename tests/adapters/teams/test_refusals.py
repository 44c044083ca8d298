"""What each of the connector's refusals comes to."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.chat.teams.refusals import (
    LIMITED,
    LONGEST,
    SOON,
    at_place,
    code_of,
    refused,
    unreached,
)
from adapters.ports import Gone, Later, Never

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
PAGE = b"<html><body>Our services are not available right now</body></html>"


def body(code: str) -> bytes:
    return json.dumps({"error": {"code": code, "message": "made up"}}).encode()


def of(status: int, told: bytes = b"", chance: float = 0.5, **headers: str) -> tuple[Any, ...]:
    """What a refusal comes to: its code, kind, moment and why."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    found = refused(status, named, told, NOW, chance)
    at = found.means.at if isinstance(found.means, Later) else None
    return found.code, type(found.means), at, str(found.means)


@pytest.mark.parametrize(
    "status, code",
    [
        (412, "PreconditionFailed"),
        (500, "ServiceError"),
        (502, "ServiceError"),
        (401, "BotNotRegistered"),
        (403, "PreconditionFailed"),
    ],
)
def test_what_passes_or_can_be_mended_is_tried_again_soon(status: int, code: str) -> None:
    assert of(status, body(code)) == (code, Later, NOW + SOON, code)


@pytest.mark.parametrize("status", [302, 401, 408, 412, 500, 502, 503, 504])
@pytest.mark.parametrize("told", [b"", PAGE, b"[]", b"{}", b'{"error": 7}', b"\xff"])
def test_a_status_is_enough_where_the_body_says_nothing(status: int, told: bytes) -> None:
    assert of(status, told) == ("", Later, NOW + SOON, f"answered {status}")


def test_those_who_come_back_do_not_come_at_once() -> None:
    moments = [of(503, chance=chance)[2] for chance in (0.0, 0.25, 0.999)]
    assert moments == [NOW + SOON * share for share in (0.5, 0.75, 1.499)]


def test_a_service_that_says_how_long_it_is_away_is_left_alone_as_long() -> None:
    assert of(503, PAGE, retry_after="120")[2] == NOW + timedelta(seconds=120)


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
        ("", LIMITED),
    ],
)
def test_a_limit_lasts_as_long_as_it_says_within_an_hour_and_a_little_more(
    told: str, wait: timedelta
) -> None:
    at = NOW + wait + timedelta(seconds=0.5)
    assert of(429, PAGE, retry_after=told) == ("Throttled", Later, at, "Throttled")


@pytest.mark.parametrize(
    "status, code, channel",
    [
        (403, "BotDisabledByAdmin", "channel-gone-refused"),
        (403, "BotNotInConversationRoster", "channel-gone-removed"),
        (404, "BotNotInConversationRoster", "channel-gone-removed"),
        (403, "ConversationBlockedByUser", "channel-gone-refused"),
        (403, "ForbiddenOperationException", "channel-gone-refused"),
        (403, "MessageWritesBlocked", "channel-gone-refused"),
        (403, "NotEnoughPermissions", "channel-gone-refused"),
        (403, "SomethingNew", "channel-gone-refused"),
        (404, "ConversationNotFound", "channel-gone-missing"),
        (404, "SomethingNew", "channel-gone-missing"),
        (410, "", "channel-gone-missing"),
        (404, "MemberNotFoundInConversation", ""),
    ],
)
def test_who_or_what_is_not_there_any_more_is_gone(status: int, code: str, channel: str) -> None:
    found = refused(status, {}, body(code) if code else b"", NOW, 0)
    assert isinstance(found.means, Gone)
    assert (found.code, str(found.means)) == (code, code or f"answered {status}")
    assert found.means.channel == channel


@pytest.mark.parametrize(
    "status, code",
    [
        (400, "Bad Argument"),
        (400, "BadSyntax"),
        (400, "SomethingNew"),
        (403, "InvalidBotApiHost"),
        (404, "ActivityNotFoundInConversation"),
        (405, "MethodNotAllowed"),
        (413, "MessageSizeTooBig"),
    ],
)
def test_what_teams_will_not_take_is_never_taken(status: int, code: str) -> None:
    assert of(status, body(code)) == (code, Never, None, code)


def test_a_long_code_is_cut_where_it_is_written_down() -> None:
    assert of(400, body("x" * 500))[3] == "x" * 100


@pytest.mark.parametrize(
    "told, code",
    [
        (
            {"error": {"code": "Forbidden", "subCode": "MessageWritesBlocked"}},
            "MessageWritesBlocked",
        ),
        ({"errorCode": 209, "subCode": "MessageWritesBlocked"}, "MessageWritesBlocked"),
        ({"code": "ServiceError"}, "ServiceError"),
        ({"error": "BotNotInConversationRoster"}, "BotNotInConversationRoster"),
        (
            {"error": {"code": "BadArgument", "message": '{"subCode": "MessageWritesBlocked"}'}},
            "MessageWritesBlocked",
        ),
        ({"error": {"code": "BadArgument", "message": '{"subCode": 7}'}}, "BadArgument"),
        ({"error": {"code": "BadArgument", "message": "{half"}}, "BadArgument"),
        ({"error": {"code": "BadArgument", "message": "{}"}}, "BadArgument"),
        ({"error": {"code": 7}, "code": None}, ""),
        ({"error": None}, ""),
    ],
)
def test_the_innermost_code_of_an_error_counts(told: Any, code: str) -> None:
    assert code_of(json.dumps(told).encode()) == code


def test_no_answer_at_all_is_tried_again() -> None:
    found = unreached("TimeoutError", NOW, 0.25)
    assert isinstance(found.means, Later)
    assert (found.code, found.means.at, str(found.means)) == (
        "",
        NOW + SOON * 0.75,
        "TimeoutError",
    )


def test_a_persons_chat_is_no_channel_that_is_gone() -> None:
    gone = Gone("why", channel="channel-gone-refused")
    of_rep = at_place(gone, "rep")
    assert isinstance(of_rep, Gone)
    assert (str(of_rep), of_rep.channel) == ("why", "")
    assert at_place(gone, "team") is gone
    later = Later(NOW)
    assert at_place(later, "rep") is later
