"""Finds the plate for a place on the screen: shipped, baked before, or the nearest one while the right one is baked.

The interface says what it wants as a request (scene, size, hues, region, ...); the same request always names the same
file. Baking happens in the publisher's process; this shelf only looks and asks.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.publish.light.request import PlateRequest, stands

QML_IMPORT_NAME = "Kiosk.Player"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

INDEX = "index.json"
"""In a plate folder: what is known of each plate, by key, for finding a stand-in: the fields of ``KEPT``."""

KEPT = ("scene", "style", "hue", "hue2", "text", "width", "height", "unit", "seed", "points")
"""Fields of a request by which stand-ins are chosen."""

AGAIN_MS = (30_000, 600_000)
"""First and longest wait before a plate that failed may be ordered again, ms; each failure in a row doubles it. A disk
that has room again tells nobody."""

DAY = 86_400.0
"""How old the date of a plate that is used may be, s: the baker deletes the oldest, and a date a day is enough."""

ASTRAY = 40.0
"""Design units by which the corners of a route may lie elsewhere, on average, and still be the same route."""

Known = Mapping[str, Any]


def unlike(wanted: Known, other: Known) -> float:
    """How unlike a stand-in the plate ``other`` is for ``wanted``; infinite where it would show something else.

    A stand-in has the scene, the style, the hues, the characters and the route that are wanted. It is scaled and
    cropped, so its aspect counts most, then its size in design units, which tells a page from a door, then its seed,
    then sharpness.
    """
    same = ["scene", "style", "text"] + ([] if wanted["style"] == "solid" else ["hue", "hue2"])
    if any(str(wanted[name]).lower() != str(other[name]).lower() for name in same):
        return math.inf
    if _astray(wanted, other) > ASTRAY:
        return math.inf
    aspect = math.log((wanted["width"] / wanted["height"]) / (other["width"] / other["height"]))
    units = math.log((wanted["width"] / wanted["unit"]) / (other["width"] / other["unit"]))
    sharp = math.log(wanted["width"] / other["width"])
    return float(4 * abs(aspect) + abs(units) + 0.5 * (wanted["seed"] != other["seed"]) + 0.1 * abs(sharp))


def _astray(wanted: Known, other: Known) -> float:
    """How far the corners of two routes lie apart on average, design units."""
    corners, others = wanted["points"], other["points"]
    if len(corners) != len(others):
        return math.inf
    pairs = zip(corners, others, strict=True)
    scale, scale2 = wanted["unit"], other["unit"]
    apart = [math.dist((a[0] / scale, a[1] / scale), (b[0] / scale2, b[1] / scale2)) for a, b in pairs]
    return sum(apart) / len(apart) if apart else 0.0


def _keep(plate: Path) -> None:
    """Give a plate today's date; one that is not there, or may not be changed, stays as it is."""
    with contextlib.suppress(OSError):
        if abs(time.time() - plate.stat().st_mtime) > DAY:  # also from a day when the clock ran ahead
            os.utime(plate)


@QmlElement
@QmlUncreatable("The shelf is created by the player.")
class PlateShelf(QObject):  # type: ignore[operator]  # the stub knows no decorator
    """Plates by request. ``revision`` rises whenever a plate has been added, or may be asked for again.

    ``baked`` is the folder the baker fills, looked into last; a plate of it that is used gets today's date.
    """

    revisionChanged = Signal()

    def __init__(
        self,
        folders: list[Path],
        order: Callable[[dict[str, Any]], None] | None = None,
        parent: QObject | None = None,
        *,
        baked: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._baked = baked
        self._folders = [*folders, baked] if baked else folders
        self._order = order
        self._revision = 0
        self._asked: dict[str, dict[str, Any]] = {}
        self._failures: Counter[str] = Counter()
        self._stock: dict[str, Known] | None = None

    @Property(int, notify=revisionChanged)
    def revision(self) -> int:
        """Rises whenever it is worth asking again for a plate that is missing."""
        return self._revision

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Every request so far that no folder could answer, for baking the shipped plates."""
        return list(self._asked.values())

    @Slot("QVariantMap", result=str)
    def find(self, wanted: dict[str, Any]) -> str:
        """The address of the plate for a request, or "" while there is none; it is then ordered."""
        request = PlateRequest.from_json(wanted)
        key = request.key
        found = self._file(key)
        if not found and key not in self._asked:
            self._asked[key] = request.to_json()
            if self._order:
                self._order(request.to_json())
        if found and self._baked:
            _keep(self._baked / f"{key}.jpg")
        return found

    @Slot("QVariantMap", result=str)
    def standIn(self, wanted: dict[str, Any]) -> str:
        """The address of the plate most like the one wanted, to be shown cropped until that one is there; or ""."""
        request = PlateRequest.from_json(wanted).to_json()
        ranked = sorted((unlike(request, known), key) for key, known in self._known().items())
        for difference, key in ranked:
            if math.isinf(difference):
                break
            found = self._file(key)
            if found:
                return found
            self._known().pop(key, None)  # the baker has made room
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
        key = str(report.get("key", ""))
        if "error" in report:
            if not self._failures[key]:  # one that fails again says nothing new
                log.warning("a plate could not be baked: %s", report["error"])
            if key:
                self._failed(key)
        elif key:
            request = self._asked.pop(key, None)
            del self._failures[key]
            if request:
                self._known()[key] = request
            self._changed()

    def given_up(self, request: dict[str, Any]) -> None:
        """The baker has ended over a plate too often; it, too, may be asked for again."""
        self._failed(PlateRequest.from_json(request).key)

    def _failed(self, key: str) -> None:
        """After a pause the plate counts as never asked for: what is on the screen then orders it, nothing else."""
        pause = min(AGAIN_MS[0] * 2 ** min(self._failures[key], 16), AGAIN_MS[1])
        self._failures[key] += 1
        QTimer.singleShot(pause, self, lambda: self._forget(key))

    def _forget(self, key: str) -> None:
        self._asked.pop(key, None)
        self._changed()

    def _changed(self) -> None:
        self._revision += 1
        self.revisionChanged.emit()

    def _file(self, key: str) -> str:
        """The address of a plate in one of the folders, or ""."""
        for folder in self._folders:
            file = folder / f"{key}.jpg"
            if stands(file):
                return QUrl.fromLocalFile(str(file)).toString()
        return ""

    def _known(self) -> dict[str, Known]:
        """What may stand in, by key; read when it is first needed."""
        if self._stock is None:
            self._stock = {}
            for folder in self._folders:
                try:
                    rows = json.loads((folder / INDEX).read_bytes())
                    self._stock.update({key: row for key, row in rows.items() if all(name in row for name in KEPT)})
                except FileNotFoundError:
                    continue
                except (OSError, ValueError, AttributeError, TypeError) as error:
                    log.warning("%s cannot be read; art waits for its own plates: %s", folder / INDEX, error)
        return self._stock
