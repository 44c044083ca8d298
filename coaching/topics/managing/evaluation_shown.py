"""How an evaluation looks: each question, one sentence a finding, one picture, what it is not."""

from __future__ import annotations

from collections.abc import Iterable

from coaching.effectiveness import minimum
from coaching.effectiveness.figures import Comparison, Estimate, Evaluation, Finding, Source, Test
from coaching.messages import (
    Block,
    Chart,
    Heading,
    Line,
    Message,
    Quoted,
    Series,
    Small,
    Text,
    message,
    text,
)

# From there on a number is said without its decimals.
_LARGE = 100


def shown(evaluation: Evaluation) -> Message:
    """All findings of one team."""
    told = [one for one in evaluation.findings if one.estimate is not None]
    return message(
        Heading(text("evaluate-heading", team=Quoted(evaluation.team))),
        Line(text("evaluate-people", people=evaluation.people)),
        Line(text("evaluate-success")),
        *_by_source("success", evaluation),
        *_chart(told),
        Line(text("evaluate-began")),
        *_by_source("began", evaluation),
        Line(text("evaluate-productivity")),
        *_productivity(evaluation),
        _counted(evaluation),
        *_results(evaluation),
        Small(text("evaluate-cause")),
        Small(text("evaluate-several", count=len(evaluation.findings))),
        Small(text("evaluate-not-for")),
    )


def _counted(evaluation: Evaluation) -> Small:
    if evaluation.counted_to is None:
        return Small(text("evaluate-counted-none"))
    return Small(text("evaluate-counted-to", on=evaluation.counted_to.date()))


# ---- questions: tests 1 and 2 ------------------------------------------------------------------


def _by_source(test: Test, evaluation: Evaluation) -> Iterable[Line]:
    """What reps remember, then what colleagues counted; what is not known yet in one line each."""
    sources: tuple[Source, ...] = ("reported", "observed")
    for source in sources:
        found = [
            one
            for one in evaluation.findings
            if (one.comparison.test, one.comparison.source) == (test, source)
        ]
        yield from (Line(_question(one)) for one in found if one.estimate is not None)
        lacking = sum(one.estimate is None for one in found)
        if lacking:
            yield Line(_not_yet(test, source, lacking))


def _not_yet(test: Test, source: Source, count: int) -> Text:
    key, each = f"not-yet-{test}-{source}", minimum.EACH
    if test == "began":
        return text(key, count=count, people=minimum.PAIRED, calls=each)
    return text(key, count=count, people=minimum.PEOPLE, each=each, calls=minimum.CALLS)


def _question(finding: Finding) -> Text:
    one = finding.comparison
    shares = one.source == "reported"
    sizes = {"n": one.first.count, "m": one.other.count} if one.test == "success" else {}
    return text(
        f"evaluate-{one.test}-{one.source}",
        kind=_kind(one),
        first=_mean(one.first.mean, shares=shares),
        other=_mean(one.other.mean, shares=shares),
        people=max(one.first.people, one.other.people),
        found=_found(finding, shares=shares),
        **sizes,
    )


def _kind(one: Comparison) -> Text:
    return text(f"kind-{one.what.replace('_', '-')}")


def _chart(told: list[Finding]) -> tuple[Chart, ...]:
    """How often three or more were remembered, by kind: calls that went well, and others."""
    shares = [
        one.comparison
        for one in told
        if (one.comparison.test, one.comparison.source) == ("success", "reported")
    ]
    if not shares:
        return ()
    bars = [
        (text(f"evaluate-chart-{end}", kind=_kind(one)), round(side.mean * 100))
        for one in shares
        for end, side in (("well", one.first), ("not", one.other))
    ]
    values = tuple(value for _, value in bars)
    return (
        Chart(
            title=text("evaluate-chart"),
            labels=tuple(label for label, _ in bars),
            series=(Series(name=text("evaluate-chart-calls"), values=values),),
            summary=text("evaluate-chart-summary"),
        ),
    )


# ---- productivity ------------------------------------------------------------------------------


def _productivity(evaluation: Evaluation) -> Iterable[Line]:
    for finding in evaluation.findings:
        one = finding.comparison
        if one.test == "productivity":
            yield Line(_own(finding) if one.what == "own" else _attention(finding))


def _own(finding: Finding) -> Text:
    one = finding.comparison
    if finding.estimate is None:
        return text("not-yet-productivity", people=minimum.PAIRED, calls=minimum.EACH)
    return text(
        "evaluate-own",
        first=_mean(one.first.mean, shares=True),
        other=_mean(one.other.mean, shares=True),
        people=one.first.people,
        found=_found(finding, shares=True),
    )


def _attention(finding: Finding) -> Text:
    one = finding.comparison
    if finding.estimate is None:
        return text("not-yet-coached-attention", people=minimum.PEOPLE, calls=minimum.CALLS)
    return text(
        "evaluate-coached-attention",
        first=_mean(one.first.mean, shares=True),
        other=_mean(one.other.mean, shares=True),
        n=one.first.count,
        m=one.other.count,
        found=_found(finding, shares=True),
    )


def _results(evaluation: Evaluation) -> Iterable[Block]:
    """What the operator's file says; that there is none is said too."""
    if evaluation.began is None:
        yield Line(text("not-yet-results-file"))
        return
    yield Line(text("evaluate-results", began=f"{evaluation.began:%Y-%m}"))
    for finding in evaluation.findings:
        if finding.comparison.test == "results":
            yield from _result(finding)


def _result(finding: Finding) -> Iterable[Line]:
    one = finding.comparison
    if finding.estimate is None:
        yield Line(text("not-yet-results", people=minimum.PAIRED, months=minimum.MONTHS))
        return
    yield Line(
        text(
            f"evaluate-results-{one.what}",
            first=_signed(one.first.mean),
            other=_signed(one.other.mean),
            n=one.first.people,
            found=_found(finding, shares=False),
        )
    )
    if one.unmatched:
        yield Line(text("evaluate-unmatched", count=one.unmatched))


# ---- numbers -----------------------------------------------------------------------------------


def _found(finding: Finding, *, shares: bool) -> Text:
    """The difference, how unsure it is, and whether chance explains it."""
    estimate = finding.estimate
    if estimate is None:  # pragma: no cover - asked only of what was worked out
        raise AssertionError
    unit = "points" if shares else "number"
    return text(f"found-{finding.reading}-{unit}", **_numbers(estimate, shares=shares))


def _numbers(estimate: Estimate, *, shares: bool) -> dict[str, str]:
    scale = 100 if shares else 1
    values = (estimate.difference, estimate.low, estimate.high)
    said = (f"{value * scale:+.0f}" if shares else f"{value:+,.1f}" for value in values)
    names = ("difference", "low", "high")
    told = {name: _plain(value) for name, value in zip(names, said, strict=True)}
    return {**told, "effect": _plain(f"{estimate.effect:+.2f}")}


def _mean(mean: float, *, shares: bool) -> str:
    return f"{mean * 100:.0f}" if shares else f"{mean:.1f}"


def _signed(value: float) -> str:
    return _plain(f"{value:+,.0f}" if abs(value) >= _LARGE else f"{value:+.1f}")


def _plain(number: str) -> str:
    """A signed number as it is written; nothing has no sign."""
    return number.replace("-", "−") if number.strip("+-0.,") else number.strip("+-")
