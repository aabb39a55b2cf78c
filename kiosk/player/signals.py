"""What the system's signals do to a window: it is taken down in order, and the exit code tells who wanted that."""

from __future__ import annotations

import signal

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication

from kiosk.player.memory import TOLD

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")

PULSE_MS = 200
"""Python sees signals only while its code runs: so often a little of it does."""


def end_on_signals(application: QGuiApplication, supervised: bool) -> None:
    """End ``application`` on SIGINT, SIGTERM and SIGHUP.

    Its exit code is then 0; under a supervisor ``TOLD`` and the signal's number, for only staff leave with 0 what is
    supervised: the supervisor ends with that.
    """

    def told(number: int, _frame: object) -> None:
        code = TOLD + number if supervised else 0
        # From the event loop: before it runs, the application would not hear that it is to end.
        QTimer.singleShot(0, application, lambda: application.exit(code))

    for name in NAMES:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), told)
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: None)
    pulse.start(PULSE_MS)
