"""Slack put together: how the doctor sees it, and how app.yaml's channels come to their teams."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.chat.slack.manifest import SCOPES
from bot import doctor
from bot.config import Config
from bot.config.keys import Channels, TeamOf
from tests.adapters.slack.atwork import ADA, acme, at_work, config, install, keys, team
from tests.adapters.slack.fake.slack import FakeSlack

MEND = "put the manifest into the app anew, and reinstall it"
HERE = "http://127.0.0.1:1"


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with acme() as made:
        made.install("T1").scopes = ",".join(SCOPES)
        yield made


async def found(slack: FakeSlack, told: Config) -> list[str]:
    """What the doctor says of Slack."""
    findings = [str(one) async for one in doctor.examine(told, slack.clock)]
    return [line for line in findings if " slack: " in line]


async def test_the_doctor_finds_slack_fit(slack: FakeSlack, tmp_path: Path) -> None:
    told = config(tmp_path, keys(slack, "socket"), team(ADA, channel="C100"))
    assert await found(slack, told) == [
        "ok    slack: takes the app-level token",
        "ok    slack: Acme takes the token, and all scopes are granted",
        "ok    slack: the channel of north is there",
        "ok    slack: 2 of 2 people of app.yaml have an account",
    ]
    assert {one.method for one in slack.server.asked} == {
        "apps.connections.open",
        "auth.test",
        "conversations.info",
        "users.lookupByEmail",
    }


async def test_the_doctor_says_what_slack_lacks(slack: FakeSlack, tmp_path: Path) -> None:
    (grant,) = slack.world.grants.values()
    grant.scopes = ",".join(scope for scope in SCOPES if scope != "users:read")
    slack.channel("C200", "old").archived = True
    gone = other("south", "C300")
    old = other("west", "C200")
    del slack.world.people["U1"]
    told = config(tmp_path, keys(slack, "http"), team(ADA), gone, old)
    assert await found(slack, told) == [
        f"bad   slack: the installation in Acme lacks users:read: {MEND}",
        "look  slack: north has no channel for its digest; invite the app to one",
        "bad   slack: the channel of south, C300, is refused: channel_not_found",
        "bad   slack: the channel of west, C200, is archived",
        "look  slack: nobody has the address ada@acme.example",
        "ok    slack: 1 of 2 people of app.yaml have an account",
    ]


def other(name: str, channel: str) -> TeamOf:
    return TeamOf(name=name, channels=Channels(slack=channel))


async def test_the_doctor_names_tokens_that_slack_refuses(slack: FakeSlack, tmp_path: Path) -> None:
    wrong = {"app_token": "xapp-wrong", "bot_token": "xoxb-wrong"}
    told = config(tmp_path, keys(slack, "socket").model_copy(update=wrong), team(ADA))
    assert await found(slack, told) == [
        "bad   slack: the app-level token is refused: invalid_auth",
        "bad   slack: the bot token is refused: invalid_auth",
    ]


async def test_the_doctor_goes_on_where_slack_wants_a_pause(
    slack: FakeSlack, tmp_path: Path
) -> None:
    slack.limit("users.lookupByEmail", 30, times=9)
    told = config(tmp_path, keys(slack, "http"), team(ADA, channel="C100"))
    assert (await found(slack, told))[-1] == (
        "look  slack: no answer about the address ada@acme.example: ratelimited"
    )


async def test_the_doctor_names_each_address_that_slack_does_not_look_up(
    slack: FakeSlack, tmp_path: Path
) -> None:
    slack.fail("users.lookupByEmail", "missing_scope", times=2)
    told = config(tmp_path, keys(slack, "http"), team(ADA, channel="C100"))
    assert (await found(slack, told))[-3:] == [
        "bad   slack: the address ada@acme.example is refused: missing_scope",
        "bad   slack: the address kim@acme.example is refused: missing_scope",
        "ok    slack: 0 of 2 people of app.yaml have an account",
    ]


async def test_the_doctor_looks_at_each_installation(slack: FakeSlack, tmp_path: Path) -> None:
    told = config(
        tmp_path, keys(slack, "many", tenant="T1", address=HERE), team(ADA, channel="C100")
    )
    slack.world.grants.clear()
    slack.workspace("T2", "Zeta")
    slack.person("U9", "Zoe", "zoe@zeta.example", team="T2")
    assert await found(slack, told) == ["look  slack: installed nowhere yet, see /slack/install"]
    async with at_work(slack, told) as work:
        await install(work, "U2")
        await install(work, "U9")
    for grant in slack.world.grants.values():
        grant.scopes = ",".join(SCOPES)
    slack.kill("T2", "token_revoked")
    assert await found(slack, told) == [
        "ok    slack: Acme takes the token, and all scopes are granted",
        "ok    slack: the channel of north is there",
        "ok    slack: 2 of 2 people of app.yaml have an account",
        "bad   slack: the bot token is refused: token_revoked",
    ]


async def test_a_channel_that_the_coach_was_given_in_slack_counts(
    slack: FakeSlack, tmp_path: Path
) -> None:
    told = config(tmp_path, keys(slack, "http"), team(ADA))
    async with at_work(slack, told) as work:
        await slack.invite("U3", "C100")
        await work.rest()
        await slack.tap("U3", slack.last("U3"), "Yes")
    assert "ok    slack: the channel of north is there" in await found(slack, told)


@pytest.mark.parametrize("kind,tenant", [("http", ""), ("many", "T1")])
async def test_a_channel_of_app_yaml_is_the_teams(
    slack: FakeSlack, tmp_path: Path, kind: str, tenant: str
) -> None:
    told = config(tmp_path, keys(slack, kind, tenant=tenant), team(ADA, channel="C100"))
    async with at_work(slack, told) as work:
        assert await work.program.desk.channel_of("north", "slack") == "C100"
        assert await work.program.desk.channel_of("north", "teams") == ""
        assert await work.program.desk.channel_of("south", "slack") == ""
