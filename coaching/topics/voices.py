"""The people of a sale, and whose words are told: who is in the calls, who said it."""

from __future__ import annotations

from coaching.answers import folded
from coaching.calls import Call, Opportunity
from coaching.forms import ChoiceField, Option, TextField
from coaching.messages import Quoted, text
from coaching.texts import vocabulary
from coaching.turn import Situation

# A name before a colon is short; longer, it is part of what was said.
_NAME_LENGTH, _NAME_WORDS = 40, 4
_LISTED = 100


def calls_of(sale: Opportunity, situation: Situation) -> tuple[Call, ...]:
    """The calls of a sale that were not cancelled, the earliest first."""
    mine = (
        call
        for call in situation.calls
        if call.opportunity_id == sale.id and call.standing in {"on", "skipped"}
    )
    return tuple(sorted(mine, key=lambda call: call.starts_at))


def people(sale: Opportunity, situation: Situation) -> tuple[str, ...]:
    """Whom the calendar names in the calls of a sale, each once; colleagues in them sell too."""
    calls = calls_of(sale, situation)
    meetings = {call.meeting_id for call in calls}
    ours = {folded(one.name) for one in situation.joint if one.meeting_id in meetings}
    names = (name for call in calls for name in call.people)
    known = {folded(name): name for name in names}
    return tuple(name for short, name in known.items() if short and short not in ours)


def person(who: str, known: tuple[str, ...]) -> str:
    """The one person whom a name or a part of it means; the name itself where that is not clear."""
    short = folded(who)
    same = [name for name in known if folded(name) == short]
    part = [name for name in known if short in folded(name).split() or folded(name) in short]
    meant = same or part
    return meant[0] if len(meant) == 1 else who


def spoken(words: str) -> tuple[str, str]:
    """Who said it, where a short name and a colon stand before the words, and the words bare."""
    head, colon, tail = words.replace("：", ":", 1).partition(":")
    head, tail = head.strip(), words[len(words) - len(tail) :].strip()
    if not colon or not head or not tail or not _is_name(head) or (head + tail[0])[-2:].isdigit():
        return "", _bare(words)
    return head, _bare(tail)


def unnamed(words: str) -> str:
    """The words of an unknown customer: of two names before colons the first is theirs."""
    _, rest = spoken(words)
    who, _ = spoken(rest)
    return rest if who else words


def _is_name(head: str) -> bool:
    short = folded(head)
    first = short.partition(" ")[0]
    oneself = first in vocabulary.OF_ONESELF or short.startswith(vocabulary.OF_ONESELF_ZH)
    return not oneself and len(head) <= _NAME_LENGTH and len(head.split()) <= _NAME_WORDS


def _bare(words: str) -> str:
    """The words without marks of quotation around the whole: they are quoted anyway."""
    bare = words.strip()
    marked = (bare[:1], bare[1:][-1:]) in {('"', '"'), ("“", "”"), ("「", "」")}
    return bare[1:-1].strip() or bare if marked else bare


def who_fields(
    who: str, sale: Opportunity, situation: Situation
) -> tuple[ChoiceField | TextField, ...]:
    """Who said it: one of those in the calls, or somebody else in free text."""
    known = tuple(name for name in people(sale, situation) if len(name) <= _LISTED)
    listed = person(who, known)
    other = TextField(
        name="who_else",
        label=text("field-who-else" if known else "field-who"),
        initial="" if listed in known else who,
        limit=_LISTED,
    )
    if not known:
        return (other,)
    options = tuple(
        Option(value=name, label=text("option-words", words=Quoted(name))) for name in known
    )
    chosen = listed if listed in known else ""
    return (
        ChoiceField(name="who", label=text("field-who"), options=options, initial=chosen),
        other,
    )
