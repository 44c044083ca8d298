"""The fake Slack takes forms as Slack takes them, and tells people and channels as it does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from bot.clock import MovableClock
from tests.adapters.slack.fake.sample import TYPED, asking, call, chart, menu, modal, read
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.adapters.slack.fake.state import Json

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(MovableClock(NOW)) as made:
        made.person("U1", "Mara Weiss", "mara@acme.example")
        made.channel("C1", "north")
        yield made


# ---- forms ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "view, fault",
    [
        (
            modal(title={"type": "plain_text", "text": "x" * 25}),
            "must be less than 25 characters [json-pointer:/view/title/text]",
        ),
        (
            modal(private_metadata="x" * 3001),
            "must be less than 3001 characters [json-pointer:/view/private_metadata]",
        ),
        (modal(asking(TYPED), submit=None), "missing required field: submit [json-pointer:/view]"),
        (
            modal(asking({**TYPED, "max_length": 3001})),
            "must be between 1 and 3000 [json-pointer:/view/blocks/0/element/max_length]",
        ),
        (
            modal(asking({**TYPED, "max_length": 2, "initial_value": "xxx"})),
            "must be less than 3 characters [json-pointer:/view/blocks/0/element/initial_value]",
        ),
        (
            modal(asking(menu("x") | {"initial_option": {"value": "other"}})),
            "initial option must be one of the options [json-pointer:/view/blocks/0/element]",
        ),
        (
            modal(asking({"type": "datepicker", "initial_date": "soon"})),
            "must be a date [json-pointer:/view/blocks/0/element/initial_date]",
        ),
        (
            modal(asking({"type": "crystal_ball"})),
            "unsupported type: crystal_ball [json-pointer:/view/blocks/0/element/type]",
        ),
        (modal(chart()), "unsupported type: data_visualization [json-pointer:/view/blocks/0/type]"),
        ({"type": "home", "blocks": []}, "must be of type modal [json-pointer:/view/type]"),
    ],
)
async def test_a_form_beyond_a_limit_is_refused_with_a_pointer(
    slack: FakeSlack, view: Json, fault: str
) -> None:
    told = await call(slack, "views.open", trigger_id=slack.world.trigger("U1"), view=view)
    assert (told["error"], told["errors"]) == ("invalid_arguments", [fault])
    assert slack.view("U1") is None


async def test_forms_lie_three_deep_at_most_and_change_by_their_hash(slack: FakeSlack) -> None:
    view = modal(asking(TYPED))

    async def show(method: str) -> Json:
        return await call(slack, method, trigger_id=slack.world.trigger("U1"), view=view)

    assert (await show("views.push"))["error"] == "not_found"
    first = (await show("views.open"))["view"]
    second = (await show("views.push"))["view"]
    assert (second["previous_view_id"], second["root_view_id"]) == (first["id"], first["id"])
    await show("views.push")
    assert (await show("views.push"))["error"] == "push_limit_reached"
    changed = {"view_id": first["id"], "view": view}
    old = await call(slack, "views.update", **changed, hash="old")
    assert old["error"] == "hash_conflict"
    assert (await call(slack, "views.update", **changed, hash=first["hash"]))["ok"] is True
    gone = await call(slack, "views.update", view_id="V9", view=view)
    assert gone["error"] == "not_found"


async def test_a_view_of_more_than_250_kilobytes_is_too_large(slack: FakeSlack) -> None:
    text = {"type": "plain_text", "text": "x" * 3000}
    view = modal(*[{"type": "section", "text": text}] * 100)
    told = await call(slack, "views.open", trigger_id=slack.world.trigger("U1"), view=view)
    assert told["error"] == "view_too_large"


# ---- who and where -------------------------------------------------------------------------------


async def test_people_and_channels_are_told_as_slack_tells_them(slack: FakeSlack) -> None:
    told = (await read(slack, "users.info", user="U1", include_locale="true"))["user"]
    assert (told["real_name"], told["tz"], told["locale"], told["profile"]["email"]) == (
        "Mara Weiss",
        "Europe/Berlin",
        "en-GB",
        "mara@acme.example",
    )
    assert "locale" not in (await read(slack, "users.info", user="U1"))["user"]
    # As JSON these methods see no arguments.
    assert (await call(slack, "users.info", user="U1"))["error"] == "user_not_found"
    metadata = {"event_type": "t", "event_payload": {"id": "m1"}}
    await call(slack, "chat.postMessage", channel="C1", text="x", metadata=metadata)
    asked = {"channel": "C1", "include_all_metadata": "true"}
    (kept,) = (await read(slack, "conversations.history", **asked))["messages"]
    assert kept["metadata"]["event_payload"] == {"id": "m1"}
    assert (await read(slack, "conversations.info", channel="C1"))["channel"]["name"] == "north"
    assert (await read(slack, "conversations.members", channel="C1"))["members"] == [slack.bot_user]
    assert [one["id"] for one in (await read(slack, "conversations.list"))["channels"]] == ["C1"]
    assert [one["id"] for one in (await read(slack, "users.list"))["members"]] == ["U1"]


async def test_something_is_shown_to_one_person_only(slack: FakeSlack) -> None:
    asked = {"channel": "C1", "user": "U1", "text": "psst"}
    assert (await call(slack, "chat.postEphemeral", **asked))["error"] == "user_not_in_channel"
    slack.world.channels["C1"].members.add("U1")
    assert (await call(slack, "chat.postEphemeral", **asked))["ok"] is True
    assert [one.text for one in slack.ephemerals("U1")] == ["psst"]
    assert slack.posts("C1") == []
