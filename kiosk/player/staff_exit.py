"""The way out for staff: Ctrl+Shift+Q held for two seconds, the same on every screen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

HOLD_MS = 2000
"""How long the keys are held: long enough that no hand does it by chance."""

LET_GO_MS = 150
"""How long a key must stay up to count as let go: X11 repeats a held key as releases and presses, 40 ms apart, and Qt
does not always tell them from real ones."""

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class StaffExit(QObject):
    """Emits ``held`` once the keys have been held; letting go of any of the three ends it."""

    held = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.holding = QTimer(self, singleShot=True, interval=HOLD_MS)
        self.holding.timeout.connect(self.held)
        self.letting_go = QTimer(self, singleShot=True, interval=LET_GO_MS)
        self.letting_go.timeout.connect(self.holding.stop)

    def key(self, event: QKeyEvent) -> None:
        """Look at a key as it is pressed or released."""
        key = event.key()
        if event.type() == QEvent.Type.KeyPress:
            if key == Qt.Key.Key_Q and (event.modifiers() & _HELD) == _HELD:
                self.letting_go.stop()
                if not self.holding.isActive():
                    self.holding.start()
        elif key in (Qt.Key.Key_Q, Qt.Key.Key_Control, Qt.Key.Key_Shift):
            self.letting_go.start()
