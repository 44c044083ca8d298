"""A rep plans questions from a problem: three steps in chat, what is kept, where it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid5

import pytest

from coaching.actions import Decision, ShowForm
from coaching.calls import Opportunity, Plan
from coaching.conversation import Conversation, Talk
from coaching.decide import decide
from coaching.events import Commanded, Tapped
from coaching.messages import Buttons, Heading, Line, Message, Moment, Quoted, Tap, Text, text
from coaching.notes import Content, Forgotten, Note
from coaching.notes.needs import Need
from coaching.notes.planner import Difficulty, Problem, Product, Solves
from coaching.notes.practice import Practice
from coaching.topics import planner
from coaching.topics.planner import kept, page
from coaching.turn import Situation
from tests.coaching.world import (
    GOOD_PLAN,
    IMPLICATION,
    NOW,
    PROBLEM,
    TROUBLE,
    FixedJudge,
    a_call,
    a_rep,
    a_situation,
    a_verdict,
    an_opportunity,
    asked,
    at,
    call_in,
    comes_due,
    keys,
    offered,
    planned,
    play,
    said,
    saved,
    says,
    sends,
    taps,
    with_size,
)

LATE = "the morning deliveries leave late"
SCRAP = "a reel of scrap a night"
PAYOFF = "What would a month of steady nights be worth to the plant?"
UNSURE = "Changeovers?"
JUDGE = FixedJudge(
    known={
        **FixedJudge().known,
        ("question", PAYOFF): a_verdict("question", "need_payoff", "worth"),
    }
)
SALE = an_opportunity(size="large")
NORD = an_opportunity("Nord Steel", size="large")
ABOUT = str(SALE.id)


def a_note(content: Content, number: int = 1, sale: Opportunity = SALE) -> Note:
    return Note(
        id=UUID(int=100 + number),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW - timedelta(hours=number),
        content=content,
        opportunity_id=sale.id,
    )


def a_chain(*difficulties: Difficulty, number: int = 1, **changes: object) -> Note:
    problem = Problem(text=TROUBLE, difficulties=difficulties)
    return a_note(replace(problem, **changes), number)  # type: ignore[arg-type]  # by name


def here(*notes: Note, **changes: object) -> Situation:
    """One call with Halden Paper at 14:00; the judge knows a need-payoff question."""
    return replace(a_situation(a_call(), judge=JUDGE, notes=notes), **changes)  # type: ignore[arg-type]  # by name


def two_sales(*notes: Note) -> Situation:
    nord = a_call("Nord Steel", key="nord", starts_at=at("16:00"), ends_at=at("17:00"))
    return a_situation(a_call(), nord, judge=JUDGE, notes=notes)


def tap(verb: str, about: Note | str, value: str = "") -> Tapped:
    id_ = about if isinstance(about, str) else str(about.id)
    return Tapped(tap=Tap(verb=verb, about=id_, value=value))


def key(note: Note, words: str = LATE) -> str:
    return uuid5(note.id, words).hex[:8]


def problem(decision: Decision) -> Problem:
    """The problem as it was kept last."""
    content = saved(decision, Note)[-1].content
    assert isinstance(content, Problem)
    return content


def talk(situation: Situation) -> tuple[str, str] | None:
    """What the next line of chat is about, and answers."""
    one = situation.conversation.talk
    return None if one is None else (one.about, one.asks)


def lines(message: Message) -> list[Text]:
    return [one.text for one in message.blocks if isinstance(one, Line | Heading)]


def told(decision: Decision) -> list[Text]:
    """The lines of the one message sent."""
    (sent,) = sends(decision)
    return lines(sent.message)


# ---- the three steps ---------------------------------------------------------------------------


def test_a_problem_its_difficulties_and_a_question_for_each_are_kept_as_they_are_said() -> None:
    first, now = play(here(), says("difficulties halden"))
    assert said(first) == [["chain-ask-problem"]]
    named, now = play(now, says(TROUBLE))
    (note,) = saved(named, Note)
    assert note == Note(
        id=uuid5(a_rep().id, "problem/8"),
        rep_id=a_rep().id,
        author_id=a_rep().id,
        said_at=NOW + timedelta(minutes=1),
        content=Problem(text=TROUBLE),
        opportunity_id=SALE.id,
    )
    assert said(named) == [["chain-ask-difficulties"]]
    two, now = play(now, says(f"- {LATE}\n- {SCRAP}; {LATE}"))
    assert problem(two).difficulties == (Difficulty(text=LATE), Difficulty(text=SCRAP))
    assert told(two) == [text("chain-ask-more", count=2, problem=Quoted(TROUBLE))]
    on, now = play(now, says("done"))
    assert told(on) == [
        text("chain-ask-question", difficulty=Quoted(LATE), customer=Quoted("Halden Paper"))
    ]
    good, now = play(now, says(IMPLICATION))
    assert problem(good).difficulties[0] == Difficulty(text=LATE, question=IMPLICATION)
    assert said(good) == [["feedback-question", "chain-ask-question"]]
    weak, now = play(now, says(PROBLEM))
    assert problem(weak).difficulties[1] == Difficulty(text=SCRAP, question=PROBLEM)
    assert said(weak) == [["feedback-question", "chain-done", "chain-best"]]
    assert offered(sends(weak)[0]) == [
        ("chain_ask", key(note, SCRAP)),
        ("use_question", f"{note.id}/{key(note)}"),
        ("chain_payoff", ""),
        ("sale", "difficulties"),
    ]
    assert now.conversation.talk is None


def test_a_question_of_another_kind_is_kept_with_its_reason_and_may_be_reworded() -> None:
    note = a_chain(Difficulty(text=LATE))
    _, now = play(here(note), tap("chain_ask", note), says(PROBLEM))
    again, now = play(now, tap("chain_ask", note, key(note)))
    assert (said(again), talk(now)) == (
        [["chain-ask-question"]],
        (str(note.id), f"question/{key(note)}"),
    )
    better, _ = play(now, says(IMPLICATION))
    assert problem(better).difficulties == (Difficulty(text=LATE, question=IMPLICATION),)


def test_in_a_small_sale_a_problem_question_is_enough_and_the_coach_says_so() -> None:
    small = with_size(here(), "small")
    decision, now = play(small, says(f"difficulties halden: {TROUBLE}"))
    assert said(decision) == [["chain-ask-difficulties", "chain-small"]]
    decision, _ = play(now, says(LATE), says("done"), says(PROBLEM))
    assert told(decision)[0] == text("feedback-question", reason=text("advice-problem-small"))
    assert ("chain_ask", key(saved(decision, Note)[0])) not in offered(sends(decision)[0])


def test_of_the_kind_in_practice_only_the_kind_is_named_before_three_tries() -> None:
    practice = replace(a_note(Practice(behaviour="problem", began_at=NOW), 9), opportunity_id=None)
    note = a_chain(Difficulty(text=LATE), Difficulty(text=SCRAP))
    decision, now = play(here(note, practice), tap("chain_ask", note), says(PROBLEM))
    kind = text("judge-question-problem-bare")
    assert told(decision)[0] == text("feedback-practised-plain", reason=kind)
    assert offered(sends(decision)[0]) == []
    other = decide(says(IMPLICATION), now)
    assert said(other)[0][0] == "feedback-question"


def test_where_the_judge_is_not_sure_the_rep_says_which_reading_is_meant() -> None:
    note = a_chain(Difficulty(text=LATE))
    decision, now = play(here(note), tap("chain_ask", note), says(UNSURE))
    assert said(decision)[0][0] == "two-ways-question"
    readings = [one for one in offered(sends(decision)[0]) if one[0] == "chain_read"]
    assert readings == [
        ("chain_read", f"{key(note)}:problem"),
        ("chain_read", f"{key(note)}:implication"),
    ]
    chosen, now = play(now, tap("chain_read", note, f"{key(note)}:implication"))
    assert problem(chosen).difficulties[0].read_as == "implication"
    why = text("judge-question-implication-bare")
    assert told(chosen) == [text("feedback-question", reason=why)]
    assert kept.best_unused(SALE, now) is not None


def test_a_difficulty_may_be_skipped_and_another_closing_word_ends_it() -> None:
    note = a_chain(Difficulty(text=LATE), Difficulty(text=SCRAP))
    skipped, now = play(here(note), tap("chain_ask", note), says("skip"))
    assert told(skipped)[0].values["difficulty"] == Quoted(SCRAP)
    both, _ = play(now, says("skip"))
    assert told(both) == [text("chain-open", count=2, problem=Quoted(TROUBLE))]
    ended, now = play(now, says("enough"))
    assert (said(ended), now.conversation.talk) == ([["chain-open"]], None)


def test_a_question_written_too_early_is_one_for_the_latest_difficulty() -> None:
    note = a_chain(Difficulty(text=LATE), Difficulty(text=SCRAP))
    decision, _ = play(here(note), tap("chain_add", note), says(IMPLICATION))
    assert problem(decision).difficulties[1] == Difficulty(text=SCRAP, question=IMPLICATION)


def test_a_question_before_any_difficulty_asks_what_is_behind_it() -> None:
    decision, now = play(here(), says(f"difficulties halden {TROUBLE}"), says(IMPLICATION))
    assert told(decision) == [text("chain-asks-already", words=Quoted(IMPLICATION))]
    assert saved(decision, Note) == ()
    assert now.conversation.talk is not None


def test_five_difficulties_lead_on_to_the_questions_by_themselves() -> None:
    note = a_chain()
    decision, now = play(here(note), tap("chain_add", note), says("a;b；c\nd\ne\nf"))
    assert [one.text for one in problem(decision).difficulties] == ["a", "b", "c", "d", "e"]
    assert said(decision) == [["chain-ask-question"]]
    again, _ = play(now, says(f"/difficulties halden {TROUBLE}"))
    assert (said(again), saved(again, Note)) == ([["chain-ask-question"]], ())


@pytest.mark.parametrize(
    "at_step,key_again",
    [
        ([], "chain-ask-problem"),
        ([TROUBLE], "chain-ask-difficulties"),
        ([TROUBLE, LATE, "done"], "chain-ask-question"),
    ],
)
def test_who_asks_what_is_meant_is_asked_again_and_nothing_is_kept(
    at_step: list[str], key_again: str
) -> None:
    _, now = play(here(), says("difficulties"), *map(says, at_step))
    decision, _ = play(now, says("what do you mean?"))
    assert (said(decision), saved(decision, Note)) == ([[key_again]], ())


@pytest.mark.parametrize("at_step", [[], [TROUBLE]])
def test_a_closing_word_ends_it_where_nothing_follows(at_step: list[str]) -> None:
    decision, now = play(here(), says("difficulties"), *map(says, at_step), says("enough"))
    assert (said(decision), now.conversation.talk) == ([["chain-left"]], None)


def test_a_talk_about_what_is_gone_ends() -> None:
    note = a_chain(Difficulty(text=LATE))
    for gone in ("problem", "difficulties", "deliver"):
        lost = Conversation(rep_id=a_rep().id, talk=Talk(topic="chain", about="x", asks=gone))
        decision, now = play(here(note, conversation=lost), says("line 3"))
        assert (said(decision), now.conversation.talk) == ([["not-here-any-more"]], None)


def test_a_difficulty_changed_meanwhile_gives_its_turn_to_the_next() -> None:
    note = a_chain(Difficulty(text=LATE))
    asks = Talk(topic="chain", about=str(note.id), asks=f"question/{key(note, 'gone')}")
    talking = Conversation(rep_id=a_rep().id, version=7, talk=asks)
    decision, now = play(here(note, conversation=talking), says(IMPLICATION))
    assert (said(decision), saved(decision, Note)) == ([["chain-ask-question"]], ())
    assert talk(now) == (str(note.id), f"question/{key(note)}")


# ---- which sale, which problem -----------------------------------------------------------------


@pytest.mark.parametrize("words", ["difficulties", "难点", "explore"])
def test_with_several_customers_it_asks_which(words: str) -> None:
    decision = decide(says(words), two_sales())
    assert said(decision) == [["which-sale"]]
    assert offered(sends(decision)[0]) == [("sale", "difficulties")] * 2
    begun = decide(Tapped(tap=Tap(verb="sale", about=ABOUT, value="difficulties")), two_sales())
    assert told(begun) == [text("chain-ask-problem", customer=Quoted("Halden Paper"))]


def test_words_that_name_no_customer_are_said_back() -> None:
    decision = decide(Commanded(name="difficulties", words="line 2 stops"), two_sales())
    assert told(decision) == [text("chain-whom", words=Quoted("line 2 stops"))]
    assert offered(sends(decision)[0]) == [("sale", "difficulties")] * 2
    nobody = decide(Commanded(name="difficulties", words="line 2 stops"), a_situation())
    assert said(nobody) == [["no-sale-known"]]


def test_a_customer_is_known_by_the_chinese_title_of_a_call_too() -> None:
    hengda = replace(asked(a_call("Hengda Paper", key="hengda")), title="恒达纸业 二号线")
    both = a_situation(asked(a_call()), hengda, judge=JUDGE)
    for words in ("难点 恒达纸业：二号线停机", "难点 恒达 二号线停机"):
        decision = decide(says(words), both)
        assert problem(decision) == Problem(text="二号线停机")
        assert saved(decision, Note)[0].opportunity_id == hengda.opportunity_id


def test_problems_named_elsewhere_are_on_offer_each_once() -> None:
    need = a_note(Need(words="nights are a gamble"), 2)
    grown = a_note(Need(words="scrap hurts"), 3)
    wish = a_note(Need(words="we want less scrap", label="explicit", grew_from=grown.id), 4)
    linewatch = Product(
        name="Linewatch", solves=(Solves(problem="Line 2 stops"), Solves(problem="drift"))
    )
    product = replace(a_note(linewatch, 5), opportunity_id=None)
    elsewhere = a_note(Need(words="late invoices"), 6, NORD)
    notes = (need, grown, wish, product, elsewhere)
    call = planned(a_call(), Plan(problem=TROUBLE))
    sale = replace(SALE, problem="line 2 stops!")
    now = replace(here(*notes), calls=(call,), opportunities={SALE.id: sale})
    decision, now = play(now, says("difficulties"))
    row, by_form = [one for one in sends(decision)[0].message.blocks if isinstance(one, Buttons)]
    assert [one.tap.verb for one in by_form.buttons] == ["form"]
    labels = [one.label.values["problem"] for one in row.buttons]
    assert labels == [Quoted("line 2 stops!"), Quoted("nights are a gamble"), Quoted("drift")]
    taken, now = play(now, Tapped(tap=row.buttons[1].tap))
    assert problem(taken) == Problem(text="nights are a gamble")
    again = decide(Tapped(tap=row.buttons[1].tap), now)
    assert said(again) == [["not-here-any-more"]]


def test_a_problem_that_is_too_long_is_refused_with_the_limit() -> None:
    decision = decide(Commanded(name="difficulties", words="halden " + "x" * 501), here())
    assert told(decision) == [text("error-too-long", length=501, limit=500)]
    assert saved(decision, Note) == ()


def test_help_me_find_one_leads_into_the_steps_from_the_problem_that_is_known() -> None:
    call = planned(a_call(), Plan(problem=TROUBLE))
    found, now = play(replace(here(), calls=(call,)), taps("find", call))
    assert offered(sends(found)[0]) == [("plan", ""), ("chain_find", "")]
    decision, now = play(now, taps("chain_find", call))
    assert problem(decision) == Problem(text=TROUBLE)
    assert said(decision) == [["chain-ask-difficulties"]]
    begun = decide(taps("chain_find", a_call()), here())
    assert said(begun) == [["chain-ask-problem"]]


def test_the_plan_form_says_the_order_for_this_size() -> None:
    large = decide(taps("plan", a_call()), here()).reply
    small = decide(taps("plan", a_call()), with_size(here(), "small")).reply
    assert isinstance(large, ShowForm)
    assert isinstance(small, ShowForm)
    assert large.form.intro == (text("order-brief-large"),)
    assert small.form.intro == (text("order-brief-small"),)


def test_eight_problems_are_the_limit() -> None:
    full = here(*(a_note(Problem(text=f"p{n}"), n) for n in range(8)))
    for event in (tap("chain_begin", ABOUT), says("/difficulties halden p9")):
        decision = decide(event, full)
        assert told(decision) == [text("chain-full", most=8)]
        assert saved(decision, Note) == ()
    known = decide(says("difficulties halden P3."), full)
    assert told(known) == [text("chain-ask-difficulties", problem=Quoted("p3"))]


# ---- need-payoff -------------------------------------------------------------------------------


def test_a_need_payoff_question_is_asked_for_only_once_the_rep_can_deliver() -> None:
    note = a_chain(Difficulty(text=LATE, question=IMPLICATION))
    asks, now = play(here(note), tap("chain_payoff", note))
    assert offered(sends(asks)[0]) == [("chain_deliver", "yes"), ("chain_deliver", "no")]
    yes, now = play(now, says("yes"))
    assert (problem(yes).deliver, said(yes)) == ("yes", [["chain-ask-payoff"]])
    kept_, now = play(now, says(PAYOFF))
    assert problem(kept_).payoff == PAYOFF
    assert said(kept_) == [["chain-payoff-good", "chain-done", "chain-best"]]
    assert ("chain_payoff", "") not in offered(sends(kept_)[0])


def test_where_the_rep_cannot_deliver_no_need_payoff_question_is_asked_for() -> None:
    note = a_chain(Difficulty(text=LATE, question=IMPLICATION))
    decision, now = play(here(note), tap("chain_payoff", note), says("no"))
    assert (problem(decision).deliver, talk(now)) == ("no", None)
    assert said(decision) == [["chain-cannot-deliver"]]
    tapped = decide(tap("chain_deliver", note, "no"), here(note))
    assert problem(tapped).deliver == "no"


def test_another_answer_than_yes_or_no_is_asked_again_and_a_closing_word_ends_it() -> None:
    note = a_chain(Difficulty(text=LATE, question=IMPLICATION))
    again, now = play(here(note), tap("chain_payoff", note), says("we might"))
    assert said(again) == [["chain-ask-deliver"]]
    assert said(decide(says("enough"), now)) == [["chain-left"]]


def test_without_an_implication_question_it_is_too_early_for_the_worth() -> None:
    note = a_chain(Difficulty(text=LATE, question=PROBLEM))
    assert said(decide(tap("chain_payoff", note), here(note))) == [["chain-payoff-early"]]
    assert said(decide(tap("chain_deliver", note, "yes"), here(note))) == [["not-here-any-more"]]
    small = with_size(here(note), "small")
    assert said(decide(tap("chain_payoff", note), small)) == [["chain-ask-deliver"]]


def test_a_question_that_stays_with_the_trouble_is_told_what_is_wanted() -> None:
    note = a_chain(Difficulty(text=LATE, question=IMPLICATION), deliver="yes")
    _, asks = play(here(note), tap("chain_deliver", note, "yes"))
    other = decide(says(IMPLICATION), asks)
    assert problem(other).payoff == IMPLICATION
    assert said(other)[0][:2] == ["feedback-question", "chain-payoff-wanted"]
    assert said(decide(says("what do you mean"), asks)) == [["chain-ask-payoff"]]
    assert said(decide(says("enough"), asks)) == [["chain-left"]]
    unsure, now = play(asks, says(UNSURE))
    assert said(unsure)[0][:2] == ["two-ways-question", "chain-done"]
    read = decide(tap("chain_read", note, "payoff:implication"), now)
    assert problem(read).payoff_read_as == "implication"
    assert said(read) == [["feedback-question", "chain-payoff-wanted"]]


# ---- the page ----------------------------------------------------------------------------------


def test_the_page_shows_the_chain_and_the_order_of_questions() -> None:
    note = a_chain(
        Difficulty(text=LATE, question=IMPLICATION), Difficulty(text=SCRAP), payoff=PAYOFF
    )
    decision = decide(says("difficulties"), here(note))
    assert told(decision) == [
        text("chain-heading", customer=Quoted("Halden Paper")),
        text("chain-problem", problem=Quoted(TROUBLE)),
        text("chain-difficulty", difficulty=Quoted(LATE), question=Quoted(IMPLICATION)),
        text("chain-difficulty-open", difficulty=Quoted(SCRAP)),
        text("chain-payoff", question=Quoted(PAYOFF)),
        text("chain-best", question=Quoted(IMPLICATION), at=Moment(a_call().starts_at)),
        text("order-heading-large"),
        *(text(f"order-{one}-large") for one in ("situation", "problem", "implication", "payoff")),
    ]
    assert offered(sends(decision)[0]) == [
        ("chain_ask", ""),
        ("chain_add", ""),
        ("form", "chain"),
        ("chain_drop", ""),
        ("use_question", f"{note.id}/{key(note)}"),
        ("chain_begin", ""),
        ("form", "chain"),
    ]


def test_the_latest_three_problems_are_shown_and_the_rest_counted() -> None:
    notes = [a_note(Problem(text=f"p{number}"), number) for number in range(1, 6)]
    shown = page.page(SALE, here(*reversed(notes)))
    named = [one.values["problem"] for one in lines(shown) if one.key == "chain-problem"]
    assert named == [Quoted("p1"), Quoted("p2"), Quoted("p3")]
    assert text("chain-more", count=2) in lines(shown)


@pytest.mark.parametrize(
    "size,heading,kind",
    [(None, "unknown", "large"), ("large", "large", "large"), ("small", "small", "small")],
)
def test_the_order_and_its_risks_go_by_the_size_of_the_sale(
    size: str | None, heading: str, kind: str
) -> None:
    shown = keys(page.page(replace(SALE, size=size), here()))  # type: ignore[arg-type]  # a test's own
    assert shown[:2] == ["chain-heading", "chain-none"]
    assert shown[2:4] == [f"order-heading-{heading}", f"order-situation-{kind}"]


def test_a_full_chain_takes_no_more_difficulties() -> None:
    note = a_chain(*(Difficulty(text=f"d{n}", question=IMPLICATION) for n in range(5)))
    now = here(note)
    chain = kept.of_id(str(note.id), now)
    assert chain is not None
    verbs = [one.tap.verb for one in page.buttons(chain, now.judge)]
    assert verbs == ["chain_payoff", "form", "chain_drop"]
    assert said(decide(tap("chain_add", note), now)) == [["chain-done", "chain-best"]]


def test_a_problem_is_dropped_by_a_second_tap() -> None:
    note = a_chain(Difficulty(text=LATE))
    sure, now = play(here(note), tap("chain_drop", note))
    assert told(sure) == [text("chain-drop-ask", problem=Quoted(TROUBLE), count=1)]
    assert offered(sends(sure)[0]) == [("chain_drop", "yes"), ("sale", "difficulties")]
    dropped, now = play(now, tap("chain_drop", note, "yes"))
    assert (saved(dropped, Forgotten), now.notes) == ((Forgotten(id=note.id),), ())
    assert said(dropped) == [["chain-dropped"]]


@pytest.mark.parametrize(
    "verb,value",
    [
        ("chain_begin", ""),
        ("chain_find", ""),
        ("chain_add", ""),
        ("chain_ask", ""),
        ("chain_read", "payoff:implication"),
        ("chain_payoff", ""),
        ("chain_deliver", "yes"),
        ("chain_drop", "yes"),
    ],
)
def test_a_tap_on_what_is_gone_is_answered(verb: str, value: str) -> None:
    decision = decide(tap(verb, "gone", value), here())
    assert (said(decision), saved(decision, Note)) == ([["not-here-any-more"]], ())


@pytest.mark.parametrize(
    "verb,value",
    [
        ("chain_ask", "00000000"),
        ("chain_read", "00000000:implication"),
        ("chain_read", "payoff:implication"),
        ("chain_read", "payoff:lovely"),
    ],
)
def test_a_tap_with_a_value_from_elsewhere_is_answered(verb: str, value: str) -> None:
    note = a_chain(Difficulty(text=LATE))
    decision = decide(tap(verb, note, value), here(note))
    assert (said(decision), saved(decision, Note)) == ([["not-here-any-more"]], ())
    unwritten = decide(tap("chain_read", note, f"{key(note)}:problem"), here(note))
    assert said(unwritten) == [["not-here-any-more"]]


# ---- in the plan -------------------------------------------------------------------------------


def test_a_planned_question_goes_into_the_next_call_with_its_problem() -> None:
    note = a_chain(Difficulty(text=LATE, question=UNSURE, read_as="implication"))
    call = asked(a_call())
    used, now = play(
        replace(here(note), calls=(call,)), taps("use_question", call, f"{note.id}/{key(note)}")
    )
    plan = call_in(now, call).plan
    assert (plan.problem, plan.question, plan.question_as) == (TROUBLE, UNSURE, "implication")
    assert said(used) == [["chat-objective"]]
    assert kept.best_unused(SALE, now) is None
    whole = planned(asked(a_call()))
    verdict, _ = play(
        replace(here(note), calls=(whole,)), taps("use_question", whole, f"{note.id}/{key(note)}")
    )
    assert said(verdict)[0][:2] == ["feedback-objective", "feedback-question"]


@pytest.mark.parametrize("value", ["gone/00000000", f"{UUID(int=101)}/00000000", ""])
def test_a_question_that_is_gone_goes_into_no_plan(value: str) -> None:
    note = a_chain(Difficulty(text=LATE))
    decision = decide(taps("use_question", a_call(), value), here(note))
    assert said(decision) == [["not-here-any-more"]]
    empty = decide(taps("use_question", a_call(), f"{note.id}/{key(note)}"), here(note))
    assert said(empty) == [["not-here-any-more"]]


def test_the_prompt_offers_the_best_question_no_plan_has_yet() -> None:
    weak = a_chain(Difficulty(text=LATE, question=PROBLEM))
    good = a_chain(Difficulty(text=SCRAP, question=IMPLICATION), number=2, text="drift")
    call = a_call()
    blocks = planner.TOPIC.before(call, here(weak, good))
    assert lines(Message(blocks)) == [text("chain-before", question=Quoted(IMPLICATION))]
    assert offered(Message(blocks)) == [("use_question", f"{good.id}/{key(good, SCRAP)}")]
    small = with_size(here(weak, good), "small")
    (line, _) = planner.TOPIC.before(call, small)
    assert line == Line(text("chain-before", question=Quoted(PROBLEM)))
    only = planner.TOPIC.before(call, with_size(here(good), "small"))
    assert lines(Message(only)) == [text("chain-before", question=Quoted(IMPLICATION))]


def test_the_prompt_says_what_still_lacks_a_question() -> None:
    note = a_chain(Difficulty(text=LATE), Difficulty(text=SCRAP))
    decision = decide(says("plan"), here(note))
    assert "chain-before-open" in said(decision)[0]
    assert ("chain_ask", "") in offered(sends(decision)[0])


def test_the_prompt_is_silent_where_nothing_is_planned_or_a_question_is_there() -> None:
    weak = a_chain(Difficulty(text=LATE, question=PROBLEM))
    assert planner.TOPIC.before(a_call(), here()) == ()
    assert planner.TOPIC.before(a_call(), here(weak)) == ()
    assert planner.TOPIC.before(planned(a_call(), GOOD_PLAN), here(a_chain())) == ()
    assert planner.TOPIC.before(a_call("Other"), here()) == ()


def test_the_cue_card_follows_an_implication_question_with_what_solving_is_worth() -> None:
    whole = a_chain(
        Difficulty(text=LATE, question=IMPLICATION), payoff=PAYOFF, deliver="yes", text="stops"
    )
    other = a_chain(Difficulty(text=LATE), payoff=UNSURE, deliver="yes", number=2)
    call = planned(a_call(), GOOD_PLAN)
    followed = (Line(text("chain-cue", question=Quoted(PAYOFF))),)
    assert planner.TOPIC.cue(call, here(other, whole)) == followed
    due = comes_due("cue", str(call.id), call.starts_at, NOW)
    card = decide(due, replace(here(whole, other), calls=(call,), now=at("13:50")))
    assert said(card)[0][-2:] == ["chain-cue", "why-cue"]


def test_the_cue_card_is_silent_without_a_question_or_an_answer_to_give() -> None:
    asked_ = Difficulty(text=LATE, question=IMPLICATION)
    no = a_chain(asked_, payoff=PAYOFF, deliver="no")
    yes = a_chain(asked_, payoff=PAYOFF, deliver="yes")
    call = planned(a_call(), GOOD_PLAN)
    assert planner.TOPIC.cue(call, here(no)) == ()
    assert planner.TOPIC.cue(a_call(), here(yes)) == ()
    assert planner.TOPIC.cue(call, here(yes, opportunities={})) == ()


def test_without_a_call_ahead_nothing_is_offered_for_one() -> None:
    note = a_chain(Difficulty(text=LATE, question=IMPLICATION))
    later = here(note, now=at("16:00"))
    assert page.uses(SALE, later) == ()
    off = replace(here(note), calls=(replace(a_call(), standing="cancelled"),))
    assert kept.next_call(SALE, off) is None


# ---- the rep's page ----------------------------------------------------------------------------


def test_the_rep_s_page_counts_what_lacks_a_question_and_opens_that_sale() -> None:
    nord = a_note(Problem(text="drift", difficulties=(Difficulty(text=LATE),)), 2, NORD)
    line, row = planner.TOPIC.home(two_sales(a_chain(), nord))
    assert line == Line(text("chain-home", problems=2, count=1))
    assert isinstance(row, Buttons)
    assert [one.tap for one in row.buttons] == [
        Tap(verb="sale", about=str(NORD.id), value="difficulties"),
        Tap(verb="products"),
        Tap(verb="sale", about=str(NORD.id), value="inside"),
    ]


def test_the_rep_s_page_invites_where_nothing_is_planned_and_is_silent_without_a_customer() -> None:
    line, _ = planner.TOPIC.home(here())
    assert line == Line(text("chain-home-none", customer=Quoted("Halden Paper")))
    assert planner.TOPIC.home(a_situation()) == ()


def test_a_note_of_a_sale_that_is_over_shows_nowhere() -> None:
    gone = a_note(Problem(text=TROUBLE), 1, NORD)
    loose = replace(gone, id=UUID(int=7), opportunity_id=None)
    now = here(gone, loose)
    assert kept.of_id(str(gone.id), now) is None
    assert planner.TOPIC.home(now) == planner.TOPIC.home(here())


def test_the_form_opens_from_the_page() -> None:
    reply = decide(Tapped(tap=Tap(verb="form", about=ABOUT, value="chain")), here()).reply
    assert isinstance(reply, ShowForm)
