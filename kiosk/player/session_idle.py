"""The part of a session that keeps the visitor's time; see ``idle``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot

from kiosk.player.idle import IdleClock, Stage, Times
from kiosk.player.session_comfort import ComfortSession

TICK_MS = 250
"""How often time is looked at: the countdown shows whole seconds."""


class IdleSession(ComfortSession):
    """Attract, active, warning: down as properties; stay and start over: up as slots."""

    idleChanged = Signal()

    def __init__(self, now: Callable[[], float], hurry: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._idle = IdleClock(Times(), now)
        self._hurry = hurry
        self._seconds: Mapping[str, int] | None = None
        self._shown_idle: tuple[str, int, bool] = ("attract", 0, False)
        self.comfortChanged.connect(self._apply_times)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    @Property(str, notify=idleChanged)
    def idleStage(self) -> str:
        """``attract``, ``active`` or ``warning``."""
        return self._shown_idle[0]

    @Property(int, notify=idleChanged)
    def secondsLeft(self) -> int:
        """Whole seconds until the reset while warning."""
        return self._shown_idle[1]

    @Property(bool, notify=idleChanged)
    def dimmed(self) -> bool:
        """Whether the attract screen has rested long enough to dim."""
        return self._shown_idle[2]

    @Property(int, notify=idleChanged)
    def warningSeconds(self) -> int:
        """How long a warning lasts in all."""
        return int(self._idle.times.warning)

    @Slot()
    def stay(self) -> None:
        """The answer to the warning: the visit goes on."""
        self._idle.wake()
        self.tick()

    @Slot()
    def startOver(self) -> None:
        """The visit ends now: everything returns to the start state."""
        self._idle.reset()
        if self._shown_idle[0] == "attract":  # else the tick resets: it meets the end of the visit
            self.reset()
        self.tick()

    @Slot(float)
    def hurry(self, factor: float) -> None:
        """Run the idle clock ``factor`` times as fast; for the demo."""
        self._hurry = factor
        self._apply_times()

    def touched(self) -> None:
        """A finger or key is down."""
        self._idle.touch()

    def hold(self, held: bool) -> None:
        """While speech plays, no time passes."""
        self._idle.hold(held)

    def tick(self) -> None:
        """Let time pass."""
        before = self._shown_idle[0]
        stage = self._idle.tick()
        now = (stage.value, self._idle.seconds_left, self._idle.dimmed)
        if now != self._shown_idle:
            self._shown_idle = now
            if stage is Stage.ATTRACT and before != "attract":
                self.reset()
            self.idleChanged.emit()

    def reset(self) -> None:
        """The visit is over; sub-classes forget what they hold."""

    def _take_times(self, seconds: Mapping[str, int]) -> None:
        """Use the idle times of ``kiosk.json``."""
        self._seconds = seconds
        self._apply_times()

    def _apply_times(self) -> None:
        if self._seconds is None:
            return
        slow = "accessible_" if self._comfort.slow else ""
        times = Times(
            quiet=self._seconds[f"{slow}seconds"],
            warning=self._seconds[f"{slow}warning_seconds"],
            dim=self._seconds["dim_minutes"] * 60,
        )
        self._idle.times = times.faster(self._hurry) if self._hurry != 1 else times
