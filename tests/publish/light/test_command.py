"""The darkroom as a process: one line in, one line out, whatever comes."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.publish.files import hidden
from kiosk.publish.files_disk import Disk
from kiosk.publish.light import command
from kiosk.publish.light.command import LEFT, Progress, make_room, read_lines, run, sweep

from .conftest import FONTS
from .pictures import request


def test_plates_are_named_by_key_and_baked_once(tmp_path: Path) -> None:
    asked = request("lens", 64, 64)
    first, second = run([asked.to_json(), asked.to_json()], tmp_path / "new" / "folder", FONTS)
    assert first.key == second.key == asked.key
    assert first.seconds > 0
    assert second.seconds == 0
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == [f"{asked.key}.jpg"]


def test_requests_that_cannot_be_fulfilled_are_reported_and_skipped(tmp_path: Path) -> None:
    good = request("die", 64, 64)
    bad, done = run([{"scene": "lens", "width": 99999, "height": 8}, good.to_json()], tmp_path, FONTS)
    assert bad == Progress(error="width, height: 99999x8 px is outside 8x8 to 7680x4320; ask for a smaller plate.")
    assert done.key == good.key


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    asked = request("lens", 32, 32)
    (progress,) = run([asked.to_json()], blocked / "plates", FONTS)
    assert progress.to_json() == {"key": asked.key, "error": progress.error}, "it may be asked for again"
    assert progress.error.startswith(f"{blocked / 'plates'}: cannot be written (")
    assert progress.error.endswith("make room or choose another folder.")


def test_an_empty_file_is_no_plate_and_is_baked_over(tmp_path: Path) -> None:
    asked = request("lens", 32, 32)
    (tmp_path / f"{asked.key}.jpg").touch()
    (progress,) = run([asked.to_json()], tmp_path, FONTS)
    assert progress.seconds > 0
    assert (tmp_path / f"{asked.key}.jpg").stat().st_size > 0


def test_a_plate_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def note(name: str) -> None:
        real = getattr(Disk, name)
        monkeypatch.setattr(Disk, name, lambda *args: (done.append(name), real(*args)))

    for name in ("sync", "replace", "sync_folder"):
        note(name)
    list(run([request("lens", 32, 32).to_json()], tmp_path, FONTS))
    assert done == ["sync", "replace", "sync_folder"]


def made_long_ago(file: Path) -> Path:
    file.write_bytes(b"light")
    os.utime(file, (then := time.time() - LEFT - 60, then))
    return file


def test_what_killed_bakers_left_is_swept_and_work_in_hand_is_not(tmp_path: Path) -> None:
    plate = made_long_ago(tmp_path / "0123.jpg")
    made_long_ago(hidden(plate))
    in_hand = hidden(plate)
    in_hand.write_bytes(b"li")
    sweep(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([plate, in_hand])
    sweep(tmp_path / "not there")


def test_plates_of_a_clock_that_ran_ahead_make_room_first(tmp_path: Path) -> None:
    now = time.time()
    for name, when in (("ahead", now + 3e8), ("old", now - 1e6), ("new", now)):
        (tmp_path / f"{name}.jpg").write_bytes(bytes(100))
        os.utime(tmp_path / f"{name}.jpg", (when, when))
    make_room(tmp_path, 250)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["new.jpg", "old.jpg"]


def test_the_oldest_plates_make_room(tmp_path: Path) -> None:
    for age, name in enumerate(("newest", "middle", "oldest")):
        (tmp_path / f"{name}.jpg").write_bytes(bytes(100))
        os.utime(tmp_path / f"{name}.jpg", (1000 - age, 1000 - age))
    (tmp_path / "index.json").write_bytes(bytes(1000))
    make_room(tmp_path, 250)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.json", "middle.jpg", "newest.jpg"]
    make_room(tmp_path / "not there")


def test_lines_are_read_one_by_one_and_nonsense_is_passed_on() -> None:
    lines = '{"scene": "lens"}\n\n   \nnot json\n[1\n' + "[" * 100_000 + "\n"
    values = list(read_lines(io.StringIO(lines)))
    assert values[:3] == [{"scene": "lens"}, "not json", "[1"]
    assert all(isinstance(value, str) for value in values[3:])


def test_the_process_answers_each_line_before_the_next_is_written(tmp_path: Path) -> None:
    asked, name = request("strata", 48, 48), request("aperture", 64, 64)
    made_long_ago(hidden(tmp_path / f"{asked.key}.jpg"))
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    with subprocess.Popen(
        [sys.executable, "-m", "kiosk.publish.light", "--out", str(tmp_path), "--fonts", str(FONTS)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=environment,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        answers = []
        for line in ("what?", json.dumps(asked.to_json()), json.dumps(asked.to_json()), json.dumps(name.to_json())):
            process.stdin.write(line + "\n")
            process.stdin.flush()
            answers.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        assert process.wait(timeout=30) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    assert answers[0] == {"error": "a plate request must be a JSON object; write {...}."}
    assert answers[1]["key"] == asked.key
    assert answers[1]["seconds"] > 0
    assert answers[2] == {"key": asked.key, "seconds": 0.0}
    assert answers[3]["key"] == name.key
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([f"{asked.key}.jpg", f"{name.key}.jpg"])


def test_the_process_steps_back_where_the_system_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[int] = []
    monkeypatch.setattr(command.os, "nice", steps.append, raising=False)
    command.step_back()
    monkeypatch.delattr(command.os, "nice")
    command.step_back()
    assert steps == [command.NICENESS]
