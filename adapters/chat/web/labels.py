"""The page's own words, by key; the page fills blanks such as `{name}` itself."""

from __future__ import annotations

from collections.abc import Mapping

from adapters.ports import Say
from coaching.messages import Quoted, Text

# Key in play.ftl without its prefix, and the blanks that only the page can fill.
LABELS: Mapping[str, tuple[str, ...]] = {
    "title": (),
    "tagline": (),
    "skip": (),
    "acting-as": (),
    "language": (),
    "look": (),
    "look-auto": (),
    "look-light": (),
    "look-dark": (),
    "places": (),
    "coach": (),
    "channel": ("team",),
    "unread": ("place",),
    "clock": (),
    "next": (),
    "hour": (),
    "tomorrow": (),
    "friday": (),
    "pick": (),
    "pick-moment": (),
    "go": (),
    "playing": (),
    "arrived-message": (),
    "arrived-quiet": (),
    "clock-refused": (),
    "day": (),
    "day-empty": (),
    "call-open": (),
    "call-planned": (),
    "call-past": (),
    "call-reviewed": (),
    "call-cancelled": (),
    "call-skipped": (),
    "call-unsure": (),
    "call-not-coached": (),
    "all-day": (),
    "untitled": (),
    "messages": (),
    "empty-rep": (),
    "empty-rep-real": (),
    "empty-team": (),
    "reply": (),
    "thread": (),
    "close": (),
    "write": (),
    "write-thread": (),
    "send": (),
    "keys": (),
    "edit": (),
    "edit-label": (),
    "edited": (),
    "save": (),
    "cancel": (),
    "menu": (),
    "required": (),
    "optional": (),
    "choose-none": (),
    "left": ("n",),
    "over": ("n",),
    "form-errors": ("n",),
    "draft": ("title",),
    "draft-go-on": (),
    "draft-drop": (),
    "commands": (),
    "command-plan": (),
    "command-review": (),
    "command-today": (),
    "command-week": (),
    "command-settings": (),
    "command-help": (),
    "said-by": ("name", "time"),
    "you": (),
    "chart-value": ("label", "value"),
    "failed": (),
    "too-long": (),
    "again": (),
    "offline": (),
    "nobody": (),
}


def labels(say: Say) -> dict[str, str]:
    """All words of the page in one language, each blank as its name in braces."""
    return {key: say.plain(_text(key, blanks)) for key, blanks in LABELS.items()}


def _text(key: str, blanks: tuple[str, ...]) -> Text:
    return Text(key=f"play-{key}", values={blank: Quoted("{" + blank + "}") for blank in blanks})
