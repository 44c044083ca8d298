"""A rep who does anything at any time: the coach keeps its head and its promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import words
from coaching.actions import AskOpinion, Decision, Edit, Gather, Post, Reject, Send, ShowForm
from coaching.calls import Call
from coaching.decide import decide
from coaching.events import NudgeDue, RepEvent, Said, Submitted, Tapped
from coaching.ids import owner_of
from coaching.judge.rules import RuleJudge
from coaching.messages import Buttons, Chart, Message, Tap, Text
from coaching.nudges import pending
from coaching.people import LANGUAGES
from coaching.turn import Situation
from tests.coaching.world import (
    ADVANCE,
    IMPLICATION,
    PROBLEM,
    SELLER,
    a_rep,
    a_situation,
    an_entry,
    at,
    calendar_shows,
    edits,
    says,
    then,
)

ENTRIES = (
    an_entry(),
    an_entry("nord", title="Nordwind", starts_at=at("16:00"), ends_at=at("16:30")),
    an_entry("bare#1", title="Line 2", has_people=False, people=(), starts_at=at("15:30")),
    an_entry("weekly", occurrence="2", starts_at=at("12:00", day=27), ends_at=at("13:00", day=27)),
)
WORDS = (
    *(
        ADVANCE,
        SELLER,
        IMPLICATION,
        PROBLEM,
        "They sign the order",
        "They loved it",
        "line 2 stops",
    ),
    *("keep", "skip", "thanks", "no", "nothing new", "enough", "plan", "review", "week", "help"),
    *("Halden", "2", "/plan halden", "pause a week", "resume", "Nothing firm", "by Friday", "？"),
)


@cache
def judge() -> RuleJudge:
    return RuleJudge()


@dataclass(kw_only=True)
class Story:
    """What has happened so far, and what the rep has on their screen."""

    here: Situation
    buttons: list[tuple[str, Tap]] = field(default_factory=list)
    forms: list[ShowForm] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)

    def happens(self, event: RepEvent) -> Decision:
        """Decide, hold the decision against what is always true, and go on from there."""
        decision = decide(event, self.here)
        self.hold(event, decision)
        for action in messages_of(decision):
            self.buttons += [(action.id, tap) for tap in taps_of(action.message)]
        self.sent += [one.id for one in decision.actions if isinstance(one, Send)]
        self.forms += [decision.reply] if isinstance(decision.reply, ShowForm) else []
        self.here = then(self.here, decision, minutes=0)
        return decision

    def hold(self, event: RepEvent, decision: Decision) -> None:
        sends = [one for one in decision.actions if isinstance(one, Send)]
        mine = {str(call.id) for call in self.here.calls} | {str(a_rep().id)}
        assert all(owner_of(one.id) in mine for one in decision.actions if isinstance(one, Edit))
        # The three questions have one id a call: the outbox sends them once.
        assert not {one.id for one in sends if not one.id.endswith("/questions")} & set(self.sent)
        assert len({one.id for one in sends}) == len(sends)
        assert decision.actions or not isinstance(event, Said)
        assert all(before_kept(self.here, call) for call in saved_calls(decision))
        say_all(decision)


def saved_calls(decision: Decision) -> list[Call]:
    return [one for one in decision.saves if isinstance(one, Call)]


def before_kept(here: Situation, call: Call) -> bool:
    """A plan that was made is never lost, and a begun call is never called off."""
    known = here.call(str(call.id))
    if known is None:
        return True
    begun = here.now >= known.starts_at
    off = call.standing == "cancelled" and known.standing != "cancelled"
    return (call.plan.made or not known.plan.made) and not (begun and off)


def taps_of(message: Message) -> list[Tap]:
    rows = (block.buttons for block in message.blocks if isinstance(block, Buttons))
    return [button.tap for row in rows for button in row]


def say_all(decision: Decision) -> None:
    """Every text of a decision can be said in every language."""
    for language in LANGUAGES:
        speaker = words.read(strict=True).speaker(language, "Europe/Berlin", at("11:00"))
        for said in texts_of(decision):
            assert speaker.plain(said)


def messages_of(decision: Decision) -> list[Send | Edit | Post]:
    return [one for one in decision.actions if not isinstance(one, AskOpinion | Gather)]


def texts_of(decision: Decision) -> list[Text]:
    found: list[Text] = []
    for action in messages_of(decision):
        for block in action.message.blocks:
            assert not isinstance(block, Chart)
            buttons = block.buttons if isinstance(block, Buttons) else ()
            found += [button.label for button in buttons]
            found += [] if isinstance(block, Buttons) else [block.text]
    match decision.reply:
        case Reject(errors=errors):
            found += errors.values()
        case ShowForm(form=form):
            found += [form.title, form.submit, *form.intro, *(one.label for one in form.fields)]
        case _:
            pass
    return found


# ---- what a rep, a calendar and a clock may do -------------------------------------------------


Step = Callable[[Story], object]


def writes(text: str, source: str) -> Step:
    return lambda story: story.happens(says(text, source=source))


def changes(text: str, source: str) -> Step:
    return lambda story: story.happens(edits(source, text))


def presses(number: int) -> Step:
    """The rep taps a button of any message there ever was."""

    def step(story: Story) -> None:
        if story.buttons:
            message, tap = story.buttons[-1 - number % len(story.buttons)]
            story.happens(Tapped(tap=tap, message=message))

    return step


def fills(number: int, answers: tuple[str, ...]) -> Step:
    """The rep sends a form that was opened once."""

    def step(story: Story) -> None:
        if story.forms:
            form = story.forms[number % len(story.forms)].form
            given = dict(zip((one.name for one in form.fields), answers, strict=False))
            given |= {"held": "nothing"} if form.kind == "review" else {}
            story.happens(Submitted(kind=form.kind, about=form.about, answers=given))

    return step


def time_passes(minutes: int) -> Step:
    """The clock goes on, and what is due is said."""

    def step(story: Story) -> None:
        story.here = replace(story.here, now=story.here.now + timedelta(minutes=minutes))
        for nudge in pending(story.here).nudges:
            if nudge.at <= story.here.now:
                story.happens(NudgeDue(nudge=nudge))

    return step


def entry_moves(number: int, hours: int) -> Step:
    length = timedelta(hours=hours)
    moved = [
        replace(one, starts_at=one.starts_at + length, ends_at=one.ends_at + length)
        if place == number
        else one
        for place, one in enumerate(ENTRIES)
    ]
    return lambda story: story.happens(calendar_shows(*moved))


def entry_goes(number: int) -> Step:
    left = [one for place, one in enumerate(ENTRIES) if place != number]
    return lambda story: story.happens(calendar_shows(*left))


sources = st.sampled_from(["1", "2", "3", ""])
steps = st.one_of(
    st.builds(writes, st.sampled_from(WORDS), sources),
    st.builds(changes, st.sampled_from(WORDS), sources),
    st.builds(presses, st.integers(0, 40)),
    st.builds(presses, st.integers(0, 40)),
    st.builds(fills, st.integers(0, 5), st.tuples(*[st.sampled_from(WORDS)] * 4)),
    st.builds(time_passes, st.sampled_from([5, 45, 180, 900])),
    st.builds(entry_moves, st.integers(0, 3), st.integers(-3, 30)),
    st.builds(entry_goes, st.integers(0, 3)),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(steps, min_size=3, max_size=25))
def test_whatever_a_rep_does_the_coach_answers_and_loses_nothing(happenings: list[Step]) -> None:
    story = Story(here=a_situation(judge=judge()))
    story.happens(calendar_shows(*ENTRIES))
    for step in happenings:
        step(story)
