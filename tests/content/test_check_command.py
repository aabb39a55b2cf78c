"""``kiosk check`` as staff and scripts call it."""

import argparse
import io
import json
import sys
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.commands import check
from tests.content.samples import changed, folder, png, texts, written


@pytest.fixture(autouse=True)
def english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_US.UTF-8")


def run(*arguments):
    parser = argparse.ArgumentParser(prog="kiosk check")
    check.add_arguments(parser)
    return check.run(parser.parse_args([str(argument) for argument in arguments]))


BROKEN = changed(folder(), "industries/photonics.json", ("figures", 2, "as_of"), "2023-13")
WARNED = changed(folder(), "industries/photonics.json", ("related",), [])


def test_a_good_folder(tmp_path, capsys):
    assert run(written(folder(), tmp_path)) == 0
    assert capsys.readouterr() == ("0 errors, 0 warnings in 8 files\n", "")


def test_errors(tmp_path, capsys):
    assert run(written(BROKEN, tmp_path)) == 1
    assert capsys.readouterr().out == (
        'industries/photonics.json:46:16: error[date-invalid] figures[2].as_of: "2023-13" is not a month.\n'
        '    Write it as "2023-05".\n'
        "1 error, 0 warnings in 8 files\n"
    )


def test_warnings_count_only_when_asked(tmp_path, capsys):
    root = written(WARNED, tmp_path)
    assert (run(root), run(root, "--strict")) == (0, 1)
    assert capsys.readouterr().out.count("0 errors, 1 warning in 8 files\n") == 2


def test_json(tmp_path, capsys):
    assert run(written(BROKEN, tmp_path), "--format", "json") == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert list(found) == ["file", "line", "column", "severity", "code", "field", "message", "hint"]
    assert (found["line"], found["column"], found["field"]) == (46, 16, "figures[2].as_of")
    assert run(written(folder(), tmp_path / "good"), "--format", "json") == 0
    assert capsys.readouterr().out == "[]\n"


def test_no_folder(tmp_path, capsys):
    assert run(tmp_path / "gone") == 2
    assert capsys.readouterr() == (
        "",
        f'kiosk check: There is no folder "{tmp_path / "gone"}". Check the name, or copy the folder back.\n',
    )


def test_a_file_for_a_folder(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "f").write_text("x")
    assert run(Path("f")) == 2
    assert capsys.readouterr().err == (
        'kiosk check: "f" is a file, not a folder. Name the folder that holds kiosk.json.\n'
    )


def test_an_empty_folder_is_content_with_an_error(tmp_path, capsys):
    assert run(tmp_path) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "1 error, 0 warnings in 0 files"


def test_korean(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")
    assert run(written(BROKEN, tmp_path)) == 1
    assert capsys.readouterr().out == (
        'industries/photonics.json:46:16: error[date-invalid] figures[2].as_of: "2023-13": 없는 달입니다.\n'
        '    이렇게 쓰세요: "2023-05"\n'
        "파일 8개에서 오류 1개, 경고 0개\n"
    )


@pytest.mark.parametrize(
    ("environment", "on_terminal", "coloured"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colours_and_the_quoted_line(environment, on_terminal, coloured, tmp_path, monkeypatch):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    terminal = io.StringIO()
    terminal.isatty = lambda: on_terminal
    monkeypatch.setattr(sys, "stdout", terminal)
    run(written(BROKEN, tmp_path))
    assert ("\x1b[31m" in terminal.getvalue()) == coloured
    assert ('"as_of": "2023-13",' in terminal.getvalue()) == coloured


def test_a_terminal_that_lacks_characters_gets_escapes(tmp_path, monkeypatch):
    monkeypatch.setenv("LANG", "ko_KR.EUC-KR")
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp949"))
    run(written(changed(folder(), "industries/photonics.json", ("figures", 0, "status"), "𓀀"), tmp_path))
    sys.stdout.flush()
    assert '"\\U00013000": status 값이 아닙니다.' in raw.getvalue().decode("cp949")


def test_the_folder_in_place_comes_before_the_shipped_one(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert check.default_folder(tmp_path) == paths.default_content()
    (tmp_path / "content").mkdir()
    assert check.default_folder(tmp_path).resolve() == tmp_path / "content"


def test_pictures_are_decoded(tmp_path, capsys):
    files = changed(
        folder(), "industries/photonics.json", ("art",), {"picture": {"file": "media/a.png", "alt": texts("A")}}
    )
    assert run(written(files | {"media/a.png": png(64, 64)}, tmp_path / "good")) == 0
    capsys.readouterr()
    assert run(written(files | {"media/a.png": png()[:-20]}, tmp_path / "cut")) == 1
    assert capsys.readouterr().out.startswith("media/a.png:1:1: error[")


def test_the_shipped_content_has_no_error():
    assert run(paths.default_content()) == 0
