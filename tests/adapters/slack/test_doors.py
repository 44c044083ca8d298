"""The ways in: signed HTTP, the install page, and our own connection to Slack."""

from __future__ import annotations

import json
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from urllib.parse import urlencode

import aiohttp
import pytest

from adapters.chat.slack.connection import Unreachable
from adapters.chat.slack.manifest import SCOPES
from bot.clock import SystemClock
from coaching.errors import BadInput
from tests.adapters.slack.atwork import (
    Work,
    acme,
    at_work,
    config,
    install,
    keys,
    led_back,
    team,
)
from tests.adapters.slack.fake.delivery import Answer
from tests.adapters.slack.fake.slack import FakeSlack

HERE = "http://127.0.0.1:1"
FORM = "application/x-www-form-urlencoded"
Logs = pytest.LogCaptureFixture


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with acme() as made:
        yield made


@pytest.fixture
async def work(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Work]:
    async with at_work(slack, config(tmp_path, keys(slack, "http"))) as made:
        yield made


@pytest.fixture
async def many(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Work]:
    told = config(tmp_path, keys(slack, "many", address=HERE))
    async with at_work(slack, told) as made:
        yield made


# ---- signatures ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ago:
    """A clock that is behind, or ahead."""

    by: timedelta

    def now(self) -> datetime:
        return SystemClock().now() - self.by


async def test_what_slack_signed_is_heard(work: Work) -> None:
    assert (await work.slack.write("U1", "hi")).status == 200
    assert await work.find("U1") is not None


@pytest.mark.parametrize("minutes", [6, -6])
async def test_an_old_signature_is_refused(work: Work, minutes: int) -> None:
    work.slack.delivery.signs_by = Ago(timedelta(minutes=minutes))
    assert (await work.slack.write("U1", "hi")).status == 401
    assert await work.find("U1") is None


async def test_anothers_signature_is_refused(work: Work) -> None:
    work.slack.delivery.secret = "another"
    assert (await work.slack.write("U1", "hi")).status == 401
    assert await work.find("U1") is None


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Slack-Request-Timestamp": "1"},
        {"X-Slack-Request-Timestamp": "soon", "X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "9" * 12, "X-Slack-Signature": "v0=" + "0" * 64},
        {"X-Slack-Request-Timestamp": "1795424400", "X-Slack-Signature": "v0=é"},
        {"X-Slack-Request-Timestamp": "٣", "X-Slack-Signature": "v0=" + "0" * 64},
    ],
)
async def test_what_is_not_signed_is_refused_without_a_word(
    work: Work, headers: dict[str, str], caplog: Logs
) -> None:
    await work.slack.write("U1", "hi")
    before = len(work.slack.asked("chat.postMessage"))
    assert work.slack.delivery.last is not None
    body = json.dumps(work.slack.delivery.last[1]).encode()
    answer = await work.slack.delivery.post(body, "application/json", headers)
    assert (answer.status, caplog.records) == (401, [])
    assert len(work.slack.asked("chat.postMessage")) == before


async def test_a_changed_body_is_refused(work: Work) -> None:
    signed = work.slack.delivery.signed(b"{}")
    answer = await work.slack.delivery.post(b'{"a": 1}', "application/json", signed)
    assert answer.status == 401


# ---- what slack asks itself ----------------------------------------------------------------------


async def test_slack_finds_out_that_the_address_is_ours(work: Work) -> None:
    answer = await work.slack.verify("pebble")
    assert (answer.status, answer.body or answer.text) in [
        (200, {"challenge": "pebble"}),
        (200, "pebble"),
    ]


async def test_a_forged_challenge_is_refused(work: Work) -> None:
    work.slack.delivery.secret = "another"
    assert (await work.slack.verify()).status == 401


@pytest.mark.parametrize("verification", ["", "made-up"])
async def test_a_check_of_the_certificate_is_answered(
    slack: FakeSlack, tmp_path: Path, verification: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if verification:
        monkeypatch.setenv("SLACK_VERIFICATION_TOKEN", verification)
    async with at_work(slack, config(tmp_path, keys(slack, "http"))):
        for told in ({"ssl_check": "1", "token": "made-up"}, {"ssl_check": "1"}):
            answer = await slack.delivery.post(urlencode(told).encode(), FORM, {})
            assert (answer.status, answer.text) == (200, "")


# ---- what is malformed ---------------------------------------------------------------------------


async def send(work: Work, body: bytes, content_type: str = "application/json") -> Answer:
    """Something signed by Slack, whatever it is."""
    return await work.slack.delivery.post(body, content_type, work.slack.delivery.signed(body))


def interaction(told: object) -> bytes:
    return urlencode({"payload": json.dumps(told)}).encode()


EVENT = {"type": "event_callback", "event_id": "Ev1", "team_id": "T1"}
WHO = {"user": {"id": "U1"}, "team": {"id": "T1"}, "trigger_id": "t1"}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"[" * 5_000,
        b'{"type": "event_callback", "event": 1}',
        json.dumps(EVENT).encode(),
        json.dumps({**EVENT, "event": {"type": 1}}).encode(),
        json.dumps({**EVENT, "event": {"type": "message", "channel_type": "im"}}).encode()[:-3],
        json.dumps({**EVENT, "event": {"type": "team_rename"}}).encode(),
        json.dumps({**EVENT, "event": {"type": "user_change", "user": "U1"}}).encode()[:-2],
    ],
    ids=str,
)
async def test_an_odd_event_is_refused_without_a_traceback(
    work: Work, body: bytes, caplog: Logs
) -> None:
    with caplog.at_level(logging.INFO):
        answer = await send(work, body)
    assert answer.status == (400 if body else 404)
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize(
    "told",
    [
        {"type": "block_actions", **WHO},
        {"type": "block_actions", "actions": [], **WHO},
        {"type": "block_actions", "actions": [{}], **WHO},
        {"type": "block_actions", "actions": ["x"], **WHO},
        {
            "type": "block_actions",
            "actions": [{"type": "button", "action_id": "tap/1/x", "value": "{"}],
            **WHO,
        },
        {"type": "view_submission", **WHO},
        {"type": "view_submission", "view": {"callback_id": "form"}, **WHO},
        {"type": "view_submission", "view": {"type": "modal", "callback_id": "form"}, **WHO},
        {"type": "view_closed", "view": None, **WHO},
        {"type": "message_action", **WHO},
        {"type": "shortcut", "callback_id": 7, **WHO},
        [],
        None,
    ],
    ids=str,
)
async def test_an_odd_interaction_is_refused_without_a_traceback(
    work: Work, told: object, caplog: Logs
) -> None:
    await work.slack.write("U1", "hi")
    await work.rest()
    with caplog.at_level(logging.INFO):
        answer = await send(work, interaction(told), FORM)
    assert answer.status == 400
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize("content_type", ["application/json; charset=none", "text/plain", FORM])
async def test_odd_bytes_are_refused_without_a_traceback(
    work: Work, content_type: str, caplog: Logs
) -> None:
    answer = await send_raw(work, b"\xff\xfe\x00payload=", content_type)
    assert answer.status in {400, 401}
    assert not any(record.exc_info for record in caplog.records)


async def send_raw(work: Work, body: bytes, content_type: str) -> Answer:
    headers = {"X-Slack-Request-Timestamp": "1", "X-Slack-Signature": "v0=" + "0" * 64}
    return await work.slack.delivery.post(body, content_type, headers)


async def test_what_is_far_too_long_is_refused(work: Work) -> None:
    body = b'{"a": "' + b"x" * 1_100_000 + b'"}'
    async with aiohttp.ClientSession() as client:
        address = work.slack.delivery.address
        async with client.post(address, data=BytesIO(body)) as answer:
            assert answer.status == 413


# ---- installing ----------------------------------------------------------------------------------


async def test_the_install_page_asks_for_the_scopes_of_the_manifest_and_no_more(
    many: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    many.slack.approver("U2")
    async with aiohttp.ClientSession() as browser, browser.get(f"{many.at}/slack/install") as page:
        text = await page.text()
    assert f"scope={','.join(SCOPES)}&" in text.replace("&amp;", "&")
    assert "user_scope=&" in text.replace("&amp;", "&")


async def test_a_state_counts_once_and_only_in_the_browser_it_was_made_for(many: Work) -> None:
    many.slack.approver("U2")
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:
        back, cookie = await led_back(many, browser)
        ends = [
            (await browser.get(back)).status,
            (await browser.get(back, headers={"Cookie": "slack-app-oauth-state=x"})).status,
            (await browser.get(back, headers={"Cookie": cookie})).status,
            (await browser.get(back, headers={"Cookie": cookie})).status,
        ]
    assert ends == [400, 400, 200, 401]


async def test_an_install_takes_ten_minutes_at_most(many: Work) -> None:
    many.slack.approver("U2")
    async with aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as browser:
        back, cookie = await led_back(many, browser)
        many.slack.clock.advance(timedelta(minutes=11))
        assert (await browser.get(back, headers={"Cookie": cookie})).status == 401
    assert await many.tenants.installed("slack") == ()


async def test_who_says_no_installs_nothing(many: Work, caplog: Logs) -> None:
    status, text = await install(many, "")
    assert (status, "access_denied" in text) == (200, True)
    assert await many.tenants.installed("slack") == ()
    assert [record.getMessage() for record in caplog.records] == [
        "The app was not installed: 'access_denied'"
    ]


async def test_a_reason_that_anybody_may_write_stays_one_line_of_the_log(
    many: Work, caplog: Logs
) -> None:
    async with aiohttp.ClientSession() as browser:
        asked = {"error": "x\nERROR all is lost"}
        async with browser.get(f"{many.at}/slack/oauth_redirect", params=asked) as page:
            assert page.status == 200
    (line,) = [record.getMessage() for record in caplog.records]
    assert "\n" not in line


@pytest.mark.parametrize("kind", ["invalid_code", "503", "broken"])
async def test_a_code_that_slack_does_not_take_installs_nothing(
    many: Work, kind: str, caplog: Logs
) -> None:
    many.slack.fail("oauth.v2.access", kind)
    status, text = await install(many, "U2")
    assert (status, "invalid_code" in text) == (401, True)
    assert await many.tenants.installed("slack") == ()
    assert "code-" not in caplog.text


async def test_tokens_are_renewed_for_a_message_nobody_asked_for(many: Work) -> None:
    slack = many.slack
    slack.world.rotates = True
    await install(many, "U2")
    await slack.write("U1", "hi")
    await many.rest()
    first = slack.asked("chat.postMessage")[-1].token
    slack.clock.advance(timedelta(hours=13))
    await slack.write("U3", "hi")
    await many.pass_()
    last = slack.asked("chat.postMessage")[-1]
    assert (last.status, last.answer["ok"], last.token != first) == (200, True, True)


async def test_no_token_and_no_secret_is_ever_logged(
    many: Work, caplog: Logs, tmp_path: Path
) -> None:
    slack = many.slack
    with caplog.at_level(logging.DEBUG):
        slack.world.rotates = True
        await install(many, "U2")
        slack.fail("chat.postMessage", "invalid_auth")
        slack.fail("users.info", "503")
        await slack.write("U1", "hi")
        await slack.write("U1", "hi")
        slack.clock.advance(timedelta(hours=13))
        slack.fail("oauth.v2.access", "invalid_refresh_token")
        await slack.write("U3", "hi")
        await many.pass_(times=3)
    secrets = [slack.signing_secret, slack.client_secret, "xoxe", "xoxb-"]
    ours = [
        record.getMessage()
        for record in caplog.records
        if not record.name.startswith(("tests", "sqlalchemy"))
    ]
    assert [line for line in ours if any(secret in line for secret in secrets)] == []
    assert b"xoxb-" not in (tmp_path / "advance.db").read_bytes()


async def test_what_is_in_the_environment_by_slack_bolts_names_changes_nothing(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name, value in {
        "SLACK_CLIENT_ID": "9.9",
        "SLACK_CLIENT_SECRET": "other",
        "SLACK_BOT_TOKEN": "xoxb-other",
        "SLACK_SIGNING_SECRET": "other",
        "SLACK_SCOPES": "admin",
        "SLACK_USER_SCOPES": "admin",
        "SLACK_REDIRECT_URI": "http://127.0.0.1:9/elsewhere",
        "SLACK_INSTALL_PATH": "/elsewhere",
    }.items():
        monkeypatch.setenv(name, value)
    async with at_work(slack, config(tmp_path / "a", keys(slack, "socket"))) as work:
        await slack.write("U1", "hi")
        await work.rest()
        assert len(slack.posts("U1")) == 2
    async with (
        at_work(slack, config(tmp_path / "b", keys(slack, "many"))) as work,
        aiohttp.ClientSession() as browser,
        browser.get(f"{work.at}/slack/install") as page,
    ):
        text = await page.text()
    assert ("admin" in text, "elsewhere" in text, "9.9" in text) == (False, False, False)
    assert list(home.iterdir()) == []
    assert {one.token for one in slack.asked("chat.postMessage")} == {slack.token}


# ---- our own connection --------------------------------------------------------------------------


async def test_a_lost_connection_is_opened_again(slack: FakeSlack, tmp_path: Path) -> None:
    told = config(tmp_path, keys(slack, "socket"), team())
    async with at_work(slack, told, pulse=0.05) as work:
        (socket,) = slack.server.sockets
        await socket.close()
        await slack.eventually(lambda: slack.server.sockets and socket not in slack.server.sockets)
        await slack.write("U1", "help")
        await work.pass_()
        assert "Words I know" in slack.last("U1").text


async def test_slacks_wish_for_a_fresh_connection_is_followed(
    slack: FakeSlack, tmp_path: Path
) -> None:
    told = config(tmp_path, keys(slack, "socket"), team())
    async with at_work(slack, told, pulse=0.05) as work:
        await slack.refresh_sockets()
        await slack.write("U1", "help")
        await work.pass_()
        assert "Words I know" in slack.last("U1").text


async def test_a_connection_lost_for_long_asks_for_a_fresh_address(
    slack: FakeSlack, tmp_path: Path, caplog: Logs
) -> None:
    told = config(tmp_path, keys(slack, "socket"), team())
    async with at_work(slack, told, pulse=0.05) as work:
        slack.server.tickets = Ended()
        (socket,) = slack.server.sockets
        await socket.close()
        await slack.eventually(lambda: len(slack.asked("apps.connections.open")) > 3)
        slack.server.tickets = set()
        await slack.eventually(lambda: slack.server.sockets and socket not in slack.server.sockets)
        await slack.write("U1", "help")
        await work.pass_()
        assert "Words I know" in slack.last("U1").text
    assert "ticket" not in caplog.text
    assert not any(record.exc_info for record in caplog.records)


class Ended(set[str]):
    """Tickets that have all ended."""

    def __contains__(self, ticket: object) -> bool:
        return False


async def test_slack_that_is_away_is_named_in_one_line(slack: FakeSlack, tmp_path: Path) -> None:
    told = config(tmp_path, keys(slack, "socket"))
    slack.fail("apps.connections.open", "503")
    with pytest.raises(Unreachable, match=r"^Slack opens no connection: .*answered 503$"):
        async with at_work(slack, told):
            pass
    slack.fail("auth.test", "503")
    with pytest.raises(Unreachable, match=r"^Slack does not answer at http.*answered 503$"):
        async with at_work(slack, told):
            pass


async def test_a_connection_that_nobody_answers_is_given_up(
    slack: FakeSlack, tmp_path: Path, caplog: Logs
) -> None:
    slack.server.tickets = Ended()
    with pytest.raises(Unreachable, match=r"^Slack opens no connection: it does not answer$"):
        async with at_work(slack, config(tmp_path, keys(slack, "socket")), pulse=0.05):
            pass
    assert "ticket" not in caplog.text


async def test_a_token_that_slack_refuses_is_named(slack: FakeSlack, tmp_path: Path) -> None:
    told = keys(slack, "socket")
    for name in ("app_token", "bot_token"):
        wrong = told.model_copy(update={name: "xoxb-wrong"})
        with pytest.raises(BadInput, match=f"^platforms.slack.{name}: .*invalid_auth$"):
            async with at_work(slack, config(tmp_path, wrong)):
                pass
