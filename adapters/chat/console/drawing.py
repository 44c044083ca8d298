"""How messages look on a console."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from adapters.chat.console.columns import width, wrapped
from adapters.ports import Run, Say
from coaching.messages import Block, Buttons, Chart, Heading, Line, Message, Small

_BAR = 30
_SHADES = "█▒░▓"


def draw(message: Message, say: Say, *, columns: int, colour: bool) -> list[str]:
    """A message as lines: heading, paragraphs, buttons as [Label], small print after a dot."""
    lines: list[str] = []
    for block in message.blocks:
        lines += _block(block, say, columns, colour=colour)
    return lines


def _block(block: Block, say: Say, columns: int, *, colour: bool) -> list[str]:
    match block:
        case Heading(text=text):
            strong = (Run(text=run.text, strong=True) for run in say(text))
            return wrapped(strong, columns, colour=colour)
        case Line(text=text):
            return wrapped(say(text), columns, colour=colour)
        case Small(text=text):
            small = (Run(text="· "), *say(text))
            return wrapped(small, columns, colour=colour, faint=True)
        case Buttons():
            return wrapped((Run(text=_buttons(block, say)),), columns, colour=colour)
        case Chart():
            return _chart(block, say)


def _buttons(block: Buttons, say: Say) -> str:
    labels = [say.plain(button.label) for button in block.buttons]
    if block.menu is None:
        return " ".join(f"[{label}]" for label in labels)
    return f"[{say.plain(block.menu)}: {' | '.join(labels)}]"


def _chart(chart: Chart, say: Say) -> list[str]:
    labels = [say.plain(label) for label in chart.labels]
    widest = max(map(width, labels), default=0)
    legend = "  ".join(
        f"{shade} {say.plain(row.name)}"
        for shade, row in zip(_shades(len(chart.series)), chart.series, strict=True)
    )
    most = max(
        (sum(row.values[at] for row in chart.series) for at in range(len(labels))), default=0
    )
    bars = [
        f"{_padded(label, widest)} {_bar([row.values[at] for row in chart.series], most)}".rstrip()
        for at, label in enumerate(labels)
    ]
    return [say.plain(chart.title), *bars, legend, say.plain(chart.summary)]


def _bar(values: Sequence[int], most: int) -> str:
    scale = min(1.0, _BAR / most) if most else 0.0
    shades = _shades(len(values))
    return "".join(
        shade * round(value * scale) for shade, value in zip(shades, values, strict=True)
    )


def _shades(count: int) -> Iterator[str]:
    return (_SHADES[at % len(_SHADES)] for at in range(count))


def _padded(label: str, columns: int) -> str:
    return label + " " * (columns - width(label))
