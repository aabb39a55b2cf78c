"""The interface in a window nobody sees: moved by hand, at rest whenever it is looked at.

Needs a QGuiApplication on the platform ``offscreen`` and the environment variable ``QT_QUICK_BACKEND=software``, both
set before the first window; ``prepare`` does that.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QDeadlineTimer,
    QEvent,
    QEventLoop,
    QMetaObject,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem

from kiosk import paths
from kiosk.player.edition_view import EditionView
from kiosk.player.interface import load, visible
from kiosk.player.plates import PlateShelf
from kiosk.player.session import KioskSession

PICTURES_MS = 10_000
"""Longest wait for the pictures of one screen; what has not come by then is not waited for."""


def prepare() -> QGuiApplication:
    """The application off screen, on the software renderer, with the program's own fonts.

    What these variables let Qt tell beyond its warnings is not told: threads of Qt would tell it, too, while ours waits
    for them with Python's lock in its hand, and ``Messages``, written in Python, would wait for that lock for ever.
    """
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    for name in ("QT_LOGGING_RULES", "QT_LOGGING_CONF"):
        os.environ.pop(name, None)
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    assert isinstance(application, QGuiApplication)  # noqa: S101 - nobody makes a QCoreApplication before
    for font in sorted((paths.assets() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(font))
    return application


def pump(rounds: int = 3) -> None:
    """Let everything that is due happen: bindings, timers of 0 ms, deferred deletes."""
    for _ in range(rounds):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Stage:
    """One window on one edition (None: the safe screen). Nothing moves by itself; time passes only when told to."""

    def __init__(
        self,
        edition: EditionView | None,
        size: tuple[int, int],
        shelf: PlateShelf,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.seconds = 1000.0
        """The visitor's monotonic clock, s."""
        self.size = size
        self.shelf = shelf
        self.edition = edition
        self.session: Any = KioskSession(edition, now=lambda: self.seconds, plates=shelf, wall=wall)
        self.session.set_system_still(True)
        width, height = size
        given = {"session": self.session, "windowed": False, "waiting": False, "width": width, "height": height}
        self._engine, self.window = load("Main.qml", given)
        self.window.setProperty("warm", True)
        self.window.show()
        self.settle()

    def resize(self, size: tuple[int, int]) -> None:
        """Another panel, px."""
        self.size = size
        self.window.setGeometry(0, 0, *size)
        self.settle()

    def pump(self, rounds: int = 3) -> None:
        """Let everything that is due happen."""
        pump(rounds)

    def settle(self) -> None:
        """Wait until the layout has come to rest and every picture in sight has been loaded."""
        self.pump()
        images, positioners = _sorted(self.window.contentItem())
        for positioner in positioners:
            positioner.ensurePolished()
        loading = [image for image in images if _loading(image)]
        deadline = QDeadlineTimer(PICTURES_MS)
        while loading and not deadline.hasExpired():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
            loading = [item for item in loading if shiboken6.isValid(item) and _loading(item)]
        self.pump(1)

    def items(self) -> Iterator[QQuickItem]:
        """Every visible item, in the order in which they are drawn (but for a few with a z of their own)."""
        return visible(self.window.contentItem())

    def press(self, label: str) -> bool:
        """Press the uppermost control with this name that can be pressed. Whether there was one."""
        found = None
        for item in self.items():
            if item.inherits("QQuickAbstractButton") and item.isEnabled() and item.property("label") == label:
                found = item
        if found is not None:
            QMetaObject.invokeMethod(found, "click")
            self.settle()
        return found is not None

    def grab(self) -> QImage:
        """What is on the screen."""
        return self.window.grabWindow()

    def close(self) -> None:
        """Take the window down, before the objects it was given."""
        self.window.hide()
        shiboken6.delete(self._engine)
        self.pump(1)


def _sorted(root: QQuickItem) -> tuple[list[QQuickItem], list[QQuickItem]]:
    """Every picture below an item, and all that places its children only when it is drawn.

    Unlit pictures, too: light that has not come yet is drawn with no opacity.
    """
    images, positioners, waiting = [], [], [root]
    while waiting:
        item = waiting.pop()
        for child in item.childItems():
            if child.isVisible():
                waiting.append(child)
                if child.inherits("QQuickImage"):
                    images.append(child)
                elif child.inherits("QQuickBasePositioner"):
                    positioners.append(child)
    return images, positioners


def _loading(image: QQuickItem) -> bool:
    """Whether a picture has been asked for and is neither there nor known to be missing."""
    source = image.property("source")
    return bool(source.toString()) and image.property("progress") < 1.0


class Messages:
    """Qt's warnings while it stands; a ``with`` block."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def take(self) -> list[str]:
        """The warnings since the last call."""
        taken, self.lines = self.lines, []
        return taken

    def __enter__(self) -> Messages:
        self._before = qInstallMessageHandler(self._message)
        return self

    def __exit__(self, *_: object) -> None:
        qInstallMessageHandler(self._before)

    def _message(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            self.lines.append(text)
