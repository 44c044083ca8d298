"""What follows when a rep answers about a call that is over: by form, by chat, by a tap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from coaching import review, say
from coaching.actions import Action, Decision, Edit, Entity, Reject, Send, ShowForm
from coaching.answers import as_day, clean, faults
from coaching.calls import Call, Held, Learning, Promise, Review
from coaching.conversation import Focus
from coaching.days import find_day
from coaching.events import Submitted, Tapped
from coaching.ids import learning_id, promise_id, review_ask_id
from coaching.messages import Line, message, text
from coaching.nudges import review_closes
from coaching.turn import Situation, after


def is_open(call: Call, situation: Situation) -> bool:
    """Whether the review can be given or changed: from the call's end until it closes."""
    if situation.now < call.ends_at or call.standing != "on":
        return False
    return situation.work is None or situation.now < review_closes(
        call, situation.work, situation.policy
    )


def promise_in(call: Call, situation: Situation) -> Promise | None:
    """What was noted as promised in that call."""
    wanted = promise_id(call)
    return next((promise for promise in situation.promises if promise.id == wanted), None)


def show_form(call: Call, situation: Situation) -> Decision:
    """Open the review form, or say that it is closed."""
    if not is_open(call, situation):
        return say.line_back(situation, text("review-is-closed"))
    return say.of(ShowForm(review.review_form(call, promise_in(call, situation))))


# ---- the outcome -------------------------------------------------------------------------------


def held(event: Tapped, call: Call, situation: Situation) -> Decision:
    """One tap says how the call ended."""
    options = [one for one in review.choices(call) if one == event.tap.value]
    if not options or not is_open(call, situation):
        return say.line_back(situation, text("review-is-closed"), thread=call.anchor)
    return settle(call, options[0], situation, thread=call.anchor)


def settle(
    call: Call,
    outcome: Held,
    situation: Situation,
    *,
    thread: str,
    words: str = "",
    day: date | None = None,
) -> Decision:
    """The outcome is known: show it, and go on to what follows from it.

    `words` are what was agreed and `day` by when, where the rep said so already.
    """
    before = call.review
    call = review.with_held(call, outcome, situation.now)
    words = words or call.review.happened
    if outcome in {"agreed", "fallback", "other"} and words:
        if (before.held, before.happened) == (outcome, words) and before.outcome is not None:
            return _as_decided(call, before, day, situation, thread)
        return told(call, words, situation, thread=thread, day=day)
    shown = say.of(call, *_shows(call))
    if outcome == "other":
        asked = say.back(situation, message(Line(text("ask-happened"))), thread=thread)
        return say.joined(shown, say.of(_attention(call, situation, "happened"), asked))
    now = after(situation, shown.saves)
    return say.joined(shown, say.of(*_withdrawn_promise(call, now)), _questions(call, now, thread))


def _as_decided(
    call: Call, before: Review, day: date | None, situation: Situation, thread: str
) -> Decision:
    """The same words again: what the rep decided about them stands."""
    kept = replace(
        call.review,
        outcome=before.outcome,
        dressed_up=before.dressed_up,
        happened=before.happened,
    )
    call = replace(call, review=kept)
    shown = say.of(call, *_shows(call))
    return say.joined(shown, _promised(call, after(situation, shown.saves), thread, day=day))


def told(
    call: Call, words: str, situation: Situation, *, thread: str, day: date | None = None
) -> Decision:
    """What was agreed, in words: judged, and where it is an advance, noted as a promise."""
    claimed = call.review.held in {"agreed", "fallback"}
    call, verdict = review.with_happened(call, words, situation.judge)
    if claimed and not call.review.dressed_up:
        call = replace(call, review=replace(call.review, outcome="advance"))
    agreed = call.review.outcome in {"advance", "order"}
    said = () if claimed and agreed else (review.on_happened(call, verdict),)
    sends = (say.back(situation, one, thread=thread, part="outcome") for one in said)
    shown = say.of(call, *_shows(call), *sends)
    now = after(situation, shown.saves)
    if agreed:
        return say.joined(shown, _promised(call, now, thread, day=day))
    attention = _attention(call, situation)
    return say.joined(shown, say.of(attention, *_withdrawn_promise(call, now)))


def _shows(call: Call) -> tuple[Action, ...]:
    """The message that asked shows the answer; a call never asked about gets one to show it."""
    if call.review_asked_at is None:
        shown = review.answered(call)
        return (Send(id=review_ask_id(call), message=shown, thread=call.anchor),)
    return (Edit(id=review_ask_id(call), message=review.answered(call)),)


def _attention(call: Call, situation: Situation, name: str = "") -> Entity:
    focus = Focus(topic="review", call_id=call.id, field=name)
    return say.focused(situation.conversation, focus)


def decide(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep decides what the outcome was; the coach said what it thinks, once."""
    value = event.tap.value
    if value not in {"advance", "continuation"} or not is_open(call, situation):
        return Decision()
    thread = call.anchor
    if value == "advance":
        call = replace(call, review=replace(call.review, outcome="advance"))
        said = message(Line(text("decided-advance")))
        shown = say.of(call, *_shows(call), *say.edit_of(event.message, call, said))
        return say.joined(shown, _promised(call, after(situation, shown.saves), thread))
    call = replace(call, review=replace(call.review, outcome="continuation", dressed_up=False))
    said = message(Line(text("decided-continuation")))
    shown = say.of(call, *_shows(call), *say.edit_of(event.message, call, said))
    return say.joined(
        shown,
        say.of(*_withdrawn_promise(call, situation)),
        _questions(call, after(situation, shown.saves), thread),
    )


def more(call: Call, situation: Situation) -> Decision:
    """Somebody agreed to something after all: ask who does what, by when."""
    asked = message(Line(text("ask-happened")))
    return say.of(
        _attention(call, situation, "happened"),
        say.back(situation, asked, thread=call.anchor),
    )


# ---- the promise -------------------------------------------------------------------------------


def _promised(
    call: Call, situation: Situation, thread: str, *, day: date | None = None
) -> Decision:
    """Note the promise where a day is known, else ask for the day first."""
    if call.review.outcome != "advance":
        return _questions(call, situation, thread)
    today = _day_of_call(call, situation)
    promise = review.promise_of(call, today, day)
    if promise is None:
        return say.of(
            _attention(call, situation, "by"),
            say.back(situation, review.ask_when(call, today), thread=thread, part="by"),
        )
    return _noted(call, promise, situation, thread)


def _noted(call: Call, promise: Promise, situation: Situation, thread: str) -> Decision:
    said = say.back(situation, review.noted(promise), thread=thread, part="promise")
    return say.joined(say.of(promise, said), _questions(call, situation, thread))


def _day_of_call(call: Call, situation: Situation) -> date:
    work = situation.work
    return work.local_date(call.ends_at) if work else call.ends_at.date()


def _withdrawn_promise(call: Call, situation: Situation) -> tuple[Promise, ...]:
    """A promise noted before is none any more once the outcome says otherwise."""
    promise = promise_in(call, situation)
    if promise is None or not promise.is_open:
        return ()
    return (replace(promise, withdrawn=True),)


def by(words: str, call: Call, situation: Situation, *, thread: str) -> Decision:
    """The day by which they will do it, tapped or typed; an empty text is "no day"."""
    if not words:
        return _questions(call, situation, thread)
    today = _day_of_call(call, situation)
    promise = review.promise_of(call, today, as_day(words) or find_day(words, today))
    if promise is None:
        return say.of(
            _attention(call, situation, "by"),
            say.back(situation, review.ask_when(call, today), thread=thread, part="by"),
        )
    return _noted(call, promise, situation, thread)


# ---- the questions -----------------------------------------------------------------------------


def _questions(call: Call, situation: Situation, thread: str) -> Decision:
    """The three questions, unless they are answered."""
    if not review.open_fields(call.review):
        return say.of(say.focused(situation.conversation, None))
    send = Send(id=f"{call.id}/questions", message=review.three_questions(call), thread=thread)
    return say.of(_attention(call, situation), send)


def answer(
    name: str, words: str, call: Call, situation: Situation, *, thread: str, source: str
) -> Decision:
    """One answer of a review by chat."""
    conversation = situation.conversation
    if source:
        kept = dict(list(conversation.answered.items())[-49:])
        kept[source] = ("review", str(call.id), name)
        conversation = replace(conversation, answered=kept)
    situation = replace(situation, conversation=conversation)
    if name == "happened":
        call = call if call.review.held else review.with_held(call, "other", situation.now)
        return say.joined(say.of(conversation), told(call, words, situation, thread=thread))
    if name == "by":
        return say.joined(say.of(conversation), by(words, call, situation, thread=thread))
    return say.joined(say.of(conversation), _one_of_three(name, words, call, situation, thread))


def _one_of_three(name: str, words: str, call: Call, situation: Situation, thread: str) -> Decision:
    """A vague answer gets one follow-up question, once; then the next question."""
    before = getattr(call.review, name)
    focus = situation.conversation.focus
    detail = bool(before) and focus is not None and focus.field == name
    value = f"{before}\n{words}" if detail else words
    changed = replace(call.review, **{name: value})  # type: ignore[arg-type]
    if review.wants_detail(call.review, name, words, situation.judge):
        call = replace(call, review=replace(changed, followed_up=True))
        asked = message(Line(text(f"detail-{name}")))
        return say.of(
            call,
            _attention(call, situation, name),
            say.back(situation, asked, thread=thread),
        )
    call = replace(call, review=changed)
    shared = ask_share(call, situation, thread) if name == "elsewhere" else Decision()
    return say.joined(say.of(call), shared, _next(call, situation, thread))


def correct(name: str, words: str, call: Call, situation: Situation) -> Decision:
    """An answer of a review was edited: keep the new wording; an outcome is judged anew."""
    if name == "happened":
        return told(call, words, situation, thread=call.anchor)
    if name == "by":
        return by(words, call, situation, thread=call.anchor)
    call = replace(call, review=replace(call.review, **{name: words}))  # type: ignore[arg-type]
    shared = _learning(call, situation) if name == "elsewhere" and call.review.share else ()
    return say.of(call, *shared)


def ask_share(call: Call, situation: Situation, thread: str) -> Decision:
    """Ask whether the learning may be shared."""
    return say.of(say.back(situation, review.ask_share(call), thread=thread, part="share"))


def _next(call: Call, situation: Situation, thread: str) -> Decision:
    missing = review.open_fields(call.review)
    if missing:
        asked = review.ask_next(call, missing[0])
        return say.of(
            _attention(call, situation),
            say.back(situation, asked, thread=thread, part="next"),
        )
    return _close(call, situation, thread)


def _close(call: Call, situation: Situation, thread: str) -> Decision:
    call = replace(call, review=replace(call.review, done=True))
    said = message(Line(text("review-done")))
    return say.of(
        call,
        say.focused(situation.conversation, None),
        say.back(situation, said, thread=thread, part="done"),
    )


def nothing_new(call: Call, situation: Situation, *, thread: str) -> Decision:
    """Nothing new to the question that is open."""
    missing = review.open_fields(call.review)
    if not missing:
        return _close(call, situation, thread)
    passed = (*call.review.passed, missing[0])
    call = replace(call, review=replace(call.review, passed=passed))
    return say.joined(say.of(call), _next(call, situation, thread))


def enough(call: Call, situation: Situation, *, thread: str) -> Decision:
    """Enough for today: the outcome stands, nothing more is asked."""
    return _close(call, situation, thread)


def asked(event: Tapped, call: Call) -> Decision:
    """How many implication questions the rep asked, as they remember it."""
    counts = [count for count in review.COUNTS if count == event.tap.value]
    if not counts:
        return Decision()
    call = replace(call, review=replace(call.review, asked=counts[0]))  # type: ignore[arg-type]
    return say.of(call, *say.edit_of(event.message, call, review.three_questions(call)))


def share(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Share what was learned with the team, or keep it."""
    agreed = event.tap.value == "yes"
    call = replace(call, review=replace(call.review, share=agreed))
    said = message(Line(text("shared" if agreed else "kept-private")))
    return say.of(call, *_learning(call, situation), *say.edit_of(event.message, call, said))


def _learning(call: Call, situation: Situation) -> tuple[Learning, ...]:
    """What is shared with the team now; an empty text takes it back."""
    words = call.review.elsewhere if call.review.share else ""
    learning = Learning(
        id=learning_id(call),
        call_id=call.id,
        rep_id=call.rep_id,
        team_id=situation.team.id,
        text=words,
        shared_at=situation.now,
    )
    return (learning,)


def snooze(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Ask about the outcome again later: in an hour, or tomorrow morning."""
    if event.tap.value == "tomorrow" and situation.work is not None:
        day = situation.work.next_workday(situation.work.local_date(situation.now))
        until = situation.work.instant(day, situation.work.day_starts)
    else:
        until = situation.now + timedelta(hours=1)
    call = replace(call, review_snoozed_until=until)
    return say.of(call, *say.edit_of(event.message, call, review.ask(call)))


# ---- the form ----------------------------------------------------------------------------------


def submit(event: Submitted, call: Call, situation: Situation) -> Decision:
    """A review by form: all of it is taken, or nothing with the errors at their fields."""
    if not is_open(call, situation):
        return say.of(Reject({"held": text("review-is-closed")}))
    form = review.review_form(call, promise_in(call, situation))
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    errors = faults(form, answers)
    if not errors and answers["held"] == "other" and not answers["happened"]:
        errors["happened"] = text("error-required")
    day = as_day(answers["by"]) if not errors else None
    if day is not None and day < _day_of_call(call, situation):
        errors["by"] = text("error-date-before-call")
    if errors:
        return say.of(Reject(errors))
    return _taken(call, answers, situation)


def _taken(call: Call, answers: dict[str, str], situation: Situation) -> Decision:
    filled = replace(
        call.review,
        differently=answers["differently"],
        account=answers["account"],
        elsewhere=answers["elsewhere"],
        share=bool(answers["share"] and answers["elsewhere"]),
        asked=answers["asked"] or None,  # type: ignore[arg-type]
        proposed={"yes": True, "no": False}.get(answers["proposed"]),
        done=True,
    )
    call = replace(call, review=filled)
    settled = settle(
        call,
        answers["held"],  # type: ignore[arg-type]
        situation,
        thread=call.anchor,
        words=answers["happened"],
        day=as_day(answers["by"]),
    )
    now = after(situation, settled.saves)
    call = now.call(str(call.id)) or call
    learned = say.of(*_learning(call, situation)) if call.review.elsewhere else Decision()
    return say.joined(settled, learned, _detail(call, now))


def _detail(call: Call, situation: Situation) -> Decision:
    """One follow-up on the first vague answer of a form, once."""
    vague = [
        name
        for name in review.THREE
        if (words := getattr(call.review, name))
        and review.wants_detail(call.review, name, words, situation.judge)
    ]
    if not vague or call.review.outcome is None:
        return Decision()
    call = replace(call, review=replace(call.review, followed_up=True))
    asked = message(Line(text(f"detail-{vague[0]}")))
    return say.of(
        call,
        _attention(call, situation, vague[0]),
        say.back(situation, asked, thread=call.anchor, part="detail"),
    )
