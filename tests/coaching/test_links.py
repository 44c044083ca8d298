"""Addresses of calendars: which are taken, as what, and why others are not."""

from __future__ import annotations

from uuid import UUID

import pytest

from coaching.links import Linked, address_of, fault, host_of
from coaching.messages import text

ADDRESS = "https://calendar.example/private-9f1c/basic.ics"


@pytest.mark.parametrize(
    "words,meant",
    [
        (ADDRESS, ADDRESS),
        ("webcal://calendar.example/A.ics", "https://calendar.example/A.ics"),
        ("WEBCALS://calendar.example/A.ics", "https://calendar.example/A.ics"),
        ("HTTPS://calendar.example/A.ics", "https://calendar.example/A.ics"),
        ("<webcal://calendar.example/A.ics>", "https://calendar.example/A.ics"),
        ("http://calendar.example/A.ics", "http://calendar.example/A.ics"),
        ("my calendar", "my calendar"),
    ],
)
def test_a_subscription_is_the_same_address_by_https(words: str, meant: str) -> None:
    assert address_of(words) == meant


@pytest.mark.parametrize(
    "words,key",
    [
        ("http://calendar.example/a.ics", "error-calendar-open"),
        ("calendar.example/a.ics", "error-calendar-address"),
        ("ftp://calendar.example/a.ics", "error-calendar-address"),
        ("file:///etc/passwd", "error-calendar-address"),
        ("https:///a.ics", "error-calendar-address"),
        ("https://[calendar/a.ics", "error-calendar-address"),
        ("https://calendar.example/a b.ics", "error-calendar-address"),
        ("https://calendar.example/a.ics\nhttps://b.example/b.ics", "error-calendar-address"),
    ],
)
def test_what_is_no_encrypted_address_is_refused_and_never_repeated(words: str, key: str) -> None:
    assert fault(words) == text(key)


def test_an_address_is_as_long_as_its_limit_and_no_longer() -> None:
    longest = "https://calendar.example/".ljust(2000, "x")
    assert fault(longest) is None
    assert fault(longest + "x") == text("error-too-long", length=2001, limit=2000)


def test_a_machines_name_is_without_the_words_that_open_it() -> None:
    assert host_of("https://ada:secret@calendar.example:8443/x?key=secret") == "calendar.example"
    assert host_of("https://Calendar.Example") == "calendar.example"
    assert host_of("https://[2001:db8::1]:443/x?a@b") == "[2001:db8::1]"
    assert host_of("/home/ada.ics") == ""


def test_an_address_is_not_in_what_is_logged_of_a_link() -> None:
    assert "private" not in repr(Linked(id=UUID(int=1), address=ADDRESS))
