"""The shipped icons are what the program draws."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QImage

from kiosk import paths
from kiosk.publish.icons import ICONS, SIDE


def test_the_shipped_icons_are_current(tmp_path: Path) -> None:
    """Drawn in a process of their own: QtAwesome brings widgets, which no test here may load."""
    done = subprocess.run(
        [sys.executable, "-m", "kiosk.publish.icons", str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr

    shipped = paths.assets() / "icons"
    assert sorted(file.stem for file in shipped.glob("*.png")) == sorted(ICONS)
    for name in ICONS:
        drawn, kept = QImage(str(tmp_path / f"{name}.png")), QImage(str(shipped / f"{name}.png"))
        assert kept.width() == kept.height() == SIDE, name
        assert drawn.convertToFormat(QImage.Format.Format_Alpha8) == kept.convertToFormat(
            QImage.Format.Format_Alpha8
        ), f"{name}: python -m kiosk.publish.icons assets/icons"
        assert kept.hasAlphaChannel(), name


def test_every_icon_the_interface_names_is_in_the_list() -> None:
    used: set[str] = set()
    for file in paths.ui().rglob("*.qml"):
        for value in re.findall(r"\bIcon \{[^{}]*?\bname: ([^\n]*)", file.read_text(encoding="utf-8")):
            used.update(re.findall(r'"([a-z]+)"', value))

    assert {"go", "check"} <= used
    assert used <= set(ICONS)
