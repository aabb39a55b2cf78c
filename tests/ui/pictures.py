"""The approved pictures: which screens, how small, and how unlike two pictures are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kiosk.staff.proof.contrast import pixels
from kiosk.staff.proof.stage import Stage
from kiosk.staff.proof.walk import Screen, walk

APPROVED: Final = Path(__file__).parent / "approved"

SHARE: Final = 4
"""An approved picture has a quarter of the screen's width and height."""

QUALITY: Final = 100
"""Of the WebP files: without loss."""

SHOWN: Final = frozenset({
    "attract", "home", "section-industries", "panel-photonics", "panel-startup-valley", "panel-democratic-heritage",
    "panel-investment",
    "panel-downtown", "stop-downtown-3", "sheet-language", "sheet-text", "sheet-help", "warning",
})  # fmt: skip
"""One screen of each kind."""

PLACES: Final = frozenset({
    "industries", "photonics", "startup-valley", "democratic-heritage", "investment", "downtown",
})  # fmt: skip

MEAN: Final = 0.6
"""Code values two pictures of the same screen may differ by on average."""

CHANGED: Final = 0.002
"""Share of pixels that may differ by more than ``CLEARLY``: a headline that moves by 8 px changes more."""

CLEARLY: Final = 40


def screens(stage: Stage, language: str) -> Iterator[Screen]:
    """Go to each of the screens."""
    for screen in walk(stage, language, places=PLACES):
        if screen.name in SHOWN:
            yield screen


def file(screen: Screen) -> Path:
    """Where a screen's approved picture is."""
    return APPROVED / f"{screen.name}-{screen.size[0]}x{screen.size[1]}-{screen.language}.webp"


def small(image: QImage) -> QImage:
    """A screen in the size of the approved pictures."""
    mode = Qt.TransformationMode.SmoothTransformation
    ratio = Qt.AspectRatioMode.IgnoreAspectRatio
    return image.scaled(image.width() // SHARE, image.height() // SHARE, ratio, mode)


def difference(one: QImage, other: QImage) -> tuple[float, float]:
    """How unlike two pictures are: code values on average, and the share of clearly different pixels."""
    assert one.size() == other.size()
    apart = np.abs(pixels(one).astype(np.int16) - pixels(other))
    return float(apart.mean()), float((apart.max(2) > CLEARLY).mean())
