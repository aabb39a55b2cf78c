"""Opens files of a hostile folder: never hangs on a pipe, never reads more than it may, says why it could not."""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.decoding import Flaw, flaw
from kiosk.content.parser import ENTRY_LIMIT, ENTRY_MARKS
from kiosk.content.positions import SIZE_LIMIT, megabytes

TRIES = 5
"""How often a locked file is tried. Editors and virus scanners hold a file for a few milliseconds."""

TOTAL_LIMIT = 16 * 1024 * 1024
"""Most bytes of all content files together: fifty times what a whole museum's texts hold in four languages."""

PAUSE = 0.1
"""Between two tries, in seconds."""

_BUSY = {errno.EBUSY, errno.EAGAIN, errno.ETXTBSY, errno.EDEADLK}
_FLAGS = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


@dataclass
class Room:
    """What the content files of one folder may take together, and what those read so far have taken."""

    size: int = 0
    entries: int = 0
    told: Callable[[], object] = lambda: None
    """Called now and then: a sign of life for who waits."""

    def read(self, path: Path) -> bytes | Flaw:
        """As ``read_bytes``; a flaw for a file that no longer fits. Later ones that are small enough still do."""
        self.told()
        data = read_bytes(path)
        if isinstance(data, Flaw):
            return data
        entries = sum(data.count(mark) for mark in ENTRY_MARKS)
        if entries > ENTRY_LIMIT:  # refused by itself, and so takes nothing
            return data
        if self.size + len(data) > TOTAL_LIMIT:
            return flaw("file-beyond", limit=TOTAL_LIMIT // 1024**2)
        if self.entries + entries > ENTRY_LIMIT:
            return flaw("file-beyond/entries", limit=ENTRY_LIMIT)
        self.size += len(data)
        self.entries += entries
        return data


def read_bytes(path: Path) -> bytes | Flaw:
    """The bytes of a file of at most ``SIZE_LIMIT`` bytes, or why there are none. Waits half a second for a lock."""
    for left in reversed(range(TRIES)):
        try:
            return _read(path)
        except OSError as error:
            if _is_locked(error) and left:
                time.sleep(PAUSE)
                continue
            return unopened(error)
    raise AssertionError  # the last try returns


def unopened(error: OSError) -> Flaw:
    """The flaw for a file or link that the system would not open."""
    if isinstance(error, FileNotFoundError | NotADirectoryError) or error.errno == errno.ESTALE:
        return flaw("file-vanished")
    if error.errno == errno.ELOOP:
        return flaw("file-loop")
    if _is_locked(error):
        return flaw("file-locked")
    return flaw("file-unreadable", reason=error.strerror or type(error).__name__)


def special(mode: int) -> str | None:
    """The phrase for what ``mode`` (of ``os.stat``) says is neither a file nor a folder, else None."""
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    if stat.S_ISFIFO(mode):
        return "pipe"
    return "socket" if stat.S_ISSOCK(mode) else "device"


def _read(path: Path) -> bytes | Flaw:
    # Between listing and opening, a file may have become a pipe: not blocking, then looking, is safe either way.
    descriptor = os.open(path, _FLAGS)
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if status.st_size > SIZE_LIMIT:
            return flaw("file-large", size=megabytes(status.st_size))
        data = file.read(SIZE_LIMIT + 1)
    return data if len(data) <= SIZE_LIMIT else flaw("file-large", size=megabytes(len(data)))


def _is_locked(error: OSError) -> bool:
    # Windows reports another program's lock as a plain refusal.
    return error.errno in _BUSY or (sys.platform == "win32" and isinstance(error, PermissionError))
