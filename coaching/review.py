"""After the call: the outcome held against the objective, the promise, the review questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from coaching.calls import Call, Held, Outcome, Promise, Review
from coaching.days import find_day
from coaching.feedback import reason
from coaching.forms import CheckField, ChoiceField, DateField, Form, Option, TextField
from coaching.ids import promise_id
from coaching.judge import Judge, Verdict
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Small,
    Tap,
    message,
    text,
)
from coaching.prepare import LIMIT, snooze_menu

HELD: tuple[Held, ...] = (
    "agreed",
    "fallback",
    "other",
    "signed",
    "nothing",
    "refused",
    "not_held",
)
OUTCOMES: dict[Held, Outcome] = {
    "agreed": "advance",
    "fallback": "advance",
    "other": "advance",
    "signed": "order",
    "nothing": "continuation",
    "refused": "no_sale",
}
THREE = ("differently", "account", "elsewhere")
COUNTS = ("none", "some", "many", "unknown")
FIELDS = ("happened", "by", *THREE)


# ---- the outcome -------------------------------------------------------------------------------


def choices(call: Call) -> tuple[Held, ...]:
    """The outcomes on offer: those that hold against a plan only where there is one."""
    absent = {"agreed"} if not call.plan.objective else set()
    if not call.plan.fallback:
        absent.add("fallback")
    return tuple(held for held in HELD if held not in absent)


def ask(call: Call, *, reminder: bool = False) -> Message:
    """The message that asks how the call ended."""
    return message(
        Heading(text("review-heading", customer=Quoted(call.customer))),
        _aim(call),
        _outcome_buttons(call),
        *snooze_menu("snooze_review", ("1h", "tomorrow"), str(call.id)),
        Small(text("why-review-reminder" if reminder else "why-review")),
    )


def _aim(call: Call) -> Line:
    if call.plan.objective:
        return Line(text("review-aim", objective=Quoted(call.plan.objective)))
    return Line(text("review-no-aim"))


def _outcome_buttons(call: Call) -> Buttons:
    return Buttons(
        tuple(
            Button(
                label=text(f"held-{held.replace('_', '-')}"),
                tap=Tap(verb="held", about=str(call.id), value=held),
            )
            for held in choices(call)
        )
    )


def answered(call: Call) -> Message:
    """What the question turns into once the outcome is given."""
    review = call.review
    lines: list[Block] = [_aim(call)] if call.plan.objective else []
    if review.held == "not_held":
        lines.append(Line(text("reviewed-not-held")))
    elif review.outcome is None:
        lines.append(Line(text("reviewed-other")))
    else:
        lines.append(Line(text(f"reviewed-{review.outcome.replace('_', '-')}")))
    if review.happened:
        lines.append(Line(text("reviewed-happened", happened=Quoted(review.happened))))
    change = Button(label=text("button-change"), tap=Tap(verb="review", about=str(call.id)))
    heading = Heading(text("review-heading", customer=Quoted(call.customer)))
    return message(heading, *lines, Buttons((change,)))


def with_held(call: Call, held: Held, now: datetime) -> Call:
    """The call with its outcome; what was agreed is filled from the plan, "other" waits for words.

    An order that was aimed for and agreed is an order only once signed: it counts as an advance.
    """
    happened = {"agreed": call.plan.objective, "fallback": call.plan.fallback}.get(held, "")
    review = replace(
        call.review,
        held=held,
        outcome=None if held in {"other", "not_held"} else OUTCOMES[held],
        happened=happened if held != call.review.held else call.review.happened or happened,
        dressed_up=False,
        done=call.review.done or held == "not_held",
        reviewed_at=call.review.reviewed_at or now,
    )
    return replace(call, review=review)


def with_happened(call: Call, words: str, judge: Judge) -> tuple[Call, Verdict]:
    """The call with what was agreed in words, the outcome as the judge reads it."""
    verdict = judge.read("outcome", words)
    outcome: Outcome | None = verdict.label if verdict.sure else None  # type: ignore[assignment]
    review = replace(
        call.review,
        happened=words,
        outcome=outcome,
        dressed_up=verdict.sure and verdict.label == "continuation",
    )
    return replace(call, review=review), verdict


def on_happened(call: Call, verdict: Verdict) -> Message:
    """What the coach says about an outcome told in words; where it doubts, the rep decides."""
    about = str(call.id)
    if verdict.sure and verdict.label in {"advance", "order"}:
        return message(Line(text("feedback-outcome", reason=reason(verdict))))
    if verdict.sure and verdict.label == "no_sale":
        return message(
            Line(text("feedback-outcome", reason=reason(verdict))),
            Buttons((_decide(about, "continuation"), _decide(about, "advance"))),
        )
    first = text("feedback-outcome-continuation", reason=reason(verdict))
    if not verdict.sure:
        first = text("two-ways-outcome")
    add = Button(label=text("button-add-agreed"), tap=Tap(verb="more", about=about))
    return message(
        Line(first),
        Buttons((add, _decide(about, "continuation"), _decide(about, "advance"))),
    )


def _decide(about: str, outcome: Outcome) -> Button:
    return Button(
        label=text(f"button-decide-{outcome.replace('_', '-')}"),
        tap=Tap(verb="decide", about=about, value=outcome),
    )


# ---- the promise -------------------------------------------------------------------------------


def promise_of(call: Call, today: date, due_on: date | None = None) -> Promise | None:
    """What the customer agreed to and by when, where the call ended in an advance with a day.

    The day is the one given, else one named in the words, counted from the day of the call.
    """
    review = call.review
    if review.outcome != "advance" or not review.happened:
        return None
    day = due_on or find_day(review.happened, today)
    if day is None:
        return None
    return Promise(
        id=promise_id(call),
        call_id=call.id,
        rep_id=call.rep_id,
        opportunity_id=call.opportunity_id,
        text=review.happened,
        due_on=day,
    )


def ask_when(call: Call, today: date) -> Message:
    """Asks by when, with three days to tap."""
    friday = today + timedelta(days=(4 - today.weekday()) % 7 or 7)
    days = tuple(sorted({friday, today + timedelta(days=7), today + timedelta(days=14)}))
    return message(
        Line(text("ask-by", happened=Quoted(call.review.happened))),
        Buttons(
            (
                *(
                    Button(
                        label=text("button-by", day=day),
                        tap=Tap(verb="by", about=str(call.id), value=day.isoformat()),
                    )
                    for day in days
                ),
                Button(label=text("button-by-none"), tap=Tap(verb="by", about=str(call.id))),
            )
        ),
    )


def noted(promise: Promise) -> Message:
    """Says which promise was noted, and that it will be asked after."""
    return message(Line(text("promise-noted", promise=Quoted(promise.text), day=promise.due_on)))


# ---- the three questions -----------------------------------------------------------------------


def three_questions(call: Call) -> Message:
    """The review questions in one message, each optional."""
    about = str(call.id)
    fill = Button(label=text("button-review"), tap=Tap(verb="review", about=about), primary=True)
    return message(
        Line(text("three-questions", customer=Quoted(call.customer))),
        Buttons((fill, _nothing_new(about), _enough(about))),
        *_how_many(call),
    )


def _how_many(call: Call) -> tuple[Block, ...]:
    """How many implication questions were asked, as the rep remembers it."""
    asked = call.review.asked
    if asked is not None:
        return (Line(text("asked-noted", count=text(f"asked-{asked}"))),)
    return (
        Line(text("ask-asked")),
        Buttons(
            tuple(
                Button(
                    label=text(f"asked-{count}"),
                    tap=Tap(verb="asked", about=str(call.id), value=count),
                )
                for count in COUNTS
            )
        ),
    )


def _nothing_new(about: str) -> Button:
    return Button(label=text("button-nothing-new"), tap=Tap(verb="nothing_new", about=about))


def _enough(about: str) -> Button:
    return Button(label=text("button-enough"), tap=Tap(verb="enough", about=about))


def ask_next(call: Call, name: str) -> Message:
    """The next of the three, in chat."""
    about = str(call.id)
    return message(
        Line(text(f"ask-{name}", customer=Quoted(call.customer))),
        Buttons((_nothing_new(about), _enough(about))),
    )


def ask_share(call: Call) -> Message:
    """Asks whether a learning may be shared; off unless the rep says so."""
    about = str(call.id)
    return message(
        Line(text("ask-share")),
        Buttons(
            (
                Button(label=text("button-share"), tap=Tap(verb="share", about=about, value="yes")),
                Button(
                    label=text("button-keep-private"),
                    tap=Tap(verb="share", about=about, value="no"),
                ),
            )
        ),
    )


def wants_detail(review: Review, name: str, words: str, judge: Judge) -> bool:
    """Whether to ask one follow-up: the first vague answer of a review, once."""
    if review.followed_up or name not in THREE:
        return False
    verdict = judge.read("review", words)
    return verdict.sure and verdict.label == "vague"


def open_fields(review: Review) -> tuple[str, ...]:
    """What a review still asks in chat, in order; done means nothing."""
    if review.held is None or review.done:
        return ()
    if review.held == "other" and not review.happened:
        return ("happened",)
    return tuple(name for name in THREE if not getattr(review, name) and name not in review.passed)


# ---- the form ----------------------------------------------------------------------------------


def review_form(call: Call, promise: Promise | None) -> Form:
    """The whole review in one form, with what was answered before."""
    review = call.review
    options = tuple(
        Option(value=held, label=text(f"held-{held.replace('_', '-')}")) for held in choices(call)
    )
    return Form(
        kind="review",
        about=str(call.id),
        title=text("form-review-title", customer=Quoted(call.customer)),
        intro=(text("review-aim", objective=Quoted(call.plan.objective)),)
        if call.plan.objective
        else (),
        fields=(
            ChoiceField(
                name="held",
                label=text("field-held"),
                options=options,
                initial=review.held or "",
                required=True,
            ),
            _text("happened", review.happened, hint=True),
            DateField(
                name="by",
                label=text("field-by"),
                hint=text("field-by-hint"),
                initial=promise.due_on if promise else None,
            ),
            *(_text(name, getattr(review, name)) for name in THREE),
            CheckField(name="share", label=text("field-share"), initial=review.share),
            _choice("asked", COUNTS, review.asked or ""),
            _choice("proposed", ("yes", "no"), _yes_no(review.proposed)),
        ),
        submit=text("button-save-review"),
    )


def _text(name: str, initial: str, *, hint: bool = False) -> TextField:
    return TextField(
        name=name,
        label=text(f"field-{name}"),
        hint=text(f"field-{name}-hint") if hint else None,
        initial=initial,
        limit=LIMIT,
        long=True,
    )


def _choice(name: str, values: tuple[str, ...], initial: str) -> ChoiceField:
    options = tuple(Option(value=value, label=text(f"{name}-{value}")) for value in values)
    return ChoiceField(name=name, label=text(f"field-{name}"), options=options, initial=initial)


def _yes_no(value: bool | None) -> str:  # noqa: FBT001 - the answer itself, not a switch
    return "" if value is None else "yes" if value else "no"
