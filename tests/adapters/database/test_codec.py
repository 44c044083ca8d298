"""Values survive as JSON, whatever they hold."""

from __future__ import annotations

import json
from datetime import UTC, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.database.codec import dump, load
from coaching.calls import Call
from coaching.conversation import Conversation, Focus
from coaching.meetings import Entry, Person
from coaching.messages import (
    Button,
    Buttons,
    Chart,
    Clock,
    Heading,
    Line,
    Message,
    Moment,
    Names,
    Quoted,
    Series,
    Small,
    Tap,
    Text,
)
from coaching.people import Preferences
from coaching.spans import Span
from tests.adapters.database import world
from tests.adapters.database.world import NOW

_instants = st.datetimes(timezones=st.just(UTC))
_plain = st.one_of(
    st.text(),
    st.integers(),
    st.dates(),
    st.builds(Quoted, st.text()),
    st.builds(Clock, _instants),
    st.builds(Moment, _instants),
    st.builds(Span, _instants, _instants),
    st.builds(Names, st.lists(st.text(), max_size=3).map(tuple)),
)
_texts = st.recursive(
    st.builds(Text, key=st.text(), values=st.dictionaries(st.text(), _plain, max_size=3)),
    lambda inner: st.builds(
        Text, key=st.text(), values=st.dictionaries(st.text(), _plain | inner, max_size=3)
    ),
    max_leaves=3,
)
_buttons = st.builds(
    Button,
    label=_texts,
    tap=st.builds(Tap, verb=st.text(), about=st.text(), value=st.text()),
    primary=st.booleans(),
)
_charts = st.builds(
    Chart,
    title=_texts,
    labels=st.lists(_texts, max_size=2).map(tuple),
    series=st.lists(
        st.builds(Series, name=_texts, values=st.lists(st.integers(), max_size=2).map(tuple)),
        max_size=2,
    ).map(tuple),
    summary=_texts,
)
_blocks = st.one_of(
    st.builds(Heading, _texts),
    st.builds(Line, _texts),
    st.builds(Small, _texts),
    st.builds(Buttons, st.lists(_buttons, max_size=2).map(tuple), st.none() | _texts),
    _charts,
)
_messages = st.builds(Message, st.lists(_blocks, max_size=3).map(tuple))


def _again(value: object) -> object:
    """The value, after it was JSON."""
    return load(json.loads(json.dumps(dump(value))), type(value))


@given(_messages)
def test_a_message_is_the_same_after_storage(message: Message) -> None:
    assert _again(message) == message


@pytest.mark.parametrize(
    "value",
    [
        world.call(),
        Conversation(
            rep_id=world.ADA.id,
            focus=Focus(topic="review", call_id=world.call().id, then=("a", "b")),
            answered={"x": ("plan", "y", "z")},
            series_asked=frozenset({"a", "b"}),
            failed_links={"l": ("why", NOW)},
        ),
        Preferences(
            workdays=frozenset({0, 6}), day_starts=time(7, 45), prompt_before=timedelta(minutes=95)
        ),
        Entry(
            uid="u",
            starts_at=NOW,
            ends_at=NOW,
            people=(Person(address="a@b.example", response="declined"),),
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_stored_value_is_the_same_again(value: object) -> None:
    assert _again(value) == value


def test_a_field_added_since_takes_its_default() -> None:
    stored = dump(world.call())
    del stored["anchor"], stored["plan"]["kept"]
    assert load(stored | {"dropped_since": 1}, Call) == world.call()
