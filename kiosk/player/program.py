"""Programs beside us: one that makes sound and is silent at once when told, one that is asked something.

Nothing here waits for a program while the screen is shown.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

log = logging.getLogger(__name__)


def dismiss(process: QProcess, *, wait: bool = False) -> None:
    """End a process nobody listens to any more; it is forgotten when the system has ended it.

    ``wait`` up to a second for that: for the end of the program, never while the screen is shown.
    """
    if process.state() == QProcess.ProcessState.NotRunning:
        process.deleteLater()
        return
    process.setParent(QCoreApplication.instance())  # it may outlive who started it
    process.finished.connect(process.deleteLater)
    process.kill()
    if wait:
        process.waitForFinished(1000)


def beside_ours(variables: Mapping[str, str]) -> QProcessEnvironment:
    """Give our own environment with some variables set."""
    environment = QProcessEnvironment.systemEnvironment()
    for name, value in variables.items():
        environment.insert(name, value)
    return environment


class Program(QObject):
    """Runs ``path``, one run at a time. ``ended`` tells whether a run was good; one that was stopped tells nothing.

    ``environment``: variables it is given beside ours.
    """

    ended = Signal(bool)

    def __init__(self, path: str, parent: QObject | None = None, environment: Mapping[str, str] | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._environment = dict(environment or {})
        self._process: QProcess | None = None
        self._channels = QProcess.ProcessChannelMode.MergedChannels

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._process is not None

    def run(self, arguments: list[str], text: str = "") -> None:
        """Begin, after stopping what runs; ``text`` is its input. Nothing passes a shell."""
        self.stop()
        process = QProcess(self)
        process.setProcessChannelMode(self._channels)
        if self._environment:
            process.setProcessEnvironment(beside_ours(self._environment))
        process.finished.connect(self._finished)
        process.errorOccurred.connect(self._broken)
        self._process = process
        process.start(self._path, arguments)
        if text:
            process.write(text.encode("utf-8"))
        process.closeWriteChannel()

    def stop(self) -> None:
        """Be silent at once: the process is killed."""
        process, self._process = self._process, None
        if process:
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._broken)
            dismiss(process)

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process = self._process
        if process is None:
            return
        good = code == 0 and status == QProcess.ExitStatus.NormalExit
        said = bytes(process.readAll().data()).decode("utf-8", "replace").strip()
        if not good:
            log.warning("%s ended with %d: %s", self._path, code, said[-300:])
        self._close(process, good, said)

    def _broken(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if process and error == QProcess.ProcessError.FailedToStart:
            log.warning("%s does not start: %s", self._path, process.errorString())
            # Not from within run: whoever listens expects it to have returned.
            QTimer.singleShot(0, self, lambda: self._close(process, False, ""))

    def _close(self, process: QProcess, good: bool, said: str) -> None:
        """Tell how a run has ended, unless it was stopped meanwhile."""
        if process is self._process:
            self._process = None
            process.deleteLater()
            self._tell(good, said)

    def _tell(self, good: bool, said: str) -> None:  # noqa: ARG002 - for whoever wants an answer
        self.ended.emit(good)


class Question(Program):
    """Asks ``path``: ``answered`` tells whether there is an answer, and what it printed.

    A program that has not ended after ``patience`` ms is killed, whatever it has printed, and has no answer; a question
    that was stopped has none at all.
    """

    answered = Signal(bool, str)

    def __init__(
        self, path: str, patience: int, parent: QObject | None = None, environment: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(path, parent, environment)
        self._channels = QProcess.ProcessChannelMode.SeparateChannels
        self._late = QTimer(self, singleShot=True, interval=patience)
        self._late.timeout.connect(self._too_late)

    def run(self, arguments: list[str], text: str = "") -> None:
        """Ask, instead of what is being asked."""
        super().run(arguments, text)
        if QCoreApplication.instance() is not None:  # else there are no timers, and who asks has to wait
            self._late.start()

    def stop(self) -> None:
        """Ask no more."""
        self._late.stop()
        super().stop()

    def wait(self) -> None:
        """Wait for the answer. For a program without a screen, such as ``kiosk doctor``."""
        process = self._process
        if process is None:
            return
        process.waitForFinished(self._late.interval())
        if process is not self._process:
            return  # it has answered
        if process.state() == QProcess.ProcessState.NotRunning:
            self._close(process, False, "")
        else:
            self._too_late()

    def _too_late(self) -> None:
        log.warning("%s does not answer", self._path)
        self.stop()
        self.answered.emit(False, "")

    def _tell(self, good: bool, said: str) -> None:
        self._late.stop()
        self.answered.emit(good, said)
