"""The visitor's clock: attract, active, warning, and back to the start. Pure: time comes in, states come out.

WCAG 2.2.1 and KV: a warning at least 20 s before anything is lost, one touch extends, as often as one likes.
Monotonic time only, so a jump of the wall clock changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

GRACE = 3.0
"""Seconds a finger that is down during the last moments of the warning still gets."""


class Stage(Enum):
    """Where the visit stands."""

    ATTRACT = "attract"
    ACTIVE = "active"
    WARNING = "warning"


@dataclass(frozen=True)
class Times:
    """Seconds without touch until the warning, how long it lasts, and when the attract screen dims."""

    quiet: float = 60.0
    warning: float = 20.0
    dim: float = 1800.0

    def faster(self, factor: float) -> Times:
        """The same clock running ``factor`` times as fast, for the demo; the warning keeps its 20 seconds."""
        return Times(self.quiet / factor, self.warning, self.dim / factor)


class IdleClock:
    """Counts seconds since the last touch. ``now`` is a monotonic clock in seconds."""

    def __init__(self, times: Times, now: Callable[[], float]) -> None:
        self.times = times
        self._now = now
        self._last = now()
        self._held = False
        self.stage = Stage.ATTRACT

    @property
    def quiet_for(self) -> float:
        """Seconds since the last touch."""
        return self._now() - self._last

    @property
    def seconds_left(self) -> int:
        """Whole seconds until the reset while warning; 0 otherwise."""
        if self.stage is not Stage.WARNING:
            return 0
        left = self.times.quiet + self.times.warning - self.quiet_for
        return max(0, int(-(-left // 1)))

    @property
    def dimmed(self) -> bool:
        """Whether the attract screen has rested long enough to dim (burn-in care)."""
        return self.stage is Stage.ATTRACT and self.quiet_for >= self.times.dim

    def touch(self) -> None:
        """A finger or key is down. Active: the count starts again. Warning: what is begun may be finished."""
        if self.stage is Stage.ACTIVE:
            self._last = self._now()
        elif self.stage is Stage.WARNING and self.seconds_left < GRACE:
            self._last = self._now() - self.times.quiet - self.times.warning + GRACE

    def wake(self) -> None:
        """The visit begins, or goes on after the warning."""
        self._last = self._now()
        self.stage = Stage.ACTIVE

    def hold(self, held: bool) -> None:
        """While something speaks or plays, no time passes."""
        if self._held and not held:
            self._last = self._now()
        self._held = held

    def tick(self) -> Stage:
        """Let time pass; returns the stage reached. WARNING -> ATTRACT is the reset."""
        if self._held and self.stage is Stage.ACTIVE:
            self._last = self._now()
        elif self.stage is not Stage.ATTRACT:
            quiet = self.quiet_for
            if quiet >= self.times.quiet + self.times.warning:
                # A machine that slept through the warning still owes the visitor one.
                if self.stage is Stage.ACTIVE:
                    self._last = self._now() - self.times.quiet
                    self.stage = Stage.WARNING
                else:
                    self.stage = Stage.ATTRACT
            elif quiet >= self.times.quiet and self.stage is Stage.ACTIVE:
                # All of the warning, however late it is noticed.
                self._last = self._now() - self.times.quiet
                self.stage = Stage.WARNING
        return self.stage

    def reset(self) -> None:
        """Back to the attract screen."""
        self._last = self._now()
        self.stage = Stage.ATTRACT
