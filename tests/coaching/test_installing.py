"""What people read who are not reps; what is not known is left out."""

from __future__ import annotations

import pytest

from coaching import installing
from coaching.messages import Button, Buttons, Line, Message, Quoted, Small, Tap, message, text
from tests.coaching.world import TEAM, keys

ASK = Line(text("ask-whoever-runs"))


@pytest.mark.parametrize(
    "name,workspace,first",
    [
        (
            "Ada",
            "North",
            [
                text("installed-hello", name=Quoted("Ada")),
                text("installed", workspace=Quoted("North")),
            ],
        ),
        ("", "", [text("installed-hello-bare"), text("installed-bare")]),
    ],
)
def test_the_installer_alone_reads_what_this_is_and_what_comes_next(
    name: str, workspace: str, first: list[object]
) -> None:
    said = installing.welcome_installer(name, workspace)
    assert [block.text for block in said.blocks[:2] if isinstance(block, Line)] == first
    assert keys(said)[2:] == [
        "installed-what",
        "installed-reps",
        "installed-channel",
        "installed-why",
    ]


def test_the_installer_reads_that_those_on_a_list_are_greeted() -> None:
    by_list = keys(installing.welcome_installer("Ada", "North", listed=True))
    assert by_list[2:4] == ["installed-what", "installed-reps-listed"]


@pytest.mark.parametrize(
    "name,line",
    [
        (
            "sales-north",
            text("channel-offer", team=Quoted("North"), channel=Quoted("sales-north")),
        ),
        ("", text("channel-offer-bare", team=Quoted("North"))),
    ],
)
def test_who_invited_the_coach_is_asked_whether_the_digest_belongs_there(
    name: str, line: object
) -> None:
    about = str(TEAM.id)
    yes = Tap(verb="digest_here", about=about, value="yes:C1")
    no = Tap(verb="digest_here", about=about, value="no")
    assert installing.channel_offer(TEAM, "C1", name) == message(
        Line(line),  # type: ignore[arg-type]  # a text
        Buttons(
            (
                Button(label=text("button-digest-here"), tap=yes, primary=True),
                Button(label=text("button-digest-not-here"), tap=no),
            )
        ),
        Small(text("channel-offer-why")),
    )


@pytest.mark.parametrize(
    "said,meant",
    [
        (
            installing.channel_taken("sales-north"),
            message(Line(text("channel-taken", channel=Quoted("sales-north")))),
        ),
        (installing.channel_taken(""), message(Line(text("channel-taken-bare")))),
        (installing.channel_left(), message(Line(text("channel-left")))),
        (
            installing.not_coached("Max"),
            message(Line(text("not-coached")), Line(text("ask-who-runs", who=Quoted("Max")))),
        ),
        (installing.not_coached(""), message(Line(text("not-coached")), ASK)),
        (
            installing.looks_after_it(),
            message(Line(text("looks-after-it")), Line(text("looks-after-it-hears"))),
        ),
        (installing.guest(), message(Line(text("guest-not-coached")), ASK)),
        (
            installing.channel_gone("sales-north", "channel-gone-archived"),
            message(
                Line(text("channel-gone", channel=Quoted("sales-north"))),
                Line(text("channel-gone-archived")),
                Line(text("channel-gone-mend")),
                Small(text("why-told-once")),
            ),
        ),
        (
            installing.channel_gone("", "channel-gone-removed", team="North"),
            message(
                Line(text("channel-gone-team", team=Quoted("North"))),
                Line(text("channel-gone-removed")),
                Line(text("channel-gone-mend")),
                Small(text("why-told-once")),
            ),
        ),
        (
            installing.channel_gone("", "no key of ours"),
            message(
                Line(text("channel-gone-bare")),
                Line(text("channel-gone-mend")),
                Small(text("why-told-once")),
            ),
        ),
        (
            installing.person_gone("Ada"),
            message(
                Line(text("person-gone", name=Quoted("Ada"))),
                Line(text("person-gone-kept")),
                Small(text("why-told-once")),
            ),
        ),
        (
            installing.person_gone(""),
            message(
                Line(text("person-gone-bare")),
                Line(text("person-gone-kept")),
                Small(text("why-told-once")),
            ),
        ),
    ],
)
def test_what_is_said_to_people_who_are_no_reps(said: Message, meant: Message) -> None:
    assert said == meant


def test_what_stands_beside_an_answer_is_one_line() -> None:
    assert installing.answered_privately() == text("answered-privately")
    assert installing.form_too_old() == text("form-too-old")
