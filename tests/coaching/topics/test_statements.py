"""What a rep plans to say: judged against the needs voiced, listed, moved, dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from coaching.actions import Edit, Reject, ShowForm
from coaching.decide import decide
from coaching.events import Commanded
from coaching.forms import ChoiceField
from coaching.judge import Kind, Verdict
from coaching.messages import Quoted, text
from coaching.notes import Forgotten, Note
from coaching.notes.needs import Need
from coaching.notes.statements import Statement
from coaching.topics import statements_view
from coaching.topics.noted import new_id
from coaching.turn import Situation
from tests.coaching.topics.selling import (
    HALDEN,
    LOSE,
    NORDWERK,
    WISH,
    a_need,
    fresh,
    noted,
    sale,
    selling,
    submits,
    tap,
)
from tests.coaching.world import (
    FixedJudge,
    a_situation,
    a_verdict,
    keys,
    offered,
    play,
    said,
    saved,
    says,
    sends,
    with_size,
)

ALERTS = "it warns the shift lead in time"
WEIGHS = "it weighs four kilos"
HELPS = "it could save a morning"
VAGUE = "steady and simple"
WANT = a_need(WISH, 1, label="explicit")
TROUBLE = a_need(LOSE, 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing(FixedJudge):
    """A judge that sees a benefit only where the one wish is put beside the one statement."""

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:
        if kind != "statement":
            return FixedJudge.read(self, kind, text, problem=problem, need=need)
        if (text, need) == (ALERTS, WISH):
            return a_verdict("statement", "benefit", "in time", rule="statement.meets_need")
        if text == VAGUE:
            return a_verdict("statement", "advantage", second="benefit")
        if text == WEIGHS:
            return a_verdict("statement", "feature", "four kilos", rule="statement.fact")
        rule = "statement.implied_only" if need == LOSE else "statement.helps_anyone"
        return a_verdict("statement", "advantage", "in time", rule=rule)


def here(*notes: Note, **changes: Any) -> Situation:
    return replace(selling(HALDEN, notes=notes, **changes), judge=Weighing())


def two(*notes: Note) -> Situation:
    return replace(selling(HALDEN, NORDWERK, notes=notes), judge=Weighing())


def planned(words: str, label: str, number: int = 5, **changes: Any) -> Note:
    return noted(Statement(**{"text": words, "label": label, **changes}), number)


ID = new_id("statement", here())


# ---- noting ------------------------------------------------------------------------------------


def test_what_meets_a_voiced_wish_is_a_benefit() -> None:
    decision = decide(says(f"say halden: {ALERTS}"), here(TROUBLE, WANT))
    kept = Statement(text=ALERTS, label="benefit", need_id=WANT.id)
    assert saved(decision, Note) == (fresh(kept, ID),)
    assert said(decision) == [
        ["needs-noted", "option-words", "judge-rule-statement-meets-need", "say-meets"]
    ]


def test_a_trouble_is_not_enough_for_a_benefit() -> None:
    decision = decide(says(f"say halden: {ALERTS}"), here(TROUBLE))
    assert saved(decision, Note) == (fresh(Statement(text=ALERTS, label="advantage"), ID),)
    (told,) = said(decision)
    assert told[2:] == ["judge-rule-statement-implied-only", "say-advantages-large"]


def test_without_any_need_a_statement_is_read_alone() -> None:
    (told,) = said(decide(says(f"say halden: {WEIGHS}"), here()))
    assert told[2:] == ["judge-rule-statement-fact"]


def test_in_a_small_sale_an_advantage_may_do() -> None:
    small = with_size(here(), "small")
    (told,) = said(decide(says(f"say halden: {HELPS}"), small))
    assert told[2:] == ["say-advantage-small"]
    page = statements_view.page(sale(small), replace(small, notes=(planned(HELPS, "advantage"),)))
    assert keys(page)[-1] == "say-advantages-small"


def test_two_readings_are_offered_and_kept_until_the_rep_says() -> None:
    decision = decide(says(f"say halden: {VAGUE}"), here(WANT))
    kept = Statement(text=VAGUE, label="advantage", need_id=WANT.id, second="benefit")
    assert saved(decision, Note) == (fresh(kept, ID),)
    assert offered(sends(decision)[0])[:2] == [("say_as", "advantage"), ("say_as", "benefit")]


def test_with_two_customers_and_none_named_the_nearest_is_taken_and_said() -> None:
    decision = decide(says(f"say {WEIGHS}"), two())
    assert said(decision)[0][0] == "needs-noted-guessed"
    assert ("say_move", "") in offered(sends(decision)[0])


def test_too_many_characters_note_nothing() -> None:
    decision = decide(says(f"say halden: {'x' * 480}"), here())
    assert saved(decision, Note) == (fresh(Statement(text="x" * 480, label="advantage"), ID),)
    over = decide(asked_by("x" * 501), here())
    assert saved(over, Note) == ()
    assert said(over) == [["error-too-long"]]


def asked_by(words: str) -> Commanded:
    return Commanded(name="say", words=words)


def test_nobody_to_say_it_to() -> None:
    assert said(decide(asked_by(WEIGHS), a_situation())) == [["no-sale-known"]]


# ---- the page ----------------------------------------------------------------------------------


def test_an_empty_page_begins_with_what_they_want() -> None:
    assert said(decide(says("say halden"), here(WANT))) == [
        ["say-heading", "say-none", "say-wish", "say-how"]
    ]


def test_an_empty_page_without_a_wish_sends_to_the_questions() -> None:
    assert said(decide(says("say"), here(TROUBLE))) == [
        ["say-heading", "say-none-unwanted", "say-how"]
    ]


def test_without_a_name_and_words_it_is_asked_whose() -> None:
    assert said(decide(says("say"), two())) == [["which-sale"]]


def test_the_page_lists_the_latest_first_and_says_what_features_bring() -> None:
    features = tuple(planned(f"fact {n}", "feature", n) for n in range(4))
    benefit = planned(ALERTS, "benefit", 8, need_id=WANT.id)
    unsure = planned(VAGUE, "advantage", 9, second="feature")
    shown = statements_view.page(sale(here()), here(WANT, *features, benefit, unsure))
    assert keys(shown) == [
        "say-heading",
        "say-is-unsure",
        "say-is-benefit",
        "say-meets",
        *["say-is-feature"] * 4,
        "say-many-features",
    ]
    assert offered(shown)[:3] == [("say_as", "advantage"), ("say_as", "feature"), ("say_drop", "")]


def test_of_each_kind_its_own_risk_is_said_once_it_is_clear_which_it_is() -> None:
    offered_before = planned(ALERTS, "advantage", 1)
    facts = tuple(planned(f"fact {n}", "feature", n) for n in (2, 3, 4))
    _, now = play(here(offered_before), says("say halden: fact one"))
    feature = now.notes[-1]
    as_feature = decide(tap("say_as", feature.id, "feature"), now)
    as_advantage = decide(tap("say_as", feature.id, "advantage"), now)
    as_benefit = decide(tap("say_as", feature.id, "benefit"), here(*now.notes, *facts))
    many = decide(tap("say_as", feature.id, "feature"), here(*now.notes, *facts))
    risks = [
        {"say-advantages-large", "say-many-features"}.intersection(*said(one))
        for one in (as_feature, as_advantage, as_benefit, many)
    ]
    assert risks == [set(), {"say-advantages-large"}, set(), {"say-many-features"}]


def test_a_long_page_counts_what_it_leaves_out() -> None:
    features = tuple(planned(f"fact {n}", "feature", n) for n in range(10))
    shown = statements_view.page(sale(here()), here(*features))
    assert keys(shown).count("say-is-feature") == 8
    assert text("say-more", count=2) in [getattr(one, "text", None) for one in shown.blocks]


def test_a_benefit_stands_in_the_prompt_of_the_next_call() -> None:
    benefit = planned(ALERTS, "benefit", need_id=WANT.id)
    _, now = play(here(WANT, benefit), says("plan"))
    prompt = decide(says("plan"), here(WANT, benefit, planned(WEIGHS, "feature", 6)))
    assert "say-before" in said(prompt)[0]
    assert now.notes == (WANT, benefit)


def test_a_feature_does_not() -> None:
    assert "say-before" not in said(decide(says("plan"), here(planned(WEIGHS, "feature"))))[0]


# ---- the form ----------------------------------------------------------------------------------


def test_the_form_offers_what_they_want() -> None:
    reply = decide(tap("form", sale(here()).id, "say"), here(TROUBLE, WANT)).reply
    assert isinstance(reply, ShowForm)
    (choice,) = (one for one in reply.form.fields if isinstance(one, ChoiceField))
    assert [one.value for one in choice.options] == [str(WANT.id)]


def test_a_statement_by_form_is_held_against_the_wish_chosen() -> None:
    other = a_need("we want it quiet", 3, label="explicit")
    about = sale(here()).id
    event = submits("say", about, words=ALERTS, need=str(other.id))
    decision = decide(event, here(WANT, other))
    assert [one.content for one in saved(decision, Note)] == [
        Statement(text=ALERTS, label="advantage")
    ]


def test_a_form_for_a_call_notes_the_call() -> None:
    decision = decide(submits("say", HALDEN.id, words=WEIGHS), here())
    assert [one.call_id for one in saved(decision, Note)] == [HALDEN.id]


def test_a_statement_is_changed_by_form_and_read_anew() -> None:
    before = planned(WEIGHS, "feature")
    changed = decide(submits("say", before.id, words=ALERTS), here(WANT, before))
    assert saved(changed, Note) == (
        replace(before, content=Statement(text=ALERTS, label="benefit", need_id=WANT.id)),
    )
    reply = decide(tap("form", before.id, "say"), here(before)).reply
    assert isinstance(reply, ShowForm)
    assert reply.form.fields[0].initial == WEIGHS


def test_an_empty_form_is_refused_at_its_field() -> None:
    decision = decide(submits("say", sale(here()).id, words=" "), here())
    assert decision.reply == Reject({"words": text("error-required")})
    assert saved(decision, Note) == ()


@pytest.mark.parametrize("about", ["", "nothing"])
def test_a_form_about_nothing_is_answered(about: str) -> None:
    assert said(decide(submits("say", about, words=WEIGHS), here())) == [["not-here-any-more"]]
    assert said(decide(tap("form", about, "say"), here())) == [["not-here-any-more"]]


def test_a_statement_of_a_sale_that_is_gone_has_no_form() -> None:
    elsewhere = noted(Statement(text=WEIGHS, label="feature"), 1, call=NORDWERK)
    assert said(decide(tap("form", elsewhere.id, "say"), here(elsewhere))) == [
        ["not-here-any-more"]
    ]


# ---- the taps ----------------------------------------------------------------------------------


def test_the_reps_own_reading_stands() -> None:
    note = planned(VAGUE, "advantage", second="benefit")
    mine = f"{here().rep.id}/say-new/7"
    decision = decide(tap("say_as", note.id, "benefit", on=mine), here(note))
    settled = Statement(text=VAGUE, label="benefit")
    assert saved(decision, Note) == (replace(note, content=settled),)
    (edit,) = (one for one in decision.actions if isinstance(one, Edit))
    assert keys(edit)[2] == "say-benefit-unnoted"


def test_against_the_judge_the_plain_name_is_said() -> None:
    note = planned(WEIGHS, "feature")
    decision = decide(tap("say_as", note.id, "advantage"), here(note))
    assert "judge-statement-advantage-bare" in said(decision)[0]


def test_a_reading_given_on_the_page_shows_the_page() -> None:
    note = planned(VAGUE, "advantage", second="feature")
    page = f"{here().rep.id}/say/3"
    decision = decide(tap("say_as", note.id, "feature", on=page), here(note))
    (edit,) = (one for one in decision.actions if isinstance(one, Edit))
    assert keys(edit)[:2] == ["say-heading", "say-is-feature"]


@pytest.mark.parametrize("verb,value", [("say_as", "price"), ("say_drop", ""), ("say_move", "")])
def test_a_tap_on_nothing_is_answered(verb: str, value: str) -> None:
    assert said(decide(tap(verb, "nothing", value), here())) == [["not-here-any-more"]]


def test_a_statement_is_dropped_once_it_is_said_twice() -> None:
    note = planned(WEIGHS, "feature")
    assert said(decide(tap("say_drop", note.id), here(note))) == [["drop-ask"]]
    gone = decide(tap("say_drop", note.id, "yes"), here(note))
    assert saved(gone, Forgotten) == (Forgotten(id=note.id),)


def test_a_guessed_statement_moves_to_another_customer_and_is_read_against_their_needs() -> None:
    wish = noted(Need(words=WISH, label="explicit"), 4, call=NORDWERK)
    note = planned(ALERTS, "advantage")
    there = two(wish, note)
    assert said(decide(tap("say_move", note.id), there)) == [["which-sale"]]
    moved = decide(tap("say_move", note.id, str(NORDWERK.opportunity_id)), there)
    assert saved(moved, Note) == (
        replace(
            note,
            opportunity_id=NORDWERK.opportunity_id,
            content=Statement(text=ALERTS, label="benefit", need_id=wish.id),
        ),
    )
    assert said(decide(tap("say_move", note.id, "nobody"), there)) == [["not-here-any-more"]]


def test_the_words_are_quoted() -> None:
    decision = decide(says("say halden: <!channel> *now*"), here())
    (sent,) = sends(decision)
    texts = [getattr(block, "text", None) for block in sent.message.blocks]
    assert text("option-words", words=Quoted("<!channel> *now*")) in texts


def test_the_need_that_a_benefit_met_may_be_gone() -> None:
    note = planned(ALERTS, "benefit", need_id=WANT.id)
    assert keys(statements_view.page(sale(here()), here(note)))[1:3] == ["say-is-benefit"]
