"""What is carried to Teams, and what comes of it, through the SDK against a fake connector."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.chat.teams import connector
from adapters.chat.teams.cards import addressed, drawn, summary
from adapters.chat.teams.connector import Connector
from adapters.chat.teams.pacing import Pacing
from adapters.chat.teams.platform import Teams, member_of, profile_of
from adapters.chat.teams.references import Reference, place_of, reference_of
from adapters.chat.teams.refusals import SOON
from adapters.chat.teams.services import Services
from adapters.chat.teams.wire import Wire
from adapters.ports import Account, Envelope, Gone, Later, Never, Place, Platform, Profile
from bot.clock import MovableClock
from bot.words import Words, sources
from coaching.messages import Button, Buttons, Line, Message, Quoted, Tap, Text, message, text
from coaching.people import LANGUAGES
from tests.adapters.teams.fake.teams import FakeTeams, fake_teams
from tests.adapters.web.fakes import DIGEST, MONDAY, SPOKEN

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
SAY = Words({one: [*sources(one), SPOKEN[one]] for one in LANGUAGES}, strict=True).speaker(
    "en", "Europe/Berlin", MONDAY
)


def q(words: str) -> Text:
    return text("t-words", words=Quoted(words))


HELLO = message(
    Line(q("Hello")), Buttons((Button(label=text("t-plan"), tap=Tap(verb="plan", about="c1")),))
)
MORE = message(Line(q("More")))


@dataclass(slots=True)
class Known:
    """The token as the port has it; `slow` is how long it takes."""

    teams: FakeTeams
    kept: str = ""
    slow: float = 0

    async def token(self) -> str:
        await asyncio.sleep(self.slow)
        self.kept = self.kept or self.teams.token()
        return self.kept


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with fake_teams(MovableClock(NOW)) as made:
        made.person("ada", "Ada Ott", "ada@acme.example", installed=True)
        made.person("bo", "Bo Lin", "bo@acme.example")
        made.team("north", "North", {"ada", "bo"}, installed=True)
        made.channel("deals", "Deals", "north")
        yield made


@pytest.fixture
def known(teams: FakeTeams) -> Known:
    return Known(teams)


@pytest.fixture
async def ours(teams: FakeTeams, known: Known) -> AsyncIterator[Teams]:
    made = platform(teams, known)
    yield made
    await made.close()


def platform(teams: FakeTeams, known: Known, **more: Any) -> Teams:
    wire = Wire(
        tokens=known,
        services=Services(extra=frozenset({teams.host})),
        clock=teams.clock,
        jitter=lambda: 0.5,
        seconds=0.3,
    )
    return Teams(
        connector=Connector(wire),
        clock=teams.clock,
        pacing=Pacing(clock=teams.clock),
        bot=teams.bot_id,
        **{"service": teams.service, **more},
    )


def chat(teams: FakeTeams, key: str = "ada") -> Place:
    """Somebody's personal chat, as it was known from what they did."""
    person = teams.world.people[key]
    at = Reference(
        service=teams.service, conversation=person.chat, user=person.id, bot=teams.bot_id
    )
    return place_of(at, tenant=teams.tenant, kind="rep")


def channel(teams: FakeTeams, key: str = "deals") -> Place:
    at = Reference(service=teams.service, conversation=teams.world.place(key), bot=teams.bot_id)
    return place_of(at, tenant=teams.tenant, kind="team")


def bare(teams: FakeTeams, address: str, kind: Any = "rep") -> Place:
    return Place(platform="teams", tenant=teams.tenant, address=address, kind=kind)


def letter(place: Place, said: Message = HELLO, thread: str = "", name: str = "m1") -> Envelope:
    return Envelope(id=name, place=place, message=said, say=SAY, thread=thread)


# ---- references ----------------------------------------------------------------------------------


def test_a_place_on_teams_is_plain_data_and_comes_back_whole() -> None:
    told = Reference(service="https://s/", conversation="19:ä;messageid=7", user="29:1", bot="28:2")
    place = place_of(told, tenant="t1", kind="team")
    assert json.loads(place.address) == {
        "service": "https://s/",
        "conversation": "19:ä",
        "user": "29:1",
        "bot": "28:2",
    }
    assert " " not in place.address
    assert reference_of(place) == Reference(
        service="https://s/", conversation="19:ä", user="29:1", bot="28:2"
    )


@pytest.mark.parametrize("address", ["", "  ", "{", "{}", '{"service": "x"}', '{"user": 7}'])
def test_an_address_that_leads_nowhere_is_never_written_to(address: str) -> None:
    with pytest.raises(Never, match="no such conversation"):
        reference_of(Place(platform="teams", tenant="t1", address=address, kind="rep"))


# ---- what goes out -------------------------------------------------------------------------------


async def test_a_message_arrives_as_it_is_drawn(teams: FakeTeams, ours: Teams) -> None:
    port: Platform = ours
    reference = await port.send(letter(chat(teams)))
    (post,) = teams.posts("ada")
    assert post.asked == {
        "type": "message",
        "from": {"id": teams.bot_id},
        "recipient": {"id": "29:ada"},
        "conversation": {"id": "a:ada"},
        "summary": summary(HELLO, SAY),
        "attachments": [
            {
                "contentType": "application/vnd.microsoft.card.adaptive",
                "content": drawn(HELLO, SAY),
            }
        ],
    }
    assert (port.name, reference) == ("teams", post.reference)


async def test_personal_chats_have_no_threads(teams: FakeTeams, ours: Teams) -> None:
    root = await ours.send(letter(chat(teams)))
    await ours.send(letter(chat(teams), MORE, thread=root))
    assert [post.root for post in teams.posts("ada")] == ["", ""]


async def test_a_chat_that_is_not_known_is_begun_by_who_they_are_and_once(
    teams: FakeTeams, ours: Teams
) -> None:
    bo = teams.world.people["bo"]
    bo.installed = True
    for _ in range(2):
        assert (await ours.send(letter(bare(teams, bo.aad)))).startswith("a:bo|")
    (asked,) = teams.asked("create")
    assert asked.body == {
        "isGroup": False,
        "bot": {"id": teams.bot_id},
        "members": [{"id": bo.aad}],
        "channelData": {"tenant": {"id": teams.tenant}},
    }
    assert len(teams.posts("bo")) == 2


async def test_a_chat_can_be_begun_ahead(teams: FakeTeams, ours: Teams) -> None:
    bo = teams.world.people["bo"]
    bo.installed = True
    place = await ours.chat(bare(teams, bo.aad))
    assert reference_of(place) == Reference(
        service=teams.service, conversation="a:bo", user=bo.aad, bot=teams.bot_id
    )
    await ours.send(letter(place))
    assert len(teams.asked("create")) == 1


async def test_nobody_is_written_to_who_has_not_installed_the_app(
    teams: FakeTeams, ours: Teams
) -> None:
    with pytest.raises(Gone, match="ForbiddenOperationException") as fault:
        await ours.send(letter(bare(teams, teams.world.people["bo"].aad)))
    assert fault.value.channel == ""


async def test_what_goes_to_a_channel_begins_a_thread_and_is_answered_there(
    teams: FakeTeams, ours: Teams
) -> None:
    root = await ours.send(letter(channel(teams), DIGEST))
    answer = await ours.send(letter(channel(teams), MORE, thread=root))
    first, second = teams.posts("deals")
    assert (root, answer) == (first.reference, second.reference)
    assert teams.thread(first) == [second]
    assert (first.card, second.card) == (drawn(DIGEST, SAY), drawn(MORE, SAY))
    (asked,) = teams.asked("create")
    assert asked.body["channelData"] == {
        "channel": {"id": "19:deals@thread.tacv2"},
        "tenant": {"id": teams.tenant},
    }


def meant(teams: FakeTeams, root: str, key: str = "ada") -> Place:
    """The thread in which somebody asked something."""
    asked = replace(reference_of(channel(teams)), root=root, user=teams.world.people[key].id)
    return place_of(asked, tenant=teams.tenant, kind="team")


async def test_whoever_is_answered_in_a_channel_is_mentioned_there(
    teams: FakeTeams, ours: Teams
) -> None:
    root = (await ours.send(letter(channel(teams), DIGEST))).partition("|")[2]
    place = meant(teams, root)
    reference = await ours.send(letter(place, MORE))
    post = teams.posts("deals")[-1]
    ada = teams.world.people["ada"]
    assert post.card == addressed(drawn(MORE, SAY), ada.id, ada.name)
    assert (post.root, post.reference) == (root, reference)
    await ours.edit(reference, letter(place, HELLO))
    assert teams.posts("deals")[-1].card == addressed(drawn(HELLO, SAY), ada.id, ada.name)


async def test_who_is_not_on_the_roster_is_answered_without_a_mention(
    teams: FakeTeams, ours: Teams
) -> None:
    root = (await ours.send(letter(channel(teams), DIGEST))).partition("|")[2]
    there = replace(reference_of(channel(teams)), root=root, user="29:nobody-there")
    await ours.send(letter(place_of(there, tenant=teams.tenant, kind="team"), MORE))
    assert teams.posts("deals")[-1].card == drawn(MORE, SAY)


async def test_a_channel_written_down_by_its_id_alone_is_found(
    teams: FakeTeams, ours: Teams
) -> None:
    await ours.send(letter(bare(teams, "19:deals@thread.tacv2", "team"), DIGEST))
    assert len(teams.posts("deals")) == 1


async def test_a_thread_whose_root_was_deleted_goes_on_in_the_channel(
    teams: FakeTeams, ours: Teams
) -> None:
    root = await ours.send(letter(channel(teams)))
    teams.last("deals").deleted = True
    await ours.send(letter(channel(teams), MORE, thread=root))
    (post,) = teams.posts("deals")
    assert (post.root, post.card) == ("", drawn(MORE, SAY))


@pytest.mark.parametrize("thread", ["19:other@thread.tacv2|17", "C1:17.5", "web-17"])
async def test_a_thread_that_began_elsewhere_goes_on_in_the_main_line(
    teams: FakeTeams, ours: Teams, thread: str
) -> None:
    await ours.send(letter(channel(teams), thread=thread))
    assert [post.root for post in teams.posts("deals")] == [""]


async def test_an_edit_replaces_what_a_message_says(teams: FakeTeams, ours: Teams) -> None:
    for place, key in ((chat(teams), "ada"), (channel(teams), "deals")):
        reference = await ours.send(letter(place))
        await ours.edit(reference, letter(place, MORE))
        (post,) = teams.posts(key)
        assert (post.card, post.edited, post.reference) == (drawn(MORE, SAY), True, reference)


async def test_an_answer_in_a_thread_is_edited_too(teams: FakeTeams, ours: Teams) -> None:
    root = await ours.send(letter(channel(teams)))
    answer = await ours.send(letter(channel(teams), thread=root))
    await ours.edit(answer, letter(channel(teams), MORE))
    assert teams.cards("deals") == [drawn(HELLO, SAY), drawn(MORE, SAY)]


async def test_an_edit_of_a_deleted_message_is_never_made(teams: FakeTeams, ours: Teams) -> None:
    reference = await ours.send(letter(chat(teams)))
    teams.last("ada").deleted = True
    with pytest.raises(Never, match="ActivityNotFoundInConversation"):
        await ours.edit(reference, letter(chat(teams)))


@pytest.mark.parametrize("reference", ["", "a:ada", "a:ada|", "|17", "D1:17.5"])
async def test_a_reference_that_is_none_of_teams_is_never_edited(
    teams: FakeTeams, ours: Teams, reference: str
) -> None:
    with pytest.raises(Never, match="no such message"):
        await ours.edit(reference, letter(chat(teams)))
    assert teams.asked() == []


# ---- what is refused -----------------------------------------------------------------------------


async def test_a_chat_in_which_the_bot_is_blocked_is_gone(teams: FakeTeams, ours: Teams) -> None:
    teams.block("ada")
    with pytest.raises(Gone, match="MessageWritesBlocked") as fault:
        await ours.send(letter(chat(teams)))
    assert fault.value.channel == ""


@pytest.mark.parametrize(
    "happens, why, key",
    [
        ("deleted", "ConversationNotFound", "channel-gone-missing"),
        ("removed", "BotNotInConversationRoster", "channel-gone-removed"),
        ("NotEnoughPermissions", "NotEnoughPermissions", "channel-gone-refused"),
    ],
)
async def test_a_channel_that_takes_nothing_any_more_is_gone_and_says_why(
    teams: FakeTeams, ours: Teams, happens: str, why: str, key: str
) -> None:
    if happens == "deleted":
        teams.world.channels["deals"].deleted = True
    elif happens == "removed":
        teams.world.teams["north"].installed = False
    else:
        teams.fail("create", happens)
    with pytest.raises(Gone, match=why) as fault:
        await ours.send(letter(channel(teams)))
    assert fault.value.channel == key


@pytest.mark.parametrize(
    "kind",
    ["500", "502", "503", "504", "html-502", "html-503", "PreconditionFailed", "html-302", "hangs"],
)
async def test_troubles_of_teams_are_waited_for(teams: FakeTeams, ours: Teams, kind: str) -> None:
    teams.fail("send", kind, seconds=0.6 if kind == "hangs" else 0)
    with pytest.raises(Later) as fault:
        await ours.send(letter(chat(teams)))
    assert fault.value.at == NOW + SOON
    await ours.send(letter(chat(teams)))
    assert len(teams.posts("ada")) == 1


@pytest.mark.parametrize("kind", ["broken", "empty"])
async def test_a_yes_that_names_no_activity_is_not_sent_twice(
    teams: FakeTeams, ours: Teams, kind: str
) -> None:
    teams.fail("send", kind)
    reference = await ours.send(letter(chat(teams)))
    assert reference == "a:ada|"
    with pytest.raises(Never, match="no such message"):
        await ours.edit(reference, letter(chat(teams)))


@pytest.mark.parametrize("kind", ["broken", "empty"])
async def test_a_yes_that_names_no_chat_or_person_is_asked_again(
    teams: FakeTeams, ours: Teams, kind: str
) -> None:
    teams.world.people["bo"].installed = True
    teams.fail("create", kind)
    with pytest.raises(Later) as fault:
        await ours.send(letter(bare(teams, "29:bo")))
    assert fault.value.at == NOW + SOON
    teams.fail("member", kind)
    with pytest.raises(Later):
        await ours.profile(chat(teams), "29:ada")
    await ours.send(letter(bare(teams, "29:bo")))
    assert len(teams.posts("bo")) == 1


async def test_a_token_that_does_not_count_is_waited_for(
    teams: FakeTeams, ours: Teams, known: Known
) -> None:
    known.kept = "ended"
    with pytest.raises(Later, match="answered 401"):
        await ours.send(letter(chat(teams)))
    known.kept = ""
    await ours.send(letter(chat(teams)))


async def test_an_emulator_that_wants_no_token_gets_none(teams: FakeTeams, ours: Teams) -> None:
    class NoTokens:
        async def token(self) -> str:
            return ""

    wire = Wire(
        tokens=NoTokens(),
        services=Services(near=True),
        clock=teams.clock,
        jitter=lambda: 0.5,
    )
    with pytest.raises(Later):
        await Teams(
            connector=Connector(wire),
            clock=teams.clock,
            pacing=Pacing(clock=teams.clock),
            bot=teams.bot_id,
        ).send(letter(chat(teams)))
    await wire.close()
    assert [one.authorization for one in teams.asked("send")] == [""]


async def test_no_token_goes_to_a_service_that_is_not_trusted(
    teams: FakeTeams, known: Known
) -> None:
    wire = Wire(tokens=known, services=Services(), clock=teams.clock, jitter=lambda: 0.5)
    made = Teams(
        connector=Connector(wire),
        clock=teams.clock,
        pacing=Pacing(clock=teams.clock),
        bot=teams.bot_id,
    )
    with pytest.raises(Never, match="not an address of Teams"):
        await made.send(letter(chat(teams)))
    with pytest.raises(Never, match="not an address of Teams"):
        await made.profile(chat(teams), "29:ada")
    assert (known.kept, teams.asked()) == ("", [])
    await made.close()


async def test_a_teams_that_is_not_there_is_waited_for(teams: FakeTeams, known: Known) -> None:
    wire = Wire(tokens=known, services=Services(near=True), clock=teams.clock, jitter=lambda: 0.5)
    made = Teams(
        connector=Connector(wire),
        clock=teams.clock,
        pacing=Pacing(clock=teams.clock),
        bot=teams.bot_id,
        service="http://127.0.0.1:9/",
    )
    with pytest.raises(Later, match="ClientConnectorError") as fault:
        await made.send(letter(bare(teams, "29:ada")))
    assert fault.value.at == NOW + SOON
    await made.close()
    await made.close()


async def test_nothing_that_is_raised_or_logged_tells_a_token_or_a_word(
    teams: FakeTeams, ours: Teams, known: Known, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    said = message(Line(q("Halden signs the pilot")))
    teams.fail("send", "MessageSizeTooBig")
    with pytest.raises(Never) as fault:
        await ours.send(letter(chat(teams), said))
    await ours.send(letter(chat(teams), said))
    assert (fault.value.__cause__, fault.value.__suppress_context__) == (None, True)
    told = f"{fault.value!r} {caplog.text} {ours!r}"
    assert "Halden" not in told
    assert known.kept not in told.replace(repr(known), "")


# ---- how fast ------------------------------------------------------------------------------------


async def test_at_this_pace_teams_never_asks_for_a_pause(teams: FakeTeams, ours: Teams) -> None:
    for _ in range(70):
        try:
            await ours.send(letter(chat(teams)))
        except Later as later:
            teams.clock.set(later.at)
            await ours.send(letter(chat(teams)))
    assert {one.status for one in teams.asked("send")} == {201}
    assert len(teams.posts("ada")) == 70


async def test_edits_and_answers_take_their_turns_too(teams: FakeTeams, ours: Teams) -> None:
    reference = await ours.send(letter(channel(teams)))
    for _ in range(3):
        await ours.edit(reference, letter(channel(teams), MORE))
        await ours.send(letter(channel(teams), thread=reference))
    with pytest.raises(Later) as fault:
        await ours.edit(reference, letter(channel(teams)))
    assert fault.value.at == NOW + SECOND


async def test_after_a_limit_a_conversation_waits_as_long_as_teams_says(
    teams: FakeTeams, ours: Teams
) -> None:
    teams.limit("send", seconds=20)
    for _ in range(2):
        with pytest.raises(Later) as fault:
            await ours.send(letter(chat(teams)))
        assert fault.value.at == NOW + 20.5 * SECOND
    assert len(teams.asked("send")) == 1
    await ours.send(letter(channel(teams)))
    teams.clock.advance(21 * SECOND)
    await ours.send(letter(chat(teams)))
    assert len(teams.posts("ada")) == 1


async def test_nothing_else_waits_while_a_token_is_slow_to_come(
    teams: FakeTeams, ours: Teams, known: Known
) -> None:
    known.slow = 0.2
    loop = asyncio.get_running_loop()
    sending = asyncio.create_task(ours.send(letter(chat(teams))))
    longest, last = 0.0, loop.time()
    while not sending.done():
        await asyncio.sleep(0.005)
        longest, last = max(longest, loop.time() - last), loop.time()
    assert longest < 0.15


# ---- who is there --------------------------------------------------------------------------------


async def test_a_profile_says_what_the_roster_knows(teams: FakeTeams, ours: Teams) -> None:
    ada = teams.world.people["ada"]
    want = Profile(name="Ada Ott", address="ada@acme.example")
    for user in (ada.aad, ada.id):
        assert await ours.profile(chat(teams), user) == want
        assert await ours.profile(channel(teams), user) == want
    assert await ours.profile(bare(teams, ada.aad), ada.aad) == want
    with pytest.raises(Gone, match="MemberNotFoundInConversation"):
        await ours.profile(chat(teams), "29:nobody")


async def test_all_members_are_read_page_by_page(teams: FakeTeams, ours: Teams) -> None:
    keys = [f"p{number:03}" for number in range(501)]
    for key in keys:
        teams.person(key, f"Person {key}")
    teams.world.teams["north"].members = set(keys)
    found = [member async for member in ours.members(channel(teams))]
    assert [member.profile.name for member in found] == [f"Person {key}" for key in keys]
    first = teams.world.people["p000"]
    account = Account(platform="teams", tenant=teams.tenant, user=first.aad)
    assert (found[0].account, found[0].id) == (account, first.id)
    assert len(teams.asked("members")) == 2


async def test_no_more_pages_are_asked_for_than_are_wanted(teams: FakeTeams, ours: Teams) -> None:
    keys = [f"p{number:03}" for number in range(501)]
    for key in keys:
        teams.person(key, f"Person {key}")
    teams.world.teams["north"].members = set(keys)
    async with aclosing(ours.members(channel(teams))) as members:
        assert (await anext(members)).profile.name == "Person p000"
    assert len(teams.asked("members")) == 1


async def test_the_channels_of_a_team_are_known(teams: FakeTeams, ours: Teams) -> None:
    team = "19:north@thread.tacv2"
    assert await ours.channels(channel(teams), team) == {team, "19:deals@thread.tacv2"}
    teams.world.teams["north"].installed = False
    with pytest.raises(Gone) as fault:
        await ours.channels(channel(teams), team)
    assert fault.value.channel == "channel-gone-removed"


@pytest.mark.parametrize(
    "member, profile",
    [
        ({}, Profile()),
        ({"name": 7, "email": None}, Profile()),
        ({"givenName": "Ada", "surname": "Ott"}, Profile(name="Ada Ott")),
        ({"userPrincipalName": "ada@acme.example"}, Profile(address="ada@acme.example")),
        ({"userRole": "guest", "email": "g@x.example"}, Profile(address="g@x.example", guest=True)),
        (
            {"userPrincipalName": "g_x.example#EXT#@acme.onmicrosoft.com"},
            Profile(guest=True),
        ),
    ],
)
def test_a_member_is_read_as_far_as_they_are_described(member: Any, profile: Profile) -> None:
    assert profile_of(member) == profile


@pytest.mark.parametrize(
    "member, user",
    [
        ({"id": "29:1", "aadObjectId": "o1"}, "o1"),
        ({"id": "29:1", "objectId": "o2"}, "o2"),
        ({"id": "29:1"}, "29:1"),
    ],
)
def test_a_member_is_known_by_the_id_that_stays(member: Any, user: str) -> None:
    account = Account(platform="teams", tenant="t1", user=user)
    assert member_of(member, "t1").account == account


async def test_of_many_services_only_so_many_are_kept(
    teams: FakeTeams, ours: Teams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connector, "CLIENTS", 1)
    for name in ("teams", "emea", "emea"):
        at = Reference(service=f"{teams.at}/{name}/", conversation="a:ada", bot=teams.bot_id)
        await ours.send(letter(place_of(at, tenant=teams.tenant, kind="rep")))
    assert (set(ours.connector.clients), len(teams.posts("ada"))) == ({teams.service}, 3)
