"""Whether a picture's file is whole, and how large the picture is, from its bytes alone: nothing is decoded.

Decoders are lenient: a JPEG cut anywhere counts as a success for many, and some set aside room for every pixel the
header claims before they look further. So the structure is walked here first, to the last byte.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

SCANS_LIMIT = 100
"""Most scans of a JPEG. Cameras write 1, progressive encoders about 10; hundreds only cost time."""

PARTS_LIMIT = 100_000
"""Most parts of a file. 40 MB in the smallest usual parts have 20,000; a decoder keeps an object for each, so that
millions of empty ones take gigabytes."""

_ZEROS = 4096
"""A run of zeros this long at the end of a compressed stream is room that a copy never filled. Bytes."""


@dataclass(frozen=True)
class Shape:
    """What the structure says. Width and height in pixels, 0 if it does not say."""

    width: int = 0
    height: int = 0
    frames: int = 1
    """More than 1 for an animation; 0 for one that does not say how many."""
    scans: int = 1
    coding: int = 0
    """How a JPEG's data is written: the marker of its frame. C0 and C1 are the usual ways, C2 is progressive."""
    end: int = 0
    """Where a JPEG's end marker stands."""
    filled: int = 100
    """How much of a lossless WebP is there if the zeros at its end are room that was never filled, in percent. They may
    be plain pixels, too: only decoding tells."""


class CutError(Exception):
    """The file ends too early. ``percent`` of it is there: None if decoding may tell how much, 0 if nothing can."""

    def __init__(self, percent: int | None = None) -> None:
        super().__init__(percent)
        self.percent = percent


class DamagedError(Exception):
    """The file is not what it should be. ``part`` at byte ``offset`` has a wrong checksum, if ``part`` is given."""

    def __init__(self, part: str = "", offset: int = 0) -> None:
        super().__init__(part, offset)
        self.part = part
        self.offset = offset


class ManyPartsError(Exception):
    """The file has more than ``PARTS_LIMIT`` parts."""


def shape(data: bytes, kind: str) -> Shape:
    """Walk a picture of a kind of ``pictures_kinds.PICTURES``.

    Raises ``CutError``, ``DamagedError`` and ``ManyPartsError``.
    """
    try:
        return {"jpeg": _jpeg, "png": _png, "webp": _webp, "avif": _avif}[kind](data)
    except (IndexError, struct.error) as error:
        raise CutError from error


_MARKER = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")
"""The last FF before a marker: runs of them, as an erased stick is full of, are passed in one go."""
_SIZES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


def _jpeg(data: bytes) -> Shape:
    """Segments up to the end marker: it may be followed by anything, as phones append small videos and maps."""
    at, end, scans, size, coding = 2, 0, 0, (0, 0), 0
    parts, seen = b"", set[int]()
    for _ in _counted():
        found = _MARKER.search(data, at)
        if not found:
            raise CutError
        marker, at = found[1][0], found.end()
        if marker == 0xD9:
            end = found.start()
            break
        if marker in (0x01, 0xD8):
            continue
        length = struct.unpack_from(">H", data, at)[0]
        if marker in _SIZES:
            height, width = struct.unpack_from(">HH", data, at + 3)
            size, coding = (width, height), marker
            parts = data[at + 8 : at + length : 3]
        elif marker == 0xDA:
            scans += 1
            if scans > SCANS_LIMIT:
                break
            seen.update(data[at + 3 : at + 3 + 2 * data[at + 2] : 2])
        at += length
    if scans == 0 or 0 in size:
        raise DamagedError
    if not set(parts) <= seen:  # brightness without its colours: the layers that would follow are gone
        raise CutError(0)
    return Shape(*size, scans=scans, coding=coding, end=end)


def _png(data: bytes) -> Shape:
    """Chunks up to ``IEND``, each with its checksum."""
    at, size, frames, pixels = 8, (0, 0), 1, False
    for _ in _counted():
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        if not name.isalpha() or not name.isascii():
            raise DamagedError
        checksum = struct.unpack_from(">I", data, at + 8 + length)[0]
        if zlib.crc32(body, zlib.crc32(name)) != checksum:
            raise DamagedError(name.decode(), at)
        if name == b"IHDR":
            size = struct.unpack_from(">II", body)
        elif name == b"acTL":
            frames = struct.unpack_from(">I", body)[0]
        pixels = pixels or name == b"IDAT"
        at += 12 + length
        if name == b"IEND":
            break
    if 0 in size or not pixels:
        raise DamagedError
    return Shape(*size, frames=frames)


def _webp(data: bytes) -> Shape:
    """Walk the RIFF container's chunks; it says how long it is."""
    end = 8 + struct.unpack_from("<I", data, 4)[0]
    if len(data) < end:
        raise CutError(100 * len(data) // end)
    whole = _filled(data[:end])
    at, size, canvas, frames = 12, (0, 0), (0, 0), 1
    moving = lossless = False
    for _ in _counted():
        if at + 8 > whole:
            break
        name, length = struct.unpack_from("<4sI", data, at)
        body = at + 8
        if name == b"VP8X":
            moving = bool(data[body] & 2)
            frames = 0 if moving else 1
            canvas = (1 + _little(data, body + 4), 1 + _little(data, body + 7))
        elif name == b"ANMF":
            frames += moving
        elif name == b"VP8 " and size == (0, 0):
            width, height = struct.unpack_from("<HH", data, body + 6)
            size = (width & 0x3FFF, height & 0x3FFF)
        elif name == b"VP8L" and size == (0, 0):
            bits = struct.unpack_from("<I", data, body + 1)[0]
            size = (1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
        lossless = name == b"VP8L"
        at = body + length + (length & 1)
    percent = 100 * whole // end
    if whole < end and not (lossless and at >= end):  # the zeros begin within the pixels, or are no pixels
        raise CutError(percent)
    told = canvas if any(canvas) else size
    if 0 in told or (told != size and not moving):
        raise DamagedError  # a head that says less than the pixels would pass for a small picture
    return Shape(*told, frames=frames, filled=percent if whole < end else 100)


def _avif(data: bytes) -> Shape:
    """Walk the boxes on the top level, up to the end of the file. The pixels' size is the decoder's to tell."""
    at, moving = 0, data[8:12] == b"avis"
    whole = _filled(data)
    seen: set[bytes] = set()
    for _ in _counted():
        # What phones append behind the whole of a picture is no damage.
        if at >= len(data) or (seen >= {b"meta", b"mdat"} and not _is_box(data, at)):
            break
        length, name = struct.unpack_from(">I4s", data, at)
        head = 8
        if length == 1:
            length, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        elif length == 0:
            length = len(data) - at
        if length < head:
            raise DamagedError
        if at + length > whole:
            # Only the pixels' box comes last: what follows another one is not known.
            raise CutError(100 * whole // (at + length) if name == b"mdat" else 0)
        moving = moving or name == b"moov"
        seen.add(name)
        at += length
    return Shape(frames=0 if moving else 1)


def _is_box(data: bytes, at: int) -> bool:
    """Whether a box begins there, as far as its name tells: four printable letters."""
    return re.fullmatch(rb"[ -~]{4}", data[at + 4 : at + 8]) is not None


def _counted() -> Iterator[int]:
    """Count the steps of a walk, to the most there may be."""
    yield from range(PARTS_LIMIT)
    raise ManyPartsError


def _filled(data: bytes) -> int:
    """Measure a file without room at its end that was set aside but never written."""
    length = len(data.rstrip(b"\0"))
    return length if len(data) - length >= _ZEROS else len(data)


def _little(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 3], "little")
