"""What is brought from the file to the log: every line, also those that arrive meanwhile, and of a flood its end."""

from __future__ import annotations

import errno
import logging
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.player import raw_output
from kiosk.player.raw_output import RawOutput


@pytest.fixture(params=["pread", "seek"])
def raw(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[RawOutput]:
    """An output whose file a test writes itself; read as POSIX does, and as Windows must."""
    if request.param == "seek":
        monkeypatch.delattr(os, "pread", raising=False)
    found = RawOutput(tmp_path)
    yield found
    found._file.close()


def written(raw: RawOutput) -> bytes:
    """What is left in the file."""
    return Path(raw._file.name).read_bytes()


def test_each_line_is_logged_with_its_level_and_the_file_is_empty(
    raw: RawOutput, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    raw._file.write(b"qt-info: one\n\nqt-critical: two\nmesa says \xff\n")
    raw.bring("before: ")
    raw.bring("again: ")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("INFO", "before: qt: one"),
        ("ERROR", "before: qt: two"),
        ("WARNING", "before: output: mesa says \ufffd"),
    ]
    assert written(raw) == b""


def test_of_a_flood_the_last_words_are_kept_and_what_is_missing_is_told(
    raw: RawOutput, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw_output, "MOST_BYTES", 1000)
    flood = b"".join(b"qt-warning: flood %04d\n" % number for number in range(1000))
    words = b"Fatal Python error: Aborted\n"
    raw._file.write(flood + words)
    raw.bring()
    kept = [record.getMessage() for record in caplog.records]
    lines = (1000 - len(words)) // 23
    assert kept[1:] == [f"qt: flood {number:04d}" for number in range(1000 - lines, 1000)] + [
        "output: Fatal Python error: Aborted"
    ]
    assert kept[0] == f"output: too much of it; {len(flood) - lines * 23} bytes are left out, its end follows"
    assert written(raw) == b""


def test_a_flood_in_one_line_is_cut_too(
    raw: RawOutput, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(raw_output, "MOST_BYTES", 10)
    raw._file.write(b"x" * 100)
    raw.bring()
    assert caplog.messages == ["output: too much of it; 90 bytes are left out, its end follows", "output: " + "x" * 10]


def test_what_is_written_meanwhile_is_not_lost(
    raw: RawOutput, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = [b"qt-warning: second\n", b"qt-warning: third\n"]
    read = raw._piece

    def then_written(at: int) -> bytes:
        piece = read(at)
        if late:
            raw._file.write(late.pop(0))
        return piece

    monkeypatch.setattr(raw, "_piece", then_written)
    raw._file.write(b"qt-warning: first\n")
    raw.bring()
    assert caplog.messages == ["qt: first", "qt: second", "qt: third"]
    assert written(raw) == b""


def test_who_writes_faster_than_is_read_does_not_hold_the_screen_up(
    raw: RawOutput, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = raw._piece

    def endless(at: int) -> bytes:
        raw._file.write(b"more\n")
        return read(at)

    monkeypatch.setattr(raw, "_piece", endless)
    raw.bring()
    assert caplog.messages == [], "nothing had been written"
    raw._file.write(b"first\n")
    raw.bring()
    assert caplog.messages == ["output: first"] + ["output: more"] * raw_output.MOST_PIECES
    assert written(raw) == b""


def test_without_any_folder_nothing_is_kept_and_nothing_stops(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise OSError(errno.EMFILE, "Too many open files")

    (tmp_path / "state").write_bytes(b"")
    monkeypatch.setattr(os, "memfd_create", refused, raising=False)
    monkeypatch.setattr(tempfile, "gettempdir", refused)
    raw = RawOutput(tmp_path / "state" / "logs")
    raw._file.write(b"lost\n")
    raw.bring()
    assert caplog.messages == []
    raw._file.close()
