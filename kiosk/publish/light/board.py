"""The sheet for high contrast: solid lines on black, white for light that arrives, yellow for light that leaves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF

from kiosk.publish.light.request import Point

Ink: TypeAlias = Literal["white", "yellow", "black"]

INKS: Final[dict[Ink, str]] = {"white": "#FFFFFF", "yellow": "#FFD84D", "black": "#000000"}
"""The high contrast colours of the design specification, section 2."""

RAYS: Final = 9
"""Rays of a solid picture: few enough to be counted, an odd number so that one runs down the middle."""

APART: Final = 11.0
"""Least units from one solid ray to the next: the gap stays wider than the ray."""

RAY: Final = 4.0
OUTLINE: Final = 6.0
"""Stroke widths in design units."""


def rays(span: float, unit: float) -> int:
    """How many solid rays stand side by side on ``span`` px: an odd number from 3 to ``RAYS``."""
    return max(3, min(RAYS, int(span / (APART * unit)) // 2 * 2 + 1))


class Board:
    """A black sheet for lines, rings, dots and blocks. Positions in px, widths in design units."""

    def __init__(self, width: int, height: int, unit: float = 1.0) -> None:
        self.unit = unit
        self._image = QImage(width, height, QImage.Format.Format_RGB32)
        self._image.fill(QColor(INKS["black"]))
        self._painter = QPainter(self._image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def line(self, points: Iterable[Point], ink: Ink, width: float = RAY) -> None:
        """A polyline with mitred corners and flat ends."""
        self._pen(ink, width)
        self._painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in points]))

    def ring(self, centre: Point, rx: float, ink: Ink, ry: float = 0.0, width: float = OUTLINE) -> None:
        """A circle or, with ``ry``, an ellipse; half-axes in px."""
        self._pen(ink, width)
        self._painter.drawEllipse(QPointF(*centre), rx, ry or rx)

    def dot(self, x: float, y: float, radius: float, ink: Ink) -> None:
        """A filled disc; ``radius`` in units."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QColor(INKS[ink]))
        self._painter.drawEllipse(QPointF(x, y), radius * self.unit, radius * self.unit)

    def block(self, corner: Point, size: Point, ink: Ink) -> None:
        """A filled rectangle, px."""
        self._painter.fillRect(QRectF(*corner, *size), QColor(INKS[ink]))

    def frame(self, corner: Point, size: Point, ink: Ink, width: float = OUTLINE) -> None:
        """The outline of a rectangle, px."""
        self._pen(ink, width)
        self._painter.drawRect(QRectF(*corner, *size))

    def shape(self, path: QPainterPath, ink: Ink) -> None:
        """A filled outline."""
        self._painter.fillPath(path, QColor(INKS[ink]))

    def image(self) -> QImage:
        """The finished sheet. Ends the drawing."""
        self._painter.end()
        return self._image

    def _pen(self, ink: Ink, width: float) -> None:
        pen = QPen(QColor(INKS[ink]), width * self.unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
