"""A folder as a pack: a USB stick, a share, or the content that was there before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from kiosk.content.folder import Entry, scan
from kiosk.content.problems import Problem, quote
from kiosk.publish.files import Files
from kiosk.publish.packs_source import Item, PackError
from kiosk.publish.packs_zip import ZipPack
from kiosk.snapshot import is_ignored


class FolderPack:
    """The files of a content folder. ``problems`` are the reader's: links, pipes, names, fonts, sizes.

    ``skipped`` counts what is left out: nested archives, as in a ZIP.
    """

    def __init__(self, folder: Path, files: Files) -> None:
        listing = scan(folder)
        self.problems: tuple[Problem, ...] = listing.problems
        self._files = files
        entries = [entry for name, entry in listing.files.items() if not name.lower().endswith(".zip")]
        self.items = [Item(entry.path, entry.size, partial(self._chunks, entry)) for entry in entries]
        self.skipped = len(listing.files) - len(entries)

    def close(self) -> None:
        """Nothing is kept open."""

    def _chunks(self, entry: Entry) -> Iterator[bytes]:
        size = 0
        for piece in self._files.chunks(entry.disk):
            size += len(piece)
            yield piece
        if size != entry.size:
            raise PackError("pack-changed", value=quote(entry.path))


def find(source: Path) -> Path:
    """Find what is meant on a stick: the folder itself, or the one folder or ZIP in it that has a ``kiosk.json``.

    Raises ``PackError`` if there is none, or more than one.
    """
    try:
        if not source.is_dir() or (source / "kiosk.json").is_file():
            return source
        inside = [path for path in sorted(source.iterdir()) if not is_ignored(path.name)]
        found = [path for path in inside if (path / "kiosk.json").is_file() or _is_pack(path)]
    except OSError as error:
        raise PackError("pack-unreadable", reason=error.strerror) from error
    if not found:
        raise PackError("pack-content")
    if len(found) > 1:
        raise PackError("pack-several", names=", ".join(quote(path.name) for path in found))
    return found[0]


def _is_pack(path: Path) -> bool:
    if path.suffix.lower() != ".zip" or not path.is_file():
        return False
    try:
        ZipPack(path).close()
    except PackError as error:
        return (
            error.finding.code != "pack-content"
        )  # a damaged pack is meant all the same; why it is refused is told later
    return True
