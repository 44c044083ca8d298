"""Takes a rep's text as an answer: what is wrong with it, or the clean text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import assert_never

from coaching.forms import CheckField, ChoiceField, DateField, Field, Form, TextField
from coaching.messages import Text, text

_UNSEEN = frozenset({"Cf", "Zs", "Zl", "Zp"})


def fault(words: str, limit: int) -> Text | None:
    """Why a text cannot be taken, naming the limit; None if it can."""
    if any(unicodedata.category(char) in {"Cc", "Cs"} and char not in "\n\r\t" for char in words):
        return text("error-characters")
    if len(words) > limit:
        return text("error-too-long", length=len(words), limit=limit)
    return None


def clean(words: str) -> str:
    """A text without blanks around it, its line ends as one kind; empty if nothing can be seen."""
    lines = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    return lines if any(unicodedata.category(char) not in _UNSEEN for char in lines) else ""


def folded(words: str) -> str:
    """A short text for comparing: lower case, one blank, no closing punctuation."""
    return " ".join(words.casefold().split()).strip(" .!,。！，~～")


def faults(form: Form, answers: Mapping[str, str]) -> dict[str, Text]:
    """What is wrong with a form's answers, by field; fields that the form has not are ignored."""
    found = {field.name: _fault(field, clean(answers.get(field.name, ""))) for field in form.fields}
    return {name: problem for name, problem in found.items() if problem is not None}


def _fault(field: Field, answer: str) -> Text | None:
    if isinstance(field, CheckField):
        return None if answer in {"", "yes"} else text("error-choice")
    if not answer:
        return text("error-required") if field.required else None
    match field:
        case TextField():
            return fault(answer, field.limit)
        case ChoiceField():
            known = any(option.value == answer for option in field.options)
            return None if known else text("error-choice")
        case DateField():
            return None if as_day(answer) else text("error-date")
        case _:
            assert_never(field)


def as_day(answer: str) -> date | None:
    """An ISO date, or None if it is none."""
    try:
        return date.fromisoformat(answer)
    except ValueError:
        return None
