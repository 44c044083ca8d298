"""What customers promised: noted, asked after, settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from coaching import promised, promises
from coaching.actions import Decision, Edit
from coaching.calls import Promise
from coaching.decide import decide
from coaching.events import Tapped
from coaching.messages import Buttons, Quoted, Tap, text
from coaching.turn import Situation
from tests.coaching.world import a_call, asked, at, keys, offered, saved, sends, shown, then
from tests.coaching.world_after import (
    DATED,
    DAY_OF_CALL,
    DAYLESS,
    FRIDAY,
    THURSDAY,
    a_promise,
    after_the_call,
    ended,
    said,
)

CHECK = f"{a_call().id}/promise/20261127T0000Z"
MONDAY = at("09:00", day=30)
NEXT_FRIDAY, NEXT_MONDAY = date(2026, 12, 4), date(2026, 12, 7)


def settles(value: str, on: str = CHECK, promise: Promise | None = None) -> Tapped:
    about = str((promise or a_promise()).id)
    return Tapped(tap=Tap(verb="promise", about=about, value=value), message=on)


def on_monday(promise: Promise | None = None, **changes: object) -> Situation:
    return after_the_call(a_call(), now=MONDAY, promises=(promise or a_promise(),), **changes)


# ---- noted -------------------------------------------------------------------------------------


def test_a_promise_has_the_day_named_in_the_words_counted_from_the_day_of_the_call() -> None:
    call = ended("advance")
    call = replace(call, review=replace(call.review, happened=DATED))
    assert promises.promise_of(call, DAY_OF_CALL) == a_promise(DATED, FRIDAY)


def test_the_day_given_goes_before_the_one_in_the_words() -> None:
    call = ended("advance")
    call = replace(call, review=replace(call.review, happened=DATED))
    noted = promises.promise_of(call, DAY_OF_CALL, NEXT_FRIDAY)
    assert noted == a_promise(DATED, NEXT_FRIDAY)


@pytest.mark.parametrize("outcome", ["order", "continuation", "no_sale", None])
def test_only_an_advance_is_a_promise(outcome: str | None) -> None:
    call = ended(outcome)  # type: ignore[arg-type]  # labels
    assert promises.promise_of(call, DAY_OF_CALL, FRIDAY) is None


def test_without_a_day_or_without_words_there_is_no_promise_yet() -> None:
    assert promises.promise_of(ended("advance"), DAY_OF_CALL) is None
    wordless = replace(a_call(), review=replace(ended("advance").review, happened=""))
    assert promises.promise_of(wordless, DAY_OF_CALL, FRIDAY) is None


def test_what_is_known_of_a_promise_stays_known_as_long_as_its_day_stays() -> None:
    kept = a_promise(kept=True, settled_at=MONDAY)
    new_words, new_day = a_promise("The log, and the shifts"), a_promise(due_on=NEXT_FRIDAY)
    assert promises.changed(kept, a_promise()) is None
    assert promises.changed(kept, new_words) == replace(new_words, kept=True, settled_at=MONDAY)
    assert promises.changed(kept, new_day) == new_day


def test_who_keeps_a_promise_stays_known_as_long_as_its_words_stay() -> None:
    before = a_promise(who="Jens", moved_from=(THURSDAY,))
    new_words, new_day = a_promise("The log, and the shifts"), a_promise(due_on=NEXT_FRIDAY)
    assert promises.changed(before, a_promise()) is None
    assert promises.changed(before, new_words) == replace(new_words, moved_from=(THURSDAY,))
    assert promises.changed(before, new_day) == replace(new_day, who="Jens")


def test_what_only_the_rep_sees_as_an_advance_is_marked_as_that() -> None:
    noted = promises.promise_of(ended("advance", dressed_up=True), DAY_OF_CALL, FRIDAY)
    assert noted == a_promise("…", FRIDAY, dressed_up=True)


def test_whoever_keeps_a_promise_stands_before_its_words() -> None:
    words = promised.words(a_promise(who="Jens"))
    assert words == text("promise-of", who=Quoted("Jens"), promise=Quoted(DAYLESS))
    assert promised.words(a_promise()) == Quoted(DAYLESS)


def test_a_promise_taken_back_can_be_given_again() -> None:
    assert promises.changed(a_promise(withdrawn=True), a_promise()) == a_promise()
    assert promises.changed(None, a_promise()) == a_promise()


def test_a_promise_is_taken_back_once() -> None:
    gone = a_promise(withdrawn=True)
    assert promises.withdrawn(a_promise()) == (gone,)
    assert promises.withdrawn(gone) == promises.withdrawn(None) == ()


@pytest.mark.parametrize(
    "today, days",
    [
        (DAY_OF_CALL, ["2026-11-27", "2026-12-03", "2026-12-10"]),
        (FRIDAY, ["2026-12-04", "2026-12-11"]),
    ],
)
def test_asking_by_when_offers_friday_a_week_two_weeks_or_no_day(
    today: date, days: list[str]
) -> None:
    ask = promises.ask_when(ended("advance"), today)
    assert offered(ask) == [*(("by", day) for day in days), ("by", "")]


# ---- asked after -------------------------------------------------------------------------------


def test_the_check_offers_kept_moved_and_not_kept() -> None:
    check = promises.check(a_promise(), date(2026, 11, 30))
    assert keys(check) == ["promise-check", "why-promise"]
    values = ["kept", f"moved:{NEXT_FRIDAY}", f"moved:{NEXT_MONDAY}", "broken"]
    assert offered(check) == [("promise", value) for value in values]


@pytest.mark.parametrize(
    "value, promise",
    [
        ("kept", a_promise(kept=True, settled_at=MONDAY)),
        ("broken", a_promise(kept=False, settled_at=MONDAY)),
        (f"moved:{NEXT_FRIDAY}", a_promise(due_on=NEXT_FRIDAY, moved_from=(FRIDAY,))),
    ],
)
def test_one_tap_settles_a_promise_and_the_check_shows_it(value: str, promise: Promise) -> None:
    decision = decide(settles(value), on_monday())
    key = f"promise-{value.partition(':')[0]}"
    assert saved(decision, Promise) == (promise,)
    assert list(shown(decision)) == [CHECK]
    assert keys(shown(decision)[CHECK]) == [key]
    back = f"moved:{FRIDAY}" if promise.moved_from else "open"
    assert offered(shown(decision)[CHECK]) == [("promise", back)]


def test_a_tap_taken_back_asks_again_in_the_same_message() -> None:
    situation = on_monday()
    situation = then(situation, decide(settles("kept"), situation))
    decision = decide(settles("open"), situation)
    assert saved(decision, Promise) == (a_promise(),)
    assert shown(decision) == {CHECK: promises.check(a_promise(), date(2026, 11, 30))}


def test_a_move_taken_back_has_its_day_again_and_is_asked_after_in_the_same_message() -> None:
    situation = on_monday()
    situation = then(situation, decide(settles(f"moved:{NEXT_FRIDAY}"), situation))
    decision = decide(settles(f"moved:{FRIDAY}"), situation)
    assert saved(decision, Promise) == (a_promise(),)
    assert shown(decision) == {CHECK: promises.check(a_promise(), date(2026, 11, 30))}


def test_moved_twice_it_remembers_both_days_and_goes_back_one() -> None:
    once = a_promise(due_on=NEXT_FRIDAY, moved_from=(FRIDAY,))
    twice = a_promise(due_on=NEXT_MONDAY, moved_from=(FRIDAY, NEXT_FRIDAY))
    decision = decide(settles(f"moved:{NEXT_MONDAY}", promise=once), on_monday(once))
    assert saved(decision, Promise) == (twice,)
    decision = decide(settles(f"moved:{NEXT_FRIDAY}", promise=twice), on_monday(twice))
    assert saved(decision, Promise) == (once,)


def test_moved_to_the_day_it_has_nothing_is_remembered_and_a_settled_one_is_open_again() -> None:
    kept = a_promise(due_on=NEXT_FRIDAY, kept=True, settled_at=MONDAY)
    decision = decide(settles(f"moved:{NEXT_FRIDAY}", promise=kept), on_monday(kept))
    assert saved(decision, Promise) == (a_promise(due_on=NEXT_FRIDAY),)
    assert offered(shown(decision)[CHECK]) == [("promise", "open")]


def test_not_yet_in_a_check_says_so_below_it() -> None:
    decision = decide(settles("open"), on_monday())
    assert (said(decision), shown(decision)) == (["promise-open"], {})


def test_a_second_tap_settles_it_as_the_second_says() -> None:
    situation = on_monday()
    situation = then(situation, decide(settles("kept"), situation))
    decision = decide(settles("broken"), situation)
    assert saved(decision, Promise)[0].kept is False


@pytest.mark.parametrize(
    "value",
    [
        "",
        "moved",
        "moved:soon",
        "moved:0001-01-01",
        "moved:9999-12-31",
        "moved:2026-11-29",
        "stolen",
    ],
)
def test_a_forged_value_changes_nothing(value: str) -> None:
    decision = decide(settles(value), on_monday())
    assert (saved(decision, Promise), decision.actions) == ((), ())


@pytest.mark.parametrize(
    "promise", [a_promise(id=UUID(int=77)), a_promise(withdrawn=True)], ids=["gone", "taken back"]
)
def test_a_promise_that_is_gone_is_answered(promise: Promise) -> None:
    decision = decide(settles("kept"), on_monday(promise))
    assert (said(decision), saved(decision, Promise)) == (["not-here-any-more"], ())


def test_a_promise_of_a_call_long_gone_is_still_settled_in_its_check() -> None:
    decision = decide(settles("kept"), after_the_call(now=MONDAY, promises=(a_promise(),)))
    assert list(shown(decision)) == [CHECK]


# ---- in other messages -------------------------------------------------------------------------


def before_the_next_call() -> tuple[Situation, str]:
    """A prompt for the next call with Halden, with the promise in it."""
    coming = asked(
        a_call(key="halden-2", starts_at=at("14:00", day=30), ends_at=at("15:00", day=30)), MONDAY
    )
    return after_the_call(a_call(), coming, now=MONDAY, promises=(a_promise(),)), coming.anchor


def test_settled_in_a_prompt_the_prompt_keeps_its_questions() -> None:
    situation, prompt = before_the_next_call()
    decision = decide(settles("kept", on=prompt), situation)
    message = shown(decision)[prompt]
    assert keys(message)[:2] == ["call-heading-people", "promise-kept"]
    assert [key for key in keys(message) if key.startswith("ask-")] == [
        "ask-objective",
        "ask-question",
    ]
    assert isinstance(message.blocks[2], Buttons)


def test_settled_in_a_prompt_by_mistake_it_stands_there_again() -> None:
    situation, prompt = before_the_next_call()
    situation = then(situation, decide(settles("kept", on=prompt), situation))
    message = shown(decide(settles("open", on=prompt), situation))[prompt]
    assert keys(message)[:2] == ["call-heading-people", "promised-overdue"]


def test_not_yet_in_a_prompt_is_noted_below_it() -> None:
    situation, prompt = before_the_next_call()
    decision = decide(settles("open", on=prompt), situation)
    assert (said(decision), shown(decision)) == (["promise-open"], {})


@pytest.mark.parametrize("on", ["", f"{a_call().rep_id}/said/3"])
def test_settled_in_a_list_of_calls_the_list_stays_and_the_answer_comes_below(on: str) -> None:
    decision = decide(settles("kept", on=on), on_monday())
    assert said(decision) == ["promise-kept"]
    assert not [action for action in decision.actions if isinstance(action, Edit)]


def test_without_a_zone_today_is_utcs() -> None:
    decision: Decision = decide(settles(f"moved:{NEXT_FRIDAY}"), on_monday(work=None))
    assert saved(decision, Promise)[0].due_on == NEXT_FRIDAY
    assert sends(decision) == ()


@pytest.mark.parametrize(
    "words,people,nobody",
    [
        ("a trial by Friday", ("Jens Olt",), True),
        ("a trial by Friday, says Olt", ("Jens Olt",), False),
        ("Mara sends us the log", ("Jens Olt",), False),
        ("周敏周三前把停机记录发来", (), True),
        ("周敏周三前把停机记录发来", ("周敏",), False),
        ("a trial by Friday", ("A", "Ida Lund"), True),
        ("a trial with Ida’s people", ("Ida Lund",), False),
    ],
)
def test_who_does_it_is_named_by_one_of_the_calls_people_or_one_that_can_be_told(
    words: str, people: tuple[str, ...], nobody: bool
) -> None:
    assert promised.names_nobody(words, people) is nobody
