"""What a touch controller that fails, and things that lie on the glass, do to the visit: nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.player.edition_view import EditionView
from kiosk.player.hands_keys import HeldKeys
from kiosk.player.hands_steady import STEADY
from kiosk.player.session_follow import CALM
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


def press_on_and_on(kiosk: Kiosk, key: Qt.Key, seconds: float, flagged: bool) -> None:
    """A key comes down and stays down; Qt may or may not tell the repeats of X11 from releases and presses."""
    none = Qt.KeyboardModifier.NoModifier
    stamp = 1_000_000

    def tell(kind: QEvent.Type, again: bool) -> None:
        event = QKeyEvent(kind, key, none, "", again)
        event.setTimestamp(stamp)
        QCoreApplication.sendEvent(kiosk.window, event)
        kiosk.pump(1)

    tell(QEvent.Type.KeyPress, again=False)
    for _ in range(round(seconds / 0.2)):
        kiosk.voice.end_all()
        kiosk.clock.pass_(0.2)
        stamp += 200
        tell(QEvent.Type.KeyRelease, flagged)
        tell(QEvent.Type.KeyPress, flagged)
        kiosk.session.tick()


flags = pytest.mark.parametrize("flagged", [True, False], ids=["told", "told as releases and presses"])


@flags
@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Back, Qt.Key.Key_VolumeUp]
)
def test_something_that_lies_on_a_key_keeps_no_visit_and_begins_none(kiosk: Kiosk, key: Qt.Key, flagged: bool) -> None:
    kiosk.session.wake()
    kiosk.session.openPanel("ai")
    kiosk.key(Qt.Key.Key_Down)
    seen: list[str] = []
    kiosk.session.idleChanged.connect(lambda: seen.append(kiosk.session.idleStage))

    press_on_and_on(kiosk, key, 100, flagged)

    assert list(dict.fromkeys(seen)) == ["warning", "attract"]
    assert kiosk.session.screen == "attract"


@flags
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_something_that_lies_on_enter_or_space_presses_once(kiosk: Kiosk, key: Qt.Key, flagged: bool) -> None:
    """Panels that lead to one another would flicker past."""
    kiosk.session.wake()
    kiosk.session.openPanel("ai")
    kiosk.key(Qt.Key.Key_Down)
    places: list[str] = []
    kiosk.session.placeChanged.connect(lambda: places.append(kiosk.session.place))
    kiosk.session.sheetChanged.connect(lambda: places.append(kiosk.session.sheet))

    press_on_and_on(kiosk, key, 10, flagged)

    assert len(set(places)) <= 1


@flags
def test_an_arrow_that_is_held_goes_on_for_a_while_and_keeps_no_visit_by_what_is_said(
    kiosk: Kiosk, flagged: bool
) -> None:
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.hush()
    steps: list[object] = []
    kiosk.window.activeFocusItemChanged.connect(lambda: steps.append(kiosk.focused))

    press_on_and_on(kiosk, Qt.Key.Key_Down, 2, flagged)
    assert len(steps) >= 10, "it moves on"
    press_on_and_on(kiosk, Qt.Key.Key_Down, 300, flagged)
    assert kiosk.session.screen == "attract"


def test_a_key_that_is_let_go_and_pressed_again_is_no_repeat() -> None:
    held = HeldKeys()
    assert held.down(1, 500, 0.0, repeat=False) is None
    held.up(1, 600)
    assert held.down(1, 640, 0.14, repeat=False) is None
    assert held.down(1, 1140, 0.64, repeat=True) == 0.5
    held.up(1, 1180)
    assert held.down(2, 1180, 0.68, repeat=False) is None, "another key"
    assert held.down(1, 1181, 0.68, repeat=False) == pytest.approx(0.54)
    held.up(1, 0)
    assert held.down(1, 0, 9.0, repeat=False) is None, "events without a time"


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_A]
)
def test_any_key_is_the_first_of_all(start: Callable[..., Kiosk], key: Qt.Key) -> None:
    """After every start, whatever has the focus then."""
    fresh = start()
    fresh.window.contentItem().setFocus(False)
    fresh.key(key)
    assert fresh.session.screen == "home"
    assert fresh.session.sheet == ""


@pytest.mark.parametrize("way", ["finger", "mouse", "key"])
def test_what_was_meant_for_a_card_that_has_just_moved_presses_nothing(
    start: Callable[..., Kiosk], edition: EditionView, tmp_path: Path, glass: QPointingDevice, way: str
) -> None:
    kiosk = start()
    kiosk.session.wake()
    kiosk.session.openSection("industries")
    kiosk.key(Qt.Key.Key_Down)
    at = kiosk.middle(kiosk.control("인공지능"))
    new = EditionView(Path(shutil.copytree(edition.folder, tmp_path / "new")))
    section = dict(new.section("ko", "industries") or {})
    section["panels"] = section["panels"][1:]
    (new.folder / "ko/sections/industries.json").write_text(json.dumps(section), encoding="utf-8")
    kiosk.clock.pass_(CALM)

    def press() -> None:
        if way == "finger":
            QTest.touchEvent(kiosk.window, glass).press(0, at).commit()
            QTest.touchEvent(kiosk.window, glass).release(0, at).commit()
        elif way == "mouse":
            QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        else:
            QTest.qWait(5)
            QTest.keyClick(kiosk.window, Qt.Key.Key_Return)
        kiosk.pump()

    kiosk.session.show_edition(EditionView(new.folder))
    kiosk.pump()
    assert len(kiosk.session.page["panels"]) == len(section["panels"])
    kiosk.clock.pass_(STEADY - 0.1)
    press()
    assert kiosk.session.screen == "section"
    kiosk.clock.pass_(-0.2)
    helps = kiosk.middle(kiosk.control("도움"))
    QTest.mouseClick(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, helps)
    assert kiosk.session.sheet == "help", "the bar stays where it is"
    kiosk.session.closeSheet()
    kiosk.pump()

    kiosk.clock.pass_(1)
    press()
    assert kiosk.session.screen == "panel"
