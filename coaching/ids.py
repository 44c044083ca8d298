"""Names for things, derived from what they are: the same thing always has the same id."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID, uuid5

from coaching.calls import Call

# How the key of a customer begins who is known by the title of an entry alone.
TITLE_KEY = "title:"


def call_id(rep_id: UUID, key: str) -> UUID:
    """The id of a rep's part in the meeting with that occurrence key."""
    return uuid5(rep_id, f"call/{key}")


def meeting_id(team_id: UUID, key: str) -> UUID:
    """The id of a meeting, the same for all reps of a team."""
    return uuid5(team_id, f"meeting/{key}")


def customer_id(team_id: UUID, key: str) -> UUID:
    """The id of a customer by its domain or address."""
    return uuid5(team_id, f"customer/{key}")


def opportunity_id(team_id: UUID, key: str) -> UUID:
    """The id of the default opportunity with a customer."""
    return uuid5(team_id, f"opportunity/{key}")


def link_id(rep_id: UUID, address: str) -> UUID:
    """The id of a calendar link that a rep made: the same address is the same link."""
    return uuid5(rep_id, f"link/{address}")


def configured_link(rep_id: UUID) -> UUID:
    """The id of the calendar link that app.yaml gives a rep."""
    return uuid5(rep_id, "link")


def promise_id(call: Call) -> UUID:
    """The id of what the customer agreed to in that call."""
    return uuid5(call.id, "promise")


def learning_id(call: Call) -> UUID:
    """The id of what was learned in that call for use elsewhere."""
    return uuid5(call.id, "learning")


def stamp(moment: datetime) -> str:
    """An instant as part of a logical message id."""
    return moment.strftime("%Y%m%dT%H%MZ")


def prompt_id(call: Call) -> str:
    """The logical id of the prompt for the call's present start."""
    return f"{call.id}/prompt/{stamp(call.starts_at)}"


def review_ask_id(call: Call) -> str:
    """The logical id of the message that asks for the outcome."""
    return f"{call.id}/review"


def owner_of(logical_id: str) -> str:
    """The id of the call (or other thing) whose message that is."""
    return logical_id.partition("/")[0]
