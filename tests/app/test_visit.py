"""A visit to the real program in full screen, as a visitor and as staff have it."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app import fingers
from tests.app.booth import Booth, wait_for
from tests.app.conftest import Reference
from tests.app.x11 import Pixels, Screen
from tests.player.conftest import Kiosk


def children(process: int) -> set[int]:
    """Processes that this one has started and that still run."""
    found = set()
    for task in Path(f"/proc/{process}/task").glob("*/children"):
        found |= {int(child) for child in task.read_text(encoding="ascii").split()}
    return found


def test_from_the_first_touch_to_a_panel_and_nothing_but_staff_ends_it(
    booth: Callable[..., Booth], display: Screen, content: Path, published: Path, start: Callable[..., Kiosk]
) -> None:
    expected = Reference(start())
    attract = expected.picture()
    expected.session.wake()
    home, door = expected.picture(), expected.at("첨단산업")
    expected.session.openSection("industries")
    section, tile = expected.picture(), expected.at("광(光)산업")
    expected.session.openPanel("photonics")
    panel, back, languages = expected.picture(), expected.at("뒤로"), expected.at("한국어")
    expected.session.openSheet("language")
    sheet, english = expected.picture(), expected.at("English")
    expected.session.closeSheet()
    expected.session.setLanguage("en")
    in_english = expected.picture()

    shown = booth("--content", content, "--state", published, "--language", "ko")
    shown.until(attract, "the attract screen")
    assert display.shown() == [(0, 0, 1080, 1920)]
    # The finger that wakes it is where a door will be, and yet opens none.
    shown.tap(door)
    shown.until(home, "the home screen")
    shown.tap(door)
    shown.until(section, "the industries")
    shown.tap(tile)
    shown.until(panel, "photonics")
    shown.tap(languages)
    shown.until(sheet, "the languages")
    shown.tap(english)
    shown.until(in_english, "photonics in English, on the same page")

    display.key("Escape")
    assert display.ask_to_close() == 1
    for key in ("Control_L", "Shift_L", "q"):
        display.key_down(key)
    time.sleep(1.0)  # half of what staff hold
    display.let_go()
    shown.tap(back)
    shown.until(_section_in_english(expected), "still running, and back among the industries")

    pressed = time.monotonic()
    for key in ("Control_L", "Shift_L", "q"):
        display.key_down(key)
    assert shown.ends() == 0
    assert time.monotonic() - pressed > 1.8
    display.let_go()
    assert "ERROR" not in shown.said
    assert "WARNING" not in shown.said
    assert display.shown() == []


def _section_in_english(expected: Reference) -> Pixels:
    expected.session.back()
    return expected.picture()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_a_signal_ends_it_clean(booth: Callable[..., Booth], content: Path, tmp_path: Path, name: str) -> None:
    """Also while the first edition is being made: nothing is left running."""
    shown = booth("--content", content, "--state", tmp_path / "state")
    shown.until_said("publish: reading")
    helpers = children(shown.process.pid)
    assert helpers

    shown.process.send_signal(getattr(signal, name))

    assert shown.ends(5) == 0
    assert [child for child in helpers if Path(f"/proc/{child}").exists()] == []
    assert "Traceback" not in shown.said


@pytest.mark.parametrize("how", ["Escape", "the window's cross"])
def test_the_demo_is_left_as_any_window(
    booth: Callable[..., Booth], display: Screen, content: Path, published: Path, how: str
) -> None:
    shown = booth("--windowed", "--content", content, "--state", published)
    wait_for(lambda: display.pixels().max() > 200 and display.shown(), "the window")
    ((x, y, width, height),) = display.shown()
    assert width <= 1080
    assert height <= 1920
    shown.until_said("nothing has changed")

    if how == "Escape":
        display.click(x + width // 2, y + height - 2)  # the keyboard goes where the pointer is
        display.key("Escape")
    else:
        assert display.ask_to_close() == 1

    assert shown.ends() == 0
    assert "Traceback" not in shown.said


def test_fingers_on_a_real_window(display: Screen, content: Path, published: Path) -> None:
    """Touches as Qt delivers them on X11: the first wakes, one finger presses, three or a palm press nothing."""
    told = fingers.run(display.name, content, published)

    assert told == [
        "one finger wakes: home",
        "a tap on the first door, and another within 300 ms: section industries",
        "two fingers on two tiles: panel photonics",
        "back: section industries",
        "three fingers: section industries",
        "a finger that trembles by 14 mm: panel photonics",
    ]


def test_a_start_language_the_content_does_not_have(
    booth: Callable[..., Booth], content: Path, published: Path
) -> None:
    shown = booth("--content", content, "--state", published, "--language", "fr")

    shown.until_said("WARNING the content has no language fr; it begins in ko")
    shown.process.terminate()
    assert shown.ends() == 0
