"""What a file is, by its first bytes. Its name is never asked: staff rename, and browsers save under any name."""

from __future__ import annotations

import re

PICTURES = ("jpeg", "png", "webp", "avif")
"""The kinds the kiosk shows."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF8", "gif"),
    (b"%PDF", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
    (b"8BPS", "Photoshop"),
    (b"\0\0\x01\0", "Windows icon"),
    (b"\0\0\0\x0cjP  ", "JPEG 2000"),
    (b"\xffO\xffQ", "JPEG 2000"),
    (b"\0\0\0\x0cJXL ", "JPEG XL"),
    (b"\xff\x0a", "JPEG XL"),
    (b"gimp xcf", "GIMP"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "zip"),
    (b"\0\x01\0\0", "font"),
    (b"OTTO", "font"),
    (b"ttcf", "font"),
    (b"true\0", "font"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"#!", "program"),
    (b"\x1aE\xdf\xa3", "video"),
    (b"%!PS", "PostScript"),
)

_HEIC = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}
_SVG = re.compile(rb"<(\w+:)?svg[\s>/]", re.IGNORECASE)
_PAGE = re.compile(rb"<(!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)

_LOOK = 65_536
"""How far to look for an ``<svg``: comments and declarations may stand before it. Bytes."""


def kind(data: bytes) -> str:
    """Name a file's kind: one of ``PICTURES``, or a word for what it is instead; ``unknown`` if it is nothing known."""
    if not data:
        return "empty"
    if data[:4] == b"RIFF":
        return "webp" if data[8:12] == b"WEBP" else "video"
    if data[4:8] == b"ftyp":
        return _boxed(data)
    if data.startswith(b"BM") and data[6:10] != b"\0\0\0\0":  # BM also begins words
        return _text(data)
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    return _text(data)


def _boxed(data: bytes) -> str:
    """Tell AVIF from HEIC and video: all are files of boxes, and the first box lists the brands."""
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = [data[at : at + 4] for at in (8, *range(16, length, 4))]
    if b"avif" in brands or b"avis" in brands:
        return "avif"
    return "heic" if _HEIC.intersection(brands) else "video"


def _text(data: bytes) -> str:
    head = data[:_LOOK]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):  # UTF-16
        head = head.replace(b"\0", b"")
    if _SVG.search(head):
        return "svg"
    if _PAGE.search(head):
        return "page"
    printable = sum(byte >= 32 or byte in b"\t\n\r\f" for byte in head[:4096])
    return "text" if printable == len(head[:4096]) and _decodes(head[:4096]) else "unknown"


def _decodes(head: bytes) -> bool:
    """Whether bytes are text of an encoding in use here. The last character may be cut."""
    for encoding in ("utf-8", "cp949"):
        for cut in range(4):
            try:
                head[: len(head) - cut].decode(encoding)
            except UnicodeDecodeError:
                continue
            return True
    return False
