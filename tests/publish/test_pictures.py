"""Pictures: what is refused and in which words, and what is shown."""

from __future__ import annotations

import io
import os
import random
import re
import struct
import tracemalloc
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms, features

from kiosk.content.problems import placed
from kiosk.publish import pictures_decode
from kiosk.publish.pictures import BYTES_LIMIT, PIXELS_LIMIT, PictureError, inspect, prepare, render
from kiosk.publish.pictures_words import WORDINGS
from tests.publish import pictures_made as made

EXPORT = "Export it as JPEG or PNG."
AGAIN = "Copy it again from where it came."
PNG = made.encoded(made.photograph(), "PNG")
PHOTOGRAPH = made.encoded(made.photograph(), "JPEG", quality=90)


def said(data: bytes | Path) -> list[str]:
    """All findings, as message and hint."""
    return [f"{one.severity}[{one.code}] {one.message} {one.hint}" for one in inspect(data)]


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def packed(whole: bytes) -> bytes:
    """The pixels of a small PNG, as they are packed in its only part of them."""
    at = whole.index(b"IDAT")
    return whole[at + 4 : at + 4 + int.from_bytes(whole[at - 4 : at], "big")]


def repacked(whole: bytes, pixels: bytes) -> bytes:
    """A small PNG with other packed pixels, and everything else as it was."""
    at = whole.index(b"IDAT") - 4
    return whole[:at] + made.chunk(b"IDAT", pixels) + whole[at + 12 + len(packed(whole)) :]


def interlaced(width: int, height: int, rows: bytes) -> bytes:
    """A PNG in colour of raw ``rows`` in seven passes."""
    plain = made.png(width, height, 8, 2, rows)
    return plain[:8] + made.chunk(b"IHDR", plain[16:28] + b"\1") + plain[33:]


def near(colour: object, wanted: tuple[int, int, int], by: int = 6) -> bool:
    assert isinstance(colour, tuple)
    return all(abs(one - other) <= by for one, other in zip(colour, wanted, strict=True))


# -------------------------------------------------------------------- other kinds of files


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("svg", f"This is an SVG drawing; drawings can load other files and stop the screen. {EXPORT}"),
        ("svg as UTF-16", f"This is an SVG drawing; drawings can load other files and stop the screen. {EXPORT}"),
        ("svgz", f"This is a compressed file, such as an .svgz drawing. {EXPORT}"),
        ("pdf", f"This is a PDF document. {EXPORT}"),
        (
            "gif",
            "This is a GIF; JPEG, PNG, WebP and AVIF can be shown. Export it as PNG; of an animation, one picture.",
        ),
        ("heic", "This is a HEIC picture, as iPhones take them. Export it as JPEG."),
        ("video", "This is a video. Export one picture of it as JPEG."),
        ("tiff", f"This is a TIFF picture. {EXPORT}"),
        ("bmp", f"This is a BMP picture. {EXPORT}"),
        ("photoshop", f"This is a Photoshop picture; JPEG, PNG, WebP and AVIF can be shown. {EXPORT}"),
        ("jpeg 2000", f"This is a JPEG 2000 picture; JPEG, PNG, WebP and AVIF can be shown. {EXPORT}"),
        ("text", "This is text, not a picture. Copy the picture itself here, as JPEG or PNG."),
        ("text as CP949", "This is text, not a picture. Copy the picture itself here, as JPEG or PNG."),
        ("text that begins with BM", "This is text, not a picture. Copy the picture itself here, as JPEG or PNG."),
        (
            "web page",
            "This is a web page, not a picture. Download the picture itself, not the page that shows it.",
        ),
        (
            "spreadsheet",
            "This is a ZIP or Office file, not a picture. Copy the picture itself here, as JPEG or PNG.",
        ),
        ("font", "This is a font, not a picture. Copy the picture itself here, as JPEG or PNG."),
        ("program", "This is a program, not a picture. Copy the picture itself here, as JPEG or PNG."),
        ("noise", f"This is no picture the kiosk knows; it knows JPEG, PNG, WebP and AVIF. {EXPORT}"),
    ],
)
def test_another_kind_of_file_is_named_whatever_its_ending(tmp_path: Path, kind: str, sentence: str) -> None:
    path = tmp_path / "harbour.jpg"
    path.write_bytes(made.OTHER_KINDS[kind])
    assert said(path) == [f"error[picture-kind] {sentence}"]
    with pytest.raises(PictureError) as caught:
        render(path, 10, 10)
    assert str(caught.value) == sentence


def test_every_kind_made_is_asked_for() -> None:
    marks = test_another_kind_of_file_is_named_whatever_its_ending.pytestmark  # type: ignore[attr-defined]
    assert {row[0] for row in marks[0].args[1]} == set(made.OTHER_KINDS)


def test_an_empty_file() -> None:
    assert said(b"") == [f"error[picture-empty] The picture is empty: 0 bytes. {AGAIN}"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (made.animated_gif(10_000), "This is a GIF; JPEG, PNG, WebP and AVIF can be shown."),
        (made.animated_png(10_000), "The picture is an animation of 10,000 frames; the kiosk shows still pictures."),
        (made.animated_webp(3), "The picture is an animation of 3 frames; the kiosk shows still pictures."),
    ],
    ids=["GIF", "PNG", "WebP"],
)
def test_animations_are_refused_without_playing_them(data: bytes, message: str) -> None:
    assert [one.message for one in inspect(data)] == [message]


def test_an_animation_of_one_frame_is_a_picture() -> None:
    assert said(made.animated_png(1)) == []


# -------------------------------------------------------------------- not whole


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"exif": made.turned(3), "icc_profile": made.srgb()}])
def test_a_jpeg_cut_anywhere_is_refused(options: dict[str, object]) -> None:
    whole = made.encoded(made.photograph(48, 32), "JPEG", **options)
    assert said(whole) == []
    for length in range(4, len(whole), 7):
        (finding,) = inspect(whole[:length])
        assert finding.code == "picture-cut", length
        assert finding.severity == "error"
    assert inspect(whole[:-1])[0].code == "picture-cut"


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_other_pictures_cut_anywhere_are_refused(kind: str) -> None:
    whole = made.encoded(made.photograph(48, 32), kind)
    assert said(whole) == []
    for length in range(40, len(whole), 11):
        assert inspect(whole[:length])[0].code == "picture-cut", length
    assert inspect(whole[:-1])[0].code == "picture-cut"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_how_far_a_cut_picture_goes_is_told(kind: str) -> None:
    whole = made.encoded(made.photograph(256, 256), kind)
    (finding,) = inspect(whole[: len(whole) * 43 // 100])
    assert finding.message.startswith("The picture is cut off at ")
    percent = int(finding.message.removeprefix("The picture is cut off at ").removesuffix(" %."))
    assert 30 <= percent <= 50
    assert finding.hint == AGAIN


def test_how_far_an_avif_goes_that_is_cut_before_its_pixels_is_not_told() -> None:
    whole = made.encoded(made.photograph(256, 256), "AVIF")
    (finding,) = inspect(whole[: whole.index(b"mdat") - 20])
    assert (finding.message, finding.hint) == ("The picture is cut off.", AGAIN)


def test_how_far_is_not_told_where_it_cannot_be_known() -> None:
    whole = made.encoded(made.photograph(), "JPEG", progressive=True)
    assert said(whole[: len(whole) // 2]) == [f"error[picture-cut] The picture is cut off. {AGAIN}"]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_room_that_a_copy_never_filled_is_a_cut(kind: str) -> None:
    whole = made.encoded(made.photograph(400, 400), kind)
    half = whole[: len(whole) // 2]
    assert len(half) > 4096
    assert inspect(half + bytes(len(whole) - len(half)))[0].code == "picture-cut"


def plain_below() -> Image.Image:
    """A photograph above a plain area, as logos and posters have them."""
    poster = Image.new("RGB", (900, 1600), (20, 30, 40))
    poster.paste(made.photograph(900, 300), (0, 0))
    return poster


@pytest.mark.parametrize("options", [{"method": 0, "quality": 0}, {"method": 0, "quality": 100}, {"method": 4}])
def test_a_lossless_webp_may_end_in_zeros_that_are_pixels(options: dict[str, int]) -> None:
    whole = made.encoded(plain_below(), "WEBP", lossless=True, exact=True, **options)
    if options == {"method": 0, "quality": 0}:
        assert len(whole) - len(whole.rstrip(b"\0")) > 4096, "else this shows nothing"
    assert said(whole) == []
    assert said(made.encoded(plain_below().convert("RGBA"), "WEBP", lossless=True, **options)) == []
    for percent in (5, 20, 40):
        length = len(whole) * percent // 100 + 40
        filled = whole[:length] + bytes(len(whole) - length)
        if len(whole) - length > 4096:
            assert said(filled) == [f"error[picture-cut] The picture is cut off at {percent} %. {AGAIN}"]


def extended(pixels: bytes, width: int, height: int) -> bytes:
    """A WebP of one lossless chunk in a frame that says it is ``width`` x ``height`` px."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunks = b"WEBPVP8X" + struct.pack("<I", 10) + bytes(4) + size + pixels
    return b"RIFF" + struct.pack("<I", len(chunks)) + chunks


def test_a_webp_that_says_it_is_smaller_than_its_pixels_is_not_decoded() -> None:
    """Six kilobytes that would take gigabytes."""
    pixels = made.encoded(Image.new("RGB", (3000, 2000)), "WEBP", lossless=True)[12:]
    assert said(extended(pixels, 3000, 2000)) == []
    zeros = struct.pack("<4sI", b"VP8L", len(pixels) + 4992) + pixels[8:] + bytes(5000)
    for data in (pixels, zeros):
        assert said(extended(data, 10, 10)) == [f"error[picture-damaged] The picture is damaged. {AGAIN}"]


def test_zeros_behind_the_whole_of_a_webp_are_nobody_s() -> None:
    for options in ({}, {"lossless": True}):
        for shade in range(40):
            whole = made.encoded(Image.new("RGB", (8 + shade, 8), (shade, 0, 0)), "WEBP", **options)
            assert said(whole + bytes(5000)) == []


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_a_png_whose_last_rows_are_missing_is_cut(mode: str) -> None:
    whole = made.encoded(made.photograph(96, 100, mode), "PNG")
    rows = zlib.decompress(packed(whole))
    for count in (0, 33, 99):
        data = repacked(whole, zlib.compress(rows[: len(rows) * count // 100]))
        at = f" at {count} %" if count else ""
        assert said(data) == [f"error[picture-cut] The picture is cut off{at}. {AGAIN}"]
    assert said(repacked(whole, zlib.compress(rows[:-1])))[0].startswith("error[picture-cut] ")
    assert said(repacked(whole, zlib.compress(rows))) == []
    assert said(repacked(whole, zlib.compress(rows + b"\0" * 1000))) == []
    assert said(repacked(whole, zlib.compress(rows)[:40]))[0].startswith("error[picture-cut] ")


@pytest.mark.parametrize("size", [(1, 1), (3, 3), (4, 5), (5, 1), (1, 9), (8, 8), (30, 21)])
def test_an_interlaced_png_is_counted_too(size: tuple[int, int]) -> None:
    width, height = size
    passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
    rows = b""
    for left, top, across, down in passes:
        columns = len(range(left, width, across))
        if columns:
            rows += (b"\0" + b"\x55" * columns * 3) * len(range(top, height, down))
    assert said(interlaced(width, height, rows)) == []
    assert said(interlaced(width, height, rows[:-1]))[0].startswith("error[picture-cut] ")


def test_a_png_s_pixels_in_many_parts_are_counted_and_those_after_another_part_are_not() -> None:
    whole = made.encoded(made.photograph(), "PNG")
    pixels = packed(whole)
    parts = [made.chunk(b"IDAT", pixels[at : at + 7]) for at in range(0, len(pixels), 7)]
    head, tail = whole[: whole.index(b"IDAT") - 4], made.chunk(b"IEND", b"")
    assert said(head + b"".join(parts) + made.chunk(b"IDAT", b"") + tail) == []
    note = made.chunk(b"tEXt", b"Title\0x")  # the decoder stops here
    assert said(head + b"".join(parts[:-9]) + note + b"".join(parts[-9:]) + tail)[0].startswith("error[picture-cut] ")


def test_pixels_that_end_early_cost_no_more_for_what_follows_them() -> None:
    whole = made.encoded(made.photograph(), "PNG")
    head, tail = whole[: whole.index(b"IDAT") - 4], made.chunk(b"IEND", b"")
    more = made.chunk(b"IDAT", b"\0" * 8000) * 4000
    assert said(head + made.chunk(b"IDAT", zlib.compress(b"\0")) + more + tail) == [
        f"error[picture-cut] The picture is cut off. {AGAIN}"
    ]


ENDINGS: list[dict[str, object]] = [
    {},
    {"subsampling": 0},
    {"progressive": True},
    {"restart_marker_blocks": 1},
    {"restart_marker_rows": 2},
    {"restart_marker_blocks": 3, "progressive": True},
]


@pytest.mark.parametrize("options", ENDINGS, ids=str)
@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_cut_anywhere_is_refused_even_if_its_end_was_put_back(mode: str, options: dict[str, object]) -> None:
    whole = made.encoded(made.photograph(160, 120, mode), "JPEG", quality=90, **options)
    assert said(whole) == []
    start = whole.index(b"\xff\xda") + 14
    missed = []
    for length in range(start, len(whole) - 40, (len(whole) - start) // 40):
        found = inspect(whole[:length].rstrip(b"\xff") + b"\xff\xd9")
        assert all(one.code == "picture-cut" for one in found)
        if not found:
            missed.append(length)
    assert len(missed) <= (3 if "progressive" in options else 0), "a cut between two layers cannot be told"


def test_how_far_a_jpeg_goes_whose_end_was_put_back_is_told() -> None:
    whole = made.encoded(made.photograph(256, 256), "JPEG")
    (finding,) = inspect(whole[: len(whole) * 57 // 100] + b"\xff\xd9")
    percent = int(finding.message.removeprefix("The picture is cut off at ").removesuffix(" %."))
    assert 45 <= percent <= 60
    assert finding.hint == AGAIN


def test_a_jpeg_without_the_layers_of_its_colours_is_cut() -> None:
    whole = made.encoded(made.photograph(), "JPEG", progressive=True)
    layers = [found.start() for found in re.finditer(b"\xff\xda", whole)]
    assert said(whole[: layers[1]] + b"\xff\xd9") == []  # colours and brightness, but blurred
    one = bytearray(made.encoded(made.photograph(mode="L"), "JPEG"))
    at = one.index(b"\xff\xc0")
    head = one[at : at + 2] + bytes((0, 17)) + one[at + 4 : at + 9] + b"\3\1\x11\0\2\x11\0\3\x11\0"
    assert said(bytes(one[:at] + head + one[at + 13 :])) == [f"error[picture-cut] The picture is cut off. {AGAIN}"]


def test_two_pictures_in_one_file_as_phones_make_them_are_whole() -> None:
    data = made.encoded(made.photograph(), "MPO", save_all=True, append_images=[made.photograph()])
    assert said(data) == []


def test_a_jpeg_that_is_all_grey_at_its_end_is_whole() -> None:
    image = made.photograph(160, 160)
    image.paste((128, 128, 128), (0, 60, 160, 160))
    for options in ENDINGS:
        assert said(made.encoded(image, "JPEG", **options)) == []


def test_what_phones_append_to_a_jpeg_is_no_damage() -> None:
    assert said(PHOTOGRAPH + bytes(500) + PHOTOGRAPH + b"ftypmp42") == []


@pytest.mark.skipif(not features.check("avif"), reason="this Pillow reads no AVIF")
@pytest.mark.parametrize("more", [b"\0" * 3, b"\xff\xd9" * 300, b"\0\0\0\1\x80\x81"])
def test_what_is_appended_to_an_avif_is_no_damage(more: bytes) -> None:
    assert said(made.encoded(made.photograph(), "AVIF") + more) == []


def test_a_wrong_checksum_is_told_with_its_place() -> None:
    whole = made.encoded(made.photograph(), "PNG")
    at = whole.index(b"IDAT") - 4
    broken = whole[: at + 20] + bytes([whole[at + 20] ^ 1]) + whole[at + 21 :]
    assert said(broken) == [
        f"error[picture-damaged] The picture is damaged: the part IDAT at byte {at} has a wrong checksum. {AGAIN}"
    ]


def test_pixels_that_do_not_decode_are_damage() -> None:
    broken = made.png(4, 4, 8, 0, b"\0" * 20).replace(b"IDAT", b"IDAT")
    at = broken.index(b"IDAT")
    body = b"\x78\xda" + b"\xff" * 8
    rest = broken[broken.index(b"IEND") - 4 :]
    assert said(broken[: at - 4] + made.chunk(b"IDAT", body) + rest) == [
        f"error[picture-damaged] The picture is damaged. {AGAIN}"
    ]


# -------------------------------------------------------------------- too much


@pytest.mark.parametrize(
    ("side", "size", "message"),
    [
        (15_000, 230_000, "The picture has 15000 x 15000 pixels, 225 million; 52 million is the most."),
        (8_000, 70_000, "The picture has 8000 x 8000 pixels, 64 million; 52 million is the most."),
    ],
)
def test_a_small_file_of_many_pixels_is_refused_undecoded(side: int, size: int, message: str) -> None:
    data = made.bomb(side)
    assert len(data) < size
    assert said(data) == [f"error[picture-pixels] {message} Save a smaller copy of it."]


@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_a_header_that_claims_too_many_pixels_is_believed_and_refused(kind: str) -> None:
    data = bytearray(made.encoded(made.photograph(), kind))
    if kind == "JPEG":
        at = data.index(b"\xff\xc0") + 5
        data[at : at + 4] = b"\xff\xff\xff\xff"
    else:
        at = data.index(b"VP8 ") + 14
        data[at : at + 4] = b"\xff\x3f\xff\x3f"
    assert [one.code for one in inspect(bytes(data))] == ["picture-pixels"]


def test_a_large_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "panorama.jpg"
    with path.open("wb") as file:
        file.truncate(BYTES_LIMIT + 1)
    assert said(path) == ["error[picture-bytes] The picture has 41 MB; 40 MB is the most. Save a smaller copy of it."]


def test_what_an_erased_stick_holds_behind_half_a_jpeg_is_passed_in_one_go() -> None:
    """A million of FF took an hour: each was tried as the beginning of a marker."""
    whole = made.encoded(made.photograph(), "JPEG")
    (finding,) = inspect(whole[: len(whole) // 2] + b"\xff" * 1_000_000)
    assert finding.code == "picture-cut"


def test_a_jpeg_of_endless_layers_is_refused() -> None:
    whole = made.encoded(made.photograph(), "JPEG", progressive=True)
    at = whole.rindex(b"\xff\xda")
    layered = whole[:at] + whole[at:-2] * 200 + whole[-2:]
    (finding,) = inspect(layered)
    assert finding.code == "picture-scans"
    assert finding.hint == "Save it again as JPEG."


APP = b"\xff\xe9\0\2"
FREE = struct.pack(">I4s", 8, b"free")


@pytest.mark.parametrize(
    ("head", "part", "tail"),
    [
        (PHOTOGRAPH[:2], APP, PHOTOGRAPH[2:]),
        (PNG[:-12], made.chunk(b"note", b""), PNG[-12:]),
        (made.encoded(made.photograph(), "AVIF"), FREE, b""),
    ],
    ids=["jpeg", "png", "avif"],
)
def test_a_file_of_millions_of_empty_parts_never_reaches_the_decoder(
    head: bytes, part: bytes, tail: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The decoder makes an object of each: 38 MB of them took 2.6 GB."""
    assert said(head + part * 50_000 + tail) == []
    opened_as = []
    monkeypatch.setattr(pictures_decode, "open_as", opened_as.append)
    assert said(head + part * 1_000_000 + tail) == [
        "error[picture-parts] The picture's file is made of more than 100,000 parts. Save it again as JPEG or PNG."
    ]
    assert opened_as == []


def test_a_webp_of_empty_parts_is_refused_too() -> None:
    whole = made.encoded(made.photograph(), "WEBP")
    data = whole + b"NOTE\0\0\0\0" * 200_000
    data = data[:4] + struct.pack("<I", len(data) - 8) + data[8:]
    assert [one.code for one in inspect(data)] == ["picture-parts"]


def test_the_limits_leave_room_for_what_phones_take() -> None:
    assert PIXELS_LIMIT >= 8160 * 6144


@pytest.mark.parametrize(
    ("name", "head"),
    [(b"zTXt", b"note\0\0"), (b"iTXt", b"note\0\1\0\0\0"), (b"zTXt", b"Raw profile type exif\0\0"),
     (b"iTXt", b"XML:com.adobe.xmp\0\1\0\0\0")],
)  # fmt: skip
def test_a_text_part_that_unpacks_to_gigabytes_is_no_danger_and_no_damage(name: bytes, head: bytes) -> None:
    part = made.chunk(name, head + zlib.compress(b" " * 80_000_000, 9))
    data = PNG[:33] + part * 200 + PNG[33:]
    tracemalloc.start()
    assert said(data) == []
    assert tracemalloc.get_traced_memory()[1] < 8 * len(data) + 20_000_000
    tracemalloc.stop()
    assert render(data, 96, 64) == render(PNG, 96, 64)
    assert said(PNG[:-12] + part + PNG[-12:]) == []


@pytest.mark.parametrize("body", [b"big\0\0" + zlib.compress(b" " * 2_000_000), b"odd\0\1" + zlib.compress(b"x")])
def test_a_profile_that_is_too_large_is_left_out_with_a_warning(body: bytes) -> None:
    data = PNG[:33] + made.chunk(b"iCCP", body) + PNG[33:]
    assert said(data) == [
        "warning[picture-profile] The picture's colour profile is damaged; its colours may look different. "
        "Save it again with the profile sRGB."
    ]
    assert render(data, 96, 64) == render(PNG, 96, 64)


def test_a_text_that_says_which_way_is_up_is_read() -> None:
    xmp = b'<x:xmpmeta><rdf:Description tiff:Orientation="6"/></x:xmpmeta>'
    part = made.chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp)
    assert opened(render(PNG[:33] + part + PNG[33:], 96, 96)).size == (64, 96)
    exif = made.turned(6).tobytes().hex().encode()
    raw = b"\nexif\n%8d\n" % (len(exif) // 2) + exif + b"\n"
    part = made.chunk(b"zTXt", b"Raw profile type exif\0\0" + zlib.compress(raw))
    assert opened(render(PNG[:33] + part + PNG[33:], 96, 96)).size == (64, 96)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_and_a_missing_file_are_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    remedy = "Check that the file is there and that this user may read it."
    assert said(tmp_path / "pipe.jpg") == [
        f"error[picture-unreadable] The picture cannot be read: it is not a file. {remedy}"
    ]
    assert said(tmp_path / "gone.jpg") == [
        f"error[picture-unreadable] The picture cannot be read: No such file or directory. {remedy}"
    ]


# -------------------------------------------------------------------- shown


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_four_kinds_are_shown_whatever_their_ending(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "picture.txt"
    path.write_bytes(made.encoded(made.photograph(), kind))
    assert said(path) == []
    image = opened(render(path, 96, 64))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (96, 64))
    assert near(image.getpixel((8, 8)), (255, 0, 0), by=16)


def test_avif_without_a_decoder_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    data = made.encoded(made.photograph(), "AVIF")
    monkeypatch.setattr(features, "check", lambda _: False)
    assert said(data) == [
        f"error[picture-kind] This is an AVIF picture, which this computer's Pillow cannot read. {EXPORT}"
    ]


@pytest.mark.parametrize(
    ("orientation", "corner"),
    [(1, (5, 5)), (2, (90, 5)), (3, (90, 58)), (4, (5, 58)), (5, (5, 5)), (6, (58, 5)), (7, (58, 90)), (8, (5, 90))],
)
@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_pictures_stand_upright(kind: str, orientation: int, corner: tuple[int, int]) -> None:
    data = made.encoded(made.photograph(), kind, exif=made.turned(orientation))
    image = opened(render(data, 200, 200))
    assert image.size == ((96, 64) if orientation < 5 else (64, 96))
    assert near(image.getpixel(corner), (255, 0, 0), by=16)


def test_a_turned_avif_stands_upright() -> None:
    image = opened(render(made.encoded(made.photograph(), "AVIF", exif=made.turned(6)), 200, 200))
    assert image.size == (64, 96)
    assert near(image.getpixel((58, 5)), (255, 0, 0), by=16)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_png_becomes_rgb(mode: str) -> None:
    source = made.photograph(mode="L").convert("I").point(lambda value: value * 257).convert("I;16")
    image = source if mode == "I;16" else made.photograph(mode=mode)
    data = made.encoded(image, "PNG")
    assert said(data) == []
    shown = opened(render(data, 96, 64))
    assert shown.mode == "RGB"
    red = (255, 0, 0) if mode in ("P", "RGB", "RGBA") else (76, 76, 76)
    if mode != "1":
        assert near(shown.getpixel((8, 8)), red, by=8)


def test_sixteen_bits_are_scaled_not_cut_off() -> None:
    rows = b"".join(b"\0" + b"\x40\x00" * 16 for _ in range(16))
    assert near(opened(render(made.png(16, 16, 16, 0, rows), 16, 16)).getpixel((8, 8)), (64, 64, 64), by=1)
    colours = b"".join(b"\0" + b"\x80\x00\x40\x00\xff\xff" * 16 for _ in range(16))
    assert near(opened(render(made.png(16, 16, 16, 2, colours), 16, 16)).getpixel((8, 8)), (128, 64, 255), by=3)


def test_cmyk_is_converted() -> None:
    data = made.encoded(Image.new("CMYK", (32, 32), (0, 255, 255, 0)), "JPEG", quality=95)
    assert said(data) == []
    assert near(opened(render(data, 32, 32)).getpixel((16, 16)), (255, 0, 0), by=4)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_what_is_transparent_shows_the_ground(kind: str) -> None:
    data = made.encoded(Image.new("RGBA", (32, 32), (255, 255, 255, 0)), kind)
    assert near(opened(render(data, 32, 32)).getpixel((16, 16)), (0x07, 0x08, 0x0B), by=2)


def test_half_transparent_is_half_the_ground() -> None:
    palette = made.photograph(mode="P")
    for data in (
        made.encoded(Image.new("RGBA", (32, 32), (255, 255, 255, 128)), "PNG"),
        made.encoded(Image.new("LA", (32, 32), (255, 128)), "PNG"),
    ):
        assert near(opened(render(data, 32, 32)).getpixel((16, 16)), (131, 132, 133), by=2)
    palette.info["transparency"] = palette.getpixel((5, 5))
    assert near(opened(render(made.encoded(palette, "PNG"), 96, 64)).getpixel((8, 8)), (7, 8, 11), by=4)


def test_the_colour_profile_is_applied() -> None:
    data = made.encoded(Image.new("RGB", (32, 32), (255, 0, 0)), "PNG", icc_profile=made.swapped())
    assert said(data) == []
    assert near(opened(render(data, 32, 32)).getpixel((16, 16)), (0, 255, 0), by=8)
    data = made.encoded(Image.new("RGB", (32, 32), (255, 0, 0)), "PNG", icc_profile=made.srgb())
    assert near(opened(render(data, 32, 32)).getpixel((16, 16)), (255, 0, 0), by=4)


def test_a_grey_picture_may_carry_a_colour_profile() -> None:
    for mode in ("L", "LA", "1"):
        assert said(made.encoded(made.photograph(mode=mode), "PNG", icc_profile=made.srgb())) == []


LAB = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


@pytest.mark.parametrize("profile", [b"nonsense", made.srgb()[:200], LAB], ids=["nonsense", "cut", "other colours"])
def test_a_broken_colour_profile_is_left_out_with_a_warning(profile: bytes) -> None:
    data = made.encoded(made.photograph(), "JPEG", icc_profile=profile)
    assert said(data) == [
        "warning[picture-profile] The picture's colour profile is damaged; its colours may look different. "
        "Save it again with the profile sRGB."
    ]
    assert near(opened(render(data, 96, 64)).getpixel((8, 8)), (255, 0, 0), by=8)


def test_a_turn_that_is_not_set_is_none() -> None:
    assert said(made.encoded(made.photograph(), "JPEG", exif=made.turned(0))) == []


def test_a_damaged_note_of_the_camera_is_a_warning() -> None:
    data = made.encoded(made.photograph(), "JPEG", exif=made.turned(77))
    assert said(data) == [
        "warning[picture-turn] The picture's note of which way is up is damaged. "
        "Check that it stands upright; if not, turn it and save it again."
    ]
    assert opened(render(data, 96, 64)).size == (96, 64)


@pytest.mark.parametrize(
    ("size", "box", "wanted"),
    [
        ((400, 300), (100, 100), (133, 100)),
        ((300, 400), (100, 100), (100, 133)),
        ((400, 300), (200, 60), (200, 150)),
        ((40, 30), (100, 100), (40, 30)),
        ((8000, 20), (100, 100), (4000, 10)),
        ((60000, 10), (2160, 2160), (16384, 3)),
        ((400, 300), (400, 300), (400, 300)),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_pictures_are_scaled_down_to_cover_and_never_up(
    kind: str, size: tuple[int, int], box: tuple[int, int], wanted: tuple[int, int]
) -> None:
    data = made.encoded(Image.new("RGB", size, (200, 10, 10)), kind)
    assert opened(render(data, *box)).size == wanted


def test_the_finest_texture_is_no_harm() -> None:
    noise = Image.frombytes("RGB", (600, 600), random.Random(7).randbytes(3 * 600 * 600))  # noqa: S311 - no secret

    data = render(made.encoded(noise, "PNG"), 1080, 1920)

    assert len(data) > 600 * 600  # more than Pillow keeps room for
    assert opened(data).size == (600, 600)


def test_a_picture_longer_than_a_jpeg_can_be_is_scaled_until_it_can() -> None:
    data = made.encoded(Image.new("L", (100_000, 500)), "PNG")
    assert said(data) == []
    assert opened(render(data, 2160, 2160)).size == (16384, 82)


def test_a_turned_picture_covers_the_box_as_it_stands() -> None:
    data = made.encoded(Image.new("RGB", (400, 200)), "JPEG", exif=made.turned(6))
    assert opened(render(data, 100, 150)).size == (100, 200)


def test_nothing_of_the_camera_is_left() -> None:
    exif = made.turned(1)
    exif[0x010F] = "Camera"
    data = made.encoded(
        made.photograph(), "JPEG", exif=exif, icc_profile=made.srgb(), comment=b"at home", dpi=(300, 300)
    )
    image = opened(render(data, 96, 64))
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert dict(image.getexif()) == {}
    assert image.info["jfif_density"] == (1, 1)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_same_picture_gives_the_same_bytes(kind: str) -> None:
    data = made.encoded(made.photograph(mode="RGB" if kind == "JPEG" else "RGBA"), kind, icc_profile=made.srgb())
    assert render(data, 50, 50) == render(data, 50, 50)
    assert prepare(data, 50, 50).data == render(data, 50, 50)


# -------------------------------------------------------------------- words


def test_findings_take_their_place_among_the_content_s_problems() -> None:
    (finding,) = inspect(made.SVG)
    problem = placed(finding, "media/harbour.jpg")
    assert (problem.file, problem.line, problem.severity, problem.code) == (
        "media/harbour.jpg",
        1,
        "error",
        "picture-kind",
    )
    assert problem.in_language("ko").message == "SVG 그림입니다. SVG는 다른 파일을 불러오거나 화면을 멈출 수 있습니다."
    assert problem.in_language("ko").hint == "JPEG나 PNG로 내보내세요."


@pytest.mark.parametrize("key", sorted(WORDINGS))
def test_both_languages_name_the_same_values(key: str) -> None:
    row = WORDINGS[key]
    names = [sorted(re.findall(r"\{(\w+)\}", text)) for text in (row.message, row.korean_message)]
    assert names[0] == names[1]
    assert all(text.endswith((".", "%.")) for text in (row.message, row.hint, row.korean_message, row.korean_hint))
