"""Files and folders appear completely or not at all, and say why not."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.places import is_link
from kiosk.publish import files_disk
from kiosk.publish.files import PAUSES, Files, hidden, is_hidden
from kiosk.publish.files_disk import Disk
from kiosk.publish.files_lock import Lock
from kiosk.publish.files_state import StateError, explain, explained
from tests.publish.faults import CountingDisk, FaultyDisk, FullDisk

ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EBUSY]


def quiet(disk: Disk) -> Files:
    """Files that do not wait between attempts."""
    return Files(disk, pause=lambda _: None)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("stays", [False, True])
def test_a_write_that_fails_anywhere_leaves_the_old_file_or_the_new_one(
    tmp_path: Path, error: int, stays: bool
) -> None:
    target = tmp_path / "file"
    for at in range(1, 100):
        target.write_bytes(b"old")
        disk = FaultyDisk(at, error, stays=stays)
        try:
            quiet(disk).write(target, b"new")
        except OSError:
            assert target.read_bytes() in (b"old", b"new"), at
        else:
            assert target.read_bytes() == b"new", at
        if at > disk.calls:
            break
        if not stays:
            assert names(tmp_path) == ["file"], at
    else:
        pytest.fail("the write never came to its end")


def test_data_is_on_the_disk_before_its_name_is(tmp_path: Path) -> None:
    disk = CountingDisk()
    Files(disk).publish(tmp_path / "folder", {"a/b": b"1", "c": b"2"})
    order = [name for name in disk.log if name in ("write", "sync", "sync_folder", "replace")]
    assert order == ["write", "sync", "write", "sync", "sync_folder", "sync_folder", "replace", "sync_folder"]


@pytest.mark.parametrize("error", ERRORS)
def test_a_folder_appears_whole_or_not_at_all(tmp_path: Path, error: int) -> None:
    files = {"a": b"1", "b/c": b"2" * 100_000, "b/d/e": b""}
    for at in range(1, 200):
        folder = tmp_path / str(at)
        disk = FaultyDisk(at, error)
        try:
            quiet(disk).publish(folder, files)
        except OSError:
            appeared = folder.exists()
        else:
            appeared = True
        if appeared:
            assert {name: (folder / name).read_bytes() for name in files} == files, at
        assert not [name for name in names(tmp_path) if is_hidden(name)], at
        if at > disk.calls:
            break
    else:
        pytest.fail("publishing never came to its end")


def test_a_full_disk_takes_nothing_away(tmp_path: Path) -> None:
    target = tmp_path / "file"
    target.write_bytes(b"old")
    with pytest.raises(OSError, match="No space left"):
        Files(FullDisk(3 << 20)).write(target, b"x" * (5 << 20))
    assert names(tmp_path) == ["file"]
    assert target.read_bytes() == b"old"


class _Held(Disk):
    """Refuses renames as Windows does while a virus scanner looks at the file."""

    def __init__(self, times: int) -> None:
        self.times = times

    def replace(self, old: Path, new: Path) -> None:
        if self.times:
            self.times -= 1
            error = PermissionError(errno.EACCES, "Access is denied", str(new))
            error.winerror = 32  # type: ignore[attr-defined, unused-ignore]
            raise error
        super().replace(old, new)


def test_a_file_held_for_moments_is_tried_again(tmp_path: Path) -> None:
    waited: list[float] = []
    Files(_Held(len(PAUSES)), pause=waited.append).write(tmp_path / "file", b"new")
    assert (tmp_path / "file").read_bytes() == b"new"
    assert tuple(waited) == PAUSES


def test_a_file_held_for_long_is_given_up_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(StateError) as caught, explained(tmp_path):
        Files(_Held(99), pause=lambda _: None).write(tmp_path / "file", b"new")
    assert caught.value.message == f"{tmp_path / 'file'} is open in another program."
    assert caught.value.hint == "Close it there, and try again."
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("error", "message", "hint"),
    [
        (
            OSError(errno.ENOSPC, "x"),
            "The disk with STATE is full.",
            "Delete files on it, or name another folder with --state.",
        ),
        (
            OSError(errno.EROFS, "x", "STATE/lock"),
            "STATE/lock cannot be written.",
            "Give this user the right to write there, or name another folder with --state.",
        ),
        (
            OSError(errno.EIO, "x", "STATE/lock"),
            "STATE/lock cannot be used: Input/output error.",
            "Check the disk, or name another folder with --state.",
        ),
        (
            TimeoutError(errno.ETIMEDOUT, "x"),
            "Another kiosk is writing in STATE.",
            "Wait until it has finished, and try again.",
        ),
    ],
)
def test_errors_of_the_system_become_a_sentence_and_a_remedy(error: OSError, message: str, hint: str) -> None:
    found = explain(error, Path("STATE"))
    assert (found.message, found.hint) == (message, hint)


def test_what_is_deleted_is_never_looked_for_behind_a_link(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_bytes(b"1")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "link").symlink_to(outside)
    Files().discard(folder)
    assert not folder.exists()
    assert (outside / "precious").read_bytes() == b"1"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """A folder that is none of our business."""
    folder = tmp_path / "outside" / "deep"
    folder.mkdir(parents=True)
    (folder / "precious").write_bytes(b"1")
    return folder.parent


def test_a_link_is_deleted_itself(tmp_path: Path, outside: Path) -> None:
    for target in (outside, outside / "deep" / "precious", tmp_path / "gone"):
        link = tmp_path / "link"
        link.symlink_to(target)
        Files().discard(link)
        assert not link.is_symlink(), target
    Files().discard(tmp_path / "link")
    assert (outside / "deep" / "precious").read_bytes() == b"1"


def test_links_among_what_killed_processes_left_are_deleted_themselves(tmp_path: Path, outside: Path) -> None:
    state = tmp_path / "state"
    state.mkdir()
    hidden(state / "mine").symlink_to(outside)
    hidden(state / "mine").symlink_to(tmp_path / "gone")
    Files().sweep(state, "mine")
    assert names(state) == []
    assert (outside / "deep" / "precious").read_bytes() == b"1"


def test_a_link_withdrawn_leaves_what_it_leads_to(tmp_path: Path, outside: Path) -> None:
    (tmp_path / "link").symlink_to(outside)
    Files().withdraw(tmp_path / "link")
    assert names(tmp_path) == ["outside"]
    assert (outside / "deep" / "precious").read_bytes() == b"1"


def test_no_failure_while_deleting_reaches_behind_a_link(tmp_path: Path, outside: Path) -> None:
    for at in range(1, 100):
        folder = tmp_path / str(at)
        (folder / "inner").mkdir(parents=True)
        (folder / "inner" / "link").symlink_to(outside)
        (folder / "link").symlink_to(outside)
        top = hidden(folder)
        top.symlink_to(outside)
        disk = FaultyDisk(at, ERRORS[at % len(ERRORS)])
        for path in (folder, top):
            try:
                quiet(disk).discard(path)
            except OSError as error:
                assert error.errno in ERRORS  # noqa: PT017 - most calls do not fail
        assert (outside / "deep" / "precious").read_bytes() == b"1", at
        if at > disk.calls:
            assert names(tmp_path).count(str(at)) == 0
            break
    else:
        pytest.fail("deleting never came to its end")


def test_a_junction_is_a_link(tmp_path: Path, outside: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows says of a junction that it is a folder, and marks it."""
    monkeypatch.setattr(files_disk, "is_link", lambda found: os.path.samestat(found, outside.lstat()))
    monkeypatch.setattr("sys.platform", "win32")
    assert Disk().kind(outside) == "link"
    assert [entry.kind for entry in Disk().scan(tmp_path)] == ["link"]
    assert Disk().kind(outside / "deep") == "folder"


def test_only_the_mark_of_windows_makes_a_junction() -> None:
    class Found:
        st_mode = stat.S_IFDIR
        st_reparse_tag = 0xA0000003

    assert is_link(Found())  # type: ignore[arg-type]
    Found.st_reparse_tag = 0x80000013  # a file in a cloud, not yet copied here
    assert not is_link(Found())  # type: ignore[arg-type]
    assert not is_link(os.lstat(os.curdir))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        Files().read(tmp_path / "pipe")


def test_what_killed_processes_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    hidden(tmp_path / "mine").mkdir()
    hidden(tmp_path / "other").write_bytes(b"")
    (tmp_path / ".mine.new").write_bytes(b"")
    (tmp_path / "mine").write_bytes(b"")
    Files().sweep(tmp_path, "mine")
    assert [name for name in names(tmp_path) if not is_hidden(name)] == [".mine.new", "mine"]
    assert len(names(tmp_path)) == 3


def test_sweeping_never_fails_and_tells_what_is_left(tmp_path: Path) -> None:
    stuck, free = hidden(tmp_path / "a"), hidden(tmp_path / "b")
    for path in (stuck, free):
        path.write_bytes(b"")

    class Stubborn(Disk):
        def remove(self, path: Path) -> None:
            if path == stuck:
                raise OSError(errno.EIO, "Input/output error", str(path))
            super().remove(path)

    assert {path: error.errno for path, error in Files(Stubborn()).sweep(tmp_path).items()} == {stuck: errno.EIO}
    assert names(tmp_path) == [stuck.name]
    gone = tmp_path / "gone"
    assert {path: error.errno for path, error in Files().sweep(gone).items()} == {gone: errno.ENOENT}


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    program = (
        "import sys; from pathlib import Path; from kiosk.publish.files_disk import Disk\n"
        f"held = Disk().lock(Path({str(path)!r})); print(held is not None, flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        assert not Lock(Disk(), path).take()
        with pytest.raises(StateError) as caught, explained(tmp_path), Lock(Disk(), path, 0.2, lambda _: None):
            pytest.fail("the lock was given twice")
        assert caught.value.message == f"Another kiosk is writing in {tmp_path}."
        other.kill()
        other.wait()
    with Lock(Disk(), path):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="locking needs the right to write there")
def test_a_lock_on_another_users_file_needs_no_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, system = tmp_path / "lock", os.open
    path.write_bytes(b"")
    readable = True

    def another_users(file: Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY) or not readable:
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return system(file, flags, mode)

    monkeypatch.setattr(os, "open", another_users)
    with Lock(Disk(), path):
        assert not Lock(Disk(), path).take()
    readable = False
    with pytest.raises(PermissionError):
        Lock(Disk(), path).take()


def test_nothing_is_loaded_that_the_player_must_not_load() -> None:
    program = (
        "import sys, kiosk.publish.editions\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules} & {'pydantic', 'PIL', 'numpy', 'PySide6'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
