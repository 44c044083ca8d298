"""After the call: what the coach asks and shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from coaching import review
from coaching.calls import Held, Plan, Review
from coaching.ids import promise_id
from coaching.messages import Button, Buttons, Line, Quoted, Small, Tap, text
from coaching.people import Policy
from tests.coaching.world import (
    ADVANCE,
    GOOD_PLAN,
    a_call,
    a_verdict,
    at,
    keys,
    offered,
    planned,
)
from tests.coaching.world_after import (
    AFTER,
    CLEAR,
    FRIDAY,
    JUDGE,
    PERHAPS,
    REFUSED,
    SIGNED,
    VAGUE,
    WARM,
    a_promise,
    asked_after,
    ended,
    reviewed,
)

BARE = ("other", "signed", "nothing", "refused", "not_held")


@pytest.mark.parametrize(
    "plan, choices",
    [
        (Plan(), BARE),
        (GOOD_PLAN, ("agreed", *BARE)),
        (asked_after().plan, ("agreed", "fallback", *BARE)),
    ],
)
def test_the_outcomes_on_offer_hold_against_what_was_planned(
    plan: Plan, choices: tuple[Held, ...]
) -> None:
    assert review.choices(planned(a_call(), plan)) == choices


def test_the_question_names_the_aim_and_can_be_snoozed() -> None:
    ask = review.ask(asked_after(), Policy())
    assert keys(ask) == ["review-heading", "review-aim", "why-review"]
    held = [("held", one) for one in ("agreed", "fallback", *BARE)]
    assert offered(ask) == [*held, ("snooze_review", "1h"), ("snooze_review", "tomorrow")]


def test_without_a_plan_it_asks_what_they_agreed_to() -> None:
    reminder = review.ask(a_call(), Policy(), reminder=True)
    assert keys(reminder) == ["review-heading", "review-no-aim", "why-review-reminder"]


def test_the_small_print_says_how_long_the_review_is_open() -> None:
    here = Policy(review_open=timedelta(days=14))
    two_weeks = Small(text("why-review", open=text("length-days", days=14)))
    assert review.ask(a_call(), here).blocks[-1] == two_weeks


def test_a_snoozed_question_says_until_when() -> None:
    assert (
        keys(review.ask(a_call(), Policy(), until=AFTER + timedelta(hours=1)))[2] == "snoozed-until"
    )


@pytest.mark.parametrize(
    "given, lines",
    [
        (Review(held="not_held"), ["reviewed-not-held"]),
        (Review(held="other"), ["reviewed-other"]),
        (Review(held="refused", outcome="no_sale"), ["reviewed-no-sale"]),
        (
            Review(held="signed", outcome="order", happened="PO"),
            ["reviewed-order", "reviewed-happened"],
        ),
    ],
)
def test_once_answered_the_question_turns_into_the_answer(given: Review, lines: list[str]) -> None:
    bare = review.answered(replace(a_call(), review=given))
    aimed = review.answered(replace(asked_after(), review=given))
    assert keys(bare) == ["review-heading", *lines]
    assert keys(aimed) == ["review-heading", "review-aim", *lines]
    assert offered(bare) == [("review", "")]


# ---- the outcome -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "held, outcome, happened",
    [
        ("agreed", "advance", ADVANCE),
        ("fallback", "advance", "Jens names the shift lead"),
        ("other", None, ""),
        ("signed", "order", ""),
        ("nothing", "continuation", ""),
        ("refused", "no_sale", ""),
        ("not_held", None, ""),
    ],
)
def test_one_tap_gives_the_outcome(held: Held, outcome: str | None, happened: str) -> None:
    call = review.with_held(asked_after(), held, AFTER)
    done = held == "not_held"
    expected = Review(held=held, outcome=outcome, happened=happened, done=done, reviewed_at=AFTER)  # type: ignore[arg-type]  # labels
    assert call.review == expected


def test_the_first_answer_says_when_the_call_was_reviewed() -> None:
    call = review.with_held(asked_after(), "agreed", AFTER)
    assert review.with_held(call, "refused", at("18:00")).review.reviewed_at == AFTER


def test_words_stay_with_their_outcome_and_leave_with_it() -> None:
    call = reviewed(asked_after(), held="agreed", happened="In my words")
    assert review.with_held(call, "agreed", AFTER).review.happened == "In my words"
    assert review.with_held(call, "refused", AFTER).review.happened == ""
    assert review.with_held(call, "agreed", AFTER, "").review.happened == ADVANCE
    assert review.with_held(call, "nothing", AFTER, "Next year").review.happened == "Next year"
    assert review.with_held(call, "not_held", AFTER, "Ill").review.happened == ""


def test_a_call_that_took_place_after_all_is_asked_about_again() -> None:
    absent = reviewed(asked_after(), held="not_held", done=True)
    assert review.with_held(absent, "signed", AFTER).review.done is False
    assert review.with_held(absent, "signed", AFTER, "").review.done is True


@pytest.mark.parametrize(
    "held, words, outcome, dressed_up",
    [
        ("other", ADVANCE, "advance", False),
        ("other", WARM, "continuation", True),
        ("other", PERHAPS, None, False),
        ("other", REFUSED, "no_sale", False),
        ("other", SIGNED, "order", False),
        ("agreed", ADVANCE, "advance", False),
        ("agreed", WARM, "continuation", True),
        ("agreed", PERHAPS, "advance", False),
        ("fallback", SIGNED, "advance", False),
    ],
)
def test_words_are_read_and_who_says_they_agreed_is_believed_unless_it_is_surely_none(
    held: Held, words: str, outcome: str | None, dressed_up: bool
) -> None:
    call, verdict = review.with_happened(reviewed(a_call(), held=held), words, JUDGE)
    expected = Review(held=held, happened=words, outcome=outcome, dressed_up=dressed_up)  # type: ignore[arg-type]  # labels
    assert call.review == expected
    assert verdict == JUDGE.read("outcome", words)


DECIDE = [("decide", "continuation"), ("decide", "advance")]


@pytest.mark.parametrize(
    "verdict, key, buttons",
    [
        (a_verdict("outcome", "advance"), "feedback-outcome", []),
        (a_verdict("outcome", "order"), "feedback-outcome", []),
        (a_verdict("outcome", "no_sale"), "feedback-outcome", DECIDE),
        (
            a_verdict("outcome", "continuation", "talk again"),
            "feedback-outcome-continuation",
            [("more", ""), *DECIDE],
        ),
        (
            a_verdict("outcome", "advance", second="continuation"),
            "two-ways-outcome",
            [("more", ""), *DECIDE],
        ),
    ],
)
def test_where_the_coach_doubts_an_outcome_the_rep_decides(
    verdict: object, key: str, buttons: list[tuple[str, str]]
) -> None:
    told = review.on_happened(ended("continuation"), verdict)  # type: ignore[arg-type]  # a verdict
    assert (keys(told), offered(told)) == ([key], buttons)


def test_the_reason_quotes_the_words_that_decided() -> None:
    verdict = a_verdict("outcome", "continuation", "talk again", rule="outcome.no_date")
    reason = text("judge-rule-outcome-no-date", words=Quoted("talk again"))
    first = review.on_happened(ended("continuation"), verdict).blocks[0]
    assert first == Line(text("feedback-outcome-continuation", reason=reason))


@pytest.mark.parametrize(
    "outcome, other", [("advance", "continuation"), ("continuation", "advance")]
)
def test_a_decision_can_be_turned_round(outcome: str, other: str) -> None:
    told = review.decided(ended("continuation"), outcome)  # type: ignore[arg-type]  # a label
    assert (keys(told), offered(told)) == ([f"decided-{outcome}"], [("decide", other)])


# ---- the questions -----------------------------------------------------------------------------


def test_the_three_questions_come_in_one_message() -> None:
    told = review.three_questions(ended("advance"))
    assert keys(told) == ["three-questions", "ask-asked", "ask-proposed"]
    counts = [("asked", count) for count in ("none", "some", "many", "unknown")]
    proposed = [("proposed", "yes"), ("proposed", "no")]
    assert offered(told) == [
        ("review", ""),
        ("nothing_new", ""),
        ("enough", ""),
        *counts,
        *proposed,
    ]


def test_a_count_once_given_is_shown() -> None:
    told = review.three_questions(ended("advance", asked="some", proposed=False))
    kind, count = text("skill-implication"), text("asked-some")
    assert told.blocks[-2:] == (
        Line(text("asked-noted", kind=kind, count=count)),
        Line(text("proposed-noted-no")),
    )


def test_each_question_can_be_passed_over() -> None:
    told = review.ask_next(ended("advance"), "account")
    assert (keys(told), offered(told)) == (["ask-account"], [("nothing_new", ""), ("enough", "")])


def test_sharing_is_asked_and_can_be_turned_round() -> None:
    call = ended("advance", elsewhere=CLEAR)
    assert offered(review.ask_share(call)) == [("share", "yes"), ("share", "no")]
    private, public = review.share_told(call), review.share_told(reviewed(call, share=True))
    assert (keys(private), offered(private)) == (["kept-private"], [("share", "yes")])
    assert (keys(public), offered(public)) == (["shared"], [("share", "no")])


def test_a_vague_answer_is_asked_about_once() -> None:
    assert review.wants_detail(Review(), VAGUE, JUDGE)
    assert not review.wants_detail(Review(), CLEAR, JUDGE)
    assert not review.wants_detail(Review(followed_up=True), VAGUE, JUDGE)


@pytest.mark.parametrize(
    "given, fields",
    [
        (Review(), ()),
        (Review(held="signed", done=True), ()),
        (Review(held="other"), ("happened",)),
        (Review(held="other", happened="x"), ("differently", "account", "elsewhere")),
        (Review(held="signed", differently="x", passed=("account",)), ("elsewhere",)),
    ],
)
def test_what_is_open_follows_from_what_was_answered(
    given: Review, fields: tuple[str, ...]
) -> None:
    assert review.open_fields(given) == fields


# ---- the form ----------------------------------------------------------------------------------


def test_the_form_opens_with_what_was_answered() -> None:
    call = reviewed(
        asked_after(),
        held="agreed",
        happened=ADVANCE,
        differently="a",
        account="b",
        elsewhere="c",
        share=True,
        asked="some",
        proposed=False,
    )
    form = review.review_form(call, a_promise())
    initial = {field.name: field.initial for field in form.fields}
    assert initial == {
        "held": "agreed",
        "happened": ADVANCE,
        "by": FRIDAY,
        "differently": "a",
        "account": "b",
        "elsewhere": "c",
        "share": True,
        "asked": "some",
        "proposed": "no",
    }
    assert form.intro == (text("review-aim", objective=Quoted(ADVANCE)),)


def test_the_form_of_a_call_not_reviewed_is_empty_and_shares_nothing() -> None:
    form = review.review_form(a_call(), None)
    assert [getattr(field, "initial", None) for field in form.fields] == [
        "",
        "",
        None,
        "",
        "",
        "",
        False,
        "",
        "",
    ]
    assert (form.intro, form.about) == ((), str(a_call().id))


def test_a_yes_stands_in_the_form_as_yes() -> None:
    form = review.review_form(ended("advance", proposed=True), None)
    assert form.fields[-1].initial == "yes"


def test_every_button_is_about_the_call() -> None:
    rows = [
        block for block in review.ask(asked_after(), Policy()).blocks if isinstance(block, Buttons)
    ]
    buttons: list[Button] = [button for row in rows for button in row.buttons]
    assert {button.tap.about for button in buttons} == {str(a_call().id)}


@pytest.mark.parametrize(
    "words,done,asked",
    [
        ("she sends the log by Friday", True, False),
        ("a trial by Friday", True, True),
        ("a trial by Friday", False, False),  # in chat it is asked after the day
    ],
)
def test_a_form_whose_advance_names_nobody_is_asked_who(
    words: str, done: bool, asked: bool
) -> None:
    call = ended("advance", done=done)
    call = replace(call, review=replace(call.review, happened=words))
    told = review.on_happened(call, a_verdict("outcome", "advance"))
    tap = Tap(verb="form", value="promise", about=str(promise_id(call)))
    button = Button(label=text("button-promise-who"), tap=tap)
    who = (Line(text("judge-promise-who")), Buttons((button,)))
    assert told.blocks[1:] == (who if asked else ())


@pytest.mark.parametrize(
    "plan,key", [(Plan(), "held-something"), (GOOD_PLAN, "held-other")], ids=["no aim", "an aim"]
)
def test_without_an_aim_what_they_agreed_to_is_not_something_else(plan: Plan, key: str) -> None:
    told = review.ask(replace(a_call(), plan=plan), Policy())
    buttons = [one for block in told.blocks if isinstance(block, Buttons) for one in block.buttons]
    assert [one.label.key for one in buttons if one.tap.value == "other"] == [key]
