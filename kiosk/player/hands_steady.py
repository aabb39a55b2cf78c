"""Refuses presses that were meant for what stood on the page a moment ago."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from kiosk.player.session import KioskSession

STEADY = 0.5
"""Seconds after the page has changed by itself in which it takes no press: a hand needs so long to see it."""


class Steady(QObject):
    """Knows when the page has last been rearranged. ``now`` is the hands' clock in seconds."""

    def __init__(self, session: KioskSession, now: Callable[[], float], parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._now = now
        self._from = 0.0
        session.rearranged.connect(self._rearranged)

    def refuses(self, on_bar: Callable[[], bool]) -> bool:
        """Whether a press comes too soon. The bar stays where it is, and any touch answers the warning."""
        return self._now() < self._from and str(self._session.idleStage) == "active" and not on_bar()

    def _rearranged(self) -> None:
        self._from = self._now() + STEADY
