"""The one object the interface talks to: language, place, comfort, idle. State goes down, wishes come up as slots.

Longer than most: it is the whole list of what QML may see, a few lines a name.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.player import clock
from kiosk.player.edition_view import EditionView
from kiosk.player.idle import Stage
from kiosk.player.journey import Journey, Place
from kiosk.player.plates import PlateShelf
from kiosk.player.session_follow import CALM, When, found, when
from kiosk.player.session_idle import IdleSession

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

SHEETS = ("language", "text", "help", "stop")
"""The closed list of sheets the interface may ask for."""

SHARED_WORDS = ("touch_to_begin", "still_there", "language", "ask_staff")
"""Words some screens show in every language at once."""


@QmlElement
@QmlUncreatable("The session is created by the player.")
class KioskSession(IdleSession):  # type: ignore[operator]  # the stub knows no decorator
    """One visit after another. Every property the interface shows, every wish it may utter."""

    editionChanged = Signal()
    languageChanged = Signal()
    placeChanged = Signal()
    sheetChanged = Signal()
    announced = Signal(str)
    """A sentence for everybody, seen and heard: a page was taken out or updated."""
    refreshed = Signal()
    rearranged = Signal()
    """What is on the screen has changed by itself: under a finger may lie another thing than it was put on."""
    visitEnded = Signal()
    staffCalled = Signal()
    """Somebody asks for the staff's screen."""
    felt = Signal(float, float)
    """A finger came down, px in the window."""

    def __init__(
        self,
        edition: EditionView | None,
        start_language: str = "",
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
        hurry: float = 1.0,
        plates: PlateShelf | None = None,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(now, hurry, parent)
        self._plates = plates
        self._wall = wall
        self._edition: EditionView | None = None
        self._next: EditionView | None = None
        """A newer edition that waits; see ``session_follow``."""
        self._next_when = When.NOW
        self._wanted_language = start_language
        self._language = ""
        self._journey = Journey()
        self._page: dict[str, Any] = {}
        self._sheet = ""
        self._sheet_data: dict[str, Any] = {}
        self._beneath: tuple[str, dict[str, Any]] = "", {}
        if edition:
            self._take(edition)
            self._language = edition.tag(start_language)

    # ---------------------------------------------------------------- what is shown

    @Property(bool, notify=editionChanged)
    def ready(self) -> bool:
        """Whether there is an edition to show."""
        return self._edition is not None

    @Property("QVariantList", notify=editionChanged)  # type: ignore[arg-type]  # the stub wants a class; QML a name
    def languages(self) -> list[dict[str, str]]:
        """``[{"tag", "name"}, ...]`` in the visitors' order."""
        return self._edition.languages if self._edition else []

    @Property("QVariantMap", notify=editionChanged)  # type: ignore[arg-type]
    def allWords(self) -> dict[str, dict[str, str]]:
        """``SHARED_WORDS`` by language tag."""
        if not self._edition:
            return {}
        every = {language["tag"]: self._edition.index(language["tag"])["words"] for language in self._edition.languages}
        return {tag: {key: words.get(key, "") for key in SHARED_WORDS} for tag, words in every.items()}

    @Property("QVariantMap", notify=editionChanged)  # type: ignore[arg-type]
    def kiosk(self) -> dict[str, Any]:
        """What ``kiosk.json`` says beyond words: display, idle times, names in light."""
        return self._edition.kiosk if self._edition else {}

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        """BCP 47 tag of the language shown."""
        return self._language

    @Property("QVariantMap", notify=languageChanged)  # type: ignore[arg-type]
    def words(self) -> dict[str, str]:
        """The interface's words in the language shown."""
        words: dict[str, str] = self._index().get("words", {})
        return words

    @Property("QVariantMap", notify=languageChanged)  # type: ignore[arg-type]
    def index(self) -> dict[str, Any]:
        """The place's name, the home screen and the help entry."""
        return self._index()

    @Property(str, notify=placeChanged)
    def screen(self) -> str:
        """``attract``, ``home``, ``section`` or ``panel``."""
        return self._journey.here.screen

    @Property(str, notify=placeChanged)
    def place(self) -> str:
        """Id of the section or panel shown."""
        return self._journey.here.id

    @Property("QVariantMap", notify=placeChanged)  # type: ignore[arg-type]
    def page(self) -> dict[str, Any]:
        """The section or panel shown; empty elsewhere."""
        return self._page

    @Property(int, notify=placeChanged)
    def pageNumber(self) -> int:
        """Page of the place shown, from 0."""
        return self._journey.here.page

    @Property(bool, notify=placeChanged)
    def canGoBack(self) -> bool:
        """Whether Back leads anywhere."""
        return self._journey.can_go_back

    @Property(str, notify=sheetChanged)
    def sheet(self) -> str:
        """The sheet over the page, or ""."""
        return self._sheet

    @Property("QVariantMap", notify=sheetChanged)  # type: ignore[arg-type]
    def sheetData(self) -> dict[str, Any]:
        """What the sheet is about: ``{"number": 3}`` for a stop."""
        return self._sheet_data

    @Property(PlateShelf, notify=editionChanged)
    def plates(self) -> PlateShelf | None:
        """The shelf of light plates."""
        return self._plates

    @Slot(str, result=str)
    def url(self, file: str) -> str:
        """The address of a file of the edition, for an image."""
        return self._edition.url(file) if self._edition else ""

    @Slot(str, str, str, result="QVariantMap")
    def hours(self, start: str, end: str, direction: str) -> dict[str, Any]:
        """Whole hours between now and a clock's end points; see ``clock.py``."""
        return clock.hours(start, end, direction, self._wall(), self._language)

    # ---------------------------------------------------------------- going places

    @Slot()
    def wake(self) -> None:
        """The touch that begins a visit; it does nothing else."""
        if self._edition and self._idle.stage is Stage.ATTRACT:
            self._idle.wake()
            self._go(self._journey.start())
            self.tick()

    @Slot(str)
    def openSection(self, name: str) -> None:
        """Through a door."""
        self._enter(Place("section", name))

    @Slot(str)
    def openPanel(self, name: str) -> None:
        """To a panel."""
        self._enter(Place("panel", name))

    @Slot(int)
    def turnTo(self, page: int) -> None:
        """To a page of the place shown, from 0. Kept so that a refresh does not lose it."""
        if page != self._journey.here.page:
            self._journey = self._journey.turn(page)
            self.placeChanged.emit()

    @Slot()
    def back(self) -> None:
        """Closes the sheet, else one place back; nothing on the home screen."""
        if self._sheet:
            self.closeSheet()
        elif self._journey.can_go_back:
            self._go(self._journey.back(), back=True)

    @Slot()
    def home(self) -> None:
        """To the home screen."""
        self._drop_sheets()
        if self._journey.here.screen != "attract":
            self._go(self._journey.start())

    @Slot(str)
    def setLanguage(self, tag: str) -> None:
        """Another language, in place: the page stays."""
        if self._edition and tag != self._language and any(known["tag"] == tag for known in self._edition.languages):
            self._language = tag
            self._load_page()
            self.languageChanged.emit()
            self.placeChanged.emit()
            self._consider()

    @Slot(str)
    @Slot(str, "QVariantMap")
    def openSheet(self, name: str, data: dict[str, Any] | None = None) -> None:
        """Slide a sheet over the page. A stop's card waits beneath another sheet, and is there again afterwards."""
        if name in SHEETS and self._idle.stage is not Stage.ATTRACT:
            if name == "stop":
                self._beneath = "", {}
            elif self._sheet == "stop":
                self._beneath = self._sheet, self._sheet_data
            self._sheet, self._sheet_data = name, data or {}
            self.sheetChanged.emit()
            if name == "help":
                log.info("help asked for on %s %s", self._journey.here.screen, self._journey.here.id)

    @Slot()
    def closeSheet(self) -> None:
        """Back to what lies beneath: the page, or a stop's card."""
        if self._sheet:
            (self._sheet, self._sheet_data), self._beneath = self._beneath, ("", {})
            self.sheetChanged.emit()

    @Slot()
    def callStaff(self) -> None:
        """Ask for the staff's screen; see ``staff_desk``."""
        self.staffCalled.emit()

    def _drop_sheets(self) -> None:
        self._beneath = "", {}
        self.closeSheet()

    def all_sections(self) -> list[dict[str, Any]]:
        """Every section of the edition with its panels in short, in the order of the home screen."""
        if not self._edition:
            return []
        home = self._index()["home"]
        names = [door["id"] for door in home["doors"]] + ([home["strip"]["section"]] if home["strip"] else [])
        found = [self._edition.section(self._language, name) for name in dict.fromkeys(names)]
        return [section for section in found if section]

    # ---------------------------------------------------------------- visits and editions

    def reset(self) -> None:
        """Everything of the last visitor is gone: place, history, language, comfort, sheet (R19)."""
        self.set_comfort(self.boot)
        self._sheet, self._sheet_data, self._beneath = "", {}, ("", {})
        self._journey = Journey()
        taken = self._take_next()
        self._language = self._edition.tag(self._wanted_language) if self._edition else ""
        self._load_page()
        if taken:
            self.editionChanged.emit()
        self.sheetChanged.emit()
        self.languageChanged.emit()
        self.placeChanged.emit()
        self.visitEnded.emit()

    def tick(self) -> None:
        """Let time pass; what waits for calm is shown once it has come."""
        super().tick()
        if self._next and self._next_when is When.CALM and self._idle.quiet_for >= CALM:
            self._follow()

    @property
    def waiting(self) -> bool:
        """Whether a newer edition waits for calm, or until the visitor goes on."""
        return self._next is not None

    def show_edition(self, edition: EditionView) -> None:
        """Take over a new edition, at once where that takes nothing out of a visitor's hands.

        A changed panel is refreshed in place. Other cards in a section or on the home screen wait until nobody has
        touched for a while, and so does the way home from a page that is gone.
        """
        self._next = edition
        self._consider()

    def _consider(self) -> None:
        """Show the edition that waits, unless it has to wait on."""
        if self._next is None:
            return
        if self._edition:
            self._next_when = when(self._next, self._edition, self._language, self._journey.here)
        calm = self._next_when is When.CALM and self._idle.quiet_for >= CALM
        if calm or self._next_when is When.NOW:
            self._follow()

    def _follow(self) -> None:
        """Show the edition that waits: a page that is gone leads home."""
        was = self._page, self._index()
        self._take_next()
        kept = self._journey.keep(self._has)
        lost = kept.here != self._journey.here
        self._journey = kept
        self._load_page()
        self.editionChanged.emit()
        self.languageChanged.emit()
        self.placeChanged.emit()
        if self._journey.here.screen != "attract" and (self._page, self._index()) != was:
            self.rearranged.emit()
        if lost:
            self._drop_sheets()
            self.announced.emit(self._index()["words"].get("removed", ""))
        elif self._page != was[0] and self._journey.here.screen == "panel":
            self._drop_moved_stop(was[0])
            self.refreshed.emit()
            self.announced.emit(self._index()["words"].get("updated", ""))

    def _take_next(self) -> bool:
        """Put the edition that waits in the place of the one shown, and tell nobody yet. Whether there was one."""
        edition, self._next, self._next_when = self._next, None, When.NOW
        if edition:
            self._take(edition)
            # While nobody is there, nobody has chosen.
            chosen = "" if self._idle.stage is Stage.ATTRACT else self._language
            self._language = edition.tag(chosen or self._wanted_language)
        return edition is not None

    def _drop_moved_stop(self, was: dict[str, Any]) -> None:
        """Take away a stop's card where another stop, or none, has its number now; ``was`` is the page before."""

        def moved(sheet: str, data: dict[str, Any]) -> bool:
            return sheet == "stop" and _stop_name(self._page, data) != _stop_name(was, data)

        if moved(self._sheet, self._sheet_data):
            self._drop_sheets()
        elif moved(*self._beneath):
            self._beneath = "", {}

    def _take(self, edition: EditionView) -> None:
        self._edition = edition
        self._take_times(edition.kiosk["idle"])

    def _find(self, place: Place) -> dict[str, Any] | None:
        """What a place shows in the language shown; None if the edition has no such place."""
        return found(self._edition, self._language, place) if self._edition else None

    def _has(self, place: Place) -> bool:
        return self._find(place) is not None

    def _enter(self, place: Place) -> None:
        if self._has(place):
            self._go(self._journey.enter(place))

    def _index(self) -> dict[str, Any]:
        return self._edition.index(self._language) if self._edition else {}

    def _go(self, journey: Journey, *, back: bool = False) -> None:
        taken = lost = False
        if journey.here != self._journey.here and self._take_next():  # who leaves a page leaves its edition
            taken = True
            while back and journey.can_go_back and not self._has(journey.here):
                journey = journey.back()  # a page that has gone behind the visitor is left out
            kept = journey.keep(self._has)
            journey, lost = kept, kept.here != journey.here
        self._journey = journey
        self._sheet, self._sheet_data, self._beneath = "", {}, ("", {})
        self._load_page()
        if taken:
            self.editionChanged.emit()
            self.languageChanged.emit()
        self.sheetChanged.emit()
        self.placeChanged.emit()
        if lost:
            self.announced.emit(self._index()["words"].get("removed", ""))

    def _load_page(self) -> None:
        self._page = self._find(self._journey.here) or {}


def _stop_name(page: dict[str, Any], data: dict[str, Any]) -> str:
    """The stop of a tour that a sheet's ``data`` are about; "" if there is none."""
    stops = (page.get("tour") or {}).get("stops", [])
    return next((str(stop["name"]) for stop in stops if stop["number"] == data.get("number")), "")
