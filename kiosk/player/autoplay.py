"""The demo that walks by itself: home, every section, every panel, over and over, until somebody touches."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from kiosk.player.session import KioskSession

STEP_MS = 6000
"""How long a screen stays: long enough to read its title and its figures."""

PAUSE_MS = 60_000
"""How long a touch stops the walk; each further touch begins this anew."""


class Autoplay(QObject):
    """Walks a session through all its panels."""

    def __init__(self, session: KioskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._plan: list[tuple[str, str]] = []
        self._step = QTimer(self, interval=STEP_MS)
        self._step.timeout.connect(self.walk)
        self._resume = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._resume.timeout.connect(self.start)

    def start(self) -> None:
        """Walk on."""
        self._step.start()

    def pause(self) -> None:
        """Somebody is here: stand still until they have gone."""
        self._step.stop()
        self._resume.start()

    def walk(self) -> None:
        """One screen further; a new round begins at the attract screen."""
        session = self._session
        if not self._plan:
            session.startOver()
            self._plan = self._round()
            return
        session.touched()
        if str(session.screen) == "attract":
            session.wake()
            return
        kind, name = self._plan.pop(0)
        session.stay()
        if kind == "section":
            session.home()
            session.openSection(name)
        else:
            session.openPanel(name)

    def _round(self) -> list[tuple[str, str]]:
        """Every section followed by its panels, in the order of the home screen."""
        plan: list[tuple[str, str]] = []
        for section in self._session.all_sections():
            plan.append(("section", section["id"]))
            plan += [("panel", panel["id"]) for panel in section["panels"]]
        return plan
