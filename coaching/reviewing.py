"""What follows when a rep answers about a call that is over: by form, by chat, by a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coaching import learning, otherwise, promises, review, review_counts, say
from coaching.actions import Decision, Edit, Send, ShowForm
from coaching.answers import as_day, folded
from coaching.calls import Call, Held, Outcome, Promise, Review
from coaching.conversation import Focus
from coaching.days import find_day
from coaching.events import Tapped
from coaching.ids import review_ask_id
from coaching.learning import (
    asked,
    attention,
    enough,
    nothing_new,
    proposed,
    questions,
    share,
    specific,
)
from coaching.messages import Line, message, text
from coaching.nudges import review_closes, worked_days
from coaching.texts.vocabulary import HELD, NO_DAY
from coaching.turn import Situation, after

__all__ = [
    "answer",
    "asked",
    "by",
    "correct",
    "decide",
    "enough",
    "held",
    "is_open",
    "more",
    "nothing_new",
    "proposed",
    "settle",
    "share",
    "show_form",
    "snooze",
    "specific",
    "who",
    "without",
]

# What is asked after the day: whether the operator may read what the rep sees otherwise.
CONSENT = "consent"


def is_open(call: Call, situation: Situation) -> bool:
    """Whether the review can be given or changed: from the call's end until it closes."""
    if situation.now < call.ends_at or call.standing != "on":
        return False
    if situation.work is None:
        return situation.now < call.ends_at + situation.policy.review_open
    work = worked_days(situation, situation.work)
    return situation.now < review_closes(call, work, situation.policy)


def show_form(call: Call, situation: Situation) -> Decision:
    """Open the review form, or say that it is closed."""
    if not is_open(call, situation):
        return say.line_back(situation, text("review-is-closed"))
    skills = review_counts.asked_of(call, situation)
    form = review.review_form(call, promises.standing_in(call, situation), skills)
    return say.of(ShowForm(form))


# ---- the outcome -------------------------------------------------------------------------------


def held(event: Tapped, call: Call, situation: Situation) -> Decision:
    """One tap says how the call ended; whichever message was tapped shows it."""
    options = [one for one in review.choices(call) if one == event.tap.value]
    if not options:
        return say.line_back(situation, text("not-here-any-more"), thread=call.anchor)
    settled = settle(call, options[0], situation, thread=call.anchor)
    if event.message == review_ask_id(call):
        return settled
    now = after(situation, settled.saves).call(str(call.id)) or call
    return say.joined(settled, say.of(*say.edit_of(event.message, call, review.answered(now))))


def settle(
    call: Call,
    outcome: Held,
    situation: Situation,
    *,
    thread: str,
    words: str | None = None,
    day: date | None = None,
) -> Decision:
    """The outcome is known: show it, and go on to what follows from it.

    A form brings `words`, what was agreed, and `day`, by when; a tap brings neither.
    """
    before = call.review
    call = review.with_held(call, outcome, situation.now, words)
    thread = thread or call.anchor or review_ask_id(call)
    if outcome in review.WORDED and call.review.happened:
        same = (before.held, before.happened) == (outcome, call.review.happened)
        if same and before.outcome is not None:
            given = None if words is None else (day,)
            return _as_decided(call, before, situation, thread, given)
        return told(call, call.review.happened, situation, thread=thread, day=day)
    call, shown = _shown(call, situation)
    if outcome != "other":
        return say.joined(shown, _followed(call, after(situation, shown.saves), thread))
    ask = say.back(situation, message(Line(text("ask-happened"))), thread=thread)
    gone = promises.withdrawn(promises.noted_in(call, situation))
    return say.joined(shown, say.of(attention(call, situation, "happened"), *gone, ask))


def _as_decided(
    call: Call,
    before: Review,
    situation: Situation,
    thread: str,
    given: tuple[date | None] | None,
) -> Decision:
    """The same words again: what the rep decided stands; a form's day is taken as it is given."""
    kept = replace(call.review, outcome=before.outcome, dressed_up=before.dressed_up)
    call, shown = _shown(replace(call, review=kept), situation)
    now = after(situation, shown.saves)
    if given is None:
        return say.joined(shown, questions(call, now, thread))
    if given[0] is not None:
        return say.joined(shown, _followed(call, now, thread, given[0]))
    gone = promises.withdrawn(promises.noted_in(call, situation))
    return say.joined(shown, say.of(*gone), questions(call, now, thread))


def told(
    call: Call, words: str, situation: Situation, *, thread: str, day: date | None = None
) -> Decision:
    """What was agreed, in words: judged, and where it is an advance, noted as a promise."""
    claimed = call.review.held in {"agreed", "fallback"}
    call, verdict = review.with_happened(call, words, situation.judge)
    agreed = call.review.outcome in {"advance", "order"}
    call = replace(call, review=replace(call.review, due_on=None if agreed else day))
    sent = say.back(
        situation, review.on_happened(call, verdict), thread=thread, part=f"outcome/{call.id}"
    )
    former, says = call.outcome_verdict, not (claimed and agreed)
    call = replace(call, outcome_verdict=sent.id if says else "")
    call, shown = _shown(call, situation)
    shown = say.joined(shown, say.of(*say.superseded(former, sent.id), *((sent,) if says else ())))
    now = after(situation, shown.saves)
    if agreed:
        return say.joined(shown, _followed(call, now, thread, day))
    gone = promises.withdrawn(promises.noted_in(call, situation))
    return say.joined(shown, say.of(attention(call, situation, "happened"), *gone))


def _shown(call: Call, situation: Situation) -> tuple[Call, Decision]:
    """The message that asked shows the answer; a call never asked about gets one to show it."""
    own, said = review_ask_id(call), review.answered(call)
    if call.review_asked_at is not None:
        return call, say.of(call, Edit(id=own, message=said))
    first = Send(id=own, message=said, thread=call.anchor)
    call = replace(call, review_asked_at=situation.now, anchor=call.anchor or own)
    return call, say.of(call, first)


def decide(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep decides what the outcome was; the coach said what it thinks, once."""
    outcomes: tuple[Outcome, ...] = ("advance", "continuation")
    chosen = [one for one in outcomes if one == event.tap.value]
    if not chosen:
        return Decision()
    if not _has_words(call):
        return say.line_back(situation, text("not-here-any-more"), thread=call.anchor)
    if say.is_former(event.message, f"outcome/{call.id}", call.outcome_verdict):
        return say.of(*say.superseded(event.message, call.outcome_verdict))
    decided = say.edit_of(event.message, call, review.decided(call, chosen[0]))
    return say.joined(_decided(call, chosen[0], situation, call.anchor), say.of(*decided))


def _decided(call: Call, outcome: Outcome, situation: Situation, thread: str) -> Decision:
    before = call.review.outcome
    call, shown = _shown(replace(call, review=replace(call.review, outcome=outcome)), situation)
    now = after(situation, shown.saves)
    follows = _followed(call, now, thread, call.review.due_on)
    if outcome == before:
        return say.joined(shown, follows)
    heard = otherwise.heard("happened", outcome, call, situation, thread=thread)
    if not _waits_for_day(call, after(now, follows.saves)):
        return say.joined(shown, heard, follows)
    # One thing at a time: whether the operator may read the words is asked after the day.
    later = Focus(topic="review", call_id=call.id, field="by", then=(CONSENT,) * len(heard.actions))
    waiting = say.focused(now.conversation, later)
    return say.joined(shown, say.of(*heard.saves), follows, say.of(waiting))


def _waits_for_day(call: Call, situation: Situation) -> bool:
    """Whether the day by which they will do it is what is asked now."""
    focus = situation.conversation.focus
    return focus is not None and (focus.call_id, focus.field) == (call.id, "by")


def _consent(call: Call, situation: Situation, thread: str) -> Decision:
    """The question that waited for the day, once that is settled."""
    focus = situation.conversation.focus
    if not _waits_for_day(call, situation) or focus is None or CONSENT not in focus.then:
        return Decision()
    return otherwise.heard("happened", "advance", call, situation, thread=thread)


def _has_words(call: Call) -> bool:
    return call.review.held in review.WORDED and bool(call.review.happened)


def more(call: Call, situation: Situation) -> Decision:
    """Somebody agreed to something after all: ask who does what, by when."""
    if not _has_words(call):
        return say.line_back(situation, text("not-here-any-more"), thread=call.anchor)
    ask = message(Line(text("ask-happened")))
    sent = say.back(situation, ask, thread=call.anchor)
    return say.of(attention(call, situation, "happened"), sent)


# ---- the promise -------------------------------------------------------------------------------


def _followed(call: Call, situation: Situation, thread: str, day: date | None = None) -> Decision:
    """What follows a decided outcome: the promise noted, moved or withdrawn; then the questions."""
    before = promises.noted_in(call, situation)
    promise = promises.promise_of(call, promises.day_of(call, situation), day)
    if promise is not None:
        new = promises.changed(before, promise)
        said = say.back(situation, promises.noted(promise), thread=thread, part="promise")
        noted = say.of(new, said) if new else Decision()
        consent = _consent(call, situation, thread)
        if _wants_who(call, new or promise, situation):
            return say.joined(noted, _ask_who(call, situation, thread))
        return say.joined(noted, consent, questions(call, situation, thread))
    gone = say.of(*promises.withdrawn(before))
    if call.review.outcome != "advance":
        return say.joined(gone, questions(call, situation, thread))
    return say.joined(gone, _ask_when(call, situation, thread))


def _wants_who(call: Call, promise: Promise, situation: Situation) -> bool:
    """Whether to ask who does it: of an advance told in chat, its words sure but for that."""
    given = call.review
    if given.done or given.held != "other" or promise.who or not review.names_nobody(call):
        return False
    verdict = situation.judge.read("outcome", given.happened)
    return verdict.sure and verdict.label == "advance"


def _ask_who(call: Call, situation: Situation, thread: str) -> Decision:
    sent = say.back(situation, review.ask_who(call), thread=thread, part="who")
    return say.of(attention(call, situation, "who"), sent)


def who(words: str, call: Call, situation: Situation, *, thread: str) -> Decision:
    """Who does what was promised, typed; an empty text is "nobody named". Then the questions."""
    named = promises.with_who(words, promises.standing_in(call, situation))
    return say.joined(say.of(*named), questions(call, situation, thread))


def _ask_when(call: Call, situation: Situation, thread: str) -> Decision:
    """Asks by when; what waited for the day waits on."""
    ask = promises.ask_when(call, situation.today)
    sent = say.back(situation, ask, thread=thread, part="by")
    focus = situation.conversation.focus
    if focus is not None and _waits_for_day(call, situation):
        return say.of(say.focused(situation.conversation, focus), sent)
    return say.of(attention(call, situation, "by"), sent)


def by(words: str, call: Call, situation: Situation, *, thread: str) -> Decision:
    """The day by which they will do it, tapped or typed; an empty text is "no day"."""
    if call.review.outcome != "advance":
        return say.line_back(situation, text("not-here-any-more"), thread=thread)
    if not words or folded(words) in NO_DAY:
        gone = promises.withdrawn(promises.noted_in(call, situation))
        consent = _consent(call, situation, thread)
        return say.joined(say.of(*gone), consent, questions(call, situation, thread))
    exact = as_day(words)
    problem = promises.day_fault(exact, call, situation) if exact else None
    if problem is not None:
        return say.line_back(situation, problem, thread=thread)
    day = exact or find_day(words, situation.today)
    if day is None:
        return _ask_when(call, situation, thread)
    return _followed(call, situation, thread, day)


# ---- by chat -----------------------------------------------------------------------------------


def answer(
    name: str, words: str, call: Call, situation: Situation, *, thread: str, source: str
) -> Decision:
    """One answer of a review by chat."""
    conversation = say.remembered(situation.conversation, source, ("review", str(call.id), name))
    situation = replace(situation, conversation=conversation)
    return say.joined(say.of(conversation), _answered(name, words, call, situation, thread))


def _answered(name: str, words: str, call: Call, situation: Situation, thread: str) -> Decision:
    match name:
        case "by":
            return by(words, call, situation, thread=thread)
        case "who":
            return who(words, call, situation, thread=thread)
        case "happened":
            if _has_words(call) and call.review.outcome != "advance":
                short = folded(words)
                if short in NO_DAY | HELD["nothing"] | HELD["refused"]:
                    return _decided(call, "continuation", situation, thread)
                if short in HELD["agreed"]:
                    return more(call, situation)
            if call.review.held not in review.WORDED:
                call = review.with_held(call, "other", situation.now)
            return told(call, words, situation, thread=thread)
        case _:
            return learning.answer(name, words, call, situation, thread)


def correct(
    name: str, words: str, call: Call, situation: Situation, *, thread: str = ""
) -> Decision:
    """An answer of a review was edited: keep the new wording; an outcome is judged anew."""
    thread = thread or call.anchor
    if name == "by":
        return by(words, call, situation, thread=thread)
    if name == "who":
        return say.of(*promises.with_who(words, promises.standing_in(call, situation)))
    if words == getattr(call.review, name):
        return Decision()
    if name != "happened":
        return learning.correct(name, words, call, situation)
    if not _has_words(call):
        return say.line_back(situation, text("not-here-any-more"), thread=thread)
    return told(call, words, situation, thread=thread)


def without(name: str, call: Call, situation: Situation) -> Decision:
    """An answer of a review is taken back: it is empty, and what followed from it goes too.

    An outcome told in words falls back to what was planned, where they agreed to that.
    """
    before = call.review
    if name == "by":
        return say.of(*promises.withdrawn(promises.noted_in(call, situation)))
    if name == "who":
        return say.of(*promises.with_who("", promises.standing_in(call, situation)))
    if not getattr(before, name):
        return Decision()
    if name == "happened":
        return _untold(call, situation)
    emptied = replace(
        before,
        **{name: ""},  # type: ignore[arg-type]  # by name
        share=before.share and name != "elsewhere",
        passed=tuple(one for one in before.passed if one != name),
        seen_specific=tuple(one for one in before.seen_specific if one != name),
    )
    call = replace(call, review=emptied)
    return say.of(call, *learning.shared(call, before, situation))


def _untold(call: Call, situation: Situation) -> Decision:
    before = call.review
    call = review.with_held(call, before.held or "other", situation.now, "")
    if call.review.happened == before.happened:
        return Decision()  # the plan's own words: no text gave them
    if call.review.outcome is None:
        call = replace(call, review=replace(call.review, done=False))
    former = say.superseded(call.outcome_verdict, "", "verdict-taken-back")
    call, shown = _shown(replace(call, outcome_verdict=""), situation)
    shown = say.joined(shown, say.of(*former))
    noted = promises.noted_in(call, situation)
    promise = promises.promise_of(call, promises.day_of(call, situation))
    if promise is None:
        return say.joined(shown, say.of(*promises.withdrawn(noted)))
    new = promises.changed(noted, promise)
    return say.joined(shown, say.of(new) if new else Decision())


def snooze(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Ask about the outcome again later: in an hour, or tomorrow morning."""
    if event.tap.value not in {"1h", "tomorrow"}:
        return Decision()
    if call.review.made:
        return say.of(*say.edit_of(event.message, call, review.answered(call)))
    until = situation.now + timedelta(hours=1)
    if event.tap.value == "tomorrow" and situation.work is not None:
        work = worked_days(situation, situation.work)
        day = work.next_workday(work.local_date(situation.now))
        until = work.instant(day, work.day_starts)
    call = replace(call, review_snoozed_until=until)
    return say.of(
        call, *say.edit_of(event.message, call, review.ask(call, situation.policy, until=until))
    )
