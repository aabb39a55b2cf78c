"""Disks that fail or end the process at a chosen call, for tests of everything that writes."""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from typing import Any

from kiosk.publish.files_disk import Disk

CALLS = tuple(name for name in vars(Disk) if not name.startswith("_"))


class CountingDisk(Disk):
    """Counts its calls; a subclass does something at one of them. Does not wait for the real disk."""

    def __init__(self) -> None:
        self.calls = 0
        self.log: list[str] = []

    def at_call(self) -> None:
        """Called before each call."""


def _counted(name: str) -> Callable[..., Any]:
    def call(self: CountingDisk, *args: Any) -> Any:
        self.calls += 1
        self.log.append(name)
        if name == "close":  # a failing close has closed all the same
            Disk.close(self, *args)
            return self.at_call()
        self.at_call()
        return None if name.startswith("sync") else getattr(Disk, name)(self, *args)

    return call


for _name in CALLS:
    setattr(CountingDisk, _name, _counted(_name))


class FaultyDisk(CountingDisk):
    """Fails at call number ``at``, from 1, and at all after it if ``stays``."""

    def __init__(self, at: int, error: int, *, stays: bool = False) -> None:
        super().__init__()
        self._at, self._error, self._stays = at, error, stays

    def at_call(self) -> None:
        if self.calls == self._at or (self._stays and self.calls > self._at):
            raise OSError(self._error, os.strerror(self._error))


class FullDisk(CountingDisk):
    """Has room for ``room`` bytes, then says that it is full."""

    def __init__(self, room: int) -> None:
        super().__init__()
        self.room = room

    def write(self, handle: int, data: memoryview) -> int:
        if self.room <= 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        part = data[: self.room]
        self.room -= len(part)
        return super().write(handle, part)


class DeadlyDisk(CountingDisk):
    """Ends the process, as kill -9 does, before call number ``at``."""

    def __init__(self, at: int) -> None:
        super().__init__()
        self._at = at

    def at_call(self) -> None:
        if self.calls == self._at:
            os.kill(os.getpid(), signal.SIGKILL)
