"""Packs are checked before they are written, and are the same bytes every time."""

from __future__ import annotations

import argparse
import errno
import os
import shutil
import time
from pathlib import Path

import pytest

from kiosk.commands import pack as command
from kiosk.content.folder import scan
from kiosk.publish.files import Files
from kiosk.publish.packs_source import PackError
from kiosk.publish.packs_write import require_same, write_pack
from kiosk.publish.packs_zip import ZipPack
from tests.publish import packs_made as made
from tests.publish.faults import CountingDisk, FaultyDisk


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {**made.content(), "media/무등산.json": b"x", "media/.hidden": b"x", "Thumbs.db": b"x", "old.zip": b"PK"}
    return made.written(files, tmp_path / "content")


def kiosk_pack(*words: object) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args([str(word) for word in words]))


def test_a_pack_holds_the_content_and_nothing_else(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "gwangju.zip"
    assert write_pack(scan(folder).files, target, Files(CountingDisk())) == 10
    pack = ZipPack(target)
    found = {item.name: b"".join(item.chunks()) for item in pack.items}
    pack.close()
    assert found == {**made.content(), "media/무등산.json": b"x"}


def test_the_same_content_gives_the_same_bytes(tmp_path: Path, folder: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    for path in copy.rglob("*"):
        os.utime(path, (time.time() - 10**8,) * 2)
        if path.is_file():
            path.chmod(0o600)
    for name in ("one", "two"):
        write_pack(scan(folder if name == "one" else copy).files, tmp_path / name, Files(CountingDisk()))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_the_command_packs(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "old.zip").unlink()
    (folder / "media/무등산.json").unlink()
    target = tmp_path / "gwangju.zip"
    assert kiosk_pack(folder, target) == 0
    assert capsys.readouterr().out == (f"Checked: 0 errors, 0 warnings in 8 files\nPacked 9 files, 0.0 MB: {target}\n")
    assert kiosk_pack(folder, target) == 1
    assert capsys.readouterr().out == (
        f'gwangju.zip:1:1: error[pack-there] "{target}" is there already.\n'
        "    Add --force to replace it.\n"
        "Nothing was packed.\n"
    )
    target.write_bytes(b"old")
    assert kiosk_pack(folder, target, "--force") == 0
    assert target.read_bytes() != b"old"


def test_a_folder_where_a_pack_shall_be_is_told_with_a_name_in_it(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (folder / "old.zip").unlink()
    (folder / "media/무등산.json").unlink()
    assert kiosk_pack(folder, stick, "--force") == 1
    assert capsys.readouterr().out == (
        f'stick:1:1: error[pack-write] "{stick}" is a folder.\n'
        f'    Name a file in it: "{stick / folder.name}.zip"\n'
        "Nothing was packed.\n"
    )
    assert not any(stick.iterdir())


def test_broken_content_is_not_packed(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "media/harbour.jpg").write_bytes(made.PICTURE[:-1])
    assert kiosk_pack(folder, tmp_path / "gwangju.zip") == 1
    out = capsys.readouterr().out
    assert "media/harbour.jpg:1:1: error[picture-cut] The picture is cut off at " in out
    assert out.endswith("Nothing was packed.\n")
    assert not (tmp_path / "gwangju.zip").exists()


def test_a_pack_does_not_go_into_what_it_packs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert kiosk_pack(folder, folder / "media" / "gwangju.zip") == 1
    assert "lies inside the folder to pack.\n    Name a place outside it.\n" in capsys.readouterr().out


@pytest.mark.parametrize(("before", "now"), [(1, 2), (1, None), (None, None)])
def test_what_changes_while_it_is_checked_is_not_packed(before: int | None, now: int | None) -> None:
    require_same(Path("content"), 1, 1)
    with pytest.raises(PackError) as caught:
        require_same(Path("content"), before, now)
    assert caught.value.finding.code == "pack-changed"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")
def test_a_pipe_is_not_replaced_by_a_pack(tmp_path: Path, folder: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert kiosk_pack(folder, tmp_path / "pipe", "--force") == 1
    assert (tmp_path / "pipe").is_fifo()


def test_a_place_that_cannot_be_written_is_told(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "no" / "such" / "gwangju.zip"
    assert kiosk_pack(folder, target) == 1
    assert (
        f'gwangju.zip:1:1: error[pack-write] There is no folder "{target.parent}".\n'
        "    Make the folder first, or name another place.\n"
    ) in capsys.readouterr().out


def test_a_pack_that_fails_leaves_the_old_one(tmp_path: Path, folder: Path) -> None:
    target = tmp_path / "gwangju.zip"
    for at in range(1, 1000):
        target.write_bytes(b"old")
        disk = FaultyDisk(at, errno.EIO)
        try:
            write_pack(scan(folder).files, target, Files(disk, pause=lambda _: None))
        except PackError:
            assert (target.read_bytes() == b"old") == (disk.log[-1] != "sync_folder")
        assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "gwangju.zip"]
        if at > disk.calls:
            break
    else:
        pytest.fail("packing never came to its end")
    assert target.read_bytes() != b"old"


def test_a_pack_is_on_the_disk_when_it_is_told(tmp_path: Path, folder: Path) -> None:
    disk = CountingDisk()
    write_pack(scan(folder).files, tmp_path / "gwangju.zip", Files(disk))
    assert disk.log[-2:] == ["replace", "sync_folder"]


def test_a_file_that_grows_while_it_is_packed_is_told(tmp_path: Path, folder: Path) -> None:
    entries = scan(folder).files
    (folder / "kiosk.json").write_bytes(b"{}")
    with pytest.raises(PackError) as caught:
        write_pack(entries, tmp_path / "gwangju.zip", Files(CountingDisk()))
    assert str(caught.value) == '"kiosk.json" changed while it was copied. Nothing was replaced; try again.'
    assert not (tmp_path / "gwangju.zip").exists()
