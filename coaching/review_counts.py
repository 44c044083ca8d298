"""How often the rep did what, as they remember it: asked after a call, in chat and in the form."""

from __future__ import annotations

from collections.abc import Mapping

from coaching.calls import Call, Review
from coaching.forms import ChoiceField, Option
from coaching.messages import Block, Button, Buttons, Line, Quoted, Tap, Text, text
from coaching.notes import Note
from coaching.notes.practice import BEHAVIOURS, SKILLS, Count, Observation, Skill
from coaching.practice import counting, observations, progress, week_of
from coaching.turn import Situation

COUNTS: tuple[Count, ...] = ("none", "some", "many", "unknown")


def asked_of(call: Call, situation: Situation) -> tuple[Skill, ...]:
    """What a review asks to be counted: what is practised, and once a week all four kinds.

    Once a week means in the first review that a rep gives in a local week (Monday to Sunday) of a
    call that was held. With nothing in practice implication questions are counted. What was
    counted before can be corrected. Who only gets attention counts nothing: that would be method.
    """
    if not situation.rep.is_coached:
        return ()
    running = progress(situation)
    skill: Skill = running.skill if running is not None else "implication"
    wanted = {skill, *(BEHAVIOURS if _is_first(call, situation) else ())}
    wanted |= {one for one in SKILLS if call.review.count(one) is not None}
    return tuple(one for one in ("questions", *BEHAVIOURS) if one in wanted)


def _is_first(call: Call, situation: Situation) -> bool:
    """Whether no other call was reviewed before this one in the rep's week."""
    at = call.review.reviewed_at or situation.now
    others = (one for one in situation.calls if one.id != call.id)
    return not any(
        (one.review.reviewed_at, one.id) < (at, call.id)
        and week_of(one.review.reviewed_at, situation) == week_of(at, situation)
        for one in others
        if one.review.reviewed_at is not None and one.review.held != "not_held"
    )


def label(skill: Skill, count: Count) -> Text:
    """A count as it is offered; of questions at all there are more."""
    return text(f"asked-all-{count}" if skill == "questions" else f"asked-{count}")


def named(skill: Skill) -> Text:
    """What is practised or counted, in the middle of a sentence."""
    return text(f"skill-{skill.replace('_', '-')}")


# ---- in chat -----------------------------------------------------------------------------------


def blocks(call: Call, skills: tuple[Skill, ...]) -> tuple[Block, ...]:
    """What is to be counted, with the counts to tap or the one given; then the next step."""
    weekly = (Line(text("asked-weekly")),) if len(skills) > len(BEHAVIOURS) - 1 else ()
    counted = (block for skill in skills for block in _asked(call, skill))
    # Who is asked to count nothing gets no method, nor is reminded of it.
    return (*weekly, *counted, *(_proposed(call) if skills else ()))


def _asked(call: Call, skill: Skill) -> tuple[Block, ...]:
    given = call.review.count(skill)
    if given is not None:
        return (Line(text("asked-noted", kind=named(skill), count=label(skill, given))),)
    buttons = (
        Button(
            label=label(skill, count),
            tap=Tap(verb="asked", about=str(call.id), value=_value(skill, count)),
        )
        for count in COUNTS
    )
    return (Line(text("ask-asked", kind=named(skill))), Buttons(tuple(buttons)))


def _value(skill: Skill, count: Count) -> str:
    """A count in a button; that of implication questions bears no name, as it always has."""
    return count if skill == "implication" else f"{skill}:{count}"


def _proposed(call: Call) -> tuple[Block, ...]:
    """Whether the rep proposed the next step (METHOD §3)."""
    given = call.review.proposed
    if given is not None:
        return (Line(text("proposed-noted-yes" if given else "proposed-noted-no")),)
    buttons = (
        Button(
            label=text(f"proposed-{value}"),
            tap=Tap(verb="proposed", about=str(call.id), value=value),
        )
        for value in ("yes", "no")
    )
    return (Line(text("ask-proposed")), Buttons(tuple(buttons)))


def observed(call: Call, situation: Situation) -> tuple[Line, ...]:
    """What colleagues counted in a call, apart from what the rep remembers; or that one counts."""
    return tuple(
        Line(told(note, seen, situation))
        for note, seen in counting(situation)
        if note.call_id == call.id
    )


def told(note: Note, seen: Observation, situation: Situation) -> Text:
    """What a colleague counted, by kind; before it is given only that they count."""
    if (note, seen) not in observations(situation):
        return _counts_now(note, situation)
    numbers = {kind: seen.counts.get(kind, 0) for kind in BEHAVIOURS}
    who = Quoted(situation.names.get(note.author_id, ""))
    return text("observed" if who.text else "observed-by-nobody", who=who, **numbers)


def _counts_now(note: Note, situation: Situation) -> Text:
    who = Quoted(situation.names.get(note.author_id, ""))
    return text("observed-now" if who.text else "observed-now-by-nobody", who=who)


def tapped(value: str, review: Review) -> Review | None:
    """The review with the count that a button bears; None where it bears none."""
    name, _, given = value.rpartition(":")
    skills = [skill for skill in SKILLS if skill == (name or "implication")]
    counts = [count for count in COUNTS if count == given]
    return review.with_count(skills[0], counts[0]) if skills and counts else None


# ---- in the form -------------------------------------------------------------------------------


def fields(review: Review, skills: tuple[Skill, ...]) -> tuple[ChoiceField, ...]:
    """One choice for each that is to be counted."""
    return tuple(_field(skill, review.count(skill)) for skill in skills)


def _field(skill: Skill, given: Count | None) -> ChoiceField:
    options = (Option(value=count, label=label(skill, count)) for count in COUNTS)
    return ChoiceField(
        name=_name(skill),
        label=text("field-asked", kind=named(skill)),
        options=tuple(options),
        initial=given or "",
    )


def _name(skill: Skill) -> str:
    return "asked" if skill == "implication" else f"asked_{skill}"


def in_form(answers: Mapping[str, str]) -> tuple[Skill, ...]:
    """What a form that was sent asked to be counted."""
    return tuple(skill for skill in SKILLS if _name(skill) in answers)


def filled(review: Review, answers: Mapping[str, str]) -> Review:
    """The review with the counts of a form; what the form did not ask stays."""
    for skill in in_form(answers):
        counts = [count for count in COUNTS if count == answers[_name(skill)]]
        review = review.with_count(skill, counts[0] if counts else None)
    return review
