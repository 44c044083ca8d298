"""Forms as adaptive cards, in a dialog or in the chat."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

from adapters.chat.teams import limits
from adapters.chat.teams.buttons import shown_title
from adapters.chat.teams.cards import dialog_title
from adapters.chat.teams.elements import bold, card, more_left_out, paragraphs
from adapters.chat.teams.escape import harmless, legible, literal
from adapters.chat.teams.limits import Json, cut, folded, label, size_of
from adapters.ports import Run, Say
from coaching.forms import CheckField, ChoiceField, DateField, Field, Form, Option, TextField
from coaching.messages import Text, text

FORM = "form"
YES, NO = "yes", "no"
# A few short answers are read at a glance; more of them, or longer ones, go into a menu.
GLANCE = 5
SHORT = 40
# With more choices than that, those that need no answer go into menus.
FEW = 2
_NONE: Mapping[str, Any] = MappingProxyType({})
# How long a text may stand in a form, the first at which all fields fit into the card.
_KEPT = (limits.TEXT, 1_000, 300, 60)
_INTRO_BYTES = limits.CARD_BYTES // 4
# What a card has beside its elements.
_AROUND = 2_000


def drawn_form(
    form: Form,
    say: Say,
    *,
    answers: Mapping[str, str] = _NONE,
    errors: Mapping[str, Text] = _NONE,
    in_place: bool = False,
) -> Json:
    """A form as a card of at most 70 000 bytes: for a dialog or, `in_place`, for the chat.

    `answers` are what was sent before, by field name; each of `errors` stands at its field, and
    those of no field here above them all.
    """
    intro = folded(_head(form, say, in_place=in_place), more_left_out(say), size=_INTRO_BYTES)
    room = limits.CARD_BYTES - _AROUND - size_of(intro) - 2 * _names_size(form)
    fields = _fitting(form, _Asked(say=say, answers=answers, errors=errors), room)
    submit = _submit(form, _data(form, fields), say, in_place=in_place)
    return card([*intro, *fields, {"type": "ActionSet", "actions": [submit]}])


def needs_height(form: Form) -> bool:
    """Whether a form is better read in a tall dialog."""
    return len(form.fields) + len(form.intro) > GLANCE


def _head(form: Form, say: Say, *, in_place: bool) -> list[Json]:
    """The introduction, below the title where no dialog's bar shows all of it."""
    whole = " ".join(literal(say.plain(form.title)).split())
    is_shown = not in_place and dialog_title(form.title, say) == whole
    return [
        *([] if is_shown else bold(form.title, say)),
        *(element for line in form.intro for element in paragraphs(say(line))),
    ]


# ---- what is sent with the answers -------------------------------------------------------------


def _data(form: Form, fields: list[Json]) -> Json:
    """Which form this is, and its fields: Teams sends nothing for one that was left empty."""
    inputs = [one for one in fields if one["type"].startswith("Input.")]
    checks = [one["id"] for one in inputs if one["type"] == "Input.Toggle"]
    told = {"kind": form.kind, "about": form.about, "fields": [one["id"] for one in inputs]}
    return {FORM: told | ({"checks": checks} if checks else {})}


def _names_size(form: Form) -> int:
    """How many bytes what is sent with the answers may have; checks are named twice."""
    return 2 * size_of([form.kind, form.about, *(field.name for field in form.fields)])


def _submit(form: Form, data: Json, say: Say, *, in_place: bool) -> Json:
    submit = {
        "type": "Action.Submit",
        "title": shown_title(form.submit, say),
        "data": data,
        "style": "positive",
    }
    if not in_place:
        return submit
    return {**submit, "type": "Action.Execute", "verb": FORM, "fallback": submit}


# ---- fields ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the fields of a form are drawn with.

    `kept` is how long a text may stand in it; `wide` whether there is room for choices side by
    side, which there is not in a form that has many of them.
    """

    say: Say
    answers: Mapping[str, str]
    errors: Mapping[str, Text]
    kept: int = limits.TEXT
    wide: bool = True


def _fitting(form: Form, asked: _Asked, room: int) -> list[Json]:
    """All fields; where they hold too much, what stands in them is cut, the same for all."""
    fields: list[Json] = []
    few = sum(isinstance(field, ChoiceField) for field in form.fields) <= FEW
    for kept in _KEPT:
        cutting = replace(asked, kept=kept, wide=few)
        fields = [
            *_elsewhere(form, cutting),
            *(element for field in form.fields for element in _elements(field, cutting)),
        ]
        if size_of(fields) <= room:
            return fields
    return folded(fields, more_left_out(asked.say), size=room)


def _elements(field: Field, asked: _Asked) -> list[Json]:
    """A field, what is wrong with it, and a hint below."""
    if not _can_be_asked(field):
        return []
    error = asked.errors.get(field.name)
    hint = None if isinstance(field, CheckField) else field.hint
    return [
        _named(field, asked) | _input(field, asked),
        *(_wrong(error, asked) if error else []),
        *(_hint(hint, asked) if hint else []),
    ]


def _can_be_asked(field: Field) -> bool:
    """Whether there is something to answer: a choice may have nothing to choose."""
    return not isinstance(field, ChoiceField) or bool(field.options)


def _elsewhere(form: Form, asked: _Asked) -> list[Json]:
    here = {field.name for field in form.fields if _can_be_asked(field)}
    wrong = (error for name, error in asked.errors.items() if name not in here)
    return [element for error in wrong for element in _wrong(error, asked)]


def _wrong(error: Text, asked: _Asked) -> list[Json]:
    run = Run(text=asked.say.plain(error), strong=True)
    return paragraphs((run,), limit=min(asked.kept, limits.FIELD_LABEL), color="Attention")


def _hint(hint: Text, asked: _Asked) -> list[Json]:
    run = Run(text=asked.say.plain(hint))
    limit = min(asked.kept, limits.FIELD_LABEL)
    shown = paragraphs((run,), limit=limit, size="Small", isSubtle=True)
    return [one | {"spacing": "Small"} for one in shown]


def _named(field: Field, asked: _Asked) -> Json:
    told = {"id": field.name}
    if isinstance(field, CheckField):
        return told
    named = told | {"label": _label(field.label, asked)}
    if not field.required:
        return named
    error = harmless(asked.say.plain(text("error-required")))
    return named | {"isRequired": True, "errorMessage": error}


def _label(said: Text, asked: _Asked) -> str:
    return label(harmless(asked.say.plain(said)), min(asked.kept, limits.FIELD_LABEL))


def _input(field: Field, asked: _Asked) -> Json:
    answer = asked.answers.get(field.name)
    match field:
        case TextField():
            return _text(field, field.initial if answer is None else answer, asked)
        case ChoiceField():
            return _choice(field, field.initial if answer is None else answer, asked)
        case DateField():
            return _date(field.initial if answer is None else _day(answer))
        case CheckField():
            is_ticked = field.initial if answer is None else answer == YES
            title = _label(field.label, asked)
            value = YES if is_ticked else NO
            # An empty text would count as none given, and a client would send "false".
            sends = {"valueOn": YES, "valueOff": NO, "value": value}
            return {"type": "Input.Toggle", "title": title, "wrap": True} | sends


def _text(field: TextField, initial: str, asked: _Asked) -> Json:
    value = cut(legible(initial), asked.kept)
    return {
        "type": "Input.Text",
        "isMultiline": field.long,
        # What was sent and is too long is shown whole, to be shortened.
        "maxLength": max(1, field.limit, len(value)),
    } | ({"value": value} if value else {})


def _choice(field: ChoiceField, initial: str, asked: _Asked) -> Json:
    choices = [_option(option, asked) for option in field.options]
    is_short = all(len(choice["title"]) <= SHORT for choice in choices)
    is_known = any(option.value == initial for option in field.options)
    is_glance = len(choices) <= GLANCE and is_short and (asked.wide or field.required)
    return {
        "type": "Input.ChoiceSet",
        "style": "expanded" if is_glance else "compact",
        "wrap": True,
        "choices": choices,
    } | ({"value": initial} if is_known else {})


def _option(option: Option, asked: _Asked) -> Json:
    limit = min(asked.kept, limits.OPTION_LABEL)
    title = label(harmless(asked.say.plain(option.label)), limit)
    return {"title": title, "value": option.value}


def _date(initial: date | None) -> Json:
    return {"type": "Input.Date"} | ({"value": initial.isoformat()} if initial else {})


def _day(answer: str) -> date | None:
    try:
        return date.fromisoformat(answer.strip())
    except ValueError:
        return None
