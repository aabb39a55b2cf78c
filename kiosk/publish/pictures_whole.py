"""Whether a picture's pixels are all there: a file may be whole, and hold less than its head says.

Decoders do not tell. They leave missing rows black or grey, and call that a success.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib

from PIL import Image, ImageChops

from kiosk.publish.pictures_bytes import CutError, DamagedError, Shape

_STEP = 1 << 18
"""Bytes unpacked at once, and then thrown away."""

_DEPTHS = (1, 2, 4, 8, 16)

_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples a pixel, by a PNG's colour type."""

_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""The seven passes of an interlaced PNG: first column, first row, and the steps to the next ones, px."""

_NOISE = bytes(1 + number * 97 % 254 for number in range(8192))
"""Bytes without an FF, which would begin a marker. Read as a JPEG's data they are pixels of any colour."""

_PART = 251
"""Bytes of noise in front of each restart marker: a prime, so that no two parts begin alike."""

_END = b"\xff\xd9"

_LESS = 64
"""Bytes taken from the end of a lossless WebP's pixels to see whether they are needed: more than its decoder reads
ahead, and less than a cut file has too many."""


def open_as(data: bytes, kind: str) -> Image.Image:
    """Open a picture as what it is; nothing is decoded yet. Raises whatever Pillow raises."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # damaged notes beside the picture, which are not taken along
        return Image.open(io.BytesIO(data), formats=[kind.upper()])


def require_whole(data: bytes, kind: str, about: Shape) -> None:
    """Raise ``CutError`` or ``DamagedError`` if a picture holds fewer pixels than its head says.

    The decoders of WebP and AVIF tell that by themselves, but for a lossless WebP filled up with zeros. Not found are:
    a progressive JPEG that lacks its last layers completely, for some programs leave out layers on purpose; the detail
    of a JPEG's very last block; and a hole in the middle of a JPEG, for its data has no checksums.
    """
    if kind == "png":
        _require_rows(data)
    elif kind == "jpeg" and about.coding in (0xC0, 0xC1, 0xC2):  # others may leave out zeros at their end
        _require_blocks(data[: about.end], about)
    elif kind == "webp" and about.filled < 100 and (_decodes(data, about, _LESS) or not _decodes(data, about, 0)):
        raise CutError(about.filled)


def _require_rows(data: bytes) -> None:
    """Unpack a PNG's pixels, and count."""
    head, packed = _parts(data)
    wanted, found = _size(head), 0
    unpacker = zlib.decompressobj()
    try:
        for part in packed:
            rest = part
            while rest and found < wanted and not unpacker.eof:
                found += len(unpacker.decompress(rest, _STEP))
                rest = unpacker.unconsumed_tail
            if unpacker.eof:  # what follows would be kept, and copied again and again
                break
        while found < wanted and (piece := unpacker.decompress(unpacker.unconsumed_tail, _STEP)):
            found += len(piece)
    except zlib.error as error:
        if found < wanted:
            raise DamagedError from error
    if found < wanted:
        raise CutError(100 * found // wanted)


def _decodes(data: bytes, about: Shape, less: int) -> bool:
    """Whether a lossless WebP can be decoded with ``less`` bytes of its pixels.

    Zeros that nobody filled are either too many, for a zero bit is the beginning of the most usual colour and so goes
    further than the pixels it stands for, or too few, where very little stood for very many pixels.
    """
    at, name, length = 12, b"", 0
    while name != b"VP8L":
        name, length = struct.unpack_from("<4sI", data, at)
        at += 8 + length + (length & 1)
    start = at - length - (length & 1)
    if length <= less:
        return False
    pixels = data[start : start + length - less]
    chunk = b"WEBPVP8L" + struct.pack("<I", len(pixels)) + pixels + b"\0" * (len(pixels) & 1)
    try:
        image = open_as(b"RIFF" + struct.pack("<I", len(chunk)) + chunk, "webp")
        if image.size != (about.width, about.height):
            return False
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError, RuntimeError):
        return False
    return True


def _parts(data: bytes) -> tuple[bytes, list[bytes]]:
    """Give a PNG's head and its first unbroken run of pixel data, all that a decoder reads."""
    at, head, packed = 8, b"", []
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        body = data[at + 8 : at + 8 + length]
        at += 12 + length
        if name == b"IDAT":
            packed.append(body)
        elif packed or name == b"IEND":
            return head, packed
        elif name == b"IHDR":
            head = body


def _size(head: bytes) -> int:
    """How many bytes the pixels of a PNG with this head have, each row with its filter's byte in front."""
    if len(head) < 13:
        raise DamagedError
    width, height, depth, colours, _, _, interlaced = struct.unpack_from(">IIBBBBB", head)
    if depth not in _DEPTHS or colours not in _CHANNELS:
        raise DamagedError
    bits = depth * _CHANNELS[colours]
    passes = _ADAM7 if interlaced else ((0, 0, 1, 1),)
    sizes = [(-(-(width - left) // across), -(-(height - top) // down)) for left, top, across, down in passes]
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0 and rows > 0)


def _require_blocks(data: bytes, about: Shape) -> None:
    """Offer a JPEG's decoder more data at the end: if it takes any, it had too little.

    ``data`` ends before the end marker. In a single layer every block has its mean colour, so an eighth of the size
    shows any change; a later layer may hold nothing but detail, which only the full size shows.
    """
    one_layer = about.scans == 1
    first, second = (_decoded(data + more + _END, small=one_layer) for more in (b"", _more(data)))
    box = ImageChops.difference(first, second).getbbox()
    if box:
        raise CutError(100 * box[1] // first.height if one_layer else 0)


def _more(data: bytes) -> bytes:
    """Make more data for a JPEG, with the restart markers that would come next; without any they do no harm."""
    layer = data.rfind(b"\xff\xda")
    last = [data.rfind(bytes((0xFF, 0xD0 + number)), layer) for number in range(8)]
    expected = last.index(max(last)) + 1 if max(last) >= 0 else 0
    parts = (_NOISE[_PART * number : _PART * (number + 1)] for number in range(32))
    return b"".join(part + bytes((0xFF, 0xD0 + (expected + number) % 8)) for number, part in enumerate(parts))


def _decoded(data: bytes, *, small: bool) -> Image.Image:
    image = open_as(data, "jpeg")
    if small:
        image.draft(None, (1, 1))
    image.load()
    return image
