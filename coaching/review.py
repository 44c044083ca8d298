"""After the call: the outcome held against the objective, and the review questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from coaching import promised, review_counts, say
from coaching.calls import Call, Held, Outcome, Promise, Review
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
    Moment,
    Quoted,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes.practice import Skill
from coaching.people import Policy
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
    "signed": "order",
    "nothing": "continuation",
    "refused": "no_sale",
}
THREE = ("differently", "account", "elsewhere")
WORDED = frozenset({"agreed", "fallback", "other"})


# ---- the outcome -------------------------------------------------------------------------------


def choices(call: Call) -> tuple[Held, ...]:
    """The outcomes on offer: those that hold against a plan only where there is one."""
    absent = {"agreed"} if not call.plan.objective else set()
    if not call.plan.fallback:
        absent.add("fallback")
    return tuple(held for held in HELD if held not in absent)


def ask(
    call: Call, policy: Policy, *, reminder: bool = False, until: datetime | None = None
) -> Message:
    """The message that asks how the call ended; snoozed `until` then."""
    small = (
        text("why-review-reminder")
        if reminder
        else text("why-review", open=say.length(policy.review_open))
    )
    return message(
        Heading(text("review-heading", customer=Quoted(call.customer))),
        _aim(call),
        *((Line(text("snoozed-until", at=Moment(until))),) if until else ()),
        outcome_buttons(call),
        *snooze_menu("snooze_review", ("1h", "tomorrow"), str(call.id)),
        Small(small),
    )


def _aim(call: Call) -> Line:
    if call.plan.objective:
        return Line(text("review-aim", objective=Quoted(call.plan.objective)))
    return Line(text("review-no-aim"))


def _named(held: Held, call: Call) -> Text:
    """An outcome as it is offered; without an aim, what they agreed to is not "something else"."""
    if held == "other" and not call.plan.objective:
        return text("held-something")
    return text(f"held-{held.replace('_', '-')}")


def outcome_buttons(call: Call) -> Buttons:
    """The outcomes on offer for a call, to tap."""
    return Buttons(
        tuple(
            Button(
                label=_named(held, call),
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


def with_held(call: Call, held: Held, now: datetime, words: str | None = None) -> Call:
    """The call with its outcome; what was agreed is filled from the plan, "other" waits for words.

    `words` are what the rep wrote with it, None where nothing was asked: then the words given
    with the same outcome before stay. An order that was aimed for and agreed is an order only
    once signed: it counts as an advance.
    """
    before = call.review
    kept = before.happened if held == before.held else ""
    planned = {"agreed": call.plan.objective, "fallback": call.plan.fallback}.get(held, "")
    reopened = before.held == "not_held" and words is None
    review = replace(
        before,
        held=held,
        outcome=OUTCOMES.get(held),
        happened="" if held == "not_held" else (kept if words is None else words) or planned,
        dressed_up=False,
        done=held == "not_held" or (before.done and not reopened),
        reviewed_at=before.reviewed_at or now,
    )
    return replace(call, review=review)


def with_happened(call: Call, words: str, judge: Judge) -> tuple[Call, Verdict]:
    """The call with what was agreed in words, and the judge's verdict on them.

    Who says that they agreed is believed unless the words are sure to be a continuation; of other
    words the outcome is what they are sure to be, else for the rep to decide.
    """
    verdict = judge.read("outcome", words)
    read: Outcome | None = verdict.label if verdict.sure else None  # type: ignore[assignment]  # an outcome's label
    dressed_up = read == "continuation"
    claimed = call.review.held in {"agreed", "fallback"} and not dressed_up
    outcome = "advance" if claimed else read
    review = replace(call.review, happened=words, outcome=outcome, dressed_up=dressed_up)
    return replace(call, review=review), verdict


def decided(call: Call, outcome: Outcome) -> Message:
    """The rep's own decision on the outcome, with the way to the other."""
    other: Outcome = "continuation" if outcome == "advance" else "advance"
    line = Line(text(f"decided-{outcome}"))
    return message(line, Buttons((_decide(str(call.id), other),)))


def on_happened(call: Call, verdict: Verdict) -> Message:
    """What the coach says about an outcome told in words; where it doubts, the rep decides."""
    about = str(call.id)
    if verdict.sure and verdict.label in {"advance", "order"}:
        return message(Line(text("feedback-outcome", reason=reason(verdict))), *_who(call))
    decide = (_decide(about, "continuation"), _decide(about, "advance"))
    if verdict.sure and verdict.label == "no_sale":
        return message(Line(text("feedback-outcome", reason=reason(verdict))), Buttons(decide))
    doubt = text("two-ways-outcome")
    if verdict.sure:
        doubt = text("feedback-outcome-continuation", reason=reason(verdict))
    add = Button(label=text("button-add-agreed"), tap=Tap(verb="more", about=about))
    return message(Line(doubt), Buttons((add, *decide)))


def _who(call: Call) -> tuple[Block, ...]:
    """Asks who does it, where a form's words leave that open; in chat it is asked after the day."""
    if not call.review.done or not names_nobody(call):
        return ()
    tap = Tap(verb="form", value="promise", about=str(promise_id(call)))
    button = Button(label=text("button-promise-who"), tap=tap)
    return (Line(text("judge-promise-who")), Buttons((button,)))


def names_nobody(call: Call) -> bool:
    """Whether the words of an advance leave open who does it."""
    given = call.review
    return given.outcome == "advance" and promised.names_nobody(given.happened, call.people)


def ask_who(call: Call) -> Message:
    """Asks in chat who does what was promised, with a way past it."""
    tap = Tap(verb="who", about=str(call.id))
    nobody = Button(label=text("button-promise-nobody"), tap=tap)
    return message(Line(text("judge-promise-who")), Buttons((nobody,)))


def _decide(about: str, outcome: Outcome) -> Button:
    return Button(
        label=text(f"button-decide-{outcome.replace('_', '-')}"),
        tap=Tap(verb="decide", about=about, value=outcome),
    )


# ---- the three questions -----------------------------------------------------------------------


def three_questions(call: Call, skills: tuple[Skill, ...] = ("implication",)) -> Message:
    """The review questions in one message, each optional, and what is to be counted."""
    about = str(call.id)
    fill = Button(label=text("button-review"), tap=Tap(verb="review", about=about), primary=True)
    return message(
        Line(text("three-questions", customer=Quoted(call.customer))),
        Buttons((fill, _nothing_new(about), _enough(about))),
        *review_counts.blocks(call, skills),
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


def ask_detail(call: Call, name: str) -> Message:
    """The one follow-up on a vague answer, with a way past it."""
    tap = Tap(verb="specific", about=str(call.id), value=name)
    button = Button(label=text("button-specific"), tap=tap)
    return message(Line(text(f"detail-{name}")), Buttons((button,)))


def share_told(call: Call) -> Message:
    """Whether the learning is shared, with the way to the other."""
    value, key, other = ("no", "shared", "button-keep-private")
    if not call.review.share:
        value, key, other = ("yes", "kept-private", "button-share")
    tap = Tap(verb="share", about=str(call.id), value=value)
    return message(Line(text(key)), Buttons((Button(label=text(other), tap=tap),)))


def wants_detail(review: Review, words: str, judge: Judge) -> bool:
    """Whether to ask one follow-up: the first vague answer of a review, once."""
    if review.followed_up:
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


def review_form(
    call: Call, promise: Promise | None, skills: tuple[Skill, ...] = ("implication",)
) -> Form:
    """The whole review in one form, with what was answered before."""
    review = call.review
    return Form(
        kind="review",
        about=str(call.id),
        title=text("form-review-title", customer=Quoted(call.customer)),
        intro=(text("review-aim", objective=Quoted(call.plan.objective)),)
        if call.plan.objective
        else (),
        fields=(
            _held(call),
            _text("happened", review.happened, hint=True),
            DateField(
                name="by",
                label=text("field-by"),
                hint=text("field-by-hint"),
                initial=promise.due_on if promise else None,
            ),
            *(_text(name, getattr(review, name)) for name in THREE),
            CheckField(name="share", label=text("field-share"), initial=review.share),
            *review_counts.fields(review, skills),
            *((_choice("proposed", ("yes", "no"), _yes_no(review.proposed)),) if skills else ()),
        ),
        submit=text("button-save-review"),
    )


def _held(call: Call) -> ChoiceField:
    options = tuple(Option(value=held, label=_named(held, call)) for held in choices(call))
    return ChoiceField(
        name="held",
        label=text("field-held"),
        options=options,
        initial=call.review.held or "",
        required=True,
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
