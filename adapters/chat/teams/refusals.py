"""What the connector's refusals mean: for later, for never, or that nobody is there any more.

The codes are those of learn.microsoft.com/microsoftteams/platform, "Messages in bot conversations",
status codes; a code means the same wherever it comes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any, Literal

from adapters.ports import Gone, Later, Never
from adapters.retry_after import in_seconds
from coaching.errors import CoachError

SOON = timedelta(seconds=10)
LIMITED = timedelta(seconds=30)
LONGEST = timedelta(hours=1)
_LEAST = timedelta(seconds=1)
THROTTLED = "Throttled"
NO_ACTIVITY = "ActivityNotFoundInConversation"

Kind = Literal["rep", "team"]

_LATER = frozenset({"PreconditionFailed", "ServiceError", THROTTLED})
# A bot that is not registered, or a token that does not count: the operator can mend both.
_MENDABLE = frozenset({HTTPStatus.UNAUTHORIZED})
_NEVER = frozenset(
    {
        NO_ACTIVITY,
        "Bad Argument",
        "BadArgument",
        "BadSyntax",
        "InvalidBotApiHost",
        "MessageSizeTooBig",
    }
)
# Who or what is gone, and what that is called when the admin is told of a channel.
_GONE = {
    "BotDisabledByAdmin": "channel-gone-refused",
    "BotNotInConversationRoster": "channel-gone-removed",
    "ConversationBlockedByUser": "channel-gone-refused",
    "ConversationNotFound": "channel-gone-missing",
    "ForbiddenOperationException": "channel-gone-refused",
    "MemberNotFoundInConversation": "",
    "MessageWritesBlocked": "channel-gone-refused",
    "NotEnoughPermissions": "channel-gone-refused",
}
_GONE_STATUS = {
    HTTPStatus.FORBIDDEN: "channel-gone-refused",
    HTTPStatus.NOT_FOUND: "channel-gone-missing",
    HTTPStatus.GONE: "channel-gone-missing",
}
_LATER_STATUS = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.PRECONDITION_FAILED})
_LEAST_ERROR = 500


class Refused(CoachError):
    """The connector refused: `code` is its word for it, `means` what it comes to."""

    def __init__(self, code: str, means: Later | Never | Gone) -> None:
        """Keep the connector's own code beside what it means."""
        super().__init__(code)
        self.code = code
        self.means = means


def refused(
    status: int, headers: Mapping[str, str], body: bytes, now: datetime, chance: float
) -> Refused:
    """What an answer that says no means; only status, code and Retry-After are looked at.

    `headers` go by their lower-case names; `chance` from [0, 1) parts those who come back.
    """
    code = code_of(body)
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        wait = _wait(headers, chance)
        return Refused(THROTTLED, Later(now + wait, THROTTLED))
    return Refused(code, _meaning(status, code, now + _soon(headers, chance)))


def unreached(why: str, now: datetime, chance: float) -> Refused:
    """What it means that no answer came, or none that can be read."""
    return Refused("", Later(now + _soon({}, chance), why))


def at_place(means: Later | Never | Gone, kind: Kind) -> Later | Never | Gone:
    """The same, of a place: only of a team's is it said that a channel is gone."""
    return Gone(str(means)) if isinstance(means, Gone) and kind == "rep" else means


def code_of(body: bytes) -> str:
    """The code in an error's body, the innermost there is; empty for a page or anything else."""
    try:
        told = json.loads(body)
    except ValueError:
        return ""
    outer = told if isinstance(told, dict) else {}
    error = outer.get("error")
    inner = error if isinstance(error, dict) else {}
    named = (_inside(error), _text(inner, "subCode"), _text(outer, "subCode"))
    return next((name for name in (*named, _text(inner, "code"), _text(outer, "code")) if name), "")


def _meaning(status: int, code: str, later: datetime) -> Later | Never | Gone:
    """What a refusal means: its code says more than its status, where it is known."""
    why = (code or f"answered {status}")[:100]
    if code in _LATER or status in _MENDABLE or status in _LATER_STATUS or status >= _LEAST_ERROR:
        return Later(later, why)
    if code in _NEVER:
        return Never(why)
    if code in _GONE:
        return Gone(why, channel=_GONE[code])
    if status in _GONE_STATUS:
        return Gone(why, channel=_GONE_STATUS[HTTPStatus(status)])
    if status < HTTPStatus.BAD_REQUEST:
        return Later(later, why)
    return Never(why)


def _inside(error: Any) -> str:
    """An error that is a text alone, or has its sub-code in a text of JSON as its message."""
    if isinstance(error, str):
        return error
    message = _text(error, "message") if isinstance(error, dict) else ""
    if not message.startswith("{"):
        return ""
    try:
        told = json.loads(message)
    except ValueError:
        return ""
    return _text(told, "subCode") if isinstance(told, dict) else ""


def _soon(headers: Mapping[str, str], chance: float) -> timedelta:
    """A short while, half of it by chance; longer where the answer asks for that."""
    asked = _asked(headers)
    return max(SOON * (0.5 + chance), asked or SOON * 0)


def _wait(headers: Mapping[str, str], chance: float) -> timedelta:
    """As long as Retry-After says, from one second to an hour, and up to a second more."""
    asked = _asked(headers)
    return (LIMITED if asked is None else asked) + timedelta(seconds=chance)


def _asked(headers: Mapping[str, str]) -> timedelta | None:
    """What Retry-After asks for, in seconds, from one second to an hour."""
    return in_seconds(headers.get("retry-after", ""), least=_LEAST, longest=LONGEST)


def _text(told: Mapping[str, Any], name: str) -> str:
    value = told.get(name)
    return value if isinstance(value, str) else ""
