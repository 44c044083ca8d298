"""What follows when a rep gives a whole review in one form."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coaching import learning, practice, promises, review, review_counts, say, topics
from coaching.actions import Decision, Reject
from coaching.answers import as_day, clean, faults
from coaching.calls import Call
from coaching.events import Submitted
from coaching.messages import message, text
from coaching.reviewing import is_open, settle
from coaching.turn import Situation, after


def submit(event: Submitted, call: Call, situation: Situation) -> Decision:
    """A review by form: all of it is taken, or nothing with the errors at their fields."""
    if not is_open(call, situation):
        return say.of(Reject({"held": text("review-is-closed")}))
    counted = review_counts.in_form(event.answers)
    form = review.review_form(call, promises.standing_in(call, situation), counted)
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    errors = faults(form, answers)
    if answers["held"] == "other" and not answers["happened"]:
        errors["happened"] = text("error-required")
    day = as_day(answers["by"])
    problem = promises.day_fault(day, call, situation) if day else None
    if problem is not None:
        errors["by"] = problem
    if errors:
        return say.of(Reject(errors))
    return _taken(call, answers, day, situation)


def _taken(call: Call, answers: dict[str, str], day: date | None, situation: Situation) -> Decision:
    before = call.review
    outcome, words = answers["held"], answers["happened"]
    if words == before.happened and outcome not in {before.held, "other"}:
        words = ""  # they told of the outcome that was taken back
    filled = replace(
        review_counts.filled(before, answers),
        differently=answers["differently"],
        account=answers["account"],
        elsewhere=answers["elsewhere"],
        share=bool(answers["share"] and answers["elsewhere"]),
        proposed={"yes": True, "no": False}.get(answers.get("proposed", "")),
        done=True,
    )
    given = (*review.THREE, "happened", "by")
    replaced = [name for name in given if name == "by" or answers[name] != getattr(before, name)]
    known = say.forgotten(
        situation.conversation, *(("review", str(call.id), name) for name in replaced)
    )
    situation = replace(situation, conversation=known)
    call = replace(call, review=filled)
    settled = settle(
        call,
        outcome,  # type: ignore[arg-type]  # one of the form's choices
        situation,
        thread=call.anchor,
        words=words,
        day=day,
    )
    shared = say.of(*learning.shared(call, before, situation))
    return say.joined(
        say.of(known), settled, shared, _afterwards(call, after(situation, settled.saves))
    )


def _afterwards(call: Call, situation: Situation) -> Decision:
    """What the review means for what is practised; where nothing more is asked, what may follow."""
    call = situation.call(str(call.id)) or call
    noted = say.of(*practice.counted(call, situation))
    waits = situation.conversation.focus is not None or call.review.held == "not_held"
    blocks = () if waits else topics.after(call, situation)
    if not blocks:
        return noted
    told = say.back(situation, message(*blocks), thread=call.anchor, part="after")
    return say.joined(noted, say.of(told))
