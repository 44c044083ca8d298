"""Calendars fetched from an address or a file: what is asked, what is refused, what is said."""

from __future__ import annotations

import asyncio
import gzip
import socket
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web
from aiohttp.client_reqrep import ConnectionKey
from aiohttp.test_utils import TestServer, unused_port
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from adapters.calendars import feed
from adapters.calendars.feed import FileCalendar, WebCalendar
from adapters.calendars.public import NotPublic, PublicResolver, check_public, is_public
from adapters.ports import Later
from coaching.errors import BadInput
from coaching.spans import Span
from tests.adapters.ical import AUTUMN, at, event
from tests.adapters.ical import calendar as written

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
SECRET = "private-9f1c"
TEXT = written("X-WR-TIMEZONE:Europe/Berlin", event("DTSTART:20261012T120000Z"), event(uid="bad"))
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Noon:
    """A clock that stands still."""

    def now(self) -> datetime:
        return NOW


@dataclass
class Publisher:
    """A web server that answers as it is told and remembers what it was asked."""

    server: TestServer | None = None
    answer: Handler | None = None
    asked: list[dict[str, str]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(dict(request.headers))
        assert self.answer is not None
        return await self.answer(request)

    def says(self, body: bytes = TEXT, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        kind = named.setdefault("Content-Type", "text/calendar")

        async def answer(_: web.Request) -> web.Response:
            return web.Response(body=body, status=status, headers={**named, "Content-Type": kind})

        self.answer = answer

    @property
    def address(self) -> str:
        assert self.server is not None
        return str(self.server.make_url(f"/{SECRET}/basic.ics"))

    def calendar(self, *, allow_private: bool = True) -> WebCalendar:
        return WebCalendar(address=self.address, clock=Noon(), allow_private=allow_private)


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    made = Publisher()
    app = web.Application()
    app.router.add_get("/{path:.*}", made.handle)
    made.server = TestServer(app)
    await made.server.start_server()
    made.says()
    yield made
    await made.server.close()


async def refused(source: WebCalendar) -> str:
    with pytest.raises(BadInput) as fault:
        await source.read(AUTUMN, {})
    assert SECRET not in str(fault.value)
    assert fault.value.__cause__ is None
    return str(fault.value)


async def put_off(source: WebCalendar) -> tuple[timedelta, str]:
    with pytest.raises(Later) as fault:
        await source.read(AUTUMN, {})
    assert SECRET not in str(fault.value)
    return fault.value.at - NOW, str(fault.value)


async def test_a_published_calendar_is_read(publisher: Publisher) -> None:
    publisher.says(ETag='"1"', Last_Modified="Mon, 23 Nov 2026 08:00:00 GMT")
    found = await publisher.calendar().read(AUTUMN, {})
    assert [one.key for one in found.entries or ()] == ["one"]
    assert (found.zone, found.faults) == (
        "Europe/Berlin",
        ("the entry of no date was left out: needs one DTSTART",),
    )
    assert {name for name in found.validators if name != "digest"} == {"etag", "modified", "window"}
    assert "If-None-Match" not in publisher.asked[0]


async def test_what_has_not_changed_is_not_sent_again(publisher: Publisher) -> None:
    publisher.says(ETag='"1"', Last_Modified="Mon, 23 Nov 2026 08:00:00 GMT")
    source = publisher.calendar()
    first = await source.read(AUTUMN, {})
    publisher.says(b"", 304)
    again = await source.read(AUTUMN, first.validators)
    assert (again.entries, again.validators) == (None, first.validators)
    asked = publisher.asked[1]
    assert asked["If-None-Match"] == '"1"'
    assert asked["If-Modified-Since"] == "Mon, 23 Nov 2026 08:00:00 GMT"


async def test_the_same_content_sent_again_is_not_read_again(publisher: Publisher) -> None:
    source = publisher.calendar()
    first = await source.read(AUTUMN, {})
    stamped = event("DTSTAMP:20261123T090000Z", "DTSTART:20261012T120000Z")
    publisher.says(TEXT.replace(event("DTSTART:20261012T120000Z").encode(), stamped.encode()))
    again = await source.read(AUTUMN, first.validators)
    assert (again.entries, again.validators) == (None, first.validators)


async def test_unchanged_content_is_read_again_for_other_days(publisher: Publisher) -> None:
    publisher.says(ETag='"1"')
    source = publisher.calendar()
    first = await source.read(AUTUMN, {})
    next_day = Span(AUTUMN.starts_at + timedelta(days=1), AUTUMN.ends_at + timedelta(days=1))
    again = await source.read(next_day, first.validators)
    assert again.entries == first.entries
    assert "If-None-Match" not in publisher.asked[1]


async def test_a_webcal_address_is_an_encrypted_one() -> None:
    port = unused_port()
    source = WebCalendar(
        address=f"webcal://127.0.0.1:{port}/{SECRET}", clock=Noon(), allow_private=True
    )
    assert await put_off(source) == (
        timedelta(minutes=15),
        "the calendar's address cannot be reached",
    )


@pytest.mark.parametrize(
    "status, problem",
    [
        (401, "asks for a sign-in; use the calendar's secret or published address"),
        (403, "refuses access; the calendar may not be shared any more"),
        (404, "is not there; the calendar may have been unpublished or its address renewed"),
        (410, "is gone; the calendar may have been unpublished or its address renewed"),
        (418, "answers 418"),
        (304, "answers 304"),
    ],
)
async def test_a_refusal_is_said_in_plain_words(
    publisher: Publisher, status: int, problem: str
) -> None:
    publisher.says(b"", status)
    assert await refused(publisher.calendar()) == f"calendar: the address {problem}"


@pytest.mark.parametrize(
    "status, retry_after, wait",
    [
        (429, "120", timedelta(minutes=2)),
        (429, "", timedelta(minutes=15)),
        (503, "Mon, 23 Nov 2026 10:00:00 GMT", timedelta(hours=1)),
        (503, "Mon, 23 Nov 2026 08:00:00 GMT", timedelta(minutes=1)),
        (500, "99999999999", timedelta(hours=24)),
        (408, "soon", timedelta(minutes=15)),
    ],
)
async def test_a_busy_server_is_asked_later(
    publisher: Publisher, status: int, retry_after: str, wait: timedelta
) -> None:
    publisher.says(b"", status, Retry_After=retry_after)
    assert await put_off(publisher.calendar()) == (wait, f"the calendar's address answers {status}")


async def test_a_web_page_is_no_calendar(publisher: Publisher) -> None:
    publisher.says(b"<html>Sign in", Content_Type="text/html; charset=utf-8")
    problem = "calendar: the address shows a web page, not a calendar"
    assert await refused(publisher.calendar()) == problem
    publisher.says(b"<html>Sign in")
    problem = "calendar: is a web page, not a calendar; does it ask for a sign-in?"
    assert await refused(publisher.calendar()) == problem


async def test_a_calendar_too_large_is_refused_also_when_packed(publisher: Publisher) -> None:
    large = b"x" * (10 * 1024 * 1024 + 1)
    problem = "calendar: is larger than 10485760 bytes (10 MB)"
    publisher.says(large)
    assert await refused(publisher.calendar()) == problem
    publisher.says(gzip.compress(large), Content_Encoding="gzip")
    assert await refused(publisher.calendar()) == problem


async def test_a_few_redirects_are_followed(publisher: Publisher) -> None:
    async def answer(request: web.Request) -> web.Response:
        left = int(request.query.get("left", "5"))
        if not left:
            return web.Response(body=TEXT)
        return web.Response(status=302, headers={"Location": f"?left={left - 1}"})

    publisher.answer = answer
    found = await publisher.calendar().read(AUTUMN, {})
    assert len(found.entries or ()) == 1


@pytest.mark.parametrize(
    "location, problem",
    [
        ("/again", "the address leads on more than 5 times"),
        ("ftp://a.example/", "the address leads on to one that is not safe to follow"),
        ("file:///etc/hosts", "the address leads on to one that is not safe to follow"),
        ("http://[::1", "is no http, https or webcal address"),
    ],
)
async def test_other_redirects_are_not(publisher: Publisher, location: str, problem: str) -> None:
    publisher.says(b"", 302, Location=location)
    assert await refused(publisher.calendar()) == f"calendar: {problem}"


async def test_an_answer_that_breaks_off_is_asked_for_later(publisher: Publisher) -> None:
    publisher.says(b"no gzip", Content_Encoding="gzip")
    _, why = await put_off(publisher.calendar())
    assert why == "the calendar's address answers with something that is cut off or cannot be read"


@pytest.mark.parametrize("inside", ["http://169.254.169.254/", "http://localhost:1/"])
async def test_a_private_address_leads_on_to_no_other_private_machine(
    publisher: Publisher, inside: str
) -> None:
    publisher.says(b"", 302, Location=inside)
    assert await refused(publisher.calendar()) == PRIVATE


def test_an_encrypted_address_does_not_lead_to_an_open_one() -> None:
    with pytest.raises(BadInput, match="not safe to follow"):
        feed._next(feed._url("https://a.example/x"), "http://a.example/x")  # noqa: SLF001 - judged by itself


PRIVATE = "calendar: the address leads into a private network"


async def test_no_private_machine_is_asked(publisher: Publisher) -> None:
    assert await refused(publisher.calendar(allow_private=False)) == PRIVATE
    named = WebCalendar(address=f"http://localhost:1/{SECRET}", clock=Noon())
    assert await refused(named) == PRIVATE
    literal = WebCalendar(address=f"http://[::ffff:7f00:1]:1/{SECRET}", clock=Noon())
    assert await refused(literal) == PRIVATE
    assert publisher.asked == []


@pytest.mark.parametrize(
    "address, public",
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1::1", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - refused, not bound
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("::127.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:93.184.216.34", True),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::5db8:d822", True),
        ("2002:7f00:1::", False),
        ("2001:0:7f00:1::", False),
        ("fc00::1", False),
        ("fe80::1", False),
        ("fe80::1%1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(ip_address(address)) is public


def test_a_literal_address_is_checked_and_a_name_is_not() -> None:
    with pytest.raises(NotPublic):
        check_public("[::1]")
    check_public("a.example")
    check_public("93.184.216.34")


async def test_the_resolver_gives_out_public_addresses_only() -> None:
    resolver = PublicResolver()
    with pytest.raises(NotPublic):
        await resolver.resolve("localhost", 80)
    (found,) = await resolver.resolve("93.184.216.34", 80)
    assert found["host"] == "93.184.216.34"
    await resolver.close()


@pytest.mark.parametrize(
    "address", ["ftp://a.example/x", "http://", "http://[::1/x", "http://2130706433/x", "x", ""]
)
async def test_other_addresses_are_refused(address: str) -> None:
    source = WebCalendar(address=address, clock=Noon())
    assert await refused(source) == "calendar: is no http, https or webcal address"


@pytest.mark.parametrize(
    "code, answer",
    [
        (socket.EAI_NONAME, "calendar: the address names a machine that does not exist"),
        (socket.EAI_AGAIN, "the calendar's address cannot be reached"),
    ],
)
def test_a_name_that_does_not_exist_is_a_mistake(code: int, answer: str) -> None:
    key = ConnectionKey("a.example", 80, False, False, None, None, None)
    fault = aiohttp.ClientConnectorDNSError(key, socket.gaierror(code, "no name"))
    source = WebCalendar(address="http://a.example/x", clock=Noon())
    assert str(source._said(fault)) == answer  # noqa: SLF001 - judged by itself


async def test_a_server_that_hangs_is_asked_later(
    publisher: Publisher,
) -> None:
    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(5)
        return web.Response()

    publisher.answer = answer
    source = WebCalendar(address=publisher.address, clock=Noon(), allow_private=True, seconds=0.2)
    assert await put_off(source) == (
        timedelta(minutes=15),
        "the calendar's address did not answer in time",
    )


def own_certificate(folder: Path) -> ssl.SSLContext:
    """A certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2090, 1, 1, tzinfo=UTC))
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path = folder / "own.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


async def test_a_certificate_must_be_valid(tmp_path: Path) -> None:
    server = TestServer(web.Application(), scheme="https")
    await server.start_server(ssl=own_certificate(tmp_path))
    address = str(server.make_url(f"/{SECRET}"))
    source = WebCalendar(address=address, clock=Noon(), allow_private=True)
    assert await refused(source) == "calendar: the address has no valid certificate"
    await server.close()


async def test_a_file_is_read_and_read_again_only_if_it_changed(tmp_path: Path) -> None:
    path = tmp_path / "mine.ics"
    path.write_bytes(TEXT)
    source = FileCalendar(path=path, me_zone="Asia/Tokyo")
    first = await source.read(AUTUMN, {})
    assert [one.starts_at for one in first.entries or ()] == [at("10-12 12:00")]
    again = await source.read(AUTUMN, first.validators)
    assert (again.entries, again.validators) == (None, first.validators)


async def test_a_file_that_cannot_be_read_is_named_as_such(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="calendar: there is no such file"):
        await FileCalendar(path=tmp_path / "none.ics").read(AUTUMN, {})
    with pytest.raises(BadInput, match="calendar: is a folder, not a file"):
        await FileCalendar(path=tmp_path).read(AUTUMN, {})
    with pytest.raises(BadInput, match="calendar: the file cannot be read"):
        await FileCalendar(path=tmp_path / ("x" * 300)).read(AUTUMN, {})
