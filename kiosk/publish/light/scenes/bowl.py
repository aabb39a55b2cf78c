"""Food: steam read from above. Rays waver as they fall, in three groups, and settle in a bowl."""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import RAYS, Board
from kiosk.publish.light.crockery import Bowl, draw_bowl, paint_bowl
from kiosk.publish.light.curves import Floats, smoothstep
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light, mix

POINTS = 200
SWING = 0.42
"""Greatest sideways swing of the steam in half-widths of the bowl."""


def bowl(frame: Frame) -> Bowl:
    """The bowl stands in the lower third."""
    if frame.wide:
        rx = min(0.44 * frame.w, 0.46 * frame.h)
        return Bowl(frame.cx, frame.down(0.58), rx, rx * 0.2)
    rx = min(0.44 * frame.w, 0.34 * frame.h)
    return Bowl(frame.cx, frame.down(0.70), rx, rx * 0.2)


def steam(frame: Frame, dish: Bowl, place: float, *, spread: float = 0.92) -> Floats:
    """One line of steam from the bowl up to the top edge, n x 2 px; ``place`` runs from 0 (left) to 1 (right)."""
    along = np.linspace(0, 1, POINTS)
    group = int(min(place, 0.999) * 3) * 1.9
    low, high = (dish.x + dish.rx * share * (2 * place - 1) for share in (0.70, spread))
    envelope = np.sin(math.pi * np.clip(along * 1.05, 0, 1)) ** 1.1 * np.exp(-2.6 * along)
    wave = np.sin(2 * math.pi * along * 1.55 + group * 0.35 + place * 1.1)
    start = dish.y - dish.ry * 0.2 * math.sin(math.pi * place)
    ys = start + (frame.top - start) * along
    return np.column_stack([low + (high - low) * smoothstep(along) + SWING * dish.rx * envelope * wave, ys])


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    dish = bowl(frame)
    paint_bowl(plate, dish, light.hue, light)
    spread = 0.92 if not frame.wide else 1.5
    along = np.linspace(0, 1, POINTS)
    shade = np.clip(along * 1.4, 0, 1).tolist()
    count = frame.count(1.4 * dish.rx, 6.2, 36, 72)
    for place in np.linspace(0, 1, count).tolist():
        gain = float(0.06 + 0.94 * rng.random() ** 2.6)
        gains = gain * (0.04 + 0.55 * np.clip(along / 0.10, 0, 1) * np.exp(-1.3 * along))
        shades = [mix(mix(light.hue, light.hue2, v), light.white, 0.25 * gain + 0.25 * v) for v in shade]
        plate.curve(steam(frame, dish, place, spread=spread), shades, gains, 1.4)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: nine lines of steam, yellow as they near the white bowl."""
    dish = bowl(frame)
    for place in np.linspace(0.04, 0.96, RAYS).tolist():
        line = [(x, y) for x, y in steam(frame, dish, place).tolist()]
        board.line(line[: POINTS // 2 + 1], "yellow")
        board.line(line[POINTS // 2 :], "white")
    draw_bowl(board, dish)
