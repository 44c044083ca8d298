"""The closing-attitude survey: by taps, chat or form; its result, its change, the team's mean."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

import pytest

from coaching import topics
from coaching.actions import Decision, Reject, ShowForm
from coaching.attitude import TeamAttitude, team_aggregate
from coaching.conversation import Conversation, Talk
from coaching.decide import decide
from coaching.events import Commanded, RepEvent, Submitted, Tapped
from coaching.forms import ChoiceField
from coaching.messages import Block, Buttons, Line, Tap, Text, text
from coaching.method import survey as method
from coaching.notes import Forgotten, Note
from coaching.notes.statements import Statement
from coaching.notes.survey import Survey
from coaching.topics import survey
from coaching.topics.survey.kept import content
from coaching.turn import Situation, after
from tests.coaching.world import (
    NOW,
    a_call,
    a_rep,
    a_situation,
    keys,
    offered,
    play,
    said,
    saved,
    says,
    sends,
    shown,
    with_size,
)

EACH_WAY = (4, 2, 3, 3, 3, 1, 5, 3, 3, 3, 3, 3, 3, 3, 3)
ID = uuid5(a_rep().id, "survey/7")
ASKED = "00000000-0000-0000-0000-000000000002/survey/7"


def a_note(answers: Iterable[int] = (), ended: datetime | None = None, **changes: object) -> Note:
    """A survey of Ada's, begun at 11:00; open statements after the answers given."""
    given = tuple(answers)
    whole = given + (0,) * (15 - len(given))
    usual = Note(
        id=ID,
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW,
        content=Survey(answers=whole, ended_at=ended),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # by name


def ended(answers: Iterable[int], days_ago: int = 0) -> Note:
    """A survey ended so many days ago."""
    at = NOW - timedelta(days=days_ago)
    return a_note(answers, at, id=UUID(int=100 + days_ago), said_at=at)


def with_notes(*notes: Note, **changes: object) -> Situation:
    return a_situation(a_call(), notes=notes, **changes)


def talking(note: Note, number: int, **changes: object) -> Situation:
    """That statement is asked in chat."""
    talk = Talk(topic="survey", about=str(note.id), asks=str(number))
    conversation = Conversation(rep_id=a_rep().id, version=7, talk=talk)
    return with_notes(note, conversation=conversation, **changes)


def tapped(value: str, *, about: UUID | str = "", on: str = "") -> Tapped:
    return Tapped(tap=Tap(verb="survey", about=str(about), value=value), message=on)


def answers_of(situation: Situation) -> tuple[int, ...]:
    (note,) = situation.notes
    return content(note).answers


def talk_of(decision: Decision) -> Talk | None:
    (conversation,) = saved(decision, Conversation)
    return conversation.talk


def text_of(block: Block) -> Text:
    assert isinstance(block, Line)
    return block.text


def form(**changes: str) -> Submitted:
    answers = {f"statement-{n}": str(answer) for n, answer in enumerate(EACH_WAY, start=1)}
    return Submitted(kind="survey", about="", answers=answers | changes)


# ---- the score ---------------------------------------------------------------------------------


def test_five_statements_speak_against_closing_and_count_the_other_way() -> None:
    assert [n for n in range(1, 16) if method.counted(n, 5) == 1] == [2, 6, 8, 10, 15]
    assert [method.counted(2, answer) for answer in range(1, 6)] == [5, 4, 3, 2, 1]
    assert [method.counted(1, answer) for answer in range(1, 6)] == [1, 2, 3, 4, 5]


def test_a_score_lies_between_15_and_75_and_45_is_the_middle() -> None:
    keen = tuple(1 if n in method.REVERSED else 5 for n in range(1, 16))
    wary = tuple(6 - answer for answer in keen)
    assert [method.score(one) for one in (keen, wary, (3,) * 15)] == [75, 15, 45]
    assert method.score(EACH_WAY) == 45 + 1 + 1 + 2 + 2


@pytest.mark.parametrize(
    "total,leaning", [(75, "for"), (51, "for"), (50, "middle"), (40, "middle"), (39, "against")]
)
def test_above_50_is_in_favour_and_as_far_below_the_middle_against(
    total: int, leaning: str
) -> None:
    assert method.leaning(total) == leaning


def test_what_weighs_most_is_what_pulls_farthest_the_sums_way_first_and_at_most_five() -> None:
    assert method.weightiest(EACH_WAY) == (6, 7, 1, 2)
    assert method.weightiest((1, 1, *(3,) * 13)) == (2, 1)
    assert method.weightiest((1, 3, 1, 3, 1, *(3,) * 9, 1)) == (1, 3, 5, 15)
    assert method.weightiest((5,) * 15) == (1, 3, 4, 5, 7)
    assert method.weightiest((3,) * 15) == ()


# ---- the command -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["survey", "问卷"])
def test_the_command_says_what_it_is_for_and_offers_both_ways(name: str) -> None:
    decision = decide(Commanded(name=name), with_notes())
    assert said(decision) == [["survey-what", "survey-private"]]
    assert offered(sends(decision)[0]) == [("survey", "start"), ("form", "survey")]


def test_a_survey_begun_is_offered_again_with_how_far_it_is() -> None:
    decision = decide(says("survey"), with_notes(a_note((4, 2))))
    line = text_of(sends(decision)[0].message.blocks[0])
    assert line == text("survey-begun", done=2, of=15)
    assert offered(sends(decision)[0]) == [
        ("survey", "start"),
        ("form", "survey"),
        ("survey", "anew"),
        ("survey", "delete"),
    ]


def test_once_ended_the_command_shows_the_result() -> None:
    decision = decide(says("survey"), with_notes(ended(EACH_WAY)))
    assert said(decision)[0][0] == "survey-score"


def test_a_colleagues_survey_is_not_the_reps() -> None:
    other = a_note((4, 2), rep_id=UUID(int=3))
    statement = a_note(content=Statement(text="…", label="feature"), id=UUID(int=4))
    decision = decide(says("survey"), with_notes(other, statement))
    assert said(decision) == [["survey-what", "survey-private"]]


# ---- by taps -----------------------------------------------------------------------------------


def test_one_by_one_begins_with_the_first_statement_and_five_answers() -> None:
    decision = decide(tapped("start"), with_notes())
    assert saved(decision, Note) == (a_note(),)
    assert said(decision) == [["survey-progress", "survey-statement-1", "survey-private"]]
    assert offered(sends(decision)[0]) == [("survey", f"1:{answer}") for answer in range(1, 6)]
    assert talk_of(decision) == Talk(topic="survey", about=str(ID), asks="1")


def test_an_answer_is_kept_at_once_and_the_tapped_message_asks_the_next() -> None:
    decision = decide(tapped("1:4", about=ID, on=ASKED), with_notes(a_note()))
    assert saved(decision, Note) == (a_note((4,)),)
    assert keys(shown(decision)[ASKED]) == ["survey-progress", "survey-statement-2"]
    assert offered(shown(decision)[ASKED])[-1] == ("survey", "1")
    assert sends(decision) == ()


def test_a_tap_elsewhere_is_answered_by_a_message() -> None:
    decision = decide(tapped("1:4", about=ID, on=f"{a_call().id}/x"), with_notes(a_note()))
    assert (said(decision), shown(decision)) == ([["survey-progress", "survey-statement-2"]], {})


def test_one_back_shows_the_answer_given_and_a_new_one_takes_its_place() -> None:
    situation = with_notes(a_note((4, 2)))
    decision, there = play(situation, tapped("1", about=ID, on=ASKED))
    given = text_of(shown(decision)[ASKED].blocks[2])
    assert given == text("survey-given", answer=text("survey-answer-4"))
    decision, there = play(there, tapped("1:5", about=ID, on=ASKED))
    assert answers_of(there)[:3] == (5, 2, 0)
    assert keys(shown(decision)[ASKED]) == ["survey-progress", "survey-statement-3"]


def test_behind_the_last_statement_come_those_left_open_before() -> None:
    note = a_note((0, *EACH_WAY[1:14]))
    decision = decide(tapped("15:3", about=ID, on=ASKED), with_notes(note))
    assert keys(shown(decision)[ASKED])[1] == "survey-statement-1"


def test_the_last_answer_ends_the_survey_and_shows_the_result() -> None:
    note = a_note(EACH_WAY[:14])
    decision = decide(tapped("15:3", about=ID, on=ASKED), with_notes(note))
    assert saved(decision, Note) == (a_note(EACH_WAY, NOW),)
    assert shown(decision)[ASKED].blocks[0].text == text("survey-score", score=51, most=75)  # type: ignore[union-attr]  # a heading
    assert talk_of(decision) is None


@pytest.mark.parametrize("value", ["15:1", "3"])
def test_a_survey_ended_changes_no_more(value: str) -> None:
    situation = with_notes(a_note(EACH_WAY, NOW))
    decision = decide(tapped(value, about=ID), situation)
    assert (saved(decision, Note), said(decision)[0][0]) == ((), "survey-score")


@pytest.mark.parametrize("value", ["", "0:1", "16:1", "1:6", "1:0", "1:x", "x:1", "1:11", "page2"])
def test_a_forged_value_changes_nothing(value: str) -> None:
    decision = decide(tapped(value, about=ID), with_notes(a_note()))
    assert (said(decision), saved(decision, Note)) == ([["not-here-any-more"]], ())


def test_a_survey_that_is_not_there_is_answered() -> None:
    assert said(decide(tapped("1:4", about=UUID(int=9)), with_notes())) == [["not-here-any-more"]]


def test_going_on_asks_the_first_open_statement() -> None:
    decision = decide(tapped("start"), with_notes(a_note((4, 2))))
    assert said(decision) == [["survey-progress", "survey-statement-3"]]
    assert saved(decision, Note) == (a_note((4, 2)),)


def test_begun_anew_what_was_answered_is_forgotten() -> None:
    begun = a_note((4, 2), id=UUID(int=8))
    decision = decide(tapped("anew"), with_notes(begun))
    assert saved(decision, Forgotten) == (Forgotten(id=begun.id),)
    assert saved(decision, Note) == (a_note(),)
    assert said(decision) == [["survey-progress", "survey-statement-1", "survey-private"]]


def test_begun_anew_with_nothing_begun_a_new_one_begins() -> None:
    decision = decide(tapped("anew"), with_notes(ended(EACH_WAY, 3)))
    assert (saved(decision, Forgotten), saved(decision, Note)) == ((), (a_note(),))


def test_surveys_are_deleted_once_the_rep_is_sure() -> None:
    situation = talking(
        a_note((4,)),
        2,
    )
    situation = replace(situation, notes=(*situation.notes, ended(EACH_WAY, 100)))
    asked, there = play(situation, tapped("delete", on=ASKED))
    assert keys(shown(asked)[ASKED]) == ["survey-delete-sure"]
    assert offered(shown(asked)[ASKED]) == [("survey", "deleted"), ("survey", "page")]
    decision, there = play(there, tapped("deleted", on=ASKED))
    assert there.notes == ()
    assert keys(shown(decision)[ASKED]) == ["survey-deleted"]
    assert talk_of(decision) is None


def test_deleting_leaves_a_talk_of_something_else_alone() -> None:
    decision = decide(tapped("deleted"), with_notes(ended(EACH_WAY)))
    assert saved(decision, Conversation) == ()


# ---- by chat -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words,answer",
    [
        ("4", 4),
        ("５", 5),
        ("Disagree.", 2),
        ("非常同意", 5),
        ("说不准", 3),
        ("Strongly disagree", 1),
    ],
)
def test_a_number_or_a_word_for_it_answers_in_chat(words: str, answer: int) -> None:
    situation = talking(a_note((3,)), 2)
    decision = decide(says(words), situation)
    assert saved(decision, Note) == (a_note((3, answer)),)
    assert said(decision) == [["survey-progress", "survey-statement-3"]]
    assert talk_of(decision) == Talk(topic="survey", about=str(ID), asks="3")


@pytest.mark.parametrize("number,back", [(3, 2), (1, 1)])
def test_back_asks_the_one_before(number: int, back: int) -> None:
    decision = decide(says("back"), talking(a_note((3, 3)), number))
    assert said(decision)[0][1] == f"survey-statement-{back}"


@pytest.mark.parametrize("words", ["enough", "skip", "nothing", "先到这"])
def test_a_closing_word_leaves_it_for_later_and_keeps_what_was_answered(words: str) -> None:
    decision = decide(says(words), talking(a_note((3, 3)), 3))
    assert said(decision) == [["survey-later"]]
    assert (talk_of(decision), saved(decision, Note)) == (None, ())


@pytest.mark.parametrize("words", ["7", "0", "whatever", "3 or 4", "12345"])
def test_what_is_no_answer_is_told_how_to_answer(words: str) -> None:
    decision = decide(says(words), talking(a_note((3,)), 2))
    assert said(decision) == [["survey-how", "survey-progress", "survey-statement-2"]]
    assert saved(decision, Note) == ()


def test_a_survey_deleted_meanwhile_is_not_asked_on() -> None:
    situation = replace(talking(a_note((3,)), 2), notes=())
    decision = decide(says("4"), situation)
    assert (said(decision), talk_of(decision)) == ([["not-here-any-more"]], None)


def test_a_whole_survey_by_chat_is_the_same_as_by_form() -> None:
    events: list[RepEvent] = [tapped("start"), *(says(str(answer)) for answer in EACH_WAY)]
    _, by_chat = play(with_notes(), *events)
    assert answers_of(by_chat) == EACH_WAY
    _, by_form = play(with_notes(), form())
    assert answers_of(by_form) == EACH_WAY
    assert by_chat.conversation.talk is None


# ---- by form -----------------------------------------------------------------------------------


def test_the_form_has_fifteen_choices_filled_with_what_was_answered() -> None:
    opened = Tapped(tap=Tap(verb="form", value="survey"))
    reply = decide(opened, with_notes(a_note((4, 2)))).reply
    assert isinstance(reply, ShowForm)
    fields = [one for one in reply.form.fields if isinstance(one, ChoiceField)]
    assert [field.initial for field in fields] == ["4", "2", *[""] * 13]
    assert all(field.required for field in fields)
    assert fields[14].label == text(
        "survey-numbered", number=15, statement=text("survey-statement-15")
    )


def test_the_form_ends_the_survey_begun() -> None:
    decision = decide(form(), with_notes(a_note((1, 1))))
    assert saved(decision, Note) == (a_note(EACH_WAY, NOW),)
    assert said(decision)[0][0] == "survey-score"


@pytest.mark.parametrize("answer,error", [("", "error-required"), ("6", "error-choice")])
def test_a_form_with_a_hole_keeps_nothing(answer: str, error: str) -> None:
    decision = decide(form(**{"statement-3": answer}), with_notes())
    assert decision.reply == Reject({"statement-3": text(error)})
    assert (decision.saves, decision.actions) == ((), ())


# ---- the result --------------------------------------------------------------------------------


KEEN = tuple(1 if n in method.REVERSED else 5 for n in range(1, 16))
WARY = tuple(6 - answer for answer in KEEN)


def result(answers: tuple[int, ...], situation: Situation) -> list[str]:
    decision = decide(says("survey"), replace(situation, notes=(ended(answers),)))
    return keys(sends(decision)[0])


def three_sales(*sizes: str | None) -> Situation:
    names = ("Halden Paper", "Coastal Foods", "Brandt Tools")
    calls = [a_call(name, key=name) for name in names[: len(sizes)]]
    situation = a_situation(*calls)
    opportunities = {
        call.opportunity_id: replace(situation.opportunities[call.opportunity_id], size=size)  # type: ignore[arg-type]  # a test's own word
        for call, size in zip(calls, sizes, strict=True)
    }
    return replace(situation, opportunities=opportunities)


@pytest.mark.parametrize(
    "answers,leaning", [(KEEN, "for"), ((3,) * 15, "middle"), (WARY, "against")]
)
@pytest.mark.parametrize(
    "sizes,deals",
    [
        (("large", "large", None), "large"),
        (("large", None, "small"), "large"),
        (("small", "small", "large"), "small"),
        (("small", "large"), "mixed"),
    ],
)
def test_a_score_means_something_else_in_large_deals_than_in_small_ones(
    answers: tuple[int, ...], leaning: str, sizes: tuple[str | None, ...], deals: str
) -> None:
    told = result(answers, three_sales(*sizes))
    assert told[2:4] == [f"survey-means-{leaning}-{deals}", "survey-deals"]


def test_with_no_sale_known_it_is_read_for_large_ones_and_says_so() -> None:
    told = result(KEEN, a_situation())
    assert told[2:4] == ["survey-means-for-large", "survey-deals-none"]


def test_the_counts_of_the_reps_sales_are_told() -> None:
    situation = with_size(three_sales("large", None, "small"), None)
    decision = decide(says("survey"), replace(situation, notes=(ended(KEEN),)))
    assert text_of(sends(decision)[0].message.blocks[3]) == text("survey-deals", large=3, of=3)


def test_the_weightiest_statements_are_shown_with_the_answer_and_which_way_they_pull() -> None:
    decision = decide(says("survey"), with_notes(ended((5, 5, *(3,) * 13))))
    blocks = sends(decision)[0].message.blocks
    assert [text_of(block) for block in blocks[4:7]] == [
        text("survey-weighs"),
        text(
            "survey-pulls-for",
            statement=text("survey-statement-1"),
            answer=text("survey-answer-5"),
        ),
        text(
            "survey-pulls-against",
            statement=text("survey-statement-2"),
            answer=text("survey-answer-5"),
        ),
    ]


def test_who_is_not_sure_of_anything_has_nothing_that_weighs() -> None:
    told = result((3,) * 15, a_situation())
    assert told == [
        "survey-score",
        "survey-scale",
        "survey-means-middle-large",
        "survey-deals-none",
        "survey-why",
    ]


@pytest.mark.parametrize("before,key", [(51, "little"), (52, "more")])
def test_a_change_that_chance_explains_is_called_that(before: int, key: str) -> None:
    situation = with_notes(ended(_with_score(before), 100), ended((3,) * 15))
    decision = decide(says("survey"), situation)
    lines = [block.text for block in sends(decision)[0].message.blocks if isinstance(block, Line)]
    assert lines[-3:] == [
        text("survey-then", day=date(2026, 11, 26), score=45),
        text("survey-then", day=date(2026, 8, 18), score=before),
        text(f"survey-change-{key}", points=6),
    ]


def _with_score(total: int) -> tuple[int, ...]:
    """Answers that make that score, by the statements that count their own way."""
    left, answers = total - 45, [3] * 15
    for number in (1, 3, 4, 5, 7, 9):
        step = min(left, 2)
        answers[number - 1] += step
        left -= step
    return tuple(answers)


def test_the_last_six_are_listed() -> None:
    notes = tuple(ended((3,) * 15, days_ago) for days_ago in range(0, 800, 100))
    decision = decide(says("survey"), with_notes(*notes))
    assert keys(sends(decision)[0]).count("survey-then") == 6


def test_without_a_zone_the_day_is_utcs() -> None:
    late = NOW.replace(hour=23, minute=30)
    notes = (a_note((3,) * 15, late), ended((3,) * 15, 100))
    decision = decide(says("survey"), with_notes(*notes, work=None))
    days = [
        block.text.values["day"]
        for block in sends(decision)[0].message.blocks
        if isinstance(block, Line) and "day" in block.text.values
    ]
    assert days == [date(2026, 11, 26), date(2026, 8, 18)]


# ---- the rep's page ----------------------------------------------------------------------------


def home(*notes: Note) -> tuple[Block, ...]:
    return survey.TOPIC.home(with_notes(*notes))


def test_the_page_has_a_button_to_the_survey_until_one_is_ended() -> None:
    (row,) = home()
    assert isinstance(row, Buttons)
    assert [one.tap for one in row.buttons] == [Tap(verb="survey", value="page")]
    decision = decide(Tapped(tap=row.buttons[0].tap), with_notes())
    assert said(decision) == [["survey-what", "survey-private"]]


def test_before_there_is_a_sale_the_page_has_nothing_of_it() -> None:
    assert survey.TOPIC.home(a_situation()) == ()


def test_the_page_says_how_far_a_survey_begun_is() -> None:
    line, _ = home(a_note((4, 2)))
    assert text_of(line) == text("survey-begun", done=2, of=15)


@pytest.mark.parametrize("days_ago,key", [(89, "survey-home"), (90, "survey-home-again")])
def test_the_page_shows_the_score_and_after_90_days_asks_again(days_ago: int, key: str) -> None:
    line, _ = home(ended((3,) * 15, days_ago))
    day = date(2026, 11, 26) - timedelta(days=days_ago)
    assert text_of(line) == text(key, score=45, day=day)


def test_the_page_is_plugged_in() -> None:
    assert home(ended(KEEN))[0] in topics.home(with_notes(ended(KEEN)))


# ---- the team ----------------------------------------------------------------------------------


def of_team(*scores: int, first: int = 0, day: int = 0) -> list[Note]:
    """One survey a person, ended in that order."""
    return [
        a_note(
            _with_score(total),
            NOW + timedelta(days=day, minutes=number),
            id=UUID(int=1000 * day + number),
            rep_id=UUID(int=first + number),
        )
        for number, total in enumerate(scores)
    ]


def test_under_five_people_a_team_has_no_figure() -> None:
    assert team_aggregate(of_team(45, 45, 45, 45)) is None
    assert team_aggregate(()) is None


def test_from_five_people_on_mean_and_spread_are_told_in_whole_points() -> None:
    team = team_aggregate(of_team(45, 46, 47, 48, 55))
    assert team == TeamAttitude(mean=48, spread=4, people=5)


def test_a_sixth_is_not_told_until_five_more_have_answered() -> None:
    five = of_team(45, 45, 45, 45, 45)
    more = of_team(55, 55, 55, 55, first=10, day=1)
    assert team_aggregate([*five, *more]) == TeamAttitude(mean=45, spread=0, people=5)
    more = of_team(55, 55, 55, 55, 55, first=10, day=1)
    assert team_aggregate([*five, *more]) == TeamAttitude(mean=50, spread=5, people=10)


def test_who_answers_again_counts_once_and_does_not_show_alone() -> None:
    five = of_team(45, 45, 45, 45, 45)
    again = of_team(55, day=1)
    assert team_aggregate([*five, *again]) == TeamAttitude(mean=45, spread=0, people=5)
    all_again = of_team(55, 55, 55, 55, 55, day=1)
    assert team_aggregate([*five, *all_again]) == TeamAttitude(mean=55, spread=0, people=5)


def test_a_survey_not_ended_and_other_notes_count_in_no_figure() -> None:
    other = a_note(content=Statement(text="…", label="feature"))
    assert team_aggregate([*of_team(45, 45, 45, 45), a_note((3, 3)), other]) is None


def test_surveys_ended_stay_as_they_are_once_saved() -> None:
    situation = with_notes()
    decision = decide(form(), situation)
    assert after(situation, decision.saves).notes == (a_note(EACH_WAY, NOW),)


def test_a_note_of_another_kind_is_no_survey() -> None:
    with pytest.raises(TypeError):
        content(a_note(content=Statement(text="…", label="feature")))
