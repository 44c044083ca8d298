"""The chain problem → difficulties → questions of a sale, as it is kept (METHOD §5)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from coaching import sales
from coaching.answers import folded
from coaching.calls import Call, Opportunity
from coaching.judge import Judge, Verdict
from coaching.notes import Note
from coaching.notes.needs import Need
from coaching.notes.planner import Difficulty, Problem, Product
from coaching.topics import drafts
from coaching.turn import Situation

MOST_DIFFICULTIES = 5
MOST_PROBLEMS = 8
_OFFERED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """One problem of a sale with all that hangs on it, and the note it is kept in."""

    note: Note
    sale: Opportunity
    problem: Problem

    @property
    def id(self) -> str:
        """What a tap or a form is about."""
        return str(self.note.id)

    @property
    def is_full(self) -> bool:
        """Whether no more difficulty can be added."""
        return len(self.problem.difficulties) >= MOST_DIFFICULTIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """One question of a chain, with the difficulty it is for and how it is read."""

    chain: Chain
    difficulty: Difficulty
    verdict: Verdict


# ---- what is there -----------------------------------------------------------------------------


def of_sale(sale: Opportunity, situation: Situation) -> tuple[Chain, ...]:
    """The chains of a sale, the latest problem first."""
    found = [chain for chain in _all(situation) if chain.sale.id == sale.id]
    return tuple(sorted(found, key=lambda one: one.note.said_at, reverse=True))


def of_id(note_id: str, situation: Situation) -> Chain | None:
    """The chain of that id, if the rep has it in a sale of theirs."""
    return next((chain for chain in _all(situation) if chain.id == note_id), None)


def _all(situation: Situation) -> Iterator[Chain]:
    known = {sale.id: sale for sale in sales.known(situation)}
    for note in situation.notes:
        sale = known.get(note.opportunity_id) if note.opportunity_id else None
        if sale is not None and isinstance(note.content, Problem):
            yield Chain(note=note, sale=sale, problem=note.content)


def same(words: str, sale: Opportunity, situation: Situation) -> Chain | None:
    """The chain of a sale whose problem these words name already."""
    chains = of_sale(sale, situation)
    return next((one for one in chains if folded(one.problem.text) == folded(words)), None)


def is_full(sale: Opportunity, situation: Situation) -> bool:
    """Whether no more problem of that sale can be kept."""
    return len(of_sale(sale, situation)) >= MOST_PROBLEMS


def new(words: str, sale: Opportunity, situation: Situation) -> Chain:
    """A chain that begins with that problem; the one there is where it is known already."""
    known = same(words, sale, situation)
    if known is not None:
        return known
    rep, problem = situation.rep, Problem(text=words)
    note = Note(
        id=uuid5(rep.id, f"problem/{situation.conversation.version}"),
        rep_id=rep.id,
        author_id=rep.id,
        said_at=situation.now,
        content=problem,
        opportunity_id=sale.id,
    )
    return Chain(note=note, sale=sale, problem=problem)


# ---- changing it -------------------------------------------------------------------------------


def changed(chain: Chain, problem: Problem) -> Chain:
    """The chain with its problem as it is now, its note along with it."""
    return replace(chain, problem=problem, note=replace(chain.note, content=problem))


def with_difficulties(chain: Chain, words: tuple[str, ...]) -> Chain:
    """The chain with these difficulties too, each once, as many as it holds."""
    kept = list(chain.problem.difficulties)
    for one in words:
        if folded(one) not in {folded(difficulty.text) for difficulty in kept}:
            kept.append(Difficulty(text=one))
    rows = tuple(kept[:MOST_DIFFICULTIES])
    return changed(chain, replace(chain.problem, difficulties=rows))


def with_question(chain: Chain, key: str, question: str, read_as: str = "") -> Chain:
    """The chain with that question for the difficulty of that key."""
    rows = tuple(
        replace(one, question=question, read_as=read_as) if key_of(chain, one) == key else one
        for one in chain.problem.difficulties
    )
    return changed(chain, replace(chain.problem, difficulties=rows))


def key_of(chain: Chain, difficulty: Difficulty) -> str:
    """How a tap names a difficulty: by its words, so that an old button never means another."""
    return key(chain.note.id, difficulty.text)


def key(about: UUID, words: str) -> str:
    """How words are named within a note or a sale."""
    return uuid5(about, folded(words)).hex[:8]


def difficulty(chain: Chain, key: str) -> Difficulty | None:
    """The difficulty of that key."""
    found = (one for one in chain.problem.difficulties if key_of(chain, one) == key)
    return next(found, None)


def unasked(chain: Chain) -> tuple[Difficulty, ...]:
    """The difficulties that have no question yet."""
    return tuple(one for one in chain.problem.difficulties if not one.question)


# ---- questions ---------------------------------------------------------------------------------


def verdict(chain: Chain, one: Difficulty, judge: Judge) -> Verdict:
    """How the question of a difficulty is read."""
    problem = chain.problem.text
    return drafts.read(judge, one.question, read_as=one.read_as, problem=problem)


def drafted(chain: Chain, judge: Judge) -> tuple[Drafted, ...]:
    """The questions of a chain, in the order of its difficulties."""
    return tuple(
        Drafted(chain=chain, difficulty=one, verdict=verdict(chain, one, judge))
        for one in chain.problem.difficulties
        if one.question
    )


def has_implications(chain: Chain, judge: Judge) -> bool:
    """Whether a need-payoff question has something to stand on (METHOD §4: too early is a fault).

    In a small sale it may follow the problem at once.
    """
    if not chain.sale.is_large:
        return True
    return any(one.verdict.label == "implication" for one in drafted(chain, judge))


def best_unused(sale: Opportunity, situation: Situation) -> Drafted | None:
    """The question to offer for the next call: one that serves in this sale, in no plan yet."""
    used = {call.plan.question for call in situation.calls if call.opportunity_id == sale.id}
    fresh = [
        one
        for chain in of_sale(sale, situation)
        for one in drafted(chain, situation.judge)
        if one.difficulty.question not in used and drafts.will_serve(one.verdict, sale)
    ]
    wanted = "implication" if sale.is_large else "problem"
    return next((one for one in fresh if one.verdict.label == wanted), next(iter(fresh), None))


def next_call(sale: Opportunity, situation: Situation) -> Call | None:
    """The next call in a sale that can still be planned."""
    ahead = [
        call
        for call in situation.calls
        if call.opportunity_id == sale.id
        and call.standing in {"on", "skipped"}
        and call.starts_at > situation.now
    ]
    return min(ahead, key=lambda call: call.starts_at, default=None)


# ---- problems to begin with --------------------------------------------------------------------


def offers(sale: Opportunity, situation: Situation) -> dict[str, str]:
    """Problems that the rep named elsewhere and that have no chain yet, by the key of a tap."""
    taken = {folded(chain.problem.text) for chain in of_sale(sale, situation)}
    named: dict[str, str] = {}
    for words in _named(sale, situation):
        if words and folded(words) not in taken:
            named.setdefault(key(sale.id, words), words)
    return dict(list(named.items())[:_OFFERED])


def _named(sale: Opportunity, situation: Situation) -> Iterator[str]:
    """The problem of the sale and of its plans, needs only implied yet, what products solve."""
    yield sale.problem
    yield from (call.plan.problem for call in situation.calls if call.opportunity_id == sale.id)
    needs = [
        note
        for note in situation.notes
        if isinstance(note.content, Need) and note.opportunity_id == sale.id
    ]
    grown = {note.content.grew_from for note in needs if isinstance(note.content, Need)}
    for note in needs:
        if (
            isinstance(note.content, Need)
            and note.content.label == "implied"
            and note.id not in grown
        ):
            yield note.content.words
    for note in situation.notes:
        if isinstance(note.content, Product):
            yield from (one.problem for one in note.content.solves)
