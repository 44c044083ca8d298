"""What people do on Teams, through the real bot behind its real door."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from html import escape
from pathlib import Path
from socket import socket
from typing import Any
from urllib.parse import unquote

import pytest
from aiohttp import ClientSession

from adapters.chat.teams.manifest import FULL
from adapters.ports import Place
from bot.config.keys import Channels, Person, TeamOf, Teams
from bot.serve import at_work as serving
from tests.adapters.teams.atwork import (
    ADA,
    HOUR,
    Work,
    acme,
    at_work,
    config,
    keys,
    shown,
    team,
    words,
)
from tests.adapters.teams.fake import cards
from tests.adapters.teams.fake.state import TENANT, Post
from tests.adapters.teams.fake.tokens import Issuer

PLAN = {
    "objective": "She signs the pilot contract by Friday.",
    "question": "What does a lost form cost you?",
}
PRIVATELY = "The answer is in your direct messages with me."
TO_ADA = f"<at>Ada</at>\n{PRIVATELY}"
# Characters that nobody sees, and Teams' own client takes for an answer.
UNSEEN = "\u200b\u200b"
OTHER = "bbbbbbbb-0000-4000-8000-000000000002"


@pytest.fixture
async def work(tmp_path: Path) -> AsyncIterator[Work]:
    async with acme() as teams:
        told = config(tmp_path, keys(teams), team())
        async with at_work(teams, told) as made:
            yield made


async def prompted(work: Work) -> Post:
    """Ada's prompt for her call."""
    await work.teams.install("ada")
    await work.teams.write("ada", "today")
    await work.pass_(times=3)
    return work.teams.last("ada")


def openings(said: list[str]) -> list[str]:
    return [one.partition("\n")[0][:30] for one in said]


# ---- people --------------------------------------------------------------------------------------


async def test_whoever_installs_it_is_greeted_once(work: Work) -> None:
    assert (await work.teams.install("ada")).status == 200
    assert (await work.teams.deliver_again()).status == 200
    assert (await work.teams.upgrade("ada")).status == 200
    assert openings(await work.said()) == ["Hello Ada. Before each custome"]


async def test_an_upgrade_greets_nobody_who_was_not_met(work: Work) -> None:
    work.teams.world.chats.add(work.teams.world.people["ada"].chat)
    await work.teams.upgrade("ada")
    assert await work.said() == []


async def test_zone_and_language_are_those_of_the_first_message(work: Work) -> None:
    await work.teams.install("ada")
    rep = await work.rep()
    assert (rep.zone, rep.language) == (None, "en")
    ada = work.teams.world.people["ada"]
    ada.tz, ada.locale = "Asia/Shanghai", "zh-CN"
    await work.teams.write("ada", "today")
    rep = await work.rep()
    assert (rep.zone, rep.language) == ("Asia/Shanghai", "zh-Hans")


async def test_a_stranger_is_told_once_whom_to_ask(work: Work) -> None:
    work.teams.person("cy", "Cy", "cy@acme.example")
    await work.teams.install("cy")
    await work.teams.upgrade("cy")
    await work.teams.install("cy")
    said = await work.said("cy")
    told = "Hello. This coach works for a list of people, and you are not on it yet."
    ask = "If that should be otherwise, kim@acme.example can change it."
    assert said == [f"{told}\n{ask}"]


async def test_a_stranger_who_installs_it_is_told_so_in_their_own_language(work: Work) -> None:
    await work.teams.install("bo")
    said = await work.said("bo")
    assert openings(said) == ["你好。这个教练只带名单上的人，你还不在名单上。"]


async def test_whoever_runs_the_coach_is_not_told_to_ask_themselves(work: Work) -> None:
    await work.teams.install("kim")
    (told,) = await work.said("kim")
    assert told.startswith("Hello. You look after this coach.")
    assert "kim@acme.example" not in told


async def test_a_stranger_who_writes_is_told_so_in_their_own_language(work: Work) -> None:
    work.teams.person("cy", "Cy", "cy@acme.example", locale="zh-CN", installed=True)
    await work.teams.write("cy", "hi")
    await work.teams.deliver_again()
    said = await work.said("cy")
    assert openings(said) == ["你好。这个教练只带名单上的人，你还不在名单上。"]


async def test_who_removes_it_is_written_to_no_more_until_they_install_it_again(
    work: Work,
) -> None:
    await work.teams.install("ada")
    await work.teams.uninstall("ada")
    assert await work.find() is None
    assert await work.reps() == []
    await work.teams.install("ada")
    assert await work.reps() == ["ada@acme.example"]


async def test_the_admin_is_told_who_left_once_they_are_known(work: Work) -> None:
    await work.teams.install("kim")
    await work.teams.install("ada")
    await work.teams.uninstall("ada")
    said = await work.said("kim")
    assert openings(said)[-1] == "Ada cannot be reached in this "


async def test_whoever_is_on_the_list_and_joins_the_team_is_greeted(work: Work) -> None:
    for key in ("ada", "bo"):
        # Their admin has given it to them: nobody tells the bot.
        person = work.teams.world.people[key]
        person.installed = True
    await work.teams.install("kim", "north")
    await work.teams.join("ada", "north")
    await work.teams.join("bo", "north")
    assert openings(await work.said()) == ["Hello Ada. Before each custome"]
    assert await work.said("bo") == []
    await work.teams.join("ada", "north")
    await work.teams.leave("ada", "north")
    assert len(await work.said()) == 1
    assert await work.find() is not None


async def test_whoever_is_in_a_team_and_on_the_list_is_greeted_once_it_gets_the_app(
    tmp_path: Path,
) -> None:
    async with acme() as teams:
        people = [
            Person(name=name, address=f"{name.lower()}@acme.example")
            for name in ("Ada", "Dan", "Di")
        ]
        async with at_work(teams, config(tmp_path, keys(teams), team(*people))) as work:
            teams.person("dan", "Dan", "dan@acme.example", installed=True)
            # Whom Teams does not let us write to yet is greeted when they install it themselves.
            teams.person("di", "Di", "di@acme.example")
            teams.world.teams["north"].members |= {"dan", "di"}
            for key in ("ada", "bo", "kim"):
                teams.world.people[key].installed = True
            assert (await teams.install("kim", "north")).status == 200
            assert (await teams.deliver_again()).status == 200
            said = {key: openings(await work.said(key)) for key in ("ada", "dan", "di", "bo")}
            assert said == {
                "ada": ["Hello Ada. Before each custome"],
                "dan": ["Hello Dan. Before each custome"],
                "di": [],
                "bo": [],
            }
            await teams.install("di")
            assert openings(await work.said("di")) == ["Hello Di. Before each customer"]


async def test_whoever_comes_to_a_team_later_is_greeted_then(work: Work) -> None:
    members = work.teams.world.teams["north"].members
    members.discard("ada")
    work.teams.world.people["ada"].installed = True
    await work.teams.install("kim", "north")
    assert await work.said() == []
    await work.teams.join("bo", "north")
    assert (await work.teams.join("ada", "north")).status == 200
    assert openings(await work.said()) == ["Hello Ada. Before each custome"]
    await work.teams.join("ada", "north")
    assert len(await work.said()) == 1


async def test_the_first_tap_tells_the_zone_that_the_settings_then_propose(work: Work) -> None:
    await work.teams.install("ada")
    await work.pass_()
    assert "your time zone" in words(work.teams.last("ada"))
    await work.teams.tap("ada", work.teams.last("ada"), "Settings")
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert cards.inputs(dialog.card)["zone"]["value"] == "Europe/Berlin"
    assert (await work.rep()).zone == "Europe/Berlin"


async def test_who_left_is_not_brought_back_by_a_colleague(work: Work) -> None:
    await work.teams.install("ada")
    await work.teams.uninstall("ada")
    work.teams.world.people["ada"].installed = True
    await work.teams.install("kim", "north")
    await work.teams.join("ada", "north")
    assert await work.reps() == []


async def test_a_team_of_many_is_read_no_further_than_needed(work: Work) -> None:
    for number in range(900):
        work.teams.person(f"p{number:03}", f"Person {number}")
    work.teams.world.teams["north"].members |= {f"p{number:03}" for number in range(900)}
    work.teams.world.people["ada"].installed = True
    await work.teams.install("kim", "north")
    assert len(work.teams.asked("members")) == 1
    assert await work.reps() == ["ada@acme.example"]
    await work.teams.install("kim", "north")
    assert len(work.teams.asked("members")) == 1


# ---- texts ---------------------------------------------------------------------------------------


async def test_a_command_is_answered_once_though_it_comes_twice(work: Work) -> None:
    await work.teams.install("ada")
    await work.pass_()
    await work.teams.write("ada", "today")
    assert (await work.teams.deliver_again()).status == 200
    said = await work.said()
    assert len([one for one in said if one.startswith("Today: 1 call")]) == 1


async def test_whoever_writes_first_is_greeted_and_that_is_the_answer(work: Work) -> None:
    work.teams.world.people["ada"].installed = True
    work.teams.world.chats.add(work.teams.world.people["ada"].chat)
    await work.teams.write("ada", "today")
    await work.rest()
    assert openings(await work.said())[:1] == ["Hello Ada. Before each custome"]
    assert not [one for one in await work.said() if one.startswith("Today")]


async def test_an_answer_is_edited_and_taken_back(work: Work) -> None:
    prompt = await prompted(work)
    wrote = await work.teams.write("ada", "She signs the pilot contract by Friday.")
    await work.pass_()
    assert wrote.post is not None
    assert (await work.teams.edit("ada", wrote.post, "She signs it by Monday.")).status == 200
    await work.pass_()
    assert "She signs it by Monday." in words(prompt)
    assert (await work.teams.delete("ada", wrote.post)).status == 200
    await work.pass_()
    assert "She signs it by Monday." not in words(prompt)
    assert (await work.teams.restore("ada", wrote.post)).status == 200
    await work.pass_()
    assert "She signs it by Monday." in words(prompt)


async def test_a_mention_in_a_channel_is_answered_in_the_persons_own_chat(work: Work) -> None:
    await work.teams.install("kim", "north")
    await work.teams.install("ada")
    await work.pass_()
    asked = await work.teams.mention("ada", "deals", "today")
    assert asked.status == 200
    assert openings(await work.said())[1] == "Today: 1 call"
    assert asked.post is not None
    assert await work.said("deals") == [TO_ADA]
    assert [words(post) for post in work.teams.thread(asked.post)] == [TO_ADA]


async def test_a_mention_deep_in_a_thread_is_answered_in_that_thread(work: Work) -> None:
    await work.teams.install("kim", "north")
    await work.teams.install("ada")
    await work.pass_()
    first = await work.teams.mention("ada", "deals", "today")
    assert first.post is not None
    await work.pass_()
    await work.teams.mention("ada", "deals", "week", under=first.post)
    assert await work.said("deals") == [TO_ADA, TO_ADA]
    ours = [post for post in work.teams.thread(first.post) if post.by_bot]
    assert [words(post) for post in ours] == [TO_ADA, TO_ADA]


async def test_a_stranger_in_a_channel_is_told_in_their_own_chat(work: Work) -> None:
    await work.teams.install("kim", "north")
    work.teams.world.people["bo"].installed = True
    await work.teams.mention("bo", "deals", "today")
    assert len(await work.said("bo")) == 1
    assert await work.said("deals") == []


# ---- taps and forms ------------------------------------------------------------------------------


async def test_a_call_is_planned_in_a_dialog(work: Work) -> None:
    prompt = await prompted(work)
    opened = await work.teams.tap("ada", prompt, "Plan this call")
    assert opened.status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert dialog.title == "Plan: Halden"
    sent = await work.teams.submit("ada", PLAN)
    assert (sent.status, sent.text, work.teams.dialog("ada")) == (200, "", None)
    await work.pass_()
    assert "Aim: She signs the pilot contract by Friday." in words(prompt)


async def test_what_cannot_be_taken_is_shown_at_its_field_and_all_else_is_kept(
    work: Work,
) -> None:
    await work.teams.install("ada")
    await work.pass_()
    await work.teams.tap("ada", work.teams.last("ada"), "Settings")
    wrong = await work.teams.submit("ada", {"zone": "Nowhere/Else", "country": "DE"})
    assert wrong.status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    values = {name: one.get("value") for name, one in cards.inputs(dialog.card).items()}
    assert (values["zone"], values["country"]) == ("Nowhere/Else", "DE")
    at = [one.get("id") for one in dialog.card["body"]].index("zone")
    assert "zone" in shown({"type": "AdaptiveCard", "body": [dialog.card["body"][at + 1]]})
    right = await work.teams.submit("ada", {"zone": "Europe/Paris"})
    assert (right.status, work.teams.dialog("ada")) == (200, None)
    rep = await work.rep()
    assert (rep.zone, rep.country) == ("Europe/Paris", "DE")


async def test_a_topics_form_is_shown_again_at_its_fields_too(work: Work) -> None:
    prompt = await prompted(work)
    await work.teams.tap("ada", prompt, "Plan this call")
    await work.teams.submit("ada", PLAN)
    await work.pass_()
    await work.teams.write("ada", "needs")
    await work.pass_()
    asked = work.teams.last("ada")
    assert (await work.teams.tap("ada", asked, "form")).status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    before = await work.said()
    fields = cards.inputs(dialog.card)
    empty = {name: UNSEEN for name, one in fields.items() if one.get("isRequired")}
    wrong = await work.teams.submit("ada", empty)
    assert (wrong.status, await work.said()) == (200, before)
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert cards.inputs(dialog.card).keys() == fields.keys()
    assert "Attention" in json.dumps(dialog.card)


async def test_a_form_that_comes_twice_has_no_second_effect(work: Work) -> None:
    prompt = await prompted(work)
    await work.teams.tap("ada", prompt, "Plan this call")
    await work.teams.submit("ada", PLAN)
    before = await work.said()
    assert (await work.teams.deliver_again()).status == 200
    assert await work.said() == before


async def test_a_tap_is_answered_with_the_card_as_it_stands_now(work: Work) -> None:
    prompt = await prompted(work)
    tapped = await work.teams.tap("ada", prompt, "Skip")
    assert tapped.body["type"] == "application/vnd.microsoft.card.adaptive"
    now = shown(tapped.body["value"])
    await work.pass_()
    assert (now, words(prompt)) == (words(prompt), now)
    again = await work.teams.deliver_again()
    assert again.body == tapped.body


async def test_an_older_client_taps_by_a_message(work: Work) -> None:
    prompt = await prompted(work)
    before = words(prompt)
    tapped = await work.teams.tap("ada", prompt, "Skip", old_client=True)
    assert (tapped.status, tapped.body) == (200, None)
    await work.pass_()
    assert words(prompt) != before


JUDGE = {"tap": {"verb": "judge"}}
ASKED = {"question": "What does a lost form cost you?"}


def answered(data: dict[str, Any]) -> dict[str, Any]:
    """What a client sends of a form about nothing in particular."""
    return {"form": {"kind": "judge", "about": "", "fields": list(data)}, **data}


async def invoked(work: Work, name: str, value: dict[str, Any]) -> Any:
    told = work.teams.activity("ada", "invoke", name=name, value=value)
    answer = await work.teams.happen(told)
    assert answer.status == 200
    return answer.body


async def test_a_question_is_judged_in_the_dialog_it_was_brought_to(work: Work) -> None:
    await work.teams.install("ada")
    opened = await invoked(work, "task/fetch", {"data": JUDGE})
    fields = cards.inputs(opened["task"]["value"]["card"]["content"])
    told = dict.fromkeys(fields, ASKED["question"])
    shown_ = await invoked(work, "task/submit", {"data": answered(told)})
    assert ASKED["question"] in str(shown_["task"]["value"]["card"])


async def test_a_form_may_stand_in_the_chat_too(work: Work) -> None:
    await work.teams.install("ada")
    action = {"type": "Action.Execute", "verb": "tap", "data": JUDGE}
    opened = await invoked(work, "adaptiveCard/action", {"action": action})
    fields = cards.inputs(opened["value"])
    empty = {**action, "data": answered(dict.fromkeys(fields, " "))}
    wrong = await invoked(work, "adaptiveCard/action", {"action": empty})
    assert cards.inputs(wrong["value"]).keys() == fields.keys()
    full = {**action, "data": answered(dict.fromkeys(fields, ASKED["question"]))}
    judged = await invoked(work, "adaptiveCard/action", {"action": full})
    assert ASKED["question"] in str(judged["value"])


BROUGHT = "<div><p>What does a lost form cost you?</p></div>"


async def test_a_message_of_anybodys_is_judged_for_whoever_asks_alone(work: Work) -> None:
    await prompted(work)
    met, before = await work.find(), await work.said()
    assert (await work.teams.bring("ada", BROUGHT)).status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert dialog.title == "Judge a question"
    assert cards.inputs(dialog.card)["text"]["value"] == ASKED["question"]
    wrong = await work.teams.submit("ada", {"text": UNSEEN})
    assert wrong.status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert "This one is needed." in shown(dialog.card)
    told = await work.teams.submit("ada", {"text": ASKED["question"]})
    assert told.status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert ASKED["question"] in shown(dialog.card)
    assert "Nothing of this is kept." in shown(dialog.card)
    # They are written to where they were before, not in the chat the message stands in.
    assert (await work.find(), await work.said()) == (met, before)


async def test_whoever_first_meets_the_coach_at_a_message_is_greeted_in_their_own_chat(
    work: Work,
) -> None:
    work.teams.world.people["ada"].installed = True
    assert (await work.teams.bring("ada", BROUGHT)).status == 200
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert dialog.title == "Judge a question"
    assert openings(await work.said())[0] == "Hello Ada. Before each custome"


@pytest.mark.parametrize("is_installed", [True, False])
async def test_a_stranger_at_a_message_is_told_so_there(work: Work, *, is_installed: bool) -> None:
    work.teams.world.people["bo"].installed = is_installed
    assert (await work.teams.bring("bo", "Why?", kind="text")).status == 200
    dialog = work.teams.dialog("bo")
    assert dialog is not None
    assert shown(dialog.card).startswith("你好。这个教练只带名单上的人，你还不在名单上。")
    assert cards.inputs(dialog.card) == {}


async def test_an_older_client_is_told_in_words_what_no_form_can_show(work: Work) -> None:
    await work.teams.install("ada")
    await work.pass_()
    for value in (JUDGE, answered({"text": " "}), answered({"text": ASKED["question"]})):
        told = work.teams.activity("ada", value=value)
        assert (await work.teams.happen(told)).status == 200
    said = [one for one in await work.said() if not one.startswith("Halden")]
    assert "Tap once more" in said[1]
    assert len(said) == 4


async def test_a_tap_on_a_card_that_is_no_message_of_ours_gets_a_notice(work: Work) -> None:
    await work.teams.install("ada")
    tap = {"verb": "skip", "about": "00000000-0000-4000-8000-000000000000"}
    action = {"type": "Action.Execute", "verb": "tap", "data": {"tap": tap}}
    answer = await invoked(work, "adaptiveCard/action", {"action": action})
    assert answer == {
        "statusCode": 200,
        "type": "application/vnd.microsoft.activity.message",
        "value": PRIVATELY,
    }


async def test_a_tap_by_somebody_no_longer_on_the_list_says_so(work: Work) -> None:
    prompt = await prompted(work)
    met = await work.find()
    assert met is not None
    async with work.program.store.open(work.program.workspace_id) as unit:
        await unit.drop_account(met.account)
    work.teams.world.people["ada"].email = "other@acme.example"
    tapped = await work.teams.tap("ada", prompt, "Skip")
    assert tapped.said.startswith("Hello. This coach works for a list of people")
    await work.teams.tap("ada", prompt, "Plan this call")
    dialog = work.teams.dialog("ada")
    assert dialog is not None
    assert shown(dialog.card).startswith("Hello. This coach works for a list of people")


async def test_a_form_for_a_call_that_is_over_says_where_the_answer_is(work: Work) -> None:
    prompt = await prompted(work)
    work.teams.clock.advance(9 * HOUR)
    tapped = await work.teams.tap("ada", prompt, "Plan this call")
    assert (tapped.status, tapped.said) == (200, PRIVATELY)
    assert work.teams.dialog("ada") is None


# ---- channels ------------------------------------------------------------------------------------


async def digest_at_home(work: Work) -> None:
    """Kim has installed it in the team and wants the digest there."""
    work.teams.world.people["kim"].installed = True
    await work.teams.install("kim", "north")
    await work.pass_()
    tapped = await work.teams.tap("kim", work.teams.last("kim"), "Yes")
    assert tapped.status == 200
    assert shown(tapped.body["value"]) == ("The weekly digest comes to that channel from now on.")
    await work.pass_()


async def channel(work: Work) -> Place | None:
    async with work.program.store.look(work.program.workspace_id) as unit:
        (there,) = await unit.teams()
        return await unit.channel(there.id)


async def test_whoever_installs_it_in_a_team_is_asked_whether_the_digest_belongs_there(
    work: Work,
) -> None:
    work.teams.world.people["kim"].installed = True
    await work.teams.install("kim", "north")
    await work.teams.deliver_again()
    assert openings(await work.said("kim")) == ["Shall the weekly digest of nor"]
    assert await work.said("north") == []
    await digest_at_home(work)
    there = await channel(work)
    assert there is not None
    assert "19:north@thread.tacv2" in there.address


async def test_no_is_no(work: Work) -> None:
    work.teams.world.people["kim"].installed = True
    await work.teams.install("kim", "north")
    await work.pass_()
    tapped = await work.teams.tap("kim", work.teams.last("kim"), "No")
    assert shown(tapped.body["value"]) == "Then nothing is posted there."
    assert await channel(work) is None


async def test_an_older_client_settles_a_channel_by_a_message(work: Work) -> None:
    work.teams.world.people["kim"].installed = True
    await work.teams.install("kim", "north")
    await work.pass_()
    post = work.teams.last("kim")
    assert (await work.teams.tap("kim", post, "Yes", old_client=True)).status == 200
    assert await channel(work) is not None
    await work.pass_()
    assert words(post) == "The weekly digest comes to that channel from now on."


@pytest.mark.parametrize("end", ["delete_team", "uninstall", "delete_channel"])
async def test_a_channel_that_is_gone_is_given_up(work: Work, end: str) -> None:
    await digest_at_home(work)
    assert await channel(work) is not None
    await getattr(work.teams, end)("kim", "north")
    assert await channel(work) is None


async def test_a_channel_of_app_yaml_that_is_gone_is_given_up(tmp_path: Path) -> None:
    async with acme() as teams:
        told = config(tmp_path, keys(teams), team(channel=teams.world.channels["deals"].id))
        async with at_work(teams, told) as work:
            assert await channel(work) is not None
            await teams.install("kim", "north")
            await teams.rename_channel("kim", "deals", "Business")
            await teams.rename_team("kim", "north", "Nord")
            assert await channel(work) is not None
            await teams.delete_channel("kim", "deals")
            assert await channel(work) is None


async def shared(work: Work, keys_: str) -> list[str]:
    """Two teams of app.yaml post in those channels; which of them still do."""
    async with work.program.store.look(work.program.workspace_id) as unit:
        found = [await unit.channel(one.id) for one in await unit.teams()]
    return [
        key for key in keys_.split() for place in found if place and f":{key}@" in place.address
    ]


@pytest.mark.parametrize(
    "end, left",
    [
        ("uninstall", ["away"]),
        ("delete_team", ["away"]),
        ("archive_team", ["away"]),
        ("delete_channel", ["deals", "away"]),
    ],
)
async def test_with_a_team_all_its_channels_are_given_up_and_no_others(
    tmp_path: Path, end: str, left: list[str]
) -> None:
    async with acme() as teams:
        teams.team("south", "South", {"kim"}, installed=True)
        teams.channel("away", "Away", "south")
        posting = [
            TeamOf(
                name=key, zone="Europe/Berlin", channels=Channels(teams=f"19:{key}@thread.tacv2")
            )
            for key in ("north", "deals", "away")
        ]
        async with at_work(teams, config(tmp_path, keys(teams), *posting)) as work:
            await teams.install("kim", "north")
            assert await shared(work, "north deals away") == ["north", "deals", "away"]
            assert (await getattr(teams, end)("kim", "north")).status == 200
            assert await shared(work, "north deals away") == left


async def test_a_channel_that_teams_says_nothing_of_is_not_given_up(tmp_path: Path) -> None:
    async with acme() as teams:
        posting = TeamOf(
            name="deals", zone="Europe/Berlin", channels=Channels(teams="19:deals@thread.tacv2")
        )
        async with at_work(teams, config(tmp_path, keys(teams), posting)) as work:
            await teams.install("kim", "north")
            teams.fail("channels", "503", 2)
            for trouble in ("503", "Bad Argument"):
                teams.fail("members", trouble, 1)
                await teams.archive_team("kim", "north")
                assert await shared(work, "deals") == ["deals"]


class AnyToken(Issuer):
    """An emulator asks for no token."""

    def takes(self, authorization: str) -> bool:
        return authorization == ""


# ---- tenants -------------------------------------------------------------------------------------


async def test_people_of_another_tenant_are_not_served(work: Work) -> None:
    work.teams.person("eve", "Eve", "ada@acme.example", tenant=OTHER)
    assert (await work.teams.install("eve")).status == 200
    assert (await work.teams.write("eve", "today")).status == 200
    assert await work.said("eve") == []
    assert await work.find("eve") is None


async def test_each_tenant_has_a_workspace_of_its_own(tmp_path: Path) -> None:
    async with acme() as teams:
        told = config(tmp_path, keys(teams, kind="multi", tenant=TENANT), team())
        async with at_work(teams, told) as work:
            teams.person("eve", "Eve", "eve@other.example", tenant=OTHER)
            await teams.install("eve")
            await teams.install("ada")
            eve, ada = await work.find("eve"), await work.find("ada")
            assert eve is not None
            assert ada is not None
            assert ada.workspace_id == work.program.workspace_id != eve.workspace_id
            assert await work.reps(eve.workspace_id) == ["eve@other.example"]
            said = openings(await work.said("eve"))
            assert said == ["Hello Eve.", "Hello Eve. Before each custome"]


async def test_an_emulators_tenant_is_the_one_at_home(tmp_path: Path) -> None:
    async with acme() as teams:
        told = config(
            tmp_path,
            keys(teams, insecure_local="true", tenant="", app_id="", app_password=""),
            team(),
        )
        async with at_work(teams, told) as work:
            teams.connector.issuer = AnyToken(teams.world)
            assert (await teams.install("ada")).status == 200
            met = await work.find()
            assert met is not None
            assert met.workspace_id == work.program.workspace_id


async def test_where_no_dialog_opens_a_form_opens_in_its_card(tmp_path: Path) -> None:
    async with acme() as teams:
        told = config(
            tmp_path,
            keys(teams, insecure_local="true", tenant="", app_id="", app_password=""),
            team(),
        )
        async with at_work(teams, told) as work:
            teams.connector.issuer = AnyToken(teams.world)
            prompt = await prompted(work)
            await teams.tap("ada", prompt, "Plan this call")
            assert teams.dialog("ada") is None
            lacking = await teams.tap(
                "ada", prompt, "Save the plan", {"question": PLAN["question"]}
            )
            assert list(lacking.errors) == ["objective"]
            assert (await teams.tap("ada", prompt, "Save the plan", PLAN)).status == 200
            await work.pass_()
            assert "Aim: She signs the pilot contract by Friday." in words(prompt)
            assert not [one for one in teams.posts("ada") if "task/fetch" in json.dumps(one.card)]


async def test_people_are_looked_up_by_their_id_for_the_bot(work: Work) -> None:
    """All emulators know them by that id; some know nobody by Entra's object id."""
    await work.teams.install("ada")
    await work.teams.join("ada", "north")
    asked = [one.path.rpartition("/")[2] for one in work.teams.asked("member")]
    assert asked
    assert all(unquote(id_).startswith("29:") for id_ in asked)


async def test_the_doctor_says_whether_microsoft_knows_us(tmp_path: Path) -> None:
    async with acme() as teams, at_work(teams, config(tmp_path, keys(teams), team())) as work:
        assert [str(one) async for one in work.door.look_over()] == [
            "ok    teams: Microsoft gives us a token",
            "ok    teams: the keys of the Bot Connector can be read",
        ]
        teams.issuer.refuses, teams.keys.status = "invalid_client", 500
        assert [str(one) async for one in work.door.look_over()] == [
            "bad   teams: Microsoft gives us no token: invalid_client (401)",
            "bad   teams: the keys of the Bot Connector cannot be read",
        ]
        near = Teams(insecure_local=True)
        open_door = replace(work.door, keys=near)
        assert [str(one) async for one in open_door.look_over()] == [
            "look  teams: anybody may speak (insecure_local)"
        ]


async def test_a_managed_identity_is_at_home_in_its_tenant(tmp_path: Path) -> None:
    async with acme() as teams:
        told = config(tmp_path, keys(teams, kind="managed"), team())
        async with at_work(teams, told) as work:
            assert await work.door.tenants.workspace("teams", TENANT) is not None


async def test_people_who_were_elsewhere_are_reached_where_they_speak_now(work: Work) -> None:
    await work.teams.install("ada")
    met = await work.find()
    assert met is not None
    page = Place(platform="web", tenant="", address="ada", kind="rep")
    await work.program.desk.used(replace(met, place=page))
    await work.teams.write("ada", "today")
    now = await work.find()
    assert now is not None
    assert now.place == met.place


async def test_the_server_listens_for_teams(tmp_path: Path) -> None:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with acme() as teams:
        told = config(tmp_path, keys(teams, port=port), team())
        async with serving(told, teams.clock):
            teams.deliver_to(f"http://127.0.0.1:{port}/api/messages")
            assert (await teams.delivery.post(b"{}", {})).status == 401
            assert (await teams.install("ada")).status == 200
            async with ClientSession() as session:
                answer = await session.get(f"http://127.0.0.1:{port}/about")
                assert (answer.status, answer.content_type) == (200, "text/html")
                page = await answer.text()
            for words_ in FULL.values():
                assert escape(words_) in page


def test_bot_framework_is_loaded_only_where_teams_is_on() -> None:
    code = "import sys, bot.cli, bot.serve; print([n for n in sys.modules if n in %r])"
    heavy = ("botbuilder", "botframework", "msal", "msrest", "requests")
    done = subprocess.run([sys.executable, "-c", code % (heavy,)], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"


# ---- what cannot be read -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "spoilt",
    [
        {"type": ""},
        {"type": 5},
        {"from": "ada"},
        {"conversation": 5},
        {"channelData": {}, "conversation": {"id": "a:ada"}},
        {"type": "invoke", "name": "task/fetch", "value": {}},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"data": 5}}},
        {"type": "invoke", "name": "task/submit", "value": [1]},
    ],
)
async def test_what_is_no_activity_is_bad(work: Work, spoilt: dict[str, Any]) -> None:
    await work.teams.install("ada")
    told = work.teams.activity("ada", text="hello")
    sent = {**told, **spoilt}
    headers = {"Authorization": f"Bearer {work.teams.keys.token(work.teams.service)}"}
    answer = await work.teams.delivery.post(json.dumps(sent).encode(), headers)
    assert answer.status == 400


async def test_what_nobody_asked_for_is_heard_in_peace(work: Work) -> None:
    await work.teams.install("ada")
    told = work.teams.activity("ada", "messageReaction", reactionsAdded=[{"type": "like"}])
    assert (await work.teams.happen(told)).status == 200
    told = work.teams.activity("ada", "invoke", name="composeExtension/query", value={})
    assert (await work.teams.happen(told)).status == 501
    assert len(await work.said()) == 1


async def test_a_call_soon_is_prompted_and_its_review_asked(work: Work) -> None:
    prompt = await prompted(work)
    assert words(prompt).startswith(f"{'Halden'} · today")
    await work.pass_(timedelta(hours=5))
    assert ADA.name == (await work.rep()).name
