"""What a touch controller that fails, and things that lie on the glass, do to the visit: nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest

from tests.player.conftest import Kiosk


@pytest.fixture
def glass() -> QPointingDevice:
    return QTest.createTouchDevice()


def tap(kiosk: Kiosk, device: QPointingDevice, at: QPoint) -> None:
    kiosk.clock.pass_(1)
    QTest.touchEvent(kiosk.window, device).press(0, at).commit()
    QTest.touchEvent(kiosk.window, device).release(0, at).commit()
    kiosk.pump()


def test_a_drag_whose_end_is_never_told_leaves_the_glass_alive(kiosk: Kiosk, glass: QPointingDevice) -> None:
    kiosk.session.wake()
    kiosk.pump()
    QTest.touchEvent(kiosk.window, glass).press(0, QPoint(200, 300)).commit()
    QTest.touchEvent(kiosk.window, glass).move(0, QPoint(400, 300)).commit()

    tap(kiosk, QTest.createTouchDevice(), kiosk.middle(kiosk.control("도움")))  # plugged in again

    assert kiosk.session.sheet == "help"
    assert kiosk.hands.contacts.count == 0


def test_a_drop_of_water_that_trembles_keeps_no_visit(kiosk: Kiosk, glass: QPointingDevice) -> None:
    tap(kiosk, glass, QPoint(500, 900))
    QTest.touchEvent(kiosk.window, glass).press(0, QPoint(900, 300)).commit()
    for second in range(200):
        kiosk.clock.pass_(1)
        QTest.touchEvent(kiosk.window, glass).move(0, QPoint(900 + second % 2, 300)).commit()
        kiosk.session.tick()
    QTest.touchEvent(kiosk.window, glass).release(0, QPoint(900, 300)).commit()

    assert kiosk.session.screen == "attract"


def test_something_that_lies_on_a_key_keeps_no_visit(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.key(Qt.Key.Key_Down)
    for _ in range(120):
        kiosk.clock.pass_(1)
        again = QKeyEvent(
            QKeyEvent.Type.KeyPress,
            Qt.Key.Key_Down,
            Qt.KeyboardModifier.NoModifier,
            "",
            True,
        )
        kiosk.hands.eventFilter(kiosk.window, again)
        kiosk.session.tick()

    assert kiosk.session.screen == "attract"
