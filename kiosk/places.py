"""The places a command line names: can a name be one, what is there, and how is it written in a command to paste.

``Path.exists`` and its sisters raise for a folder that may not be looked into or a name that is too long on Python
3.11, and answer False from 3.14 on; here the answer is the same everywhere. Standard library only: the player imports
this.
"""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Literal, NamedTuple

_JUNCTION = 0xA0000003
"""Windows: the mark of a junction, or of a disk mounted as a folder."""


class Sight(NamedTuple):
    """What is at a place. ``reason``: the system's words where it would not say."""

    kind: Literal["folder", "file", "nothing", "refused"]
    reason: str = ""


def look(path: Path) -> Sight:
    """See what is at ``path``, links followed; never raises. What is neither folder nor nothing counts as a file."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - Path.stat is the same call
    except (FileNotFoundError, NotADirectoryError):
        return Sight("nothing")
    except OSError as error:
        return Sight("refused", error.strerror or type(error).__name__)
    except ValueError:  # a NUL, or half a surrogate pair
        return Sight("refused", "no name can hold these characters")
    return Sight("folder" if stat.S_ISDIR(mode) else "file")


def is_link(status: os.stat_result) -> bool:
    """Whether a name leads elsewhere, as ``lstat`` tells it: a symbolic link, or what Python calls none on Windows."""
    return stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0) == _JUNCTION


def place(text: str) -> Path:
    """Take a path from the command line: for the ``type`` of an argument, which turns the error into a sentence."""
    from argparse import ArgumentTypeError

    if not text:
        raise ArgumentTypeError("it is empty; name a folder or file")
    if not _is_encodable(text):
        raise ArgumentTypeError(f"{text!a} has characters no name can hold; write another name")
    path = Path(text)
    if not path.is_absolute() and here() is None:
        raise ArgumentTypeError(f"the folder in which {text} is looked for is gone; go into another one with cd")
    return path


def here() -> Path | None:
    """The folder the command runs in; None once somebody has deleted it."""
    try:
        return Path.cwd()
    except OSError:
        return None


def _is_encodable(text: str) -> bool:
    try:
        return b"\0" not in os.fsencode(text)
    except UnicodeEncodeError:
        return False


def unwritable(folder: Path) -> str:
    """Why nothing can be written into a folder, in the system's words; "" if it can. One that is missing is made."""
    import tempfile

    try:
        if look(folder).kind == "nothing":
            folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as error:
        return error.strerror or str(error)


def command(*words: object) -> str:
    """Write a command so that it can be pasted into this system's shell."""
    texts = [str(word) for word in words]
    if sys.platform == "win32":
        import subprocess

        return subprocess.list2cmdline(texts)
    import shlex

    return shlex.join(texts)


def option(name: str, given: Path | None, default: Path) -> tuple[str, ...]:
    """Give the words that repeat an option, or none where it says no more than the default."""
    return () if given is None or given == default else (name, str(given))


def trouble(folder: Path, language: str = "en") -> str:
    """Say in one sentence why something there is no folder to use; "" if it is one, or nothing is there.

    In Korean for ``ko``, as are the sentences below.
    """
    kind, reason = look(folder)
    if kind == "file":
        korean = f"파일입니다: {folder}. 폴더를 지정하세요."
        return korean if language == "ko" else f"{folder} is a file. Name a folder instead."
    return refusal(folder, reason, language) if kind == "refused" else ""


def lies_in(inner: Path, outer: Path, *, links: bool = True) -> bool:
    """Whether ``inner`` is ``outer``, or a place below it. Neither has to be there.

    Without ``links`` they are not followed, and nothing is looked at: ``outer`` may be a share that hangs.
    """
    if not links:
        return Path(os.path.abspath(inner)).is_relative_to(os.path.abspath(outer))  # noqa: PTH100 - resolve() would look
    return Path(os.path.realpath(inner)).is_relative_to(os.path.realpath(outer))


def nested(state: Path, content: Path, language: str = "en", *, links: bool = True) -> str:
    """Say in one sentence that the state folder lies in the content folder, where each publish would be a change."""
    if not lies_in(state, content, links=links):
        return ""
    if language == "ko":
        return f"상태 폴더가 콘텐츠 폴더 안에 있습니다: {state} ({content}). --state로 다른 폴더를 지정하세요."
    return f"The state folder {state} lies in the content folder {content}. Name another folder with --state."


def garbled(path: Path) -> str:
    """Say in one sentence that the name of a place is not UTF-8, as after an old ZIP; "" if it is.

    Python can open such a file; Qt, and so the screen and the programs beside it, cannot.
    """
    whole = os.path.abspath(path)  # noqa: PTH100 - links are not followed
    if any("\ud800" <= letter <= "\udfff" for letter in whole):
        return f"The screen cannot reach {whole!a}: its name has bytes that are not UTF-8. Rename the folder."
    return ""


def refusal(path: Path, reason: str, language: str = "en") -> str:
    """Say in one sentence that the system does not let this user read ``path``."""
    if language == "ko":
        return f"읽을 수 없습니다({reason}): {path}. 이름을 확인하거나 이 사용자에게 읽기 권한을 주세요."
    return f"{path} cannot be read: {reason}. Check the name, or give this user the right to read it."
