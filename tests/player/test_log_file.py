"""A log is written wherever that is possible, comes back after it was deleted, and says where it is not."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.player.log_file import LogFile, open_first

Log = Callable[..., LogFile]


@pytest.fixture
def opened() -> Iterator[Log]:
    """Makes logs, and closes them."""
    made: list[LogFile] = []

    def make(path: Path, most_bytes: int = 1000, files: int = 3) -> LogFile:
        made.append(LogFile(path, most_bytes, files))
        return made[-1]

    yield make
    for log in made:
        log.close()


def write(log: LogFile, text: str) -> None:
    log.handle(logging.LogRecord("kiosk", logging.INFO, "", 0, text, None, None))


def test_a_log_is_one_file_as_a_rule(tmp_path: Path, opened: Log) -> None:
    path = tmp_path / "state" / "logs" / "kiosk.log"
    log = opened(path)
    write(log, "one\ud800")
    assert (log.problem, log.instead) == ("", "")
    assert path.read_text("utf-8") == "one\\ud800\n"
    assert [file.name for file in path.parent.iterdir()] == ["kiosk.log"]


def test_what_cannot_be_written_stays_and_the_log_goes_beside_it(tmp_path: Path, opened: Log) -> None:
    """A folder stands in for another user's file: root, who may run these tests, may write that."""
    path = tmp_path / "state" / "logs" / "kiosk.log"
    path.mkdir(parents=True)
    log = opened(path)
    beside = path.with_name("kiosk-2.log")
    assert log.problem == ""
    assert log.instead == (
        f"{path} cannot be written: Is a directory; the log is {beside}. Give this user the right to write there."
    )
    write(log, "one")
    assert beside.read_text("utf-8") == "one\n"


def test_a_folder_that_cannot_be_written_is_left_for_the_one_above(tmp_path: Path, opened: Log) -> None:
    folder = tmp_path / "state" / "logs"
    folder.parent.mkdir()
    folder.write_bytes(b"")
    log = opened(folder / "kiosk.log")
    write(log, "one")
    assert (folder.parent / "kiosk.log").read_text("utf-8") == "one\n"
    assert f"the log is {folder.parent / 'kiosk.log'}. " in log.instead


@pytest.mark.skipif(os.name != "posix", reason="no open file is deleted there")
@pytest.mark.parametrize("delete", [shutil.rmtree, lambda state: state.rename(state.with_name("away"))])
def test_a_log_that_was_deleted_comes_back_and_stays_capped(
    tmp_path: Path, opened: Log, delete: Callable[[Path], object]
) -> None:
    path = tmp_path / "state" / "logs" / "kiosk.log"
    log = opened(path)
    write(log, "before")
    delete(tmp_path / "state")
    for number in range(1000):
        write(log, f"after {number}")
    assert path.read_text("utf-8").endswith("after 999\n")
    files = list(path.parent.iterdir())
    assert len(files) == 3
    assert sum(file.stat().st_size for file in files) < 3100


def test_where_nothing_can_be_written_it_is_told_once_until_it_can(
    tmp_path: Path, opened: Log, capsys: pytest.CaptureFixture[str]
) -> None:
    state = tmp_path / "state"
    state.write_bytes(b"a file")
    path = state / "logs" / "kiosk.log"
    log = opened(path)
    assert (log.problem, log.instead) == (f"{state} cannot be written: Not a directory", "")
    write(log, "lost")
    assert capsys.readouterr().err == "", "whoever reads the problem tells it"
    for _ in range(2):
        state.unlink()
        write(log, "kept")
        assert path.read_text("utf-8") == "kept\n"
        assert capsys.readouterr().err == ""
        shutil.rmtree(state)
        state.write_bytes(b"a file")
        write(log, "lost")
        write(log, "lost, too")
        assert capsys.readouterr().err == (f"{path} cannot be written: Not a directory. The log goes on here only.\n")


def test_a_file_that_cannot_be_renamed_is_begun_anew(
    tmp_path: Path, opened: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another user's folder, or a program that shows the log on Windows."""

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "rename", denied)
    path = tmp_path / "logs" / "kiosk.log"
    log = opened(path)
    for number in range(1000):
        write(log, f"entry {number}")
    assert [file.name for file in path.parent.iterdir()] == ["kiosk.log"]
    assert path.stat().st_size <= 1000
    assert path.read_text("utf-8").endswith("entry 999\n")


def test_nowhere_to_write_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"")
    path = tmp_path / "state" / "logs" / "output.log"
    assert open_first(path) == (None, f"{tmp_path / 'state'} cannot be written: Not a directory")
