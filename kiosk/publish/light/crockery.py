"""A bowl made of light: nested half-ellipses, lit at two and ten o'clock, with a white rim."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.hues import Light, Rgb, mix

POINTS = 240
RUN = 3
"""Segments per run: the light changes fast along a ring."""


@dataclass(frozen=True, slots=True)
class Bowl:
    """A bowl seen slightly from above: middle and half-axes of its rim in px, depth in half-widths."""

    x: float
    y: float
    rx: float
    ry: float
    depth: float = 0.78

    @property
    def bottom(self) -> float:
        """Y of its lowest point, px."""
        return self.y + self.depth * self.rx + self.ry * 0.3


def paint_bowl(plate: Plate, bowl: Bowl, hue: Rgb, light: Light) -> None:
    """Draw a bowl with light, and a warm pool in it."""
    half = np.linspace(0, math.pi, POINTS)
    lit = 0.16 + 0.84 * np.exp(-(((half - 2.25) / 0.42) ** 2)) + 0.25 * np.exp(-(((half - 0.55) / 0.25) ** 2))
    rings = int(np.clip(bowl.depth * bowl.rx / (4.6 * plate.unit), 14, 44))
    for down in np.linspace(0, 1, rings).tolist():
        share = math.sqrt(max(0.0, 1 - (down * 0.93) ** 2.3))
        points = np.c_[
            bowl.x + bowl.rx * share * np.cos(half),
            bowl.y + bowl.depth * bowl.rx * down + bowl.ry * share * np.sin(half),
        ]
        plate.curve(points, mix(hue, light.white, 0.10), 0.32 * (1 - 0.72 * down) * lit, 1.4, RUN)
    turn = np.linspace(0, 2 * math.pi, 2 * POINTS)
    ellipse = np.c_[bowl.rx * np.cos(turn), bowl.ry * np.sin(turn)]
    middle = np.array([bowl.x, bowl.y])
    plate.curve(middle + ellipse, mix(hue, light.white, 0.55), 0.50 + 0.42 * np.cos(turn - 2.2), 2.2, RUN)
    for share in (0.86, 0.70):
        plate.curve(middle + share * ellipse, hue, 0.10 + 0.10 * np.cos(turn - 2.2), 1.3, RUN)
    plate.glow((bowl.x, bowl.y), (bowl.rx * 0.95, bowl.ry * 1.1), hue, 0.10)


def draw_bowl(board: Board, bowl: Bowl) -> None:
    """Draw a bowl for high contrast: the rim and the outline below it, black inside so that nothing shows through."""
    down = np.linspace(0, 1, 60)
    share = np.sqrt(np.maximum(0, 1 - (down * 0.93) ** 2.3))
    ys = bowl.y + bowl.depth * bowl.rx * down + bowl.ry * share * 0.5
    left = list(zip((bowl.x - bowl.rx * share).tolist(), ys.tolist(), strict=True))
    right = list(zip((bowl.x + bowl.rx * share).tolist(), ys.tolist(), strict=True))
    board.line([(bowl.x - bowl.rx, bowl.y), *left, *reversed(right), (bowl.x + bowl.rx, bowl.y)], "white", 6)
    board.ring((bowl.x, bowl.y), bowl.rx, "white", bowl.ry)
