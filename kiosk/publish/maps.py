"""Drawn maps kept between publishes: finding a tour's route takes time, and a change of text moves no stop.

Named by the stops, the page and the program that draws; deleting the folder only costs time, and a damaged file is
made anew.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.publish import route
from kiosk.publish.files import Files
from kiosk.publish.tours import MAPS, Layout, Points, map_layout


class MapCache:
    """A folder of drawn maps; call it as ``tours.map_layout``. Without a working folder it draws each map anew."""

    def __init__(self, folder: Path, draw: Layout = map_layout) -> None:
        self._folder = folder
        self._draw = draw
        self._files = Files()
        self._known: dict[str, dict[str, Any]] = {}
        self._program = repr(MAPS).encode() + Path(route.__file__).read_bytes()

    def __call__(self, points: Points) -> dict[str, Any]:
        """The map of these stops."""
        name = hashlib.sha256(json.dumps(points).encode() + self._program).hexdigest()[:32]
        if name not in self._known:
            self._known[name] = self._load(name) or self._store(name, self._draw(points))
        return self._known[name]

    def forget_unused(self) -> None:
        """Delete every map that was not asked for since this cache was made. For the end of a publish."""
        with suppress(OSError):  # not made yet, or not ours to read
            for entry in self._files.disk.scan(self._folder):
                if entry.name not in self._known:
                    with suppress(OSError):  # the next publish tries again
                        self._files.discard(self._folder / entry.name)

    def _load(self, name: str) -> dict[str, Any] | None:
        try:
            head, _, data = self._files.read(self._folder / name).partition(b"\n")
        except OSError:  # not there, as a rule
            return None
        if head.decode("ascii", "replace") != hashlib.sha256(data).hexdigest():
            return None  # damaged: drawn anew
        layout: dict[str, Any] = json.loads(data)
        return layout

    def _store(self, name: str, layout: dict[str, Any]) -> dict[str, Any]:
        data = json.dumps(layout).encode()
        with suppress(OSError):  # a full disk refuses the edition, too, and that is told
            self._files.make_folders(self._folder)
            self._files.write(self._folder / name, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)
        return layout
