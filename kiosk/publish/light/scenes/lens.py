"""Photonics: a comb of parallel rays falls through one disc of glass and meets in a point of light."""

from __future__ import annotations

import numpy as np

from kiosk.publish.light.board import OUTLINE, RAYS, Board
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.glass import Beam, Disc, paint_beam, paint_rim, solid_paths, trace
from kiosk.publish.light.hues import Light, mix

INDEX = 1.52
"""Refractive index of crown glass."""

COMB = 0.888
"""Half width of the comb in radii. Rays further out would leave almost sideways."""

PITCH = 3.97
"""Units between rays: 120 on a page."""


def disc(frame: Frame) -> Disc:
    """The glass is the whole body."""
    return Disc(frame.cx, frame.cy, frame.radius)


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    glass = disc(frame)
    half = COMB * glass.r
    xs = frame.comb(glass.x - half, glass.x + half, frame.count(2 * half, PITCH, 60, 240))
    gains = 0.30 + 0.70 * rng.random(len(xs)) ** 1.4
    for x, gain in zip(xs.tolist(), gains.tolist(), strict=True):
        stops = [(0, light.white, 0.05 * gain), (0.45, mix(light.white, light.hue, 0.2), 0.20 * gain)]
        plate.ray((x, frame.top), (x, glass.top(x)), [*stops, (1, mix(light.white, light.hue, 0.4), 0.46 * gain)], 1.4)
    if frame.wide:
        _bypass(plate, frame, light, rng, half)
    beam = Beam(light.hue, gain=1.0, far=9.7 * glass.r, decay=1.25)
    paint_beam(plate, trace(xs, glass, INDEX), gains, beam)
    paint_rim(plate, glass, light)


def _bypass(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator, half: float) -> None:
    """Rays that pass the glass by, ever fainter to the sides: a wide strip is one comb from edge to edge."""
    reach = frame.w / 2 - half
    for offset in frame.comb(0, 1, frame.count(reach, 2 * PITCH, 8, 120)).tolist()[1:]:
        for side in (-1, 1):
            gain = float(0.25 + 0.75 * rng.random()) * (1 - offset) ** 1.5
            x = frame.cx + side * (half + offset * reach)
            stops = [(0, light.white, 0.05 * gain), (0.5, light.pale(0.3), 0.13 * gain), (1, light.hue, 0)]
            plate.ray((x, frame.top), (x, frame.down(1.0)), stops, 1.2)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast."""
    glass = disc(frame)
    half = COMB * glass.r
    for entry, leave, end in solid_paths(frame.comb(glass.x - half, glass.x + half, RAYS), glass, INDEX, 4 * glass.r):
        board.line([(entry[0], frame.top), (entry[0], entry[1])], "white")
        board.line([(entry[0], entry[1]), (leave[0], leave[1]), (end[0], end[1])], "yellow")
    board.ring((glass.x, glass.y), glass.r, "white", width=OUTLINE)
