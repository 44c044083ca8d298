"""What a rep means to do, never how: each platform's player finds its own way to do it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from coaching.calls import DealSize, Held
from coaching.notes.practice import Count
from coaching.texts import vocabulary

Words = Annotated[str, Field(min_length=1, max_length=4000)]
Answer = Annotated[str, Field(max_length=4000)]
# The address that a script links, and unlinks.
LINKED = "https://calendars.example/own.ics"
Scope = Literal["occurrence", "series", "customer"]


class Intent(BaseModel):
    """One thing a rep means; `short` is the field meant where a script gives a bare text."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    short: ClassVar[str] = "call"

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, told: object) -> object:
        return {cls.short: told} if isinstance(told, str) else told


class Plan(Intent):
    """The rep answers the questions before a call; what is not given is left open."""

    call: Words
    objective: Words
    fallback: Answer = ""
    problem: Answer = ""
    question: Answer = ""
    size: DealSize | None = None

    def answers(self) -> dict[str, str]:
        """What is given, by field, in the order in which a chat asks."""
        told = {
            "objective": self.objective,
            "problem": self.problem,
            "question": self.question,
            "fallback": self.fallback,
        }
        return {name: words for name, words in told.items() if words}


class Revise(Intent):
    """The rep words answers of a plan anew."""

    call: Words
    objective: Answer = ""
    fallback: Answer = ""
    problem: Answer = ""
    question: Answer = ""

    def answers(self) -> dict[str, str]:
        """What is given, by field, in the order in which a chat asks."""
        names = ("objective", "problem", "question", "fallback")
        return {name: words for name in names if (words := getattr(self, name))}

    @model_validator(mode="after")
    def _says_something(self) -> Revise:
        if not self.answers():
            raise ValueError("at least one of objective, fallback, problem, question")
        return self


class Keep(Intent):
    """The rep is content with the plan."""

    call: Words


class Deal(Intent):
    """The rep says how large a sale is."""

    call: Words
    size: DealSize


class Reading(Intent):
    """The rep says which of two readings of their words is meant."""

    call: Words
    of: Literal["objective", "question"]
    is_: Words = Field(alias="is")


class Otherwise(Intent):
    """The rep reads an answer otherwise than the coach; one after the call is specific enough."""

    call: Words
    of: Literal["objective", "question", "differently", "account", "elsewhere"]
    is_: Words = Field(alias="is")

    @model_validator(mode="after")
    def _is_a_reading(self) -> Otherwise:
        if self.before == (self.is_ == "specific"):
            raise ValueError("`is: specific` of a review, a label of an objective or a question")
        return self

    @property
    def before(self) -> bool:
        """Whether it is about an answer before the call."""
        return self.of in {"objective", "question"}


class Shown(Intent):
    """Whoever runs the coach may read what was seen otherwise."""

    call: Words


class KeptBack(Intent):
    """Nobody may read what was seen otherwise, or not any more."""

    call: Words


class NothingOpen(Intent):
    """Nothing is open any more before the customer can sign."""

    call: Words


class Carry(Intent):
    """The rep uses the plan of a cancelled call for this one."""

    call: Words


class Snooze(Intent):
    """The rep wants to be asked later."""

    call: Words
    for_: Literal["15m", "1h", "before", "tomorrow"] = Field(alias="for")


class Skip(Intent):
    """The rep wants no more about a call."""

    call: Words


class Unskip(Intent):
    """A skipped call is to be planned after all."""

    call: Words


class NotSales(Intent):
    """A meeting is no sales call."""

    call: Words
    scope: Scope


class IsSales(Intent):
    """An entry that shows no attendees is a sales call."""

    call: Words
    scope: Literal["occurrence", "series"]


class Undo(Intent):
    """The rep takes "not a sales call" back."""

    call: Words


class Series(Intent):
    """After two skips: whether to go on asking."""

    call: Words
    ask: Literal["stop", "go on"]


class OutcomeTold(Intent):
    """The rep says how a call ended; `happened` and `by` where they have words for it."""

    call: Words
    held: Held
    happened: Answer = ""
    by: date | None = None


class Decide(Intent):
    """The rep decides about an outcome that can be seen two ways."""

    call: Words
    as_: Literal["advance", "continuation"] = Field(alias="as")


class ReviewTold(Intent):
    """The rep answers the questions after a call; `detail` answers the coach's one follow-up."""

    call: Words
    differently: Answer = ""
    account: Answer = ""
    elsewhere: Answer = ""
    detail: Answer = ""
    share: bool = False
    asked: Count | None = None

    def answers(self) -> dict[str, str]:
        """What is given, by field, in the order in which a chat asks."""
        names = ("differently", "account", "elsewhere")
        return {name: words for name in names if (words := getattr(self, name))}


class Promised(Intent):
    """What became of what the customer promised in a call."""

    call: Words
    became: Literal["kept", "open", "broken", "moved"]
    to: date | None = None

    @model_validator(mode="after")
    def _has_a_day_if_moved(self) -> Promised:
        if (self.became == "moved") != (self.to is not None):
            raise ValueError("`to` (a day such as 2026-11-27) goes with `became: moved`")
        return self


class Which(Intent):
    """The rep says which call a loose text was for."""

    call: Words


class SettingsTold(Intent):
    """The rep changes settings: the form's fields by name, all others as they are."""

    fields: dict[str, Answer]

    @model_validator(mode="before")
    @classmethod
    def _from_fields(cls, told: object) -> object:
        return {"fields": told} if isinstance(told, dict) and "fields" not in told else told


class Connect(Intent):
    """The rep links a calendar: every address leads to the one in the script."""

    short: ClassVar[str] = "address"
    address: Words


class Unlink(Intent):
    """The rep unlinks the calendar they linked as `LINKED`."""

    short: ClassVar[str] = "now"
    now: Literal["now"] = "now"


class Pause(Intent):
    """The rep wants quiet."""

    short: ClassVar[str] = "until"
    until: Literal["day", "monday", "week", "open"]


class Resume(Intent):
    """The rep ends the pause."""

    short: ClassVar[str] = "now"
    now: Literal["now"] = "now"


class CommandGiven(Intent):
    """The rep gives a command, with words behind it."""

    short: ClassVar[str] = "name"
    name: Literal[tuple(vocabulary.COMMANDS)]  # type: ignore[valid-type]  # made of the vocabulary
    words: Answer = ""


class Fill(Intent):
    """The rep opens a form of a topic by its newest button, and sends it; the rest stays as it is.

    `button` is a part of the button's label, where several open such a form.
    """

    form: Words
    answers: dict[str, Answer]
    button: Answer = ""


class Tapping(Intent):
    """The rep taps the newest button of a topic with that verb, and value or label where told."""

    short: ClassVar[str] = "verb"
    verb: Words
    value: Answer | None = None
    button: Answer = ""


class Says(Intent):
    """The rep writes this, in the thread of a call or (without one) in the main line."""

    short: ClassVar[str] = "words"
    words: Words
    call: Answer = ""


class Edits(Intent):
    """The rep changes a text written before."""

    was: Words
    now: Words


class Means(BaseModel):
    """What a rep means in one step: exactly one of these."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)
    plan: Plan | None = None
    revise: Revise | None = None
    keep: Keep | None = None
    deal: Deal | None = None
    reading: Reading | None = None
    otherwise: Otherwise | None = None
    shown: Shown | None = None
    kept_back: KeptBack | None = None
    nothing_open: NothingOpen | None = None
    carry: Carry | None = None
    snooze: Snooze | None = None
    skip: Skip | None = None
    unskip: Unskip | None = None
    not_sales: NotSales | None = None
    is_sales: IsSales | None = None
    undo: Undo | None = None
    series: Series | None = None
    outcome: OutcomeTold | None = None
    decide: Decide | None = None
    review: ReviewTold | None = None
    promise: Promised | None = None
    which: Which | None = None
    settings: SettingsTold | None = None
    connect: Connect | None = None
    unlink: Unlink | None = None
    pause: Pause | None = None
    resume: Resume | None = None
    command: CommandGiven | None = None
    fill: Fill | None = None
    tap: Tapping | None = None
    says: Says | None = None
    edits: Edits | None = None

    @model_validator(mode="after")
    def _is_one_thing(self) -> Means:
        if len(list(self._given())) != 1:
            raise ValueError("exactly one thing that the rep means")
        return self

    @property
    def intent(self) -> Intent:
        """The one thing meant."""
        return next(self._given())

    def _given(self) -> Iterator[Intent]:
        return (one for name in type(self).model_fields if (one := getattr(self, name)) is not None)
