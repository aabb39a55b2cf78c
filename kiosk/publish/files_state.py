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

_ELSEWHERE = "or name another folder with --state"
_OTHER = "--state로 다른 폴더를 지정하세요"


class StateError(Exception):
    """The state folder refused something. ``message`` says what, ``hint`` what to do; both are whole sentences.

    ``korean`` are the two in Korean. As text it is English, as logs are.
    """

    def __init__(self, message: str, hint: str, korean: tuple[str, str]) -> None:
        super().__init__(f"{message} {hint}")
        self.message = message
        self.hint = hint
        self._korean = korean

    def told(self, language: str) -> tuple[str, str]:
        """Message and hint: in Korean for ``ko``, else in English."""
        return self._korean if language == "ko" else (self.message, self.hint)


@contextmanager
def explained(folder: Path, *, reading: bool = False) -> Iterator[None]:
    """Turn an ``OSError`` inside the block, which only reads or may write, into a ``StateError`` about ``folder``."""
    try:
        yield
    except OSError as error:
        raise explain(error, folder, reading=reading) from error


def explain(error: OSError, folder: Path, *, reading: bool = False) -> StateError:
    """Word a system error met in ``folder``."""
    where = str(error.filename2 or error.filename or folder)
    if reading and isinstance(error, PermissionError):
        korean = (f"읽을 수 없습니다: {where}", f"이 사용자에게 읽기 권한을 주거나 {_OTHER}.")
        return StateError(f"{where} cannot be read.", f"Give this user the right to read it, {_ELSEWHERE}.", korean)
    if isinstance(error, TimeoutError):
        korean = (f"다른 키오스크가 쓰고 있습니다: {folder}", "끝날 때까지 기다린 뒤 다시 하세요.")
        return StateError(
            f"Another kiosk is writing in {folder}.", "Wait until it has finished, and try again.", korean
        )
    if is_busy(error) and getattr(error, "winerror", None) != _ACCESS_DENIED:
        korean = (f"다른 프로그램이 열고 있습니다: {where}", "그 프로그램에서 닫고 다시 하세요.")
        return StateError(f"{where} is open in another program.", "Close it there, and try again.", korean)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        korean = (f"디스크가 가득 찼습니다: {folder}", f"파일을 지우거나 {_OTHER}.")
        return StateError(f"The disk with {folder} is full.", f"Delete files on it, {_ELSEWHERE}.", korean)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        korean = (f"쓸 수 없습니다: {where}", f"이 사용자에게 쓰기 권한을 주거나 {_OTHER}.")
        return StateError(
            f"{where} cannot be written.", f"Give this user the right to write there, {_ELSEWHERE}.", korean
        )
    reason = os.strerror(error.errno) if error.errno else str(error)
    korean = (f"쓸 수 없습니다({reason}): {where}", f"디스크를 확인하거나 {_OTHER}.")
    return StateError(f"{where} cannot be used: {reason}.", f"Check the disk, {_ELSEWHERE}.", korean)
