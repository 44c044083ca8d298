"""A feed of 10 000 events, expanded to 14 days: ours beside the two libraries used plainly."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime, timedelta

from tests.bench.table import Row

EVENTS = 10_000
START = datetime(2025, 1, 6, 8, tzinfo=UTC)
NOW = datetime(2026, 11, 23, tzinfo=UTC)
TRIES = 3

# The peak of this process alone: getrusage would give the parent's, which is carried over exec.
_MEASURE = """
import time
from datetime import timedelta
from pathlib import Path
from tests.bench.calendar_reading import NOW, feed
data = feed()
began = time.perf_counter()
{body}
seconds = time.perf_counter() - began
peak = Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]
print(seconds, peak, len(found))
"""
_OURS = """
from adapters.calendars import ics
from coaching.spans import Span
found = ics.read(data, Span(NOW, NOW + timedelta(days=14))).entries
"""
_PLAIN = """
import icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(data)
found = recurring_ical_events.of(calendar).between(NOW, NOW + timedelta(days=14))
"""


def feed() -> bytes:
    """Single events over two years with a series now and then, as one export."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN"]
    for number in range(EVENTS):
        at = START + timedelta(hours=2 * number)
        lines += ["BEGIN:VEVENT", f"UID:{number}@bench.example", f"DTSTAMP:{START:%Y%m%dT%H%M%SZ}"]
        lines += [f"DTSTART:{at:%Y%m%dT%H%M%SZ}", f"DTEND:{at + timedelta(hours=1):%Y%m%dT%H%M%SZ}"]
        lines += [f"SUMMARY:Talk {number}", "ORGANIZER:mailto:ana@seller.example"]
        lines += [f"ATTENDEE;CN=Bo {number}:mailto:bo{number}@buyer.example"]
        lines += ["RRULE:FREQ=WEEKLY;COUNT=10"] if number % 100 == 0 else []
        lines += ["END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


async def rows() -> list[Row]:
    """Seconds and megabytes of a fresh process each."""
    ours, plain = _measured(_OURS), _measured(_PLAIN)
    if ours[2] != plain[2]:
        raise AssertionError(f"ours found {ours[2]:.0f} entries, plain {plain[2]:.0f}")
    peer = "icalendar + recurring-ical-events, plain"
    what = f"read a feed of {EVENTS:,} events"
    return [
        Row(what=what, unit="s", ours=ours[0], peer=peer, theirs=plain[0]),
        Row(
            what=f"{what}, peak", unit="MB", ours=ours[1] / 1024, peer=peer, theirs=plain[1] / 1024
        ),
    ]


def _measured(body: str) -> tuple[float, float, float]:
    """The quickest of a few runs: seconds, kilobytes, entries found."""
    command = [sys.executable, "-W", "ignore", "-c", _MEASURE.format(body=body)]
    told = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
        for _ in range(TRIES)
    ]
    seconds, memory, found = min((float(one[0]), float(one[1]), float(one[2])) for one in told)
    return seconds, memory, found
