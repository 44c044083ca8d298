"""How fast a conversation and a tenant are written to."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.chat.teams import pacing
from adapters.chat.teams.pacing import CONVERSATION, TENANT, Pacing
from adapters.ports import Later
from bot.clock import MovableClock

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def refusal(pace: Pacing, conversation: str = "a:1", tenant: str = "t1") -> datetime:
    with pytest.raises(Later) as fault:
        pace.take(tenant, conversation)
    return fault.value.at


def patiently(pace: Pacing, clock: MovableClock, conversation: str = "a:1") -> datetime:
    """Take a turn, at the moment that is said if not now."""
    try:
        pace.take("t1", conversation)
    except Later as later:
        clock.set(later.at)
        pace.take("t1", conversation)
    return clock.now()


def test_the_limits_are_those_that_are_documented() -> None:
    def seconds(windows: pacing.Windows) -> list[tuple[float, int]]:
        return [(length.total_seconds(), most) for length, most in windows]

    assert seconds(CONVERSATION) == [(1, 7), (2, 8), (30, 60), (3600, 1800)]
    assert seconds(TENANT) == [(1, 50)]


def test_seven_go_in_a_second_eight_in_two_sixty_in_thirty() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    sent = [patiently(pace, clock) - NOW for _ in range(61)]
    assert sent[:9] == [0 * SECOND] * 7 + [SECOND] + [2 * SECOND]
    assert sent[60] == 30 * SECOND


def test_after_1800_an_hour_has_to_pass() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    sent = [patiently(pace, clock) - NOW for _ in range(1800)]
    assert sent[-1] < timedelta(hours=1)
    assert refusal(pace) == NOW + timedelta(hours=1)


def test_conversations_and_tenants_do_not_wait_for_each_other() -> None:
    pace = Pacing(clock=MovableClock(NOW))
    for _ in range(7):
        pace.take("t1", "a:1")
    pace.take("t1", "a:2")
    pace.take("t2", "a:1")
    assert refusal(pace) == NOW + SECOND


def test_a_tenant_gets_fifty_a_second_over_all_its_conversations() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    for number in range(50):
        pace.take("t1", f"a:{number}")
    assert refusal(pace, "a:99") == NOW + SECOND
    pace.take("t2", "a:99")
    clock.advance(SECOND)
    pace.take("t1", "a:99")


def test_who_is_refused_takes_no_turn() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    for _ in range(7):
        pace.take("t1", "a:1")
    for _ in range(100):
        assert refusal(pace) == NOW + SECOND
    pace.take("t1", "a:2")


def test_a_pause_holds_one_conversation_until_it_ends() -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    pace.pause("a:1", NOW + 9 * SECOND)
    pace.pause("a:1", NOW + 4 * SECOND)
    pace.take("t1", "a:2")
    assert refusal(pace) == NOW + 9 * SECOND
    with pytest.raises(Later, match="a pause that Teams asked for"):
        pace.check("a:1")
    clock.advance(9 * SECOND)
    pace.take("t1", "a:1")
    pace.check("a:1")


def test_who_was_quiet_for_an_hour_is_forgotten_once_there_are_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pacing, "MANY", 3)
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    pace.take("t1", "a:1")
    for number in range(5):
        pace.pause(f"a:{number}", NOW + SECOND)
    clock.advance(timedelta(minutes=30))
    pace.take("t1", "a:2")
    clock.advance(timedelta(minutes=30))
    pace.take("t1", "a:3")
    assert set(pace.said) == {("t1",), ("t1", "a:2"), ("t1", "a:3")}
    assert pace.paused == {}


@given(st.lists(st.integers(min_value=0, max_value=2500), max_size=90))
def test_no_stretch_of_time_has_more_than_teams_takes(gaps: list[int]) -> None:
    clock = MovableClock(NOW)
    pace = Pacing(clock=clock)
    sent: list[datetime] = []
    for gap in gaps:
        clock.advance(timedelta(milliseconds=gap))
        sent.append(patiently(pace, clock))
    for length, most in CONVERSATION:
        for first, last in zip(sent, sent[most:], strict=False):
            assert last - first >= length
