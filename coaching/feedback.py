"""Turns verdicts into what the coach says about them: short, the rep's words quoted, one reason."""

from __future__ import annotations

from dataclasses import replace

from coaching.advice import advice
from coaching.calls import Call, Opportunity, Plan
from coaching.judge import Judge, Kind, Verdict
from coaching.judge.gaps import Gap, objective_gaps
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Line,
    Message,
    Quoted,
    Tap,
    Text,
    message,
    text,
)
from coaching.notes.practice import Skill
from coaching.practice import Progress, progress
from coaching.safe_calls import matters_most
from coaching.sales import opportunity_of
from coaching.turn import Situation
from coaching.view import settled

# The kinds that a plan is made of: their two readings have words of their own to ask by.
_PLANNED: frozenset[Kind] = frozenset(("objective", "question"))


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
    """The verdict on an objective; a model's view may settle it, the rep's own reading does."""
    judged = judge.read("objective", plan.objective)
    return _as_read(settled(judged, plan.objective_view), plan.objective_as)


def read_question(judge: Judge, plan: Plan, opportunity: Opportunity) -> Verdict:
    """The verdict on a drafted question, with the problem it stands on."""
    problem = plan.problem or opportunity.problem
    judged = judge.read("question", plan.question, problem=problem)
    return _as_read(settled(judged, plan.question_view), plan.question_as)


def _as_read(verdict: Verdict, label: str) -> Verdict:
    if not label:
        return verdict
    return replace(verdict, label=label, sure=True, rule=f"{verdict.kind}.own_reading", words=())


def gap_in(verdict: Verdict, plan: Plan) -> Gap | None:
    """The first test of a good objective that an advance still fails (METHOD §2)."""
    if verdict.kind != "objective" or verdict.label != "advance" or plan.objective_as:
        return None
    return next(iter(objective_gaps(plan.objective, verdict)), None)


def will_do(verdict: Verdict, opportunity: Opportunity, plan: Plan) -> bool:
    """Whether an answer needs no second look, for this deal size (METHOD §2, §4)."""
    if not verdict.sure:
        return False
    if verdict.kind == "objective":
        return verdict.label in {"advance", "order"} and gap_in(verdict, plan) is None
    enough = {"implication"} if opportunity.is_large else {"implication", "problem", "need_payoff"}
    return verdict.label in enough


def practised(verdict: Verdict, call: Call, situation: Situation) -> Text | None:
    """What is said of a question of the kind in practice while it was tried less than three times.

    Its kind is named and its tries are counted; nothing on its quality (METHOD §10). In the call
    that matters most it is no try. None where the usual is said.
    """
    running = in_practice(verdict, situation)
    if running is None:
        return None
    kind = text(f"judge-question-{slug(verdict.label)}-bare")
    if matters_most(call, situation):
        return text("feedback-practised-plain", reason=kind)
    return text("feedback-practised", reason=kind, number=len(running.tries) + 1)


def in_practice(verdict: Verdict, situation: Situation) -> Progress | None:
    """The practice that a question belongs to while it is too early to judge one (METHOD §10)."""
    running = progress(situation)
    if running is None or running.may_judge or not verdict.sure or verdict.kind != "question":
        return None
    return running if _is_practised(running.skill, verdict.label) else None


def _is_practised(skill: Skill, label: str) -> bool:
    """Who practises fewer situation questions does not try one by asking it."""
    if skill == "questions":
        return label != "not_spin"
    return skill == label != "situation"


def feedback(
    verdict: Verdict, call: Call, opportunity: Opportunity, instead: Text | None = None
) -> tuple[Line | Buttons, ...]:
    """What is said about one answer: a paragraph, and buttons where it could be read two ways.

    `instead` is what is said where its kind is in practice.
    """
    if instead is not None:
        return (Line(instead),)
    if not verdict.sure and verdict.second:
        return (Line(two_ways(verdict)), _readings(verdict, call))
    gap = gap_in(verdict, call.plan)
    if gap is not None and verdict.sure:
        asks = text(f"judge-gap-{slug(gap)}")
        return (Line(text("feedback-objective-gap", gap=asks)),)
    problem = call.plan.problem or opportunity.problem
    line = Line(remark(verdict, large=opportunity.is_large, problem=problem))
    if (verdict.kind, verdict.label) == ("objective", "order") and opportunity.is_large:
        return line, _still_open(call)
    return (line,)


def remark(verdict: Verdict, *, large: bool, problem: str) -> Text:
    """What a verdict says in this deal: the next step where it depends on it, else the reason."""
    says = advice(verdict, large=large, problem=problem) or _why(verdict)
    key = f"feedback-{verdict.kind}" if verdict.sure else f"feedback-{verdict.kind}-perhaps"
    return text(key, reason=says)


def _why(verdict: Verdict) -> Text:
    """The judge's reason, or the plain name of the kind where the rep's own reading settled it."""
    if verdict.rule == f"{verdict.kind}.own_reading":
        return text(f"judge-{verdict.kind}-{slug(verdict.label)}-bare")
    return reason(verdict)


def two_ways(verdict: Verdict) -> Text:
    """The two best readings of an unsure verdict, as a question to the rep."""
    if verdict.kind in _PLANNED:
        return text(
            f"two-ways-{verdict.kind}",
            first=text(f"reading-{verdict.kind}-{slug(verdict.label)}"),
            second=text(f"reading-{verdict.kind}-{slug(verdict.second)}"),
        )
    return text(
        "two-ways-any",
        first=text(f"judge-{verdict.kind}-{slug(verdict.label)}-bare"),
        second=text(f"judge-{verdict.kind}-{slug(verdict.second)}-bare"),
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


def _still_open(call: Call) -> Buttons:
    """Before a large order: is anything still open (METHOD §14)?"""
    about = str(call.id)
    return Buttons(
        (
            Button(label=text("button-no"), tap=Tap(verb="clear", about=about)),
            Button(label=text("button-open-concern"), tap=Tap(verb="plan", about=about)),
        )
    )


# ---- the whole plan ----------------------------------------------------------------------------


def verdict(call: Call, situation: Situation) -> Message:
    """What the coach says about the plan: each answer, one way to improve, revise or keep."""
    opportunity = opportunity_of(call, situation)
    reads = reads_of(call, situation)
    blocks = [
        block
        for read in reads
        for block in feedback(read, call, opportunity, practised(read, call, situation))
    ]
    if call.plan.kept:
        said = (block for block in blocks if not isinstance(block, Buttons))
        return message(*said, Line(text("kept")))
    fine = not _weak(reads, call, situation)
    return message(*blocks, *_ask_size(call, opportunity), *_what_next(call, fine=fine))


def to_improve(call: Call, situation: Situation) -> tuple[str, ...]:
    """The fields whose answers the coach would have the rep look at again, in order."""
    return tuple(read.kind for read in _weak(reads_of(call, situation), call, situation))


def _weak(reads: tuple[Verdict, ...], call: Call, situation: Situation) -> tuple[Verdict, ...]:
    """The answers that need a second look; one that is only counted needs none."""
    opportunity = opportunity_of(call, situation)
    return tuple(
        read
        for read in reads
        if not will_do(read, opportunity, call.plan) and practised(read, call, situation) is None
    )


def reads_of(call: Call, situation: Situation) -> tuple[Verdict, ...]:
    """The verdicts on what is answered of a plan, the objective's first."""
    plan, judge = call.plan, situation.judge
    opportunity = opportunity_of(call, situation)
    objective = (read_objective(judge, plan),) if plan.objective else ()
    question = (read_question(judge, plan, opportunity),) if plan.question else ()
    return (*objective, *question)


def _what_next(call: Call, *, fine: bool) -> tuple[Block, ...]:
    about = str(call.id)
    revise = Button(label=text("button-revise"), tap=Tap(verb="plan", about=about))
    keep = Button(label=text("button-keep"), tap=Tap(verb="keep", about=about))
    done = Button(label=text("button-done"), tap=Tap(verb="keep", about=about))
    otherwise = Button(label=text("button-otherwise"), tap=Tap(verb="otherwise", about=about))
    if not fine:
        return (Buttons((revise, keep, otherwise)),)
    if call.plan.fallback or not call.plan.objective:
        return (Buttons((done, revise, otherwise)),)
    add = Button(label=text("button-fallback"), tap=Tap(verb="plan", about=about))
    return (Line(text("ask-fallback")), Buttons((add, done, otherwise)))


def _ask_size(call: Call, opportunity: Opportunity) -> tuple[Block, ...]:
    """The deal size, asked once an opportunity, with its first plan."""
    if opportunity.size is not None:
        return ()
    sizes = (
        Button(label=text(f"size-{size}"), tap=Tap(verb="size", about=str(call.id), value=size))
        for size in ("large", "small")
    )
    return (Line(text("ask-size")), Buttons(tuple(sizes)))
