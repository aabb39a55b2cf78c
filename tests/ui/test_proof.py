"""``kiosk proof`` as staff use it: from a folder of JSON to pictures and one sheet."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from kiosk.commands.proof import Progress
from kiosk.staff.proof import proof as module
from kiosk.staff.proof.contact_sheet import contact_sheet
from kiosk.staff.proof.inspection import Flag
from kiosk.staff.proof.render import Proofed
from tests.content import samples

ROOT = Path(__file__).parent.parent.parent


def proof(*args: str | Path, state: Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    environment = {
        **os.environ, "PYTHONPATH": str(ROOT), "KIOSK_STATE": str(state), "LANGUAGE": "en", "LC_ALL": "C.UTF-8"
    }  # fmt: skip
    command = [sys.executable, "-m", "kiosk", "proof", *map(str, args)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=False)


def flawed() -> samples.Folder:
    """A folder with a text that is not translated and a character no font draws; warnings only."""
    files = samples.folder()
    samples.changed(files, "industries/photonics.json", ("title",), {"ko": "빛의 산업"})
    samples.changed(files, "industries/photonics.json", ("text", 0, "en"), "Light in Thai: ก")
    return files


def test_two_languages_from_a_folder_to_a_sheet(tmp_path: Path) -> None:
    folder, out = samples.written(flawed(), tmp_path / "content"), tmp_path / "out"
    done = proof(folder, "--out", out, "--languages", "en,ko", "--sizes", "540x960", state=tmp_path / "state")

    said = done.stdout.splitlines()
    assert done.returncode == 1, done.stderr
    assert "540x960-en/panel-photonics.png: error[glyph] no font draws ก (U+0E01) in “Light in Thai: ก”" in said
    assert "540x960-en/panel-photonics.png: warning[translation] “빛의 산업” is not translated" in said
    assert not any(line.startswith("540x960-ko/panel-photonics.png: warning") for line in said)
    assert said[-1] == str(out / "index.html")
    sheet = (out / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<figure data-language="(\w+)" data-size="540x960"', sheet)
    assert set(shown) == {"en", "ko"}
    links = re.findall(r'<a href="([^"]+)">', sheet)
    assert len(links) == len(shown) == len(list(out.rglob("*.png")))
    assert all((QImage(str(out / link)).width(), QImage(str(out / link)).height()) == (540, 960) for link in links)
    assert re.search(r'(src|href)="(https?:)?//', sheet) is None
    assert re.fullmatch(r"\d+ of about \d+ screens", done.stderr.splitlines()[-1])


def test_content_with_errors_is_told_as_check_tells_it(tmp_path: Path) -> None:
    files = samples.folder()
    samples.changed(files, "industries/photonics.json", ("figures", 0, "as_of"), "2023-13")
    done = proof(samples.written(files, tmp_path / "content"), "--out", tmp_path / "out", state=tmp_path)

    assert done.returncode == 1
    assert 'error[date-invalid] figures[0].as_of: "2023-13" is not a month.' in done.stdout
    assert done.stdout.splitlines()[-1].startswith("1 error, ")
    assert not (tmp_path / "out" / "index.html").exists()


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ["nowhere", "--out", "out"],
            "There is no folder nowhere. Name the content folder: kiosk proof DIR --out DIR.\n",
        ),
        (["content", "--out", "file"], "file cannot be written (Not a directory). Name another folder with --out.\n"),
        (["content", "--out", "out", "--languages", "fr"], "The content has no language fr. Choose from ko, en.\n"),
    ],
)
def test_wrong_usage_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, args: list[str], said: str
) -> None:
    samples.written(samples.folder(), tmp_path / "content")
    (tmp_path / "file").write_text("taken", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    done = proof(*args, state=tmp_path)

    assert (done.returncode, done.stderr) == (2, said)


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ("big", "big is not a size; write it as 1080x1920"),
        ("10x10", "10x10 is outside 320x320 to 7680x7680; write the panel's size in px"),
    ],
)
def test_a_wrong_size_is_explained(capsys: pytest.CaptureFixture[str], size: str, said: str) -> None:
    from kiosk.cli import main

    with pytest.raises(SystemExit) as left:
        main(["proof", "--out", "out", "--sizes", size])

    assert left.value.code == 2
    assert said in capsys.readouterr().err


def test_what_qt_is_told_to_log_does_not_stop_the_drawing(tmp_path: Path) -> None:
    program = """
from kiosk.player.plates import PlateShelf
from kiosk.staff.proof.stage import Messages, Stage, prepare
application = prepare()
with Messages() as messages:
    Stage(None, (540, 960), PlateShelf([])).close()
print(messages.lines)
"""
    told = {"QT_LOGGING_RULES": "qt.qml.diskcache=true;qt.qml.import=true", "QML_DISK_CACHE_PATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(ROOT), **told},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stdout == "[]\n", done.stderr


def test_a_drawing_process_that_hangs_is_told_and_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = subprocess.PIPE
    sleeper = [sys.executable, "-S", "-c", "import time; time.sleep(600)"]
    process = subprocess.Popen(sleeper, stdin=pipe, stdout=pipe, text=True)
    monkeypatch.setattr(module, "_process", lambda: process)
    monkeypatch.setattr(module, "SILENCE", 0.2)

    with pytest.raises(module.ProofError, match=r"^Nothing was drawn for 0 s\. Try again with --jobs 1\.$"):
        list(module._drawn([{"language": "ko", "size": (540, 960)}], 1, 1, lambda *_: None))

    assert process.returncode is not None


def screen(language: str, *flags: Flag) -> Proofed:
    return Proofed("home", "home", "", 1, language, (1080, 1920), f"x/{language}.png", "AAAA", flags, 7.2)


def test_the_sheet_sums_up_and_writes_everything_literally(tmp_path: Path) -> None:
    flag = Flag("overlap", "“<b>” and “&” stand over one another", (108, 192, 216, 96))
    sheet = contact_sheet(
        [screen("ko"), screen("en", flag)], [], tmp_path / "<folder>", "abc", datetime(2026, 1, 1, tzinfo=UTC)
    )

    assert "1 screen to mend before this goes live" in sheet
    assert "<b>1</b> overlapping" in sheet
    assert "Lowest contrast of any text: 7.2:1" in sheet
    assert "“&lt;b&gt;” and “&amp;” stand over one another" in sheet
    assert '<i style="left:10.00%;top:10.00%;width:20.00%;height:5.00%"></i>' in sheet
    assert "&lt;folder&gt;" in sheet
    assert "<folder>" not in sheet


def test_progress_is_one_line_on_a_terminal_and_a_few_elsewhere(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = Progress()
    for done in range(1, 101):
        plain.step(done, 100, "home.png")
    plain.end()
    assert capsys.readouterr().err.splitlines() == [f"{part}0 of about 100 screens" for part in range(1, 11)]

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    bar = Progress()
    bar.step(50, 100, "home.png")
    bar.end()
    assert capsys.readouterr().err == f"\r[{'#' * 15}{' ' * 15}] 50/100  {'home.png':<40}\n"
