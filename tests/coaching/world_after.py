"""After the call with Halden Paper: it is 15:15, and the rep says how it ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from coaching import ids
from coaching.actions import Decision
from coaching.calls import Call, Outcome, Plan, Promise, Review
from coaching.decide import decide
from coaching.events import RepEvent, Submitted, Tapped
from coaching.messages import Tap
from coaching.turn import Situation
from tests.coaching import world
from tests.coaching.world import ADVANCE, FixedJudge, a_call, a_situation, a_verdict, at, then

AFTER = at("15:15")
DAY_OF_CALL = date(2026, 11, 26)
THURSDAY = date(2026, 12, 3)  # the one ADVANCE names
WARM = "They loved it, talk again after the budget round"
PERHAPS = "Jens might look into it"
REFUSED = "They chose somebody else"
SIGNED = "They signed the order"
DAYLESS = "Mara sends us the log"
DATED = "Mara sends us the log by Friday"
FRIDAY = date(2026, 11, 27)
VAGUE = "Prepare better."
# What a week's first review asks, all four kinds, and what a later one does.
COUNTED = ["asked-weekly", *["ask-asked"] * 4, "ask-proposed"]
QUESTIONS = ["three-questions", *COUNTED]
CLEAR = "When Jens asked about price I should have asked who else pays for a stop."

JUDGE = FixedJudge(
    known={
        **FixedJudge().known,
        ("outcome", WARM): a_verdict("outcome", "continuation", "talk again"),
        ("outcome", PERHAPS): a_verdict("outcome", "advance", second="continuation"),
        ("outcome", REFUSED): a_verdict("outcome", "no_sale", "chose somebody else"),
        ("outcome", SIGNED): a_verdict("outcome", "order", "signed"),
        ("review", VAGUE): a_verdict("review", "vague"),
    }
)


def reviewed(call: Call, **given: Any) -> Call:
    """The call with these answers in its review."""
    return replace(call, review=replace(call.review, **given))


def ended(outcome: Outcome | None, call: Call | None = None, **given: Any) -> Call:
    """A call that ended so, by a rep's own words."""
    return reviewed(call or a_call(), held="other", outcome=outcome, happened="…", **given)


def asked_after(call: Call | None = None, plan: Plan | None = None) -> Call:
    """The planned call, its outcome asked for at 15:10."""
    usual = call or a_call()
    plan = plan or Plan(
        objective=ADVANCE, fallback="Jens names the shift lead", planned_at=at("11:00")
    )
    prompt = ids.prompt_id(usual)
    return replace(usual, plan=plan, anchor=prompt, review_asked_at=at("15:10"))


def after_the_call(*calls: Call, **changes: Any) -> Situation:
    """Ada's situation at 15:15."""
    return a_situation(*calls, **{"now": AFTER, "judge": JUDGE, **changes})


def tap(verb: str, value: str = "", *, on: str = "", call: Call | None = None) -> Tapped:
    about = str((call or a_call()).id)
    return Tapped(tap=Tap(verb=verb, about=about, value=value), message=on)


def form(**answers: str) -> Submitted:
    return Submitted(kind="review", about=str(a_call().id), answers=answers)


def live(situation: Situation, *events: RepEvent) -> Situation:
    """The situation after these events, one a minute."""
    for event in events:
        situation = then(situation, decide(event, situation))
    return situation


def review_after(situation: Situation, *events: RepEvent) -> Review:
    return world.call_in(live(situation, *events), a_call()).review


def promised(situation: Situation) -> list[tuple[str, date]]:
    """The promises that stand, as (words, day)."""
    return [(one.text, one.due_on) for one in situation.promises if one.is_open]


def a_promise(words: str = DAYLESS, due_on: date = FRIDAY, **changes: Any) -> Promise:
    """What Halden Paper promised in the call."""
    call = a_call()
    usual = Promise(
        id=ids.promise_id(call),
        call_id=call.id,
        rep_id=call.rep_id,
        opportunity_id=call.opportunity_id,
        text=words,
        due_on=due_on,
    )
    return replace(usual, **changes)


def number(count: int) -> UUID:
    return uuid5(UUID(int=9), str(count))


def said(decision: Decision) -> list[str]:
    """The text keys of all that was sent, in one list."""
    return [key for one in world.said(decision) for key in one]
