"""Slack's markup both ways: texts made literal on their way out, readable on their way in.

Rules: docs.slack.dev/messaging/formatting-message-text.
"""

from __future__ import annotations

import re
import unicodedata

from adapters.chat.slack.limits import cut, units

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_CHARACTERS = {"lt": "<", "gt": ">", "amp": "&"}
# mrkdwn has no escape for its marks: each is replaced by a sign that looks like it.
_SIGNS = str.maketrans({"*": "∗", "~": "∼", "`": "ˋ"})
# Between two letters or digits Slack leaves an underscore alone.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_QUOTE = re.compile(r"^([^\S\n]*)>+", re.MULTILINE)
# What looks like an address becomes a link by itself, unless something invisible parts it.
_ADDRESS = re.compile(r":(?=//)")
_WORD_JOINER = "\u2060"
_MARKED = re.compile(r"<([^<>]+)>|&(lt|gt|amp);")


def literal(text: str, limit: int) -> str:
    """A text that reads the same where Slack expects mrkdwn: no mark, mention or link in it.

    Cut so that what is sent, entities spelled out, has at most `limit` units.
    """
    return escaped(cut(_neutral(text), limit, lambda character: units(escaped(character))))


def escaped(text: str) -> str:
    """A text with Slack's three special characters spelled out."""
    return "".join(_ENTITIES.get(character, character) for character in text)


def legible(text: str) -> str:
    """A text without control characters and halves of surrogate pairs; line ends and tabs stay."""
    return "".join(
        character
        for character in text.replace("\r\n", "\n")
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}
    )


def readable(text: str) -> str:
    """What a person wrote, from how Slack sends it: entities, links and mentions as they looked."""
    return _MARKED.sub(_read, text)


def unescaped(text: str) -> str:
    """A text with Slack's three special characters as they were typed."""
    return re.sub(r"&(lt|gt|amp);", lambda found: _CHARACTERS[found[1]], text)


def _neutral(text: str) -> str:
    signed = _UNDERSCORE.sub("ˍ", text.translate(_SIGNS))
    unquoted = _QUOTE.sub(lambda found: found[0].replace(">", "›"), signed)
    return _ADDRESS.sub(":" + _WORD_JOINER, unquoted)


def _read(found: re.Match[str]) -> str:
    if found[2]:
        return _CHARACTERS[found[2]]
    target, _, shown = found[1].partition("|")
    return _shown(target, unescaped(shown).strip())


def _shown(target: str, shown: str) -> str:
    """How a link or mention looks: `@U1`, `#C1` and `!here` are Slack's ways to spell mentions."""
    match target[0]:
        case "@" | "#":
            return target[0] + (shown.lstrip("@#") or target[1:])
        case "!":
            return shown or "@" + target[1:].partition("^")[0]
        case _:
            address = target.removeprefix("mailto:").removeprefix("tel:")
            return shown or unescaped(address)
