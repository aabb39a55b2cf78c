"""A log file: capped, made again where somebody deletes it, beside one of another user's that cannot be written.

No Qt: the supervisor logs to one, too.
"""

from __future__ import annotations

import logging
import sys
from contextlib import suppress
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from os import fstat
from os.path import samestat
from pathlib import Path
from typing import BinaryIO

OTHERS = 2
"""Other names tried in the same folder; after these the folder above is tried."""


class LogFile(RotatingFileHandler):
    """Writes to ``path``, or to the first of ``places`` that this user may write.

    ``problem`` says why there is no file for now, ``instead`` where the log goes if not to ``path``; both are "" as a
    rule. A file that cannot be opened is tried again with every entry: a disk may have room again.
    """

    def __init__(self, path: Path, most_bytes: int, files: int) -> None:
        self.problem, self.instead = "", ""
        self._failed = self._told = False
        opened, self.problem = open_first(path)
        if opened:
            opened.close()
            if Path(opened.name) != path:
                self.instead = f"{self.problem}; the log is {opened.name}. Give this user the right to write there."
            self.problem = ""
        self._told = not opened  # whoever reads ``problem`` tells it
        super().__init__(
            opened.name if opened else path,
            maxBytes=most_bytes,
            backupCount=files - 1,
            encoding="utf-8",
            errors="backslashreplace",
            delay=True,
        )

    def emit(self, record: logging.LogRecord) -> None:
        """Write an entry; into a new file if the one before has been deleted, or renamed by another program."""
        self._failed = False
        if self.stream and is_gone(Path(self.baseFilename), self.stream.fileno()):
            self.close_stream()
        super().emit(record)
        self._told = self._told and self._failed

    def doRollover(self) -> None:
        """Begin a new file; where the old one cannot be renamed, begin it anew, for it stays capped in any case."""
        try:
            super().doRollover()
        except OSError:  # another user's folder, or on Windows a program that shows the file just now
            self.close_stream()
            Path(self.baseFilename).write_bytes(b"")

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002 - the library's signature
        """Tell on the standard error that entries are lost: once, until there is a file again."""
        self._failed = True
        error = sys.exc_info()[1]
        if not self._told and sys.stderr is not None:
            self._told = True
            reason = (error.strerror if isinstance(error, OSError) else None) or error
            with suppress(OSError, ValueError):  # closed
                sys.stderr.write(f"{self.baseFilename} cannot be written: {reason}. The log goes on here only.\n")

    def close_stream(self) -> None:
        """Close the file; the next entry opens it again."""
        stream, self.stream = self.stream, None  # as the library does with ``delay``
        if stream:
            with suppress(OSError):  # what it still held is lost with its file
                stream.close()

    def _open(self) -> TextIOWrapper:
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()


def open_first(path: Path) -> tuple[BinaryIO | None, str]:
    """Open the first of ``places`` that this user may write, for appending; and say why it is not ``path``."""
    problem = ""
    for place in places(path):
        where = place.parent.parent
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            where = place
            return place.open("a+b", buffering=0), problem
        except OSError as error:
            problem = problem or f"{where} cannot be written: {error.strerror or error}"
    return None, problem


def places(path: Path) -> list[Path]:
    """Give the names a log may have: ``path``, others in its folder, and the same one in the folder above."""
    others = [path.with_stem(f"{path.stem}-{number}") for number in range(2, 2 + OTHERS)]
    return [path, *others, path.parent.parent / path.name]


def is_gone(path: Path, handle: int) -> bool:
    """Whether an open file is not the one of that name any more: deleted, or renamed, perhaps with its folder."""
    try:
        return not samestat(path.stat(), fstat(handle))
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:  # a system that does not tell now
        return False
