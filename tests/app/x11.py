"""A hand and an eye on an X screen: clicks and keys by the XTEST extension, pixels from the server's frame buffer."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadWindow
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage

MISSING = "" if sys.platform == "linux" and shutil.which("Xvfb") else "Xvfb is not installed (apt-get install xvfb)"
"""Why no screen can be opened here; empty if one can."""

Pixels = NDArray[np.uint8]
"""Height by width by 3: red, green, blue."""


class Screen:
    """One X server without hardware. ``name`` is what ``DISPLAY`` is set to."""

    def __init__(self, server: subprocess.Popen[bytes], number: int, buffer: Path) -> None:
        self.name = f":{number}"
        self._server = server
        self._buffer = buffer
        self._display = Display(self.name)
        self._held: set[str] = set()

    # ---------------------------------------------------------------- the hand

    def press(self, x: int, y: int) -> None:
        """The left button comes down at a pixel."""
        self._fake(X.MotionNotify, x=x, y=y)
        self._fake(X.ButtonPress, 1)

    def release(self, x: int, y: int) -> None:
        """The left button is let go."""
        self._fake(X.MotionNotify, x=x, y=y)
        self._fake(X.ButtonRelease, 1)

    def click(self, x: int, y: int) -> None:
        """Press and release."""
        self.press(x, y)
        self.release(x, y)

    def key_down(self, key: str) -> None:
        """A key comes down; ``key`` is the name of its keysym, such as ``Escape`` or ``Control_L``."""
        self._held.add(key)
        self._fake(X.KeyPress, self._code(key))

    def key_up(self, key: str) -> None:
        """A key is let go."""
        self._held.discard(key)
        self._fake(X.KeyRelease, self._code(key))

    def key(self, key: str) -> None:
        """Press and release a key."""
        self.key_down(key)
        self.key_up(key)

    def let_go(self) -> None:
        """Every key that is still held is let go."""
        for key in sorted(self._held):
            self.key_up(key)

    # ---------------------------------------------------------------- the window manager

    def ask_to_close(self) -> int:
        """What a window manager sends when its cross is clicked, to every window that listens. How many there were."""
        protocols, delete = (self._display.intern_atom(name) for name in ("WM_PROTOCOLS", "WM_DELETE_WINDOW"))
        asked = 0
        for window in self._display.screen().root.query_tree().children:
            with suppress(BadWindow):  # closed by itself in the meantime
                if delete in window.get_wm_protocols():
                    data = (32, [delete, X.CurrentTime, 0, 0, 0])
                    window.send_event(ClientMessage(window=window, client_type=protocols, data=data))
                    asked += 1
        self._display.sync()
        return asked

    def shown(self) -> list[tuple[int, int, int, int]]:
        """Place and size of every window on the screen, px: x, y, width, height."""
        found = []
        for window in self._display.screen().root.query_tree().children:
            with suppress(BadWindow):
                if window.get_attributes().map_state == X.IsViewable:
                    at = window.get_geometry()
                    found.append((at.x, at.y, at.width, at.height))
        return [one for one in found if one[2] > 16]  # helpers of the toolkit are a few pixels

    # ---------------------------------------------------------------- the eye

    def pixels(self) -> Pixels:
        """What is on the screen."""
        data = self._buffer.read_bytes()
        head = struct.unpack(">25I", data[:100])
        start, width, height, line, colours = head[0] + head[19] * 12, head[4], head[5], head[12], head[19]
        assert (head[11], colours) == (32, head[19])
        rows = np.frombuffer(data, np.uint8, count=line * height, offset=start).reshape(height, line)
        return rows[:, : width * 4].reshape(height, width, 4)[:, :, 2::-1]

    def close(self) -> None:
        """Take the screen away."""
        self._display.close()
        self._server.terminate()
        self._server.wait(5)

    # ---------------------------------------------------------------- the protocol

    def _code(self, key: str) -> int:
        return int(self._display.keysym_to_keycode(XK.string_to_keysym(key)))

    def _fake(self, kind: int, detail: int = 0, **where: int) -> None:
        xtest.fake_input(self._display, kind, detail, **where)
        self._display.sync()


@contextmanager
def screen(width: int, height: int, folder: Path) -> Iterator[Screen]:
    """A screen of its own; ``folder`` holds its frame buffer."""
    folder.mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-fbdir", str(folder), "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert server.stdout
    line = server.stdout.readline()
    assert line.strip().isdigit(), "Xvfb did not start"
    server.stdout.close()
    made = Screen(server, int(line), folder / "Xvfb_screen0")
    try:
        yield made
    finally:
        with suppress(subprocess.TimeoutExpired):
            made.close()
        if server.poll() is None:
            server.kill()
            server.wait()
