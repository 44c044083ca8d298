"""Works out what managers ask for, beside the conversation, and brings it back as an event."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from adapters.ports import Clock, KnownHistory, Store
from bot.requests import Requests, Wanted
from bot.workdays import team_calendar
from coaching.effectiveness.evaluating import Results, Statistics, asked, found
from coaching.effectiveness.figures import Evaluation
from coaching.errors import BadInput
from coaching.events import Gathered
from coaching.history import History
from coaching.people import Policy
from coaching.team_figures import TeamReport
from coaching.team_report import report

log = logging.getLogger(__name__)
Handle = Callable[[UUID, UUID, Gathered], Awaitable[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Works out one team's figures from all that is kept of it.

    `results` reads the operator's file, None where there is none; raises `BadInput`.
    """

    store: Store
    clock: Clock
    policy: Policy
    kept: timedelta
    statistics: Statistics
    results: Callable[[], Results | None]

    async def team(self, workspace_id: UUID, team_id: UUID) -> TeamReport:
        """A team's last four weeks; raises `Unknown`."""
        history = await self._history(workspace_id, team_id)
        return await asyncio.to_thread(report, history)

    async def evaluation(self, workspace_id: UUID, team_id: UUID) -> Evaluation:
        """Whether it works; raises `Unknown`, and `BadInput` where the results are not fit."""
        history = await self._history(workspace_id, team_id)
        what = await asyncio.to_thread(lambda: asked(history, self.results()))
        return found(what, await self.statistics.work_out(what.samples, len(what.comparisons)))

    async def _history(self, workspace_id: UUID, team_id: UUID) -> History:
        now = self.clock.now()
        async with self.store.look(workspace_id) as unit:
            known = await unit.history(team_id, since=now - self.kept)
        return self._of(known, now)

    def _of(self, known: KnownHistory, now: datetime) -> History:
        return History(
            now=now,
            team=known.team,
            work=team_calendar(known.team, self.policy, now.date()),
            people=known.people,
            calls=known.calls,
            promises=known.promises,
            notes=known.notes,
            told=known.told,
        )


class Gathering:
    """Does what managers asked for, one after the other: it may take seconds."""

    def __init__(self, *, requests: Requests, figures: Figures, handle: Handle) -> None:
        """Take from these requests; `handle` tells the coach what came of each."""
        self._requests = requests
        self._figures = figures
        self._handle = handle

    async def work(self) -> int:
        """Work out all that waits; return how much that was."""
        taken = self._requests.take()
        for wanted in taken:
            try:
                await self._one(wanted)
            except Exception:
                # One team's history must not keep the others from their figures.
                log.exception("Figures could not be told", extra={"rep": str(wanted.rep_id)})
        return len(taken)

    async def _one(self, wanted: Wanted) -> None:
        gather = wanted.gather
        told: TeamReport | Evaluation | None
        try:
            if gather.what == "team":
                told = await self._figures.team(wanted.workspace_id, gather.team_id)
            else:
                told = await self._figures.evaluation(wanted.workspace_id, gather.team_id)
        except BadInput as fault:
            # For the operator; the manager is told that it could not be done.
            log.error("The results cannot be read: %s", fault)  # noqa: TRY400 - one line is owed
            told = None
        except Exception:
            # Whoever waits is told, whatever it was.
            log.exception("Figures could not be had", extra={"rep": str(wanted.rep_id)})
            told = None
        event = Gathered(message=gather.message, team_id=gather.team_id, told=told)
        await self._handle(wanted.workspace_id, wanted.rep_id, event)
