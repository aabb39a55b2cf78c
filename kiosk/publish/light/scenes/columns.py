"""Heritage: rays land on the columnar cliffs of Mudeungsan, each column lit from its top like a candle."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kiosk.publish.light.board import RAYS, Board
from kiosk.publish.light.curves import Floats
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light

WIDTH = 36.0
"""Units across a column."""

STEP = 26.0
"""Units between two possible heights: the columns broke in courses."""

FACETS = ((-0.5, -0.22, 0.95), (-0.22, 0.24, 0.42), (0.24, 0.5, 0.18))
"""Left edge, right edge (in widths from the middle) and light of the three faces of a column that one sees."""

PITCH = 3.6
"""Units between the rays of a face."""

PAGE_INSET = 0.18
"""Share of a page's region kept free on the left: a solid wall of light beside the text would outshine it."""

TILT = 0.17
"""Height of the hexagonal top in widths: the cliff is seen slightly from above."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its middle and the middle of its top, its width, px, and how bright it is."""

    x: float
    top: float
    size: float
    gain: float


def ridge(share: Floats) -> Floats:
    """The cliff's outline from left to right, 0 to 1: a shoulder on the left, the summit right of the middle."""
    summit = np.exp(-(((share - 0.60) / 0.26) ** 2))
    shoulder = 0.42 * np.exp(-(((share - 0.16) / 0.12) ** 2))
    return np.asarray(0.14 + 0.86 * np.maximum(summit, shoulder), float)


def row(frame: Frame, size: float, rise: float, shift: float, rng: np.random.Generator) -> list[tuple[float, float]]:
    """Middle x and top y of one row of columns, px. ``rise``: height of the summit as a share of the region."""
    first = frame.x - 0.5 * size if frame.tile else frame.across(PAGE_INSET) + 0.5 * size
    middles = np.arange(first + shift * size, frame.across(1.0) + size, size)
    base = frame.down(1.0)
    step = STEP * frame.unit * min(1.0, frame.h / (420 * frame.unit))
    places = np.clip((middles - first) / (frame.across(1.0) - first), 0, 1)
    heights = frame.h * rise * ridge(places) * (0.86 + 0.22 * rng.random(len(middles)))
    return [
        (x, base - round(h / step) * step - step / 3) for x, h in zip(middles.tolist(), heights.tolist(), strict=True)
    ]


def column_width(frame: Frame) -> float:
    """Width of a column, px: as specified, narrower where the region is small."""
    return WIDTH * frame.unit * float(np.clip(frame.h / (600 * frame.unit), 0.5, 1.0))


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light: a back row, faint and high, then the front row."""
    size = column_width(frame)
    for rise, shift, depth in ((0.74, 0.5, 0.34), (0.56, 0.0, 1.0)):
        for x, top in row(frame, size, rise, shift, rng):
            column = Column(x, top, size, depth * float(0.55 + 0.45 * rng.random()))
            _ray(plate, frame, light, column)
            _faces(plate, frame, light, column)
            _top(plate, light, column)


def _ray(plate: Plate, frame: Frame, light: Light, column: Column) -> None:
    gain, x = column.gain, column.x
    stops = [(0, light.white, 0.03 * gain), (0.6, light.pale(0.7), 0.12 * gain), (1, light.pale(0.8), 0.55 * gain)]
    plate.ray((x, frame.top), (x, column.top), stops, 1.6)


def _faces(plate: Plate, frame: Frame, light: Light, column: Column) -> None:
    """Three faces, each a comb of rays as bright as the face is turned to the light."""
    x, size, gain = column.x, column.size, column.gain
    base = frame.down(1.0) + (0.0 if frame.tile else 0.45 * frame.h)
    for left, right, lit in FACETS:
        count = max(2, round((right - left) * size / (PITCH * frame.unit)))
        for place in np.linspace(left, right, count, endpoint=False).tolist():
            # The front edge of the top hexagon dips between its corners.
            start = column.top + TILT * size * (1 if -0.22 <= place < 0.24 else (0.5 - abs(place)) / 0.28)
            stops = [(0, light.pale(0.6), 0.62 * gain * lit), (0.06, light.pale(0.2), 0.40 * gain * lit)]
            stops += [(0.45, light.hue, 0.16 * gain * lit), (1, light.hue, 0.01 * gain * lit)]
            plate.ray((x + place * size, start), (x + place * size, base), stops, 1.5)


def _top(plate: Plate, light: Light, column: Column) -> None:
    """The hexagon on top, its near edge brightest."""
    corners = [(-0.5, 0), (-0.22, 1), (0.24, 1), (0.5, 0), (0.22, -1), (-0.24, -1)]
    hexagon = np.array([(column.x + a * column.size, column.top + b * TILT * column.size) for a, b in corners])
    plate.area(hexagon, light.pale(0.6), 0.5 * column.gain**1.5)
    rim = np.vstack([hexagon, hexagon[:1]])
    lit = np.array([0.35, 0.9, 1.3, 0.5, 0.3, 0.3, 0.35])
    plate.curve(rim, light.pale(0.85), 1.1 * column.gain * lit, 1.7, run=1)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: nine columns, white above their tops, yellow below."""
    places = (np.arange(RAYS) + 0.5) / RAYS
    size = min(frame.w / RAYS, 0.2 * frame.h)
    for place, rise in zip(places.tolist(), ridge(places).tolist(), strict=True):
        x, top = frame.cx + (place - 0.5) * size * RAYS, frame.down(1.0) - 0.66 * frame.h * rise
        half = size / 2 - 3 * frame.unit
        board.line([(x, frame.top), (x, top)], "white")
        board.line(
            [(x - half, frame.down(1.0)), (x - half, top), (x + half, top), (x + half, frame.down(1.0))], "yellow"
        )
        board.line([(x - half - 2 * frame.unit, top), (x + half + 2 * frame.unit, top)], "white", 6)
