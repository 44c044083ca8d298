"""For managers: the team's figures, and whether it works; each asked for, worked out, shown."""

from __future__ import annotations

from typing import Literal, assert_never
from uuid import UUID

from coaching import say
from coaching.actions import Decision, Edit, Gather, Send
from coaching.effectiveness.figures import Evaluation
from coaching.events import Gathered, Tapped
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Quoted,
    Tap,
    message,
    text,
)
from coaching.team_figures import TeamReport
from coaching.topics.managing import evaluation_shown, team_shown
from coaching.topics.topic import Asked, Topic
from coaching.turn import Situation

__all__ = ["TOPIC", "gathered"]

What = Literal["team", "evaluate"]
_KINDS: tuple[What, ...] = ("team", "evaluate")


def _team(asked: Asked, situation: Situation) -> Decision:
    return _ask("team", asked, situation)


def _evaluate(asked: Asked, situation: Situation) -> Decision:
    return _ask("evaluate", asked, situation)


def _ask(what: What, asked: Asked, situation: Situation) -> Decision:
    """The figures of the one team that is managed; of several, the one that is named or chosen."""
    managed = situation.rep.manages
    if not managed:
        return say.line_back(situation, text("manages-nothing"), thread=asked.thread)
    if len(managed) == 1:
        return _wanted(what, managed[0], situation, thread=asked.thread)
    return say.of(say.back(situation, _which(what, situation), thread=asked.thread, part="managed"))


def _which(what: What, situation: Situation) -> Message:
    buttons = (
        Button(
            label=text("button-managed", team=Quoted(situation.managed.get(team_id, ""))),
            tap=Tap(verb="manage", about=str(team_id), value=what),
        )
        for team_id in situation.rep.manages
    )
    return message(Line(text("which-team")), Buttons(tuple(buttons)))


def _tapped(event: Tapped, situation: Situation) -> Decision:
    """The figures of the team whose button was tapped, where it is one they manage."""
    about, kinds = event.tap.about, [one for one in _KINDS if one == event.tap.value]
    team_id = next((one for one in situation.rep.manages if str(one) == about), None)
    if team_id is None or not kinds:
        return say.line_back(situation, text("not-here-any-more"))
    return _wanted(kinds[0], team_id, situation)


def _wanted(what: What, team_id: UUID, situation: Situation, *, thread: str = "") -> Decision:
    """That it is being worked out; the figures come into the same message."""
    sent = _working(situation, what, thread)
    return say.of(sent, Gather(what=what, team_id=team_id, message=sent.id))


def _working(situation: Situation, what: What, thread: str) -> Send:
    line = message(Line(text("working-it-out")))
    return say.back(situation, line, thread=thread, part=f"figures-{what}")


def gathered(event: Gathered, situation: Situation) -> Decision:
    """The figures, in the message that waits for them; none of a team they manage no more."""
    if event.team_id not in situation.rep.manages:
        return say.of(Edit(id=event.message, message=message(Line(text("manages-nothing")))))
    match event.told:
        case TeamReport():
            shown = team_shown.shown(event.told, event.team_id)
        case Evaluation():
            shown = evaluation_shown.shown(event.told)
        case None:
            shown = message(Line(text("figures-failed")))
        case _:
            assert_never(event.told)
    return say.of(Edit(id=event.message, message=shown))


def _home(situation: Situation) -> tuple[Block, ...]:
    """The two buttons, for whoever manages a team."""
    managed = situation.rep.manages
    if not managed:
        return ()
    about = str(managed[0])
    if len(managed) > 1:
        return (Heading(text("home-managed")), Line(text("home-managed-several")))
    buttons = (
        Button(label=text("button-team"), tap=Tap(verb="manage", about=about, value="team")),
        Button(
            label=text("button-evaluate"), tap=Tap(verb="manage", about=about, value="evaluate")
        ),
    )
    return (Heading(text("home-managed")), Buttons(buttons))


TOPIC = Topic(commands={"team": _team, "evaluate": _evaluate}, taps={"manage": _tapped}, home=_home)
