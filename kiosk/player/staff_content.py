"""How the content stands, for the staff's panel: read by a program beside us, and loaded anew when staff wish."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QLocale, QObject, Signal
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk import paths
from kiosk.player.program import Question
from kiosk.player.settings import Settings

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

REPORT_MS = 120_000
"""How long checking the content may take, ms."""


def beside(patience: int, answered: Callable[[bool, str], None], parent: QObject) -> Question:
    """Make a question to a module of ours; ``patience`` in ms. ``answered`` is a method of ``parent``."""
    question = Question(sys.executable, patience, parent, paths.python())
    question.answered.connect(answered)
    return question


@QmlElement
@QmlUncreatable("The desk makes it.")
class StaffContent(QObject):  # type: ignore[operator]  # the stub knows no decorator
    """``report`` is what ``kiosk.staff.report`` says; ``reload`` asks for the content to be published now."""

    reportChanged = Signal()
    answered = Signal()
    """There is a report that was asked for."""
    reload = Signal()

    def __init__(self, settings: Settings, language: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._language = language
        self._report: dict[str, Any] = {}
        self._publishing = False
        self._reporter = beside(REPORT_MS, self._reported, self)

    @Property("QVariantMap", notify=reportChanged)  # type: ignore[arg-type]  # the stub wants a class; QML a name
    def report(self) -> dict[str, Any]:
        """What is wrong with the content; empty until it is known, ``{"failed": true}`` if nobody could tell."""
        return self._report

    @Property(bool, notify=reportChanged)
    def checking(self) -> bool:
        """Whether the content is being read."""
        return self._publishing or self._reporter.running

    def load_anew(self) -> None:
        """Publish now, unless something is under way."""
        if not self.checking:
            log.info("staff load the content anew")
            self._publishing = True
            self.reload.emit()
            self.reportChanged.emit()

    def ask(self) -> None:
        """Have the content checked."""
        content, state = self._settings.content.absolute(), self._settings.state.absolute()
        language = self._language() or QLocale.system().name().partition("_")[0]  # before there is an edition
        self._publishing = False
        self._reporter.run(
            ["-m", "kiosk.staff.report", "--state", str(state), "--language", language, "--", str(content)]
        )
        self.reportChanged.emit()

    def forget(self) -> None:
        """Show nothing, and ask nothing any more."""
        self._reporter.stop()
        self._report, self._publishing = {}, False
        self.reportChanged.emit()

    def _reported(self, good: bool, text: str) -> None:
        try:
            self._report = json.loads(text) if good else {"failed": True}
        except ValueError:
            self._report = {"failed": True}
        self.answered.emit()
        self.reportChanged.emit()
