"""The sign of life: it comes from frames that were drawn, so a picture that stands still for good gives none."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from kiosk.player.systemd import Systemd

BEAT = b"beat\n"
"""What a player writes to its standard output for each beat; the supervisor reads it."""

INTERVAL_MS = 2000
"""How often a frame is asked for: one more frame every 2 s while nothing moves."""

log = logging.getLogger(__name__)


class Heartbeat(QObject):
    """Calls ``beat`` every 2 s as long as ``window`` draws.

    A window the system hides (minimised, its output switched off) draws nothing; then the event loop answers for it.
    """

    def __init__(self, window: QQuickWindow, beat: Callable[[], None], interval: int = INTERVAL_MS) -> None:
        super().__init__(window)
        self._window = window
        self._beat = beat
        self._asked = False
        window.frameSwapped.connect(self._drawn)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._ask)
        self._timer.start(interval)
        self._ask()

    def _ask(self) -> None:
        if not self._window.isExposed():
            self._beat()
            return
        self._asked = True
        self._window.update()

    def _drawn(self) -> None:
        if self._asked:
            self._asked = False
            self._beat()


def start(window: QQuickWindow, supervised: bool, leave: Callable[[], None]) -> Heartbeat | None:
    """Begin to beat for the supervisor, else for systemd, else not at all.

    ``leave`` ends the program: a player whose supervisor has died must not stay behind a new one.
    """
    if supervised:
        return Heartbeat(window, _pipe(leave))
    systemd = Systemd()
    return Heartbeat(window, _service(systemd)) if systemd.listening else None


def _pipe(leave: Callable[[], None]) -> Callable[[], None]:
    if hasattr(os, "set_blocking") and os.name == "posix":
        os.set_blocking(1, False)

    def beat() -> None:
        try:
            os.write(1, BEAT)
        except BlockingIOError:
            return  # the supervisor is slow, and has beats enough to read
        except OSError:
            log.warning("the supervisor has gone; ending with it")
            leave()

    return beat


def _service(systemd: Systemd) -> Callable[[], None]:
    told = False

    def beat() -> None:
        nonlocal told
        if not told:
            told = True
            systemd.ready("showing the kiosk")
        if systemd.interval:
            systemd.alive()

    return beat
