"""The keypad alone (R36, R37): each control of each screen and sheet is reached, seen, pressed; there is no trap."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtQuick import QQuickItem

from kiosk.player.interface import type_name
from tests.player.conftest import WIDE, Kiosk

DOWN, UP, ENTER, BACK = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return, Qt.Key.Key_Back

Go = Callable[[Kiosk], None]
SCREENS: dict[str, Go] = {
    "home": lambda _kiosk: None,
    "section": lambda kiosk: kiosk.session.openSection("industries"),
    "panel": lambda kiosk: kiosk.session.openPanel("ai"),
    "second page": lambda kiosk: (kiosk.session.openPanel("investment"), kiosk.session.turnTo(1)),  # type: ignore[dict-item]
    "tour": lambda kiosk: kiosk.session.openPanel("downtown"),
    "language sheet": lambda kiosk: kiosk.session.openSheet("language"),
    "text sheet": lambda kiosk: kiosk.session.openSheet("text"),
    "help sheet": lambda kiosk: kiosk.session.openSheet("help"),
    "stop sheet": lambda kiosk: (kiosk.session.openPanel("downtown"), kiosk.session.openSheet("stop", {"number": 2})),  # type: ignore[dict-item]
}


def name(item: QQuickItem) -> str:
    return str(item.property("label") or item.property("words") or type_name(item))


def around(kiosk: Kiosk, key: Qt.Key = DOWN, limit: int = 90) -> list[QQuickItem]:
    """Press a key until the focus is where it was after the first press; what it was on, in order."""
    kiosk.key(key)
    found = [kiosk.focused]
    while True:
        kiosk.key(key)
        if kiosk.focused is found[0]:
            return [item for item in found if item is not None]
        assert kiosk.focused not in found, f"trapped at {[name(item) for item in found if item]}"
        found.append(kiosk.focused)
        assert len(found) < limit


def arrived(kiosk: Kiosk) -> None:
    """Sheets slide in; while they do they are not on the screen yet."""
    kiosk.session.setStill(True)
    kiosk.pump()


def reachable(kiosk: Kiosk) -> list[str]:
    """The controls a visitor can press now; a ring on a map is left out, its row in the list does the same."""
    names = [name(item) for item in kiosk.controls()]
    return [one for one in names if not any(set(one.split()) < set(other.split()) for other in names if " " in one)]


@pytest.mark.parametrize(
    ("screen", "variant"),
    [
        *((screen, variant) for screen in SCREENS for variant in ("plain", "speech")),
        *((screen, "200 % high contrast low") for screen in ("home", "section", "panel", "text sheet", "stop sheet")),
        *((screen, "landscape") for screen in ("home", "second page", "tour")),
    ],
)
def test_r36_every_control_is_reached_in_reading_order_and_back(kiosk: Kiosk, screen: str, variant: str) -> None:
    if variant == "landscape":
        kiosk.show(*WIDE)
    kiosk.key(ENTER)
    arrived(kiosk)
    if variant.startswith("200"):
        kiosk.session.setTextScale(2.0)
        kiosk.session.setContrast(True)
        kiosk.session.setLow(True)
    SCREENS[screen](kiosk)
    if variant == "speech":
        kiosk.session.setSpeech(True)
        kiosk.hush()
    kiosk.pump(5)
    there = around(kiosk)
    missing = [one for one in reachable(kiosk) if one not in [name(item) for item in there]]
    assert missing == []
    assert len(set(map(id, there))) == len(there)
    back = around(kiosk, UP)
    at = back.index(there[0])
    assert [*back[at:], *back[:at]] == [there[0], *reversed(there[1:])]
    spoken = [thing.item for thing in kiosk.speech.narrator.things()]
    if variant == "speech":
        texts = [item for item in spoken if not item.inherits("QQuickAbstractButton") and item.inherits("QQuickText")]
        assert [name(item) for item in texts if item not in there] == []
    order = [spoken.index(item) for item in there if item in spoken]
    turn = order.index(min(order))
    assert [*order[turn:], *order[:turn]] == sorted(order)


def test_r37_the_focus_is_seen_on_every_step(kiosk: Kiosk) -> None:
    kiosk.key(ENTER)
    arrived(kiosk)
    for _ in range(4):
        kiosk.key(DOWN)
        item = kiosk.focused
        assert item is not None
        assert item.property("visualFocus") is True
        with_ring = kiosk.grab()
        item.setFocus(False)
        kiosk.pump()
        without = kiosk.grab()
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        edge = changed(with_ring, without)
        assert len(edge) > 400, name(item)


def changed(first: object, second: object) -> list[QPoint]:
    """Every fourth pixel that differs clearly between two pictures of one size."""
    width, height = first.width(), first.height()  # type: ignore[attr-defined]
    one, two = bytes(first.constBits()), bytes(second.constBits())  # type: ignore[attr-defined]
    line = first.bytesPerLine()  # type: ignore[attr-defined]
    return [
        QPoint(x, y)
        for y in range(0, height, 2)
        for x in range(0, width, 2)
        if abs(one[y * line + x * 4 + 1] - two[y * line + x * 4 + 1]) > 60
    ]


def go_to(kiosk: Kiosk, label: str) -> None:
    """Down until the focus is on a control."""
    for _ in range(90):
        if kiosk.focused is not None and kiosk.focused.property("label") == label:
            return
        kiosk.key(DOWN)
    raise AssertionError(f"{label!r} is not reached")


def test_from_the_attract_screen_to_the_third_stop_and_home_with_keys_alone(kiosk: Kiosk) -> None:
    kiosk.key(ENTER)
    assert kiosk.session.screen == "home"
    arrived(kiosk)
    go_to(kiosk, "예술과 맛")
    kiosk.key(ENTER)
    assert kiosk.session.place == "tours"
    go_to(kiosk, "도심 코스")
    kiosk.key(ENTER)
    assert kiosk.session.place == "downtown"
    stop = next(name(item) for item in around(kiosk) if name(item).startswith("3. "))
    go_to(kiosk, stop)
    kiosk.key(ENTER)
    assert kiosk.session.sheet == "stop"
    assert kiosk.session.sheetData == {"number": 3}
    kiosk.key(BACK)
    assert kiosk.session.sheet == ""
    kiosk.key(BACK)
    assert kiosk.session.place == "tours"
    kiosk.key(Qt.Key.Key_Home)
    assert kiosk.session.screen == "home"


def test_the_focus_goes_into_a_sheet_and_back_to_where_it_was(kiosk: Kiosk) -> None:
    kiosk.key(ENTER)
    arrived(kiosk)
    go_to(kiosk, "글자·대비")
    kiosk.key(ENTER)
    kiosk.wait_for(lambda: kiosk.focused is not None and kiosk.focused.property("visualFocus"))
    assert name(kiosk.focused) == "보통"  # type: ignore[arg-type]
    kiosk.key(BACK)
    assert kiosk.focused is not None
    assert name(kiosk.focused) == "글자·대비"
    assert kiosk.focused.property("visualFocus") is True


def test_switches_options_and_steps_work_with_enter_and_space(kiosk: Kiosk) -> None:
    kiosk.key(ENTER)
    arrived(kiosk)
    kiosk.session.openSheet("text")
    go_to(kiosk, "고대비 화면")
    kiosk.key(ENTER)
    assert kiosk.session.contrast
    go_to(kiosk, "소리로 듣기")
    kiosk.key(Qt.Key.Key_Space)
    assert kiosk.session.speech
    go_to(kiosk, "빠르게")
    kiosk.key(ENTER)
    assert kiosk.session.rate == 3


def test_the_warning_is_answered_with_one_key_and_has_no_other_way_out(kiosk: Kiosk) -> None:
    kiosk.key(ENTER)
    arrived(kiosk)
    kiosk.clock.pass_(61)
    kiosk.session.tick()
    kiosk.pump()
    assert name(kiosk.focused) == "계속 이용하기"  # type: ignore[arg-type]
    assert sorted(name(item) for item in around(kiosk)) == ["계속 이용하기", "처음부터 다시"]
    go_to(kiosk, "계속 이용하기")
    kiosk.key(ENTER)
    assert kiosk.session.idleStage == "active"
    assert kiosk.session.screen == "home"


def test_after_a_change_of_layout_the_keypad_still_moves(kiosk: Kiosk) -> None:
    """Qt's own chain stands still when the page under the focus is replaced."""
    kiosk.key(ENTER)
    kiosk.session.setTextScale(2.0)
    kiosk.session.openPanel("downtown")
    kiosk.pump()
    kiosk.key(DOWN)
    kiosk.session.setTextScale(1.0)
    kiosk.pump()
    kiosk.key(DOWN)
    before = kiosk.focused
    kiosk.key(DOWN)
    assert kiosk.focused is not before
    assert kiosk.focused is not None
    assert kiosk.focused.isVisible()


def test_a_touch_shows_no_focus_ring(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    arrived(kiosk)
    kiosk.press("글자·대비")
    kiosk.pump()
    assert kiosk.session.sheet == "text"
    assert not [item for item in kiosk.items() if item.property("visualFocus")]
