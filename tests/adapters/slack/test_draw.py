"""Messages as Slack's blocks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.chat.slack.draw import drawn, home_view, modal_of
from adapters.chat.slack.read import tapped
from coaching.events import Tapped
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Series,
    Small,
    Tap,
    message,
    text,
)
from tests.adapters.slack.documented import HOSTILE, LIVE, SAY, faults, long_texts, q
from tests.adapters.web.fakes import DIGEST, PROMPT

PAYLOADS = Path(__file__).parent / "payloads"
FULL = "There is more, but it does not fit here."


def rich(*elements: dict[str, Any]) -> dict[str, Any]:
    words = "".join(_marked(**element) for element in elements)
    return {"type": "section", "text": {"type": "mrkdwn", "text": words, "verbatim": True}}


def _marked(text: str, style: dict[str, bool] | None = None, **_: str) -> str:
    mark = "*" * ("bold" in (style or {})) + "_" * ("italic" in (style or {}))
    return f"{mark}{text}{mark}"


def plain(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": True}


def small(words: str) -> dict[str, Any]:
    return {
        "type": "context",
        "elements": [{"type": "mrkdwn", "text": words, "verbatim": True}],
    }


def buttons(count: int, *, menu: str = "", value: str = "") -> Buttons:
    made = (
        Button(label=q(f"Nr {n}"), tap=Tap(verb="by", about="call-1", value=value or str(n)))
        for n in range(count)
    )
    return Buttons(tuple(made), menu=q(menu) if menu else None)


def test_a_message_is_drawn_block_by_block() -> None:
    assert drawn(PROMPT, SAY).blocks == [
        rich(
            {"type": "text", "text": "Halden Paper · today 12:30–13:30", "style": {"bold": True}},
        ),
        rich(
            {"type": "text", "text": "What will "},
            {"type": "text", "text": "they", "style": {"italic": True}},
            {"type": "text", "text": " do if this goes well?"},
        ),
        {
            "type": "actions",
            "elements": [
                {
                    "type": "button",
                    "action_id": "tap/1/plan",
                    "text": plain("Plan this call"),
                    "value": '{"verb":"plan","about":"call-1"}',
                    "style": "primary",
                },
                {
                    "type": "button",
                    "action_id": "tap/2/skip",
                    "text": plain("Skip"),
                    "value": '{"verb":"skip","about":"call-1"}',
                },
                {
                    "type": "static_select",
                    "action_id": "tap/3/menu",
                    "placeholder": plain("Snooze"),
                    "options": [
                        {
                            "text": plain("For 1 h"),
                            "value": '{"verb":"snooze","about":"call-1","value":"1h"}',
                        },
                        {
                            "text": plain("Until tomorrow"),
                            "value": '{"verb":"snooze","about":"call-1","value":"1d"}',
                        },
                    ],
                },
            ],
        },
        small("Comes 3 h before customer calls"),
    ]


def test_a_notification_says_all_but_the_buttons() -> None:
    assert drawn(PROMPT, SAY).text == (
        "Halden Paper · today 12:30–13:30\n"
        "What will they do if this goes well?\n"
        "Comes 3 h before customer calls"
    )


def test_a_chart_is_drawn_by_slack_with_its_words_below() -> None:
    shown = drawn(DIGEST, SAY)
    assert shown.blocks[1:] == [
        {
            "type": "data_visualization",
            "title": "Outcomes, two weeks",
            "chart": {
                "type": "bar",
                "series": [
                    {
                        "name": "Advances",
                        "data": [
                            {"label": "Week 47", "value": 1},
                            {"label": "Week 48", "value": 3},
                        ],
                    },
                    {
                        "name": "Continuations",
                        "data": [
                            {"label": "Week 47", "value": 2},
                            {"label": "Week 48", "value": 1},
                        ],
                    },
                ],
                "axis_config": {"categories": ["Week 47", "Week 48"]},
            },
        },
        small("Advances: 1 of 3, then 3 of 4."),
    ]
    assert shown.text == "Week 48\nAdvances: 1 of 3, then 3 of 4."


def chart(labels: int, rows: tuple[int, ...], *, title: str = "Outcomes") -> Chart:
    return Chart(
        title=q(title),
        labels=tuple(q(f"a label much too long {n}") for n in range(labels)),
        series=tuple(
            Series(name=q("a name much too long, always the same"), values=(1,) * row)
            for row in rows
        ),
        summary=q("In words"),
    )


def test_names_in_a_chart_stay_apart_when_they_are_cut() -> None:
    shown = drawn(message(chart(2, (2, 2, 2))), SAY).blocks[0]["chart"]
    assert [row["name"] for row in shown["series"]] == [
        "a name much too lon…",
        "a name much too l… 2",
        "a name much too l… 3",
    ]
    assert shown["axis_config"]["categories"] == ["a label much too lo…", "a label much too… 2"]


@pytest.mark.parametrize("odd", [chart(0, (0,)), chart(21, (21,)), chart(1, ()), chart(2, (2, 1))])
def test_a_chart_that_slack_cannot_draw_is_left_to_its_words(odd: Chart) -> None:
    bold = {"type": "text", "text": "Outcomes", "style": {"bold": True}}
    assert drawn(message(odd), SAY).blocks == [rich(bold), small("In words")]


def test_a_third_chart_is_left_to_its_words() -> None:
    charts = [chart(2, (2,), title=f"Nr {n}") for n in range(3)]
    kinds = [block["type"] for block in drawn(message(*charts), SAY).blocks]
    assert kinds == [*["data_visualization", "context"] * 2, "section", "context"]


@pytest.mark.parametrize(
    "rows, lengths",
    [
        ((buttons(26),), [25, 1]),
        ((buttons(60),), [25, 25, 10]),
        ((buttons(24), buttons(3, menu="Later")), [25]),
        ((buttons(25), buttons(3, menu="Later")), [25, 1]),
        ((buttons(2), buttons(2)), [2, 2]),
        ((buttons(2, menu="Later"), buttons(2)), [1, 2]),
        ((buttons(2), Line(q("words")), buttons(2, menu="Later")), [2, 1]),
        ((Line(q("words")), buttons(0), buttons(2, menu="Later")), [1]),
        ((buttons(0),), []),
        ((buttons(101, menu="Later"),), [2]),
        ((buttons(3, menu="Later", value="v" * 100),), [1]),
        ((buttons(3, menu="Later", value="v" * 110),), [3]),
        ((buttons(3, value="v" * 2_000),), []),
        ((buttons(3, value="v" * 2_000), buttons(2, menu="Later")), [1]),
    ],
)
def test_buttons_stand_in_rows_of_at_most_25(rows: tuple[Block, ...], lengths: list[int]) -> None:
    shown = drawn(message(*rows), SAY).blocks
    assert [len(block["elements"]) for block in shown if block["type"] == "actions"] == lengths
    assert faults(shown, "message") == []


@pytest.mark.parametrize(
    "name, index, meant",
    [
        ("block_actions_button", 0, Tap(verb="plan", about="call-1")),
        ("block_actions_select", 2, Tap(verb="snooze", about="call-1", value="1d")),
    ],
)
def test_a_tap_on_what_was_drawn_means_what_the_button_did(
    name: str, index: int, meant: Tap
) -> None:
    element = drawn(PROMPT, SAY).blocks[2]["elements"][index]
    picked = {"selected_option": element["options"][1]} if index else {"value": element["value"]}
    recorded = json.loads((PAYLOADS / f"{name}.json").read_text(encoding="utf-8"))
    kept = {key: element[key] for key in ("type", "action_id")}
    tap = tapped(recorded | {"actions": [kept | picked]})
    assert tap == Tapped(tap=meant, message="D0MARA:1764140000.000900")


def test_what_does_not_fit_is_said_to_be_left_out() -> None:
    many = message(*(Line(q(f"Nr {n}")) for n in range(60)))
    shown = drawn(many, SAY).blocks
    assert shown[48:] == [
        rich({"type": "text", "text": "Nr 48"}),
        rich({"type": "text", "text": FULL}),
    ]
    assert len(home_view(many, SAY)["blocks"]) == 60
    more = message(*many.blocks, *many.blocks)
    assert home_view(more, SAY)["blocks"][-1] == rich({"type": "text", "text": FULL})


def test_a_message_with_too_many_words_is_cut_before_slack_would() -> None:
    long = message(*(Line(q("word " * 700)) for _ in range(6)))
    shown = drawn(long, SAY)
    assert [block["text"]["text"][-5:] for block in shown.blocks] == [
        *["word…"] * 3,
        "here.",
    ]
    assert len(shown.text) == 4_000
    assert shown.text.endswith("…")


@pytest.mark.parametrize(
    "empty", [message(), message(Line(q("")), Small(q(" ")), Heading(q("\n")))]
)
def test_a_message_with_nothing_to_read_is_still_one(empty: Message) -> None:
    nothing = [rich({"type": "text", "text": "…"})]
    assert (drawn(empty, SAY).blocks, drawn(empty, SAY).text) == (nothing, "…")
    assert home_view(empty, SAY) == {"type": "home", "blocks": nothing}


def test_quoted_words_mean_nothing_to_slack() -> None:
    told = message(
        Heading(q(HOSTILE)),
        Line(q(HOSTILE)),
        Small(q(HOSTILE)),
        Buttons((Button(label=q(HOSTILE), tap=Tap(verb="plan")),)),
    )
    shown = drawn(told, SAY)
    heading, line, context, row = shown.blocks
    harmless = "&lt;!channel&gt; ∗b∗ &lt;@U1&gt; https:\u2060//x"
    assert heading == rich({"type": "text", "text": harmless, "style": {"bold": True}})
    assert line == rich({"type": "text", "text": harmless})
    assert context == small(harmless)
    assert row["elements"][0]["text"] == plain(HOSTILE)
    assert LIVE.search(shown.text) is None


def test_the_home_tab_shows_a_chart_in_words() -> None:
    bold = {"style": {"bold": True}}
    assert home_view(DIGEST, SAY) == {
        "type": "home",
        "blocks": [
            rich({"type": "text", "text": "Week 48"} | bold),
            rich({"type": "text", "text": "Outcomes, two weeks"} | bold),
            small("Advances: 1 of 3, then 3 of 4."),
        ],
    }


def test_a_message_told_stands_in_a_modal_with_nothing_to_send() -> None:
    assert modal_of(message(Line(q("Words"))), text("t-sum"), SAY) == {
        "type": "modal",
        "callback_id": "told",
        "title": plain("Advances: 1 of 3, then…"),
        "notify_on_close": False,
        "blocks": [
            rich(
                {
                    "type": "text",
                    "text": "Advances: 1 of 3, then 3 of 4.",
                    "style": {"bold": True},
                }
            ),
            rich({"type": "text", "text": "Words"}),
        ],
    }
    short = modal_of(message(Line(q("Words"))), text("t-week"), SAY)
    assert (short["title"], len(short["blocks"])) == (plain("Week 48"), 1)


# ---- any message -------------------------------------------------------------------------------

QUOTED = long_texts().map(q)
LABELS = long_texts(200).map(q)
TAPS = st.builds(
    Tap,
    verb=st.sampled_from(["plan", "v" * 300]),
    about=st.sampled_from(["", "3d9ddb1e-0000-4000-8000-000000000001"]),
    value=st.sampled_from(["", "1h", "例" * 30, "x" * 3_000]),
)
ROWS = st.builds(
    lambda labels, tap, count, menu: Buttons(
        tuple(Button(label=labels[n % len(labels)], tap=tap) for n in range(count)), menu=menu
    ),
    st.lists(LABELS, min_size=1, max_size=3),
    TAPS,
    st.sampled_from([0, 1, 3, 25, 60, 120]),
    st.none() | LABELS,
)
CHARTS = st.builds(
    lambda title, words, labels, rows: Chart(
        title=title,
        labels=tuple(words for _ in range(labels)),
        series=tuple(Series(name=words, values=tuple(range(labels))) for _ in range(rows)),
        summary=title,
    ),
    QUOTED,
    LABELS,
    st.integers(min_value=0, max_value=25),
    st.integers(min_value=0, max_value=8),
)
MESSAGES = st.builds(
    lambda blocks, times: Message((tuple(blocks) * times)[:200]),
    st.lists(
        st.builds(Heading, QUOTED)
        | st.builds(Line, QUOTED)
        | st.builds(Small, QUOTED)
        | ROWS
        | CHARTS,
        max_size=6,
    ),
    st.sampled_from([1, 1, 1, 1, 40]),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(told=MESSAGES)
def test_any_message_is_drawn_within_slacks_limits(told: Message) -> None:
    shown = drawn(told, SAY)
    assert faults(shown.blocks, "message") == []
    assert 1 <= len(shown.text.encode("utf-16-le")) // 2 <= 4_000
    assert LIVE.search(shown.text) is None


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(told=MESSAGES, title=QUOTED)
def test_any_view_is_drawn_within_slacks_limits(told: Message, title: Any) -> None:
    assert faults(home_view(told, SAY), "home") == []
    assert faults(modal_of(told, title, SAY), "modal") == []
