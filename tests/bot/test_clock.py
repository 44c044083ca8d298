"""The clocks, and chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from cryptography.fernet import Fernet

from bot import chance
from bot.clock import MovableClock, SystemClock
from coaching.errors import BadInput

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_the_machines_clock_is_in_utc_and_goes_on() -> None:
    clock = SystemClock()
    first = clock.now()
    assert (first.tzinfo, first <= clock.now()) == (UTC, True)


def test_a_movable_clock_stands_until_it_is_moved() -> None:
    clock = MovableClock(NOON)
    clock.advance(timedelta(hours=1))
    clock.set(clock.now())
    assert clock.now() == NOON + timedelta(hours=1)


def test_a_movable_clock_never_goes_back() -> None:
    clock = MovableClock(NOON)
    with pytest.raises(BadInput, match="clock"):
        clock.set(NOON - timedelta(seconds=1))
    assert clock.now() == NOON


def test_jitter_lies_between_nothing_and_one() -> None:
    assert all(0 <= chance.jitter() < 1 for _ in range(100))


def test_a_new_key_is_a_key_and_no_two_are_alike() -> None:
    Fernet(chance.new_key())
    assert chance.new_key() != chance.new_key()
