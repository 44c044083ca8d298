"""The three review questions, one follow-up on a vague answer, and what is shared with the team."""

from __future__ import annotations

from dataclasses import replace

from coaching import otherwise, practice, review, review_counts, say, topics
from coaching.actions import Decision, Edit, Entity, Send
from coaching.answers import fault
from coaching.calls import Call, Learning, Review
from coaching.conversation import Focus
from coaching.events import Tapped
from coaching.ids import learning_id
from coaching.messages import Line, Message, message, text
from coaching.prepare import LIMIT
from coaching.turn import Situation, after


def attention(call: Call, situation: Situation, name: str = "") -> Entity:
    """The conversation, its next text taken for an answer of that review."""
    focus = Focus(topic="review", call_id=call.id, field=name)
    return say.focused(situation.conversation, focus)


def questions(call: Call, situation: Situation, thread: str) -> Decision:
    """What is left to ask once the outcome is settled: the three, or more about a vague answer."""
    if review.open_fields(call.review):
        send = Send(id=f"{call.id}/questions", message=_questions(call, situation), thread=thread)
        return say.of(attention(call, situation), send)
    vague = [
        name
        for name in review.THREE
        if (words := getattr(call.review, name))
        and call.review.held != "not_held"
        and review.wants_detail(call.review, words, situation.judge)
    ]
    if vague:
        return _detail(vague[0], call, situation, thread)
    return say.of(say.focused(situation.conversation, None))


def _detail(name: str, call: Call, situation: Situation, thread: str) -> Decision:
    """The one follow-up question of a review."""
    call = replace(call, review=replace(call.review, followed_up=True))
    sent = say.back(situation, review.ask_detail(call, name), thread=thread, part="detail")
    return say.of(call, attention(call, situation, name), sent)


def answer(name: str, words: str, call: Call, situation: Situation, thread: str) -> Decision:
    """An answer to one of the three in chat; the answer to a follow-up is added to the first."""
    before = getattr(call.review, name)
    focus = situation.conversation.focus
    adds = bool(before) and focus is not None and focus.field == name
    value = f"{before}\n{words}" if adds else words
    problem = fault(value, LIMIT)
    if problem is not None:
        return say.line_back(situation, problem, thread=thread)
    call = _with(call, name, value)
    if review.wants_detail(call.review, words, situation.judge):
        return _detail(name, call, situation, thread)
    return say.joined(say.of(call), _taken(name, call, situation, thread))


def _taken(name: str, call: Call, situation: Situation, thread: str) -> Decision:
    """What follows an answer that needs no more: whether to share it, the next question."""
    shared = say.of(say.back(situation, review.ask_share(call), thread=thread, part="share"))
    asks = shared if name == "elsewhere" else Decision()
    return say.joined(asks, _next(call, situation, thread))


def specific(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The rep finds an answer specific enough as it is: the follow-up is not asked any more."""
    given, names = call.review, [name for name in otherwise.FIELDS if name == event.tap.value]
    if not names or names[0] not in review.THREE or not getattr(given, names[0]):
        return say.line_back(situation, text("not-here-any-more"), thread=call.anchor)
    name = names[0]
    shown = say.of(*say.edit_of(event.message, call, message(Line(text("otherwise-specific")))))
    if name in given.seen_specific:
        return shown
    seen = (*given.seen_specific, name)
    call = replace(call, review=replace(given, followed_up=True, seen_specific=seen))
    heard = otherwise.heard(name, "specific", call, situation, thread=call.anchor)
    focus = situation.conversation.focus
    waits = focus is not None and (focus.call_id, focus.field) == (call.id, name)
    goes_on = _taken(name, call, situation, call.anchor) if waits else Decision()
    return say.joined(say.of(call), shown, heard, goes_on)


def correct(name: str, words: str, call: Call, situation: Situation) -> Decision:
    """An answer was edited: the new wording stands, and is shared if the old one was."""
    changed = _with(call, name, words)
    return say.of(changed, *shared(changed, call.review, situation))


def _with(call: Call, name: str, value: str) -> Call:
    return replace(call, review=replace(call.review, **{name: value}))  # type: ignore[arg-type]  # by name


def _next(call: Call, situation: Situation, thread: str) -> Decision:
    missing = review.open_fields(call.review)
    if not missing:
        return _close(call, situation, thread)
    asked = review.ask_next(call, missing[0])
    sent = say.back(situation, asked, thread=thread, part="next")
    return say.of(attention(call, situation, missing[0]), sent)


def _close(call: Call, situation: Situation, thread: str) -> Decision:
    call = replace(call, review=replace(call.review, done=True))
    said = message(Line(text("review-done")), *topics.after(call, situation))
    calm = say.focused(situation.conversation, None)
    return say.of(call, calm, say.back(situation, said, thread=thread, part="done"))


def nothing_new(call: Call, situation: Situation, *, thread: str) -> Decision:
    """Nothing new to the question asked last; to all three, where they were asked together."""
    missing = review.open_fields(call.review)
    if call.review.held is None or call.review.done or missing == ("happened",):
        return enough(call, situation, thread=thread)
    focus = situation.conversation.focus
    asked = focus.field if focus is not None and focus.call_id == call.id else ""
    passed = (*call.review.passed, *((asked,) if asked else missing))
    call = replace(call, review=replace(call.review, passed=tuple(dict.fromkeys(passed))))
    return say.joined(say.of(call), _next(call, situation, thread))


def enough(call: Call, situation: Situation, *, thread: str) -> Decision:
    """Enough for today: the outcome stands, nothing more is asked; without one it stays open."""
    given = call.review
    if given.held is None or (given.held == "other" and not given.happened):
        calm = say.focused(situation.conversation, None)
        said = message(Line(text("review-left-open")))
        return say.of(calm, say.back(situation, said, thread=thread))
    if given.done:
        return say.of(say.focused(situation.conversation, None))
    return _close(call, situation, thread)


def _questions(call: Call, situation: Situation) -> Message:
    """The review questions, with what a colleague counted beside what the rep remembers."""
    skills = review_counts.asked_of(call, situation)
    asked = review.three_questions(call, skills).blocks
    return message(*asked, *review_counts.observed(call, situation))


def asked(event: Tapped, call: Call, situation: Situation) -> Decision:
    """How often the rep did it, as they remember it; where it is in practice, a try."""
    given = review_counts.tapped(event.tap.value, call.review)
    if given is None:
        return Decision()
    call = replace(call, review=given)
    return say.of(call, *practice.counted(call, situation), *_shown(event, call, situation))


def proposed(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Whether the rep proposed the next step."""
    if event.tap.value not in {"yes", "no"}:
        return Decision()
    call = replace(call, review=replace(call.review, proposed=event.tap.value == "yes"))
    return say.of(call, *_shown(event, call, situation))


def _shown(event: Tapped, call: Call, situation: Situation) -> tuple[Edit, ...]:
    now = after(situation, (call,))
    return say.edit_of(event.message, call, _questions(call, now))


# ---- sharing -----------------------------------------------------------------------------------


def share(event: Tapped, call: Call, situation: Situation) -> Decision:
    """Share what was learned with the team, or keep it; either can be taken back."""
    if event.tap.value not in {"yes", "no"}:
        return Decision()
    if not call.review.elsewhere:
        return say.line_back(situation, text("not-here-any-more"))
    changed = replace(call, review=replace(call.review, share=event.tap.value == "yes"))
    told = say.edit_of(event.message, call, review.share_told(changed))
    return say.of(changed, *shared(changed, call.review, situation), *told)


def shared(call: Call, before: Review, situation: Situation) -> tuple[Learning, ...]:
    """What is to be known of sharing after a change; an empty text takes it back."""
    now, then = _told_team(call.review), _told_team(before)
    if now == then:
        return ()
    sale = situation.opportunities.get(call.opportunity_id)
    learning = Learning(
        id=learning_id(call),
        call_id=call.id,
        rep_id=call.rep_id,
        team_id=situation.team.id,
        text=now,
        shared_at=situation.now,
        customer_type=sale.customer_type if sale else "",
    )
    return (learning,)


def _told_team(given: Review) -> str:
    return given.elsewhere if given.share else ""
