"""What a folder looks like from outside: which of its files mean something, and whether any of them has changed.

Standard library only: the player watches with it, the publisher makes sure with it that nothing moved while it read.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from kiosk.places import is_link

CLUTTER = frozenset(
    {
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "__macosx",
        "icon\r",
        "$recycle.bin",
        "system volume information",
        "lost+found",
    }
)
"""Names, in lower case, that systems leave in folders somebody has only looked at."""

UNFINISHED = ("~", ".tmp", ".swp", ".part", ".crdownload", ".bak")
"""Endings of what editors and copies keep beside the real file."""

FILES_LIMIT = 20_000
"""Files and folders looked at; a folder with more is refused by the reader anyway."""

_TRACES = frozenset({".ds_store", ".localized", "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r"})
"""Files, in lower case, that systems make in a folder somebody has only looked at: nobody misses them."""

SCHEMAS = "schema"
"""The folder at the top that ``kiosk schema`` writes; nothing in it is content."""

_GONE = (FileNotFoundError, NotADirectoryError)
"""What the system says of a name that was there when its folder was listed, or of a folder that has become a file."""


def is_clutter(name: str) -> bool:
    """Whether a file or folder of this name is the work of an operating system or an office program."""
    return name.startswith((".", "~$")) or name.lower() in CLUTTER


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is clutter, or a file that is not finished."""
    return is_clutter(name) or name.lower().endswith(UNFINISHED)


def is_empty(folder: Path) -> bool:
    """Whether a folder holds nothing but what a system leaves where somebody has looked. Raises ``OSError``.

    Hidden names are somebody's: a folder with ``.git`` in it is not empty.
    """
    with os.scandir(folder) as entries:
        return all(
            (entry.name.lower() in _TRACES or entry.name.startswith("._")) and entry.is_file(follow_symlinks=False)
            for entry in entries
        )


def snapshot(folder: Path, told: Callable[[], object] = lambda: None, *, unfinished: bool = True) -> int | None:
    """A hash over path, size, times and inode of every file; None if the folder cannot be read just now.

    What this user may not read inside it is a state like any other: a publish tells staff of it. So is what vanishes
    while it is looked at.

    The change time tells what a copy that keeps modification times would hide; the inode tells a file that was
    replaced by an older one. ``unfinished`` files count: while they grow, somebody is still copying. Of a link counts
    where it leads, and what is there if that is inside the folder; nothing outside is looked at. ``told`` is called
    with every name: a sign of life for who waits.
    """
    seen = _walk(folder, told)
    return None if seen is None else seen.mark(unfinished=unfinished)


def both(folder: Path) -> tuple[int | None, int | None]:
    """``snapshot`` with unfinished files and without, for the price of one."""
    seen = _walk(folder, lambda: None)
    return (None, None) if seen is None else (seen.mark(unfinished=True), seen.mark(unfinished=False))


def _walk(folder: Path, told: Callable[[], object]) -> _Seen | None:
    root = os.path.realpath(folder)
    seen = _Seen(root, told)
    try:
        while seen.waiting and len(seen.rows) + len(seen.folders) <= FILES_LIMIT:
            seen.look_into(seen.waiting.pop())
    except OSError:
        return None
    return seen


class _Seen:
    """What one look at a folder has found. Each real folder is looked into once, however many links lead to it."""

    def __init__(self, root: str, told: Callable[[], object]) -> None:
        self._root = root
        self._told = told
        self._schemas = os.path.join(root, SCHEMAS)  # noqa: PTH118 - the walk works with text, as os.scandir gives it
        self.rows: list[tuple[str, str, int, int, int, int]] = []
        self.folders = {root}
        self.waiting = [root]

    def mark(self, *, unfinished: bool) -> int:
        """A hash over what was seen; without ``unfinished`` files, and folders of such names, if they do not count."""
        rows = self.rows if unfinished else [row for row in self.rows if not self._is_unfinished(row[0])]
        return hash(tuple(sorted(rows)))

    def _is_unfinished(self, path: str) -> bool:
        inside = path[len(self._root) :].lower()
        return any(ending in inside for ending in UNFINISHED) and any(
            part.endswith(UNFINISHED)
            for part in inside.split(os.sep)  # noqa: PTH206 - as above: text
        )

    def look_into(self, folder: str) -> None:
        """Take in what a folder holds. One below the root that this user may not read is no outage, but a state."""
        try:
            entries = os.scandir(folder)
        except PermissionError:
            if folder == self._root:
                raise
            self._refuse(folder)
            return
        except _GONE:
            if folder == self._root:
                raise
            return
        with entries:
            for entry in entries:
                if not is_clutter(entry.name):
                    try:
                        self.add(entry.path, entry.stat(follow_symlinks=False))
                    except PermissionError:  # a folder that may be listed and not entered
                        self._refuse(entry.path)
                    except _GONE:  # between the list and this look: the change is that it is not there
                        continue
                if len(self.rows) > FILES_LIMIT:
                    break

    def add(self, path: str, about: os.stat_result) -> None:
        """Take in one entry, as it is without following it."""
        self._told()
        real = path
        if is_link(about):
            real = os.path.realpath(path)
            self._note(path, real, about)
            target = self._target(real)
            if target is None:
                return
            about = target
        if not stat.S_ISDIR(about.st_mode):
            self._note(path, real, about)
        elif path != self._schemas and real not in self.folders:
            self.folders.add(real)
            self.waiting.append(real)

    def _target(self, real: str) -> os.stat_result | None:
        """What a link leads to; None where that is outside, nowhere, or the link itself."""
        if not Path(real).is_relative_to(self._root):
            return None
        try:
            return os.stat(real)  # noqa: PTH116 - as above
        except OSError as error:
            if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):
                return None
            raise

    def _refuse(self, path: str) -> None:
        self.rows.append((path, "", 0, 0, 0, 0))

    def _note(self, path: str, real: str, about: os.stat_result) -> None:
        self.rows.append((path, real, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino))
