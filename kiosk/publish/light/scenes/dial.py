"""Time: a narrow comb splits, each ray follows the dial as far as its minute and turns inwards; two meet at six."""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.curves import Floats, soften
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light, mix

HALF = 30
"""Rays on each side: one a minute from twelve to six."""

BAND = 0.26
"""Thickness of the wound comb at twelve, in radii of the body."""

HOUR, MINUTE = 0.40, 0.15
"""Length of the rays that point inwards, in radii of the dial."""


STRIP = 1.7
"""From this ratio of width to height on, the dial is a rising half dial."""


def place(frame: Frame) -> tuple[float, float]:
    """Y of the dial's middle and its outer radius, px."""
    if frame.w > STRIP * frame.h:
        return frame.down(0.97), min(0.42 * frame.w, 0.80 * frame.h)
    return frame.cy, frame.radius


def path(frame: Frame, minute: float, side: int, length: float, halves: int = HALF) -> Floats:
    """One ray: down, round to its minute after twelve (or before, ``side`` -1), and inwards by ``length`` px.

    ``halves`` is the number of minutes from twelve to six.
    """
    cy, radius = place(frame)
    inner = radius * (1 - BAND)
    gap = radius * BAND / halves
    ring = inner + gap * minute
    x = frame.cx + side * gap * minute
    start = math.asin(min(1.0, gap * minute / ring))
    turn = math.pi * minute / halves
    angles = np.linspace(start, max(start, turn), max(3, int(60 * turn)))
    arc = [(frame.cx + side * ring * math.sin(a), cy - ring * math.cos(a)) for a in angles]
    end = ring - length
    tip = (frame.cx + side * end * math.sin(turn), cy - end * math.cos(turn))
    return soften([(x, frame.top), *arc, tip], 5 * frame.unit, 2.5 * frame.unit)


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    cy, radius = place(frame)
    inner = radius * (1 - BAND)
    gap = radius * BAND / HALF
    for minute in range(1, HALF):
        hour = minute % 5 == 0
        length = (HOUR if hour else MINUTE) * inner + gap * minute
        for side in (-1, 1):
            gain = 1.0 if hour else float(0.18 + 0.5 * rng.random() ** 1.6)
            line = path(frame, minute, side, length)
            left = np.linspace(1, 0, len(line)) * len(line) * 2.5 * frame.unit
            point = np.clip(1 - left / length, 0, 1)
            fall = np.clip((line[:, 1] - frame.top) / max(1.0, cy - inner - frame.top), 0, 1)
            gains = gain * (0.05 + 0.30 * np.minimum(fall, 1) + 0.75 * point)
            shades = [
                mix(light.pale(0.55 - 0.45 * f), light.white, 0.75 * p)
                for f, p in zip(fall.tolist(), point.tolist(), strict=True)
            ]
            plate.curve(line, shades, gains, 2.0 if hour else 1.3)
    _noon(plate, frame, light)


def _noon(plate: Plate, frame: Frame, light: Light) -> None:
    """The middle ray: twelve, and six, which runs on down through the focus."""
    x, (cy, outer) = frame.cx, place(frame)
    inner = outer * (1 - BAND)
    size = outer / (268 * frame.unit)
    stops = [(0, light.white, 0.08), (0.6, light.pale(0.6), 0.5), (1, light.white, 1.2)]
    plate.ray((x, frame.top), (x, cy - inner * (1 - HOUR)), stops, 2.2)
    low = [(0, light.white, 1.2), (0.35, light.pale(0.6), 1.3), (0.7, light.white, 1.5), (1, light.hue, 0)]
    plate.ray((x, cy + inner * (1 - HOUR)), (x, cy + 2.3 * outer), low, 2.4)
    plate.dot(x, cy + 1.42 * outer, max(3.5, 8 * size), light.pale(0.6), 16.0)
    plate.dot(x, cy, max(2.0, 4 * size), light.white, 1.4 if cy + outer < frame.floor else 12.0)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: eleven rays, one an hour; the middle one runs through."""
    cy, radius = place(frame)
    inner = radius * (1 - BAND)
    gap = radius * BAND / 6
    for hour in range(1, 6):
        for side in (-1, 1):
            line = path(frame, hour, side, HOUR * inner + gap * hour, 6).tolist()
            bend = next((n for n, (_, y) in enumerate(line) if y > cy - inner - gap * hour), 0)
            board.line(line[bend:], "yellow")
            board.line(line[: bend + 1], "white")
    board.line([(frame.cx, frame.top), (frame.cx, cy - inner * (1 - HOUR))], "white")
    board.line([(frame.cx, cy + inner * (1 - HOUR)), (frame.cx, frame.floor)], "yellow")
