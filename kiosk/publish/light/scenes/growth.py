"""Start-ups: falling rays that, read from the ground up, are a family of growth curves.

The key curve is the innermost one and carries the nodes of a timeline. It is a quarter of a superellipse. With the
region's x, y, w, h and exponent p = 2.75::

    left = x - 0.10 w       right = x + 0.74 w
    top  = y - 0.0342857 h  base  = y + h

    x(y) = left + (right - left) * (1 - ((y - top) / (base - top)) ** p) ** (1 / p)

for y from ``top`` to ``base``. A page of 1080x1920 passes the region (0, 0, 1080, 1120): the curve lies on the floor
at y 1120 and stands upright at x 799. Tiles use their own margins (``margins``).
"""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import RAYS, Board
from kiosk.publish.light.curves import Floats
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light, mix

KEY_EXPONENT = 2.75
EXPONENT_RISE = 0.9
"""The outermost curve has exponent 3.65: squarer, so the family opens like a fan."""

POINTS = 240


def margins(frame: Frame) -> tuple[float, float, float, float, float]:
    """left, right of the key curve, right of the last curve, top and base of the family, px."""
    if frame.tile:
        base = frame.down(1.0) - 20 * min(frame.unit, frame.h / 400)
        return frame.across(-0.06), frame.across(0.28), frame.across(0.96), frame.down(-0.02), base
    return frame.across(-0.10), frame.across(0.74), frame.across(1.04), frame.y - 0.0342857 * frame.h, frame.down(1.0)


def key_x(frame: Frame, y: float) -> float:
    """X of the key curve at ``y``, px: the formula above."""
    left, right, _, top, base = margins(frame)
    height = (y - top) / (base - top)
    return left + (right - left) * math.pow(1 - math.pow(height, KEY_EXPONENT), 1 / KEY_EXPONENT)


def curve(frame: Frame, share: float) -> Floats:
    """One curve from the ground up, n x 2 px; ``share`` is 0 for the key curve, 1 for the outermost."""
    left, right, last, top, base = margins(frame)
    angle = np.linspace(0, math.pi / 2, POINTS)
    power = 2 / (KEY_EXPONENT + EXPONENT_RISE * share)
    reach = right + (last - right) * share - left
    return np.column_stack([left + reach * np.sin(angle) ** power, base - (base - top) * (1 - np.cos(angle) ** power)])


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light: gains to the third power, so few curves are bright; sparks on the brightest."""
    _, right, last, _, _ = margins(frame)
    count = frame.count(last - right, 5.9, 34, 110)
    spark, boost, key_width = (0.60, 1.25, 2.4) if frame.tile else (0.66, 1.0, 2.6)
    along = np.linspace(0, 1, POINTS)
    for i in range(count):
        points = curve(frame, i / (count - 1))
        key = i == 0
        gain = 1.0 if key else float(0.06 + 0.94 * rng.random() ** 3) * (1 - 0.35 * i / count) * boost
        swell = np.sin(math.pi * np.clip(along * 0.96, 0, 1)) ** 0.9
        gains = 0.34 + 0.55 * np.sin(math.pi * along) if key else gain * (0.10 + 0.62 * swell) * (0.30 + 0.70 * along)
        shades = [mix(light.hue, light.white, min(0.9, 0.05 + 0.55 * gain * v)) for v in along.tolist()]
        plate.curve(points, shades, gains, key_width if key else (1.3 if gain < 0.5 else 1.8))
        if not key and gain > spark:
            x, y = points[int((0.30 + 0.50 * rng.random()) * POINTS)].tolist()
            plate.dot(x, y, 2.6, light.white, 1.5)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: white above, yellow where the rays bend into growth."""
    for i in reversed(range(RAYS)):
        points = [(x, y) for x, y in curve(frame, i / (RAYS - 1)).tolist()]
        bend = next((n for n, (_, y) in enumerate(points) if y < frame.down(0.30)), len(points) - 1)
        board.line(points[: bend + 1], "yellow")
        board.line(points[bend:], "white")
