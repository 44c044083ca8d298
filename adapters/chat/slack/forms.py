"""Forms as Slack's modals, and what people sent in them as answers by field name."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from adapters.chat.slack import limits
from adapters.chat.slack.buttons import plain_text
from adapters.chat.slack.draw import modal_title, more_left_out, paragraph, rich, size_of
from adapters.chat.slack.limits import Json, cut, folded, label, units
from adapters.chat.slack.markup import legible
from adapters.payloads import part, words
from adapters.ports import Say
from coaching.errors import BadInput
from coaching.forms import CheckField, ChoiceField, DateField, Field, Form, Option, TextField
from coaching.messages import Text, text

FORM = "form"
VALUE = "value"
YES = "yes"
ANSWERS_LIMIT = 100
# A few short answers are read at a glance; more of them, or longer ones, go into a menu.
GLANCE = 5
SHORT = 40
# The introduction may take this much of a view, the fields get the rest.
_INTRO_BLOCKS = 20
_INTRO_SIZE = limits.VIEW_SIZE // 4


def drawn_form(form: Form, say: Say) -> Json:
    """A form as a modal; a title that had to be cut stands whole above the introduction."""
    title, spelled_out = modal_title(form.title, say)
    head = [*spelled_out, *(block for line in form.intro for block in rich(say(line)))]
    fields = [_input(field, say) for field in form.fields if _can_be_asked(field)]
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": json.dumps(
            {"kind": form.kind, "about": form.about}, separators=(",", ":")
        ),
        "title": title,
        "submit": plain_text(label(say.plain(form.submit), limits.VIEW_TITLE)),
        "notify_on_close": False,
        "blocks": _fitting(head, fields, say) or [paragraph(limits.ELLIPSIS)],
    }


def _fitting(head: list[Json], fields: list[Json], say: Say) -> list[Json]:
    last = more_left_out(say)
    shown = folded(head, last, count=_INTRO_BLOCKS, size=_INTRO_SIZE, weigh=size_of)
    room = limits.VIEW_BLOCKS - len(shown)
    size = limits.VIEW_SIZE * 9 // 10 - _INTRO_SIZE
    return [*shown, *folded(fields, last, count=room, size=size, weigh=size_of)]


# ---- fields ------------------------------------------------------------------------------------


def _can_be_asked(field: Field) -> bool:
    """Slack refuses a choice with nothing to choose."""
    return not isinstance(field, ChoiceField) or bool(field.options)


def _input(field: Field, say: Say) -> Json:
    match field:
        case TextField():
            return _asked(field.name, field.label, field.hint, say, _text(field)) | {
                "optional": not field.required
            }
        case ChoiceField():
            return _asked(field.name, field.label, field.hint, say, _choice(field, say)) | {
                "optional": not field.required
            }
        case DateField():
            return _asked(field.name, field.label, field.hint, say, _date(field.initial)) | {
                "optional": not field.required
            }
        case CheckField():
            return _asked(field.name, field.label, None, say, _check(field, say)) | {
                "optional": True
            }


def _asked(name: str, asked: Text, hint: Text | None, say: Say, element: Json) -> Json:
    hinted = say.plain(hint) if hint else ""
    return {
        "type": "input",
        "block_id": name,
        "label": plain_text(label(say.plain(asked), limits.FIELD_LABEL)),
        "element": element | {"action_id": VALUE},
    } | ({"hint": plain_text(label(hinted, limits.FIELD_LABEL))} if hinted.strip() else {})


def _text(field: TextField) -> Json:
    limit = max(1, min(field.limit, limits.INPUT_TEXT))
    initial = cut(legible(field.initial), limit)
    return {
        "type": "plain_text_input",
        "multiline": field.long,
        "max_length": limit,
    } | ({"initial_value": initial} if initial else {})


def _choice(field: ChoiceField, say: Say) -> Json:
    options = [_option(option, say) for option in field.options]
    values = [option.value for option in field.options]
    chosen = options[values.index(field.initial)] if field.initial in values else None
    return _chooser(options) | ({"initial_option": chosen} if chosen else {})


def _chooser(options: list[Json]) -> Json:
    if len(options) <= GLANCE and all(units(option["text"]["text"]) <= SHORT for option in options):
        return {"type": "radio_buttons", "options": options}
    if len(options) <= limits.OPTIONS:
        return {"type": "static_select", "options": options}
    groups = [
        options[start : start + limits.OPTIONS] for start in range(0, len(options), limits.OPTIONS)
    ]
    return {
        "type": "static_select",
        "option_groups": [{"label": group[0]["text"], "options": group} for group in groups],
    }


def _option(option: Option, say: Say) -> Json:
    return {
        "text": plain_text(label(say.plain(option.label), limits.OPTION_LABEL)),
        "value": option.value,
    }


def _date(initial: date | None) -> Json:
    return {"type": "datepicker"} | ({"initial_date": initial.isoformat()} if initial else {})


def _check(field: CheckField, say: Say) -> Json:
    option = {"text": plain_text(say.plain(text("check-yes"))), "value": YES}
    initial = {"initial_options": [option]} if field.initial else {}
    return {"type": "checkboxes", "options": [option]} | initial


# ---- answers -----------------------------------------------------------------------------------


def answers(view: Any) -> Mapping[str, str]:
    """All answers of a view by field name; what was left empty is an empty text.

    A field that the state leaves out was not touched: it is answered as it stood in the view.
    Raises `BadInput` naming the field where the state is not as Slack documents it.
    """
    values = part(view, "state", "values")
    if not isinstance(values, dict):
        raise BadInput("state.values", "must be a JSON object")
    if len(values) > ANSWERS_LIMIT:
        raise BadInput(
            "state.values", f"has {len(values)} fields, at most {ANSWERS_LIMIT} are allowed"
        )
    given = {words({"field": name}, "field"): _answer(name, values[name]) for name in values}
    return {**_as_shown(view), **given}


def _as_shown(view: Any) -> dict[str, str]:
    """What the fields of a view held when it was opened."""
    shown = {}
    for name in fields(view):
        element = next(
            part(block, "element")
            for block in part(view, "blocks")
            if part(block, "block_id") == name
        )
        shown[name] = _initial(name, element)
    return shown


def _initial(name: str, element: Any) -> str:
    match part(element, "type"):
        case "plain_text_input":
            return _given(name, part(element, "initial_value"))
        case "static_select" | "radio_buttons":
            return _given(name, part(element, "initial_option", "value"))
        case "datepicker":
            return _given(name, part(element, "initial_date"))
        case _:
            return YES if part(element, "initial_options") else ""


def _answer(name: str, block: Any) -> str:
    given = part(block, VALUE)
    match part(given, "type"):
        case "plain_text_input":
            return _given(name, part(given, "value"))
        case "static_select" | "radio_buttons":
            return _given(name, part(given, "selected_option", "value"))
        case "datepicker":
            return _given(name, part(given, "selected_date"))
        case "checkboxes":
            return YES if part(given, "selected_options") else ""
        case _:
            raise BadInput(name[:100], "is not a field of ours")


def _given(name: str, value: Any) -> str:
    return words({name: value}, name, default="")


def fields(view: Any) -> tuple[str, ...]:
    """The names of a view's fields, top to bottom."""
    blocks = part(view, "blocks")
    inputs = (
        part(block, "block_id")
        for block in (blocks if isinstance(blocks, list) else ())
        if part(block, "type") == "input"
    )
    return tuple(name for name in inputs if isinstance(name, str))


def refused(errors: Mapping[str, Text], say: Say, shown: Sequence[str]) -> Json:
    """Slack's answer to a form that cannot be taken: each error at its field.

    `shown` are the fields of the view; what is wrong elsewhere is said at the first of them.
    """
    at: dict[str, list[str]] = {}
    for name, why in errors.items():
        place = name if name in shown else next(iter(shown), name)
        at.setdefault(place, []).append(say.plain(why))
    told = {name: cut("\n".join(whys), limits.FIELD_LABEL) for name, whys in at.items()}
    return {"response_action": "errors", "errors": told}
