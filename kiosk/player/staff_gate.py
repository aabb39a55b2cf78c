"""Asks ``kiosk.staff.gate`` whether a guess is the PIN, or a key is plugged in, in a program beside us."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.places import look
from kiosk.player.staff_content import beside

PATIENCE_MS = 20_000
"""How long a guess may take to be looked at, ms: a slow disk, a stick that hangs."""

KEEP_MS = 600_000
"""How often the time that has passed is written down while wrong guesses count, ms: a kiosk that is switched off every
night would begin a wait of nine hours anew each morning."""


class StaffGate(QObject):
    """One question at a time. ``answered`` carries the verdict's kind, wait in seconds and reason; see ``Verdict``."""

    answered = Signal(str, int, str)

    def __init__(self, state: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._state = state
        self._question = beside(PATIENCE_MS, self._told, self)
        self._keeping = QTimer(self, interval=KEEP_MS)
        self._keeping.timeout.connect(self.keep)
        self._keeping.start()

    @property
    def guarded(self) -> bool:
        """Whether there is a PIN."""
        return look(self._state / "staff" / "pin.json").kind != "nothing"

    @property
    def running(self) -> bool:
        """Whether something is being looked at."""
        return self._question.running

    def look(self) -> None:
        """Ask for a key, and how long guesses wait."""
        self.guess("")

    def guess(self, pin: str) -> None:
        """Ask whether this is the PIN."""
        self._question.run(["-m", "kiosk.staff.gate", str(self._state.absolute())], pin + "\n")

    def keep(self) -> None:
        """Have the time that has passed written down, while wrong guesses count."""
        if self.guarded and not self.running:
            self.look()

    def stop(self) -> None:
        """Ask no more."""
        self._question.stop()

    def _told(self, good: bool, text: str) -> None:
        try:
            answer = json.loads(text) if good else {}
            kind, wait, reason = str(answer["kind"]), int(answer["wait"]), str(answer["reason"])
        except (ValueError, KeyError, TypeError):  # it was killed, or could not be started
            kind, wait, reason = "broken", 0, ""
        self.answered.emit(kind, wait, reason)
