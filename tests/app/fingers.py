"""Fingers on a real window: ``python -m tests.app.fingers CONTENT STATE`` tells, a line each, what they led to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.player.interface import visible
from tests.app.booth import environment


def run(display: str, content: Path, state: Path) -> list[str]:
    """Let the fingers loose on a display; what they told."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.app.fingers", str(content), str(state)],
        env=environment(DISPLAY=display, QT_QUICK_BACKEND="software"),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


class Fingers:
    """Up to three fingers on the window of a running player."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._device = QTest.createTouchDevice()

    def at(self, label: str) -> QPoint:
        """The middle of the control of this name that lies on top."""
        seen = visible(self._window.contentItem())
        item = [found for found in seen if found.isEnabled() and found.property("label") == label][-1]
        return item.mapRectToScene(item.boundingRect()).center().toPoint()

    def tap(self, *points: QPoint, drift: int = 0) -> None:
        """Fingers come down one after another, drift sideways by px, and leave together."""
        for last in range(len(points)):
            touch = QTest.touchEvent(self._window, self._device)
            for index in range(last):
                touch.stationary(index)
            touch.press(last, points[last], self._window)
            touch.commit()
        if drift:
            touch = QTest.touchEvent(self._window, self._device)
            touch.move(0, points[0] + QPoint(drift, 0), self._window)
            touch.commit()
        touch = QTest.touchEvent(self._window, self._device)
        for index, point in enumerate(points):
            touch.release(index, point + QPoint(drift, 0), self._window)
        touch.commit()


def _main(content: Path, state: Path) -> None:
    from kiosk.paths import FONTS
    from kiosk.player.app import Player, add_fonts
    from kiosk.player.settings import Settings

    application = QGuiApplication([])
    add_fonts(FONTS)
    player = Player(Settings(content, state, language="ko"), application)
    player.show()
    while not player.window.property("warm"):
        QTest.qWait(10)
    fingers, session = Fingers(player.window), player.session

    def then(what: str) -> None:
        print(f"{what}: {session.screen} {session.place}".rstrip())  # noqa: T201 - read by the parent process
        QTest.qWait(450)  # the guard against trembling hands knows real time only

    QTest.qWait(450)
    fingers.tap(QPoint(500, 900))
    then("one finger wakes")
    door = fingers.at("첨단산업")
    fingers.tap(door)
    fingers.tap(door)
    then("a tap on the first door, and another within 300 ms")
    first, second, back = fingers.at("광(光)산업"), fingers.at("인공지능"), fingers.at("뒤로")
    fingers.tap(first, second)
    then("two fingers on two tiles")
    fingers.tap(back)
    then("back")
    fingers.tap(first, second, QPoint(540, 1000))
    then("three fingers")
    fingers.tap(first, drift=round(14 / float(player.window.property("mmPerPixel"))))
    then("a finger that trembles by 14 mm")
    player.close()


if __name__ == "__main__":
    _main(Path(sys.argv[1]), Path(sys.argv[2]))
