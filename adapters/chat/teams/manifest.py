"""The app's package: what an administrator uploads to Teams.

Shape and limits: learn.microsoft.com/microsoft-365/extensibility/schema, version 1.30.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from adapters.chat.teams.icons import color_icon, outline_icon
from coaching.errors import BadInput
from coaching.people import Language
from coaching.texts.vocabulary import COMMANDS

Json = dict[str, Any]

SCHEMA = "1.30"
# Of the package, not of the program: Teams offers an update where it is higher than before.
VERSION = "1.0.0"
NAME_LIMIT = 30
PAGE_LIMIT = 2048
# The server's own page (about.py).
ABOUT = "/about"
CHINESE_FILE = "zh-cn.json"
_SCHEMAS = f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA}"
_SCOPES = ("personal", "team")

SHORT: Mapping[Language, str] = {
    "en": "A coach for sales calls: asks before the call and after it.",
    "zh-Hans": "销售会谈教练：会谈之前问一问，之后再问一问。",
}
FULL: Mapping[Language, str] = {
    "en": (
        "Advance coaches sales reps. Before a customer call it asks what the customer should do if"
        " the call goes well, and for one question about the consequences of their problem; it"
        " says at once how good both are. Afterwards it asks how the call ended and what you"
        " learned. What you write is seen by you alone unless you share it. Once a week it posts a"
        " digest to the team's channel, without figures about any person. It finds your calls in"
        " your calendar; “settings” says when it may write to you, “pause” keeps it quiet, and"
        " “privacy” says who sees what."
    ),
    "zh-Hans": (
        "Advance 是销售的教练。客户会谈之前，它问：谈得顺，客户会答应做哪件事；再请你写一个"
        "问题，问问客户的困难会带来什么后果；写得好不好，马上告诉你。会谈之后，它问结果如何、"
        "学到了什么。你写的内容只有你自己看得到，除非你愿意分享。每周一次，它在团队频道发一份"
        "小结，里面没有任何个人的数字。它从日历里找到你的会谈：“设置”决定什么时候可以提醒你，"
        "“暂停”让它安静，“隐私”说明谁看得到什么。"
    ),
}
# What stands at a message of anybody's, in its menu.
JUDGE: Mapping[Language, tuple[str, str]] = {
    "en": ("Judge this question", "Which kind it is, and what to do next; seen by you alone"),
    "zh-Hans": ("评一评这个问题", "这是哪一种问题，接下来怎么做；只有你看得到"),
}
# What stands beside a command when somebody begins to write to the coach: ten at most, so
# `resume` is not among them, a button at what “pause” says.
EXPLAINED: Mapping[Language, Mapping[str, str]] = {
    "en": {
        "plan": "Plan the next customer call, or “plan” and a customer's name",
        "review": "Say how the last call ended",
        "today": "Today's calls and where they stand",
        "week": "This week",
        "judge": "What a question is worth: “judge” and the question",
        "settings": "Hours, language, what comes when",
        "connect": "Link your calendar: without one nothing comes by itself",
        "pause": "Keep quiet, “pause a week” for example; “resume” ends it",
        "privacy": "Who sees what you write",
        "help": "What the coach understands",
    },
    "zh-Hans": {
        "plan": "准备下一次客户会谈，或“准备”加客户名",
        "review": "上一次会谈结果如何",
        "today": "今天的会谈和进展",
        "week": "本周",
        "judge": "一个问题值不值得问：“评判”加问题",
        "settings": "时间、语言、什么时候提醒",
        "connect": "接上日历；没有日历，什么都不会自己来",
        "pause": "安静一阵，比如“暂停一周”；“恢复”就结束",
        "privacy": "你写的内容谁看得到",
        "help": "教练听得懂什么",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Pages of the company's own that Teams shows beside the app; what is empty is the server's."""

    website: str = ""
    privacy: str = ""
    terms: str = ""


def package(
    *, app_id: str, address: str, name: str = "Advance", pages: Pages | None = None
) -> bytes:
    """The zip to upload: manifest, Chinese texts and two icons, the same bytes for the same words.

    `app_id` is the bot's in Entra, `address` where the server is reached (https://host). Raises
    `BadInput` if one of them, the name or a page is not usable.
    """
    told = manifest(app_id=app_id, address=address, name=name, pages=pages)
    files = {
        "manifest.json": _json(told),
        CHINESE_FILE: _json(chinese(name)),
        "color.png": color_icon(),
        "outline.png": outline_icon(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for file, content in files.items():
            # The earliest moment a zip can name: a package says nothing of when it was made.
            entry = zipfile.ZipInfo(file, date_time=(1980, 1, 1, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def manifest(
    *, app_id: str, address: str, name: str = "Advance", pages: Pages | None = None
) -> Json:
    """What the app is and may do; raises `BadInput` as `package` does."""
    bot, (at, host) = _guid(app_id), _checked(address)
    if not 1 <= len(name) <= NAME_LIMIT or not name.strip():
        raise BadInput("name", f"has {len(name)} characters, 1 to {NAME_LIMIT} are allowed")
    return {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.schema.json",
        "manifestVersion": SCHEMA,
        "version": VERSION,
        "id": bot,
        "developer": {
            "name": "Advance",
            **_pages(pages or Pages(), f"{at}{ABOUT}"),
        },
        "localizationInfo": {
            "defaultLanguageTag": "en-us",
            "additionalLanguages": [{"languageTag": "zh-cn", "file": CHINESE_FILE}],
        },
        "name": {"short": name, "full": name},
        "description": {"short": SHORT["en"], "full": FULL["en"]},
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": "#17594e",
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot"},
        # Since 1.25 an app for teams is refused without it.
        "supportsChannelFeatures": "tier1",
        "bots": [_bot(bot)],
        "composeExtensions": [_action(bot)],
        "permissions": ["identity", "messageTeamMembers"],
        "validDomains": [host],
    }


def chinese(name: str = "Advance") -> Json:
    """The same words in Chinese, by where they stand in the manifest."""
    told = {
        "$schema": f"{_SCHEMAS}/MicrosoftTeams.Localization.schema.json",
        "name.short": name,
        "name.full": name,
        "description.short": SHORT["zh-Hans"],
        "description.full": FULL["zh-Hans"],
    }
    for number in range(len(_SCOPES)):
        for index, (command, explained) in enumerate(EXPLAINED["zh-Hans"].items()):
            at = f"bots[0].commandLists[{number}].commands[{index}]"
            told |= {f"{at}.title": _in_chinese(command), f"{at}.description": explained}
    title, explained = JUDGE["zh-Hans"]
    at = "composeExtensions[0].commands[0]"
    return told | {f"{at}.title": title, f"{at}.description": explained}


def _bot(app_id: str) -> Json:
    commands = [
        {"title": command, "description": explained}
        for command, explained in EXPLAINED["en"].items()
    ]
    return {
        "botId": app_id,
        "scopes": list(_SCOPES),
        "supportsFiles": False,
        "isNotificationOnly": False,
        "commandLists": [{"scopes": [scope], "commands": commands} for scope in _SCOPES],
    }


def _action(app_id: str) -> Json:
    """The message action: whatever anybody wrote can be judged as a question."""
    title, explained = JUDGE["en"]
    command = {"id": "judge", "type": "action", "context": ["message"], "fetchTask": True}
    return {
        "botId": app_id,
        "commands": [{**command, "title": title, "description": explained}],
    }


def _in_chinese(command: str) -> str:
    """How a command is written in Chinese; choosing one writes it."""
    return next(form for form in COMMANDS[command] if form.isalpha() and not form.isascii())


def _pages(pages: Pages, own: str) -> Json:
    named = {"website": "websiteUrl", "privacy": "privacyUrl", "terms": "termsOfUseUrl"}
    return {key: _page(name, getattr(pages, name)) or own for name, key in named.items()}


def _page(name: str, told: str) -> str:
    """A page's address, or nothing; it is read by whoever is about to install the app."""
    try:
        at = urlsplit(told)
        is_page = at.scheme == "https" and bool(at.hostname) and at.username is None
    except ValueError:
        is_page = False
    if told and not (is_page and len(told) <= PAGE_LIMIT and told.isprintable()):
        raise BadInput(name, f"{told[:100]!r} is no address of a page: https://HOST/…")
    return told


def _guid(app_id: str) -> str:
    try:
        return str(UUID(app_id))
    except ValueError:
        raise BadInput(
            "app-id", f"{app_id!r} is no id of an app in Entra: 8-4-4-4-12 digits"
        ) from None


def _checked(address: str) -> tuple[str, str]:
    """The address without its last slash, and its host."""
    try:
        told = urlsplit(address)
        host, port = told.hostname or "", told.port
    except ValueError:
        host, port = "", 0
    named = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host)
    more = host and (told.query or told.fragment or told.username is not None)
    if not named or more or told.scheme != "https" or port == 0:
        raise BadInput(
            "address",
            f"{address!r} is not where Teams reaches the app: https://HOST, without a user, a"
            " question mark or a #",
        )
    return address.rstrip("/"), host


def _json(told: Json) -> bytes:
    return json.dumps(told, indent=2, ensure_ascii=False).encode() + b"\n"
