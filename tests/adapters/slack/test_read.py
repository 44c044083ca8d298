"""Payloads as Slack documents them, read as what happened."""

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

from adapters.chat.slack import read
from adapters.chat.slack.markup import readable
from adapters.ports import Account
from coaching.errors import BadInput
from coaching.events import Brought, Commanded, Deleted, Edited, Said, Submitted, Tapped
from coaching.messages import Tap

PAYLOADS = Path(__file__).parent / "payloads"
CALL = "3d9ddb1e-0000-4000-8000-000000000001"
PROMPT = "D0MARA:1764140000.000900"
NAMES = sorted(path.stem for path in PAYLOADS.glob("*.json"))
READERS: list[Callable[[Any], object]] = [
    read.said,
    read.edited,
    read.deleted,
    read.brought,
    read.commanded,
    read.tapped,
    read.submitted,
    read.account,
    read.tenant,
    read.trigger,
    read.delivery,
]


def payload(name: str) -> Any:
    return json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))


def event(name: str) -> Any:
    return payload(name)["event"]


# ---- texts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name, heard",
    [
        (
            "message_im",
            Said(
                text="When line 2 stops & nobody sees it, what happens to <the> deliveries? "
                "See halden.example/line, ask @jens in #north, or jens@halden.example.",
                source="D0MARA:1764144000.000100",
            ),
        ),
        (
            "message_reply",
            Said(text="They agreed", thread=PROMPT, source="D0MARA:1764144010.000200"),
        ),
        (
            "message_broadcast",
            Said(text="They agreed", thread=PROMPT, source="D0MARA:1764144011.000200"),
        ),
        ("message_file", Said(text="the downtime log", source="D0MARA:1764144020.000300")),
        ("message_file_alone", None),
        ("message_own", None),
        ("message_bot", None),
        ("message_channel", None),
        ("message_changed", None),
        ("message_deleted", None),
        ("app_home_opened", None),
    ],
)
def test_what_a_person_writes_to_the_coach_is_said(name: str, heard: Said | None) -> None:
    assert read.said(event(name)) == heard


def test_the_first_message_of_a_thread_answers_nothing() -> None:
    root = event("message_im") | {"thread_ts": "1764144000.000100"}
    told = read.said(root)
    assert told is not None
    assert told.thread == ""


@pytest.mark.parametrize(
    "name, change",
    [
        (
            "message_changed",
            Edited(source="D0MARA:1764144000.000100", text="Jens shows us line 2 on Thursday"),
        ),
        ("message_unfurled", None),
        ("message_own_changed", None),
        ("message_tombstone", None),
        ("message_emptied", None),
        ("message_deleted", None),
        ("message_im", None),
    ],
)
def test_a_text_is_edited_when_it_reads_differently(name: str, change: Edited | None) -> None:
    assert read.edited(event(name)) == change


def test_an_edit_in_a_thread_names_the_message_it_hangs_on() -> None:
    told = event("message_changed")
    told["message"] |= {"thread_ts": PROMPT.partition(":")[2]}
    assert read.edited(told) == Edited(
        source="D0MARA:1764144000.000100", text="Jens shows us line 2 on Thursday", thread=PROMPT
    )


@pytest.mark.parametrize(
    "name, hear", [("message_changed", read.edited), ("message_deleted", read.deleted)]
)
def test_a_change_that_names_no_type_of_channel_is_known_by_the_channel(
    name: str, hear: Callable[[Any], object]
) -> None:
    told = event(name)
    del told["channel_type"]
    assert hear(told) == hear(event(name)) is not None
    assert hear(told | {"channel": "C0NORTH"}) is None


@pytest.mark.parametrize(
    "name, end",
    [
        ("message_deleted", Deleted(source="D0MARA:1764144000.000100")),
        ("message_tombstone", Deleted(source="D0MARA:1764144000.000100")),
        ("message_emptied", Deleted(source="D0MARA:1764144020.000300")),
        ("message_own_deleted", None),
        ("message_changed", None),
        ("message_unfurled", None),
        ("message_im", None),
    ],
)
def test_a_text_is_gone_when_it_was_deleted_or_emptied(name: str, end: Deleted | None) -> None:
    assert read.deleted(event(name)) == end


def test_a_text_in_a_channel_is_neither_edited_nor_deleted_here() -> None:
    for name in ("message_changed", "message_deleted", "message_tombstone"):
        elsewhere = event(name) | {"channel": "C0NORTH", "channel_type": "channel"}
        assert (read.edited(elsewhere), read.deleted(elsewhere)) == (None, None)


@pytest.mark.parametrize(
    "sent, seen",
    [
        ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"),
        ("&amp;lt;", "&lt;"),
        ("<https://x.example/?a=1&amp;b=2>", "https://x.example/?a=1&b=2"),
        ("<https://x.example|the plan>", "the plan"),
        ("<http://x.example|x.example>", "x.example"),
        ("<mailto:jens@x.example|Jens>", "Jens"),
        ("<mailto:jens@x.example>", "jens@x.example"),
        ("<tel:+49301234>", "+49301234"),
        ("<@U1>", "@U1"),
        ("<@U1|jens>", "@jens"),
        ("<#C1>", "#C1"),
        ("<#C1|>", "#C1"),
        ("<#C1|north>", "#north"),
        ("<!here>", "@here"),
        ("<!channel|@channel>", "@channel"),
        ("<!subteam^S1|@sales>", "@sales"),
        ("<!date^1764144000^{date}|26 November>", "26 November"),
        ("<>", "<>"),
        ("<|a bot wrote this>", "a bot wrote this"),
        ("李工周四带我们看二号线", "李工周四带我们看二号线"),
    ],
)
def test_a_text_reads_as_it_looked(sent: str, seen: str) -> None:
    assert readable(sent) == seen


def test_a_text_brought_from_elsewhere_is_read_from_the_shortcut() -> None:
    told = Brought(text="What does a stop <at night> cost you, @U0JENS?")
    assert read.brought(payload("message_shortcut")) == told


def test_another_shortcut_is_not_read_as_ours() -> None:
    with pytest.raises(BadInput, match="callback_id: must be judge_question"):
        read.brought(payload("message_shortcut") | {"callback_id": "other"})


@pytest.mark.parametrize(
    "typed, command",
    [
        ("pause until thursday", Commanded(name="pause", words="until thursday")),
        ("  week ", Commanded(name="week")),
        ("", Commanded(name="help")),
        ("\u3000", Commanded(name="help")),
        ("暂停\u3000到 周四\u3000", Commanded(name="暂停", words="到 周四")),
        ("plan R&amp;D Corp", Commanded(name="plan", words="R&D Corp")),
        ("plan <@U1>  a", Commanded(name="plan", words="<@U1>  a")),
    ],
)
def test_a_slash_command_is_its_first_word_and_the_rest(typed: str, command: Commanded) -> None:
    assert read.commanded(payload("slash_command") | {"text": typed}) == command


# ---- taps and forms ----------------------------------------------------------------------------

PLAN = Tap(verb="plan", about=CALL)
SNOOZE = Tap(verb="snooze", about=CALL, value="1h")


@pytest.mark.parametrize(
    "name, tap",
    [
        ("block_actions_button", Tapped(tap=PLAN, message=PROMPT)),
        ("block_actions_select", Tapped(tap=SNOOZE, message=PROMPT)),
        ("block_actions_home", Tapped(tap=PLAN)),
        ("block_actions_home_select", Tapped(tap=SNOOZE)),
        ("block_actions_org", Tapped(tap=PLAN, message=PROMPT)),
    ],
)
def test_a_tap_is_read_with_the_message_that_bore_it(name: str, tap: Tapped) -> None:
    assert read.tapped(payload(name)) == tap


def test_a_tap_on_what_is_not_ours_is_nobodys() -> None:
    told = payload("block_actions_button")
    told["actions"][0]["action_id"] = "link-opened"
    assert read.tapped(told) is None


@pytest.mark.parametrize("name", ["view_submission", "view_submission_org"])
def test_a_form_is_read_with_all_its_answers(name: str) -> None:
    assert read.submitted(payload(name)) == Submitted(
        kind="plan",
        about=CALL,
        answers={
            "objective": "Jens shows us line 2 & <the log>",
            "fallback": "",
            "size": "large",
            "held": "agreed",
            "asked": "",
            "by": "2026-11-27",
            "later": "",
            "share": "yes",
            "again": "",
        },
    )


# ---- who, where, which -------------------------------------------------------------------------


@pytest.mark.parametrize("name", [name for name in NAMES if name != "app_uninstalled"])
def test_every_payload_says_whose_doing_it_is(name: str) -> None:
    users = {"message_own": "U0COACH", "message_own_changed": "U0COACH"}
    users |= {"message_own_deleted": "U0COACH"}
    if name == "message_bot":
        with pytest.raises(BadInput, match="user: must be a text"):
            read.account(payload(name))
        return
    where = "E0HARBOUR" if name.endswith("_org") else "T0NORTH"
    who = Account(platform="slack", tenant=where, user=users.get(name, "U0MARA"))
    assert read.account(payload(name)) == who


def test_an_event_of_nobody_still_says_where() -> None:
    assert read.tenant(payload("app_uninstalled")) == "T0NORTH"


def test_an_installation_across_an_organisation_must_name_it() -> None:
    told = payload("slash_command_org") | {"enterprise_id": None}
    with pytest.raises(BadInput, match="enterprise: must be a text"):
        read.account(told)


@pytest.mark.parametrize(
    "name, key",
    [
        ("message_im", "Ev0MSG1"),
        ("user_change", "Ev0USER1"),
        ("slash_command", "5102.200.abc3"),
        ("message_shortcut", "5103.200.abc4"),
    ],
)
def test_what_has_a_key_of_its_own_keeps_it(name: str, key: str) -> None:
    assert read.delivery(payload(name)) == key


ACTS = [
    "block_actions_button",
    "block_actions_select",
    "block_actions_home",
    "block_actions_home_select",
    "view_submission",
    "view_closed",
]


@pytest.mark.parametrize("name", ACTS)
def test_the_same_act_delivered_again_has_the_same_key(name: str) -> None:
    again = payload(name) | {"trigger_id": "another", "token": "another"}
    assert read.delivery(again) == read.delivery(payload(name))


def test_different_acts_have_different_keys() -> None:
    tap, form = payload("block_actions_button"), payload("view_submission")
    later = copy.deepcopy(tap)
    later["actions"][0]["action_ts"] = "1764144300.999999"
    elsewhere = copy.deepcopy(tap)
    elsewhere["container"]["message_ts"] = "1764140001.000900"
    other = tap | {"user": {"id": "U0LIN"}}
    mended = copy.deepcopy(form)
    mended["view"]["state"]["values"]["objective"]["value"]["value"] = "Jens signs on Thursday"
    anew = copy.deepcopy(form)
    anew["view"]["id"] = "V0FORM2"
    acts = [*map(payload, ACTS), later, elsewhere, other, mended, anew]
    assert len({read.delivery(act) for act in acts}) == len(acts)


def test_a_trigger_is_read_where_there_is_one() -> None:
    assert read.trigger(payload("block_actions_button")) == "5100.200.abc1"
    with pytest.raises(BadInput, match="trigger_id: must be a text"):
        read.trigger(payload("view_closed"))


# ---- hostile payloads --------------------------------------------------------------------------


def without(told: Any, *path: str | int) -> Any:
    changed = copy.deepcopy(told)
    at = changed
    for name in path[:-1]:
        at = at[name]
    del at[path[-1]]
    return changed


def with_at(told: Any, value: Any, *path: str | int) -> Any:
    changed = copy.deepcopy(told)
    at = changed
    for name in path[:-1]:
        at = at[name]
    at[path[-1]] = value
    return changed


FORM, BUTTON = payload("view_submission"), payload("block_actions_button")
ANSWER = ("view", "state", "values", "objective", "value")


@pytest.mark.parametrize(
    "reader, told, fault",
    [
        (read.said, without(event("message_im"), "ts"), "ts: must be a text"),
        (read.said, with_at(event("message_im"), "", "ts"), "ts: is empty"),
        (read.said, with_at(event("message_im"), 5, "text"), "text: must be a text"),
        (
            read.said,
            with_at(event("message_im"), "x" * 40_001, "text"),
            "text: has 40001 characters, at most 40000 are allowed",
        ),
        (
            read.said,
            with_at(event("message_im"), "a\0b", "text"),
            "text: has characters that are no text",
        ),
        (
            read.said,
            with_at(event("message_im"), "a\ud800b", "text"),
            "text: has characters that are no text",
        ),
        (
            read.said,
            with_at(event("message_im"), "D" * 256, "channel"),
            "channel: has 256 characters, at most 255 are allowed",
        ),
        (read.deleted, without(event("message_deleted"), "deleted_ts"), "deleted_ts: must be"),
        (read.tapped, with_at(BUTTON, [], "actions"), "actions: must be a list with one action"),
        (read.tapped, without(BUTTON, "actions", 0, "action_id"), "action_id: must be a text"),
        (read.tapped, without(BUTTON, "actions", 0, "value"), "value: must be a text"),
        (read.tapped, with_at(BUTTON, "[1]", "actions", 0, "value"), "value: must be a JSON obj"),
        (read.tapped, with_at(BUTTON, "{", "actions", 0, "value"), "value: is not JSON"),
        (read.tapped, with_at(BUTTON, "[" * 30_000, "actions", 0, "value"), "value: is not JSON"),
        (read.tapped, with_at(BUTTON, "{}", "actions", 0, "value"), "verb: must be a text"),
        (read.submitted, with_at(FORM, "told", "view", "callback_id"), "callback_id: must be form"),
        (
            read.submitted,
            with_at(FORM, "plan", "view", "private_metadata"),
            "private_metadata: is not JSON",
        ),
        (
            read.submitted,
            with_at(FORM, [], "view", "state", "values"),
            r"state\.values: must be a JSON object",
        ),
        (
            read.submitted,
            with_at(FORM, {str(n): {} for n in range(101)}, "view", "state", "values"),
            r"state\.values: has 101 fields, at most 100 are allowed",
        ),
        (
            read.submitted,
            with_at(FORM, {"type": "file_input"}, *ANSWER),
            "objective: is not a field of ours",
        ),
        (read.submitted, with_at(FORM, 7, *ANSWER, "value"), "objective: must be a text"),
        (read.delivery, {"type": "reload"}, "type: is none that the app asks for"),
        (read.delivery, without(payload("message_im"), "event_id"), "event_id: must be a text"),
        (read.account, [], "team: must be a text"),
    ],
)
def test_a_malformed_payload_is_refused_by_the_fields_name(
    reader: Callable[[Any], object], told: Any, fault: str
) -> None:
    with pytest.raises(BadInput, match=f"^{fault}"):
        reader(told)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


def paths(told: Any, before: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    if isinstance(told, dict):
        steps: list[tuple[str | int, Any]] = list(told.items())
    elif isinstance(told, list):
        steps = list(enumerate(told))
    else:
        return []
    found = [(*before, step) for step, _ in steps]
    return found + [path for step, value in steps for path in paths(value, (*before, step))]


@given(data=st.data(), name=st.sampled_from(NAMES))
def test_no_payload_brings_a_reader_down(data: st.DataObject, name: str) -> None:
    told = payload(name)
    path = data.draw(st.sampled_from(paths(told)))
    spoilt = with_at(told, data.draw(ANYTHING), *path)
    for reader in READERS:
        for given_one in (spoilt, spoilt.get("event")):
            with suppress(BadInput):
                reader(given_one)
