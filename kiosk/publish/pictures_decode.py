"""A picture's bytes to pixels, after everything that can be checked before has been checked."""

from __future__ import annotations

import struct
import zlib

from PIL import Image, ImageChops, features

from kiosk.publish.pictures_bytes import PARTS_LIMIT, SCANS_LIMIT, CutError, DamagedError, ManyPartsError, Shape, shape
from kiosk.publish.pictures_findings import PictureError
from kiosk.publish.pictures_kinds import PICTURES, kind
from kiosk.publish.pictures_notes import without_notes
from kiosk.publish.pictures_whole import open_as, require_whole
from kiosk.publish.pictures_words import WORDINGS

PIXELS_LIMIT = 52_000_000
"""Largest picture, pixels. Phones take up to 50.1 million; decoded, this needs 210 MB, and as much again to convert."""

DECODING = (
    OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, EOFError, OverflowError, AttributeError,
    struct.error, zlib.error, RuntimeError, ZeroDivisionError,
)  # fmt: skip
"""What Pillow raises on damaged files: its decoders parse in Python and trust what they read."""

# The library's own alarm would go off by size alone; PIXELS_LIMIT is checked before any pixel is decoded.
Image.MAX_IMAGE_PIXELS = None

_FILLING = (1, 254, 3)
"""A colour no row of a photograph consists of."""


def decode(data: bytes, box: tuple[int, int] | None = None) -> Image.Image:
    """Check a picture to its last byte and decode it. Raises ``PictureError``.

    With a ``box``, px, at least as large as that where the picture is; without one as small as still reads all of it.
    The mode is the file's own.
    """
    what = kind(data)
    _require_kind(what)
    try:
        about = shape(data, what)
        _require_shape(about)
        require_whole(data, what, about)
    except CutError as error:
        percent = error.percent if error.percent is not None else _percent_decoded(data, what)
        raise PictureError("picture-cut/percent" if percent else "picture-cut", percent=percent) from error
    except DamagedError as error:
        raise PictureError(
            "picture-damaged/checksum" if error.part else "picture-damaged", part=error.part, offset=error.offset
        ) from error
    except ManyPartsError as error:
        raise PictureError("picture-parts", limit=f"{PARTS_LIMIT:,}") from error
    except MemoryError as error:
        raise PictureError("picture-memory") from error
    except DECODING as error:
        raise PictureError("picture-damaged") from error
    try:
        image = open_as(without_notes(data) if what == "png" else data, what)
        _require_pixels(*image.size)
        if what == "jpeg":  # its decoder can leave out whole powers of two, which is much faster
            side = max(box) if box else 1
            image.draft(None, (min(side, image.width), min(side, image.height)))
        image.load()
    except MemoryError as error:
        raise PictureError("picture-memory") from error
    except DECODING as error:
        raise PictureError("picture-damaged") from error
    return image


def _require_kind(what: str) -> None:
    if what == "empty":
        raise PictureError("picture-empty")
    if what == "avif" and not features.check("avif"):
        raise PictureError("picture-kind/avif")
    if what not in PICTURES:
        wording = f"picture-kind/{what}"
        raise PictureError(wording if wording in WORDINGS else "picture-kind/other", kind=what)


def _require_shape(about: Shape) -> None:
    if about.frames != 1:
        wording = "picture-animated/frames" if about.frames else "picture-animated"
        raise PictureError(wording, frames=f"{about.frames:,}")
    if about.scans > SCANS_LIMIT:
        raise PictureError("picture-scans", scans=about.scans, limit=SCANS_LIMIT)
    _require_pixels(about.width, about.height)


def _require_pixels(width: int, height: int) -> None:
    if width * height > PIXELS_LIMIT:
        millions, limit = round(width * height / 1e6), PIXELS_LIMIT // 1_000_000
        raise PictureError("picture-pixels", width=width, height=height, size=millions, limit=limit)


def _percent_decoded(data: bytes, what: str) -> int | None:
    """How far a cut JPEG or PNG can be decoded, from the rows that change; None if that tells nothing."""
    try:
        image = open_as(data, what)
        if image.mode not in ("RGB", "L") or image.width * image.height > PIXELS_LIMIT:
            return None
        filling = _FILLING if image.mode == "RGB" else _FILLING[0]
        canvas = Image.new(image.mode, image.size, filling)
        image.im = canvas.im  # the decoder fills it from the top
        _load_what_is_there(image)
        box = ImageChops.difference(canvas, Image.new(image.mode, image.size, filling)).getbbox()
    except (*DECODING, MemoryError):
        return None
    return min(99, 100 * box[3] // image.height) if box else None


def _load_what_is_there(image: Image.Image) -> None:
    try:
        image.load()
    except DECODING:
        return  # expected: the file is cut
