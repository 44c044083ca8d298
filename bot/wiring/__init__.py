"""Puts the program together; the only place that names a concrete adapter.

Slack and Teams have a file each here, imported only where they are on.
"""

from __future__ import annotations

from bot.wiring.building import build
from bot.wiring.calendars import calendar
from bot.wiring.coach import judge, rules, taught
from bot.wiring.database import migrate
from bot.wiring.ground import Use
from bot.wiring.homes import page, printed, said
from bot.wiring.installed import slack_manifest, teams_package
from bot.wiring.opinion import opinion_missing

__all__ = [
    "Use",
    "build",
    "calendar",
    "judge",
    "migrate",
    "opinion_missing",
    "page",
    "printed",
    "rules",
    "said",
    "slack_manifest",
    "taught",
    "teams_package",
]
