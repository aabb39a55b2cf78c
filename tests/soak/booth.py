"""The real player in this process, with a clock that can be pushed on; what it complains about is written down."""

from __future__ import annotations

import logging
import sys
import time
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication

from kiosk import paths
from kiosk.player import journal
from kiosk.player.app import Player, Settings


class SteeredClock:
    """The monotonic clock, plus the seconds it was pushed on."""

    def __init__(self) -> None:
        self.pushed = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.pushed

    def push(self, seconds: float) -> None:
        self.pushed += seconds


class Complaints(logging.Handler):
    """Faults of the program and warnings of Qt and QML, as the kiosk's own log gets them."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = record.getMessage()
        if text.startswith("a fault in the program"):
            self.faults.append(text)
        elif text.startswith("qt:") and record.levelno >= logging.WARNING:
            self.warnings.append(text)


class Booth:
    """A running kiosk. ``bake``: whether missing plates are baked, which takes a core for minutes at first."""

    def __init__(self, content: Path, state: Path, size: tuple[int, int], *, bake: bool) -> None:
        self.complaints = Complaints()
        journal.start(state)
        root = logging.getLogger()
        for handler in [one for one in root.handlers if getattr(one, "stream", None) is sys.stderr]:
            root.removeHandler(handler)
        root.addHandler(self.complaints)
        self.application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        assert isinstance(self.application, QGuiApplication)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(state))
        for font in sorted((paths.assets() / "fonts").glob("*.[ot]tf")):
            QFontDatabase.addApplicationFont(str(font))
        self.player = Player(Settings(content=content, state=state, size=size), self.application)
        journal.catch_everything(self.player.where)
        if not bake:
            self.player._shelf._order = None
        self.session = self.player.session
        self.window = self.player.window
        self.clock = SteeredClock()
        self.player.hands._now = self.clock
        self.session._idle._now = self.clock
        self.left = False
        self.player.hands._leave = self._leave
        self.player.hands._leaving.timeout.disconnect()
        self.player.hands._leaving.timeout.connect(self._leave)

    def _leave(self) -> None:
        self.left = True

    def run(self) -> None:
        """Show the kiosk and run it until ``end``."""
        self.player.show()
        self.application.exec()
        self.player.close()

    def end(self) -> None:
        self.application.exit(0)

    def later(self, milliseconds: int, call: object) -> QTimer:
        """A timer that calls again and again."""
        timer = QTimer(self.player)
        timer.timeout.connect(call)
        timer.start(milliseconds)
        return timer
