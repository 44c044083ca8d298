"""What somebody gets who is not coached: only reviews, or nothing at all (METHOD §12)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coaching import command_words, say
from coaching.actions import Decision
from coaching.events import (
    Brought,
    Commanded,
    Deleted,
    Edited,
    Gathered,
    Joined,
    RepEvent,
    Said,
    Submitted,
    Tapped,
)
from coaching.judge import LABELS, Kind, Verdict
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, message, text
from coaching.texts import vocabulary
from coaching.turn import Situation

# What is answered whatever somebody gets: who sees what, what is kept, what a manager asks for.
_ALWAYS = frozenset({"privacy", "team", "evaluate"}) | frozenset(vocabulary.ABSENT)
_ATTENTION = _ALWAYS | {"review", "today", "week", "settings", "connect", "pause", "resume", "help"}
_FORMS = frozenset({"review", "settings", "connect"})
_TAPS = frozenset({"settings", "pause", "resume", "connect", "unlink", "review", "help", "manage"})
_AFTER = frozenset(
    {"held", "decide", "more", "by", "nothing_new", "enough", "share", "snooze_review", "specific"}
    | {"not_sales", "teach", "unteach", "sales", "go_on", "which"}
)


@dataclass(frozen=True, slots=True)
class Unjudging:
    """A judge for those who are to get attention and no method: it leaves all to the rep."""

    def read(self, kind: Kind, text: str, *, problem: str = "", need: str = "") -> Verdict:  # noqa: ARG002 - a judge that reads nothing
        """An outcome is for the rep to decide, every other text is good as it is."""
        if kind == "outcome":
            label, second = "advance", "continuation"
            return Verdict(kind=kind, label=label, confidence=0.5, sure=False, second=second)
        return Verdict(kind=kind, label=LABELS[kind][0], confidence=1.0, sure=True)


def as_grouped(situation: Situation) -> Situation:
    """The situation as the rep's group has it: nothing is judged of who only gets attention."""
    return situation if situation.rep.is_coached else replace(situation, judge=Unjudging())


def apart(event: RepEvent, situation: Situation) -> Decision | None:
    """What follows where it is another thing than for a rep who is coached; None elsewhere."""
    rep = situation.rep
    if rep.is_coached or isinstance(event, Gathered):
        return None
    if not rep.sells:
        return _welcomed(situation) if isinstance(event, Joined) else None
    if rep.group == "control":
        return None if _names(event) in _ALWAYS else _left_alone(event, situation)
    if isinstance(event, Joined) and not situation.conversation.greeted:
        return _greeted(_attended(situation), situation)
    return None if _is_attention(event) else say.line_back(situation, text("group-attention"))


def _names(event: RepEvent) -> str:
    """The command that an event is, or what it is tapped for; empty where it is neither."""
    match event:
        case Commanded():
            return command_words.named(event.name, event.words).name
        case Said():
            command = command_words.parse(event.text.strip(), strict=True)
            return command.name if command is not None else ""
        case Tapped() if event.tap.verb == "manage":
            return event.tap.value
        case _:
            return ""


def _left_alone(event: RepEvent, situation: Situation) -> Decision:
    """Who is in the control group is answered when they write, and told why that is all."""
    if isinstance(event, Said | Commanded | Tapped | Submitted | Brought):
        return say.line_back(situation, text("group-control"))
    return Decision()


def _is_attention(event: RepEvent) -> bool:
    """Whether an event belongs to reviews, or to what everybody may do."""
    match event:
        case Commanded() | Said():
            return _names(event) in _ATTENTION or (isinstance(event, Said) and not _names(event))
        case Tapped():
            return event.tap.verb in _TAPS | _AFTER
        case Submitted():
            return event.kind in _FORMS
        case Brought():
            return False
        case Edited() | Deleted() | _:
            return True


# ---- the first word ----------------------------------------------------------------------------


def _greeted(said: Message, situation: Situation) -> Decision:
    """Greeted, and told with it whether managers see figures of each rep."""
    told = situation.team.per_person and situation.rep.sells
    greeted = replace(situation.conversation, greeted=True, per_person_told=told)
    return say.of(greeted, say.back(situation, said, part="welcome"))


def _attended(situation: Situation) -> Message:
    settings = Button(label=text("button-settings"), tap=Tap(verb="settings"))
    per_person = (Line(text("privacy-per-person")),) if situation.team.per_person else ()
    return message(
        Line(text("welcome-attention", name=Quoted(situation.rep.name))),
        Line(text("group-attention")),
        Line(text("welcome-private")),
        *per_person,
        Buttons((settings,)),
    )


def _welcomed(situation: Situation) -> Decision:
    """Who only manages is told once what there is for them."""
    if situation.conversation.greeted:
        return Decision()
    line = text("welcome-manager", name=Quoted(situation.rep.name))
    return _greeted(message(Line(line), Line(text("welcome-manager-not-for"))), situation)
