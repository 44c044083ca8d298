"""A rep's customer call: the meeting, the plan made before it, the review made after it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from coaching.notes.practice import Count, Skill
from coaching.view import View

DealSize = Literal["large", "small"]
Outcome = Literal["order", "advance", "continuation", "no_sale"]
Held = Literal["agreed", "fallback", "other", "signed", "nothing", "refused", "not_held"]
Standing = Literal["on", "unsure", "cancelled", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """A customer: an external domain, or one address at a free-mail provider."""

    id: UUID
    key: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """A sale in progress with one customer; `size` is None until the rep was asked.

    `problem` is what is on the table, in the words of the rep who looks: theirs alone.
    `customer_type` is what kind of customer it is, in a free word such as "food plant", or empty.
    """

    id: UUID
    customer: Customer
    team_id: UUID
    size: DealSize | None = None
    problem: str = ""
    customer_type: str = ""

    @property
    def is_large(self) -> bool:
        """Advice takes a sale for large until it is known to be small (METHOD, head)."""
        return self.size != "small"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the rep answered before the call; an empty text is a question not answered.

    `objective_as` and `question_as` are how the rep reads their own words where the judge was not
    sure; `objective_view` and `question_view` are how a language model reads these very words,
    where one was asked; `kept` means that the rep is content with the plan as it stands.
    """

    objective: str = ""
    fallback: str = ""
    problem: str = ""
    question: str = ""
    objective_as: str = ""
    question_as: str = ""
    objective_view: View | None = None
    question_view: View | None = None
    kept: bool = False
    planned_at: datetime | None = None

    @property
    def made(self) -> bool:
        """Planned means: an objective was given before the start (DESIGN "Data")."""
        return bool(self.objective)


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """What the rep answered after the call.

    `held` holds the outcome against the objective; `outcome` is what the rep finally decided,
    `dressed_up` marks an advance that the judge reads as a continuation. None is "not answered".
    `passed` are the questions to which there was nothing new, `done` closes them all; an outcome
    alone counts as reviewed. `seen_specific` are the questions whose answer the rep finds specific
    enough as it is. `asked` is how many implication questions the rep says they asked, `counted`
    the same of all other kinds; `count` reads either. `due_on` is the day given with words of which
    it is not decided yet whether they are an advance.
    """

    held: Held | None = None
    happened: str = ""
    due_on: date | None = None
    outcome: Outcome | None = None
    dressed_up: bool = False
    differently: str = ""
    account: str = ""
    elsewhere: str = ""
    share: bool = False
    asked: Count | None = None
    counted: Mapping[Skill, Count] = field(default_factory=dict)
    proposed: bool | None = None
    passed: tuple[str, ...] = ()
    followed_up: bool = False
    seen_specific: tuple[str, ...] = ()
    done: bool = False
    reviewed_at: datetime | None = None

    @property
    def made(self) -> bool:
        """Reviewed means: an outcome was given, or that the call was not held."""
        return self.held is not None

    def count(self, skill: Skill) -> Count | None:
        """How often the rep says they did that; None where they were not asked or did not say."""
        return self.asked if skill == "implication" else self.counted.get(skill)

    def with_count(self, skill: Skill, count: Count | None) -> Review:
        """The review with that count, None to take it away."""
        if skill == "implication":
            return replace(self, asked=count)
        others = {name: given for name, given in self.counted.items() if name != skill}
        return replace(self, counted=others if count is None else {**others, skill: count})


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A rep's part in one customer meeting (the table `participations`).

    `key` is the occurrence, `series` its UID; both reps of a joint call have the same `meeting_id`.
    `starts_at` and `ends_at` are as this rep's calendar shows them. `anchor` is the logical id of
    the message that starts its thread. `asked_start` is the start for which the rep was last
    prompted; `review_asked_at` when the review was asked. `snoozed_*` is a moment the rep chose.
    `unsure` stands for an entry of which the rep is yet to say whether it is a sales call;
    `cancelled_at` is when a cancellation was seen. `verdict` and `outcome_verdict` are the logical
    ids of the messages that bear the latest verdict on the plan and on what was agreed.
    """

    id: UUID
    meeting_id: UUID
    rep_id: UUID
    opportunity_id: UUID
    key: str
    series: str
    title: str
    customer: str
    people: tuple[str, ...] = ()
    organizer: bool = False
    starts_at: datetime
    ends_at: datetime
    found_at: datetime
    cancelled_at: datetime | None = None
    standing: Standing = "on"
    anchor: str = ""
    asked_at: datetime | None = None
    asked_start: datetime | None = None
    snoozed_until: datetime | None = None
    review_asked_at: datetime | None = None
    review_snoozed_until: datetime | None = None
    verdict: str = ""
    outcome_verdict: str = ""
    plan: Plan = field(default_factory=Plan)
    review: Review = field(default_factory=Review)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What a customer agreed to do: an advance with a date; `kept` is None until known.

    `withdrawn` means that the rep took it back: it was no promise, and counts nowhere. `who` is
    who is to do it, where the rep named them apart from the words; `moved_from` are the days it
    had before. `dressed_up` marks one that the rep alone sees as an advance: the judge is sure
    that it is a continuation.
    """

    id: UUID
    call_id: UUID
    rep_id: UUID
    opportunity_id: UUID
    text: str
    due_on: date
    kept: bool | None = None
    settled_at: datetime | None = None
    withdrawn: bool = False
    who: str = ""
    moved_from: tuple[date, ...] = ()
    dressed_up: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it is yet to be known if they did it."""
        return self.kept is None and not self.withdrawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Learning:
    """What a rep found useful elsewhere and chose to share with the team.

    `customer_type` is that of the sale it comes from; the customer is not told.
    """

    id: UUID
    call_id: UUID
    rep_id: UUID
    team_id: UUID
    text: str
    shared_at: datetime
    customer_type: str = ""
