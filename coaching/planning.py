"""What follows when a rep answers about a plan: by form, by chat, by a tap."""

from __future__ import annotations

from dataclasses import replace

from coaching import say
from coaching.actions import Decision, Edit, Reject, Send, ShowForm
from coaching.answers import clean, faults
from coaching.calls import Call, Opportunity
from coaching.conversation import Conversation, Focus
from coaching.events import Submitted, Tapped
from coaching.ids import prompt_id
from coaching.messages import Line, message, text
from coaching.prepare import (
    FIELDS,
    as_it_stands,
    help_find,
    open_fields,
    opportunity_of,
    plan_form,
    planned,
    snooze_until,
    started,
    to_improve,
    verdict,
    with_answer,
    with_problem,
    with_size,
)
from coaching.turn import Situation, after


def is_open(call: Call, situation: Situation) -> bool:
    """Whether the call can still be planned."""
    return call.standing in {"on", "skipped"} and situation.now < call.starts_at


def show_form(call: Call, situation: Situation) -> Decision:
    """Open the plan form, or say that it is too late."""
    if not is_open(call, situation):
        return say.of(say.back(situation, started(call)))
    return say.of(ShowForm(plan_form(call, opportunity_of(call, situation))))


def submit(event: Submitted, call: Call, situation: Situation) -> Decision:
    """A plan by form: all of it is taken, or nothing with the errors at their fields."""
    opportunity = opportunity_of(call, situation)
    if not is_open(call, situation):
        return say.of(Reject({"objective": text("error-too-late-to-plan")}))
    errors = faults(plan_form(call, opportunity), event.answers)
    if errors:
        return say.of(Reject(errors))
    answers = {name: clean(event.answers.get(name, "")) for name in FIELDS}
    if answers["problem"] == opportunity.problem and not call.plan.problem:
        answers["problem"] = ""
    for name, value in answers.items():
        if getattr(call.plan, name) != value:
            call = with_answer(call, name, value, situation.now)
    opportunity = with_size(opportunity, event.answers.get("size", ""))
    return _planned(replace(call, standing="on"), opportunity, situation)


def answer(
    name: str, words: str, call: Call, situation: Situation, *, thread: str, source: str
) -> Decision:
    """One answer of a plan by chat: the next question, or the verdict once all is there."""
    call = replace(with_answer(call, name, words, situation.now), standing="on")
    opportunity = with_problem(opportunity_of(call, situation), call.plan)
    conversation = _remembered(situation.conversation, source, call, name)
    known = say.of(call, opportunity, conversation)
    missing = open_fields(call, opportunity)
    focus = situation.conversation.focus
    if missing:
        return say.joined(known, _ask(missing[0], call, after(situation, known.saves), thread))
    if focus is not None and focus.call_id == call.id and focus.then:
        rest = replace(focus, field=focus.then[0], then=focus.then[1:])
        asked = message(Line(text(f"again-{rest.field}")))
        return say.joined(
            known,
            say.of(
                say.focused(conversation, rest),
                say.back(situation, asked, thread=thread),
                *_anchor_shows(call),
            ),
        )
    return _planned(call, opportunity, after(situation, known.saves), thread=thread)


def _remembered(conversation: Conversation, source: str, call: Call, name: str) -> Conversation:
    """The conversation knows which text gave which answer (the last fifty)."""
    if not source:
        return conversation
    kept = list(conversation.answered.items())[-49:]
    return replace(conversation, answered={**dict(kept), source: ("plan", str(call.id), name)})


def _ask(name: str, call: Call, situation: Situation, thread: str) -> Decision:
    """Ask for the next thing in chat."""
    focus = Focus(topic="plan", call_id=call.id)
    return say.of(
        say.focused(situation.conversation, focus),
        say.back(situation, message(Line(text(f"chat-{name}"))), thread=thread),
        *_anchor_shows(call),
    )


def _planned(
    call: Call, opportunity: Opportunity, situation: Situation, *, thread: str = ""
) -> Decision:
    """The plan is whole: say what it is worth, and let the first message show it."""
    opportunity = with_problem(opportunity, call.plan)
    shows: tuple[Send | Edit, ...] = _anchor_shows(call)
    if not call.anchor:
        first = _new_anchor(call)
        shows, call = (first,), replace(call, anchor=first.id)
    now = after(situation, (call, opportunity))
    weak = to_improve(call, now)
    focus = Focus(topic="plan", call_id=call.id, field="fallback")
    if weak:
        focus = replace(focus, field=weak[0], then=weak[1:])
    elif call.plan.fallback:
        focus = replace(focus, field="done")
    conversation = say.focused(now.conversation, None if focus.field == "done" else focus)
    return say.of(
        opportunity,
        call,
        conversation,
        *shows,
        say.back(now, verdict(call, now), thread=thread, part=f"verdict/{call.id}"),
    )


def _new_anchor(call: Call) -> Send:
    return Send(id=f"{call.id}/plan", message=planned(call), helps_until=call.starts_at)


def _anchor_shows(call: Call) -> tuple[Edit, ...]:
    """The call's first message turns into its plan once there is an aim."""
    if not call.anchor or not call.plan.made:
        return ()
    return (Edit(id=call.anchor, message=planned(call)),)


def correct(name: str, words: str, call: Call, situation: Situation) -> Decision:
    """An answer of a plan was edited: keep the new wording and say what it is worth."""
    call = with_answer(call, name, words, situation.now)
    opportunity = with_problem(opportunity_of(call, situation), call.plan)
    return _planned(call, opportunity, situation)


def keep_in_chat(call: Call, situation: Situation, *, thread: str) -> Decision:
    """The rep says in chat that the plan may stay as it is."""
    call = replace(call, plan=replace(call.plan, kept=True))
    said = message(Line(text("kept")))
    conversation = say.focused(situation.conversation, None)
    return say.of(call, conversation, say.back(situation, said, thread=thread))


# ---- taps --------------------------------------------------------------------------------------


def keep(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep is content with the plan as it stands."""
    call = replace(call, plan=replace(call.plan, kept=True))
    now = after(situation, (call,))
    conversation = say.focused(situation.conversation, None)
    return say.of(call, conversation, *say.edit_of(event.message, call, verdict(call, now)))


def size(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The deal size is known now; the verdict is said anew for it."""
    opportunity = with_size(opportunity_of(call, situation), event.tap.value)
    now = after(situation, (opportunity,))
    return say.of(opportunity, *say.edit_of(event.message, call, verdict(call, now)))


def reading(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep says which of two readings is meant."""
    kind, _, label = event.tap.value.partition(":")
    if kind not in {"objective", "question"} or not label:
        return Decision()
    as_read = {f"{kind}_as": label}
    call = replace(call, plan=replace(call.plan, **as_read))  # type: ignore[arg-type]
    now = after(situation, (call,))
    return say.of(call, *say.edit_of(event.message, call, verdict(call, now)))


def clear(call: Call, situation: Situation) -> Decision:
    """Nothing is open before they can sign: ask for it, with a fallback (METHOD §3)."""
    focus = Focus(topic="plan", call_id=call.id, field="fallback")
    return say.of(
        say.focused(situation.conversation, focus),
        say.back(situation, message(Line(text("order-clear")), Line(text("ask-fallback")))),
    )


def find(call: Call, situation: Situation) -> Decision:
    """Help to find a question; the next line in chat answers what is open first."""
    opportunity = opportunity_of(call, situation)
    missing = [name for name in open_fields(call, opportunity) if name != "objective"]
    focus = Focus(topic="plan", call_id=call.id, field=missing[0] if missing else "question")
    return say.of(
        say.focused(situation.conversation, focus),
        say.back(situation, help_find(call, opportunity)),
    )


def snooze(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Ask again at the chosen moment; it takes the reminder's place."""
    if not is_open(call, situation) or event.tap.value not in {"15m", "1h", "before"}:
        return Decision()
    until = snooze_until(call, event.tap.value, situation.now)
    call = replace(call, snoozed_until=until)
    shown = as_it_stands(call, after(situation, (call,)))
    return say.of(call, *say.edit_of(event.message or prompt_id(call), call, shown))


def carry(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Use the plan of a cancelled call for this one."""
    spare = situation.call(event.tap.value)
    if spare is None or not spare.plan.made or not is_open(call, situation):
        return Decision()
    plan = replace(spare.plan, planned_at=situation.now, kept=False)
    call = replace(call, plan=plan, standing="on")
    return _planned(call, opportunity_of(call, situation), situation)
