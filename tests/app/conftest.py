"""A screen for each test file, a published state to start from, and reference pictures of what a screen shows."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from kiosk import paths
from tests.app.booth import Booth, kiosk
from tests.app.x11 import MISSING, Pixels, Screen, screen
from tests.player.conftest import PORTRAIT, Kiosk, edition, fonts, start

__all__ = ["edition", "fonts", "start"]


@pytest.fixture(scope="session")
def display(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    """A portrait screen of 1080 by 1920 px without hardware."""
    if MISSING:
        pytest.skip(MISSING)
    with screen(*PORTRAIT, tmp_path_factory.mktemp("screen")) as opened:
        yield opened


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped content that no test changes."""
    return Path(shutil.copytree(paths.default_content(), tmp_path_factory.mktemp("content") / "content"))


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory, content: Path) -> Path:
    """A state folder with an edition of ``content``."""
    state = tmp_path_factory.mktemp("published") / "state"
    made = kiosk("publish", content, "--state", state)
    assert made.returncode == 0, made.stderr
    return state


@pytest.fixture(scope="session")
def edition_folder(published: Path) -> Path:
    """What the program has published, for the reference."""
    (folder,) = (published / "editions").iterdir()
    return folder


@pytest.fixture
def booth(display: Screen, tmp_path: Path) -> Iterator[Callable[..., Booth]]:
    """Start the program on the screen: ``booth("--windowed", ..., VARIABLE="value")``. Ended with the test."""
    started: list[Booth] = []

    def begin(*args: object, **changes: str) -> Booth:
        started.append(Booth(display, tmp_path / f"terminal{len(started)}.txt", args, **changes))
        return started[-1]

    yield begin
    display.let_go()
    for one in started:
        one.kill()


class Reference:
    """The same interface in this process, in still light and without art: where things are, and how they look."""

    def __init__(self, kiosk: Kiosk) -> None:
        self.kiosk = kiosk
        self.session = kiosk.session
        self.session.setStill(True)
        self.session.plates._folders.clear()  # pages without art: only words are compared

    def picture(self) -> Pixels:
        """What is on its screen."""
        image = self.kiosk.grab().convertToFormat(QImage.Format.Format_RGB888)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : image.width() * 3].reshape(image.height(), image.width(), 3).copy()

    def at(self, label: str) -> tuple[int, int]:
        """The middle of a control, px."""
        point = self.kiosk.middle(self.kiosk.control(label))
        return point.x(), point.y()
