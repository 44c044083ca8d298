"""Needs and the value equation by form: new, from a call, changed, grown."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from coaching.actions import Reject, ShowForm
from coaching.decide import decide
from coaching.forms import ChoiceField, Form, TextField
from coaching.messages import Quoted, text
from coaching.notes import Note
from coaching.notes.needs import Need, Weighing
from coaching.topics import needs_form, weighing
from coaching.topics.noted import new_id
from tests.coaching.topics.selling import (
    HALDEN,
    LOSE,
    UNCLEAR,
    WISH,
    a_need,
    fresh,
    selling,
    submits,
    tap,
)
from tests.coaching.world import IMPLICATION, a_call, planned, said, saved

PLANNED = planned(HALDEN)
HERE = selling(PLANNED)
SALE = HALDEN.opportunity_id
ID = new_id("need", HERE)


def shown(about: object, *notes: Note, kind: str = "need") -> Form:
    reply = decide(tap("form", about, kind), selling(PLANNED, notes=notes)).reply
    assert isinstance(reply, ShowForm)
    return reply.form


def names(form: Form) -> list[str]:
    return [field.name for field in form.fields]


def initial(form: Form, name: str) -> object:
    return next(field.initial for field in form.fields if field.name == name)


def test_the_form_offers_the_people_of_the_calls_and_the_questions_of_the_plans() -> None:
    form = shown(SALE)
    assert names(form) == ["who", "who_else", "words", "asked", "question"]
    who, _, _, asked, _ = form.fields
    assert isinstance(who, ChoiceField)
    assert [one.value for one in who.options] == ["Jens Olt", "Mara Voss"]
    assert isinstance(asked, ChoiceField)
    assert [one.label for one in asked.options] == [text("option-words", words=Quoted(IMPLICATION))]


def test_where_the_calendar_names_nobody_who_said_it_is_a_text() -> None:
    alone = a_call(people=())
    form = needs_form.show(str(SALE), selling(alone))
    assert form is not None
    assert names(form) == ["who_else", "words", "question"]
    first = form.fields[0]
    assert isinstance(first, TextField)
    assert first.label == text("field-who")


def test_a_need_by_form_knows_the_question_that_drew_it_out() -> None:
    decision = decide(
        submits("need", SALE, who="Mara Voss", words=WISH, asked=str(HALDEN.id)), HERE
    )
    need = Need(words=WISH, who="Mara Voss", label="explicit", question=IMPLICATION)
    assert saved(decision, Note) == (fresh(need, ID),)
    assert said(decision)[0][0] == "needs-noted"


def test_what_is_written_counts_before_what_is_chosen() -> None:
    answers = {"who": "Mara Voss", "who_else": "Kim", "asked": str(HALDEN.id), "question": "And?"}
    (note,) = saved(decide(submits("need", SALE, words=WISH, **answers), HERE), Note)
    assert note.content == Need(words=WISH, who="Kim", label="explicit", question="And?")


def test_a_need_heard_in_a_call_belongs_to_that_call() -> None:
    (note,) = saved(decide(submits("need", HALDEN.id, words=WISH), HERE), Note)
    assert (note.call_id, note.opportunity_id) == (HALDEN.id, SALE)


def test_a_form_with_faults_stores_nothing() -> None:
    decision = decide(submits("need", SALE, words=" ", who="Nobody"), HERE)
    errors = {"words": text("error-required"), "who": text("error-choice")}
    assert (decision.reply, decision.saves) == (Reject(errors), ())


@pytest.mark.parametrize("kind", ["need", "turned", "weighing"])
def test_a_form_about_what_is_gone_is_answered(kind: str) -> None:
    gone = UUID(int=5)
    assert said(decide(submits(kind, gone, words=WISH), HERE)) == [["not-here-any-more"]]
    assert said(decide(tap("form", gone, kind), HERE)) == [["not-here-any-more"]]


def test_a_need_of_a_sale_that_is_gone_has_no_form() -> None:
    lost = replace(a_need(), opportunity_id=UUID(int=5))
    assert needs_form.show(str(lost.id), selling(notes=(lost,))) is None
    assert needs_form.show_turned(str(SALE), HERE) is None


# ---- changing ----------------------------------------------------------------------------------


def test_a_need_is_changed_under_its_id_and_read_anew_only_where_its_words_changed() -> None:
    kept = a_need(UNCLEAR, second="neither", question="Why?")
    form = shown(kept.id, kept)
    assert [initial(form, name) for name in ("who", "words", "question", "label")] == [
        "Jens Olt",
        UNCLEAR,
        "Why?",
        "implied",
    ]
    here = selling(notes=(kept,))
    same = decide(submits("need", kept.id, words=UNCLEAR, who="Mara Voss", label="implied"), here)
    assert saved(same, Note) == (
        replace(
            kept, content=Need(words=UNCLEAR, who="Mara Voss", label="implied", second="neither")
        ),
    )
    other = decide(submits("need", kept.id, words=WISH, label="implied"), here)
    assert saved(other, Note) == (replace(kept, content=Need(words=WISH, label="explicit")),)


def test_a_kind_chosen_in_the_form_is_the_reps_own_reading() -> None:
    kept = a_need(UNCLEAR, second="neither")
    decision = decide(
        submits("need", kept.id, words=UNCLEAR, label="explicit"), selling(notes=(kept,))
    )
    assert saved(decision, Note) == (replace(kept, content=Need(words=UNCLEAR, label="explicit")),)


def test_who_is_not_in_the_calls_stands_in_the_free_text() -> None:
    kept = a_need(who="the shift lead")
    form = shown(kept.id, kept)
    assert (initial(form, "who"), initial(form, "who_else")) == ("", "the shift lead")


# ---- growing -----------------------------------------------------------------------------------


def test_a_trouble_is_turned_into_a_wish_with_the_question_that_turned_it() -> None:
    kept = a_need()
    form = shown(kept.id, kept, kind="turned")
    assert form.intro == (text("turned-from", words=Quoted(LOSE)),)
    assert (names(form), initial(form, "who")) == (
        ["who", "who_else", "words", "asked", "question"],
        "Jens Olt",
    )
    decision = decide(
        submits("turned", kept.id, words=WISH, who="Jens Olt", question="What if not?"),
        selling(PLANNED, notes=(kept,)),
    )
    need = Need(
        words=WISH, who="Jens Olt", label="explicit", question="What if not?", grew_from=kept.id
    )
    assert saved(decision, Note) == (fresh(need, ID),)


def test_a_new_need_may_name_the_trouble_it_grew_from() -> None:
    kept = a_need()
    assert "grew_from" in names(shown(SALE, kept))
    decision = decide(
        submits("need", SALE, words=WISH, grew_from=str(kept.id)), selling(notes=(kept,))
    )
    (note,) = saved(decision, Note)
    assert note.content == Need(words=WISH, label="explicit", grew_from=kept.id)


def test_a_need_cannot_have_grown_from_itself_or_from_what_grew_of_it() -> None:
    root, child = a_need(), a_need("worse", 1, grew_from=a_need().id)
    other = a_need("else", 2)
    field = next(
        one for one in shown(root.id, root, child, other).fields if one.name == "grew_from"
    )
    assert isinstance(field, ChoiceField)
    assert [one.value for one in field.options] == [str(other.id)]
    form = shown(child.id, root, child, other)
    assert initial(form, "grew_from") == str(root.id)


# ---- the value equation ------------------------------------------------------------------------


def test_a_sale_is_weighed_once_and_can_be_weighed_anew() -> None:
    first = decide(submits("weighing", SALE, serious=" orders lost ", heavier="problem"), HERE)
    (note,) = saved(first, Note)
    assert note.content == Weighing(serious="orders lost", heavier="problem")
    assert said(first) == [["weighing-noted", "weighed-as-problem"]]
    here = selling(notes=(note,))
    form = weighing.form(str(SALE), here)
    assert form is not None
    assert [initial(form, name) for name in ("serious", "cost", "heavier")] == [
        "orders lost",
        "",
        "problem",
    ]
    (again,) = saved(decide(submits("weighing", SALE, cost="a week"), here), Note)
    assert (again.id, again.content) == (note.id, Weighing(cost="a week"))


def test_an_empty_scale_weighs_nothing() -> None:
    decision = decide(submits("weighing", SALE, serious=" "), HERE)
    assert decision.reply == Reject({"serious": text("error-required")})
    assert decision.saves == ()


def test_a_planned_question_of_a_call_that_is_gone_is_none() -> None:
    assert needs_form.planned(str(UUID(int=5)), HERE) == ""
