"""Tells when headphones are plugged in or out, on Linux with a sound server: PulseAudio, or PipeWire in its place.

While they are in, sound goes to them alone (R34): a socket beside the loudspeaker on one sink is switched by the server
itself; where the loudspeaker is a sink of its own, that sink is muted until they are out again.

``pactl subscribe`` sleeps until the server reports a change, so waiting costs nothing; only then the ports are looked
at. Where there is no ``pactl`` (Debian package pulseaudio-utils), and on other systems, nothing is ever reported.
"""

from __future__ import annotations

import logging
import re

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QStandardPaths, QTimer, Signal

from kiosk.player.program import dismiss

log = logging.getLogger(__name__)

SETTLE_MS = 300
"""A plug gives several events; the ports are read when they have ended."""

AGAIN_MS = 30_000
"""After the sound server has gone, wait this long before asking again."""

_EVENT = re.compile(rb"'(?:new|change|remove)' on (?:card|sink|server)\b(?!-)")
_WORN = re.compile(r"head(?:phone|set)|earpiece", re.IGNORECASE)


def plugged_in(sinks: str) -> bool:
    """Whether a sound output goes to headphones, from what ``pactl list sinks`` prints in English.

    True where a sink's active port is one of headphones or a headset and is not reported as not available.
    """
    return any(outputs(sinks).values())


def outputs(sinks: str) -> dict[str, bool]:
    """Every sink's name, and whether it goes to headphones, from what ``pactl list sinks`` prints in English."""
    found = {}
    for sink in re.split(r"^Sink #", sinks, flags=re.MULTILINE)[1:]:
        name = re.search(r"^\s*Name: (.+)$", sink, re.MULTILINE)
        active = re.search(r"^\s*Active Port: (.+)$", sink, re.MULTILINE)
        port = re.search(rf"^\s*{re.escape(active[1].strip())}: (.+)$", sink, re.MULTILINE) if active else None
        described = port[1] if port else ""
        worn = bool(active and _WORN.search(f"{active[1]} {described}") and "not available" not in described)
        found[name[1].strip() if name else ""] = worn
    return found


class Headphones(QObject):
    """``changed`` carries whether there are headphones; not sent for what is there at the start."""

    changed = Signal(bool)

    def __init__(self, program: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program or QStandardPaths.findExecutable("pactl")
        self._present = False
        self._muted: list[str] = []
        self._first = True
        self._events: QProcess | None = None
        self._look: QProcess | None = None
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._list)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.start)

    @property
    def present(self) -> bool:
        """Whether headphones are plugged in, as far as is known."""
        return self._present

    def start(self) -> None:
        """Begin to listen, where there is something to listen to."""
        if not self._program or self._events:
            return
        self._events = self._run("subscribe")
        self._events.readyReadStandardOutput.connect(self._heard)
        self._events.finished.connect(self._gone)
        self._list()

    def stop(self) -> None:
        """Stop listening."""
        self._settle.stop()
        self._again.stop()
        self._direct({})
        events, look, self._events, self._look = self._events, self._look, None, None
        if events:
            events.readyReadStandardOutput.disconnect(self._heard)
            events.finished.disconnect(self._gone)
            dismiss(events)
        if look:
            look.finished.disconnect(self._listed)
            dismiss(look)

    def _run(self, *arguments: str) -> QProcess:
        process = QProcess(self)
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("LC_ALL", "C")
        process.setProcessEnvironment(environment)
        process.start(self._program, list(arguments))
        return process

    def _heard(self) -> None:
        if self._events and _EVENT.search(self._events.readAllStandardOutput().data()):
            self._settle.start()

    def _gone(self) -> None:
        events, self._events = self._events, None
        if events:
            events.deleteLater()
        log.info("the sound server reports no more changes; asking again in %d s", AGAIN_MS // 1000)
        self._again.start()

    def _list(self) -> None:
        if self._look is None:
            self._look = self._run("list", "sinks")
            self._look.finished.connect(self._listed)

    def _listed(self, code: int) -> None:
        look, self._look = self._look, None
        if look is None:
            return
        look.deleteLater()
        sinks = outputs(bytes(look.readAllStandardOutput().data()).decode("utf-8", "replace")) if code == 0 else {}
        present = any(sinks.values())
        self._direct(sinks if present else {})
        first, self._first = self._first, False
        if present != self._present:
            self._present = present
            if not first:
                log.info("headphones %s", "plugged in" if present else "taken out")
                self.changed.emit(present)

    def _direct(self, sinks: dict[str, bool]) -> None:
        """Send sound to the sinks with headphones and mute the others; with none, give the muted ones back."""
        muted = [name for name, worn in sinks.items() if name and not worn]
        if muted == self._muted:
            return
        for name in self._muted:
            QProcess.startDetached(self._program, ["set-sink-mute", name, "0"])
        for name in muted:
            QProcess.startDetached(self._program, ["set-sink-mute", name, "1"])
        if muted:
            QProcess.startDetached(self._program, ["set-default-sink", next(name for name in sinks if sinks[name])])
        self._muted = muted
