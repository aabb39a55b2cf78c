"""A ZIP from anywhere, read with mistrust: nothing in it is believed that can be counted or compared first.

The directory at the end of a ZIP says what the files are called, how large they are and where they begin. It may lie:
about names (to write elsewhere), about sizes (to fill the disk), about places (many entries over the same data).
"""

from __future__ import annotations

import errno
import io
import os
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from kiosk.content.folder import BYTES_LIMIT, FILES_LIMIT
from kiosk.content.problems import quote
from kiosk.publish.files import CHUNK
from kiosk.publish.packs_source import Item, PackError, require_distinct, rooted, safe_name
from kiosk.publish.packs_zip_names import decoded

RATIO_LIMIT = 200
"""Most times a large file may grow. JSON grows 5 to 30 times; deflate can reach 1,032."""

RATIO_FROM = 1_000_000
"""Bytes below which a file's growth does no harm."""

TOTAL_FROM = 16_000_000
"""Bytes below which the growth of all files together does no harm."""

ENTRIES_LIMIT = 4 * FILES_LIMIT
"""Most entries: macOS adds a ``._`` twin to each file, and folders have entries of their own."""

_SIGNATURE = b"PK\x05\x06"
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = 20
_LOCAL = struct.Struct("<4s5H3L2H")
_DIRECTORY_ENTRY = 600
"""Bytes of a long entry in the directory: a name and its extra fields."""

_BAD = (
    zipfile.BadZipFile, zlib.error, struct.error, ValueError, EOFError, NotImplementedError, RuntimeError,
    OverflowError,
)  # fmt: skip
"""What the standard library raises on damaged archives."""


class ZipPack:
    """An open pack. ``items`` are the files below the folder with ``kiosk.json``. Raises ``PackError``.

    ``skipped`` counts what is left out: nested archives, and files outside that folder.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise PackError("pack-unreadable", reason=error.strerror) from error
        try:
            self._zip = _open(self._file)
            self.items = self._read()
        except OSError as error:
            self._file.close()
            raise PackError("pack-unreadable", reason=error.strerror) from error
        except PackError:
            self._file.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._zip.close()
        self._file.close()

    def _read(self) -> list[Item]:
        named = []
        infos = self._zip.infolist()
        if len(infos) > ENTRIES_LIMIT:
            raise PackError("pack-many", limit=FILES_LIMIT)
        for info in infos:
            name = safe_name(decoded(info).removesuffix("/"))
            _require_plain(info, decoded(info))
            if name and not info.is_dir():
                named.append((name, info))
        self._require_apart(infos)
        _require_likely(infos)
        names = [name for name, _ in named]
        require_distinct(names)
        root = rooted(names)
        items = [
            Item(name.removeprefix(root), info.file_size, partial(self._chunks, info, name))
            for name, info in named
            if name.startswith(root) and not name.lower().endswith(".zip")
        ]
        self.skipped = len(named) - len(items)
        if len(items) > FILES_LIMIT:
            raise PackError("pack-many", limit=FILES_LIMIT)
        return items

    def _require_apart(self, infos: list[zipfile.ZipInfo]) -> None:
        """Each entry's data must end before the next begins, and before the directory."""
        ordered = sorted(infos, key=lambda info: info.header_offset)
        ends = [info.header_offset for info in ordered[1:]] + [self._zip.start_dir]
        for info, end in zip(ordered, ends, strict=False):
            if not 0 <= info.header_offset <= end:
                raise PackError("pack-damaged")
            self._file.seek(info.header_offset)
            head = self._file.read(_LOCAL.size)
            if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
                raise PackError("pack-damaged")
            name_length, extra_length = _LOCAL.unpack(head)[-2:]
            if info.header_offset + _LOCAL.size + name_length + extra_length + info.compress_size > end:
                raise PackError("pack-overlap", value=quote(decoded(info)))

    def _chunks(self, info: zipfile.ZipInfo, name: str) -> Iterator[bytes]:
        """Unpack a file; ends with ``PackError`` if there is less or more of it than was said."""
        left = info.file_size
        try:
            with self._zip.open(info) as file:
                while piece := file.read(CHUNK):
                    left -= len(piece)
                    if left < 0:
                        raise PackError("pack-damaged/file", value=quote(name))
                    yield piece
        except _BAD as error:
            raise PackError("pack-damaged/file", value=quote(name)) from error
        if left:
            raise PackError("pack-damaged/file", value=quote(name))


def _open(file: BinaryIO) -> zipfile.ZipFile:
    head = file.read(4)
    if not head:  # a copy that was never begun, or not written out before the stick was pulled
        raise PackError("pack-damaged")
    if head[:2] != b"PK":
        raise PackError("pack-kind")
    end = _require_few(file)
    try:
        # The library takes the last such signature for the end, and a comment may hold one.
        return zipfile.ZipFile(io.BufferedReader(_Beginning(file, end)))
    except _BAD as error:
        raise PackError("pack-damaged") from error


class _Beginning(io.RawIOBase):
    """The first ``size`` bytes of a file, as if there were no more."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        at = offset + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        if at < 0 and whence == io.SEEK_END:
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # the library looks for what need not be there
        if at < 0:
            raise ValueError("a place before the beginning")
        self._at = at
        return at

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # nothing else is given
        data = b""
        if self._at < self._size:
            self._file.seek(self._at)
            data = self._file.read(min(len(buffer), self._size - self._at))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def _end(tail: bytes) -> int:
    """Where in the last bytes of a file the record stands that ends it; -1 if nowhere. Its comment ends the file."""
    last = at = tail.rfind(_SIGNATURE)
    while at >= 0:
        if at + _END.size <= len(tail) and at + _END.size + _END.unpack_from(tail, at)[-1] == len(tail):
            return at
        at = tail.rfind(_SIGNATURE, 0, at)
    return last


def _require_few(file: BinaryIO) -> int:
    """Count before the library makes an object of every entry: a directory of 300 MB would take gigabytes.

    Returns where the record that ends the archive ends, but for its comment.
    """
    size = file.seek(0, 2)
    start = max(0, size - _END.size - 65_535)
    file.seek(start)
    tail = file.read()
    at = _end(tail)
    if at < 0 or at + _END.size > len(tail):
        raise PackError("pack-damaged")
    entries, length = _END.unpack_from(tail, at)[4:6]
    large = tail[: max(0, at - _LOCATOR)][-_END_64.size :]  # the 64-bit form stands before its locator, and rules
    if tail[max(0, at - _LOCATOR) : at].startswith(b"PK\x06\x07") and len(large) == _END_64.size:
        entries, length = _END_64.unpack(large)[7:9]
    if entries > ENTRIES_LIMIT or length > ENTRIES_LIMIT * _DIRECTORY_ENTRY:
        raise PackError("pack-many", limit=FILES_LIMIT)
    return start + at + _END.size


def _require_likely(infos: list[zipfile.ZipInfo]) -> None:
    """Refuse very many files that grow as none of content does, though each alone would do no harm."""
    packed, unpacked = sum(info.compress_size for info in infos), sum(info.file_size for info in infos)
    if unpacked > TOTAL_FROM and unpacked > RATIO_LIMIT * max(1, packed):
        raise PackError("pack-bomb/whole", ratio=f"{unpacked // max(1, packed):,}")


def _require_plain(info: zipfile.ZipInfo, name: str) -> None:
    """Refuse everything but plain files and folders, packed in the two usual ways, of likely size."""
    shown = quote(name)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        raise PackError("pack-link", value=shown)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise PackError("pack-special", value=shown)
    if info.flag_bits & 0x2041:  # locked, strongly locked, or with a hidden directory
        raise PackError("pack-encrypted", value=shown)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise PackError("pack-method", value=shown)
    if info.file_size > RATIO_FROM and info.file_size > RATIO_LIMIT * max(1, info.compress_size):
        raise PackError("pack-bomb", value=shown, ratio=f"{info.file_size // max(1, info.compress_size):,}")
    if info.file_size > BYTES_LIMIT:
        raise PackError("pack-damaged/file", value=shown)
