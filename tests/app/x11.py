"""A hand and an eye on an X screen: clicks and keys by the XTEST extension, pixels from the server's frame buffer.

Speaks the few requests of the X protocol that are needed, so that nothing but the server has to be installed.
"""

from __future__ import annotations

import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

KEYS = {"Escape": 0xFF1B, "Home": 0xFF50, "Left": 0xFF51, "BackSpace": 0xFF08, "Control": 0xFFE3, "Shift": 0xFFE1,
        "Return": 0xFF0D, "Tab": 0xFF09, "q": 0x71}  # fmt: skip
"""Keysyms by name (X11/keysymdef.h)."""

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
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{number}")  # noqa: S108 - where X servers listen
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        head = self._receive(8)
        assert head[0] == 1, "the X server refused the connection"
        setup = self._receive(struct.unpack("<H", head[6:8])[0] * 4)
        vendor, formats = struct.unpack("<H", setup[16:18])[0], setup[21]
        self._keycodes = (setup[26], setup[27])
        screens = 32 + (vendor + 3) // 4 * 4 + formats * 8
        self.root = int(struct.unpack("<I", setup[screens : screens + 4])[0])
        self._xtest = self._ask(98, 0, struct.pack("<Hxx", 5) + b"XTEST\0\0\0")[9]
        self._codes = self._keymap()
        self._held: set[str] = set()

    # ---------------------------------------------------------------- the hand

    def press(self, x: int, y: int) -> None:
        """The left button comes down at a pixel."""
        self._fake(6, 0, x, y)
        self._fake(4, 1, x, y)

    def release(self, x: int, y: int) -> None:
        """The left button is let go."""
        self._fake(5, 1, x, y)

    def click(self, x: int, y: int) -> None:
        """Press and release."""
        self.press(x, y)
        self.release(x, y)

    def key_down(self, key: str) -> None:
        """A key comes down."""
        self._held.add(key)
        self._fake(2, self._codes[KEYS[key]])

    def key_up(self, key: str) -> None:
        """A key is let go."""
        self._held.discard(key)
        self._fake(3, self._codes[KEYS[key]])

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
        protocols, delete = self._atom("WM_PROTOCOLS"), self._atom("WM_DELETE_WINDOW")
        asked = 0
        for window in self.windows():
            reply = self._ask(20, 0, struct.pack("<IIIII", window, protocols, 4, 0, 16))
            length = struct.unpack("<I", reply[16:20])[0]
            if delete not in struct.unpack(f"<{length}I", reply[32 : 32 + 4 * length]):
                continue
            event = struct.pack("<BBHIIIIIII", 33, 32, 0, window, protocols, delete, 0, 0, 0, 0)
            self._say(25, 0, struct.pack("<II", window, 0) + event)
            asked += 1
        self._sync()
        return asked

    def windows(self) -> list[int]:
        """Top-level windows."""
        reply = self._ask(15, 0, struct.pack("<I", self.root))
        count = struct.unpack("<H", reply[16:18])[0]
        return list(struct.unpack(f"<{count}I", reply[32 : 32 + 4 * count]))

    def shown(self) -> list[tuple[int, int, int, int]]:
        """Place and size of every window on the screen, px: x, y, width, height."""
        found = []
        for window in self.windows():
            if self._ask(3, 0, struct.pack("<I", window))[26] != 2:  # map state: viewable
                continue
            x, y, width, height = struct.unpack("<hhHH", self._ask(14, 0, struct.pack("<I", window))[12:20])
            found.append((x, y, width, height))
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
        self._socket.close()
        self._server.terminate()
        self._server.wait(5)

    # ---------------------------------------------------------------- the protocol

    def _receive(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            part = self._socket.recv(count - len(data))
            assert part, "the X server has gone"
            data += part
        return data

    def _say(self, opcode: int, detail: int, body: bytes = b"") -> None:
        self._socket.sendall(struct.pack("<BBH", opcode, detail, 1 + len(body) // 4) + body)

    def _ask(self, opcode: int, detail: int, body: bytes = b"") -> bytes:
        """A request with a reply; errors of requests before it are skipped."""
        self._say(opcode, detail, body)
        while True:
            head = self._receive(32)
            if head[0] == 1:
                return head + self._receive(struct.unpack("<I", head[4:8])[0] * 4)

    def _sync(self) -> None:
        """Everything said so far has been done."""
        self._ask(43, 0)

    def _atom(self, name: str) -> int:
        text = name.encode()
        padded = text + b"\0" * (-len(text) % 4)
        return int(struct.unpack("<I", self._ask(16, 0, struct.pack("<Hxx", len(text)) + padded)[8:12])[0])

    def _keymap(self) -> dict[int, int]:
        first, last = self._keycodes
        reply = self._ask(101, 0, struct.pack("<BBxx", first, last - first + 1))
        per = reply[1]
        codes: dict[int, int] = {}
        for index in range(last - first + 1):
            row = struct.unpack_from(f"<{per}I", reply, 32 + index * per * 4)
            for keysym in row:
                codes.setdefault(keysym, first + index)
        return codes

    def _fake(self, kind: int, detail: int, x: int = 0, y: int = 0) -> None:
        self._say(self._xtest, 2, struct.pack("<BBxxII8xhh7xB", kind, detail, 0, self.root, x, y, 0))
        self._sync()


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
