"""What people do at the edges: in threads, after a restart, from elsewhere, without Slack."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from sqlite3 import connect

import aiohttp
import pytest

from adapters.chat.slack import acts, people
from adapters.chat.slack.background import Background
from adapters.chat.slack.limits import Json
from adapters.chat.slack.people import People
from adapters.chat.slack.platform import Slack
from adapters.chat.slack.refusals import SOON
from adapters.ports import Account, Place, Profile, Tenant
from tests.adapters.slack.atwork import (
    ADA,
    ADA_CALLS,
    Work,
    acme,
    at_work,
    call_soon,
    config,
    keys,
    team,
    view_words,
)
from tests.adapters.slack.fake.slack import FakeSlack

PLAN = {"objective": "She signs the pilot contract by Friday."}
AIM = "Aim: She signs the pilot contract by Friday."
Logs = pytest.LogCaptureFixture


@pytest.fixture
async def slack() -> AsyncIterator[FakeSlack]:
    async with acme() as made:
        yield made


@pytest.fixture
async def work(slack: FakeSlack, tmp_path: Path) -> AsyncIterator[Work]:
    told = config(tmp_path, keys(slack, "http"), team(ADA_CALLS))
    async with at_work(slack, told, source=call_soon()) as made:
        yield made


async def test_an_answer_in_the_thread_of_a_prompt_is_about_that_call(work: Work) -> None:
    await work.pass_()
    prompt = work.slack.last("U1")
    await work.slack.write("U1", PLAN["objective"], thread=prompt)
    await work.pass_(times=2)
    assert AIM in prompt.text


@pytest.mark.parametrize("kind", ["http", "socket"])
async def test_a_form_that_was_open_over_a_restart_is_taken(
    slack: FakeSlack, tmp_path: Path, kind: str
) -> None:
    told = config(tmp_path, keys(slack, kind), team(ADA_CALLS))
    async with at_work(slack, told, source=call_soon()) as work:
        await work.pass_()
        prompt = slack.last("U1")
        await slack.tap("U1", prompt, "Plan this call")
    form = slack.view("U1")
    if kind == "http":
        assert (await slack.submit("U1", form, PLAN)).status == 0
    async with at_work(slack, told, source=call_soon()) as work:
        answer = await slack.submit("U1", form, PLAN)
        await work.pass_(times=2)
    assert (answer.status, answer.body) == (200, {})
    assert AIM in prompt.text


async def test_who_was_elsewhere_last_is_answered_where_they_ask(work: Work) -> None:
    rep = await work.rep()
    page = Account(platform="web", tenant="web", user="ada")
    place = Place(platform="web", tenant="web", address="rep:x", kind="rep")
    async with work.store.open(work.program.workspace_id) as unit:
        await unit.put_account(page, rep.id, place)
    await work.slack.slash("U1", "C100", "/advance", "help")
    await work.pass_()
    assert any("Words I know" in post.text for post in work.slack.posts("U1"))
    met = await work.find("U1")
    assert met is not None
    assert met.place == replace(place, platform="slack", tenant="T1", address="D1")


async def test_only_so_many_home_tabs_follow_what_their_owners_do(
    slack: FakeSlack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acts, "HOMES", 1)
    async with at_work(slack, config(tmp_path, keys(slack, "http"))) as work:
        for user in ("U1", "U3"):
            await slack.open_home(user)
        await work.rest()
        before = len(slack.asked("views.publish"))
        await slack.write("U1", "help")
        await work.rest()
        assert len(slack.asked("views.publish")) == before
        await slack.write("U3", "help")
        await work.rest()
        assert len(slack.asked("views.publish")) == before + 1


async def test_the_home_tab_speaks_the_language_that_was_just_chosen(work: Work) -> None:
    await work.slack.open_home("U1")
    await work.rest()
    await work.slack.tap("U1", work.slack.posts("U1")[0], "Settings")
    await work.rest()
    form = work.slack.view("U1")
    await work.slack.submit("U1", form, {"language": "zh-Hans"})
    await work.rest()
    home = work.slack.home("U1")
    assert home is not None
    assert "设置" in view_words(home)


@pytest.mark.parametrize("kind", ["command", "event"])
async def test_a_stranger_is_answered_in_time_though_slack_does_not_say_who_they_are(
    work: Work, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr(people, "PATIENCE", timedelta(milliseconds=100))
    work.slack.fail("users.info", "hangs")
    if kind == "command":
        said = await work.slack.slash("U3", "C100", "/advance", "today")
        assert (said.status, "in time" in str(said.body)) == (200, True)
    else:
        # Not acknowledged, so that Slack delivers it again.
        assert (await work.slack.write("U3", "hello")).status == 503


async def test_first_contact_waits_until_slack_says_who_it_is(
    slack: FakeSlack, tmp_path: Path, caplog: Logs
) -> None:
    async with at_work(slack, config(tmp_path, keys(slack, "http"))) as work:
        slack.fail("users.info", "503")
        assert (await slack.write("U1", "hi")).status == 503
        assert await work.find("U1") is None
        assert (await slack.deliver_again()).status == 200
        assert (await work.rep()).name == "Ada"
    assert not any(record.exc_info for record in caplog.records)


async def test_somebody_slack_does_not_know_is_acknowledged(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with at_work(slack, config(tmp_path, keys(slack, "http"))) as work:
        slack.fail("users.info", "user_not_found")
        assert (await slack.write("U1", "hi")).status == 200
        assert await work.find("U1") is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slow(Slack):
    """Slack, that takes its time over the first view of all."""

    shown: list[Json] = field(default_factory=list)
    asked: list[Json] = field(default_factory=list)
    go_on: asyncio.Event = field(default_factory=asyncio.Event)

    async def publish_home(self, tenant: str, user: str, view: Json) -> None:
        self.asked.append(view)
        if len(self.asked) == 1:
            await self.go_on.wait()
        self.shown.append(view)


async def test_an_older_home_tab_that_was_slow_does_not_cover_a_newer_one(work: Work) -> None:
    ours, desk = work.door.slack, work.program.desk
    slow = Slow(calls=ours.calls, tokens=ours.tokens, clock=ours.clock, pacing=ours.pacing)
    people, background = People(desk=desk, slack=slow), Background()
    acting = acts.Acts(desk=desk, slack=slow, people=people, background=background)
    event = {"type": "app_home_opened", "user": "U1", "channel": "D1", "tab": "home"}
    opened = {"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "event": event}
    await acting.home(opened)
    await work.slack.tap("U1", work.slack.posts("U1")[0], "Settings")
    await work.rest()
    await work.slack.submit("U1", work.slack.view("U1"), {"language": "zh-Hans"})
    await acting.home(opened)
    await asyncio.sleep(0.1)
    slow.go_on.set()
    await background.rest()
    assert "设置" in view_words(slow.shown[-1])


async def test_a_profile_that_slack_does_not_tell_is_empty(work: Work) -> None:
    people = People(desk=work.program.desk, slack=work.door.slack)
    who = Account(platform="slack", tenant="T1", user="U3")
    work.slack.fail("users.info", "503")
    assert await people.profile(who) == Profile()
    work.slack.clock.advance(SOON)
    assert (await people.profile(who)).name == "Bo"


async def test_tokens_that_cannot_be_read_count_as_not_installed(
    slack: FakeSlack, tmp_path: Path
) -> None:
    async with at_work(slack, config(tmp_path, keys(slack, "many"))) as work:
        odd = Tenant(platform="slack", tenant="T1", name="Acme", secrets="[]")
        await work.tenants.put(odd)
        answer = await slack.slash("U1", "C100", "/advance", "today")
        assert answer.status == 200
        assert await work.find("U1") is None
        told = [post.text for post in slack.ephemerals("U1")]
        assert told == ["Advance is not installed here any more."]


async def test_who_may_not_be_asked_for_is_logged_in_one_line(
    slack: FakeSlack, tmp_path: Path, caplog: Logs
) -> None:
    slack.fail("users.lookupByEmail", "missing_scope")
    told = config(tmp_path, keys(slack, "http"), team(ADA), admin=None)
    async with at_work(slack, told):
        pass
    assert [record.getMessage() for record in caplog.records] == [
        "Slack did not say who is there: missing_scope"
    ]


async def test_the_install_page_asks_to_come_back_where_nothing_can_be_stored(
    slack: FakeSlack, tmp_path: Path, caplog: Logs
) -> None:
    async with at_work(slack, config(tmp_path, keys(slack, "many"))) as work:
        with closing(connect(tmp_path / "advance.db")) as connection:
            connection.execute("alter table install_states rename to elsewhere")
        async with (
            aiohttp.ClientSession() as browser,
            browser.get(f"{work.at}/slack/install") as page,
        ):
            status = page.status
    assert status == 503
    assert not any(record.exc_info for record in caplog.records)


async def test_work_that_fails_by_surprise_is_logged_with_what_it_was(caplog: Logs) -> None:
    async def fails() -> None:
        raise ValueError("odd")

    background = Background()
    with caplog.at_level(logging.ERROR):
        background(fails(), "open a form")
        await background.rest()
    assert [record.getMessage() for record in caplog.records] == ["Could not open a form"]
