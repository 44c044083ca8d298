"""What an operator chooses: app.yaml and the environment, read once, all faults named at once."""

from __future__ import annotations

import os
import re
from collections.abc import Hashable, Iterator, Mapping
from pathlib import Path
from typing import Any

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
    told: Mapping[str, Any] = {}
    try:
        told = _loaded(path) if path else {}
        keys = Keys.model_validate(told, context=environment)
    except BadConfig as bad:
        raise BadConfig(*bad.faults, *faults) from bad
    except ValidationError as bad:
        raise BadConfig(*map(_fault, bad.errors()), *faults) from bad
    if faults:
        raise BadConfig(*faults)
    secrets = {
        "database_url": environment.get("DATABASE_URL", ""),
        "secret": environment.get("ADVANCE_KEY", ""),
    }
    return Config.model_validate({**dict(keys), **secrets})


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

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's own signature
        names = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        doubled = sorted({name for name in names if names.count(name) > 1})
        if doubled:
            raise BadConfig(*(Fault(key=name, allowed="stands there twice") for name in doubled))
        return super().construct_mapping(node, deep=deep)


def _loaded(path: Path) -> Mapping[str, Any]:
    try:
        told = yaml.load(path.read_text(encoding="utf-8"), Loader=_Plain)  # noqa: S506 - a SafeLoader
    except (OSError, UnicodeDecodeError) as bad:
        raise BadConfig(Fault(key=str(path), allowed=f"cannot be read: {bad}")) from bad
    except yaml.YAMLError as bad:
        raise BadConfig(Fault(key=str(path), allowed=f"is not YAML: {bad}")) from bad
    if told is None:
        return {}
    if not isinstance(told, dict):
        raise BadConfig(Fault(key=str(path), allowed="keys with values, such as `data: data`"))
    return told


def _bad_environment(environment: Mapping[str, str]) -> Iterator[Fault]:
    secret, url = environment.get("ADVANCE_KEY", ""), environment.get("DATABASE_URL", "")
    if secret and not all(_FERNET.fullmatch(key.strip()) for key in secret.split(",")):
        yield Fault(key="ADVANCE_KEY", allowed="32 bytes in URL-safe base64 (44 characters)")
    if url and not url.startswith(("sqlite:", "postgres:", "postgresql")):
        yield Fault(key="DATABASE_URL", allowed="an address that begins sqlite: or postgresql:")


# ---- what is wrong -------------------------------------------------------------------------------


def _fault(error: ErrorDetails) -> Fault:
    key = "".join(f"[{at}]" if isinstance(at, int) else f".{at}" for at in error["loc"]).lstrip(".")
    if error["type"] == "extra_forbidden":
        allowed = f"no such key; there are {', '.join(_siblings(error['loc']))}"
        return Fault(key=key, allowed=allowed)
    allowed = error["msg"].removeprefix("Value error, ")
    given = error["input"]
    shown = repr(given) if isinstance(given, str | int) and not _is_secret(error) else ""
    return Fault(key=key or "app.yaml", value=shown, allowed=allowed)


def _is_secret(error: ErrorDetails) -> bool:
    return error["loc"][-1:] == ("calendar",)


def _siblings(loc: tuple[int | str, ...]) -> Iterator[str]:
    model: type[BaseModel] = Keys
    for step in loc[:-1]:
        if isinstance(step, str):
            model = _model_in(model.model_fields[step].annotation)[0] or model
    yield from model.model_fields
