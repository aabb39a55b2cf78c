"""Industries: the same disc off-centre; white light leaves it as the four industries' colours."""

from __future__ import annotations

import numpy as np

from kiosk.publish.light.board import Board, rays
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.glass import Beam, Disc, paint_beam, paint_rim, solid_paths, trace
from kiosk.publish.light.hues import SPECTRUM, Light, deep, linear, mix

INDEX = 1.55
DISPERSION = ((SPECTRUM[0], 0.16), (SPECTRUM[2], 0.05), (SPECTRUM[3], -0.05), (SPECTRUM[5], -0.16))
"""AI, chips, photonics, cars: what each adds to the index. Real glass spreads a tenth of this."""

COMB = (0.351, 0.892)
"""The comb's edges in radii right of the centre."""


def disc(frame: Frame) -> Disc:
    """Left of the middle, so that the fan has room to the lower left and the comb stands near the middle."""
    if frame.wide:
        return Disc(frame.across(0.5), frame.down(0.40), min(0.37 * frame.w, 0.31 * frame.h))
    return Disc(frame.across(0.47), frame.down(0.44), min(0.37 * frame.w, 0.30 * frame.h))


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light. The hue only tints the glass: what leaves is always the spectrum."""
    glass = disc(frame)
    left, right = (glass.x + share * glass.r for share in COMB)
    xs = frame.comb(left, right, frame.count(right - left, 2.4, 26, 64))
    gains = 0.30 + 0.70 * rng.random(len(xs)) ** 1.4
    for x, gain in zip(xs.tolist(), gains.tolist(), strict=True):
        tint = mix(light.white, light.hue, 0.06)
        stops = [(0, light.white, 0.05 * gain), (0.45, light.white, 0.20 * gain), (1, tint, 0.46 * gain)]
        plate.ray((x, frame.top), (x, glass.top(x)), stops, 1.4)
    for code, offset in DISPERSION:
        beam = Beam(
            deep(linear(code)), gain=0.75, far=12.4 * glass.r, decay=1.0 if frame.tile else 1.8, reflection=0.12
        )
        paint_beam(plate, trace(xs, glass, INDEX + offset), gains, beam)
    paint_rim(plate, glass, Light(mix(light.white, light.hue, 0.2), light.white))


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: a few rays in, spread by the glass."""
    glass = disc(frame)
    left, right = (glass.x + share * glass.r for share in COMB)
    for entry, leave, end in solid_paths(
        frame.comb(left, right, min(5, rays(right - left, board.unit))), glass, INDEX, 6 * glass.r
    ):
        board.line([(entry[0], frame.top), (entry[0], entry[1])], "white")
        board.line([(entry[0], entry[1]), (leave[0], leave[1]), (end[0], end[1])], "yellow")
    board.ring((glass.x, glass.y), glass.r, "white")
