"""The name: rays pass through its characters as white and leave below as the spectrum; seven run longest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath

from kiosk.publish.light.board import RAYS, Board
from kiosk.publish.light.curves import smooth_noise
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import SPECTRUM, Light, Rgb, deep, linear, mix, spectrum

PITCH = 5.0
"""Units between the columns of light."""

KEY_INSET = 12.0
"""Units from the name's edges to the first and the last of the seven key rays."""

LONGEST_BETWEEN = 135.0
"""Units a tail may run between two strokes of one column."""

TAIL_ROOM = 560.0
"""Units below the name that tails fill as they are; with more room they grow."""

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of light: its x, the rows where it passes through a character, and its chances."""

    x: int
    runs: list[Run]
    vigour: float
    curtain: float
    hue: Rgb


def outline(frame: Frame) -> QPainterPath:
    """All characters as one path."""
    whole = QPainterPath()
    for glyph in frame.glyphs:
        whole.addPath(glyph)
    return whole


def mask(frame: Frame, path: QPainterPath) -> NDArray[np.bool_]:
    """Where light passes: height x width."""
    sheet = QImage(frame.width, frame.height, QImage.Format.Format_Grayscale8)
    sheet.fill(0)
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(path, QColor("white"))
    painter.end()
    rows = np.frombuffer(sheet.constBits(), np.uint8).reshape(frame.height, sheet.bytesPerLine())
    return rows[:, : frame.width] > 127


def runs(column: NDArray[np.bool_]) -> list[Run]:
    """First row and row after the last of every stretch of light in a column."""
    edges = np.diff(np.concatenate([[0], column.astype(np.int8), [0]]))
    return list(zip(np.flatnonzero(edges == 1).tolist(), np.flatnonzero(edges == -1).tolist(), strict=True))


def columns(frame: Frame, path: QPainterPath, rng: np.random.Generator) -> list[Column]:
    """Every column of light that meets a character."""
    box = path.boundingRect()
    pitch = PITCH * frame.unit
    places = np.arange((box.left() % pitch) + pitch / 2, frame.width, pitch)
    vigours = 0.25 + 1.25 * rng.random(len(places)) ** 1.3
    curtain = smooth_noise(len(places), 22, rng)
    light = mask(frame, path)
    found = []
    for x, vigour, drape in zip(places.astype(int).tolist(), vigours.tolist(), curtain.tolist(), strict=True):
        if passed := runs(light[:, x]):
            hue = spectrum((x - box.left()) / max(1.0, box.width()))
            found.append(Column(x, passed, vigour, drape, hue))
    return found


def keys(found: list[Column], path: QPainterPath, unit: float) -> dict[int, Rgb]:
    """X of the seven key rays with their hues: one per section, evenly across the name, each in the nearest column."""
    if not found:
        return {}
    box = path.boundingRect()
    inset = min(KEY_INSET * unit, box.width() / 20)
    chosen: dict[int, Rgb] = {}
    for place, code in zip(np.linspace(box.left() + inset, box.right() - inset, 7).tolist(), SPECTRUM, strict=True):
        nearest = min(found, key=lambda column: abs(column.x - place))
        chosen[nearest.x] = deep(linear(code))
    return chosen


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    path = outline(frame)
    found = columns(frame, path, rng)
    chosen = keys(found, path, frame.unit)
    floor = frame.down(1.0)
    for column in found:
        _through(plate, frame, light, column)
        _tails(plate, frame, column, floor, rng)
        if key := chosen.get(column.x):
            x, low = column.x + 0.5, column.runs[-1][1]
            stops = [(0, mix(light.white, key, 0.3), 1.2), (0.12, mix(light.white, key, 0.75), 0.9), (0.55, key, 0.55)]
            plate.ray((x, low), (x, floor), [*stops, (1, key, 0)], 2.2)


def _through(plate: Plate, frame: Frame, light: Light, column: Column) -> None:
    """White light arriving and inside the characters, tinted towards their lower edges."""
    x = column.x + 0.5
    if column.vigour > 0.9:
        arriving = [(0, light.white, 0.0), (1, light.white, 0.10 * (column.vigour - 0.8))]
        plate.ray((x, 0), (x, column.runs[0][0]), arriving, 1.2)
    gain = (0.55 + 0.45 * column.curtain) * (0.55 + 0.45 * column.vigour)
    for high, low in column.runs:
        if low - high < 3:
            continue
        edge = min(0.5, 26 * frame.unit / (low - high))
        tints = [
            (0.5, mix(light.white, column.hue, 0.18), 0.8 * gain),
            (1, mix(light.white, column.hue, 0.62), 0.62 * gain),
        ]
        plate.ray((x, high), (x, low), [(0, light.white, 1.5 * gain), (edge, light.white, 1.0 * gain), *tints], 1.9)


def _tails(plate: Plate, frame: Frame, column: Column, floor: float, rng: np.random.Generator) -> None:
    """Coloured light leaving each stroke: short between strokes, long below the last."""
    x, hue, vigour = column.x + 0.5, column.hue, column.vigour
    for (_, low), (high, _) in zip(column.runs[:-1], column.runs[1:], strict=True):
        length = min(high - low, LONGEST_BETWEEN * frame.unit)
        plate.ray((x, low), (x, low + length), [(0, hue, 0.22 * vigour), (0.5, hue, 0.07 * vigour), (1, hue, 0)], 1.6)
    low = column.runs[-1][1]
    length = float(63 + 297 * rng.random() ** 2.6 + 108 * column.curtain) * (1.9 if rng.random() < 0.16 else 1.0)
    stretch = min(2.4, max(1.0, (floor - low) / (TAIL_ROOM * frame.unit)))
    length = min(length * frame.unit * stretch, floor - low)
    stops = [(0, hue, 0.62 * vigour), (0.10, hue, 0.36 * vigour), (0.4, hue, 0.13 * vigour), (1, hue, 0)]
    plate.ray((x, low), (x, low + length), stops, 1.8)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: the characters solid, nine rays in from above and out below."""
    path = outline(frame)
    box = path.boundingRect()
    light = mask(frame, path)
    for x in np.linspace(box.left() + 0.04 * box.width(), box.right() - 0.04 * box.width(), RAYS).tolist():
        passed = runs(light[:, min(frame.width - 1, max(0, int(x)))])
        if passed:
            board.line([(x, frame.top), (x, passed[0][0] + 2)], "white")
            board.line([(x, passed[-1][1] - 2), (x, frame.down(1.0))], "yellow")
    board.shape(path, "white")
