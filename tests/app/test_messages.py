"""What the program says when it cannot start, and its other commands: one sentence with the remedy, no traceback."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from kiosk import paths
from tests.app.booth import kiosk

SCREENLESS = {"QT_QPA_PLATFORM": "offscreen"}


def refused(*args: object, **changes: str) -> tuple[int, str]:
    """Exit code and sentence of a start that fails; asserts that nothing else is said."""
    done = kiosk(*args, **{**SCREENLESS, **changes})
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_a_content_folder_that_is_not_there(tmp_path: Path) -> None:
    missing = tmp_path / "content"

    assert refused("--content", missing, "--state", tmp_path / "state") == (
        1,
        f"There is no folder {missing}. Name the content folder with --content, or make one: kiosk new {missing}\n",
    )


def test_a_content_folder_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "content"
    file.write_text("", encoding="utf-8")

    assert refused("--content", file, "--state", tmp_path / "state") == (
        1,
        f"{file} is a file. Name the folder that holds kiosk.json with --content.\n",
    )


def test_an_empty_content_folder(tmp_path: Path) -> None:
    assert refused("--content", tmp_path, "--state", tmp_path.parent / "state") == (
        1,
        f"{tmp_path} is empty. Copy the content into it, or begin with: kiosk new {tmp_path}\n",
    )


def test_a_state_folder_that_cannot_be_written(tmp_path: Path, content: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")

    assert refused("--content", content, "--state", file / "state") == (
        2,
        f"{file / 'state'} cannot be written: Not a directory. Name another folder with --state.\n",
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only X11 and Wayland can be without a display")
class TestDisplay:
    def test_there_is_none(self, content: Path, tmp_path: Path) -> None:
        assert refused("--content", content, "--state", tmp_path, QT_QPA_PLATFORM="") == (
            2,
            "There is no display. Start the kiosk in a graphical session, or set DISPLAY; "
            "to try it without one: xvfb-run kiosk --windowed\n",
        )

    def test_it_does_not_answer(self, content: Path, tmp_path: Path) -> None:
        code, sentence = refused("--content", content, "--state", tmp_path, QT_QPA_PLATFORM="", DISPLAY=":4711")

        if sentence.startswith("Qt needs system libraries."):
            pytest.skip(sentence)
        assert (code, sentence) == (
            2,
            "The display :4711 does not answer. Check DISPLAY, or log in to the graphical session.\n",
        )


@pytest.mark.parametrize(
    ("args", "reason"),
    [
        (("--size", "1080"), "argument --size: 1080 is not a size; write it as 1080x1920"),
        (("--size", "10x10"), "argument --size: 10x10 is not a size; write it as 1080x1920"),
        (("--size", "99999x1080"), "argument --size: 99999x1080 is not a size; write it as 1080x1920"),
        (("--language", "한국어"), "argument --language: 한국어 is not a language tag; write it as ko or zh-CN"),
        (("--language", "../ko"), "argument --language: ../ko is not a language tag; write it as ko or zh-CN"),
        (("--fullscreen",), "unrecognized arguments: --fullscreen"),
    ],
)
def test_wrong_arguments(args: tuple[str, ...], reason: str) -> None:
    code, said = refused(*args)

    assert code == 2
    assert said.splitlines()[-1] == f"kiosk: error: {reason}"


def test_publish_tells_each_step_and_the_edition_last(content: Path, tmp_path: Path) -> None:
    first = kiosk("publish", content, "--state", tmp_path / "state")
    again = kiosk("publish", content, "--state", tmp_path / "state")

    (edition,) = (tmp_path / "state" / "editions").iterdir()
    files = sum(file.is_file() for file in edition.rglob("*")) - 1  # but the manifest
    assert first.returncode == again.returncode == 0
    assert first.stdout.splitlines() == [
        f"reading {content}",
        "composing 4 languages",
        f"writing {files} files",
        edition.name,
    ]
    assert again.stdout.splitlines() == [f"reading {content}", "nothing has changed", edition.name]


def test_publish_refuses_broken_content(tmp_path: Path) -> None:
    made = kiosk("new", tmp_path / "mine")
    assert made.returncode == 0
    file = tmp_path / "mine" / "tours" / "downtown.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"start": "', '"start": "9'), encoding="utf-8")

    done = kiosk("publish", tmp_path / "mine", "--state", tmp_path / "state")

    assert done.returncode == 1
    assert done.stdout == f"reading {tmp_path / 'mine'}\n"
    assert "tours/downtown.json:" in done.stderr
    assert "error[" in done.stderr
    assert not (tmp_path / "state" / "current.json").exists()
    assert kiosk("publish", tmp_path / "nowhere", "--state", tmp_path / "state").stderr == (
        f"There is no folder {tmp_path / 'nowhere'}. Name the content folder: kiosk publish DIR.\n"
    )


def test_new_makes_a_copy_and_never_writes_over_anything(tmp_path: Path) -> None:
    folder = tmp_path / "my kiosk"
    first, second = kiosk("new", folder), kiosk("new", folder)

    assert (first.returncode, first.stdout) == (
        0,
        f"{folder} holds the starter content now. Show it with: kiosk --windowed --content {folder}\n",
    )
    assert (second.returncode, second.stderr) == (2, f"{folder} is not empty. Name a new folder.\n")
    shipped = paths.default_content()
    for file in shipped.rglob("*"):
        if file.is_file():
            assert (folder / file.relative_to(shipped)).read_bytes() == file.read_bytes()


def test_schemas_of_the_shipped_content_are_current(tmp_path: Path) -> None:
    done = kiosk("schema", "--out", tmp_path)

    assert done.returncode == 0
    shipped = paths.default_content() / "schema"
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(file.name for file in shipped.iterdir())
    for file in shipped.iterdir():
        assert (tmp_path / file.name).read_bytes() == file.read_bytes(), f"{file.name}: run kiosk schema"
        json.loads(file.read_bytes())


def test_help_names_every_command() -> None:
    from kiosk.cli import COMMANDS

    done = kiosk("--help")

    assert done.returncode == 0
    for name, line in COMMANDS.items():
        assert f"  {name:<10} {line}{os.linesep if os.name == 'nt' else chr(10)}" in done.stdout
