"""What is carried to Slack, and what comes of it, against a Slack that keeps to its own rules."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest

from adapters.chat.slack.calls import Calls
from adapters.chat.slack.draw import drawn
from adapters.chat.slack.pacing import Pacing
from adapters.chat.slack.platform import Slack, profile_of
from adapters.chat.slack.refusals import SOON, TooLate
from adapters.ports import Envelope, Gone, Later, Never, Place, Platform, Profile
from bot.clock import MovableClock
from coaching.messages import Button, Buttons, Line, Message, Tap, message, text
from tests.adapters.slack.documented import SAY, q
from tests.adapters.slack.fake.slack import FakeSlack, fake_slack
from tests.adapters.slack.fake.state import BOT_USER
from tests.adapters.web.fakes import DIGEST

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HELLO = message(
    Line(q("Hello")), Buttons((Button(label=text("t-plan"), tap=Tap(verb="plan", about="c1")),))
)
DM = Place(platform="slack", tenant="T1", address="D1", kind="rep")
CHANNEL = Place(platform="slack", tenant="T1", address="C1", kind="team")
VIEW = {
    "type": "modal",
    "title": {"type": "plain_text", "text": "Plan"},
    "blocks": [{"type": "divider"}],
}
HOME = {"type": "home", "blocks": [{"type": "divider"}]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The tokens of a few tenants, as the port has them."""

    by_tenant: dict[str, str] = field(default_factory=dict)

    async def token(self, tenant: str) -> str:
        if tenant not in self.by_tenant:
            raise Gone("not installed")
        return self.by_tenant[tenant]


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with fake_slack(MovableClock(NOW)) as made:
        made.person("U1", "Mara Weiss", "mara@acme.example")
        made.world.direct("U1")
        made.channel("C1", "north")
        yield made


@pytest.fixture
async def ours(slack: FakeSlack) -> AsyncIterator[Slack]:
    calls = Calls(clock=slack.clock, api=slack.api, seconds=0.3)
    pacing = Pacing(clock=slack.clock)
    tokens = Known(by_tenant={"T1": slack.token})
    made = Slack(calls=calls, tokens=tokens, clock=slack.clock, pacing=pacing)
    yield made
    await made.close()


def letter(
    said: Message = HELLO, place: Place = DM, thread: str = "", name: str = "m1"
) -> Envelope:
    return Envelope(id=name, place=place, message=said, say=SAY, thread=thread)


# ---- what goes out -------------------------------------------------------------------------------


async def test_a_message_arrives_as_it_is_drawn_with_its_own_id(
    slack: FakeSlack, ours: Slack
) -> None:
    port: Platform = ours
    reference = await port.send(letter())
    (post,) = slack.posts("U1")
    want = drawn(HELLO, SAY)
    assert post.asked == {
        "channel": "D1",
        "text": want.text,
        "blocks": want.blocks,
        "unfurl_links": False,
        "unfurl_media": False,
        "link_names": False,
        "parse": "none",
        "metadata": {"event_type": "advance_message", "event_payload": {"id": "m1"}},
    }
    assert (port.name, reference) == ("slack", post.reference)


async def test_the_answer_to_a_message_hangs_in_its_thread(slack: FakeSlack, ours: Slack) -> None:
    root = await ours.send(letter())
    answer = await ours.send(letter(message(Line(q("More"))), thread=root))
    (first, second) = slack.posts("U1")
    assert slack.thread(first) == [second]
    assert answer == second.reference


async def test_a_thread_whose_root_was_deleted_goes_on_in_the_main_line(
    slack: FakeSlack, ours: Slack
) -> None:
    root = await ours.send(letter())
    slack.last("U1").deleted = True
    await ours.send(letter(thread=root))
    (post,) = slack.posts("U1")
    assert post.thread_ts == ""


@pytest.mark.parametrize("thread", ["C9:1700000000.000100", "web-17", "19:abc@thread"])
async def test_a_thread_that_began_elsewhere_goes_on_in_the_main_line(
    slack: FakeSlack, ours: Slack, thread: str
) -> None:
    await ours.send(letter(thread=thread))
    assert ["thread_ts" in one.body for one in slack.asked("chat.postMessage")] == [False]


async def test_a_place_that_is_a_persons_id_is_their_direct_messages(
    slack: FakeSlack, ours: Slack
) -> None:
    place = Place(platform="slack", tenant="T1", address="U1", kind="rep")
    first = await ours.send(letter(place=place))
    second = await ours.send(letter(place=place, thread=first))
    assert [post.reference for post in slack.posts("U1")] == [first, second]
    assert len(slack.asked("conversations.open")) == 1


async def test_a_message_that_may_have_arrived_is_looked_for_first(
    slack: FakeSlack, ours: Slack
) -> None:
    first = await ours.send(letter())
    reply = await ours.send(letter(thread=first, name="m2"))
    assert await ours.send(replace(letter(), again=True)) == first
    assert await ours.send(replace(letter(thread=first, name="m2"), again=True)) == reply
    assert len(slack.posts("U1")) == 2
    fresh = await ours.send(replace(letter(name="m3"), again=True))
    assert fresh not in {first, reply}


async def test_a_message_that_may_have_arrived_is_found_at_the_end_of_a_long_thread(
    slack: FakeSlack, ours: Slack
) -> None:
    root = await ours.send(letter())
    for number in range(40):
        slack.clock.set(NOW + (number + 1) * SECOND)
        last = await ours.send(letter(thread=root, name=f"reply{number}"))
    assert await ours.send(replace(letter(thread=root, name="reply39"), again=True)) == last
    assert len(slack.posts("U1")) == 41


async def test_where_slack_gives_no_notes_the_same_words_a_moment_ago_are_the_message(
    slack: FakeSlack, ours: Slack
) -> None:
    first = await ours.send(letter())
    slack.posts("U1")[0].metadata = None
    assert await ours.send(replace(letter(name="m2"), again=True)) == first
    slack.clock.set(NOW + timedelta(minutes=11))
    assert await ours.send(replace(letter(name="m3"), again=True)) != first


async def test_where_slack_lets_nobody_look_a_message_is_sent_again(
    slack: FakeSlack, ours: Slack
) -> None:
    slack.world.channels["C1"].members.add(BOT_USER)
    first = await ours.send(letter(place=CHANNEL))
    assert await ours.send(replace(letter(place=CHANNEL), again=True)) != first
    lost = replace(letter(thread="D1:1.000001", name="m2"), again=True)
    assert (await ours.send(lost)).startswith("D1:")


async def test_while_slack_does_not_answer_nothing_is_sent_twice(
    slack: FakeSlack, ours: Slack
) -> None:
    await ours.send(letter())
    slack.fail("conversations.history", "internal_error")
    with pytest.raises(Later):
        await ours.send(replace(letter(), again=True))
    assert len(slack.posts("U1")) == 1


async def test_an_edit_replaces_what_a_message_says(slack: FakeSlack, ours: Slack) -> None:
    reference = await ours.send(letter())
    changed = message(Line(q("Changed")))
    await ours.edit(reference, letter(changed))
    (post,) = slack.posts("U1")
    want = drawn(changed, SAY)
    assert (post.text, len(post.blocks), post.edited) == (want.text, len(want.blocks), True)


async def test_an_edit_of_a_deleted_message_is_never_made(slack: FakeSlack, ours: Slack) -> None:
    reference = await ours.send(letter())
    slack.last("U1").deleted = True
    with pytest.raises(Never, match="message_not_found"):
        await ours.edit(reference, letter())


@pytest.mark.parametrize("reference", ["", "D1", "D1:", ":170"])
async def test_a_reference_that_is_none_of_slacks_is_never_edited(
    slack: FakeSlack, ours: Slack, reference: str
) -> None:
    with pytest.raises(Never, match="no such message"):
        await ours.edit(reference, letter())
    assert slack.server.asked == []


# ---- what is mended ------------------------------------------------------------------------------


def kinds(blocks: list[dict[str, object]]) -> set[object]:
    return {block["type"] for block in blocks}


async def test_a_chart_goes_out_as_slacks_own(slack: FakeSlack, ours: Slack) -> None:
    await ours.send(letter(DIGEST, CHANNEL))
    assert "data_visualization" in kinds(slack.last("C1").blocks)


async def test_where_slack_draws_no_charts_their_words_are_left(
    slack: FakeSlack, ours: Slack
) -> None:
    slack.fail("chat.postMessage", "invalid_blocks")
    await ours.send(letter(DIGEST, CHANNEL))
    blocks = slack.last("C1").blocks
    assert "data_visualization" not in kinds(blocks)
    assert SAY.plain(text("t-sum")) in str(blocks)


async def test_blocks_that_are_wrong_without_a_chart_too_are_never_sent(
    slack: FakeSlack, ours: Slack
) -> None:
    slack.fail("chat.postMessage", "invalid_blocks", times=2)
    with pytest.raises(Never, match="invalid_blocks"):
        await ours.send(letter(DIGEST, CHANNEL))
    slack.fail("chat.postMessage", "invalid_blocks")
    with pytest.raises(Never, match="invalid_blocks"):
        await ours.send(letter(HELLO, CHANNEL))
    assert len(slack.asked("chat.postMessage")) == 3


async def test_the_app_goes_back_into_a_public_channel_it_is_not_in(
    slack: FakeSlack, ours: Slack
) -> None:
    slack.world.channels["C1"].members.clear()
    await ours.send(letter(DIGEST, CHANNEL))
    assert slack.last("C1").text == drawn(DIGEST, SAY).text
    assert slack.bot_user in slack.world.channels["C1"].members


async def test_a_channel_it_may_not_join_is_gone(slack: FakeSlack, ours: Slack) -> None:
    slack.world.channels["C1"].members.clear()
    slack.server.joins = False
    with pytest.raises(Gone, match="missing_scope") as refused:
        await ours.send(letter(DIGEST, CHANNEL))
    assert refused.value.channel == "channel-gone-removed"  # so that the admin is told


async def test_a_channel_that_cannot_be_entered_is_tried_once(
    slack: FakeSlack, ours: Slack
) -> None:
    slack.fail("chat.postMessage", "not_in_channel", times=2)
    with pytest.raises(Gone, match="not_in_channel"):
        await ours.send(letter(DIGEST, CHANNEL))
    assert len(slack.asked("conversations.join")) == 1


# ---- what is refused -----------------------------------------------------------------------------


async def test_an_archived_channel_is_gone(slack: FakeSlack, ours: Slack) -> None:
    slack.world.channels["C1"].archived = True
    with pytest.raises(Gone, match="is_archived"):
        await ours.send(letter(place=CHANNEL))


async def test_a_channel_nobody_knows_is_gone(ours: Slack) -> None:
    with pytest.raises(Gone, match="channel_not_found"):
        await ours.send(
            letter(place=Place(platform="slack", tenant="T1", address="C9", kind="team"))
        )


@pytest.mark.parametrize("error", ["account_inactive", "token_revoked"])
async def test_an_app_that_was_removed_is_gone(slack: FakeSlack, ours: Slack, error: str) -> None:
    slack.kill("T1", error)
    with pytest.raises(Gone, match=error):
        await ours.send(letter())


async def test_a_tenant_without_a_token_is_gone(slack: FakeSlack, ours: Slack) -> None:
    with pytest.raises(Gone, match="not installed"):
        await ours.send(
            letter(place=Place(platform="slack", tenant="T9", address="D1", kind="rep"))
        )
    assert slack.server.asked == []


@pytest.mark.parametrize("kind", ["500", "502", "503", "broken", "plain", "hangs", "moon_phase"])
async def test_slacks_troubles_are_waited_for(slack: FakeSlack, ours: Slack, kind: str) -> None:
    slack.fail("chat.postMessage", kind)
    with pytest.raises(Later) as fault:
        await ours.send(letter())
    assert fault.value.at == NOW + SOON
    await ours.send(letter())
    assert len(slack.posts("U1")) == 1


async def test_a_slack_that_is_not_there_is_waited_for(slack: FakeSlack) -> None:
    calls = Calls(clock=slack.clock, api="http://127.0.0.1:9/api", seconds=0.3)
    pacing = Pacing(clock=slack.clock)
    made = Slack(calls=calls, tokens=Known(by_tenant={"T1": "x"}), clock=slack.clock, pacing=pacing)
    with pytest.raises(Later) as fault:
        await made.send(letter())
    assert fault.value.at == NOW + SOON
    await made.close()
    await made.close()


async def test_nothing_that_is_raised_or_logged_tells_a_token_or_a_word(
    slack: FakeSlack, ours: Slack, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    slack.fail("chat.postMessage", "invalid_blocks")
    with pytest.raises(Never) as fault:
        await ours.send(letter(message(Line(q("Halden signs the pilot")))))
    await ours.send(letter(message(Line(q("Halden signs the pilot")))))
    assert (fault.value.__cause__, fault.value.__suppress_context__) == (None, True)
    said = f"{fault.value!r} {caplog.text} {ours!r}"
    assert "Halden" not in said
    assert "Hello" not in said
    assert slack.token not in said.replace(repr(ours.tokens), "")


# ---- how fast ------------------------------------------------------------------------------------


async def test_a_channel_gets_a_burst_of_three_and_then_one_a_second(
    slack: FakeSlack, ours: Slack
) -> None:
    for _ in range(3):
        await ours.send(letter())
    with pytest.raises(Later) as fault:
        await ours.send(letter())
    assert fault.value.at == NOW + SECOND
    await ours.send(letter(place=CHANNEL))
    slack.clock.advance(SECOND)
    await ours.send(letter())
    assert (len(slack.posts("U1")), len(slack.posts("C1"))) == (4, 1)


async def test_at_this_pace_slack_never_asks_for_a_pause(slack: FakeSlack, ours: Slack) -> None:
    for _ in range(40):
        try:
            await ours.send(letter())
        except Later as later:
            slack.clock.set(later.at)
            await ours.send(letter())
    assert {one.status for one in slack.asked("chat.postMessage")} == {200}
    assert len(slack.posts("U1")) == 40


async def test_after_a_limit_the_whole_tenant_waits_as_long_as_slack_says(
    slack: FakeSlack, ours: Slack
) -> None:
    slack.limit("chat.postMessage", seconds=20)
    for place in (DM, CHANNEL):
        with pytest.raises(Later) as fault:
            await ours.send(letter(place=place))
        assert fault.value.at == NOW + 20 * SECOND
    assert len(slack.asked("chat.postMessage")) == 1
    assert await ours.user_by_email("T1", "mara@acme.example") == "U1"
    slack.clock.advance(20 * SECOND)
    await ours.send(letter(place=CHANNEL))
    assert len(slack.posts("C1")) == 1


# ---- everything else -----------------------------------------------------------------------------


async def test_a_home_tab_is_published(slack: FakeSlack, ours: Slack) -> None:
    await ours.publish_home("T1", "U1", HOME)
    home = slack.home("U1")
    assert home is not None
    assert [block["type"] for block in home["blocks"]] == ["divider"]


async def test_a_home_tab_that_slack_does_not_take_is_never_published(ours: Slack) -> None:
    with pytest.raises(Never, match="invalid_arguments"):
        await ours.publish_home("T1", "U1", {"type": "home", "blocks": [{"type": "file"}]})


async def test_a_form_opens_once_and_within_three_seconds(slack: FakeSlack, ours: Slack) -> None:
    trigger = slack.world.trigger("U1")
    await ours.open_view("T1", trigger, VIEW)
    view = slack.view("U1")
    assert view is not None
    assert view.view["title"]["text"] == "Plan"
    with pytest.raises(TooLate, match="exchanged_trigger_id"):
        await ours.open_view("T1", trigger, VIEW)
    late = slack.world.trigger("U1")
    slack.clock.advance(4 * SECOND)
    with pytest.raises(TooLate, match="expired_trigger_id"):
        await ours.open_view("T1", late, VIEW)
    with pytest.raises(TooLate, match="invalid_trigger_id"):
        await ours.open_view("T1", "nonsense", VIEW)


async def test_direct_messages_open_by_a_persons_id(slack: FakeSlack, ours: Slack) -> None:
    slack.person("U2", "Lin Chen", "lin@acme.example")
    assert await ours.open_dm("T1", "U2") == "D2"
    assert await ours.open_dm("T1", "U2") == "D2"


@pytest.mark.parametrize("sign, error", [("deleted", "user_disabled"), ("is_bot", "cannot_dm_bot")])
async def test_who_has_left_or_is_a_bot_has_no_direct_messages(
    slack: FakeSlack, ours: Slack, sign: str, error: str
) -> None:
    slack.person("U2", "Lin Chen", signs=[sign])
    with pytest.raises(Gone, match=error):
        await ours.open_dm("T1", "U2")


async def test_somebody_is_found_by_their_address(slack: FakeSlack, ours: Slack) -> None:
    assert await ours.user_by_email("T1", "Mara@acme.example") == "U1"
    assert await ours.user_by_email("T1", "nobody@acme.example") == ""
    slack.fail("users.lookupByEmail", "missing_scope")
    with pytest.raises(Gone, match="missing_scope"):
        await ours.user_by_email("T1", "mara@acme.example")


async def test_we_know_our_own_user_and_ask_once(slack: FakeSlack, ours: Slack) -> None:
    assert [await ours.bot_user("T1") for _ in range(3)] == [slack.bot_user] * 3
    assert len(slack.asked("auth.test")) == 1
    assert (await ours.who_am_i("T1"))["team_id"] == "T1"


async def test_a_profile_says_what_slack_knows(slack: FakeSlack, ours: Slack) -> None:
    slack.person("U2", "Lin Chen", "lin@acme.example", "Asia/Shanghai", "zh-CN")
    assert await ours.profile("T1", "U2") == Profile(
        name="Lin Chen", address="lin@acme.example", zone="Asia/Shanghai", language="zh-Hans"
    )
    with pytest.raises(Gone, match="user_not_found"):
        await ours.profile("T1", "U9")


@pytest.mark.parametrize(
    "locale, language",
    [
        ("en-GB", "en"),
        ("de-DE", "en"),
        ("zh-TW", "en"),
        ("zh-CN", "zh-Hans"),
        ("zh_Hans", "zh-Hans"),
        ("", None),
        (None, None),
    ],
)
def test_a_locale_is_one_of_our_languages(locale: object, language: str | None) -> None:
    assert profile_of({"locale": locale}).language == language


@pytest.mark.parametrize("sign", ["is_restricted", "is_ultra_restricted", "is_stranger", "is_bot"])
def test_who_comes_from_outside_or_is_no_person_is_a_guest(sign: str) -> None:
    assert profile_of({"real_name": "X", sign: True}) == Profile(name="X", guest=True)
    assert profile_of({"real_name": "X", sign: False}) == Profile(name="X")


@pytest.mark.parametrize("odd", [None, [], "U1", {}, {"profile": 7, "tz": 1, "real_name": None}])
def test_a_profile_that_says_nothing_is_empty(odd: object) -> None:
    assert profile_of(odd) == Profile()


def test_a_name_is_taken_from_where_there_is_one() -> None:
    assert profile_of({"profile": {"real_name": "Mara"}, "name": "mw"}).name == "Mara"
    assert profile_of({"name": "mw"}).name == "mw"
