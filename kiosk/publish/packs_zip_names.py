"""What a file in a ZIP is called: the standard knows two alphabets, and makers of ZIPs some more."""

from __future__ import annotations

import struct
import zipfile
import zlib


def decoded(info: zipfile.ZipInfo) -> str:
    """Read the name as its maker wrote it. Without the flag for UTF-8 it is in the maker's own encoding.

    macOS writes UTF-8 without the flag, Korean Windows CP949; the standard says CP437, in which any bytes are a name.
    Others write a stand-in, and the name itself in a field beside it.
    """
    if info.flag_bits & 0x800:
        return info.orig_filename
    raw = info.orig_filename.encode("cp437")
    named = _unicode_path(info.extra, raw)
    if named is not None:
        return named
    for encoding in ("utf-8", "cp949"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.orig_filename


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    """Read the name from the Info-ZIP Unicode Path field (0x7075, APPNOTE 4.6.9), if it belongs to this name."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == 0x7075 and len(field) > 5 and struct.unpack_from("<BL", field) == (1, zlib.crc32(raw)):
            try:
                return field[5:].decode("utf-8")
            except UnicodeDecodeError:
                return None
    return None
