"""The zones and countries there are, and which country a zone is in (IANA's own tables)."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from zoneinfo import available_timezones


@cache
def zones() -> frozenset[str]:
    """All IANA zone names a person may live in."""
    places = available_timezones() - {"Factory", "localtime"}
    return frozenset(name for name in places if not name.startswith(("posix/", "right/")))


@cache
def countries() -> frozenset[str]:
    """All countries with a zone, as ISO 3166-1 alpha-2."""
    return frozenset(_table().values())


def country_of(zone: str) -> str | None:
    """The country a zone (or an old name of one) lies in, None for the likes of UTC."""
    table = _table()
    return table.get(zone) or table.get(_old_names().get(zone, ""))


@cache
def _table() -> dict[str, str]:
    rows = (line.split("\t") for line in _lines("zone.tab") if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _old_names() -> dict[str, str]:
    rows = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {old: new for _, new, old in rows}


def _lines(name: str) -> list[str]:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines()
