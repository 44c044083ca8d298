"""Who argues for the rep inside a customer: named, given words and a question, shown in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from coaching.actions import Decision, Reject, ShowForm
from coaching.calls import Opportunity, Review
from coaching.conversation import Conversation, Talk
from coaching.decide import decide
from coaching.events import Commanded, Submitted, Tapped
from coaching.messages import Heading, Line, Quoted, Tap, Text, text
from coaching.notes import Forgotten, Note
from coaching.notes.planner import Ally
from coaching.topics import allies, allies_view
from coaching.turn import Situation
from tests.coaching.world import (
    IMPLICATION,
    NOW,
    FixedJudge,
    a_call,
    a_rep,
    a_situation,
    a_verdict,
    an_opportunity,
    at,
    offered,
    play,
    said,
    saved,
    says,
    sends,
    with_size,
)

WORDS = "fewer night stops pay for it in a year"
REHEARSE = "When you tell the board without me, what will you say?"
UNSURE = "Changeovers?"
JUDGE = FixedJudge(
    known={
        **FixedJudge().known,
        ("question", REHEARSE): a_verdict("question", "need_payoff", "what will you say"),
    }
)
SALE = an_opportunity(size="large")
ABOUT = str(SALE.id)
CALL = a_call(people=("Jens Olt", "Mara Voss"))
EARLIER = a_call(
    key="halden-0", starts_at=at("14:00", day=20), ends_at=at("15:00", day=20), people=()
)


def a_note(who: str = "Mara Voss", number: int = 1, **known: str) -> Note:
    return Note(
        id=UUID(int=300 + number),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW + timedelta(seconds=number),
        content=Ally(who=who, **known),
        opportunity_id=SALE.id,
    )


def here(*notes: Note, talk: Talk | None = None) -> Situation:
    conversation = Conversation(rep_id=a_rep().id, version=7, talk=talk)
    return a_situation(CALL, judge=JUDGE, notes=notes, conversation=conversation)


def later(*notes: Note) -> Situation:
    """A second call is ahead, the first one is over."""
    return a_situation(EARLIER, CALL, judge=JUDGE, notes=notes)


def tap(verb: str, about: Note | str, value: str = "") -> Tapped:
    id_ = about if isinstance(about, str) else str(about.id)
    return Tapped(tap=Tap(verb=verb, about=id_, value=value))


def ally(decision: Decision) -> Ally:
    content = saved(decision, Note)[-1].content
    assert isinstance(content, Ally)
    return content


def told(decision: Decision) -> list[Text]:
    (sent,) = sends(decision)
    return [one.text for one in sent.message.blocks if isinstance(one, Line | Heading)]


# ---- in chat -----------------------------------------------------------------------------------


def test_who_what_they_will_say_and_a_question_are_asked_one_by_one_and_kept() -> None:
    first, now = play(here(), says("inside halden"))
    assert told(first) == [text("inside-ask-who", customer=Quoted("Halden Paper"))]
    assert [verb for verb, _ in offered(sends(first)[0])] == ["inside_who"] * 2
    second, now = play(now, says("mara"))
    (note,) = saved(second, Note)
    assert note == Note(
        id=note.id,
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW + timedelta(minutes=1),
        content=Ally(who="Mara Voss"),
        opportunity_id=SALE.id,
    )
    assert told(second) == [text("inside-ask-words", who=Quoted("Mara Voss"))]
    third, now = play(now, says(WORDS))
    assert ally(third) == Ally(who="Mara Voss", will_say=WORDS)
    assert said(third) == [["inside-ask-question"]]
    fourth, now = play(now, says(REHEARSE))
    assert ally(fourth) == Ally(who="Mara Voss", will_say=WORDS, question=REHEARSE)
    assert said(fourth) == [["inside-good", "inside-says", "inside-question"]]
    assert now.conversation.talk is None


@pytest.mark.parametrize(
    "line", [f"inside halden: Mara: {WORDS}", f"内部支持 Halden Paper：Mara：{WORDS}"]
)
def test_all_in_one_line_is_kept_and_the_question_asked_for(line: str) -> None:
    decision = decide(says(line), here())
    assert ally(decision) == Ally(who="Mara Voss", will_say=WORDS)
    assert said(decision) == [["inside-ask-question"]]


def test_who_has_words_already_is_asked_for_the_question() -> None:
    note = a_note(will_say=WORDS)
    decision = decide(says("inside halden mara voss"), here(note))
    assert (said(decision), saved(decision, Note)) == ([["inside-ask-question"]], (note,))


def test_a_name_with_words_in_the_talk_takes_both() -> None:
    _, now = play(here(), says("inside"))
    decision = decide(says(f"Piet: {WORDS}"), now)
    assert ally(decision) == Ally(who="Piet", will_say=WORDS)


def test_words_and_question_may_be_skipped_and_who_has_no_words_is_shown_so() -> None:
    decision, now = play(here(), says("inside halden: Piet"), says("skip"))
    assert said(decision) == [["inside-ask-question"]]
    bare, now = play(now, says("跳过"))
    assert (said(bare), now.conversation.talk) == ([["inside-bare"]], None)
    assert now.notes[0].content == Ally(who="Piet")


def test_a_closing_word_ends_it_with_how_it_stands() -> None:
    note = a_note(will_say=WORDS)
    decision = decide(says("enough"), here(note, talk=talks(note, "question")))
    assert (said(decision), saved(decision, Note)) == ([["inside-says"]], ())


@pytest.mark.parametrize("words", ["none", "Nobody yet.", "没人"])
def test_nobody_is_an_answer_that_gets_a_question_back(words: str) -> None:
    decision, now = play(here(), says("inside"), says(words))
    assert told(decision) == [text("inside-nobody", customer=Quoted("Halden Paper"))]
    assert now.conversation.talk is None


def talks(about: Note | str, asks: str) -> Talk:
    id_ = about if isinstance(about, str) else str(about.id)
    return Talk(topic="ally", about=id_, asks=asks)


@pytest.mark.parametrize(
    "asks,key",
    [
        ("who", "inside-ask-who"),
        ("words", "inside-ask-words"),
        ("question", "inside-ask-question"),
    ],
)
def test_who_asks_what_is_meant_is_asked_again(asks: str, key: str) -> None:
    note = a_note()
    talk = talks(ABOUT if asks == "who" else note, asks)
    decision = decide(says("what do you mean?"), here(note, talk=talk))
    assert (said(decision), saved(decision, Note)) == ([[key]], ())


@pytest.mark.parametrize("asks", ["who", "words"])
def test_a_talk_about_what_is_gone_ends(asks: str) -> None:
    decision, now = play(here(talk=talks("gone", asks)), says("Mara"))
    assert (said(decision), now.conversation.talk) == ([["not-here-any-more"]], None)


def test_another_kind_of_question_is_kept_and_told_what_is_wanted() -> None:
    note = a_note(will_say=WORDS)
    decision = decide(says(IMPLICATION), here(note, talk=talks(note, "question")))
    assert ally(decision).question == IMPLICATION
    assert said(decision) == [
        ["feedback-question", "inside-wanted", "inside-says", "inside-question"]
    ]
    assert offered(sends(decision)[0]) == [("inside_question", ""), ("sale", "inside")]


def test_where_the_judge_is_not_sure_the_rep_says_which_reading_is_meant() -> None:
    note = a_note()
    unsure, now = play(here(note, talk=talks(note, "question")), says(UNSURE))
    assert said(unsure)[0][0] == "two-ways-question"
    assert offered(sends(unsure)[0])[:2] == [
        ("inside_read", "ally:problem"),
        ("inside_read", "ally:implication"),
    ]
    read = decide(tap("inside_read", note, "ally:implication"), now)
    assert ally(read).read_as == "implication"
    assert said(read) == [["feedback-question", "inside-wanted"]]


def test_names_and_words_that_are_too_long_are_refused_with_the_limit() -> None:
    long_name = decide(Commanded(name="inside", words="halden " + "x" * 101), here())
    assert told(long_name) == [text("error-too-long", length=101, limit=100)]
    words = decide(Commanded(name="inside", words="halden Mara: " + "x" * 501), here())
    assert told(words) == [text("error-too-long", length=501, limit=500)]
    in_talk = decide(says("x" * 101), here(talk=talks(ABOUT, "who")))
    assert told(in_talk) == [text("error-too-long", length=101, limit=100)]


# ---- the page ----------------------------------------------------------------------------------


def test_the_page_shows_each_with_words_and_question_and_who_has_none() -> None:
    notes = (
        a_note(will_say=WORDS, question=REHEARSE),
        a_note("Piet", 2),
        a_note("Ina", 3, question=REHEARSE),
    )
    decision = decide(says("inside"), here(*notes))
    rehearse = text("inside-question", question=Quoted(REHEARSE))
    assert told(decision) == [
        text("inside-heading", customer=Quoted("Halden Paper")),
        text("inside-says", who=Quoted("Mara Voss"), words=Quoted(WORDS)),
        rehearse,
        text("inside-bare", who=Quoted("Piet")),
        text("inside-bare", who=Quoted("Ina")),
        rehearse,
    ]
    own = [("form", "ally"), ("inside_drop", "")]
    words, question = ("inside_words", ""), ("inside_question", "")
    add = [("inside_who", ""), ("form", "ally")]
    assert offered(sends(decision)[0]) == [*own, words, question, *own, words, *own, *add]


@pytest.mark.parametrize("size,small", [("large", False), (None, False), ("small", True)])
def test_in_a_small_sale_the_page_says_that_one_can_do_without(
    size: str | None, small: bool
) -> None:
    sale: Opportunity = replace(SALE, size=size)  # type: ignore[arg-type]  # a test's own word
    page = allies_view.page(sale, here())
    keys = [one.text.key for one in page.blocks if isinstance(one, Line | Heading)]
    assert keys == ["inside-heading", "inside-none", *(["inside-small"] if small else [])]


def test_with_several_customers_it_asks_which() -> None:
    nord = a_call("Nord Steel", key="nord")
    both = a_situation(CALL, nord)
    decision = decide(says("inside"), both)
    assert (said(decision), offered(sends(decision)[0])) == (
        [["which-sale"]],
        [("sale", "inside")] * 2,
    )
    chosen = decide(tap("sale", ABOUT, "inside"), both)
    assert told(chosen) == [text("inside-ask-who", customer=Quoted("Halden Paper"))]


def test_a_person_from_the_calendar_is_taken_by_a_tap_once() -> None:
    first, now = play(here(), says("inside"))
    mara = offered(sends(first)[0])[1][1]
    taken, now = play(now, tap("inside_who", ABOUT, mara))
    assert ally(taken) == Ally(who="Mara Voss")
    again = decide(tap("inside_who", ABOUT, mara), now)
    assert said(again) == [["not-here-any-more"]]
    asks = decide(tap("inside_who", ABOUT), now)
    assert len(offered(sends(asks)[0])) == 1


def test_with_nobody_in_the_calendar_nobody_is_on_offer() -> None:
    alone = replace(here(), calls=(replace(CALL, people=()),))
    assert offered(sends(decide(says("inside"), alone))[0]) == []


def test_five_people_are_the_limit() -> None:
    full = here(*(a_note(f"P{n}", n) for n in range(5)))
    for event in (tap("inside_who", ABOUT), says("inside halden: Piet")):
        decision = decide(event, full)
        assert (told(decision), saved(decision, Note)) == ([text("inside-full", most=5)], ())
    assert ("inside_who", "") not in offered(sends(decide(says("inside"), full))[0])
    assert decide(submits(ABOUT, who="Piet"), full).reply == Reject(
        {"who": text("inside-full", most=5)}
    )


def test_words_and_question_are_asked_for_by_a_tap() -> None:
    note = a_note()
    assert said(decide(tap("inside_words", note), here(note))) == [["inside-ask-words"]]
    assert said(decide(tap("inside_question", note), here(note))) == [["inside-ask-question"]]


def test_somebody_is_taken_off_by_a_second_tap() -> None:
    note = a_note()
    sure, now = play(here(note), tap("inside_drop", note))
    assert told(sure) == [text("inside-drop-ask", who=Quoted("Mara Voss"))]
    assert offered(sends(sure)[0]) == [("inside_drop", "yes"), ("sale", "inside")]
    off, now = play(now, tap("inside_drop", note, "yes"))
    assert (saved(off, Forgotten), said(off)) == ((Forgotten(id=note.id),), [["inside-dropped"]])


@pytest.mark.parametrize(
    "verb,value",
    [
        ("inside_who", ""),
        ("inside_words", ""),
        ("inside_question", ""),
        ("inside_read", "ally:implication"),
        ("inside_drop", "yes"),
    ],
)
def test_a_tap_on_what_is_gone_is_answered(verb: str, value: str) -> None:
    decision = decide(tap(verb, "gone", value), here())
    assert (said(decision), decision.saves) == ([["not-here-any-more"]], ())


@pytest.mark.parametrize("value", ["ally:implication", "ally:lovely"])
def test_a_reading_of_no_question_or_of_no_kind_is_answered(value: str) -> None:
    note = a_note(question="" if "implication" in value else UNSURE)
    decision = decide(tap("inside_read", note, value), here(note))
    assert said(decision) == [["not-here-any-more"]]


# ---- by form -----------------------------------------------------------------------------------


def submits(about: str, **answers: str) -> Submitted:
    return Submitted(kind="ally", about=about, answers=answers)


def test_the_form_shows_what_is_kept() -> None:
    note = a_note(will_say=WORDS, question=REHEARSE)
    reply = decide(tap("form", note, "ally"), here(note)).reply
    assert isinstance(reply, ShowForm)
    assert {one.name: one.initial for one in reply.form.fields} == {
        "who": "Mara Voss",
        "will_say": WORDS,
        "question": REHEARSE,
    }
    new = decide(tap("form", ABOUT, "ally"), here(note)).reply
    assert isinstance(new, ShowForm)
    assert [one.initial for one in new.form.fields] == ["", "", ""]
    assert said(decide(tap("form", "gone", "ally"), here())) == [["not-here-any-more"]]


def test_somebody_by_form_is_kept_and_the_question_judged() -> None:
    answers = {"who": "Piet", "will_say": WORDS, "question": REHEARSE}
    decision, now = play(here(talk=talks(ABOUT, "who")), submits(ABOUT, **answers))
    (note,) = saved(decision, Note)
    assert note.content == Ally(who="Piet", will_say=WORDS, question=REHEARSE)
    assert note.opportunity_id == SALE.id
    assert saved(decide(submits(ABOUT, **answers), here()), Note) == (note,)
    assert said(decision) == [["inside-good", "inside-says", "inside-question"]]
    assert now.conversation.talk is None


@pytest.mark.parametrize("question,read_as", [(UNSURE, "need_payoff"), ("", "")])
def test_a_question_that_stays_is_not_judged_again(question: str, read_as: str) -> None:
    note = a_note(question=UNSURE, read_as="need_payoff")
    decision = decide(submits(str(note.id), who="Mara V.", question=question), here(note))
    assert ally(decision) == Ally(who="Mara V.", question=question, read_as=read_as)
    assert said(decision)[0][0] == "inside-bare"


@pytest.mark.parametrize(
    "answers,errors",
    [
        ({}, {"who": text("error-required")}),
        ({"who": "mara voss"}, {"who": text("error-inside-known")}),
        (
            {"who": "P" * 101, "question": "q" * 501},
            {
                "who": text("error-too-long", length=101, limit=100),
                "question": text("error-too-long", length=501, limit=500),
            },
        ),
    ],
)
def test_what_cannot_be_taken_is_an_error_at_its_field(
    answers: dict[str, str], errors: dict[str, Text]
) -> None:
    decision = decide(submits(ABOUT, **answers), here(a_note()))
    assert (decision.reply, decision.saves) == (Reject(errors), ())
    assert said(decide(submits("gone", who="x"), here())) == [["not-here-any-more"]]


# ---- in the prompt -----------------------------------------------------------------------------


def before(situation: Situation) -> list[Text]:
    return [one.text for one in allies.TOPIC.before(CALL, situation) if isinstance(one, Line)]


def test_from_the_second_call_of_a_large_sale_on_it_says_that_nobody_is_inside() -> None:
    assert before(later()) == [text("inside-before-none", customer=Quoted("Halden Paper"))]
    (prompt, *_) = said(decide(says("plan"), later()))
    assert prompt.count("inside-before-none") == 1


def test_a_first_call_a_small_sale_and_one_that_is_not_known_say_nothing() -> None:
    not_held = replace(EARLIER, review=Review(held="not_held"))
    silent = (
        here(),
        with_size(later(), "small"),
        replace(later(), opportunities={}),
        replace(later(), calls=(not_held, CALL)),
    )
    assert [before(one) for one in silent] == [[]] * 4


def test_who_has_no_words_yet_is_said_and_who_has_is_not() -> None:
    wordless, ready = a_note("Piet", 2), a_note(will_say=WORDS)
    assert before(later(ready, wordless)) == [text("inside-before-words", who=Quoted("Piet"))]
    assert before(later(ready)) == []


def test_who_is_in_the_room_is_shown_with_the_question() -> None:
    there = a_note(question=REHEARSE)
    away = a_note("Piet", 2, question=REHEARSE, will_say=WORDS)
    asks = text("inside-before-ask", who=Quoted("Mara Voss"), question=Quoted(REHEARSE))
    assert before(later(there)) == [asks]
    assert before(later(away)) == []
