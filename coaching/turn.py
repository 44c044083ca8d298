"""All that the coach knows when it decides: one rep's situation, or one team's week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import assert_never
from uuid import UUID

from coaching.actions import Entity
from coaching.calls import Call, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent, TakenBack
from coaching.judge import Judge
from coaching.links import Link, Linked, Unlinked, host_of
from coaching.meetings import Lesson, Rules
from coaching.notes import Forgotten, Note
from coaching.nudge import Told
from coaching.people import Policy, Rep, Team
from coaching.spans import Span, WorkCalendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """A colleague's part in a meeting in which the rep has one too: the call is the colleague's."""

    call_id: UUID
    rep_id: UUID
    name: str
    customer: str
    meeting_id: UUID
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One rep's situation at `now` (aware UTC).

    `policy` already has the rep's preferences laid over it. `work` is None until the zone is
    known. `calls` and `promises` are all that may still matter: calls that start from 30 days ago
    on, open promises. `busy` are the blocking entries of the rep's calendars with the key of the
    occurrence, so that a call does not stand in its own way. `zones` and `countries` are the names
    that a rep may choose from (IANA, ISO 3166-1 alpha-2). `model` is the host of the language
    model that gives second opinions here, empty where there is none; `links` are their calendars.
    `notes` are all that the rep keeps, and what they noted for others; `shared` is what their team
    shared, with the `names` of its people and of colleagues by id; `joint` are the parts that
    colleagues have in the rep's meetings; `managed` are the names of the teams they manage, by id.
    """

    now: datetime
    rep: Rep
    team: Team
    policy: Policy
    work: WorkCalendar | None
    rules: Rules
    judge: Judge
    conversation: Conversation
    calls: tuple[Call, ...] = ()
    busy: tuple[tuple[str, Span], ...] = ()
    opportunities: Mapping[UUID, Opportunity] = field(default_factory=dict)
    promises: tuple[Promise, ...] = ()
    told: tuple[Told, ...] = ()
    zones: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    model: str = ""
    links: tuple[Link, ...] = ()
    notes: tuple[Note, ...] = ()
    shared: tuple[Learning, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)
    joint: tuple[Joint, ...] = ()
    managed: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The rep's date; that of UTC until their zone is known."""
        return self.work.local_date(self.now) if self.work else self.now.date()

    def call(self, call_id: str) -> Call | None:
        """The call of that id, if it is one of this rep's."""
        return next((call for call in self.calls if str(call.id) == call_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamWeek:
    """A team's last five weeks at `now`, for the digest.

    `calls` are all the team's calls of these weeks, one a rep; `names` are the reps' names by id.
    """

    now: datetime
    team: Team
    judge: Judge
    work: WorkCalendar
    calls: tuple[Call, ...] = ()
    promises: tuple[Promise, ...] = ()
    learnings: tuple[Learning, ...] = ()
    names: Mapping[UUID, str] = field(default_factory=dict)


def after(situation: Situation, saves: tuple[Entity, ...]) -> Situation:
    """The situation once these things are saved."""
    calls = {call.id: call for call in situation.calls}
    opportunities = dict(situation.opportunities)
    promises = {promise.id: promise for promise in situation.promises}
    changes: dict[str, object] = {}
    told = list(situation.told)
    lessons = list(situation.rules.lessons)
    for entity in saves:
        match entity:
            case Call():
                calls[entity.id] = entity
            case Opportunity():
                opportunities[entity.id] = entity
            case Promise():
                promises[entity.id] = entity
            case Told():
                told.append(entity)
            case Lesson():
                lessons.append(entity)
            case Conversation():
                changes["conversation"] = entity
            case Rep():
                changes["rep"] = entity
            case (
                Learning() | Dissent() | TakenBack() | Linked() | Unlinked() | Note() | Forgotten()
            ):
                pass
            case _:
                assert_never(entity)
    return replace(
        situation,
        calls=tuple(calls.values()),
        opportunities=opportunities,
        promises=tuple(promises.values()),
        told=tuple(told),
        links=_links(situation, saves),
        notes=_notes(situation, saves),
        rules=replace(situation.rules, lessons=tuple(lessons)),
        **changes,  # type: ignore[arg-type]  # by name, as above
    )


def _links(situation: Situation, saves: tuple[Entity, ...]) -> tuple[Link, ...]:
    links = {link.id: link for link in situation.links}
    for entity in saves:
        if isinstance(entity, Linked):
            links[entity.id] = Link(id=entity.id, host=host_of(entity.address))
        elif isinstance(entity, Unlinked):
            links.pop(entity.id, None)
    return tuple(links.values())


def _notes(situation: Situation, saves: tuple[Entity, ...]) -> tuple[Note, ...]:
    notes = {note.id: note for note in situation.notes}
    for entity in saves:
        if isinstance(entity, Note):
            notes[entity.id] = entity
        elif isinstance(entity, Forgotten):
            notes.pop(entity.id, None)
    return tuple(notes.values())
