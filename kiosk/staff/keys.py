"""Key files: a USB stick that opens the staff panel when nobody knows the PIN, or too many have guessed it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from kiosk.publish.files import Files

KEY_FILE = "gwangju-kiosk.key"
"""Name of the file at the top of a stick."""

LIMIT = 8
"""Keys in one file, one a line: a stick may open several booths."""

_BYTES = 80 * LIMIT
"""Bytes read of one; a key has 64 letters."""

_STICKS = ("/media/", "/run/media/", "/mnt/")
"""Where Linux desktops and administrators mount what is plugged in."""


def sticks(mounts: Path = Path("/proc/self/mounts")) -> Iterator[Path]:
    """Every place where something that was plugged in can be read just now."""
    if sys.platform == "win32":
        for letter in "DEFGHIJKLMNOPQRSTUVWXYZ":
            yield Path(f"{letter}:\\")
    elif sys.platform == "darwin":
        yield from _below(Path("/Volumes"))
    else:
        try:
            lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        except OSError:
            return
        for line in lines:
            place = line.split(" ")[1:2]
            if place and f"{place[0]}/".startswith(_STICKS):
                yield Path(_unescaped(place[0]))


def found(places: Iterable[Path]) -> Iterator[str]:
    """The texts of the key files there are; a stick that cannot be read has none."""
    for place in places:
        try:
            # Never waits for a pipe that somebody has put there under this name.
            handle = os.open(place / KEY_FILE, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            try:
                yield os.read(handle, _BYTES).decode("utf-8", "replace")
            finally:
                os.close(handle)
        except (OSError, ValueError):
            continue


def add(folder: Path, key: str) -> None:
    """Add a key to the file at the top of a stick, whole or not at all. Raises ``OSError``."""
    known = next(found([folder]), "").split()
    Files().write(folder / KEY_FILE, "".join(f"{line}\n" for line in [*known, key][-LIMIT:]).encode("utf-8"))


def _below(folder: Path) -> Iterator[Path]:
    try:
        yield from sorted(folder.iterdir())
    except OSError:
        return


def _unescaped(text: str) -> str:
    """A path as ``/proc/self/mounts`` writes it: blanks and the like as octal numbers."""
    for sign in " \t\n\\":
        text = text.replace(f"\\{ord(sign):03o}", sign)
    return text
