"""Why the state folder cannot be used, in one sentence with its remedy. Standard library only."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kiosk.publish.files_disk import is_busy

_ACCESS_DENIED = 5
"""Windows: a missing right, or, when renaming, an open file."""

ELSEWHERE = "or name another folder with --state"


class StateError(Exception):
    """The state folder refused something. ``message`` says what, ``hint`` what to do; both are whole sentences."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(f"{message} {hint}")
        self.message = message
        self.hint = hint


@contextmanager
def explained(folder: Path, elsewhere: str = ELSEWHERE, *, reading: bool = False) -> Iterator[None]:
    """Turn an ``OSError`` inside the block, which only reads or may write, into a ``StateError`` about ``folder``."""
    try:
        yield
    except OSError as error:
        raise explain(error, folder, elsewhere, reading=reading) from error


def explain(error: OSError, folder: Path, elsewhere: str = ELSEWHERE, *, reading: bool = False) -> StateError:
    """Word a system error met in ``folder``. ``elsewhere`` is the last resort of the remedy."""
    where = str(error.filename2 or error.filename or folder)
    if reading and isinstance(error, PermissionError):
        return StateError(f"{where} cannot be read.", f"Give this user the right to read it, {elsewhere}.")
    if isinstance(error, TimeoutError):
        return StateError(f"Another kiosk is writing in {folder}.", "Wait until it has finished, and try again.")
    if is_busy(error) and getattr(error, "winerror", None) != _ACCESS_DENIED:
        return StateError(f"{where} is open in another program.", "Close it there, and try again.")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StateError(f"The disk with {folder} is full.", f"Delete files on it, {elsewhere}.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StateError(f"{where} cannot be written.", f"Give this user the right to write there, {elsewhere}.")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return StateError(f"{where} cannot be used: {reason}.", f"Check the disk, {elsewhere}.")
