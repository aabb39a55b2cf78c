"""Investment: rays come to rest as discs of light, layer on layer, in stacks that grow from left to right."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light, mix

STACKS = 5
GROWTH = 1.62
"""How much taller each stack is than the one before."""

LAYER = 9.0
"""Units between two layers."""

POINTS = 96


@dataclass(frozen=True, slots=True)
class Stack:
    """Middle x, y of the lowest and of the highest layer, half-axes, all px; rank from 0 (lowest) to 1 (tallest)."""

    x: float
    base: float
    top: float
    rx: float
    ry: float
    rank: float


def stacks(frame: Frame, count: int) -> list[Stack]:
    """The stacks from the lowest to the tallest."""
    pitch = min((1.0 if frame.tile else 0.92) * frame.w / (count + 0.1), 0.42 * frame.h)
    rx = 0.42 * pitch
    ry = 0.22 * rx
    base = frame.down(0.90 if frame.tile else 0.86) - ry
    tallest = (base - frame.y) * (0.66 if frame.tile else 0.72)
    first = frame.across(0.5 if frame.tile else 0.46) - pitch * (count - 1) / 2
    tops = [base - tallest * GROWTH ** (i - count + 1) for i in range(count)]
    return [Stack(first + i * pitch, base, top, rx, ry, i / (count - 1)) for i, top in enumerate(tops)]


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    for stack in stacks(frame, STACKS):
        _comb(plate, frame, light, stack, rng)
        _layers(plate, frame, light, stack)


def _comb(plate: Plate, frame: Frame, light: Light, stack: Stack, rng: np.random.Generator) -> None:
    """Falling rays that end on the top disc: they stand on an ellipse, so the comb is round."""
    count = frame.count(2 * stack.rx, 4.2, 9, 40)
    for angle in np.linspace(0, math.pi, count).tolist():
        gain = float(0.25 + 0.75 * rng.random()) * (0.45 + 0.55 * stack.rank)
        x = stack.x - stack.rx * 0.94 * math.cos(angle)
        y = stack.top + stack.ry * 0.9 * math.sin(angle) * float(rng.uniform(-1, 1))
        stops = [(0, light.white, 0.03 * gain), (0.5, light.pale(0.6), 0.10 * gain), (1, light.pale(0.55), 0.42 * gain)]
        plate.ray((x, frame.top), (x, y), stops, 1.4)


def _layers(plate: Plate, frame: Frame, light: Light, stack: Stack) -> None:
    """The discs: front halves of ellipses, lit at two and ten o'clock, a white disc on top."""
    rank = stack.rank
    front = np.linspace(0, math.pi, POINTS)
    lit = 0.16 + 0.84 * np.exp(-(((front - 2.25) / 0.42) ** 2)) + 0.25 * np.exp(-(((front - 0.55) / 0.25) ** 2))
    layer = LAYER * frame.unit * min(1.0, frame.h / (400 * frame.unit))
    arc = np.c_[stack.x + stack.rx * np.cos(front), stack.top + stack.ry * np.sin(front)]
    tone = light.pale(0.08 + 0.10 * rank)
    count = max(2, round((stack.base - stack.top) / layer))
    for i in range(1, count + 1):
        depth = i / max(1, count)
        gain = (0.38 + 0.31 * rank) * (1 - 0.55 * depth)
        drop = np.array([0, (stack.base - stack.top) * depth])
        plate.curve(arc + drop, tone, gain * lit, 1.6, 3)
    turn = np.linspace(0, 2 * math.pi, 2 * POINTS)
    ring = np.c_[stack.x + stack.rx * np.cos(turn), stack.top + stack.ry * np.sin(turn)]
    plate.curve(ring, light.pale(0.6), (0.55 + 0.35 * np.cos(turn - 2.2)) * (0.6 + 0.6 * rank), 2.2, 3)
    plate.glow((stack.x, stack.top), (stack.rx * 0.95, stack.ry), mix(light.hue, light.white, 0.3), 0.25 + 0.5 * rank)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: stacks as bars, a ray falling on each."""
    for stack in stacks(frame, STACKS):
        board.line([(stack.x, frame.top), (stack.x, stack.top)], "white")
        wide, high = 2 * stack.rx * 0.86, 12 * frame.unit
        y = stack.base
        while y > stack.top + high:
            board.block((stack.x - wide / 2, y - high), (wide, high * 0.6), "yellow")
            y -= high
        board.block((stack.x - wide / 2, stack.top), (wide, high * 0.6), "white")
