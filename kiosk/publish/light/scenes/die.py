"""Semiconductors: rays turn only at 45 degrees. They enter a chip on three sides and leave it as one bright bus."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kiosk.publish.light.board import Board
from kiosk.publish.light.curves import resample
from kiosk.publish.light.darkroom import Plate
from kiosk.publish.light.frame import Frame
from kiosk.publish.light.hues import Light

PINS = 25
PIN_PITCH = 5.6
"""Most pins along the upper and the lower edge of the package, an odd number, and least units between two."""

SIDE = 1.16
"""Edge of the package in radii of the body."""

CORE = 0.46
"""Edge of the die in the middle, as a share of the package."""

CELLS = 11
"""Cells along an edge of the die."""

BUS = 0.06
"""Width of the bus at the focus, as a share of the package."""

Line = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Chip:
    """The package: middle, edge and pin pitch in px."""

    x: float
    y: float
    edge: float
    pins: int

    @property
    def pitch(self) -> float:
        """Distance between two pins, and between two rays of the comb, px."""
        return self.edge / (self.pins + 1)

    @property
    def half(self) -> float:
        """Half the edge, px."""
        return self.edge / 2


def chip(frame: Frame, pins: int) -> Chip:
    """The package stands where the lens stands; a small one has fewer pins than ``pins``."""
    edge = SIDE * frame.radius
    fitting = int(edge / (PIN_PITCH * frame.unit)) // 2 * 2 - 1
    return Chip(frame.cx, frame.cy, edge, max(5, min(pins, fitting)))


def flanks(frame: Frame, package: Chip) -> int:
    """How many rays go round to each side of the package: as many as the region's width and the side take."""
    room = (frame.w / 2 if frame.wide or not frame.tile else frame.radius * 1.16) - package.half
    return max(2, min(package.pins - 4, int(room / package.pitch)))


def inward(frame: Frame, package: Chip) -> tuple[list[Line], list[Line]]:
    """Paths of the rays that arrive from above, and of those that turn in from the sides."""
    p, half = package.pitch, package.half
    above = [
        [(package.x + i * p, frame.top), (package.x + i * p, package.y - half)]
        for i in range(-(package.pins // 2), package.pins // 2 + 1)
    ]
    beside = []
    count = flanks(frame, package)
    for k in range(count):
        y = package.y + (k - (count - 1) / 2) * p
        bend = 1.6 * p + 0.25 * k * p
        for side in (-1, 1):
            x = package.x + side * (half + (k + 1.2) * p)
            cut = min(bend, abs(x - package.x) - half)
            beside.append([(x, frame.top), (x, y - cut), (x - side * cut, y), (package.x + side * half, y)])
    return above, beside


def outward(frame: Frame, package: Chip) -> list[Line]:
    """Paths of the rays that leave below, gather in the bus at the focus, and part again."""
    paths = []
    spread = 0.78
    apart_at = frame.focus + 0.12 * package.half + (spread - BUS) * package.half
    low = package.y + package.half
    lead = 0.10 * package.half
    for i in range(-(package.pins // 2), package.pins // 2 + 1):
        wide = i * package.pitch
        tight, apart = wide * BUS, wide * spread
        meet = low + lead + abs(wide - tight)
        part = apart_at - abs(apart - tight)
        paths.append(
            [
                (package.x + wide, low),
                (package.x + wide, low + lead),
                (package.x + tight, meet),
                (package.x + tight, part),
                (package.x + apart, apart_at),
                (package.x + apart, frame.floor),
            ]
        )
    return paths


def paint(plate: Plate, frame: Frame, light: Light, rng: np.random.Generator) -> None:
    """Draw the scene with light."""
    package = chip(frame, PINS)
    above, beside = inward(frame, package)
    for path in above:
        (x, y0), (_, y1) = path
        gain = float(0.45 + 0.55 * rng.random())
        stops = [(0, light.white, 0.04 * gain), (0.5, light.pale(0.6), 0.20 * gain), (1, light.pale(0.5), 0.55 * gain)]
        plate.ray((x, y0), (x, y1), stops, 1.7)
    for path in beside:
        gain = float(0.35 + 0.65 * rng.random())
        _trace(plate, path, light, gain, rng)
    leaving = outward(frame, package)
    _bonds(plate, package, [path[-1] for path in above + beside] + [path[0] for path in leaving], light)
    reach = frame.floor - frame.focus if frame.tile else 2.0 * package.half
    for path in leaving:
        _leave(plate, path, reach, light, float(0.55 + 0.45 * rng.random()))
    _core(plate, package, light, rng)


def _trace(plate: Plate, path: Line, light: Light, gain: float, rng: np.random.Generator) -> None:
    """One trace with, now and then, a pulse running along it."""
    line = resample(path, 6 * plate.unit)
    along = np.linspace(0, 1, len(line))
    pulse = np.exp(-(((along - float(rng.uniform(0.2, 0.9))) / 0.05) ** 2)) * (rng.random() < 0.45)
    gains = gain * (0.05 + 0.34 * along + 0.6 * pulse)
    shades = [light.pale(0.12 + 0.6 * v) for v in pulse.tolist()]
    plate.curve(line, shades, gains, 1.7)


def _bonds(plate: Plate, package: Chip, pins: Line, light: Light) -> None:
    """The pins, and fine wires from each straight to the edge of the die."""
    pad = min(2.6, 0.21 * package.pitch / plate.unit)
    for x, y in pins:
        plate.dot(x, y, pad, light.pale(0.7), 0.9)
        dx, dy = x - package.x, y - package.y
        if abs(dy) > abs(dx):
            end = (package.x + dx * CORE, package.y + math.copysign(package.half * CORE, dy))
        else:
            end = (package.x + math.copysign(package.half * CORE, dx), package.y + dy * CORE)
        plate.ray((x, y), end, [(0, light.pale(0.3), 0.30), (1, light.pale(0.15), 0.55)], 1.2)


def _leave(plate: Plate, path: Line, reach: float, light: Light, gain: float) -> None:
    """One ray through the funnel and the bus, white where all meet, gone ``reach`` px after they part."""
    line = resample(path, 5 * plate.unit)
    y, meet, part = line[:, 1], path[2][1], path[3][1]
    tight = np.clip((y - meet) / max(1.0, part - meet), 0, 1)
    after = np.clip((y - part) / reach, 0, 1)
    gains = gain * np.where(y < part, 0.42 + 0.70 * np.sin(math.pi * tight) ** 0.7, 0.42 * (1 - after) ** 1.5)
    heat = np.sin(math.pi * tight) ** 2 * (y < part)
    plate.curve(line, [light.pale(0.16 + 0.6 * v) for v in heat.tolist()], gains, 1.5, run=4)


def _core(plate: Plate, package: Chip, light: Light, rng: np.random.Generator) -> None:
    """The package's outline and the die: a grid of cells, brightest in the middle."""
    for half, gain, width in ((package.half, 0.62, 2.0), (package.half * CORE, 1.1, 2.2)):
        corners = [
            (package.x + a * half, package.y + b * half) for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1))
        ]
        for start, end in pairwise(corners):
            plate.line(start, end, light.pale(0.45), gain, width)
    half = package.half * CORE
    cell = 2 * half / CELLS
    inset = 0.16 * cell
    size = (cell - 2 * inset, cell - 2 * inset)
    middle = (CELLS - 1) / 2
    for i in range(CELLS):
        for j in range(CELLS):
            near = math.exp(-((i - middle) ** 2 + (j - middle) ** 2) / (0.16 * CELLS**2))
            gain = near * float(0.18 + 0.9 * rng.random() ** 2.2)
            corner = (package.x - half + i * cell + inset, package.y - half + j * cell + inset)
            plate.block(corner, size, light.pale(0.15 + 0.5 * near * gain), 0.10 + 0.9 * gain)


def solid(board: Board, frame: Frame) -> None:
    """Draw the scene for high contrast: five rays from above, two on each side, a square die, one bus."""
    package = chip(frame, 5)
    above, beside = inward(frame, package)
    for path in outward(frame, package):
        board.line(path, "yellow")
    for path in above + beside[:4]:
        board.line(path, "white")
    half = package.half
    board.frame((package.x - half, package.y - half), (2 * half, 2 * half), "white")
    board.block((package.x - half * CORE, package.y - half * CORE), (2 * half * CORE, 2 * half * CORE), "yellow")
