"""How fast a channel is written to, and how long Slack is left alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.slack import pacing
from adapters.chat.slack.pacing import Pacing
from adapters.ports import Later
from bot.clock import MovableClock

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def refusal(pace: Pacing, channel: str = "C1", tenant: str = "T1") -> datetime:
    with pytest.raises(Later) as fault:
        pace.take(tenant, channel)
    return fault.value.at


def test_three_messages_go_at_once_and_then_one_a_second() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    for _ in range(3):
        pace.take("T1", "C1")
    assert refusal(pace) == NOW + SECOND
    clock.advance(SECOND)
    pace.take("T1", "C1")
    assert refusal(pace) == NOW + 2 * SECOND


def test_channels_and_tenants_do_not_wait_for_each_other() -> None:
    pace = Pacing(clock=MovableClock(NOW), burst=1)
    pace.take("T1", "C1")
    pace.take("T1", "C2")
    pace.take("T2", "C1")
    assert refusal(pace, "C2") == NOW + SECOND


def test_a_channel_that_was_quiet_takes_a_whole_burst_again() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    for _ in range(3):
        pace.take("T1", "C1")
    clock.advance(timedelta(minutes=1))
    for _ in range(3):
        pace.take("T1", "C1")
    assert refusal(pace) == clock.now() + SECOND


def test_a_pause_holds_one_method_of_one_tenant_until_it_ends() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    pace.pause("T1", "chat.postMessage", NOW + 9 * SECOND)
    pace.pause("T1", "chat.postMessage", NOW + 4 * SECOND)
    pace.check("T2", "chat.postMessage")
    pace.check("T1", "chat.update")
    with pytest.raises(Later) as fault:
        pace.check("T1", "chat.postMessage")
    assert (fault.value.at, str(fault.value)) == (NOW + 9 * SECOND, "ratelimited")
    clock.advance(9 * SECOND)
    pace.check("T1", "chat.postMessage")
    pace.check("T1", "chat.postMessage")


def test_channels_that_are_empty_again_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pacing, "MANY", 2)
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock, burst=1)
    pace.take("T1", "C1")
    clock.advance(SECOND)
    pace.take("T1", "C2")
    pace.take("T1", "C3")
    assert set(pace.full) == {("T1", "C2"), ("T1", "C3")}
    assert refusal(pace, "C2") == clock.now() + SECOND


@given(st.lists(st.integers(min_value=0, max_value=2500), max_size=60), st.integers(1, 4))
def test_no_stretch_of_time_has_more_than_a_message_a_second_and_a_burst(
    gaps: list[int], burst: int
) -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock, burst=burst)
    sent: list[datetime] = []
    for gap in gaps:
        clock.advance(timedelta(milliseconds=gap))
        try:
            pace.take("T1", "C1")
        except Later as later:
            clock.set(later.at)
            pace.take("T1", "C1")
        sent.append(clock.now())
    for first, start in enumerate(sent):
        for last in range(first, len(sent)):
            seconds = (sent[last] - start).total_seconds()
            assert last - first + 1 <= burst + seconds
