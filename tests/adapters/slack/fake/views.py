"""The methods of views: forms that open by a trigger, and home tabs."""

from __future__ import annotations

from typing import Any, Literal

from tests.adapters.slack.fake.blocks import faults, named
from tests.adapters.slack.fake.inputs import too_large, view_faults
from tests.adapters.slack.fake.state import Grant, Json, Opened, Refusal, Trigger, World

DEEPEST = 3


def check_view(view: Any, kind: Literal["modal", "home"]) -> Json:
    """The view as it is, or a refusal of it."""
    blocks = view.get("blocks") if isinstance(view, dict) else None
    if found := view_faults(view, kind, faults(blocks, kind, "/view/blocks")):
        raise Refusal("invalid_arguments", found)
    if too_large(view):
        raise Refusal("view_too_large")
    return dict(view)


def show(world: World, user: str, view: Json, parent: str = "") -> Opened:
    """Let somebody see a view."""
    above = world.views.get(parent)
    shown = Opened(
        id=world.made("V"),
        user=user,
        team=world.people[user].team,
        view={**view, "blocks": named(view["blocks"], world)},
        hash=world.made("1700000000."),
        parent=parent,
        root=(above.root or above.id) if above else "",
    )
    world.views[shown.id] = shown
    return shown


def depth(world: World, view: str) -> int:
    """How many views lie on each other, that one on top."""
    return 1 + depth(world, world.views[view].parent) if view in world.views else 0


def open_(world: World, grant: Grant, asked: Json) -> Json:
    view = check_view(asked.get("view"), "modal")
    trigger = _used(world, asked)
    for one in [one.id for one in world.views.values() if one.user == trigger.user]:
        del world.views[one]
    return {"view": show(world, trigger.user, view).shown}


def push(world: World, grant: Grant, asked: Json) -> Json:
    view = check_view(asked.get("view"), "modal")
    trigger = _used(world, asked)
    top = [one.id for one in world.views.values() if one.user == trigger.user]
    if not top:
        raise Refusal("not_found")
    if depth(world, top[-1]) >= DEEPEST:
        raise Refusal("push_limit_reached")
    return {"view": show(world, trigger.user, view, top[-1]).shown}


def update(world: World, grant: Grant, asked: Json) -> Json:
    view = check_view(asked.get("view"), "modal")
    shown = world.views.get(str(asked.get("view_id")))
    if shown is None:
        raise Refusal("not_found")
    if asked.get("hash") not in (None, shown.hash):
        raise Refusal("hash_conflict")
    replace_view(world, shown, view)
    return {"view": shown.shown}


def replace_view(world: World, shown: Opened, view: Json) -> None:
    """Put another content into a view; what was typed into it is gone."""
    view = {**view, "blocks": named(view["blocks"], world)}
    shown.view, shown.hash, shown.state = view, world.made("1700000000."), {}


def publish(world: World, grant: Grant, asked: Json) -> Json:
    view = check_view(asked.get("view"), "home")
    user = str(asked.get("user_id"))
    person = world.people.get(user)
    if person is None or (not grant.org_wide and person.team != grant.team):
        raise Refusal("invalid_arguments", ["invalid `user_id` [json-pointer:/user_id]"])
    home = world.homes.get(user)
    if home is None:
        home = Opened(id=world.made("V"), user=user, team=person.team, view=view, hash="")
        world.homes[user] = home
    if asked.get("hash") not in (None, home.hash):
        raise Refusal("hash_conflict")
    replace_view(world, home, view)
    return {"view": home.shown}


def _used(world: World, asked: Json) -> Trigger:
    trigger = world.triggers.get(str(asked.get("trigger_id")))
    if trigger is None:
        raise Refusal("invalid_trigger_id")
    if trigger.used:
        raise Refusal("exchanged_trigger_id")
    if trigger.until < world.clock.now():
        raise Refusal("expired_trigger_id")
    trigger.used = True
    return trigger
