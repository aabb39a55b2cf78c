"""The staff's side of the screen: a pad for the PIN, and behind it the panel. One object the interface talks to.

Guesses are looked at, and the content is reported on, by programs beside us: nothing here waits, and nothing here
knows the PIN for longer than it takes to hand it over.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.player.settings import Settings
from kiosk.player.staff_content import StaffContent
from kiosk.player.staff_gate import StaffGate

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

LEAST_DIGITS, MOST_DIGITS = 6, 12
"""Of a PIN; see ``kiosk.staff.pin``. Fewer are no guess, and cost none."""

PAD_SECONDS, PANEL_SECONDS = 30.0, 50.0
"""Seconds without a touch after which the pad and the panel close by themselves: promise C says 60 at most."""

WAITING_SECONDS = 180.0
"""The same for staff who wait for the content to be loaded and checked; what they wait for is a touch, too."""

TICK_MS = 500
"""How often time is looked at."""

KEY_TICKS = 4
"""Every so many ticks a key file is looked for while the pad stands open."""


@QmlElement
@QmlUncreatable("The desk is created by the player.")
class StaffDesk(QObject):  # type: ignore[operator]  # the stub knows no decorator
    """``stage`` is "" for visitors, else ``pin`` or ``panel``. ``leave`` is what they may do there."""

    stageChanged = Signal()
    padChanged = Signal()
    attended = Signal()
    """Somebody is at the desk: the visit beneath does not end."""
    opened = Signal()
    """The pad or the panel opens."""
    closed = Signal()
    """The panel has been closed: the next visitor finds the start."""
    leave = Signal()

    def __init__(
        self,
        settings: Settings,
        language: Callable[[], str],
        parent: QObject | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._stage = self._digits = self._said = self._reason = ""
        self._last = self._until = 0.0
        self._ticks = 0
        # `content` to QML; type checkers see a Property there
        self.standing = StaffContent(settings, language, self)
        self.standing.answered.connect(self.touched)
        self.gate = StaffGate(settings.state, self)
        self.gate.answered.connect(self._answered)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    # ---------------------------------------------------------------- what is shown

    @Property(str, notify=stageChanged)
    def stage(self) -> str:
        """What stands over everything: "", ``pin`` or ``panel``."""
        return self._stage

    @Property(int, notify=padChanged)
    def typed(self) -> int:
        """How many digits have been typed."""
        return len(self._digits)

    @Property(str, notify=padChanged)
    def said(self) -> str:
        """What has become of the last guess: "", ``wrong``, ``wait`` or ``broken``."""
        return self._said

    @Property(str, notify=padChanged)
    def reason(self) -> str:
        """Why no guess can be looked at, in the words of the log."""
        return self._reason

    @Property(int, notify=padChanged)
    def wait(self) -> int:
        """Whole seconds until the next guess is looked at."""
        return max(0, int(-(-(self._until - self._now()) // 1))) if self._until else 0

    @Property(bool, notify=padChanged)
    def complete(self) -> bool:
        """Whether the digits can be a PIN, and may be looked at now."""
        return len(self._digits) >= LEAST_DIGITS and not self.busy and not self.wait

    @Property(bool, notify=padChanged)
    def busy(self) -> bool:
        """Whether a guess is being looked at."""
        return self.gate.running and self._said == "busy"

    @Property(StaffContent, notify=stageChanged)
    def content(self) -> StaffContent:
        """How the content stands."""
        return self.standing

    # ---------------------------------------------------------------- what staff do

    @Slot(result=bool)
    def ask(self) -> bool:
        """Show the pad, where there is a PIN. Whether it is shown."""
        if not self.gate.guarded:
            return False
        if not self._stage:
            self._begin("pin")
            self.gate.look()
        return True

    @Slot(str)
    def type(self, digit: str) -> None:
        """One more digit."""
        if self._stage == "pin" and not self.busy and len(digit) == 1 and digit in "0123456789":
            self._digits = (self._digits + digit)[:MOST_DIGITS]
            self._tell("")

    @Slot()
    def erase(self) -> None:
        """One digit less."""
        self._digits = self._digits[:-1]
        self._tell(self._said if self._said == "busy" else "")

    @Slot()
    def enter(self) -> None:
        """Have the digits looked at."""
        if self._stage != "pin" or not self.complete:
            return
        guess, self._digits = self._digits, ""
        self._said = "busy"
        self.gate.guess(guess)
        self._tell("busy")

    @Slot()
    def close(self) -> None:
        """Back to the visitors."""
        if self._stage:
            panel = self._stage == "panel"
            self.stop()
            self._timer.stop()
            self._stage = self._digits = self._said = self._reason = ""
            self.padChanged.emit()
            self.stageChanged.emit()
            if panel:
                self.closed.emit()

    @Slot()
    def loadAnew(self) -> None:
        """Publish the content now."""
        if self._stage == "panel":
            self.standing.load_anew()

    @Slot()
    def exit(self) -> None:
        """Leave the kiosk."""
        if self._stage == "panel":
            log.info("staff leave the kiosk")
            self.leave.emit()

    def published(self, _good: bool) -> None:
        """The content has been published, or could not be: the report is made anew."""
        if self._stage == "panel":
            self.standing.ask()

    @Slot()
    def touched(self) -> None:
        """A finger or key is down."""
        self._last = self._now()

    def stop(self) -> None:
        """End what is under way."""
        self.gate.stop()
        self.standing.forget()

    def tick(self) -> None:
        """Let time pass."""
        waiting = WAITING_SECONDS if self.standing.checking else PANEL_SECONDS
        if self._now() - self._last >= (waiting if self._stage == "panel" else PAD_SECONDS):
            self.close()
            return
        self.attended.emit()
        if self._stage == "pin":
            self._ticks += 1
            if self._ticks % KEY_TICKS == 0 and not self.gate.running:
                self.gate.look()
            if self._until and not self.wait:
                self._until = 0.0
                self._tell("" if self._said == "wait" else self._said)
            self.padChanged.emit()

    # ---------------------------------------------------------------- what comes back

    def _begin(self, stage: str) -> None:
        self._stage, self._digits, self._said, self._ticks = stage, "", "", 0
        self._last = self._now()
        self._timer.start()
        self.opened.emit()
        self.padChanged.emit()
        self.stageChanged.emit()

    def _answered(self, kind: str, wait: int, reason: str) -> None:
        if self._stage != "pin":
            return
        self._until = self._now() + wait if wait else 0.0
        self._reason = reason
        if kind in ("right", "key"):
            log.info("the staff panel is opened with %s", "the PIN" if kind == "right" else "a key file")
            self._begin("panel")
            self.standing.ask()
        elif kind == "unset":
            self.close()
        elif kind == "none":
            self._tell(self._said if self._said != "busy" else "")
        else:
            if self._said in ("busy", "") or kind != self._said:  # once, however often a key is looked for
                log.warning("a PIN was refused: %s", f"{kind}, {reason}" if reason else kind)
            self._tell(kind)

    def _tell(self, said: str) -> None:
        self._said = said
        self.padChanged.emit()
