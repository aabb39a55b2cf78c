"""The only place that writes state: files and folders that are there completely, or not at all.

A rename is the one step a reader can see. Before it, the data and the names below it have reached the disk; after
it, the name itself has. Standard library only: the player imports this.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kiosk.publish.files_disk import Disk, is_busy

CHUNK = 1 << 20
"""Bytes read or written at once: 1 MiB."""

PAUSES = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)
"""Waits between attempts, s: on Windows a virus scanner or an indexer holds a fresh file for moments."""

_HIDDEN = re.compile(r"^\.(.+)\.[0-9a-f]{8}\.new$")

Source = bytes | Path
"""What a file is to hold: the data itself, or a file to copy it from."""


class Files:
    """Atomic writes on a ``Disk``. Every method raises ``OSError``; ``files_state`` turns it into a sentence."""

    def __init__(
        self,
        disk: Disk | None = None,
        pause: Callable[[float], None] = time.sleep,
        told: Callable[[], object] = lambda: None,
    ) -> None:
        """``told`` is called with every piece read or written, and every name deleted: a sign of life for who waits."""
        self.disk = disk or Disk()
        self._pause = pause
        self._told = told

    # ---------------------------------------------------------------- reading

    def chunks(self, path: Path) -> Iterator[bytes]:
        """Read a regular file in pieces of at most ``CHUNK`` bytes."""
        handle = self.disk.open(path)
        try:
            while piece := self.disk.read(handle, CHUNK):
                self._told()
                yield piece
        finally:
            self.disk.close(handle)

    def read(self, path: Path) -> bytes:
        """Read a small file."""
        return b"".join(self.chunks(path))

    def sha256(self, source: Source) -> tuple[str, int]:
        """Hexadecimal hash and size in bytes of some data or of a file."""
        import hashlib  # here, where much is hashed: OpenSSL's is fast, and costs a start that hashes nothing 4 MB

        digest, size = hashlib.sha256(), 0
        for piece in (source,) if isinstance(source, bytes) else self.chunks(source):
            digest.update(piece)
            size += len(piece)
        return digest.hexdigest(), size

    # ---------------------------------------------------------------- writing

    def write(self, path: Path, source: Source, staging: Path | None = None) -> str:
        """Put a whole file at ``path``: the old one or the new one is there at any moment. Returns its SHA-256.

        It is made in ``staging``, on the same disk, or beside ``path``. A killed process leaves its copy there.
        """
        fresh = hidden((staging or path.parent) / path.name)
        try:
            sha256 = self.place(fresh, source)
            self.move(fresh, path)
        except OSError:
            with contextlib.suppress(OSError):  # the first error is the one to report; sweep() finds the rest
                self.disk.remove(fresh)
            raise
        self.disk.sync_folder(path.parent)
        return sha256

    def place(self, path: Path, source: Source) -> str:
        """Write a file that nobody reads yet, down to the disk. Returns its SHA-256."""
        return self.place_chunks(path, (source,) if isinstance(source, bytes) else self.chunks(source))

    def place_chunks(self, path: Path, chunks: Iterable[bytes]) -> str:
        """As ``place``, with the data in pieces. What making a piece raises passes through."""
        import hashlib

        digest = hashlib.sha256()
        handle = self.disk.open_new(path)
        try:
            for piece in chunks:
                self._told()
                digest.update(piece)
                rest = memoryview(piece)
                while rest:
                    rest = rest[self.disk.write(handle, rest) :]
            self.disk.sync(handle)
        finally:
            self.disk.close(handle)
        return digest.hexdigest()

    def publish(self, folder: Path, files: Mapping[str, Source]) -> dict[str, str]:
        """Make a whole folder of ``files`` (by relative name with ``/``) appear at once. Returns their SHA-256.

        ``folder`` must not exist; its parent must. After an error or a kill nothing is at ``folder``; a hidden
        neighbour may be left, which ``sweep`` removes.
        """
        staging = hidden(folder)
        try:
            self.disk.make_folder(staging)
            made = {staging}
            hashes = {}
            for name, source in files.items():
                path = staging / name
                for parent in reversed(path.relative_to(staging).parents[:-1]):
                    if staging / parent not in made:
                        self.disk.make_folder(staging / parent)
                        made.add(staging / parent)
                hashes[name] = self.place(path, source)
            for made_folder in sorted(made, reverse=True):
                self.disk.sync_folder(made_folder)
            self.move(staging, folder)
        except OSError:
            with contextlib.suppress(OSError):
                self.discard(staging)
            raise
        self.disk.sync_folder(folder.parent)
        return hashes

    def move(self, old: Path, new: Path) -> None:
        """Rename; where another program holds a file for moments, try again for about 1.6 s."""
        for pause in PAUSES:
            try:
                self.disk.replace(old, new)
            except OSError as error:
                if not is_busy(error):
                    raise
                self._pause(pause)
            else:
                return
        self.disk.replace(old, new)

    def make_folders(self, path: Path) -> None:
        """Make a folder and the ones above it; its name is on the disk before anything is put into it."""
        if path.is_dir():
            return
        if path.parent == path:  # a drive that is not there
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        self.make_folders(path.parent)
        self.disk.make_folder(path)
        self.disk.sync_folder(path.parent)

    def withdraw(self, folder: Path) -> None:
        """Make a folder disappear at once, then delete it. One that this user may not empty stays as it is."""
        if self.disk.kind(folder) == "folder":
            self._require_emptyable(folder)
        going = hidden(folder)
        self.move(folder, going)
        self.discard(going)

    def discard(self, path: Path) -> None:
        """Delete a folder with all in it, or a file or link; fine if it is gone. Goes on past errors, raises the last.

        Links are deleted, never followed: neither ``path`` itself nor any in it. What they lead to is not ours.
        """
        try:
            if self.disk.kind(path) == "folder":
                self._discard_folder(path)
            else:
                self.disk.remove(path)
        except FileNotFoundError:
            return

    def _discard_folder(self, path: Path) -> None:
        """As ``discard``, for what is known to be a folder and no link to one: listing a link would list its target."""
        try:
            self._empty(path)
        except PermissionError:
            if self.disk.writable(path):  # then it is something else, and no right would help
                raise
            self.disk.unlock(path)  # ours, but locked, as on the medium it was copied from
            self._empty(path)
        self.disk.remove_folder(path)

    def _empty(self, path: Path) -> None:
        failed: OSError | None = None
        for entry in self.disk.scan(path):
            self._told()
            try:
                if entry.kind == "folder":
                    self._discard_folder(path / entry.name)
                else:
                    self.disk.remove(path / entry.name)
            except FileNotFoundError:
                continue
            except OSError as error:
                failed = error
        if failed:
            raise failed

    def _require_emptyable(self, folder: Path) -> None:
        """Raise ``PermissionError`` if a file in ``folder`` or below may not be deleted: its folder is not ours."""
        entries = self.disk.scan(folder)
        if entries and not self.disk.writable(folder):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
        for entry in entries:
            if entry.kind == "folder":
                self._require_emptyable(folder / entry.name)

    def sweep(self, folder: Path, name: str = "", age: float = 0.0) -> dict[Path, OSError]:
        """Delete what killed processes left in ``folder``: copies in the making of ``name``, or of anything.

        Only for one who holds the lock on ``folder``, for a living process may be writing there, or for what has been
        left for ``age`` seconds. Never raises, for nobody reads what is left over: gives what could not be deleted,
        with the reason.
        """
        kept: dict[Path, OSError] = {}
        try:
            found = [folder / entry.name for entry in self.disk.scan(folder) if is_hidden(entry.name, name)]
        except OSError as error:
            return {folder: error}
        for path in found:
            try:
                if age == 0.0 or abs(time.time() - path.lstat().st_mtime) > age:
                    self.discard(path)
            except FileNotFoundError:
                continue
            except OSError as error:
                kept[path] = error
        return kept


def hidden(path: Path) -> Path:
    """Give the name under which ``path`` is made or goes away: a hidden neighbour that no process chooses twice."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")


def is_hidden(found: str, name: str = "") -> bool:
    """Whether ``found`` is a name that ``hidden`` gave to ``name``, or to anything."""
    match = _HIDDEN.match(found)
    return match is not None and name in ("", match[1])
