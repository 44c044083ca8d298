"""The one form in which a language model may answer: a closed schema per kind of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Annotated, Any, Protocol

from pydantic import BaseModel, Field, create_model

from coaching.judge import LABELS, Kind
from coaching.view import rules_of


class Reply(BaseModel):
    """What a model says of a text; the words come first, so that it looks before it decides."""

    words: list[str]
    rule: str
    label: str
    confidence: float


@cache
def shape(kind: Kind) -> type[Reply]:
    """The form for a kind: its rules and labels are asked for, and checked once they came."""
    rules: Any = Annotated[str, _one_of(rules_of(kind))]
    labels: Any = Annotated[str, _one_of(LABELS[kind])]
    return create_model(f"{kind}_reading", __base__=Reply, rule=rules, label=labels)


def _one_of(names: Iterable[str]) -> Any:
    return Field(json_schema_extra={"enum": list(names)})


class Vendor(Protocol):
    """A vendor's client: raises `Later`, `Never`, `Gone`, or pydantic's `ValidationError`."""

    async def ask(self, system: str, user: str, form: type[Reply]) -> Reply:
        """One request, not repeated, answered in that form."""

    async def close(self) -> None:
        """Close its connections."""
