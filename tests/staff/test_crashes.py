"""A crash loop ends in the safe screen: three crashes in half an hour of running time, and ten minutes of rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.staff.crashes import LIMIT, REST, WINDOW, Crashes
from kiosk.staff.record import Record
from tests.staff.running import Machine


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "crashes.json"


def test_the_third_crash_in_half_an_hour_brings_ten_minutes_of_rest(machine: Machine, file: Path) -> None:
    crashes = Crashes(Record(file, machine))
    for number in range(LIMIT):
        assert crashes.rest == 0
        assert crashes.add(f"reason {number}") == ""
        machine.run(60)
    assert crashes.recent == ["reason 0", "reason 1", "reason 2"]
    assert crashes.rest == REST - 60
    machine.run(REST - 60)
    assert crashes.rest == 0


def test_one_more_crash_after_the_rest_brings_it_back_at_once(machine: Machine, file: Path) -> None:
    crashes = Crashes(Record(file, machine))
    for _ in range(LIMIT):
        crashes.add("")
    machine.run(REST + 1)
    crashes.add("")
    assert crashes.rest == REST


def test_crashes_far_apart_do_not_count_together(machine: Machine, file: Path) -> None:
    crashes = Crashes(Record(file, machine))
    for _ in range(50):
        crashes.add("")
        machine.run(WINDOW / 2 + 1)
        assert crashes.rest == 0
    machine.run(WINDOW)
    assert crashes.recent == []


def test_the_count_survives_restart_and_reboot(machine: Machine, file: Path) -> None:
    for _ in range(LIMIT):
        Crashes(Record(file, machine)).add("")
        machine.reboot(uptime=30)
    crashes = Crashes(Record(file, machine))
    assert len(crashes.recent) == LIMIT
    assert crashes.rest == REST - 30


def test_the_rest_is_not_begun_anew_by_a_reboot(machine: Machine, file: Path) -> None:
    crashes = Crashes(Record(file, machine))
    for _ in range(LIMIT):
        crashes.add("")
    machine.run(500)
    crashes.pass_on()
    machine.reboot(uptime=20)
    assert Crashes(Record(file, machine)).rest == REST - 520


def test_nothing_is_written_while_nothing_happens(machine: Machine, file: Path) -> None:
    Crashes(Record(file, machine)).pass_on()
    assert not file.exists()


def test_a_read_only_state_counts_in_memory(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    crashes = Crashes(Record(tmp_path / "state" / "crashes.json", machine))
    for _ in range(LIMIT):
        assert "cannot be written" in crashes.add("")
    assert crashes.rest == REST


@pytest.mark.parametrize("damage", ["no list", [1, 2], [["soon", ""]], [[]], [None], [[10**400, ""]]])
def test_damage_counts_nothing_and_stops_nothing(machine: Machine, file: Path, damage: object) -> None:
    record = Record(file, machine)
    record.values["crashes"] = damage
    crashes = Crashes(record)
    assert (crashes.recent, crashes.rest) == ([], 0)
    crashes.add("real")
    assert crashes.recent == ["real"]
