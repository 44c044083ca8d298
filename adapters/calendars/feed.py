"""Calendars as iCalendar files: published at an address, or on the operator's own disk.

An address is a secret. What goes wrong is said in plain words that never repeat it.
"""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import Mapping
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

import aiohttp
from yarl import URL

from adapters.calendars import ics
from adapters.calendars.ics_text import SIZE_LIMIT
from adapters.calendars.public import NotPublic, PublicResolver, check_public
from adapters.ports import Clock, Feed, Later
from coaching.errors import BadInput
from coaching.spans import Span

REDIRECT_LIMIT = 5
SECONDS_LIMIT = 30
RETRY = timedelta(minutes=15)
RETRY_LIMIT = timedelta(hours=24)

_FIELD = "calendar"
_CHUNK = 64 * 1024
_SCHEMES = {"webcal": "https", "webcals": "https"}
_STAMP = re.compile(rb"\r?\nDTSTAMP[^\r\n]*")
_WRONG: dict[int, str] = {
    401: "asks for a sign-in; use the calendar's secret or published address",
    403: "refuses access; the calendar may not be shared any more",
    404: "is not there; the calendar may have been unpublished or its address renewed",
    410: "is gone; the calendar may have been unpublished or its address renewed",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCalendar:
    """A calendar in a file: for the operator's command line, never for an address a rep gives."""

    path: Path
    me_zone: str = ""
    workers: Executor | None = None

    async def read(self, window: Span, validators: Mapping[str, str]) -> Feed:
        """The occurrences that touch the window. Raises `BadInput`."""
        data = await asyncio.to_thread(_load, self.path)
        return await _feed(data, window, validators, me_zone=self.me_zone, workers=self.workers)


@dataclass(frozen=True, slots=True, kw_only=True)
class WebCalendar:
    """A calendar at an http, https or webcal address.

    Only public machines are asked; `allow_private` (the operator's own machine, tests) lets the
    address itself lead to another, but nothing it leads on to. The text is read in `workers`, by
    default in a thread; `seconds` bounds the asking.
    """

    address: str
    clock: Clock
    me_zone: str = ""
    allow_private: bool = False
    workers: Executor | None = None
    seconds: float = SECONDS_LIMIT

    async def read(self, window: Span, validators: Mapping[str, str]) -> Feed:
        """The occurrences that touch the window. Raises `BadInput` or `Later`.

        `entries` is None where content and the window's days are those of the last read.
        """
        same_days = validators.get("window") == _days(window, self.me_zone)
        known = validators if same_days else {}
        try:
            async with asyncio.timeout(self.seconds):
                answer = await self._fetch(known)
        except TimeoutError:
            raise self._later("did not answer in time") from None
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise self._said(error) from None
        if answer is None:
            return Feed(entries=None, validators=dict(validators))
        data, headers = answer
        feed = await _feed(data, window, validators, me_zone=self.me_zone, workers=self.workers)
        return Feed(
            entries=feed.entries,
            validators={**feed.validators, **headers},
            zone=feed.zone,
            faults=feed.faults,
        )

    async def _fetch(self, known: Mapping[str, str]) -> tuple[bytes, dict[str, str]] | None:
        """The content and its validators, None if it is as it was."""
        url = _url(self.address)
        trusted = url.host if self.allow_private else None
        resolver = PublicResolver(trusted)
        connector = aiohttp.TCPConnector(resolver=resolver, use_dns_cache=False)
        jar = aiohttp.DummyCookieJar()
        async with aiohttp.ClientSession(connector=connector, cookie_jar=jar) as session:
            for _ in range(REDIRECT_LIMIT + 1):
                if url.host != trusted:
                    check_public(url.host or "")
                headers = _conditions(known)
                async with session.get(url, headers=headers, allow_redirects=False) as response:
                    if "Location" in response.headers and 300 <= response.status < 400:  # noqa: PLR2004
                        url = _next(url, response.headers["Location"])
                        continue
                    if response.status == HTTPStatus.NOT_MODIFIED and known:
                        return None
                    self._check(response)
                    return await _body(response), _validators(response)
        raise BadInput(_FIELD, f"the address leads on more than {REDIRECT_LIMIT} times")

    def _check(self, response: aiohttp.ClientResponse) -> None:
        """Raise where the answer is not the calendar."""
        status = response.status
        if status in {408, 425, 429} or status >= 500:  # noqa: PLR2004
            raise self._later(f"answers {status}", response.headers.get("Retry-After", ""))
        if status != HTTPStatus.OK:
            raise BadInput(_FIELD, f"the address {_WRONG.get(status, f'answers {status}')}")
        if response.content_type in {"text/html", "application/xhtml+xml"}:
            raise BadInput(_FIELD, "the address shows a web page, not a calendar")

    def _later(self, why: str, retry_after: str = "") -> Later:
        """When to ask again: as the other side says, at most a day on."""
        now = self.clock.now()
        wait = min(max(_wait(retry_after, now), timedelta(minutes=1)), RETRY_LIMIT)
        return Later(now + wait, f"the calendar's address {why}")

    def _said(self, error: Exception) -> BadInput | Later:
        """A fault of the network in plain words; its own text may hold the address."""
        cause = error.os_error if isinstance(error, aiohttp.ClientConnectorError) else error
        if isinstance(cause, NotPublic):
            return BadInput(_FIELD, "the address leads into a private network")
        if isinstance(error, aiohttp.ClientSSLError | aiohttp.ClientConnectorCertificateError):
            return BadInput(_FIELD, "the address has no valid certificate")
        if isinstance(cause, socket.gaierror) and cause.errno == socket.EAI_NONAME:
            return BadInput(_FIELD, "the address names a machine that does not exist")
        if isinstance(error, aiohttp.InvalidURL | ValueError):
            return BadInput(_FIELD, "is no http, https or webcal address")
        if isinstance(error, aiohttp.ClientPayloadError | aiohttp.ClientResponseError):
            return self._later("answers with something that is cut off or cannot be read")
        return self._later("cannot be reached")


def _load(path: Path) -> bytes:
    """A file's content."""
    try:
        if not path.is_file():
            there = "is a folder, not a file" if path.is_dir() else "there is no such file"
            raise BadInput(_FIELD, there)
        with path.open("rb") as file:
            return file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise BadInput(_FIELD, f"the file cannot be read ({error.strerror})") from None


async def _feed(
    data: bytes,
    window: Span,
    validators: Mapping[str, str],
    *,
    me_zone: str,
    workers: Executor | None,
) -> Feed:
    """What the content says, or that content and days are those of the last read."""
    # Some programs write the moment of the download into every entry.
    digest = sha256(_STAMP.sub(b"", data)).hexdigest()
    marks = {"digest": digest, "window": _days(window, me_zone)}
    if all(validators.get(name) == mark for name, mark in marks.items()):
        return Feed(entries=None, validators=marks)
    loop = asyncio.get_running_loop()
    reading = await loop.run_in_executor(workers, _read, data, window, me_zone)
    return Feed(entries=reading.entries, validators=marks, zone=reading.zone, faults=reading.faults)


def _read(data: bytes, window: Span, me_zone: str) -> ics.Reading:
    """`ics.read`, as an executor calls it."""
    return ics.read(data, window, me_zone=me_zone)


def _days(window: Span, me_zone: str) -> str:
    """The days of a window: an unchanged calendar is expanded anew when they change."""
    return f"{window.starts_at:%Y-%m-%d}/{window.ends_at:%Y-%m-%d}/{me_zone}"


def _url(address: str) -> URL:
    """The address to ask. Raises `BadInput`."""
    scheme, sign, rest = address.strip().partition("://")
    scheme = _SCHEMES.get(scheme.lower(), scheme.lower())
    try:
        url = URL(f"{scheme}{sign}{rest}")
    except ValueError:
        url = URL()
    if scheme not in {"http", "https"} or not url.host:
        raise BadInput(_FIELD, "is no http, https or webcal address")
    return url


def _next(url: URL, location: str) -> URL:
    """Where a redirect leads; never from an encrypted connection to an open one."""
    target = url.join(URL(location))
    if target.scheme not in {"http", "https"} or (url.scheme, target.scheme) == ("https", "http"):
        raise BadInput(_FIELD, "the address leads on to one that is not safe to follow")
    return target


def _conditions(known: Mapping[str, str]) -> dict[str, str]:
    """Ask only for what is new."""
    wanted = {"If-None-Match": known.get("etag"), "If-Modified-Since": known.get("modified")}
    asked = {name: value for name, value in wanted.items() if value}
    return {"Accept": "text/calendar, */*;q=0.1", "User-Agent": "Advance", **asked}


def _validators(response: aiohttp.ClientResponse) -> dict[str, str]:
    """What to send next time."""
    given = {"etag": "ETag", "modified": "Last-Modified"}
    return {
        name: response.headers[head] for name, head in given.items() if head in response.headers
    }


async def _body(response: aiohttp.ClientResponse) -> bytes:
    """The content, unpacked, as far as the limit goes."""
    parts: list[bytes] = []
    size = 0
    async for part in response.content.iter_chunked(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > SIZE_LIMIT:
            raise BadInput(_FIELD, f"is larger than {SIZE_LIMIT} bytes (10 MB)")
    return b"".join(parts)


def _wait(retry_after: str, now: datetime) -> timedelta:
    """How long a Retry-After asks us to wait (seconds or a date, RFC 9110 10.2.3)."""
    if retry_after.strip().isdigit():
        return timedelta(seconds=int(retry_after.strip()[:9]))
    try:
        return parsedate_to_datetime(retry_after).astimezone(UTC) - now
    except ValueError:
        return RETRY
