"""Looks an installation over: what is fit, what is not, and what to do about it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from adapters.ports import CalendarLink, Clock
from bot import judges, wiring
from bot.calendars import window
from bot.config import Config
from bot.config.keys import Evaluate, Judging, Opinion
from bot.findings import Finding
from bot.program import Program
from bot.results import results
from coaching.errors import CoachError
from coaching.ids import configured_link
from coaching.people import Rep
from coaching.sorting import sort


async def examine(config: Config, clock: Clock) -> AsyncIterator[Finding]:
    """What there is to say about an installation, one finding after the other."""
    yield Finding(level="ok", what="configuration: every key is known and every value allowed")
    told = _examples(config)
    if told:
        yield told
    if told and told.level == "bad":
        # The rest can be looked at with the judge as it comes.
        config = config.model_copy(update={"judge": Judging()})
    try:
        async with wiring.build(config, clock, use="look") as program:
            yield Finding(level="ok", what="database: answers, with this program's schema")
            async for finding in _inside(program, config):
                yield finding
    except CoachError as fault:
        yield Finding(level="bad", what=f"database: {fault}")


def _examples(config: Config) -> Finding | None:
    """What there is to say of the company's own examples, where a file is named."""
    if not config.judge.examples:
        return None
    try:
        found = judges.told(Path(config.judge.examples))
    except CoachError as fault:
        return Finding(level="bad", what=f"judge: {fault}")
    what = f"judge: {len(found)} examples in {config.judge.examples}"
    return Finding(level="ok" if found else "look", what=what)


async def _inside(program: Program, config: Config) -> AsyncIterator[Finding]:
    if not program.enrolled.reps:
        yield Finding(level="look", what="people: app.yaml names nobody; see teams[].people[]")
    if not program.platforms:
        yield Finding(level="bad", what="platforms: none is on, nothing can be sent")
    if config.opinion:
        yield await _opinion(program, config.opinion)
    if config.evaluate.results:
        yield _results(config.evaluate)
    for door in (program.slack, program.teams):
        if door:
            async for finding in door.look_over():
                yield finding
    for rep in program.enrolled.reps:
        async for finding in _rep(program, rep):
            yield finding
    lately = program.clock.now() - timedelta(days=7)
    for reason, count in (await program.dropped(lately)).items():
        yield Finding(level="look", what=f"outbox: {count} not sent in 7 days: {reason}")


def _results(told: Evaluate) -> Finding:
    try:
        found = results(told)
    except CoachError as fault:
        return Finding(level="bad", what=f"results: {fault}")
    rows = found.rows if found else ()
    people = len({row.person for row in rows})
    what = f"results: {len(rows)} months of {people} people in {told.results}"
    return Finding(level="ok" if rows else "look", what=what)


async def _opinion(program: Program, told: Opinion) -> Finding:
    missing = wiring.opinion_missing(program.config)
    if missing:
        return Finding(level="bad", what=f"opinion: {missing}")
    asked, in_vain = await program.opinions_asked()
    what = f"{asked} of {told.per_day} asked today, {in_vain} in vain"
    return Finding(
        level="look" if in_vain else "ok", what=f"opinion: {told.model} at {told.host}, {what}"
    )


async def _rep(program: Program, rep: Rep) -> AsyncIterator[Finding]:
    if not rep.sells:
        yield Finding(level="ok", what=f"{rep.address}: manages, and is never nudged")
        return
    if rep.group == "control":
        yield Finding(level="ok", what=f"{rep.address}: in the control group, never messaged")
        return
    if rep.zone is None:
        what = f"{rep.address}: no zone known, so nothing is sent unprompted"
        yield Finding(level="look", what=what)
    async with program.store.open(program.workspace_id) as unit:
        stored = await unit.links(rep.id)
    # What app.yaml says is looked at before the server has taken it over.
    links = [link for link in program.enrolled.links if link.rep_id == rep.id]
    links += [link for link in stored if link.id != configured_link(rep.id)]
    if not links:
        yield Finding(level="look", what=f"{rep.address}: no calendar, so no call is found")
    for link in links:
        yield await _link(program, rep, link)


async def _link(program: Program, rep: Rep, link: CalendarLink) -> Finding:
    try:
        feed = await program.source(link, rep).read(window(program.clock.now()), {})
    except CoachError as fault:
        return Finding(level="bad", what=f"{rep.address}: {fault}")
    entries = feed.entries or ()
    coached = sum(sort(entry, program.rules, rep.address).coached for entry in entries)
    what = f"{rep.address}: calendar read, {len(entries)} entries, {coached} customer calls"
    return Finding(level="ok", what=what)
