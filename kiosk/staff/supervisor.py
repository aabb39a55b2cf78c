"""Keeps a kiosk on the screen: starts it, watches its heartbeat, starts it again, and knows when to stop trying."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from kiosk import paths
from kiosk.player.log_file import LogFile
from kiosk.player.memory import AGAIN, TOLD
from kiosk.player.signals import heeded
from kiosk.player.systemd import VARIABLES, Systemd
from kiosk.staff.child import Child
from kiosk.staff.crashes import LIMIT, Crashes
from kiosk.staff.record import Record

log = logging.getLogger(__name__)

LACKING = 2
"""Exit code of a child for which the system lacks something. Its arguments were read before it was supervised, so
before its first beat this is no wrong usage: a display is away for a moment, or packages are being updated."""

ENDING_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name))
"""What tells a program to end: sent to us it ends everything, sent to the child alone it is no wish of staff's."""


@dataclass(frozen=True)
class Patience:
    """All in seconds."""

    frozen: float = 6.0
    """Without a heartbeat, after the first: three beats missed."""
    starting: float = 30.0
    """Until the first heartbeat: a first start from a slow card, with cold caches."""
    stopping: float = 3.5
    """For a clean end after SIGTERM; the promise to the caller is 5."""
    quick: float = 60.0
    """A child that lived shorter than this crashed quickly."""
    pause: float = 1.0
    """Before another start after the second quick end in a row; each further one doubles it.

    Always waited for after a signal to the child: the same one may be on its way to us (a session that ends tells
    every process), and then nothing is to be started.
    """
    longest: float = 30.0
    """The longest such wait."""
    later: float = 10.0
    """The longest wait before another try of what could not start yet; the first is ``pause``, each one doubles it."""
    step: float = 0.1
    """Between two looks."""
    note: float = 60.0
    """Between two notes of the time that has passed since a crash."""


class Ending(Enum):
    """How a child ended."""

    LEFT = "left on purpose"
    AGAIN = "asked to be started again"
    STOPPED = "stopped with the supervisor"
    TOLD = "told to end, but not by us"
    RETRY = "safe screen over"
    LATER = "cannot start yet"
    CRASHED = "crashed"


class Supervisor:
    """Runs one child after another. ``command(safe)`` gives the child's program and arguments."""

    def __init__(
        self,
        command: Callable[[bool], Sequence[str]],
        crashes: Crashes,
        systemd: Systemd,
        environment: dict[str, str] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._command = command
        self._crashes = crashes
        self._systemd = systemd
        self._environment = environment
        self._patience = patience or Patience()
        self._stopping = ""
        self._alive_due = 0.0
        self._note_due = 0.0
        self._quick = 0
        self._later = 0
        """How often in a row a child could not start yet."""

    def stop(self, reason: str) -> None:
        """End child and supervisor soon; safe to call from a signal handler."""
        self._stopping = reason

    def run(self) -> int:
        """Supervise until the child is left on purpose or ``stop`` is called. Returns the exit code, 0.

        A child that a signal ended without us (``kill``, a guard against low memory) is started again.
        """
        pause, down = 0.0, 0.0
        while not self._stopping:
            self._wait(pause)
            if self._stopping:
                break
            safe = self._crashes.rest > 0
            try:
                child = Child(self._command(safe), self._environment)
            except OSError as error:
                log.error("the kiosk cannot be started: %s", error)  # noqa: TRY400 - a system's answer, no bug
                pause = self._patience.longest
                continue
            ending = self._watch(child, safe, down)
            down = time.monotonic()
            if ending in (Ending.LEFT, Ending.STOPPED):
                log.info("ended: %s", self._stopping or ending.value)
                break
            pause = self._pause(child, ending, safe)
        self._systemd.stopping()
        return 0

    # ---------------------------------------------------------------- one child

    def _watch(self, child: Child, safe: bool, down: float) -> Ending:
        """Stay beside a child until it has ended, one way or the other."""
        name = "safe screen" if safe else "kiosk"
        shown = False
        while True:
            code = child.code()
            if code is not None:
                child.clear()
                return self._ended(child, code, safe)
            if self._stopping:
                self._systemd.stopping()
                child.stop(self._patience.stopping)
                return Ending.STOPPED
            if child.beats and not shown:
                shown = True
                log.info("the %s is up%s", name, f" after {time.monotonic() - down:.1f} s" if down else "")
                self._systemd.ready(f"showing the {name}")
            if child.quiet > (self._patience.frozen if shown else self._patience.starting):
                child.kill()
                self._crashed(f"drew nothing for {child.quiet:.0f} s", safe)
                return Ending.CRASHED
            if safe and not self._crashes.rest:
                log.info("trying the kiosk again")
                child.stop(self._patience.stopping)
                return Ending.RETRY
            self._tick()
            time.sleep(self._patience.step)
            child.look()

    def _ended(self, child: Child, code: int, safe: bool) -> Ending:
        if code == 0:
            return Ending.LEFT
        if code == LACKING and not child.beats:
            if not self._later:
                name, most = "safe screen" if safe else "kiosk", self._patience.later
                told = "the display is away, or the system lacks something; standard error says what"
                log.warning("the %s cannot start yet: %s; trying again every %.0f s at the latest", name, told, most)
            return Ending.LATER
        number = -code if code < 0 else code - TOLD  # told before it listened, or after
        if number in ENDING_SIGNALS:
            if self._stopping:
                return Ending.STOPPED
            # No crash: nothing in the kiosk is broken, so a safe screen for ten minutes would mend nothing.
            name = "safe screen" if safe else "kiosk"
            log.warning("the %s was told to end by %s, not by us; starting it again", name, signal.Signals(number).name)
            return Ending.TOLD
        if code == AGAIN and child.age >= self._patience.quick:
            log.info("the kiosk asks for a fresh start")
            return Ending.AGAIN
        self._crashed(_cause(code), safe)
        return Ending.CRASHED

    def _crashed(self, reason: str, safe: bool) -> None:
        if safe:
            log.error("the safe screen %s", reason)
            return
        problem = self._crashes.add(reason)
        count = len(self._crashes.recent)
        log.error("the kiosk %s; crash %d of the last 30 minutes", reason, count)
        if problem:
            log.warning("%s; crashes are counted until the next restart only", problem)
        if count >= LIMIT:
            log.error("showing the safe screen; the kiosk is tried again in %.0f minutes", self._crashes.rest / 60)

    def _pause(self, child: Child, ending: Ending, safe: bool) -> float:
        """Seconds before the next start: none after the first quick crash and before a change of screen, then more."""
        if ending is Ending.LATER:
            self._later += 1
            return min(self._patience.later, self._patience.pause * 2.0 ** min(self._later - 1, 60))
        self._later = 0
        least = self._patience.pause if ending is Ending.TOLD else 0.0
        unexpected = ending in (Ending.CRASHED, Ending.TOLD)
        if not unexpected or child.age >= self._patience.quick or safe != (self._crashes.rest > 0):
            self._quick = 0
            return least
        self._quick += 1
        if self._quick == 1:
            return least
        return min(self._patience.longest, self._patience.pause * 2.0 ** min(self._quick - 2, 60))

    # ---------------------------------------------------------------- time

    def _wait(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while not self._stopping and time.monotonic() < end:
            self._tick()
            time.sleep(self._patience.step)

    def _tick(self) -> None:
        now = time.monotonic()
        if self._systemd.interval and now >= self._alive_due:
            self._alive_due = now + self._systemd.interval
            self._systemd.alive()
        if now >= self._note_due:
            self._note_due = now + self._patience.note
            self._crashes.pass_on()


def supervise(argv: Sequence[str], state: Path, patience: Patience | None = None) -> int:
    """Run ``kiosk run`` with the arguments ``argv`` under supervision; the crashes are kept in ``state``.

    ``argv`` is what each child is given, so it must not ask for a supervisor itself.

    Returns 0 when the kiosk was left on purpose or the supervisor was told to end (SIGTERM, SIGINT, or a SIGHUP that
    ``nohup`` has not ruled out).
    """
    problem = _log_to(state / "logs")
    if problem:
        log.warning("no log file: %s", problem)

    def command(safe: bool) -> list[str]:
        return [sys.executable, "-m", "kiosk", "run", "--heartbeat", *(["--safe"] if safe else []), *argv]

    crashes = Crashes(Record(state / "staff" / "crashes.json"))
    supervisor = Supervisor(command, crashes, Systemd(), _environment(), patience)
    for number in heeded("SIGBREAK"):
        signal.signal(number, lambda number, _: supervisor.stop(signal.Signals(number).name))
    return supervisor.run()


def _environment() -> dict[str, str]:
    """Ours, with this very package first on Python's path, and without systemd's line: that one is ours alone."""
    made = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    return made | paths.python()


def _cause(code: int) -> str:
    """Put an exit code into words; negative ones are signals."""
    if code >= 0:
        return f"ended with code {code}"
    try:
        return f"was ended by {signal.Signals(-code).name}"
    except ValueError:
        return f"was ended by signal {-code}"


def _log_to(folder: Path) -> str:
    """Log to the terminal and to a small file of our own: the player turns over its files itself."""
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    logging.raiseExceptions = False
    form = logging.Formatter("%(asctime)s %(levelname)s supervisor: %(message)s")
    terminal = logging.StreamHandler()
    terminal.setFormatter(form)
    root.addHandler(terminal)
    file = LogFile(folder / "supervisor.log", 50_000, 2)
    file.setFormatter(form)
    root.addHandler(file)
    if file.instead:
        log.warning("%s", file.instead)
    return file.problem
