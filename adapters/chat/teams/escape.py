"""Texts made literal on their way into a card, and readable on their way out of Teams.

A `TextRun` is shown as it is but for dates in double braces; a `TextBlock`, the title of a choice
and an error are read as Markdown. Rules: learn.microsoft.com/adaptive-cards/authoring-cards/
text-features.
"""

from __future__ import annotations

import re
import unicodedata
from html.parser import HTMLParser

_MOST = 10_000
_JOINER = "\u2060"
# {{DATE(…)}} is said anew in a TextRun too; <at>…</at> could name somebody whom a card mentions.
_BRACES = re.compile(r"\{(?=\{)")
_AT = re.compile(r"<(?=\s*/?\s*at\b)", re.IGNORECASE)
# Not all clients take backslashes away again: each mark is replaced by a sign that looks like it.
_SIGNS = str.maketrans(
    {
        "*": "∗",
        "~": "∼",
        "`": "ˋ",
        "\\": "∖",
        "<": "‹",
        ">": "›",
        "[": "［",
        "]": "］",
        "|": "∣",
    }
)
# Between two letters or digits Markdown leaves an underscore alone.
_UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LIST = re.compile(r"^(\s*)([-+#=]+|\d+[.)])(?=\s|$)", re.MULTILINE)
_ADDRESS = re.compile(r":(?=//)|www(?=\.)", re.IGNORECASE)


def legible(text: str) -> str:
    """A text without control characters and halves of surrogate pairs; line ends and tabs stay.

    Of a very long one only the beginning, which is more than a card takes anywhere.
    """
    return "".join(
        character
        for character in text[:_MOST].replace("\r\n", "\n")
        if character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}
    )


def literal(text: str) -> str:
    """A text that reads the same in a `TextRun`, a button or a field."""
    return _AT.sub("<" + _JOINER, _BRACES.sub("{" + _JOINER, legible(text)))


def harmless(text: str) -> str:
    """A text that reads the same where Markdown may be read: no mark, link or list in it."""
    signed = _UNDERSCORE.sub("ˍ", legible(text).translate(_SIGNS))
    unlisted = _LIST.sub(lambda found: f"{found[1]}{_JOINER}{found[2]}{_JOINER}", signed)
    plain = _ENTITY.sub("&" + _JOINER, _BRACES.sub("{" + _JOINER, unlisted))
    return _ADDRESS.sub(lambda found: found[0] + _JOINER, plain)


# ---- what people wrote -------------------------------------------------------------------------


def unmarked(html: str) -> str:
    """What a person wrote, from the HTML that Teams sends of it, without what they quote."""
    reader = _Reader()
    # Teams sends no declarations, and an unknown one would end the reading with an error.
    reader.feed(html.replace("<!", "&lt;!"))
    reader.close()
    return "\n".join(" ".join(line.split()) for line in reader.words.split("\n")).strip()


class _Reader(HTMLParser):
    """Gathers the text of a message."""

    _ENDS_A_LINE = frozenset({"br", "p", "div", "li", "tr", "blockquote", "pre"})
    _QUOTES = "schema.skype.com/Reply"

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self._quoting = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag begins: another line, or a quotation."""
        if tag == "blockquote" and (self._quoting or self._QUOTES in str(dict(attrs))):
            self._quoting += 1
        elif tag == "br":
            self.words += "\n"

    def handle_endtag(self, tag: str) -> None:
        """A tag ends."""
        if tag == "blockquote" and self._quoting:
            self._quoting -= 1
        elif tag in self._ENDS_A_LINE and not self.words.endswith("\n"):
            self.words += "\n"

    def handle_data(self, data: str) -> None:
        """Words, somebody's own or quoted."""
        if not self._quoting:
            self.words += data
