"""Messages and forms as plain JSON for the page: runs of characters, never markup."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adapters.ports import Run, Say
from coaching.actions import Done, Reject, Reply, ShowForm, Tell
from coaching.forms import CheckField, ChoiceField, DateField, Field, Form, TextField
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Chart,
    Heading,
    Line,
    Message,
    Small,
    Tap,
    Text,
)

Json = dict[str, Any]


def drawn(message: Message, say: Say) -> list[Json]:
    """A message's blocks, top to bottom."""
    return [_block(block, say) for block in message.blocks]


def drawn_reply(reply: Reply, say: Say) -> Json:
    """What the page is to do now: nothing, open a form, or show errors by field."""
    match reply:
        case Done():
            return {"reply": "done"}
        case ShowForm(form=form):
            return {"reply": "form", "form": drawn_form(form, say)}
        case Reject(errors=errors):
            told = {name: say.plain(why) for name, why in errors.items()}
            return {"reply": "reject", "errors": told}
        case Tell(message=message):
            return {"reply": "tell", "blocks": drawn(message, say)}


def drawn_form(form: Form, say: Say) -> Json:
    """A form with its fields in order."""
    return {
        "kind": form.kind,
        "about": form.about,
        "title": say.plain(form.title),
        "intro": [_runs(say(line)) for line in form.intro],
        "submit": say.plain(form.submit),
        "fields": [_field(field, say) for field in form.fields],
    }


def _block(block: Block, say: Say) -> Json:
    match block:
        case Heading(text=text):
            return {"kind": "heading", "runs": _runs(say(text))}
        case Line(text=text):
            return {"kind": "line", "runs": _runs(say(text))}
        case Small(text=text):
            return {"kind": "small", "runs": _runs(say(text))}
        case Buttons(buttons=buttons, menu=menu):
            return {
                "kind": "buttons",
                "menu": say.plain(menu) if menu else "",
                "buttons": [_button(button, say) for button in buttons],
            }
        case Chart():
            return _chart(block, say)


def _runs(runs: tuple[Run, ...]) -> list[Json]:
    return [{"text": run.text, "strong": run.strong, "emphasis": run.emphasis} for run in runs]


def _button(button: Button, say: Say) -> Json:
    return {"label": say.plain(button.label), "primary": button.primary, "tap": _tap(button.tap)}


def _tap(tap: Tap) -> Mapping[str, str]:
    return {"verb": tap.verb, "about": tap.about, "value": tap.value}


def _chart(chart: Chart, say: Say) -> Json:
    return {
        "kind": "chart",
        "title": say.plain(chart.title),
        "labels": [say.plain(label) for label in chart.labels],
        "series": [
            {"name": say.plain(row.name), "values": list(row.values)} for row in chart.series
        ],
        "summary": say.plain(chart.summary),
    }


def _field(field: Field, say: Say) -> Json:
    match field:
        case TextField():
            return _asked(field.name, field.label, field.hint, say, required=field.required) | {
                "type": "text",
                "initial": field.initial,
                "limit": field.limit,
                "long": field.long,
            }
        case ChoiceField():
            options = [{"value": one.value, "label": say.plain(one.label)} for one in field.options]
            return _asked(field.name, field.label, field.hint, say, required=field.required) | {
                "type": "choice",
                "initial": field.initial,
                "options": options,
            }
        case DateField():
            return _asked(field.name, field.label, field.hint, say, required=field.required) | {
                "type": "date",
                "initial": field.initial.isoformat() if field.initial else "",
            }
        case CheckField():
            return _asked(field.name, field.label, None, say, required=False) | {
                "type": "check",
                "initial": "yes" if field.initial else "",
            }


def _asked(name: str, label: Text, hint: Text | None, say: Say, *, required: bool) -> Json:
    return {
        "name": name,
        "label": say.plain(label),
        "hint": say.plain(hint) if hint else "",
        "required": required,
    }
