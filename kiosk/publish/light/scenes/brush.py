"""Art: a comb of rays becomes one brush stroke that falls, turns once, and leaves."""

from __future__ import annotations

import math

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light
from kiosk.publish.light.ribbon import Stroke, draw_hairs, paint_stroke

TURN = (5, 45, 90, 135, 180, 225, 270, 315, 350)
"""Angles of the loop's control points, degrees clockwise from the right."""


def spine(frame: Frame) -> tuple[list[tuple[float, float]], float]:
    """Control points of the stroke and the radius of its loop, px."""
    r = 0.30 * min(frame.w, 0.92 * frame.h)
    x = frame.across(0.46) if not frame.wide else frame.across(0.52)
    y = frame.down(0.56 if not frame.wide else 0.54)
    fall = x + 0.87 * r
    points = [(fall, frame.top - 34 * frame.unit), (fall, frame.down(0.12)), (fall, frame.down(0.26))]
    if frame.wide:
        points = [(fall, frame.top - 34 * frame.unit), (fall, frame.down(0.10)), (fall, frame.down(0.22))]
    for angle in map(math.radians, TURN):
        points.append((x + r * math.cos(angle), y + 0.92 * r * math.sin(angle)))
    points += [(x + 0.86 * r, y + 0.85 * r), (x + 0.10 * r, y + 1.72 * r)]
    if frame.wide:
        points[-2:] = [(x + 0.80 * r, y + 0.80 * r), (x - 0.2 * r, y + 1.30 * r)]
        points += [(x - 2.2 * r, y + 1.36 * r), (x - 4.2 * r, y + 1.10 * r)]
    else:
        points += [(frame.across(0.12), frame.down(0.90)), (frame.across(-0.10), frame.down(0.93))]
    return points, r


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    points, r = spine(frame)
    paint_stroke(plate, points, Stroke(0.91 * r, frame.count(0.91 * r, 1.75, 54, 110)), light, rng)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: a few hairs, white as they fall, yellow from the turn on."""
    points, r = spine(frame)
    draw_hairs(board, points, 0.91 * r)
