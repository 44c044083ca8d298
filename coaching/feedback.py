"""Turns verdicts into what the coach says about them: short, the rep's words quoted, one reason."""

from __future__ import annotations

from dataclasses import replace

from coaching.calls import Call, Opportunity, Plan
from coaching.judge import Judge, Verdict
from coaching.messages import Button, Buttons, Line, Quoted, Tap, Text, text


def slug(name: str) -> str:
    """A label or rule as part of a text key."""
    return name.replace(".", "-").replace("_", "-")


def reason(verdict: Verdict) -> Text:
    """Why the judge reads it so, with the rep's own words where some decided."""
    key = f"judge-rule-{slug(verdict.rule)}"
    if verdict.words:
        return text(key, words=Quoted(verdict.words[0]))
    return text(f"{key}-bare")


def read_objective(judge: Judge, plan: Plan) -> Verdict:
    """The verdict on an objective; the rep's own reading settles an unsure one."""
    return _as_read(judge.read("objective", plan.objective), plan.objective_as)


def read_question(judge: Judge, plan: Plan, opportunity: Opportunity) -> Verdict:
    """The verdict on a drafted question, with the problem it stands on."""
    problem = plan.problem or opportunity.problem
    return _as_read(judge.read("question", plan.question, problem=problem), plan.question_as)


def _as_read(verdict: Verdict, label: str) -> Verdict:
    if not label:
        return verdict
    return replace(verdict, label=label, sure=True, rule=f"{verdict.kind}.own_reading", words=())


def will_do(verdict: Verdict, opportunity: Opportunity) -> bool:
    """Whether an answer needs no second look, for this deal size (METHOD §2, §4)."""
    if not verdict.sure:
        return False
    if verdict.kind == "objective":
        return verdict.label in {"advance", "order"}
    enough = {"implication"} if opportunity.is_large else {"implication", "problem", "need_payoff"}
    return verdict.label in enough


def feedback(verdict: Verdict, call: Call, opportunity: Opportunity) -> tuple[Line | Buttons, ...]:
    """What is said about one answer: a paragraph, and buttons where it could be read two ways."""
    if not verdict.sure and verdict.second:
        return (Line(_two_ways(verdict)), _readings(verdict, call))
    if verdict.label == "order" and verdict.kind == "objective":
        return _order(call, opportunity)
    if verdict.kind == "question" and verdict.label == "problem" and not opportunity.is_large:
        return (Line(text("feedback-question-small-deal")),)
    if verdict.sure:
        return (Line(text(f"feedback-{verdict.kind}", reason=_why(verdict))),)
    return (Line(text(f"feedback-{verdict.kind}-perhaps", reason=_why(verdict))),)


def _why(verdict: Verdict) -> Text:
    """The judge's reason, or the plain name of the kind where the rep's own reading settled it."""
    if verdict.rule == f"{verdict.kind}.own_reading":
        return text(f"judge-{verdict.kind}-{slug(verdict.label)}-bare")
    return reason(verdict)


def _two_ways(verdict: Verdict) -> Text:
    return text(
        f"two-ways-{verdict.kind}",
        first=text(f"reading-{verdict.kind}-{slug(verdict.label)}"),
        second=text(f"reading-{verdict.kind}-{slug(verdict.second)}"),
    )


def _readings(verdict: Verdict, call: Call) -> Buttons:
    return Buttons(
        tuple(
            Button(
                label=text(f"reading-button-{verdict.kind}-{slug(label)}"),
                tap=Tap(verb="reading", about=str(call.id), value=f"{verdict.kind}:{label}"),
            )
            for label in (verdict.label, verdict.second)
        )
    )


def _order(call: Call, opportunity: Opportunity) -> tuple[Line | Buttons, ...]:
    """An order: right in a small deal; in a large one, ask what is still open (METHOD §14)."""
    if not opportunity.is_large:
        return (Line(text("feedback-order-small")),)
    about = str(call.id)
    return (
        Line(text("feedback-order-large")),
        Buttons(
            (
                Button(label=text("button-no"), tap=Tap(verb="clear", about=about)),
                Button(label=text("button-open-concern"), tap=Tap(verb="plan", about=about)),
            )
        ),
    )
