"""Pictures for tests, made on the spot: good ones of every kind, and the ways they arrive broken."""

from __future__ import annotations

import gzip
import io
import random
import struct
import zlib

from PIL import Image, ImageCms, ImageDraw


def photograph(width: int = 96, height: int = 64, mode: str = "RGB") -> Image.Image:
    """A picture with a red top left corner, so that one sees which way up it is, and some noise below."""
    image = Image.new("RGB", (width, height), (40, 90, 160))
    grain = random.Random(1)  # noqa: S311 - the same grain each time
    image.putdata([(40 + grain.randrange(60), 90, 160) for _ in range(width * height)])
    ImageDraw.Draw(image).rectangle((0, 0, width // 3, height // 3), fill=(255, 0, 0))
    return image.convert(mode)


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def turned(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped() -> bytes:
    """A profile of a screen whose red light is green and the other way round."""
    profile = bytearray(srgb())
    count = int.from_bytes(profile[128:132], "big")
    places = {bytes(profile[at : at + 4]): at for at in range(132, 132 + 12 * count, 12)}
    red, green = places[b"rXYZ"], places[b"gXYZ"]
    profile[red : red + 4], profile[green : green + 4] = b"gXYZ", b"rXYZ"
    return (
        bytes(profile)
        .replace("sRGB".encode("utf-16-be"), "Swap".encode("utf-16-be"))
        .replace(b"sRGB built", b"Swap built")
    )


def chunk(name: bytes, body: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png(width: int, height: int, depth: int, colours: int, rows: bytes, *more: bytes) -> bytes:
    """A PNG of raw ``rows``, with parts ``more`` before the pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colours, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(more) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")


def bomb(side: int) -> bytes:
    """A grey PNG of ``side`` x ``side`` pixels that is all one colour: a thousandth of its size."""
    packer, row = zlib.compressobj(9), b"\0" * (side + 1)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def animated_gif(frames: int) -> bytes:
    """A GIF of many frames of one pixel."""
    frame = b"\x2c\0\0\0\0\1\0\1\0\0\2\2D\1\0"
    return b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff" + frame * frames + b";"


def animated_png(frames: int) -> bytes:
    """The head of an animated PNG: it says how many frames follow."""
    return png(1, 1, 8, 0, b"\0\0", chunk(b"acTL", struct.pack(">II", frames, 0)))


def animated_webp(frames: int) -> bytes:
    images = [Image.new("RGB", (8, 8), (80 * number, 0, 0)) for number in range(frames)]
    return encoded(images[0], "WEBP", save_all=True, append_images=images[1:])


SVG = b'<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///x"/></svg>'
SVGZ = gzip.compress(SVG)
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64)
VIDEO = b"\0\0\0\x18ftypisom\0\0\0\0isommp42" + bytes(64)
OTHER_KINDS: dict[str, bytes] = {
    "svg": SVG,
    "svg as UTF-16": b"\xff\xfe" + '<svg xmlns="x">'.encode("utf-16-le"),
    "svgz": SVGZ,
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "gif": animated_gif(1),
    "heic": HEIC,
    "video": VIDEO,
    "tiff": encoded(photograph(), "TIFF"),
    "bmp": encoded(photograph(), "BMP"),
    "photoshop": b"8BPS\0\1" + bytes(60),
    "jpeg 2000": b"\0\0\0\x0cjP  \r\n\x87\n" + bytes(60),
    "text": "무등산의 가을\n".encode(),
    "text as CP949": "무등산의 가을\n".encode("cp949"),
    "text that begins with BM": b"BMW made this\n",
    "web page": b"<!DOCTYPE html><html><body>404</body></html>",
    "spreadsheet": b"PK\x03\x04" + bytes(60),
    "font": b"OTTO\0\x0f" + bytes(60),
    "program": b"MZ\x90\0" + bytes(60),
    "noise": random.Random(2).randbytes(4096),  # noqa: S311 - the same noise each time
}
