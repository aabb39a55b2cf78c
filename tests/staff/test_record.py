"""What is remembered across restarts keeps its own time, whatever the clocks do."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from kiosk.publish.files import Files
from kiosk.staff import moment
from kiosk.staff.moment import Moment
from kiosk.staff.record import Record
from tests.publish.faults import FullDisk
from tests.staff.running import Machine


def test_time_goes_on_across_restarts_and_reboots(tmp_path: Path) -> None:
    machine, file = Machine(), tmp_path / "staff" / "record.json"
    record = Record(file, machine)
    machine.run(100)
    assert record.clock() == 100
    assert record.save() == ""
    machine.run(50)
    restarted = Record(file, machine)
    assert restarted.clock() == 150
    restarted.save()
    machine.run(7)  # lost: nothing was written before the power went
    machine.reboot(uptime=20)
    assert Record(file, machine).clock() == 170


@pytest.mark.parametrize("years", [-56, -10, 10, 12_000])
def test_the_wall_clock_means_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, years: int) -> None:
    file = tmp_path / "record.json"
    record = Record(file)
    record.save()
    wall = time.time() + years * 365.25 * 86_400
    monkeypatch.setattr(time, "time", lambda: wall)
    assert 0 <= Record(file).clock() < 60


def test_a_system_that_names_no_starts_still_notices_one() -> None:
    assert moment.certain(Moment("", 900), Moment("", 1000)) == 100
    assert moment.certain(Moment("", 900), Moment("", 30)) == 30


def test_the_real_moment_moves_forwards() -> None:
    first, second = moment.now(), moment.now()
    assert first.boot == second.boot
    assert second.seconds >= first.seconds > 0


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 20_000,
        b'{"format": 2, "ran": 1, "boot": "", "seconds": 1, "values": {}}',
        b'{"format": 1, "ran": NaN, "boot": "", "seconds": 1, "values": {}}',
        b'{"format": 1, "ran": 1e999, "boot": "", "seconds": 1, "values": {}}',
        b'{"format": 1, "ran": 1, "boot": "", "seconds": 1, "values": []}',
        b'{"format": 1, "ran": 1, "boot": "", "seconds": -1e999, "values": {}}',
        b'{"format": 1, "ran": 1, "boot": "", "seconds": 1%s, "values": {}}' % (b"0" * 400),
        b'{"format": 1, "ran": 1%s, "boot": "", "seconds": 1, "values": {}}' % (b"0" * 400),
    ],
)
def test_damage_is_told_and_begun_anew(tmp_path: Path, text: bytes) -> None:
    file, machine = tmp_path / "record.json", Machine()
    file.write_bytes(text)
    record = Record(file, machine)
    assert (record.damaged, record.values, record.clock()) == (True, {}, 0.0)
    record.values["a"] = 1
    assert record.save() == ""
    again = Record(file, machine)
    assert (again.damaged, again.values) == (False, {"a": 1})


def test_what_a_killed_process_has_half_written_is_deleted_an_hour_later(tmp_path: Path) -> None:
    """A guess that was killed while it was counted leaves a copy of the PIN's hash."""
    old, young, other = (tmp_path / f".{name}.new" for name in ("pin.json.0123abcd", "pin.json.4567cdef", "x.0123abcd"))
    for file in (old, young, other):
        file.write_bytes(b"{")
    for file in (old, other):
        os.utime(file, (1, 1))
    assert Record(tmp_path / "pin.json").save() == ""
    assert [file.exists() for file in (old, young, other)] == [False, True, True]


def test_a_folder_in_its_place_is_damage_too(tmp_path: Path) -> None:
    assert Record(tmp_path).damaged


def test_a_full_disk_keeps_the_old_file_and_the_new_values_in_memory(tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    record = Record(file)
    record.values["a"] = 1
    record.save()
    full = Record(file, files=Files(FullDisk(room=10)))
    full.values["a"] = 2
    assert full.save() == f"{file} cannot be written: No space left on device"
    assert full.values == {"a": 2}
    assert json.loads(file.read_bytes())["values"] == {"a": 1}


def test_a_state_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    record = Record(tmp_path / "state" / "staff" / "record.json")
    assert record.save().startswith(f"{tmp_path / 'state' / 'staff' / 'record.json'} cannot be written: ")
