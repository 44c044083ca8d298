"""What people do on Slack, through the real app behind both of its doors."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.slack.atwork import (
    ADA_CALLS,
    HOUR,
    Work,
    acme,
    at_work,
    call_soon,
    config,
    keys,
    team,
    view_words,
)
from tests.adapters.slack.fake.acts import fields
from tests.adapters.slack.fake.state import Post

PLAN = {
    "objective": "She signs the pilot contract by Friday.",
    "question": "What does a lost form cost you?",
}
PRIVATELY = "The answer is in your direct messages with me."
NOT_COACHED = (
    "你好。这个教练只带名单上的人，你还不在名单上。\n要是该加上你，找kim@acme.example就行。"
)


@pytest.fixture(params=["http", "socket"])
async def work(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Work]:
    async with acme() as slack:
        told = config(tmp_path, keys(slack, request.param), team(ADA_CALLS))
        async with at_work(slack, told, source=call_soon()) as made:
            yield made


async def prompted(work: Work) -> Post:
    """Ada's prompt for her call."""
    await work.pass_()
    return work.slack.last("U1")


async def texts(work: Work, user: str = "U1") -> list[str]:
    """What the coach has said to somebody, once all is done; the first line of each."""
    await work.pass_(times=2)
    return [post.text.partition("\n")[0] for post in work.slack.posts(user) if post.by_app]


# ---- people --------------------------------------------------------------------------------------


async def test_who_is_on_the_list_is_greeted_at_the_start_once(work: Work) -> None:
    assert len(work.slack.posts("U1")) == 1
    assert [work.slack.posts(user) for user in ("U2", "U3")] == [[], []]


async def test_a_stranger_is_told_whom_to_ask_in_their_own_language(work: Work) -> None:
    await work.slack.write("U3", "hi")
    await work.rest()
    assert work.slack.last("U3").text == NOT_COACHED
    said = await work.slack.slash("U3", "C100", "/advance", "today")
    assert said.body == {"text": NOT_COACHED, "response_type": "ephemeral"}
    await work.slack.open_home("U3")
    await work.rest()
    home = work.slack.home("U3")
    assert home is not None
    assert "你好。这个教练只带名单上的人，你还不在名单上。" in view_words(home)


async def test_a_stranger_who_edits_or_deletes_what_they_wrote_is_not_told_again(
    work: Work,
) -> None:
    written = await work.slack.write("U3", "hi")
    assert written.post is not None
    await work.slack.edit("U3", written.post, "hello")
    await work.slack.delete("U3", written.post)
    await work.rest()
    assert [post.text for post in work.slack.posts("U3") if post.by_app] == [NOT_COACHED]


async def test_a_stranger_who_brings_a_question_is_told_so_in_a_form(work: Work) -> None:
    written = await work.slack.write("U1", "Why?")
    assert written.post is not None
    await work.slack.shortcut("U3", "judge_question", written.post)
    await work.rest()
    view = work.slack.view("U3")
    assert view is not None
    assert view_words(view.view).startswith("Advance 你好。这个教练只带名单上的人")


async def test_who_is_no_longer_on_the_list_is_told_so_at_a_tap_and_a_form(work: Work) -> None:
    slack = work.slack
    prompt = await prompted(work)
    await slack.tap("U1", prompt, "Plan this call")
    await work.rest()
    form = slack.view("U1")
    met = await work.find("U1")
    assert met is not None
    async with work.store.open(work.program.workspace_id) as unit:
        await unit.drop_account(met.account)
    slack.world.people["U1"].email = "other@acme.example"
    answer = await slack.submit("U1", form, PLAN)
    assert answer.body["response_action"] == "update"
    shown = slack.view("U1")
    assert shown is not None
    assert view_words(shown.view).startswith("Advance Hello. This coach works for a list")
    await slack.tap("U1", prompt, "Plan this call")
    await work.rest()
    told = slack.view("U1")
    assert told is not None
    assert view_words(told.view).startswith("Advance Hello. This coach works for a list")


# ---- commands ------------------------------------------------------------------------------------


async def test_a_command_in_a_channel_is_answered_in_direct_messages(work: Work) -> None:
    said = await work.slack.slash("U1", "C100", "/advance", "today")
    assert said.body == {"text": PRIVATELY, "response_type": "ephemeral"}
    assert [post.text for post in work.slack.ephemerals("U1")] == [PRIVATELY]
    assert len(await texts(work)) == 3
    assert work.slack.posts("C100") == []


async def test_a_command_in_the_direct_messages_is_answered_there(work: Work) -> None:
    said = await work.slack.slash("U1", "", "/advance", "today")
    assert (said.status, said.text) == (200, "")
    assert len(await texts(work)) == 3


async def test_a_command_alone_asks_for_help(work: Work) -> None:
    await work.slack.slash("U1", "", "/advance")
    said = await texts(work)
    assert "I help you plan and review customer calls. Words I know:" in said


# ---- taps and forms ------------------------------------------------------------------------------


async def test_a_call_is_planned_by_form_with_errors_at_the_field(work: Work) -> None:
    prompt = await prompted(work)
    await work.slack.tap("U1", prompt, "Plan this call")
    await work.rest()
    form = work.slack.view("U1")
    wrong = await work.slack.submit("U1", form, {"objective": " "})
    assert wrong.body == {
        "response_action": "errors",
        "errors": {"objective": "This one is needed."},
    }
    right = await work.slack.submit("U1", form, PLAN)
    assert (right.status, right.body, work.slack.view("U1")) == (200, {}, None)
    await work.pass_()
    assert "Aim: She signs the pilot contract by Friday." in prompt.text
    assert prompt.edited


async def test_an_expired_tap_is_answered_kindly_once(work: Work) -> None:
    prompt = await prompted(work)
    work.slack.fail("views.open", "expired_trigger_id", times=2)
    first = await work.slack.tap("U1", prompt, "Plan this call")
    again = await work.slack.deliver_again()
    assert (first.status, again.status, work.slack.view("U1")) == (200, 200, None)
    late = "The form could not open: the tap was too long ago. Tap once more."
    assert (await texts(work))[2:] == [late]


async def test_a_tap_delivered_again_opens_no_second_form_and_says_nothing(work: Work) -> None:
    prompt = await prompted(work)
    await work.slack.tap("U1", prompt, "Plan this call")
    await work.rest()
    form = work.slack.view("U1")
    again = await work.slack.deliver_again()
    await work.rest()
    refused = work.slack.asked("views.open")[-1].answer
    assert (again.status, refused["error"]) == (200, "exchanged_trigger_id")
    assert work.slack.view("U1") is form
    assert len(await texts(work)) == 2


async def test_a_closed_form_changes_nothing(work: Work) -> None:
    prompt = await prompted(work)
    await work.slack.tap("U1", prompt, "Plan this call")
    await work.rest()
    form = work.slack.view("U1")
    assert form is not None
    form.view["notify_on_close"] = True
    closed = await work.slack.close("U1", form)
    assert closed is not None
    assert closed.status == 200
    assert len(await texts(work)) == 2


async def test_what_is_put_off_comes_back_later(work: Work) -> None:
    prompt = await prompted(work)
    assert (await work.slack.select("U1", prompt, "1 hour")).status == 200
    await work.pass_()
    before = len(work.slack.posts("U1"))
    await work.pass_(HOUR)
    assert len(work.slack.posts("U1")) == before + 1


async def test_a_question_is_judged_from_any_message_in_the_form(work: Work) -> None:
    posted = work.slack.world.put(
        work.slack.world.channels["C100"], "U2", text="What does a lost form cost you?"
    )
    await work.slack.shortcut("U1", "judge_question", posted)
    await work.rest()
    form = work.slack.view("U1")
    assert form is not None
    element = fields(form)["text"]["element"]
    assert element["initial_value"] == "What does a lost form cost you?"
    answer = await work.slack.submit("U1", form, {})
    again = await work.slack.deliver_again()
    assert answer.body == again.body
    told = view_words(answer.body["view"])
    assert "An implication question" in told
    assert told.endswith("Nothing of this is kept.")
    assert len(await texts(work)) == 2


# ---- texts ---------------------------------------------------------------------------------------


async def test_a_call_is_planned_by_chat_and_an_edit_edits_the_answer(work: Work) -> None:
    prompt = await prompted(work)
    written = await work.slack.write("U1", "She signs the pilot contract by Friday.")
    assert written.post is not None
    await work.pass_(times=2)
    assert "Aim: She signs the pilot contract by Friday." in prompt.text
    await work.slack.edit("U1", written.post, "She signs the order by Thursday.")
    await work.pass_(times=2)
    assert "Aim: She signs the order by Thursday." in prompt.text


async def test_an_edit_in_a_thread_is_answered_in_that_thread(work: Work) -> None:
    prompt = await prompted(work)
    texts = ("She signs by Friday.", "line 2 stops", "What does a stop do to the deliveries?")
    posts = [(await work.slack.write("U1", one, thread=prompt)).post for one in texts]
    await work.pass_(times=2)
    assert posts[0] is not None
    before = len(work.slack.thread(prompt))
    await work.slack.edit("U1", posts[0], "She signs the order by Thursday.")
    await work.pass_(times=2)
    assert len(work.slack.thread(prompt)) == before + 1


@pytest.mark.parametrize("tombstone", [False, True], ids=["deleted", "tombstone"])
async def test_a_deleted_text_takes_its_answer_back(work: Work, tombstone: bool) -> None:
    prompt = await prompted(work)
    written = await work.slack.write("U1", "She signs the pilot contract by Friday.")
    post = written.post
    assert post is not None
    await work.pass_(times=2)
    if tombstone:
        event = {
            "type": "message",
            "subtype": "message_changed",
            "hidden": True,
            "channel": post.channel,
            "channel_type": "im",
            "ts": work.slack.world.ts(),
            "message": {
                "type": "message",
                "subtype": "tombstone",
                "user": "USLACKBOT",
                "ts": post.ts,
                "text": "This message was deleted.",
            },
            "previous_message": post.shown,
        }
        await work.slack.happened(event)
    else:
        await work.slack.delete("U1", post)
    await work.pass_(times=2)
    assert "Aim:" not in prompt.text
    said = work.slack.last("U1").text
    await work.slack.deliver_again()
    await work.pass_(times=2)
    assert work.slack.last("U1").text == said


async def test_what_is_no_text_of_a_persons_is_acknowledged_and_left(work: Work) -> None:
    channel = work.slack.world.direct("U1").id
    before = len(work.slack.asked("chat.postMessage"))
    told = {"type": "message", "channel": channel, "channel_type": "im", "ts": "1.1"}
    for more in (
        {"subtype": "channel_join", "user": "U1", "text": "joined"},
        {"bot_id": "B9", "user": "U9", "text": "beep"},
        {"user": work.slack.bot_user, "bot_id": "B0COACH", "text": "mine"},
        {"user": "U1", "text": ""},
    ):
        assert (await work.slack.happened({**told, **more})).status == 200
    await work.pass_()
    # The prompt that is due has come, and nothing else.
    assert len(work.slack.asked("chat.postMessage")) == before + 1


# ---- the home tab --------------------------------------------------------------------------------


async def test_the_home_tab_follows_what_its_owner_does(work: Work) -> None:
    await prompted(work)
    await work.slack.open_home("U1")
    await work.rest()
    before = work.slack.home("U1")
    assert before is not None
    assert "Halden" in view_words(before)
    assert "planned" not in view_words(before)
    await work.slack.write("U1", PLAN["objective"])
    await work.rest()
    after = work.slack.home("U1")
    assert after is not None
    assert "planned" in view_words(after)


async def test_a_home_tab_that_was_not_looked_at_is_not_drawn(work: Work) -> None:
    await work.slack.open_home("U1", tab="messages")
    await work.slack.write("U1", "help")
    await work.rest()
    assert work.slack.asked("views.publish") == []


async def test_the_home_tab_works_without_slack_for_a_moment(
    work: Work, caplog: pytest.LogCaptureFixture
) -> None:
    work.slack.fail("views.publish", "503")
    assert (await work.slack.open_home("U1")).status == 200
    await work.rest()
    assert [record.getMessage() for record in caplog.records] == [
        "Could not show the home tab: unknown: answered 503"
    ]


# ---- what nobody asked for -----------------------------------------------------------------------


async def test_what_is_unknown_is_acknowledged(work: Work) -> None:
    slack = work.slack
    assert (await slack.happened({"type": "reaction_added", "user": "U1"})).status == 200
    assert (await slack.slash("U1", "C100", "/other", "x")).status == 200
    written = await slack.write("U1", "help")
    assert written.post is not None
    assert (await slack.shortcut("U1", "other", written.post)).status == 200
    greeting = slack.posts("U1")[0]
    button = greeting.blocks[-1]["elements"][0]
    button["action_id"] = "other"
    assert (await slack.tap("U1", greeting, "other")).status == 200


async def test_a_snooze_long_after_the_call_is_answered(work: Work) -> None:
    prompt = await prompted(work)
    await work.pass_(timedelta(days=3))
    assert (await work.slack.select("U1", prompt, "1 hour")).status == 200
    before = len(work.slack.posts("U1"))
    await work.pass_()
    assert len(work.slack.posts("U1")) >= before
