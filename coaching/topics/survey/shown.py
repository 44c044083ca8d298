"""What a rep sees of the survey: a statement at a time, the form, the result and what it means."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from coaching import sales
from coaching.forms import ChoiceField, Form, Option
from coaching.messages import (
    Block,
    Button,
    Buttons,
    Heading,
    Line,
    Message,
    Small,
    Tap,
    Text,
    message,
    text,
)
from coaching.method import survey as method
from coaching.notes import Note
from coaching.notes.survey import Survey
from coaching.topics.survey.kept import content, finished, unfinished
from coaching.turn import Situation

# When it is worth answering again; it may be answered at any time.
AGAIN = timedelta(days=90)
# So many surveys are listed, the latest first.
LISTED = 6
# Two thirds of the sales make them "mostly" large or small.
MOSTLY = (2, 3)
_ANSWERS = range(method.LOWEST, method.HIGHEST + 1)


def _button(key: str, value: str, *, about: str = "", primary: bool = False) -> Button:
    tap = Tap(verb="survey", about=about, value=value)
    return Button(label=text(key), tap=tap, primary=primary)


def _by_form() -> Button:
    return Button(label=text("button-survey-form"), tap=Tap(verb="form", value="survey"))


def invitation() -> Message:
    """What the survey is for, who sees it, and the two ways to answer it."""
    return message(
        Line(text("survey-what")),
        Line(text("survey-private")),
        Buttons((_button("button-survey-start", "start", primary=True), _by_form())),
    )


def begun(note: Note) -> Message:
    """A survey with statements open: go on with it, or begin anew."""
    return message(
        Line(_so_far("survey-begun", note)),
        Buttons(
            (
                _button("button-survey-go-on", "start", primary=True),
                _by_form(),
                _button("button-survey-anew", "anew"),
                _button("button-survey-delete", "delete"),
            )
        ),
    )


def later(note: Note) -> Message:
    """The rep leaves it for now: what was answered stays."""
    go_on = _button("button-survey-go-on", "start")
    return message(Line(_so_far("survey-later", note)), Buttons((go_on,)))


def _so_far(key: str, note: Note) -> Text:
    answers = content(note).answers
    return text(key, done=sum(answer > 0 for answer in answers), of=method.COUNT)


def sure() -> Message:
    """Asks once before all surveys are deleted."""
    yes = _button("button-survey-deleted", "deleted")
    return message(Line(text("survey-delete-sure")), Buttons((yes, _button("button-no", "page"))))


# ---- the statements ----------------------------------------------------------------------------


def open_from(note: Note, number: int) -> int:
    """The next statement without an answer, behind that one, else from the first (1..15)."""
    answers = content(note).answers
    still_open = [one for one, answer in enumerate(answers, start=1) if answer == 0]
    return next((one for one in still_open if one > number), still_open[0])


def statement(note: Note, number: int) -> Message:
    """One statement with five answers; an answer given before is named."""
    about, given = str(note.id), content(note).answers[number - 1]
    answers = tuple(
        Button(
            label=text(f"survey-answer-{answer}"),
            tap=Tap(verb="survey", about=about, value=f"{number}:{answer}"),
        )
        for answer in _ANSWERS
    )
    back = (_button("button-survey-back", str(number - 1), about=about),) if number > 1 else ()
    before = (Line(text("survey-given", answer=text(f"survey-answer-{given}"))),) if given else ()
    return message(
        Heading(text("survey-progress", number=number, of=method.COUNT)),
        Line(_said(number)),
        *before,
        Buttons(answers),
        *((Buttons(back),) if back else ()),
        *((Small(text("survey-private")),) if number == 1 else ()),
    )


def _said(number: int) -> Text:
    return text(f"survey-statement-{number}")


def form(note: Note | None) -> Form:
    """All fifteen in one form, with what was answered before."""
    answers = content(note).answers if note is not None else (0,) * method.COUNT
    options = tuple(
        Option(value=str(answer), label=text(f"survey-answer-{answer}")) for answer in _ANSWERS
    )
    return Form(
        kind="survey",
        title=text("form-survey-title"),
        intro=(text("survey-what"), text("survey-private")),
        fields=tuple(
            ChoiceField(
                name=f"statement-{number}",
                label=text("survey-numbered", number=number, statement=_said(number)),
                options=options,
                initial=str(answer or ""),
                required=True,
            )
            for number, answer in enumerate(answers, start=1)
        ),
        submit=text("button-survey-done"),
    )


# ---- the result --------------------------------------------------------------------------------


def result(situation: Situation) -> Message:
    """The latest survey ended: its score, what it means here, what weighs most, what changed."""
    ended = finished(situation)
    latest, total = ended[0], method.score(ended[0].answers)
    return message(
        Heading(text("survey-score", score=total, most=method.COUNT * method.HIGHEST)),
        Line(text("survey-scale", average=method.AVERAGE, favourable=method.FAVOURABLE)),
        Line(text(f"survey-means-{method.leaning(total)}-{_deals(situation)}")),
        Line(_counted(situation)),
        *_weights(latest),
        *_history(ended, situation),
        Buttons(
            (
                _button("button-survey-again", "start"),
                _by_form(),
                _button("button-survey-delete", "delete"),
            )
        ),
        Small(text("survey-why", days=AGAIN.days)),
    )


def _deals(situation: Situation) -> str:
    """Whether the rep's sales are mostly large, mostly small or mixed; unknown ones are large."""
    known = sales.known(situation)
    large, most, of = sum(sale.is_large for sale in known), *MOSTLY
    if large * of >= len(known) * most:
        return "large"
    return "small" if (len(known) - large) * of >= len(known) * most else "mixed"


def _counted(situation: Situation) -> Text:
    known = sales.known(situation)
    if not known:
        return text("survey-deals-none")
    return text("survey-deals", large=sum(sale.is_large for sale in known), of=len(known))


def _weights(survey: Survey) -> tuple[Block, ...]:
    """The statements that pull the score farthest from the middle, each with its answer."""
    shown = tuple(
        Line(
            text(
                f"survey-pulls-{_pull(number, survey)}",
                statement=_said(number),
                answer=text(f"survey-answer-{survey.answers[number - 1]}"),
            )
        )
        for number in method.weightiest(survey.answers)
    )
    return (Line(text("survey-weighs")), *shown) if shown else ()


def _pull(number: int, survey: Survey) -> str:
    up = method.counted(number, survey.answers[number - 1]) * 2 > method.LOWEST + method.HIGHEST
    return "for" if up else "against"


def _history(ended: tuple[Survey, ...], situation: Situation) -> tuple[Block, ...]:
    """All results by day, and whether the last change is more than chance may be."""
    if len(ended) == 1:
        return ()
    scores = [method.score(survey.answers) for survey in ended]
    little = abs(scores[0] - scores[1]) <= method.CHANCE
    key = "survey-change-little" if little else "survey-change-more"
    listed = (
        Line(text("survey-then", day=_day(survey, situation), score=score))
        for survey, score in zip(ended[:LISTED], scores, strict=False)
    )
    return (*listed, Line(text(key, points=method.CHANCE)))


def _day(survey: Survey, situation: Situation) -> date:
    at: datetime = survey.ended_at or situation.now
    return situation.work.local_date(at) if situation.work else at.date()


# ---- the rep's page ----------------------------------------------------------------------------


def home(situation: Situation) -> tuple[Block, ...]:
    """The last result, or how far the rep is, and the way on; nothing before there is a sale."""
    note, ended = unfinished(situation), finished(situation)
    if note is not None:
        go_on = _button("button-survey-go-on", "start")
        return (Line(_so_far("survey-begun", note)), Buttons((go_on,)))
    if not ended and not sales.known(situation):
        return ()
    if not ended:
        return (Buttons((_button("button-survey", "page"),)),)
    day = _day(ended[0], situation)
    old = situation.today - day >= AGAIN
    line = text(
        "survey-home-again" if old else "survey-home",
        score=method.score(ended[0].answers),
        day=day,
    )
    return (Line(line), Buttons((_button("button-survey", "page"),)))
