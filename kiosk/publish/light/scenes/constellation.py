"""AI: rays land on a first row of neurons; row by row fewer of them light up, until one point answers."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.curves import Floats
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light

ROWS = (29, 22, 16, 11, 7, 4, 1)
"""Neurons per row from the comb to the answer."""

SMALL_ROWS = (17, 13, 9, 6, 3, 1)
SMALL = 110.0
"""Units of the body's radius below which the smaller net is drawn."""

SOLID_ROWS = (9, 5, 3, 1)

WALKS = 2
"""Bright paths that start at every neuron of the first row."""


@dataclass(frozen=True, slots=True)
class Net:
    """Rows of neurons (each n x 2 px) and, between each two rows, how much light runs along each link (n x m)."""

    rows: list[Floats]
    flow: list[Floats]


def neurons(frame: Frame, counts: tuple[int, ...], jitter: float, rng: np.random.Generator) -> list[Floats]:
    """Rows that narrow to the focus. ``jitter`` moves each neuron, as a share of the gap to its neighbour."""
    reach = 0.98 * frame.radius * (1.9 if frame.wide else 1.0)
    high = frame.cy - 0.72 * frame.radius
    rows = []
    for level, count in enumerate(counts):
        share = level / (len(counts) - 1)
        half = reach * (1 - share) ** 0.92 if count > 1 else 0.0
        gap = 2 * half / max(1, count - 1)
        x = frame.cx + np.linspace(-half, half, count)
        y = np.full(count, high + (frame.focus - high) * share)
        lift = (frame.focus - high) / (len(counts) - 1)
        if count > 1:
            x += jitter * gap * rng.uniform(-1, 1, count)
            y += jitter * lift * rng.uniform(-1, 1, count)
        rows.append(np.c_[x, y])
    return rows


def think(rows: list[Floats], rng: np.random.Generator) -> Net:
    """Let light walk down the net, mostly to the nearest neuron below; a link is as bright as it was walked."""
    flow = [np.zeros((len(a), len(b))) for a, b in pairwise(rows)]
    for start in range(len(rows[0])):
        for _ in range(WALKS):
            at = start
            for links in flow:
                # Neurons are near when they stand at about the same share of their rows.
                count, below = links.shape
                here = at / max(1, count - 1)
                there = np.arange(below) / max(1, below - 1) if below > 1 else np.array([here])
                near = np.exp(-(((there - here) * count / 1.5) ** 2)) + 1e-9
                to = int(rng.choice(below, p=near / near.sum()))
                links[at, to] += 1
                at = to
    return Net(rows, flow)


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    counts = ROWS if frame.radius > SMALL * frame.unit else SMALL_ROWS
    net = think(neurons(frame, counts, 0.26, rng), rng)
    for x, y in net.rows[0].tolist():
        gain = float(0.35 + 0.65 * rng.random())
        stops = [(0, light.white, 0.03), (0.6, light.pale(0.7), 0.20 * gain), (1, light.pale(0.6), 0.60 * gain)]
        plate.ray((x, frame.top), (x, y), stops, 1.5)
    for level, links in enumerate(net.flow):
        idle = 0.045 + 0.05 * level / (len(net.flow) - 1)
        _links(plate, (net.rows[level], net.rows[level + 1]), links, light, idle)
    busiest = 7 * WALKS
    for level, row in enumerate(net.rows[:-1]):
        walked = net.flow[level].sum(1)
        for (x, y), load in zip(row.tolist(), walked.tolist(), strict=True):
            share = min(1.0, load / busiest)
            plate.dot(x, y, 2.2 + 3.2 * share, light.pale(0.3 + 0.6 * share), 0.45 + 0.9 * share)
    _answer(plate, frame, light)


def _links(plate: Plate, rows: tuple[Floats, Floats], links: Floats, light: Light, idle: float) -> None:
    """All links between two rows: the idle ones as faint strings, the walked ones bright."""
    above, below = rows
    gap = np.ptp(above[:, 0]) / max(1, len(above) - 1)
    for i, (x0, y0) in enumerate(above.tolist()):
        for j, (x1, y1) in enumerate(below.tolist()):
            far = abs(x1 - x0) / (gap + 1)
            plate.line((x0, y0), (x1, y1), light.hue, idle / (1 + 0.16 * far * far), 1.1)
            if walked := float(links[i, j]):
                share = min(1.0, walked / 16)
                plate.line((x0, y0), (x1, y1), light.pale(0.08 + 0.6 * share), 0.20 + 0.85 * share, 1.4 + 1.2 * share)


def _answer(plate: Plate, frame: Frame, light: Light) -> None:
    """The one bright point, and its ray."""
    size = frame.radius / (268 * frame.unit)
    plate.dot(frame.cx, frame.focus, max(4.0, 10 * size), light.pale(0.6), 16.0)
    stops = [(0, light.pale(0.8), 1.3), (0.12, light.pale(0.3), 0.8), (0.6, light.hue, 0.25), (1, light.hue, 0)]
    plate.ray((frame.cx, frame.focus), (frame.cx, frame.focus + 1.6 * frame.radius), stops, 2.6)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: nine rays in, four rows, one point."""
    rows = neurons(frame, SOLID_ROWS, 0.0, np.random.default_rng(0))
    for above, below in pairwise(rows):
        for x0, y0 in above.tolist():
            for x1, y1 in sorted(below.tolist(), key=lambda p: abs(p[0] - x0))[:2]:
                board.line([(x0, y0), (x1, y1)], "yellow")
    for x, y in rows[0].tolist():
        board.line([(x, frame.top), (x, y)], "white")
    board.line([(frame.cx, frame.focus), (frame.cx, frame.floor)], "yellow")
    for row in rows:
        for x, y in row.tolist():
            board.dot(x, y, 9 if len(row) > 1 else 16, "white")
