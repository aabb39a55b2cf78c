"""The supervisor with children that crash, freeze, leave and hang on command; the real kiosk is in test_recovery."""

from __future__ import annotations

import json
import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from kiosk.player.systemd import Systemd
from kiosk.staff import supervisor as module
from kiosk.staff.crashes import Crashes
from kiosk.staff.moment import Moment
from kiosk.staff.record import Record
from kiosk.staff.supervisor import Patience, Supervisor

BEATING = "import sys,time\nfor n in range({beats}):\n print('beat', flush=True); time.sleep(.05)\n"
QUICK = Patience(frozen=1.0, starting=2.0, stopping=3.5, quick=60.0, pause=0.05, longest=0.4, step=0.01, note=0.05)


class Booth:
    """A supervisor whose children run scripts, one after another; the last one leaves on purpose."""

    def __init__(self, folder: Path, *, faster: float = 1.0) -> None:
        self.folder = folder
        self.started: list[tuple[float, bool]] = []
        self.scripts: list[str] = []
        self.file = folder / "crashes.json"
        self._faster = faster

    def crashes(self) -> Crashes:
        return Crashes(Record(self.file, lambda: Moment("boot", time.monotonic() * self._faster)))

    def command(self, safe: bool) -> Sequence[str]:
        self.started.append((time.monotonic(), safe))
        script = self.scripts[len(self.started) - 1] if len(self.started) <= len(self.scripts) else ""
        return [sys.executable, "-S", "-c", script]

    def run(self, *scripts: str, patience: Patience = QUICK, **environment: str) -> Crashes:
        """Run until a child leaves with code 0; one that does so is added at the end."""
        self.scripts = list(scripts)
        crashes = self.crashes()
        systemd = Systemd(environment)
        assert Supervisor(self.command, crashes, systemd, patience=patience).run() == 0
        return crashes

    @property
    def safes(self) -> list[bool]:
        """Which starts showed the safe screen."""
        return [safe for _, safe in self.started]


@pytest.fixture
def booth(tmp_path: Path) -> Booth:
    return Booth(tmp_path)


@pytest.fixture(autouse=True)
def _logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)


def test_leaving_on_purpose_ends_the_supervisor(booth: Booth) -> None:
    assert booth.run(BEATING.format(beats=2)).recent == []
    assert booth.safes == [False]


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("import sys; sys.exit(1)", "ended with code 1"),
        ("import os; os.abort()", "was ended by SIGABRT"),
        ("import os; os.kill(os.getpid(), 9)", "was ended by SIGKILL"),
        (BEATING.format(beats=2) + "time.sleep(99)", "drew nothing for 1 s"),
        ("import time; print('hello', flush=True); time.sleep(99)", "drew nothing for 2 s"),
        ("import os,time; print('beat', flush=True); os.kill(os.getpid(), 19)", "drew nothing for 1 s"),
    ],
    ids=["code", "abort", "kill", "no more frames", "never a frame", "stopped"],
)
def test_a_dead_or_frozen_child_is_started_again(
    booth: Booth, caplog: pytest.LogCaptureFixture, script: str, reason: str
) -> None:
    if os.name != "posix" and ("kill" in script or "abort" in script):
        pytest.skip("signals are POSIX's")
    assert booth.run(script).recent == [reason]
    assert booth.safes == [False, False]
    assert f"the kiosk {reason}; crash 1 of the last 30 minutes" in caplog.messages
    assert ("hello" in caplog.messages) == ("hello" in script), "other lines of the child are no beats, and not lost"


def test_a_program_that_cannot_be_started_is_tried_again(booth: Booth, caplog: pytest.LogCaptureFixture) -> None:
    commands = iter([["/nowhere/kiosk"], [sys.executable, "-S", "-c", ""]])
    supervisor = Supervisor(lambda _: next(commands), booth.crashes(), Systemd({}), patience=QUICK)
    assert supervisor.run() == 0
    assert any(text.startswith("the kiosk cannot be started: ") for text in caplog.messages)


def test_the_third_crash_brings_the_safe_screen_at_once(booth: Booth, caplog: pytest.LogCaptureFixture) -> None:
    booth.run(*["raise SystemExit(3)"] * 3)
    assert booth.safes == [False, False, False, True]
    assert "showing the safe screen; the kiosk is tried again in 10 minutes" in caplog.messages
    (third, _), (safe, _) = booth.started[2:]
    assert safe - third < 1.0, "no wait before the safe screen beyond the third start's own life"


def test_after_the_rest_the_kiosk_is_tried_again_and_one_crash_more_brings_it_back(tmp_path: Path) -> None:
    booth = Booth(tmp_path, faster=900.0)  # ten minutes take two thirds of a second
    booth.run(*["raise SystemExit(3)"] * 3, BEATING.format(beats=400), "raise SystemExit(3)")
    assert booth.safes == [False, False, False, True, False, True]


def test_a_safe_screen_that_crashes_comes_back_and_does_not_count(booth: Booth) -> None:
    crashes = booth.run(*["raise SystemExit(3)"] * 6)
    assert booth.safes == [False] * 3 + [True] * 4
    assert len(crashes.recent) == 3


def test_quick_crashes_slow_down(booth: Booth) -> None:
    booth.run(*["raise SystemExit(3)"] * 9)
    times = [time for time, _ in booth.started]
    waits = [after - before for before, after in pairwise(times)][3:]
    assert waits[0] < waits[3] < waits[4], f"{waits}: 0, 0.05, 0.1, 0.2, 0.4 s and the children's own lives"
    assert waits[4] >= 0.4


def test_the_crashes_of_before_count_after_a_restart_of_the_supervisor(tmp_path: Path) -> None:
    for _ in range(3):
        Booth(tmp_path).run("raise SystemExit(3)")
    booth = Booth(tmp_path)
    booth.run()
    assert booth.safes == [True]


def test_a_wish_for_a_fresh_start_is_no_crash(booth: Booth) -> None:
    patience = Patience(**(QUICK.__dict__ | {"quick": 0.0}))
    assert booth.run("raise SystemExit(75)", patience=patience).recent == []
    assert booth.safes == [False, False]


def test_a_wish_for_a_fresh_start_again_and_again_is_one(booth: Booth) -> None:
    assert booth.run("raise SystemExit(75)").recent == ["ended with code 75"]


def test_a_read_only_state_stops_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "state").write_bytes(b"a file")
    booth = Booth(tmp_path / "state")
    booth.run(*["raise SystemExit(3)"] * 3)
    assert booth.safes == [False, False, False, True]
    assert any("counted until the next restart only" in text for text in caplog.messages)


@pytest.mark.skipif(os.name != "posix", reason="process groups are POSIX's")
def test_what_a_dead_child_has_started_ends_with_it(booth: Booth) -> None:
    note = booth.folder / "grandchild"
    booth.run(
        "import subprocess,sys,os\n"
        "child = subprocess.Popen([sys.executable, '-S', '-c', 'import time; time.sleep(600)'])\n"
        f"open({str(note)!r}, 'w').write(str(child.pid))\n"
        "os.abort()"
    )
    stat = Path(f"/proc/{note.read_text(encoding='ascii')}/stat")
    assert not stat.exists() or stat.read_text(encoding="utf-8").split()[2] in "ZX"


def test_stopping_ends_a_child_that_does_not_listen(booth: Booth) -> None:
    booth.scripts = ["import signal,time; signal.signal(15, signal.SIG_IGN); print('beat', flush=True); time.sleep(99)"]
    patience = Patience(**(QUICK.__dict__ | {"stopping": 0.5, "frozen": 60.0}))
    supervisor = Supervisor(booth.command, booth.crashes(), Systemd({}), patience=patience)
    timer = threading.Timer(0.7, supervisor.stop, ["SIGTERM"])
    timer.start()
    start = time.monotonic()
    assert supervisor.run() == 0
    assert time.monotonic() - start < 5.0
    assert booth.safes == [False]


# ---------------------------------------------------------------- arguments


def commands_of(argv: Sequence[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """The children's arguments, without and with the safe screen, for a command line."""
    found: list[list[str]] = []

    class Recorded(Supervisor):
        def run(self) -> int:
            found.extend(list(self._command(safe)) for safe in (False, True))
            found.append([json.dumps(self._environment)])
            return 0

    monkeypatch.setattr(module, "Supervisor", Recorded)
    monkeypatch.setattr("signal.signal", lambda *_: None)
    monkeypatch.setattr(module, "_log_to", lambda _: "")
    assert module.supervise(argv, tmp_path) == 0
    return found


@pytest.mark.parametrize("option", ["--supervised", "--supervise", "--superv", "--su"])
def test_the_child_gets_the_arguments_but_supervises_nobody(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str
) -> None:
    kiosk, safe, _ = commands_of(["run", "--content", "a b", option, "--size", "1x1"], monkeypatch, tmp_path)
    start = [sys.executable, "-m", "kiosk", "run", "--heartbeat"]
    assert kiosk == [*start, "--content", "a b", "--size", "1x1"]
    assert safe == [*start, "--safe", "--content", "a b", "--size", "1x1"]


def test_the_line_to_systemd_is_the_supervisors_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"):
        monkeypatch.setenv(name, "1")
    environment = json.loads(commands_of([], monkeypatch, tmp_path)[2][0])
    assert not {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"} & set(environment)
    assert environment["PYTHONPATH"].split(os.pathsep)[0] == str(Path(module.__file__).parents[2])


# ---------------------------------------------------------------- systemd


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Callable[[], list[str]]]:
    """A service manager's end of the line, ``notify``; calling it ends the listening and tells what was said."""
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("systemd is Linux's")
    line = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    line.bind(str(tmp_path / "notify"))
    found: list[str] = []

    def listen() -> None:
        while (text := line.recv(4096).decode()) != "end":
            found.append(text)

    listener = threading.Thread(target=listen)
    listener.start()

    def said() -> list[str]:
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:
            other.sendto(b"end", str(tmp_path / "notify"))
        listener.join()
        return found

    yield said
    line.close()


def test_systemd_hears_of_the_first_frame_of_life_and_of_the_end(
    booth: Booth, systemd: Callable[[], list[str]], tmp_path: Path
) -> None:
    booth.run(BEATING.format(beats=20), NOTIFY_SOCKET=str(tmp_path / "notify"), WATCHDOG_USEC="200000")
    said = systemd()
    assert "READY=1\nSTATUS=showing the kiosk" in said
    assert said[-1] == "STOPPING=1"
    assert said.count("WATCHDOG=1") >= 5, "every 0.1 s of about 1 s, on a busy machine at least half of that"


def test_systemd_hears_what_is_shown(booth: Booth, systemd: Callable[[], list[str]], tmp_path: Path) -> None:
    booth.run(*["raise SystemExit(3)"] * 3, BEATING.format(beats=10), NOTIFY_SOCKET=str(tmp_path / "notify"))
    assert "READY=1\nSTATUS=showing the safe screen" in systemd()


def test_a_watch_over_another_process_is_not_ours() -> None:
    environment = {"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "1"}
    assert Systemd(environment, process=1).interval == 1.0
    assert Systemd(environment, process=2).interval == 0.0


def test_a_service_manager_that_is_gone_stops_nothing(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    line = Systemd({"NOTIFY_SOCKET": str(tmp_path / "none")})
    line.ready("up")
    line.alive()
    assert [text for text in caplog.messages if text.startswith("systemd does not listen at")] == caplog.messages
    assert len(caplog.messages) == 1
