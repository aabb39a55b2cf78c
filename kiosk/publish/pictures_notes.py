"""What stands beside a PNG's pixels: texts and a colour profile, packed, and of any size when unpacked.

The decoder unpacks them all and calls a picture damaged for one that is long, though its pixels are good. So what
nothing here needs is taken out before: programs write whole documents into such notes.
"""

from __future__ import annotations

import struct
import zlib

NOTE_LIMIT = 1 << 20
"""Largest note or profile that is unpacked, in bytes: as much as the decoder takes. Profiles of screens have 3 kB."""

_TEXTS = (b"tEXt", b"zTXt", b"iTXt")

_TURNS = (b"Raw profile type exif", b"XML:com.adobe.xmp")
"""The texts that may say which way is up."""

_UNUSABLE = b"?\0\0" + zlib.compress(b"?")
"""A profile no picture can use: stands for one that is too large, and is told as damaged."""


def without_notes(data: bytes) -> bytes:
    """A PNG that has been walked to its end, without what a decoder would stumble over; usually the same bytes."""
    at, begun = 8, 0
    pieces: list[bytes] = []
    seen: set[bytes] = set()
    while at < len(data):
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if name in _TEXTS or name == b"iCCP":
            body = data[at + 8 : at + 8 + length]
            key = name if name == b"iCCP" else body.partition(b"\0")[0]
            instead = b"" if key in seen else _kept(name, key, body)
            seen.add(key)
            if instead is not None:
                pieces += data[begun:at], instead
                begun = end
        at = end
        if name == b"IEND":
            break
    return b"".join([*pieces, data[begun:]]) if pieces else data


def _kept(name: bytes, key: bytes, body: bytes) -> bytes | None:
    """What stands in a part's place: None for itself."""
    if name == b"iCCP":
        packed = body.partition(b"\0")[2]
        return None if packed[:1] == b"\0" and _is_short(packed[1:]) else _chunk(name, _UNUSABLE)
    if key not in _TURNS:
        return b""
    rest = body[len(key) + 1 :]
    if name == b"zTXt":
        return None if rest[:1] == b"\0" and _is_short(rest[1:]) else b""
    if name == b"iTXt" and rest[:1] != b"\0":
        return None if _is_short(rest[2:].split(b"\0", 2)[-1]) else b""
    return None if len(rest) <= NOTE_LIMIT else b""


def _is_short(packed: bytes) -> bool:
    unpacker = zlib.decompressobj()
    try:
        unpacker.decompress(packed, NOTE_LIMIT)
    except zlib.error:
        return True  # the decoder passes over it
    return not unpacker.unconsumed_tail


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(name)))
