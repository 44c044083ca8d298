"""Makes typed text even for the rules: case, punctuation, shorthand, slips of the finger."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_READ = 2000

_HANZI = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_WORD = re.compile(r"[a-z0-9@&/'+]+")
_EVEN = str.maketrans(
    {
        **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u3000": " ",
        "\u00a0": " ",
        "\t": " ",
        "。": ".",
        "、": ",",
    }
)
# Shorthand, then what it stands for.
_SHORTHAND = (
    "u you; ur your; r are; wld would; wud would; cld could; shld should; pls please; plz "
    "please; mtg meeting; mtgs meetings; mgr manager; dir director; cust customer; custs "
    "customers; nxt next; wk week; wks weeks; tmw tomorrow; tmrw tomorrow; w/ with; w/o "
    "without; b4 before; ppl people; hrs hours; mth month; mths months; probs problems; abt "
    "about; bc because; cuz because; thru through; gonna going to; wanna want to; gotta have "
    "to; dont don't; doesnt doesn't; didnt didn't; cant can't; wont won't; isnt isn't; arent "
    "aren't; wasnt wasn't; werent weren't; wouldnt wouldn't; couldnt couldn't; hasnt hasn't; "
    "havent haven't; whats what's; hows how's; whos who's; theyre they're; theyll they'll; im "
    "i'm; ive i've; weve we've; theyve they've; youre you're; youd you'd; thats that's; thx "
    "thanks; maint maintenance; & and; @ at; rly really; def definitely; msg message; asap "
    "soon; yr year; qtr quarter; appt appointment; recieve receive; recieves receives; wat "
    "what; wht what; teh the; hw how; thy they; shes she's; hes he's; happend happened; isn "
    "isn't; custmer customer; frm from "
)
_OFTEN = (
    "affect affects agreed agrees because budget change changes contract customer customers delay "
    "delays deliveries delivery effect effects expensive happen happens happening impact impacts "
    "interested introduce introduces machine machines manager meeting meetings problem problems "
    "procurement proposal purchase question schedule signed solution supplier thursday tuesday "
    "wednesday trouble understand without maintenance consequence consequences director finance "
    "security difficult frustrating satisfied downtime competitor presentation relationship "
    "requirements department production promised confirm confirms important technical workshop"
)
_FEWEST = 5  # letters; shorter words are too alike
_FEWEST_LEFT_OUT = 6


def _rows(table: str) -> list[str]:
    return [row.strip() for row in table.split(";")]


def _slips(word: str) -> set[str]:
    """The word with any one of its inner letters left out, and itself."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(1, len(word) - 1))}


_SHORT = {short: meant for short, _, meant in (row.partition(" ") for row in _rows(_SHORTHAND))}
_KNOWN = frozenset(_OFTEN.split())
_SWAPPED = {(word[0], "".join(sorted(word))): word for word in _KNOWN}
_LEFT_OUT = {
    slip: word for word in _KNOWN if len(word) >= _FEWEST_LEFT_OUT for slip in _slips(word)
}


def is_chinese(text: str) -> bool:
    """Whether the Chinese rules read it: one Chinese character is enough."""
    return _HANZI.search(text) is not None


@dataclass(frozen=True, slots=True)
class Typed:
    """A text as typed and as read; `starts` and `ends` say where each character read stands.

    What is beyond `MOST_READ` characters is not read.
    """

    text: str
    even: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @property
    def is_chinese(self) -> bool:
        """Whether the Chinese rules read it."""
        return is_chinese(self.text)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where the characters read from `start` to `end` stand in the text as typed."""
        return self.starts[start], self.ends[end - 1]


def typed(text: str) -> Typed:
    """The text in lower case and half-width punctuation, shorthand written out, slips mended."""
    lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text[:MOST_READ])
    lowered = lowered.translate(_EVEN)
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for found in _WORD.finditer(lowered):
        meant = _meant(found[0])
        if meant == found[0]:
            continue
        same = range(at, found.start())
        pieces += [lowered[at : found.start()], meant]
        starts += [*same, *[found.start()] * len(meant)]
        ends += [*(place + 1 for place in same), *[found.end()] * len(meant)]
        at = found.end()
    rest = range(at, len(lowered))
    return Typed(
        text,
        "".join([*pieces, lowered[at:]]),
        (*starts, *rest),
        (*ends, *(place + 1 for place in rest)),
    )


def _meant(word: str) -> str:
    """The word meant by shorthand, or by an often-used word with letters swapped or left out."""
    if (written_out := _SHORT.get(word)) is not None:
        return written_out
    if len(word) < _FEWEST or word in _KNOWN:
        return word
    swapped = _SWAPPED.get((word[0], "".join(sorted(word))))
    return swapped or _LEFT_OUT.get(word) or word
