"""A program beside us that makes sound: one run at a time, silent at once when told."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

log = logging.getLogger(__name__)


class Program(QObject):
    """Runs ``path``. ``ended`` tells whether a run was good; one that was stopped tells nothing."""

    ended = Signal(bool)

    def __init__(self, path: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._process: QProcess | None = None

    def run(self, arguments: list[str], text: str = "") -> None:
        """Begin, after stopping what runs; ``text`` is its input. Nothing passes a shell."""
        self.stop()
        process = QProcess(self)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
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
            # Waiting for its end would hold the screen; it is reaped when it comes.
            process.finished.disconnect(self._finished)
            process.errorOccurred.disconnect(self._broken)
            process.finished.connect(process.deleteLater)
            process.kill()

    def _finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        good = code == 0 and status == QProcess.ExitStatus.NormalExit
        if not good:
            said = bytes(process.readAll().data()).decode("utf-8", "replace").strip()
            log.warning("%s ended with %d: %s", self._path, code, said[-300:])
        process.deleteLater()
        self.ended.emit(good)

    def _broken(self, error: QProcess.ProcessError) -> None:
        process = self._process
        if process and error == QProcess.ProcessError.FailedToStart:
            self._process = None
            log.warning("%s does not start: %s", self._path, process.errorString())
            process.deleteLater()
            # Not from within run: whoever listens expects it to have returned.
            QTimer.singleShot(0, self, lambda: self.ended.emit(False))
