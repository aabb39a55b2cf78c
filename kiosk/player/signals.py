"""What the system's signals do to a window: it is taken down in order, and the exit code tells who wanted that."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from kiosk.player.memory import TOLD

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

NAMES = ("SIGINT", "SIGTERM", "SIGHUP")
"""What tells a program to end, where the system has it."""

PULSE_MS = 200
"""Python sees signals only while its code runs: so often a little of it does."""


def heeded(*more: str) -> tuple[signal.Signals, ...]:
    """Give the signals that end this program: ``NAMES`` and ``more``, but no SIGHUP that we were started to ignore.

    ``nohup`` promises that a terminal may be closed without an end of what was started in it. No Qt: the supervisor
    asks, too.
    """
    there = (getattr(signal, name) for name in (*NAMES, *more) if hasattr(signal, name))
    return tuple(one for one in there if one.name != "SIGHUP" or signal.getsignal(one) is not signal.SIG_IGN)


def end_on_signals(application: QGuiApplication, supervised: bool) -> None:
    """End ``application`` on each signal that is ``heeded``.

    Its exit code is then 0; under a supervisor ``TOLD`` and the signal's number, for only staff leave with 0 what is
    supervised: the supervisor ends with that.
    """
    from PySide6.QtCore import QTimer

    def told(number: int, _frame: object) -> None:
        code = TOLD + number if supervised else 0
        # From the event loop: before it runs, the application would not hear that it is to end.
        QTimer.singleShot(0, application, lambda: application.exit(code))

    for number in heeded():
        signal.signal(number, told)
    pulse = QTimer(application)
    pulse.timeout.connect(lambda: None)
    pulse.start(PULSE_MS)
