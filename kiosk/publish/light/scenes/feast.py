"""Art and food, the tours' door: the brush stroke falls, turns once, and lands in the bowl."""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.crockery import Bowl, draw_bowl, paint_bowl
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light
from kiosk.publish.light.ribbon import Stroke, draw_hairs, paint_stroke

TURN = (0, 45, 90, 135, 180, 225, 270, 318, 350)
DEPTH = 0.74


def layout(frame: Frame) -> tuple[Bowl, list[tuple[float, float]], float]:
    """The bowl, the stroke's control points, and the breadth of its comb, px."""
    body = min(frame.w, 0.56 * frame.h if not frame.wide else 0.74 * frame.h)
    rx = 0.40 * body
    low = frame.down(1.0) if frame.tile else frame.down(0.90)
    dish = Bowl(frame.cx, low - 0.92 * rx, rx, 0.20 * rx, DEPTH)
    r = 0.235 * body
    x, y = frame.cx - 0.03 * body, dish.y - 0.2 * rx - 2.15 * r
    fall = frame.cx + 0.20 * body
    points = [
        (fall, frame.top - 54 * frame.unit),
        (fall, frame.y + (y - frame.y) * 0.40),
        (fall, frame.y + (y - frame.y) * 0.62),
    ]
    points += [(x + r * math.cos(math.radians(a)), y + 1.05 * r * math.sin(math.radians(a))) for a in TURN]
    points += [(x + 1.02 * r, y + 0.75 * r), (frame.cx + 0.10 * body, y + 1.45 * r)]
    points += [(frame.cx - 0.01 * body, dish.y - 0.45 * r), (frame.cx - 0.04 * body, dish.y - 2 * frame.unit)]
    return dish, points, 0.24 * body


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light: the stroke in the hue, the bowl in the second hue."""
    dish, points, breadth = layout(frame)
    stroke = Stroke(breadth, frame.count(breadth, 1.2, 60, 110), (0, 1.1), dry=0.0, taper=0.45, settle=0.16)
    paint_stroke(plate, points, stroke, light, rng)
    paint_bowl(plate, dish, light.hue2, light)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast."""
    dish, points, breadth = layout(frame)
    draw_hairs(board, points, breadth)
    draw_bowl(board, dish)
