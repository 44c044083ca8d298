"""A text that noted something is edited or deleted: needs, objections, what a rep plans to say."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from coaching.actions import Decision
from coaching.decide import decide
from coaching.events import Deleted
from coaching.messages import Line, Quoted, message, text
from coaching.notes import Content, Forgotten
from coaching.notes.needs import Need
from coaching.notes.objections import Objection
from coaching.notes.statements import Statement
from coaching.turn import Situation
from tests.coaching.topics.selling import (
    CAN,
    FACT,
    HALDEN,
    LOSE,
    NORDWERK,
    PRICE,
    UNCLEAR,
    WISH,
    WORTH,
    sale,
    selling,
    submits,
    tap,
)
from tests.coaching.world import edits, keys, play, said, saved, says, shown

NONE: list[Content] = []


def kept(situation: Situation) -> list[Content]:
    return [note.content for note in situation.notes]


def told(words: str, *more: str) -> Situation:
    """Ada has written that about Halden Paper, in a text that her platform calls m1."""
    text_ = "\n".join((words, *more))
    return play(selling(), says(text_, source="m1"))[1]


def edited(situation: Situation, words: str) -> tuple[Decision, Situation]:
    return play(situation, edits("m1", words))


def deleted(situation: Situation) -> tuple[Decision, Situation]:
    return play(situation, Deleted(source="m1"))


def dropped(*words: str) -> dict[str, object]:
    lines = (Line(text("dropped", words=Quoted(one))) for one in words)
    return {"said": message(*lines)}


def only(decision: Decision) -> dict[str, object]:
    """The one message that is edited."""
    (now,) = shown(decision).values()
    return {"said": now}


# ---- needs -------------------------------------------------------------------------------------


def test_an_edited_need_is_read_anew_and_its_answer_shows_it() -> None:
    before = told(f"needs halden: Jens: {LOSE}")
    decision, after = edited(before, f"needs halden: Mara: {WISH}")
    assert kept(before) == [Need(words=LOSE, who="Jens Olt")]
    assert kept(after) == [Need(words=WISH, who="Mara Voss", label="explicit")]
    assert [note.id for note in after.notes] == [note.id for note in before.notes]
    ((id_, now),) = shown(decision).items()
    assert id_ == f"{before.rep.id}/need/7"
    assert keys(now) == ["needs-noted", "need-said", "judge-rule-need-want", "needs-unheard"]
    assert said(decision) == []


def test_who_said_it_can_be_put_right_and_the_reps_own_reading_stays() -> None:
    before = told(f"needs halden: Jens: {LOSE}")
    _, seen = play(before, tap("need_as", before.notes[0].id, "explicit"))
    _, after = edited(seen, f"needs halden: Mara: {LOSE}")
    assert kept(after) == [Need(words=LOSE, who="Mara Voss", label="explicit")]


def test_lines_that_an_edit_adds_are_noted_and_those_it_takes_away_forgotten() -> None:
    before = told(f"needs halden: {LOSE}", WISH)
    _, longer = edited(before, f"needs halden: {LOSE}\n{WISH}\n{FACT}")
    labels = [(one.words, one.label) for one in kept(longer) if isinstance(one, Need)]
    assert labels == [(LOSE, "implied"), (WISH, "explicit"), (FACT, "neither")]
    _, shorter = edited(longer, f"needs halden: {LOSE}")
    assert kept(shorter) == [Need(words=LOSE)]


def test_an_edit_may_name_another_customer() -> None:
    here = selling(HALDEN, NORDWERK)
    _, before = play(here, says(f"needs halden: {LOSE}", source="m1"))
    _, after = edited(before, f"needs nordwerk: {LOSE}")
    assert [one.opportunity_id for one in after.notes] == [sale(here, NORDWERK).id]
    _, unnamed = edited(after, f"needs: {WISH}")
    assert [one.opportunity_id for one in unnamed.notes] == [sale(here, NORDWERK).id]


def test_an_edit_that_changes_nothing_says_nothing() -> None:
    before = told(f"needs halden: {UNCLEAR}")
    decision, after = edited(before, f"needs halden:  {UNCLEAR}")
    assert (decision.actions, after.notes) == ((), before.notes)


def test_an_edit_with_too_many_lines_changes_nothing_and_names_the_limit() -> None:
    before = told(f"needs halden: {LOSE}")
    decision, after = edited(before, "needs halden: a" + "\na" * 10)
    assert (said(decision), after.notes) == ([["needs-too-many"]], before.notes)


@pytest.mark.parametrize("words", ["thank you", "needs halden", f"objection halden: {PRICE}"])
def test_what_an_edit_does_not_say_any_more_stays_noted_and_that_is_said(words: str) -> None:
    before = told(f"needs halden: {LOSE}")
    decision, after = edited(before, words)
    assert (said(decision), after.notes) == ([["stays-noted"]], before.notes)


def test_a_deleted_text_takes_back_all_the_needs_it_told() -> None:
    before = told(f"needs halden: {LOSE}", WISH)
    decision, after = deleted(before)
    assert saved(decision, Forgotten) == tuple(Forgotten(id=one.id) for one in before.notes)
    assert (kept(after), only(decision)) == (NONE, dropped(LOSE, WISH))
    again, _ = deleted(after)
    assert (again.actions, saved(again, Forgotten)) == ((), ())


def test_a_text_that_is_restored_notes_it_again() -> None:
    _, gone = deleted(told(f"needs halden: {LOSE}"))
    decision, after = edited(gone, f"needs halden: {LOSE}")
    assert kept(after) == [Need(words=LOSE)]
    assert said(decision)[0][0] == "needs-noted"
    _, anew = edited(after, f"needs halden: {WISH}")
    assert kept(anew) == [Need(words=WISH, label="explicit")]


def test_what_a_form_said_anew_is_not_the_texts_any_more() -> None:
    before = told(f"needs halden: {LOSE}")
    about = before.notes[0].id
    _, same = play(before, submits("need", about, words=LOSE, label="implied"))
    assert same.conversation.answered == before.conversation.answered
    _, filled = play(before, submits("need", about, words=WISH, label="implied"))
    decision, after = deleted(filled)
    assert (decision.actions, kept(after)) == ((), [Need(words=WISH, label="explicit")])


def test_a_text_without_an_id_is_not_remembered() -> None:
    _, after = play(selling(), says(f"needs halden: {LOSE}"), says("needs halden", source="m1"))
    assert dict(after.conversation.answered) == {}


def test_a_note_of_somebody_else_is_not_changed() -> None:
    before = told(f"needs halden: {LOSE}")
    others = tuple(replace(one, author_id=UUID(int=99)) for one in before.notes)
    assert decide(Deleted(source="m1"), replace(before, notes=others)).actions == ()


# ---- objections --------------------------------------------------------------------------------


def test_an_edited_objection_is_read_anew_with_its_cause() -> None:
    before = told(f"objection halden: Jens: {PRICE}")
    decision, after = edited(before, f"objection halden: Mara: {CAN}")
    assert kept(after) == [Objection(words=CAN, label="capability", who="Mara Voss", cause="gap")]
    ((id_, now),) = shown(decision).items()
    assert id_ == f"{before.rep.id}/objection-new/7"
    assert keys(now)[2] == "objection-about-capability"


def test_an_objection_seen_otherwise_and_when_it_came_outlast_an_edit_of_who_said_it() -> None:
    before = told(f"objection halden: Jens: {PRICE}")
    about = before.notes[0].id
    _, seen = play(
        before, tap("objection_as", about, "value"), tap("objection_when", about, "start")
    )
    _, after = edited(seen, f"objection halden: Mara: {PRICE}")
    (one,) = kept(after)
    assert one == Objection(
        words=PRICE, label="value", when="start", who="Mara Voss", cause="too_early"
    )
    decision, _ = edited(after, f"objection halden: Mara: {PRICE}")
    assert decision.actions == ()


def test_an_objection_is_taken_back_with_its_text_and_stays_where_none_is_said() -> None:
    before = told(f"objection halden: {WORTH}")
    assert said(edited(before, "objection halden")[0]) == [["stays-noted"]]
    decision, after = deleted(before)
    assert (kept(after), only(decision)) == (NONE, dropped(WORTH))


# ---- statements --------------------------------------------------------------------------------


def test_an_edited_statement_is_held_against_the_needs_anew() -> None:
    before = told("say halden: It has 24 sensors")
    first = kept(before)
    assert [one.text for one in first if isinstance(one, Statement)] == ["It has 24 sensors"]
    decision, after = edited(before, "say halden: It has 12 sensors")
    (one,) = kept(after)
    assert isinstance(one, Statement)
    assert one.text == "It has 12 sensors"
    ((id_, now),) = shown(decision).items()
    assert (id_, keys(now)[0]) == (f"{before.rep.id}/say-new/7", "needs-noted")


def test_a_statement_stays_as_it_is_seen_and_is_taken_back_with_its_text() -> None:
    before = told("say halden: It has 24 sensors")
    same, _ = edited(before, "say halden: It has 24 sensors")
    assert same.actions == ()
    assert said(edited(before, "say halden")[0]) == [["stays-noted"]]
    decision, after = deleted(before)
    assert (kept(after), only(decision)) == (NONE, dropped("It has 24 sensors"))


# ---- a sale that is gone -----------------------------------------------------------------------


@pytest.mark.parametrize("command", ["needs", "objection", "say"])
def test_without_its_sale_a_note_stays_as_it_was(command: str) -> None:
    before = replace(told(f"{command} halden: {LOSE}"), calls=())
    decision, after = edited(before, f"{command} {WISH}")
    assert (said(decision), after.notes) == ([["stays-noted"]], before.notes)
