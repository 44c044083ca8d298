"""The fake Teams does what Microsoft's documentation says, as far as our tests lean on it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import jwt
import pytest
from aiohttp import ClientSession, ClientTimeout, web

from bot.clock import MovableClock
from tests.adapters.teams.fake import cards
from tests.adapters.teams.fake.state import ADAPTIVE, APP_ID, BOT_ID, ERRORS, TENANT, Json
from tests.adapters.teams.fake.teams import FakeTeams, fake_teams

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
EXECUTE = {
    "type": "Action.Execute",
    "title": "Skip",
    "verb": "tap",
    "data": {"tap": {"verb": "skip", "about": "c1", "value": ""}},
    "fallback": {"type": "Action.Submit", "title": "Skip", "data": {"tap": {"verb": "skip"}}},
}
FETCH = {
    "type": "Action.Submit",
    "title": "Plan",
    "data": {"msteams": {"type": "task/fetch"}, "tap": {"verb": "plan"}},
}
ASK = {"type": "Input.Text", "id": "objective", "label": "Aim", "isRequired": True, "maxLength": 9}
ASK |= {"errorMessage": "Say what you aim for."}


def card(*actions: Json, words: str = "Hello", body: tuple[Json, ...] = ()) -> Json:
    said = {"type": "TextBlock", "text": words}
    kept = {"type": "AdaptiveCard", "version": "1.5", "body": [said, *body]}
    return {**kept, "actions": list(actions)}


def message(content: Json, **more: Any) -> Json:
    attached = [{"contentType": ADAPTIVE, "content": content}]
    return {"type": "message", "attachments": attached, **more}


@dataclass(slots=True)
class Bot:
    """A bot that notes what it hears and answers what it was told to."""

    heard: list[Json] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    answers: list[tuple[int, Any]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        self.heard.append(await request.json())
        self.headers.append(request.headers)
        status, body = self.answers.pop(0) if self.answers else (200, None)
        if body is None:
            return web.Response(status=status)
        return web.json_response(body, status=status)


@pytest.fixture
async def teams() -> AsyncIterator[FakeTeams]:
    async with fake_teams(MovableClock(NOW)) as made:
        made.person("ada", "Ada Ott", "ada@acme.example", installed=True)
        made.person("bo", "Bo Lin", tz="Asia/Shanghai", locale="zh-CN")
        made.team("north", "North", {"ada"}, installed=True)
        made.channel("deals", "Deals", "north")
        yield made


@pytest.fixture
async def bot(teams: FakeTeams) -> AsyncIterator[Bot]:
    made = Bot()
    app = web.Application()
    app.router.add_post("/api/messages", made.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    teams.deliver_to(f"http://127.0.0.1:{runner.addresses[0][1]}/api/messages")
    yield made
    await runner.cleanup()


@dataclass(slots=True)
class Api:
    """The connector, as a bot calls it."""

    teams: FakeTeams
    session: ClientSession

    async def __call__(
        self, verb: str, path: str, body: Json | None = None, token: str | None = None
    ) -> tuple[int, Any]:
        headers = {"Authorization": f"Bearer {self.teams.token() if token is None else token}"}
        url = f"{self.teams.service}v3/{path}"
        async with self.session.request(verb, url, json=body, headers=headers) as answer:
            return answer.status, await answer.json()

    async def say(self, place: str, content: Json | None = None) -> tuple[int, Any]:
        return await self("POST", f"conversations/{place}/activities", message(content or card()))


@pytest.fixture
async def api(teams: FakeTeams) -> AsyncIterator[Api]:
    async with ClientSession(timeout=ClientTimeout(total=5)) as session:
        yield Api(teams, session)


def refused(code: str) -> tuple[int, Any]:
    return ERRORS[code][0], code


def code_of(answer: tuple[int, Any]) -> tuple[int, Any]:
    status, body = answer
    return status, body["error"].get("subCode") or body["error"]["code"]


# ---- the connector -------------------------------------------------------------------------------


async def test_what_is_sent_stands_in_the_chat_and_can_be_replaced_and_deleted(
    teams: FakeTeams, api: Api
) -> None:
    status, told = await api.say("a:ada")
    (post,) = teams.posts("ada")
    assert (status, told, post.card) == (201, {"id": post.id}, card())
    at = f"conversations/a:ada/activities/{post.id}"
    assert await api("PUT", at, message(card(words="Changed"))) == (200, {"id": post.id})
    assert (teams.cards("ada"), post.versions) == ([card(words="Changed")], [("", card())])
    assert await api("DELETE", at) == (200, {})
    assert teams.posts("ada") == []
    assert code_of(await api("PUT", at, message(card()))) == refused(
        "ActivityNotFoundInConversation"
    )


async def test_without_a_good_token_nothing_is_done(teams: FakeTeams, api: Api) -> None:
    good = teams.token()
    path, body = "conversations/a:ada/activities", message(card())
    for token in ("", "wrong"):
        assert (await api("POST", path, body, token))[0] == 401
    teams.clock.advance(timedelta(hours=1))
    assert (await api("POST", path, body, good))[0] == 401
    assert [one.status for one in teams.asked("send")] == [401, 401, 401]
    assert teams.posts("ada") == []


@pytest.mark.parametrize(
    "place, code",
    [
        ("a:nobody", "ConversationNotFound"),
        ("a:bo", "ConversationNotFound"),
        ("19:gone@thread.tacv2", "ConversationNotFound"),
    ],
)
async def test_where_nobody_is_nothing_is_sent(api: Api, place: str, code: str) -> None:
    assert code_of(await api.say(place)) == refused(code)


async def test_who_blocked_or_removed_the_bot_gets_nothing(teams: FakeTeams, api: Api) -> None:
    teams.block("ada")
    assert code_of(await api.say("a:ada")) == refused("MessageWritesBlocked")
    teams.block("ada", blocked=False)
    teams.world.people["ada"].installed = False
    assert code_of(await api.say("a:ada")) == refused("MessageWritesBlocked")
    teams.world.teams["north"].installed = False
    assert code_of(await api.say("19:deals@thread.tacv2")) == refused("BotNotInConversationRoster")


async def test_a_personal_chat_is_created_by_id_where_the_app_is_installed(
    teams: FakeTeams, api: Api
) -> None:
    bo = teams.world.people["bo"]
    asked: Json = {"bot": {"id": BOT_ID}, "channelData": {"tenant": {"id": TENANT}}}
    for user in (bo.id, bo.aad):
        body = {**asked, "members": [{"id": user}]}
        answer = await api("POST", "conversations", body)
        assert code_of(answer) == refused("ForbiddenOperationException")
    bo.installed = True
    for user in (bo.id, bo.aad):
        body = {**asked, "members": [{"id": user}]}
        assert await api("POST", "conversations", body) == (
            201,
            {"id": "a:bo", "serviceUrl": None},
        )
    assert (await api.say("a:bo"))[0] == 201
    strange: Json = {**asked, "members": [{"id": "29:nobody"}]}
    assert code_of(await api("POST", "conversations", strange)) == refused("BadSyntax")


async def test_a_channel_gets_a_thread_and_answers_in_it(teams: FakeTeams, api: Api) -> None:
    channel = "19:deals@thread.tacv2"
    body = {"isGroup": True, "channelData": {"channel": {"id": channel}}, "bot": {"id": BOT_ID}}
    status, told = await api("POST", "conversations", {**body, "activity": message(card())})
    (root,) = teams.posts("deals")
    assert (status, told) == (
        201,
        {"id": f"{channel};messageid={root.id}", "activityId": root.id},
    )
    await api.say(told["id"])
    await api("POST", f"conversations/{channel}/activities/{root.id}", message(card()))
    assert [post.root for post in teams.thread(root)] == [root.id, root.id]
    assert code_of(await api.say(f"{channel};messageid=1"))[0] == 404


async def test_a_card_too_large_or_odd_is_refused(teams: FakeTeams, api: Api) -> None:
    large = card(words="x" * 81 * 1024)
    assert code_of(await api.say("a:ada", large)) == refused("MessageSizeTooBig")
    for odd in ({"type": "Card"}, {**card(), "version": "1.6"}, card(body=(ASK, ASK))):
        assert code_of(await api.say("a:ada", odd)) == refused("Bad Argument")
    empty = await api("POST", "conversations/a:ada/activities", {"type": "message"})
    assert code_of(empty) == refused("BadSyntax")


async def test_a_conversation_takes_seven_a_second_and_eight_in_two(
    teams: FakeTeams, api: Api
) -> None:
    assert [(await api.say("a:ada"))[0] for _ in range(8)] == [201] * 7 + [429]
    teams.clock.advance(SECOND)
    assert [(await api.say("a:ada"))[0] for _ in range(2)] == [201, 429]
    assert (await api.say("19:deals@thread.tacv2"))[0] == 201
    teams.connector.flow.on = False
    assert (await api.say("a:ada"))[0] == 201


async def test_a_limit_says_how_long_it_lasts(teams: FakeTeams, api: Api) -> None:
    teams.limit("send", seconds=20)
    headers = {"Authorization": f"Bearer {teams.token()}"}
    url = f"{teams.service}v3/conversations/a:ada/activities"
    async with api.session.post(url, json=message(card()), headers=headers) as answer:
        told = (answer.status, answer.headers["Retry-After"])
    assert told == (429, "20")
    assert (await api.say("a:ada"))[0] == 201


@pytest.mark.parametrize("kind", ["500", "502", "503", "504", "PreconditionFailed", "html-502"])
async def test_troubles_come_as_ordered_and_pass(teams: FakeTeams, api: Api, kind: str) -> None:
    teams.fail("send", kind)
    headers = {"Authorization": f"Bearer {teams.token()}"}
    url = f"{teams.service}v3/conversations/a:ada/activities"
    async with api.session.post(url, json=message(card()), headers=headers) as answer:
        told = (answer.status, answer.content_type)
    status = ERRORS[kind][0] if kind in ERRORS else int(kind.removeprefix("html-"))
    assert told == (status, "text/html" if "html" in kind else "application/json")
    assert (await api.say("a:ada"))[0] == 201
    assert len(teams.posts("ada")) == 1


async def test_an_answer_can_be_lost_with_or_without_the_deed(teams: FakeTeams, api: Api) -> None:
    for kind in ("lost", "hangs"):
        teams.fail("send", kind, seconds=0.05)
        await api.say("a:ada")
    assert len(teams.posts("ada")) == 1


async def test_rosters_say_who_is_there(teams: FakeTeams, api: Api) -> None:
    ada = teams.world.people["ada"]
    teams.world.teams["north"].members.add("bo")
    assert await api("GET", "conversations/a:ada/members") == (200, [ada.member])
    assert ada.member["email"] == "ada@acme.example"
    at = "conversations/19:north@thread.tacv2"
    status, page = await api("GET", f"{at}/pagedmembers?pageSize=1")
    assert (status, page["members"], page["continuationToken"]) == (200, [ada.member], "1")
    _, rest = await api("GET", f"{at}/pagedmembers?pageSize=1&continuationToken=1")
    assert [one["id"] for one in rest["members"]] == ["29:bo"]
    assert await api("GET", f"{at}/members/{ada.aad}") == (200, ada.member)
    assert code_of(await api("GET", f"{at}/members/29:x")) == refused(
        "MemberNotFoundInConversation"
    )


async def test_a_team_says_its_name_and_channels(api: Api) -> None:
    at = "teams/19:north@thread.tacv2"
    told = {"id": "19:north@thread.tacv2", "name": "North", "aadGroupId": "group-north"}
    counts = {"channelCount": 2, "memberCount": 1}
    assert await api("GET", at) == (200, {**told, **counts})
    _, found = await api("GET", f"{at}/conversations")
    assert [one["name"] for one in found["conversations"]] == [None, "Deals"]


async def test_tokens_are_issued_to_who_knows_the_password(teams: FakeTeams, api: Api) -> None:
    form = {
        "grant_type": "client_credentials",
        "client_id": teams.app_id,
        "client_secret": teams.app_password,
        "scope": "https://api.botframework.com/.default",
    }
    async with api.session.post(teams.token_url, data=form) as answer:
        told = await answer.json()
    path, body = "conversations/a:ada/activities", message(card())
    assert (await api("POST", path, body, told["access_token"]))[0] == 201
    async with api.session.post(teams.token_url, data={**form, "client_secret": "x"}) as answer:
        assert answer.status == 401
    query = {"resource": "https://api.botframework.com", "api-version": "2019-08-01"}
    headers = {"X-IDENTITY-HEADER": teams.identity_header}
    async with api.session.get(teams.identity_url, params=query, headers=headers) as answer:
        told = await answer.json()
    assert (await api("POST", path, body, told["access_token"]))[0] == 201


# ---- who calls the bot ---------------------------------------------------------------------------


async def published(teams: FakeTeams, api: Api) -> list[Json]:
    async with api.session.get(teams.openid) as answer:
        told = await answer.json()
    async with api.session.get(told["jwks_uri"]) as answer:
        keys: list[Json] = (await answer.json())["keys"]
    return keys


async def test_activities_bear_tokens_that_the_published_keys_prove(
    teams: FakeTeams, bot: Bot, api: Api
) -> None:
    await teams.write("ada", "help")
    token = bot.headers[0]["Authorization"].removeprefix("Bearer ")
    (key,) = await published(teams, api)
    claims = jwt.decode(token, jwt.PyJWK(key).key, algorithms=["RS256"], audience=APP_ID)
    assert (claims["iss"], claims["serviceurl"]) == (
        "https://api.botframework.com",
        teams.service,
    )
    assert (key["endorsements"][0], teams.keys.asked) == ("msteams", ["metadata", "keys"])


async def test_a_key_is_rotated(teams: FakeTeams, api: Api) -> None:
    teams.keys.rotate()
    assert [key["kid"] for key in await published(teams, api)] == ["key-2"]
    assert jwt.get_unverified_header(teams.keys.token(teams.service))["kid"] == "key-2"
    teams.keys.rotate(keep=True)
    assert [key["kid"] for key in await published(teams, api)] == ["key-2", "key-3"]
    spoilt = teams.keys.token(teams.service, drop=("exp",), aud="other", headers={"kid": "odd"})
    claims = jwt.decode(spoilt, options={"verify_signature": False})
    assert ("exp" in claims, claims["aud"]) == (False, "other")
    assert jwt.get_unverified_header(spoilt)["kid"] == "odd"


# ---- what people do ------------------------------------------------------------------------------


async def test_what_somebody_writes_bears_who_where_and_their_zone(
    teams: FakeTeams, bot: Bot
) -> None:
    answer = await teams.write("bo", "今天")
    assert answer.post is not None
    told = bot.heard[0]
    bo = teams.world.people["bo"]
    assert (told["type"], told["text"], told["id"]) == ("message", "今天", answer.post.id)
    assert told["from"] == {"id": "29:bo", "name": "Bo Lin", "aadObjectId": bo.aad}
    assert told["conversation"] == {
        "conversationType": "personal",
        "tenantId": TENANT,
        "id": "a:bo",
    }
    assert (told["localTimezone"], told["locale"]) == ("Asia/Shanghai", "zh-CN")
    assert told["localTimestamp"] == "2026-11-26T18:00:00.000+08:00"
    assert told["channelData"] == {"tenant": {"id": TENANT}}


async def test_an_edit_and_a_deletion_name_the_same_activity(teams: FakeTeams, bot: Bot) -> None:
    post = (await teams.write("ada", "one")).post
    assert post is not None
    await teams.edit("ada", post, "two")
    await teams.delete("ada", post)
    assert [(one["type"], one["id"]) for one in bot.heard] == [
        ("message", post.id),
        ("messageUpdate", post.id),
        ("messageDelete", post.id),
    ]
    assert bot.heard[1]["channelData"]["eventType"] == "editMessage"
    assert bot.heard[2]["channelData"]["eventType"] == "softDeleteMessage"


async def test_a_mention_in_a_channel_begins_a_thread_or_goes_into_one(
    teams: FakeTeams, bot: Bot
) -> None:
    root = (await teams.mention("ada", "deals", "week")).post
    assert root is not None
    await teams.mention("ada", "deals", "week again", under=root)
    first, second = bot.heard
    assert first["text"] == "<at>Advance</at> week"
    assert first["entities"][0]["mentioned"]["id"] == BOT_ID
    thread = f"19:deals@thread.tacv2;messageid={root.id}"
    assert [first["conversation"]["id"], second["conversation"]["id"]] == [thread, thread]
    assert first["channelData"]["team"]["id"] == "19:north@thread.tacv2"


async def test_a_tap_carries_its_data_and_its_answer_replaces_the_card_for_that_person(
    teams: FakeTeams, bot: Bot, api: Api
) -> None:
    await api.say("19:deals@thread.tacv2", card(EXECUTE))
    post = teams.last("deals")
    told = {"statusCode": 200, "type": ADAPTIVE, "value": card(words="Skipped")}
    bot.answers.append((200, told))
    await teams.tap("ada", post, "Skip")
    heard = bot.heard[0]
    assert (heard["type"], heard["name"], heard["replyToId"]) == (
        "invoke",
        "adaptiveCard/action",
        post.id,
    )
    assert heard["value"] == {
        "action": {
            "type": "Action.Execute",
            "title": "Skip",
            "verb": "tap",
            "data": EXECUTE["data"],
        },
        "trigger": "manual",
    }
    assert (cards.words(post.seen_by("ada")), cards.words(post.seen_by("bo"))) == (
        "Skipped",
        "Hello",
    )
    path = f"conversations/{post.place}/activities/{post.id}"
    await api("PUT", path, message(card(words="For all")))
    assert cards.words(post.seen_by("ada")) == "For all"


async def test_the_answer_to_a_tap_may_be_a_notice_or_an_error(
    teams: FakeTeams, bot: Bot, api: Api
) -> None:
    await api.say("a:ada", card(EXECUTE))
    notice = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message"}
    bot.answers.append((200, {**notice, "value": "Done"}))
    bot.answers.append(
        (
            200,
            {
                "statusCode": 400,
                "type": "application/vnd.microsoft.error",
                "value": {"code": "BadRequest", "message": "Too late"},
            },
        )
    )
    said = [(await teams.tap("ada", teams.last("ada"), "skip")).said for _ in range(2)]
    assert said == ["Done", "Too late"]
    bot.answers.append((200, {"ok": True}))
    with pytest.raises(AssertionError):
        await teams.tap("ada", teams.last("ada"), "Skip")


async def test_an_old_client_takes_the_fallback(teams: FakeTeams, bot: Bot, api: Api) -> None:
    await api.say("a:ada", card(EXECUTE))
    await teams.tap("ada", teams.last("ada"), "Skip", old_client=True)
    heard = bot.heard[0]
    assert (heard["type"], heard["value"], "text" in heard) == (
        "message",
        {"tap": {"verb": "skip"}},
        False,
    )


async def test_a_dialog_opens_shows_errors_and_closes(teams: FakeTeams, bot: Bot, api: Api) -> None:
    await api.say("a:ada", card(FETCH))
    form = card({"type": "Action.Submit", "title": "Send", "data": {"kind": "plan"}}, body=(ASK,))
    shown: Json = {"title": "Plan", "card": {"contentType": ADAPTIVE, "content": form}}
    bot.answers.append((200, {"task": {"type": "continue", "value": shown}}))
    await teams.tap("ada", teams.last("ada"), "Plan")
    dialog = teams.dialog("ada")
    assert dialog is not None
    assert (bot.heard[0]["name"], dialog.title, dialog.card) == ("task/fetch", "Plan", form)
    assert bot.heard[0]["value"]["data"] == FETCH["data"]
    # Teams' own client keeps back what is missing or too long.
    assert (await teams.submit("ada")).errors == {"objective": "Say what you aim for."}
    assert (await teams.submit("ada", {"Aim": "x" * 10})).errors != {}
    bot.answers.append((200, {"task": {"type": "continue", "value": shown}}))
    await teams.submit("ada", {"Aim": "a pilot"})
    assert bot.heard[1]["value"]["data"] == {"kind": "plan", "objective": "a pilot"}
    assert teams.dialog("ada") is not None
    bot.answers.append((200, {"task": {"type": "message", "value": "Thank you"}}))
    assert (await teams.submit("ada", {"objective": "a pilot"})).said == "Thank you"
    assert (teams.dialog("ada"), len(bot.heard)) == (None, 3)


async def test_a_form_in_a_card_sends_what_was_filled_in(
    teams: FakeTeams, bot: Bot, api: Api
) -> None:
    choice = {"title": "Yes", "value": "y"}
    choose = {"type": "Input.ChoiceSet", "id": "when", "label": "When", "choices": [choice]}
    share = {"type": "Input.Toggle", "id": "share", "title": "Share", "valueOn": "yes"}
    share |= {"valueOff": ""}
    await api.say("a:ada", card(EXECUTE, body=(ASK, choose, share)))
    values = {"Aim": "a pilot", "When": "Yes", "Share": "yes"}
    bot.answers.append((500, None))
    await teams.tap("ada", teams.last("ada"), "Skip", values)
    data = bot.heard[0]["value"]["action"]["data"]
    typed = {"objective": "a pilot", "when": "y", "share": "yes"}
    assert data == {**EXECUTE["data"], **typed}  # type: ignore[dict-item] # a dict of dicts


async def test_installing_is_said_twice_without_zone_or_language(
    teams: FakeTeams, bot: Bot
) -> None:
    await teams.install("bo")
    first, second = bot.heard
    assert (first["type"], first["membersAdded"][0]["id"]) == ("conversationUpdate", BOT_ID)
    assert (second["type"], second["action"]) == ("installationUpdate", "add")
    assert "localTimezone" not in second
    assert second["conversation"]["id"] == "a:bo"
    await teams.upgrade("bo")
    await teams.uninstall("bo")
    assert [one["action"] for one in bot.heard[2:]] == ["add-upgrade", "remove"]
    assert teams.world.people["bo"].installed is False


async def test_an_app_is_installed_into_a_team_and_removed(teams: FakeTeams, bot: Bot) -> None:
    await teams.install("ada", "deals")
    told = bot.heard[1]["channelData"]
    assert told["team"] == {
        "id": "19:north@thread.tacv2",
        "name": "North",
        "aadGroupId": "group-north",
    }
    assert told["settings"]["selectedChannel"]["id"] == "19:deals@thread.tacv2"
    await teams.uninstall("ada", "deals")
    assert [one["type"] for one in bot.heard[2:]] == ["conversationUpdate", "installationUpdate"]
    assert teams.world.teams["north"].installed is False


async def test_what_happens_to_teams_and_channels_is_told(teams: FakeTeams, bot: Bot) -> None:
    await teams.join("bo", "north")
    await teams.leave("bo", "north")
    await teams.rename_channel("ada", "deals", "Big deals")
    await teams.delete_channel("ada", "deals")
    await teams.rename_team("ada", "north", "Far north")
    await teams.delete_team("ada", "north")
    assert [one["channelData"]["eventType"] for one in bot.heard] == [
        "teamMemberAdded",
        "teamMemberRemoved",
        "channelRenamed",
        "channelDeleted",
        "teamRenamed",
        "teamDeleted",
    ]
    renamed = bot.heard[2]
    assert renamed["channelData"]["channel"] == {
        "id": "19:deals@thread.tacv2",
        "name": "Big deals",
    }
    assert renamed["conversation"]["id"] == "19:north@thread.tacv2"
    assert bot.heard[0]["membersAdded"][0]["id"] == "29:bo"


async def test_the_same_is_delivered_again(teams: FakeTeams, bot: Bot) -> None:
    await teams.write("ada", "help")
    await teams.deliver_again()
    assert bot.heard[0] == bot.heard[1]


async def test_a_spoilt_activity_goes_out_as_it_is(teams: FakeTeams, bot: Bot) -> None:
    told = teams.activity("ada", text="hi")
    del told["from"]
    await teams.happen(told)
    assert ("from" in bot.heard[0], bot.heard[0]["text"]) == (False, "hi")


async def test_a_bot_that_is_not_there_gives_no_answer(teams: FakeTeams) -> None:
    teams.deliver_to("http://127.0.0.1:9/api/messages")
    assert (await teams.write("ada", "help")).status == 0
