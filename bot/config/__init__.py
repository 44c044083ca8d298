"""What an operator chooses: app.yaml and the environment, read once, all faults named at once."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bot.config.faults import BadConfig, Fault
from bot.config.keys import Config, Keys

__all__ = ["BadConfig", "Config", "Fault", "Keys", "key_names", "no_colour", "read"]
_FERNET = re.compile(r"[A-Za-z0-9_-]{43}=")


def read(path: Path | None, environment: Mapping[str, str] | None = None) -> Config:
    """The configuration from a file (None: all defaults) and the environment.

    Raises `BadConfig` with every fault there is.
    """
    environment = os.environ if environment is None else environment
    faults = [*_bad_environment(environment)]
    try:
        told, doubled = _loaded(path) if path else ({}, ())
    except BadConfig as bad:
        raise BadConfig(*bad.faults, *faults) from bad
    told = _without_empty(told)
    faults = [*doubled, *_same_twice(told), *faults]
    try:
        keys = Keys.model_validate(told, context=environment)
    except ValidationError as bad:
        raise BadConfig(*map(_fault, bad.errors()), *faults) from bad
    if faults:
        raise BadConfig(*faults)
    secrets = {
        "database_url": environment.get("DATABASE_URL", ""),
        "secret": environment.get("ADVANCE_KEY", ""),
    }
    return Config.model_validate({**dict(keys), **secrets})


def slack_address(path: Path | None) -> tuple[Literal["socket", "http"] | None, str]:
    """How app.yaml has Slack, and where Slack reaches it, whatever the environment lacks yet.

    Nothing, where it does not name Slack. Raises `BadConfig` with every other fault there is.
    """
    told = read(path, _Pretended()).platforms.slack
    return (told.mode, told.address or "") if told else (None, "")


def teams_app_id(path: Path | None, environment: Mapping[str, str] | None = None) -> str:
    """The id of the app on Teams, as app.yaml or the environment has it; empty where neither does.

    Raises `BadConfig` with every fault there is but missing secrets.
    """
    environment = os.environ if environment is None else environment
    told = read(path, _Pretended(environment)).platforms.teams
    named = told.app_id if told else environment.get("TEAMS_APP_ID", "")
    return "" if named == _NOT_TOLD else named


class _Pretended(dict[str, str]):
    """An environment that has every secret one may ask for, by name alone."""

    def __contains__(self, name: object) -> bool:
        return True

    def __bool__(self) -> bool:
        return True

    def __missing__(self, name: str) -> str:
        return _NOT_TOLD


# Stands for a secret that is not told yet; as good an id of Microsoft's as any.
_NOT_TOLD = "00000000-0000-0000-0000-000000000000"


def no_colour(environment: Mapping[str, str] | None = None) -> bool:
    """Whether NO_COLOR asks for plain output (set to anything but nothing)."""
    return bool((os.environ if environment is None else environment).get("NO_COLOR"))


def key_names(model: type[BaseModel] = Keys, above: str = "") -> Iterator[str]:
    """Every key there is, such as `teams[].people[].zone`."""
    for name, field in model.model_fields.items():
        inner, many = _model_in(field.annotation)
        key = f"{above}{name}{'[]' if many else ''}"
        if inner is None:
            yield f"{above}{name}"
        else:
            yield from key_names(inner, f"{key}.")


def _model_in(annotation: object) -> tuple[type[BaseModel] | None, bool]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation, False
    for inner in getattr(annotation, "__args__", ()):
        found, _ = _model_in(inner)
        if found:
            return found, getattr(annotation, "__origin__", None) is tuple
    return None, False


# ---- the file ------------------------------------------------------------------------------------


class _Plain(yaml.SafeLoader):
    """YAML in which every value is text: no `NO` that is false, no 16:00 that is 960."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own name
        first: [(tag, pattern) for tag, pattern in found if tag.endswith((":null", ":merge"))]
        for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.doubled: list[str] = []

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's own signature
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        self.doubled += _doubled(names)
        return super().construct_mapping(node, deep=deep)


def _loaded(path: Path) -> tuple[Mapping[str, Any], tuple[Fault, ...]]:
    """What the file says, and the keys that stand in it twice."""
    try:
        loader = _Plain(path.read_text(encoding="utf-8"))
        told = loader.get_single_data()
    except (OSError, UnicodeDecodeError) as bad:
        raise BadConfig(Fault(key=str(path), allowed=f"cannot be read: {bad}")) from bad
    except yaml.YAMLError as bad:
        raise BadConfig(Fault(key=str(path), allowed=f"is not YAML: {bad}")) from bad
    except RecursionError as bad:
        raise BadConfig(Fault(key=str(path), allowed="is nested too deep")) from bad
    doubled = tuple(Fault(key=name, allowed="stands there twice") for name in loader.doubled)
    if told is None:
        return {}, doubled
    if not isinstance(told, dict):
        raise BadConfig(Fault(key=str(path), allowed="keys with values, such as `data: data`"))
    return told, doubled


def _without_empty(told: Mapping[str, Any]) -> dict[str, Any]:
    """Without the sections that were left empty: they have their defaults."""
    return {key: value for key, value in told.items() if value is not None}


def _same_twice(told: Mapping[str, Any]) -> Iterator[Fault]:
    """Teams and people that are named twice, as far as the file can be understood."""
    teams = _items(told.get("teams"))
    people = [person for team in teams for person in _items(team.get("people"))]
    told_of = {
        "teams[].name": [str(team.get("name", "")) for team in teams],
        "teams[].people[].address": [str(one.get("address", "")).lower() for one in people],
    }
    for key, values in told_of.items():
        for value in _doubled(list(filter(None, values))):
            yield Fault(key=key, value=repr(value), allowed="given twice")


def _items(told: object) -> list[dict[str, Any]]:
    return [one for one in told if isinstance(one, dict)] if isinstance(told, list) else []


def _doubled(values: Sequence[str]) -> list[str]:
    return sorted({value for value in values if values.count(value) > 1})


def _bad_environment(environment: Mapping[str, str]) -> Iterator[Fault]:
    secret, url = environment.get("ADVANCE_KEY", ""), environment.get("DATABASE_URL", "")
    if secret and not all(_FERNET.fullmatch(key.strip()) for key in secret.split(",")):
        yield Fault(key="ADVANCE_KEY", allowed="32 bytes in URL-safe base64 (44 characters)")
    if url and not url.startswith(("sqlite:", "postgres:", "postgresql")):
        yield Fault(key="DATABASE_URL", allowed="an address that begins sqlite: or postgresql:")


# ---- what is wrong -------------------------------------------------------------------------------


# What pydantic calls it, in an operator's words.
_WORDS = {
    "missing": "is required",
    "tuple_type": "a list, such as [a, b] or lines that begin with a dash",
    "frozen_set_type": "a list, such as [a, b] or lines that begin with a dash",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "string_type": "one text",
    "string_too_long": "a text of at most {max_length} characters",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "literal_error": "one of {expected}",
    "string_pattern_mismatch": "a text that fits {pattern}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
}


def _fault(error: ErrorDetails) -> Fault:
    key = "".join(f"[{at}]" if isinstance(at, int) else f".{at}" for at in error["loc"]).lstrip(".")
    if error["type"] == "extra_forbidden":
        allowed = f"no such key; there are {', '.join(_siblings(error['loc']))}"
        return Fault(key=key, allowed=allowed)
    words = _WORDS.get(error["type"], "").format_map(error.get("ctx", {}))
    allowed = words or error["msg"].removeprefix("Value error, ")
    given = error["input"]
    shown = repr(given) if isinstance(given, str | int) and not _is_secret(error) else ""
    return Fault(key=key or "app.yaml", value=shown, allowed=allowed)


_SECRETS = {
    (name,)
    for name in (
        "calendar",
        "key",
        "bot_token",
        "app_token",
        "app_password",
        "signing_secret",
        "client_id",
        "client_secret",
    )
}


def _is_secret(error: ErrorDetails) -> bool:
    at = error["loc"]
    return at[-1:] in _SECRETS or at == ("opinion", "address")


def _siblings(loc: tuple[int | str, ...]) -> Iterator[str]:
    model: type[BaseModel] = Keys
    for step in loc[:-1]:
        if isinstance(step, str):
            model = _model_in(model.model_fields[step].annotation)[0] or model
    yield from model.model_fields
