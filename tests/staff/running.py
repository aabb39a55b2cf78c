"""A machine whose clocks a test sets: running time, reboots, and a wall clock that nothing here may look at."""

from __future__ import annotations

from kiosk.staff.moment import Moment


class Machine:
    """Stands in for ``moment.now``."""

    def __init__(self) -> None:
        self.boot = 1
        self.seconds = 5000.0
        self.ran = 0.0
        """Seconds it has run in all."""

    def __call__(self) -> Moment:
        return Moment(f"boot {self.boot}", self.seconds)

    def run(self, seconds: float) -> None:
        """Let the machine run."""
        self.seconds += seconds
        self.ran += seconds

    def reboot(self, uptime: float = 20.0) -> None:
        """Off and on again; ``uptime`` seconds since."""
        self.boot += 1
        self.seconds = uptime
