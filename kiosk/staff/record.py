"""A small file in the state folder with its own clock: what has to be remembered across restarts and reboots."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kiosk.publish.files import Files
from kiosk.staff import moment
from kiosk.staff.moment import Moment

FORMAT = 1

_LIMIT = 64 * 1024

_LEFT = 3600.0
"""Seconds after which what a killed process has half written is deleted: a living one takes milliseconds."""


class Record:
    """A dictionary of JSON values in the file ``path``.

    ``clock()`` gives seconds of running time since the file was first written. It only ever runs forwards, across
    restarts, reboots and any setting of the wall clock; the time a machine is off does not count.
    """

    def __init__(self, path: Path, now: Callable[[], Moment] = moment.now, files: Files | None = None) -> None:
        self.path = path
        self.damaged = False
        self.values: dict[str, Any] = {}
        self._now = now
        self._files = files or Files()
        self._ran = 0.0
        self._at = now()
        self._load()

    def clock(self) -> float:
        """Seconds of running time."""
        return self._ran + moment.certain(self._at, self._now())

    def save(self) -> str:
        """Write the values down to the disk. Returns why that failed, or ""; they are kept in memory either way."""
        here = self._now()
        self._ran, self._at = self._ran + moment.certain(self._at, here), here
        data = {
            "format": FORMAT,
            "ran": self._ran,
            "boot": here.boot,
            "seconds": here.seconds,
            "values": self.values,
        }
        try:
            self._files.make_folders(self.path.parent)
            self._files.write(self.path, json.dumps(data, ensure_ascii=True, indent=1).encode() + b"\n")
            self._files.sweep(self.path.parent, self.path.name, _LEFT)
        except OSError as error:
            return f"{self.path} cannot be written: {os.strerror(error.errno) if error.errno else error}"
        return ""

    def _load(self) -> None:
        try:
            text = next(iter(self._files.chunks(self.path)), b"")
        except FileNotFoundError:
            return
        except OSError:
            self.damaged = True
            return
        try:
            data = json.loads(text[:_LIMIT])
            self._at = Moment(str(data["boot"]), float(data["seconds"]))
            self._ran = float(data["ran"])
            values = data["values"]
            likely = 0 <= self._ran < 1e12 and 0 <= self._at.seconds < 1e12
            if data["format"] != FORMAT or not isinstance(values, dict) or not likely:
                raise ValueError  # noqa: TRY301 - one place for every kind of damage
            self.values = values
        except (ValueError, TypeError, KeyError, RecursionError, OverflowError):  # the last: an int beyond any float
            self.damaged, self._ran, self._at = True, 0.0, self._now()
