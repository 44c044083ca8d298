"""Teams' activities as neutral events: who did what, where, and the key of each delivery.

Teams delivers what it thinks was not answered again, 15 s later, with the same id. An edited or
deleted message has the id of the message itself: its key has the moment too. What is malformed is
`BadInput` with the field's name; an activity that is not for the coach is None.

A rep's own text is named by its activity's id (`Said.source`). Messages of ours are named by
reference, conversation and activity: `Said.thread` and `Tapped.message`, for the caller to look up.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from typing import Any, Literal
from zoneinfo import ZoneInfo

from adapters.chat.teams.answers import answers
from adapters.chat.teams.buttons import TAP
from adapters.chat.teams.escape import unmarked
from adapters.chat.teams.forms import FORM
from adapters.chat.teams.parts import mark
from adapters.chat.teams.references import (
    NAME,
    Reference,
    message_reference,
    place_of,
    reference_of,
    root_of,
)
from adapters.payloads import listed, part, words
from adapters.ports import Account, Place, Profile
from coaching.events import Brought, Commanded, Deleted, Edited, Said, Submitted, Tapped
from coaching.messages import Tap
from coaching.people import Language

Heard = Said | Edited | Deleted | Brought | Tapped | Submitted | Commanded

EXECUTED = "adaptiveCard/action"
FETCHED = "task/fetch"
SENT = "task/submit"
# A message action: it happens wherever the message is, also where the coach is not.
BROUGHT = "composeExtension/fetchTask"
BROUGHT_SENT = "composeExtension/submitAction"
_BOT = "28:"


def happened(activity: Any) -> Heard | None:
    """What a person did: wrote, changed, took back, tapped, sent a form, gave a command."""
    if not is_persons(activity):
        return None
    match part(activity, "type"):
        case "message":
            return tapped(activity) or submitted(activity) or said(activity) or commanded(activity)
        case "messageUpdate":
            return edited(activity)
        case "messageDelete":
            return deleted(activity)
        case "invoke":
            return brought(activity) or tapped(activity) or submitted(activity)
        case _:
            return None


def is_persons(activity: Any) -> bool:
    """Whether a person did it, not a bot."""
    by = part(activity, "from", "id")
    is_bot = part(activity, "from", "role") == "bot" or str(by).startswith(_BOT)
    return isinstance(by, str) and bool(by) and not is_bot


def is_personal(activity: Any) -> bool:
    """Whether it happened in a personal chat with the coach.

    Teams leaves the type out in some invokes; where a message action happens the coach need not be.
    """
    if is_elsewhere(activity):
        return False
    kind = part(activity, "conversation", "conversationType")
    if kind is None:
        return not part(activity, "conversation", "isGroup") and "@thread" not in _conversation(
            activity
        )
    return bool(kind == "personal")


def is_elsewhere(activity: Any) -> bool:
    """Whether somebody chose our action at a message, in whatever conversation they read it."""
    return part(activity, "name") in (BROUGHT, BROUGHT_SENT)


# ---- texts -------------------------------------------------------------------------------------


def said(activity: Any) -> Said | None:
    """What a person wrote to the coach in their own chat; None for others, and for no words."""
    if part(activity, "type") != "message" or not is_personal(activity):
        return None
    written = text_of(activity)
    if not written:
        return None
    quoted = _quoted(activity)
    return Said(
        text=written,
        thread=message_reference(_conversation(activity), quoted) if quoted else "",
        source=mark(activity, "id"),
    )


def commanded(activity: Any) -> Commanded | None:
    """What a person wrote to the coach in a channel, where nothing answers an open question.

    Its first word is the command's name; the coach's name alone asks for help.
    """
    if part(activity, "type") != "message" or is_personal(activity):
        return None
    typed = text_of(activity).split(maxsplit=1)
    if not typed:
        return Commanded(name="help")
    return Commanded(name=typed[0], words=typed[1] if typed[1:] else "")


def edited(activity: Any) -> Edited | None:
    """A text that reads differently now, or stands again after it was deleted."""
    if part(activity, "type") != "messageUpdate" or not is_personal(activity):
        return None
    now = text_of(activity)
    return Edited(source=mark(activity, "id"), text=now) if now else None


def deleted(activity: Any) -> Deleted | None:
    """A text that is gone."""
    if part(activity, "type") != "messageDelete" or not is_personal(activity):
        return None
    return Deleted(source=mark(activity, "id"))


def brought(activity: Any) -> Brought | None:
    """The text of the message at which our action was chosen; empty where it has none.

    Shape: learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/
    create-task-module, "Payload activity properties when a dialog is invoked from a message".
    """
    if part(activity, "name") != BROUGHT:
        return None
    body = part(activity, "value", "messagePayload", "body")
    written = words(body, "content", default="")
    is_html = part(body, "contentType") == "html"
    return Brought(text=unmarked(written) if is_html else written.strip())


def text_of(activity: Any) -> str:
    """What a person wrote: without the coach's mention, without Teams' HTML, others by name."""
    html = _html(activity)
    if html and (_REPLY.search(html) or not words(activity, "text", default="").strip()):
        return unmarked(html)
    written = words(activity, "text", default="")
    us = part(activity, "recipient", "id")
    for mention in listed(activity, "entities"):
        shown = words(mention, "text", default="")
        if part(mention, "type") == "mention" and shown:
            other = words(mention, "mentioned", "name", default="")
            is_us = part(mention, "mentioned", "id") == us
            written = written.replace(shown, "" if is_us else other)
    if part(activity, "textFormat") in ("xml", "html"):
        return unmarked(written)
    plain = _QUOTE.sub("", written).replace("&nbsp;", " ").replace("\u00a0", " ")
    return plain.replace("\r\n", "\n").strip()


_QUOTE = re.compile(r"<quoted\b[^>]*/>")
_REPLY = re.compile(r"schema\.skype\.com/Reply\"[^>]*\bitemid=\"(\d{1,20})\"")


def _html(activity: Any) -> str:
    """The message as HTML, which stands beside its text."""
    found = (
        words(one, "content", default="")
        for one in listed(activity, "attachments")
        if part(one, "contentType") == "text/html"
    )
    return next(found, "")


def _quoted(activity: Any) -> str:
    """The id of the message that a person quotes with their own, empty without one."""
    for entity in listed(activity, "entities"):
        if part(entity, "type") == "quotedReply":
            return mark(entity, "quotedReply", "messageId", default="")
    found = _REPLY.search(_html(activity))
    return found[1] if found else ""


# ---- taps and forms ----------------------------------------------------------------------------


def tapped(activity: Any) -> Tapped | None:
    """A tap on a button of ours, by whichever way the client knows."""
    told = part(sent(activity), TAP)
    if told is None or part(activity, "name") in (SENT, BROUGHT_SENT):
        return None
    return Tapped(
        tap=Tap(
            verb=mark(told, "verb"),
            about=words(told, "about", default=""),
            value=words(told, "value", default=""),
        ),
        message=bearer(activity),
    )


def submitted(activity: Any) -> Submitted | None:
    """A form that was sent from a dialog or from its card."""
    data = sent(activity)
    if part(data, FORM) is None or part(activity, "name") == FETCHED:
        return None
    return Submitted(
        kind=mark(data, FORM, "kind"),
        about=words(data, FORM, "about", default=""),
        answers=answers(data),
    )


def sent(activity: Any) -> Any:
    """What a button sent, its own data with the inputs' values; None where it was no button."""
    match part(activity, "type"), part(activity, "name"):
        case "message", _:
            return part(activity, "value")
        case "invoke", "adaptiveCard/action":
            return part(activity, "value", "action", "data")
        case "invoke", "task/fetch" | "task/submit" | "composeExtension/submitAction":
            return part(activity, "value", "data")
        case _:
            return None


def bearer(activity: Any) -> str:
    """The reference of the message whose button was tapped, empty where Teams does not say it."""
    card = mark(activity, "replyToId", default="")
    return message_reference(_conversation(activity), card) if card else ""


# ---- who, where, which -------------------------------------------------------------------------


def account(activity: Any) -> Account:
    """Whose doing an activity is: by Entra's object id, else by their id for this bot."""
    user = mark(activity, "from", "aadObjectId", default="") or mark(activity, "from", "id")
    return Account(platform=NAME, tenant=tenant(activity), user=user)


def tenant(activity: Any) -> str:
    """The customer's Entra tenant; references carry none, so it stands in the channel's data."""
    told = mark(activity, "channelData", "tenant", "id", default="")
    return (
        told
        or mark(activity, "conversation", "tenantId", default="")
        or mark(activity, "channelData.tenant.id")
    )


def place(activity: Any) -> Place:
    """Where it happened, as what is stored to write there later."""
    kind: Literal["rep", "team"] = "rep" if is_personal(activity) else "team"
    reference = Reference(
        service=mark(activity, "serviceUrl"),
        conversation=_conversation(activity),
        user=mark(activity, "from", "id") if kind == "rep" else "",
        bot=mark(activity, "recipient", "id"),
    )
    return place_of(reference, tenant=tenant(activity), kind=kind)


def thread(activity: Any) -> Place:
    """Where it happened, in a channel the very thread: what is said there answers whoever spoke."""
    here = place(activity)
    root = root_of(_conversation(activity))
    if here.kind == "rep" or not root:
        return here
    meant = replace(reference_of(here), root=root, user=mark(activity, "from", "id"))
    return place_of(meant, tenant=here.tenant, kind="team")


def profile(activity: Any) -> Profile:
    """What an activity says about whoever did it: name, zone and language, as far as it does."""
    client = next(
        (one for one in listed(activity, "entities") if part(one, "type") == "clientInfo"), None
    )
    zone = mark(activity, "localTimezone", default="") or mark(client, "timezone", default="")
    locale = mark(activity, "locale", default="") or mark(client, "locale", default="")
    return Profile(
        name=mark(activity, "from", "name", default=""),
        zone=zone if _is_zone(zone) else "",
        language=_language(locale),
    )


def delivery(activity: Any) -> str:
    """The key that is the same when the same act is delivered again."""
    changes = part(activity, "type") in ("messageUpdate", "messageDelete")
    told = json.dumps(
        [
            mark(activity, "type"),
            mark(activity, "name", default=""),
            _conversation(activity),
            mark(activity, "id"),
            *([mark(activity, "timestamp", default=""), text_of(activity)] if changes else []),
        ]
    )
    return f"act:{hashlib.sha256(told.encode()).hexdigest()}"


def _conversation(activity: Any) -> str:
    return mark(activity, "conversation", "id")


def _is_zone(name: str) -> bool:
    try:
        return bool(name) and bool(ZoneInfo(name))
    except (ValueError, OSError, LookupError):
        return False


def _language(locale: str) -> Language | None:
    if not locale:
        return None
    # Who reads traditional characters reads simplified ones with less effort than English.
    return "zh-Hans" if re.split("[-_]", locale.lower())[0] == "zh" else "en"
