"""Packs for tests: good ones, and archives made to do harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from tests.content import samples
from tests.publish import pictures_made

PICTURE = pictures_made.encoded(pictures_made.photograph(), "JPEG")


def content(title: str = "Gwangju") -> dict[str, bytes]:
    """A good content folder with one picture; ``title`` tells one from another."""
    files = samples.folder()
    files["kiosk.json"]["name"] = samples.texts(title)
    files["kiosk.json"]["stale_after_months"] = 600
    files["media/harbour.jpg"] = PICTURE
    picture = {"picture": {"file": "media/harbour.jpg", "alt": samples.texts("The harbour.")}}
    samples.changed(files, "industries/section.json", ("art",), picture)
    return {name: samples.as_bytes(value) for name, value in files.items()}


def written(files: Mapping[str, bytes], folder: Path) -> Path:
    return samples.written(dict(files), folder)


def zipped(files: Mapping[str, bytes], **attributes: int) -> bytes:
    """A ZIP of ``files``; ``attributes`` are set on the entry of the last."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            if name == list(files)[-1]:
                for key, value in attributes.items():
                    setattr(info, key, value)
            archive.writestr(info, data)
    return out.getvalue()


def renamed(files: Mapping[str, bytes], name: bytes, data: bytes = b"x") -> bytes:
    """A ZIP of ``files`` and one more file, whose name is exactly these bytes, with no flag for UTF-8."""
    stand_in = b"\x01" * len(name)
    return zipped({**files, stand_in.decode(): data}).replace(stand_in, name)


def flagged(archive: bytes, flags: int) -> bytes:
    """``archive`` with ``flags`` set on its last entry, in both headers."""
    data = bytearray(archive)
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.rindex(signature) + at : data.rindex(signature) + at + 2] = flags.to_bytes(2, "little")
    return bytes(data)


def resized(archive: bytes, size: int) -> bytes:
    """``archive`` whose directory claims another size for its last file."""
    data = bytearray(archive)
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = size.to_bytes(4, "little")
    return bytes(data)


def overlapping(files: Mapping[str, bytes]) -> bytes:
    """``files`` and one more, all of whose data is in front of it: as in the bombs of 2019."""
    data = bytearray(zipped({**files, "media/a.json": b"1" * 500, "media/b.json": b"2" * 500}))
    last = data.rindex(b"PK\x01\x02")
    before = data.rindex(b"PK\x01\x02", 0, last)
    first = int.from_bytes(data[before + 42 : before + 46], "little")
    second = int.from_bytes(data[last + 42 : last + 46], "little")
    packed = second - first + 100
    data[before + 20 : before + 24] = packed.to_bytes(4, "little")
    return bytes(data)
