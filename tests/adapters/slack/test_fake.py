"""The fake Slack refuses what Slack refuses, with its words."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.clock import MovableClock
from tests.adapters.slack.fake.sample import actions, button, call, chart, menu, read, words
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.adapters.slack.fake.state import Json

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(MovableClock(NOW), burst=3) as made:
        made.person("U1", "Mara Weiss", "mara@acme.example")
        made.channel("C1", "north")
        yield made


async def posted(slack: FakeSlack, **asked: Any) -> Json:
    return await call(slack, "chat.postMessage", channel="C1", **asked)


# ---- tokens --------------------------------------------------------------------------------------


async def test_tokens_earn_the_errors_they_deserve(slack: FakeSlack) -> None:
    assert (await call(slack, "auth.test", ""))["error"] == "not_authed"
    assert (await call(slack, "auth.test", "xoxb-none"))["error"] == "invalid_auth"
    assert (await call(slack, "auth.test"))["user_id"] == slack.bot_user
    rotating = slack.install("T1", rotates=True)
    slack.clock.advance(timedelta(hours=12))
    assert (await call(slack, "auth.test", rotating.token))["error"] == "token_expired"
    used = slack.token
    assert (await call(slack, "auth.revoke", used))["revoked"] is True
    assert (await call(slack, "auth.test", used))["error"] == "token_revoked"
    assert (await call(slack, "moon.phase", used))["error"] == "unknown_method"


async def test_a_token_reaches_its_own_workspace_alone(slack: FakeSlack) -> None:
    slack.workspace("T2", "Other")
    slack.person("U2", "Lin Chen", "lin@other.example", team="T2")
    slack.channel("C2", "south", team="T2")
    assert (await call(slack, "chat.postMessage", channel="C2", text="x"))["error"] == (
        "channel_not_found"
    )
    assert (await read(slack, "users.info", user="U2"))["error"] == "user_not_found"
    assert (await call(slack, "conversations.open", users="U2"))["error"] == "user_not_found"


async def test_an_organisations_token_reaches_its_workspaces(slack: FakeSlack) -> None:
    slack.workspace("T2", "South", "E1")
    slack.person("U2", "Lin Chen", "lin@acme.example", team="T2")
    wide = slack.install("T2", org_wide=True)
    told = await call(slack, "chat.postMessage", wide.token, channel="U2", text="x")
    assert (told["ok"], told["channel"]) == (True, "D2")
    told = await call(slack, "auth.test", wide.token)
    assert (told["is_enterprise_install"], told["enterprise_id"]) == (True, "E1")
    assert (await call(slack, "chat.postMessage", wide.token, channel="C1", text="x"))["error"] == (
        "channel_not_found"
    )


async def test_a_code_is_exchanged_once_and_a_refresh_token_too(slack: FakeSlack) -> None:
    slack.world.rotates = True
    app = {"client_id": slack.client_id, "client_secret": slack.client_secret}
    code = slack.code("U1")
    told = await call(slack, "oauth.v2.access", "", code=code, **app)
    kept = {name: told[name] for name in ("token_type", "bot_user_id", "team", "authed_user")}
    assert kept == {
        "token_type": "bot",
        "bot_user_id": slack.bot_user,
        "team": {"id": "T1", "name": "Acme"},
        "authed_user": {"id": "U1"},
    }
    assert (await call(slack, "oauth.v2.access", "", code=code, **app))["error"] == "invalid_code"
    again = {"grant_type": "refresh_token", "refresh_token": told["refresh_token"], **app}
    fresh = await call(slack, "oauth.v2.access", "", **again)
    assert (fresh["expires_in"], fresh["access_token"] != told["access_token"]) == (43200, True)
    for token in (told["access_token"], fresh["access_token"]):
        assert (await call(slack, "auth.test", token))["ok"] is True
    assert (await call(slack, "oauth.v2.access", "", **again))["error"] == "invalid_refresh_token"
    wrong = {**app, "client_secret": "guessed"}
    assert (await call(slack, "oauth.v2.access", "", **wrong))["error"] == "bad_client_secret"


async def test_the_authorize_page_leads_back_with_a_code_or_a_no(slack: FakeSlack) -> None:
    asked = {"state": "s1", "redirect_uri": "http://app.example/back"}

    async def back() -> str:
        async with (
            aiohttp.ClientSession() as session,
            session.get(slack.authorize_url, params=asked, allow_redirects=False) as answer,
        ):
            return answer.headers["Location"]

    assert await back() == "http://app.example/back?state=s1&error=access_denied"
    slack.approver("U1")
    (code,) = (await back()).split("code=")[1:]
    assert code in slack.world.codes


# ---- messages ------------------------------------------------------------------------------------

LONG = "x" * 3001
OPTION = "/blocks/0/elements/0/options/0"


@pytest.mark.parametrize(
    "block, fault",
    [
        ({"type": "poem"}, "unsupported type: poem [json-pointer:/blocks/0/type]"),
        ({"type": "alert"}, "unsupported type: alert [json-pointer:/blocks/0/type]"),
        (
            {"type": "section", "text": {"type": "mrkdwn", "text": LONG}},
            "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        ),
        ({"type": "section"}, "missing required field: text or fields [json-pointer:/blocks/0]"),
        (
            {"type": "section", "text": {"type": "plain_text", "text": ""}},
            "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
        ),
        (
            {"type": "header", "text": {"type": "mrkdwn", "text": "x"}},
            "must provide a valid text object [json-pointer:/blocks/0/text]",
        ),
        (
            actions(button("x" * 76)),
            "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
        ),
        (
            actions(button(value="x" * 2001)),
            "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
        ),
        (
            actions(button(style="loud")),
            "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
        ),
        (
            actions(button(action_id="a"), button(action_id="a")),
            "`action_id` a already exists [json-pointer:/blocks/0/elements]",
        ),
        (
            actions(*[button() for _ in range(26)]),
            "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (actions(), "no less than 1 items allowed [json-pointer:/blocks/0/elements]"),
        (
            actions(menu(*["x"] * 101)),
            "no more than 100 items allowed [json-pointer:/blocks/0/elements/0/options]",
        ),
        (
            actions(menu("x" * 76)),
            f"must be less than 76 characters [json-pointer:{OPTION}/text/text]",
        ),
        (
            {"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}] * 11},
            "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
        ),
        (
            words({"type": "text", "text": ""}),
            "must be more than 0 characters [json-pointer:/blocks/0/elements/0/elements/0/text]",
        ),
        (
            words({"type": "text", "text": "x", "style": {"loud": True}}),
            "additional property: loud [json-pointer:/blocks/0/elements/0/elements/0/style]",
        ),
        (
            words({"type": "shout", "text": "x"}),
            "unsupported type: shout [json-pointer:/blocks/0/elements/0/elements/0/type]",
        ),
        (
            {**chart(), "title": "x" * 51},
            "must be less than 51 characters [json-pointer:/blocks/0/title]",
        ),
        (
            chart(axis_config={"categories": ["W2"]}),
            "labels must match the categories [json-pointer:/blocks/0/chart/series/0/data]",
        ),
        (
            chart(type="bars"),
            "must be a valid enum value [json-pointer:/blocks/0/chart/type]",
        ),
        (
            {"type": "divider", "block_id": "x" * 256},
            "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
        ),
    ],
)
async def test_blocks_beyond_a_limit_are_refused_with_a_pointer(
    slack: FakeSlack, block: Json, fault: str
) -> None:
    told = await posted(slack, text="x", blocks=[block])
    assert (told["error"], told["errors"]) == ("invalid_blocks", [fault])
    assert told["response_metadata"]["messages"] == [f"[ERROR] {fault}"]
    assert slack.posts("C1") == []


@pytest.mark.parametrize(
    "blocks, fault",
    [
        ([{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
        (
            [{"type": "divider", "block_id": "a"}] * 2,
            "`block_id` a already exists [json-pointer:/blocks]",
        ),
        ([chart()] * 3, "no more than 2 data_visualization blocks [json-pointer:/blocks]"),
    ],
)
async def test_blocks_beyond_a_messages_limit_are_refused(
    slack: FakeSlack, blocks: list[Json], fault: str
) -> None:
    told = await posted(slack, text="x", blocks=blocks)
    assert (told["error"], told["errors"]) == ("invalid_blocks", [fault])


async def test_blocks_within_all_limits_are_kept_with_ids(slack: FakeSlack) -> None:
    blocks = [
        words({"type": "text", "text": "x" * 3000, "style": {"bold": True}}),
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "x"}]},
        actions(button("x" * 75, action_id="a"), menu("x", "y", action_id="b"), block_id="mine"),
        chart(),
        {"type": "divider"},
    ]
    told = await posted(slack, text="x", blocks=blocks)
    assert told["ok"] is True
    (post,) = slack.posts("C1")
    assert post.asked["blocks"] == blocks
    assert all(block["block_id"] for block in post.blocks)
    assert post.blocks[2]["block_id"] == "mine"


async def test_a_message_needs_words_and_not_too_many(slack: FakeSlack) -> None:
    assert (await posted(slack))["error"] == "no_text"
    assert (await posted(slack, text="x" * 40_001))["error"] == "msg_too_long"
    many = [words({"type": "text", "text": "x" * 2900})] * 5
    assert (await posted(slack, text="x", blocks=many))["error"] == "msg_blocks_too_long"
    odd = await call(
        slack, "chat.postMessage", channel="U1", text="x", metadata={"event_type": "x"}
    )
    assert odd["error"] == "invalid_metadata_format"


async def test_a_message_is_changed_and_deleted_by_who_wrote_it(slack: FakeSlack) -> None:
    ts = (await posted(slack, text="one"))["ts"]
    there = {"channel": "C1", "ts": ts}
    assert (await call(slack, "chat.update", **there, text="two"))["ok"] is True
    assert (await call(slack, "chat.update", **there, text="x" * 4001))["error"] == "msg_too_long"
    (post,) = slack.posts("C1")
    assert (post.text, post.versions) == ("two", [("one", [])])
    mine = slack.world.put(slack.world.channels["C1"], "U1", text="mine")
    theirs = {"channel": "C1", "ts": mine.ts}
    assert (await call(slack, "chat.update", **theirs, text="x"))["error"] == "cant_update_message"
    assert (await call(slack, "chat.delete", **theirs))["error"] == "cant_delete_message"
    assert (await call(slack, "chat.delete", **there))["ok"] is True
    assert (await call(slack, "chat.delete", **there))["error"] == "message_not_found"


async def test_a_thread_needs_its_root_or_an_answer_that_stays(slack: FakeSlack) -> None:
    root = (await posted(slack, text="one"))["ts"]
    assert (await posted(slack, text="two", thread_ts=root))["ok"] is True
    await call(slack, "chat.delete", channel="C1", ts=root)
    assert (await posted(slack, text="three", thread_ts=root))["ok"] is True
    slack.clock.advance(9 * SECOND)
    assert (await posted(slack, text="x", thread_ts="170.1"))["error"] == "thread_not_found"


async def test_channels_say_where_one_may_not_write(slack: FakeSlack) -> None:
    slack.channel("C2", "open", members=["U1"])
    slack.channel("G1", "closed", kind="private", members=["U1"])
    slack.channel("C3", "old").archived = True

    async def error(channel: str) -> str:
        told = await call(slack, "chat.postMessage", channel=channel, text="x")
        return str(told.get("error"))

    found = [await error(one) for one in ("C2", "G1", "C3", "C9")]
    assert found == ["not_in_channel", "channel_not_found", "is_archived", "channel_not_found"]
    assert (await call(slack, "conversations.join", channel="C2"))["ok"] is True
    assert await error("C2") == "None"
    assert (await call(slack, "conversations.join", channel="G1"))["error"] == (
        "method_not_supported_for_channel_type"
    )


async def test_a_channel_takes_a_burst_and_then_one_a_second(slack: FakeSlack) -> None:
    for _ in range(3):
        assert (await posted(slack, text="x"))["ok"] is True
    told = await posted(slack, text="x")
    assert (told["error"], told["status"], told["wait"]) == ("ratelimited", 429, "2")
    slack.clock.advance(SECOND)
    assert (await posted(slack, text="x"))["ok"] is True


async def test_troubles_are_had_on_demand_and_end(slack: FakeSlack) -> None:
    slack.limit("auth.test", seconds=7, times=2)
    slack.fail("*", "fatal_error")
    limited = {"ok": False, "error": "ratelimited", "status": 429, "wait": "7"}
    assert [await call(slack, "auth.test") for _ in range(2)] == [limited, limited]
    assert (await call(slack, "auth.test"))["error"] == "fatal_error"
    assert (await call(slack, "auth.test"))["ok"] is True
    assert [one.status for one in slack.asked("auth.test")] == [429, 429, 200, 200]
