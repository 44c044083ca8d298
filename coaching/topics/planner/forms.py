"""The three steps by form: a problem, its difficulties with a question each, the need-payoff."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from coaching import say
from coaching.actions import Decision, Reject
from coaching.answers import clean, faults, folded
from coaching.calls import Opportunity
from coaching.conversation import Conversation
from coaching.events import Submitted
from coaching.forms import ChoiceField, Field, Form, Option, TextField
from coaching.messages import Block, Line, Quoted, Text, text
from coaching.notes.planner import Difficulty, Problem
from coaching.sales import of_id
from coaching.topics.planner import kept, page, talk, worth
from coaching.topics.planner.kept import Chain
from coaching.turn import Situation, after

LIMIT = 500
_ROWS = 3


def shown(about: str, situation: Situation) -> Form | None:
    """The form of one chain, or of a new one where `about` is a sale's id."""
    chain = kept.of_id(about, situation)
    sale = chain.sale if chain else of_id(about, situation)
    if sale is None:
        return None
    return Form(
        kind=page.FORM,
        about=about,
        title=text("form-chain-title"),
        fields=_fields(chain, situation),
        submit=text("button-chain-save"),
    )


def _fields(chain: Chain | None, situation: Situation) -> tuple[Field, ...]:
    problem = chain.problem if chain else Problem(text="")
    rows = _rows(problem)
    kept_rows = (*problem.difficulties, *(Difficulty(text=""),) * rows)[:rows]
    return (
        _text("problem", text("field-chain-problem"), problem.text, required=True),
        *(field for number, row in enumerate(kept_rows, start=1) for field in _row(number, row)),
        *(_payoff(chain) if chain and kept.has_implications(chain, situation.judge) else ()),
    )


def _rows(problem: Problem) -> int:
    return min(max(_ROWS, len(problem.difficulties) + 1), kept.MOST_DIFFICULTIES)


def _row(number: int, row: Difficulty) -> tuple[TextField, TextField]:
    return (
        _text(f"difficulty{number}", text("field-difficulty", number=number), row.text),
        _text(f"question{number}", text("field-chain-question", number=number), row.question),
    )


def _payoff(chain: Chain) -> tuple[Field, ...]:
    answers = ("yes", "no")
    options = tuple(Option(value=one, label=text(f"button-chain-can-{one}")) for one in answers)
    return (
        ChoiceField(
            name="deliver",
            label=text("field-chain-deliver"),
            options=options,
            initial=chain.problem.deliver or "",
        ),
        _text("payoff", text("field-chain-payoff"), chain.problem.payoff),
    )


def _text(name: str, label: Text, initial: str, *, required: bool = False) -> TextField:
    long = name.startswith(("question", "payoff"))
    return TextField(
        name=name, label=label, initial=initial, limit=LIMIT, required=required, long=long
    )


# ---- taking it ---------------------------------------------------------------------------------


def submit(event: Submitted, situation: Situation) -> Decision:
    """The chain as the form has it; all errors at their fields, or all of it is kept."""
    form, chain = shown(event.about, situation), kept.of_id(event.about, situation)
    sale = chain.sale if chain else of_id(event.about, situation)
    if form is None or sale is None:
        return say.line_back(situation, text("not-here-any-more"))
    answers = {field.name: clean(event.answers.get(field.name, "")) for field in form.fields}
    errors = _errors(answers, chain, sale, situation) | faults(form, answers)
    if errors:
        return say.of(Reject(errors))
    before = chain or kept.new(answers["problem"], sale, situation)
    now = _filled(before, answers)
    told = after(situation, (now.note, _quiet(situation)))
    blocks = _said(before if chain else None, now, told)
    return say.joined(say.of(now.note), talk.finished(now, told, said=blocks))


def _quiet(situation: Situation) -> Conversation:
    return say.talking(situation.conversation, None)


def _errors(
    answers: Mapping[str, str], chain: Chain | None, sale: Opportunity, situation: Situation
) -> dict[str, Text]:
    """What no field can see for itself."""
    found: dict[str, Text] = {}
    known = kept.same(answers["problem"], sale, situation)
    if answers["problem"] and known and (chain is None or known.id != chain.id):
        found["problem"] = text("error-chain-known")
    elif chain is None and kept.is_full(sale, situation):
        found["problem"] = text("chain-full", most=kept.MOST_PROBLEMS)
    seen: set[str] = set()
    for number, (words, question) in enumerate(_pairs(answers), start=1):
        if question and not words:
            found[f"difficulty{number}"] = text("error-chain-difficulty")
        elif words and folded(words) in seen:
            found[f"difficulty{number}"] = text("error-chain-twice")
        seen.add(folded(words))
    if answers.get("payoff") and answers.get("deliver") != "yes":
        found["deliver"] = text("error-chain-deliver")
    return found


def _pairs(answers: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    numbers = range(1, kept.MOST_DIFFICULTIES + 1)
    rows = ((answers.get(f"difficulty{n}", ""), answers.get(f"question{n}", "")) for n in numbers)
    return tuple(rows)


def _filled(chain: Chain, answers: Mapping[str, str]) -> Chain:
    """The chain with these answers; how a question was read stays where its words do."""
    problem = chain.problem
    read = {one.question: one.read_as for one in problem.difficulties if one.question}
    rows = tuple(
        Difficulty(text=words, question=question, read_as=read.get(question, ""))
        for words, question in _pairs(answers)
        if words
    )
    told = replace(problem, text=answers["problem"], difficulties=rows)
    if "payoff" in answers:
        same = answers["payoff"] == problem.payoff
        told = replace(
            told,
            payoff=answers["payoff"],
            payoff_read_as=problem.payoff_read_as if same else "",
            deliver=answers["deliver"] or None,  # type: ignore[arg-type]  # the form's choices
        )
    return kept.changed(chain, told)


def _said(before: Chain | None, now: Chain, situation: Situation) -> tuple[Block, ...]:
    """What is said of each question that is new."""
    old = {one.question for one in before.problem.difficulties} if before else set()
    fresh = [one for one in now.problem.difficulties if one.question and one.question not in old]
    blocks: list[Block] = []
    for one in fresh:
        blocks.append(Line(text("chain-for", difficulty=Quoted(one.text))))
        blocks += talk.judged(now, one, situation)
    payoff = now.problem.payoff
    if payoff and (before is None or payoff != before.problem.payoff):
        blocks += worth.judged(now, situation)
    return tuple(blocks)
