"""Puts the player together: window, session, edition, watch, publisher. The only file that knows every part."""

from __future__ import annotations

import logging
import os
import signal
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk import paths
from kiosk.player import journal
from kiosk.player.children import BakeProcess, PublishProcess
from kiosk.player.edition_view import EditionView
from kiosk.player.hands import Hands
from kiosk.player.icons import IconProvider
from kiosk.player.plates import PlateShelf
from kiosk.player.session import KioskSession
from kiosk.player.watch import ContentWatch
from kiosk.publish.editions_reading import StoredEditions
from kiosk.publish.editions_use import Use

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Settings:
    """What the command line says. ``size`` in px, width and height of the panel; None for the screen's own."""

    content: Path
    state: Path
    language: str = ""
    size: tuple[int, int] | None = None
    windowed: bool = False
    autoplay: bool = False
    renderer: str = "software"
    supervised: bool = False
    """Whether a supervisor waits for heartbeats on the standard output."""


class Player(QObject):
    """A running kiosk."""

    def __init__(self, settings: Settings, application: QGuiApplication) -> None:
        super().__init__()
        self._settings = settings
        self._application = application
        self._editions = StoredEditions(settings.state)
        self._use: Use | None = None
        self._shown = ""
        plates = settings.state / "plates"
        self._baker = BakeProcess(plates, self)
        self._shelf = PlateShelf([paths.assets() / "plates", plates], self._baker.order, self)
        self._baker.line.connect(self._shelf.arrived)
        self.session = KioskSession(self._open(), settings.language, parent=self, plates=self._shelf)
        self._publisher = PublishProcess(settings.content, settings.state, self)
        self._publisher.finished.connect(self._published)
        self._watch = ContentWatch(settings.content, settings.state / "current.json")
        self._watch.changed.connect(self._publisher.start)
        self._watch.pointed.connect(self._follow)
        self._watch.away.connect(self._away)
        self.engine = QQmlApplicationEngine()
        self.window = self._window()
        self.hands = Hands(self.session, self.window, settings.windowed, self.leave)
        # Python sees signals only while its code runs: keep it running a little.
        self._pulse = QTimer(self)
        self._pulse.start(200)
        self._pulse.timeout.connect(lambda: None)

    # ---------------------------------------------------------------- editions

    def _open(self) -> EditionView | None:
        """The newest good edition of this content, or None."""
        found = self._editions.current(quick=True)
        if found is None or not _same_folder(found.manifest.content, self._settings.content):
            return None
        try:
            view = EditionView(found.folder)
        except (OSError, ValueError, KeyError) as error:
            log.warning("the edition %s cannot be read: %s", found.id, error)
            return None
        if not view.readable:
            return None
        before, self._use = self._use, self._editions.use(found.id)
        if before:
            before.close()
        self._shown = found.id
        return view

    def _follow(self) -> None:
        """Show what the pointer says, if it is another edition than the one shown."""
        found = self._editions.current(quick=True)
        if found is None or found.id == self._shown:
            return
        view = self._open()
        if view:
            log.info("showing edition %s", view.id)
            self.session.show_edition(view)

    def _published(self, good: bool) -> None:
        if good:
            self._follow()
        elif not self._shown:
            log.error("there is nothing to show yet: mend the content; the screen follows by itself")

    def _away(self, lost: bool) -> None:
        if lost:
            log.warning("%s cannot be read; the last good edition stays on the screen", self._settings.content)
        else:
            log.info("%s is back", self._settings.content)

    # ---------------------------------------------------------------- window

    def _window(self) -> QQuickWindow:
        self.engine.addImageProvider("icons", IconProvider(paths.assets() / "icons"))
        self.engine.setInitialProperties({"session": self.session, "windowed": self._settings.windowed})
        self.engine.load(QUrl.fromLocalFile(str(paths.ui() / "Main.qml")))
        roots = self.engine.rootObjects()
        if not roots:
            raise RuntimeError("the interface did not load; the log says why")
        window = roots[0]
        assert isinstance(window, QQuickWindow)  # noqa: S101 - Main.qml is a Window
        window.sceneGraphError.connect(self._drawing_failed)
        return window

    def _drawing_failed(self, _error: object, message: str) -> None:
        log.error("drawing failed: %s", message)
        self._application.exit(1)

    def show(self) -> None:
        """Open the window as the settings say, then begin to watch and publish."""
        size = self._settings.size
        screen = self.window.screen() or self._application.primaryScreen()
        if self._settings.windowed:
            self._show_windowed(size)
        elif size:
            self.window.setGeometry(0, 0, *size)
            self.window.show()
        else:
            # Without a window manager nobody else makes it fill the screen.
            self.window.setGeometry(screen.geometry())
            self.window.showFullScreen()
            screen.geometryChanged.connect(self.window.setGeometry)
        # The first frame is drawn before anything else is begun.
        QTimer.singleShot(600, self._begin)

    def _show_windowed(self, size: tuple[int, int] | None) -> None:
        free = self.window.screen().availableGeometry()
        panel = size or (1080, 1920)
        strip = 220
        scale = min(1.0, (free.height() - 60) / panel[1], (free.width() - strip - 20) / panel[0])
        self.window.setProperty("panelWidth", panel[0])
        self.window.setProperty("panelHeight", panel[1])
        self.window.resize(round(panel[0] * scale) + strip, round(panel[1] * scale))
        self.window.show()

    def _begin(self) -> None:
        from kiosk.player import heartbeat, memory, safety

        beating = heartbeat.start(self.window, self._settings.supervised, self.leave)
        again = (lambda: self._application.exit(memory.AGAIN)) if beating else None
        self._memory = safety.MemoryGuard(lambda: str(self.session.idleStage) == "attract", again, parent=self)
        self._watch.start()
        self._publisher.start()
        if self._settings.autoplay:
            from kiosk.player.autoplay import Autoplay

            self._autoplay = Autoplay(self.session, self)
            self.hands.touched.connect(self._autoplay.pause)
            self._autoplay.start()

    def where(self) -> str:
        """Tell what is on the screen, for the log."""
        return f"{self.session.screen} {self.session.place}".rstrip() + f" in {self.session.language}"

    def leave(self) -> None:
        """End the program."""
        self._application.exit(0)

    def close(self) -> None:
        """Stop everything in order: the interface before the objects it was given."""
        self._watch.stop()
        self._publisher.stop()
        self._baker.stop()
        self.window.hide()
        shiboken6.delete(self.engine)
        if self._use:
            self._use.close()


def _same_folder(first: str, second: Path) -> bool:
    return os.path.normcase(first) == os.path.normcase(os.path.abspath(second))  # noqa: PTH100 - as published


def trouble(settings: Settings) -> tuple[int, str]:
    """Why this kiosk cannot start, as an exit code and one sentence; ``(0, "")`` if it can."""
    editions = StoredEditions(settings.state)
    found = editions.current(quick=True)
    ready = found is not None and _same_folder(found.manifest.content, settings.content)
    if ready:
        return 0, ""
    folder = settings.content
    if not folder.exists():
        return 1, f"There is no folder {folder}. Name the content folder with --content, or make one: kiosk new {folder}"
    if not folder.is_dir():
        return 1, f"{folder} is a file. Name the folder that holds kiosk.json with --content."
    try:
        empty = not any(folder.iterdir())
    except OSError as error:
        return 1, f"{folder} cannot be read: {error.strerror}. Give this user the right to read it."
    if empty:
        return 1, f"{folder} is empty. Copy the content into it, or begin with: kiosk new {folder}"
    try:
        settings.state.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=settings.state):
            pass
    except OSError as error:
        return 2, f"{settings.state} cannot be written: {error.strerror}. Name another folder with --state."
    return 0, ""


def play(settings: Settings) -> int:
    """Run the kiosk until it is left. Returns the exit code."""
    code, sentence = trouble(settings)
    if sentence:
        sys.stderr.write(sentence + "\n")
        return code
    problem = journal.start(settings.state)
    if problem:
        log.warning("no log file: %s", problem)
    os.environ.setdefault("QT_QUICK_BACKEND", "software" if settings.renderer == "software" else "")
    os.environ.setdefault("QML_DISK_CACHE_PATH", str(settings.state / "qml"))
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    if not os.environ["QT_QUICK_BACKEND"]:
        del os.environ["QT_QUICK_BACKEND"]
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.OpenGL)
    QGuiApplication.setDesktopSettingsAware(True)
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("gwangju-kiosk")
    application.setQuitOnLastWindowClosed(settings.windowed)
    journal.catch_everything()
    for font in sorted((paths.assets() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(font))
    player = Player(settings, application)
    journal.catch_everything(player.where)
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: application.exit(0))
    player.show()
    code = application.exec()
    player.close()
    return code
