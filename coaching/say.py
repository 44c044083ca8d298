"""Small pieces that decisions are made of: a message back, and several decisions as one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from coaching.actions import Action, Decision, Done, Edit, Entity, Reply, Send
from coaching.calls import Call
from coaching.conversation import Conversation, Focus, Talk
from coaching.ids import owner_of
from coaching.messages import Line, Message, Text, message, text
from coaching.turn import Situation

# Of so many of a rep's latest texts it is known which answer they gave.
REMEMBERED = 50


def back(situation: Situation, said: Message, *, thread: str = "", part: str = "said") -> Send:
    """A message in answer to what the rep just did, under an id of its own."""
    turn = str(situation.conversation.version)
    return Send(id=back_id(situation, turn, part), message=said, thread=thread)


def back_id(situation: Situation, turn: str, part: str = "said") -> str:
    """The logical id of a message that was sent back in that turn of the conversation."""
    return f"{situation.rep.id}/{part}/{turn}"


def line_back(
    situation: Situation, said: Text, *, thread: str = "", part: str = "said"
) -> Decision:
    """One line in answer."""
    return Decision(actions=(back(situation, message(Line(said)), thread=thread, part=part),))


def of(*parts: Entity | Action | Reply) -> Decision:
    """A decision of its parts, told apart by what they are."""
    saves: list[Entity] = []
    actions: list[Action] = []
    reply: Reply = Done()
    for part in parts:
        if isinstance(part, Action):
            actions.append(part)
        elif isinstance(part, Reply):
            reply = part
        else:
            saves.append(part)
    return Decision(reply=reply, saves=tuple(saves), actions=tuple(actions))


def joined(*decisions: Decision) -> Decision:
    """Several decisions as one; the last reply that shows something counts."""
    replies = [one.reply for one in decisions if not isinstance(one.reply, Done)]
    return Decision(
        reply=replies[-1] if replies else Done(),
        saves=tuple(entity for one in decisions for entity in one.saves),
        actions=tuple(action for one in decisions for action in one.actions),
        busy=next((one.busy for one in reversed(decisions) if one.busy is not None), None),
    )


def edit_of(message_id: str, call: Call, said: Message) -> tuple[Edit, ...]:
    """An edit of the tapped message, if it is one of this call's or of this turn's answers."""
    if not message_id or owner_of(message_id) not in {str(call.id), str(call.rep_id)}:
        return ()
    return (Edit(id=message_id, message=said),)


def superseded(before: str, now: str, key: str = "looked-at-anew") -> tuple[Edit, ...]:
    """A former verdict as one line without buttons, once a message with another id has the newer.

    `before` and `now` are logical ids; an empty `before` means that there was none.
    """
    return (Edit(id=before, message=message(Line(text(key)))),) if before not in {"", now} else ()


def is_former(message_id: str, part: str, latest: str) -> bool:
    """Whether a message was sent back as that part, and `latest` has taken its place."""
    return f"/{part}/" in message_id and latest not in {"", message_id}


def left(conversation: Conversation, call: Call) -> Conversation:
    """The conversation with its attention off that call, if it was there."""
    focus = conversation.focus
    return (
        conversation if focus is None or focus.call_id != call.id else focused(conversation, None)
    )


def remembered(
    conversation: Conversation, source: str, answer: tuple[str, str, str]
) -> Conversation:
    """The conversation knows which text gave that answer: the latest, of so many answers."""
    if not source:
        return conversation
    others = [item for item in conversation.answered.items() if source != item[0]]
    kept = [item for item in others if item[1] != answer][-(REMEMBERED - 1) :]
    return replace(conversation, answered={**dict(kept), source: answer})


def forgotten(conversation: Conversation, *answers: tuple[str, str, str]) -> Conversation:
    """The conversation knows no text any more that gave one of those answers."""
    kept = {
        source: given for source, given in conversation.answered.items() if given not in answers
    }
    return replace(conversation, answered=kept)


def focused(conversation: Conversation, focus: Focus | None) -> Conversation:
    """The conversation with its attention there, and no talk of anything else."""
    return replace(conversation, focus=focus, talk=None)


def talking(conversation: Conversation, talk: Talk | None) -> Conversation:
    """The conversation once a topic asks something, or has asked all; nothing else is in focus."""
    return replace(conversation, focus=None, talk=talk)


def length(time: timedelta) -> Text:
    """How long something is: days from two on, else whole hours, else minutes."""
    if time > timedelta(days=1) and time % timedelta(days=1) == timedelta():
        return text("length-days", days=time.days)
    if time % timedelta(hours=1) == timedelta():
        return text("length-hours", hours=time // timedelta(hours=1))
    return text("length-minutes", minutes=time // timedelta(minutes=1))
