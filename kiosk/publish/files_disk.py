"""The system calls behind every file, behind one object, so that a test can make any single one fail.

Standard library only: the player imports this.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from kiosk.places import is_link

if sys.platform == "win32":
    import msvcrt
    import shutil
else:
    import fcntl  # and no shutil: it loads the compression modules

_SHARING = (5, 32, 33)
"""Windows: access denied, sharing violation, lock violation."""

_BINARY = getattr(os, "O_BINARY", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)  # opening a named pipe would wait for its other end for ever


Kind = Literal["file", "folder", "link", "other"]
"""A link is a ``link`` whatever it leads to, and so is a junction; ``other`` is a pipe, socket or device."""


@dataclass(frozen=True)
class Entry:
    """One name in a folder."""

    name: str
    kind: Kind


class Disk:
    """The system calls. Each raises ``OSError`` as the system does."""

    def open_new(self, path: Path) -> int:
        """Create a file that is not there yet, for writing."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)

    def open(self, path: Path) -> int:
        """Open a regular file for reading. A pipe, device or folder raises ``OSError``."""
        handle = os.open(path, os.O_RDONLY | _BINARY | _NO_WAIT)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        return handle

    def read(self, handle: int, count: int) -> bytes:
        """Up to ``count`` bytes; none at the end."""
        return os.read(handle, count)

    def write(self, handle: int, data: memoryview) -> int:
        """Write some of ``data``; return how many bytes."""
        return os.write(handle, data)

    def sync(self, handle: int) -> None:
        """Wait until a file's data is on the disk."""
        os.fsync(handle)

    def close(self, handle: int) -> None:
        """Close a file."""
        os.close(handle)

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in a folder are on the disk. Windows does so by itself."""
        if sys.platform == "win32":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # a share that cannot: nothing more to be had there
                raise
        finally:
            os.close(handle)

    def replace(self, old: Path, new: Path) -> None:
        """Rename, over whatever file is there."""
        old.replace(new)

    def make_folder(self, path: Path) -> None:
        """Make a folder whose parent exists. One that is there already is fine."""
        with contextlib.suppress(FileExistsError):
            path.mkdir()

    def remove(self, path: Path) -> None:
        """Delete a file or a link, even one that Windows has marked read-only."""
        try:
            path.unlink()
        except PermissionError:
            if sys.platform != "win32":
                raise
            path.chmod(stat.S_IWRITE)
            path.unlink()

    def unlock(self, folder: Path) -> None:
        """Let this user change what is in a folder of its own, one that is about to be deleted."""
        folder.chmod(stat.S_IRWXU)

    def remove_folder(self, path: Path) -> None:
        """Delete an empty folder."""
        path.rmdir()

    def kind(self, path: Path) -> Kind:
        """Tell what has this name itself, not what a link leads to."""
        found = path.lstat()
        if is_link(found):
            return "link"
        if stat.S_ISDIR(found.st_mode):
            return "folder"
        return "file" if stat.S_ISREG(found.st_mode) else "other"

    def writable(self, folder: Path) -> bool:
        """Whether this user may add and delete names in a folder, as far as the system tells beforehand."""
        return os.access(folder, os.W_OK | os.X_OK)

    def scan(self, path: Path) -> list[Entry]:
        """List a folder, sorted by name."""
        with os.scandir(path) as entries:
            return sorted((Entry(entry.name, _kind(entry)) for entry in entries), key=lambda entry: entry.name)

    def size(self, path: Path) -> int:
        """Size of a regular file, bytes."""
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "not a regular file", str(path))
        return found.st_size

    def free(self, path: Path) -> int:
        """Bytes this user can still write on the disk that holds ``path``."""
        if sys.platform == "win32":
            return shutil.disk_usage(path).free
        found = os.statvfs(path)
        return found.f_bavail * found.f_frsize

    def lock(self, path: Path) -> int | None:
        """Lock a file, created if need be, without waiting; the open file, or None while another has the lock.

        The system ends the lock when the file is closed, however its process ends. The file may be another user's: the
        right to read it is enough, where the system locks what is only read.
        """
        handle = _open_to_lock(path)
        try:
            if sys.platform == "win32":
                msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(handle)
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                return None
            raise
        return handle


def _open_to_lock(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except PermissionError:
        if sys.platform != "win32":
            with contextlib.suppress(OSError):  # the first error says more
                return os.open(path, os.O_RDONLY)
        raise


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return "link"
    if entry.is_dir(follow_symlinks=False):
        # Only Windows has junctions, and there asking costs nothing: the listing has told it already.
        junction = sys.platform == "win32" and is_link(entry.stat(follow_symlinks=False))
        return "link" if junction else "folder"
    return "file" if entry.is_file(follow_symlinks=False) else "other"


def is_busy(error: OSError) -> bool:
    """Whether the system says that another program has the file open just now."""
    return error.errno in (errno.EBUSY, errno.ETXTBSY) or getattr(error, "winerror", None) in _SHARING
