"""How the console shows what is said: columns, styles, threads, forms, charts."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from uuid import UUID

import pytest

from adapters.chat.console import Console, rep_place, team_place
from adapters.chat.console.columns import width, wrapped
from adapters.chat.console.drawing import draw
from adapters.ports import Envelope, Place, Run, Say
from bot.words import Words
from coaching.messages import (
    Button,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Quoted,
    Series,
    Small,
    Tap,
    message,
    text,
)

SOURCE = """
head = Halden Paper
line = **Aim.** { $x } *now*
small = Comes before calls
plan = Plan
skip = Skip
menu = Snooze
held = Held
planned = Planned
week = Week
long-week = 上周
sum = Two held.
"""
SAY = Words({"en": (SOURCE,)}, strict=True).speaker("en", "UTC", datetime(2026, 11, 23, tzinfo=UTC))
REP = rep_place(UUID(int=1))


def drawn(told: Message, *, columns: int = 40, colour: bool = False) -> list[str]:
    return draw(told, SAY, columns=columns, colour=colour)


def button(key: str) -> Button:
    return Button(label=text(key), tap=Tap(verb=key))


def test_a_message_is_drawn_top_to_bottom() -> None:
    told = message(
        Heading(text("head")),
        Line(text("line", x=Quoted("*Jens* walks us through line 2 on Thursday"))),
        Buttons((button("plan"), button("skip"))),
        Buttons((button("plan"), button("skip")), menu=text("menu")),
        Small(text("small")),
    )
    assert drawn(told) == [
        "Halden Paper",
        "Aim. *Jens* walks us through line 2 on",
        "Thursday now",
        "[Plan] [Skip]",
        "[Snooze: Plan | Skip]",
        "· Comes before calls",
    ]


def test_in_colour_styles_are_shown_and_small_print_is_dim() -> None:
    told = message(Heading(text("head")), Line(text("line", x=Quoted("go"))), Small(text("small")))
    assert drawn(told, colour=True) == [
        "\x1b[1mHalden Paper\x1b[0m",
        "\x1b[1mAim.\x1b[0m go \x1b[3mnow\x1b[0m",
        "\x1b[2m· Comes before calls\x1b[0m",
    ]


@pytest.mark.parametrize(
    "characters,columns", [("abc", 3), ("恒达纸业", 8), ("a王b", 4), ("e\u0301", 1), ("", 0)]
)
def test_the_width_counts_columns_not_characters(characters: str, columns: int) -> None:
    assert width(characters) == columns


@pytest.mark.parametrize(
    "told,columns,lines",
    [
        ("one two three", 7, ["one two", "three"]),
        ("one two", 3, ["one", "two"]),
        ("unbreakable", 4, ["unbreakable"]),
        ("对方会答应做什么", 8, ["对方会答", "应做什么"]),
        ("对方答应了。好", 8, ["对方答应", "了。好"]),
        ("one\ntwo\n\nthree", 20, ["one", "two", "", "three"]),
        ("Halden 答应了", 9, ["Halden 答", "应了"]),
        ("", 5, [""]),
    ],
)
def test_lines_break_at_spaces_and_between_hanzi_but_never_before_a_stop(
    told: str, columns: int, lines: list[str]
) -> None:
    assert wrapped((Run(text=told),), columns, colour=False) == lines


def test_a_style_goes_on_over_a_break() -> None:
    runs = (Run(text="one two", strong=True), Run(text=" end"))
    assert wrapped(runs, 4, colour=True) == [
        "\x1b[1mone\x1b[0m",
        "\x1b[1mtwo\x1b[0m",
        "end",
    ]


def chart(*values: tuple[int, ...], labels: int = 2) -> Chart:
    keys = ("week", "long-week")[:labels]
    names = ("held", "planned")
    return Chart(
        title=text("head"),
        labels=tuple(map(text, keys)),
        series=tuple(
            Series(name=text(name), values=row) for name, row in zip(names, values, strict=False)
        ),
        summary=text("sum"),
    )


def test_a_chart_is_bars_of_characters_with_a_summary() -> None:
    assert drawn(message(chart((2, 0), (1, 3)))) == [
        "Halden Paper",
        "Week ██▒",
        "上周 ▒▒▒",
        "█ Held  ▒ Planned",
        "Two held.",
    ]


def test_a_long_bar_is_scaled_and_an_empty_chart_is_none() -> None:
    assert drawn(message(chart((60, 30))))[1:3] == ["Week " + "█" * 30, "上周 " + "█" * 15]
    assert drawn(message(chart((0, 0))))[1:3] == ["Week", "上周"]
    assert drawn(message(chart(labels=0))) == ["Halden Paper", "", "Two held."]


def head(place: Place) -> str:
    return f"Mon 9:00  {place.address[:4]}"


def console() -> Console:
    return Console(out=io.StringIO(), head=head)


def envelope(logical_id: str, thread: str = "", say: Say = SAY) -> Envelope:
    told = message(Heading(text("head")), Buttons((button("plan"),)))
    return Envelope(id=logical_id, place=REP, message=told, say=say, thread=thread)


def written(shown: Console) -> str:
    assert isinstance(shown.out, io.StringIO)
    return shown.out.getvalue()


async def test_a_message_is_written_once_with_when_and_to_whom() -> None:
    shown = console()
    references = [await shown.send(envelope("m1")) for _ in range(2)]
    assert (references, written(shown)) == (
        ["m1", "m1"],
        "← Mon 9:00  rep:\n  Halden Paper\n  [Plan]\n\n",
    )


async def test_a_thread_is_indented_and_a_change_is_marked() -> None:
    shown = console()
    await shown.send(envelope("m2", thread="m1"))
    await shown.edit("m1", envelope("m1"))
    assert written(shown) == (
        "← Mon 9:00  rep:\n  │ Halden Paper\n  │ [Plan]\n\n"
        "~ Mon 9:00  rep:\n  Halden Paper\n  [Plan]\n\n"
    )


def test_people_and_teams_have_their_places() -> None:
    key = UUID(int=1)
    assert (rep_place(key), team_place(key)) == (
        Place(platform="console", tenant="console", address=f"rep:{key}", kind="rep"),
        Place(platform="console", tenant="console", address=f"team:{key}", kind="team"),
    )
