"""Small requests for every scene, and pictures as arrays."""

from __future__ import annotations

import io
from typing import get_args

import numpy as np
from PIL import Image
from PySide6.QtGui import QImage

from kiosk.publish.light.request import PlateRequest, SceneName

SCENES: tuple[SceneName, ...] = get_args(SceneName)

GROUND = (7, 8, 11)

ROUTE = ((0.09, -0.02), (0.09, 0.5), (0.3, 0.5), (0.5, 0.2), (0.8, 0.2), (0.8, 0.6))
"""A route's corners as shares of width and height."""


def request(scene: SceneName, width: int, height: int, **fields: object) -> PlateRequest:
    """A request with what its scene needs."""
    needs: dict[str, object] = {"scene": scene, "width": width, "height": height, "hue": "#66ADFF"}
    if scene == "aperture":
        needs["text"] = "광주"
    if scene == "route":
        needs["points"] = [(x * width, y * height) for x, y in ROUTE]
    return PlateRequest.from_json(needs | fields)


def pixels(image: QImage) -> np.ndarray:
    """height x width x 3, 0 to 255, signed so that differences are safe."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    return rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3).astype(int)


def decoded(data: bytes) -> np.ndarray:
    """A JPEG file's pixels as a reader sees them."""
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB")).astype(int)


def luminance(picture: np.ndarray) -> np.ndarray:
    """Relative luminance, 0 to 1."""
    share = picture / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
