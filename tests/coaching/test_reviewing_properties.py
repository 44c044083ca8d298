"""Whatever a rep does after a call, in whatever order: what always holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from coaching.actions import Send
from coaching.calls import Review
from coaching.decide import decide
from coaching.events import RepEvent
from coaching.reviewing import is_open
from coaching.turn import Situation
from tests.coaching.world import a_call, call_in, says, then
from tests.coaching.world_after import (
    CLEAR,
    DATED,
    DAYLESS,
    PERHAPS,
    REFUSED,
    SIGNED,
    VAGUE,
    WARM,
    after_the_call,
    asked_after,
    form,
    live,
    promised,
    tap,
)

HELD = ("agreed", "fallback", "signed", "nothing", "refused", "not_held")
WORDS = (DATED, DAYLESS, WARM, PERHAPS, REFUSED, SIGNED)
LEARNED = (CLEAR, "Jens decides alone", "Ask who else pays")


def same(given: Review) -> Review:
    """A review without the traces of the way it was given."""
    return replace(given, passed=(), done=True, reviewed_at=None)


def by_chat(held: str, words: str, learned: tuple[str, ...], *, share: bool) -> Situation:
    situation = live(after_the_call(asked_after()), tap("held", held))
    if held == "other":
        situation = live(situation, says(words))
    if situation.conversation.focus and situation.conversation.focus.field == "by":
        situation = live(situation, tap("by"))
    if held != "not_held" and call_in(situation, a_call()).review.outcome is not None:
        situation = live(situation, *(says(one) for one in learned))
    return live(situation, tap("share", "yes")) if share else situation


def by_form(held: str, words: str, learned: tuple[str, ...], *, share: bool) -> Situation:
    answers = dict(zip(("differently", "account", "elsewhere"), learned, strict=True))
    sent = form(held=held, happened=words, **answers, share="yes" if share else "")
    return live(after_the_call(asked_after()), sent)


@given(
    held=st.sampled_from([one for one in HELD if one != "not_held"]),
    share=st.booleans(),
    learned=st.permutations(LEARNED),
)
def test_by_form_and_by_chat_a_tap_and_three_answers_make_the_same_review(
    held: str, share: bool, learned: list[str]
) -> None:
    chat = by_chat(held, "", tuple(learned), share=share)
    sent = by_form(held, "", tuple(learned), share=share)
    assert same(call_in(chat, a_call()).review) == same(call_in(sent, a_call()).review)
    assert promised(chat) == promised(sent)


@given(words=st.sampled_from([DATED, DAYLESS, SIGNED]), share=st.booleans())
def test_by_form_and_by_chat_an_outcome_in_words_makes_the_same_review(
    words: str, share: bool
) -> None:
    chat = by_chat("other", words, LEARNED, share=share)
    sent = by_form("other", words, LEARNED, share=share)
    assert same(call_in(chat, a_call()).review) == same(call_in(sent, a_call()).review)
    assert promised(chat) == promised(sent)


_TAPS = st.one_of(
    st.builds(tap, st.just("held"), st.sampled_from([*HELD, "other", "x"])),
    st.builds(tap, st.just("decide"), st.sampled_from(["advance", "continuation", "order"])),
    st.builds(tap, st.just("by"), st.sampled_from(["", "2026-11-27", "9999-12-31", "x"])),
    st.builds(tap, st.sampled_from(["more", "nothing_new", "enough", "review"])),
    st.builds(tap, st.just("share"), st.sampled_from(["yes", "no", "x"])),
    st.builds(tap, st.just("asked"), st.sampled_from(["none", "many", "x"])),
    st.builds(tap, st.just("snooze_review"), st.sampled_from(["1h", "tomorrow", "x"])),
)
_TEXTS = st.builds(
    says, st.sampled_from([*WORDS, CLEAR, VAGUE, "Friday", "no", "yes", "done", "nothing new"])
)
_FORMS = st.builds(
    form,
    held=st.sampled_from([*HELD, "other", ""]),
    happened=st.sampled_from(["", *WORDS]),
    by=st.sampled_from(["", "2026-12-01", "2020-01-01"]),
    account=st.sampled_from(["", VAGUE, CLEAR]),
    elsewhere=st.sampled_from(["", CLEAR]),
    share=st.sampled_from(["", "yes"]),
)
_EVENTS = st.lists(st.one_of(_TAPS, _TEXTS, _FORMS), max_size=12)
_AT_ONCE = {"signed": "order", "nothing": "continuation", "refused": "no_sale", "not_held": None}


@settings(max_examples=150, deadline=None)
@given(events=_EVENTS)
def test_in_whatever_order_the_answers_agree_with_each_other(events: list[RepEvent]) -> None:
    situation = live(after_the_call(asked_after()), *events)
    given = call_in(situation, a_call()).review
    if given.held in _AT_ONCE:
        assert given.outcome == _AT_ONCE[given.held]
    if given.share:
        assert given.elsewhere
    if given.held is None:
        assert given == Review(asked=given.asked)
    if promised(situation):
        assert (given.outcome, given.happened) == ("advance", promised(situation)[0][0])
    assert len(promised(situation)) <= 1


@settings(max_examples=100, deadline=None)
@given(events=_EVENTS)
def test_one_turn_never_sends_two_messages_under_one_name(events: list[RepEvent]) -> None:
    situation = after_the_call(asked_after())
    for event in events:
        decision = decide(event, situation)
        names = [one.id for one in decision.actions if isinstance(one, Send)]
        assert len(names) == len(set(names))
        situation = then(situation, decision)


@settings(max_examples=60, deadline=None)
@given(events=_EVENTS, days=st.integers(min_value=12, max_value=29))
def test_once_closed_nothing_changes_a_review(events: list[RepEvent], days: int) -> None:
    situation = live(after_the_call(asked_after()), *events)
    late = replace(situation, now=situation.now + timedelta(days=days))
    if is_open(call_in(late, a_call()), late):  # a snooze holds it open
        return
    after = live(late, *events)
    before, now = call_in(late, a_call()), call_in(after, a_call())
    assert (before.review, promised(late)) == (now.review, promised(after))
