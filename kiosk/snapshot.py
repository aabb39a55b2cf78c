"""What a folder looks like from outside: which of its files mean something, and whether any of them has changed.

Standard library only: the player watches with it, the publisher makes sure with it that nothing moved while it read.
"""

from __future__ import annotations

import os
from pathlib import Path

CLUTTER = frozenset(
    {
        "thumbs.db",
        "ehthumbs.db",
        "desktop.ini",
        "__macosx",
        "icon\r",
        "$recycle.bin",
        "system volume information",
    }
)
"""Names, in lower case, that systems leave in folders somebody has only looked at."""

UNFINISHED = ("~", ".tmp", ".swp", ".part", ".crdownload", ".bak")
"""Endings of what editors and copies keep beside the real file."""

FILES_LIMIT = 20_000
"""Files looked at; a folder with more is refused by the reader anyway."""


def is_clutter(name: str) -> bool:
    """Whether a file or folder of this name is the work of an operating system or an office program."""
    return name.startswith((".", "~$")) or name.lower() in CLUTTER


def is_ignored(name: str) -> bool:
    """Whether a file or folder of this name is clutter, or a file that is not finished."""
    return is_clutter(name) or name.lower().endswith(UNFINISHED)


def snapshot(folder: Path) -> int | None:
    """A hash over path, size, times and inode of every file; None if the folder cannot be read just now.

    The change time tells what a copy that keeps modification times would hide; the inode tells a file that was
    replaced by an older one. Unfinished files count: while they grow, somebody is still copying.
    """
    rows: list[tuple[str, int, int, int, int]] = []
    pending = [str(folder)]
    try:
        while pending:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if is_clutter(entry.name):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
                        continue
                    try:
                        about = entry.stat()
                    except FileNotFoundError:
                        about = entry.stat(follow_symlinks=False)
                    rows.append((entry.path, about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino))
                    if len(rows) > FILES_LIMIT:
                        return hash(tuple(rows))
    except OSError:
        return None
    return hash(tuple(sorted(rows)))
