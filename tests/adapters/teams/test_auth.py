"""Who may speak to the bot: real tokens, a real key server, real HTTP; the bad never run it."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import jwt
import pytest
from aiohttp import ClientSession, web
from cryptography.hazmat.primitives import serialization

from adapters.chat.teams.auth import OpenGuard, TokenGuard
from adapters.chat.teams.keys import BURST, EVERY, Keys
from adapters.chat.teams.route import MOST_BYTES, PATH, Answer, Json, door
from adapters.chat.teams.services import Services
from adapters.ports import Gone, Later
from bot.clock import MovableClock
from bot.serve import listening
from coaching.errors import BadInput
from tests.adapters.teams.fake.keys import ISSUER, private_key
from tests.adapters.teams.fake.keys import Keys as KeyServer
from tests.adapters.teams.fake.state import APP_ID

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SERVICE = "https://smba.trafficmanager.net/emea/"
MINUTE = timedelta(minutes=1)
LATE = timedelta(seconds=0.2)


@dataclass(slots=True)
class Place:
    """A door with its key server, and what the bot behind it heard."""

    clock: MovableClock
    keys: KeyServer
    at: str = ""
    heard: list[Json] = field(default_factory=list)
    fails: list[Exception] = field(default_factory=list)
    answer: Answer = field(default_factory=Answer)

    async def turn(self, activity: Json) -> Answer:
        self.heard.append(activity)
        if self.fails:
            raise self.fails.pop()
        return self.answer

    async def post(
        self, token: str | None, body: bytes | Json | None = None, *, kind: str = "application/json"
    ) -> tuple[int, str]:
        """What the door answers to a token and a body (by default a good one)."""
        headers = {"Content-Type": kind}
        if token is not None:
            headers["Authorization"] = token if " " in token else f"Bearer {token}"
        told = activity() if body is None else body
        data = told if isinstance(told, bytes) else json.dumps(told).encode()
        async with (
            ClientSession() as session,
            session.post(self.at + PATH, data=data, headers=headers) as answer,
        ):
            return answer.status, await answer.text()

    async def status(self, token: str | None, body: bytes | Json | None = None) -> int:
        return (await self.post(token, body))[0]

    @property
    def looks(self) -> int:
        """How often the keys were fetched."""
        return self.keys.asked.count("keys")


def activity(**changes: Any) -> Json:
    told = {"type": "message", "channelId": "msteams", "serviceUrl": SERVICE, "text": "hello"}
    return {**told, **changes}


@asynccontextmanager
async def served(keys: KeyServer) -> AsyncIterator[str]:
    """The key server's metadata address."""
    app = web.Application()
    app.router.add_routes(keys.routes("/openid"))
    async with listening("keys", app, "127.0.0.1", 0) as (host, port):
        yield f"http://{host}:{port}/openid/v1/.well-known/openidconfiguration"


@pytest.fixture
async def at() -> AsyncIterator[Place]:
    clock = MovableClock(NOW)
    place = Place(clock=clock, keys=KeyServer(signs_by=clock))
    async with served(place.keys) as openid:
        guard = TokenGuard(
            app_id=APP_ID,
            issuer=ISSUER,
            keys=Keys(openid=openid, clock=clock, late=LATE),
            services=Services(),
            clock=clock,
        )
        async with listening("door", door(guard, place.turn), "127.0.0.1", 0) as (host, port):
            place.at = f"http://{host}:{port}"
            yield place


# ---- tokens --------------------------------------------------------------------------------------


async def test_a_good_token_is_heard(at: Place) -> None:
    assert await at.post(at.keys.token(SERVICE)) == (200, "")
    assert at.heard == [activity()]


def public_pem() -> bytes:
    return (
        private_key(1)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def encoded(**parts: Any) -> list[str]:
    return [
        base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
        for part in parts.values()
    ]


def claims(**changes: Any) -> Json:
    ends = int((NOW + 60 * MINUTE).timestamp())
    return {"iss": ISSUER, "aud": APP_ID, "exp": ends, "serviceurl": SERVICE, **changes}


def unsigned(algorithm: str = "none") -> str:
    head = {"alg": algorithm, "typ": "JWT", "kid": "key-1"}
    return ".".join([*encoded(head=head, body=claims()), ""])


def hmac_with_the_public_key() -> str:
    """PyJWT would not sign with a public key, so that it is done by hand."""
    head = {"alg": "HS256", "typ": "JWT", "kid": "key-1"}
    signed = ".".join(encoded(head=head, body=claims()))
    mac = hmac.new(public_pem(), signed.encode(), hashlib.sha256).digest()
    return f"{signed}.{base64.urlsafe_b64encode(mac).rstrip(b'=').decode()}"


def forged() -> str:
    """Signed with a key of somebody else's, by the name of the published one."""
    return jwt.encode(claims(), private_key(2), algorithm="RS256", headers={"kid": "key-1"})


def tampered() -> str:
    head, _, signature = jwt.encode(
        claims(), private_key(1), algorithm="RS256", headers={"kid": "key-1"}
    ).split(".")
    return ".".join([head, *encoded(body=claims(extra="x")), signature])


def signed(*, drop: str = "", kid: str | None = "key-1", alg: str = "RS256", **more: Any) -> str:
    told = {name: value for name, value in claims(**more).items() if name != drop}
    head = {"kid": kid} if kid is not None else {}
    return jwt.encode(told, private_key(1), algorithm=alg, headers=head)


PAST, SOON = int((NOW - 6 * MINUTE).timestamp()), int((NOW + 6 * MINUTE).timestamp())
BAD_TOKENS = {
    "no header": None,
    "an empty header": "Bearer ",
    "a token alone": "Basic dXNlcjpwYXNz",
    "another scheme": "Negotiate abc",
    "too many parts": "Bearer a b",
    "garbage": "not-a-token",
    "three parts of garbage": "a.b.c",
    "parts that are JSON but no objects": ".".join([*encoded(a=1, b=2), "x"]),
    "a body that is no JSON": f"{signed().split('.')[0]}.e30x.e30x",
    "alg none": unsigned(),
    "alg None by another spelling": unsigned("nOnE"),
    "HS256 with the public key": hmac_with_the_public_key(),
    "another RSA algorithm": signed(alg="RS512"),
    "forged signature": forged(),
    "changed after it was signed": tampered(),
    "unknown key": signed(kid="key-9"),
    "no key named": signed(kid=None),
    "a key's name too long": signed(kid="k" * 300),
    "expired": signed(exp=PAST),
    "not yet valid": signed(nbf=SOON),
    "no exp": signed(drop="exp"),
    "exp that is a text": signed(exp=str(SOON)),
    "exp that is true": signed(exp=True),
    "exp that never comes": signed(exp=float("inf")),
    "nbf that is a text": signed(nbf="now"),
    "wrong audience": signed(aud="99999999-2222-4333-8444-555555555555"),
    "several audiences": signed(aud=[APP_ID, "another"]),
    "no audience": signed(drop="aud"),
    "wrong issuer": signed(iss="https://sts.windows.net/72f988bf/"),
    "no issuer": signed(drop="iss"),
    "wrong service": signed(serviceurl="https://smba.trafficmanager.net/amer/"),
    "no service": signed(drop="serviceurl"),
}


@pytest.mark.parametrize("token", BAD_TOKENS.values(), ids=BAD_TOKENS.keys())
async def test_a_bad_token_is_turned_away_and_the_bot_never_runs(
    at: Place, token: str | None
) -> None:
    assert await at.status(token) == 401
    assert at.heard == []
    assert await at.status(at.keys.token(SERVICE)) == 200


async def test_a_token_counts_five_minutes_before_and_after(at: Place) -> None:
    just_over = int((NOW - 4 * MINUTE).timestamp())
    soon = int((NOW + 4 * MINUTE).timestamp())
    assert await at.status(signed(exp=just_over)) == 200
    assert await at.status(signed(nbf=soon)) == 200
    at.clock.advance(MINUTE)
    assert await at.status(signed(exp=just_over)) == 401


async def test_the_scheme_is_read_in_any_case(at: Place) -> None:
    assert await at.status(f"bearer {at.keys.token(SERVICE)}") == 200


@pytest.mark.parametrize("good_first", [True, False])
async def test_of_two_tokens_neither_counts(at: Place, good_first: bool) -> None:
    good = at.keys.token(SERVICE)
    both = [good, "of-somebody-else"] if good_first else ["of-somebody-else", good]
    headers = [("Authorization", f"Bearer {one}") for one in both]
    async with (
        ClientSession() as session,
        session.post(at.at + PATH, json=activity(), headers=headers) as answer,
    ):
        assert (answer.status, at.heard) == (401, [])


async def test_a_bot_without_an_id_takes_no_token() -> None:
    clock = MovableClock(NOW)
    place = Place(clock=clock, keys=KeyServer(signs_by=clock))
    async with served(place.keys) as openid:
        guard = TokenGuard(
            app_id="",
            issuer=ISSUER,
            keys=Keys(openid=openid, clock=clock),
            services=Services(),
            clock=clock,
        )
        async with listening("door", door(guard, place.turn), "127.0.0.1", 0) as (host, port):
            place.at = f"http://{host}:{port}"
            assert await place.status(signed(aud="")) == 401
    assert place.heard == []


# ---- what is said --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"[]", b'"text"', b"1", b"null", b"\xff\xfe", b'{"a": NaN}', b"[" * 100_000],
    ids=["nothing", "half", "list", "text", "number", "null", "no text", "NaN", "deep"],
)
async def test_what_is_no_json_object_is_bad(at: Place, body: bytes) -> None:
    assert await at.status(at.keys.token(SERVICE), body) == 400
    assert await at.status(forged(), body) == 401
    assert at.heard == []


@pytest.mark.parametrize("service", [None, "", 5, ["https://smba.trafficmanager.net/emea/"]])
async def test_an_activity_without_a_service_is_bad(at: Place, service: Any) -> None:
    assert await at.status(at.keys.token(SERVICE), activity(serviceUrl=service)) == 400
    told = activity()
    del told["serviceUrl"]
    assert await at.status(at.keys.token(SERVICE), told) == 400
    assert at.heard == []


async def test_a_service_that_is_not_trusted_is_turned_away_though_its_token_is_good(
    at: Place,
) -> None:
    evil = "https://smba.trafficmanager.net.example.com/"
    assert await at.status(at.keys.token(evil), activity(serviceUrl=evil)) == 401
    assert at.heard == []


async def test_a_key_signs_for_its_own_channels_alone(at: Place) -> None:
    at.keys.endorsements = ("webchat",)
    assert await at.status(at.keys.token(SERVICE)) == 401
    at.keys.endorsements = ()
    at.clock.advance(timedelta(hours=25))
    assert await at.status(at.keys.token(SERVICE)) == 401
    assert at.heard == []


async def test_another_channel_is_turned_away(at: Place) -> None:
    assert await at.status(at.keys.token(SERVICE), activity(channelId="webchat")) == 401
    assert await at.status(at.keys.token(SERVICE), activity(channelId=None)) == 401
    assert at.heard == []


async def test_too_much_is_too_much(at: Place) -> None:
    body = activity(text="x" * MOST_BYTES)
    assert await at.status(at.keys.token(SERVICE), body) == 413
    assert at.heard == []


@pytest.mark.parametrize(
    "header", ["Authorization: Bearer " + "s3cret" * 3_000, "s3cret\x00: 1"], ids=["long", "odd"]
)
async def test_what_is_no_http_is_bad_and_the_log_does_not_quote_it(
    at: Place, header: str, caplog: pytest.LogCaptureFixture
) -> None:
    host, port = at.at.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"POST {PATH} HTTP/1.1\r\nHost: {host}\r\n{header}\r\n\r\n".encode())
    await writer.drain()
    assert (await reader.readline()).split()[1] == b"400"
    writer.close()
    assert at.heard == []
    assert "What came cannot be read" in caplog.text
    assert "s3cret" not in caplog.text


async def test_a_page_in_a_browser_cannot_post_here(at: Place) -> None:
    assert await at.post(at.keys.token(SERVICE), kind="text/plain") == (400, "400: Bad Request")
    assert at.heard == []


async def test_only_posts_are_answered(at: Place) -> None:
    async with ClientSession() as session, session.get(at.at + PATH) as answer:
        assert answer.status == 405


# ---- keys ----------------------------------------------------------------------------------------


async def test_keys_are_fetched_once(at: Place) -> None:
    answers = [at.status(at.keys.token(SERVICE)) for _ in range(10)]
    assert await asyncio.gather(*answers) == [200] * 10
    assert at.keys.asked == ["metadata", "keys"]


async def test_a_new_key_works_at_once(at: Place) -> None:
    assert await at.status(at.keys.token(SERVICE)) == 200
    at.keys.rotate()
    assert await at.status(at.keys.token(SERVICE)) == 200
    assert at.looks == 2
    assert await at.status(signed()) == 401


async def test_a_withdrawn_key_is_forgotten_after_a_day(at: Place) -> None:
    old = at.keys.current
    assert await at.status(at.keys.token(SERVICE)) == 200
    at.keys.rotate()
    assert await at.status(at.keys.token(SERVICE, key=old)) == 200
    at.clock.advance(timedelta(hours=24))
    assert await at.status(at.keys.token(SERVICE, key=old)) == 401


async def test_junk_does_not_hammer_the_key_server(at: Place) -> None:
    assert await at.status(at.keys.token(SERVICE)) == 200
    junk = [at.status(signed(kid=f"junk-{number}")) for number in range(60)]
    assert set(await asyncio.gather(*junk)) == {401}
    assert at.looks <= BURST + 1
    begun, more = time.monotonic(), 3
    for number in range(BURST + more):
        assert await at.status(signed(kid=f"more-{number}")) == 401
    assert time.monotonic() - begun >= more * LATE.total_seconds()


@pytest.mark.parametrize("kids", [1, 2, 5, 40])
async def test_a_key_published_right_after_junk_counts_at_once(at: Place, kids: int) -> None:
    assert await at.status(at.keys.token(SERVICE)) == 200
    junk = [at.status(signed(kid=f"junk-{number}")) for number in range(kids)]
    assert set(await asyncio.gather(*junk)) == {401}
    at.keys.rotate()
    assert await at.status(at.keys.token(SERVICE)) == 200


async def test_a_key_published_amid_junk_counts_at_once(at: Place) -> None:
    assert await at.status(at.keys.token(SERVICE)) == 200

    async def flood() -> None:
        for number in count():
            await asyncio.gather(*(at.status(signed(kid=f"{number}-{one}")) for one in range(5)))

    flooding = asyncio.create_task(flood())
    await asyncio.sleep(LATE.total_seconds())
    for _ in range(3):
        at.keys.rotate()
        assert await at.status(at.keys.token(SERVICE)) == 200
    flooding.cancel()
    await asyncio.wait({flooding})


async def test_a_key_that_was_named_before_it_was_published_counts_once_it_is(at: Place) -> None:
    assert await at.status(at.keys.token(SERVICE)) == 200
    for _ in range(BURST):
        assert await at.status(at.keys.token(SERVICE, key=2)) == 401
    at.keys.rotate()
    assert await at.status(at.keys.token(SERVICE, key=2)) == 200


async def test_after_a_while_in_peace_looks_are_prompt_again(at: Place) -> None:
    for number in range(BURST):
        assert await at.status(signed(kid=f"junk-{number}")) == 401
    at.clock.advance(EVERY)
    begun = time.monotonic()
    assert await at.status(signed(kid="junk-last")) == 401
    assert time.monotonic() - begun < LATE.total_seconds()


async def test_junk_that_can_be_told_by_itself_costs_no_look(at: Place) -> None:
    for number in range(5):
        assert await at.status(signed(kid=f"k{number}", aud="another")) == 401
        assert await at.status(signed(kid=f"k{number}", exp=PAST)) == 401
    assert at.keys.asked == []


async def test_without_keys_nobody_is_let_in_and_the_log_says_so_once(
    at: Place, caplog: pytest.LogCaptureFixture
) -> None:
    at.keys.status = 500
    for _ in range(3):
        assert await at.status(at.keys.token(SERVICE)) == 401
    assert at.heard == []
    assert len([one for one in caplog.messages if one.startswith("The keys of the Bot")]) == 1
    # Once in vain, nobody waits for it again at once.
    assert at.keys.asked == ["metadata"]
    at.keys.status = 200
    at.clock.advance(LATE)
    assert await at.status(at.keys.token(SERVICE)) == 200


async def test_known_keys_serve_on_while_the_key_server_is_away(at: Place) -> None:
    assert await at.status(at.keys.token(SERVICE)) == 200
    at.keys.status = 503
    at.clock.advance(timedelta(hours=30))
    assert await at.status(at.keys.token(SERVICE)) == 200
    assert await at.status(at.keys.token(SERVICE, key=2)) == 401


@pytest.mark.parametrize(
    "published",
    [
        {"keys": "none"},
        {"keys": [1, {"kid": 5}, {"kid": "key-1"}, {"kid": "key-1", "kty": "EC"}]},
        {"keys": [{"kid": "key-1", "kty": "RSA", "n": "!", "e": "AQAB"}]},
        {"keys": [{"kid": "key-1", "kty": "RSA", "n": "AQAB", "e": "AQAB"}]},
        {"keys": [{"kid": "key-1", "kty": "RSA", "n": "v" * 170, "e": "AQAB"}]},
        [],
        "x" * 1_100_000,
    ],
    ids=["no list", "no keys", "broken", "tiny", "short", "no object", "too much"],
)
async def test_what_is_published_and_is_no_key_lets_nobody_in(published: Any) -> None:
    clock = MovableClock(NOW)

    async def told(_request: web.Request) -> web.Response:
        return web.json_response(published)

    async def metadata(request: web.Request) -> web.Response:
        return web.json_response({"jwks_uri": f"{request.url.origin()}/keys"})

    app = web.Application()
    app.router.add_get("/keys", told)
    app.router.add_get("/openid", metadata)
    place = Place(clock=clock, keys=KeyServer(signs_by=clock))
    async with listening("keys", app, "127.0.0.1", 0) as server:
        keys = Keys(openid=f"http://{server[0]}:{server[1]}/openid", clock=clock)
        guard = TokenGuard(
            app_id=APP_ID, issuer=ISSUER, keys=keys, services=Services(), clock=clock
        )
        async with listening("door", door(guard, place.turn), "127.0.0.1", 0) as (host, port):
            place.at = f"http://{host}:{port}"
            assert await place.status(signed()) == 401
    assert place.heard == []


# ---- answers -------------------------------------------------------------------------------------


async def test_an_invoke_is_answered_as_json_with_its_status(at: Place) -> None:
    at.answer = Answer(status=200, body={"task": {"type": "message", "value": "行"}})
    status, text = await at.post(at.keys.token(SERVICE))
    assert (status, json.loads(text)) == (200, at.answer.body)


@pytest.mark.parametrize(
    "fault, status",
    [
        (BadInput("value", "is no tap"), 400),
        (Later(NOW, "busy"), 503),
        (Gone("nobody"), 200),
        (RuntimeError("ours"), 500),
    ],
)
async def test_a_failure_is_told_by_its_status_and_nothing_else(
    at: Place, fault: Exception, status: int
) -> None:
    at.fails = [fault]
    assert await at.post(at.keys.token(SERVICE)) == (status, "")


# ---- an emulator ---------------------------------------------------------------------------------


async def test_an_emulator_on_this_machine_needs_no_token_but_answers_go_nowhere_else() -> None:
    clock = MovableClock(NOW)
    place = Place(clock=clock, keys=KeyServer(signs_by=clock))
    guard = OpenGuard(services=Services(near=True))
    async with listening("door", door(guard, place.turn), "127.0.0.1", 0) as (host, port):
        place.at = f"http://{host}:{port}"
        here = activity(serviceUrl="http://localhost:56150/_connector")
        assert await place.status(None, here) == 200
        assert await place.status(None, activity(serviceUrl="https://example.com/")) == 401
        assert await place.status(None, b"[]") == 400
    assert place.heard == [here]
