"""Pictures staff bring: checked to the last byte, and made ready for the screen.

Only the publisher and the commands run this, never the player: a file made to hurt a decoder hurts a process that may
die. What a file is, is decided by its content, not by its name. JPEG, PNG, WebP and AVIF are read; all else is refused
with the reason. What leaves here is always a baseline JPEG in sRGB without metadata, the same bytes each time.
"""

from __future__ import annotations

import io
import math
import os
import stat
import warnings
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.publish.pictures_colours import flatten, has_broken_profile, plain, to_srgb
from kiosk.publish.pictures_decode import DECODING, PIXELS_LIMIT, decode
from kiosk.publish.pictures_findings import Finding, PictureError, finding

__all__ = ["BYTES_LIMIT", "PIXELS_LIMIT", "Finding", "PictureError", "Prepared", "inspect", "prepare", "read", "render"]

BYTES_LIMIT = 40_000_000
"""Largest file, bytes. A 50-megapixel photograph straight from a phone has 15 to 25 MB."""

QUALITY = 90
"""JPEG quality, without colour subsampling: thin red lettering stays sharp."""

SIDE_LIMIT = 16_384
"""Longest side that leaves here, pixels: more than graphics cards take, and JPEG itself ends at 65,500."""

_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What undoes each EXIF orientation."""


@dataclass(frozen=True)
class Prepared:
    """What became of a picture: JPEG bytes for the screen, None if it is refused, and all there is to say about it."""

    data: bytes | None
    findings: tuple[Finding, ...]


def inspect(source: Path | bytes) -> list[Finding]:
    """Look at a picture's file, or at what was ``read`` from it, to the last byte and pixel.

    Errors keep it off the screen, warnings do not.
    """
    try:
        return _warnings(decode(read(source) if isinstance(source, Path) else source))
    except PictureError as error:
        return [error.finding]


def render(source: Path | bytes, width: int, height: int) -> bytes:
    """Make a picture ready for the screen: JPEG bytes. Raises ``PictureError``.

    It is turned upright, converted to sRGB, laid on the ground colour and scaled down until it just covers ``width`` x
    ``height`` px, whichever way the screen will crop it; it is never scaled up. A very long picture is scaled on until
    it has no more than four times the pixels of that box, and no side of more than ``SIDE_LIMIT``.
    """
    return _ready(decode(read(source) if isinstance(source, Path) else source, (width, height)), width, height)


def prepare(source: Path | bytes, width: int, height: int) -> Prepared:
    """``inspect`` and ``render`` at the cost of one: the picture is decoded once."""
    try:
        image = decode(read(source) if isinstance(source, Path) else source, (width, height))
        found = _warnings(image)
        return Prepared(_ready(image, width, height), tuple(found))
    except PictureError as error:
        return Prepared(None, (error.finding,))


def read(path: Path) -> bytes:
    """Read a picture's file once, so that all that follows is about the same bytes. Raises ``PictureError``."""
    try:
        # Without O_NONBLOCK a named pipe would keep us here for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as file:
            about = os.fstat(handle)
            if not stat.S_ISREG(about.st_mode):
                raise PictureError("picture-unreadable", reason="it is not a file")
            if about.st_size > BYTES_LIMIT:
                size, limit = math.ceil(about.st_size / 1e6), BYTES_LIMIT // 1_000_000
                raise PictureError("picture-bytes", size=size, limit=limit)
            return file.read(BYTES_LIMIT)
    except OSError as error:
        raise PictureError("picture-unreadable", reason=error.strerror or str(error)) from error


def _orientation(image: Image.Image) -> int:
    """Find the EXIF orientation, from 1 to 8; 0 if the note of it is damaged."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            orientation = image.getexif().get(0x0112, 1)
        except (*DECODING, Warning):
            return 0
    if orientation == 0:  # not set, say some cameras
        return 1
    return orientation if isinstance(orientation, int) and 1 <= orientation <= 8 else 0


def _warnings(image: Image.Image) -> list[Finding]:
    found = []
    if has_broken_profile(image):
        found.append(finding("picture-profile"))
    if _orientation(image) == 0:
        found.append(finding("picture-turn"))
    return found


def _ready(image: Image.Image, width: int, height: int) -> bytes:
    orientation = _orientation(image)
    if orientation >= 5:
        width, height = height, width
    try:
        image = flatten(to_srgb(_scaled(plain(image), width, height)))
        if orientation in _TURNS:
            image = image.transpose(_TURNS[orientation])
        out = io.BytesIO()
        # Not optimised: libjpeg would need the whole file in one buffer, and Pillow's is too small for fine texture.
        image.save(out, "JPEG", quality=QUALITY, subsampling=0)
    except MemoryError as error:
        raise PictureError("picture-memory") from error
    return out.getvalue()


def _scaled(image: Image.Image, width: int, height: int) -> Image.Image:
    cover = max(width / image.width, height / image.height)
    longest = math.sqrt(4 * width * height / (image.width * image.height))
    scale = min(1.0, cover, longest, SIDE_LIMIT / max(image.size))
    if scale == 1.0:
        return image
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
