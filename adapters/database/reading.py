"""Reading what is stored about a rep or a team."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, RowMapping, Select, or_, select

from adapters.database.codec import load
from adapters.database.rows import value_of
from adapters.database.scope import Scope
from adapters.database.tables import (
    accounts,
    conversations,
    customers,
    dissents,
    learnings,
    lessons,
    meetings,
    opportunities,
    participations,
    promises,
    reps,
    teams,
    told,
)
from adapters.ports import Account, Known, KnownTeam
from coaching.calls import Call, Customer, Learning, Opportunity, Promise
from coaching.conversation import Conversation
from coaching.dissent import Dissent
from coaching.errors import Unknown
from coaching.meetings import Lesson
from coaching.nudge import Told
from coaching.people import Rep, Team
from coaching.spans import Span

# What was told is found by the call's start; a call that ended after `since` may have begun before.
_LONGEST_CALL = timedelta(days=7)
_CUSTOMER = tuple(column.label(f"its_{column.name}") for column in customers.c)
_Busy = tuple[tuple[str, Span], ...]


async def known(scope: Scope, rep_id: UUID, since: datetime) -> Known:
    """One rep's stored state; raises `Unknown`."""
    rep = await rep_by_id(scope, rep_id)
    conversation, busy = await _conversation(scope, rep_id)
    theirs = promises.c.rep_id == rep_id
    pending = or_(promises.c.kept.is_(None), promises.c.settled_at > since)
    recent = told.c.start > since - _LONGEST_CALL
    return Known(
        rep=rep,
        team=await team_by_id(scope, rep.team_id),
        conversation=conversation,
        calls=await _calls(
            scope, participations.c.rep_id == rep_id, participations.c.ends_at > since
        ),
        busy=busy,
        opportunities=await _opportunities(scope, rep),
        promises=await _promises(scope, theirs, pending),
        told=await _told(scope, rep_id, recent),
        lessons=await _lessons(scope, rep_id),
    )


async def known_team(scope: Scope, team_id: UUID, since: datetime) -> KnownTeam:
    """One team's stored state, by its opportunities: calls stay with the team they were made in."""
    team = await team_by_id(scope, team_id)
    ours = opportunities.c.team_id == team_id
    lately = or_(promises.c.due_on >= since.date(), promises.c.settled_at > since)
    calls = await _calls(scope, ours, participations.c.ends_at > since)
    shared = await scope.rows(
        scope.select(learnings)
        .where(learnings.c.team_id == team_id, learnings.c.shared_at > since)
        .order_by(learnings.c.shared_at, learnings.c.id)
    )
    found = tuple(value_of(row, Learning) for row in shared)
    people = {call.rep_id for call in calls} | {learning.rep_id for learning in found}
    named = or_(reps.c.team_id == team_id, reps.c.id.in_(people))
    return KnownTeam(
        team=team,
        calls=calls,
        promises=await _promises(scope, ours, lately),
        learnings=found,
        names={row["id"]: row["name"] for row in await scope.rows(scope.select(reps).where(named))},
    )


async def rep_by_id(scope: Scope, rep_id: UUID) -> Rep:
    """A rep; raises `Unknown`."""
    row = await scope.row(scope.select(reps).where(reps.c.id == rep_id))
    if row is None:
        raise Unknown(f"there is no rep {rep_id} in this workspace")
    return value_of(row, Rep)


async def team_by_id(scope: Scope, team_id: UUID) -> Team:
    """A team; raises `Unknown`."""
    row = await scope.row(scope.select(teams).where(teams.c.id == team_id))
    if row is None:
        raise Unknown(f"there is no team {team_id} in this workspace")
    return value_of(row, Team)


async def all_teams(scope: Scope) -> tuple[Team, ...]:
    """All teams, by name."""
    rows = await scope.rows(scope.select(teams).order_by(teams.c.name, teams.c.id))
    return tuple(value_of(row, Team) for row in rows)


async def all_reps(scope: Scope) -> tuple[Rep, ...]:
    """All reps, by name."""
    rows = await scope.rows(scope.select(reps).order_by(reps.c.name, reps.c.id))
    return tuple(value_of(row, Rep) for row in rows)


async def all_dissents(scope: Scope, since: datetime | None) -> tuple[Dissent, ...]:
    """What reps see otherwise, said at `since` or later, oldest first."""
    wanted = scope.select(dissents)
    if since is not None:
        wanted = wanted.where(dissents.c.said_at >= since)
    rows = await scope.rows(wanted.order_by(dissents.c.said_at, dissents.c.id))
    return tuple(value_of(row, Dissent) for row in rows)


async def rep_of(scope: Scope, account: Account) -> Rep | None:
    """The rep behind an account."""
    row = await scope.row(
        scope.select(reps)
        .join(accounts, scope.join(accounts, reps, "rep_id"))
        .where(
            accounts.c.platform == account.platform,
            accounts.c.tenant == account.tenant,
            accounts.c.user == account.user,
        )
    )
    return None if row is None else value_of(row, Rep)


async def _conversation(scope: Scope, rep_id: UUID) -> tuple[Conversation, _Busy]:
    row = await scope.row(scope.select(conversations).where(conversations.c.rep_id == rep_id))
    if row is None:
        return Conversation(rep_id=rep_id), ()
    stored = {**row["state"], "rep_id": str(rep_id), "version": row["version"]}
    return load(stored, Conversation), load(row["busy"], _Busy)


async def _calls(scope: Scope, *where: ColumnElement[bool]) -> tuple[Call, ...]:
    rows = await scope.rows(
        scope.select(participations, meetings.c.key, meetings.c.series)
        .join(meetings, scope.join(participations, meetings, "meeting_id"))
        .join(opportunities, scope.join(participations, opportunities, "opportunity_id"))
        .where(*where)
        .order_by(participations.c.starts_at, participations.c.id)
    )
    return tuple(value_of(row, Call) for row in rows)


async def _opportunities(scope: Scope, rep: Rep) -> dict[UUID, Opportunity]:
    """The team's, and those of calls that the rep had in another team."""
    own = select(participations.c.opportunity_id).where(
        scope.mine(participations), participations.c.rep_id == rep.id
    )
    rows = await scope.rows(
        scope.select(opportunities, *_CUSTOMER)
        .join(customers, scope.join(opportunities, customers, "customer_id"))
        .where(or_(opportunities.c.team_id == rep.team_id, opportunities.c.id.in_(own)))
    )
    return {row["id"]: _opportunity(row) for row in rows}


def _opportunity(row: RowMapping) -> Opportunity:
    columns = {column.name: row[f"its_{column.name}"] for column in customers.c}
    return value_of(row, Opportunity, customer=value_of(columns, Customer))


async def _promises(scope: Scope, *where: ColumnElement[bool]) -> tuple[Promise, ...]:
    rows = await scope.rows(
        scope.select(promises)
        .join(opportunities, scope.join(promises, opportunities, "opportunity_id"))
        .where(*where)
        .order_by(promises.c.due_on, promises.c.id)
    )
    return tuple(value_of(row, Promise) for row in rows)


async def _told(scope: Scope, rep_id: UUID, recent: ColumnElement[bool]) -> tuple[Told, ...]:
    statement: Select[Any] = scope.select(told).where(told.c.rep_id == rep_id, recent)
    rows = await scope.rows(statement.order_by(told.c.at, told.c.kind, told.c.about))
    return tuple(value_of(row, Told) for row in rows)


async def _lessons(scope: Scope, rep_id: UUID) -> tuple[Lesson, ...]:
    statement = scope.select(lessons).where(lessons.c.rep_id == rep_id)
    rows = await scope.rows(statement.order_by(lessons.c.scope, lessons.c.value))
    return tuple(value_of(row, Lesson) for row in rows)
