"""The pointer of a mouse: in full screen it is seen while it moves. A finger needs none."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtQuick import QQuickWindow

POINTER_MS = 3000
"""How long the pointer stays visible in full screen after it has moved, ms."""


class Pointer(QObject):
    """Shows and hides the pointer over a window; in the demo's it always stays."""

    def __init__(self, window: QQuickWindow, windowed: bool) -> None:
        super().__init__(window)
        self._window = window
        self._windowed = windowed
        self._staying = QTimer(self, singleShot=True, interval=POINTER_MS)
        self._staying.timeout.connect(self._hide)
        if not windowed:
            self._hide()

    def moved(self) -> None:
        """Somebody moves the mouse."""
        if self._windowed:
            return
        if not self._staying.isActive():
            self._window.unsetCursor()
        self._staying.start()

    def _hide(self) -> None:
        self._window.setCursor(Qt.CursorShape.BlankCursor)
