"""The commands, from plan and review to pause and help: what each of them does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from coaching import (
    agenda,
    connecting,
    planning,
    prepare,
    review,
    reviewing,
    say,
    settings,
    showing,
    teaching,
    topics,
)
from coaching.actions import Action, Decision, Edit, Send
from coaching.calls import Call
from coaching.command_words import Command, day_meant
from coaching.conversation import Focus
from coaching.ids import prompt_id, review_ask_id
from coaching.messages import (
    Button,
    Buttons,
    Line,
    Message,
    Moment,
    Quoted,
    Tap,
    message,
    text,
)
from coaching.texts import vocabulary
from coaching.topics.topic import Asked
from coaching.turn import Situation

FAR = timedelta(days=3650)
SKIPS_BEFORE_ASKING = 2


def run(command: Command, situation: Situation, *, thread: str = "", source: str = "") -> Decision:
    """What follows from a command; `source` is the platform's id of the text that said it."""
    if command.name in vocabulary.ABSENT:
        return say.line_back(situation, text("home-erase"), thread=thread)
    if command.name in topics.COMMANDS:
        asked = Asked(words=command.words, thread=thread, source=source)
        return topics.run(command.name, asked, situation)
    return _run(command, situation, thread)


def _run(command: Command, situation: Situation, thread: str) -> Decision:
    match command.name:
        case "plan":
            return plan(command.words, situation)
        case "review":
            return review_open(command.words, situation)
        case "today":
            return say.of(say.back(situation, agenda.today(situation), thread=thread))
        case "week":
            return say.of(say.back(situation, agenda.week(situation), thread=thread))
        case "judge":
            return showing.judged(command.words, situation, thread=thread)
        case "settings":
            return say.of(say.back(situation, settings.shown(situation), thread=thread))
        case "connect":
            return connecting.asked(command.words, situation, thread=thread)
        case "pause":
            return pause(command.words, situation)
        case "resume":
            return resume(situation)
        case "privacy":
            return privacy(situation, thread)
        case _:
            shown = method_help() if command.words in vocabulary.METHOD else help_message(situation)
            return say.of(say.back(situation, shown, thread=thread))


def help_message(situation: Situation) -> Message:
    """What the coach does and what it understands, in a few lines."""
    keys = ("plan", "review", "today", "week", "judge", "settings", "connect", "pause")
    return message(
        Line(text("help-what")),
        *(Line(text(f"help-{key}")) for key in keys),
        Line(text("help-page")),
        *_more_help(),
        Line(text("help-zone")) if situation.work is None else Line(text("help-how")),
    )


def _more_help() -> tuple[Buttons, ...]:
    """The way to the words of the method, beside those of every day."""
    return (Buttons((Button(label=text("button-help-method"), tap=Tap(verb="help")),)),)


def method_help() -> Message:
    """The words that the topics of the method know, in the order of a sale."""
    lines = (Line(text(f"help-{name}")) for name in topics.IN_ORDER)
    return message(Line(text("help-method")), *lines)


def privacy(situation: Situation, thread: str) -> Decision:
    """Who sees what the rep writes; who hears here of a language model has been told of it."""
    button = Button(label=text("button-settings"), tap=Tap(verb="settings"))
    ask_for_it = Line(text("home-erase"))
    told = message(*settings.privacy(situation), ask_for_it, Buttons((button,)))
    conversation = replace(situation.conversation, model_told=situation.model)
    return say.of(conversation, say.back(situation, told, thread=thread))


# ---- plan and review ---------------------------------------------------------------------------


def plan(words: str, situation: Situation) -> Decision:
    """The prompt of the call that is meant: the one named, else the next one still to plan."""
    meant = [call for call in _ahead(situation) if _is_meant(call, words)]
    if not meant:
        return say.line_back(situation, text("no-call-to-plan" if not words else "no-such-call"))
    first = next((call for call in meant if not call.plan.made), meant[0])
    others = [call for call in meant if call.id != first.id][:4]
    return say.joined(prompted(first, situation), _others(others, "plan", situation))


def _ahead(situation: Situation) -> list[Call]:
    calls = (call for call in situation.calls if planning.is_open(call, situation))
    return sorted(calls, key=lambda call: call.starts_at)


def _is_meant(call: Call, words: str) -> bool:
    """Whether a call is named; without words any that was not skipped is meant."""
    return _matches(call, words) if words else call.standing == "on"


def _matches(call: Call, words: str) -> bool:
    return words in call.customer.casefold() or words in call.title.casefold()


def _others(calls: list[Call], verb: str, situation: Situation) -> Decision:
    if not calls:
        return Decision()
    buttons = tuple(
        Button(
            label=text("button-call", customer=Quoted(call.customer), at=Moment(call.starts_at)),
            tap=Tap(verb=verb, about=str(call.id)),
        )
        for call in calls
    )
    listed = message(Line(text(f"others-to-{verb}")), Buttons(buttons))
    return say.of(say.back(situation, listed, part=f"others-{verb}"))


def prompted(call: Call, situation: Situation) -> Decision:
    """The call's prompt now, because the rep asked for it; a text in chat then answers it."""
    if call.plan.made:
        again = say.back(situation, prepare.planned(call), part=f"plan/{call.id}")
        return say.of(say.focused(situation.conversation, None), again)
    taught = teaching.wanted(call, situation)
    call = replace(call, standing="on")
    own = f"{prompt_id(call)}/{situation.conversation.version}"
    focus = Focus(topic="plan", call_id=call.id)
    return say.of(*taught, *asked(call, situation, own), say.focused(situation.conversation, focus))


def asked(call: Call, situation: Situation, message_id: str) -> tuple[Call | Action, ...]:
    """The prompt of a call under that id; an earlier one points to it from now on."""
    now_asked = replace(call, anchor=message_id, asked_at=situation.now, asked_start=call.starts_at)
    asks = prepare.prompt(now_asked, situation)
    send = Send(id=message_id, message=asks, helps_until=call.starts_at)
    if not call.anchor:
        return (now_asked, send)
    return (now_asked, Edit(id=call.anchor, message=prepare.asked_below(call)), send)


def review_open(words: str, situation: Situation) -> Decision:
    """The review of the call that is meant: the one named, else the latest one still open."""
    over = sorted(
        (call for call in situation.calls if reviewing.is_open(call, situation)),
        key=lambda call: call.ends_at,
        reverse=True,
    )
    meant = [call for call in over if not words or _matches(call, words)]
    waiting = [call for call in meant if call.review.held is None]
    if not meant:
        return say.line_back(situation, text("no-call-to-review"))
    if not waiting:
        return say.joined(
            say.line_back(situation, text("all-reviewed")), _others(meant[:5], "review", situation)
        )
    return say.joined(
        review_asked(waiting[0], situation), _others(waiting[1:5], "review", situation)
    )


def review_asked(call: Call, situation: Situation) -> Decision:
    """The question how a call ended, because the rep asked for it."""
    focus = Focus(topic="review", call_id=call.id)
    attention = say.focused(situation.conversation, focus)
    return say.of(*ask_review(call, situation), attention)


def ask_review(
    call: Call, situation: Situation, *, reminder: bool = False
) -> tuple[Call | Action, ...]:
    """The message that asks how a call ended, in its thread; a later one is a new message.

    The first asking after the end is remembered: reminders and closing count from it.
    """
    at, own = call.review_asked_at, review_ask_id(call)
    send = Send(
        id=own if at is None else f"{own}/{situation.conversation.version}",
        message=review.ask(call, situation.policy, reminder=reminder),
        thread=call.anchor,
    )
    since = at if at is not None and at >= call.ends_at else situation.now
    return (replace(call, anchor=call.anchor or own, review_asked_at=since), send)


# ---- skip and pause ----------------------------------------------------------------------------


def skip(
    call: Call, situation: Situation, *, thread: str = "", tapped: str | None = None
) -> Decision:
    """Leave this call alone; after two in a series, ask once whether to leave the series.

    `tapped` is the id of the message whose button was tapped; None where it was said in chat.
    """
    if not planning.is_open(call, situation):
        return planning.closed(call, situation)
    call = replace(call, standing="skipped")
    aside = prepare.set_aside(call)
    edits = {edit.id: edit for edit in say.edit_of(tapped or "", call, aside)}
    edits |= {call.anchor: Edit(id=call.anchor, message=aside)} if call.anchor else {}
    answered = (say.back(situation, aside, thread=thread),) if tapped is None else ()
    conversation = say.left(situation.conversation, call)
    shown = say.of(call, conversation, *edits.values(), *answered)
    if not _asks_to_stop(call, situation):
        return shown
    asked_of = replace(conversation, series_asked=conversation.series_asked | {call.series})
    stop = say.back(situation, _stop_series(call), part="series")
    return say.joined(shown, say.of(asked_of, stop))


def _asks_to_stop(call: Call, situation: Situation) -> bool:
    """Whether enough calls of a series were skipped, and it was not asked before."""
    known = situation.conversation.series_asked
    if call.series == call.key or call.series in known:
        return False
    others = (one for one in situation.calls if one.series == call.series and one.id != call.id)
    skipped = [one for one in others if one.standing == "skipped"]
    return len(skipped) + 1 >= SKIPS_BEFORE_ASKING


def _stop_series(call: Call) -> Message:
    stop = Tap(verb="teach", about=str(call.id), value="series")
    go_on = Tap(verb="go_on", about=str(call.id))
    return message(
        Line(text("series-skipped", title=Quoted(call.title or call.customer))),
        Buttons(
            (
                Button(label=text("button-stop-series"), tap=stop),
                Button(label=text("button-go-on"), tap=go_on),
            )
        ),
    )


def pause(words: str, situation: Situation) -> Decision:
    """Be quiet until then; without words, ask until when."""
    if not words:
        return say.of(say.back(situation, settings.ask_pause(situation)))
    until = pause_until(words, situation)
    if until is None:
        return say.of(say.back(situation, settings.ask_pause(situation)))
    return paused(until, situation)


def pause_until(words: str, situation: Situation) -> datetime | None:
    """The moment a pause ends: when that day's work would start; None where no day is meant."""
    work = situation.work
    if work is None:
        return None
    today = work.local_date(situation.now)
    short = next((name for name, forms in vocabulary.PAUSES.items() if words in forms), words)
    if short in {"open", "until i say"}:
        return situation.now + FAR
    if short == "day":
        day = today + timedelta(days=1)
    elif short == "monday":
        day = today + timedelta(days=7 - today.weekday())
    elif short == "week":
        day = today + timedelta(days=7)
    else:
        found = day_meant(words, today)
        if found is None or not today < found <= today + FAR:
            return None
        day = found
    return work.instant(day, work.day_starts)


def paused(until: datetime, situation: Situation) -> Decision:
    """The rep is paused: nothing unprompted until then."""
    rep = replace(situation.rep, paused_until=until)
    return say.of(rep, say.back(situation, settings.pause_shown(rep, situation)))


def resume(situation: Situation) -> Decision:
    """The pause is over."""
    rep = replace(situation.rep, paused_until=None)
    return say.of(rep, say.back(situation, message(Line(text("resumed")))))
