"""The platforms on which everybody is there by themselves: the page and the console."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TextIO
from uuid import UUID

from aiohttp.web import Application

from adapters.chat import console, web
from adapters.ports import Account, Clock, Place, Platform, Say
from bot import words
from bot.enrol import Home
from bot.program import Program
from bot.wiring.ground import Ground
from coaching.messages import Message, Text
from coaching.people import Language, Rep, Team


@dataclass(slots=True)
class People:
    """Who is here, once they are enrolled."""

    reps: tuple[Rep, ...] = ()
    teams: tuple[Team, ...] = ()


def at_home(
    ground: Ground, people: People, out: TextIO | None, *, colour: bool
) -> tuple[dict[str, Platform], list[Home]]:
    """The platforms that are on, and where each of them reaches people without an installation."""
    platforms: dict[str, Platform] = {}
    homes: list[Home] = []
    if ground.config.platforms.web:
        platforms["web"] = web.Web(board=ground.opened.board, clock=ground.clock)
        homes.append(_Home(rep_place=web.rep_place, team_place=web.team_place))
    if out is not None:
        head = _Head(people, ground.clock)
        platforms[console.NAME] = console.Console(out=out, head=head, colour=colour)
        homes.append(_Home(rep_place=console.rep_place, team_place=console.team_place))
    return platforms, homes


def page(program: Program, mover: web.Mover | None = None) -> Application:
    """The page on this program; with a `mover` its clock can be moved."""
    return web.application(
        web.Site(
            door=program.door,
            board=program.board,
            clock=program.clock,
            words=program.words.speaker,
            mover=mover,
        )
    )


def printed(message: Message, say: Say, *, colour: bool = False) -> str:
    """A message as the console shows it."""
    return "\n".join(console.draw(message, say, columns=console.COLUMNS, colour=colour))


def said(text: Text, language: Language, now: datetime) -> str:
    """A sentence of the coach in a language, without styles."""
    return words.read().speaker(language, "UTC", now).plain(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Home:
    """A platform on which everybody named in app.yaml is there by themselves."""

    rep_place: Callable[[UUID], Place]
    team_place: Callable[[UUID], Place]

    def rep(self, rep: Rep) -> tuple[Account, Place]:
        place = self.rep_place(rep.id)
        return Account(platform=place.platform, tenant=place.tenant, user=str(rep.id)), place

    def team(self, team: Team) -> Place:
        return self.team_place(team.id)


@dataclass(frozen=True, slots=True)
class _Head:
    """Says over a message on the console when it is in its place, and whose place that is."""

    people: People
    clock: Clock

    def __call__(self, place: Place) -> str:
        for rep in self.people.reps:
            if console.rep_place(rep.id) == place:
                zone = next(team.zone for team in self.people.teams if team.id == rep.team_id)
                return self._line(rep.name, rep.language, rep.zone or zone)
        for team in self.people.teams:
            if console.team_place(team.id) == place:
                return self._line(f"#{team.name}", team.language, team.zone)
        return place.address

    def _line(self, name: str, language: Language, zone: str) -> str:
        return f"{words.read().speaker(language, zone, self.clock.now()).stamp()}  {name}"
