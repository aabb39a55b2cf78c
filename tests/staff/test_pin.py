"""The PIN resists guessing (promise 14): with a fake clock, restarts, power cuts, full disks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk.publish.files import Files
from kiosk.staff import pin as pin_module
from kiosk.staff.pin import COST, SPENT, Pin, unfit
from tests.publish.faults import FullDisk
from tests.staff.running import Machine

DAY = 86_400.0
RIGHT = "281046"
KEY = "5e" * 32


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cheap hash: what is counted here are guesses, not their cost."""
    monkeypatch.setattr(pin_module, "COST", {"n": 2, "r": 1, "p": 1})


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def state(tmp_path: Path, machine: Machine) -> Path:
    """A state folder with a PIN."""
    assert Pin(tmp_path, machine).set(RIGHT) == ""
    return tmp_path


def guessed(state: Path, machine: Machine, days: float, *, between: int = 0, reboot: bool = False) -> int:
    """Guess wrong as often as anything is looked at for so many days, each time in a fresh process; how often it was.

    ``between``: staff come in with the right PIN after so many wrong ones; ``reboot``: the machine after every one.
    """
    looked, end = 0, machine.ran + days * DAY
    while machine.ran < end:
        verdict = Pin(state, machine).guess(f"{looked:06}")
        assert verdict.kind in ("wrong", "wait")
        looked += verdict.kind == "wrong"
        if between and verdict.kind == "wrong" and looked % between == 0:
            machine.run(verdict.wait)
            assert Pin(state, machine).guess(RIGHT).kind in ("right", "wait")
        elif reboot:
            machine.reboot(uptime=0)
            machine.run(20)
        else:
            machine.run(min(max(1.0, verdict.wait), max(1.0, end - machine.ran)))
    return looked


def test_the_hash_costs_what_owasp_asks_for() -> None:
    assert COST == {"n": 2**17, "r": 8, "p": 1}


def test_each_wrong_guess_doubles_the_wait(state: Path, machine: Machine) -> None:
    waits = []
    for _ in range(18):
        verdict = Pin(state, machine).guess("000000")
        assert verdict.kind == "wrong"
        waits.append(verdict.wait)
        machine.run(verdict.wait)
    assert waits == [*(2**number for number in range(15)), 32_400, 32_400, 32_400]


def test_a_guess_before_its_time_is_not_looked_at_even_if_it_is_right(state: Path, machine: Machine) -> None:
    for _ in range(4):
        machine.run(Pin(state, machine).guess("000000").wait)
    assert Pin(state, machine).guess("000000").wait == 16
    machine.run(15)
    assert (Pin(state, machine).guess(RIGHT).kind, Pin(state, machine).wait) == ("wait", 1)
    machine.run(1)
    assert Pin(state, machine).guess(RIGHT).kind == "right"
    assert Pin(state, machine).guess("000000").wait == 1, "who was right begins anew"


def test_at_most_a_hundred_guesses_in_thirty_days(state: Path, machine: Machine) -> None:
    assert 80 <= guessed(state, machine, 30) <= 100


def test_staff_who_come_in_between_give_no_new_guesses(state: Path, machine: Machine) -> None:
    assert guessed(state, machine, 29, between=3) == SPENT == 100
    assert Pin(state, machine).guess(RIGHT).kind == "wait"
    assert DAY / 2 < Pin(state, machine).wait <= DAY, "until the first of them is thirty days old"
    assert guessed(state, machine, 30) <= 100


def test_restarting_the_machine_after_every_guess_gains_nothing(state: Path, machine: Machine) -> None:
    assert guessed(state, machine, 2, reboot=True) <= 25


def test_a_kiosk_that_is_off_at_night_forgets_no_time(state: Path, machine: Machine) -> None:
    for _ in range(15):
        machine.run(Pin(state, machine).guess("000000").wait)
    wait = Pin(state, machine).guess("000000").wait
    assert wait == 32_400
    for _ in range(5):  # two hours a day, written down every ten minutes
        for _ in range(12):
            machine.run(600)
            Pin(state, machine).pass_on()
        machine.reboot(uptime=0)
    assert Pin(state, machine).wait == 0


def test_what_is_set_while_a_guess_is_looked_at_stays(
    state: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    stretched = pin_module._stretched

    def meanwhile(pin: str, salt: bytes) -> bytes:
        monkeypatch.setattr(pin_module, "_stretched", stretched)
        assert Pin(state, machine).set("194857") == ""
        return stretched(pin, salt)

    monkeypatch.setattr(pin_module, "_stretched", meanwhile)
    assert Pin(state, machine).guess(RIGHT).kind == "right"
    assert Pin(state, machine).guess("194857").kind == "right"
    assert Pin(state, machine).guess(RIGHT).kind == "wrong"


def test_pulling_the_plug_while_a_guess_is_looked_at_does_not_undo_it(
    state: Path, machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plug(*_: object) -> bytes:
        raise KeyboardInterrupt

    with monkeypatch.context() as pulled:
        pulled.setattr(pin_module, "_stretched", plug)
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                Pin(state, machine).guess(RIGHT)
            machine.run(Pin(state, machine).wait)
    assert Pin(state, machine).guess("000000").wait == 8, "the three that were cut off count"


def test_what_cannot_be_written_down_is_not_looked_at(state: Path, machine: Machine) -> None:
    full = Pin(state, machine, Files(FullDisk(0)))
    verdict = full.guess(RIGHT)
    assert (verdict.kind, verdict.wait) == ("broken", 0)
    assert verdict.reason == (
        f"{state / 'staff' / 'pin.json'} cannot be written: No space left on device. "
        "Without it no guess is looked at; use a key file."
    )
    assert Pin(state, machine).guess(RIGHT).kind == "right"


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"\xff", b"[" * 20_000])
def test_a_damaged_file_opens_nothing(state: Path, machine: Machine, text: bytes) -> None:
    file = state / "staff" / "pin.json"
    file.write_bytes(text)
    verdict = Pin(state, machine).guess(RIGHT)
    assert (verdict.kind, verdict.reason) == (
        "broken",
        f"{file} is damaged, or not this user's. Set a new PIN with kiosk pin, as the user who runs the kiosk.",
    )
    assert Pin(state, machine).set("194857") == ""
    assert Pin(state, machine).guess("194857").kind == "right"


@pytest.mark.parametrize(
    "values",
    [
        {"streak": "x"}, {"streak": -4}, {"streak": 10**400}, {"until": "x"}, {"until": None}, {"until": -1},
        {"until": float("inf")}, {"until": float("nan")}, {"until": 10**400}, {"wrong": 7}, {"wrong": ["x", None]},
        {"wrong": [float("inf")] * 100}, {"wrong": [float("nan")] * 100}, {"wrong": [10**400]}, {"keys": {}},
        {"keys": ["é"]}, {"keys": [7]}, {"pin": 5}, {"pin": {}}, {"pin": {"salt": "zz", "hash": "zz"}},
        {"pin": {"salt": "é", "hash": "é"}}, {"pin": {"salt": "", "hash": ""}},
    ],
)  # fmt: skip
def test_odd_values_are_damage_and_open_nothing(state: Path, machine: Machine, values: dict[str, object]) -> None:
    Pin(state, machine).know(KEY)
    file = state / "staff" / "pin.json"
    data = json.loads(file.read_text())
    data["values"] |= values
    file.write_text(json.dumps(data))
    odd = Pin(state, machine)
    assert (odd.damaged, odd.is_set, odd.wait, odd.guess(RIGHT).kind) == (True, False, 0, "broken")
    assert not odd.opens(KEY)
    odd.pass_on()
    assert odd.set("194857") == ""
    assert Pin(state, machine).guess("194857").kind == "right"


def test_neither_pin_nor_key_stand_in_the_file(state: Path, machine: Machine) -> None:
    trouble = Pin(state, machine).know(KEY)
    kept = (state / "staff" / "pin.json").read_text()
    assert trouble == ""
    assert RIGHT not in kept
    assert KEY not in kept


def test_without_a_pin_nothing_is_right(tmp_path: Path, machine: Machine) -> None:
    assert Pin(tmp_path, machine).guess("").kind == "unset"
    assert not (tmp_path / "staff").exists()


def test_a_key_opens_at_once_even_while_guesses_wait(state: Path, machine: Machine) -> None:
    Pin(state, machine).know(KEY)
    for _ in range(10):
        machine.run(Pin(state, machine).guess("000000").wait)
    Pin(state, machine).guess("000000")
    pin = Pin(state, machine)
    assert pin.wait == 1024
    assert pin.opens(KEY + "\r\n")
    assert pin.opens(f"another booth's\n{KEY}\n")
    assert not pin.opens(KEY[:-1])
    assert not pin.opens("")


def test_eight_keys_are_known_at_a_time(state: Path, machine: Machine) -> None:
    keys = [f"{number:064x}" for number in range(9)]
    assert [Pin(state, machine).know(key) for key in keys] == [""] * 9
    assert [Pin(state, machine).opens(key) for key in keys] == [False, *[True] * 8]
    assert Pin(state, machine).set("194857") == ""
    assert Pin(state, machine).keys == 8, "a new PIN takes no stick away"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("281046", ""),
        ("281046375910", ""),
        ("28104", "A PIN has 6 to 12 digits; this has 5."),
        ("2810463759104", "A PIN has 6 to 12 digits; this has 13."),
        ("", "A PIN has digits only, 6 to 12 of them: the screen has no other keys."),
        ("28104a", "A PIN has digits only, 6 to 12 of them: the screen has no other keys."),
        ("２８１０４６", "A PIN has digits only, 6 to 12 of them: the screen has no other keys."),
        ("111111", "This PIN is the first anybody would try. Choose digits that do not follow one another."),
        ("123456", "This PIN is the first anybody would try. Choose digits that do not follow one another."),
        ("987654", "This PIN is the first anybody would try. Choose digits that do not follow one another."),
    ],
)
def test_what_can_be_a_pin(text: str, sentence: str) -> None:
    assert unfit(text) == sentence
