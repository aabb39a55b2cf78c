"""R1-R7: controls as large and as far apart as fingers need, one action at a time, an answer at once."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.player.contacts import STUCK
from tests.accessibility.faults import faults, none, words
from tests.accessibility.measure import apart
from tests.accessibility.walk import Page, Spot, pixels
from tests.player.conftest import Kiosk

CONTROL_MM = 20
GAP_MM = 2.5


@pytest.fixture
def glass() -> QPointingDevice:
    """A touch screen."""
    return QTest.createTouchDevice()


def down(kiosk: Kiosk, glass: QPointingDevice, *at: QPoint) -> None:
    """Fingers come down in one frame."""
    touch = QTest.touchEvent(kiosk.window, glass)
    for finger, point in enumerate(at):
        touch.press(finger, point, kiosk.window)
    touch.commit()


def up(kiosk: Kiosk, glass: QPointingDevice, *at: QPoint) -> None:
    """They leave in one frame."""
    touch = QTest.touchEvent(kiosk.window, glass)
    for finger, point in enumerate(at):
        touch.release(finger, point, kiosk.window)
    touch.commit()
    kiosk.pump()


def test_r01_every_control_is_at_least_20_mm(pages: list[Page], low_pages: list[Page]) -> None:
    def small(page: Page) -> list[str]:
        sizes = [(spot, min(spot.rect.width(), spot.rect.height()) * page.mm) for spot in page.cells]
        return [f"{spot} is {size:.1f} mm" for spot, size in sizes if size < CONTROL_MM]

    assert sum(len(page.cells) for page in pages) > 2000
    none(faults([*pages, *low_pages], small))


def test_r02_neighbouring_controls_are_at_least_2_5_mm_apart(pages: list[Page], low_pages: list[Page]) -> None:
    def close(page: Page) -> list[str]:
        cells = [spot for spot in page.cells if spot.kind != "MouseArea"]
        pairs = [(one, two) for index, one in enumerate(cells) for two in cells[index + 1 :]]
        gaps = [(one, two, apart(one.rect, two.rect) * page.mm) for one, two in pairs]
        return [f"{one} and {two}: {gap:.2f} mm" for one, two, gap in gaps if gap < GAP_MM - 0.01]

    none(faults([*pages, *low_pages], close))


def test_r03_nothing_needs_a_gesture(pages: list[Page]) -> None:
    source = "\n".join(file.read_text(encoding="utf-8") for file in paths.ui().rglob("*.qml"))
    gestures = r"\b(\w*Flickable|ListView|GridView|PathView|SwipeView|\w*PinchHandler|\w*PinchArea|\w*DragHandler"
    assert (
        re.findall(gestures + r"|MultiPointTouchArea|Slider|ScrollView|onPressAndHold|onDoubleClicked)\b", source) == []
    )

    def ended(page: Page) -> list[str]:
        # Pages are turned by buttons: wherever there are several, one leads on, or back from the last.
        return [] if page.where.pages == 1 or _turning(page) else ["no button turns its pages"]

    none(faults(pages, ended))


def _turning(page: Page) -> list[Spot]:
    turns = {words(page)["more"], words(page)["previous"]}
    return [spot for spot in page.cells if spot.label in turns]


def test_r04_two_fingers_at_once_do_one_thing(kiosk: Kiosk, glass: QPointingDevice) -> None:
    kiosk.session.wake()
    kiosk.pump()
    industries, startups = (kiosk.middle(kiosk.control(name)) for name in ("첨단산업", "창업"))
    opened: list[str] = []
    kiosk.session.placeChanged.connect(lambda: opened.append(kiosk.session.place))
    down(kiosk, glass, industries, startups)
    up(kiosk, glass, industries, startups)
    assert opened in (["industries"], ["startups"], [])
    # Two that come down one after the other: the first acts, the second does nothing.
    kiosk.session.home()
    opened.clear()
    kiosk.clock.pass_(1)
    QTest.touchEvent(kiosk.window, glass).press(0, industries, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, glass).stationary(0).press(1, startups, kiosk.window).commit()
    up(kiosk, glass, industries, startups)
    assert opened == ["industries"]


def test_r05_a_second_tap_within_300_ms_is_ignored(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.pump()
    bar = kiosk.middle(kiosk.control("화면 대비"))
    kiosk.touch(bar)
    assert kiosk.session.contrast
    kiosk.clock.pass_(-0.75)
    kiosk.touch(bar)  # the fixture's touch lets a second pass: a quarter of a second after the first
    assert kiosk.session.contrast
    kiosk.clock.pass_(0.4)
    kiosk.touch(bar)
    assert not kiosk.session.contrast


def test_r06_a_contact_stuck_for_5_s_blocks_nothing(kiosk: Kiosk, glass: QPointingDevice) -> None:
    kiosk.session.wake()
    kiosk.pump()
    door, water = kiosk.middle(kiosk.control("창업")), QPoint(40, 900)
    QTest.touchEvent(kiosk.window, glass).press(0, water, kiosk.window).commit()
    kiosk.clock.pass_(1)
    QTest.touchEvent(kiosk.window, glass).stationary(0).press(1, door, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, glass).stationary(0).release(1, door, kiosk.window).commit()
    assert kiosk.session.screen == "home", "one finger at a time"
    kiosk.clock.pass_(STUCK)
    QTest.touchEvent(kiosk.window, glass).stationary(0).press(2, door, kiosk.window).commit()
    QTest.touchEvent(kiosk.window, glass).stationary(0).release(2, door, kiosk.window).commit()
    kiosk.pump()
    assert kiosk.session.place == "startups"
    up(kiosk, glass, water)


@pytest.mark.parametrize("contrast", [False, True])
def test_r07_a_touch_is_seen_in_the_next_frame(kiosk: Kiosk, contrast: bool) -> None:
    kiosk.session.wake()
    kiosk.session.setStill(True)
    kiosk.session.setContrast(contrast)
    for go in (
        kiosk.session.home,
        lambda: kiosk.session.openSheet("text"),
        lambda: kiosk.session.openSection("city"),
    ):
        go()
        kiosk.pump()
        for item in kiosk.controls():
            kiosk.clock.pass_(1)
            before = pixels(kiosk.grab())
            at = kiosk.middle(item)
            QTest.mousePress(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
            after = pixels(kiosk.window.grabWindow())
            box = (
                item.mapRectToScene(item.boundingRect())
                .toRect()
                .intersected(kiosk.window.contentItem().boundingRect().toRect())
            )
            part = (slice(box.top(), box.bottom()), slice(box.left(), box.right()))
            changed = (before[part] != after[part]).any(axis=2).sum()
            assert changed > 200, f"{item.property('label')} shows no press"
            # Slid off the glass: nothing is activated.
            QTest.mouseMove(kiosk.window, QPoint(-50, -50))
            QTest.mouseRelease(
                kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(-50, -50)
            )
            kiosk.pump()
