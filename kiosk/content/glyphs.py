"""Which characters a font can draw: a reader of the ``cmap`` table of TrueType and OpenType files.

Only the Unicode sub-tables of format 4 (the first 65,536 characters) and 12 (all) are read; every font of the last
twenty years has one of them. OpenType specification 1.9, chapter "cmap".
"""

from __future__ import annotations

import bisect
import struct
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.content.lettering import Draws

_UNICODE = {(0, 3), (0, 4), (0, 6), (3, 1), (3, 10)}
"""Platform and encoding of the sub-tables that map Unicode: (0, n) Unicode, (3, 1) Windows BMP, (3, 10) full."""


class FontError(ValueError):
    """The file is not a font with a Unicode ``cmap`` of format 4 or 12."""


@dataclass(frozen=True)
class Coverage:
    """The characters of a font, as ranges in order."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __contains__(self, char: object) -> bool:
        if not isinstance(char, str):
            return False
        at = bisect.bisect_right(self.starts, ord(char)) - 1
        return at >= 0 and ord(char) <= self.ends[at]

    def __len__(self) -> int:
        return sum(end - start + 1 for start, end in zip(self.starts, self.ends, strict=True))


@cache
def coverage(font: Path) -> Coverage:
    """The characters a ``.ttf`` or ``.otf`` file has glyphs for. Raises ``FontError``, or ``OSError`` from reading."""
    data = font.read_bytes()
    try:
        ranges = _ranges(data)
    except (struct.error, IndexError) as error:
        raise FontError(f"{font.name} is cut or damaged: {error}") from error
    if not ranges:
        raise FontError(f"{font.name} maps no Unicode characters in format 4 or 12")
    merged: list[list[int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return Coverage(tuple(start for start, _ in merged), tuple(end for _, end in merged))


def draws(fonts: Mapping[str, Iterable[Path]]) -> Draws:
    """Make the function that tells whether a language's fonts can draw a character.

    Args:
        fonts: font files by language tag; the key ``""`` is for languages without a key of their own.
    """
    by_tag = {tag: [coverage(path) for path in paths] for tag, paths in fonts.items()}

    def draws_char(tag: str, char: str) -> bool:
        for name in (tag, tag.partition("-")[0], ""):
            if name in by_tag:
                return any(char in font for font in by_tag[name])
        return True

    return draws_char


def shipped(fonts: Path) -> Draws | None:
    """Tell what the program's own fonts can draw.

    Args:
        fonts: the folder ``assets/fonts``. Regular stands for all weights: a family's weights share their characters.

    Returns:
        None where the fonts are not there, as in a program cut down for checking only.
    """
    pretendard, noto = fonts / "PretendardJP-Regular.otf", fonts / "NotoSansSC-Regular.ttf"
    if not (pretendard.is_file() and noto.is_file()):
        return None
    return draws({"zh": [noto, pretendard], "": [pretendard, noto]})


def _ranges(data: bytes) -> list[tuple[int, int]]:
    cmap = _table(data, b"cmap")
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    ranges: list[tuple[int, int]] = []
    for index in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * index)
        if (platform, encoding) in _UNICODE:
            (version,) = struct.unpack_from(">H", data, cmap + offset)
            if version == 4:
                ranges += _format_4(data, cmap + offset)
            elif version == 12:
                ranges += _format_12(data, cmap + offset)
    return ranges


def _table(data: bytes, wanted: bytes) -> int:
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        if tag == wanted:
            return int(offset)
    raise FontError(f"no {wanted.decode()} table")


def _format_4(data: bytes, at: int) -> list[tuple[int, int]]:
    (doubled,) = struct.unpack_from(">H", data, at + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * doubled)
    offsets_at = at + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", data, offsets_at)
    ranges: list[tuple[int, int]] = []
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for char in range(start, min(end, 0xFFFE) + 1):
            glyph = char
            if offset:
                # The offset counts from its own place into the glyph list that follows the segments.
                (glyph,) = struct.unpack_from(">H", data, offsets_at + 2 * index + offset + 2 * (char - start))
            if (offset and glyph == 0) or (glyph + delta) % 0x10000 == 0:
                continue
            ranges.append((char, char))
    return ranges


def _format_12(data: bytes, at: int) -> list[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    groups = [struct.unpack_from(">III", data, at + 16 + 12 * index) for index in range(count)]
    return [(start + (1 if glyph == 0 else 0), end) for start, end, glyph in groups if end >= start]
