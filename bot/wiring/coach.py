"""The coach with its judge and the rules of this company."""

from __future__ import annotations

from pathlib import Path

from bot import examples, judges
from bot.config import Config
from bot.examples import Taught
from bot.service import Coach
from coaching.decide import decide
from coaching.domains import BOTS, FREE_MAIL
from coaching.errors import BadInput
from coaching.judge import Judge
from coaching.meetings import Rules


def coach(config: Config) -> Coach:
    """The coach of this company."""
    model = config.opinion.host if config.opinion else ""
    return Coach(
        decide=decide, judge=judge(config), policy=config.timing, rules=rules(config), model=model
    )


def judge(config: Config | None = None) -> Judge:
    """The judge that comes with the product, with the company's examples on top."""
    return judges.learned(_examples(config))


def taught(config: Config) -> Taught:
    """What the company's examples change; raises `BadInput` where there are none."""
    file = _examples(config)
    if file is None:
        raise BadInput("judge.examples", "names no file in app.yaml yet")
    return examples.taught(judges.plain(), judges.told(file))


def rules(config: Config) -> Rules:
    """How calendar entries are told apart in this company."""
    return Rules(
        own_domains=frozenset(config.workspace.domains),
        ignore_titles=config.calendars.ignore_titles,
        coach_titles=config.calendars.coach_titles,
        free_mail=FREE_MAIL | set(config.calendars.free_mail),
        bots=BOTS,
    )


def _examples(config: Config | None) -> Path | None:
    return Path(config.judge.examples) if config and config.judge.examples else None
