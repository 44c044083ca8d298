"""Calls and views that try the fake: what an app might send, right and wrong."""

from __future__ import annotations

from typing import Any

import aiohttp

from tests.adapters.slack.fake.slack import FakeSlack
from tests.adapters.slack.fake.state import Json


async def call(slack: FakeSlack, method: str, token: str | None = None, **asked: Any) -> Json:
    """What a method answers to JSON."""
    used = slack.token if token is None else token
    headers = {"Authorization": f"Bearer {used}"} if used else {}
    async with (
        aiohttp.ClientSession() as session,
        session.post(slack.api + method, json=asked, headers=headers) as answer,
    ):
        told: Json = await answer.json()
        if answer.status != 200:
            told |= {"status": answer.status, "wait": answer.headers.get("Retry-After")}
        return told


async def read(slack: FakeSlack, method: str, **asked: str) -> Json:
    """What a method that reads answers."""
    headers = {"Authorization": f"Bearer {slack.token}"}
    async with (
        aiohttp.ClientSession() as session,
        session.get(slack.api + method, params=asked, headers=headers) as answer,
    ):
        told: Json = await answer.json()
        return told


def button(label: str = "Go", **more: Any) -> Json:
    return {"type": "button", "text": {"type": "plain_text", "text": label}, **more}


def actions(*elements: Json, **more: Any) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def menu(*labels: str, **more: Any) -> Json:
    options = [
        {"text": {"type": "plain_text", "text": one}, "value": f"v{number}"}
        for number, one in enumerate(labels)
    ]
    return {"type": "static_select", "options": options, **more}


def chart(**more: Any) -> Json:
    series = [{"name": "Won", "data": [{"label": "W1", "value": 2}]}]
    told: Json = {"type": "bar", "series": series, "axis_config": {"categories": ["W1"]}, **more}
    return {"type": "data_visualization", "title": "Week", "chart": told}


def words(*runs: Json) -> Json:
    section = {"type": "rich_text_section", "elements": list(runs)}
    return {"type": "rich_text", "elements": [section]}


def asking(element: Json, **more: Any) -> Json:
    told: Json = {"type": "input", "block_id": "b", "element": element, **more}
    return {**told, "label": {"type": "plain_text", "text": told["block_id"].capitalize()}}


def modal(*blocks: Json, **more: Any) -> Json:
    told = {"type": "modal", "title": {"type": "plain_text", "text": "Plan"}}
    return {
        **told,
        "submit": {"type": "plain_text", "text": "Go"},
        "blocks": list(blocks) or EMPTY,
        **more,
    }


EMPTY = [{"type": "divider"}]
TYPED = {"type": "plain_text_input", "action_id": "value"}
