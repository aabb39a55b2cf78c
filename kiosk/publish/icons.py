"""Draws the interface's icons with QtAwesome into white PNG masks, once, into ``assets/icons``.

``python -m kiosk.publish.icons OUT`` writes them; a test keeps the shipped ones current. QtAwesome imports widgets and
needs a quarter of a second, so the player only ever tints and scales these masks.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ICONS = {
    "back": "mdi6.arrow-left",
    "home": "mdi6.home-outline",
    "language": "mdi6.web",
    "text": "mdi6.format-size",
    "contrast": "mdi6.contrast-circle",
    "help": "mdi6.help-circle-outline",
    "go": "mdi6.arrow-right",
    "down": "mdi6.arrow-down",
    "up": "mdi6.arrow-up",
    "check": "mdi6.check",
    "close": "mdi6.close",
    "reload": "mdi6.reload",
    "exit": "mdi6.exit-to-app",
    "food": "mdi6.silverware-fork-knife",
    "warning": "mdi6.alert-outline",
    "ok": "mdi6.check-circle-outline",
    "stop": "mdi6.close-octagon-outline",
    "minus": "mdi6.minus",
    "plus": "mdi6.plus",
    "sound": "mdi6.volume-high",
    "pause": "mdi6.pause",
    "play": "mdi6.play",
    "repeat": "mdi6.replay",
    "walk": "mdi6.walk",
    "metro": "mdi6.subway-variant",
    "bus": "mdi6.bus",
    "taxi": "mdi6.taxi",
    "phone": "mdi6.phone-outline",
    "clock": "mdi6.clock-outline",
    "eye": "mdi6.eye-outline",
    "later": "mdi6.update",
}
"""The closed list: the name the interface uses, and the Material Design icon it stands for."""

SIDE = 192
"""Pixels of a mask: twice the largest icon of a 4K screen would be larger, but none is shown above 160 px."""


def draw(out: Path) -> list[Path]:
    """Write one mask an icon into ``out`` and return the files."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_API", "pyside6")
    import qtawesome  # type: ignore[import-untyped]  # it ships no types
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance() or QApplication([])
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for name, glyph in ICONS.items():
        pixmap = qtawesome.icon(glyph, color="white").pixmap(QSize(SIDE, SIDE), 1.0)
        file = out / f"{name}.png"
        pixmap.toImage().save(str(file), "PNG")
        files.append(file)
    del application
    return files


if __name__ == "__main__":
    draw(Path(sys.argv[1]))
