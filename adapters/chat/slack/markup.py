"""Slack's markup both ways: texts made literal on their way out, readable on their way in.

Rules: docs.slack.dev/messaging/formatting-message-text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from adapters.chat.slack.limits import ELLIPSIS, cut, units
from adapters.ports import Run

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
_MOST = 10_000
_PARTING = "\u200b"
# What a run's marks and the invisible spaces around it come to at most.
_MARKS = 6
_MARKED = re.compile(r"<([^<>]+)>|&(lt|gt|amp);")


def literal(text: str, limit: int) -> str:
    """A text that reads the same where Slack expects mrkdwn: no mark, mention or link in it.

    Cut so that what is sent, entities spelled out, has at most `limit` units.
    """
    return escaped(cut(_neutral(text), limit, lambda character: units(escaped(character))))


def marked(runs: Sequence[Run], limit: int) -> str:
    """Runs as one mrkdwn text of at most `limit` units; what does not fit is cut visibly.

    Slack sees a mark only where no letter touches it: in Chinese, where nothing parts the words,
    an invisible space does.
    """
    told = ""
    for run in runs:
        room = limit - units(told) - (_MARKS if run.strong or run.emphasis else 0)
        if room < 1:
            return cut(told.removesuffix(_PARTING), limit - 1) + ELLIPSIS
        shown = _styled(run, room, parted=not told or told[-1].isspace())
        told = (told.removesuffix(_PARTING) if shown[:1].isspace() else told) + shown
        if ELLIPSIS in shown[-_MARKS:] and ELLIPSIS not in run.text[-_MARKS:]:
            break
    return told.removesuffix(_PARTING)


def _styled(run: Run, room: int, *, parted: bool) -> str:
    """One run with its marks; those go around its words, not around the spaces beside them."""
    words = literal(run.text, room)
    core = words.strip()
    mark = "*" * run.strong + "_" * run.emphasis
    if not core or not mark:
        return words
    before, after = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    opening = before or ("" if parted else _PARTING)
    # A mark ends with its line: what is emphasised stands on one.
    return f"{opening}{mark}{' '.join(core.split())}{mark[::-1]}{after or _PARTING}"


def escaped(text: str) -> str:
    """A text with Slack's three special characters spelled out."""
    return "".join(_ENTITIES.get(character, character) for character in text)


def legible(text: str) -> str:
    """A text without control characters and halves of surrogate pairs; line ends and tabs stay.

    Of a very long one only the beginning, which is more than Slack takes anywhere.
    """
    return "".join(
        character
        for character in text[:_MOST].replace("\r\n", "\n")
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
    match target[:1]:
        case "@" | "#":
            return target[0] + (shown.lstrip("@#") or target[1:])
        case "!":
            return shown or "@" + target[1:].partition("^")[0]
        case _:
            address = target.removeprefix("mailto:").removeprefix("tel:")
            return shown or unescaped(address)
