"""Pictures made ready once are not made again."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kiosk.publish import pictures_cache
from kiosk.publish.files import Files
from kiosk.publish.pictures import Prepared, prepare, render
from kiosk.publish.pictures_cache import PictureCache
from tests.publish import pictures_made as made
from tests.publish.faults import FaultyDisk


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.jpg"
    path.write_bytes(made.encoded(made.photograph(), "JPEG", exif=made.turned(77)))
    return path


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one for each picture that is decoded."""
    times: list[int] = []

    def counted(source: Path | bytes, width: int, height: int) -> Prepared:
        times.append(width)
        return prepare(source, width, height)

    monkeypatch.setattr(pictures_cache, "prepare", counted)
    return times


def test_a_picture_is_decoded_once_for_each_size(tmp_path: Path, picture: Path, decoded: list[int]) -> None:
    for _ in range(2):
        cache = PictureCache(tmp_path / "cache")
        first = cache.prepare(picture, 40, 30)
        assert first.data == render(picture, 40, 30)
        assert [one.code for one in first.findings] == ["picture-turn"]
        assert cache.prepare(picture, 60, 30).data == render(picture, 60, 30)
    assert decoded == [40, 60]


def test_a_changed_picture_is_decoded_again(tmp_path: Path, picture: Path, decoded: list[int]) -> None:
    cache = PictureCache(tmp_path / "cache")
    cache.prepare(picture, 40, 30)
    picture.write_bytes(made.encoded(made.photograph(64, 96), "JPEG"))
    assert cache.prepare(picture, 40, 30).data == render(picture, 40, 30)
    assert len(decoded) == 2


def test_a_refused_picture_is_not_kept(tmp_path: Path, picture: Path) -> None:
    picture.write_bytes(made.SVG)
    cache = PictureCache(tmp_path / "cache")
    refused = cache.prepare(picture, 40, 30)
    assert refused.data is None
    assert [one.code for one in refused.findings] == ["picture-kind"]
    assert not (tmp_path / "cache").exists()
    assert cache.prepare(tmp_path / "gone.jpg", 40, 30).findings[0].code == "picture-unreadable"


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\nx", b'{"sha256": "0", "warnings": []}\nx'])
def test_a_damaged_entry_is_made_anew(tmp_path: Path, picture: Path, damage: bytes) -> None:
    folder = tmp_path / "cache"
    wanted = PictureCache(folder).prepare(picture, 40, 30)
    (kept,) = folder.iterdir()
    kept.write_bytes(damage)
    assert PictureCache(folder).prepare(picture, 40, 30) == wanted
    assert kept.read_bytes() != damage


def test_what_no_content_names_any_more_goes(tmp_path: Path, picture: Path) -> None:
    cache = PictureCache(tmp_path / "cache")
    cache.prepare(picture, 40, 30)
    later = PictureCache(tmp_path / "cache")
    later.prepare(picture, 60, 30)
    later.forget_unused()
    assert len(list((tmp_path / "cache").iterdir())) == 1
    later.forget_unused()


def test_without_a_cache_pictures_are_still_prepared(tmp_path: Path, picture: Path) -> None:
    wanted = prepare(picture, 40, 30)
    for at in range(1, 40):
        disk = FaultyDisk(at, errno.EROFS, stays=True)
        cache = PictureCache(tmp_path / "cache", Files(disk))
        assert cache.prepare(picture, 40, 30) == wanted
        cache.forget_unused()
