"""A tour: one brush stroke falls as a comb along the margin and turns into the route; further combs carry the day.

``points`` are the corner points from ``kiosk.publish.route.route_corners``; they are softened by a Gaussian. ``rail``
holds further combs in groups of five: x0, x1, y0, y1, number of rays. ``region`` is the rectangle of the mountain
behind the route (its foot is the lower edge); when it is the whole plate there is no mountain.
"""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.curves import Floats, normals, smoothstep, soften
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light, mix

HAIRS = 11
BREADTH = (30.0, 15.0)
"""Width of the stroke at the top and at the last stop, units."""

SOFTNESS = 24.0
"""Standard deviation of the Gaussian that rounds the corners, units."""

HEAD = 0.16
"""Share of the length over which the falling comb brightens."""

STEP = 3.0
"""Units between the points of the stroke."""

HILL_PITCH = 9.0
HILL_STEP = 22.0
"""Units between the mountain's rays, and the height of one step of its columns."""


def ridge(share: Floats) -> Floats:
    """Mudeungsan's outline from left to right, 0 to 1: a shoulder, then the summit at two thirds."""
    summit = 150 * np.exp(-(((share - 0.66) / 0.30) ** 2))
    shoulder = 26 * np.exp(-(((share - 0.2) / 0.12) ** 2))
    return np.asarray((24 + summit + shoulder) / 176, float)


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    if not frame.tile:
        _mountain(plate, frame, light, rng)
    line = soften(frame.points, SOFTNESS * frame.unit, STEP * frame.unit)
    side = normals(line)
    along = np.linspace(0, 1, len(line))
    breadth = (BREADTH[0] + (BREADTH[1] - BREADTH[0]) * smoothstep((along - 0.25) / 0.75)) * frame.unit
    travel = smoothstep((along - 0.22) / 0.62).tolist()
    for place in np.linspace(-0.5, 0.5, HAIRS).tolist():
        gain = float(0.14 + 0.86 * rng.random() ** 1.6)
        phase = float(rng.random()) * 2 * math.pi
        offset = place * breadth + 1.5 * frame.unit * np.sin(along * 37 + phase)
        rough = 1 - 0.25 * (0.5 + 0.5 * np.sin(along * 60 + phase)) * smoothstep((along - 0.3) / 0.3)
        gains = gain * (0.10 + 0.66 * smoothstep((along - 0.02) / HEAD)) * rough
        shades = [
            mix(mix(light.hue, light.hue2, t), light.white, 0.46 * max(0.0, 1 - v * 3.6) + 0.12 * gain)
            for t, v in zip(travel, along.tolist(), strict=True)
        ]
        plate.curve(line + side * offset[:, None], shades, gains, 1.7, run=4)
    for x0, x1, y0, y1, count in _rails(frame):
        for x in frame.comb(x0, x1, count).tolist():
            gain = float(0.35 + 0.65 * rng.random())
            stops = [(0.0, light.white, 0.02 * gain), (0.25, light.pale(0.5), 0.22 * gain)]
            stops += [(0.55, mix(light.hue, light.hue2, 0.35), 0.50 * gain), (0.94, light.hue2, 0.55 * gain)]
            plate.ray((x, y0), (x, y1), [*stops, (1.0, light.hue2, 0.0)], 1.7)


def _rails(frame: Frame) -> list[tuple[float, float, float, float, int]]:
    flat = frame.rail
    return [(*flat[i : i + 4], round(flat[i + 4])) for i in range(0, len(flat), 5)]  # type: ignore[misc]


def _mountain(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """The columnar cliffs: vertical rays whose tops draw the ridge in steps."""
    hue, base = mix(light.hue, light.hue2, 0.55), frame.down(1.0)
    xs = np.arange(frame.x, frame.across(1.0), HILL_PITCH * frame.unit)
    heights = frame.h * ridge((xs - frame.x) / frame.w)
    for x, height in zip(xs.tolist(), heights.tolist(), strict=True):
        step = HILL_STEP * frame.unit
        tall = int(height * float(0.90 + 0.14 * rng.random()) / step) * step + float(rng.integers(-3, 4)) * frame.unit
        gain = 0.34 * float(0.35 + 0.65 * rng.random())
        tones = [(0.0, mix(hue, light.white, 0.45), gain), (0.08, mix(hue, light.white, 0.15), gain * 0.55)]
        plate.ray((x, base - tall), (x, base), [*tones, (0.6, hue, gain * 0.16), (1.0, hue, 0.0)], 1.6)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: three hairs in yellow, the falling comb and the day in white."""
    line = soften(frame.points, SOFTNESS * frame.unit, STEP * frame.unit)
    side = normals(line)
    for place in (-1, 0, 1):
        hair = [(x, y) for x, y in (line + side * place * 9 * frame.unit).tolist()]
        bend = next((n for n, (x, _) in enumerate(hair) if abs(x - hair[0][0]) > 12 * frame.unit), len(hair) - 1)
        board.line(hair[bend:], "yellow")
        board.line(hair[: bend + 1], "white")
    for x0, x1, y0, y1, _ in _rails(frame):
        for x in (x0, x1):
            board.line([(x, y0), (x, y1)], "white")
