"""People in the fake Slack reach a real Bolt app, by signed HTTP and through Socket Mode alike."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.clock import MovableClock
from tests.adapters.slack.fake.sample import TYPED, actions, asking, button, menu, modal
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack, labels
from tests.adapters.slack.fake.state import Json

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
DAY = {"type": "datepicker", "action_id": "value", "initial_date": "2026-11-27"}
SURE = {**menu("Yes", action_id="value"), "type": "checkboxes"}
FORM = modal(
    asking(TYPED, block_id="objective"),
    asking(menu("Small", "Large", action_id="value"), block_id="size", optional=True),
    asking(DAY, block_id="day", optional=True),
    asking(SURE, block_id="sure", optional=True),
    callback_id="form",
)
ROW = [
    actions(button("Plan", action_id="tap/0", value="p"), menu("1 h", "1 day", action_id="tap/1"))
]


@dataclass(slots=True)
class Heard:
    """A small Bolt app: notes what comes, and answers forms as `says` tells it."""

    got: list[Json] = field(default_factory=list)
    says: Json = field(default_factory=dict)
    retries: list[str] = field(default_factory=list)

    async def event(self, body: Json, request: Any) -> None:
        self.got.append(body)
        self.retries += request.headers.get("x-slack-retry-num", [])

    async def act(self, ack: Any, body: Json, client: Any) -> None:
        self.got.append(body)
        await ack()
        if body["actions"][0]["type"] == "button":
            await client.views_open(trigger_id=body["trigger_id"], view=FORM)

    async def view(self, ack: Any, body: Json) -> None:
        self.got.append(body)
        await ack(**self.says)

    async def command(self, ack: Any, body: Json) -> None:
        self.got.append(body)
        await ack(f"heard {body['text']}")

    async def other(self, ack: Any, body: Json) -> None:
        self.got.append(body)
        await ack()

    def app(self, slack: FakeSlack) -> AsyncApp:
        client = AsyncWebClient(token=slack.token, base_url=slack.api)
        made = AsyncApp(signing_secret=slack.signing_secret, client=client)
        for kind in _EVENTS:
            made.event(kind)(self.event)
        made.action({"action_id": "tap/0"})(self.act)
        made.action({"action_id": "tap/1"})(self.act)
        made.view("form")(self.view)
        made.view_closed("form")(self.other)
        made.command("/advance")(self.command)
        made.shortcut("judge_question")(self.other)
        return made


_EVENTS = (
    "message",
    "app_home_opened",
    "user_change",
    "member_joined_channel",
    "channel_left",
    "channel_archive",
    "channel_deleted",
    "channel_rename",
    "team_rename",
    "app_uninstalled",
    "tokens_revoked",
)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(MovableClock(NOW)) as made:
        made.person("U1", "Mara Weiss", "mara@acme.example")
        made.channel("C1", "north", members=["U1"])
        yield made


@pytest.fixture(params=["http", "socket"])
async def heard(request: pytest.FixtureRequest, slack: FakeSlack) -> AsyncIterator[Heard]:
    made = Heard()
    app = made.app(slack)
    if request.param == "socket":
        slack.use_sockets()
        web_client = AsyncWebClient(token=slack.app_token, base_url=slack.api)
        handler = AsyncSocketModeHandler(app, slack.app_token, web_client=web_client)
        await handler.connect_async()  # type: ignore[no-untyped-call] # Bolt's
        await slack.connected()
        yield made
        await handler.close_async()  # type: ignore[no-untyped-call] # Bolt's
        return
    runner = web.AppRunner(app.web_app(), shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    slack.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/slack/events")
    yield made
    await runner.cleanup()


async def last(slack: FakeSlack, heard: Heard, count: int = 1) -> Json:
    """What came in last, once so many things have."""
    await slack.eventually(lambda: len(heard.got) >= count)
    return heard.got[-1]


def row(slack: FakeSlack) -> Any:
    return slack.world.put(
        slack.world.direct("U1"), slack.bot_user, text="x", blocks=[_named(ROW[0])], by_app=True
    )


def _named(block: Json) -> Json:
    return {**block, "block_id": "row"}


async def test_what_somebody_writes_changes_and_deletes_arrives(
    slack: FakeSlack, heard: Heard
) -> None:
    wrote = await slack.write("U1", "a < b & <@U2>")
    event = (await last(slack, heard))["event"]
    kept = {name: event[name] for name in ("type", "channel", "channel_type", "user", "text")}
    assert kept == {
        "type": "message",
        "channel": "D1",
        "channel_type": "im",
        "user": "U1",
        "text": "a &lt; b &amp; &lt;@U2&gt;",
    }
    post = wrote.post
    assert post is not None
    await slack.edit("U1", post, "better")
    event = (await last(slack, heard, 2))["event"]
    words = (event["previous_message"]["text"], event["message"]["text"])
    assert (event["subtype"], words) == ("message_changed", (post.versions[0][0], "better"))
    await slack.delete("U1", post)
    event = (await last(slack, heard, 3))["event"]
    assert (event["subtype"], event["deleted_ts"]) == ("message_deleted", post.ts)
    assert slack.posts("U1") == []


async def test_an_answer_in_a_thread_names_its_root(slack: FakeSlack, heard: Heard) -> None:
    root = row(slack)
    await slack.write("U1", "here", thread=root)
    event = (await last(slack, heard))["event"]
    assert event["thread_ts"] == root.ts
    assert [post.text for post in slack.thread(root)] == ["here"]


async def test_a_delivery_comes_again_exactly(slack: FakeSlack, heard: Heard) -> None:
    await slack.write("U1", "once")
    again = await slack.deliver_again()
    await last(slack, heard, 2)
    assert again.status == 200
    assert heard.got[0] == heard.got[1]
    # Bolt reads a number from the first envelope too.
    assert [number for number in heard.retries if number != "0"] == ["1"]
    assert len(slack.posts("U1")) == 1


async def test_a_tap_opens_a_form_and_its_answer_is_followed(
    slack: FakeSlack, heard: Heard
) -> None:
    post = row(slack)
    assert labels(post) == ["Plan", "1 h", "1 day"]
    assert (await slack.tap("U1", post, "Plan")).status == 200
    tapped = await last(slack, heard)
    assert (tapped["actions"][0]["value"], tapped["container"]["message_ts"]) == ("p", post.ts)
    await slack.eventually(lambda: slack.view("U1"))
    form = slack.view("U1")

    heard.says = {"response_action": "errors", "errors": {"objective": "Who does what?"}}
    answer = await slack.submit("U1", form, {"Objective": "hm", "sure": "Yes", "size": "Large"})
    assert answer.body == heard.says
    assert slack.view("U1") is form
    state = heard.got[-1]["view"]["state"]["values"]
    assert {name: list(told["value"].values())[1] for name, told in state.items()} == {
        "objective": "hm",
        "size": {"text": {"type": "plain_text", "text": "Large"}, "value": "v1"},
        "day": "2026-11-27",
        "sure": [{"text": {"type": "plain_text", "text": "Yes"}, "value": "v0"}],
    }

    heard.says = {"response_action": "update", "view": modal(callback_id="form")}
    await slack.submit("U1", form, {"size": ""})
    assert [block["type"] for block in form.view["blocks"]] == ["divider"] if form else False
    state = heard.got[-1]["view"]["state"]["values"]
    assert (state["objective"]["value"]["value"], state["size"]["value"]["selected_option"]) == (
        "hm",
        None,
    )

    heard.says = {"response_action": "push", "view": modal(callback_id="form")}
    await slack.submit("U1", form, {})
    above = slack.view("U1")
    assert above is not form
    heard.says = {}
    await slack.submit("U1", above, {})
    assert slack.view("U1") is form
    heard.says = {"response_action": "clear"}
    await slack.submit("U1", form, {})
    assert slack.view("U1") is None


async def test_a_choice_in_a_menu_arrives(slack: FakeSlack, heard: Heard) -> None:
    await slack.select("U1", row(slack), "1 day")
    (action,) = (await last(slack, heard))["actions"]
    assert (action["type"], action["selected_option"]["value"]) == ("static_select", "v1")


async def test_a_button_of_the_home_tab_can_be_tapped(slack: FakeSlack, heard: Heard) -> None:
    client = AsyncWebClient(token=slack.token, base_url=slack.api)
    await client.views_publish(user_id="U1", view={"type": "home", "blocks": ROW})
    await slack.open_home("U1")
    opened = (await last(slack, heard))["event"]
    assert (opened["tab"], opened["view"]["type"]) == ("home", "home")
    await slack.tap("U1", "home", "Plan")
    tapped = await last(slack, heard, 2)
    assert (tapped["container"]["type"], "message" in tapped) == ("view", False)


async def test_a_command_is_answered_to_one_person_only(slack: FakeSlack, heard: Heard) -> None:
    answer = await slack.slash("U1", "C1", "/advance", "pause until friday")
    assert answer.status == 200
    assert [post.text for post in slack.ephemerals("U1")] == ["heard pause until friday"]
    told = heard.got[-1]
    kept = (told["command"], told["channel_name"], told["is_enterprise_install"])
    assert kept == ("/advance", "north", "false")
    await slack.slash("U1", "", "/advance", "")
    assert heard.got[-1]["channel_id"] == "D1"


async def test_a_response_url_says_something_to_who_acted(slack: FakeSlack, heard: Heard) -> None:
    await slack.slash("U1", "C1", "/advance", "x")
    async with (
        aiohttp.ClientSession() as session,
        session.post(heard.got[-1]["response_url"], json={"text": "later"}) as answer,
    ):
        assert answer.status == 200
    assert [post.text for post in slack.ephemerals("U1")] == ["heard x", "later"]


async def test_a_shortcut_brings_a_message(slack: FakeSlack, heard: Heard) -> None:
    post = slack.world.put(slack.world.channels["C1"], "U1", text="How often?")
    await slack.shortcut("U1", "judge_question", post)
    told = heard.got[-1]
    assert (told["type"], told["message"]["text"]) == ("message_action", "How often?")


async def test_a_form_that_is_closed_says_so_only_if_asked_to(
    slack: FakeSlack, heard: Heard
) -> None:
    client = AsyncWebClient(token=slack.token, base_url=slack.api)
    for asked in (False, True):
        view = {**FORM, "notify_on_close": asked}
        await client.views_open(trigger_id=slack.world.trigger("U1"), view=view)
        answer = await slack.close("U1", slack.view("U1"))
        assert (answer is not None, slack.view("U1")) == (asked, None)
    assert [told["type"] for told in heard.got] == ["view_closed"]


async def test_what_happens_around_the_app_is_told(slack: FakeSlack, heard: Heard) -> None:
    await slack.user_change("U1", tz="Asia/Shanghai", signs=["deleted"])
    await slack.invite("U1", "C1")
    await slack.remove("U1", "C1")
    await slack.rename_channel("C1", "south")
    await slack.rename_team("T1", "Acme Ltd")
    await slack.archive("U1", "C1")
    await slack.delete_channel("C1")
    await slack.tokens_revoked()
    await slack.app_uninstalled()
    await last(slack, heard, 9)
    events = {told["event"]["type"]: told["event"] for told in heard.got}
    assert set(events) == set(_EVENTS) - {"message", "app_home_opened"}
    changed = events["user_change"]["user"]
    assert (changed["tz"], changed["deleted"]) == ("Asia/Shanghai", True)
    assert events["member_joined_channel"]["user"] == slack.bot_user
    assert events["team_rename"]["name"] == "Acme Ltd"
    assert {grant.dead for grant in slack.world.grants.values()} == {"account_inactive"}


async def test_an_organisations_app_hears_for_whom(slack: FakeSlack, heard: Heard) -> None:
    slack.workspace("T1", "Acme", "E1")
    slack.install("T1", org_wide=True)
    await slack.write("U1", "hello")
    told = await last(slack, heard)
    (allowed,) = told["authorizations"]
    assert (told["enterprise_id"], allowed["is_enterprise_install"], allowed["team_id"]) == (
        "E1",
        True,
        None,
    )
    await slack.tap("U1", row(slack), "Plan")
    tapped = await last(slack, heard, 2)
    assert (tapped["is_enterprise_install"], tapped["enterprise"]["id"]) == (True, "E1")


@pytest.mark.parametrize("heard", ["http"], indirect=True)
async def test_a_delivery_with_another_secret_is_turned_away(
    slack: FakeSlack, heard: Heard
) -> None:
    slack.delivery.secret = "guessed"
    assert (await slack.write("U1", "hello")).status == 401
    assert heard.got == []


@pytest.mark.parametrize("heard", ["http"], indirect=True)
async def test_the_settings_page_finds_the_app(slack: FakeSlack, heard: Heard) -> None:
    assert (await slack.verify("c1")).body == {"challenge": "c1"}


@pytest.mark.parametrize("heard", ["socket"], indirect=True)
async def test_a_socket_that_is_refreshed_is_followed_by_another(
    slack: FakeSlack, heard: Heard
) -> None:
    first = slack.server.sockets[0]
    await slack.refresh_sockets()
    await slack.connected()
    assert first not in slack.server.sockets
    await slack.write("U1", "still there?")
    assert (await last(slack, heard))["event"]["text"] == "still there?"


async def test_an_app_that_is_not_there_gives_no_answer(slack: FakeSlack) -> None:
    slack.deliver_to("http://127.0.0.1:9/slack/events")
    assert (await slack.write("U1", "hello")).status == 0


@pytest.mark.parametrize("heard", ["http"], indirect=True)
async def test_nobody_can_do_in_the_fake_what_slacks_client_does_not_let_them(
    slack: FakeSlack, heard: Heard
) -> None:
    await slack.tap("U1", row(slack), "Plan")
    await slack.eventually(lambda: slack.view("U1"))
    form = slack.view("U1")
    with pytest.raises(AssertionError, match="objective is required"):
        await slack.submit("U1", form, {})
    with pytest.raises(AssertionError, match="no such fields"):
        await slack.submit("U1", form, {"moon": "full"})
    with pytest.raises(AssertionError, match="no option 'Huge'"):
        await slack.submit("U1", form, {"objective": "x", "size": "Huge"})
    with pytest.raises(AssertionError, match="no longer text"):
        await slack.submit("U1", form, {"objective": "x" * 3001})
    with pytest.raises(AssertionError, match="no button 'Fly'"):
        await slack.tap("U1", row(slack), "Fly")


@pytest.mark.parametrize("heard", ["http"], indirect=True)
@pytest.mark.parametrize(
    "says, fault",
    [
        ({"response_action": "errors", "errors": {"moon": "x"}}, "fields that are not there"),
        ({"response_action": "errors", "errors": {"objective": ""}}, "an error without words"),
        ({"response_action": "update", "view": {"type": "modal"}}, "invalid_arguments"),
    ],
)
async def test_an_answer_that_slack_would_not_take_fails_the_test(
    slack: FakeSlack, heard: Heard, says: Json, fault: str
) -> None:
    client = AsyncWebClient(token=slack.token, base_url=slack.api)
    await client.views_open(trigger_id=slack.world.trigger("U1"), view=FORM)
    heard.says = says
    with pytest.raises(AssertionError, match=fault):
        await slack.submit("U1", slack.view("U1"), {"objective": "x"})
