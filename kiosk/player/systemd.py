"""Tells systemd that the service runs, lives and stops (sd_notify). Does nothing where systemd does not ask."""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Mapping

VARIABLES = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
"""What systemd puts into the environment of the process it watches; a child of that process must not see them."""

DIGITS = 19
"""Digits of a time in microseconds: 300,000 years. What is longer was not written by systemd."""

log = logging.getLogger(__name__)


class Systemd:
    """The line to systemd. ``interval`` is how often ``alive`` is due, in seconds; 0 if systemd keeps no watch."""

    def __init__(self, environment: Mapping[str, str] = os.environ, process: int | None = None) -> None:
        self._failed = False
        self._address = environment.get("NOTIFY_SOCKET", "")
        if self._address.startswith("@"):  # Linux' abstract namespace
            self._address = "\0" + self._address[1:]
        watched = environment.get("WATCHDOG_PID", "") in ("", str(process or os.getpid()))
        microseconds = environment.get("WATCHDOG_USEC", "")
        sound = microseconds.isdecimal() and len(microseconds) <= DIGITS
        self.interval = int(microseconds) / 2e6 if watched and self._address and sound else 0.0

    @property
    def listening(self) -> bool:
        """Whether systemd waits for news at all."""
        return bool(self._address) and hasattr(socket, "AF_UNIX")

    def ready(self, status: str) -> None:
        """Tell that the screen is up; ``status`` is what ``systemctl status`` shows."""
        self._send(f"READY=1\nSTATUS={status}")

    def alive(self) -> None:
        """Let the watch begin anew."""
        self._send("WATCHDOG=1")

    def stopping(self) -> None:
        """Tell that a wanted end has begun."""
        self._send("STOPPING=1")

    def _send(self, text: str) -> None:
        if not self.listening:
            return
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
                line.setblocking(False)
                line.sendto(text.encode(), self._address)
        except OSError as error:
            # No reason to end: systemd restarts us if it misses the news.
            if not self._failed:
                log.warning("systemd does not listen at %s: %s", self._address, error)
            self._failed = True
