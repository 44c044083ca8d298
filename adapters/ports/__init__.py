"""What the program needs of the outside world, as wide as its users; one file a topic."""

from __future__ import annotations

from adapters.ports.board import Board, WebPost
from adapters.ports.calendars import Calendar, CalendarLink, Feed
from adapters.ports.chat import Account, Envelope, Gone, Later, Never, Place, Platform
from adapters.ports.clock import Clock
from adapters.ports.desk import Desk, Met, Profile
from adapters.ports.opinion import Opinion, Opinions, Question
from adapters.ports.queue import DueNudge, Outgoing, Queue
from adapters.ports.store import Away, Known, KnownHistory, KnownTeam, Store, Unit
from adapters.ports.tenants import Tenant, Tenants
from adapters.ports.words import Run, Say

__all__ = [
    "Account",
    "Away",
    "Board",
    "Calendar",
    "CalendarLink",
    "Clock",
    "Desk",
    "DueNudge",
    "Envelope",
    "Feed",
    "Gone",
    "Known",
    "KnownHistory",
    "KnownTeam",
    "Later",
    "Met",
    "Never",
    "Opinion",
    "Opinions",
    "Outgoing",
    "Place",
    "Platform",
    "Profile",
    "Question",
    "Queue",
    "Run",
    "Say",
    "Store",
    "Tenant",
    "Tenants",
    "Unit",
    "WebPost",
]
