"""What follows from a tap on a button, by its verb."""

from __future__ import annotations

from coaching import (
    chat,
    commands,
    connecting,
    otherwise,
    planning,
    promises,
    reviewing,
    say,
    settings,
    showing,
    teaching,
    topics,
)
from coaching.actions import Decision, ShowForm
from coaching.calls import Call
from coaching.events import Tapped
from coaching.messages import Line, message, text
from coaching.turn import Situation

BEFORE = frozenset(
    {"find", "unskip", "snooze", "keep", "size", "reading", "clear", "carry", "use_question"}
    | {"otherwise", "see_as", "never_mind"}
)
# What a tap on a former verdict would say of words that are not the plan's any more.
OF_WORDS = frozenset({"keep", "reading", "clear", "otherwise", "see_as", "never_mind"})
AFTER = frozenset(
    {"held", "decide", "more", "by", "nothing_new", "enough", "asked", "share", "snooze_review"}
    | {"specific", "proposed", "who"}
)


def tapped(event: Tapped, situation: Situation) -> Decision:
    """The one list of all verbs but the topics'; an unknown one (an old button) is answered."""
    tap = event.tap
    if (decision := topics.tapped(event, situation)) is not None:
        return decision
    match tap.verb:
        case "settings":
            return say.of(ShowForm(settings.form(situation)))
        case "pause":
            return commands.pause(tap.value, situation)
        case "resume":
            return commands.resume(situation)
        case "promise":
            return promises.settled(event, situation)
        case "judge":
            return say.of(ShowForm(showing.form()))
        case "help":
            return say.of(say.back(situation, commands.method_help()))
        case "connect":
            return say.of(ShowForm(connecting.form()))
        case "unlink":
            return connecting.unlink(event, situation)
        case _:
            call = situation.call(tap.about)
            if call is None:
                return say.line_back(situation, text("not-here-any-more"))
            return _about_call(event, call, situation)


def _about_call(event: Tapped, call: Call, situation: Situation) -> Decision:
    match event.tap.verb:
        case "plan":
            return planning.show_form(call, situation)
        case "review":
            return reviewing.show_form(call, situation)
        case "skip":
            return commands.skip(call, situation, tapped=event.message)
        case "which":
            return chat.which(event, call, situation)
        case "not_sales":
            return teaching.ask(call, situation)
        case "teach":
            return teaching.teach(event, call, situation)
        case "unteach":
            return teaching.unteach(event, call, situation)
        case "sales":
            return teaching.is_sales(event, call, situation)
        case "go_on":
            return say.of(*say.edit_of(event.message, call, message(Line(text("goes-on")))))
        case "tell":
            return otherwise.tell(event, call, situation)
        case "keep_back":
            return otherwise.keep_back(event, call, situation)
        case verb if verb in BEFORE:
            return _before(event, call, situation)
        case verb if verb in AFTER:
            return _after(event, call, situation)
        case _:
            return say.line_back(situation, text("not-here-any-more"))


def _before(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The taps that need a call that can still be planned."""
    if not planning.is_open(call, situation):
        return planning.closed(call, situation)
    if event.tap.verb in OF_WORDS and planning.is_former(event.message, call):
        return planning.as_of_now(event, call, situation)
    match event.tap.verb:
        case "find":
            return planning.find(call, situation)
        case "unskip":
            return planning.unskip(event, call, situation)
        case "snooze":
            return planning.snooze(event, call, situation)
        case "keep":
            return planning.keep(event, call, situation)
        case "size":
            return planning.size(event, call, situation)
        case "reading":
            return planning.reading(event, call, situation)
        case "clear":
            return planning.clear(call, situation)
        case "use_question":
            return planning.use_question(event, call, situation)
        case "otherwise":
            return otherwise.ask(call, situation, tapped=event.message)
        case "see_as":
            return otherwise.see_as(event, call, situation)
        case "never_mind":
            return otherwise.never_mind(event, call, situation)
        case _:
            return planning.carry(event, call, situation)


def _after(event: Tapped, call: Call, situation: Situation) -> Decision:
    """The taps that need a review that can still be given or changed."""
    if not reviewing.is_open(call, situation):
        return say.line_back(situation, text("review-is-closed"))
    match event.tap.verb:
        case "held":
            return reviewing.held(event, call, situation)
        case "decide":
            return reviewing.decide(event, call, situation)
        case "more":
            return reviewing.more(call, situation)
        case "by":
            return reviewing.by(event.tap.value, call, situation, thread=call.anchor)
        case "who":
            return reviewing.who("", call, situation, thread=call.anchor)
        case "nothing_new":
            return reviewing.nothing_new(call, situation, thread=call.anchor)
        case "enough":
            return reviewing.enough(call, situation, thread=call.anchor)
        case "asked":
            return reviewing.asked(event, call, situation)
        case "proposed":
            return reviewing.proposed(event, call, situation)
        case "share":
            return reviewing.share(event, call, situation)
        case "specific":
            return reviewing.specific(event, call, situation)
        case _:
            return reviewing.snooze(event, call, situation)
