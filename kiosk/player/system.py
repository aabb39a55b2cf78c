"""What must be there before Qt starts: a display and libraries. Qt aborts without them; we say what to do."""

from __future__ import annotations

import ctypes
import os
import sys

_MMAP_THRESHOLD, _ARENA_MAX = -3, -8
"""``M_MMAP_THRESHOLD`` and ``M_ARENA_MAX`` of malloc.h."""

_LARGE = 32 * 1024
"""Bytes from which a block stands by itself and goes back to the system when it is freed. Setting it also stops it
from growing: glibc learns from the first full-screen picture (8 MB) to keep such blocks for the next one."""

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
"""Shared libraries every Qt program needs, and the Debian packages that hold them."""

X11_PACKAGES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11.so.6": "libx11-6",
}
WAYLAND_PACKAGES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


def platform() -> str:
    """The Qt platform that will be used: as told, else Wayland or X11 by what the session offers; "" for none."""
    told = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if told or sys.platform != "linux":
        return told or "native"
    if os.environ.get("WAYLAND_DISPLAY"):
        return "wayland"
    return "xcb" if os.environ.get("DISPLAY") else ""


def problem() -> str:
    """One sentence with the remedy if the screen cannot be opened on this machine; else ""."""
    if sys.platform != "linux":
        return ""
    name = platform()
    if not name:
        return (
            "There is no display. Start the kiosk in a graphical session, or set DISPLAY; "
            "to try it without one: xvfb-run kiosk --windowed"
        )
    wanted = dict(PACKAGES)
    if name == "xcb":
        wanted |= X11_PACKAGES
    elif name.startswith("wayland"):
        wanted |= WAYLAND_PACKAGES
    missing = sorted({package for library, package in wanted.items() if not loads(library)})
    if missing:
        return "Qt needs system libraries. Install them with: sudo apt-get install " + " ".join(missing)
    if name == "xcb" and not _x11_answers():
        shown = os.environ["DISPLAY"]
        return f"The display {shown} does not answer. Check DISPLAY, or log in to the graphical session."
    return ""


def keep_memory_low() -> None:
    """Keep little of what is freed (glibc only; elsewhere this does nothing). Before the first thread begins.

    Large blocks go back to the system at once, and all threads share one heap. After 30,000 touches the heap holds
    51 MiB, 6 of them free; with glibc's own 128 KiB and a heap a thread 69 and 15, and it goes on growing for longer.
    """
    if sys.platform != "linux":
        return
    tune = getattr(ctypes.CDLL(None), "mallopt", None)
    if tune is not None:
        tune(_MMAP_THRESHOLD, _LARGE)
        tune(_ARENA_MAX, 1)


def loads(library: str) -> bool:
    """Whether a shared library is there and can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    display = x11.XOpenDisplay(None)
    if display:
        x11.XCloseDisplay(ctypes.c_void_p(display))
    return bool(display)
