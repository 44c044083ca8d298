"""The rep sees it otherwise: their reading settles it, and the operator sees it if they say so."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, get_args
from uuid import UUID

from coaching import planning, say
from coaching.actions import Decision
from coaching.calls import Call
from coaching.dissent import Dissent, TakenBack, dissent_id, dissents, readings, version_of
from coaching.events import Tapped
from coaching.feedback import read_objective, read_question, reads_of, slug
from coaching.judge import Kind, Verdict
from coaching.messages import Block, Button, Buttons, Line, Message, Quoted, Tap, message, text
from coaching.sales import opportunity_of
from coaching.turn import Situation
from coaching.view import is_firm

Field = Literal["objective", "question", "happened", "differently", "account", "elsewhere"]
FIELDS: tuple[Field, ...] = get_args(Field)
_KINDS: dict[Field, Kind] = {
    "objective": "objective",
    "question": "question",
    "happened": "outcome",
    "differently": "review",
    "account": "review",
    "elsewhere": "review",
}


# ---- which reading is meant --------------------------------------------------------------------


def ask(call: Call, situation: Situation, *, tapped: str = "", thread: str = "") -> Decision:
    """Ask which reading is meant, in plain words: in the tapped verdict, or in answer to a text."""
    blocks = [
        block
        for read in reads_of(call, situation)
        for block in _choices(read, getattr(call.plan, read.kind), str(call.id))
    ]
    if not blocks:
        return say.line_back(situation, text("not-here-any-more"))
    tap = Tap(verb="never_mind", about=str(call.id))
    never_mind = Buttons((Button(label=text("button-never-mind"), tap=tap),))
    asked = message(*blocks, never_mind)
    if tapped:
        return say.of(*say.edit_of(tapped, call, asked))
    return say.of(say.back(situation, asked, thread=thread, part=f"otherwise/{call.id}"))


def _choices(read: Verdict, words: str, about: str) -> tuple[Block, ...]:
    buttons = (
        Button(
            label=text(f"reading-button-{read.kind}-{slug(label)}"),
            tap=Tap(verb="see_as", about=about, value=f"{read.kind}:{label}"),
        )
        for label in readings(read)
    )
    return (Line(text(f"otherwise-{read.kind}", words=Quoted(words))), Buttons(tuple(buttons)))


def never_mind(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The verdict is said again as it was."""
    return planning.told_anew(event, call, opportunity_of(call, situation), situation)


def see_as(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep's reading settles the plan; the judge's own, chosen again, leaves it to the judge.

    Only a firm one: of any other a language model may still say something else.
    """
    kind, _, label = event.tap.value.partition(":")
    reads = {read.kind: read for read in reads_of(call, situation)}
    read = reads.get(kind)  # type: ignore[call-overload]  # any text may come with a tap
    if read is None or label not in readings(read):
        return never_mind(event, call, situation)
    field: Field = "objective" if kind == "objective" else "question"
    judged = _judged(field, call, situation)
    as_read = {f"{field}_as": "" if is_firm(judged) and label == judged.label else label}
    call = replace(call, plan=replace(call.plan, **as_read))  # type: ignore[arg-type]  # text
    return say.joined(
        never_mind(event, call, situation),
        heard(field, label, call, situation, Line(text("otherwise-taken"))),
    )


# ---- for the operator to see -------------------------------------------------------------------


def heard(
    field: Field, label: str, call: Call, situation: Situation, *said: Line, thread: str = ""
) -> Decision:
    """What follows from a rep's new reading of their words, once it has settled what it is about.

    A text shown before with another reading is shown no more; where the judge has not said this
    one, the rep is asked whether the operator may read the text. Nothing is kept before that.
    """
    words = _words(field, call)
    known = dissent_id(call.rep_id, _KINDS[field], words)
    gone = say.of(TakenBack(id=known, rep_id=call.rep_id))
    if not dissents(_judged(field, call, situation), label):
        return gone
    problem = _problem(field, call, situation)
    key = "otherwise-offer-problem" if problem else "otherwise-offer"
    line = Line(text(key, words=Quoted(words), problem=Quoted(problem)))
    value = f"{field}:{label}:{known}"
    offer = message(*said, line, Buttons((_tell(call, value), _keep_back(call, value))))
    part = f"otherwise/{call.id}"
    return say.joined(gone, say.of(say.back(situation, offer, thread=thread, part=part)))


def tell(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The operator may read that text: it is kept, with what the judge and the rep say of it."""
    name, _, rest = event.tap.value.partition(":")
    label, _, known = rest.partition(":")
    field = next((one for one in FIELDS if one == name), None)
    dissent = None if field is None else _dissent(field, label, call, situation)
    # The rep said yes to the words they were shown: others need a yes of their own.
    if dissent is None or str(dissent.id) != known:
        return say.line_back(situation, text("not-here-any-more"), thread=call.anchor)
    shown = _shown("otherwise-told", _keep_back(call, event.tap.value))
    return say.of(dissent, *say.edit_of(event.message, call, shown))


def keep_back(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The operator may not read that text, or not any more."""
    try:
        known = UUID(event.tap.value.rpartition(":")[2])
    except ValueError:
        return say.line_back(situation, text("not-here-any-more"), thread=call.anchor)
    shown = _shown("kept-private", _tell(call, event.tap.value))
    gone = TakenBack(id=known, rep_id=situation.rep.id)
    return say.of(gone, *say.edit_of(event.message, call, shown))


def unshown(name: str, call: Call) -> tuple[TakenBack, ...]:
    """What was shown of an answer is shown no more; a problem was shown with its question."""
    fields: tuple[Field, ...] = tuple(
        one for one in FIELDS if one == ("question" if name == "problem" else name)
    )
    return tuple(
        TakenBack(id=dissent_id(call.rep_id, _KINDS[one], _words(one, call)), rep_id=call.rep_id)
        for one in fields
    )


def _dissent(field: Field, label: str, call: Call, situation: Situation) -> Dissent | None:
    """What is kept of the rep's reading, while it is theirs and not the judge's."""
    verdict = _judged(field, call, situation)
    if not _is_theirs(field, label, call) or not dissents(verdict, label):
        return None
    words = _words(field, call)
    return Dissent(
        id=dissent_id(call.rep_id, verdict.kind, words),
        rep_id=call.rep_id,
        said_at=situation.now,
        kind=verdict.kind,
        text=words,
        problem=_problem(field, call, situation),
        label=verdict.label,
        confidence=verdict.confidence,
        rule=verdict.rule,
        says=label,
        judge=version_of(situation.judge),
    )


def _is_theirs(field: Field, label: str, call: Call) -> bool:
    match field:
        case "objective":
            return call.plan.objective_as == label
        case "question":
            return call.plan.question_as == label
        case "happened":
            return call.review.outcome == label
        case _:
            return label == "specific" and field in call.review.seen_specific


def _judged(field: Field, call: Call, situation: Situation) -> Verdict:
    """What the coach itself takes the words for, whatever the rep has made of them."""
    judge, plan = situation.judge, replace(call.plan, objective_as="", question_as="")
    match field:
        case "objective":
            return read_objective(judge, plan)
        case "question":
            return read_question(judge, plan, opportunity_of(call, situation))
        case _:
            return judge.read(_KINDS[field], _words(field, call))


def _words(field: Field, call: Call) -> str:
    words: str = getattr(call.plan if field in {"objective", "question"} else call.review, field)
    return words


def _problem(field: Field, call: Call, situation: Situation) -> str:
    """What a question stands on; the other texts are judged by themselves."""
    if field != "question":
        return ""
    return call.plan.problem or opportunity_of(call, situation).problem


def _shown(key: str, button: Button) -> Message:
    return message(Line(text(key)), Buttons((button,)))


def _tell(call: Call, value: str) -> Button:
    tap = Tap(verb="tell", about=str(call.id), value=value)
    return Button(label=text("button-tell-operator"), tap=tap)


def _keep_back(call: Call, value: str) -> Button:
    tap = Tap(verb="keep_back", about=str(call.id), value=value)
    return Button(label=text("button-keep-private"), tap=tap)
