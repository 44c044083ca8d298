"""Who is kept out, and what an answer carries."""

from __future__ import annotations

from dataclasses import replace

import pytest
from aiohttp.test_utils import TestClient, TestServer

from adapters.chat.web import application
from adapters.ports import Away
from tests.adapters.web.conftest import Visitor
from tests.adapters.web.fakes import MARA, MemoryBoard, world

SAY = {"rep": str(MARA.id), "delivery": "delivery-x", "language": "en", "text": "hello"}


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "user@localhost", "10.0.0.1", "", "127.0.0.1:1:2"],
)
async def test_another_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    for path in ("/", "/api/people"):
        answer = await visitor.client.get(path, headers={"Host": host})
        assert answer.status == 403


@pytest.mark.parametrize("host", ["localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"])
async def test_the_names_of_loopback_are_let_in(visitor: Visitor, host: str) -> None:
    assert (await visitor.client.get("/", headers={"Host": host})).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://localhost"},
        {"Origin": "http://localhost:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
async def test_another_sites_page_can_neither_post_nor_read(
    visitor: Visitor, headers: dict[str, str]
) -> None:
    headers = {"Host": "localhost"} | headers
    assert (await visitor.client.post("/api/say", json=SAY, headers=headers)).status == 403
    assert (await visitor.client.get("/api/people", headers=headers)).status == 403
    assert visitor.coach.heard == []


async def test_the_page_itself_may_post(visitor: Visitor) -> None:
    headers = {
        "Host": "localhost:5",
        "Origin": "http://localhost:5",
        "Sec-Fetch-Site": "same-origin",
    }
    assert (await visitor.client.post("/api/say", json=SAY, headers=headers)).status == 200


async def test_a_form_of_another_page_cannot_post(visitor: Visitor) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded"):
        answer = await visitor.client.post(
            "/api/say", data=b'{"text": "x"}', headers={"Content-Type": kind}
        )
        assert answer.status == 415


async def test_while_the_store_is_away_the_page_is_told_so(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def away(*_: object) -> None:
        raise Away("no answer")

    monkeypatch.setattr(MemoryBoard, "put", away)
    answer = await visitor.client.post("/api/say", json=SAY)
    told = {"error": {"field": "", "problem": "no answer"}}
    assert (answer.status, await answer.json()) == (503, told)


async def test_a_body_over_the_limit_is_refused(visitor: Visitor) -> None:
    answer = await visitor.client.post("/api/say", json=SAY | {"text": "x" * 70_000})
    assert (answer.status, await answer.json()) == (
        413,
        {"error": {"field": "body", "problem": "is over 65536 bytes"}},
    )


async def test_a_text_over_the_limit_names_field_and_limit(visitor: Visitor) -> None:
    answer = await visitor.client.post("/api/say", json=SAY | {"text": "x" * 40_000})
    assert (answer.status, await answer.json()) == (
        400,
        {
            "error": {
                "field": "text",
                "problem": "has 40000 characters, at most 4000 are allowed",
            }
        },
    )
    assert await visitor.posts() == []


async def test_malformed_json_is_refused(visitor: Visitor) -> None:
    answer = await visitor.client.post(
        "/api/say", data=b'{"text": ', headers={"Content-Type": "application/json"}
    )
    assert (answer.status, (await answer.json())["error"]["field"]) == (400, "body")


async def test_every_answer_carries_the_safety_headers(visitor: Visitor) -> None:
    for path in ("/", "/app.js", "/api/people", "/nothing"):
        headers = (await visitor.client.get(path)).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/../read.py", "/%2e%2e/read.py", "/index.html", "/page/app.js"])
async def test_there_is_no_way_to_other_files(visitor: Visitor, path: str) -> None:
    assert (await visitor.client.get(path)).status == 404


async def test_without_a_mover_the_clock_cannot_be_moved() -> None:
    _, site = world()
    app = application(replace(site, mover=None))
    async with TestClient(TestServer(app, host="127.0.0.1")) as client:
        assert (await (await client.get("/api/people")).json())["moves"] is False
        assert (await client.post("/api/clock", json=SAY | {"to": "+1h"})).status == 405
