"""Reads which command a text is, and where a question is open whether it is one at all."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coaching import sales, topics
from coaching.answers import folded
from coaching.days import find_day
from coaching.notes.planner import Product
from coaching.texts import vocabulary
from coaching.turn import Situation

# The commands whose words are the rep's own text, to be read as it was written.
OWN_WORDS = frozenset({"judge", "connect"}) | topics.COMMANDS
# Those whose word, a name and a colon begin no other sentence; a name has so many words at most.
NOTING = frozenset({"needs", "objection", "inside", "difficulties"})
_NAME_WORDS = 3
# Whether words name a day does not hang on which day it is.
ANY_DAY = date(2026, 1, 5)
# Words of a manager that begin many another sentence: only alone, or behind a slash.
ALONE = frozenset({"team", "evaluate"})
_BREAKS = (" ", ":", "：")
# The longest first: in Chinese one command's word may begin another's.
_FORMS = sorted(
    ((form, name) for name, forms in vocabulary.COMMANDS.items() for form in forms),
    key=lambda one: -len(one[0]),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A command by name, with the words behind it."""

    name: str
    words: str = ""


def parse(words: str, *, strict: bool, names: frozenset[str] = frozenset()) -> Command | None:
    """The command a text is, or None; `names` are the customers' names, folded.

    A leading slash always makes a command. Else, while a question is open (`strict`), only a text
    that is nothing but a command is one; with none open, words may follow.
    """
    slash = words.startswith(("/", "／"))
    short = folded(words.lstrip("/／"))
    if slash and short.partition(" ")[0] == "advance":
        short = short.removeprefix("advance").strip()
    for form, name in _FORMS:
        if short == form:
            return Command(name=name)
        rest = short.removeprefix(form)
        parted = rest.startswith(_BREAKS)
        spaced = rest != short and (parted or _needs_no_space(form))
        # “客户说太贵了” is no command: at once behind a topic's word a customer's name is one.
        loose = not strict and name not in ALONE and (parted or name not in topics.COMMANDS)
        meant = _is_argument(name, rest.strip(), names) or (parted and _tells(name, rest.strip()))
        if spaced and (slash or loose or meant):
            return Command(name=name, words=_behind(words, form, name, rest.strip()))
    for name, forms in vocabulary.ABSENT.items():
        if short in forms or (slash and short.startswith(tuple(f"{form} " for form in forms))):
            return Command(name=name)
    return Command(name="help", words=short) if slash else None


def _needs_no_space(form: str) -> bool:
    """Whether words may follow at once: in Chinese, behind more than one character."""
    return not form.isascii() and len(form) > 1


def _behind(words: str, form: str, name: str, rest: str) -> str:
    """The words behind a command, folded; as the rep wrote them where they are a text of theirs."""
    if name not in OWN_WORDS:
        return rest
    command = rf"\W*(?:advance\s+)?{re.escape(form)}[:：]?"
    return re.sub(command, "", words, count=1, flags=re.IGNORECASE).strip()


def _is_argument(name: str, rest: str, names: frozenset[str]) -> bool:
    """Whether the words behind a command can be nothing else."""
    if name in {"plan", "review"}:
        return any(one.startswith(rest) for one in names)
    if name == "count":
        return set(rest) <= set("spin ")
    if name == "practice":
        return any(
            rest in forms for forms in (*vocabulary.PRACTISED.values(), vocabulary.PUT_ASIDE)
        )
    if name in topics.COMMANDS:
        return any(sales.begins(rest, one) for one in names)
    if name in {"connect", "help"}:
        return "://" in rest if name == "connect" else rest in vocabulary.METHOD
    if name != "pause":
        return False
    if any(rest in forms for forms in vocabulary.PAUSES.values()):
        return True
    return rest.startswith(vocabulary.HOW_LONG) and day_meant(rest, ANY_DAY) is not None


def _tells(name: str, rest: str) -> bool:
    """Whether something is to be noted: a colon follows at once, or behind some name."""
    if name == "learn":
        return rest.startswith(tuple(f"{form} " for form in vocabulary.TYPE))
    if name not in NOTING:
        return False
    head, colon, _ = rest.replace("：", ":").partition(":")
    return bool(colon) and len(head.split()) <= _NAME_WORDS


def names(situation: Situation) -> frozenset[str]:
    """The names of the rep's customers, and of their products, folded for comparing.

    A Chinese title names the customer where the name itself came from a mail domain.
    """
    titles = (call.title for call in situation.calls if not call.title.isascii())
    held = (note.content for note in situation.notes)
    products = (one.name for one in held if isinstance(one, Product))
    customers = (call.customer for call in situation.calls)
    return frozenset(map(folded, (*customers, *titles, *products)))


def named(name: str, words: str) -> Command:
    """The command a platform's slash command means; an unknown one asks for help."""
    short = folded(name)
    known = next((key for key, forms in vocabulary.COMMANDS.items() if short in forms), None)
    if known is None:
        # In Chinese no space need part a command from its words.
        meant = parse(f"/{name} {words}", strict=False)
        return (
            meant if meant and meant.name != "help" else Command(name="help", words=folded(words))
        )
    return Command(name=known, words=words.strip() if known in OWN_WORDS else folded(words))


def day_meant(words: str, today: date) -> date | None:
    """The day a pause ends, named ("until thursday") or counted ("for two weeks")."""
    return find_day(words, today) or find_day(f"in {words.removeprefix('for ')}", today)
