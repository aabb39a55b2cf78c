"""The keypad's way through the interface (R36, R37): whatever can be chosen, in reading order, around at the end.

Qt's own chain of focus stops on an item that has become invisible; this one is made anew at each step.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.player.hands_staff import resting
from kiosk.player.interface import focused
from kiosk.player.session import KioskSession

if TYPE_CHECKING:
    from kiosk.player.staff_desk import StaffDesk


class Keypad(QObject):
    """Moves the focus. ``used``: whether the visitor's last act was a key; then the focus is shown wherever it goes."""

    def __init__(self, session: KioskSession, window: QQuickWindow) -> None:
        super().__init__(window)
        self._session: Any = session
        self._window = window
        self._stage: Any = session.idleStage
        self.used = False
        self.desk: StaffDesk | None = None
        self._sheet = ""
        self._chosen: QQuickItem | None = None
        self._opener = ""
        self._due = QTimer(self, singleShot=True, interval=0)
        self._due.timeout.connect(self._land)
        for signal in (session.placeChanged, session.sheetChanged, session.comfortChanged):
            signal.connect(self._due.start)
        session.sheetChanged.connect(self._opened)
        session.idleChanged.connect(self._idle)

    def step(self, forward: bool) -> None:
        """Go to the next or the one before; to the first or last where the focus is on nothing."""
        ring = self.ring()
        if not ring:
            return
        here = focused(self._window)
        if here in ring:
            at = (ring.index(here) + (1 if forward else -1)) % len(ring)
        else:
            at = self._first(ring, here) if forward else len(ring) - 1
        self._focus(ring[at], forward)

    @property
    def shown(self) -> bool:
        """Whether the focus is shown on something that a key can press."""
        here = focused(self._window)
        return here is not None and here.property("visualFocus") is True

    def seat(self, desk: StaffDesk | None) -> None:
        """Take this desk into account: its screen comes up and goes with the focus shown there."""
        self.desk = desk
        if desk:
            desk.stageChanged.connect(self._due.start)

    def ring(self) -> list[QQuickItem]:
        """Everything that can take the keypad's focus now, in the order of the item tree: 1 to 3 ms."""
        return list(_choosable(self._window.contentItem()))

    def _land(self) -> None:
        """Show the focus after a key has led somewhere: where it was, else at the beginning."""
        ring = self.ring()
        if not self.used or not ring or resting(self._session, self.desk):
            return
        here = focused(self._window)
        if not self._session.sheet:
            here = next((item for item in ring if self._opener and item.property("label") == self._opener), here)
            self._opener = ""
        self._focus(here if here in ring else ring[self._first(ring, here)], True)

    def _first(self, ring: list[QQuickItem], here: QQuickItem | None) -> int:
        """Find the first place inside the group that has the focus, or the very first."""
        inside = (index for index, item in enumerate(ring) if here is not None and here.isAncestorOf(item))
        return next(inside, 0)

    def _focus(self, item: QQuickItem, forward: bool) -> None:
        self._chosen = item
        if item.hasActiveFocus() and item.property("visualFocus") is False:
            # It got the focus without a key and would keep not showing it.
            item.setFocus(False)
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)

    def _opened(self) -> None:
        """Remember by its name what opened a sheet, to go back to it when the sheet closes."""
        before, self._sheet = self._sheet, self._session.sheet
        if self._sheet and not before and self._chosen and shiboken6.isValid(self._chosen):
            self._opener = str(self._chosen.property("label") or "")

    def _idle(self) -> None:
        stage = self._session.idleStage
        if stage != self._stage:
            self._stage = stage
            self._due.start()


def _choosable(parent: QQuickItem) -> Iterator[QQuickItem]:
    for item in parent.childItems():
        if item.isVisible() and item.isEnabled():
            if item.activeFocusOnTab():
                yield item
            yield from _choosable(item)
