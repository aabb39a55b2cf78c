"""Commands whose output nobody reads to its end, as after ``| head``: they do their work and say how it went."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.cli import _done
from kiosk.places import look
from tests.app.booth import environment
from tests.content import samples


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return samples.written(samples.folder(), tmp_path / "content")


def unread(*args: object, stderr: bool = False) -> tuple[int, str]:
    """Exit code and what was said on the standard error of a command whose reader has gone before it began."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "kiosk", *map(str, args)],
            stdout=writing,
            stderr=writing if stderr else subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env=environment(),
            check=False,
        )
    finally:
        os.close(writing)
    return done.returncode, done.stderr or ""


def test_an_import_replaces_the_content(folder: Path, tmp_path: Path) -> None:
    stick, state = Path(shutil.copytree(folder, tmp_path / "stick")), tmp_path / "state"
    (stick / "kiosk.json").write_bytes((stick / "kiosk.json").read_bytes() + b"\n")

    assert unread("import", stick, "--content", folder, "--state", state) == (0, "")
    assert (folder / "kiosk.json").read_bytes() == (stick / "kiosk.json").read_bytes()
    assert unread("import", tmp_path / "nowhere", "--content", folder, "--state", state) == (1, "")


def test_publishing_comes_to_its_end(folder: Path, tmp_path: Path) -> None:
    assert unread("publish", folder, "--state", tmp_path / "state") == (0, "")
    assert look(tmp_path / "state" / "current.json").kind == "file"
    assert unread("rollback", "--state", tmp_path / "state") == (1, ""), "there is no earlier one"


def test_errors_stay_errors(folder: Path, tmp_path: Path) -> None:
    (folder / "kiosk.json").write_bytes(b"{")

    for stderr in (False, True):
        assert unread("publish", folder, "--state", tmp_path / "state", stderr=stderr)[0] == 1
        assert unread("check", folder, stderr=stderr)[0] == 1
        assert unread("pack", folder, tmp_path / "made.zip", stderr=stderr)[0] == 1


def test_schemas_are_all_written(tmp_path: Path) -> None:
    assert unread("schema", "--out", tmp_path / "schema") == (0, "")
    assert len(list((tmp_path / "schema").iterdir())) > 5


def test_a_command_that_its_lost_reader_has_stopped_is_not_told_as_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())

    def stopped() -> int:
        raise BrokenPipeError

    assert _done(stopped) == 141
