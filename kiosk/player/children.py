"""The processes beside the player: the publisher after a change, the baker while plates are missing.

Both are the same program started again; both are left alone by the screen, and killed when they are silent too long.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk import paths

log = logging.getLogger(__name__)

SILENCE_MS = 60_000
"""Longest time without a line of progress; then the process is killed."""

RESTING_MS = 5_000
"""How long the baker waits for another plate before it ends and gives its memory back."""


def command(*args: str) -> tuple[str, list[str]]:
    """The program and its arguments for starting ourselves again, from a checkout, a wheel or a frozen build."""
    if getattr(sys, "frozen", False):
        return sys.executable, list(args)
    return sys.executable, ["-m", "kiosk", *args]


def environment() -> QProcessEnvironment:
    """Our own environment, with this very package first on Python's path, and no screen for the child."""
    made = QProcessEnvironment.systemEnvironment()
    package = str(Path(paths.__file__).resolve().parent.parent)
    made.insert("PYTHONPATH", os.pathsep.join(part for part in (package, made.value("PYTHONPATH")) if part))
    made.insert("PYTHONIOENCODING", "utf-8")
    made.insert("QT_QPA_PLATFORM", "offscreen")
    return made


class PublishProcess(QObject):
    """Runs ``kiosk publish``; the newest wish wins. ``finished`` carries whether an edition was made."""

    finished = Signal(bool)

    def __init__(self, content: Path, state: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._args = ("publish", str(content), "--state", str(state))
        self._process: QProcess | None = None
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.setInterval(SILENCE_MS)
        self._silence.timeout.connect(self._too_long)
        self._messages = b""

    @property
    def running(self) -> bool:
        """Whether a publish is under way."""
        return self._process is not None

    def start(self) -> None:
        """Publish now; one that is under way is dropped, for its content is old."""
        self.stop()
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.readyReadStandardOutput.connect(self._progress)
        process.readyReadStandardError.connect(self._message)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._failed)
        self._process, self._messages = process, b""
        program, args = command(*self._args)
        process.start(program, args)
        self._silence.start()

    def stop(self) -> None:
        """Drop the publish under way."""
        process, self._process = self._process, None
        self._silence.stop()
        if process:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _progress(self) -> None:
        self._silence.start()
        if self._process:
            for line in bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace").splitlines():
                log.info("publish: %s", line)

    def _message(self) -> None:
        if self._process:
            self._messages += bytes(self._process.readAllStandardError().data())

    def _too_long(self) -> None:
        log.error("publishing gave no sign for %d s and was stopped; the last good edition stays", SILENCE_MS // 1000)
        self.stop()
        self.finished.emit(False)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            log.error("the publisher does not start: %s", self._process.errorString() if self._process else "")
            self.stop()
            self.finished.emit(False)

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        self._progress()
        self._message()
        self._silence.stop()
        process, self._process = self._process, None
        for line in self._messages.decode("utf-8", "replace").splitlines():
            log.log(logging.WARNING if code == 0 else logging.ERROR, "content: %s", line)
        if status == QProcess.ExitStatus.CrashExit:
            log.error("publishing was stopped by its limits; the last good edition stays")
        elif code:
            log.error("the content is not shown: kiosk check says what to mend; the last good edition stays")
        if process:
            process.deleteLater()
        self.finished.emit(code == 0 and status == QProcess.ExitStatus.NormalExit)


class BakeProcess(QObject):
    """Bakes plates one after another in a process that ends when there is nothing to do.

    ``line`` carries its reports.
    """

    line = Signal(str)

    def __init__(self, out: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._out = out
        self._process: QProcess | None = None
        self._waiting = 0
        self._resting = QTimer(self)
        self._resting.setSingleShot(True)
        self._resting.setInterval(RESTING_MS)
        self._resting.timeout.connect(self.stop)

    def order(self, request: dict[str, Any]) -> None:
        """Bake a plate; it is reported when it is on the disk."""
        if self._process is None:
            self._start()
        if self._process is not None:
            self._resting.stop()
            self._waiting += 1
            self._process.write(json.dumps(request).encode() + b"\n")

    def stop(self) -> None:
        """End the baker."""
        process, self._process = self._process, None
        self._resting.stop()
        self._waiting = 0
        if process:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(1000)
            process.deleteLater()

    def _start(self) -> None:
        process = QProcess(self)
        process.setProcessEnvironment(environment())
        process.readyReadStandardOutput.connect(self._report)
        process.finished.connect(self._ended)
        self._process = process
        if getattr(sys, "frozen", False):
            program, args = command("bake", "--out", str(self._out), "--fonts", str(paths.assets() / "fonts"))
        else:
            program, args = sys.executable, ["-m", "kiosk.publish.light"]
            args += ["--out", str(self._out), "--fonts", str(paths.assets() / "fonts")]
        process.start(program, args)

    def _report(self) -> None:
        while self._process and self._process.canReadLine():
            self._waiting -= 1
            self.line.emit(bytes(self._process.readLine().data()).decode("utf-8", "replace"))
        if self._waiting <= 0:
            self._resting.start()

    def _ended(self) -> None:
        if self._process:
            text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace").strip()
            if text:
                log.error("the baker has ended: %s", text.splitlines()[-1])
            self._process.deleteLater()
        self._process = None
        self._waiting = 0
