"""Every screen of the kiosk in a setting, page by page, as a visitor would come to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QMetaObject
from PySide6.QtQuick import QQuickItem

from kiosk.player.interface import type_name
from tests.accessibility.settings import Setting
from tests.player.conftest import Kiosk

PAGES = 60
"""A screen of more pages than this does not end."""

Go = Callable[[Any], object]


def _panel(name: str) -> Go:
    return lambda session: session.openPanel(name)


def _section(name: str) -> Go:
    return lambda session: session.openSection(name)


def _sheet(name: str) -> Go:
    return lambda session: session.openSheet(name)


def _stop(tour: str, number: int) -> Go:
    return lambda session: (session.openPanel(tour), session.openSheet("stop", {"number": number}))


PANELS = (
    "photonics", "ai", "future-cars", "semiconductors",
    "startup-festival", "startup-valley", "innovation-fund",
    "investment", "clock", "democratic-heritage", "biennale", "one-month-living",
    "downtown", "yangnim-mudeungsan", "biennale-songjeong",
)  # fmt: skip
SECTIONS = ("industries", "startups", "tours", "city")

EVERY: dict[str, Go] = {
    "home": lambda session: session.home(),
    **{f"section {name}": _section(name) for name in SECTIONS},
    **{f"panel {name}": _panel(name) for name in PANELS},
    "stop 1": _stop("downtown", 1),
    "stop 3": _stop("yangnim-mudeungsan", 3),
    "language sheet": _sheet("language"),
    "text sheet": _sheet("text"),
    "help sheet": _sheet("help"),
}
"""How to come to each screen, from anywhere in a visit."""

ONE_OF_EACH = (
    "home", "section industries", "section city",
    "panel photonics", "panel startup-valley", "panel democratic-heritage", "panel investment", "panel clock",
    "panel downtown",
    "stop 3", "language sheet", "text sheet", "help sheet",
)  # fmt: skip
"""One screen of each kind."""


@dataclass(frozen=True)
class Where:
    """A page of a screen in a setting."""

    setting: Setting
    screen: str
    page: int = 0
    pages: int = 1

    def __str__(self) -> str:
        page = f" page {self.page + 1}" if self.pages > 1 else ""
        return f"[{self.setting}] {self.screen}{page}"


def choose(kiosk: Kiosk, setting: Setting) -> None:
    """A new visit on this panel with these choices, at the home screen; nothing moves by itself."""
    session = kiosk.session
    # Wished by the system, so that it holds from before the first touch.
    session.set_system_still(True)
    session.startOver()
    edition = session._edition
    edition.kiosk = {
        **edition.kiosk,
        "display": {"diagonal_inches": setting.panel.inches, "lower_edge_mm": setting.panel.edge},
    }
    session.show_edition(edition)
    kiosk.show(*setting.panel.size)
    session.wake()
    session.setLanguage(setting.language)
    session.setTextScale(setting.scale)
    session.setContrast(setting.contrast)
    session.setLow(setting.low)
    session.setSpeech(setting.speech)
    kiosk.pump()


def pages_of(items: list[QQuickItem]) -> tuple[QQuickItem, int, int] | None:
    """What turns the pages of the uppermost screen, the page it is at and how many there are; None for a single one."""
    found = None
    for item in items:
        if type_name(item) in ("Paged", "FlowPanel") and item.isEnabled():
            found = item
    if found is None:
        return None
    offset = int(found.property("offset"))
    return found, int(found.property("current")) + offset, int(found.property("pages")) + offset


def turned(kiosk: Kiosk) -> Iterator[tuple[int, int]]:
    """The page shown and each one after it, as ``(page, pages)``; turned by the screen's own button More."""
    more = kiosk.session.words["more"]
    seen = 0
    while True:
        kiosk.pump()
        items = list(kiosk.items())
        state = pages_of(items)
        turning = (item for item in items if item.inherits("QQuickAbstractButton") and item.isEnabled())
        button = next((item for item in turning if item.property("label") == more), None)
        total = state[2] if state else 2 if button else 1
        yield seen, max(total, seen + 1)
        if button is None:
            break
        QMetaObject.invokeMethod(button, "click")
        seen += 1
        assert seen < PAGES, f"{kiosk.session.screen} {kiosk.session.place} does not end"


def visit(kiosk: Kiosk, setting: Setting, screens: tuple[str, ...] = tuple(EVERY)) -> Iterator[Where]:
    """Go to each page of each of these screens; the caller measures while it is shown."""
    choose(kiosk, setting)
    for name in screens:
        kiosk.session.closeSheet()
        EVERY[name](kiosk.session)
        for page, pages in turned(kiosk):
            yield Where(setting, name, page, pages)
    kiosk.session.closeSheet()


def warn(kiosk: Kiosk) -> None:
    """Let the visitor be away until the warning stands."""
    kiosk.clock.pass_(kiosk.session._idle.times.quiet + 1)
    kiosk.session.tick()
    kiosk.pump()
    assert kiosk.session.idleStage == "warning"


def around(kiosk: Kiosk, setting: Setting, screens: tuple[str, ...] = tuple(EVERY)) -> Iterator[Where]:
    """All of it: the attract screen, the pages, and the warning."""
    choose(kiosk, setting)
    kiosk.session.startOver()
    kiosk.pump()
    yield Where(setting, "attract")
    yield from visit(kiosk, setting, screens)
    warn(kiosk)
    yield Where(setting, "warning")
    kiosk.session.stay()
