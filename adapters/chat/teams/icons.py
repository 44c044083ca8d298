"""The app's two icons as PNG: the mark of the page, drawn with nothing but arithmetic.

Sizes and colours: learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/apps-package,
"App icons".
"""

from __future__ import annotations

import struct
import zlib
from itertools import chain, pairwise
from math import hypot

Colour = tuple[int, int, int]

COLOR_SIZE, OUTLINE_SIZE = 192, 32
GREEN: Colour = (0x17, 0x59, 0x4E)
WHITE: Colour = (255, 255, 255)
AMBER: Colour = (0xF0, 0xB7, 0x5A)
# On a field of 32 by 32: a way up and down again, and a point below its top.
_FIELD = 32
_WAY = ((8.0, 22.5), (16.0, 9.0), (24.0, 22.5))
_WIDTH = 3.0
_POINT, _RADIUS = (16.0, 20.5), 2.4


def color_icon() -> bytes:
    """The mark in colour on a full square of 192 by 192."""
    rows = [
        [_over(_over((*GREEN, 255), WHITE, way), AMBER, point) for way, point in row]
        for row in _coverage(COLOR_SIZE)
    ]
    return _png(rows)


def outline_icon() -> bytes:
    """The mark in white on nothing, 32 by 32."""
    rows = [
        [(*WHITE, round(255 * max(way, point))) for way, point in row]
        for row in _coverage(OUTLINE_SIZE)
    ]
    return _png(rows)


Pixel = tuple[int, int, int, int]


def _coverage(size: int) -> list[list[tuple[float, float]]]:
    """How much of each pixel the way and the point cover, from 0 to 1."""
    scale = size / _FIELD
    centres = [(number + 0.5) / scale for number in range(size)]
    return [[(_way(x, y, scale), _point(x, y, scale)) for x in centres] for y in centres]


def _way(x: float, y: float, scale: float) -> float:
    near = min(_distance(x, y, *ends) for ends in pairwise(_WAY))
    return _covered(_WIDTH / 2 - near, scale)


def _point(x: float, y: float, scale: float) -> float:
    return _covered(_RADIUS - hypot(x - _POINT[0], y - _POINT[1]), scale)


def _covered(inside: float, scale: float) -> float:
    return min(1.0, max(0.0, inside * scale + 0.5))


def _distance(x: float, y: float, start: tuple[float, float], end: tuple[float, float]) -> float:
    """How far a place is from a stretch."""
    across, down = end[0] - start[0], end[1] - start[1]
    along = ((x - start[0]) * across + (y - start[1]) * down) / (across**2 + down**2)
    along = min(1.0, max(0.0, along))
    return hypot(x - start[0] - along * across, y - start[1] - along * down)


def _over(below: Pixel, colour: Colour, covered: float) -> Pixel:
    red, green, blue = (
        round(old + (new - old) * covered) for old, new in zip(below[:3], colour, strict=True)
    )
    return (red, green, blue, below[3])


def _png(rows: list[list[Pixel]]) -> bytes:
    """Rows of pixels as a PNG (w3.org/TR/png), with eight bits a channel."""
    header = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 6, 0, 0, 0)
    lines = b"".join(b"\0" + bytes(chain.from_iterable(row)) for row in rows)
    packed = zlib.compress(lines, 9)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", packed), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(kind: bytes, told: bytes) -> bytes:
    return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))
