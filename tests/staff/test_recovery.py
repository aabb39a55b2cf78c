"""The real kiosk, killed and frozen: the visitor sees the attract screen again within 10 s (promises 10, 11, 19)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kiosk.player.memory import TOLD
from kiosk.staff.crashes import LIMIT, Crashes
from kiosk.staff.record import Record
from tests.staff.booth import ROOT, SupervisedKiosk, environment, wait_for

pytestmark = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs Linux' /proc")

PROMISE = 10.0
"""Seconds until a dead or frozen player is on the screen again; held to in the long runs, on a quiet machine."""

CLEAN = 5.0
"""Seconds for a clean end; held to in the long runs."""

GENEROUS = 10.0
"""The same for the short runs, on a machine that is busy with other things."""


def _forgiven(kiosk: SupervisedKiosk) -> None:
    """Forget the crashes so far, by starting over: three in half an hour would bring the safe screen."""
    kiosk.stop()
    (kiosk.state / "staff" / "crashes.json").unlink(missing_ok=True)
    (kiosk.state / "logs" / "supervisor.log").unlink()
    kiosk.__enter__()
    kiosk.shown(1)


@pytest.mark.parametrize("times", [1, pytest.param(50, marks=pytest.mark.long)])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "frozen"])
def test_a_dead_or_frozen_kiosk_is_back_within_ten_seconds(
    tmp_path: Path, how: signal.Signals, times: int, record_property: pytest.RecordProperty
) -> None:
    took = []
    with SupervisedKiosk(tmp_path) as kiosk:
        start = kiosk.shown(1)
        # In the ten seconds a freeze is noticed and the kiosk started anew, for which a busy machine needs longer.
        limit = PROMISE if times > 1 else PROMISE + 2 * start
        for number in range(times):
            if number and number % (LIMIT - 1) == 0:
                _forgiven(kiosk)
            took.append(kiosk.hit(how))
            assert not kiosk.safe
        kiosk.stop()
    sys.stdout.write(f"{how.name}: {times} times, back after {min(took):.1f} to {max(took):.1f} s; limit {limit:.1f}\n")
    record_property("seconds", took)
    assert [seconds for seconds in took if seconds > limit] == []


@pytest.mark.parametrize("safe", [False, True], ids=["kiosk", "safe screen"])
@pytest.mark.parametrize(
    "how",
    [signal.SIGTERM, *(pytest.param(how, marks=pytest.mark.long) for how in (signal.SIGINT, signal.SIGHUP))],
    ids=["SIGTERM", "SIGINT", "SIGHUP"],
)
def test_a_screen_that_somebody_else_has_told_to_end_comes_back(
    tmp_path: Path, how: signal.Signals, safe: bool
) -> None:
    """``kill`` or a guard against low memory: nobody has left, so the booth must not stay black."""
    kiosk = SupervisedKiosk(tmp_path)
    if safe:
        crashes = Crashes(Record(kiosk.state / "staff" / "crashes.json"))
        for _ in range(LIMIT):
            assert crashes.add("was ended by SIGKILL") == ""
    with kiosk:
        kiosk.shown(1)
        before = kiosk.child
        kiosk.hit(how)
        assert kiosk.child not in (0, before)
        assert kiosk.safe is safe
        name = "safe screen" if safe else "kiosk"
        assert f"the {name} was told to end by {how.name}, not by us; starting it again" in kiosk.log
        assert "crash" not in kiosk.log
        assert kiosk.stop() < GENEROUS


@pytest.mark.parametrize("first", ["child", "supervisor"])
def test_a_signal_to_every_process_ends_everything(tmp_path: Path, first: str) -> None:
    """As a session that ends sends it, in any order."""
    with SupervisedKiosk(tmp_path) as kiosk:
        kiosk.shown(1)
        child = kiosk.child
        for process in (child, kiosk.process.pid) if first == "child" else (kiosk.process.pid, child):
            os.kill(process, signal.SIGTERM)
        assert kiosk.process.wait(GENEROUS) == 0
        assert not Path(f"/proc/{child}").exists()
        assert kiosk.starts == 1
        assert "crash" not in kiosk.log


@pytest.mark.parametrize("more", [[], ["--safe"]], ids=["kiosk", "safe screen"])
@pytest.mark.parametrize(("heartbeat", "code"), [(True, TOLD + signal.SIGTERM), (False, 0)])
def test_only_a_supervised_player_tells_of_the_signal(
    tmp_path: Path, more: list[str], heartbeat: bool, code: int
) -> None:
    kiosk = SupervisedKiosk(tmp_path)
    folders = ["--content", str(kiosk.content), "--state", str(kiosk.state), "--size", "540x960"]
    command = [sys.executable, "-m", "kiosk", "run", *folders, *more, *(["--heartbeat"] if heartbeat else [])]
    with subprocess.Popen(command, env=environment(), cwd=ROOT, stdout=subprocess.PIPE) as player:
        wait_for((kiosk.state / "logs" / "output.log").exists, "the player's log")
        if heartbeat:
            assert player.stdout is not None
            assert player.stdout.readline() == b"beat\n"
        elif more:  # it catches signals a moment after it has begun to write its log
            wait_for(lambda: _catches(player.pid, signal.SIGTERM), "its attention")
        player.terminate()
        assert player.wait(30) == code


def _catches(process: int, number: signal.Signals) -> bool:
    """Whether a process has set a handler for a signal."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    caught = next(line.split()[1] for line in status.splitlines() if line.startswith("SigCgt:"))
    return bool(int(caught, 16) >> (number - 1) & 1)


def test_the_third_crash_in_half_an_hour_shows_the_safe_screen(tmp_path: Path) -> None:
    with SupervisedKiosk(tmp_path) as kiosk:
        kiosk.shown(1)
        for _ in range(LIMIT):
            kiosk.hit(signal.SIGKILL)
        assert kiosk.safe
        assert "the kiosk was ended by SIGKILL; crash 3 of the last 30 minutes" in kiosk.log
        assert "showing the safe screen; the kiosk is tried again in 10 minutes" in kiosk.log
        assert kiosk.stop() < GENEROUS


@pytest.mark.parametrize("times", [1, pytest.param(100, marks=pytest.mark.long)])
def test_sigterm_ends_everything_within_five_seconds(tmp_path: Path, times: int) -> None:
    took = []
    kiosk = SupervisedKiosk(tmp_path)
    for number in range(times):
        (kiosk.state / "logs" / "supervisor.log").unlink(missing_ok=True)
        with kiosk:
            if number % 4 == 1:  # in the middle of its start, before it listens to anything
                wait_for(lambda: kiosk.child, "the player")
                time.sleep(0.005 * number)
            else:
                kiosk.shown(1)
            took.append(kiosk.stop())
    sys.stdout.write(f"SIGTERM: {times} times, ended after {min(took):.2f} to {max(took):.2f} s\n")
    limit = CLEAN if times > 1 else GENEROUS
    assert [seconds for seconds in took if seconds > limit] == []


def test_a_player_alone_ends_on_sigterm_within_five_seconds(tmp_path: Path) -> None:
    kiosk = SupervisedKiosk(tmp_path)
    folders = ["--content", str(kiosk.content), "--state", str(kiosk.state), "--size", "540x960"]
    with subprocess.Popen([sys.executable, "-m", "kiosk", *folders], env=environment(), cwd=ROOT) as player:
        wait_for((kiosk.state / "logs" / "kiosk.log").exists, "the player's log")
        began = time.monotonic()
        player.terminate()
        assert player.wait(30) == 0
        assert time.monotonic() - began < GENEROUS


def test_content_that_is_not_there_yet_is_waited_for(tmp_path: Path) -> None:
    """A share that is mounted late: no crash, no safe screen for ten minutes, and the content when it comes."""
    kiosk = SupervisedKiosk(tmp_path)
    away, editions = tmp_path / "away", kiosk.state / "editions"
    kiosk.content.rename(away)
    (kiosk.state / "current.json").unlink()
    editions.rename(tmp_path / "old")
    with kiosk:
        kiosk.shown(1)
        assert not kiosk.safe
        away.rename(kiosk.content)
        wait_for((kiosk.state / "current.json").exists, "the edition")
        wait_for(lambda: "showing edition" in (kiosk.state / "logs" / "kiosk.log").read_text("utf-8"), "the screen")
        assert "crash" not in kiosk.log
        kiosk.stop()
