"""Practising one behaviour at a time: choosing, trying it in safe calls, the next (METHOD §10)."""

from __future__ import annotations

from dataclasses import replace
from uuid import uuid5

from coaching import say
from coaching.actions import Decision, Edit, Send
from coaching.answers import folded
from coaching.calls import Call
from coaching.events import Tapped
from coaching.messages import Block, Buttons, Line, Message, Quoted, Text, text
from coaching.notes import Forgotten, Note
from coaching.notes.practice import SKILLS, Occasion, Practice, Skill
from coaching.practice import Progress, observations, progress, use_of
from coaching.review_counts import named
from coaching.review_counts import told as counted
from coaching.safe_calls import coming, focus
from coaching.texts import vocabulary
from coaching.topics.practice import page
from coaching.topics.topic import Asked, Topic
from coaching.turn import Situation, after

_PART = "practice"


# ---- the page ----------------------------------------------------------------------------------


def command(asked: Asked, situation: Situation) -> Decision:
    """The page; behind the command a behaviour begins to be practised, or is put aside."""
    words = folded(asked.words)
    meant = [skill for skill in SKILLS if words in vocabulary.PRACTISED[skill]]
    if meant:
        decision, said = _begun(meant[0], situation)
    elif words in vocabulary.PUT_ASIDE:
        decision, said = _ended(situation, by_itself=False)
    else:
        return say.of(say.back(situation, page.page(situation), thread=asked.thread, part=_PART))
    now = after(situation, decision.saves)
    back = say.back(situation, page.page(now, said), thread=asked.thread, part=_PART)
    return say.joined(decision, say.of(back))


def tapped(event: Tapped, situation: Situation) -> Decision:
    """A tap about what is practised: begin one, end it, choose another, or just look."""
    value = event.tap.value
    meant = [skill for skill in SKILLS if skill == value]
    if meant:
        decision, said = _begun(meant[0], situation)
    elif value in {"by_itself", "given_up"}:
        decision, said = _ended(situation, by_itself=value == "by_itself")
    else:
        shown = page.choose(situation) if value == "others" else page.page(situation)
        return say.of(_shown(event, shown, situation))
    now = after(situation, decision.saves)
    return say.joined(decision, say.of(_shown(event, page.page(now, said), situation)))


def _shown(event: Tapped, said: Message, situation: Situation) -> Send | Edit:
    """The page where it was tapped; from elsewhere it comes as a message of its own."""
    if event.message.startswith(f"{situation.rep.id}/{_PART}/"):
        return Edit(id=event.message, message=said)
    return say.back(situation, said, part=_PART)


# ---- one behaviour at a time -------------------------------------------------------------------


def _begun(skill: Skill, situation: Situation) -> tuple[Decision, Text]:
    """That behaviour is practised from now on, and the one before it is put aside."""
    running = progress(situation)
    if running is not None and running.skill == skill:
        return Decision(), text("practice-began")
    new = Note(
        id=uuid5(situation.rep.id, f"practice/{situation.conversation.version}"),
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=Practice(behaviour=skill, began_at=situation.now),
    )
    before = () if running is None else (_end(running, situation, by_itself=False),)
    return say.of(*before, new), text("practice-began")


def _ended(situation: Situation, *, by_itself: bool) -> tuple[Decision, Text]:
    """What is practised ends; by itself it comes only once the quantity is there."""
    running = progress(situation)
    if running is None:
        return Decision(), text("practice-none-running")
    if by_itself and not running.is_there:
        return Decision(), text("practice-not-yet")
    said = text("practice-came" if by_itself else "practice-given-up")
    return say.of(_end(running, situation, by_itself=by_itself)), said


def _end(running: Progress, situation: Situation, *, by_itself: bool) -> Note:
    ended = replace(running.practice, ended_at=situation.now, by_itself=by_itself)
    return replace(running.note, content=ended)


# ---- calls to practise in ----------------------------------------------------------------------


def occasion(event: Tapped, situation: Situation) -> Decision:
    """A coming call is for practising or to be left alone; or neither after all."""
    call = next((one for one in coming(situation) if str(one.id) == event.tap.about), None)
    if call is None:
        return say.line_back(situation, text("not-here-any-more"))
    note = _occasion(call, event.tap.value, situation)
    now = after(situation, (note,))
    return say.of(note, _shown(event, page.page(now), situation))


def _occasion(call: Call, use: str, situation: Situation) -> Note | Forgotten:
    id_ = uuid5(call.id, "occasion")
    if use not in {"practice", "leave_alone"}:
        return Forgotten(id=id_)
    return Note(
        id=id_,
        rep_id=situation.rep.id,
        author_id=situation.rep.id,
        said_at=situation.now,
        content=Occasion(use="practice" if use == "practice" else "leave_alone"),
        opportunity_id=call.opportunity_id,
        call_id=call.id,
    )


# ---- where it shows ----------------------------------------------------------------------------


def before(call: Call, situation: Situation) -> tuple[Block, ...]:
    """What is practised, in one line of the prompt; and what was counted in the last joint call."""
    running = focus(call, situation)
    lines = () if running is None else (Line(_before(running, call, situation)),)
    return (*lines, *_last_observed(call, situation))


def _before(running: Progress, call: Call, situation: Situation) -> Text:
    kind, tries = named(running.skill), len(running.tries)
    if use_of(call, situation) == "practice":
        goal = page.goal(running.skill)
        if running.may_judge:
            return text("practice-before-chosen", kind=kind, goal=goal)
        return text("practice-before-chosen-first", kind=kind, number=tries + 1, goal=goal)
    if running.may_judge:
        return page.lately("practice-before", running, kind=kind)
    return text("practice-before-first", kind=kind, number=tries + 1)


def _last_observed(call: Call, situation: Situation) -> tuple[Line, ...]:
    """What a colleague counted in the rep's call just before this one."""
    earlier = [
        one
        for one in situation.calls
        if one.standing == "on" and one.starts_at < call.starts_at and one.id != call.id
    ]
    last = max(earlier, key=lambda one: (one.starts_at, one.id), default=None)
    return tuple(
        Line(
            text(
                "observed-last",
                customer=Quoted(last.customer),
                counts=counted(note, seen, situation),
            )
        )
        for note, seen in observations(situation)
        if last is not None and note.call_id == last.id
    )


def cue(call: Call, situation: Situation) -> tuple[Block, ...]:
    """What is practised, on the cue card."""
    running = focus(call, situation)
    if running is None:
        return ()
    kind = named(running.skill)
    if use_of(call, situation) == "practice":
        return (Line(text("practice-cue-chosen", kind=kind, goal=page.goal(running.skill))),)
    return (Line(text("practice-cue", kind=kind)),)


def after_review(call: Call, situation: Situation) -> tuple[Block, ...]:
    """Once the quantity is there, by a try in this very call: whether it comes by itself."""
    running = progress(after(situation, (call,)))
    if running is None or not running.is_there or not running.tries[-1].has_quantity:
        return ()
    if running.tries[-1].call_id != call.id:
        return ()
    asks = page.lately("practice-by-itself-after", running)
    return (Line(asks), Buttons((page.by_itself(), page.button())))


def home(situation: Situation) -> tuple[Block, ...]:
    """What is practised and how far it has come, in a line; the button to the page."""
    running = progress(situation)
    if running is None:
        return (Buttons((page.button("button-practice-choose"),)),) if situation.calls else ()
    kind = named(running.skill)
    none = text("practice-home-none", kind=kind)
    told = page.lately("practice-home", running, kind=kind) if running.tries else none
    return (Line(told), Buttons((page.button(),)))


TOPIC = Topic(
    commands={"practice": command},
    taps={"practise": tapped, "occasion": occasion},
    home=home,
    before=before,
    cue=cue,
    after=after_review,
)
