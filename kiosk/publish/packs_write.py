"""Writes a content folder into a ZIP that is the same, byte for byte, wherever and whenever it is made."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.content.folder import Entry
from kiosk.content.problems import quote
from kiosk.places import look
from kiosk.publish.files import Files, hidden
from kiosk.publish.packs_source import PackError, safe_name

_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest date a ZIP can hold, for every file."""


def require_target(target: Path, folder: Path, *, force: bool) -> None:
    """Raise ``PackError`` unless a pack of ``folder`` may be written to ``target``."""
    kind, reason = look(target)
    if kind == "refused":
        raise PackError("pack-write", folder=target, reason=reason)
    if kind == "folder":
        near = target / f"{Path(os.path.realpath(folder)).name or 'content'}.zip"
        raise PackError("pack-write/file", value=quote(str(target), 200), near=quote(str(near), 200))
    if kind == "file" and not target.is_file():  # a device or a pipe is never replaced
        raise PackError("pack-write", folder=target, reason=os.strerror(errno.EINVAL))
    if not target.parent.is_dir():
        raise PackError("pack-write/folder", value=quote(str(target.parent), 200))
    if kind == "file" and not force:
        raise PackError("pack-there", value=quote(str(target), 200))
    # not resolve(): Python 3.11 raises for links in a circle
    if Path(os.path.realpath(target)).is_relative_to(os.path.realpath(folder)):
        raise PackError("pack-inside", value=quote(str(target), 200))


def require_same(folder: Path, before: int | None, now: int | None) -> None:
    """Raise ``PackError`` unless two snapshots of a folder are equal: nothing is packed that was not checked."""
    if now is None or now != before:
        raise PackError("pack-changed", value=quote(str(folder), 200))


def write_pack(entries: Mapping[str, Entry], target: Path, files: Files) -> int:
    """Pack ``entries``, as ``content.folder.scan`` lists them, into ``target``; return how many. Raises ``PackError``.

    ``target`` is there completely or, after an error, as it was; where only the last step fails, which waits for its
    name to reach the disk, it may be either after a cut of power. Nested archives are left out, as on import.
    """
    names = [name for name in sorted(entries) if safe_name(name) and not name.lower().endswith(".zip")]
    fresh = hidden(target)
    try:
        with fresh.open("xb") as file:
            with zipfile.ZipFile(file, "w") as archive:
                for name in names:
                    _add(archive, name, entries[name], files)
            file.flush()
            os.fsync(file.fileno())
        files.move(fresh, target)
        files.disk.sync_folder(target.parent)  # who reads "packed" may pull the stick
    except OSError as error:
        raise PackError("pack-write", folder=target, reason=error.strerror or error) from error
    finally:
        with suppress(OSError):  # gone already, unless something failed above
            fresh.unlink()
    return len(names)


def _add(archive: zipfile.ZipFile, name: str, entry: Entry, files: Files) -> None:
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 3  # as on Linux, so that Windows writes the same bytes
    info.external_attr = 0o100644 << 16
    # Pictures are compressed already; JSON shrinks to a fifth.
    info.compress_type = zipfile.ZIP_DEFLATED if name.endswith(".json") else zipfile.ZIP_STORED
    info.file_size = entry.size
    size = 0
    with archive.open(info, "w") as out:
        for piece in files.chunks(entry.disk):
            out.write(piece)
            size += len(piece)
    if size != entry.size:
        raise PackError("pack-changed", value=quote(name))
