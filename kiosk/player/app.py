"""Opens the window on the newest good edition as fast as it can; everything else begins after the first frame."""

from __future__ import annotations

import gc
import logging
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQuick import QQuickWindow, QSGRendererInterface

from kiosk import paths
from kiosk.player.edition_view import DamagedError, EditionView
from kiosk.player.interface import load
from kiosk.player.plates import PlateShelf
from kiosk.player.session import KioskSession
from kiosk.player.settings import Settings, trouble
from kiosk.player.signals import end_on_signals
from kiosk.publish.editions_reading import StoredEditions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kiosk.player.duties import Duties
    from kiosk.publish.editions_use import Use

log = logging.getLogger(__name__)

PICTURE_MS = 400
"""How long the duties wait for the first picture after the first frame; one that must be baked comes later."""

STRIP = 220
"""Width of the demo's strip beside the stage, px."""


FIRST_FONTS = (
    "PretendardJP-Light.otf",
    "PretendardJP-Regular.otf",
    "PretendardJP-SemiBold.otf",
    "NotoSansSC-Regular.ttf",
)
"""What the attract screen is set in; the other weights follow once it is on the screen."""


def add_fonts(names: Iterable[str]) -> None:
    """Make fonts known to Qt; a file that is missing is left out, and Qt takes another weight."""
    for name in names:
        QFontDatabase.addApplicationFont(str(paths.assets() / "fonts" / name))


class Player(QObject):
    """A running kiosk: the session, its window, and the edition shown."""

    damaged = Signal()
    """A page of the edition shown is damaged: it is time to publish again."""

    def __init__(self, settings: Settings, application: QGuiApplication) -> None:
        super().__init__()
        self.settings = settings
        self._application = application
        self._editions = StoredEditions(settings.state)
        self._use: Use | None = None
        self._older: list[Use] = []
        """Of editions opened before, one of which may still be on the screen while the newest waits for a reader."""
        self._shown = ""
        self._view: EditionView | None = None
        self._duties: Duties | None = None
        self._waiting = self._begun = False
        self.shelf = PlateShelf([paths.assets() / "plates"], parent=self, baked=settings.state / "plates")
        self.session = KioskSession(self._open(), settings.language, parent=self, plates=self.shelf)
        self.session.editionChanged.connect(self._followed)
        # Sized before it is made, so that the first picture is asked for once, in the right size.
        given = {"session": self.session, "windowed": settings.windowed, **self._geometry()}
        self.engine, self.window = load("Main.qml", given)
        self.window.sceneGraphError.connect(self._drawing_failed)
        self.window.frameSwapped.connect(self._drawn)

    # ---------------------------------------------------------------- editions

    def _open(self) -> EditionView | None:
        """The newest good edition of this content, held open against pruning, or None."""
        passed: set[str] = set()
        # By size, for a quick start: what is shown is compared with its hash as it is read.
        while taken := self._editions.take(self.settings.folder, quick=True, without=passed):
            found, use = taken
            try:
                hashes = {name: part.sha256 for name, part in found.manifest.files.items()}
                sizes = {name: part.size for name, part in found.manifest.files.items()}
                view = EditionView(found.folder, hashes, self.damaged.emit, sizes)
                if view.readable:
                    view.preload()
                    before, self._use = self._use, use
                    if before:
                        self._older.append(before)
                    self._shown, self._view = found.id, view
                    return view
                log.warning("the edition %s is of another format", found.id)
            except DamagedError as error:
                log.warning("the edition %s is damaged: %s", found.id, error)
            use.close()
            passed.add(found.id)
        return None

    def follow(self) -> bool:
        """Show what the pointer says, if it is another edition than the one shown, or that one has been mended.

        Returns whether anything is shown.
        """
        was, pointer = self._shown, self._editions.pointer()
        mended = self._view is not None and self._view.mended
        if pointer is None or pointer.edition != was or mended:
            view = self._open()
            if view and (view.id != was or mended):
                self.session.show_edition(view)
                if self.session.waiting:
                    log.info("the edition %s waits until nobody touches the screen", view.id)
            if not self.session.waiting:
                self._let_go()
        return bool(self._shown)

    def _followed(self) -> None:
        log.info("showing edition %s", self._shown)
        self._let_go()

    def _let_go(self) -> None:
        while self._older:
            self._older.pop().close()

    # ---------------------------------------------------------------- window

    def _drawing_failed(self, _error: object, message: str) -> None:
        log.error("drawing failed: %s", message)
        self._application.exit(1)

    def _geometry(self) -> dict[str, int]:
        """The window's place and size in px, and the size of the panel it shows."""
        screen = self._application.primaryScreen()
        panel = self.settings.size or ((1080, 1920) if self.settings.windowed else None)
        if panel is None:
            whole = screen.geometry()
            return {"x": whole.x(), "y": whole.y(), "width": whole.width(), "height": whole.height()}
        if not self.settings.windowed:
            return {"x": 0, "y": 0, "width": panel[0], "height": panel[1]}
        free = screen.availableGeometry()
        scale = min(1.0, (free.height() - 60) / panel[1], (free.width() - STRIP - 20) / panel[0])
        width, height = round(panel[0] * scale) + STRIP, round(panel[1] * scale)
        return {"width": width, "height": height, "panelWidth": panel[0], "panelHeight": panel[1]}

    def show(self) -> None:
        """Open the window as the settings say."""
        if self.settings.windowed or self.settings.size:
            self.window.show()
            return
        screen = self.window.screen()
        # Without a window manager nobody else makes it fill the screen.
        screen.geometryChanged.connect(self.window.setGeometry)
        self.window.showFullScreen()

    def _drawn(self) -> None:
        """A frame has been drawn: once the first picture is in it, everything else may begin."""
        if not self._waiting:
            self._waiting = True
            QTimer.singleShot(PICTURE_MS, self._begin)
        if self.window.property("lit"):
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        if self._begun:
            return
        self._begun = True
        self.window.frameSwapped.disconnect(self._drawn)
        from kiosk.player.duties import Duties

        add_fonts(set(paths.FONTS) - set(FIRST_FONTS))
        self._duties = Duties(self)
        self.window.setProperty("warm", True)

    # ---------------------------------------------------------------- the end

    def where(self) -> str:
        """Tell what is on the screen, for the log."""
        return f"{self.session.screen} {self.session.place}".rstrip() + f" in {self.session.language}"

    def collect(self) -> None:
        """Take away what Python and the interface do not use any more, now rather than in the middle of a visit."""
        gc.collect()
        self.engine.collectGarbage()

    def leave(self, code: int = 0) -> None:
        """End the program."""
        self._application.exit(code)

    def close(self) -> None:
        """Stop everything in order: the interface before the objects it was given."""
        import shiboken6

        if self._duties:
            self._duties.stop()
        self.window.hide()
        shiboken6.delete(self.engine)
        self._let_go()
        if self._use:
            self._use.close()


def play(settings: Settings, restore: Callable[[], object] = lambda: None) -> int:
    """Run the kiosk until it is left or told to end. ``restore`` puts back content that an import has moved away.

    Returns the exit code: 0 when it was left or, without a supervisor, ended by a signal; under a supervisor ``TOLD``
    and the signal's number; ``AGAIN`` for a fresh start; 1 and 2 for trouble.
    """
    code, sentence = trouble(settings, restore)
    if sentence:
        sys.stderr.write(sentence + "\n")
        if not settings.supervised:
            return code
        # Under a supervisor nobody stands at a terminal: a share that is not mounted yet is no crash. The built-in
        # screen waits for it.
    os.environ.setdefault("QML_DISK_CACHE_PATH", str(settings.state / "qml"))
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    if settings.renderer == "software":
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    else:
        QQuickWindow.setGraphicsApi(QSGRendererInterface.GraphicsApi.OpenGL)
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("gwangju-kiosk")
    application.setQuitOnLastWindowClosed(settings.windowed)
    add_fonts(FIRST_FONTS)
    try:
        player = Player(settings, application)
    except Exception:  # any at all: without a log nobody would ever learn why there is no screen
        from kiosk.player import journal  # begun after the first frame as a rule, which will not come

        journal.start(settings.state)
        log.exception("a fault in the program: the screen cannot be opened")
        return 1
    end_on_signals(application, settings.supervised)
    player.show()
    code = application.exec()
    player.close()
    return code
