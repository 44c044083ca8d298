"""Forms as adaptive cards, and their answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.chat.teams.answers import answers
from adapters.chat.teams.buttons import OPENS, button_data
from adapters.chat.teams.forms import drawn_form, needs_height
from coaching.actions import ShowForm
from coaching.decide import decide
from coaching.errors import BadInput
from coaching.forms import CheckField, ChoiceField, DateField, Field, Form, Option, TextField
from coaching.messages import Tap, text
from tests.adapters.teams.documented import JOINER, SAY, faults, long_texts, q
from tests.adapters.teams.fake import cards
from tests.adapters.web.fakes import FORM
from tests.coaching.test_taps import VERBS
from tests.coaching.world import a_call, a_situation, asked, at, taps

FULL = "There is more, but it does not fit here."
DATA = {
    "form": {
        "kind": "plan",
        "about": "call-1",
        "fields": ["objective", "size", "by", "share"],
        "checks": ["share"],
    }
}


def run(words: str, **style: Any) -> dict[str, Any]:
    return {"type": "TextRun", "text": words, **style}


def paragraph(*runs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": list(runs), **more}


def wrong(words: str) -> dict[str, Any]:
    return paragraph(run(words, weight="Bolder", color="Attention"))


def hint(words: str) -> dict[str, Any]:
    return paragraph(run(words, size="Small", isSubtle=True), spacing="Small")


INTRO = paragraph(run("What will "), run("they", italic=True), run(" do if this goes well?"))
OBJECTIVE = {
    "type": "Input.Text",
    "id": "objective",
    "label": "What will the customer do?",
    "isRequired": True,
    "errorMessage": "This one is needed.",
    "isMultiline": True,
    "maxLength": 100,
}
SIZE = {
    "type": "Input.ChoiceSet",
    "id": "size",
    "label": "How large is this sale?",
    "style": "expanded",
    "wrap": True,
    "choices": [
        {"title": "Several meetings or people", "value": "large"},
        {"title": "One meeting, one person decides", "value": "small"},
    ],
}
BY = {"type": "Input.Date", "id": "by", "label": "By when?"}
SHARE = {
    "type": "Input.Toggle",
    "id": "share",
    "title": "Share it with the team",
    "wrap": True,
    "valueOn": "yes",
    "valueOff": "no",
}
SUBMIT = {
    "type": "Action.Submit",
    "title": "Check my plan",
    "data": DATA,
    "style": "positive",
}


def body(form: Form, **more: Any) -> list[dict[str, Any]]:
    shown = drawn_form(form, SAY, **more)
    assert faults(shown) == []
    elements: list[dict[str, Any]] = shown["body"]
    return elements


def only(field: Field, **more: Any) -> dict[str, Any]:
    return body(replace(FORM, intro=(), fields=(field,)), **more)[0]


def test_a_form_is_drawn_field_by_field() -> None:
    assert body(FORM) == [
        INTRO,
        OBJECTIVE,
        hint("Comes 3 h before customer calls"),
        SIZE,
        BY | {"value": "2026-11-27"},
        SHARE | {"value": "no"},
        {"type": "ActionSet", "actions": [SUBMIT]},
    ]


def test_a_form_that_was_refused_keeps_all_answers_and_says_what_is_wrong_where() -> None:
    given_before = {"objective": "Sends {{specs}}", "size": "small", "by": "", "share": "yes"}
    errors = {"objective": text("t-bad"), "size": text("t-week"), "gone": text("t-good")}
    assert body(FORM, answers=given_before, errors=errors) == [
        INTRO,
        wrong("An advance: they act, on a day you can check."),
        OBJECTIVE | {"value": "Sends {{specs}}"},
        wrong("Who on their side does it?"),
        hint("Comes 3 h before customer calls"),
        SIZE | {"value": "small"},
        wrong("Week 48"),
        BY,
        SHARE | {"value": "yes"},
        {"type": "ActionSet", "actions": [SUBMIT]},
    ]


def test_a_form_in_the_chat_has_its_title_and_is_sent_by_either_kind_of_client() -> None:
    title, *_, row = body(FORM, in_place=True)
    assert title == paragraph(run("Plan: Halden Paper", weight="Bolder", size="Medium"))
    execute = {**SUBMIT, "type": "Action.Execute", "verb": "form", "fallback": SUBMIT}
    assert row == {"type": "ActionSet", "actions": [execute]}


def test_a_title_too_long_for_a_dialog_stands_whole_above_the_form() -> None:
    long = "Plan: " + "Halden Paper " * 6
    first = body(replace(FORM, title=q(long)))[0]
    assert first == paragraph(run(long, weight="Bolder", size="Medium"))


def test_a_text_that_is_too_long_is_shown_whole_to_be_shortened() -> None:
    field = TextField(name="a", label=q("A"), limit=5, initial="as it was")
    shown = {"type": "Input.Text", "id": "a", "label": "A", "isMultiline": False}
    assert only(field) == shown | {"maxLength": 9, "value": "as it was"}
    assert only(field, answers={"a": ""}) == shown | {"maxLength": 5}
    assert only(replace(field, initial="a\0b")) == shown | {"maxLength": 5, "value": "ab"}
    longest = only(field, answers={"a": "x" * 9_000})
    assert (longest["maxLength"], longest["value"][-2:]) == (4_000, "x…")


def choice(count: int, *, label: str = "Nr") -> ChoiceField:
    options = tuple(Option(value=str(n), label=q(f"{label} {n}")) for n in range(count))
    return ChoiceField(name="a", label=q("A"), options=options, hint=q("Why"))


@pytest.mark.parametrize(
    "field, style",
    [
        (choice(5), "expanded"),
        (choice(6), "compact"),
        (choice(2, label="l" * 39), "compact"),
    ],
)
def test_a_few_short_answers_are_shown_and_others_folded(field: ChoiceField, style: str) -> None:
    shown = only(field)
    assert (shown["style"], len(shown["choices"])) == (style, len(field.options))


def test_a_choice_begins_with_one_of_its_answers() -> None:
    assert only(replace(choice(2), initial="1"))["value"] == "1"
    assert "value" not in only(replace(choice(2), initial="7"))


def test_a_choice_without_answers_is_not_asked_and_its_error_stands_above() -> None:
    shown = body(replace(FORM, intro=(), fields=(choice(0),)), errors={"a": text("t-bad")})
    data = {"form": {"kind": "plan", "about": "call-1", "fields": []}}
    row = {"type": "ActionSet", "actions": [SUBMIT | {"data": data}]}
    assert shown == [wrong("Who on their side does it?"), row]


def test_a_day_that_is_none_is_not_shown_as_one() -> None:
    field = DateField(name="by", label=text("t-by"), initial=date(2026, 1, 5))
    assert only(field)["value"] == "2026-01-05"
    assert only(field, answers={"by": "2026-02-30"}) == BY
    assert only(field, answers={"by": " 2026-02-03 "}) == BY | {"value": "2026-02-03"}


def test_a_long_introduction_gives_way_to_the_fields() -> None:
    shown = body(replace(FORM, intro=tuple(q("word " * 500) for _ in range(40))))
    at = shown.index(paragraph(run(FULL)))
    assert [one["type"] for one in shown[at + 1 :]] == [
        "Input.Text",
        "RichTextBlock",
        "Input.ChoiceSet",
        "Input.Date",
        "Input.Toggle",
        "ActionSet",
    ]


def test_long_answers_are_cut_before_a_field_is_left_out() -> None:
    many = tuple(TextField(name=f"f{n}", label=q("A"), limit=9_000) for n in range(30))
    shown = body(replace(FORM, fields=many), answers={one.name: "例" * 3_000 for one in many})
    inputs = [one for one in shown if one["type"] == "Input.Text"]
    assert [len(one["value"]) for one in inputs] == [300] * 30


def test_fields_beyond_all_measure_are_left_out_and_not_asked_for() -> None:
    many = tuple(choice(60, label="例" * 60) for _ in range(60))
    named = tuple(replace(one, name=f"f{n}") for n, one in enumerate(many))
    shown = body(replace(FORM, fields=named))
    asked_for = [one["id"] for one in shown if one["type"] == "Input.ChoiceSet"]
    assert paragraph(run(FULL)) in shown
    assert 0 < len(asked_for) < 60
    assert shown[-1]["actions"][0]["data"]["form"]["fields"] == asked_for


def test_a_long_form_opens_in_a_tall_dialog() -> None:
    assert needs_height(FORM) is False
    assert needs_height(replace(FORM, intro=(q("a"), q("b")))) is True


def test_a_form_of_many_choices_shows_those_that_need_an_answer_at_a_glance() -> None:
    options = (Option(value="a", label=q("a")), Option(value="b", label=q("b")))

    def styles(*required: bool) -> list[str]:
        fields = tuple(
            ChoiceField(name=f"c{number}", label=q("c"), options=options, required=needed)
            for number, needed in enumerate(required)
        )
        form = Form(kind="k", title=q("t"), submit=q("s"), fields=fields)
        return [one["style"] for one in cards.inputs(drawn_form(form, SAY)).values()]

    assert styles(False, False) == ["expanded", "expanded"]
    assert styles(True, False, False) == ["expanded", "compact", "compact"]


# ---- which taps open one -----------------------------------------------------------------------


def test_the_taps_that_ask_for_a_dialog_are_those_that_the_coach_answers_with_a_form() -> None:
    ahead = asked(a_call())
    over = a_call("Altbau", key="alt", starts_at=at("09:00", day=25), ends_at=at("10:00", day=25))
    situation = a_situation(ahead, over)
    opens = {
        verb
        for verb in {*VERBS, "judge", "no_such_verb"}
        for call in (ahead, over)
        if isinstance(decide(taps(verb, call), situation).reply, ShowForm)
    }
    # The topics' forms have one verb for all of them.
    assert opens | {"form"} == OPENS


def test_such_a_tap_says_so_to_teams() -> None:
    dialog = {"msteams": {"type": "task/fetch"}}
    assert button_data(Tap(verb="plan", about="c")) == dialog | {
        "tap": {"verb": "plan", "about": "c"}
    }
    assert button_data(Tap(verb="keep")) == {"tap": {"verb": "keep"}}


# ---- answers -----------------------------------------------------------------------------------


def test_what_was_left_empty_is_an_empty_text() -> None:
    empty = {"objective": "", "size": "", "by": "", "share": ""}
    assert answers(DATA) == empty
    assert answers({**DATA, "objective": None, "share": "no"}) == empty
    assert answers({**DATA, "share": "false"}) == empty


def test_answers_are_what_was_sent_and_nothing_else() -> None:
    given_one = {"objective": " They send it ", "by": "2026-12-01", "share": "yes", "more": "x"}
    assert answers({**DATA, **given_one}) == {
        "objective": " They send it ",
        "size": "",
        "by": "2026-12-01",
        "share": "yes",
    }


@pytest.mark.parametrize(
    "data, field",
    [
        (None, "form.fields"),
        ({"form": {"fields": "objective"}}, "form.fields"),
        ({"form": {"fields": ["f"] * 101}}, "form.fields"),
        ({"form": {"fields": [5]}}, "form.fields"),
        ({"form": {"fields": [""]}}, "form.fields"),
        ({**DATA, "objective": 5}, "objective"),
        ({**DATA, "objective": "x" * 40_001}, "objective"),
        ({**DATA, "objective": "\0"}, "objective"),
    ],
)
def test_answers_that_are_none_name_their_field(data: Any, field: str) -> None:
    with pytest.raises(BadInput) as refused:
        answers(data)
    assert refused.value.field == field


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
        required=st.booleans(),
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
    lambda title, intro, asked_for, times: Form(
        kind="plan",
        about="3d9ddb1e-0000-4000-8000-000000000001",
        title=title,
        submit=title,
        intro=tuple(intro) * times,
        fields=tuple(replace(one, name=f"f{n}") for n, one in enumerate(asked_for * times)),
    ),
    QUOTED,
    st.lists(QUOTED, max_size=3),
    st.lists(FIELDS, min_size=1, max_size=4),
    st.sampled_from([1, 1, 1, 8, 40]),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    asked_for=FORMS,
    before=st.dictionaries(
        st.sampled_from(["f0", "f1", "f2", "f9"]), long_texts(4_000), max_size=3
    ),
    wrong_ones=st.dictionaries(st.sampled_from(["f0", "f1", "gone"]), QUOTED, max_size=2),
    in_place=st.booleans(),
)
def test_any_form_is_a_card_that_teams_takes(
    asked_for: Form, before: dict[str, str], wrong_ones: dict[str, Any], *, in_place: bool
) -> None:
    shown = drawn_form(asked_for, SAY, answers=before, errors=wrong_ones, in_place=in_place)
    assert faults(shown) == []


def test_a_choice_reads_the_same_where_markdown_is_read_and_where_it_is_not() -> None:
    label = "*Halden* [x](https://y) {{DATE(1)}}"
    field = ChoiceField(name="a", label=q(label), options=(Option(value="1", label=q(label)),))
    shown = only(field)
    told = "∗Halden∗ ［x］(https://y) {{DATE(1)}}"
    assert shown["label"].replace(JOINER, "") == told
    assert shown["choices"][0]["title"].replace(JOINER, "") == told
