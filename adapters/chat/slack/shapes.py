"""Whether a payload has the shape that slack_bolt takes for granted when it looks for a listener.

Shapes: docs.slack.dev/reference/events and docs.slack.dev/reference/interaction-payloads.
"""

from __future__ import annotations

from typing import Any

from adapters.chat.slack.parts import mark
from adapters.payloads import part
from coaching.errors import BadInput

_NAMED = ("shortcut", "message_action")
_VIEWS = ("view_submission", "view_closed")


def check(body: Any) -> None:
    """Raise `BadInput` with the field's name for a payload that cannot be Slack's."""
    if "command" in body:
        mark(body, "command")
        return
    match part(body, "type"):
        case "event_callback":
            mark(body, "event", "type")
            mark(body, "event_id")
        case "block_actions":
            _check_action(part(body, "actions"))
        case kind if kind in _VIEWS:
            mark(body, "view", "type")
            mark(body, "view", "callback_id")
        case kind if kind in _NAMED:
            mark(body, "callback_id")
        case _:
            pass


def _check_action(actions: Any) -> None:
    if not isinstance(actions, list) or not actions:
        raise BadInput("actions", "must be a list with one action")
    for action in actions:
        mark(action, "type")
        mark(action, "action_id")
