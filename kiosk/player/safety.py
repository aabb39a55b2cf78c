"""The nets under the player: a fresh start before memory runs out, and the safe screen that needs no content."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickWindow

from kiosk import paths
from kiosk.player import heartbeat, journal, memory
from kiosk.player.interface import load
from kiosk.player.memory import MIB, Need
from kiosk.player.signals import end_on_signals
from kiosk.player.staff_exit import StaffExit

log = logging.getLogger(__name__)

SETTLED_MS = 60_000
"""When the memory at the start is measured: the first screens have been drawn, the first edition is shown."""

LOOK_MS = 60_000
"""How often the memory is looked at."""

GROWN = 4 * MIB
"""Bytes by which the memory has grown since, before this is done again without a visit."""

REST_MS = 1_000
"""After a visit, before what it leaves is given back: the next visitor may stand there already, and the attract screen
begins to move."""


class MemoryGuard(QObject):
    """Warns when memory grows; while nobody is there, gives back what is free, or calls ``again`` for a fresh start.

    Small blocks that stay among freed ones keep a heap from shrinking: with a visit every half minute it grows by 6 MiB
    an hour, though what is in use does not. So once a visit has ended what is not used any more is collected, which
    would otherwise come in the middle of a later one, and the free pages are given back: some 30 ms in all.

    ``again`` is None where nothing would start the player again; then it only warns.
    """

    def __init__(
        self,
        resting: Callable[[], bool],
        again: Callable[[], None] | None,
        resident: Callable[[], int] = memory.resident,
        collect: Callable[[], object] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._resting = resting
        self._again = again
        self._resident = resident
        self._collect = collect
        self._start = self._least = 0
        self._told = Need.NOTHING
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(SETTLED_MS)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._tidy)

    def rest(self) -> None:
        """A visit has ended: collect and give back what it leaves, if nobody comes at once."""
        self._pause.start(REST_MS)

    def look(self) -> None:
        """Measure; the first time, what all later ones are compared with."""
        now = self._resident()
        if not self._start:
            self._start = now
            self._timer.start(LOOK_MS)
        need = memory.need(self._start, now)
        if need not in (self._told, Need.NOTHING):
            log.warning("memory has grown from %d to %d MiB", self._start // MIB, now // MIB)
        self._told = need
        if now >= self._least + GROWN:
            self._tidy()
        if need is Need.RESTART and self._again and self._resting():
            log.warning("starting anew to give the memory back; nobody is there")
            self._again()

    def _tidy(self) -> None:
        if self._resting():
            self._collect()
            memory.give_back()
            self._least = self._resident()


@dataclass(frozen=True)
class SafeSettings:
    """What the safe screen needs: where the log goes, the size in px or None for the screen's own, who watches."""

    state: Path
    size: tuple[int, int] | None = None
    windowed: bool = False
    supervised: bool = False


class ClosedWindow(QObject):
    """Keeps a window without a session shut: no key, no close, only staff's Ctrl+Shift+Q; Esc in a window."""

    def __init__(self, window: QQuickWindow, windowed: bool, leave: Callable[[], None]) -> None:
        super().__init__(window)
        self._windowed = windowed
        self._leave = leave
        self.staff_exit = StaffExit(self)
        self.staff_exit.held.connect(leave)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Qt's callback. True keeps the event from the window."""
        kind = event.type()
        if kind == QEvent.Type.Close:
            if self._windowed:
                self._leave()
            else:
                event.ignore()
            return not self._windowed
        if kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            assert isinstance(event, QKeyEvent)  # noqa: S101 - by its type
            self.staff_exit.key(event)
            if self._windowed and kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
                self._leave()
            return True
        return kind == QEvent.Type.ContextMenu


def play_safe(settings: SafeSettings) -> int:
    """Show the safe screen until told to end. Reads nothing but the program's own files.

    Returns the exit code: 0 when it was left or, without a supervisor, ended by a signal; under a supervisor ``TOLD``
    and the signal's number.
    """
    os.environ["QT_QUICK_BACKEND"] = "software"  # whatever crashed, it was not this
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("gwangju-kiosk")
    application.setQuitOnLastWindowClosed(settings.windowed)
    try:
        problem = journal.start(settings.state)
        if problem:
            log.warning("no log file: %s", problem)
        journal.catch_everything()
    except Exception:  # the last screen there is does without
        log.exception("a fault in the program; please report it")
    for font in sorted((paths.assets() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(font))
    engine, window = load("Safe.qml")
    end_on_signals(application, settings.supervised)

    def leave() -> None:
        application.exit(0)

    ClosedWindow(window, settings.windowed, leave)
    _show(window, settings, application)
    heartbeat.start(window, settings.supervised, leave)
    code = application.exec()
    window.hide()
    shiboken6.delete(engine)
    return code


def _show(window: QQuickWindow, settings: SafeSettings, application: QGuiApplication) -> None:
    screen = window.screen() or application.primaryScreen()
    if settings.windowed:
        width, height = settings.size or (1080, 1920)
        scale = min(1.0, (screen.availableGeometry().height() - 60) / height)
        window.resize(round(width * scale), round(height * scale))
        window.show()
    elif settings.size:
        window.setGeometry(0, 0, *settings.size)
        window.show()
    else:
        window.setGeometry(screen.geometry())
        window.showFullScreen()
        screen.geometryChanged.connect(window.setGeometry)
