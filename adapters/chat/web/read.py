"""Requests of the page as neutral events; what is too long or not as agreed is `BadInput`."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args
from uuid import UUID

from coaching.errors import BadInput
from coaching.events import ChatEvent, Commanded, Edited, Said, Submitted, Tapped
from coaching.messages import Tap
from coaching.people import LANGUAGES, Language

TEXT_LIMIT = 4_000
NAME_LIMIT = 200
ANSWERS_LIMIT = 40
DELIVERY = re.compile(r"[A-Za-z0-9-]{8,64}")

Verb = Literal["say", "edit", "tap", "submit", "command"]
VERBS: tuple[Verb, ...] = get_args(Verb)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks, in which language the page is, and the delivery id the page made."""

    rep_id: UUID
    delivery: str
    language: Language


def read_body(raw: bytes) -> Mapping[str, Any]:
    """The JSON object of a request."""
    try:
        body = json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BadInput("body", "is not JSON") from error
    if not isinstance(body, dict):
        raise BadInput("body", "must be a JSON object")
    return body


def read_asking(body: Mapping[str, Any]) -> Asking:
    """The part that every posted request carries."""
    delivery = words(body, "delivery", NAME_LIMIT)
    if not DELIVERY.fullmatch(delivery):
        raise BadInput("delivery", "must be 8 to 64 letters, digits or hyphens")
    return Asking(
        rep_id=read_id("rep", words(body, "rep", NAME_LIMIT)),
        delivery=delivery,
        language=read_language(words(body, "language", NAME_LIMIT)),
    )


def read_id(field: str, value: str) -> UUID:
    """An id as the page got it from us."""
    try:
        return UUID(value)
    except ValueError as error:
        raise BadInput(field, "is not an id") from error


def read_language(value: str) -> Language:
    """A language we have words in."""
    for language in LANGUAGES:
        if value == language:
            return language
    raise BadInput("language", f"must be one of {', '.join(LANGUAGES)}")


def read(verb: Verb, body: Mapping[str, Any]) -> ChatEvent:
    """What the rep did; threads, tapped messages and edited texts are still board references."""
    match verb:
        case "say":
            return Said(
                text=_filled(body, "text"), thread=words(body, "thread", NAME_LIMIT, default="")
            )
        case "edit":
            return Edited(source=words(body, "reference", NAME_LIMIT), text=_filled(body, "text"))
        case "tap":
            return Tapped(
                tap=Tap(
                    verb=words(body, "verb", NAME_LIMIT),
                    about=words(body, "about", NAME_LIMIT, default=""),
                    value=words(body, "value", NAME_LIMIT, default=""),
                ),
                message=words(body, "message", NAME_LIMIT, default=""),
            )
        case "submit":
            return Submitted(
                kind=words(body, "kind", NAME_LIMIT),
                about=words(body, "about", NAME_LIMIT, default=""),
                answers=_answers(body),
            )
        case "command":
            return Commanded(
                name=words(body, "name", NAME_LIMIT),
                words=words(body, "words", TEXT_LIMIT, default=""),
            )


def words(body: Mapping[str, Any], field: str, limit: int, default: str | None = None) -> str:
    """A text of at most `limit` characters; without a default it must be there."""
    value = body.get(field, default)
    if not isinstance(value, str):
        raise BadInput(field, "must be a text")
    if len(value) > limit:
        raise BadInput(field, f"has {len(value)} characters, at most {limit} are allowed")
    if "\0" in value or not _encodes(value):
        raise BadInput(field, "has characters that are no text")
    return value


def _filled(body: Mapping[str, Any], field: str) -> str:
    value = words(body, field, TEXT_LIMIT).strip()
    if not value:
        raise BadInput(field, "is empty")
    return value


def _answers(body: Mapping[str, Any]) -> Mapping[str, str]:
    answers = body.get("answers")
    if not isinstance(answers, dict):
        raise BadInput("answers", "must be a JSON object")
    if len(answers) > ANSWERS_LIMIT:
        raise BadInput("answers", f"has {len(answers)} fields, at most {ANSWERS_LIMIT} are allowed")
    return {
        words({"field": name}, "field", NAME_LIMIT): words(answers, name, TEXT_LIMIT)
        for name in answers
    }


def _encodes(value: str) -> bool:
    # JSON can spell half a surrogate pair, which no database and no answer can carry.
    return not any("\ud800" <= character <= "\udfff" for character in value)
