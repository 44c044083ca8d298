"""Plays a script: time passes as in production, people act, the coach is held to its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bot.players.body import Body
from bot.players.chat import ChatPlayer
from bot.players.console import AtConsole
from bot.players.form import FormPlayer
from bot.players.hands import Player
from bot.players.web import OnPage
from bot.replay import expecting, moments
from bot.replay.ear import Heard
from bot.replay.intents import Intent, Plan, Promised, Revise
from bot.replay.script import Changes, Expected, Step, Way
from bot.replay.stage import Setting, Stage, Venue
from bot.replay.transcript import Transcript
from coaching.errors import CoachError
from coaching.messages import Moment, Quoted, text
from coaching.people import Rep


class Mismatch(CoachError):
    """What happened is not what the script says."""


On = Literal["console", "web"]
VENUES: Mapping[On, Callable[[], Venue]] = {"console": AtConsole, "web": OnPage}


async def replay(setting: Setting, transcript: Transcript, *, by: Way, at: Venue) -> None:
    """Play a script to its end; raises `Mismatch` at the first step that does not hold."""
    stage = Stage(setting=setting, venue=at, listener=transcript.heard, began=transcript.began)
    async with stage:
        names = {rep.id: rep.name for rep in stage.program.enrolled.reps}
        body = Body(at.hands(stage), lambda rep_id, words: transcript.did(names[rep_id], words))
        players: dict[Way, Player] = {
            "form": FormPlayer(body, stage),
            "chat": ChatPlayer(body, stage),
        }
        show = _Show(stage=stage, players=players, by=by, transcript=transcript)
        for number, step in enumerate(setting.script.steps, start=1):
            try:
                await show.play(step)
            except CoachError as fault:
                raise Mismatch(f"step {number}: {fault}") from fault


@dataclass(slots=True, kw_only=True)
class _Show:
    """A script while it is played; what was said before `_checked` has been looked at."""

    stage: Stage
    players: dict[Way, Player]
    by: Way
    transcript: Transcript
    _checked: dict[str, int] = field(default_factory=dict)

    async def play(self, step: Step) -> None:
        """One step, in the order of its fields; raises `CoachError` where something is amiss."""
        stage = self.stage
        if step.at:
            await stage.play_until(moments.instant(step.at, self._today, stage.zone))
        if step.restart:
            self.transcript.note(text("transcript-restart"))
            await stage.restart()
        rep = await stage.rep(step.who or stage.setting.script.reps[0].name)
        if step.calendar:
            self._tell(rep, step.calendar)
            await stage.change(rep.name, step.calendar, self._today)
        player = self.players[step.by or self.by]
        refused = await self._act(player, rep, step.rep.intent) if step.rep else frozenset()
        if refused != frozenset(step.refused):
            wanted = ", ".join(step.refused) or "nothing"
            raise Mismatch(f"refused was {', '.join(sorted(refused)) or 'nothing'}, not {wanted}")
        self._check(step, stage.place(rep.id), stage.channel)

    @property
    def _today(self) -> date:
        return self.stage.clock.now().astimezone(self.stage.zone).date()

    def _tell(self, rep: Rep, changes: Changes) -> None:
        """Put a change of the calendar into the transcript."""
        zone, today = self.stage.zone, self._today
        moved = [
            text(
                "transcript-moved",
                entry=Quoted(self.stage.title(rep.name, one.id)),
                when=Moment(moments.instant(one.start, today, zone)),
            )
            for one in changes.moved
        ]
        off = [
            text("transcript-cancelled", entry=Quoted(self.stage.title(rep.name, one)))
            for one in changes.cancelled
        ]
        new = [text("transcript-added", entry=Quoted(one.title)) for one in changes.added]
        head = text("transcript-calendar", name=Quoted(rep.name))
        self.transcript.note(head, *moved, *off, *new)

    # ---- acting ------------------------------------------------------------------------------

    async def _act(self, player: Player, rep: Rep, intent: Intent) -> frozenset[str]:
        """Do what is meant, and see that a plan is stored as it was meant; what was refused."""
        about = await self._about(rep, intent)
        refused = await player.act(rep.id, intent, about)
        if isinstance(intent, Plan | Revise) and not refused:
            plan = (await self.stage.call_by_id(rep.id, about)).plan
            for name, words in intent.answers().items():
                kept = getattr(plan, name)
                if kept != words:
                    raise Mismatch(f"the plan's {name} is “{kept}” now, not “{words}”")
        return frozenset(refused)

    async def _about(self, rep: Rep, intent: Intent) -> str:
        """The id of what an intent is about."""
        name = getattr(intent, "call", "")
        if not name:
            return ""
        call = await self.stage.call(rep, name)
        if isinstance(intent, Promised):
            return await self.stage.promise_of(rep, call)
        return str(call.id)

    # ---- checking ----------------------------------------------------------------------------

    def _check(self, step: Step, rep: str, team: str) -> None:
        if step.coach_says:
            self._said(rep, step.coach_says)
        if step.exactly:
            heard = self._since(rep)
            if expecting.unlike(step.exactly, heard):
                wanted = ", ".join(one.key for one in step.exactly)
                raise Mismatch(f"expected exactly {wanted}, but\n{expecting.listed(heard)}")
        if step.silent:
            heard = self._since(rep)
            if any(not one.changed for one in heard):
                raise Mismatch(f"expected silence, but\n{expecting.listed(heard)}")
        if step.channel_says:
            self._said(team, step.channel_says)
        for place, asked in ((rep, _looks_at_rep(step)), (team, bool(step.channel_says))):
            if asked:
                self._checked[place] = len(self.stage.ear.heard)

    def _said(self, place: str, expected: tuple[Expected, ...]) -> None:
        heard = self._since(place)
        lacking = expecting.missing(expected, heard)
        if lacking is not None:
            words = f" with “{lacking.contains}” in it" if lacking.contains else ""
            raise Mismatch(
                f"expected {lacking.key}{words}, but the coach said\n{expecting.listed(heard)}"
            )

    def _since(self, place: str) -> tuple[Heard, ...]:
        return self.stage.ear.at(place, self._checked.get(place, 0))


def _looks_at_rep(step: Step) -> bool:
    return bool(step.coach_says or step.exactly or step.silent)
