"""The real kiosk under its real supervisor, on a screen nobody sees, with the small sample as its content."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.publish.publisher import publish
from tests.content.samples import folder, written

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Longest wait for anything, s: far beyond what is promised, so that a test fails by its own numbers."""


def environment(**more: str) -> dict[str, str]:
    """For a kiosk without a screen, in English, away from this user's own state."""
    shown = {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software", "LANG": "en_US.UTF-8"}
    return {**os.environ, **shown, "PYTHONPATH": str(ROOT), **more}


def wait_for(condition: Callable[[], object], what: str) -> float:
    """Wait until ``condition`` holds; how long that took, s."""
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < PATIENCE, f"waited in vain for {what}"
        time.sleep(0.02)
    return time.monotonic() - began


class SupervisedKiosk:
    """``kiosk --supervised``; a context manager that ends it and all it has started."""

    def __init__(self, work: Path, *args: str) -> None:
        self.content = written(folder(), work / "content")
        self.state = work / "state"
        publish(self.content, self.state, lambda _: None)
        self._args = args

    def __enter__(self) -> SupervisedKiosk:
        command = [sys.executable, "-m", "kiosk", "run", "--supervised", "--size", "540x960"]
        inherited = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # also where these tests run under nohup
        self.process = subprocess.Popen(
            [*command, "--content", str(self.content), "--state", str(self.state), *self._args],
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        signal.signal(signal.SIGHUP, inherited)
        return self

    def __exit__(self, *_: object) -> None:
        child = self.child
        if self.process.poll() is None:
            self.process.kill()
        if child:
            os.killpg(child, signal.SIGKILL)  # the player leads a group of its own
        self.process.wait()

    @property
    def child(self) -> int:
        """The process that shows the screen, or 0."""
        try:
            line = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        except OSError:
            return 0
        return int((line.split() or ["0"])[0])

    @property
    def safe(self) -> bool:
        """Whether it is the safe screen."""
        try:
            return b"--safe" in Path(f"/proc/{self.child}/cmdline").read_bytes()
        except OSError:
            return False

    @property
    def log(self) -> str:
        """What the supervisor has written."""
        file = self.state / "logs" / "supervisor.log"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    @property
    def starts(self) -> int:
        """How often a first frame has been drawn."""
        return len(re.findall(r"the (?:kiosk|safe screen) is up", self.log))

    def shown(self, number: int) -> float:
        """Wait for the ``number``th first frame; how long that took, s."""
        return wait_for(lambda: self.starts >= number, f"start {number}; the log: {self.log}")

    def hit(self, how: signal.Signals) -> float:
        """Kill or freeze the player; the seconds until a new one has drawn its attract screen."""
        number = self.starts
        os.kill(self.child, how)
        return self.shown(number + 1)

    def stop(self) -> float:
        """SIGTERM to the supervisor; the seconds until everything has ended."""
        child, began = self.child, time.monotonic()
        self.process.terminate()
        assert self.process.wait(PATIENCE) == 0
        assert not Path(f"/proc/{child}").exists(), "the player has ended with its supervisor"
        return time.monotonic() - began
