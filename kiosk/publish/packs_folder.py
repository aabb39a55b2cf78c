"""A folder as a pack: a USB stick, a share, or the content that was there before."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Literal

from kiosk.content.folder import SCHEMA_NAMES, Entry, scan
from kiosk.content.problems import Problem, quote
from kiosk.publish.files import Files
from kiosk.publish.packs_source import Item, PackError, missing
from kiosk.publish.packs_zip import ZipPack
from kiosk.snapshot import SCHEMAS, is_ignored


def schemas(folder: Path) -> list[Entry]:
    """The schemas in a content folder: they are no content, but editors look there for the ``$schema`` of each file."""
    if (folder / SCHEMAS).is_symlink():
        return []
    paths = [folder / SCHEMAS / name for name in sorted(SCHEMA_NAMES)]
    found = [(path, path.stat()) for path in paths if not path.is_symlink() and path.is_file()]
    return [Entry(f"{SCHEMAS}/{path.name}", path, status.st_size) for path, status in found]


class FolderPack:
    """The files of a content folder. ``problems`` are the reader's: links, pipes, names, fonts, sizes.

    ``skipped`` counts what is left out: nested archives, as in a ZIP.
    """

    def __init__(self, folder: Path, files: Files) -> None:
        listing = scan(folder)
        self.problems: tuple[Problem, ...] = listing.problems
        self._files = files
        entries = [entry for name, entry in listing.files.items() if not name.lower().endswith(".zip")]
        self.skipped = len(listing.files) - len(entries)
        entries += schemas(folder)
        self.items = [Item(entry.path, entry.size, partial(self._chunks, entry)) for entry in entries]

    def close(self) -> None:
        """Nothing is kept open."""

    def _chunks(self, entry: Entry) -> Iterator[bytes]:
        size = 0
        for piece in self._files.chunks(entry.disk):
            size += len(piece)
            yield piece
        if size != entry.size:
            raise PackError("pack-changed", value=quote(entry.path))


def open_pack(source: Path, content: Path, files: Files) -> ZipPack | FolderPack:
    """Open a ZIP or folder to import. Raises ``PackError``."""
    try:
        if not source.exists():
            raise PackError("pack-missing", value=quote(str(source), 200))
        found = find(source)
        if found.is_dir():
            if found.resolve() == content.resolve():
                raise PackError("pack-itself")
            return FolderPack(found, files)
        if not found.is_file():
            raise PackError("pack-kind")
        return ZipPack(found)
    except OSError as error:
        raise PackError("pack-unreadable", reason=error.strerror) from error


def problems_of(pack: ZipPack | FolderPack) -> tuple[Problem, ...]:
    """Tell what the reader says about a folder's names and links; a ZIP's are refused when it is opened."""
    return pack.problems if isinstance(pack, FolderPack) else ()


def find(source: Path) -> Path:
    """Find what is meant on a stick: the folder itself, or the one folder or ZIP in it that has a ``kiosk.json``.

    Raises ``PackError`` if there is none, or more than one.
    """
    try:
        if not source.is_dir() or (source / "kiosk.json").is_file():
            return source
        inside = [path for path in sorted(source.iterdir()) if not is_ignored(path.name) and path.name != SCHEMAS]
        states = {path: _state(path) for path in inside}
    except OSError as error:
        raise PackError("pack-unreadable", reason=error.strerror) from error
    # A damaged pack is meant where there is nothing else; why it is refused is told when it is opened.
    found = [path for path in inside if states[path] == "whole"] or [
        path for path in inside if states[path] == "damaged"
    ]
    if not found:
        raise missing([path.name for path in inside])
    if len(found) > 1:
        raise PackError("pack-several", names=", ".join(quote(path.name) for path in found))
    return found[0]


def _state(path: Path) -> Literal["whole", "damaged", "other"]:
    """What a folder or file on a stick is as a pack."""
    if (path / "kiosk.json").is_file():
        return "whole"
    if path.suffix.lower() != ".zip" or not path.is_file():
        return "other"
    try:
        ZipPack(path).close()
    except PackError as error:
        return "other" if error.finding.code == "pack-content" else "damaged"
    return "whole"
