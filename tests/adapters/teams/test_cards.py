"""Messages as adaptive cards."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adapters.chat.teams.cards import addressed, dialog, drawn, summary
from adapters.chat.teams.elements import attachment, paragraphs
from adapters.ports import Run
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
from tests.adapters.teams.documented import HOSTILE, JOINER, SAY, faults, long_texts, parts, q
from tests.adapters.web.fakes import DIGEST, PROMPT

FULL = "There is more, but it does not fit here."


def run(words: str, **style: Any) -> dict[str, Any]:
    return {"type": "TextRun", "text": words, **style}


def paragraph(*runs: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": list(runs), **more}


def heading(words: str) -> dict[str, Any]:
    return paragraph(run(words, weight="Bolder", size="Medium"))


def small(words: str) -> dict[str, Any]:
    return paragraph(run(words, size="Small", isSubtle=True))


def execute(title: str, **tap: str) -> dict[str, Any]:
    submit = {"type": "Action.Submit", "title": title, "data": {"tap": tap}}
    return {**submit, "type": "Action.Execute", "verb": "tap", "fallback": submit}


def buttons(count: int, *, menu: str = "", value: str = "") -> Buttons:
    made = (
        Button(label=q(f"Nr {n}"), tap=Tap(verb="by", about="call-1", value=value or str(n)))
        for n in range(count)
    )
    return Buttons(tuple(made), menu=q(menu) if menu else None)


def rows(*blocks: Block) -> list[list[str]]:
    shown = drawn(message(*blocks), SAY)
    assert faults(shown) == []
    sets = [one["actions"] for one in shown["body"] if one["type"] == "ActionSet"]
    return [[action["title"] for action in actions] for actions in sets]


def test_a_message_is_drawn_block_by_block() -> None:
    assert drawn(PROMPT, SAY) == {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": "1.5",
        "msteams": {"width": "Full"},
        "body": [
            heading("Halden Paper · today 12:30–13:30"),
            paragraph(run("What will "), run("they", italic=True), run(" do if this goes well?")),
            {
                "type": "ActionSet",
                "actions": [
                    {
                        "type": "Action.Submit",
                        "title": "Plan this call",
                        "data": {
                            "msteams": {"type": "task/fetch"},
                            "tap": {"verb": "plan", "about": "call-1"},
                        },
                        "style": "positive",
                    },
                    execute("Skip", verb="skip", about="call-1"),
                    {
                        "type": "Action.ShowCard",
                        "title": "Snooze",
                        "card": {
                            "type": "AdaptiveCard",
                            "actions": [
                                execute("For 1 h", verb="snooze", about="call-1", value="1h"),
                                execute(
                                    "Until tomorrow", verb="snooze", about="call-1", value="1d"
                                ),
                            ],
                        },
                    },
                ],
            },
            small("Comes 3 h before customer calls"),
        ],
    }


def test_a_notification_says_all_but_the_buttons() -> None:
    assert summary(PROMPT, SAY) == (
        "Halden Paper · today 12:30–13:30 What will they do if this goes well?"
        " Comes 3 h before customer calls"
    )
    assert summary(message(), SAY) == "…"
    assert len(summary(message(Line(q("word " * 900))), SAY)) == 1_000


def test_a_chart_is_drawn_by_teams_with_its_words_below() -> None:
    chart, words = drawn(DIGEST, SAY)["body"][1:]
    assert words == small("Advances: 1 of 3, then 3 of 4.")
    assert chart == {
        "type": "Chart.VerticalBar.Grouped",
        "stacked": True,
        "title": "Outcomes, two weeks",
        "colorSet": "categorical",
        "showBarValues": True,
        "data": [
            {"legend": "Advances", "values": [{"x": "Week 47", "y": 1}, {"x": "Week 48", "y": 3}]},
            {
                "legend": "Continuations",
                "values": [{"x": "Week 47", "y": 2}, {"x": "Week 48", "y": 1}],
            },
        ],
        "fallback": {
            "type": "Container",
            "items": [
                heading("Outcomes, two weeks"),
                paragraph(run("Week 47", weight="Bolder"), run("  Advances 1 · Continuations 2")),
                paragraph(run("Week 48", weight="Bolder"), run("  Advances 3 · Continuations 1")),
            ],
        },
    }


def odd_chart(labels: int, rows: tuple[int, ...]) -> Chart:
    return Chart(
        title=q("Outcomes"),
        labels=tuple(q(f"a label that is much too long to be read {n}") for n in range(labels)),
        series=tuple(
            Series(name=q("a name that is much too long, always the same"), values=(1,) * row)
            for row in rows
        ),
        summary=q("In words"),
    )


def test_names_in_a_chart_stay_apart_when_they_are_cut() -> None:
    shown = drawn(message(odd_chart(2, (2, 2))), SAY)["body"][0]
    assert [row["legend"] for row in shown["data"]] == [
        "a name that is much too long,…",
        "a name that is much too lon… 2",
    ]
    assert [point["x"] for point in shown["data"][0]["values"]] == [
        "a label that is much too long…",
        "a label that is much too lo… 2",
    ]


@pytest.mark.parametrize(
    "odd", [odd_chart(0, (0,)), odd_chart(25, (25,)), odd_chart(1, ()), odd_chart(2, (2, 1))]
)
def test_a_chart_that_nobody_could_read_is_left_to_its_words(odd: Chart) -> None:
    assert drawn(message(odd), SAY)["body"] == [heading("Outcomes"), small("In words")]


def test_six_buttons_stand_in_a_row_and_more_go_into_its_menu() -> None:
    assert rows(buttons(6)) == [[f"Nr {n}" for n in range(6)]]
    shown = drawn(message(buttons(8)), SAY)["body"][0]["actions"]
    assert [one.get("mode") for one in shown] == [*[None] * 5, *["secondary"] * 3]


@pytest.mark.parametrize(
    "blocks, lengths",
    [
        ((buttons(5), buttons(3, menu="Later")), [6]),
        ((buttons(6), buttons(3, menu="Later")), [6, 1]),
        ((buttons(2), buttons(2)), [2, 2]),
        ((buttons(2, menu="Later"), buttons(2)), [1, 2]),
        ((buttons(2), Line(q("words")), buttons(2, menu="Later")), [2, 1]),
        ((buttons(1), buttons(0), buttons(2, menu="Later")), [1, 1]),
        ((buttons(0, menu="Later"),), []),
        ((buttons(0),), []),
        ((buttons(101, menu="Later"),), [1]),
        ((buttons(3, value="v" * 3_000),), []),
    ],
)
def test_a_menu_stands_beside_the_buttons_before_it(
    blocks: tuple[Block, ...], lengths: list[int]
) -> None:
    assert [len(row) for row in rows(*blocks)] == lengths


def test_a_paragraph_of_several_lines_is_as_many_paragraphs() -> None:
    told = drawn(message(Line(q("one\n\n two\nthree"))), SAY)["body"]
    assert told == [
        paragraph(run("one")),
        paragraph(run(" two"), spacing="None"),
        paragraph(run("three"), spacing="None"),
    ]


def test_what_does_not_fit_is_said_to_be_left_out() -> None:
    shown = drawn(message(*(Line(q("word " * 700)) for _ in range(60))), SAY)
    assert faults(shown) == []
    assert shown["body"][-1] == paragraph(run(FULL))
    assert len(shown["body"]) == 20


def test_a_paragraph_too_long_is_cut_visibly() -> None:
    (only,) = drawn(message(Line(q("word " * 1_000))), SAY)["body"]
    words = only["inlines"][0]["text"]
    assert (len(words), words[-6:]) == (4_000, " word…")


@pytest.mark.parametrize(
    "first, second, shown",
    [
        (9, 1, "xxxxxxxxxy"),
        (9, 2, "xxxxxxxxx…"),
        (10, 0, "xxxxxxxxxx"),
        (10, 2, "xxxxxxxxxx…"),
        (11, 2, "xxxxxxxxx…"),
    ],
)
def test_runs_are_cut_together(first: int, second: int, shown: str) -> None:
    runs = (Run(text="x" * first, strong=True), Run(text="y" * second), Run(text=""))
    (only,) = paragraphs(runs, limit=10)
    assert "".join(one["text"] for one in only["inlines"]) == shown


@pytest.mark.parametrize(
    "empty", [message(), message(Line(q("")), Small(q(" ")), Heading(q("\n")))]
)
def test_a_message_with_nothing_to_read_is_still_a_card(empty: Message) -> None:
    assert drawn(empty, SAY)["body"] == [paragraph(run("…"))]


def test_quoted_words_are_shown_as_they_are() -> None:
    told = message(
        Heading(q(HOSTILE)),
        Line(q(HOSTILE)),
        Small(q(HOSTILE)),
        Buttons((Button(label=q("{{DATE(1)}} <at>x</at>"), tap=Tap(verb="skip")),)),
    )
    *texts, row = drawn(told, SAY)["body"]
    assert faults(drawn(told, SAY)) == []
    shown = [one["inlines"][0]["text"] for one in texts]
    assert len(set(shown)) == 1
    assert shown[0] != HOSTILE
    assert shown[0].replace(JOINER, "") == HOSTILE
    assert row["actions"][0]["title"].replace(JOINER, "") == "{{DATE(1)}} <at>x</at>"


def test_somebody_can_be_mentioned_above_a_card() -> None:
    shown = addressed(drawn(message(Line(q("<at>Mara</at>"))), SAY), "29:mara", "Mara <b>")
    assert shown["msteams"] == {
        "width": "Full",
        "entities": [
            {
                "type": "mention",
                "text": "<at>Mara ‹b›</at>",
                "mentioned": {"id": "29:mara", "name": "Mara ‹b›"},
            }
        ],
    }
    assert shown["body"] == [
        {"type": "TextBlock", "text": "<at>Mara ‹b›</at>", "wrap": True},
        paragraph(run("<\u2060at>Mara<\u2060/at>")),
    ]


def test_a_card_can_be_shown_as_a_dialog() -> None:
    card = drawn(message(Line(q("Words"))), SAY)
    assert dialog(card, text("t-week"), SAY) == {
        "title": "Week 48",
        "width": "medium",
        "height": "medium",
        "card": attachment(card),
    }
    assert dialog(card, q("word " * 30), SAY, tall=True)["height"] == "large"
    assert len(dialog(card, q("word " * 30), SAY)["title"]) == 60
    kind = "application/vnd.microsoft.card.adaptive"
    assert attachment(card) == {"contentType": kind, "content": card}


# ---- any message -------------------------------------------------------------------------------

QUOTED = long_texts().map(q)
LABELS = long_texts(200).map(q)
TAPS = st.builds(
    Tap,
    verb=st.sampled_from(["plan", "keep", "v" * 300]),
    about=st.sampled_from(["", "3d9ddb1e-0000-4000-8000-000000000001"]),
    value=st.sampled_from(["", "1h", "例" * 30, "x" * 3_000]),
)
ROWS = st.builds(
    lambda labels, tap, count, menu: Buttons(
        tuple(Button(label=labels[n % len(labels)], tap=tap) for n in range(count)), menu=menu
    ),
    st.lists(LABELS, min_size=1, max_size=3),
    TAPS,
    st.sampled_from([0, 1, 3, 7, 60]),
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
    st.sampled_from([0, 1, 5, 24, 25]),
    st.sampled_from([0, 1, 8, 9]),
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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=MESSAGES)
def test_any_message_is_a_card_that_teams_takes(told: Message) -> None:
    shown = drawn(told, SAY)
    # Verbs are ours: only here are they made up.
    assert faults(json.loads(json.dumps(shown))) == []
    assert 1 <= len(summary(told, SAY)) <= 1_000


@given(words=long_texts(300))
def test_words_read_the_same_whatever_they_are(words: str) -> None:
    said = SAY.plain(q(words))
    shown = [
        "".join(run["text"] for run in one["inlines"])
        for one in parts(drawn(message(Line(q(words))), SAY)["body"])
        if one["type"] == "RichTextBlock"
    ]
    told = [line for line in said.split("\n") if line.strip()] or ["…"]
    assert "\n".join(shown).replace(JOINER, "") == "\n".join(told).replace(JOINER, "")
