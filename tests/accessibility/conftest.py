"""One running interface for all these tests, set anew for each measurement."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtQuick import QQuickItem

from kiosk.player.edition_view import EditionView
from tests.accessibility.measure import kind
from tests.accessibility.settings import PANELS, PORTRAIT, WIDE, Panel, Setting, everything, sample
from tests.accessibility.visits import EVERY, ONE_OF_EACH
from tests.accessibility.walk import Page, walk
from tests.player.conftest import Kiosk, edition, edition_folder, fonts, no_window, shared, start

__all__ = ["edition", "edition_folder", "fonts", "no_window", "start"]

Walked = Callable[[Setting], list[Page]]

LOW = (
    Setting(Panel(43, PORTRAIT, 700), "ko", 1.0, low=True),
    Setting(Panel(55, PORTRAIT, 700), "en", 2.0, low=True),
    Setting(Panel(32, PORTRAIT, 750), "ja", 2.0, contrast=True, low=True),
    Setting(Panel(55, WIDE, 750), "zh", 1.5, low=True),
    Setting(Panel(55, PORTRAIT, 900), "ko", 1.0, low=True),
)
"""Everything brought down; the first two panels as the requirements describe them, the last hung too high."""


@pytest.fixture
def kiosk(edition: EditionView, fonts: list[int], no_window: None) -> Iterator[Kiosk]:
    """The kiosk of all tests, taken back to its start, with the panel and the idle times of the shipped content."""
    del no_window
    assert fonts
    same = shared(edition)
    same.session.set_system_still(False)
    same.session.set_system_contrast(False)
    _restore(same)
    same.start_over()
    yield same
    same.session.set_system_still(False)
    same.session.set_system_contrast(False)


def _restore(kiosk: Kiosk) -> None:
    edition = kiosk.session._edition
    shipped = json.loads((edition.folder / "kiosk.json").read_bytes())
    if edition.kiosk != shipped:
        edition.kiosk = shipped
        kiosk.session.show_edition(edition)


@pytest.fixture(
    scope="session",
    params=[None, *(pytest.param(panel, marks=pytest.mark.long) for panel in PANELS)],
    ids=lambda panel: str(panel or "sample").replace(" ", "-"),
)
def pages(request: pytest.FixtureRequest, edition: EditionView, fonts: list[int], no_window: None) -> list[Page]:
    """A third of the pages of a sample of settings, walked once; with ``-m long`` all of all settings of a panel."""
    del no_window
    assert fonts
    everywhere = request.param is not None
    settings = everything(request.param) if everywhere else sample()
    kiosk = shared(edition)
    _rest(kiosk)
    return [
        page
        for index, setting in enumerate(settings)
        for page in walk(kiosk, setting, tuple(EVERY) if everywhere else third(index), pictures=True)
    ]


@pytest.fixture(scope="session")
def low_pages(edition: EditionView, fonts: list[int], no_window: None) -> list[Page]:
    """Every page with everything brought down, on panels of several sizes and heights."""
    del no_window
    assert fonts
    kiosk = shared(edition)
    _rest(kiosk)
    return [page for index, setting in enumerate(LOW) for page in walk(kiosk, setting, third(index))]


def _rest(kiosk: Kiosk) -> None:
    """At the start, with nothing in motion that a test before has left."""
    kiosk.session.set_system_still(True)
    kiosk.start_over()
    passage = next(item for item in kiosk.window.findChildren(QQuickItem) if kind(item) == "Passage")
    kiosk.wait_for(lambda: not passage.isVisible())


def third(index: int) -> tuple[str, ...]:
    """Every third kind of screen, and the sheet of settings always: three settings on end see them all."""
    return tuple(dict.fromkeys((*ONE_OF_EACH[index % 3 :: 3], "home", "text sheet")))
