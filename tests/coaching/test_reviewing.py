"""After the call: what follows when a rep answers, in any order, twice, late, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from coaching import ids, review
from coaching.actions import Decision, Edit, Reject, ShowForm
from coaching.calls import Call, Learning, Promise, Review
from coaching.conversation import Focus
from coaching.decide import decide
from coaching.events import Submitted
from coaching.messages import text
from coaching.notes.practice import BEHAVIOURS
from coaching.people import Policy
from coaching.reviewing import is_open
from coaching.spans import Span
from coaching.turn import Situation
from tests.coaching.world import (
    ADVANCE,
    FALLBACK,
    a_call,
    at,
    call_in,
    edits,
    keys,
    offered,
    saved,
    says,
    sends,
    shown,
    then,
)
from tests.coaching.world_after import (
    AFTER,
    CLEAR,
    DATED,
    DAYLESS,
    FRIDAY,
    PERHAPS,
    QUESTIONS,
    REFUSED,
    SIGNED,
    THURSDAY,
    VAGUE,
    WARM,
    a_promise,
    after_the_call,
    asked_after,
    form,
    live,
    promised,
    review_after,
    reviewed,
    said,
    tap,
)

ASK = ids.review_ask_id(a_call())


def here(call: Call | None = None, **changes: object) -> Situation:
    return after_the_call(call or asked_after(), **changes)


def learnings(decision: Decision) -> list[str]:
    return [one.text for one in saved(decision, Learning)]


def focus_in(situation: Situation) -> str | None:
    focus = situation.conversation.focus
    return None if focus is None else focus.field


# ---- the tap -----------------------------------------------------------------------------------


def test_one_tap_is_a_review_a_promise_and_the_three_questions() -> None:
    decision = decide(tap("held", "agreed", on=ASK), here())
    after = review.with_held(asked_after(), "agreed", AFTER)
    assert saved(decision, Call) == (after,)
    assert saved(decision, Promise) == (a_promise(ADVANCE, THURSDAY),)
    assert shown(decision) == {ASK: review.answered(after)}
    assert said(decision) == ["promise-noted", *QUESTIONS]
    assert {send.thread for send in sends(decision)} == {asked_after().anchor}


def test_the_same_tap_twice_changes_nothing_more() -> None:
    twice = live(here(), tap("held", "agreed", on=ASK), tap("held", "agreed", on=ASK))
    once = live(here(), tap("held", "agreed", on=ASK))
    assert (twice.calls, twice.promises) == (once.calls, once.promises)
    decision = decide(tap("held", "agreed", on=ASK), once)
    assert said(decision) == QUESTIONS
    assert sends(decision)[0].id == f"{a_call().id}/questions"


@pytest.mark.parametrize(
    "value, key",
    [
        ("signed", "reviewed-order"),
        ("nothing", "reviewed-continuation"),
        ("refused", "reviewed-no-sale"),
    ],
)
def test_an_outcome_without_words_goes_on_to_the_questions(value: str, key: str) -> None:
    decision = decide(tap("held", value, on=ASK), here())
    assert keys(shown(decision)[ASK])[2] == key
    assert said(decision) == QUESTIONS


def test_a_call_not_held_is_settled_at_once() -> None:
    decision = decide(tap("held", "not_held", on=ASK), here())
    assert keys(shown(decision)[ASK])[2] == "reviewed-not-held"
    assert said(decision) == []


def test_a_reminder_that_is_tapped_shows_the_answer_too() -> None:
    reminder = f"{ASK}/9"
    decision = decide(tap("held", "signed", on=reminder), here())
    assert list(shown(decision)) == [ASK, reminder]
    assert shown(decision)[ASK] == shown(decision)[reminder]


@pytest.mark.parametrize("value", ["agreed", "stolen", ""])
def test_an_outcome_that_is_not_on_offer_is_answered(value: str) -> None:
    decision = decide(tap("held", value), here(replace(a_call(), review_asked_at=at("15:10"))))
    assert (said(decision), saved(decision, Call)) == (["not-here-any-more"], ())


# ---- in words ----------------------------------------------------------------------------------


def test_something_else_is_asked_for_in_words() -> None:
    decision = decide(tap("held", "other", on=ASK), here())
    assert said(decision) == ["ask-happened"]
    assert keys(shown(decision)[ASK])[2] == "reviewed-other"


def test_an_advance_in_words_is_noted_with_its_day() -> None:
    after = live(here(), tap("held", "other", on=ASK))
    decision = decide(says(DATED, source="m1"), after)
    assert said(decision) == ["feedback-outcome", "promise-noted", *QUESTIONS]
    assert promised(then(after, decision)) == [(DATED, FRIDAY)]


def test_words_instead_of_a_tap_are_taken() -> None:
    given = review_after(here(), says(DATED))
    assert (given.held, given.outcome, given.happened) == ("other", "advance", DATED)


def test_a_continuation_dressed_up_is_called_that_and_the_rep_decides() -> None:
    after = live(here(), tap("held", "other", on=ASK))
    decision = decide(says(WARM), after)
    assert said(decision) == ["feedback-outcome-continuation"]
    assert offered(sends(decision)[0]) == [
        ("more", ""),
        ("decide", "continuation"),
        ("decide", "advance"),
    ]
    assert promised(then(after, decision)) == []


@pytest.mark.parametrize(
    "value, expected",
    [
        ("advance", ["ask-by"]),
        ("continuation", QUESTIONS),
    ],
)
def test_what_the_rep_decides_holds_and_the_message_shows_it(
    value: str, expected: list[str]
) -> None:
    after = live(here(), tap("held", "other", on=ASK), says(WARM))
    doubt = f"{a_call().rep_id}/outcome/{a_call().id}/8"
    decision = decide(tap("decide", value, on=doubt), after)
    given = call_in(then(after, decision), a_call()).review
    assert (given.outcome, given.dressed_up) == (value, True)
    assert keys(shown(decision)[doubt]) == [f"decided-{value}"]
    assert said(decision) == expected


def test_a_decision_turned_round_twice_ends_as_it_was() -> None:
    after = live(here(), tap("held", "other"), says(WARM), tap("decide", "advance"))
    again = live(after, tap("decide", "continuation"), tap("decide", "advance"))
    assert again.calls == after.calls


def test_decided_stays_decided_when_the_same_words_come_again_by_form() -> None:
    after = live(here(), tap("held", "other"), says(WARM), tap("decide", "advance"))
    decision = decide(form(held="other", happened=WARM), after)
    given = call_in(then(after, decision), a_call()).review
    assert (given.outcome, given.dressed_up) == ("advance", True)
    assert said(decision) == []


def test_an_edit_is_answered_in_its_thread_else_in_the_calls() -> None:
    told = live(here(), says(DATED, source="m1"))
    threads = [
        {one.thread for one in sends(decide(edits("m1", WARM, thread=thread), told))}
        for thread in ("", "another")
    ]
    assert threads == [{asked_after().anchor}, {"another"}]


def test_new_words_are_judged_anew() -> None:
    after = live(here(), tap("held", "other"), says(WARM), tap("decide", "continuation"))
    given = review_after(after, form(held="other", happened=DATED))
    assert (given.outcome, given.dressed_up) == ("advance", False)


@pytest.mark.parametrize("words", ["No.", "nothing", "没有", "Nothing firm", "没推进"])
def test_a_no_to_the_doubt_makes_it_a_continuation(words: str) -> None:
    after = live(here(), tap("held", "other"), says(PERHAPS))
    decision = decide(says(words), after)
    given = call_in(then(after, decision), a_call()).review
    assert (given.outcome, given.happened) == ("continuation", PERHAPS)
    assert said(decision) == QUESTIONS


def test_a_yes_to_the_doubt_asks_who_does_what() -> None:
    after = live(here(), tap("held", "other"), says(PERHAPS))
    assert said(decide(says("Yes."), after)) == ["ask-happened"]


def test_a_day_given_with_doubtful_words_stands_once_they_are_an_advance() -> None:
    doubted = live(here(), form(held="other", happened=PERHAPS, by=FRIDAY.isoformat()))
    assert promised(doubted) == []
    assert promised(live(doubted, tap("decide", "advance"))) == [(PERHAPS, FRIDAY)]
    assert promised(live(doubted, tap("decide", "continuation"))) == []


def test_a_day_of_former_words_is_not_the_day_of_new_ones() -> None:
    doubted = live(here(), form(held="other", happened=PERHAPS, by=FRIDAY.isoformat()))
    again = live(doubted, says(WARM), tap("decide", "advance"))
    assert promised(again) == []


def test_more_words_after_the_doubt_take_the_place_of_the_first() -> None:
    after = live(here(), tap("held", "other"), says(WARM), tap("more"), says(DATED))
    assert call_in(after, a_call()).review.happened == DATED
    assert promised(after) == [(DATED, FRIDAY)]


def test_an_order_in_words_is_an_order_and_no_promise() -> None:
    after = live(here(), tap("held", "other"), says(SIGNED))
    assert call_in(after, a_call()).review.outcome == "order"
    assert after.promises == ()


def test_a_refusal_in_words_is_said_and_can_be_decided_otherwise() -> None:
    after = live(here(), tap("held", "other"))
    decision = decide(says(REFUSED), after)
    assert said(decision) == ["feedback-outcome"]
    assert offered(sends(decision)[0])[0] == ("decide", "continuation")


def test_a_plan_that_was_a_continuation_is_called_one_when_agreed() -> None:
    warm = asked_after(plan=replace(asked_after().plan, objective=WARM))
    decision = decide(tap("held", "agreed", on=ASK), here(warm))
    assert said(decision) == ["feedback-outcome-continuation"]


@pytest.mark.parametrize("verb", ["more", "decide", "by"])
def test_buttons_about_words_are_gone_once_there_are_none(verb: str) -> None:
    after = live(here(), tap("held", "other"), says(WARM), tap("held", "refused"))
    decision = decide(tap(verb, "advance"), after)
    assert (said(decision), saved(decision, Call)) == (["not-here-any-more"], ())


def test_a_forged_decision_changes_nothing() -> None:
    after = live(here(), tap("held", "other"), says(WARM))
    decision = decide(tap("decide", "order"), after)
    assert (saved(decision, Call), decision.actions) == ((), ())


# ---- changing one's mind -----------------------------------------------------------------------


def test_agreed_then_refused_then_signed_leaves_an_order_and_no_promise() -> None:
    after = live(here(), tap("held", "agreed"), tap("held", "refused"), tap("held", "signed"))
    given = call_in(after, a_call()).review
    assert (given.held, given.outcome, given.happened) == ("signed", "order", "")
    assert after.promises == (a_promise(ADVANCE, THURSDAY, withdrawn=True),)


def test_agreed_again_brings_the_promise_back() -> None:
    after = live(here(), tap("held", "agreed"), tap("held", "refused"), tap("held", "agreed"))
    assert promised(after) == [(ADVANCE, THURSDAY)]


@pytest.mark.parametrize("value", ["other", "not_held", "nothing"])
def test_any_other_outcome_takes_the_promise_back(value: str) -> None:
    assert promised(live(here(), tap("held", "agreed"), tap("held", value))) == []


def test_words_that_turn_out_warm_take_the_promise_back() -> None:
    after = live(here(), says(DATED, source="m1"), edits("m1", WARM))
    assert (promised(after), call_in(after, a_call()).review.outcome) == ([], "continuation")


def test_deciding_on_a_continuation_takes_the_promise_back() -> None:
    after = live(here(), says(DATED), tap("decide", "continuation"))
    assert promised(after) == []


def test_not_held_then_held_after_all_asks_the_questions() -> None:
    after = live(here(), tap("held", "not_held"))
    assert said(decide(tap("held", "signed"), after)) == QUESTIONS


# ---- by when -----------------------------------------------------------------------------------


def without_a_day() -> Situation:
    return live(here(), tap("held", "other"), says(DAYLESS))


def test_without_a_day_in_the_words_it_is_asked_for() -> None:
    situation = live(here(), tap("held", "other"))
    decision = decide(says(DAYLESS), situation)
    assert said(decision) == ["feedback-outcome", "ask-by"]
    assert focus_in(then(situation, decision)) == "by"


@pytest.mark.parametrize(
    "words, day",
    [
        ("by Friday", FRIDAY),
        ("2026-12-01", date(2026, 12, 1)),
        ("明天", FRIDAY),
        ("next week", date(2026, 12, 4)),
    ],
)
def test_the_day_may_be_typed(words: str, day: date) -> None:
    assert promised(live(without_a_day(), says(words))) == [(DAYLESS, day)]


def test_a_day_typed_later_counts_from_then() -> None:
    later = replace(without_a_day(), now=at("10:00", day=30))
    assert promised(live(later, says("tomorrow"))) == [(DAYLESS, date(2026, 12, 1))]


def test_the_day_may_be_tapped() -> None:
    decision = decide(tap("by", "2026-11-27"), without_a_day())
    assert said(decision) == ["promise-noted", *QUESTIONS]


@pytest.mark.parametrize(
    "event", [tap("by", ""), says("no"), says("No date."), says("没定"), says("No day~")]
)
def test_no_day_goes_on_without_a_promise(event: object) -> None:
    decision = decide(event, without_a_day())  # type: ignore[arg-type]  # an event
    assert said(decision) == QUESTIONS
    assert saved(decision, Promise) == ()


def test_no_day_takes_back_the_one_noted() -> None:
    after = live(without_a_day(), tap("by", "2026-11-27"), tap("by", ""))
    assert promised(after) == []


def test_what_names_no_day_is_asked_again() -> None:
    assert said(decide(says("they will tell us"), without_a_day())) == ["ask-by"]


@pytest.mark.parametrize(
    "words, key",
    [("2026-11-25", "error-date-before-call"), ("9999-12-31", "error-date-far")],
)
def test_a_day_that_cannot_be_is_named_and_not_noted(words: str, key: str) -> None:
    for event in (says(words), tap("by", words)):
        decision = decide(event, without_a_day())
        assert (said(decision), saved(decision, Promise)) == ([key], ())


def test_a_changed_day_moves_the_promise() -> None:
    after = live(without_a_day(), tap("by", "2026-11-27"))
    decision = decide(form(held="other", happened=DAYLESS, by="2026-12-01"), after)
    assert saved(decision, Promise) == (a_promise(DAYLESS, date(2026, 12, 1)),)
    assert said(decision) == ["promise-noted"]


def test_a_promise_already_kept_stays_kept_when_the_review_is_sent_again() -> None:
    kept = a_promise(kept=True, settled_at=AFTER)
    situation = replace(live(without_a_day(), tap("by", "2026-11-27")), promises=(kept,))
    decision = decide(form(held="other", happened=DAYLESS, by="2026-11-27"), situation)
    assert saved(decision, Promise) == ()


def test_a_day_cleared_in_the_form_takes_the_promise_back_for_good() -> None:
    after = live(here(), form(held="other", happened=DATED))
    assert promised(after) == [(DATED, FRIDAY)]
    cleared = live(after, form(held="other", happened=DATED, by=""))
    assert promised(cleared) == []
    assert promised(live(cleared, form(held="other", happened=DATED, by=""))) == []
    assert decide(tap("review"), cleared).reply == ShowForm(
        review.review_form(call_in(cleared, a_call()), None, BEHAVIOURS)
    )


def test_without_a_zone_days_are_utcs() -> None:
    after = live(here(work=None), tap("held", "other"), says(DAYLESS), says("tomorrow"))
    assert promised(after) == [(DAYLESS, FRIDAY)]


# ---- the three questions -----------------------------------------------------------------------


def signed() -> Situation:
    return live(here(), tap("held", "signed", on=ASK))


def test_the_questions_are_answered_one_by_one_in_chat() -> None:
    situation = signed()
    heard = []
    for words in (CLEAR, "Jens decides alone", CLEAR):
        decision = decide(says(words), situation)
        heard.append(said(decision))
        situation = then(situation, decision)
    assert heard == [["ask-account"], ["ask-elsewhere"], ["ask-share", "review-done"]]
    given = call_in(situation, a_call()).review
    assert (given.differently, given.account, given.elsewhere) == (
        CLEAR,
        "Jens decides alone",
        CLEAR,
    )
    assert (given.done, given.share, focus_in(situation)) == (True, False, None)


def test_a_vague_answer_is_asked_about_once_and_the_detail_added() -> None:
    situation = signed()
    decision = decide(says(VAGUE), situation)
    assert said(decision) == ["detail-differently"]
    situation = live(situation, says(VAGUE), says(CLEAR), says(VAGUE))
    given = call_in(situation, a_call()).review
    assert given.differently == f"{VAGUE}\n{CLEAR}"
    assert given.account == VAGUE
    assert focus_in(situation) == "elsewhere"


def test_a_detail_that_makes_the_answer_too_long_is_not_taken() -> None:
    situation = live(signed(), says(VAGUE))
    decision = decide(says("x" * 495), situation)
    assert said(decision) == ["error-too-long"]
    assert saved(decision, Call) == ()


def test_nothing_new_to_the_questions_together_is_nothing_new_to_all() -> None:
    decision = decide(tap("nothing_new"), signed())
    assert said(decision) == ["review-done"]
    assert saved(decision, Call)[0].review.passed == review.THREE


def test_nothing_new_to_one_question_goes_on_to_the_next() -> None:
    situation = live(signed(), says(CLEAR))
    decision = decide(tap("nothing_new"), situation)
    assert said(decision) == ["ask-elsewhere"]
    assert saved(decision, Call)[0].review.passed == ("account",)


def test_nothing_to_add_to_a_vague_answer_goes_on_to_the_next() -> None:
    assert said(decide(says("nothing"), live(signed(), says(VAGUE)))) == ["ask-account"]


def test_enough_for_today_closes_the_questions_once() -> None:
    decision = decide(tap("enough"), signed())
    assert said(decision) == ["review-done"]
    assert saved(decision, Call)[0].review.done
    closed = then(signed(), decision)
    for verb in ("enough", "nothing_new"):
        assert (decide(tap(verb), closed).actions, saved(decide(tap(verb), closed), Call)) == (
            (),
            (),
        )


@pytest.mark.parametrize("verb", ["enough", "nothing_new"])
@pytest.mark.parametrize("value", [None, "other"])
def test_enough_without_an_outcome_leaves_the_review_open(verb: str, value: str | None) -> None:
    situation = here() if value is None else live(here(), tap("held", value))
    decision = decide(tap(verb), situation)
    assert (said(decision), saved(decision, Call)) == (["review-left-open"], ())


def test_the_count_of_questions_is_shown_where_it_was_tapped() -> None:
    questions = f"{a_call().id}/questions"
    decision = decide(tap("asked", "some", on=questions), signed())
    assert saved(decision, Call)[0].review.asked == "some"
    weekly = ["asked-weekly", "ask-asked", "ask-asked", "asked-noted", "ask-asked", "ask-proposed"]
    assert keys(shown(decision)[questions]) == ["three-questions", *weekly]


def test_a_forged_count_changes_nothing() -> None:
    decision = decide(tap("asked", "99"), signed())
    assert (saved(decision, Call), decision.actions) == ((), ())


# ---- sharing -----------------------------------------------------------------------------------


def learned() -> Situation:
    return live(signed(), says(CLEAR), says(CLEAR), says(CLEAR, source="m3"))


def test_a_learning_is_shared_only_when_the_rep_says_so_and_can_be_taken_back() -> None:
    asked = f"{a_call().rep_id}/share/10"
    shared = decide(tap("share", "yes", on=asked), learned())
    assert learnings(shared) == [CLEAR]
    assert keys(shown(shared)[asked]) == ["shared"]
    situation = then(learned(), shared)
    assert learnings(decide(tap("share", "yes"), situation)) == []
    assert learnings(decide(tap("share", "no"), situation)) == [""]
    assert learnings(decide(tap("share", "no"), learned())) == []


def test_an_edited_learning_is_shared_as_edited() -> None:
    shared = live(learned(), tap("share", "yes"))
    assert learnings(decide(edits("m3", "Ask who signs"), shared)) == ["Ask who signs"]
    assert learnings(decide(edits("m3", "Ask who signs"), learned())) == []


def test_a_learning_cleared_in_the_form_is_taken_back() -> None:
    shared = live(learned(), tap("share", "yes"))
    assert learnings(decide(form(held="signed", share="yes"), shared)) == [""]


def test_a_review_sent_again_does_not_share_its_learning_again() -> None:
    shared = live(here(), form(held="signed", elsewhere=CLEAR, share="yes"))
    again = decide(form(held="signed", elsewhere=CLEAR, share="yes", account="x"), shared)
    assert learnings(again) == []


def test_a_form_shares_nothing_unless_ticked() -> None:
    assert learnings(decide(form(held="signed", elsewhere=CLEAR), here())) == []
    ticked = decide(form(held="signed", elsewhere=CLEAR, share="yes"), here())
    assert learnings(ticked) == [CLEAR]


@pytest.mark.parametrize("value", ["", "all"])
def test_a_forged_share_changes_nothing(value: str) -> None:
    decision = decide(tap("share", value), learned())
    assert (saved(decision, Call), decision.actions) == ((), ())


def test_there_is_nothing_to_share_without_a_learning() -> None:
    decision = decide(tap("share", "yes"), signed())
    assert (said(decision), saved(decision, Call)) == (["not-here-any-more"], ())


# ---- the form ----------------------------------------------------------------------------------


def test_a_whole_review_by_form_is_taken_and_asks_nothing_more() -> None:
    decision = decide(
        form(
            held="agreed",
            differently=CLEAR,
            account="b",
            elsewhere="c",
            asked="many",
            proposed="yes",
        ),
        here(),
    )
    assert saved(decision, Call)[0].review == Review(
        held="agreed",
        happened=ADVANCE,
        outcome="advance",
        differently=CLEAR,
        account="b",
        elsewhere="c",
        asked="many",
        proposed=True,
        done=True,
        reviewed_at=AFTER,
    )
    assert said(decision) == ["promise-noted"]


def test_a_vague_answer_in_a_form_is_asked_about_once_and_the_detail_added() -> None:
    decision = decide(form(held="signed", account=VAGUE), here())
    assert said(decision) == ["detail-account"]
    after = live(here(), form(held="signed", account=VAGUE), says(CLEAR))
    given = call_in(after, a_call()).review
    assert (given.account, given.done) == (f"{VAGUE}\n{CLEAR}", True)
    assert said(decide(form(held="signed", account=VAGUE), after)) == []


def test_a_vague_answer_waits_until_the_day_is_known() -> None:
    situation = live(here(), form(held="other", happened=DAYLESS, account=VAGUE))
    assert focus_in(situation) == "by"
    assert said(decide(says("Friday"), situation)) == ["promise-noted", "detail-account"]


def test_a_call_not_held_is_not_asked_about_in_detail() -> None:
    assert said(decide(form(held="not_held", account=VAGUE), here())) == []


def test_the_words_of_the_plan_need_not_be_written_again() -> None:
    given = review_after(here(), form(held="fallback"))
    assert (given.outcome, given.happened) == ("advance", FALLBACK)


def test_words_left_from_another_outcome_are_not_taken_for_the_new_one() -> None:
    agreed = live(here(), tap("held", "agreed"))
    assert review_after(agreed, form(held="fallback", happened=ADVANCE)).happened == FALLBACK
    assert review_after(agreed, form(held="refused", happened=ADVANCE)).happened == ""
    assert review_after(agreed, form(held="other", happened=ADVANCE)).happened == ADVANCE


def test_words_about_an_outcome_that_needs_none_are_kept() -> None:
    given = review_after(here(), form(held="nothing", happened="Not before spring"))
    assert (given.outcome, given.happened) == ("continuation", "Not before spring")


def test_all_faults_of_a_form_are_told_at_once_and_nothing_is_stored() -> None:
    decision = decide(
        form(
            held="other",
            by="9999-12-31",
            differently="x" * 40_000,
            account="a\0b",
            asked="9",
            share="maybe",
        ),
        here(),
    )
    assert decision.reply == Reject(
        {
            "happened": text("error-required"),
            "by": text("error-date-far"),
            "differently": text("error-too-long", length=40_000, limit=500),
            "account": text("error-characters"),
            "asked": text("error-choice"),
            "share": text("error-choice"),
        }
    )
    assert (saved(decision, Call), decision.actions) == ((), ())


@pytest.mark.parametrize(
    "answers, errors",
    [
        ({}, {"held": text("error-required")}),
        ({"held": "stolen"}, {"held": text("error-choice")}),
        ({"held": "signed", "by": "soon"}, {"by": text("error-date")}),
        ({"held": "signed", "by": "2026-11-25"}, {"by": text("error-date-before-call")}),
    ],
)
def test_a_fault_of_a_form_is_named_at_its_field(
    answers: dict[str, str], errors: dict[str, object]
) -> None:
    reply = decide(form(**answers), here()).reply
    assert isinstance(reply, Reject)
    assert dict(reply.errors) == errors


# ---- when --------------------------------------------------------------------------------------


def test_a_call_never_asked_about_is_reviewed_by_form_and_shows_it() -> None:
    unasked = replace(asked_after(), review_asked_at=None, anchor="")
    situation = here(unasked)
    decision = decide(form(held="signed", account=VAGUE), situation)
    assert [(send.id, send.thread) for send in sends(decision)] == [
        (ASK, ""),
        (f"{a_call().rep_id}/detail/7", ASK),
    ]
    again = decide(form(held="refused"), then(situation, decision))
    assert isinstance(again.actions[0], Edit)
    assert again.actions[0].id == ASK


def test_a_call_never_asked_about_is_reviewed_by_command() -> None:
    unasked = replace(asked_after(), review_asked_at=None)
    asked = decide(says("review"), here(unasked))
    assert said(asked) == ["review-heading", "review-aim", "why-review"]
    given = review_after(here(unasked), says("review"), says("They signed"))
    assert given.outcome == "order"


@pytest.mark.parametrize(
    "moment, standing, opened",
    [
        (at("14:59"), "on", False),
        (at("15:00"), "on", True),
        (at("15:00"), "cancelled", False),
        (at("15:00"), "skipped", False),
        (at("14:59", day=26) + timedelta(days=7), "on", True),
        (at("15:00", day=26) + timedelta(days=7), "on", False),
    ],
)
def test_a_review_is_open_from_the_end_of_the_call_for_a_week(
    moment: object, standing: str, opened: bool
) -> None:
    call = replace(asked_after(), standing=standing)  # type: ignore[arg-type]  # a label
    for work in (here().work, None):
        situation = here(call, now=moment, work=work)
        assert is_open(call, situation) is opened


def test_a_week_on_leave_does_not_close_a_review() -> None:
    call = asked_after()
    leave = (("leave", Span(at("00:00", day=27), at("00:00", day=30) + timedelta(days=7))),)
    monday = at("09:00", day=30) + timedelta(days=7)
    assert not is_open(call, here(call, now=monday))
    assert is_open(call, here(call, now=monday, busy=leave))


def test_a_closed_review_is_answered_by_form_by_tap_and_by_the_button() -> None:
    late = here(now=AFTER + timedelta(days=12))
    assert said(decide(tap("held", "agreed"), late)) == ["review-is-closed"]
    assert said(decide(tap("review"), late)) == ["review-is-closed"]
    assert decide(form(held="signed"), late).reply == Reject({"held": text("review-is-closed")})


def test_a_form_for_a_call_that_is_gone_is_answered() -> None:
    gone = Submitted(kind="review", about="nobody", answers={"held": "signed"})
    assert said(decide(gone, here())) == ["not-here-any-more"]


@pytest.mark.parametrize(
    "value, until",
    [("1h", at("16:15")), ("tomorrow", at("08:30", day=27))],
)
def test_the_question_can_be_snoozed_and_says_so(value: str, until: object) -> None:
    decision = decide(tap("snooze_review", value, on=ASK), here())
    assert saved(decision, Call)[0].review_snoozed_until == until
    assert keys(shown(decision)[ASK])[2] == "snoozed-until"


def test_tomorrow_is_the_next_day_at_work() -> None:
    friday_off = (("leave", Span(at("00:00", day=27), at("00:00", day=28))),)
    decision = decide(tap("snooze_review", "tomorrow"), here(busy=friday_off))
    assert saved(decision, Call)[0].review_snoozed_until == at("08:30", day=30)


def test_without_a_zone_a_snooze_is_an_hour() -> None:
    decision = decide(tap("snooze_review", "tomorrow"), here(work=None, policy=Policy()))
    assert saved(decision, Call)[0].review_snoozed_until == AFTER + timedelta(hours=1)


def test_a_snooze_of_what_was_answered_meanwhile_shows_the_answer() -> None:
    decision = decide(tap("snooze_review", "1h", on=ASK), signed())
    assert (saved(decision, Call), keys(shown(decision)[ASK])[2]) == ((), "reviewed-order")


def test_a_forged_snooze_changes_nothing() -> None:
    decision = decide(tap("snooze_review", "9y", on=ASK), here())
    assert (saved(decision, Call), decision.actions) == ((), ())


# ---- edited messages ---------------------------------------------------------------------------


def test_an_edited_outcome_is_judged_anew_and_moves_the_promise() -> None:
    after = live(here(), says(DATED, source="m1"), edits("m1", "Mara sends it by 1 Dec"))
    assert promised(after) == [("Mara sends it by 1 Dec", date(2026, 12, 1))]


def test_an_edited_day_moves_the_promise() -> None:
    after = live(without_a_day(), says("Friday", source="m2"), edits("m2", "1 Dec"))
    assert promised(after) == [(DAYLESS, date(2026, 12, 1))]


def test_an_edited_answer_is_kept_as_edited() -> None:
    assert review_after(signed(), says(CLEAR, source="m1"), edits("m1", "x")).differently == "x"


def test_an_edit_that_changes_nothing_says_nothing() -> None:
    after = live(here(), says(DATED, source="m1"))
    assert decide(edits("m1", DATED), after).actions == ()


def test_an_edit_of_words_that_stand_no_more_is_answered() -> None:
    after = live(here(), says(DATED, source="m1"), tap("held", "refused"))
    decision = decide(edits("m1", WARM), after)
    assert (said(decision), saved(decision, Call)) == (["not-here-any-more"], ())


def test_what_is_typed_while_another_call_is_in_focus_stays_with_its_own() -> None:
    other = reviewed(a_call("Olt Steel", key="olt-1"), held="signed", outcome="order")
    situation = after_the_call(asked_after(), other)
    focus = Focus(topic="review", call_id=other.id, field="account")
    conversation = replace(situation.conversation, focus=focus)
    situation = live(replace(situation, conversation=conversation), tap("held", "signed"))
    assert focus_in(situation) == ""
    decision = decide(tap("nothing_new", call=other), situation)
    assert saved(decision, Call)[0].review.passed == review.THREE
