"""The real program, taking a visitor's wishes as lines on its input: ``python -m tests.bench.driven ARGS of kiosk``.

A line is a slot of the session with its arguments as JSON, such as ``openPanel "photonics"``, or one of:
``frames`` (begin to count frames), ``told`` (print how long each took and what lay between them, ms), ``timed SLOT``
(print the ms from the call to the frame that shows it). Each answer is one line of JSON.
"""

from __future__ import annotations

import json
import os
import sys
import time
from typing import Any

from PySide6.QtCore import QSocketNotifier

from kiosk.cli import main
from kiosk.player.app import Player


class Driver:
    """Reads lines and drives the session of a player."""

    def __init__(self, player: Player) -> None:
        self._session = player.session
        self._window = player.window
        self._begun = 0.0
        self._work: list[float] = []
        self._shown: list[float] = []
        self._call: float | None = None
        self._rest = b""
        self._input = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._input.activated.connect(self._read)

    def _listen(self) -> None:
        """Only while something is measured: a resting screen shall cost what it costs."""
        self._window.afterAnimating.connect(self._frame_begins)
        self._window.frameSwapped.connect(self._frame_ends)

    def _deafen(self) -> None:
        self._window.afterAnimating.disconnect(self._frame_begins)
        self._window.frameSwapped.disconnect(self._frame_ends)

    def _frame_begins(self) -> None:
        self._begun = time.perf_counter()

    def _frame_ends(self) -> None:
        now = time.perf_counter()
        self._work.append((now - self._begun) * 1000)
        self._shown.append(now)
        if self._call is not None:
            self._tell((now - self._call) * 1000)
            self._call = None
            self._deafen()

    def _read(self) -> None:
        data = os.read(sys.stdin.fileno(), 65536)  # not readline: what it keeps in its buffer wakes nobody
        if not data:
            self._input.setEnabled(False)
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            self._do(line.decode())

    def _do(self, line: str) -> None:
        name, *rest = line.split(maxsplit=1)
        arguments = json.loads(f"[{rest[0]}]") if rest and name != "timed" else []
        if name == "frames":
            self._work, self._shown = [], []
            self._listen()
        elif name == "told":
            self._deafen()
            gaps = [(after - before) * 1000 for before, after in zip(self._shown, self._shown[1:], strict=False)]
            self._tell({"work": self._work, "gaps": gaps})
        elif name == "timed":
            slot, *rest = rest[0].split(maxsplit=1)
            self._listen()
            self._call = time.perf_counter()
            getattr(self._session, slot)(*json.loads(f"[{rest[0]}]"))
        else:
            getattr(self._session, name)(*arguments)

    def _tell(self, answer: Any) -> None:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def drive() -> None:
    """Let every player be driven."""
    show = Player.show

    def shown(player: Player) -> None:
        player._driver = Driver(player)  # type: ignore[attr-defined]
        show(player)

    Player.show = shown  # type: ignore[method-assign]


if __name__ == "__main__":
    drive()
    sys.exit(main(sys.argv[1:]))
