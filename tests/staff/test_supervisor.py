"""The supervisor with children that crash, freeze, leave and hang on command; the real kiosk is in test_recovery."""

from __future__ import annotations

import argparse
import json
import logging
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from kiosk.cli import main
from kiosk.commands.run import add_arguments, child_arguments
from kiosk.player.memory import TOLD
from kiosk.player.signals import end_on_signals
from kiosk.player.systemd import Systemd
from kiosk.staff import supervisor as module
from kiosk.staff.child import Child
from kiosk.staff.crashes import REST, Crashes
from kiosk.staff.moment import Moment
from kiosk.staff.record import Record
from kiosk.staff.supervisor import Ending, Patience, Supervisor
from tests.staff.booth import wait_for
from tests.staff.running import Machine

BEATING = "import sys,time\nfor n in range({beats}):\n print('beat', flush=True); time.sleep(.05)\n"
BEATING_UNTIL = (
    "import os,time\nfor n in range(1200):\n print('beat', flush=True); time.sleep(.05)\n"
    " if os.path.exists({file!r}): break\n"
)
"""Beats until the file is there; a minute at most."""

QUICK = Patience(
    frozen=60.0, starting=60.0, stopping=3.5, quick=60.0, pause=0.05, longest=0.4, later=0.2, step=0.01, note=0.05
)
"""Short waits, but as much time to draw as the slowest machine needs; tests of frozen children say so themselves."""


class Paced(Supervisor):
    """Writes down how long it waits before each start: that is the same on a machine of any speed."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.waits: list[float] = []

    def _wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        super()._wait(seconds)


class Manager(Systemd):
    """Stands in for systemd: calls ``shown`` with the status as soon as a screen is up."""

    def __init__(self, shown: Callable[[str], object]) -> None:
        super().__init__({})
        self._shown = shown

    def ready(self, status: str) -> None:
        self._shown(status)


class Booth:
    """A supervisor whose children run scripts, one after another; the last one leaves on purpose."""

    def __init__(self, folder: Path, now: Callable[[], Moment] | None = None) -> None:
        self.folder = folder
        self.started: list[tuple[float, bool]] = []
        self.waits: list[float] = []
        self.scripts: list[str] = []
        self.file = folder / "crashes.json"
        self._now = now or (lambda: Moment("boot", time.monotonic()))

    def crashes(self) -> Crashes:
        return Crashes(Record(self.file, self._now))

    def command(self, safe: bool) -> Sequence[str]:
        self.started.append((time.monotonic(), safe))
        script = self.scripts[len(self.started) - 1] if len(self.started) <= len(self.scripts) else ""
        return [sys.executable, "-S", "-c", script]

    def supervisor(self, *scripts: str, patience: Patience = QUICK, systemd: Systemd | None = None) -> Paced:
        """A supervisor of these children."""
        self.scripts = list(scripts)
        return Paced(self.command, self.crashes(), systemd or Systemd({}), patience=patience)

    def run(self, *scripts: str, patience: Patience = QUICK, systemd: Systemd | None = None) -> Crashes:
        """Run until a child leaves with code 0; one that does so is added at the end."""
        supervisor = self.supervisor(*scripts, patience=patience, systemd=systemd)
        assert supervisor.run() == 0
        self.waits = supervisor.waits
        return supervisor._crashes

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
        ("import sys; sys.exit(139)", "ended with code 139"),
        ("import os; os.abort()", "was ended by SIGABRT"),
        ("import os; os.kill(os.getpid(), 9)", "was ended by SIGKILL"),
    ],
    ids=["code", "a signal of a child of its own", "abort", "kill"],
)
def test_a_dead_child_is_started_again(
    booth: Booth, caplog: pytest.LogCaptureFixture, script: str, reason: str
) -> None:
    if os.name != "posix" and ("kill" in script or "abort" in script):
        pytest.skip("signals are POSIX's")
    assert booth.run(script).recent == [reason]
    assert booth.safes == [False, False]
    assert f"the kiosk {reason}; crash 1 of the last 30 minutes" in caplog.messages


@pytest.mark.parametrize(
    ("script", "patience"),
    [
        (BEATING.format(beats=2) + "time.sleep(999)", replace(QUICK, frozen=1.0)),
        ("import time; print('hello', flush=True); time.sleep(999)", replace(QUICK, starting=3.0)),
        ("import os,time; print('beat', flush=True); os.kill(os.getpid(), 19)", replace(QUICK, frozen=1.0)),
    ],
    ids=["no more frames", "never a frame", "stopped"],
)
def test_a_frozen_child_is_started_again(
    booth: Booth, caplog: pytest.LogCaptureFixture, script: str, patience: Patience
) -> None:
    if os.name != "posix" and "kill" in script:
        pytest.skip("signals are POSIX's")
    (reason,) = booth.run(script, patience=patience).recent
    assert re.fullmatch(r"drew nothing for \d+ s", reason)
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
    assert booth.waits == [0.0, 0.0, QUICK.pause, 0.0], "none before the safe screen"


def test_after_the_rest_the_kiosk_is_tried_again_and_one_crash_more_brings_it_back(tmp_path: Path) -> None:
    machine = Machine()
    booth = Booth(tmp_path, machine)
    rested = Manager(lambda status: machine.run(REST) if status == "showing the safe screen" else None)
    booth.run(
        *["raise SystemExit(3)"] * 3,
        BEATING.format(beats=1) + "time.sleep(999)",
        "raise SystemExit(3)",
        systemd=rested,
    )
    assert booth.safes == [False, False, False, True, False, True]


def test_a_safe_screen_that_crashes_comes_back_and_does_not_count(booth: Booth) -> None:
    crashes = booth.run(*["raise SystemExit(3)"] * 6)
    assert booth.safes == [False] * 3 + [True] * 4
    assert len(crashes.recent) == 3


def test_quick_crashes_slow_down(booth: Booth) -> None:
    booth.run(*["raise SystemExit(3)"] * 9)
    assert booth.waits == [0.0, 0.0, 0.05, 0.0, 0.0, 0.05, 0.1, 0.2, 0.4, 0.4], "anew with the safe screen"
    times = [time for time, _ in booth.started]
    lives = [after - before for before, after in pairwise(times)]
    assert all(life >= wait for life, wait in zip(lives, booth.waits[1:], strict=True)), "it has really waited"


def test_the_crashes_of_before_count_after_a_restart_of_the_supervisor(tmp_path: Path) -> None:
    for _ in range(3):
        Booth(tmp_path).run("raise SystemExit(3)")
    booth = Booth(tmp_path)
    booth.run()
    assert booth.safes == [True]


def test_a_wish_for_a_fresh_start_is_no_crash(booth: Booth) -> None:
    assert booth.run("raise SystemExit(75)", patience=replace(QUICK, quick=0.0)).recent == []
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

    def ended() -> bool:
        try:
            return stat.read_text(encoding="utf-8").split()[2] in "ZX"
        except OSError:
            return True

    wait_for(ended, "the end of what the child has started")


def test_stopping_ends_a_child_that_does_not_listen(booth: Booth, caplog: pytest.LogCaptureFixture) -> None:
    deaf = "import signal,time; signal.signal(15, signal.SIG_IGN); print('beat', flush=True); time.sleep(999)"
    manager = Manager(lambda _: supervisor.stop("SIGTERM"))  # once it has beaten, so it no longer listens
    supervisor = booth.supervisor(deaf, patience=replace(QUICK, stopping=0.5), systemd=manager)
    assert supervisor.run() == 0
    assert "it did not end by itself within 0.5 s" in caplog.messages
    assert booth.safes == [False]


# ---------------------------------------------------------------- what cannot start yet

AWAY = "raise SystemExit(2)"
"""What a child does while the display is away."""


def test_a_display_that_is_away_for_a_moment_is_no_crash(booth: Booth, caplog: pytest.LogCaptureFixture) -> None:
    crashes = booth.run("raise SystemExit(1)", *[AWAY] * 4, BEATING.format(beats=1))
    assert crashes.recent == ["ended with code 1"], "as the display went"
    assert booth.safes == [False] * 6
    assert booth.waits == [0.0, 0.0, 0.05, 0.1, 0.2, 0.2]
    assert [text for text in caplog.messages if "cannot start yet" in text] == [
        "the kiosk cannot start yet: the display is away, or the system lacks something; standard error says what; "
        "trying again every 0 s at the latest"
    ]


def test_a_safe_screen_without_a_display_waits_for_it(booth: Booth, caplog: pytest.LogCaptureFixture) -> None:
    crashes = booth.run(*["raise SystemExit(3)"] * 3, AWAY, AWAY)
    assert booth.safes == [False] * 3 + [True] * 3
    assert booth.waits[-2:] == [0.05, 0.1]
    assert len(crashes.recent) == 3
    assert sum(text.startswith("the safe screen cannot start yet: ") for text in caplog.messages) == 1


def test_once_something_has_been_drawn_the_same_code_is_a_crash(booth: Booth) -> None:
    assert booth.run(BEATING.format(beats=1) + AWAY).recent == ["ended with code 2"]


def test_wrong_usage_is_told_before_anything_is_supervised(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(module, "supervise", lambda *_: pytest.fail("supervised"))
    with pytest.raises(SystemExit) as ended:
        main(["run", "--supervised", "--size", "big"])
    assert ended.value.code == 2
    assert "big is not a size" in capsys.readouterr().err


# ---------------------------------------------------------------- signals


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
@pytest.mark.parametrize("heard", [False, True], ids=["before it listens", "listening"])
def test_a_child_that_somebody_else_has_told_to_end_comes_back_and_has_not_crashed(
    booth: Booth, caplog: pytest.LogCaptureFixture, name: str, heard: bool
) -> None:
    if not hasattr(signal, name):
        pytest.skip(f"no {name} here")
    number = int(getattr(signal, name))
    deadly = f"import os,signal; signal.signal({number}, signal.SIG_DFL); os.kill(os.getpid(), {number})"
    crashes = booth.run(f"raise SystemExit({TOLD + number})" if heard else deadly)
    assert booth.safes == [False, False]
    assert booth.waits == [0.0, QUICK.pause]
    assert crashes.recent == []
    assert f"the kiosk was told to end by {name}, not by us; starting it again" in caplog.messages


def test_a_child_told_to_end_again_and_again_slows_down_and_stays_the_kiosk(booth: Booth) -> None:
    assert booth.run(*[f"raise SystemExit({TOLD + 15})"] * 7).recent == []
    assert booth.safes == [False] * 8
    assert booth.waits == [0.0, 0.05, 0.05, 0.1, 0.2, 0.4, 0.4, 0.4]


def test_a_child_told_to_end_after_a_good_while_comes_back_after_one_pause(booth: Booth) -> None:
    booth.run(*[f"raise SystemExit({TOLD + 15})"] * 3, patience=replace(QUICK, quick=0.0))
    assert booth.waits == [0.0] + [QUICK.pause] * 3


def test_a_safe_screen_told_to_end_comes_back(booth: Booth, caplog: pytest.LogCaptureFixture) -> None:
    crashes = booth.run(*["raise SystemExit(3)"] * 3, f"raise SystemExit({TOLD + 15})")
    assert booth.safes == [False, False, False, True, True]
    assert len(crashes.recent) == 3
    assert "the safe screen was told to end by SIGTERM, not by us; starting it again" in caplog.messages


def test_a_signal_that_reaches_the_child_first_starts_nothing_any_more(booth: Booth) -> None:
    """A session that ends tells every process, one after the other: ours is heard in the wait before the next start."""

    class Late(Paced):
        def _wait(self, seconds: float) -> None:
            if seconds:
                self.stop("SIGTERM")
            super()._wait(seconds)

    booth.scripts = [f"raise SystemExit({TOLD + 15})"] * 2
    supervisor = Late(booth.command, booth.crashes(), Systemd({}), patience=QUICK)
    assert supervisor.run() == 0
    assert booth.safes == [False]


def test_a_signal_that_reaches_child_and_supervisor_at_once_is_an_end(
    booth: Booth, caplog: pytest.LogCaptureFixture
) -> None:
    """The child has ended by the time the supervisor looks, and so does the supervisor."""
    file = booth.folder / "told"

    def both(_: str) -> None:
        file.write_bytes(b"")
        wait_for(lambda: supervisor.ended() is not None, "the child's end")
        supervisor.stop("SIGTERM")

    class Watching(Paced):
        def _watch(self, child: Child, safe: bool, down: float) -> Ending:
            self.ended = child.code
            return super()._watch(child, safe, down)

    booth.scripts = [BEATING_UNTIL.format(file=str(file)) + f"raise SystemExit({TOLD + 15})"]
    supervisor = Watching(booth.command, booth.crashes(), Manager(both), patience=QUICK)
    assert supervisor.run() == 0
    assert booth.safes == [False]
    assert "ended: SIGTERM" in caplog.messages
    assert not any("starting it again" in text for text in caplog.messages)


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="no SIGHUP here")
@pytest.mark.parametrize("nohup", [True, False])
def test_a_closed_terminal_ends_nothing_that_nohup_has_started(monkeypatch: pytest.MonkeyPatch, nohup: bool) -> None:
    """The child inherits what is ignored, and asks the same."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN if nohup else signal.SIG_DFL)
    set_up: list[int] = []
    monkeypatch.setattr(signal, "signal", lambda number, _: set_up.append(number))
    monkeypatch.setattr(module, "_log_to", lambda _: "")
    monkeypatch.setattr(Supervisor, "run", lambda _: 0)
    monkeypatch.setattr("PySide6.QtCore.QTimer", MagicMock())
    try:
        assert module.supervise([], Path("state")) == 0
        end_on_signals(MagicMock(), supervised=True)
    finally:
        monkeypatch.undo()
        signal.signal(signal.SIGHUP, before)
    expected = [signal.SIGINT, signal.SIGTERM] + [signal.SIGHUP] * (not nohup)
    assert set_up == expected * 2


@pytest.mark.skipif(os.name != "posix", reason="no nohup there")
def test_a_supervisor_that_nohup_has_started_goes_on(booth: Booth) -> None:
    script = (
        "import sys, signal\nfrom pathlib import Path\nfrom kiosk.staff import supervisor\n"
        "def run(self):\n    print('up', flush=True)\n    sys.stdin.readline()\n"
        "    print(self._stopping, flush=True)\n    return 0\n"
        "supervisor.Supervisor.run = run\nsupervisor.supervise([], Path(sys.argv[1]))\n"
    )
    with subprocess.Popen(
        ["nohup", sys.executable, "-c", script, str(booth.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGHUP)
        process.stdin.write("\n")
        process.stdin.flush()
        assert process.stdout.readline() == "\n", "it was not told to end"
        assert process.wait(30) == 0


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


def test_the_child_gets_the_arguments(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    kiosk, safe, _ = commands_of(["--content", "a b", "--size", "1x1"], monkeypatch, tmp_path)
    start = [sys.executable, "-m", "kiosk", "run", "--heartbeat"]
    assert kiosk == [*start, "--content", "a b", "--size", "1x1"]
    assert safe == [*start, "--safe", "--content", "a b", "--size", "1x1"]


@pytest.mark.parametrize("option", ["--supervised", "--supervise", "--superv", "--su"])
def test_what_the_command_was_given_is_what_is_supervised(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, option: str
) -> None:
    """Not what this process was started with: ``main`` has arguments of its own."""
    given: list[object] = []
    monkeypatch.setattr(module, "supervise", lambda argv, state: given.extend([argv, state]) or 7)
    monkeypatch.setattr("kiosk.player.system.problem", lambda: "")
    monkeypatch.setattr("kiosk.player.system.keep_memory_low", lambda: None)
    monkeypatch.setattr(sys, "argv", ["pytest", "--state", "/elsewhere"])
    assert main(["run", "--cont", "a b", option, "--state", str(tmp_path), "--lang", "ko"]) == 7
    assert given == [["--content=a b", f"--state={tmp_path}", "--language=ko", "--renderer=software"], tmp_path]


def test_every_argument_reaches_the_child_as_it_was_meant() -> None:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    everything = ["--content=-a b", "--state=/s", "--language=zh-CN", "--size=1080x1920", "--renderer=gpu"]
    switches = ["--windowed", "--autoplay", "--safe"]
    given = parser.parse_args([*everything, *switches, "--supervised", "--heartbeat"])
    unset = [name for name, value in vars(given).items() if value == parser.get_default(name)]
    assert unset == [], "a new argument: it has to reach the child, too"
    child = vars(parser.parse_args(child_arguments(given)))
    assert child == {**vars(given), "supervised": False, "heartbeat": False}
    bare = parser.parse_args([])
    assert parser.parse_args(child_arguments(bare)) == bare


def test_the_line_to_systemd_is_the_supervisors_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"):
        monkeypatch.setenv(name, "1")
    environment = json.loads(commands_of([], monkeypatch, tmp_path)[2][0])
    assert not {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"} & set(environment)
    assert environment["PYTHONPATH"].split(os.pathsep)[0] == str(Path(module.__file__).parents[2])


# ---------------------------------------------------------------- log


@pytest.fixture
def bare_log(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """The root logger, which loses again what it is given."""
    root = logging.getLogger()
    kept, level, raising = list(root.handlers), root.level, logging.raiseExceptions
    yield root
    for handler in [handler for handler in root.handlers if handler not in kept]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    monkeypatch.setattr(logging, "raiseExceptions", raising)


def test_a_log_of_another_users_is_told_and_written_beside(tmp_path: Path, bare_log: logging.Logger) -> None:
    (tmp_path / "logs" / "supervisor.log").mkdir(parents=True)  # as nobody can write it, root neither
    assert module._log_to(tmp_path / "logs") == ""
    bare_log.info("up")
    lines = (tmp_path / "logs" / "supervisor-2.log").read_text("utf-8").splitlines()
    assert [line.split(" ", 2)[2] for line in lines] == [
        f"WARNING supervisor: {tmp_path / 'logs' / 'supervisor.log'} cannot be written: Is a directory; "
        f"the log is {tmp_path / 'logs' / 'supervisor-2.log'}. Give this user the right to write there.",
        "INFO supervisor: up",
    ]


@pytest.mark.skipif(os.name != "posix", reason="no open file is deleted there")
def test_a_log_that_was_deleted_comes_back(tmp_path: Path, bare_log: logging.Logger) -> None:
    assert module._log_to(tmp_path / "state" / "logs") == ""
    bare_log.info("before")
    shutil.rmtree(tmp_path / "state")
    bare_log.info("after")
    assert (tmp_path / "state" / "logs" / "supervisor.log").read_text("utf-8").endswith("INFO supervisor: after\n")


def test_no_log_at_all_is_told(tmp_path: Path, bare_log: logging.Logger) -> None:
    (tmp_path / "state").write_bytes(b"")
    assert module._log_to(tmp_path / "state" / "logs") == f"{tmp_path / 'state'} cannot be written: Not a directory"
    bare_log.info("up")


# ---------------------------------------------------------------- systemd


class Line:
    """A service manager's end of the line, ``notify``."""

    def __init__(self, folder: Path) -> None:
        self.found: list[str] = []
        self.enough = folder / "enough"
        """A file that is there once ``wanted`` has been heard ``times`` times."""
        self.wanted, self.times = "", 0
        self._path = str(folder / "notify")
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._socket.bind(self._path)
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def _listen(self) -> None:
        while (text := self._socket.recv(4096).decode()) != "end":
            self.found.append(text)
            if self.times and self.found.count(self.wanted) >= self.times:
                self.enough.touch()

    def script(self, wanted: str, times: int = 1) -> str:
        """A child that beats until this has been heard."""
        self.wanted, self.times = wanted, times
        return BEATING_UNTIL.format(file=str(self.enough))

    def systemd(self, **environment: str) -> Systemd:
        """The other end."""
        return Systemd({"NOTIFY_SOCKET": self._path, **environment})

    def said(self) -> list[str]:
        """End the listening; what was said."""
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as other:
            other.sendto(b"end", self._path)
        self._listener.join()
        self._socket.close()
        return self.found


@pytest.fixture
def line(tmp_path: Path) -> Line:
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("systemd is Linux's")
    return Line(tmp_path)


def test_systemd_hears_of_the_first_frame_of_life_and_of_the_end(booth: Booth, line: Line) -> None:
    began = time.monotonic()
    booth.run(line.script("WATCHDOG=1", times=5), systemd=line.systemd(WATCHDOG_USEC="200000"))
    took = time.monotonic() - began
    said = line.said()
    assert "READY=1\nSTATUS=showing the kiosk" in said
    assert said[-1] == "STOPPING=1"
    assert 5 <= said.count("WATCHDOG=1") <= took / 0.1 + 1, "every 0.1 s, and no more often"


def test_systemd_hears_what_is_shown(booth: Booth, line: Line) -> None:
    shown = "READY=1\nSTATUS=showing the safe screen"
    booth.run(*["raise SystemExit(3)"] * 3, line.script(shown), systemd=line.systemd())
    assert shown in line.said()


def test_a_watch_over_another_process_is_not_ours() -> None:
    environment = {"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": "2000000", "WATCHDOG_PID": "1"}
    assert Systemd(environment, process=1).interval == 1.0
    assert Systemd(environment, process=2).interval == 0.0


@pytest.mark.parametrize("digits", ["9" * 20, "9" * 400, "1" * 5000])
def test_a_watch_of_an_impossible_length_is_none(digits: str) -> None:
    assert Systemd({"NOTIFY_SOCKET": "/x", "WATCHDOG_USEC": digits}).interval == 0.0


def test_a_service_manager_that_is_gone_stops_nothing(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    line = Systemd({"NOTIFY_SOCKET": str(tmp_path / "none")})
    line.ready("up")
    line.alive()
    assert [text for text in caplog.messages if text.startswith("systemd does not listen at")] == caplog.messages
    assert len(caplog.messages) == 1


def test_a_child_that_the_system_cannot_end_holds_up_nobody(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits for a graphics driver or for a disk that is gone; a new player must come all the same."""
    child = Child([sys.executable, "-S", "-c", "import time; time.sleep(600)"])
    number = child._process.pid
    stuck = MagicMock(pid=number, stdout=None)
    stuck.wait.side_effect = subprocess.TimeoutExpired("kiosk", 1.0)
    try:
        monkeypatch.setattr(child, "_process", stuck)
        monkeypatch.setattr(os, "killpg", lambda *_: None)
        child.kill()
        child.stop(0.0)
    finally:
        monkeypatch.undo()
        child.kill()
    assert caplog.messages.count(f"the system does not end process {number}; going on without it") == 2
    assert all(call.args[0] <= 1.0 for call in stuck.wait.call_args_list)


def test_what_a_child_says_without_an_end_is_kept_in_pieces(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    child = Child([sys.executable, "-c", "import sys; sys.stdout.write('x' * 25_000 + '\\nbeat\\n')"])
    wait_for(lambda: child.code() is not None, "the child")
    child.clear()
    assert [len(message) for message in caplog.messages] == [10_000, 10_000, 5_000]
    assert child.beats == 1
