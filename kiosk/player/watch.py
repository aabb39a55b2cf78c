"""Watches the content folder by polling: works on shares, survives outages, renames, swaps and clock jumps.

Two equal scans in a row make a change, so a half-copied folder is left alone. The scan runs in a thread: a share that
hangs holds up nobody. A change of the edition pointer (a rollback, a publish from outside) is noticed the same way.
"""

from __future__ import annotations

import logging
import os
import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

INTERVAL = 1.0
"""Seconds between scans. 1,000 files cost about 2.5 ms a scan."""

SLOW = 20.0
"""A folder whose scan takes long is scanned this many times less often than the scan takes: under 5 % of a core."""

FILES_LIMIT = 20_000
"""Files looked at; a folder with more is refused by the reader anyway."""

log = logging.getLogger(__name__)

Fingerprint = int


def fingerprint(folder: Path) -> Fingerprint | None:
    """A hash over path, size, times and inode of every file; None if the folder cannot be read just now.

    The change time tells what a copy that keeps modification times would hide; the inode tells a file that was
    replaced by an older one.
    """
    rows: list[tuple[str, int, int, int, int]] = []
    pending = [str(folder)]
    try:
        while pending:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                        continue
                    try:
                        about = entry.stat()
                    except FileNotFoundError:
                        about = entry.stat(follow_symlinks=False)
                    rows.append((entry.path, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino))
                    if len(rows) > FILES_LIMIT:
                        return hash(tuple(rows))
    except OSError:
        return None
    return hash(tuple(sorted(rows)))


class ContentWatch(QObject):
    """Emits ``changed`` when the content has changed and come to rest, ``pointed`` when the pointer file has."""

    changed = Signal()
    pointed = Signal()
    away = Signal(bool)

    def __init__(self, folder: Path, pointer: Path, interval: float = INTERVAL) -> None:
        super().__init__()
        self._folder = folder
        self._pointer = pointer
        self._interval = interval
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="content-watch", daemon=True)

    def start(self) -> None:
        """Begin; the state found at the start counts as known."""
        self._thread.start()

    def stop(self) -> None:
        """End; a scan that hangs is not waited for."""
        self._stop.set()
        self._thread.join(0.5)

    def _run(self) -> None:
        settled = before = fingerprint(self._folder)
        pointer = _stamp(self._pointer)
        lost = settled is None
        if lost:
            self.away.emit(True)
        pause = self._interval
        while not self._stop.wait(pause):
            started = os.times().elapsed
            now = fingerprint(self._folder)
            pause = max(self._interval, (os.times().elapsed - started) * SLOW)
            if (now is None) != lost:
                lost = now is None
                self.away.emit(lost)
            if now is not None and now == before and now != settled:
                settled = now
                self.changed.emit()
            before = now
            stamp = _stamp(self._pointer)
            if stamp != pointer:
                pointer = stamp
                self.pointed.emit()


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        about = path.stat()
    except OSError:
        return (0, 0, 0)
    return (about.st_mtime_ns, about.st_size, about.st_ino)
