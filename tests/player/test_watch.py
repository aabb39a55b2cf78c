"""A change is noticed once it has come to rest, however it was made; an outage is survived (promises 6, 7, 18)."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.player.watch import INTERVAL, LONGEST, SHARE, ContentWatch, Rest
from kiosk.snapshot import snapshot
from tests.content.samples import folder, written

FILE = "industries/photonics.json"


def _in_place(root: Path) -> None:
    (root / FILE).write_text((root / FILE).read_text("utf-8").replace("Light", "Night"), "utf-8")


def _renamed_over(root: Path) -> None:
    fresh = root / ".photonics.part"
    fresh.write_text("{}", "utf-8")
    fresh.replace(root / FILE)


def _deleted_and_copied(root: Path) -> None:
    text = (root / FILE).read_text("utf-8")
    (root / FILE).unlink()
    (root / FILE).write_text(text, "utf-8")


def _times_kept(root: Path) -> None:
    """As rsync -a or a camera's card does: other bytes, the same size and modification time."""
    about = (root / FILE).stat()
    _in_place(root)
    os.utime(root / FILE, ns=(about.st_atime_ns, about.st_mtime_ns))


def _older_put_back(root: Path) -> None:
    """A backup moved into place: another file with an older time."""
    old = root.parent / "backup.json"
    shutil.copy2(root / FILE, old)
    os.utime(old, (1, 1))
    old.replace(root / FILE)


def _swapped(root: Path) -> None:
    other = root.with_name("other")
    shutil.copytree(root, other, copy_function=shutil.copy2)
    root.rename(root.with_name("before"))
    other.rename(root)


def _link_swapped(root: Path) -> None:
    other = root.with_name("other")
    shutil.copytree(root, other, copy_function=shutil.copy2)
    root.rename(root.with_name("before"))
    root.symlink_to(other, target_is_directory=True)


WAYS: dict[str, Callable[[Path], object]] = {
    "in place": _in_place,
    "renamed over": _renamed_over,
    "deleted and copied": _deleted_and_copied,
    "times kept": _times_kept,
    "an older file put back": _older_put_back,
    "folder swapped": _swapped,
    "link swapped": _link_swapped,
    "a file more": lambda root: (root / "city.json").write_text("{}"),
    "a file less": lambda root: (root / FILE).unlink(),
    "a section renamed": lambda root: (root / "industries").rename(root / "works"),
    "a picture deep down": lambda root: written({"media/a/b/c.jpg": b"x"}, root),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_change_the_folder_is_noticed(tmp_path: Path, way: str) -> None:
    root = written(folder(), tmp_path / "content")
    rest = Rest(snapshot(root))
    assert not rest.look(snapshot(root))
    WAYS[way](root)
    assert [rest.look(snapshot(root)) for _ in range(4)] == [False, True, False, False]


def test_clutter_and_the_editor_s_own_files_are_no_change(tmp_path: Path) -> None:
    root = written(folder(), tmp_path / "content")
    before = snapshot(root)
    (root / ".DS_Store").write_bytes(b"x")
    (root / ".photonics.json.swp").write_bytes(b"x")
    (root / "Thumbs.db").write_bytes(b"somebody has looked at the folder")
    (root / "industries" / "desktop.ini").write_bytes(b"x")
    (root / "~$photonics.json").write_bytes(b"x")
    assert snapshot(root) == before


def test_a_slow_copy_is_left_alone_until_it_has_ended(tmp_path: Path) -> None:
    root = written(folder(), tmp_path / "content")
    rest = Rest(snapshot(root))
    with (root / "media.bin").open("wb") as copied:
        for _ in range(50):
            copied.write(b"x" * 1000)
            copied.flush()
            assert not rest.look(snapshot(root))
            assert rest.moving
    assert [rest.look(snapshot(root)) for _ in range(3)] == [True, False, False]
    assert not rest.moving


def test_two_changes_in_a_row_are_one() -> None:
    rest = Rest(1)
    assert [rest.look(found) for found in (2, 3, 3, 3, 4, 4)] == [False, False, True, False, False, True]


@pytest.mark.parametrize(("back", "changes"), [(1, [False, False]), (2, [False, True])])
def test_ten_minutes_without_the_share_are_healed_with_the_second_scan(back: int, changes: list[bool]) -> None:
    rest = Rest(1)
    for _ in range(round(600 / INTERVAL)):
        assert not rest.look(None)
        assert rest.away
    assert [rest.look(back), rest.look(back)] == changes
    assert not rest.away
    assert 2 * LONGEST <= 10, "seconds until the second scan, at the slowest"


def test_a_folder_that_was_never_there_is_new_when_it_comes() -> None:
    rest = Rest(None)
    assert [rest.look(found) for found in (None, 5, 5)] == [False, False, True]


def test_a_thousand_files_cost_under_half_a_percent_of_a_core(tmp_path: Path) -> None:
    written({f"section-{number % 20}/panel-{number}.json": "{}" for number in range(1000)}, tmp_path)
    snapshot(tmp_path)
    began = time.thread_time()
    for _ in range(20):
        snapshot(tmp_path)
    cost = (time.thread_time() - began) / 20
    print(f"a scan of 1,000 files: {cost * 1000:.1f} ms, {cost / max(INTERVAL, cost * SHARE):.2%} of a core")  # noqa: T201 - the number, with -s
    assert cost / max(INTERVAL, min(cost * SHARE, LONGEST)) <= 0.005


def test_the_watch_tells_its_own_thread_s_findings(qtbot: QtBot, tmp_path: Path) -> None:
    root, pointer = written(folder(), tmp_path / "content"), tmp_path / "current.json"
    watch = ContentWatch(root, pointer, interval=0.02)
    changes, aways = list[int](), list[bool]()
    watch.changed.connect(lambda: changes.append(1))
    watch.away.connect(aways.append)
    watch.start()
    try:
        with qtbot.waitSignal(watch.pointed):
            pointer.write_text("{}")
        with qtbot.waitSignal(watch.changed):
            _in_place(root)
        with qtbot.waitSignal(watch.away):
            root.rename(tmp_path / "unplugged")
        with qtbot.waitSignal(watch.away):
            (tmp_path / "unplugged").rename(root)
        with qtbot.waitSignal(watch.changed):
            _in_place(root), (root / "city.json").write_text("{}")
    finally:
        watch.stop()
    assert aways == [True, False]
    assert len(changes) == 2, "the folder that came back unchanged was no change"
