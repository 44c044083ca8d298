"""The two forms of a call's stages: what the rep will say, and the checklist to tick."""

from __future__ import annotations

from dataclasses import replace

from coaching import say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults
from coaching.calls import Call
from coaching.events import Submitted
from coaching.forms import CheckField, Form, TextField
from coaching.messages import Quoted, text
from coaching.notes.stages import Stages
from coaching.sales import opportunity_of
from coaching.topics import noted
from coaching.topics.stages import cautions, kept, page, points
from coaching.topics.topic import FormOf
from coaching.turn import Situation, after


def _call(about: str, situation: Situation) -> Call | None:
    """The call of that id, if it is a sale's and was not cancelled."""
    call = situation.call(about)
    place = None if call is None else noted.sale_or_call(about, situation)
    return None if place is None else call


# ---- the words ---------------------------------------------------------------------------------


def show(about: str, situation: Situation) -> Form | None:
    """What the rep will say first and last, with what they wrote before."""
    call = _call(about, situation)
    return None if call is None else _form(call, situation)


def _form(call: Call, situation: Situation) -> Form:
    stages = kept.of_call(call, situation) or Stages()
    initial = {name: getattr(stages, name) for name in kept.TEXTS}
    initial["proposal"] = kept.proposal(call, stages)
    return Form(
        kind=page.FORM,
        about=str(call.id),
        title=text("form-stages-title", customer=Quoted(call.customer)),
        fields=tuple(
            TextField(
                name=name,
                label=text(f"field-stages-{name}"),
                hint=text(f"field-stages-{name}-hint"),
                initial=words,
                limit=noted.LIMIT,
                long=True,
            )
            for name, words in initial.items()
        ),
        submit=text("button-note"),
    )


def submit(event: Submitted, situation: Situation) -> Decision:
    """What the rep will say is kept with the call, and what speaks against it is told."""
    call = _call(event.about, situation)
    if call is None:
        return say.line_back(situation, text("not-here-any-more"))
    form = _form(call, situation)
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    answers = {name: clean(event.answers.get(name, "")) for name in kept.TEXTS}
    if answers["proposal"] == call.plan.objective:
        answers["proposal"] = ""  # so that it goes on following the plan
    return written(call, answers, situation)


def written(
    call: Call, words: dict[str, str], situation: Situation, *, thread: str = ""
) -> Decision:
    """Those words are kept for the call, and what speaks against them is told."""
    before = kept.of_call(call, situation) or Stages()
    now = cautions.without(replace(before, **words), before)  # type: ignore[arg-type]  # texts by name
    note = kept.note(call, now, situation)
    told = page.noted(call, after(situation, (note,)))
    return say.of(note, say.back(situation, told, thread=thread, part="stages-new"))


# ---- the checklist -----------------------------------------------------------------------------


def show_points(about: str, situation: Situation) -> Form | None:
    """The checklist of a call, with what is ticked."""
    call = _call(about, situation)
    return None if call is None else _points(call, situation)


def _points(call: Call, situation: Situation) -> Form:
    stages = kept.of_call(call, situation) or Stages()
    large = opportunity_of(call, situation).is_large
    return Form(
        kind=page.TICKS,
        about=str(call.id),
        title=text("form-stages-title", customer=Quoted(call.customer)),
        fields=tuple(
            CheckField(name=one, label=text(f"stages-point-{one}"), initial=one in stages.checked)
            for one in points.of_call(call, large=large)
        ),
        submit=text("button-note"),
    )


def submit_points(event: Submitted, situation: Situation) -> Decision:
    """What is ticked is kept; points of another deal size stay as they were."""
    call = _call(event.about, situation)
    if call is None:
        return say.line_back(situation, text("not-here-any-more"))
    form = _points(call, situation)
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    stages = kept.of_call(call, situation) or Stages()
    shown = [field.name for field in form.fields]
    others = tuple(one for one in stages.checked if one not in shown)
    ticked = tuple(one for one in shown if event.answers.get(one) == "yes")
    note = kept.note(call, replace(stages, checked=(*others, *ticked)), situation)
    told = page.ticked(call, after(situation, (note,)))
    return say.of(note, say.back(situation, told, part="stages-new"))


FORMS = {
    page.FORM: FormOf(show=show, submit=submit),
    page.TICKS: FormOf(show=show_points, submit=submit_points),
}
