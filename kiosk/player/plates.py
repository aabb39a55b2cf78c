"""Finds the plate for a place on the screen: shipped, baked before, or the nearest one while the right one is baked.

The interface says what it wants as a request (scene, size, hues, region, ...); the same request always names the same
file. Baking happens in the publisher's process; this shelf only looks and asks.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.publish.light.request import PlateRequest

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

INDEX = "index.json"
"""In each plate folder: {key: {"scene", "hue", "width", "height", "style"}}, for finding a stand-in."""


@QmlElement
@QmlUncreatable("The shelf is created by the player.")
class PlateShelf(QObject):  # type: ignore[operator]  # the stub knows no decorator
    """Plates by request. ``revision`` rises whenever a plate has been added."""

    revisionChanged = Signal()

    def __init__(
        self, folders: list[Path], order: Callable[[dict[str, Any]], None] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folders = folders
        self._order = order
        self._revision = 0
        self._asked: dict[str, dict[str, Any]] = {}
        self._made: dict[str, str] = {}

    @Property(int, notify=revisionChanged)
    def revision(self) -> int:
        """Rises whenever a plate has been added."""
        return self._revision

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Every request so far, for baking the shipped plates."""
        return list(self._asked.values())

    @Slot("QVariantMap", result=str)
    def find(self, wanted: dict[str, Any]) -> str:
        """The address of the plate for a request, or "" while there is none; it is then ordered."""
        request = PlateRequest.from_json(wanted)
        key = request.key
        if key in self._made:
            return self._made[key]
        for folder in self._folders:
            file = folder / f"{key}.jpg"
            if file.is_file():
                self._made[key] = QUrl.fromLocalFile(str(file)).toString()
                return self._made[key]
        if key not in self._asked:
            self._asked[key] = request.to_json()
            if self._order:
                self._order(request.to_json())
        return ""

    def deliver(self, order: Callable[[dict[str, Any]], None]) -> None:
        """From now on ``order`` bakes what is missing; what was asked for before is ordered at once."""
        self._order = order
        for request in self.asked:
            order(request)

    def arrived(self, line: str) -> None:
        """A line of the baker: a plate is ready, or why not."""
        try:
            report = json.loads(line)
        except ValueError:
            return
        if "error" in report:
            log.warning("a plate could not be baked: %s", report["error"])
        elif "key" in report:
            self._asked.pop(str(report["key"]), None)
            self._revision += 1
            self.revisionChanged.emit()
