"""Tells when headphones are plugged in or out, on Linux with a sound server: PulseAudio, or PipeWire in its place.

While they are in, sound goes to them alone (R34): a socket beside the loudspeaker on one sink is switched by the server
itself; where the loudspeaker is a sink of its own, that sink is muted until they are out again, and has all sound again
if it had it before.

``pactl subscribe`` sleeps until the server reports a change, so waiting costs nothing; only then the ports are looked
at. Where there is no ``pactl`` (Debian package pulseaudio-utils), and on other systems, nothing is ever reported.
"""

from __future__ import annotations

import logging
import re
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QStandardPaths, QTimer, Signal

from kiosk.player.headphones_diverted import Diverted
from kiosk.player.program import Question, beside_ours, dismiss

log = logging.getLogger(__name__)

SETTLE_MS = 300
"""A plug gives several events; the ports are read when they have ended."""

AGAIN_MS = 30_000
"""After the sound server has gone, wait this long before asking again."""

PATIENCE_MS = 5_000
"""Longest wait for the list of sinks; 20 ms are usual."""

ENGLISH = {"LC_ALL": "C"}

_EVENT = re.compile(rb"'(?:new|change|remove)' on (?:card|sink|server)\b(?!-)")
_DEFAULT = re.compile(r"^Default Sink: (.+)$", re.MULTILINE)
_WORN = re.compile(r"head(?:phone|set)|earpiece", re.IGNORECASE)


def outputs(sinks: str) -> dict[str, bool]:
    """Every sink's name, and whether it goes to headphones, from what ``pactl list sinks`` prints in English.

    It does where its active port is one of headphones or a headset and is not reported as not available.
    """
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
    """``changed`` carries whether there are headphones; not sent for what is there at the start.

    ``memory`` is the file that keeps which sinks are muted; those of a kiosk that was killed are given back as soon as
    the sound server tells that they are there.
    """

    changed = Signal(bool)

    def __init__(self, program: str = "", memory: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program or QStandardPaths.findExecutable("pactl")
        self._present = False
        self._diverted = Diverted(memory)
        self._silenced: set[str] = set()  # muted since the start: what is only remembered may have been given back
        self._first = True
        self._reached = False
        self._default = ""
        self._events: QProcess | None = None
        self._server = Question(self._program, PATIENCE_MS, self, ENGLISH)
        self._server.answered.connect(self._told)
        self._sinks = Question(self._program, PATIENCE_MS, self, ENGLISH)
        self._sinks.answered.connect(self._listed)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self.start)

    @property
    def present(self) -> bool:
        """Whether headphones are plugged in, as far as is known."""
        return self._present

    def start(self) -> None:
        """Begin to listen, where there is something to listen to."""
        if not self._program:
            return
        if self._events is None:
            self._subscribe()
        self._ask()

    def stop(self) -> None:
        """Stop listening, and give back what is muted.

        Nobody waits for the sound server to do it, and it may be ending, too: it is told again at the next start.
        """
        self._settle.stop()
        self._again.stop()
        self._server.stop()
        self._sinks.stop()
        if self._silenced:
            self._mute(self._diverted.muted, on=False)
            self._prefer(self._diverted.default)
            self._silenced = set()
        events, self._events = self._events, None
        if events:
            self._leave(events)

    # ---------------------------------------------------------------- listening

    def _subscribe(self) -> None:
        events = QProcess(self)
        events.setStandardErrorFile(QProcess.nullDevice())  # it lives as long as we do, and nobody reads that
        events.setProcessEnvironment(beside_ours(ENGLISH))
        events.readyReadStandardOutput.connect(self._heard)
        events.finished.connect(self._gone)
        events.errorOccurred.connect(self._broken)
        self._events = events
        events.start(self._program, ["subscribe"])

    def _leave(self, events: QProcess) -> None:
        events.readyReadStandardOutput.disconnect(self._heard)
        events.finished.disconnect(self._gone)
        events.errorOccurred.disconnect(self._broken)
        dismiss(events)

    def _heard(self) -> None:
        while self._events and self._events.canReadLine():  # the rest of a line may come later
            if _EVENT.search(self._events.readLine().data()):
                self._settle.start()

    def _broken(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:  # after any other one it is gone
            self._gone()

    def _gone(self) -> None:
        events, self._events = self._events, None
        if events:
            self._leave(events)
        if self._reached:  # once, not every half minute where there is no server
            log.info("the sound server reports no more changes; asking again every %d s", AGAIN_MS // 1000)
        self._reached = False
        self._silenced = set()  # another one may know nothing of it
        self._again.start()

    # ---------------------------------------------------------------- looking

    def _ask(self) -> None:
        self._server.run(["info"])

    def _told(self, good: bool, told: str) -> None:
        if not good:  # nothing is known: all stays as it is
            self._again.start()
            return
        named = _DEFAULT.search(told)
        self._default = named[1].strip() if named else ""
        self._sinks.run(["list", "sinks"])

    def _listed(self, good: bool, listed: str) -> None:
        if not good:
            self._again.start()
            return
        self._reached = True
        sinks = outputs(listed)
        present = any(sinks.values())
        self._direct(sinks, present)
        first, self._first = self._first, False
        if present != self._present:
            self._present = present
            if not first:
                log.info("headphones %s", "plugged in" if present else "taken out")
                self.changed.emit(present)

    def _direct(self, sinks: dict[str, bool], present: bool) -> None:
        """Send sound to the sinks with headphones and mute the others; with none, give back what was changed.

        A sink that is not there now is given back when it is there again.
        """
        wanted = [name for name, worn in sinks.items() if present and name and not worn]
        back = [name for name in self._diverted.muted if name in sinks and name not in wanted]
        fresh = [name for name in wanted if name not in self._silenced]
        muted = [name for name in self._diverted.muted if name not in sinks] + wanted
        default = self._diverted.default
        if fresh and self._default in wanted:
            self._diverted.remember(muted, self._default)
        elif not present and default in sinks:
            self._diverted.remember(muted, "")
            self._prefer(default)
        else:
            self._diverted.remember(muted, default)
        self._silenced = set(wanted)
        self._mute(back, on=False)
        self._mute(fresh, on=True)
        if fresh and not sinks.get(self._default):
            self._prefer(next(name for name, worn in sinks.items() if worn))

    def _mute(self, names: list[str], *, on: bool) -> None:
        for name in names:
            self._order("set-sink-mute", name, "1" if on else "0")

    def _prefer(self, name: str) -> None:
        if name:
            self._order("set-default-sink", name)

    def _order(self, *arguments: str) -> None:
        """Tell the sound server something, and do not wait for it."""
        order = QProcess()
        order.setProgram(self._program)
        order.setArguments(list(arguments))
        # It may outlive us where the server hangs: it must not keep the line on which a supervisor hears our beats.
        order.setStandardOutputFile(QProcess.nullDevice())
        order.setStandardErrorFile(QProcess.nullDevice())
        order.startDetached()
