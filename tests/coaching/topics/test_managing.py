"""For managers: asked for in chat, worked out, shown in the same message; nobody else sees it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from coaching.actions import Decision, Edit, Gather, Send
from coaching.attitude import TeamAttitude
from coaching.command_words import parse
from coaching.decide import decide
from coaching.effectiveness.figures import (
    Changes,
    Comparison,
    Estimate,
    Evaluation,
    Finding,
    Side,
    TwoGroups,
)
from coaching.events import Commanded, Gathered, Tapped
from coaching.figures import Promised, Week
from coaching.messages import (
    Button,
    Buttons,
    Chart,
    Line,
    Message,
    Quoted,
    Series,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.team_figures import OfRep, TeamReport
from coaching.topics import home
from coaching.turn import Situation
from tests.coaching.world import TEAM, a_rep, a_situation, keys, offered, said, says, shown

SOUTH = UUID(int=8)
WEEK = Week(held=4, planned=2, reviewed=3, outcomes=(("order", 1), ("advance", 1), ("no_sale", 1)))
REPORT = TeamReport(
    team="North",
    until=date(2026, 11, 22),
    people=3,
    lately=WEEK,
    before=Week(held=2),
    rate=(0.2077, 0.9385),
    promised=Promised(due=3, kept=2),
    weeks=((date(2026, 11, 16), Week()), (date(2026, 11, 23), WEEK)),
    attitude=None,
    per_person=None,
    why_not="policy",
)
SIDE = Side(count=62, people=9, mean=0.41)
OTHER = Side(count=71, people=8, mean=0.22)
ESTIMATE = Estimate(difference=0.19, low=0.051, high=0.329, chance=0.01, effect=0.413)
MESSAGE = "figures"


def a_manager(*teams: UUID) -> Situation:
    managed = {TEAM.id: "North", SOUTH: "South"}
    return a_situation(rep=a_rep(manages=teams or (TEAM.id,)), managed=managed)


def gathers(decision: Decision) -> list[Gather]:
    return [one for one in decision.actions if isinstance(one, Gather)]


def taps_team(team_id: UUID, value: str = "team") -> Tapped:
    return Tapped(tap=Tap(verb="manage", about=str(team_id), value=value))


def comes(told: TeamReport | Evaluation | None, situation: Situation | None = None) -> Message:
    """What the waiting message shows once the figures are there."""
    event = Gathered(message=MESSAGE, team_id=TEAM.id, told=told)
    return shown(decide(event, situation or a_manager()))[MESSAGE]


# ---- asking ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word,what",
    [("team", "team"), ("evaluate", "evaluate"), ("团队", "team"), ("评估", "evaluate")],
)
def test_who_manages_a_team_is_told_that_it_is_worked_out(word: str, what: str) -> None:
    decision = decide(says(word), a_manager())
    (sent,) = [one for one in decision.actions if isinstance(one, Send)]
    assert keys(sent) == ["working-it-out"]
    assert [(one.what, one.team_id, one.message) for one in gathers(decision)] == [
        (what, TEAM.id, sent.id)
    ]


@pytest.mark.parametrize("word", ["team", "evaluate"])
def test_who_manages_nothing_gets_one_line(word: str) -> None:
    decision = decide(Commanded(name=word), a_situation())
    assert (said(decision), gathers(decision)) == ([["manages-nothing"]], [])


def test_who_manages_several_is_asked_which() -> None:
    decision = decide(says("evaluate"), a_manager(TEAM.id, SOUTH))
    assert (said(decision), gathers(decision)) == ([["which-team"]], [])
    (sent,) = [one for one in decision.actions if isinstance(one, Send)]
    assert sent.message.blocks[1] == Buttons(
        tuple(
            Button(
                label=text("button-managed", team=Quoted(name)),
                tap=Tap(verb="manage", about=str(team_id), value="evaluate"),
            )
            for team_id, name in ((TEAM.id, "North"), (SOUTH, "South"))
        )
    )
    chosen = decide(taps_team(SOUTH, "evaluate"), a_manager(TEAM.id, SOUTH))
    assert [(one.what, one.team_id) for one in gathers(chosen)] == [("evaluate", SOUTH)]


@pytest.mark.parametrize(
    "tapped", [taps_team(SOUTH), taps_team(TEAM.id, "words"), taps_team(UUID(int=0))]
)
def test_a_button_of_another_team_gives_nothing(tapped: Tapped) -> None:
    decision = decide(tapped, a_manager())
    assert (said(decision), gathers(decision)) == ([["not-here-any-more"]], [])


def test_the_words_that_begin_like_a_command_are_none() -> None:
    assert parse("evaluate the pilot with Jens", strict=False) is None
    command = parse("/evaluate north", strict=True)
    assert command is not None
    assert command.name == "evaluate"


# ---- at home -----------------------------------------------------------------------------------


def test_the_page_of_a_manager_has_both_buttons() -> None:
    blocks = Message(home(a_manager()))
    assert ("manage", "team") in offered(blocks)
    assert ("manage", "evaluate") in offered(blocks)
    assert "home-managed-several" in keys(Message(home(a_manager(TEAM.id, SOUTH))))
    assert "home-managed" not in keys(Message(home(a_situation())))


# ---- the team ----------------------------------------------------------------------------------


def test_the_figures_come_into_the_message_that_waits() -> None:
    event = Gathered(message=MESSAGE, team_id=TEAM.id, told=REPORT)
    (edit,) = decide(event, a_manager()).actions
    assert isinstance(edit, Edit)
    assert keys(edit) == [
        "team-heading",
        "team-held",
        "team-outcomes",
        "team-rate",
        "team-promises",
        "team-attitude-none",
        "team-each-policy",
        "digest-chart",
        "team-not-for",
    ]


def lines(told: Message) -> list[Text]:
    return [block.text for block in told.blocks if isinstance(block, Line)]


def test_the_figures_are_said_as_they_are() -> None:
    assert lines(comes(REPORT))[:4] == [
        text("team-held", held=4, planned=2, reviewed=3, before=2),
        text("team-outcomes", order=1, advance=1, continuation=0, refused=1),
        text("team-rate", advances=2, decided=3, percent=67, low=21, high=94),
        text("team-promises", kept=2, due=3),
    ]


def test_without_calls_or_outcomes_less_is_said() -> None:
    bare = replace(
        REPORT, lately=Week(), rate=None, promised=Promised(), weeks=((date(2026, 11, 23), Week()),)
    )
    assert keys(comes(bare)) == [
        "team-heading",
        "team-none",
        "team-attitude-none",
        "team-each-policy",
        "team-not-for",
    ]
    open_ones = replace(bare, lately=Week(held=2), promised=Promised(due=3, kept=1, unknown=1))
    assert keys(comes(open_ones))[1:3] == ["team-held", "team-promises-unknown"]


def test_each_rep_and_the_attitude_are_shown_where_they_may_be() -> None:
    each = (OfRep(name="Ada", held=3, planned=2, reviewed=1),)
    attitude = TeamAttitude(mean=52, spread=7, people=6)
    told = comes(replace(REPORT, per_person=each, why_not="", attitude=attitude))
    assert lines(told)[4:] == [
        text("team-attitude", people=6, mean=52, spread=7),
        text("team-each"),
        text("team-of-rep", name=Quoted("Ada"), held=3, planned=2, reviewed=1),
    ]


def test_who_manages_it_no_more_sees_nothing() -> None:
    assert comes(REPORT, a_situation()) == message(Line(text("manages-nothing")))


def test_what_could_not_be_worked_out_is_said() -> None:
    assert comes(None) == message(Line(text("figures-failed")))


# ---- does it work ------------------------------------------------------------------------------


def a_comparison(**changes: object) -> Comparison:
    usual = Comparison(
        test="success",
        what="implication",
        source="reported",
        first=SIDE,
        other=OTHER,
        sample=TwoGroups(first=(), other=(), shares=True),
    )
    return replace(usual, **changes)  # type: ignore[arg-type]  # by name


def an_evaluation(*findings: Finding, **changes: object) -> Evaluation:
    usual = Evaluation(team="North", people=9, counted_to=None, findings=findings)
    return replace(usual, **changes)  # type: ignore[arg-type]  # by name


def test_a_finding_is_one_sentence_with_how_sure_it_is() -> None:
    told = comes(an_evaluation(Finding(comparison=a_comparison(), estimate=ESTIMATE)))
    assert lines(told)[2] == text(
        "evaluate-success-reported",
        kind=text("kind-implication"),
        first="41",
        other="22",
        people=9,
        n=62,
        m=71,
        found=text("found-more-points", difference="+19", low="+5", high="+33", effect="+0.41"),
    )


def test_the_picture_shows_both_sorts_of_call() -> None:
    told = comes(an_evaluation(Finding(comparison=a_comparison(), estimate=ESTIMATE)))
    (chart,) = [block for block in told.blocks if isinstance(block, Chart)]
    kind = text("kind-implication")
    assert chart.labels == (
        text("evaluate-chart-well", kind=kind),
        text("evaluate-chart-not", kind=kind),
    )
    assert chart.series == (Series(name=text("evaluate-chart-calls"), values=(41, 22)),)


def test_what_colleagues_counted_and_what_changed_is_said_in_its_own_unit() -> None:
    observed = a_comparison(source="observed", first=replace(SIDE, mean=2.34))
    began = a_comparison(test="began", source="observed", sample=Changes(values=()))
    less = replace(ESTIMATE, difference=-0.4, low=-0.7, high=-0.1)
    told = lines(
        comes(
            an_evaluation(
                Finding(comparison=observed, estimate=replace(ESTIMATE, chance=0.2)),
                Finding(comparison=began, estimate=less),
                counted_to=datetime(2026, 11, 20, 9, tzinfo=UTC),
            )
        )
    )
    assert told[2].values["first"] == "2.3"
    assert told[2].values["found"] == text(
        "found-open-number", difference="+0.2", low="+0.1", high="+0.3", effect="+0.41"
    )
    assert told[4].key == "evaluate-began-observed"
    assert told[4].values["found"] == text(
        "found-less-number", difference="−0.4", low="−0.7", high="−0.1", effect="+0.41"
    )


def test_no_difference_has_no_sign() -> None:
    none = replace(ESTIMATE, difference=-0.004, low=-0.1, high=0.1, effect=-0.001, chance=0.9)
    told = comes(an_evaluation(Finding(comparison=a_comparison(), estimate=none)))
    assert lines(told)[2].values["found"] == text(
        "found-open-points", difference="0", low="−10", high="+10", effect="0.00"
    )


def test_what_is_not_known_yet_is_one_line_a_source() -> None:
    few = Finding(comparison=a_comparison(lack="calls"))
    other = Finding(comparison=a_comparison(lack="people", what="problem"))
    late = Finding(comparison=a_comparison(test="began", source="observed", lack="people"))
    told = lines(comes(an_evaluation(few, other, late)))
    assert text("not-yet-success-reported", count=2, people=5, each=3, calls=30) in told
    assert text("not-yet-began-observed", count=1, people=8, calls=3) in told


def test_productivity_by_own_data_and_against_attention() -> None:
    own = a_comparison(test="productivity", what="own", source="outcomes")
    against = a_comparison(test="productivity", what="coached-attention", source="outcomes")
    known = an_evaluation(
        Finding(comparison=own, estimate=ESTIMATE), Finding(comparison=against, estimate=ESTIMATE)
    )
    assert [one.key for one in lines(comes(known))][-3:] == [
        "evaluate-own",
        "evaluate-coached-attention",
        "not-yet-results-file",
    ]
    lacking = an_evaluation(
        Finding(comparison=replace(own, lack="people")),
        Finding(comparison=replace(against, lack="people")),
    )
    assert lines(comes(lacking))[-3:-1] == [
        text("not-yet-productivity", people=8, calls=3),
        text("not-yet-coached-attention", people=5, calls=30),
    ]


def test_results_against_matched_colleagues() -> None:
    pairs = a_comparison(
        test="results",
        what="coached-control",
        source="results",
        first=Side(count=9, people=9, mean=1234.5),
        other=Side(count=9, people=9, mean=-3.25),
        sample=Changes(values=()),
        unmatched=2,
    )
    told = lines(
        comes(an_evaluation(Finding(comparison=pairs, estimate=ESTIMATE), began=date(2026, 9, 1)))
    )
    assert told[-3] == text("evaluate-results", began="2026-09")
    assert told[-2].key == "evaluate-results-coached-control"
    assert {name: told[-2].values[name] for name in ("first", "other", "n")} == {
        "first": "+1,234",
        "other": "−3.2",
        "n": 9,
    }
    assert told[-1] == text("evaluate-unmatched", count=2)
    few = Finding(comparison=replace(pairs, lack="people"))
    unknown = lines(comes(an_evaluation(few, began=date(2026, 9, 1))))
    assert unknown[-1] == text("not-yet-results", people=8, months=2)
    all_matched = Finding(comparison=replace(pairs, unmatched=0), estimate=ESTIMATE)
    other = Finding(comparison=a_comparison(), estimate=ESTIMATE)
    told = lines(comes(an_evaluation(other, all_matched, began=date(2026, 9, 1))))
    assert told[-1].key == "evaluate-results-coached-control"


def test_several_comparisons_are_said_to_be_several() -> None:
    one = Finding(comparison=a_comparison(), estimate=ESTIMATE)
    two = Finding(comparison=a_comparison(what="problem"), estimate=ESTIMATE)
    told = comes(an_evaluation(one, two))
    assert keys(told)[-3:] == ["evaluate-cause", "evaluate-several", "evaluate-not-for"]
    assert Small(text("evaluate-several", count=2)) in told.blocks
