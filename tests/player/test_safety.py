"""The safe screen stays shut; memory is given back while nobody is there; a beat is a frame that was drawn."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.player import memory, safety
from kiosk.player.heartbeat import Heartbeat
from kiosk.player.interface import load
from kiosk.player.memory import MIB, MOST, Need
from kiosk.player.safety import ClosedWindow, MemoryGuard
from tests import one_window
from tests.player.test_escapes import CTRL, FORBIDDEN, SHIFT
from tests.staff.booth import PATIENCE, environment


@pytest.fixture
def safe(qapp: QGuiApplication) -> Iterator[QQuickWindow]:
    """The window of the safe screen."""
    assert qapp is not None
    one_window.clear()
    engine, window = load("Safe.qml")
    window.setGeometry(0, 0, 540, 960)
    window.show()
    yield window
    window.hide()
    shiboken6.delete(engine)


@pytest.mark.parametrize("windowed", [False, True])
def test_the_safe_screen_is_left_by_staff_only(safe: QQuickWindow, windowed: bool, qtbot: QtBot) -> None:
    left: list[int] = []
    shut = ClosedWindow(safe, windowed, lambda: left.append(1))
    for held, key in FORBIDDEN:
        if not (windowed and key == Qt.Key.Key_Escape):
            QTest.keyClick(safe, key, held)
    assert left == []
    assert safe.close() is windowed
    QTest.keyClick(safe, Qt.Key.Key_Escape)
    assert left == ([1, 1] if windowed else []), "a window is left by closing it, and by Esc"
    shut.staff_exit.holding.setInterval(50)
    QTest.keyPress(safe, Qt.Key.Key_Q, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(left) == (3 if windowed else 1))


@pytest.mark.parametrize(
    ("start", "now", "need"),
    [
        (100, 199, Need.NOTHING),
        (100, 201, Need.WARNING),
        (100, 401, Need.RESTART),
        (1000, MOST // MIB + 1, Need.RESTART),
        (0, 5000, Need.NOTHING),
        (100, 0, Need.NOTHING),
    ],
)
def test_when_memory_is_too_much(start: int, now: int, need: Need) -> None:
    assert memory.need(start * MIB, now * MIB) is need


def test_memory_is_given_back_only_while_nobody_is_there(caplog: pytest.LogCaptureFixture) -> None:
    held, resting, again = [100 * MIB], [False], list[int]()
    guard = MemoryGuard(lambda: resting[0], lambda: again.append(1), lambda: held[0])
    guard.look()
    held[0] = 500 * MIB
    guard.look()
    guard.look()
    assert again == []
    resting[0] = True
    guard.look()
    assert again == [1]
    assert [record.getMessage() for record in caplog.records] == [
        "memory has grown from 100 to 500 MiB",
        "starting anew to give the memory back; nobody is there",
    ]


def test_what_a_visit_leaves_is_given_back_unless_somebody_comes_at_once(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, resting, done = [100 * MIB], [True], list[str]()

    def give_back() -> bool:
        done.append("given back")
        held[0] = 90 * MIB
        return True

    monkeypatch.setattr(memory, "give_back", give_back)
    monkeypatch.setattr(safety, "REST_MS", 1)
    guard = MemoryGuard(lambda: resting[0], None, lambda: held[0], lambda: done.append("collected"))

    def rest() -> list[str]:
        done.clear()
        guard.rest()
        qtbot.waitUntil(lambda: not guard._pause.isActive())
        return done

    assert rest() == ["collected", "given back"]
    resting[0] = False
    assert rest() == [], "somebody is there"
    resting[0], held[0] = True, 93 * MIB
    guard.look()
    assert done == [], "it has hardly grown since"
    held[0] = 95 * MIB
    guard.look()
    assert done == ["collected", "given back"], "editions come while nobody is there, too"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's own")
def test_memory_given_back_is_no_longer_held() -> None:
    pieces = [bytes(4000) for _ in range(20_000)]  # 80 MB, too small for a mapping of their own
    del pieces[:-1]  # the last one keeps the heap from shrinking by itself
    before = memory.resident()
    assert memory.give_back()
    assert before - memory.resident() > 40 * MIB


def test_without_a_supervisor_memory_is_only_told(caplog: pytest.LogCaptureFixture) -> None:
    held = [100 * MIB]
    guard = MemoryGuard(lambda: True, None, lambda: held[0])
    guard.look()
    held[0] = 500 * MIB
    guard.look()
    assert [record.getMessage() for record in caplog.records] == ["memory has grown from 100 to 500 MiB"]


def test_a_beat_is_a_frame_that_was_drawn(safe: QQuickWindow, qtbot: QtBot) -> None:
    beats: list[int] = []
    QTest.qWaitForWindowExposed(safe)
    heart = Heartbeat(safe, lambda: beats.append(1), interval=10)
    qtbot.waitUntil(lambda: len(beats) >= 3)
    safe.frameSwapped.disconnect(heart._drawn)  # the screen draws no more, though the event loop turns
    beats.clear()
    qtbot.wait(100)
    assert beats == []
    safe.hide()  # the system has switched the output off: the event loop answers
    qtbot.waitUntil(lambda: len(beats) >= 3)


@pytest.mark.skipif(sys.platform == "win32", reason="ended by a signal")
def test_the_safe_screen_needs_no_log(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom kiosk.player import journal, safety\n"
        "def start(_):\n    raise FileNotFoundError(2, 'No usable temporary directory')\njournal.start = start\n"
        "settings = safety.SafeSettings(Path(sys.argv[1]), (540, 960), supervised=True)\n"
        "sys.exit(safety.play_safe(settings))\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(),
    ) as screen:
        try:
            assert screen.stdout is not None
            assert screen.stdout.readline() == "beat\n", "it has drawn a frame"
            screen.terminate()
            said = screen.communicate(timeout=PATIENCE)[1]
        finally:
            screen.kill()
    assert screen.returncode == memory.TOLD + signal.SIGTERM
    assert said.splitlines()[0] == "a fault in the program; please report it"
    assert said.splitlines()[-1] == "FileNotFoundError: [Errno 2] No usable temporary directory"
