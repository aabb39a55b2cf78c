"""Table C: on every screen, nothing a visitor presses leads out of the kiosk (promise 13)."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtTest import QTest

from tests.player.conftest import Kiosk

PACKAGE = Path(__file__).parents[2] / "kiosk"

Key, Held = Qt.Key, Qt.KeyboardModifier
NONE, ALT, CTRL, META, SHIFT = (
    Held.NoModifier,
    Held.AltModifier,
    Held.ControlModifier,
    Held.MetaModifier,
    Held.ShiftModifier,
)
FORBIDDEN = (
    *((ALT, key) for key in (Key.Key_F4, Key.Key_Tab, Key.Key_Space, Key.Key_Left, Key.Key_Return)),
    *((CTRL, key) for key in (Key.Key_Q, Key.Key_W, Key.Key_C, Key.Key_V, Key.Key_X, Key.Key_P, Key.Key_R, Key.Key_L)),
    *((CTRL, key) for key in (Key.Key_Tab, Key.Key_Escape, Key.Key_Plus, Key.Key_Minus, Key.Key_0, Key.Key_Return)),
    *((CTRL | SHIFT, key) for key in (Key.Key_Q, Key.Key_I, Key.Key_Escape, Key.Key_T)),
    *((META, key) for key in (Key.Key_D, Key.Key_L, Key.Key_Tab, Key.Key_Space, Key.Key_Return)),
    (CTRL | ALT, Key.Key_Delete),
    (CTRL | ALT, Key.Key_T),
    (ALT | META, Key.Key_S),
    *((NONE, key) for key in (Key.Key_Escape, Key.Key_F1, Key.Key_F5, Key.Key_F11, Key.Key_F12, Key.Key_Menu)),
    *((NONE, key) for key in (Key.Key_Meta, Key.Key_Super_L, Key.Key_Print, Key.Key_SysReq, Key.Key_Pause)),
    *((NONE, key) for key in (Key.Key_Refresh, Key.Key_Favorites, Key.Key_Search, Key.Key_LaunchMail, Key.Key_Stop)),
    *((NONE, key) for key in (Key.Key_Forward, Key.Key_A, Key.Key_1, Key.Key_Slash)),
    *((SHIFT, key) for key in (Key.Key_F10, Key.Key_Insert, Key.Key_Shift)),
)

SCREENS: dict[str, Callable[[Any], object]] = {
    "attract": lambda session: session.startOver(),
    "home": lambda session: session.wake(),
    "section": lambda session: (session.wake(), session.openSection("industries")),
    **{
        name: lambda session, panel=panel: (session.wake(), session.openPanel(panel))
        for name, panel in {
            "industry": "photonics",
            "programme": "startup-valley",
            "story": "democratic-heritage",
            "board": "investment",
            "tour": "downtown",
        }.items()
    },
    "stop card": lambda session: (
        session.wake(),
        session.openPanel("downtown"),
        session.openSheet("stop", {"number": 2}),
    ),
    "language sheet": lambda session: (session.wake(), session.openSheet("language")),
    "text sheet": lambda session: (session.wake(), session.openSheet("text")),
    "help sheet": lambda session: (session.wake(), session.openSheet("help")),
}  # fmt: skip
"""Every screen and sheet, and the way to it."""


def state(kiosk: Kiosk) -> dict[str, object]:
    """All that a visitor could have changed."""
    names = ("screen", "place", "pageNumber", "sheet", "language", "canGoBack")
    return {name: kiosk.session.property(name) for name in names} | {"comfort": kiosk.session.comfort}


def windows() -> list[object]:
    return [window for window in QGuiApplication.topLevelWindows() if window.isVisible()]


@pytest.fixture(params=SCREENS)
def shown(request: pytest.FixtureRequest, kiosk: Kiosk) -> Kiosk:
    """The kiosk on one of its screens."""
    SCREENS[request.param](kiosk.session)
    kiosk.pump()
    return kiosk


def test_no_key_leads_out(shown: Kiosk) -> None:
    before, open_before = state(shown), windows()
    for held, key in FORBIDDEN:
        shown.clock.pass_(1)
        QTest.keyClick(shown.window, key, held)
        shown.pump(1)
        if before["screen"] == "attract":  # any key without Ctrl, Alt or Super may wake it, and does nothing else
            assert state(shown)["screen"] in ("attract", "home"), (held, key)
            shown.session.startOver()
        assert state(shown) == before, (held, key)
        assert shown.window.isVisible()
        hands = shown.hands
        assert hands.staff_exit.letting_go.isActive() or not hands.staff_exit.holding.isActive(), (
            "a touch of Ctrl+Shift+Q is no two seconds"
        )
    assert windows() == open_before


def test_a_close_request_is_refused(shown: Kiosk) -> None:
    before = state(shown)
    assert shown.window.close() is False
    shown.pump()
    assert shown.window.isVisible()
    assert state(shown) == before


def test_right_click_and_long_press_open_nothing(shown: Kiosk) -> None:
    before, open_before = state(shown), windows()
    for x in range(120, 1080, 240):
        for y in range(160, 1900, 320):
            QTest.mouseClick(shown.window, Qt.MouseButton.RightButton, NONE, QPoint(x, y))
            QTest.mouseClick(shown.window, Qt.MouseButton.MiddleButton, NONE, QPoint(x, y))
            if before["screen"] == "attract":  # any finger wakes it
                continue
            shown.hands._perform(shown.hands.contacts.down(1, x, y, shown.clock.now))
            shown.clock.pass_(6)
            shown.hands._perform(shown.hands.contacts.age(shown.clock.now))
            shown.hands._perform(shown.hands.contacts.up(1, shown.clock.now))
    shown.pump()
    assert windows() == open_before
    assert state(shown) == before
    assert shown.hands.contacts.count == 0


def test_the_clipboard_is_never_read_nor_written(shown: Kiosk) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("of the last visitor")
    before = state(shown)
    for key in (Key.Key_V, Key.Key_C, Key.Key_X, Key.Key_A):
        QTest.keyClick(shown.window, key, CTRL)
    shown.pump()
    assert state(shown) == before
    assert clipboard.text() == "of the last visitor", "no text on any screen can be selected or copied"
    clipboard.clear()


def test_five_fingers_a_palm_and_a_drag_off_the_edge_leave_no_stuck_state(shown: Kiosk) -> None:
    hands, now = shown.hands, shown.clock
    now.pass_(10)
    before = state(shown)
    for finger in range(5):
        hands._perform(hands.contacts.down(finger, 100 + 150 * finger, 1000, now.now))
    for finger in range(5):
        hands._perform(hands.contacts.up(finger, now.now))
    now.pass_(10)
    hands._perform(hands.contacts.down(7, 540, 960, now.now, 80.0))
    hands._perform(hands.contacts.up(7, now.now))
    now.pass_(10)
    hands._perform(hands.contacts.down(8, 5, 5, now.now))
    hands._perform(hands.contacts.move(8, -3000, -900, now.now))
    hands._perform(hands.contacts.up(8, now.now))
    shown.pump()
    assert hands.contacts.count == 0
    if before["screen"] != "attract":  # five fingers are somebody
        assert {**state(shown), "sheet": ""} == {**before, "sheet": ""}
    shown.session.startOver()
    shown.session.wake()
    shown.pump()
    now.pass_(10)
    assert hands.contacts.down(9, 540, 960, now.now)[0].kind == "press", "the next finger is felt"
    hands._perform(hands.contacts.cancel())


def test_ctrl_shift_q_is_held_for_two_seconds(kiosk: Kiosk) -> None:
    QTest.keyPress(kiosk.window, Key.Key_Q, CTRL | SHIFT)
    assert kiosk.hands.staff_exit.holding.isActive()
    assert kiosk.hands.staff_exit.holding.interval() == 2000
    QTest.keyRelease(kiosk.window, Key.Key_Shift, CTRL)
    kiosk.wait_for(lambda: not kiosk.hands.staff_exit.holding.isActive(), 1500)
    QTest.keyRelease(kiosk.window, Key.Key_Q, CTRL)


def test_all_text_is_shown_literally(shown: Kiosk) -> None:
    texts = [item for item in shown.items() if item.inherits("QQuickText")]
    assert texts
    formats = {item: QQmlExpression(qmlContext(item), item, "Number(textFormat)").evaluate()[0] for item in texts}
    assert [item.property("text") for item, form in formats.items() if form != Qt.TextFormat.PlainText.value] == []


def test_nothing_in_the_program_opens_a_link_or_takes_typed_text() -> None:
    opening = re.compile(
        r"QDesktopServices|openUrl|linkActivated|onLinkActivated|XMLHttpRequest|WebView|WebEngine|"
        r"\b(?:TextField|TextInput|TextEdit|TextArea|FileDialog)\b|Text\.(?:RichText|StyledText|AutoText|MarkdownText)"
    )
    found = {
        f"{file.relative_to(PACKAGE)}: {match[0]}"
        for pattern in ("*.py", "*.qml", "*.js")
        for file in PACKAGE.rglob(pattern)
        for match in opening.finditer(file.read_text("utf-8"))
    }
    assert found == set()
