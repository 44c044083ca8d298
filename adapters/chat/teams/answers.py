"""What people sent in a form, as answers by field name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from adapters.chat.teams.forms import FORM, YES
from adapters.chat.teams.parts import mark
from adapters.payloads import listed, part, words
from coaching.errors import BadInput

ANSWERS_LIMIT = 100


def answers(data: Any) -> Mapping[str, str]:
    """All answers of a form by field name; what was left empty is an empty text.

    `data` is what was sent: the form's own data with the inputs' values beside it. Raises
    `BadInput` naming the field where it is not as Teams documents it.
    """
    fields = part(data, FORM, "fields")
    if not isinstance(fields, list):
        raise BadInput("form.fields", "must be a list")
    if len(fields) > ANSWERS_LIMIT:
        raise BadInput(
            "form.fields", f"has {len(fields)} fields, at most {ANSWERS_LIMIT} are allowed"
        )
    checks = listed(data, FORM, "checks")
    names = [mark({"form.fields": name}, "form.fields") for name in fields]
    return {name: _answer(data, name, is_check=name in checks) for name in names}


def _answer(data: Any, name: str, *, is_check: bool) -> str:
    given = words(data, name, default="")
    if is_check:
        return YES if given == YES else ""
    return given
