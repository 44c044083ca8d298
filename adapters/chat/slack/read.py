"""Slack's payloads as neutral events: who did what, and the key of each delivery.

The delivery key of an event is its `event_id`. Interactions have none: theirs is made of what makes
the act one, so that the same tap or form delivered again is the same; commands and shortcuts carry
a trigger that is used once. What is malformed is `BadInput` with the field's name; an event that
is not for the coach is None.

Messages are named by reference, channel and time stamp ("D1:1764144000.000100"): the threads of
what was said or edited and `Tapped.message` too, for the caller to look up.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from adapters.chat.slack.buttons import TAP
from adapters.chat.slack.forms import FORM, answers
from adapters.chat.slack.markup import readable, unescaped
from adapters.chat.slack.parts import mark
from adapters.payloads import inner, part, words
from adapters.ports import Account
from coaching.errors import BadInput
from coaching.events import Brought, Commanded, Deleted, Edited, Said, Submitted, Tapped
from coaching.messages import Tap

NAME = "slack"
JUDGE_QUESTION = "judge_question"
_SLACKBOT = "USLACKBOT"
_WRITTEN = (None, "file_share", "thread_broadcast")


def reference(channel: str, stamp: str) -> str:
    """The platform reference of a message."""
    return f"{channel}:{stamp}"


# ---- texts -------------------------------------------------------------------------------------


def said(event: Any) -> Said | None:
    """What a person wrote to the coach; None for other events, bots, and files without a word."""
    if not _is_direct(event) or part(event, "subtype") not in _WRITTEN or not _is_persons(event):
        return None
    written = _read(event, "text")
    if not written:
        return None
    channel, stamp = mark(event, "channel"), mark(event, "ts")
    return Said(text=written, thread=_thread(channel, event), source=reference(channel, stamp))


def _thread(channel: str, message: Any) -> str:
    """The first message of the thread that one is in; empty for that one itself."""
    root = words(message, "thread_ts", default="")
    return reference(channel, root) if root and root != mark(message, "ts") else ""


def edited(event: Any) -> Edited | None:
    """A text that reads differently now; a link that Slack unfolded changes nothing."""
    message = _changed(event)
    if message is None:
        return None
    now = _read(event, "message", "text")
    if not now or now == _read(event, "previous_message", "text"):
        return None
    channel = mark(event, "channel")
    return Edited(
        source=reference(channel, mark(message, "ts")),
        text=now,
        thread=_thread(channel, message),
    )


def deleted(event: Any) -> Deleted | None:
    """A text that is gone: deleted, left as a tombstone above its replies, or emptied."""
    if not _is_direct(event) or not _is_persons(part(event, "previous_message")):
        return None
    match part(event, "subtype"):
        case "message_deleted":
            stamp = mark(event, "deleted_ts")
        case "message_changed" if _is_emptied(event):
            stamp = mark(event, "message", "ts")
        case _:
            return None
    return Deleted(source=reference(mark(event, "channel"), stamp))


def brought(payload: Any) -> Brought:
    """The message for which somebody chose the shortcut."""
    if mark(payload, "callback_id") != JUDGE_QUESTION:
        raise BadInput("callback_id", f"must be {JUDGE_QUESTION}")
    return Brought(text=_read(payload, "message", "text"))


def commanded(payload: Any) -> Commanded:
    """A slash command: its first word is the command's name; alone it asks for help."""
    typed = unescaped(words(payload, "text", default="")).split(maxsplit=1)
    if not typed:
        return Commanded(name="help")
    return Commanded(name=typed[0], words=typed[1].strip() if typed[1:] else "")


def _read(payload: Any, *path: str) -> str:
    return readable(words(payload, *path, default="")).strip()


def _is_direct(event: Any) -> bool:
    if part(event, "type") != "message":
        return False
    # Changes, as Slack documents them, may name no type of channel: "D" begins a direct one.
    kind = part(event, "channel_type")
    return kind == "im" or (kind is None and words(event, "channel", default="").startswith("D"))


def _is_persons(message: Any) -> bool:
    """Whether a person wrote it: no app, no Slackbot, nobody unknown."""
    user = part(message, "user")
    return isinstance(user, str) and user != _SLACKBOT and not part(message, "bot_id")


def _changed(event: Any) -> Any:
    """The message of a change to a person's own text, None for all others."""
    message = part(event, "message")
    is_change = _is_direct(event) and part(event, "subtype") == "message_changed"
    return message if is_change and _is_persons(message) else None


def _is_emptied(event: Any) -> bool:
    if part(event, "message", "subtype") == "tombstone":
        return True
    was = _read(event, "previous_message", "text")
    return bool(was) and not _read(event, "message", "text")


# ---- taps and forms ----------------------------------------------------------------------------


def tapped(payload: Any) -> Tapped | None:
    """A tap on a button or in a menu of ours; on the home tab and in modals it has no message."""
    action = _action(payload)
    if not mark(action, "action_id").startswith(TAP):
        return None
    chosen = action if part(action, "type") == "button" else part(action, "selected_option")
    value = words(chosen, "value")
    return Tapped(tap=_tap(inner("value", value)), message=_bearer(payload))


def submitted(payload: Any) -> Submitted:
    """A form that was sent."""
    view = part(payload, "view")
    if mark(view, "callback_id") != FORM:
        raise BadInput("callback_id", f"must be {FORM}")
    about = inner("private_metadata", words(view, "private_metadata"))
    return Submitted(
        kind=mark(about, "kind"),
        about=words(about, "about", default=""),
        answers=answers(view),
    )


def _action(payload: Any) -> Any:
    actions = part(payload, "actions")
    if not isinstance(actions, list) or not actions:
        raise BadInput("actions", "must be a list with one action")
    return actions[0]


def _tap(told: Any) -> Tap:
    return Tap(
        verb=mark(told, "verb"),
        about=words(told, "about", default=""),
        value=words(told, "value", default=""),
    )


def _bearer(payload: Any) -> str:
    container = part(payload, "container")
    if part(container, "type") != "message":
        return ""
    return reference(mark(container, "channel_id"), mark(container, "message_ts"))


# ---- who, where, which -------------------------------------------------------------------------


def account(payload: Any) -> Account:
    """Whose doing any payload is; for an installation across an organisation, of that one."""
    return Account(platform=NAME, tenant=tenant(payload), user=_user(payload))


def tenant(payload: Any) -> str:
    """The workspace of any payload, or the organisation where the app is installed across it."""
    grant = _grant(payload)
    if str(part(grant, "is_enterprise_install")).lower() == "true":
        return _first(
            "enterprise",
            part(grant, "enterprise_id"),
            part(payload, "enterprise", "id"),
            part(payload, "enterprise_id"),
            part(payload, "team", "enterprise_id"),
        )
    return _first(
        "team",
        part(payload, "view", "app_installed_team_id"),
        part(payload, "team", "id"),
        part(grant, "team_id"),
        part(payload, "team_id"),
        part(payload, "user", "team_id"),
        part(payload, "view", "team_id"),
    )


def trigger(payload: Any) -> str:
    """What lets a modal be opened, for three seconds."""
    return mark(payload, "trigger_id")


def delivery(payload: Any) -> str:
    """The key that is the same when the same act is delivered again."""
    if part(payload, "command") is not None:
        return trigger(payload)
    match part(payload, "type"):
        case "event_callback":
            return mark(payload, "event_id")
        case "block_actions":
            action = _action(payload)
            return _digest(
                _user(payload),
                _surface(payload),
                mark(action, "action_id"),
                mark(action, "action_ts"),
            )
        case "view_submission":
            told = json.dumps(answers(part(payload, "view")), sort_keys=True)
            return _digest(_user(payload), mark(payload, "view", "id"), told)
        case "view_closed":
            return _digest(_user(payload), mark(payload, "view", "id"), "closed")
        case "message_action" | "shortcut":
            return trigger(payload)
        case _:
            raise BadInput("type", "is none that the app asks for")


def _grant(payload: Any) -> Any:
    """What an event was delivered for; other payloads say it themselves."""
    grants = part(payload, "authorizations")
    return grants[0] if isinstance(grants, list) and grants else payload


def _user(payload: Any) -> str:
    event = part(payload, "event")
    return _first(
        "user",
        *(part(payload, *path) for path in (("user", "id"), ("user",), ("user_id",))),
        part(event, "user", "id"),
        part(event, "user"),
        # Of a deleted message with replies Slackbot has become the author.
        part(event, "previous_message", "user"),
        part(event, "message", "user"),
    )


def _first(field: str, *candidates: Any) -> str:
    """The first that is a text; the others stand where other payloads have it."""
    found = next((one for one in candidates if isinstance(one, str) and one), None)
    return mark({field: found}, field)


def _surface(payload: Any) -> str:
    if part(payload, "container", "type") == "message":
        return _bearer(payload)
    return mark(payload, "view", "id")


def _digest(*parts: str) -> str:
    told = json.dumps(parts).encode()
    return f"act:{hashlib.sha256(told).hexdigest()}"
