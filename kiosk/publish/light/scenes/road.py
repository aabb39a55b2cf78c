"""Cars: rays that come down as lanes of one S-curve: tail lights on the left, head lights on the right."""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import RAYS, Board
from kiosk.publish.light.curves import Floats, smoothstep
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import SPECTRUM, Light, deep, linear, mix

HEADLIGHT = deep(linear(SPECTRUM[3]))
"""What warms the head lights: photonics yellow, a sixth of it."""

LANES = 6
POINTS = 260


def offsets(frame: Frame, run: float, lane: Floats) -> tuple[Floats, Floats]:
    """X of each lane (count x points) and y (points), px. ``run``: how far below the region the road goes on, of h."""
    along = np.linspace(0, 1 + run, POINTS)
    body = min(frame.w, 1.15 * frame.h)
    sway = 0.30 if frame.tile else 0.26
    swing = np.sin(2 * math.pi * along * (0.55 + 0.45 * (1 - along))) * smoothstep(along * 1.6) * (0.25 + 0.75 * along)
    width = 0.10 + 1.05 * along**2.6
    if frame.tile:
        width = 0.16 + 1.34 * along**2.6
    centre = frame.cx + body * sway * swing
    return centre[None, :] + lane[:, None] * width[None, :] * body / 2, frame.y - 20 * frame.unit + (
        frame.h + 40 * frame.unit
    ) * along


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light. Each lane is lit for a part of its way, as a long exposure of traffic."""
    count = frame.count(min(frame.w, 1.15 * frame.h), 6, 56, 96)
    lanes = np.linspace(-1, 1, count)
    run = 0.0 if frame.tile else 0.35
    xs, ys = offsets(frame, run, lanes)
    along = np.linspace(0, 1 + run, POINTS)
    near = np.minimum(along, 1.15)
    for lane, x in zip(lanes.tolist(), xs, strict=True):
        marking = 0.5 + 0.5 * math.cos(lane * math.pi * LANES)
        gain = float(0.10 + 0.90 * rng.random() ** 2) * (0.25 + 0.75 * marking)
        start = float(rng.random()) * 0.75
        stop = start + 0.25 + float(rng.random()) * 0.6
        lit = 0.18 + 0.82 * np.clip((along - start + 0.15) / 0.15, 0, 1) * np.clip((stop - along) / 0.2, 0, 1)
        gains = gain * lit * (0.14 + 0.55 * near) * np.clip(along / 0.02, 0, 1)
        left = lane < 0
        shade = (
            mix(light.hue, light.white, 0.154) if left else mix(mix(light.white, HEADLIGHT, 0.16), light.white, 0.10)
        )
        plate.curve(np.c_[x, ys], shade, gains * (1.0 if left else 0.55), 1.0 + 2.2 * near**2)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: white lanes come down, the left ones yellow."""
    xs, ys = offsets(frame, 0.35, np.linspace(-1, 1, RAYS))
    for i, x in enumerate(xs):
        board.line(zip(x.tolist(), ys.tolist(), strict=True), "yellow" if i < RAYS // 2 else "white")
