"""Bytes to text: UTF-8 only, and a helpful word for everything else that ends in ``.json``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

BOM = b"\xef\xbb\xbf"
"""The UTF-8 byte order mark, which Windows editors write. Accepted, and not counted as a character."""

_WIDE_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"RIFF": "WebP",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
}


@dataclass(frozen=True)
class Flaw:
    """Something wrong at one place of one file: a row of the wording table and where it applies."""

    wording: str
    line: int
    column: int
    values: Mapping[str, object]


def flaw(wording: str, line: int = 1, column: int = 1, **values: object) -> Flaw:
    """A flaw with the values its wording names."""
    return Flaw(wording, line, column, values)


def decode(data: bytes) -> str | Flaw:
    """The text of a UTF-8 file without its byte order mark, or why it has none."""
    if not data:
        return flaw("json-empty")
    stranger = _another_kind(data)
    if stranger:
        return stranger
    skipped = len(BOM) if data.startswith(BOM) else 0
    data = data[skipped:]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _undecodable(data, error, skipped)
    return _no_json(text) or text


def _no_json(text: str) -> Flaw | None:
    """What shows before any parsing that a text is not JSON."""
    if not text.strip():
        return flaw("json-empty")
    if text.lstrip().startswith("<"):
        return flaw("json-html")
    nul = text.find("\0")
    return flaw("json-nul", *line_and_column(text, nul)) if nul >= 0 else None


def _another_kind(data: bytes) -> Flaw | None:
    if data.startswith(_ZIP):
        return flaw("json-zip")
    if data.startswith(_OFFICE):
        return flaw("json-office")
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            return flaw("json-binary", kind=kind)
    # Without a mark, UTF-16 shows itself by a NUL beside each ASCII character; JSON begins with ASCII.
    head = data[:4]
    if data.startswith(_WIDE_BOMS) or (len(head) == 4 and (head[0::2] == b"\0\0") != (head[1::2] == b"\0\0")):
        return flaw("encoding-utf16")
    return None


def _undecodable(data: bytes, error: UnicodeDecodeError, skipped: int) -> Flaw:
    at = error.start
    before = data[:at].decode("utf-8")
    line, column = line_and_column(before, len(before))
    values: dict[str, object] = {"offset": at + skipped, "byte": f"{data[at]:02X}"}
    if error.reason == "unexpected end of data":
        return Flaw("encoding-cut", line, column, {})
    if _is_korean(data, at):
        return Flaw("encoding-cp949", line, column, {"offset": at + skipped})
    following = data[at + 1] if at + 1 < len(data) else 0
    if (
        data[at] in (0xC0, 0xC1)
        or (data[at], following < 0xA0) == (0xE0, True)
        or (data[at] == 0xF0 and following < 0x90)
    ):
        return Flaw("encoding-utf8/overlong", line, column, values)
    if data[at] == 0xED and following >= 0xA0:
        return Flaw("encoding-utf8/surrogate", line, column, values)
    return Flaw("encoding-utf8", line, column, values)


def _is_korean(data: bytes, at: int) -> bool:
    """Whether the bytes read as CP949 throughout and show a Hangul syllable where UTF-8 first fails.

    A file with Hangul in UTF-8 is UTF-8; and one whose only strange bytes are overlong forms is not Korean.
    """
    if re.search("[가-힣]", data.decode("utf-8", "ignore")) or re.sub(b"[\xc0\xc1][\x80-\xbf]", b"", data).isascii():
        return False
    try:
        data.decode("cp949")
        here = data[at : at + 2].decode("cp949")
    except UnicodeDecodeError:
        return False
    return len(here) == 1 and "가" <= here <= "힣"


def line_and_column(text: str, at: int) -> tuple[int, int]:
    """Line and column, both from 1, of the character at offset ``at``. CRLF, LF and CR each end a line."""
    before = text[:at]
    line = before.count("\n") + before.count("\r") - before.count("\r\n") + 1
    return line, at - max(before.rfind("\n"), before.rfind("\r"))
