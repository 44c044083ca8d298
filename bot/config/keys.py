"""Every key of app.yaml with its default; frozen once read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import time, timedelta
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    ValidationInfo,
    field_validator,
    model_validator,
)

from bot.config.values import (
    Address,
    Country,
    Domain,
    Folder,
    Host,
    Length,
    Loopback,
    MicrosoftId,
    Month,
    Name,
    Port,
    Seconds,
    SecretAddress,
    SecretKey,
    ServiceAddress,
    TimeOfDay,
    Weekday,
    Zone,
    is_near,
)
from coaching.people import Group, Language, Policy

Count = Annotated[int, Field(ge=0, le=1000)]


class Frozen(BaseModel):
    """Keys that are all known, with values that do not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Workspace(Frozen):
    """The company: its name, the domains that are its own, and whom to tell of what is amiss."""

    name: Name = "workspace"
    domains: tuple[Domain, ...] = ()
    admin: Address | None = None


class Web(Frozen):
    """Where the page listens; loopback only."""

    host: Loopback = "127.0.0.1"
    port: Port = 8080


# What a mode needs, each taken from the environment unless app.yaml says otherwise.
_ONE = ("bot_token",)
_MANY = ("client_id", "client_secret")


class Slack(Frozen):
    """Slack: by Socket Mode in one workspace, or by signed HTTP in one (`bot_token`) or many.

    `tenant` is the Slack workspace (T…) or organisation (E…) whose people are those of app.yaml,
    where others may install the app too.
    """

    mode: Literal["socket", "http"] = "socket"
    bot_token: SecretKey = ""
    app_token: SecretKey = ""
    signing_secret: SecretKey = ""
    client_id: SecretKey = ""
    client_secret: SecretKey = ""
    tenant: Annotated[str, Field(pattern="^([TE][A-Z0-9]{2,20})?$")] = ""
    address: ServiceAddress | None = None
    host: Name = "127.0.0.1"
    port: Port = 3000
    api: ServiceAddress = "https://slack.com/api"

    @property
    def is_for_many(self) -> bool:
        """Whether others install the app, each with a token of their own."""
        return not self.bot_token

    @model_validator(mode="before")
    @classmethod
    def _takes_its_secrets(cls, told: object, info: ValidationInfo) -> object:
        if not isinstance(told, Mapping):
            return told
        environment: Mapping[str, str] = info.context or {}
        needed = ("app_token", *_ONE)
        if told.get("mode") == "http":
            named = {*told, *(name for name in _MANY if f"SLACK_{name.upper()}" in environment)}
            needed = ("signing_secret", *(_MANY if named.intersection(_MANY) else _ONE))
        return {**{name: f"${{SLACK_{name.upper()}}}" for name in needed}, **told}

    @model_validator(mode="after")
    def _has_its_secrets(self) -> Slack:
        # An empty signing secret would let anybody speak for Slack.
        needed = ("app_token", *_ONE)
        if self.mode == "http":
            needed = ("signing_secret", *(_ONE if self.bot_token else _MANY))
        empty = [name for name in needed if not getattr(self, name)]
        if empty:
            raise ValueError(f"{', '.join(empty)} must not be empty in this mode")
        return self


_TRUE = frozenset({"1", "on", "t", "true", "y", "yes"})
_LOOPBACK = ("127.0.0.1", "::1", "localhost")


class Teams(Frozen):
    """Microsoft Teams: a bot of one tenant (by a secret, or as a managed identity) or of many.

    `tenant` is the Entra tenant whose people are those of app.yaml. `authority`, `openid`,
    `connector` and `service` are Microsoft's addresses, others in sovereign clouds.
    """

    kind: Literal["single", "multi", "managed"] = "single"
    app_id: MicrosoftId = ""
    app_password: SecretKey = ""
    tenant: MicrosoftId = ""
    host: Name = "127.0.0.1"
    port: Port = 3978
    service_hosts: tuple[Host, ...] = ()
    authority: ServiceAddress = "https://login.microsoftonline.com"
    openid: ServiceAddress = "https://login.botframework.com/v1/.well-known/openidconfiguration"
    connector: ServiceAddress = "https://api.botframework.com"
    service: ServiceAddress = "https://smba.trafficmanager.net/teams"
    insecure_local: bool = False

    @model_validator(mode="before")
    @classmethod
    def _takes_its_secrets(cls, told: object) -> object:
        if not isinstance(told, Mapping) or str(told.get("insecure_local")).lower() in _TRUE:
            return told
        needed = ("app_id",) if told.get("kind") == "managed" else ("app_id", "app_password")
        return {**{name: f"${{TEAMS_{name.upper()}}}" for name in needed}, **told}

    @model_validator(mode="after")
    def _is_safe(self) -> Teams:
        if self.insecure_local:
            return self._near()
        # Without an app id nobody could be told from anybody.
        needed = {
            "single": ("app_id", "app_password", "tenant"),
            "multi": ("app_id", "app_password"),
            "managed": ("app_id", "tenant"),
        }
        empty = [name for name in needed[self.kind] if not getattr(self, name)]
        if empty:
            raise ValueError(f"{', '.join(empty)} must not be empty where kind is {self.kind}")
        return self

    def _near(self) -> Teams:
        if self.host not in _LOOPBACK:
            raise ValueError("insecure_local needs a host of 127.0.0.1, ::1 or localhost")
        if self.app_id or self.app_password:
            raise ValueError("insecure_local lets anybody speak: not with an app_id of your own")
        return self


class Platforms(Frozen):
    """Which chats are on; one that is null is off. The page is on where no other chat is."""

    web: Web | None = Web()
    slack: Slack | None = None
    teams: Teams | None = None

    @property
    def installed(self) -> bool:
        """Whether a chat is on that people come to by themselves, as where an app is installed."""
        return self.slack is not None or self.teams is not None

    @model_validator(mode="before")
    @classmethod
    def _has_the_page_alone(cls, told: object) -> object:
        if isinstance(told, Mapping) and any(
            told.get(name) is not None for name in ("slack", "teams")
        ):
            return {"web": None, **told}
        return told


class Health(Frozen):
    """Where /healthz and /readyz listen."""

    host: Name = "127.0.0.1"
    port: Port = 8081


class Calendars(Frozen):
    """How calendars are read, and which entries are customer calls."""

    poll: Annotated[Length, Field(ge=timedelta(minutes=1), le=timedelta(days=1))] = timedelta(
        minutes=5
    )
    allow_private: bool = False
    ignore_titles: tuple[Name, ...] = ()
    coach_titles: tuple[Name, ...] = ()
    free_mail: tuple[Domain, ...] = ()


Vendor = Literal["openai", "anthropic"]
_HOMES: dict[Vendor, str] = {
    "openai": "https://api.openai.com/v1",
    "anthropic": "https://api.anthropic.com",
}
CONSENT = (
    "true, once you agree that objectives and questions drafted before a call, and the problem a"
    " question stands on, go to the model at `address` as the rep wrote them, names in them"
    " included; no rep, customer, calendar, review or figure is added; each rep is told, and can"
    " turn it off for themselves"
)


class Opinion(Frozen):
    """A language model that gives second opinions; left out it is off."""

    vendor: Vendor
    model: Name
    consent: Annotated[bool, Field(validate_default=True)] = False
    address: ServiceAddress = ""
    key: SecretKey = ""
    timeout: Seconds = 8
    per_day: Annotated[int, Field(ge=1, le=100_000)] = 200

    @field_validator("consent")
    @classmethod
    def _is_given(cls, consent: bool) -> bool:  # noqa: FBT001 - the value itself
        if not consent:
            raise ValueError(CONSENT)
        return consent

    @model_validator(mode="after")
    def _has_its_key(self) -> Opinion:
        if not self.key and self.vendor == "anthropic":
            raise ValueError("key is required for this vendor: ${NAME} takes it from there")
        if not self.key and not self.address:
            raise ValueError("key is required unless address names a model of your own")
        return self

    @property
    def at(self) -> str:
        """Where the model is: the address, or the vendor's own."""
        return self.address or _HOMES[self.vendor]

    @property
    def near(self) -> bool:
        """Whether it is this machine, or by its number one in a private network."""
        return is_near(self.at)

    @property
    def host(self) -> str:
        """Whom texts are sent to, as reps are told."""
        return urlsplit(self.at).hostname or self.at


class Judging(Frozen):
    """What the judge learns beside what it comes with: a company's own labelled examples."""

    examples: Folder | None = None


class Digest(Frozen):
    """When a team's weekly digest comes, in the team's zone."""

    day: Weekday = 4
    time: TimeOfDay = time(16, 0)


class Person(Frozen):
    """A rep; without a zone nothing unprompted is sent until they have said theirs.

    `group` says what they get: the coach, only reviews, or nothing (docs/topics/evaluate.md).
    """

    name: Name
    address: Address
    language: Language | None = None
    zone: Zone | None = None
    country: Country | None = None
    calendar: SecretAddress = ""
    group: Group = "coached"


class Channels(Frozen):
    """A team's channel on each platform, by the platform's own id."""

    slack: Annotated[str, Field(pattern="^([CG][A-Z0-9]{2,20})?$")] = ""
    teams: Annotated[str, Field(pattern=r"^(19:[\w.:-]{3,200}@thread\.(tacv2|skype))?$")] = ""


class TeamOf(Frozen):
    """A team and its people; a person without a language has the team's.

    `managers` are addresses, of its people or others: they see the team's figures, and how many
    calls each rep held, planned and reviewed only where `per_person` is true.
    """

    name: Name
    language: Language = "en"
    zone: Zone = "UTC"
    digest: Digest = Digest()
    channels: Channels = Channels()
    people: tuple[Person, ...] = ()
    managers: tuple[Address, ...] = ()
    per_person: bool = False


_DEFAULT = Policy()
# Lengths counted from the same moment: the first must not be longer than the second.
_IN_ORDER = (
    ("prompt_latest", "prompt_before"),
    ("last_chance", "prompt_latest"),
    ("prompt_before", "prompt_reach"),
    ("cue_before", "cue_earliest"),
    ("reminder_latest", "reminder_before"),
    ("review_after", "review_open"),
)


class PolicyKeys(Frozen):
    """When the coach may speak: the fields of `coaching.people.Policy`, in an operator's units."""

    workdays: frozenset[Weekday] = _DEFAULT.workdays
    day_starts: TimeOfDay = _DEFAULT.day_starts
    day_ends: TimeOfDay = _DEFAULT.day_ends
    prompt_before: Length = _DEFAULT.prompt_before
    prompt_latest: Length = _DEFAULT.prompt_latest
    prompt_reach: Length = _DEFAULT.prompt_reach
    last_chance: Length = _DEFAULT.last_chance
    cue_before: Length = _DEFAULT.cue_before
    cue_earliest: Length = _DEFAULT.cue_earliest
    review_after: Length = _DEFAULT.review_after
    review_grace: Length = _DEFAULT.review_grace
    review_open: Length = _DEFAULT.review_open
    review_open_workdays: Count = _DEFAULT.review_open_workdays
    reminder_before: Length = _DEFAULT.reminder_before
    reminder_gap: Length = _DEFAULT.reminder_gap
    reminder_latest: Length = _DEFAULT.reminder_latest
    promise_workdays: Count = _DEFAULT.promise_workdays
    moved_far: Length = _DEFAULT.moved_far
    agenda_from: Count = _DEFAULT.agenda_from
    agenda_lead: Length = _DEFAULT.agenda_lead
    daily_cap: Count = _DEFAULT.daily_cap
    cues: bool = _DEFAULT.cues
    reminders: bool = _DEFAULT.reminders
    agendas: bool = _DEFAULT.agendas

    @model_validator(mode="after")
    def _is_in_order(self) -> PolicyKeys:
        wrong = [
            f"{less} must not be longer than {more}"
            for less, more in _IN_ORDER
            if getattr(self, less) > getattr(self, more)
        ]
        if self.day_ends <= self.day_starts:
            wrong.insert(0, "day_ends must be later than day_starts")
        if wrong:
            raise ValueError("; ".join(wrong))
        return self


class Evaluate(Frozen):
    """What results people have by the month, in a file, and the first month with the coach."""

    results: Folder | None = None
    began: Month | None = None

    @model_validator(mode="after")
    def _knows_when(self) -> Evaluate:
        if self.results and not self.began:
            raise ValueError("results needs began: the first month with the coach, such as 2026-09")
        return self


class Keys(Frozen):
    """The whole of app.yaml."""

    workspace: Workspace = Workspace()
    data: Folder = "data"
    platforms: Platforms = Platforms()
    health: Health = Health()
    calendars: Calendars = Calendars()
    retention_days: Annotated[int, Field(ge=7, le=3650)] = 400
    policy: PolicyKeys = PolicyKeys()
    judge: Judging = Judging()
    opinion: Opinion | None = None
    evaluate: Evaluate = Evaluate()
    teams: tuple[TeamOf, ...] = ()

    @property
    def timing(self) -> Policy:
        """The policy as the coach knows it."""
        return Policy(**dict(self.policy))


class Config(Keys):
    """All that an operator chooses: app.yaml, and the environment's secrets."""

    database_url: Annotated[str, Field(repr=False)] = ""
    secret: Annotated[str, Field(repr=False)] = ""

    @property
    def database(self) -> str:
        """The database's address: DATABASE_URL, or the file in the data folder."""
        return self.database_url or f"sqlite:///{self.data}/advance.db"
