"""Touch while the kiosk speaks (R39): the first touch speaks, the second presses; and the long press that begins it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from kiosk.player.explore import TWICE, Explore
from tests.player.conftest import Clock, Kiosk

# -------------------------------------------------------------------- the rule alone


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_a_control_is_spoken_first_and_pressed_second_whenever_that_is(clock: Clock) -> None:
    rule = Explore(clock)
    assert rule.touch("door", True) == "speak"
    clock.pass_(3600)
    assert rule.touch("door", True) == "press"
    assert rule.touch("door", True) == "press"


def test_another_thing_is_spoken_first_again(clock: Clock) -> None:
    rule = Explore(clock)
    rule.touch("door", True)
    assert rule.touch("bar", True) == "speak"
    assert rule.touch("door", True) == "speak"


def test_a_text_is_only_ever_spoken(clock: Clock) -> None:
    rule = Explore(clock)
    assert [rule.touch("text", False) for _ in range(3)] == ["speak"] * 3


def test_two_touches_beside_everything_press_what_was_spoken_last(clock: Clock) -> None:
    rule = Explore(clock)
    assert [rule.touch(None, False), rule.touch(None, False)] == ["nothing", "nothing"]
    rule.touch("door", True)
    assert rule.touch(None, False) == "nothing"
    clock.pass_(TWICE)
    assert rule.touch(None, False) == "press last"
    assert rule.touch(None, False) == "nothing"
    clock.pass_(TWICE + 0.1)
    assert rule.touch(None, False) == "nothing"


def test_what_the_keypad_speaks_of_is_pressed_by_the_next_touch_on_it(clock: Clock) -> None:
    rule = Explore(clock)
    rule.spoken("door")
    assert rule.touch("door", True) == "press"
    rule.spoken(None)
    assert rule.touch("door", True) == "speak"


# -------------------------------------------------------------------- on the screen


def visit(kiosk: Kiosk) -> Kiosk:
    kiosk.session.wake()
    kiosk.session.setStill(True)
    kiosk.session.setSpeech(True)
    kiosk.hush()
    kiosk.voice.said.clear()
    return kiosk


def test_without_speech_one_touch_presses(kiosk: Kiosk) -> None:
    kiosk.session.wake()
    kiosk.pump()
    kiosk.press("창업")
    assert kiosk.session.place == "startups"


def test_one_touch_speaks_and_the_second_opens(kiosk: Kiosk) -> None:
    visit(kiosk)
    door = kiosk.middle(kiosk.control("창업"))
    kiosk.touch(door)
    assert kiosk.session.screen == "home"
    assert kiosk.voice.end_all()[0] == "창업, 버튼"
    kiosk.touch(door)
    assert kiosk.session.place == "startups"


def test_a_text_under_the_finger_is_read_and_the_smallest_thing_wins(kiosk: Kiosk) -> None:
    visit(kiosk)
    headline = next(thing for thing in kiosk.speech.narrator.things() if thing.role == "heading")
    kiosk.touch(headline.rect.center().toPoint())
    assert kiosk.voice.end_all() == ["어느 빛을 따라갈까요?"]
    assert kiosk.session.screen == "home"


def test_after_another_page_the_same_place_is_spoken_first(kiosk: Kiosk) -> None:
    visit(kiosk)
    home = kiosk.middle(kiosk.control("도움"))
    kiosk.touch(home)
    kiosk.session.openSection("tours")
    kiosk.hush()
    kiosk.touch(home)
    assert kiosk.session.sheet == ""
    assert kiosk.voice.end_all()[0] == "도움, 버튼"


def test_two_touches_on_an_empty_place_press_what_was_spoken_last(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.touch(kiosk.middle(kiosk.control("창업")))
    empty = QPoint(8, 8)
    kiosk.clock.pass_(-0.5)
    kiosk.touch(empty)
    assert kiosk.session.screen == "home"
    kiosk.touch(empty)
    assert kiosk.session.place == "startups"


def test_a_finger_that_slides_hears_what_it_comes_to_and_presses_nothing(kiosk: Kiosk) -> None:
    visit(kiosk)
    explorer = kiosk.speech.explorer
    first, second = (QPointF(kiosk.middle(kiosk.control(label))) for label in ("첨단산업", "창업"))
    assert explorer.instead("press", first) == ""
    assert explorer.instead("move", second) == ""
    assert explorer.instead("release", second) == ""
    assert [text for text in kiosk.voice.texts if "버튼" in text] == ["첨단산업, 버튼", "창업, 버튼"]
    assert kiosk.session.screen == "home"


def test_fingers_on_the_glass_follow_the_same_rule(kiosk: Kiosk) -> None:
    visit(kiosk)
    device = QTest.createTouchDevice()
    door = kiosk.middle(kiosk.control("창업"))
    for opened in ("", "startups"):
        kiosk.clock.pass_(1)
        QTest.touchEvent(kiosk.window, device).press(0, door, kiosk.window).commit()
        QTest.touchEvent(kiosk.window, device).release(0, door, kiosk.window).commit()
        kiosk.pump()
        assert kiosk.session.place == opened


def test_nothing_beneath_a_sheet_is_spoken(kiosk: Kiosk) -> None:
    visit(kiosk)
    door = kiosk.middle(kiosk.control("창업"))
    kiosk.session.openSheet("help")
    kiosk.hush()
    kiosk.voice.said.clear()
    kiosk.touch(door)
    assert "창업, 버튼" not in kiosk.voice.texts


def test_in_the_warning_any_touch_stays_and_none_ends_the_visit(kiosk: Kiosk) -> None:
    visit(kiosk)
    kiosk.session.openSection("tours")
    kiosk.hush()
    kiosk.clock.pass_(121)
    kiosk.session.tick()
    kiosk.pump()
    over = kiosk.middle(kiosk.control("처음부터 다시"))
    kiosk.touch(over)
    assert kiosk.session.idleStage == "active"
    assert kiosk.session.place == "tours"


def test_where_no_voice_speaks_one_touch_still_presses(kiosk: Kiosk) -> None:
    kiosk.voice.tags = set()
    kiosk.session.wake()
    kiosk.session.setSpeech(True)
    kiosk.wait_for(lambda: kiosk.speech.narrator.missing)
    kiosk.press("창업")
    assert kiosk.session.place == "startups"


def test_the_demos_strip_is_neither_read_nor_explored(start: Callable[..., Kiosk]) -> None:
    kiosk = visit(start("en", (1300, 1920), windowed=True))
    shown = kiosk.speech.narrator.things()
    demo = [thing for thing in shown if thing.part == "demo"]
    assert demo
    kiosk.session.openSection("tours")
    said = " ".join(kiosk.hear())
    assert "Art and food" in said
    assert [thing.name for thing in demo if thing.name in said] == []
    point = QPointF(demo[-1].rect.center())
    assert kiosk.speech.explorer.instead("press", point) == "press"
    assert kiosk.speech.explorer.instead("release", point) == "release"


# -------------------------------------------------------------------- the long press


@pytest.fixture
def long(kiosk: Kiosk) -> Iterator[Callable[[QPoint], None]]:
    """Hold a point until the long press has been recognised, or for 80 ms; then let go."""
    timer = kiosk.speech.explorer._long
    usual = timer.interval()
    timer.setInterval(20)

    def hold(at: QPoint) -> None:
        kiosk.clock.pass_(1)
        QTest.mousePress(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        QTest.qWait(80)
        QTest.mouseRelease(kiosk.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        kiosk.pump()

    yield hold
    timer.setInterval(usual)


def test_a_long_press_on_the_bar_switches_speech_on_and_presses_nothing(
    kiosk: Kiosk, long: Callable[[QPoint], None]
) -> None:
    kiosk.session.wake()
    kiosk.pump()
    long(kiosk.middle(kiosk.control("도움")))
    assert kiosk.session.speech
    assert kiosk.session.sheet == ""
    assert kiosk.hear()[0] == "소리로 듣기, 켬."


def test_a_long_press_on_the_attract_screen_begins_a_visit_that_speaks(
    kiosk: Kiosk, long: Callable[[QPoint], None]
) -> None:
    long(QPoint(540, 960))
    assert kiosk.session.speech
    assert kiosk.session.screen == "home"
    assert kiosk.hear()[0] == "소리로 듣기, 켬."


def test_a_long_press_elsewhere_and_a_short_one_on_the_bar_do_not(kiosk: Kiosk, long: Callable[[QPoint], None]) -> None:
    kiosk.session.wake()
    kiosk.pump()
    long(kiosk.middle(kiosk.control("창업")))
    assert kiosk.session.place == "startups"
    kiosk.press("도움")
    QTest.qWait(60)
    assert kiosk.session.sheet == "help"
    assert not kiosk.session.speech
