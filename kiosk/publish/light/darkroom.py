"""The darkroom's paper: strokes of light that add up on a float plate.

Widths and dot sizes are in design units, positions in px, brightness in exposures (1.0 is one bright ray).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPen, QPolygonF, QRadialGradient

from kiosk.publish.light.curves import Floats
from kiosk.publish.light.hues import Rgb
from kiosk.publish.light.request import Point

Pixels: TypeAlias = NDArray[np.float32]
"""height x width x 3, linear light, unbounded."""

Stop: TypeAlias = tuple[float, Rgb, float]
"""A place along a stroke (0 to 1), its colour and its brightness."""

EXPOSURE_UNIT: Final = 1 / 64
"""A brightness of 1.0 is stored as this, because a pen's colour ends at 1.0 and light must not."""


def _colour(light: Rgb, gain: float) -> QColor:
    scale = gain * EXPOSURE_UNIT
    return QColor.fromRgbF(min(1.0, light[0] * scale), min(1.0, light[1] * scale), min(1.0, light[2] * scale), 1.0)


def _pen() -> QPen:
    pen = QPen()
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


class Plate:
    """A sheet that strokes of light add up on, never the other way: nothing painted later hides what was there."""

    def __init__(self, width: int, height: int, unit: float = 1.0) -> None:
        self.unit = unit
        self._image = QImage(width, height, QImage.Format.Format_RGBA32FPx4_Premultiplied)
        self._image.fill(QColor(0, 0, 0, 255))
        self._painter = QPainter(self._image)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)

    def ray(self, start: Point, end: Point, stops: Sequence[Stop], width: float = 1.5) -> None:
        """One straight stroke whose light changes along its length."""
        if math.dist(start, end) < 0.5:
            return
        gradient = QLinearGradient(QPointF(*start), QPointF(*end))
        for place, light, gain in stops:
            gradient.setColorAt(min(1.0, max(0.0, place)), _colour(light, gain))
        self._stroke(QBrush(gradient), width)
        self._painter.drawLine(QPointF(*start), QPointF(*end))

    def line(self, start: Point, end: Point, light: Rgb, gain: float, width: float = 1.5) -> None:
        """One straight stroke of even light."""
        if gain <= 1e-4:
            return
        self._stroke(QBrush(_colour(light, gain)), width)
        self._painter.drawLine(QPointF(*start), QPointF(*end))

    def curve(
        self,
        points: Floats,
        light: Rgb | Sequence[Rgb],
        gains: Floats,
        width: float | Floats = 1.5,
        run: int = 6,
    ) -> None:
        """A line through ``points`` (n x 2) whose colour, brightness and width change slowly.

        It is painted in runs of ``run`` segments with flat ends, each meeting the next: segments on their own, at
        less than 4 px, would leave gaps. ``light``, ``gains`` and ``width`` may give a value per point.
        """
        last = len(points) - 1
        corners = [QPointF(x, y) for x, y in points.tolist()]
        pen = _pen()
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        for start in range(0, last, run):
            end = min(last, start + run)
            middle = (start + end) // 2
            gain = float(gains[middle])
            if gain <= 1e-4:
                continue
            pen.setColor(_colour(light if isinstance(light, tuple) else light[middle], gain))
            pen.setWidthF((width if isinstance(width, int | float) else float(width[middle])) * self.unit)
            self._painter.setPen(pen)
            self._painter.drawPolyline(QPolygonF(corners[start : end + 1]))

    def dot(self, x: float, y: float, radius: float, light: Rgb, gain: float) -> None:
        """A sharp disc; ``radius`` in units."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_colour(light, gain))
        self._painter.drawEllipse(QPointF(x, y), radius * self.unit, radius * self.unit)

    def block(self, corner: Point, size: Point, light: Rgb, gain: float) -> None:
        """A sharp rectangle, px."""
        self._painter.fillRect(QRectF(*corner, *size), _colour(light, gain))

    def area(self, points: Floats, light: Rgb, gain: float) -> None:
        """A sharp polygon of even light, px."""
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(_colour(light, gain))
        self._painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points.tolist()]))

    def glow(self, centre: Point, axes: Point, light: Rgb, gain: float) -> None:
        """A soft elliptic pool of light; ``axes`` are its half-width and half-height, px."""
        rx, ry = axes
        gradient = QRadialGradient(QPointF(0, 0), rx)
        floor = math.exp(-4.5)
        for place in np.linspace(0, 1, 14).tolist():
            gradient.setColorAt(place, _colour(light, gain * (math.exp(-4.5 * place * place) - floor) / (1 - floor)))
        self._painter.save()
        self._painter.translate(*centre)
        self._painter.scale(1, ry / rx)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(QBrush(gradient))
        self._painter.drawEllipse(QPointF(0, 0), rx, rx)
        self._painter.restore()

    def pixels(self) -> Pixels:
        """The light collected so far, 1.0 a bright ray. Ends the painting."""
        self._painter.end()
        stored = np.frombuffer(self._image.constBits(), np.float32)
        sheet = stored.reshape(self._image.height(), self._image.width(), 4)
        return np.ascontiguousarray(sheet[:, :, :3]) * np.float32(1 / EXPOSURE_UNIT)

    def _stroke(self, brush: QBrush, width: float) -> None:
        pen = _pen()
        pen.setBrush(brush)
        pen.setWidthF(width * self.unit)
        self._painter.setPen(pen)
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
