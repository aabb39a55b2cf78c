"""Where a scene stands: its region on the plate, in px and in design units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainterPath

from kiosk.publish.light.curves import Floats
from kiosk.publish.light.request import PlateRequest, Point

FULL_STROKES = 240.0
"""Units a tile's smaller side needs for strokes of full width; below, they shrink with it."""

FINEST = 0.55
"""Least share of the usual stroke width: thinner strokes would lose their light."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The place of one picture. ``x``, ``y``, ``w``, ``h`` bound the art's body, px; light may spill out of it."""

    x: float
    y: float
    w: float
    h: float
    unit: float
    """px per design unit of strokes."""
    width: int
    height: int
    """Size of the whole plate, px."""
    tile: bool
    """Whether the body fills the plate. Then art keeps clear of the side edges; on a page it may touch them."""
    points: tuple[Point, ...] = ()
    rail: tuple[float, ...] = ()
    glyphs: tuple[QPainterPath, ...] = ()
    """``aperture``: the outlines, already in place."""

    @classmethod
    def of(cls, request: PlateRequest, glyphs: tuple[QPainterPath, ...] = ()) -> Frame:
        """The frame a request describes. In tiles smaller than a door the strokes are finer."""
        _, _, w, h = request.region
        fine = min(1.0, max(FINEST, min(w, h * 1.2) / (FULL_STROKES * request.unit))) if request.tile else 1.0
        return cls(
            *request.region,
            unit=request.unit * fine,
            width=request.width,
            height=request.height,
            tile=request.tile,
            points=request.points,
            rail=request.rail,
            glyphs=glyphs,
        )

    def across(self, share: float) -> float:
        """X at a share of the region's width, px."""
        return self.x + self.w * share

    def down(self, share: float) -> float:
        """Y at a share of the region's height, px."""
        return self.y + self.h * share

    @property
    def cx(self) -> float:
        """Middle of the region, px."""
        return self.x + self.w / 2

    @property
    def wide(self) -> bool:
        """Whether the region lies rather than stands: strips, thumbnails, landscape tiles."""
        return self.w > self.h * 0.9

    @property
    def radius(self) -> float:
        """Half the breadth of a scene's main body, px. It fills a page's region; in a tile it keeps off the edges."""
        return min(0.42 * self.w, 0.30 * self.h) if self.tile else min(0.5 * self.w, 0.36 * self.h)

    @property
    def cy(self) -> float:
        """Middle of a scene's main body, px."""
        return self.down(0.40 if self.tile else 0.434)

    @property
    def focus(self) -> float:
        """Y of the brightest point below the body, px: where a lens of crown glass gathers its rays."""
        return self.cy + 1.42 * self.radius

    @property
    def top(self) -> float:
        """Where falling rays come from: just above the plate, px."""
        return -6.0 * self.unit

    @property
    def floor(self) -> float:
        """Where rays that run on end: just below the plate, px. On a page the fade ends them sooner."""
        return self.height + 6.0 * self.unit

    def count(self, span: float, pitch: float, least: int, most: int) -> int:
        """How many rays stand on ``span`` px at about ``pitch`` units, within bounds."""
        return int(np.clip(round(span / (pitch * self.unit)), least, most))

    def comb(self, x0: float, x1: float, count: int) -> Floats:
        """X of ``count`` rays from x0 to x1, px."""
        return np.linspace(x0, x1, count)
