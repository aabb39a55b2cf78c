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

PATTERN = "qt-%{type}: %{message}"
"""How Qt writes a message (``QT_MESSAGE_PATTERN``)."""

MOST_BYTES = 1_000_000
"""Most of the file that is read; a flood beyond it is dropped."""

_LINE = re.compile(r"^qt-(debug|info|warning|critical|fatal): (.*)$")
_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}

log = logging.getLogger("kiosk")


class RawOutput:
    """Takes over the file descriptor 2. Python's own ``sys.stderr`` keeps leading to the terminal."""

    def __init__(self, folder: Path) -> None:
        self._file = self._open(folder)
        self._read = 0

    def start(self) -> None:
        """Begin; first log what the run before has left."""
        self.bring("the run before: ")
        os.environ["QT_MESSAGE_PATTERN"] = PATTERN
        os.environ["QT_FORCE_STDERR_LOGGING"] = "1"
        try:
            terminal = os.fdopen(os.dup(2), "w", encoding="utf-8", errors="backslashreplace", buffering=1)
        except OSError:  # started without a standard error
            terminal = None
        os.dup2(self._file.fileno(), 2)
        if sys.stderr is not None and terminal is not None:
            sys.stderr = terminal
        faulthandler.enable(self._file)

    def bring(self, prefix: str = "") -> None:
        """Bring what has been written to the log, line by line, and empty the file."""
        size = os.fstat(self._file.fileno()).st_size
        if not size:
            return
        self._file.seek(0)
        text = self._file.read(MOST_BYTES).decode("utf-8", "replace")
        self._file.truncate(0)
        for line in text.splitlines():
            match = _LINE.match(line)
            if match:
                log.log(_LEVELS.get(match[1], logging.ERROR), "%sqt: %s", prefix, match[2])
            elif line.strip():
                log.warning("%soutput: %s", prefix, line)

    @staticmethod
    def _open(folder: Path) -> BinaryIO:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            return (folder / "output.log").open("a+b", buffering=0)
        except OSError:
            return tempfile.TemporaryFile("a+b", buffering=0)
