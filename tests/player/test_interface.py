"""What Python asks of the interface leaves nothing of it behind."""

import gc
import time
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickItem

from kiosk.player.interface import load
from tests.player.conftest import Kiosk
from tests.soak.samples import MIB, allocated


def wrappers() -> Counter[str]:
    """Items of the interface that Python holds, by type."""
    gc.collect()
    return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, QQuickItem))


@pytest.mark.parametrize("speech", [False, True])
def test_no_item_that_had_the_focus_is_held_for_good(kiosk: Kiosk, speech: bool) -> None:
    def visit() -> None:
        kiosk.session.wake()
        kiosk.session.openPanel("photonics")
        kiosk.pump()
        kiosk.key(*[Qt.Key.Key_Tab] * 12)
        kiosk.touch(kiosk.middle(kiosk.controls()[0]))
        kiosk.session.home()
        kiosk.key(Qt.Key.Key_Tab)

    kiosk.session.setSpeech(speech)
    visit()
    before = wrappers()
    for _ in range(4):
        visit()

    assert sum((wrappers() - before).values()) <= 2  # the last focus of a narrator or keypad, not one for each key


def test_there_is_one_window_at_a_time(kiosk: Kiosk) -> None:
    assert kiosk.window.isVisible()
    with pytest.raises(RuntimeError, match=r"^Safe\.qml: the engine of the last window has not been deleted$"):
        load("Safe.qml")


@pytest.mark.skipif(allocated() < 0, reason="the C library does not tell what it gave out")
def test_a_visit_leaves_nothing_in_memory(kiosk: Kiosk) -> None:
    def growth() -> float:
        before = allocated()
        for _ in range(25):
            kiosk.session.wake()
            kiosk.pump()
            kiosk.session.startOver()
            kiosk.pump()
        kiosk.engine.collectGarbage()
        gc.collect()
        kiosk.pump()
        return (allocated() - before) * MIB / 25

    growth()
    # Tables that double come now and then; what stays of each visit comes in every round. One more Loader with a set of
    # properties was 1,150 B a visit.
    assert min(growth() for _ in range(3)) < 400


def test_a_stop_s_card_costs_hardly_more_than_the_sheet_of_settings(kiosk: Kiosk) -> None:
    """Laid out before it had a size, it was 72 lines of a letter each at first, and took ten times as long."""
    session = kiosk.session
    session.wake()
    session.setLanguage("en")
    session.openPanel("yangnim-mudeungsan")
    kiosk.pump()

    def cost(sheet: str, about: dict[str, int]) -> float:
        began = time.thread_time()
        session.openSheet(sheet, about)
        took = time.thread_time() - began
        kiosk.pump()
        session.closeSheet()
        kiosk.pump()
        return took

    card, settings = (min(cost(sheet, {"number": 1}) for _ in range(5)) for sheet in ("stop", "text"))
    assert card < 5 * settings
