"""Taps and forms that nobody offered: foreign ids, other kinds of notes, values out of nowhere."""

from __future__ import annotations

from itertools import product

import pytest

from coaching import topics
from coaching.actions import Decision, Reject, ShowForm
from coaching.decide import decide
from coaching.events import Submitted, Tapped
from coaching.messages import Tap
from coaching.notes import Note
from coaching.turn import Situation
from tests.adapters.test_topics_drawn import bare, full
from tests.coaching.world import says

VERBS = sorted({verb for topic in topics.ALL for verb in topic.taps} | {"form", "sale"})
KINDS = sorted({kind for topic in topics.ALL for kind in topic.forms})
HERE = (full(), bare())
STRANGE = ("", "no-id", "\0", "9" * 400, "../..", "payoff:", "🙂:problem", "yes", "-1")


def abouts(situation: Situation) -> tuple[str, ...]:
    """Ids of all kinds of things, wrong for all verbs but a few, and none at all."""
    kinds = {type(note.content): str(note.id) for note in situation.notes}
    return (*STRANGE, *kinds.values(), str(situation.calls[0].id), str(situation.rep.id))


def is_answered(decision: Decision) -> bool:
    return bool(decision.actions) or isinstance(decision.reply, ShowForm | Reject)


@pytest.mark.parametrize("verb", VERBS)
def test_a_tap_that_nobody_offered_is_answered(verb: str) -> None:
    for here in HERE:
        for about, value in product(abouts(here), STRANGE):
            decision = decide(Tapped(tap=Tap(verb=verb, about=about, value=value)), here)
            assert is_answered(decision)


@pytest.mark.parametrize("kind", KINDS)
def test_a_form_with_values_out_of_nowhere_keeps_nothing_in_part(kind: str) -> None:
    for here in HERE:
        for about, value in product(abouts(here), ("\0", "x" * 40_000)):
            shown = decide(Tapped(tap=Tap(verb="form", about=about, value=kind)), here).reply
            names = [one.name for one in shown.form.fields] if isinstance(shown, ShowForm) else []
            event = Submitted(kind=kind, about=about, answers=dict.fromkeys(names, value))
            decision = decide(event, here)
            assert [one for one in decision.saves if isinstance(one, Note)] == []


@pytest.mark.parametrize("name", sorted(topics.COMMANDS))
@pytest.mark.parametrize("words", ["x" * 40_000, "a\0b", "\u202e", " \n\t ", "halden: \0", ":::"])
def test_a_command_with_words_of_any_kind_is_answered(name: str, words: str) -> None:
    for here in HERE:
        assert decide(says(f"/{name} {words}"), here).actions
