"""The needs log: noting in a line, what the coach says, taps, the page, the prompt."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from coaching import prepare
from coaching.actions import Edit, Send
from coaching.calls import Call
from coaching.decide import decide
from coaching.events import Commanded
from coaching.messages import Buttons, Line, Quoted, text
from coaching.notes import Forgotten, Note
from coaching.notes.needs import Need, Weighing
from coaching.topics import needs, needs_view
from coaching.topics.noted import new_id
from coaching.topics.voices import people, person, spoken
from coaching.turn import Joint
from tests.coaching.topics.selling import (
    FACT,
    HALDEN,
    LOSE,
    NORDWERK,
    UNCLEAR,
    WISH,
    a_need,
    fresh,
    noted,
    sale,
    selling,
    tap,
)
from tests.coaching.world import (
    a_call,
    a_situation,
    asked,
    keys,
    offered,
    play,
    said,
    saved,
    says,
    sends,
    with_size,
)

HERE = selling()
TWO = selling(HALDEN, NORDWERK)
ID = new_id("need", HERE)


# ---- noting ------------------------------------------------------------------------------------


def test_a_need_in_one_line_is_noted_with_who_said_it() -> None:
    decision = decide(says(f"needs halden: Jens: {LOSE}"), HERE)
    need = Need(words=LOSE, who="Jens Olt", label="implied")
    assert saved(decision, Note) == (fresh(need, ID),)
    (sent,) = sends(decision)
    assert keys(sent) == ["needs-noted", "need-said", "judge-rule-need-trouble", "needs-unheard"]
    assert offered(sent) == [("form", "turned"), ("form", "need"), ("sale", "needs")]


def test_every_line_is_a_need_of_its_own() -> None:
    decision = decide(says(f"needs halden:\nJens: {LOSE}\n\nMara: {WISH}\n{FACT}"), HERE)
    assert [note.content for note in saved(decision, Note)] == [
        Need(words=LOSE, who="Jens Olt", label="implied"),
        Need(words=WISH, who="Mara Voss", label="explicit"),
        Need(words=FACT, label="neither"),
    ]
    assert len({note.id for note in saved(decision, Note)}) == 3
    (sent,) = sends(decision)
    assert [key for key in keys(sent) if key.startswith("judge")] == [
        "judge-rule-need-trouble",
        "judge-rule-need-want",
        "judge-rule-need-fact-bare",
    ]
    assert offered(sent)[3:] == [
        ("need_as", "implied"),
        ("need_as", "explicit"),
        ("need_drop", ""),
        ("sale", "needs"),
    ]


def test_while_a_plan_is_asked_for_a_need_is_no_answer_to_it() -> None:
    decision = decide(says(f"needs halden: {LOSE}"), selling(asked(HALDEN)))
    assert [one.content for one in saved(decision, Note)] == [Need(words=LOSE, label="implied")]


@pytest.mark.parametrize(
    "words,is_answer",
    [
        ("Needs a decision by Friday", True),
        ("needs the board to agree", True),
        ("需求 恒", True),
        ("needs acme: we stop", False),
        ("需求恒达：老停", False),
        ("需求恒达纸业老停", False),
    ],
)
def test_while_a_plan_is_asked_for_only_a_customers_name_makes_it_a_command(
    words: str, *, is_answer: bool
) -> None:
    calls = (asked(a_call("Acme AG")), a_call("The Hut", key="h"), a_call("恒达纸业", key="z"))
    decision = decide(says(words), a_situation(*calls))
    assert bool(saved(decision, Call)) is is_answer


@pytest.mark.parametrize("words", ["needs", "needs halden", "need to think"])
def test_without_a_need_the_page_of_the_only_sale_is_shown(words: str) -> None:
    here = replace(HERE, judge=replace(HERE.judge, known={**HERE.judge.known, **_neither()}))  # type: ignore[type-var,attr-defined]  # the tests' own judge
    assert said(decide(says(words), here)) == [["needs-heading", "needs-none", "needs-how"]]


def _neither() -> dict[tuple[str, str], object]:
    return {("need", "to think"): HERE.judge.read("need", FACT)}


def test_with_several_sales_the_command_alone_asks_which() -> None:
    decision = decide(says("needs"), TWO)
    assert said(decision) == [["which-sale"]]
    assert offered(sends(decision)[0]) == [("sale", "needs"), ("sale", "needs")]
    assert said(decide(says(f"needs {FACT}"), TWO)) == [["which-sale"]]
    assert saved(decide(says(f"needs {FACT}"), TWO), Note) == ()


def test_the_command_with_a_name_shows_the_page_of_that_sale_among_several() -> None:
    assert said(decide(says("需求 nordwerk"), TWO))[0][0] == "needs-heading"


def test_where_no_call_is_known_there_is_no_sale() -> None:
    assert said(decide(says(f"needs Jens: {LOSE}"), replace(HERE, calls=()))) == [["no-sale-known"]]


def test_a_need_without_a_customer_is_noted_for_the_nearest_and_can_be_moved() -> None:
    decision, here = play(TWO, says(f"needs Jens: {LOSE}\nEva: {WISH}"))
    (sent,) = sends(decision)
    assert keys(sent)[0] == "needs-noted-guessed"
    assert ("need_move", "") in offered(sent)
    first, second = saved(decision, Note)
    asks = decide(tap("need_move", first.id, on=sent.id), here)
    nordwerk = str(sale(TWO, NORDWERK).id)
    assert said(asks) == [["which-sale"]]
    assert offered(sends(asks)[0]) == [("need_move", nordwerk)]
    here = replace(here, notes=tuple(reversed(here.notes)))
    moved, later = play(here, tap("need_move", second.id, nordwerk, on=sends(asks)[0].id))
    assert [one.opportunity_id for one in saved(moved, Note)] == [sale(TWO, NORDWERK).id] * 2
    (edit,) = moved.actions
    assert isinstance(edit, Edit)
    assert keys(edit)[0] == "needs-noted"
    assert needs_view.needs_of(sale(TWO), later) == ()


def test_what_was_noted_in_another_turn_stays_where_it_is() -> None:
    _, here = play(TWO, says(f"needs halden: {WISH}"), says(f"needs Jens: {LOSE}"))
    first, second = here.notes
    nordwerk = sale(TWO, NORDWERK).id
    moved = decide(tap("need_move", second.id, str(nordwerk)), here)
    assert saved(moved, Note) == (replace(second, opportunity_id=nordwerk),)
    alone = replace(here, notes=(a_need(),))
    moved = decide(tap("need_move", a_need().id, str(nordwerk)), alone)
    assert saved(moved, Note) == (replace(a_need(), opportunity_id=nordwerk),)
    assert first.opportunity_id == sale(TWO).id


def test_the_rest_of_a_turn_whose_first_need_is_dropped_is_moved_alone() -> None:
    decision, here = play(TWO, says(f"needs Jens: {LOSE}\nEva: {WISH}"))
    first, second = saved(decision, Note)
    _, here = play(here, tap("need_drop", first.id, "yes"))
    moved = decide(tap("need_move", second.id, str(sale(TWO, NORDWERK).id)), here)
    assert [one.id for one in saved(moved, Note)] == [second.id]


def test_more_lines_than_ten_or_a_line_too_long_note_nothing() -> None:
    many = decide(Commanded(name="needs", words="halden:" + f"\n{LOSE}" * 11), HERE)
    assert (saved(many, Note), said(many)) == ((), [["needs-too-many"]])
    long = decide(Commanded(name="needs", words="halden: " + "x" * 501), HERE)
    assert (saved(long, Note), said(long)) == ((), [["error-too-long"]])


@pytest.mark.parametrize(
    "words,who,what",
    [
        ("Jens: we stop at night", "Jens", "we stop at night"),
        ("李工：夜里老停", "李工", "夜里老停"),
        ("the shift lead: “we stop”", "the shift lead", "we stop"),
        ("We need: calm nights", "", "We need: calm nights"),
        ("我们：要安静", "", "我们：要安静"),
        ("it stops at 14:00 and at 15:00", "", "it stops at 14:00 and at 15:00"),
        ("no colon here", "", "no colon here"),
        (": nobody", "", ": nobody"),
        ("Jens:", "", "Jens:"),
        ("one two three four five: six", "", "one two three four five: six"),
        ("“two marks”", "", "two marks"),
        ("“”", "", "“”"),
        ('"', "", '"'),
    ],
)
def test_a_short_name_before_a_colon_is_who_said_it(words: str, who: str, what: str) -> None:
    assert spoken(words) == (who, what)


@pytest.mark.parametrize(
    "who,meant",
    [
        ("jens", "Jens Olt"),
        ("Olt", "Jens Olt"),
        ("JENS OLT", "Jens Olt"),
        ("Jens Olt (shift lead)", "Jens Olt"),
        ("Ann", "Ann"),
        ("Kim", "Kim"),
        ("", ""),
    ],
)
def test_a_part_of_a_name_means_the_one_person_who_bears_it(who: str, meant: str) -> None:
    assert person(who, ("Jens Olt", "Kim A", "Kim B")) == meant


# ---- what it is --------------------------------------------------------------------------------


def test_a_need_that_reads_two_ways_is_asked_and_the_reps_reading_stands() -> None:
    decision, here = play(HERE, says(f"needs halden: {UNCLEAR}"))
    (sent,) = sends(decision)
    assert keys(sent)[:3] == ["needs-noted", "need-said-nobody", "two-ways-any"]
    assert offered(sent)[:2] == [("need_as", "implied"), ("need_as", "neither")]
    (note,) = saved(decision, Note)
    assert note.content == Need(words=UNCLEAR, label="implied", second="neither")
    settled = decide(tap("need_as", note.id, "neither", on=sent.id), here)
    assert saved(settled, Note) == (replace(note, content=Need(words=UNCLEAR, label="neither")),)
    (edit,) = settled.actions
    assert isinstance(edit, Edit)
    assert (edit.id, keys(edit)[2]) == (sent.id, "judge-need-neither-bare")


def test_the_reps_own_reading_is_told_in_the_plain_name_of_the_kind() -> None:
    here = selling(notes=(a_need(FACT, label="neither"),))
    decision = decide(tap("need_as", a_need().id, "explicit"), here)
    (sent,) = sends(decision)
    assert keys(sent)[2] == "judge-need-explicit-bare"
    assert offered(sent) == [("form", "need"), ("sale", "needs")]


def test_on_the_page_a_reading_is_settled_in_its_place() -> None:
    here = selling(notes=(a_need(UNCLEAR, second="neither"),))
    page = needs_view.page(sale(here), here)
    assert keys(page)[1] == "need-is-unsure"
    assert offered(page)[:3] == [("need_as", "implied"), ("need_as", "neither"), ("need_drop", "")]
    on = f"{here.rep.id}/needs/3"
    (edit,) = decide(tap("need_as", a_need().id, "implied", on=on), here).actions
    assert isinstance(edit, Edit)
    assert keys(edit)[:2] == ["needs-heading", "need-is-implied"]


def test_a_guessed_customer_can_still_be_changed_after_a_reading_is_settled() -> None:
    decision, here = play(TWO, says(f"needs Jens: {UNCLEAR}"))
    (note,) = saved(decision, Note)
    (edit,) = decide(tap("need_as", note.id, "implied", on=sends(decision)[0].id), here).actions
    assert isinstance(edit, Edit)
    assert ("need_move", "") in offered(edit)


def test_in_a_small_sale_a_trouble_is_enough() -> None:
    small = with_size(HERE, "small")
    (sent,) = sends(decide(says(f"needs halden: {LOSE}"), small))
    assert keys(sent)[2] == "need-implied-small"
    assert "judge-rule-need-want" in said(decide(says(f"needs halden: {WISH}"), small))[0]


# ---- dropping ----------------------------------------------------------------------------------


def test_a_need_is_dropped_once_the_rep_says_so_twice() -> None:
    here = selling(notes=(a_need(),))
    asks = decide(tap("need_drop", a_need().id), here)
    assert (asks.saves, said(asks)) == ((), [["drop-ask"]])
    assert offered(sends(asks)[0]) == [("need_drop", "yes"), ("need_drop", "no")]
    on = sends(asks)[0].id
    gone = decide(tap("need_drop", a_need().id, "yes", on=on), here)
    assert gone.saves == (Forgotten(id=a_need().id),)
    (edit,) = gone.actions
    assert isinstance(edit, Edit)
    assert (keys(edit), offered(edit)) == (["dropped"], [("sale", "needs")])
    stays = decide(tap("need_drop", a_need().id, "no", on=on), here)
    assert stays.saves == ()
    assert [keys(one) for one in stays.actions if isinstance(one, Edit)] == [["drop-not"]]


@pytest.mark.parametrize(
    "event",
    [
        tap("need_as", UUID(int=5), "implied"),
        tap("need_as", a_need().id, "problem"),
        tap("need_drop", UUID(int=5), "yes"),
        tap("need_move", UUID(int=5)),
        tap("need_move", a_need().id, str(UUID(int=5))),
        tap("needs_from", UUID(int=5), "6"),
        tap("needs_from", HALDEN.opportunity_id, "x"),
        tap("needs_from", HALDEN.opportunity_id, "1" * 9),
    ],
)
def test_a_tap_on_what_is_gone_is_answered(event: object) -> None:
    decision = decide(event, selling(notes=(a_need(),)))  # type: ignore[arg-type]  # all taps
    assert (decision.saves, said(decision)) == ((), [["not-here-any-more"]])


def test_a_need_of_a_sale_without_calls_settles_without_its_page() -> None:
    here = selling(notes=(replace(a_need(), opportunity_id=UUID(int=5)),))
    decision = decide(tap("need_as", a_need().id, "explicit"), here)
    assert said(decision) == [["not-here-any-more"]]


# ---- the page ----------------------------------------------------------------------------------


def test_the_page_has_what_they_want_first_with_the_trouble_and_question_it_grew_from() -> None:
    root = a_need()
    grown = a_need(WISH, 1, label="explicit", grew_from=root.id, question="What if?", who="")
    here = selling(notes=(root, grown, a_need(FACT, 2, label="neither"), a_need("late", 3)))
    page = needs_view.page(sale(here), here)
    assert keys(page) == [
        "needs-heading",
        "need-is-explicit",
        "need-grew-by",
        "need-is-implied",
        "need-is-neither",
        "needs-unheard",
        "needs-turn-large",
        "weighed-none",
    ]
    silent = next(
        block.text
        for block in page.blocks
        if isinstance(block, Line) and "unheard" in block.text.key
    )
    assert silent.values["people"].names == ("Mara Voss",)  # type: ignore[union-attr]  # names
    rows = [block for block in page.blocks if isinstance(block, Buttons)]
    assert [len(row.buttons) for row in rows] == [2, 3, 2, 3]


def test_without_the_question_only_the_trouble_is_told_and_a_dropped_one_not_at_all() -> None:
    root = a_need()
    grown = a_need(WISH, 1, label="explicit", grew_from=root.id)
    here = selling(notes=(root, grown))
    assert "need-grew" in keys(needs_view.page(sale(here), here))
    without = selling(notes=(grown,))
    assert "need-grew" not in keys(needs_view.page(sale(without), without))


def test_a_trouble_that_grew_into_another_trouble_is_listed_below_it() -> None:
    here = selling(notes=(a_need(), a_need("worse", 1, grew_from=a_need().id)))
    listed = keys(needs_view.page(sale(here), here))
    assert listed[1:4] == ["need-is-implied", "need-grew", "need-is-implied"]


def test_in_a_small_sale_nothing_waits_to_be_turned() -> None:
    here = with_size(selling(notes=(a_need(),)), "small")
    assert "needs-turn-small" in keys(needs_view.page(sale(here), here))


def test_once_all_are_heard_and_nothing_waits_the_page_says_neither() -> None:
    here = selling(
        notes=(a_need(WISH, label="explicit"), a_need(WISH, 1, label="explicit", who="Mara"))
    )
    assert keys(needs_view.page(sale(here), here)) == [
        "needs-heading",
        "need-is-explicit",
        "need-is-explicit",
        "weighed-none",
    ]


def test_a_long_list_goes_on_by_a_button() -> None:
    here = selling(notes=tuple(a_need(f"trouble {n}", n) for n in range(8)))
    page = needs_view.page(sale(here), here)
    assert keys(page).count("need-is-implied") == 6
    assert offered(page)[-1] == ("needs_from", "6")
    rest = decide(tap("needs_from", sale(here).id, "6"), here)
    assert said(rest)[0].count("need-is-implied") == 2
    assert "needs_from" not in dict(offered(sends(rest)[0]))


def test_long_words_stand_short_in_a_list() -> None:
    here = selling(notes=(a_need("x " * 200),))
    line = needs_view.page(sale(here), here).blocks[1]
    assert isinstance(line, Line)
    told = line.text.values["said"]
    assert told == text("need-said", who=Quoted("Jens Olt"), words=Quoted("x " * 69 + "x…"))


def test_notes_of_others_about_the_sale_are_not_the_reps() -> None:
    here = selling(notes=(replace(a_need(), author_id=UUID(int=9)),))
    assert needs_view.needs_of(sale(here), here) == ()


@pytest.mark.parametrize(
    "scale,told",
    [
        (Weighing(heavier="problem"), ["weighed-as-problem"]),
        (Weighing(heavier="even"), ["weighed-as-even"]),
        (
            Weighing(serious="s", cost="c", heavier="cost"),
            ["weighed-serious", "weighed-cost", "weighed-as-cost-of"],
        ),
        (Weighing(serious="s"), ["weighed-serious", "weighed-as-open"]),
    ],
)
def test_the_page_says_which_side_weighs_more(scale: Weighing, told: list[str]) -> None:
    here = selling(notes=(a_need(), noted(scale, 1)))
    assert keys(needs_view.page(sale(here), here))[4:] == told


def test_without_a_trouble_a_heavy_cost_asks_for_one_in_general() -> None:
    here = selling(notes=(a_need(WISH, label="explicit"), noted(Weighing(heavier="cost"), 1)))
    assert keys(needs_view.page(sale(here), here))[-1] == "weighed-as-cost"


# ---- before and after the call -----------------------------------------------------------------


def test_the_prompt_shows_two_open_needs_and_who_was_not_heard() -> None:
    kept = (
        a_need(WISH, 0, label="explicit"),
        a_need("first", 1),
        a_need("second", 2),
        a_need("third", 3),
    )
    here = selling(notes=kept)
    lines = needs_view.before(HALDEN, here)
    assert [
        (one.text.key, one.text.values.get("said")) for one in lines if isinstance(one, Line)
    ] == [
        ("need-before-implied", needs_view.said(Need(words="third", who="Jens Olt"))),
        ("need-before-implied", needs_view.said(Need(words="second", who="Jens Olt"))),
        ("needs-unheard", None),
    ]
    assert "need-before-implied" in keys(prepare.prompt(HALDEN, here))


def test_a_prompt_without_needs_says_nothing_of_them() -> None:
    assert needs_view.before(HALDEN, HERE) == ()
    fact = selling(notes=(a_need(FACT, label="neither"),))
    assert needs_view.before(HALDEN, fact) == ()


def test_a_wish_is_shown_where_no_trouble_waits() -> None:
    wish = selling(
        notes=(a_need(WISH, label="explicit"), a_need(WISH, 1, label="explicit", who="Mara"))
    )
    lines = needs_view.before(HALDEN, wish)
    assert [one.text.key for one in lines if isinstance(one, Line)] == ["need-before-explicit"] * 2


def test_after_the_review_a_need_and_an_objection_may_be_noted() -> None:
    (row,) = needs.after_review(HALDEN, HERE)
    assert isinstance(row, Buttons)
    assert [(one.tap.value, one.tap.about) for one in row.buttons] == [
        ("need", str(HALDEN.id)),
        ("objection", str(HALDEN.id)),
    ]
    off = replace(HALDEN, review=replace(HALDEN.review, held="not_held"))
    assert needs.after_review(off, HERE) == ()


def test_a_message_that_is_not_ours_is_answered_not_edited() -> None:
    here = selling(notes=(a_need(),))
    (action,) = decide(tap("need_as", a_need().id, "explicit", on="home"), here).actions
    assert isinstance(action, Send)


def test_a_need_that_is_not_settled_is_not_called_a_trouble_that_waits() -> None:
    unclear = a_need(UNCLEAR, second="explicit")
    decision = decide(says("needs halden"), selling(notes=(unclear,)))
    assert "need-is-unsure" in said(decision)[0]
    assert "needs-turn-large" not in said(decision)[0]


def test_a_colleague_in_a_joint_call_is_nobody_of_the_customers() -> None:
    joint = replace(HALDEN, people=("Ben Ohm", "Jens Olt", "Mara Voss"))
    ben = Joint(
        call_id=UUID(int=7),
        rep_id=UUID(int=8),
        name="Ben Ohm",
        customer="Halden Paper",
        meeting_id=joint.meeting_id,
        starts_at=joint.starts_at,
        ends_at=joint.ends_at,
    )
    elsewhere = replace(ben, meeting_id=UUID(int=9), name="Mara Voss")
    situation = selling(joint, joint=(ben, elsewhere))

    assert people(sale(situation, joint), situation) == ("Jens Olt", "Mara Voss")


def test_an_unknown_customers_name_is_nobody_who_said_it() -> None:
    here = selling(HALDEN, NORDWERK)
    decision = decide(says(f"needs acme: Jens: {LOSE}"), here)
    assert saved(decision, Note)[0].content == Need(words=LOSE, who="Jens Olt")
    assert said(decision)[0][0] == "needs-noted-guessed"
