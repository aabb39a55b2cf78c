"""One brush stroke: a comb of rays held along a curve, slowly twisted, whose hairs run dry."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kiosk.publish.light.board import RAY, Board, rays
from kiosk.publish.light.curves import Floats, smooth_noise, smooth_normals, smoothstep, spline
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.hues import Light, mix

POINTS = 420
PIECE = 14
"""Points per piece of a solid stroke."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a brush is held."""

    breadth: float
    """Width of the comb, px."""
    hairs: int
    twist: tuple[float, float] = (0.0, 1.15)
    """Half turns of the comb about its middle, at the start and at the end."""
    dry: float = 0.30
    """Greatest share of the length by which a hair ends early."""
    taper: float = 0.35
    """Share of the width lost towards the end."""
    settle: float = 0.18
    """Share of the length over which the comb falls straight before it turns."""


def hairs(points: Sequence[tuple[float, float]], stroke: Stroke, jitter: Floats) -> Floats:
    """Every hair as a curve: hairs x points x 2, px. ``jitter`` moves each hair, as a share of the breadth."""
    spine = spline(points, POINTS)
    along = np.linspace(0, 1, POINTS)
    first, last = stroke.twist
    turn = np.cos(math.pi * (first + (last - first) * smoothstep((along - stroke.settle) / (1 - stroke.settle))))
    breadth = stroke.breadth * (0.72 + 0.28 * np.sin(math.pi * np.clip(along * 1.2, 0, 1)))
    breadth *= 1 - stroke.taper * along**3
    side = smooth_normals(spine)
    place = np.linspace(-0.5, 0.5, stroke.hairs)[:, None]
    sway = 0.10 * np.sin(2 * math.pi * (along * 1.3 + place * 0.35)) * np.clip((along - stroke.settle) * 3, 0, 1)
    offset = ((place + jitter[:, None]) * turn + sway * 0.5) * breadth
    return np.asarray(spine[None] + side[None] * offset[..., None], float)


def paint_stroke(
    plate: Plate, points: Sequence[tuple[float, float]], stroke: Stroke, light: Light, rng: np.random.Generator
) -> None:
    """Draw a stroke with light, from the hue to the second hue, white where it is fresh."""
    along = np.linspace(0, 1, POINTS)
    bundle = smooth_noise(stroke.hairs, 6, rng)
    curves = hairs(points, stroke, 0.012 * rng.standard_normal(stroke.hairs))
    shade = np.clip((along - 0.12) * 1.15, 0, 1).tolist()
    for curve, tuft in zip(curves, bundle.tolist(), strict=True):
        gain = (0.10 + 0.90 * tuft**1.5) * float(0.45 + 0.55 * rng.random())
        life = 1 - stroke.dry * float(rng.random()) ** 0.8 * (0.35 + 0.65 * (1 - tuft))
        wave = 0.5 + 0.5 * np.sin(along * 95 + float(rng.random()) * 2 * math.pi)
        rough = 1 - 0.30 * np.clip((along - 0.35) / 0.4, 0, 1) * wave
        gains = (
            gain
            * np.clip((life - along) / 0.10, 0, 1)
            * rough
            * (0.05 + 0.60 * np.clip(along / 0.30, 0, 1) - 0.10 * along)
        )
        eased = smoothstep(shade).tolist()
        shades = [
            mix(mix(light.hue, light.hue2, e), light.white, 0.45 * (1 - v) ** 2 * gain + 0.08)
            for e, v in zip(eased, shade, strict=True)
        ]
        plate.curve(curve, shades, gains, 1.5)


def draw_hairs(board: Board, points: Sequence[tuple[float, float]], breadth: float) -> None:
    """Draw a stroke for high contrast: white as it falls, yellow from the turn (the third control point) on.

    It is laid down piece by piece from its end to its start, each on a black band, so that what comes first passes
    in front of what comes later.
    """
    count = min(7, rays(breadth, board.unit))
    stroke = Stroke(breadth, count, twist=(0, 0), taper=0.1)
    curves = hairs(points, stroke, np.zeros(count))
    spine = curves.mean(axis=0)
    turn = int(np.argmax(spine[:, 1] > points[2][1]))
    edges = [*range(0, turn, PIECE), *range(turn, POINTS - 1, PIECE), POINTS - 1]
    for start, end in reversed(list(pairwise(edges))):
        board.line(spine[start : end + 1].tolist(), "black", breadth / board.unit + 2 * RAY)
        for curve in curves:
            board.line(curve[start : min(end + 2, POINTS)].tolist(), "white" if start < turn else "yellow")
