"""Requests of the page as events."""

from __future__ import annotations

import pytest

from adapters.chat.web.read import Verb, read, read_asking, read_body
from coaching.errors import BadInput
from coaching.events import ChatEvent, Commanded, Edited, Said, Submitted, Tapped
from coaching.messages import Tap


@pytest.mark.parametrize(
    "verb, body, event",
    [
        ("say", {"text": " hello\n"}, Said(text="hello")),
        ("say", {"text": "hello", "thread": "post-1"}, Said(text="hello", thread="post-1")),
        ("edit", {"reference": "post-2", "text": "x"}, Edited(source="post-2", text="x")),
        ("tap", {"verb": "plan"}, Tapped(tap=Tap(verb="plan"))),
        (
            "tap",
            {"verb": "snooze", "about": "c", "value": "1h"},
            Tapped(tap=Tap(verb="snooze", about="c", value="1h")),
        ),
        (
            "submit",
            {"kind": "plan", "about": "c", "answers": {"objective": "o", "share": ""}},
            Submitted(kind="plan", about="c", answers={"objective": "o", "share": ""}),
        ),
        ("command", {"name": "plan", "words": "x"}, Commanded(name="plan", words="x")),
    ],
)
def test_what_the_page_posts_is_read_as_an_event(
    verb: Verb, body: dict[str, object], event: ChatEvent
) -> None:
    assert read(verb, body) == event


@pytest.mark.parametrize(
    "verb, body, field, problem",
    [
        ("say", {}, "text", "must be a text"),
        ("say", {"text": 7}, "text", "must be a text"),
        ("say", {"text": " \n "}, "text", "is empty"),
        ("say", {"text": "x" * 4001}, "text", "has 4001 characters, at most 4000 are allowed"),
        ("say", {"text": "a\0b"}, "text", "has characters that are no text"),
        ("say", {"text": "a\ud800"}, "text", "has characters that are no text"),
        ("say", {"text": "a", "thread": []}, "thread", "must be a text"),
        ("edit", {"text": "a"}, "reference", "must be a text"),
        ("tap", {"verb": "v" * 201}, "verb", "has 201 characters, at most 200 are allowed"),
        ("submit", {"kind": "plan"}, "answers", "must be a JSON object"),
        ("submit", {"kind": "plan", "answers": {"a": None}}, "a", "must be a text"),
        (
            "submit",
            {"kind": "plan", "answers": {str(n): "" for n in range(41)}},
            "answers",
            "has 41 fields, at most 40 are allowed",
        ),
        (
            "submit",
            {"kind": "plan", "answers": {"n" * 201: ""}},
            "field",
            "has 201 characters, at most 200 are allowed",
        ),
    ],
)
def test_what_cannot_be_taken_names_the_field_and_what_is_allowed(
    verb: Verb, body: dict[str, object], field: str, problem: str
) -> None:
    with pytest.raises(BadInput) as refused:
        read(verb, body)
    assert (refused.value.field, refused.value.problem) == (field, problem)


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"\xff\xfe", b"[" * 60_000, b"9" * 5000, b"[]", b"null"]
)
def test_a_body_that_is_no_json_object_is_refused(raw: bytes) -> None:
    with pytest.raises(BadInput, match=r"^body: "):
        read_body(raw)


@pytest.mark.parametrize(
    "change, field",
    [
        ({"rep": "x"}, "rep"),
        ({"delivery": "short"}, "delivery"),
        ({"delivery": "spaces are no id"}, "delivery"),
        ({"language": "tlh"}, "language"),
    ],
)
def test_who_asks_must_be_said_properly(change: dict[str, str], field: str) -> None:
    good = {
        "rep": "00000000-0000-4000-8000-000000000001",
        "delivery": "delivery-1",
        "language": "en",
    }
    assert str(read_asking(good).rep_id) == good["rep"]
    with pytest.raises(BadInput) as refused:
        read_asking(good | change)
    assert refused.value.field == field
