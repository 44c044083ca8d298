"""What follows when a rep answers about a plan: by form, by chat, by a tap."""

from __future__ import annotations

from dataclasses import replace

from coaching import asking, say, teaching
from coaching.actions import Decision, Edit, Reject, Send, ShowForm
from coaching.answers import clean, faults
from coaching.calls import Call, Opportunity
from coaching.conversation import Focus
from coaching.events import OpinionGiven, Submitted, Tapped
from coaching.feedback import reads_of, to_improve, verdict
from coaching.messages import Line, message, text
from coaching.prepare import (
    FIELDS,
    as_it_stands,
    cancelled,
    help_find,
    open_fields,
    plan_form,
    planned,
    snooze_until,
    snoozes,
    started,
    with_answer,
    with_problem,
    with_size,
)
from coaching.sales import opportunity_of
from coaching.topics import planner
from coaching.turn import Situation, after

# How the id of a verdict on a plan goes on behind the rep's.
VERDICT = "verdict"


def is_open(call: Call, situation: Situation) -> bool:
    """Whether the call can still be planned."""
    is_ahead = call.standing in {"on", "skipped"} and situation.now < call.starts_at
    return is_ahead and situation.rep.is_coached


def closed(call: Call, situation: Situation) -> Decision:
    """Say why a call cannot be planned: it has begun, it is off, or is it a sales call at all?"""
    begun = situation.now >= call.starts_at
    said = started(call) if begun else as_it_stands(call, situation)
    return say.of(say.back(situation, said))


# ---- the form ----------------------------------------------------------------------------------


def show_form(call: Call, situation: Situation) -> Decision:
    """Open the plan form, or say why it is too late."""
    if not is_open(call, situation):
        return closed(call, situation)
    return say.of(ShowForm(plan_form(call, opportunity_of(call, situation))))


def submit(event: Submitted, call: Call, situation: Situation) -> Decision:
    """A plan by form: all of it is taken, or nothing with the errors at their fields.

    A plan that comes for a call cancelled meanwhile is kept for the next one.
    """
    opportunity = opportunity_of(call, situation)
    if situation.now >= call.starts_at or call.standing == "unsure":
        return say.of(Reject({"objective": text("error-too-late-to-plan")}))
    form = plan_form(call, opportunity)
    errors = faults(form, event.answers)
    if errors:
        return say.of(Reject(errors))
    filled = _filled(call, opportunity, event, situation)
    situation = _said_by_form(call, filled, situation)
    call = filled
    if call.standing == "cancelled":
        return say.of(call, say.back(situation, cancelled(call)))
    if opportunity.size is None:
        opportunity = with_size(opportunity, event.answers.get("size", ""))
    known = say.of(*teaching.wanted(call, situation))
    return say.joined(known, _judged(replace(call, standing="on"), opportunity, situation))


def _said_by_form(call: Call, filled: Call, situation: Situation) -> Situation:
    """The chat texts whose answers a form replaced gave nothing that still stands."""
    changed = [
        ("plan", str(call.id), name)
        for name in FIELDS
        if getattr(call.plan, name) != getattr(filled.plan, name)
    ]
    conversation = say.forgotten(situation.conversation, *changed)
    return replace(situation, conversation=conversation)


def _filled(call: Call, opportunity: Opportunity, event: Submitted, situation: Situation) -> Call:
    """The call with the answers of a form; a problem only shown there is no answer."""
    answers = {name: clean(event.answers.get(name, "")) for name in FIELDS}
    if answers["problem"] == opportunity.problem and not call.plan.problem:
        answers["problem"] = ""
    for name, value in answers.items():
        if getattr(call.plan, name) != value:
            call = with_answer(call, name, value, situation.now)
    return call


# ---- chat --------------------------------------------------------------------------------------


def ask_next(call: Call, situation: Situation, *, thread: str = "") -> Decision:
    """Ask in chat for what is open first in a plan; one that is whole is shown."""
    missing = open_fields(call, opportunity_of(call, situation))
    if not missing:
        return say.of(say.back(situation, planned(call), thread=thread))
    focus = Focus(topic="plan", call_id=call.id)
    return say.of(
        say.focused(situation.conversation, focus),
        say.back(situation, message(Line(text(f"chat-{missing[0]}"))), thread=thread),
    )


def answer(
    name: str, words: str, call: Call, situation: Situation, *, thread: str, source: str
) -> Decision:
    """One answer of a plan by chat: the next question, or the verdict once all is there."""
    call = replace(with_answer(call, name, words, situation.now), standing="on")
    opportunity = with_problem(opportunity_of(call, situation), call.plan)
    given = ("plan", str(call.id), name)
    conversation = say.remembered(situation.conversation, source, given)
    known = say.of(*teaching.wanted(call, situation), call, opportunity, conversation)
    now = after(situation, known.saves)
    if name == "problem" and situation.conversation.focus == _focus(call, "problem"):
        return say.joined(known, find(call, now, thread=thread), say.of(*_anchor_shows(call)))
    if open_fields(call, opportunity):
        asked = ask_next(call, now, thread=thread)
        return say.joined(known, asked, say.of(*_anchor_shows(call)))
    rest = _still_to_revise(name, call, situation)
    if not rest:
        return say.joined(known, _judged(call, opportunity, now, thread=thread))
    again = say.back(situation, message(Line(text(f"again-{rest[0]}"))), thread=thread)
    attention = say.focused(now.conversation, _focus(call, *rest))
    return say.joined(known, say.of(attention, again, *_anchor_shows(call)))


def _focus(call: Call, name: str, *then: str) -> Focus:
    return Focus(topic="plan", call_id=call.id, field=name, then=then)


def _still_to_revise(name: str, call: Call, situation: Situation) -> tuple[str, ...]:
    """The weak answers the rep has not come back to yet."""
    focus = situation.conversation.focus
    if focus is None or focus.call_id != call.id or not focus.then:
        return ()
    return tuple(one for one in (focus.field, *focus.then) if one != name)


def correct(
    name: str, words: str, call: Call, situation: Situation, *, thread: str = ""
) -> Decision:
    """An answer of a plan was edited: keep the new wording and say what the plan is worth.

    While the plan is being asked for, the question that is open stays open.
    """
    if getattr(call.plan, name) == words:
        return Decision()
    call = with_answer(call, name, words, situation.now)
    opportunity = with_problem(opportunity_of(call, situation), call.plan)
    if open_fields(call, opportunity):
        return say.of(call, opportunity, *_anchor_shows(call))
    return _judged(call, opportunity, situation, thread=thread)


def keep_in_chat(call: Call, situation: Situation, *, thread: str) -> Decision:
    """The rep says in chat that the plan may stay; what was not judged yet is, all the same."""
    focus = situation.conversation.focus
    judged = focus is not None and focus.call_id == call.id and focus.judged
    call = replace(call, plan=replace(call.plan, kept=True))
    now = after(situation, (call,))
    said = message(Line(text("kept"))) if judged else verdict(call, now)
    conversation = say.left(situation.conversation, call)
    return say.of(call, conversation, say.back(situation, said, thread=thread))


# ---- the plan is whole -------------------------------------------------------------------------


def _judged(
    call: Call, opportunity: Opportunity, situation: Situation, *, thread: str = ""
) -> Decision:
    """Say what the plan is worth, and let the call's first message show it."""
    opportunity = with_problem(opportunity, call.plan)
    shows: tuple[Send | Edit, ...] = _anchor_shows(call)
    if not call.anchor:
        call = replace(call, anchor=f"{call.id}/plan")
        shows = (Send(id=call.anchor, message=planned(call), helps_until=call.starts_at),)
    now = after(situation, (call, opportunity))
    conversation = say.focused(now.conversation, _attention(call, now))
    said = say.back(now, verdict(call, now), thread=thread, part=f"{VERDICT}/{call.id}")
    former = say.superseded(call.verdict, said.id)
    call = replace(call, verdict=said.id)
    told = say.of(opportunity, call, conversation, *shows, *former, said)
    return say.joined(told, asking.asks(call, said.id, replace(now, conversation=conversation)))


def _attention(call: Call, situation: Situation) -> Focus | None:
    """What the next line of chat is taken for: a weak answer anew, else the fallback."""
    weak = () if call.plan.kept else to_improve(call, situation)
    if weak:
        return replace(_focus(call, *weak), judged=True)
    if call.plan.kept or call.plan.fallback:
        return None
    return replace(_focus(call, "fallback"), judged=True)


def _anchor_shows(call: Call) -> tuple[Edit, ...]:
    """The call's first message turns into its plan once there is an aim."""
    if not call.anchor or not call.plan.made:
        return ()
    return (Edit(id=call.anchor, message=planned(call)),)


# ---- taps --------------------------------------------------------------------------------------


def keep(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep is content with the plan as it stands."""
    call = replace(call, plan=replace(call.plan, kept=True))
    return told_anew(event, call, opportunity_of(call, situation), situation)


def size(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The deal size is known now; the verdict is said anew for it."""
    opportunity = with_size(opportunity_of(call, situation), event.tap.value)
    return told_anew(event, call, opportunity, situation)


def reading(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep says which of two readings is meant; what was sure meanwhile stays as it is.

    A model's view is not sure in that sense: whatever it says, the rep may say otherwise.
    """
    kind, _, label = event.tap.value.partition(":")
    judged = replace(call, plan=replace(call.plan, objective_view=None, question_view=None))
    offered = {
        (read.kind, one)
        for read in reads_of(judged, situation)
        if not read.sure and read.second
        for one in (read.label, read.second)
    }
    if (kind, label) in offered:
        as_read: dict[str, str] = {f"{kind}_as": label}
        call = replace(call, plan=replace(call.plan, **as_read))  # type: ignore[arg-type]  # text
    return told_anew(event, call, opportunity_of(call, situation), situation)


def told_anew(
    event: Tapped | OpinionGiven, call: Call, opportunity: Opportunity, situation: Situation
) -> Decision:
    """The verdict as it stands once these are saved, the attention where it says.

    A model's view turns no attention where the coach has asked for something since the verdict.
    """
    if not (call.plan.objective or call.plan.question):
        return Decision()
    now = after(situation, (call, opportunity))
    focus = situation.conversation.focus
    conversation = situation.conversation
    turns = isinstance(event, Tapped) or (focus is not None and focus.judged)
    if focus is not None and focus.call_id == call.id and turns:
        conversation = say.focused(conversation, _attention(call, now))
    if is_former(event.message, call):
        return say.of(call, opportunity, conversation, *_latest_shows(event.message, call, now))
    shown = say.edit_of(event.message, call, verdict(call, now))
    former = say.superseded(call.verdict, event.message) if shown else ()
    if former:
        call = replace(call, verdict=event.message)
    return say.of(call, opportunity, conversation, *former, *shown)


def is_former(message_id: str, call: Call) -> bool:
    """Whether a message bore a verdict on this call's plan, and another one has the newer."""
    return say.is_former(message_id, f"{VERDICT}/{call.id}", call.verdict)


def as_of_now(event: Tapped, call: Call, situation: Situation) -> Decision:
    """A tap on a former verdict meant other words: the plan as it stands is said again."""
    return say.of(*_latest_shows(event.message, call, situation))


def _latest_shows(former: str, call: Call, situation: Situation) -> tuple[Edit, ...]:
    latest = Edit(id=call.verdict, message=verdict(call, situation))
    return (*say.superseded(former, call.verdict), latest)


def clear(call: Call, situation: Situation) -> Decision:
    """Nothing is open before they can sign: ask for it, with a fallback (METHOD §3)."""
    return say.of(
        say.focused(situation.conversation, _focus(call, "fallback")),
        say.back(situation, message(Line(text("order-clear")), Line(text("ask-fallback")))),
    )


def find(call: Call, situation: Situation, *, thread: str = "") -> Decision:
    """Help to find a question, step by step; the next line in chat is the trouble, then it."""
    opportunity = opportunity_of(call, situation)
    known = call.plan.problem or opportunity.problem
    focus = _focus(call, "question" if known else "problem")
    return say.of(
        say.focused(situation.conversation, focus),
        say.back(situation, help_find(call, opportunity), thread=thread),
    )


def use_question(event: Tapped, call: Call, situation: Situation) -> Decision:
    """A question planned for the sale goes into this call's plan, with the problem under it."""
    plan = planner.use(event.tap.value, call.plan, situation)
    if plan is None:
        return say.line_back(situation, text("not-here-any-more"))
    call = replace(call, plan=plan)
    return answer("question", plan.question, call, situation, thread=call.anchor, source="")


def snooze(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Ask again at the chosen moment, where it still fits; it takes the reminder's place."""
    value = event.tap.value
    if value in snoozes(call, situation.now):
        until = snooze_until(call, value, situation.now)
        call = replace(call, snoozed_until=until, standing="on")
    shown = as_it_stands(call, after(situation, (call,)))
    return say.of(call, *say.edit_of(event.message or call.anchor, call, shown))


def unskip(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The call is to be planned after all."""
    taught = teaching.wanted(call, situation)
    call = replace(call, standing="on")
    now = after(situation, (call,))
    shown = say.edit_of(event.message or call.anchor, call, as_it_stands(call, now))
    return say.joined(say.of(call, *taught, *shown), show_form(call, now))


def carry(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Use the plan of a cancelled call with the same customer for this one."""
    spare = situation.call(event.tap.value)
    if (
        spare is None
        or spare.standing != "cancelled"
        or spare.opportunity_id != call.opportunity_id
        or not spare.plan.made
    ):
        return say.line_back(situation, text("not-here-any-more"))
    if call.plan.made:
        return say.of(say.back(situation, planned(call)))
    plan = replace(spare.plan, planned_at=situation.now, kept=False)
    call = replace(call, plan=plan, standing="on")
    told = say.edit_of(event.message, spare, planned(call))
    return say.joined(_judged(call, opportunity_of(call, situation), situation), say.of(*told))
