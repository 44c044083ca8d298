"""A language model's second opinion, where app.yaml names one."""

from __future__ import annotations

from adapters.opinion import missing, open_model
from bot.config import Config
from bot.opinions import Budget, SecondOpinions
from bot.service import Service
from bot.wiring.ground import Ground


def second_opinions(ground: Ground, service: Service) -> SecondOpinions | None:
    """Who asks the model; None where there is none, or where the program only looks."""
    config = ground.config.opinion
    if not config or ground.use == "look":
        return None
    model = open_model(config, ground.clock)
    ground.closing.push_async_callback(model.close)
    return SecondOpinions(
        opinion=model,
        waiting=ground.opened.opinions,
        service=service,
        clock=ground.clock,
        budget=Budget(workspace_id=ground.workspace_id, per_day=config.per_day),
    )


def opinion_missing(config: Config) -> str:
    """What is missing for the language model that app.yaml names; empty where nothing is."""
    return missing(config.opinion.vendor) if config.opinion else ""
