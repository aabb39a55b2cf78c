"""Watches the content folder by polling: works on shares, survives outages, renames, swaps and clock jumps.

Two equal scans in a row make a change, so a half-copied folder is left alone. The scan runs in a thread: a share that
hangs holds up nobody. A change of the edition pointer (a rollback, a publish from outside) is noticed the same way, in
a thread of its own: a rollback is wanted just when the share hangs.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kiosk.snapshot import both

INTERVAL = 1.0
"""Seconds between scans. 1,000 files cost about 4 ms a scan."""

SHARE = 200.0
"""A scan rests this many times the processor time it took: half a percent of a core. Time spent waiting for a slow
share costs nobody anything and does not count."""

LONGEST = 2.0
"""Longest rest between scans, s: however large the folder, a change is noticed after 2 s, and has come to rest with the
next scan, 1 s later. From 2,500 files on that costs more than ``SHARE`` allows: 5,000 files, the most a content may
have, cost 23 ms a scan and so about 1.1 % of a core."""

PATIENT = 60
"""After so many looks at which only unfinished files have changed, a minute, the rest of the folder is at rest. A copy
in the making announces more files, and a picture of the largest size is through by then even at 1 MB a second; a
program that rewrites one of its own all day announces nothing."""

log = logging.getLogger(__name__)


class Rest:
    """Decides from one fingerprint after another when a changed folder has come to rest. Pure; time is the caller's.

    Two equal fingerprints in a row, other than the one last taken over, are a change. So are the first two after the
    folder could not be read, whatever they are: nobody knows what a publish met meanwhile. ``away`` is whether it
    cannot be read just now.
    """

    def __init__(self, found: int | None, read: int | None = None) -> None:
        self._settled = self._before = found
        self._settled_read = self._read = read
        self._still = 0
        """At how many looks in a row what is read was the same."""
        self.away = found is None

    @property
    def moving(self) -> bool:
        """Whether something has changed that has not come to rest yet."""
        return self._before is not None and self._before != self._settled

    def look(self, found: int | None, read: int | None = None) -> bool:
        """Take the next fingerprint; whether a change has come to rest with it.

        ``read`` is the one of finished files alone, which may rest while others do not.
        """
        self.away = found is None
        self._still = self._still + 1 if read is not None and read == self._read else 0
        changed = found is not None and found == self._before and found != self._settled
        changed = changed or (self._still >= PATIENT and read != self._settled_read)
        if changed or self.away:
            self._settled, self._settled_read = found, read
        self._before, self._read = found, read
        return changed


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
        self._stamp = (0, 0, 0)
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._look, name="content-watch", daemon=True),
            threading.Thread(target=self._look_at_pointer, name="edition-watch", daemon=True),
        ]

    def start(self) -> None:
        """Begin; the state found at the start counts as known."""
        self._stamp = _stamp(self._pointer)
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End; a scan that hangs is not waited for."""
        self._stop.set()
        for thread in self._threads:
            thread.join(0.5)

    def _look_at_pointer(self) -> None:
        while not self._stop.wait(self._interval):
            stamp = _stamp(self._pointer)
            if stamp != self._stamp:
                self._stamp = stamp
                self.pointed.emit()

    def _look(self) -> None:
        rest = Rest(*both(self._folder))
        if rest.away:
            self.away.emit(True)
        pause = self._interval
        while not self._stop.wait(pause):
            began, away = time.thread_time(), rest.away
            changed = rest.look(*both(self._folder))
            if rest.away != away:
                self.away.emit(rest.away)
            if changed:
                self.changed.emit()
            # What moves is looked at again soon, however long a scan takes.
            pause = pause_after(0.0 if rest.moving else time.thread_time() - began, self._interval)


def pause_after(cost: float, interval: float = INTERVAL) -> float:
    """Seconds until the next scan, after one that took ``cost`` seconds of processor time."""
    return max(interval, min(cost * SHARE, LONGEST))


def _stamp(path: Path) -> tuple[int, int, int]:
    try:
        about = path.stat()
    except OSError:
        return (0, 0, 0)
    return (about.st_mtime_ns, about.st_size, about.st_ino)
