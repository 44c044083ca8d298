"""The people the coach works for, and how each of them wants to be reached."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from typing import Literal
from uuid import UUID

Language = Literal["en", "zh-Hans"]
LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans")
# What somebody gets, so that it can be told what helps (METHOD §12): the whole coach; only reviews,
# so only the attention; nothing. Who manages and sells nothing is no rep.
Group = Literal["coached", "attention", "control"]
GROUPS: tuple[Group, ...] = ("coached", "attention", "control")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """When the coach may speak (DESIGN "When"); an operator's values, most per rep.

    All lengths are `timedelta`; `workdays` counts Monday as 0; the hours are local to the rep.
    """

    workdays: frozenset[int] = frozenset({0, 1, 2, 3, 4})
    day_starts: time = time(8, 30)
    day_ends: time = time(18, 30)
    prompt_before: timedelta = timedelta(hours=3)
    prompt_latest: timedelta = timedelta(minutes=30)
    prompt_reach: timedelta = timedelta(days=4)
    last_chance: timedelta = timedelta(minutes=5)
    cue_before: timedelta = timedelta(minutes=10)
    cue_earliest: timedelta = timedelta(minutes=30)
    review_after: timedelta = timedelta(minutes=10)
    review_grace: timedelta = timedelta(minutes=60)
    review_open: timedelta = timedelta(days=7)
    review_open_workdays: int = 2
    reminder_before: timedelta = timedelta(minutes=45)
    reminder_gap: timedelta = timedelta(minutes=60)
    reminder_latest: timedelta = timedelta(minutes=15)
    promise_workdays: int = 3
    moved_far: timedelta = timedelta(minutes=60)
    agenda_from: int = 3
    agenda_lead: timedelta = timedelta(minutes=30)
    daily_cap: int = 8
    cues: bool = True
    reminders: bool = True
    agendas: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a rep set differently from the operator's policy; None means "as the policy says"."""

    workdays: frozenset[int] | None = None
    day_starts: time | None = None
    day_ends: time | None = None
    prompt_before: timedelta | None = None
    cues: bool | None = None
    reminders: bool | None = None
    agendas: bool | None = None

    def over(self, policy: Policy) -> Policy:
        """The policy with the rep's own choices laid over it."""
        chosen = {
            name: value for name in self.__slots__ if (value := getattr(self, name)) is not None
        }
        return replace(policy, **chosen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Configured:
    """What the operator said last of a rep; what differs from it in `Rep` is the rep's own.

    Where the operator names no zone, `follows` says that zone and language are those of the rep's
    profile on a platform, and change with it.
    """

    language: Language
    zone: str | None
    country: str | None
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Rep:
    """A sales rep, as one workspace knows them.

    `zone` is an IANA name, None until known (no nudge is sent before); `country` is ISO 3166-1
    alpha-2, for public holidays. `opinions` is whether a language model may read their drafts,
    where the operator has turned one on. `manages` are the teams whose figures they may see;
    `sells` is not true of somebody who only manages: they are never nudged.
    """

    id: UUID
    team_id: UUID
    name: str
    address: str
    language: Language = "en"
    zone: str | None = None
    country: str | None = None
    paused_until: datetime | None = None
    preferences: Preferences = field(default_factory=Preferences)
    active: bool = True
    opinions: bool = True
    configured: Configured | None = None
    group: Group = "coached"
    manages: tuple[UUID, ...] = ()
    sells: bool = True

    @property
    def is_coached(self) -> bool:
        """Whether they get the method: who only gets attention, or nothing, does not."""
        return self.sells and self.group == "coached"


@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """A team and the moment of its weekly digest (`digest_weekday`: Monday is 0).

    `per_person` is whether its managers see how many calls each rep held, planned and reviewed.
    """

    id: UUID
    name: str
    language: Language = "en"
    zone: str = "UTC"
    digest_weekday: int = 4
    digest_time: time = time(16, 0)
    per_person: bool = False
