"""People, channels and installations come, change and go, through the real app."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_sdk.oauth.installation_store import Installation

from adapters.chat.slack.tokens import secrets_of
from adapters.ports import Place, Tenant
from bot import wiring
from coaching.messages import Line, message, text
from tests.adapters.slack.atwork import (
    ADA,
    ADA_CALLS,
    Work,
    acme,
    at_work,
    call_soon,
    config,
    install,
    keys,
    team,
)
from tests.adapters.slack.fake.slack import FakeSlack
from tests.adapters.slack.fake.state import Post
from tests.bot.world import Shelf

# What stands before the path is exchanged for where the door really is.
HERE = "http://127.0.0.1:1"
HOUR_AND_MORE = timedelta(hours=1, minutes=1)


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with acme() as made:
        yield made


@pytest.fixture
async def work(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Work]:
    """Ada's team, whose digest goes to C1."""
    told = config(tmp_path, keys(slack, "http"), team(ADA, channel="C100"))
    async with at_work(slack, told) as made:
        yield made


def firsts(posts: list[Post]) -> list[str]:
    return [post.text.partition("\n")[0] for post in posts if post.by_app]


# ---- people --------------------------------------------------------------------------------------


async def test_zone_and_language_come_from_the_profile_and_are_followed(work: Work) -> None:
    rep = await work.rep()
    assert (rep.zone, rep.language) == ("Europe/Berlin", "en")
    await work.slack.user_change("U1", tz="Asia/Shanghai", locale="zh-CN")
    rep = await work.rep()
    assert (rep.zone, rep.language) == ("Asia/Shanghai", "zh-Hans")


async def test_what_app_yaml_says_stays(slack: FakeSlack, tmp_path: Path) -> None:
    zoned = ADA.model_copy(update={"zone": "Europe/Lisbon", "language": "zh-Hans"})
    async with at_work(slack, config(tmp_path, keys(slack, "http"), team(zoned))) as work:
        await slack.user_change("U1", tz="Asia/Tokyo", locale="en-US")
        rep = await work.rep()
    assert (rep.zone, rep.language) == ("Europe/Lisbon", "zh-Hans")


async def test_what_the_rep_chose_stays(work: Work) -> None:
    await work.slack.slash("U1", "", "/advance", "settings")
    await work.rest()
    opened = await work.slack.tap("U1", work.slack.posts("U1")[0], "Settings")
    assert opened.status == 200
    await work.rest()
    form = work.slack.view("U1")
    await work.slack.submit("U1", form, {"zone": "Europe/Lisbon"})
    await work.slack.user_change("U1", tz="Asia/Tokyo")
    assert (await work.rep()).zone == "Europe/Lisbon"


async def test_a_change_of_somebody_unknown_is_nothing_here(work: Work) -> None:
    assert (await work.slack.user_change("U3", tz="Asia/Tokyo")).status == 200
    assert await work.find("U3") is None


async def test_who_is_deactivated_gets_nothing_and_the_admin_is_told_once(
    slack: FakeSlack, tmp_path: Path
) -> None:
    told = config(tmp_path, keys(slack, "http"), team(ADA_CALLS))
    async with at_work(slack, told, source=call_soon()) as work:
        await slack.user_change("U1", signs={"deleted"})
        await slack.deliver_again()
        await work.pass_(times=4)
        assert len(slack.posts("U1")) == 1
        assert firsts(slack.posts("U2")) == ["Ada cannot be reached in this chat any more."]
        assert await work.reps() == []


async def test_who_is_back_is_coached_again_when_they_write(work: Work) -> None:
    await work.slack.user_change("U1", signs={"deleted"})
    assert await work.find("U1") is None
    await work.slack.user_change("U1", signs=set())
    await work.slack.write("U1", "help")
    await work.pass_()
    assert "Words I know" in work.slack.last("U1").text
    assert await work.reps() == ["ada@acme.example"]


async def test_who_is_back_or_joins_later_is_found_within_the_hour(
    slack: FakeSlack, tmp_path: Path
) -> None:
    del slack.world.people["U1"]
    told = config(tmp_path, keys(slack, "many", tenant="T1", address=HERE), team(ADA))
    async with at_work(slack, told) as work:
        await install(work, "U2")
        assert await work.find("U1") is None
    slack.person("U1", "Ada", "ada@acme.example")
    async with at_work(slack, told, every=timedelta(seconds=0.05)) as work:
        await slack.eventually(lambda: firsts(slack.posts("U1")))
        await slack.user_change("U1", signs={"deleted"})
        assert await work.find("U1") is None
        await slack.user_change("U1", signs=set())
        await found(work)
        assert await work.reps() == ["ada@acme.example"]
        assert len(slack.posts("U1")) == 1


async def found(work: Work) -> None:
    """Wait until Ada is met."""
    async with asyncio.timeout(5):
        while await work.find("U1") is None:  # noqa: ASYNC110 - what is waited for tells nobody
            await asyncio.sleep(0.01)
    await work.rest()


async def test_a_pause_that_slack_wants_is_kept_before_it_says_who_is_there(
    slack: FakeSlack, tmp_path: Path
) -> None:
    slack.limit("users.lookupByEmail", 1)
    told = config(tmp_path, keys(slack, "http"), team(ADA), admin=None)
    async with at_work(slack, told) as work:
        assert slack.posts("U1") == []
        slack.clock.advance(HOUR_AND_MORE)
        await slack.eventually(lambda: firsts(slack.posts("U1")))
        assert await work.reps() == ["ada@acme.example"]


@pytest.mark.parametrize("sign", ["is_restricted", "is_ultra_restricted", "is_stranger"])
async def test_guests_and_strangers_of_other_companies_are_not_coached_in_an_open_workspace(
    slack: FakeSlack, tmp_path: Path, sign: str
) -> None:
    slack.person("U5", "Guest", "g@other.example", signs={sign})
    async with at_work(slack, config(tmp_path, keys(slack, "http"))) as work:
        await slack.write("U5", "hi")
        await work.rest()
        assert firsts(slack.posts("U5")) == [
            "Hello. This coach works for people inside the company; you are here as a guest."
        ]
        assert await work.reps() == []


async def test_in_an_open_workspace_whoever_writes_is_coached_and_stays_over_restarts(
    slack: FakeSlack, tmp_path: Path
) -> None:
    told = config(tmp_path, keys(slack, "socket"))
    async with at_work(slack, told) as work:
        await slack.write("U3", "你好")
        await work.rest()
        rep = await work.rep("U3")
        assert (rep.name, rep.language, rep.zone) == ("Bo", "zh-Hans", "Europe/Berlin")
    async with at_work(slack, told) as work:
        assert await work.reps() == ["bo@acme.example"]
        await slack.write("U3", "help")
        await work.pass_()
        assert len(firsts(slack.posts("U3"))) == 2


async def test_a_rep_who_moves_from_the_page_to_slack_is_reached_there(
    slack: FakeSlack, tmp_path: Path
) -> None:
    page = config(tmp_path, None, team(ADA_CALLS), web=True)
    async with wiring.build(page, slack.clock, use="serve", source=Shelf()) as program:
        await program.greet()
        await program.rest()
        (rep,) = program.enrolled.reps
    told = config(tmp_path, keys(slack, "http"), team(ADA_CALLS))
    async with at_work(slack, told, source=call_soon()) as work:
        await work.pass_(times=2)
        assert (await work.rep()).id == rep.id
        assert firsts(slack.posts("U1"))[-1].startswith("Halden")


async def test_where_page_and_slack_are_both_on_the_one_used_last_is_used(
    slack: FakeSlack, tmp_path: Path
) -> None:
    told = config(tmp_path, keys(slack, "http"), team(ADA), web=True)
    async with at_work(slack, told) as work:
        assert slack.posts("U1") == []
        await slack.slash("U1", "C100", "/advance", "today")
        await work.pass_()
        assert len(firsts(slack.posts("U1"))) == 1


# ---- channels ------------------------------------------------------------------------------------


async def test_who_invites_the_coach_to_a_channel_is_asked_and_says_yes(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with at_work(slack, config(tmp_path, keys(slack, "http"), team(ADA))) as work:
        await slack.invite("U3", "C100")
        await slack.deliver_again()
        await work.rest()
        (asked,) = [post for post in slack.posts("U3") if post.by_app]
        answer = await slack.tap("U3", asked, "Yes")
        await slack.deliver_again()
        await work.pass_()
        assert answer.status == 200
        assert asked.text == "The weekly digest comes to that channel from now on."
        assert await channel(work) == "C100"
        assert slack.posts("C100") == []


async def test_who_says_no_is_asked_again_only_when_the_coach_is_invited_again(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with at_work(slack, config(tmp_path, keys(slack, "http"), team(ADA))) as work:
        await slack.invite("U3", "C100")
        await work.rest()
        await slack.tap("U3", slack.last("U3"), "No")
        await work.pass_()
        assert firsts(slack.posts("U3")) == ["Then nothing is posted there."]
        assert await channel(work) == ""
        await slack.remove("U3", "C100")
        await slack.invite("U3", "C100")
        await work.pass_()
        assert len(slack.posts("U3")) == 2


async def test_who_else_joins_a_channel_is_nobodys_business(work: Work) -> None:
    await work.slack.invite("U3", "C100", whom="U1")
    await work.rest()
    assert work.slack.posts("U3") == []


async def channel(work: Work) -> str:
    async with work.store.open(work.program.workspace_id) as unit:
        (one,) = await unit.teams()
        place = await unit.channel(one.id)
    return place.address if place else ""


@pytest.mark.parametrize(
    "happens,why",
    [
        ("archive", "The channel was archived."),
        ("delete", "The channel is not there any more, or was made private."),
        ("remove", "Advance was removed from it."),
    ],
)
async def test_a_channel_that_is_gone_is_told_to_the_admin_once(
    work: Work, happens: str, why: str
) -> None:
    slack = work.slack
    assert await channel(work) == "C100"
    match happens:
        case "archive":
            await slack.archive("U3", "C100")
        case "delete":
            await slack.delete_channel("C100")
        case _:
            await slack.remove("U3", "C100")
    await slack.deliver_again()
    await work.pass_()
    (told,) = slack.posts("U2")
    assert told.text.split("\n")[:2] == [
        "Nothing can be posted in the channel of north any more.",
        why,
    ]
    assert await channel(work) == ""


async def test_a_channel_that_is_nobodys_goes_in_peace(work: Work) -> None:
    work.slack.channel("C2", "else")
    await work.slack.archive("U3", "C2")
    await work.rest()
    assert (work.slack.posts("U2"), await channel(work)) == ([], "C100")


async def test_a_channel_found_missing_at_send_time_is_told_once(work: Work) -> None:
    work.slack.world.channels["C100"].deleted = True
    place = Place(platform="slack", tenant="T1", address="C100", kind="team")
    for number in range(2):
        async with work.store.open(work.program.workspace_id) as unit:
            said = message(Line(text("said-day-today")))
            await unit.notify(f"d{number}", place, said, language="en", zone="UTC")
    await work.pass_(times=2)
    assert len(work.slack.posts("U2")) == 1
    assert await channel(work) == ""


# ---- installations -------------------------------------------------------------------------------


@pytest.fixture
async def open_house(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Work]:
    """Signed HTTP for many workspaces; app.yaml names nobody."""
    told = config(tmp_path, keys(slack, "many", address=HERE))
    async with at_work(slack, told) as made:
        yield made


async def test_whoever_installs_it_alone_is_welcomed_once(open_house: Work) -> None:
    work, slack = open_house, open_house.slack
    assert (await install(work, "U2"))[0] == 200
    assert (await install(work, "U2"))[0] == 200
    assert firsts(slack.posts("U2")) == ["Hello Kim."]
    assert "Reps meet it by writing to it here." in slack.last("U2").text
    assert slack.posts("U1") == slack.posts("U3") == []


async def test_an_uninstalled_app_says_nothing_and_finds_everything_when_it_is_back(
    open_house: Work,
) -> None:
    work, slack = open_house, open_house.slack
    await install(work, "U2")
    await slack.write("U1", "hello")
    await work.rest()
    rep = await work.rep()
    await slack.app_uninstalled()
    await slack.deliver_again()
    await slack.tokens_revoked()
    assert (await slack.write("U1", "help")).status == 200
    await work.pass_()
    assert len(firsts(slack.posts("U1"))) == 1
    slack.clock.advance(HOUR_AND_MORE)
    await install(work, "U2")
    await slack.write("U1", "help")
    await work.pass_()
    assert (await work.rep()) == rep
    assert "Words I know" in slack.last("U1").text


@pytest.mark.parametrize("order", ["uninstalled", "revoked"])
async def test_late_word_of_an_uninstallation_does_not_end_what_was_installed_since(
    open_house: Work, order: str
) -> None:
    work, slack = open_house, open_house.slack
    await install(work, "U2")
    if order == "uninstalled":
        await slack.app_uninstalled()
    else:
        await slack.tokens_revoked()
    kept = await work.tenants.get("slack", "T1")
    assert kept is not None
    assert kept.secrets == ""
    late = slack.delivery.last
    assert late is not None
    slack.clock.advance(HOUR_AND_MORE)
    await install(work, "U2")
    assert (await slack.delivery.deliver(*late)).status == 200
    kept = await work.tenants.get("slack", "T1")
    assert kept is not None
    assert kept.secrets != ""


async def test_tokens_of_people_alone_end_nothing(open_house: Work) -> None:
    await install(open_house, "U2")
    told: dict[str, Any] = {"type": "tokens_revoked", "tokens": {"oauth": ["U1"], "bot": []}}
    await open_house.slack.happened(told)
    kept = await open_house.tenants.get("slack", "T1")
    assert kept is not None
    assert kept.secrets != ""


async def test_a_renamed_workspace_gives_its_team_the_new_name(open_house: Work) -> None:
    work, slack = open_house, open_house.slack
    await install(work, "U2")
    await slack.rename_team("T1", "Acme Ltd")
    kept = await work.tenants.get("slack", "T1")
    workspace = await work.tenants.workspace("slack", "T1")
    assert kept is not None
    assert workspace is not None
    async with work.store.open(workspace) as unit:
        assert [one.name for one in await unit.teams()] == ["Acme Ltd"]
    assert kept.name == "Acme Ltd"


async def test_two_workspaces_never_see_each_other(open_house: Work) -> None:
    work, slack = open_house, open_house.slack
    slack.workspace("T2", "Zeta")
    slack.person("U9", "Ada", "ada@acme.example", team="T2")
    await install(work, "U2")
    await install(work, "U9")
    for user in ("U1", "U9"):
        await slack.write(user, "hi")
    await work.rest()
    here, there = await work.rep("U1", "T1"), await work.rep("U9", "T2")
    assert here.id != there.id
    assert await work.find("U1", "T2") is await work.find("U9", "T1") is None
    for tenant, rep in (("T1", here), ("T2", there)):
        workspace = await work.tenants.workspace("slack", tenant)
        assert workspace is not None
        async with work.store.open(workspace) as unit:
            assert [one.id for one in await unit.reps()] == [rep.id]


async def test_an_organisation_installs_it_once_for_all_its_workspaces(open_house: Work) -> None:
    work, slack = open_house, open_house.slack
    slack.workspace("T7", "Seven", enterprise="E1")
    slack.workspace("T8", "Eight", enterprise="E1")
    slack.person("U7", "Sev", "sev@org.example", team="T7")
    slack.person("U8", "Eig", "eig@org.example", team="T8")
    assert (await install(work, "U7", org_wide=True))[0] == 200
    for user in ("U7", "U8"):
        await slack.write(user, "hi")
        await slack.slash(user, "", "/advance", "today")
    await work.pass_()
    assert (await work.rep("U8", "E1")).name == "Eig"
    assert [len(firsts(slack.posts(user))) for user in ("U7", "U8")] == [3, 2]
    await slack.rename_team("T8", "Eight Ltd")
    kept = await work.tenants.get("slack", "E1")
    assert kept is not None
    assert kept.name == "Org"


async def test_an_install_that_was_cut_off_is_brought_to_its_end_at_the_next_start(
    slack: FakeSlack, tmp_path: Path
) -> None:
    told = config(tmp_path, keys(slack, "many"))
    kept = Installation(user_id="U2", team_id="T1", bot_token=slack.token)
    async with at_work(slack, told) as work:
        tenant = Tenant(
            platform="slack", tenant="T1", name="Acme", installer="U2", secrets=secrets_of(kept)
        )
        await work.tenants.put(tenant)
        assert await work.tenants.workspace("slack", "T1") is None
    async with at_work(slack, told) as work:
        assert await work.tenants.workspace("slack", "T1") is not None
    assert firsts(slack.posts("U2")) == ["Hello Kim."]
