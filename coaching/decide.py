"""The one way in: what follows from an event, given all that the coach knows."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from coaching import (
    chat,
    command_words,
    commands,
    connecting,
    diary,
    digest,
    editing,
    groups,
    opinions,
    planning,
    reviewing_form,
    say,
    settings,
    showing,
    taps,
    telling,
    topics,
)
from coaching.actions import Decision
from coaching.errors import Unknown
from coaching.events import (
    Brought,
    CalendarFailed,
    CalendarRead,
    Commanded,
    Deleted,
    DigestDue,
    Edited,
    Event,
    Gathered,
    Joined,
    NudgeDue,
    OpinionGiven,
    Refreshed,
    RepEvent,
    Said,
    Submitted,
    Tapped,
)
from coaching.messages import text
from coaching.nudges import Timetable, pending
from coaching.topics import managing
from coaching.turn import Situation, TeamWeek, after


def decide(event: Event, situation: Situation | TeamWeek) -> Decision:
    """What follows from an event; for a rep, with all the nudges still to come.

    Raises `Unknown` where the event is about a team and the situation about a rep, or the other
    way round.
    """
    if isinstance(event, DigestDue):
        if not isinstance(situation, TeamWeek):
            raise Unknown("a digest is about a team")
        return digest.decide(event, situation)
    if not isinstance(situation, Situation):
        raise Unknown("this event is about a rep")
    return _timed(_of_group(event, situation), situation)


def _of_group(event: RepEvent, situation: Situation) -> Decision:
    """What the rep's group gets: all of it, only what belongs to reviews, or nothing."""
    other = groups.apart(event, situation)
    return _about_rep(event, groups.as_grouped(situation)) if other is None else other


def _timed(decision: Decision, situation: Situation) -> Decision:
    """The decision with the timetable that follows from it, what is given up put on record.

    Before the rep was greeted there is none: who is reached nowhere would be asked in vain.
    """
    now = after(situation, decision.saves)
    if decision.busy is not None:
        now = replace(now, busy=decision.busy)
    timetable = pending(now) if now.conversation.greeted else Timetable()
    return replace(decision, nudges=timetable.nudges, saves=(*decision.saves, *timetable.dropped))


def _about_rep(event: RepEvent, situation: Situation) -> Decision:
    match event:
        case Said():
            return chat.hear(event, situation)
        case Edited():
            return editing.edited(event, situation)
        case Deleted():
            return editing.deleted(event, situation)
        case Brought():
            return showing.brought(event)
        case Tapped():
            return taps.tapped(event, situation)
        case Submitted():
            return _submitted(event, situation)
        case Commanded():
            return commands.run(command_words.named(event.name, event.words), situation)
        case CalendarRead():
            return diary.read(event, situation)
        case CalendarFailed():
            return diary.failed(event, situation)
        case NudgeDue():
            return telling.due(event, situation)
        case Joined():
            return diary.joined(situation)
        case Refreshed():
            return Decision()
        case OpinionGiven():
            return opinions.given(event, situation)
        case Gathered():
            return managing.gathered(event, situation)
        case _:
            assert_never(event)


def _submitted(event: Submitted, situation: Situation) -> Decision:
    """A form, by its kind; one for a call that is gone is answered, not dropped."""
    if event.kind == "settings":
        return settings.submit(event, situation)
    if event.kind == "judge":
        return showing.judge(event, situation)
    if event.kind == "connect":
        return connecting.submit(event, situation)
    if (decision := topics.submitted(event, situation)) is not None:
        return decision
    call = situation.call(event.about)
    if call is None:
        return say.line_back(situation, text("not-here-any-more"))
    match event.kind:
        case "plan":
            return planning.submit(event, call, situation)
        case "review":
            return reviewing_form.submit(event, call, situation)
        case _:
            return say.line_back(situation, text("not-here-any-more"))
