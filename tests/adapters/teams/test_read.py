"""Activities as neutral events, after Microsoft's documented shapes."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.teams import read
from adapters.ports import Account, Place, Profile
from coaching.errors import BadInput
from coaching.events import Brought, Commanded, Deleted, Edited, Said, Submitted, Tapped
from coaching.messages import Tap

FOLDER = Path(__file__).parent / "activities"
NAMES = sorted(file.stem for file in FOLDER.glob("*.json"))
TENANT = "72f0c0de-86f1-41af-91ab-2d7cd011db47"
CHAT = "a:1pL6i0oY3C0K8oAj8-mara"
CHANNEL = "19:4cd2a1b2c3d4e5f6@thread.tacv2"
SERVICE = "https://smba.trafficmanager.net/emea/"
BOT = "28:5a1b2c3d-0000-4000-8000-00000000b0b0"
MARA = Account(platform="teams", tenant=TENANT, user="0f1d2c3b-aaaa-4bbb-8ccc-000000000001")
CARD = f"{CHAT}|1763880000200"
SPECS = {"objective": "They send the specs", "size": "large", "by": "", "share": ""}
WRITTEN = "They send the specs by"
PLAN = Submitted(kind="plan", about="call-1", answers=SPECS)


def activity(name: str, /, **changes: Any) -> Any:
    told = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return told | changes


def without(told: Any, *path: str) -> Any:
    spoilt = copy.deepcopy(told)
    at = spoilt
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return spoilt


def with_at(told: Any, value: Any, *path: str | int) -> Any:
    spoilt = copy.deepcopy(told)
    at = spoilt
    for step in path[:-1]:
        at = at[step]
    at[path[-1]] = value
    return spoilt


@pytest.mark.parametrize(
    "name, event",
    [
        ("message", Said(text=f"{WRITTEN} Friday", source="1763886600250")),
        (
            "message_quoting",
            Said(text="Kim Halden", thread=f"{CHAT}|1763880000100", source="1763886600251"),
        ),
        (
            "message_replying",
            Said(text="Kim Halden", thread=f"{CHAT}|1763880000100", source="1763886600252"),
        ),
        ("message_html_only", Said(text="Kim <will> test it by Friday", source="1763886600253")),
        ("message_file", None),
        ("message_channel", Commanded(name="plan", words="Halden Kim Olsen")),
        ("message_channel_bare", Commanded(name="help")),
        ("message_group", Commanded(name="hello")),
        ("message_bot", None),
        ("message_value", Tapped(tap=Tap(verb="skip", about="call-1"), message=CARD)),
        ("message_form", PLAN),
        ("message_edited", Edited(source="1763886600250", text=f"{WRITTEN} Thursday")),
        ("action_at_message", Brought(text="Kim, does it cost you\na day?")),
        ("action_at_message_submit", Submitted(kind="judge", about="", answers={"text": "Why?"})),
        ("message_restored", Edited(source="1763886600250", text=f"{WRITTEN} Thursday")),
        ("message_deleted", Deleted(source="1763886600250")),
        (
            "action_execute",
            Tapped(tap=Tap(verb="snooze", about="call-1", value="1h"), message=CARD),
        ),
        ("action_form", PLAN),
        ("task_fetch", Tapped(tap=Tap(verb="plan", about="call-1"), message=CARD)),
        (
            "task_submit",
            Submitted(
                kind="plan",
                about="call-1",
                answers=SPECS | {"by": "2026-11-27", "share": "yes"},
            ),
        ),
        ("task_submit_channel", PLAN),
        ("installation", None),
    ],
)
def test_what_a_person_did_is_a_neutral_event(name: str, event: object) -> None:
    assert read.happened(activity(name)) == event


def test_every_recorded_activity_is_tried() -> None:
    cases = test_what_a_person_did_is_a_neutral_event.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert sorted(name for name, _ in cases) == NAMES


@pytest.mark.parametrize(
    "changes, text",
    [
        ({"text": "<at>Advance</at> today"}, "<at>Advance</at> today"),
        ({"text": "a < b & <data> &lt;"}, "a < b & <data> &lt;"),
        ({"text": " one\r\ntwo\u00a0&nbsp;"}, "one\ntwo"),
        ({"text": "<p>one</p><p>two &amp;</p>", "textFormat": "xml"}, "one\ntwo &"),
        ({"text": "one", "attachments": "none", "entities": 5}, "one"),
        ({"text": "one", "attachments": [5, {"contentType": "text/html"}]}, "one"),
        ({"text": None, "attachments": []}, ""),
    ],
)
def test_a_text_is_what_its_writer_sees(changes: dict[str, Any], text: str) -> None:
    assert read.text_of(activity("message", **changes)) == text


@pytest.mark.parametrize(
    "event",
    [
        activity("message_edited", text="", attachments=[]),
        {**activity("message_edited"), "conversation": {"id": CHANNEL, "isGroup": True}},
        {**activity("message_deleted"), "conversation": {"id": CHANNEL}},
        {**activity("message"), "from": {"id": "29:x", "role": "bot"}},
        {**activity("message"), "from": {}},
        activity("task_fetch", name="composeExtension/query"),
        activity("task_submit", value={"data": {"tap": {"verb": "plan"}}}),
        activity("action_execute", value={"action": {"data": 5}}),
        activity("message", type="messageReaction"),
        {"type": "typing"},
        None,
    ],
)
def test_what_is_not_for_the_coach_is_nothing(event: Any) -> None:
    assert read.happened(event) is None


@pytest.mark.parametrize(
    "reader", [read.said, read.commanded, read.edited, read.deleted, read.tapped, read.submitted]
)
def test_a_reader_leaves_to_others_what_is_theirs(reader: Callable[[Any], object]) -> None:
    readers = {
        "said": "message",
        "commanded": "message_channel",
        "edited": "message_edited",
        "deleted": "message_deleted",
        "tapped": "task_fetch",
        "submitted": "task_submit",
    }
    taken = [name for name, one in readers.items() if reader(activity(one)) is not None]
    assert taken == [reader.__name__]


def test_a_tap_out_of_nowhere_has_no_message() -> None:
    found = read.happened(without(activity("task_fetch"), "replyToId"))
    assert found == Tapped(tap=Tap(verb="plan", about="call-1"))


# ---- who, where, which -------------------------------------------------------------------------


def test_a_person_is_known_by_their_object_id_and_else_by_that_for_this_bot() -> None:
    assert read.account(activity("message")) == MARA
    guest = activity("message_group")
    assert read.account(guest) == Account(platform="teams", tenant=TENANT, user="29:1guest")


def test_a_chat_and_a_channel_are_places() -> None:
    address = (
        f'{{"service":"{SERVICE}","conversation":"{CHAT}","user":"29:1mara-Xk2","bot":"{BOT}"}}'
    )
    assert read.place(activity("message")) == Place(
        platform="teams", tenant=TENANT, address=address, kind="rep"
    )
    address = f'{{"service":"{SERVICE}","conversation":"{CHANNEL}","user":"","bot":"{BOT}"}}'
    assert read.place(activity("message_channel")) == Place(
        platform="teams", tenant=TENANT, address=address, kind="team"
    )


def test_a_thread_of_a_channel_is_a_place_of_its_own_for_each_who_writes_there() -> None:
    told = activity("message_channel")
    inside = with_at(told, f"{CHANNEL};messageid=17", "conversation", "id")
    address = (
        f'{{"service":"{SERVICE}","conversation":"{CHANNEL}","user":"{told["from"]["id"]}",'
        f'"bot":"{BOT}","root":"17"}}'
    )
    assert read.thread(inside) == Place(
        platform="teams", tenant=TENANT, address=address, kind="team"
    )
    outside = with_at(told, CHANNEL, "conversation", "id")
    assert read.thread(outside) == read.place(outside) == read.place(inside)
    assert read.thread(activity("message")) == read.place(activity("message"))


@pytest.mark.parametrize("body", [None, {}, {"contentType": "text", "content": " Why?\n"}])
def test_a_message_without_words_can_be_brought_too(body: Any) -> None:
    told = with_at(activity("action_at_message"), body, "value", "messagePayload", "body")
    assert read.brought(told) == Brought(text="Why?" if body else "")


@pytest.mark.parametrize(
    "conversation, personal",
    [
        ({"id": "a:1", "conversationType": "personal"}, True),
        ({"id": "19:x@thread.v2", "conversationType": "groupChat"}, False),
        ({"id": "a:1"}, True),
        ({"id": "a:1", "isGroup": True}, False),
        ({"id": "19:x@thread.tacv2"}, False),
    ],
)
def test_a_personal_chat_is_told_from_a_channel(
    conversation: dict[str, Any], *, personal: bool
) -> None:
    assert read.is_personal(activity("message", conversation=conversation)) is personal


def test_an_activity_tells_name_zone_and_language() -> None:
    profile = Profile(name="Mara Berg", zone="Europe/Berlin", language="en")
    assert read.profile(activity("message")) == profile
    chinese = Profile(name="Guest", zone="Asia/Shanghai", language="zh-Hans")
    assert read.profile(activity("message_group")) == chinese
    assert read.profile(activity("installation")) == Profile()


@pytest.mark.parametrize(
    "locale, language",
    [("zh-Hans-CN", "zh-Hans"), ("zh_SG", "zh-Hans"), ("zh-TW", "zh-Hans"), ("de-DE", "en")],
)
def test_a_language_is_the_nearest_of_ours(locale: str, language: str) -> None:
    assert read.profile(activity("message", locale=locale)).language == language


@pytest.mark.parametrize("zone", ["Nowhere/At_All", "../etc/passwd", "/etc/passwd", "Europe", "\n"])
def test_a_zone_that_is_none_is_not_known(zone: str) -> None:
    assert read.profile(activity("message", localTimezone=zone)).zone == ""


def test_each_act_has_a_key_of_its_own_and_a_second_delivery_the_same() -> None:
    keys = {name: read.delivery(activity(name)) for name in NAMES}
    assert len(set(keys.values())) == len(NAMES)
    assert keys == {name: read.delivery(activity(name)) for name in NAMES}
    again = activity("message_edited", timestamp="2026-11-23T08:35:00Z")
    assert read.delivery(again) != keys["message_edited"]


# ---- what is malformed -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "call, told, field",
    [
        (read.account, without(activity("message"), "from", "id"), ""),
        (read.account, with_at(activity("message_group"), "", "from", "id"), "from.id"),
        (read.tenant, {"channelData": {}}, "channelData.tenant.id"),
        (read.place, without(activity("message"), "serviceUrl"), "serviceUrl"),
        (read.place, without(activity("message"), "recipient"), "recipient.id"),
        (read.place, without(activity("message"), "conversation", "id"), "conversation.id"),
        (read.delivery, without(activity("message"), "id"), "id"),
        (read.delivery, without(activity("message"), "type"), "type"),
        (read.said, with_at(activity("message"), 5, "text"), "text"),
        (read.said, with_at(activity("message"), "x" * 40_001, "text"), "text"),
        (read.said, with_at(activity("message"), "\ud800", "text"), "text"),
        (read.said, with_at(activity("message"), "i" * 1_001, "id"), "id"),
        (read.tapped, activity("message", value={"tap": {}}), "verb"),
        (read.tapped, activity("message", value={"tap": "plan"}), "verb"),
        (read.tapped, activity("message", value={"tap": {"verb": "plan", "about": 5}}), "about"),
        (read.submitted, activity("message", value={"form": {}}), "form.kind"),
        (
            read.brought,
            activity("action_at_message", value={"messagePayload": {"body": {"content": 5}}}),
            "content",
        ),
        (read.submitted, activity("message", value={"form": {"kind": "plan"}}), "form.fields"),
    ],
)
def test_what_is_malformed_names_its_field(
    call: Callable[[Any], object], told: Any, field: str
) -> None:
    if not field:
        assert call(told) == MARA
        return
    with pytest.raises(BadInput) as refused:
        call(told)
    assert refused.value.field == field


ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9) | st.just("x" * 1_001),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=4,
)
READERS = (
    read.happened,
    read.account,
    read.place,
    read.profile,
    read.delivery,
    read.bearer,
    read.is_personal,
    read.thread,
)


def paths(told: Any, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    steps: list[tuple[str | int, Any]] = []
    if isinstance(told, dict):
        steps = list(told.items())
    elif isinstance(told, list):
        steps = list(enumerate(told))
    found = [(*before, step) for step, _ in steps]
    return found + [path for step, value in steps for path in paths(value, (*before, step))]


@given(data=st.data(), name=st.sampled_from(NAMES))
def test_no_activity_brings_a_reader_down(data: st.DataObject, name: str) -> None:
    told = activity(name)
    path = data.draw(st.sampled_from(paths(told)))
    spoilt = with_at(told, data.draw(ANYTHING), *path)
    for reader in READERS:
        with suppress(BadInput):
            reader(spoilt)
