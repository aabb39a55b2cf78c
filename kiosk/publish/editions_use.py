"""Which editions are on a screen just now, so that none is deleted under a player. Standard library only."""

from __future__ import annotations

import logging
import os
from contextlib import suppress
from pathlib import Path

from kiosk.publish.editions_manifest import ID
from kiosk.publish.files import Files
from kiosk.publish.files_disk import is_busy
from kiosk.publish.files_lock import Lock

_FOLDER = "in-use"

log = logging.getLogger(__name__)


class Use:
    """Keeps one edition from being pruned until ``close``, or until the process ends, however it ends.

    Where the state folder cannot be written, the edition is not kept: mostly nothing can be pruned there either, but a
    full disk takes no note and lets everything be deleted.
    """

    def __init__(self, files: Files, state: Path, edition: str) -> None:
        self.edition = edition
        self._files = files
        self._path = state / _FOLDER / f"{edition}.{os.urandom(4).hex()}"
        self._lock = Lock(files.disk, self._path)
        try:
            files.make_folders(self._path.parent)
            # Between creating and locking, a prune may take the file for a dead player's and delete it.
            while not (self._lock.take() and self._lock.is_on_file()):
                self._lock.release()
        except OSError:
            self._lock.release()

    def close(self) -> None:
        """Let the edition go: it is no longer shown."""
        self._lock.release()
        with suppress(OSError):  # the next prune deletes it
            self._files.discard(self._path)


def in_use(files: Files, state: Path) -> set[str]:
    """Find the editions that living processes use, or may use. Deletes what dead ones have left.

    One about which the system tells nothing counts as in use, with a warning in the log. Raises ``OSError`` if the
    system does not even tell which ones there are.
    """
    folder = state / _FOLDER
    used = set()
    try:
        names = [entry.name for entry in files.disk.scan(folder)]
    except FileNotFoundError:
        return set()
    for name in names:
        edition = name.split(".")[0]
        if not ID.match(edition):
            continue
        try:
            stale = _delete_stale(files, folder / name)
        except OSError as error:  # another user's, or a bad sector: it keeps its own edition, and no other
            stale = False
            reason = error.strerror or error
            log.warning("%s cannot be used: %s. %s stays; delete the file by hand.", folder / name, reason, edition)
        if not stale:
            used.add(edition)
    return used


def _delete_stale(files: Files, path: Path) -> bool:
    """Delete a dead player's file; false if a living one has it. One that may not be deleted is a dead one's still."""
    lock = Lock(files.disk, path)
    if not lock.take():
        return False
    try:
        files.discard(path)  # under the lock, or a player that starts just now would lock a file about to go
    except OSError as error:
        if not is_busy(error):
            log.warning("%s cannot be deleted: %s. Delete it by hand.", path, error.strerror or error)
            return True
        lock.release()  # Windows deletes no open file, and so none that a player has opened either
        try:
            files.discard(path)
        except OSError as again:
            if not is_busy(again):
                raise
            return False
    finally:
        lock.release()
    return True
