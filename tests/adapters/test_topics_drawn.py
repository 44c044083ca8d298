"""Every page, form and message of the topics, full of long and hostile words, on both platforms.

Nothing is refused by the platform's documented limits, and nothing has to be left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

import pytest

from adapters.chat.slack import draw as slack
from adapters.chat.slack.forms import drawn_form as slack_form
from adapters.chat.teams import cards as teams
from adapters.chat.teams.forms import drawn_form as teams_form
from adapters.ports import Say
from bot.judges import plain
from bot.words import read
from coaching import topics
from coaching.actions import Decision, Edit, Send, ShowForm
from coaching.decide import decide
from coaching.events import Tapped
from coaching.forms import Form
from coaching.home import home
from coaching.messages import Buttons, Heading, Line, Message, Tap, text
from coaching.notes import Content, Note
from coaching.notes.needs import Need, NeedLabel, Weighing
from coaching.notes.objections import Objection
from coaching.notes.planner import Ally, Difficulty, Problem, Product, Solves
from coaching.notes.statements import Statement
from coaching.people import LANGUAGES
from coaching.turn import Situation
from tests.adapters.slack import documented as by_slack
from tests.adapters.teams import documented as by_teams
from tests.coaching.world import NOW, a_call, a_situation, at, says

ODD = (
    "<!channel> & *b* _i_ ~s~ `c` <https://x|y> [l](https://z) {{DATE(2026-01-01)}} <at>M</at>\n",
    "停机以后，早上的货怎么交？谁来跟客户解释呢？ ",
    "😀👩‍👩‍👧 \u202eright to left\u202c ",
    "&lt;!here&gt; \\ | # > 1. - ",
)
ROOM = 500
NEED_LABELS: tuple[NeedLabel, ...] = ("implied", "explicit", "neither")


def long(number: int, room: int = ROOM) -> str:
    """Words as long as they may be, each different from the others."""
    piece = ODD[number % len(ODD)]
    return f"{number} {piece * room}"[:room].strip()


def note(content: Content, number: int) -> Note:
    """A note about the sale to the first customer."""
    call = CALLS[0]
    return Note(
        id=uuid5(UUID(int=7), f"{type(content).__name__}/{number}"),
        rep_id=call.rep_id,
        author_id=call.rep_id,
        said_at=at("10:00", day=23).replace(minute=number % 60),
        content=content,
        opportunity_id=call.opportunity_id,
    )


def _calls() -> Iterator[Any]:
    people = tuple(long(n, 80) for n in range(12))
    for number in range(10):
        name = "Halden Paper" if number == 0 else f"{number} {long(number, 100)}"
        yield a_call(
            name,
            key=f"call-{number}",
            title=long(number, 200),
            people=people,
            starts_at=at("14:00", day=26 + number % 4).replace(minute=number),
            ends_at=at("15:00", day=26 + number % 4),
        )


CALLS = tuple(_calls())


def contents() -> Iterator[Content]:
    """What a rep may keep at most, and more of what has no limit."""
    for n in range(12):
        label = NEED_LABELS[n % 3]
        unsure = NEED_LABELS[1] if n % 4 == 0 else None
        yield Need(words=long(n), who=long(n, 100), label=label, second=unsure, question=long(n))
        yield Objection(
            words=long(n),
            label=("price", "value", "capability", "early", "other")[n % 5],
            who=long(n, 100),
            cause=("features", "unbuilt", "gap", "unknown")[n % 4],
        )
        yield Statement(text=long(n), label=("feature", "advantage", "benefit")[n % 3])
    for n in range(8):
        rows = tuple(Difficulty(text=long(n + 10 * k), question=long(n + k)) for k in range(5))
        yield Problem(text=long(n), difficulties=rows, payoff=long(n), deliver="yes")
        yield Ally(who=long(n, 100), will_say=long(n), question=long(n))
    for n in range(6):
        solves = tuple(
            Solves(problem=long(n + 10 * k), who=long(n), question=long(n)) for k in range(4)
        )
        yield Product(name=long(n, 80), solves=solves)
    yield Weighing(serious=long(1), cost=long(2), heavier="cost")


NOTES = tuple(note(content, number) for number, content in enumerate(contents()))


def full() -> Situation:
    """A rep with ten customers who keeps all that can be kept of one of them."""
    return a_situation(*CALLS, notes=NOTES, judge=plain())


def bare() -> Situation:
    """A rep with one call, who keeps nothing."""
    return a_situation(CALLS[0], judge=plain())


# ---- what is shown -----------------------------------------------------------------------------


def messages(decision: Decision) -> Iterator[Message]:
    yield from (one.message for one in decision.actions if isinstance(one, Send | Edit))


def asked(situation: Situation) -> Iterator[Decision]:
    """Every command of the topics, bare and about the customer of whom most is known."""
    for name in sorted(topics.COMMANDS):
        yield decide(says(f"/{name}"), situation)
        yield decide(says(f"/{name} halden"), situation)
        yield decide(says(f"/{name} halden: {long(3, 480)}"), situation)


def taps_of(shown: Message) -> Iterator[Tap]:
    rows = (block.buttons for block in shown.blocks if isinstance(block, Buttons))
    yield from (button.tap for row in rows for button in row)


def all_of(situation: Situation) -> tuple[tuple[Message, ...], tuple[Form, ...]]:
    """What the commands and the rep's page show, and what every button on it leads to."""
    first = [shown for one in asked(situation) for shown in messages(one)]
    first.append(home(situation))
    pressed = {tap for shown in first for tap in taps_of(shown)}
    later = [decide(Tapped(tap=tap), situation) for tap in sorted(pressed, key=repr)]
    second = [shown for one in later for shown in messages(one)]
    forms = [one.reply.form for one in later if isinstance(one.reply, ShowForm)]
    return (*first, *second), tuple(forms)


@pytest.fixture(scope="module", params=[full, bare])
def everything(request: pytest.FixtureRequest) -> tuple[tuple[Message, ...], tuple[Form, ...]]:
    return all_of(request.param())


@pytest.fixture(params=LANGUAGES)
def speak(request: pytest.FixtureRequest) -> Say:
    return read(strict=True).speaker(request.param, "Europe/Berlin", NOW)


def test_slack_takes_every_message(everything: Any, speak: Say) -> None:
    shown, _ = everything
    found = {
        fault
        for one in shown
        for fault in by_slack.faults(slack.drawn(one, speak).blocks, "message")
    }
    assert found == set()


def test_slack_takes_every_form(everything: Any, speak: Say) -> None:
    _, forms = everything
    assert forms
    found = {fault for one in forms for fault in by_slack.faults(slack_form(one, speak), "modal")}
    assert found == set()


def test_teams_takes_every_message(everything: Any, speak: Say) -> None:
    shown, _ = everything
    found = {fault for one in shown for fault in by_teams.faults(teams.drawn(one, speak))}
    assert found == set()


def test_teams_takes_every_form(everything: Any, speak: Say) -> None:
    _, forms = everything
    found = {fault for one in forms for fault in by_teams.faults(teams_form(one, speak))}
    assert found == set()


def test_nothing_has_to_be_left_out(everything: Any, speak: Say) -> None:
    shown, _ = everything
    more = speak.plain(text("more-left-out"))
    cut = {
        _first_key(one)
        for one in shown
        if more in json.dumps(slack.drawn(one, speak).blocks, ensure_ascii=False)
        or more in json.dumps(teams.drawn(one, speak), ensure_ascii=False)
    }
    assert cut == set()


def _first_key(shown: Message) -> str:
    return next(block.text.key for block in shown.blocks if isinstance(block, Heading | Line))


def test_slack_takes_the_reps_page_whole(speak: Say) -> None:
    view = slack.home_view(home(full()), speak)
    assert by_slack.faults(view, "home") == []
    assert speak.plain(text("more-left-out")) not in json.dumps(view, ensure_ascii=False)
