"""The program as a process, and what one sees of it from outside: pixels, log lines, how it ends."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from tests.app.x11 import Pixels, Screen

CHECKOUT = Path(__file__).parents[2]

GUARD = 0.35
"""Seconds between two taps: the program takes a second one in the same place within 300 ms for a trembling hand."""

PATIENCE = 90.0
"""Seconds after which a condition counts as never met; only a busy machine needs more than two."""


def environment(**changes: str) -> dict[str, str]:
    """This process's environment without its screen, for a program of its own."""
    unwanted = ("QT_QPA_PLATFORM", "QT_QUICK_BACKEND", "DISPLAY", "WAYLAND_DISPLAY", "KIOSK_STATE", "NOTIFY_SOCKET")
    kept = {name: value for name, value in os.environ.items() if name not in unwanted}
    return {**kept, "PYTHONPATH": str(CHECKOUT), "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8", **changes}


def kiosk(*args: object, **changes: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the program to its end."""
    return subprocess.run(
        [sys.executable, "-m", "kiosk", *map(str, args)],
        env=environment(**changes),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


def wait_for(condition: Callable[[], object], what: str, seconds: float = PATIENCE) -> float:
    """Wait until ``condition`` holds and return the seconds it took; fails with ``what`` otherwise."""
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < seconds, f"waited {seconds:g} s in vain: {what}"
        time.sleep(0.02)
    return time.monotonic() - started


class Booth:
    """A running kiosk on a screen."""

    def __init__(self, screen: Screen, log: Path, args: Sequence[object], **changes: str) -> None:
        self.screen = screen
        self._log = log
        self._tapped = 0.0
        with log.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "kiosk", *map(str, args)],
                env=environment(DISPLAY=screen.name, **changes),
                stdout=out,
                stderr=subprocess.STDOUT,
            )

    @property
    def said(self) -> str:
        """What the program has written to its terminal."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    @property
    def runs(self) -> bool:
        return self.process.poll() is None

    def tap(self, at: tuple[int, int]) -> None:
        """Touch the screen at a pixel, no sooner after the last tap than a steady hand does."""
        time.sleep(max(0.0, self._tapped + GUARD - time.monotonic()))
        self.screen.click(*at)
        self._tapped = time.monotonic()

    def until(self, picture: Pixels, what: str, seconds: float = PATIENCE) -> float:
        """Wait until the screen shows a reference picture; see :func:`shows`."""
        return self._while_running(lambda: shows(self.screen.pixels(), picture), what, seconds)

    def until_said(self, text: str, seconds: float = PATIENCE) -> float:
        """Wait for a piece of the log."""
        return self._while_running(lambda: text in self.said, text, seconds)

    def _while_running(self, condition: Callable[[], object], what: str, seconds: float) -> float:
        def met() -> bool:
            assert self.runs, f"the kiosk has ended:\n{self.said}"
            return bool(condition())

        try:
            took = wait_for(met, what, seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.said}") from None
        self._tapped = time.monotonic()  # a busy program may have felt the last tap only now
        return took

    def ends(self, seconds: float = 5.0) -> int:
        """Wait for the end; the exit code."""
        try:
            wait_for(lambda: not self.runs, "the kiosk does not end", seconds)
        except AssertionError as error:
            raise AssertionError(f"{error}\n{self.said}") from None
        return int(self.process.returncode)

    def kill(self) -> None:
        """Leave nothing behind."""
        if self.runs:
            self.process.kill()
        self.process.wait()


def lettering(picture: Pixels) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    """Where a picture has words: pixels as light as the paper colour."""
    return np.asarray(picture.min(axis=2) > 150)


def shows(seen: Pixels, reference: Pixels) -> bool:
    """Whether all words of ``reference`` stand on the screen where they belong.

    Only words are compared: the reference has no art. Two screens never share more than their head and their bar.
    """
    wanted = lettering(reference)
    if seen.shape != reference.shape or not wanted.any():
        return False
    apart = np.abs(seen[wanted].astype(np.int16) - reference[wanted].astype(np.int16)).max(axis=1)
    return float((apart < 64).mean()) > 0.97
