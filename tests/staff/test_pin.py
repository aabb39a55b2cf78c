"""The PIN resists guessing: at most 100 guesses looked at in 30 days, whatever is restarted, unplugged or set."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.publish.files import Files
from kiosk.staff.pin import DIGITS, GUESSES, LONGEST_WAIT, PERIOD, Answer, Pin, Verdict, unfit
from kiosk.staff.record import Record
from tests.publish.faults import FullDisk
from tests.staff.running import Machine

PIN = "381604"


class Booth:
    """A PIN on a machine; counts how often a guess is really looked at."""

    def __init__(self, folder: Path) -> None:
        self.machine = Machine()
        self.file = folder / "pin.json"
        self.looked = 0
        self.pin = self.restart()

    def derive(self, pin: str, salt: bytes) -> bytes:
        self.looked += 1
        return hashlib.sha256(salt + pin.encode()).digest()

    def restart(self, files: Files | None = None) -> Pin:
        self.pin = Pin(Record(self.file, self.machine, files), self.derive)
        return self.pin


@pytest.fixture
def booth(tmp_path: Path) -> Booth:
    booth = Booth(tmp_path)
    assert booth.pin.set(PIN) == ""
    booth.looked = 0
    return booth


def test_the_right_pin_opens_as_often_as_one_likes(booth: Booth) -> None:
    for _ in range(GUESSES + 20):
        assert booth.pin.check(PIN) == Verdict(Answer.RIGHT)


def test_without_a_pin_nothing_opens(tmp_path: Path) -> None:
    booth = Booth(tmp_path)
    assert not booth.pin.is_set
    assert booth.pin.check("") == Verdict(Answer.UNSET)
    assert booth.pin.check(PIN) == Verdict(Answer.UNSET)


def test_each_wrong_guess_doubles_the_wait_from_one_second(booth: Booth) -> None:
    waits = []
    for _ in range(14):
        verdict = booth.pin.check("000000")
        assert verdict.answer is Answer.WRONG
        waits.append(verdict.wait)
        booth.machine.run(verdict.wait - 0.01)
        early = booth.pin.check(PIN)
        assert early.answer is Answer.WAIT
        assert early.wait == pytest.approx(0.01)
        booth.machine.run(0.02)
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, LONGEST_WAIT, LONGEST_WAIT]


def test_a_guess_that_is_too_early_is_not_looked_at(booth: Booth) -> None:
    booth.pin.check("000000")
    assert booth.looked == 1
    for _ in range(50):
        booth.pin.check(PIN)
    assert booth.looked == 1


def test_the_right_pin_ends_the_doubling_but_not_the_count(booth: Booth) -> None:
    for _ in range(5):
        booth.machine.run(booth.pin.check("000000").wait)
    assert booth.pin.check(PIN).answer is Answer.RIGHT
    assert booth.pin.check("000000") == Verdict(Answer.WRONG, 1.0)


def attack(booth: Booth, seconds: float, after_each: Callable[[], object] = lambda: None) -> int:
    """Guess as fast as possible for ``seconds`` of running time. Returns how many guesses were looked at."""
    ran, before = 0.0, booth.looked
    while ran < seconds:
        verdict = booth.pin.check("000000")
        assert verdict.answer in (Answer.WRONG, Answer.WAIT)
        step = min(verdict.wait + 0.001, seconds - ran)
        booth.machine.run(step)
        ran += step
        after_each()
    return booth.looked - before


def test_a_hundred_guesses_in_thirty_days_and_not_one_more(booth: Booth) -> None:
    assert attack(booth, PERIOD * 0.999) == GUESSES
    refused = booth.pin.check(PIN)
    assert refused.answer is Answer.WAIT
    booth.machine.run(refused.wait + 1)
    assert booth.pin.check(PIN).answer is Answer.RIGHT


def test_in_any_thirty_days_of_three_months(booth: Booth) -> None:
    times: list[float] = []
    while booth.machine.seconds < 5000 + 3 * PERIOD:
        before = booth.looked
        verdict = booth.pin.check("000000")
        if booth.looked > before:
            times.append(booth.machine.seconds)
        booth.machine.run(verdict.wait + 0.001)
    assert len(times) > GUESSES
    assert max(sum(1 for time in times if start <= time < start + PERIOD) for start in times) == GUESSES


def test_staff_who_enter_in_between_give_no_further_guesses(booth: Booth) -> None:
    wrong = 0
    for _ in range(400):
        verdict = booth.pin.check("000000")
        wrong += verdict.answer is Answer.WRONG
        booth.machine.run(min(verdict.wait, LONGEST_WAIT) + 0.001)
        booth.pin.check(PIN)
    assert wrong == GUESSES


def test_restarting_after_every_guess_gains_nothing(booth: Booth) -> None:
    assert attack(booth, PERIOD * 0.999, booth.restart) <= GUESSES


def test_rebooting_after_every_guess_gains_nothing(booth: Booth) -> None:
    def reboot() -> None:
        booth.machine.reboot()
        booth.restart()

    assert attack(booth, PERIOD * 0.01, reboot) <= GUESSES


@pytest.mark.parametrize("years", [-56, -10, 10, 100])
def test_setting_the_clock_gains_nothing(booth: Booth, monkeypatch: pytest.MonkeyPatch, years: int) -> None:
    for _ in range(6):
        booth.machine.run(booth.pin.check("000000").wait)
    booth.pin.check("000000")
    wall = time.time() + years * 365.25 * 86_400
    monkeypatch.setattr(time, "time", lambda: wall)
    assert booth.restart().check(PIN) == Verdict(Answer.WAIT, 64.0)


def test_pulling_the_plug_during_the_guess_counts_it(booth: Booth) -> None:
    def unplugged(*_: object) -> bytes:
        raise KeyboardInterrupt

    booth.pin._derive = unplugged
    with pytest.raises(KeyboardInterrupt):
        booth.pin.check("000000")
    assert booth.restart().check(PIN) == Verdict(Answer.WAIT, 1.0)


def test_where_nothing_can_be_written_nothing_is_looked_at(booth: Booth) -> None:
    full = booth.restart(Files(FullDisk(room=0)))
    for _ in range(5):
        assert full.check(PIN) == Verdict(Answer.BLOCKED)
    assert booth.looked == 0
    assert booth.restart().check(PIN).answer is Answer.RIGHT


@pytest.mark.parametrize(
    "damage",
    [{"hash": 5}, {"salt": "%%%"}, {"hash": "QUJD"}, {"salt": None}],
)
def test_a_damaged_record_opens_to_nobody(booth: Booth, damage: dict[str, object]) -> None:
    data = json.loads(booth.file.read_bytes())
    data["values"] |= damage
    booth.file.write_text(json.dumps(data), encoding="utf-8")
    assert booth.restart().check(PIN) == Verdict(Answer.UNSET)


def test_damaged_counts_are_taken_for_the_worst(booth: Booth) -> None:
    data = json.loads(booth.file.read_bytes())
    data["values"] |= {"wrong": ["?"] * GUESSES, "row": "?"}
    booth.file.write_text(json.dumps(data), encoding="utf-8")
    assert booth.restart().check(PIN).answer is Answer.WAIT


def test_nothing_of_the_pin_is_readable(booth: Booth) -> None:
    assert PIN not in booth.file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("pin", "sentence"),
    [
        ("", "A PIN has 6 to 12 digits."),
        ("12345", "A PIN has 6 to 12 digits."),
        ("1" * 13, "A PIN has 6 to 12 digits."),
        ("12a456", "A PIN has 6 to 12 digits."),
        ("１２３４５６", "A PIN has 6 to 12 digits."),
        ("111111", "Digits that are all alike or in a row are guessed first. Choose others."),
        ("123456", "Digits that are all alike or in a row are guessed first. Choose others."),
        ("987654", "Digits that are all alike or in a row are guessed first. Choose others."),
        ("890123", "Digits that are all alike or in a row are guessed first. Choose others."),
        ("135791", ""),
        (PIN, ""),
    ],
)
def test_which_pins_are_refused(pin: str, sentence: str) -> None:
    assert unfit(pin) == sentence


def test_a_longer_pin_that_begins_right_is_wrong(booth: Booth) -> None:
    longest = "918273645012"
    assert len(longest) == DIGITS[1]
    booth.pin.set(longest)
    assert booth.pin.check(longest + "7").answer is Answer.WRONG
    booth.machine.run(1)
    assert booth.pin.check(longest).answer is Answer.RIGHT


def test_a_pin_that_cannot_be_kept_leaves_the_old_one(booth: Booth) -> None:
    full = booth.restart(Files(FullDisk(room=0)))
    assert full.set("918273").endswith("No space left on device")
    assert booth.restart().check(PIN).answer is Answer.RIGHT


def test_the_key_file_opens_when_the_pin_does_not(booth: Booth, tmp_path: Path) -> None:
    key = tmp_path / "kiosk.key"
    assert booth.pin.make_key(key) == ""
    for _ in range(8):
        booth.machine.run(booth.pin.check("000000").wait)
    booth.pin.check("000000")
    pin = booth.restart()
    assert pin.opens(key)
    assert pin.check(PIN).answer is Answer.RIGHT, "staff are here: the wait is over"


def test_only_the_newest_key_opens(booth: Booth, tmp_path: Path) -> None:
    old, new = tmp_path / "old.key", tmp_path / "new.key"
    booth.pin.make_key(old)
    booth.pin.make_key(new)
    assert (booth.pin.opens(old), booth.pin.opens(new)) == (False, True)


@pytest.mark.parametrize("data", [b"", b"00", b"\xff" * 64, b"0" * 64, b"zz" * 32])
def test_no_other_file_opens(booth: Booth, tmp_path: Path, data: bytes) -> None:
    booth.pin.make_key(tmp_path / "kiosk.key")
    other = tmp_path / "other.key"
    other.write_bytes(data)
    assert not booth.pin.opens(other)
    assert not booth.pin.opens(tmp_path)
    assert not booth.pin.opens(tmp_path / "none")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_as_key_file_does_not_hang(booth: Booth, tmp_path: Path) -> None:
    booth.pin.make_key(tmp_path / "kiosk.key")
    os.mkfifo(tmp_path / "pipe")
    assert not booth.pin.opens(tmp_path / "pipe")


def test_without_a_key_no_file_opens(booth: Booth, tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b"")
    assert not booth.pin.opens(tmp_path / "empty")


def test_a_key_that_cannot_be_written_changes_nothing(booth: Booth, tmp_path: Path) -> None:
    good = tmp_path / "good.key"
    booth.pin.make_key(good)
    nowhere = tmp_path / "none" / "kiosk.key"
    assert booth.pin.make_key(nowhere) == f"{nowhere} cannot be written: No such file or directory"
    assert booth.pin.opens(good)


def test_the_real_hash_is_slow_and_small_enough(tmp_path: Path) -> None:
    pin = Pin(Record(tmp_path / "pin.json"))
    assert pin.set(PIN) == ""
    start = time.process_time()
    assert pin.check(PIN).answer is Answer.RIGHT
    assert time.process_time() - start > 0.05, "a guess must cost"
