"""Whatever happens to a picture's bytes, the answer is a picture or a sentence, never an exception."""

from __future__ import annotations

import random
import struct
import zlib
from collections import Counter

import pytest

from kiosk.publish.pictures import prepare
from tests.publish import pictures_made as made


def _seeds() -> list[tuple[str, bytes]]:
    photograph, notes = made.photograph(60, 40), {"icc_profile": made.srgb(), "exif": made.turned(6)}
    grey = made.photograph(60, 40, "L")
    return [
        ("JPEG", made.encoded(photograph, "JPEG", **notes)),
        ("JPEG", made.encoded(photograph, "JPEG", progressive=True)),
        ("JPEG", made.encoded(photograph.convert("CMYK"), "JPEG")),
        ("JPEG", made.encoded(grey, "JPEG")),
        *(("PNG", made.encoded(photograph.convert(mode), "PNG", **notes)) for mode in ("RGB", "RGBA", "P", "LA", "1")),
        ("PNG", made.encoded(grey.convert("I").convert("I;16"), "PNG")),
        ("PNG", made.encoded(photograph.convert("P"), "PNG", transparency=3)),
        ("WEBP", made.encoded(photograph, "WEBP", **notes)),
        ("WEBP", made.encoded(photograph.convert("RGBA"), "WEBP", lossless=True)),
        ("AVIF", made.encoded(photograph, "AVIF", **notes)),
        ("AVIF", made.encoded(photograph.convert("RGBA"), "AVIF")),
    ]


NUMBERS = (b"\xff\xff\xff\xff", bytes(4), b"\x7f\xff\xff\xff", b"\0\0\xff\xff")


def _mutated(kind: str, whole: bytes, chance: random.Random) -> bytes:
    data = bytearray(whole)
    for _ in range(chance.choice((1, 1, 2, 5, 20))):
        at = chance.randrange(len(data) if chance.random() < 0.5 else min(len(data), 400))
        match chance.randrange(5):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                data[at] ^= 1 << chance.randrange(8)
            case 2:
                data[at:at] = chance.randbytes(chance.randrange(1, 9))
            case 3:
                del data[at : at + chance.randrange(1, 20)]
            case _:
                data[at : at + 4] = chance.choice(NUMBERS)
        data = data or bytearray(b"x")
    if kind == "PNG" and chance.random() < 0.8:  # with right checksums, so that the decoder is reached
        _sign(data)
    return bytes(data)


def _sign(data: bytearray) -> None:
    at = 8
    while at + 12 <= len(data):
        length = int(struct.unpack_from(">I", data, at)[0])
        if at + 12 + length > len(data):
            return
        struct.pack_into(">I", data, at + 8 + length, zlib.crc32(bytes(data[at + 4 : at + 8 + length])))
        at += 12 + length


@pytest.mark.parametrize("number", [500, pytest.param(10_000, marks=pytest.mark.long)])
def test_mutated_pictures(number: int) -> None:
    chance = random.Random(number)  # noqa: S311 - the same mutations each time
    seeds = _seeds()
    answers: Counter[str] = Counter()
    for _ in range(number):
        prepared = prepare(_mutated(*chance.choice(seeds), chance), 30, 30)
        refused = [one for one in prepared.findings if one.severity == "error"]
        assert bool(refused) == (prepared.data is None)
        answers.update(one.code for one in prepared.findings)
        answers["shown"] += prepared.data is not None
    assert {"shown", "picture-cut", "picture-damaged", "picture-kind", "picture-profile"} <= set(answers)
