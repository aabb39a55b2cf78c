"""A kiosk in a window nobody sees: an edition of the shipped content, a session with a hand-set clock, the real QML."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QDeadlineTimer, QPoint, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk import paths
from kiosk.content.reader import read
from kiosk.player.edition_view import EditionView
from kiosk.player.hands import Hands
from kiosk.player.interface import focused, load, visible
from kiosk.player.plates import PlateShelf
from kiosk.player.session import KioskSession
from kiosk.player.speech import Speech
from kiosk.publish.compose import compose
from kiosk.staff.proof.stage import pump
from tests import one_window
from tests.player.fakes import FakeVoice, HeardVoices

PORTRAIT = (1080, 1920)
WIDE = (1920, 1080)
LANGUAGES = ("ko", "en", "ja", "zh")


class Clock:
    """A monotonic clock that moves only when told to. Seconds."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += seconds


@dataclass
class Kiosk:
    """The running interface with everything a test needs to use it as a visitor does."""

    session: Any
    window: QQuickWindow
    engine: QQmlApplicationEngine
    clock: Clock
    hands: Hands
    speech: Speech
    voice: FakeVoice
    extras: list[object] = field(default_factory=list)

    def pump(self, rounds: int = 3) -> None:
        """Let everything that is due happen."""
        pump(rounds)

    def wait_for(self, condition: Callable[[], object], milliseconds: int = 60_000) -> None:
        """Wait until ``condition`` holds; fails otherwise."""
        deadline = QDeadlineTimer(milliseconds)
        while not condition():
            assert not deadline.hasExpired(), f"waited {milliseconds} ms in vain"
            QTest.qWait(5)

    def items(self) -> Iterator[QQuickItem]:
        """Every item of the window that is visible, in the order of the item tree."""
        return visible(self.window.contentItem())

    def controls(self, label: str = "") -> list[QQuickItem]:
        """Visible, enabled controls: all, or those named ``label``."""
        found = [item for item in self.items() if item.inherits("QQuickAbstractButton") and item.isEnabled()]
        return [item for item in found if label in ("", item.property("label"))]

    def control(self, label: str) -> QQuickItem:
        """The one visible control with this name; the last one of several, which lies on top."""
        found = self.controls(label)
        assert found, f"no control {label!r}; there are {[item.property('label') for item in self.controls()]}"
        return found[-1]

    def middle(self, item: QQuickItem) -> QPoint:
        """The middle of an item in the window, px."""
        return item.mapRectToScene(item.boundingRect()).center().toPoint()

    def press(self, label: str) -> None:
        """Touch the middle of the control with this name, after the repeat guard's 300 ms."""
        self.touch(self.middle(self.control(label)))

    def touch(self, at: QPoint) -> None:
        """A touch at a point of the window, px."""
        self.clock.pass_(1)
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
        self.pump()

    def key(self, *keys: Qt.Key) -> None:
        """Press and release keys one after another."""
        for key in keys:
            self.clock.pass_(1)
            QTest.qWait(5)  # no hand lets go of a key and presses it again at once; see ``kiosk.player.hands_keys``
            QTest.keyClick(self.window, key)
            self.pump()

    @property
    def focused(self) -> QQuickItem | None:
        """What the keypad is on."""
        return focused(self.window)

    def show(self, width: int, height: int) -> None:
        """Show the window on a panel of this size, px."""
        self.window.setGeometry(0, 0, width, height)
        self.window.show()
        self.window.requestActivate()
        self.wait_for(lambda: self.window.isActive() and (self.window.width(), self.window.height()) == (width, height))
        self.pump()

    def start_over(self) -> None:
        """Back to the attract screen, with nothing of the last test left."""
        self.session.startOver()
        self.hush()
        self.voice.tags = set(LANGUAGES)
        self.voice.works = True
        self.voice.said.clear()
        self.speech.voices.spoken.clear()
        self.hands.contacts.cancel()
        self.hands.keypad.used = False
        self.clock.pass_(10)
        self.show(*PORTRAIT)

    def hear(self) -> list[str]:
        """Wait until something is said, hear it out, and give what reached the voice, utterance by utterance."""
        self.wait_for(lambda: self.voice.saying)
        return self.voice.end_all()

    def hush(self) -> None:
        """Wait until the narrator has nothing to do, hearing out what it says."""
        self.wait_for(lambda: self.voice.saying or not self.speech.narrator.busy)
        while self.voice.saying or self.speech.narrator.busy:
            self.voice.end_all()
            self.pump()
            QTest.qWait(5)

    def grab(self) -> QImage:
        """What is on the screen."""
        self.pump()
        return self.window.grabWindow()


@pytest.fixture(scope="session")
def edition_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of the shipped content as files; pictures as they are."""
    content = read(paths.default_content()).content
    assert content is not None
    folder = tmp_path_factory.mktemp("edition")
    for name, data in compose(content, lambda picture: picture.read_bytes()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture(scope="session")
def edition(edition_folder: Path) -> EditionView:
    """The shipped content as the player reads it."""
    return EditionView(edition_folder)


@pytest.fixture(scope="session")
def fonts(qapp: QGuiApplication) -> list[int]:
    """The program's own fonts, loaded once; Qt's numbers for them."""
    assert qapp is not None
    return [QFontDatabase.addApplicationFont(str(font)) for font in (paths.assets() / "fonts").glob("*.[ot]tf")]


def _started(edition: EditionView, language: str, size: tuple[int, int], windowed: bool = False) -> Kiosk:
    clock = Clock()
    shelf = PlateShelf([paths.assets() / "plates"])
    session = KioskSession(edition, language, now=clock, plates=shelf)
    voice = FakeVoice(*LANGUAGES)
    speech = Speech(session, HeardVoices([lambda: voice]), clock)
    engine, window = load("Main.qml", {"session": session, "windowed": windowed})
    hands = Hands(session, window, windowed, lambda: None, now=clock)
    speech.narrator._due.setInterval(5)
    speech.headphones.start = lambda: None  # type: ignore[method-assign] - no sound server in a test
    speech.attach(window, hands)
    window.setProperty("warm", True)
    kiosk = Kiosk(session, window, engine, clock, hands, speech, voice, [shelf])
    kiosk.show(*size)
    return kiosk


def _close(kiosk: Kiosk) -> None:
    kiosk.window.hide()
    shiboken6.delete(kiosk.engine)
    kiosk.pump(1)


@pytest.fixture
def start(edition: EditionView, fonts: list[int]) -> Iterator[Callable[..., Kiosk]]:
    """Start a fresh kiosk: ``start(language="ko", size=PORTRAIT, windowed=False)``.

    Closed when the test ends or starts another one.
    """
    assert fonts

    def begin(language: str = "ko", size: tuple[int, int] = PORTRAIT, windowed: bool = False) -> Kiosk:
        return one_window.take(object(), lambda: _started(edition, language, size, windowed), _close)

    yield begin
    one_window.clear()


@pytest.fixture(scope="session")
def no_window(qapp: QGuiApplication) -> Iterator[None]:
    """Closes what stands in the end, while there is an application."""
    assert qapp is not None
    yield
    one_window.clear()


@pytest.fixture
def kiosk(edition: EditionView, fonts: list[int], no_window: None) -> Kiosk:
    """A kiosk in Korean on a portrait panel of 1080 by 1920 px, on its attract screen.

    It is the same one in all tests, taken back to its start as by a visitor who leaves.
    """
    del no_window
    assert fonts
    same = shared(edition)
    same.start_over()
    return same


def shared(edition: EditionView) -> Kiosk:
    """The kiosk that tests share, as the last one left it."""
    return one_window.take("kiosk", lambda: _started(edition, "ko", PORTRAIT), _close)
