"""Forms as Slack's modals, and their answers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.chat.slack.forms import answers, drawn_form, fields, refused
from coaching.forms import CheckField, ChoiceField, DateField, Field, Form, Option, TextField
from coaching.messages import text
from tests.adapters.slack.documented import SAY, faults, long_texts, q
from tests.adapters.web.fakes import FORM

FULL = "There is more, but it does not fit here."
TITLE = "Plan: Halden Paper"


def plain(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": True}


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    words = "".join(_marked(**element) for element in elements)
    return {"type": "section", "text": {"type": "mrkdwn", "text": words, "verbatim": True}}


def _marked(text: str, style: dict[str, bool] | None = None, **_: str) -> str:
    mark = "*" * ("bold" in (style or {})) + "_" * ("italic" in (style or {}))
    return f"{mark}{text}{mark}"


def form(*asked: Field, intro: int = 0) -> Form:
    return replace(FORM, fields=asked, intro=tuple(q(f"Line {n}") for n in range(intro)))


def element(asked: Field) -> Any:
    return drawn_form(form(asked), SAY)["blocks"][0]["element"]


def test_a_form_is_drawn_field_by_field() -> None:
    large = {"text": plain("Several meetings or people"), "value": "large"}
    small = {"text": plain("One meeting, one person decides"), "value": "small"}
    assert drawn_form(FORM, SAY) == {
        "type": "modal",
        "callback_id": "form",
        "private_metadata": '{"kind":"plan","about":"call-1"}',
        "title": plain(TITLE),
        "submit": plain("Check my plan"),
        "notify_on_close": False,
        "blocks": [
            rich(
                {"type": "text", "text": "What will "},
                {"type": "text", "text": "they", "style": {"italic": True}},
                {"type": "text", "text": " do if this goes well?"},
            ),
            {
                "type": "input",
                "block_id": "objective",
                "label": plain("What will the customer do?"),
                "element": {
                    "type": "plain_text_input",
                    "multiline": True,
                    "max_length": 100,
                    "action_id": "value",
                },
                "hint": plain("Comes 3 h before customer calls"),
                "optional": False,
            },
            {
                "type": "input",
                "block_id": "size",
                "label": plain("How large is this sale?"),
                "element": {
                    "type": "radio_buttons",
                    "options": [large, small],
                    "action_id": "value",
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "by",
                "label": plain("By when?"),
                "element": {
                    "type": "datepicker",
                    "initial_date": "2026-11-27",
                    "action_id": "value",
                },
                "optional": True,
            },
            {
                "type": "input",
                "block_id": "share",
                "label": plain("Share it with the team"),
                "element": {
                    "type": "checkboxes",
                    "options": [{"text": plain("Yes"), "value": "yes"}],
                    "action_id": "value",
                },
                "optional": True,
            },
        ],
    }


def test_a_title_too_long_stands_whole_above_the_form() -> None:
    shown = drawn_form(replace(FORM, title=text("t-sum"), submit=text("t-sum")), SAY)
    assert shown["title"] == shown["submit"] == plain("Advances: 1 of 3, then…")
    whole = {"type": "text", "text": "Advances: 1 of 3, then 3 of 4.", "style": {"bold": True}}
    assert shown["blocks"][0] == rich(whole)


@pytest.mark.parametrize(
    "initial, limit, shown",
    [
        ("as it was", 500, {"max_length": 500, "initial_value": "as it was"}),
        ("a\0b", 500, {"max_length": 500, "initial_value": "ab"}),
        ("\0", 500, {"max_length": 500}),
        ("much too long", 5, {"max_length": 5, "initial_value": "much…"}),
        ("x" * 4_000, 4_000, {"max_length": 3_000, "initial_value": "x" * 2_999 + "…"}),
    ],
)
def test_a_text_begins_as_it_is_within_its_limit(
    initial: str, limit: int, shown: dict[str, Any]
) -> None:
    asked = TextField(name="a", label=q("A"), initial=initial, limit=limit)
    kind = {"type": "plain_text_input", "multiline": False, "action_id": "value"}
    assert element(asked) == kind | shown


def choice(count: int, *, label: str = "Nr", initial: str = "") -> ChoiceField:
    options = tuple(Option(value=str(n), label=q(f"{label} {n}")) for n in range(count))
    return ChoiceField(name="a", label=q("A"), options=options, initial=initial)


@pytest.mark.parametrize(
    "asked, kind",
    [
        (choice(5), "radio_buttons"),
        (choice(6), "static_select"),
        (choice(2, label="l" * 39), "static_select"),
        (choice(100), "static_select"),
    ],
)
def test_a_few_short_answers_are_shown_and_others_folded(asked: ChoiceField, kind: str) -> None:
    shown = element(asked)
    assert (shown["type"], len(shown["options"])) == (kind, len(asked.options))


def test_more_than_a_hundred_answers_are_grouped() -> None:
    shown = element(choice(250, initial="249"))
    assert [(group["label"], len(group["options"])) for group in shown["option_groups"]] == [
        (plain("Nr 0"), 100),
        (plain("Nr 100"), 100),
        (plain("Nr 200"), 50),
    ]
    assert shown["initial_option"] == {"text": plain("Nr 249"), "value": "249"}


def test_a_choice_begins_with_one_of_its_answers() -> None:
    assert element(choice(2, initial="1"))["initial_option"] == {
        "text": plain("Nr 1"),
        "value": "1",
    }
    assert "initial_option" not in element(choice(2, initial="7"))


def test_a_choice_without_answers_is_not_asked() -> None:
    assert drawn_form(form(choice(0), intro=1), SAY)["blocks"] == [
        rich({"type": "text", "text": "Line 0"})
    ]


def test_a_form_that_asks_nothing_is_still_one() -> None:
    assert drawn_form(form(), SAY)["blocks"] == [rich({"type": "text", "text": "…"})]


def test_a_box_begins_as_it_is() -> None:
    ticked = element(CheckField(name="a", label=q("A"), initial=True))
    assert (
        ticked["initial_options"] == ticked["options"] == [{"text": plain("Yes"), "value": "yes"}]
    )


def test_a_day_begins_empty_where_none_is_known() -> None:
    assert element(DateField(name="a", label=q("A"))) == {
        "type": "datepicker",
        "action_id": "value",
    }


def test_a_long_introduction_gives_way_to_the_fields() -> None:
    many = [DateField(name=f"d{n}", label=q("A")) for n in range(30)]
    blocks = drawn_form(form(*many, intro=200), SAY)["blocks"]
    assert blocks[18:20] == [
        rich({"type": "text", "text": "Line 18"}),
        rich({"type": "text", "text": FULL}),
    ]
    assert [block["block_id"] for block in blocks[20:]] == [f"d{n}" for n in range(30)]


def test_too_many_fields_end_with_a_line_that_says_so() -> None:
    many = [DateField(name=f"d{n}", label=q("A")) for n in range(120)]
    blocks = drawn_form(form(*many), SAY)["blocks"]
    assert len(blocks) == 100
    assert blocks[-1] == rich({"type": "text", "text": FULL})


# ---- answers -----------------------------------------------------------------------------------


def test_what_is_drawn_and_left_alone_is_answered_as_it_began() -> None:
    asked = replace(FORM, fields=(*FORM.fields, replace(choice(7, initial="3"), name="asked")))
    shown = drawn_form(asked, SAY)
    values = {
        block["block_id"]: {"value": untouched(block["element"])}
        for block in shown["blocks"]
        if block["type"] == "input"
    }
    told = {
        "objective": "",
        "size": "",
        "by": "2026-11-27",
        "share": "",
        "asked": "3",
    }
    assert answers(json.loads(json.dumps({**shown, "state": {"values": values}}))) == told
    # A client that leaves out what nobody touched.
    assert answers({**shown, "state": {"values": {}}}) == told
    by = {"by": {"value": {"type": "datepicker", "selected_date": "2026-12-01"}}}
    assert answers({**shown, "state": {"values": by}}) == {**told, "by": "2026-12-01"}
    ticked = replace(FORM, fields=(CheckField(name="share", label=q("S"), initial=True),))
    assert answers({**drawn_form(ticked, SAY), "state": {"values": {}}}) == {"share": "yes"}


def untouched(shown: Any) -> dict[str, Any]:
    """An element's state as Slack sends it when nobody touched it."""
    match shown["type"]:
        case "plain_text_input":
            told = {"value": shown.get("initial_value")}
        case "datepicker":
            told = {"selected_date": shown.get("initial_date")}
        case "checkboxes":
            told = {"selected_options": shown.get("initial_options", [])}
        case _:
            told = {"selected_option": shown.get("initial_option")}
    return {"type": shown["type"]} | told


def test_the_fields_of_a_view_are_known_by_name() -> None:
    assert fields(drawn_form(FORM, SAY)) == ("objective", "size", "by", "share")
    assert fields({"blocks": [{"type": "input"}, 5]}) == ()
    assert fields(None) == ()


def test_errors_are_told_at_their_fields() -> None:
    bad, good, week = text("t-bad"), text("t-good"), text("t-week")
    assert refused({"size": bad, "gone": good, "hidden": week}, SAY, ("objective", "size")) == {
        "response_action": "errors",
        "errors": {
            "size": "Who on their side does it?",
            "objective": "An advance: they act, on a day you can check.\nWeek 48",
        },
    }


def test_an_error_without_any_field_keeps_its_name() -> None:
    assert refused({"gone": text("t-week")}, SAY, ()) == {
        "response_action": "errors",
        "errors": {"gone": "Week 48"},
    }


# ---- any form ----------------------------------------------------------------------------------

QUOTED = long_texts(4_000).map(q)
OPTIONS = st.builds(
    lambda labels, count: tuple(
        Option(value=str(n), label=labels[n % len(labels)]) for n in range(count)
    ),
    st.lists(long_texts(100).map(q), min_size=1, max_size=3),
    st.sampled_from([0, 1, 5, 12, 130]),
)
FIELDS: st.SearchStrategy[Field] = st.one_of(
    st.builds(
        TextField,
        name=st.just(""),
        label=QUOTED,
        hint=st.none() | QUOTED,
        initial=long_texts(4_000),
        limit=st.integers(min_value=0, max_value=10_000),
        long=st.booleans(),
    ),
    st.builds(
        ChoiceField,
        name=st.just(""),
        label=QUOTED,
        options=OPTIONS,
        initial=st.sampled_from(["", "0", "101"]),
    ),
    st.builds(DateField, name=st.just(""), label=QUOTED, initial=st.none() | st.dates()),
    st.builds(CheckField, name=st.just(""), label=QUOTED, initial=st.booleans()),
)
FORMS = st.builds(
    lambda title, intro, asked, times: Form(
        kind="plan",
        about="3d9ddb1e-0000-4000-8000-000000000001",
        title=title,
        submit=title,
        intro=tuple(intro) * times,
        fields=tuple(replace(one, name=f"f{n}") for n, one in enumerate(asked * times)),
    ),
    QUOTED,
    st.lists(QUOTED, max_size=3),
    st.lists(FIELDS, min_size=1, max_size=4),
    st.sampled_from([1, 1, 1, 8, 40]),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(asked=FORMS)
def test_any_form_is_drawn_within_slacks_limits(asked: Form) -> None:
    shown = drawn_form(asked, SAY)
    assert faults(shown, "modal") == []


def test_a_day_is_drawn_as_iso() -> None:
    shown = element(DateField(name="a", label=q("A"), initial=date(2026, 1, 5)))
    assert shown["initial_date"] == "2026-01-05"
