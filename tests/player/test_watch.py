"""A change is noticed once it has come to rest, however it was made; an outage is survived (promises 6, 7, 18)."""

from __future__ import annotations

import errno
import os
import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.player.watch import INTERVAL, LONGEST, PATIENT, ContentWatch, Rest, pause_after
from kiosk.snapshot import both, snapshot
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


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    """A content whose folder ``industries`` is a link to one of two folders that lie in it, in a hidden place."""
    root = written(folder(), tmp_path / "content")
    (root / ".years").mkdir()
    (root / "industries").rename(root / ".years" / "one")
    shutil.copytree(root / ".years" / "one", root / ".years" / "two", copy_function=shutil.copy2)
    (root / "industries").symlink_to(root / ".years" / "one", target_is_directory=True)
    return root


def test_a_link_inside_that_is_swapped_is_a_change(linked: Path) -> None:
    before = snapshot(linked)
    assert snapshot(linked) == before
    (linked / "industries").unlink()
    (linked / "industries").symlink_to(linked / ".years" / "two", target_is_directory=True)
    assert snapshot(linked) != before


def test_a_file_behind_a_link_to_its_folder_is_a_change(linked: Path) -> None:
    before = snapshot(linked)
    _in_place(linked)
    assert snapshot(linked) != before


def test_links_in_a_circle_to_nowhere_and_to_themselves_are_looked_at_once(tmp_path: Path) -> None:
    root = written(folder(), tmp_path / "content")
    plain = snapshot(root)
    links = {"media/a/round": ".", "media/b": "..", "media/gone": "nowhere", "media/itself": "itself"}
    for name, target in links.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).symlink_to(target, target_is_directory=True)
    before = snapshot(root)
    assert before is not None
    assert before not in (plain, snapshot(root / "media"))
    assert snapshot(root) == before


def test_what_lies_outside_is_never_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(folder(), tmp_path / "content")
    outside = written({"a.json": "{}"}, tmp_path / "outside")
    (root / "industries" / "all").symlink_to(outside, target_is_directory=True)
    (root / "industries" / "one.json").symlink_to(outside / "a.json")
    before = snapshot(root)
    assert before is not None
    (outside / "a.json").write_text("other", "utf-8")
    assert snapshot(root) == before

    looked: list[str] = []
    scandir, stat = os.scandir, os.stat
    monkeypatch.setattr(os, "scandir", lambda path: (looked.append(str(path)), scandir(path))[1])
    monkeypatch.setattr(os, "stat", lambda path, **more: (looked.append(str(path)), stat(path, **more))[1])
    snapshot(root)
    assert [path for path in looked if path.startswith(str(outside))] == []


def test_what_the_user_may_not_read_beside_the_content_is_no_outage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(folder() | {"schema/panel.json": "{}", "lost+found/#1": "x"}, tmp_path)
    scandir = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name in ("schema", "lost+found"):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert snapshot(root) is not None
    monkeypatch.setattr(os, "scandir", lambda _: refuse("schema"))
    assert snapshot(root) is None


def test_a_folder_the_user_may_not_read_hides_no_other_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = written(folder() | {"media/a/b.txt": "x"}, tmp_path)
    scandir, closed = os.scandir, {root / "tours"}

    def refuse(path: str) -> object:
        if Path(path) in closed:
            raise PermissionError(errno.EACCES, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    before = snapshot(root)
    assert before is not None
    _in_place(root)
    changed = snapshot(root)
    assert changed not in (None, before)
    closed.clear()
    assert snapshot(root) not in (None, before, changed), "that it can be read again is a change, too"


class _Closed:
    """An entry of a folder that may be listed and not entered."""

    def __init__(self, entry: os.DirEntry[str]) -> None:
        self.name, self.path = entry.name, entry.path

    def stat(self, **_: bool) -> os.stat_result:
        raise PermissionError(errno.EACCES, "Permission denied")


class _Listed(list[_Closed]):
    def __enter__(self) -> _Listed:
        return self

    def __exit__(self, *_: object) -> None:
        pass


def test_a_folder_that_may_be_listed_and_not_entered_is_no_outage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(folder(), tmp_path)
    scandir = os.scandir

    def closed(path: str) -> object:
        return _Listed(map(_Closed, scandir(path))) if Path(path).name == "tours" else scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    before = snapshot(root)
    assert before is not None
    (root / "tours" / "new.json").write_text("{}", "utf-8")
    assert snapshot(root) not in (None, before)


def test_more_folders_than_a_content_may_hold_end_the_look(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.snapshot.FILES_LIMIT", 20)
    for number in range(100):
        (tmp_path / f"{number // 10}" / f"{number}").mkdir(parents=True)
    looked: list[object] = []
    scandir = os.scandir
    monkeypatch.setattr(os, "scandir", lambda path: (looked.append(path), scandir(path))[1])
    assert snapshot(tmp_path) is not None
    assert len(looked) < 20


def test_a_share_that_hangs_holds_up_no_rollback(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root, pointer = written(folder(), tmp_path / "content"), tmp_path / "current.json"
    hangs, released, scandir = threading.Event(), threading.Event(), os.scandir

    def hang(path: str) -> object:
        hangs.set()
        released.wait(60)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", hang)
    watch = ContentWatch(root, pointer, interval=0.02)
    watch.start()
    try:
        assert hangs.wait(30)
        with qtbot.waitSignal(watch.pointed):
            pointer.write_text("{}")
    finally:
        released.set()
        watch.stop()


class _Gone(_Closed):
    def stat(self, **_: bool) -> os.stat_result:
        raise FileNotFoundError(errno.ENOENT, "No such file or directory")


def test_what_vanishes_while_it_is_looked_at_is_a_change_and_no_outage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = written(folder(), tmp_path)
    before, scandir = snapshot(root), os.scandir

    def vanish(path: str) -> object:
        """All panels of a section vanish after they were listed, and all tours before."""
        if Path(path).name == "tours":
            raise FileNotFoundError(errno.ENOENT, "No such file or directory")
        return _Listed(map(_Gone, scandir(path))) if Path(path).name == "industries" else scandir(path)

    monkeypatch.setattr(os, "scandir", vanish)
    assert snapshot(root) not in (None, before)
    monkeypatch.setattr(os, "scandir", lambda _: vanish("tours"))
    assert snapshot(root) is None


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


def test_a_file_of_a_program_that_never_rests_hides_no_change_for_long(tmp_path: Path) -> None:
    """A sync tool rewrites its ``.tmp`` every second, all day; a copy in the making ends one day."""
    root = written(folder(), tmp_path / "content")
    rest = Rest(*both(root))

    def look(number: int) -> bool:
        (root / "sync.tmp").write_bytes(bytes(number))
        return rest.look(*both(root))

    assert not any(look(number) for number in range(1, 2 * PATIENT)), "nothing that is read has changed"
    _in_place(root)
    noticed = [look(number) for number in range(2 * PATIENT, 4 * PATIENT)]
    assert noticed.index(True) == PATIENT
    assert noticed.count(True) == 1
    (root / "sync.tmp").unlink()
    assert [rest.look(*both(root)) for _ in range(3)] == [False, True, False]


def test_two_changes_in_a_row_are_one() -> None:
    rest = Rest(1)
    assert [rest.look(found) for found in (2, 3, 3, 3, 4, 4)] == [False, False, True, False, False, True]


@pytest.mark.parametrize("back", [1, 2])
def test_ten_minutes_without_the_share_are_healed_with_the_second_scan(back: int) -> None:
    """Also when it comes back as it was: a publish may have been under way when it went."""
    rest = Rest(1)
    for _ in range(round(600 / INTERVAL)):
        assert not rest.look(None)
        assert rest.away
    assert [rest.look(back), rest.look(back), rest.look(back)] == [False, True, False]
    assert not rest.away
    assert 2 * LONGEST <= 10, "seconds until the second scan, at the slowest"


def test_a_folder_that_was_never_there_is_new_when_it_comes() -> None:
    rest = Rest(None)
    assert [rest.look(found) for found in (None, 5, 5)] == [False, False, True]


def test_a_thousand_files_cost_under_half_a_percent_of_a_core(tmp_path: Path) -> None:
    written({f"section-{number % 20}/panel-{number}.json": "{}" for number in range(1000)}, tmp_path)
    both(tmp_path)
    began = time.thread_time()
    for _ in range(20):
        both(tmp_path)
    cost = (time.thread_time() - began) / 20
    print(f"a scan of 1,000 files: {cost * 1000:.1f} ms, {cost / pause_after(cost):.2%} of a core")  # noqa: T201 - the number, with -s
    assert cost / pause_after(cost) <= 0.005


def test_a_folder_as_large_as_a_content_may_be_is_looked_at_soon() -> None:
    """Half a second of processor time is twenty times what 5,000 files take."""
    looks = [pause_after(cost) for cost in (0.0, 0.004, 0.008, 0.023, 0.5)]
    assert looks == [INTERVAL, INTERVAL, pytest.approx(1.6), LONGEST, LONGEST]
    assert LONGEST + INTERVAL <= 3, "seconds until a change has been seen at rest, of the 5 it may take to be shown"


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
        with qtbot.waitSignal(watch.changed):
            (tmp_path / "unplugged").rename(root)
        with qtbot.waitSignal(watch.changed):
            _in_place(root), (root / "city.json").write_text("{}")
    finally:
        watch.stop()
    assert aways == [True, False]
    assert len(changes) == 3, "the folder that came back is looked at again"
