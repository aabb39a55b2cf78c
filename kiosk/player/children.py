"""The processes beside the player: the publisher after a change, the baker while plates are missing.

Both are the same program started again; both are left alone by the screen, and killed when they are silent too long.
Nothing here waits for a process while the screen is shown.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk import paths
from kiosk.player.program import beside_ours, dismiss
from kiosk.publish.limits import LIMITS, ended

log = logging.getLogger(__name__)

SILENCE_MS = LIMITS.silence * 1000
"""Longest time without a line of progress; then the process is killed."""

RESTING_MS = 5_000
"""How long the baker waits for another plate before it ends and gives its memory back."""

AGAIN_MS = (30_000, 600_000)
"""First and longest wait before a publish that failed is tried again, ms; each one doubles it. A lock that is lifted
or a disk that has room again changes no file that the watcher could notice."""

AT_ONCE_MS = 1_000
"""Wait before a publish that crashed or was killed from outside is tried once more, ms: most likely that was no fault
of the content, and staff wait for what they have changed."""

RESTLESS = 60.0
"""How long one publish after another is dropped for newer content, s, from the first that is; then the one under way
comes to its end. A folder that something writes to every few seconds would never be shown otherwise."""

PAUSES_MS = (5_000, 30_000, 300_000)
"""How long after its end the baker is started again while plates are waiting, ms: the first time, the second time, and
every further time in a row without a plate."""

TRIES = 3
"""A plate over which the baker has ended so many times is given up."""

MESSAGES_BYTES = 100_000
"""Most of what a publisher says that is kept and logged."""

_TOO_LONG = getattr(signal, "SIGXCPU", None)
"""Ends a process that has used all of its processor time: it would use it all again."""


def command(*args: str) -> tuple[str, list[str]]:
    """The program and its arguments for starting ourselves again, from a checkout or a wheel."""
    return sys.executable, ["-m", "kiosk", *args]


def environment() -> QProcessEnvironment:
    """Our own environment, with this very package first on Python's path, and no screen for the child."""
    return beside_ours(paths.python() | {"QT_QPA_PLATFORM": "offscreen"})


class PublishProcess(QObject):
    """Runs ``kiosk publish``; the newest wish wins, but for a folder that never rests.

    ``finished`` carries whether the content is published.
    """

    finished = Signal(bool)

    def __init__(self, content: Path, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # absolute: a name that begins with a hyphen would be taken for an option
        self._command = command("publish", str(content.absolute()), "--state", str(state.absolute()))
        self._process: QProcess | None = None
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._too_long)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS[0])
        self._again.timeout.connect(self._begin)
        self._wait = AGAIN_MS[0]
        self._crashed = False
        """Whether a try since the last change has crashed; the next one that does waits like any that fails."""
        self._since: float | None = None
        """When the first of those was dropped that are dropped in a row, as ``time.monotonic``; None before it."""
        self._stale = False
        """Whether the content has changed again since the one that is under way began."""
        self._messages = b""
        self._told = b""

    @property
    def running(self) -> bool:
        """Whether a publish is under way."""
        return self._process is not None

    def start(self) -> None:
        """Publish now; one that is under way is dropped, for its content is old, unless that goes on and on."""
        self._wait, self._crashed, self._told = AGAIN_MS[0], False, b""
        if self.running:
            now = time.monotonic()
            self._since = now if self._since is None else self._since
            if now - self._since > RESTLESS:
                self._stale = True
                return
        self._begin()

    def stop(self) -> None:
        """Drop the publish under way, and try no more. For the end of the program: waits for the process to end."""
        self._stale = False
        self._drop(wait=True)

    def _begin(self) -> None:
        self._drop()
        self._stale = False
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        # Methods, not closures: a closure would keep us alive for the process, our own child.
        process.readyReadStandardOutput.connect(self._progress)
        process.readyReadStandardError.connect(self._message)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process, self._messages = process, b""
        process.start(*self._command)
        self._silence.start()

    def _drop(self, *, wait: bool = False) -> None:
        process, self._process = self._process, None
        self._silence.stop()
        self._again.stop()
        if process:
            process.readyReadStandardOutput.disconnect(self._progress)
            process.readyReadStandardError.disconnect(self._message)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._failed)
            dismiss(process, wait=wait)

    def _progress(self) -> None:
        self._silence.start()
        while self._process and self._process.canReadLine():
            log.info("publish: %s", bytes(self._process.readLine().data()).decode("utf-8", "replace").rstrip())

    def _message(self) -> None:
        if self._process:
            more = bytes(self._process.readAllStandardError().data())
            self._messages += more[: MESSAGES_BYTES - len(self._messages)]

    def _too_long(self) -> None:
        told = (
            "publishing gave no sign for %d s and was stopped; it is tried again soon, and the last good edition stays"
        )
        log.error(told, LIMITS.silence)
        self._drop()
        self._over(good=False)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if self._process and error == QProcess.ProcessError.FailedToStart:
            log.error("the publisher does not start: %s; the last good edition stays", self._process.errorString())
            self._drop()
            self._over(good=False)

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._progress()
        self._message()
        crashed = status == QProcess.ExitStatus.CrashExit
        if self._messages != self._told:  # a try that fails again says nothing new
            self._tell(logging.ERROR if code or crashed else logging.WARNING)
        if crashed:
            sentence, remedy = ended(-code) or ("Publishing crashed.", "Publish again.")
            log.error("%s %s The last good edition stays.", sentence, remedy)
        elif code == 1 and b": error[" in self._messages:
            log.error("the content is not shown: kiosk check says what to mend; the last good edition stays")
        elif code == 1:  # Python's own, for a mistake of ours: kiosk check has nothing to say about that
            log.error("publishing has failed: the lines above say where; the last good edition stays")
        elif code:
            log.error("publishing was not possible; the last good edition stays")
        self._drop()
        self._over(good=code == 0 and not crashed, killed=crashed and code != _TOO_LONG)

    def _tell(self, level: int) -> None:
        self._told = self._messages
        for line in self._messages.decode("utf-8", "replace").splitlines():
            log.log(level, "content: %s", line)

    def _over(self, *, good: bool, killed: bool = False) -> None:
        if killed and not self._crashed:
            self._crashed = True
            self._again.start(AT_ONCE_MS)
        elif not good:
            self._again.start(self._wait)
            self._wait = min(self._wait * 2, AGAIN_MS[1])
        self._since = None
        self.finished.emit(good)
        if self._stale and not self.running:
            self.start()


class BakeProcess(QObject):
    """Bakes plates one after another in a process that ends when there is nothing to do.

    ``line`` carries its reports. Where the process ends with plates still waiting, it is started again after a pause
    and told of them anew; the one over which it has ended comes last, and after some tries ``given_up`` carries it.
    """

    line = Signal(str)
    given_up = Signal(dict)

    def __init__(self, out: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out = out.absolute()  # as above
        self._process: QProcess | None = None
        self._orders: list[str] = []
        """What is waiting, in the order in which the process is told; it answers in that order."""
        self._tries: Counter[str] = Counter()
        self._ends = 0
        """How often it has ended since it last reported a plate."""
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._resting.timeout.connect(self._drop)
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._too_long)
        self._again = QTimer(self, singleShot=True, interval=PAUSES_MS[0])
        self._again.timeout.connect(self._start)

    def order(self, request: dict[str, Any]) -> None:
        """Bake a plate; it is reported when it is on the disk."""
        order = json.dumps(request)
        self._orders.append(order)
        if self._process is not None:
            self._tell(self._process, [order])
        elif not self._again.isActive():
            self._start()

    def stop(self) -> None:
        """End the baker. For the end of the program: waits for the process to end."""
        self._again.stop()
        self._orders.clear()
        self._drop(wait=True)

    def _start(self) -> None:
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.readyReadStandardOutput.connect(self._report)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process = process
        folders = ["--out", str(self._out), "--fonts", str(paths.assets() / "fonts")]
        process.start(sys.executable, ["-m", "kiosk.publish.light", *folders])
        if self._process is process:  # else it could not be started
            self._orders.sort(key=self._tries.__getitem__)  # what may end it again holds up nothing else
            self._tell(process, self._orders)

    def _tell(self, process: QProcess, orders: list[str]) -> None:
        self._resting.stop()
        if not self._silence.isActive():
            self._silence.start()
        process.write("".join(f"{order}\n" for order in orders).encode())

    def _drop(self, *, wait: bool = False) -> None:
        process, self._process = self._process, None
        self._resting.stop()
        self._silence.stop()
        if process:
            process.readyReadStandardOutput.disconnect(self._report)
            process.finished.disconnect(self._ended)
            process.errorOccurred.disconnect(self._failed)
            dismiss(process, wait=wait)

    def _report(self) -> None:
        while self._process and self._process.canReadLine():
            if self._orders:
                self._tries.pop(self._orders.pop(0), None)
            self._ends = 0
            self._silence.start()
            self.line.emit(bytes(self._process.readLine().data()).decode("utf-8", "replace"))
        if self._process and not self._orders:
            self._silence.stop()
            self._resting.start()

    def _too_long(self) -> None:
        log.error("baking gave no sign for %d s and was stopped; plainer art stays", LIMITS.silence)
        self._lost(self._orders[0] if self._orders else "")

    def _failed(self, error: QProcess.ProcessError) -> None:
        if self._process and error == QProcess.ProcessError.FailedToStart:
            if self._ends < len(PAUSES_MS):  # it is tried for ever, but not told for ever
                log.error("the baker does not start: %s", self._process.errorString())
            self._lost("")  # no plate's fault

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._report()
        if self._process:
            said = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            crashed = status == QProcess.ExitStatus.CrashExit
            if said or crashed or code or self._orders:
                how = f"{'signal' if crashed else 'status'} {code}"
                log.error("the baker has ended: %s", said.splitlines()[-1] if said else how)
            self._lost(self._orders[0] if self._orders else "")

    def _lost(self, suspect: str) -> None:
        """Go on after a pause with what is still waiting; ``suspect`` is the plate over which the process has ended."""
        self._drop()
        if suspect:
            self._tries[suspect] += 1
            if self._tries[suspect] >= TRIES:
                log.error("a plate is given up, baking has ended over it %d times: %.200s", TRIES, suspect)
                del self._tries[suspect]
                self._orders.remove(suspect)
                self.given_up.emit(json.loads(suspect))
        if self._orders:
            self._again.start(PAUSES_MS[min(self._ends, len(PAUSES_MS) - 1)])
            self._ends += 1
