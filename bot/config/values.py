"""The kinds of value in app.yaml: lengths of time, hours, weekdays, zones, addresses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, time, timedelta
from ipaddress import ip_address
from typing import Annotated
from urllib.parse import SplitResult, urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo

from bot.zones import countries, zones

NAME_LIMIT = 100
# As long as a path may be.
FOLDER_LIMIT = 4096
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MINUTES = {"d": 1440, "h": 60, "m": 1}
_LENGTH = re.compile(r"(\d{1,6})\s*(days?|d|hours?|h|minutes?|min|m)(?![a-z])\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
_GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_HOST = re.compile(r"([a-z0-9.-]{1,253}|\[[0-9a-f:]{2,39}\])(:[1-9]\d{0,4})?")
_BLANK = re.compile(r"\$\{(\w+)\}")


def _length(value: object) -> object:
    if not isinstance(value, str):
        return value
    parts = _LENGTH.findall(value)
    if not parts or _LENGTH.sub("", value).strip():
        raise ValueError('a length of time such as "3 h", "10 min" or "4 days"')
    return timedelta(minutes=sum(int(count) * _MINUTES[unit[0].lower()] for count, unit in parts))


def _bounded(value: timedelta) -> timedelta:
    if not timedelta(0) <= value <= LONGEST:
        raise ValueError(f"a length of time of at most {LONGEST.days} days")
    return value


def _printable(value: str, limit: int) -> str:
    if not 1 <= len(value) <= limit or not value.strip() or any(map(_is_control, value)):
        raise ValueError(f"a text of 1 to {limit} characters, without control characters")
    return value


def _name(value: str) -> str:
    return _printable(value, NAME_LIMIT)


def _folder(value: str) -> str:
    return _printable(value, FOLDER_LIMIT)


def _is_control(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs"}


def _time(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"([01]?\d|2[0-3]):[0-5]\d", value):
        raise ValueError('a time of day such as "08:30" or "16:00"')
    hour, minute = value.split(":")
    return time(int(hour), int(minute))


def _month(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"20\d\d-(0[1-9]|1[0-2])", value):
        raise ValueError("a month such as 2026-09")
    return date.fromisoformat(f"{value}-01")


def _weekday(value: object) -> object:
    if not isinstance(value, str):
        return value
    short = tuple(day[:3] for day in _DAYS)
    for names in (_DAYS, short):
        if value.lower() in names:
            return names.index(value.lower())
    raise ValueError("a weekday such as monday or mon")


def _zone(value: str) -> str:
    if value not in zones():
        raise ValueError("an IANA zone such as Europe/Berlin or Asia/Shanghai")
    return value


def _country(value: str) -> str:
    if value.upper() not in countries():
        raise ValueError("a country as two letters (ISO 3166-1), such as DE or CN")
    return value.upper()


def _address(value: str) -> str:
    if not _ADDRESS.fullmatch(value):
        raise ValueError("an e-mail address")
    return value.lower()


def _domain(value: str) -> str:
    if not _DOMAIN.fullmatch(value.lower()):
        raise ValueError("a domain such as example.com")
    return value.lower()


def _loopback(value: str) -> str:
    if value not in ("127.0.0.1", "::1", "localhost"):
        raise ValueError("127.0.0.1, ::1 or localhost: the page asks for no password")
    return value


def _filled(value: str, info: ValidationInfo) -> str:
    environment: Mapping[str, str] = info.context or {}
    missing = [name for name in _BLANK.findall(value) if name not in environment]
    if missing:
        raise ValueError(f"the environment has no {', '.join(missing)}")
    return _BLANK.sub(lambda blank: environment[blank[1]], value)


def _secret(value: str, info: ValidationInfo) -> str:
    if value and not _BLANK.fullmatch(value):
        raise ValueError("${NAME}: the key itself belongs in the environment")
    return _filled(value, info)


def _guid(value: str, info: ValidationInfo) -> str:
    filled = _filled(value, info)
    if filled and not _GUID.fullmatch(filled):
        raise ValueError("an id such as 00000000-0000-4000-8000-000000000000, or ${NAME}")
    return filled.lower()


def _host(value: str) -> str:
    if not _HOST.fullmatch(value.lower()):
        raise ValueError("a host such as example.com, or with a port: localhost:56150")
    return value.lower()


def _service(value: str) -> str:
    try:
        told = urlsplit(value)
        fit = bool(told.hostname) and told.port != 0 and not _more_than_a_place(told)
    except ValueError:
        fit = False
    if not fit or (told.scheme != "https" and not (told.scheme == "http" and is_near(value))):
        raise ValueError(
            "an https:// address, or http:// to localhost or an IP address of your own network,"
            " without a password, a question mark or a #"
        )
    return value.rstrip("/")


def _more_than_a_place(told: SplitResult) -> bool:
    return bool(told.username or told.password or told.query or told.fragment)


def is_near(address: str) -> bool:
    """Whether an address names this machine, or by its number one in a private network."""
    host = urlsplit(address).hostname or ""
    try:
        number = ip_address(host)
    except ValueError:
        return host == "localhost"
    return number.is_loopback or (number.is_private and not number.is_unspecified)


LONGEST = timedelta(days=60)
Length = Annotated[timedelta, BeforeValidator(_length), AfterValidator(_bounded)]
TimeOfDay = Annotated[time, BeforeValidator(_time)]
Month = Annotated[date, BeforeValidator(_month)]
Weekday = Annotated[int, BeforeValidator(_weekday)]
Zone = Annotated[str, AfterValidator(_zone)]
Country = Annotated[str, AfterValidator(_country)]
Address = Annotated[str, AfterValidator(_address)]
Domain = Annotated[str, AfterValidator(_domain)]
Loopback = Annotated[str, AfterValidator(_loopback)]
Name = Annotated[str, AfterValidator(_name)]
Folder = Annotated[str, AfterValidator(_folder)]
Port = Annotated[int, Field(ge=0, le=65535)]
# A calendar's address is a secret: ${NAME} takes it from the environment.
SecretAddress = Annotated[str, AfterValidator(_filled), Field(max_length=2000, repr=False)]
# A model's key is a secret: only ${NAME}, never the key itself.
SecretKey = Annotated[str, AfterValidator(_secret), Field(max_length=1000, repr=False)]
# An id of Microsoft's (of an app, a tenant): no secret, and ${NAME} may take it all the same.
MicrosoftId = Annotated[str, AfterValidator(_guid), Field(max_length=100)]
Host = Annotated[str, AfterValidator(_host)]
# Where a service is: encrypted, or near.
ServiceAddress = Annotated[str, AfterValidator(_service), Field(max_length=500)]
Seconds = Annotated[int, Field(ge=1, le=60)]
