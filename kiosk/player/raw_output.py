"""What Qt and other libraries write to the standard error, and the last words of a crash: kept in a file, then logged.

Qt's messages may come from any of its threads while the main thread waits for that very thread with Python's lock in
its hand. A message handler written in Python would then wait for the lock for ever, and the screen with it. So Qt
writes by itself, without Python, to a file; from there the lines are brought to the log now and then. The file
outlives a crash: its last lines are logged by the next start.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import BinaryIO

from kiosk.player.log_file import is_gone, open_first

PATTERN = "qt-%{type}: %{message}"
"""How Qt writes a message (``QT_MESSAGE_PATTERN``)."""

MOST_BYTES = 1_000_000
"""Most of the file that is logged at once: of a flood its end, where the last words of a crash stand."""

MOST_PIECES = 20
"""Pieces of ``MOST_BYTES`` that are read at once: who writes faster than we read must not hold the screen up."""

_LINE = re.compile(r"^qt-(debug|info|warning|critical|fatal): (.*)$")
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}

log = logging.getLogger("kiosk")

if sys.platform == "linux":
    import fcntl


class RawOutput:
    """Takes over the file descriptor 2. Python's own ``sys.stderr`` keeps leading to the terminal."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "output.log"
        self._started = False
        self._file = self._open()

    def start(self) -> None:
        """Begin; first log what the run before has left."""
        self.bring("the run before: ")
        os.environ["QT_MESSAGE_PATTERN"] = PATTERN
        os.environ["QT_FORCE_STDERR_LOGGING"] = "1"
        try:
            terminal = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace", buffering=1)
        except OSError:  # started without a standard error
            terminal = None
        self._take_over(self._file)
        if sys.stderr is not None and terminal is not None:
            sys.stderr = terminal
        self._started = True

    def bring(self, prefix: str = "") -> None:
        """Bring what has been written to the log, line by line, and empty the file.

        One that somebody has deleted is made again: the next start would not find the last words of a crash.
        """
        name = self._file.name
        deleted = self._started and isinstance(name, str) and is_gone(Path(name), self._file.fileno())
        fresh = self._open() if deleted else None
        if fresh:
            self._take_over(fresh)
        self._empty(prefix)
        if fresh:
            self._file.close()
            self._file = fresh

    @staticmethod
    def _take_over(file: BinaryIO) -> None:
        os.dup2(file.fileno(), 2)
        faulthandler.enable(file)

    def _empty(self, prefix: str) -> None:
        size = os.fstat(self._file.fileno()).st_size
        if not size:
            return
        left_out = at = max(0, size - MOST_BYTES)
        text = b""
        for _ in range(MOST_PIECES):  # what is written while we read is read, too; then the file is emptied
            piece = self._piece(at)
            if not piece:
                break
            at += len(piece)
            text += piece
            left_out += max(0, len(text) - MOST_BYTES)
            text = text[-MOST_BYTES:]
        left_out += max(0, os.fstat(self._file.fileno()).st_size - at)
        self._file.truncate(0)
        if left_out:
            rest = text.partition(b"\n")[2]  # it begins in the middle of a line
            left_out += len(text) - len(rest) if rest else 0
            text = rest or text
            log.warning("%soutput: too much of it; %d bytes are left out, its end follows", prefix, left_out)
        self._log(text.decode("utf-8", "replace"), prefix)

    def _piece(self, at: int) -> bytes:
        """Read from the byte ``at``. Those who write share the file's own position and move it at any moment."""
        if hasattr(os, "pread"):
            return os.pread(self._file.fileno(), MOST_BYTES, at)
        self._file.seek(at)
        return self._file.read(MOST_BYTES)

    @staticmethod
    def _log(text: str, prefix: str) -> None:
        for line in text.splitlines():
            match = _LINE.match(line)
            if match:
                log.log(_LEVELS.get(match[1], logging.ERROR), "%sqt: %s", prefix, match[2])
            elif line.strip():
                log.warning("%soutput: %s", prefix, line)

    def _open(self) -> BinaryIO:
        """A file in the state folder, else one that dies with us, else none: nothing here may stop a screen."""
        opened, _ = open_first(self._path)
        if opened:
            return opened
        try:
            if sys.platform == "linux":
                handle = os.memfd_create("output")
                fcntl.fcntl(handle, fcntl.F_SETFL, os.O_APPEND)  # it is emptied while others write
                return os.fdopen(handle, "a+b", buffering=0)
            fresh = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_TEMPORARY", 0) | getattr(os, "O_BINARY", 0)
            return os.fdopen(os.open(Path(tempfile.gettempdir(), f"kiosk-{os.getpid()}"), fresh), "a+b", buffering=0)
        except OSError:
            return Path(os.devnull).open("a+b", buffering=0)  # and what is said there is lost
