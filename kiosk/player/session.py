"""The one object the interface talks to: language, place, comfort, idle. State goes down, wishes come up as slots."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.player import clock
from kiosk.player.comfort import RATES, TEXT_SCALES, VOLUMES, Comfort
from kiosk.player.edition_view import EditionView
from kiosk.player.idle import IdleClock, Stage, Times
from kiosk.player.journey import Journey, Place

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

SHEETS = ("language", "text", "help", "stop", "qr")
"""The closed list of sheets the interface may ask for."""


@QmlElement
@QmlUncreatable("The session is created by the player.")
class KioskSession(QObject):
    """One visit after another. Every property the interface shows, every wish it may utter."""

    editionChanged = Signal()
    languageChanged = Signal()
    placeChanged = Signal()
    sheetChanged = Signal()
    comfortChanged = Signal()
    idleChanged = Signal()
    announced = Signal(str)
    felt = Signal(float, float)
    """A finger came down, px in the window."""
    refreshed = Signal()
    visitEnded = Signal()

    def __init__(
        self,
        edition: EditionView | None,
        start_language: str = "",
        now: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
        hurry: float = 1.0,
        plates: QObject | None = None,
        wall: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__(parent)
        self._plates = plates
        self._wall = wall
        self._edition = edition
        self._wanted_language = start_language
        self._language = ""
        self._journey = Journey()
        self._page: dict[str, Any] = {}
        self._sheet = ""
        self._sheet_data: dict[str, Any] = {}
        self._comfort = Comfort()
        self._still_system = False
        self._hurry = hurry
        self._idle = IdleClock(Times(), now)
        self._shown_idle: tuple[str, int, bool] = ("attract", 0, False)
        self._apply_edition()
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    # ---------------------------------------------------------------- what is shown

    def _get_language(self) -> str:
        return self._language

    def _get_languages(self) -> list[dict[str, str]]:
        return self._edition.languages if self._edition else []

    def _get_words(self) -> dict[str, str]:
        return self._index().get("words", {})

    def _get_index(self) -> dict[str, Any]:
        return self._index()

    def _get_all_words(self) -> dict[str, dict[str, str]]:
        """Some words in every language, for the screens that speak all of them at once."""
        if not self._edition:
            return {}
        keys = ("touch_to_begin", "still_there", "language", "ask_staff")
        every: dict[str, dict[str, str]] = {}
        for language in self._edition.languages:
            words = self._edition.index(language["tag"])["words"]
            every[language["tag"]] = {key: words.get(key, "") for key in keys}
        return every

    def _get_kiosk(self) -> dict[str, Any]:
        return self._edition.kiosk if self._edition else {}

    def _get_screen(self) -> str:
        return self._journey.here.screen

    def _get_place(self) -> str:
        return self._journey.here.id

    def _get_page(self) -> dict[str, Any]:
        return self._page

    def _get_can_go_back(self) -> bool:
        return self._journey.can_go_back

    def _get_sheet(self) -> str:
        return self._sheet

    def _get_sheet_data(self) -> dict[str, Any]:
        return self._sheet_data

    def _get_page_number(self) -> int:
        return self._journey.here.page

    ready = Property(bool, lambda self: self._edition is not None, notify=editionChanged)
    language = Property(str, _get_language, notify=languageChanged)
    languages = Property("QVariantList", _get_languages, notify=editionChanged)  # type: ignore[arg-type]
    words = Property("QVariantMap", _get_words, notify=languageChanged)  # type: ignore[arg-type]
    index = Property("QVariantMap", _get_index, notify=languageChanged)  # type: ignore[arg-type]
    allWords = Property("QVariantMap", _get_all_words, notify=editionChanged)  # type: ignore[arg-type]  # noqa: N815
    kiosk = Property("QVariantMap", _get_kiosk, notify=editionChanged)  # type: ignore[arg-type]
    screen = Property(str, _get_screen, notify=placeChanged)
    place = Property(str, _get_place, notify=placeChanged)
    page = Property("QVariantMap", _get_page, notify=placeChanged)  # type: ignore[arg-type]
    pageNumber = Property(int, _get_page_number, notify=placeChanged)  # noqa: N815
    canGoBack = Property(bool, _get_can_go_back, notify=placeChanged)  # noqa: N815
    sheet = Property(str, _get_sheet, notify=sheetChanged)
    sheetData = Property("QVariantMap", _get_sheet_data, notify=sheetChanged)  # type: ignore[arg-type]  # noqa: N815

    @Slot(str, result=str)
    def url(self, file: str) -> str:
        """The address of a file of the edition, for an image."""
        return self._edition.url(file) if self._edition else ""

    @Property(QObject, constant=True)
    def plates(self) -> QObject | None:
        """The shelf of light plates."""
        return self._plates

    @Slot(str, str, str, result="QVariantMap")
    def hours(self, start: str, end: str, direction: str) -> dict[str, Any]:
        """Whole hours between now and a clock's end points; see ``clock.py``."""
        return clock.hours(start, end, direction, self._wall(), self._language)

    # ---------------------------------------------------------------- comfort

    textScale = Property(float, lambda self: self._comfort.text_scale, notify=comfortChanged)  # noqa: N815
    contrast = Property(bool, lambda self: self._comfort.contrast, notify=comfortChanged)
    low = Property(bool, lambda self: self._comfort.low, notify=comfortChanged)
    still = Property(bool, lambda self: self._comfort.still or self._still_system, notify=comfortChanged)
    speech = Property(bool, lambda self: self._comfort.speech, notify=comfortChanged)
    rate = Property(int, lambda self: self._comfort.rate, notify=comfortChanged)
    volume = Property(int, lambda self: self._comfort.volume, notify=comfortChanged)
    rates = Property(int, lambda self: len(RATES), constant=True)
    volumes = Property(int, lambda self: len(VOLUMES), constant=True)

    @property
    def comfort(self) -> Comfort:
        """The visitor's settings."""
        return self._comfort

    def set_comfort(self, comfort: Comfort) -> None:
        """Take over settings; idle times follow."""
        if comfort != self._comfort:
            self._comfort = comfort
            self._apply_times()
            self.comfortChanged.emit()

    def set_system_still(self, still: bool) -> None:
        """The system asks for reduced motion (R15)."""
        self._still_system = still
        self.comfortChanged.emit()

    @Slot(float)
    def setTextScale(self, scale: float) -> None:  # noqa: N802
        """100, 150 or 200 % of everything."""
        self.set_comfort(self._comfort.with_text_scale(scale if scale in TEXT_SCALES else 1.0))

    @Slot(bool)
    def setContrast(self, on: bool) -> None:  # noqa: N802
        """High contrast."""
        self.set_comfort(replace(self._comfort, contrast=on))

    @Slot(bool)
    def setLow(self, on: bool) -> None:  # noqa: N802
        """Bring everything down into the reach band."""
        self.set_comfort(replace(self._comfort, low=on))

    @Slot(bool)
    def setStill(self, on: bool) -> None:  # noqa: N802
        """Nothing moves."""
        self.set_comfort(replace(self._comfort, still=on))

    @Slot(bool)
    def setSpeech(self, on: bool) -> None:  # noqa: N802
        """The program reads aloud what is shown and touched."""
        self.set_comfort(replace(self._comfort, speech=on))

    @Slot(int)
    def stepRate(self, step: int) -> None:  # noqa: N802
        """Speech slower or faster by one step."""
        self.set_comfort(self._comfort.with_rate(step))

    @Slot(int)
    def stepVolume(self, step: int) -> None:  # noqa: N802
        """Speech quieter or louder by one step."""
        self.set_comfort(self._comfort.with_volume(step))

    # ---------------------------------------------------------------- going places

    @Slot()
    def wake(self) -> None:
        """The touch that begins a visit; it does nothing else."""
        if self._edition and self._idle.stage is Stage.ATTRACT:
            self._idle.wake()
            self._go(self._journey.start())
            self.tick()

    @Slot(str)
    def openSection(self, name: str) -> None:  # noqa: N802
        """Through a door."""
        if self._edition and self._edition.section(self._language, name) is not None:
            self._go(self._journey.enter(Place("section", name)))

    @Slot(str)
    def openPanel(self, name: str) -> None:  # noqa: N802
        """To a panel."""
        if self._edition and self._edition.panel(self._language, name) is not None:
            self._go(self._journey.enter(Place("panel", name)))

    @Slot(int)
    def turnTo(self, page: int) -> None:  # noqa: N802
        """To a page of the place shown, counted from 0. Kept so that a refresh does not lose it."""
        if page != self._journey.here.page:
            self._journey = self._journey.turn(page)
            self.placeChanged.emit()

    @Slot()
    def back(self) -> None:
        """Closes the sheet, else one place back; nothing on the home screen."""
        if self._sheet:
            self.closeSheet()
        elif self._journey.can_go_back:
            self._go(self._journey.back())

    @Slot()
    def home(self) -> None:
        """To the home screen."""
        self.closeSheet()
        if self._journey.here.screen not in ("attract", "home"):
            self._go(self._journey.start())

    @Slot(str)
    def setLanguage(self, tag: str) -> None:  # noqa: N802
        """Another language, in place: the page stays."""
        if self._edition and tag != self._language and any(known["tag"] == tag for known in self._edition.languages):
            self._language = tag
            self._load_page()
            self.languageChanged.emit()
            self.placeChanged.emit()

    @Slot(str)
    @Slot(str, "QVariantMap")
    def openSheet(self, name: str, data: dict[str, Any] | None = None) -> None:  # noqa: N802
        """Slide a sheet over the page."""
        if name in SHEETS and self._idle.stage is not Stage.ATTRACT:
            self._sheet, self._sheet_data = name, data or {}
            self.sheetChanged.emit()
            if name == "help":
                log.info("help asked for on %s %s", self._journey.here.screen, self._journey.here.id)

    @Slot()
    def closeSheet(self) -> None:  # noqa: N802
        """Back to the page beneath."""
        if self._sheet:
            self._sheet, self._sheet_data = "", {}
            self.sheetChanged.emit()

    def all_sections(self) -> list[dict[str, Any]]:
        """Every section of the edition with its panels in short, in the order of the home screen."""
        if not self._edition:
            return []
        home = self._index()["home"]
        names = [door["id"] for door in home["doors"]] + ([home["strip"]["section"]] if home["strip"] else [])
        found = [self._edition.section(self._language, name) for name in dict.fromkeys(names)]
        return [section for section in found if section]

    # ---------------------------------------------------------------- time

    idleStage = Property(str, lambda self: self._shown_idle[0], notify=idleChanged)  # noqa: N815
    secondsLeft = Property(int, lambda self: self._shown_idle[1], notify=idleChanged)  # noqa: N815
    dimmed = Property(bool, lambda self: self._shown_idle[2], notify=idleChanged)
    warningSeconds = Property(int, lambda self: int(self._idle.times.warning), notify=comfortChanged)  # noqa: N815

    @Slot()
    def stay(self) -> None:
        """The answer to the warning: the visit goes on."""
        self._idle.wake()
        self.tick()

    @Slot()
    def startOver(self) -> None:  # noqa: N802
        """The visit ends now: everything returns to the start state."""
        self._idle.reset()
        self.reset()
        self.tick()

    def touched(self) -> None:
        """A finger or key is down."""
        self._idle.touch()

    def hold(self, held: bool) -> None:
        """While speech or a film plays, no time passes."""
        self._idle.hold(held)

    @Slot(float)
    def hurry(self, factor: float) -> None:
        """Run the idle clock ``factor`` times as fast; for the demo."""
        self._hurry = factor
        self._apply_times()

    def tick(self) -> None:
        """Let time pass; called four times a second."""
        before = self._shown_idle[0]
        stage = self._idle.tick()
        now = (stage.value, self._idle.seconds_left, self._idle.dimmed)
        if now != self._shown_idle:
            self._shown_idle = now
            if stage is Stage.ATTRACT and before != "attract":
                self.reset()
            self.idleChanged.emit()

    def reset(self) -> None:
        """Everything of the last visitor is gone: place, history, language, comfort, sheet (R19)."""
        self._comfort = Comfort()
        self._apply_times()
        self._sheet, self._sheet_data = "", {}
        self._journey = Journey()
        self._language = self._edition.tag(self._wanted_language) if self._edition else ""
        self._load_page()
        self.comfortChanged.emit()
        self.sheetChanged.emit()
        self.languageChanged.emit()
        self.placeChanged.emit()
        self.visitEnded.emit()

    # ---------------------------------------------------------------- editions

    def show_edition(self, edition: EditionView) -> None:
        """Take over a new edition: a changed page refreshes in place, a deleted one leads home."""
        was = self._page
        self._edition = edition
        self._apply_times()
        self._language = edition.tag(self._language or self._wanted_language)
        kept = self._journey.keep(lambda place: self._exists(place))
        lost = kept.here != self._journey.here
        self._journey = kept
        self._load_page()
        self.editionChanged.emit()
        self.languageChanged.emit()
        self.placeChanged.emit()
        if lost:
            self.closeSheet()
            self.announced.emit(self._index().get("words", {}).get("removed", ""))
        elif self._page != was and self._journey.here.screen == "panel":
            self.refreshed.emit()

    def _exists(self, place: Place) -> bool:
        assert self._edition is not None
        if place.screen == "section":
            return self._edition.section(self._language, place.id) is not None
        if place.screen == "panel":
            return self._edition.panel(self._language, place.id) is not None
        return True

    def _apply_edition(self) -> None:
        if self._edition:
            self._wanted_language = self._edition.tag(self._wanted_language)
            self._language = self._wanted_language
            self._apply_times()

    def _apply_times(self) -> None:
        if not self._edition:
            return
        idle = self._edition.kiosk["idle"]
        slow = self._comfort.slow
        times = Times(
            quiet=idle["accessible_seconds" if slow else "seconds"],
            warning=idle["accessible_warning_seconds" if slow else "warning_seconds"],
            dim=idle["dim_minutes"] * 60,
        )
        self._idle.times = times.faster(self._hurry) if self._hurry != 1 else times

    def _index(self) -> dict[str, Any]:
        return self._edition.index(self._language) if self._edition else {}

    def _go(self, journey: Journey) -> None:
        self._journey = journey
        self._sheet, self._sheet_data = "", {}
        self._load_page()
        self.sheetChanged.emit()
        self.placeChanged.emit()

    def _load_page(self) -> None:
        here = self._journey.here
        page: dict[str, Any] | None = None
        if self._edition and here.screen == "section":
            page = self._edition.section(self._language, here.id)
        elif self._edition and here.screen == "panel":
            page = self._edition.panel(self._language, here.id)
        self._page = page or {}
