"""Before the call: the prompt, the plan form, and what the coach says about a plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from coaching import promised, say, topics
from coaching.calls import Call, DealSize, Opportunity, Plan, Promise
from coaching.forms import ChoiceField, Form, Option, TextField
from coaching.ids import prompt_id
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Clock,
    Heading,
    Line,
    Message,
    Moment,
    Names,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.sales import opportunity_of
from coaching.spans import Span
from coaching.turn import Situation

LIMIT = 500
FIELDS = ("objective", "fallback", "problem", "question")


def heading(call: Call) -> Heading:
    """Who and when, with the people in the room where the calendar names them."""
    key = "call-heading-people" if call.people else "call-heading"
    return Heading(
        text(
            key,
            customer=Quoted(call.customer),
            when=Span(call.starts_at, call.ends_at),
            people=Names(call.people),
        )
    )


# ---- the prompt --------------------------------------------------------------------------------


def prompt(call: Call, situation: Situation) -> Message:
    """The message that asks for the plan; with no calendar people it may ask what the call is."""
    if call.standing == "unsure":
        return _is_it_a_call(call)
    opportunity = opportunity_of(call, situation)
    still_open = sorted(
        (
            promise
            for promise in situation.promises
            if promise.opportunity_id == opportunity.id and promise.is_open
        ),
        key=lambda promise: promise.due_on,
    )
    return message(
        heading(call),
        *(block for promise in still_open[:2] for block in promise_lines(promise, situation)),
        *topics.before(call, situation),
        *_plan_to_carry(call, situation),
        *_questions(opportunity),
        *_snoozed(call, situation),
        *_prompt_buttons(call, situation),
        Small(_why(call, situation)),
    )


def _why(call: Call, situation: Situation) -> Text:
    """Why the prompt came: by itself, or under an id of its own because the rep asked."""
    on_request = "/prompt/" in call.anchor and call.anchor.count("/") > prompt_id(call).count("/")
    key = "why-prompt-asked" if on_request else "why-prompt"
    return text(key, hours=say.length(situation.policy.prompt_before))


def _questions(opportunity: Opportunity) -> tuple[Block, ...]:
    if opportunity.size == "small":
        return (Line(text("ask-objective")), Line(text("ask-question-small")))
    if opportunity.problem:
        on_table = Line(text("known-problem", problem=Quoted(opportunity.problem)))
        return (on_table, Line(text("ask-objective")), Line(text("ask-question")))
    return (Line(text("ask-objective")), Line(text("ask-question")))


def _snoozed(call: Call, situation: Situation) -> tuple[Block, ...]:
    until = call.snoozed_until
    if until is None or until <= situation.now:
        return ()
    return (Line(text("snoozed-until", at=Moment(until))),)


def _is_it_a_call(call: Call) -> Message:
    when = Span(call.starts_at, call.ends_at)
    about = str(call.id)
    return message(
        Heading(text("unsure-heading", title=Quoted(call.title), when=when)),
        Line(text("unsure-ask")),
        Buttons(
            (
                Button(
                    label=text("button-unsure-series"),
                    tap=Tap(verb="sales", about=about, value="series"),
                    primary=True,
                ),
                Button(
                    label=text("button-unsure-once"),
                    tap=Tap(verb="sales", about=about, value="occurrence"),
                ),
                Button(
                    label=text("button-unsure-no"),
                    tap=Tap(verb="teach", about=about, value="series"),
                ),
            )
        ),
        Small(text("why-unsure")),
    )


def promise_lines(promise: Promise, situation: Situation) -> tuple[Block, ...]:
    """What was promised last time, with a tap to say whether it was kept."""
    about = str(promise.id)
    overdue = situation.work is not None and promise.due_on < situation.work.local_date(
        situation.now
    )
    return (
        Line(
            text(
                "promised-overdue" if overdue else "promised",
                promise=promised.words(promise),
                day=promise.due_on,
            )
        ),
        Buttons(
            (
                Button(
                    label=text("button-promise-kept"),
                    tap=Tap(verb="promise", about=about, value="kept"),
                ),
                Button(
                    label=text("button-promise-open"),
                    tap=Tap(verb="promise", about=about, value="open"),
                ),
            )
        ),
    )


def _plan_to_carry(call: Call, situation: Situation) -> tuple[Block, ...]:
    """The plan of a cancelled call with the same customer, offered for this one."""
    spare = spare_plan(call, situation)
    if spare is None:
        return ()
    return (
        Line(text("carry-offer", objective=Quoted(spare.plan.objective))),
        Buttons(
            (
                Button(
                    label=text("button-carry"),
                    tap=Tap(verb="carry", about=str(call.id), value=str(spare.id)),
                ),
            )
        ),
    )


def spare_plan(call: Call, situation: Situation) -> Call | None:
    """The latest cancelled call with the same customer whose plan no later call has used."""
    same = [
        other
        for other in situation.calls
        if other.opportunity_id == call.opportunity_id and other.id != call.id and other.plan.made
    ]
    spare = [other for other in same if other.standing == "cancelled"]
    used = {other.plan.objective for other in same if other.standing != "cancelled"}
    left = [other for other in spare if other.plan.objective not in used]
    return max(left, key=lambda other: other.starts_at, default=None)


def snoozes(call: Call, now: datetime) -> tuple[str, ...]:
    """The snoozes that still fit before the call."""
    left = call.starts_at - now
    fits = {
        "15m": left >= timedelta(minutes=25),
        "1h": left >= timedelta(minutes=75),
        "before": left >= timedelta(minutes=50),
    }
    return tuple(name for name, fit in fits.items() if fit)


def snooze_until(call: Call, value: str, now: datetime) -> datetime:
    """The moment a snooze means; "before" is 30 minutes before the call."""
    if value == "before":
        return call.starts_at - timedelta(minutes=30)
    return now + (timedelta(hours=1) if value == "1h" else timedelta(minutes=15))


def _prompt_buttons(call: Call, situation: Situation) -> tuple[Buttons, ...]:
    about = str(call.id)
    first = Buttons(
        (
            Button(label=text("button-plan"), tap=Tap(verb="plan", about=about), primary=True),
            Button(label=text("button-find"), tap=Tap(verb="find", about=about)),
            Button(label=text("button-skip"), tap=Tap(verb="skip", about=about)),
            Button(label=text("button-not-sales"), tap=Tap(verb="not_sales", about=about)),
        )
    )
    return (first, *snooze_menu("snooze", snoozes(call, situation.now), about))


def snooze_menu(verb: str, values: tuple[str, ...], about: str) -> tuple[Buttons, ...]:
    """The snoozes on offer, folded where the platform can; none if none fits."""
    if not values:
        return ()
    snooze = tuple(
        Button(label=text(f"button-snooze-{value}"), tap=Tap(verb=verb, about=about, value=value))
        for value in values
    )
    return (Buttons(snooze, menu=text("button-snooze")),)


def planned(call: Call) -> Message:
    """What the prompt turns into once there is a plan."""
    plan = call.plan
    lines = [Line(text("planned-objective", objective=Quoted(plan.objective)))]
    if plan.fallback:
        lines.append(Line(text("planned-fallback", fallback=Quoted(plan.fallback))))
    if plan.question:
        lines.append(Line(text("planned-question", question=Quoted(plan.question))))
    change = Button(label=text("button-change"), tap=Tap(verb="plan", about=str(call.id)))
    return message(heading(call), *lines, Buttons((change,)))


def set_aside(call: Call) -> Message:
    """What the prompt turns into once the rep skipped the call."""
    undo = Button(label=text("button-plan-after-all"), tap=Tap(verb="unskip", about=str(call.id)))
    return message(heading(call), Line(text("skipped")), Buttons((undo,)))


def cancelled(call: Call) -> Message:
    """What the prompt turns into once the meeting is off."""
    key = "cancelled-planned" if call.plan.made else "cancelled"
    return message(heading(call), Line(text(key)))


def started(call: Call) -> Message:
    """What the prompt turns into when it is too late to plan."""
    return message(heading(call), Line(text("too-late-to-plan")))


def asked_below(call: Call) -> Message:
    """What a prompt turns into once the same call is asked for again, in a new message."""
    return message(heading(call), Line(text("asked-below")))


def as_it_stands(call: Call, situation: Situation) -> Message:
    """The call's first message, as its state has it now."""
    if call.standing == "cancelled":
        return cancelled(call)
    if call.standing == "skipped":
        return set_aside(call)
    if call.plan.made:
        return planned(call)
    return prompt(call, situation) if situation.now < call.starts_at else started(call)


def cue(call: Call, before: timedelta) -> Message:
    """The cue card, that long before the call: the aim and the question."""
    plan = call.plan
    lines = [Line(text("cue-objective", objective=Quoted(plan.objective)))]
    if plan.fallback:
        lines.append(Line(text("cue-fallback", fallback=Quoted(plan.fallback))))
    if plan.question:
        lines.append(Line(text("cue-question", question=Quoted(plan.question))))
    return message(
        Heading(text("cue-heading", customer=Quoted(call.customer), at=Clock(call.starts_at))),
        *lines,
        Small(text("why-cue", before=say.length(before))),
    )


# ---- the form ----------------------------------------------------------------------------------


def plan_form(call: Call, opportunity: Opportunity) -> Form:
    """All that a plan asks, with what was answered before."""
    plan = call.plan
    fields = (
        _text("objective", plan.objective, required=True, hint=True),
        _text("fallback", plan.fallback),
        _text("problem", plan.problem or opportunity.problem, hint=True),
        _text("question", plan.question, hint=True, long=True),
    )
    return Form(
        kind="plan",
        about=str(call.id),
        title=text("form-plan-title", customer=Quoted(call.customer)),
        fields=(*fields, *_size_field(opportunity)),
        intro=(text(f"order-brief-{'large' if opportunity.is_large else 'small'}"),),
        submit=text("button-save-plan"),
    )


def _text(name: str, initial: str, **options: bool) -> TextField:
    hint = options.pop("hint", False)
    return TextField(
        name=name,
        label=text(f"field-{name}"),
        hint=text(f"field-{name}-hint") if hint else None,
        initial=initial,
        limit=LIMIT,
        required=options.get("required", False),
        long=options.get("long", False),
    )


def _size_field(opportunity: Opportunity) -> tuple[ChoiceField, ...]:
    if opportunity.size is not None:
        return ()
    options = tuple(Option(value=size, label=text(f"size-{size}")) for size in ("large", "small"))
    return (ChoiceField(name="size", label=text("field-size"), options=options),)


def open_fields(call: Call, opportunity: Opportunity) -> tuple[str, ...]:
    """What a plan still lacks, in the order it is asked in chat; one that is kept lacks nothing."""
    plan = call.plan
    if plan.kept:
        return ()
    missing = {
        "objective": not plan.objective,
        "problem": not (plan.problem or opportunity.problem) and opportunity.size != "small",
        "question": not plan.question,
    }
    return tuple(name for name, lacks in missing.items() if lacks)


def with_answer(call: Call, name: str, value: str, now: datetime) -> Call:
    """The call with one more answer in its plan; a new wording forgets how the old was read."""
    plan = call.plan
    changes: dict[str, object] = {name: value, "kept": False}
    if name in {"objective", "question"} and getattr(plan, name) != value:
        changes |= {f"{name}_as": "", f"{name}_view": None}
    if name == "problem" and plan.problem != value:
        changes["question_view"] = None
    if plan.planned_at is None and (name == "objective" or plan.objective):
        changes["planned_at"] = now
    return replace(call, plan=replace(plan, **changes))  # type: ignore[arg-type]  # by name


def with_problem(opportunity: Opportunity, plan: Plan) -> Opportunity:
    """The opportunity remembers the problem a plan stands on."""
    return replace(opportunity, problem=plan.problem) if plan.problem else opportunity


def with_size(opportunity: Opportunity, value: str) -> Opportunity:
    """The opportunity with its deal size, where one was given."""
    size: DealSize | None = "large" if value == "large" else "small" if value == "small" else None
    return replace(opportunity, size=size) if size else opportunity


# ---- help -------------------------------------------------------------------------------------


def help_find(call: Call, opportunity: Opportunity) -> Message:
    """The three steps to an implication question (METHOD §5), from where this sale stands."""
    about = str(call.id)
    plan = Button(label=text("button-plan"), tap=Tap(verb="plan", about=about), primary=True)
    steps = Button(label=text("button-find-steps"), tap=Tap(verb="chain_find", about=about))
    row = Buttons((plan, steps))
    problem = call.plan.problem or opportunity.problem
    if not problem:
        return message(Line(text("find-problem", customer=Quoted(call.customer))), row)
    return message(
        Line(text("find-difficulties", problem=Quoted(problem))),
        Line(text("find-question")),
        row,
    )
