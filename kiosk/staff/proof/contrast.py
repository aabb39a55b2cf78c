"""The contrast of each text with the pixels really behind it: the screen is drawn once more without its letters.

Luminance and contrast as WCAG 2.2 defines them. The letters' own colour is taken from the text, so that the soft edges
of glyphs do not count; of the pixels they cover, the 5 % least favourable are left out, as stray rays cross letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from kiosk.staff.proof.inspection import Flag
from kiosk.staff.proof.stage import Stage
from kiosk.staff.proof.texts import Shown

LEAST: Final = 4.5
"""WCAG 2.2, 1.4.3 AA."""

SET_ASIDE: Final = 5
"""Percent of a text's pixels that are not looked at: the least favourable ones."""

CHANGED: Final = 24
"""Code values by which a pixel must differ to belong to a letter."""

_code = np.arange(256) / 255
_LINEAR: Final = np.where(_code <= 0.04045, _code / 12.92, ((_code + 0.055) / 1.055) ** 2.4)
_WEIGHTS: Final = np.array([0.0722, 0.7152, 0.2126])

Pixels = np.ndarray


def pixels(image: QImage) -> Pixels:
    """Blue, green, red of each pixel: height x width x 3, uint8."""
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    data = np.frombuffer(flat.constBits(), np.uint8)
    return data.reshape(flat.height(), flat.bytesPerLine() // 4, 4)[:, : flat.width(), :3].copy()


def without(stage: Stage, texts: Sequence[Shown]) -> QImage:
    """The screen without the letters of ``texts``; afterwards they are there again."""
    before = [shown.item.opacity() for shown in texts]
    for shown in texts:
        shown.item.setOpacity(0)
    image = stage.grab()
    for shown, opacity in zip(texts, before, strict=True):
        shown.item.setOpacity(opacity)
    return image


def ratio(shown: Shown, lettered: Pixels, bare: Pixels) -> float:
    """The contrast of a text, 1 to 21; 21 where no letter of it can be seen."""
    rect = _inside(shown.box.intersected(shown.visible), bare)
    if rect is None:
        return 21.0
    behind = bare[rect]
    covered = np.abs(lettered[rect].astype(np.int16) - behind).max(2) > CHANGED
    ground = behind[covered]
    if not len(ground):
        # Letters of nearly the colour of their ground: they are there, and nobody sees them.
        ground = behind.reshape(-1, 3)
    colour = shown.colour
    share = shown.opacity * colour.alphaF()
    own = np.array([colour.blue(), colour.green(), colour.red()])
    letters = np.clip(np.round(own * share + ground * (1 - share)), 0, 255).astype(np.uint8)
    over, under = _LINEAR[letters] @ _WEIGHTS, _LINEAR[ground] @ _WEIGHTS
    ratios = (np.maximum(over, under) + 0.05) / (np.minimum(over, under) + 0.05)
    return float(np.percentile(ratios, SET_ASIDE))


def contrasts(stage: Stage, texts: Sequence[Shown], lettered: QImage) -> list[tuple[float, Shown]]:
    """The contrast of each text of the screen; ``lettered`` is the screen as it is."""
    if not texts:
        return []
    with_letters, bare = pixels(lettered), pixels(without(stage, texts))
    return [(ratio(shown, with_letters, bare), shown) for shown in texts]


def too_low(found: Sequence[tuple[float, Shown]]) -> list[Flag]:
    """A flag for every text under ``LEAST``."""
    return [
        Flag("contrast", f"{shown} has a contrast of {value:.1f}:1, less than {LEAST}:1", _rect(shown.box))
        for value, shown in found
        if value < LEAST
    ]


def _rect(rect: QRectF) -> tuple[int, int, int, int]:
    return round(rect.x()), round(rect.y()), round(rect.width()), round(rect.height())


def _inside(rect: QRectF, picture: Pixels) -> tuple[slice, slice] | None:
    high, wide = picture.shape[:2]
    x0, x1 = max(0, int(rect.left())), min(wide, int(rect.right()) + 1)
    y0, y1 = max(0, int(rect.top())), min(high, int(rect.bottom()) + 1)
    return (slice(y0, y1), slice(x0, x1)) if x1 > x0 and y1 > y0 else None
