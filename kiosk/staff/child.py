"""One supervised process: its beats, how long it has been quiet, and how to end it with all it has started."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence

BEAT = b"beat"
"""A line a player writes to its standard output for frames it has drawn."""

BLINK = 1.0
"""Longest time between two looks that counts, s. More is our own sleep: a suspended or overloaded machine."""

STUCK = 1.0
"""How long the end of a killed process is waited for, s."""

LONGEST = 10_000
"""Bytes of a line that are kept at once: one without an end must not fill our memory."""

log = logging.getLogger(__name__)


class Child:
    """A running child. Raises ``OSError`` if it cannot be started."""

    def __init__(self, command: Sequence[str], environment: dict[str, str] | None = None) -> None:
        self.beats = 0
        self.quiet = 0.0
        self._seen = 0
        self._born = self._looked = time.monotonic()
        # A process group of its own: Ctrl+C in the terminal reaches us alone, and what the child started ends with it.
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env=environment,
            process_group=None if sys.platform == "win32" else 0,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
        self._listener = threading.Thread(target=self._listen, name="heartbeat", daemon=True)
        self._listener.start()

    @property
    def age(self) -> float:
        """Seconds since the start."""
        return time.monotonic() - self._born

    def look(self) -> None:
        """Count the quiet time since the last look. Time in which we ourselves did not run does not count."""
        now = time.monotonic()
        if self.beats != self._seen:
            self._seen, self.quiet = self.beats, 0.0
        else:
            self.quiet += min(now - self._looked, BLINK)
        self._looked = now

    def code(self) -> int | None:
        """Get the exit code, negative for a signal; None while it runs."""
        return self._process.poll()

    def stop(self, patience: float) -> None:
        """Ask it to end; end it after ``patience`` seconds."""
        with contextlib.suppress(ProcessLookupError, PermissionError):
            self._process.terminate()
        try:
            self._process.wait(patience)
        except subprocess.TimeoutExpired:
            log.warning("it did not end by itself within %.1f s", patience)
        self.kill()

    def kill(self) -> None:
        """End it at once, frozen or not, with all it has started."""
        self._process.kill()
        try:
            self._process.wait(STUCK)
        except subprocess.TimeoutExpired:
            # It waits within the system for a driver, or for a disk that is gone, and nothing ends that.
            log.error("the system does not end process %d; going on without it", self._process.pid)  # noqa: TRY400 - no bug
        self.clear()

    def clear(self) -> None:
        """End what an ended child has left running."""
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._listener.join(0.5)
        if not self._listener.is_alive() and self._process.stdout:
            self._process.stdout.close()

    def _listen(self) -> None:
        said = self._process.stdout
        while said and (line := said.readline(LONGEST)):
            if line.strip() == BEAT:
                self.beats += 1
            else:
                log.info("%s", line.decode("utf-8", "replace").rstrip())
