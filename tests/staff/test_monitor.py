"""The panel is turned, changed or unplugged while the kiosk runs: the right size and a fresh frame within 5 s."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.staff.booth import ROOT, SupervisedKiosk, environment, wait_for

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux" or not shutil.which("Xvfb") or not shutil.which("xrandr"),
        reason="needs Xvfb and xrandr (apt-get install xvfb x11-xserver-utils)",
    ),
]

MODES = {"tall": (1080, 1920), "wide": (1920, 1080), "small": (600, 1024)}
PROMISE = 5.0


class Monitor:
    """An X server whose one output changes its mode."""

    def __init__(self, folder: Path) -> None:
        told = (folder / "display").open("w+b")
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(told.fileno()), "-screen", "0", "1920x1920x24", "-noreset", "-nolisten", "tcp"],
            pass_fds=[told.fileno()],
            stderr=subprocess.DEVNULL,
        )
        told.close()
        wait_for(lambda: (folder / "display").read_bytes().endswith(b"\n"), "the X server")
        self.name = ":" + (folder / "display").read_text().strip()
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._x11.XDefaultRootWindow.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(self.name.encode()))
        self._root = ctypes.c_ulong(self._x11.XDefaultRootWindow(self._display))
        for mode, (width, height) in MODES.items():
            timing = [width, width + 9, width + 19, width + 29, height, height + 3, height + 6, height + 9]
            self._randr("--newmode", mode, "100", *map(str, timing))
            self._randr("--addmode", "screen", mode)

    def change(self, mode: str) -> None:
        self._randr("--output", "screen", "--mode", mode)

    def size(self) -> tuple[int, int]:
        """Width and height of the one window, px."""
        children, count, ignored = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint(), ctypes.c_ulong()
        self._x11.XQueryTree(
            self._display, self._root, ctypes.byref(ignored), ctypes.byref(ignored),
            ctypes.byref(children), ctypes.byref(count),
        )  # fmt: skip
        found = [self._geometry(children[index]) for index in range(count.value)]
        return max(found, default=(0, 0))

    def drawn(self, width: int, height: int) -> bool:
        """Whether there is a picture up to the far corner: light on the lower and on the right part of the panel."""
        self._x11.XGetImage.restype = ctypes.c_void_p
        self._x11.XGetPixel.restype = ctypes.c_ulong
        image = self._x11.XGetImage(
            self._display, self._root, 0, 0, width, height, ctypes.c_ulong(0xFFFFFFFF), 2
        )  # ZPixmap
        if not image:
            return False
        at = [(x, y) for x in range(width // 2, width, 13) for y in range(height // 2, height, 13)]
        shown = {self._x11.XGetPixel(ctypes.c_void_p(image), x, y) for x, y in at}
        self._x11.XDestroyImage(ctypes.c_void_p(image)) if hasattr(self._x11, "XDestroyImage") else None
        return len(shown) > 20

    def close(self) -> None:
        self._x11.XCloseDisplay(self._display)
        self.server.terminate()
        self.server.wait()

    def _geometry(self, window: int) -> tuple[int, int]:
        root, numbers = ctypes.c_ulong(), [ctypes.c_int(), ctypes.c_int(), *(ctypes.c_uint() for _ in range(4))]
        self._x11.XGetGeometry(
            self._display, ctypes.c_ulong(window), ctypes.byref(root), *(ctypes.byref(one) for one in numbers)
        )
        return int(numbers[2].value), int(numbers[3].value)

    def _randr(self, *args: str) -> None:
        subprocess.run(["xrandr", "--display", self.name, *args], check=True)


@pytest.fixture
def monitor(tmp_path: Path) -> Iterator[Monitor]:
    opened = Monitor(tmp_path)
    opened.change("tall")
    yield opened
    opened.close()


def test_the_kiosk_follows_its_monitor(monitor: Monitor, tmp_path: Path) -> None:
    kiosk = SupervisedKiosk(tmp_path)
    shown = environment(DISPLAY=monitor.name, QT_QPA_PLATFORM="xcb")
    folders = ["--content", str(kiosk.content), "--state", str(kiosk.state)]
    took = []
    with subprocess.Popen([sys.executable, "-m", "kiosk", *folders], env=shown, cwd=ROOT) as player:
        try:
            wait_for(lambda: monitor.size() == MODES["tall"] and monitor.drawn(*MODES["tall"]), "the first picture")
            for mode in ("wide", "tall", "small", "wide"):
                monitor.change(mode)
                began = time.monotonic()
                wait_for(lambda mode=mode: monitor.size() == MODES[mode] and monitor.drawn(*MODES[mode]), mode)
                took.append(time.monotonic() - began)
            assert player.poll() is None
            player.terminate()
            assert player.wait(30) == 0
        finally:
            player.kill()
    sys.stdout.write(f"four changes of the monitor, right after {min(took):.1f} to {max(took):.1f} s\n")
    assert max(took) <= PROMISE
