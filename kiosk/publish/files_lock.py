"""A lock that ends with its process: the system releases it, however the process ended.

Unlike a file with a process number in it, a lock cannot be left behind, and a number given to another process cannot
be mistaken for the first. Standard library only: the player imports this.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from kiosk.publish.files_disk import Disk

WAIT = 30.0
"""Longest wait for another process that is writing, s: a large edition on a slow card."""

_STEP = 0.05


class Lock:
    """An exclusive lock on one file. As a context manager it waits up to ``wait`` s, else ``WAIT``.

    Raises ``TimeoutError`` when another process keeps the lock, else ``OSError`` as the system does.
    """

    def __init__(
        self, disk: Disk, path: Path, wait: float | None = None, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._disk = disk
        self._path = path
        self._wait = wait
        self._pause = pause
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock if it is free, without waiting. False if another has it."""
        self._handle = self._disk.lock(self._path)
        return self._handle is not None

    def is_on_file(self) -> bool:
        """Whether the lock taken is on the file of that name, not on one that was deleted in between."""
        if self._handle is None:
            return False
        try:
            return os.path.samestat(self._path.stat(), os.fstat(self._handle))
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the lock back; fine if it was never taken."""
        if self._handle is not None:
            handle, self._handle = self._handle, None
            self._disk.close(handle)

    def __enter__(self) -> Lock:
        waited = 0.0
        longest = WAIT if self._wait is None else self._wait
        while not self.take():
            if waited >= longest:
                raise TimeoutError(errno.ETIMEDOUT, "another process keeps the lock", str(self._path))
            self._pause(_STEP)
            waited += _STEP
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
