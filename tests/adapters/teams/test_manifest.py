"""The app's package: within the limits of Teams' schema, in both languages, with all commands."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import pytest

from adapters.chat.teams.icons import color_icon, outline_icon
from adapters.chat.teams.manifest import EXPLAINED, FULL, SHORT, Pages, chinese, manifest, package
from coaching.command_words import parse
from coaching.errors import BadInput
from coaching.people import LANGUAGES

APP = "5a1b2c3d-0000-4000-8000-00000000b0b0"
AT = "https://coach.example.com"
# Teams lists ten: the others are a button somewhere.
LISTED = [
    "plan",
    "review",
    "today",
    "week",
    "judge",
    "settings",
    "connect",
    "pause",
    "privacy",
    "help",
]


def files(**more: Any) -> dict[str, bytes]:
    packed = package(**{"app_id": APP, "address": AT, **more})
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def pixels(png: bytes) -> list[list[tuple[int, ...]]]:
    """The pixels of a PNG whose rows are stored as they are, after its checksums were checked."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    chunks, at = {}, 8
    while at < len(png):
        (size,) = struct.unpack(">I", png[at : at + 4])
        kind, told = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        assert struct.unpack(">I", png[at + 8 + size : at + 12 + size]) == (
            zlib.crc32(kind + told),
        )
        chunks[kind] = told
        at += 12 + size
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    wide, high, *rest = struct.unpack(">IIBBBBB", chunks[b"IHDR"])
    assert rest == [8, 6, 0, 0, 0]
    raw = zlib.decompress(chunks[b"IDAT"])
    line = 1 + 4 * wide
    assert len(raw) == line * high
    starts = range(0, len(raw), line)
    assert {raw[start] for start in starts} == {0}
    return [
        [tuple(raw[left : left + 4]) for left in range(start + 1, start + line, 4)]
        for start in starts
    ]


def test_a_package_has_a_manifest_its_chinese_and_two_icons_and_nothing_else() -> None:
    assert files() == {
        "manifest.json": (
            json.dumps(manifest(app_id=APP, address=AT), indent=2, ensure_ascii=False) + "\n"
        ).encode(),
        "zh-cn.json": (json.dumps(chinese(), indent=2, ensure_ascii=False) + "\n").encode(),
        "color.png": color_icon(),
        "outline.png": outline_icon(),
    }


def test_a_message_of_anybodys_can_be_judged() -> None:
    (action,) = manifest(app_id=APP, address=AT)["composeExtensions"]
    (command,) = action["commands"]
    assert action["botId"] == APP
    assert (command["id"], command["type"], command["context"]) == ("judge", "action", ["message"])
    assert command["fetchTask"] is True
    assert len(command["title"]) <= 32
    assert len(command["description"]) <= 128


def test_the_same_words_make_the_same_bytes() -> None:
    assert package(app_id=APP, address=AT) == package(app_id=APP.upper(), address=AT)


def test_the_bot_speaks_with_a_person_and_in_a_team_and_takes_no_files() -> None:
    told = manifest(app_id=APP, address=f"{AT}/")
    (bot,) = told["bots"]
    lists = bot.pop("commandLists")
    assert bot == {
        "botId": APP,
        "scopes": ["personal", "team"],
        "supportsFiles": False,
        "isNotificationOnly": False,
    }
    assert [one["scopes"] for one in lists] == [["personal"], ["team"]]
    assert (told["id"], told["validDomains"]) == (APP, ["coach.example.com"])
    assert told["developer"] == {
        "name": "Advance",
        "websiteUrl": f"{AT}/about",
        "privacyUrl": f"{AT}/about",
        "termsOfUseUrl": f"{AT}/about",
    }
    assert (told["manifestVersion"], told["supportsChannelFeatures"]) == ("1.30", "tier1")
    assert told["$schema"].endswith("/teams/v1.30/MicrosoftTeams.schema.json")


def test_every_command_is_listed_in_each_language_and_means_itself() -> None:
    told = manifest(app_id=APP, address=AT)
    for number, listed in enumerate(told["bots"][0]["commandLists"]):
        assert [one["title"] for one in listed["commands"]] == LISTED
        for index, one in enumerate(listed["commands"]):
            title = chinese()[f"bots[0].commandLists[{number}].commands[{index}].title"]
            for written in (one["title"], title):
                meant = parse(written, strict=True)
                assert meant is not None
                assert meant.name == one["title"]


def test_it_keeps_the_limits_of_the_schema() -> None:
    """The limits of manifest 1.30 and its localization file."""
    told = manifest(app_id=APP, address=AT)
    assert list(EXPLAINED) == list(SHORT) == list(FULL) == list(LANGUAGES)
    for language in LANGUAGES:
        assert list(EXPLAINED[language]) == LISTED
        assert len(SHORT[language]) <= 80
        assert 80 < len(FULL[language]) <= 4_000
    for listed in told["bots"][0]["commandLists"]:
        assert len(listed["commands"]) <= 10
        for one in listed["commands"]:
            assert len(one["title"]) <= 32
            assert len(one["description"]) <= 128
    assert all(
        len(words) <= (128 if name.endswith(".description") else 32)
        for name, words in chinese().items()
        if name.startswith(("bots", "composeExtensions"))
    )
    assert len(told["developer"]["name"]) <= 32


def test_the_chinese_stands_where_the_manifest_has_words() -> None:
    told = manifest(app_id=APP, address=AT, name="Coach")
    assert set(spots(told)) == set(chinese("Coach")) - {"$schema"}
    assert chinese("Coach")["name.short"] == "Coach"


def spots(told: Mapping[str, Any]) -> list[str]:
    lists = told["bots"][0]["commandLists"]
    return [
        *(f"{part}.{size}" for part in ("name", "description") for size in told[part]),
        *(
            f"bots[0].commandLists[{number}].commands[{index}].{field}"
            for number, listed in enumerate(lists)
            for index, command in enumerate(listed["commands"])
            for field in command
        ),
        *(f"composeExtensions[0].commands[0].{field}" for field in ("title", "description")),
    ]


def test_a_company_names_its_own_pages() -> None:
    pages = Pages(website=f"{AT}/", privacy="https://acme.example/隐私")
    told = manifest(app_id=APP, address=AT, pages=pages)["developer"]
    assert (told["websiteUrl"], told["privacyUrl"]) == (f"{AT}/", "https://acme.example/隐私")
    assert told["termsOfUseUrl"] == f"{AT}/about"


@pytest.mark.parametrize(
    "page",
    [
        "acme.example",
        "http://acme.example",
        "https://",
        "https://[::1",
        "https://me@acme.example",
        "https://acme.example/\n",
        "https://acme.example/" + "x" * 2_048,
    ],
)
def test_what_is_no_page_is_refused(page: str) -> None:
    with pytest.raises(BadInput, match=r"terms: .* is no address of a page"):
        package(app_id=APP, address=AT, pages=Pages(terms=page))


def test_another_name_is_shown() -> None:
    told = manifest(app_id=APP, address=AT, name="Advance (test)")
    assert told["name"] == {"short": "Advance (test)", "full": "Advance (test)"}


@pytest.mark.parametrize("name", ["", " ", "A" * 31])
def test_a_name_that_teams_refuses_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match=f"name: has {len(name)} characters, 1 to 30 are allowed"):
        package(app_id=APP, address=AT, name=name)


@pytest.mark.parametrize("app_id", ["", "advance", "5a1b2c3d"])
def test_an_app_id_that_is_none_is_refused(app_id: str) -> None:
    with pytest.raises(BadInput, match=f"app-id: '{app_id}' is no id of an app in Entra"):
        package(app_id=app_id, address=AT)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "coach.example.com",
        "http://coach.example.com",
        "https://",
        "https://localhost",
        "https://coach.example.com:0",
        "https://coach.example.com:port",
        "https://[::1",
        "https://me@coach.example.com",
        "https://coach.example.com?x=1",
        "https://coach.example.com#x",
        "https://*.example.com",
    ],
)
def test_an_address_that_teams_cannot_use_is_refused(address: str) -> None:
    with pytest.raises(BadInput, match="address: "):
        package(app_id=APP, address=address)


def test_an_address_may_have_a_port_and_a_path() -> None:
    told = manifest(app_id=APP, address="https://coach.example.com:8443/advance/")
    assert told["developer"]["privacyUrl"] == "https://coach.example.com:8443/advance/about"
    assert told["validDomains"] == ["coach.example.com"]


# ---- icons -------------------------------------------------------------------------------------


def test_the_colour_icon_is_a_full_square_of_192() -> None:
    drawn = pixels(color_icon())
    assert (len(drawn), {len(row) for row in drawn}) == (192, {192})
    assert {pixel[3] for row in drawn for pixel in row} == {255}
    green, white, amber = (0x17, 0x59, 0x4E, 255), (255, 255, 255, 255), (0xF0, 0xB7, 0x5A, 255)
    assert (drawn[0][0], drawn[60][96], drawn[123][96]) == (green, white, amber)
    # What is drawn stays in the middle 120, as Teams asks.
    edge = [row for number, row in enumerate(drawn) if not 36 <= number < 156]
    assert {pixel for row in edge for pixel in row} == {green}


def test_the_outline_icon_is_white_on_nothing() -> None:
    drawn = pixels(outline_icon())
    assert (len(drawn), {len(row) for row in drawn}) == (32, {32})
    assert {pixel[:3] for row in drawn for pixel in row} == {(255, 255, 255)}
    seen = [[pixel[3] > 127 for pixel in row] for row in drawn]
    assert (drawn[0][0][3], drawn[20][15][3]) == (0, 255)
    assert all(row == row[::-1] for row in seen)
    assert any(above != below for above, below in pairwise(seen))
