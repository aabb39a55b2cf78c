"""Replaces a content folder by a pack as a whole: copied beside it, checked there, then swapped by renames.

::

    content/                    what is shown
    content.previous/           what was shown before: one is kept
    .content.<random>.new/      a copy in the making; a killed import leaves it, the next one deletes it
    .content.ready.<random>.new/  a copy that is complete and checked, while the folders change places

Where the content folder is a link, the folder it leads to is replaced and the link stays: it is somebody's decision
where the content lives.
"""

from __future__ import annotations

import errno
import filecmp
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kiosk.content.folder import BYTES_LIMIT, FILES_LIMIT, scan
from kiosk.content.problems import quote
from kiosk.publish.editions import ROOM, megabytes
from kiosk.publish.files import Files, hidden, is_hidden
from kiosk.publish.files_lock import Lock
from kiosk.publish.packs_source import Chunks, Item, PackError
from kiosk.snapshot import is_empty


def previous_of(content: Path) -> Path:
    """Name the folder that keeps the content before the last import."""
    real = Path(os.path.realpath(content))
    return real.with_name(real.name + ".previous")


class Replacement:
    """One import into a content folder. Nothing is replaced before ``swap``. Methods raise ``PackError``."""

    def __init__(self, content: Path, files: Files) -> None:
        self.content = Path(os.path.realpath(content))
        self.previous = previous_of(content)
        self.staging = hidden(self.content)
        self._ready = self.content.with_name(f"{self.content.name}.ready")
        self._files = files

    @property
    def interrupted(self) -> bool:
        """Whether an import has moved the content away and not come to put another there."""
        try:
            left = self._left(self._ready) or self._left(self.previous)
            return not self.content.exists() and self.previous.is_dir() and left is not None
        except OSError:
            return False

    def recover(self, *, back: bool = False) -> None:
        """Put back what an import that was killed between two renames had moved away, and delete its copies.

        Refuses where a folder that is no content would be replaced, but where the content before it comes ``back``:
        that is what staff have damaged, and it is kept. A folder they have taken away stays away.
        """
        for folder in (self.previous,) if back else (self.content, self.previous):
            self._require_content(folder)
        try:
            self._files.make_folders(self.content.parent)
            if self.interrupted:
                self._files.move(self.previous, self.content)
            older = self._left(self.previous)
            if older and not self.previous.exists():
                self._files.move(older, self.previous)
        except OSError as error:
            raise _unwritable(self.content.parent, error) from error
        with suppress(OSError):  # a file in one is still open on Windows: the next import deletes it
            for name in (self.content.name, self._ready.name, self.previous.name):
                self._files.sweep(self.content.parent, name)

    def copy(self, items: Sequence[Item]) -> None:
        """Copy the files beside the content folder, down to the disk."""
        size = sum(item.size for item in items)
        if size > BYTES_LIMIT:
            raise PackError("pack-large", size=megabytes(size), limit=megabytes(BYTES_LIMIT))
        if len(items) > FILES_LIMIT:
            raise PackError("pack-many", limit=FILES_LIMIT)
        try:
            self._require_room(size)
            self._files.disk.make_folder(self.staging)
        except OSError as error:
            raise _unwritable(self.content.parent, error) from error
        made = {self.staging}
        for item in items:
            self._place(item, made)
        try:
            for folder in made:
                self._files.disk.sync_folder(folder)
        except OSError as error:
            raise _unwritable(self.content.parent, error) from error

    def changes(self) -> bool:
        """Whether the copy holds anything else than the content does."""
        try:
            copied = {path.relative_to(self.staging).as_posix() for path in self.staging.rglob("*") if path.is_file()}
            return not scan(self.content).files.keys() <= copied or not all(
                filecmp.cmp(self.staging / name, self.content / name, shallow=False) for name in copied
            )
        except OSError:  # what is not there is different, and so is what cannot be read
            return True

    def swap(self) -> None:
        """Put the copy in place of the content; the content before becomes ``previous``. All or nothing.

        A folder with nothing in it, or none at all, is not worth being kept in place of what was there before it.
        """
        empty = not self.content.exists() or (self.content.is_dir() and is_empty(self.content))
        older, ready = hidden(self.content if empty else self.previous), hidden(self._ready)
        if empty:
            self._move([(self.content, older), (self.staging, self.content)])
        else:
            away = [(self.previous, older), (self.content, self.previous)]
            self._move([(self.staging, ready), *away, (ready, self.content)])
        with suppress(OSError):  # a file in it is open on Windows: the next import deletes it
            self._files.discard(older)

    def turn_back(self) -> None:
        """Let the content and the one before change places, each as it is. All or nothing."""
        aside = hidden(self.previous)
        self._move([(self.content, aside), (self.previous, self.content), (aside, self.previous)])

    def abandon(self) -> None:
        """Delete the copy, as far as possible; what is left the next import deletes."""
        with suppress(OSError):
            self._files.discard(self.staging)

    # ---------------------------------------------------------------- parts

    def _place(self, item: Item, made: set[Path]) -> None:
        path = self.staging / item.name
        try:
            for parent in reversed(path.relative_to(self.staging).parents[:-1]):
                if self.staging / parent not in made:
                    self._files.disk.make_folder(self.staging / parent)
                    made.add(self.staging / parent)
        except OSError as error:
            raise _unwritable(self.content.parent, error) from error
        chunks = Chunks(item)
        try:
            self._files.place_chunks(path, chunks)
        except OSError as error:
            if chunks.failed:
                wording = "pack-unreadable/rights" if isinstance(error, PermissionError) else "pack-unreadable/file"
                raise PackError(wording, value=quote(item.name), reason=error.strerror) from error
            raise _unwritable(self.content.parent, error) from error

    def _move(self, steps: Sequence[tuple[Path, Path]]) -> None:
        done: list[tuple[Path, Path]] = []
        try:
            for old, new in steps:
                if old.exists():
                    self._files.move(old, new)
                    done.append((old, new))
            self._files.disk.sync_folder(self.content.parent)
        except OSError as error:
            self._undo(done, error)
            own = error.errno in (errno.EBUSY, errno.EXDEV) and os.path.ismount(self.content)
            wording = "pack-target/disk" if own else "pack-swap"
            raise PackError(wording, folder=self.content, reason=error.strerror) from error

    def _undo(self, done: list[tuple[Path, Path]], error: OSError) -> None:
        for old, new in reversed(done):
            try:
                self._files.move(new, old)
            except OSError as again:
                reason = again.strerror or error.strerror
                names = {"folder": self.content, "previous": new.name, "name": old.name, "reason": reason}
                raise PackError("pack-swap/stuck", **names) from again

    def _require_room(self, size: int) -> None:
        free = self._files.disk.free(self.content.parent)
        if free < size + ROOM:
            folder = self.content.parent
            raise PackError("pack-room", folder=folder, free=megabytes(free), size=megabytes(size + ROOM))

    def _require_content(self, folder: Path) -> None:
        """Refuse a folder that is not ours: it is not ours to move away, or to delete with the next import."""
        try:
            ours = not folder.exists() or _holds(folder) or (folder.is_dir() and is_empty(folder))
        except OSError as error:
            raise PackError("pack-target/unread", folder=folder, reason=error.strerror or error) from error
        if not ours:
            raise PackError("pack-target/before" if folder == self.previous else "pack-target", folder=folder)

    def _left(self, path: Path) -> Path | None:
        found = (entry.name for entry in self._files.disk.scan(path.parent) if is_hidden(entry.name, path.name))
        return next((path.with_name(name) for name in found), None)


def put_back(content: Path, state: Path) -> bool:
    """Undo an import that was killed between two renames and left no content folder. Whether there was one.

    A folder that staff have taken away by hand stays away: only a copy that was ready to take its place tells of an
    import. While one is under way nothing is done; it is about to put the folder there itself.
    """
    replacement = Replacement(content, Files())
    if not replacement.interrupted:
        return False
    files = Files()
    lock = Lock(files.disk, state / "import.lock")
    try:
        files.make_folders(state)
        if not lock.take():
            return False
        replacement.recover()
    except (OSError, PackError):
        return False
    finally:
        lock.release()
    return replacement.content.is_dir()


def _holds(folder: Path) -> bool:
    """Whether a folder is one of content. Raises ``OSError``."""
    try:
        (folder / "kiosk.json").stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def _unwritable(folder: Path, error: OSError) -> PackError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PackError("pack-write/full", folder=folder)
    return PackError("pack-write", folder=folder, reason=error.strerror or error)
