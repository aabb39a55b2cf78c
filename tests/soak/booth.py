"""The real player in this process, with a clock that can be pushed on; what it complains about is written down."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from kiosk.player import journal, system
from kiosk.player.app import FIRST_FONTS, Player, add_fonts
from kiosk.player.hands import Hands
from kiosk.player.settings import Settings
from kiosk.player.staff_desk import StaffDesk


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


class Gate(QObject):
    """Stands in for ``StaffGate``: half of all guesses are right, and none is put on the disk."""

    answered = Signal(str, int, str)
    guarded, running = True, False

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._guesses = 0

    def look(self) -> None:
        QTimer.singleShot(0, self, lambda: self.answered.emit("none", 0, ""))

    def guess(self, pin: str) -> None:
        assert len(pin) >= 6
        self._guesses += 1
        kind, wait = ("right", 0) if self._guesses % 2 else ("wrong", 1)
        QTimer.singleShot(0, self, lambda: self.answered.emit(kind, wait, ""))

    def stop(self) -> None:
        pass


class Booth:
    """A running kiosk. ``bake``: whether missing plates are baked, which takes a core for minutes at first."""

    def __init__(self, content: Path, state: Path, size: tuple[int, int], *, bake: bool) -> None:
        system.keep_memory_low()  # as `kiosk run` does before anything else
        self.complaints = Complaints()
        logging.getLogger().addHandler(self.complaints)
        self.application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
        assert isinstance(self.application, QGuiApplication)
        journal.start(state)
        journal.catch_everything()
        add_fonts(FIRST_FONTS)
        self.player = Player(Settings(content=content, state=state, size=size), self.application)
        self.session = self.player.session
        self.window = self.player.window
        self.clock = SteeredClock()
        self.left = False
        self._bake = bake

    @property
    def hands(self) -> Hands:
        """What cleans touches; there after the first frame."""
        assert self.player._duties is not None
        return self.player._duties.hands

    @property
    def desk(self) -> StaffDesk:
        """The staff's side; there after the first frame."""
        assert self.player._duties is not None
        assert self.player._duties._desk is not None
        return self.player._duties._desk

    @property
    def staff_stage(self) -> str:
        """What staff see; "" while they see nothing, or the kiosk is not complete yet."""
        return str(self.desk.stage) if self.player._duties is not None else ""

    def run(self, begun: Callable[[], None]) -> None:
        """Show the kiosk and run it until ``end``; ``begun`` is called when it is complete."""
        if not self._bake:
            self.player.shelf.deliver = lambda _: None  # type: ignore[method-assign]
        waiting = QTimer(self.player)

        def look() -> None:
            if self.player._duties is not None:
                waiting.stop()
                self._steer()
                begun()

        waiting.timeout.connect(look)
        waiting.start(10)
        self.player.show()
        self.application.exec()
        self.player.close()

    def _steer(self) -> None:
        """Put our clock in place of the system's, catch the way out, and leave the terminal alone."""
        root = logging.getLogger()
        for handler in [one for one in root.handlers if type(one) is logging.StreamHandler]:
            root.removeHandler(handler)
        self.hands._now = self.clock
        self.session._idle._now = self.clock
        self.session._idle.reset()
        self.hands._leave = self._leave
        gate = Gate(self.desk)
        gate.answered.connect(self.desk._answered)
        self.desk.gate, self.desk._now = gate, self.clock
        self.desk.leave.disconnect()  # who knows the PIN may leave
        self.hands.staff_exit.held.disconnect()
        self.hands.staff_exit.held.connect(self._leave)

    def _leave(self) -> None:
        self.left = True

    def end(self) -> None:
        """End ``run``."""
        self.application.exit(0)

    def later(self, milliseconds: int, call: Callable[[], None]) -> QTimer:
        """Call again and again."""
        timer = QTimer(self.player)
        timer.timeout.connect(call)
        timer.start(milliseconds)
        return timer
