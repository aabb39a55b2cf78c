"""Checks of the machine: Python, Qt, libraries, display, blanking, locale, clock, user."""

from __future__ import annotations

import ctypes
import getpass
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from kiosk.player import system
from kiosk.staff.doctor.finding import Finding, ok, problem, warning

PATIENCE = 0.8
"""Longest wait for a command of the system, s."""

_OLDEST = (6, 11, 3)
_TIME_ERROR = 5  # adjtimex: the clock is not synchronised


def output(command: Sequence[str]) -> str | None:
    """Read what a command of the system writes; None if it is not there, fails, or takes too long."""
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 - fixed commands only
            [program, *command[1:]], capture_output=True, timeout=PATIENCE, check=True, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def python(version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Python's version."""
    name = ".".join(str(part) for part in version)
    return ok("python.ok", version=name) if version >= (3, 11) else problem("python.old", version=name)


def pyside(found: str | None = None, version: tuple[int, ...] = sys.version_info[:3]) -> Finding:
    """Qt's version; ``found`` instead of the one that is installed."""
    old_python = version < (3, 12)
    command = f'pip install "PySide6_Essentials>=6.11.3,<6.{12 if old_python else 13}"'
    name = _installed() if found is None else found
    if not name:
        return problem("pyside.missing", command=command)
    parts = tuple(int(part) for part in re.findall(r"\d+", name)[:3])
    if parts == (6, 12, 0) and old_python:
        return problem("pyside.aborts", python=f"{version[0]}.{version[1]}", command=command)
    return problem("pyside.old", version=name, command=command) if parts < _OLDEST else ok("pyside.ok", version=name)


def _installed() -> str:
    for name in ("PySide6_Essentials", "PySide6"):
        try:
            return importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    try:
        import PySide6
    except ImportError:
        return ""
    return str(PySide6.__version__)


def libraries(environment: Mapping[str, str] = os.environ) -> Finding:
    """Whether the shared libraries Qt needs are there, for X11 and for Wayland where that is used."""
    wanted = dict(system.PACKAGES) | system.X11_PACKAGES
    if environment.get("WAYLAND_DISPLAY"):
        wanted |= system.WAYLAND_PACKAGES
    missing = sorted({package for library, package in wanted.items() if not system.loads(library)})
    if missing:
        return problem("libraries.missing", packages=" ".join(missing))
    return ok("libraries.ok", count=len(wanted))


def display() -> Finding:
    """Whether there is a display and it answers."""
    name = system.platform()
    if not name:
        return warning("display.none")
    sentence = system.problem()
    return problem("display.silent", sentence=sentence) if sentence else ok("display.ok", platform=name)


def blanking(environment: Mapping[str, str] = os.environ, told: str | None = None) -> Finding | None:
    """Whether X11 darkens the screen by itself; None without a display. ``told`` instead of what xset says."""
    if environment.get("WAYLAND_DISPLAY"):
        return ok("blanking.compositor")
    if not environment.get("DISPLAY"):
        return None
    text = output(["xset", "q"]) if told is None else told
    if not text:
        return warning("blanking.unknown")
    found = []
    timeout = re.search(r"timeout:\s+(\d+)", text)
    if timeout and int(timeout[1]):
        found.append(f"{timeout[1]} s")
    if "DPMS is Enabled" in text:
        found.append("DPMS")
    return warning("blanking.on", what=", ".join(found)) if found else ok("blanking.ok")


def locale(environment: Mapping[str, str] = os.environ, encoding: str = "") -> Finding:
    """Whether file names are UTF-8."""
    encoding = encoding or sys.getfilesystemencoding()
    name = next((environment[key] for key in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(key)), "C")
    if encoding.lower().replace("-", "") != "utf8":
        return warning("locale.narrow", encoding=encoding)
    return ok("locale.ok", name=f"{name}, {encoding}")


def clock() -> Finding | None:
    """Whether the clock is synchronised; None where the kernel does not tell."""
    if sys.platform != "linux":
        return None
    try:
        answer = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(512))
    except (OSError, AttributeError):
        return None
    if answer < 0:
        return None
    return warning("clock.free") if answer == _TIME_ERROR else ok("clock.ok")


def user() -> Finding | None:
    """Who would run the kiosk."""
    if not hasattr(os, "geteuid"):
        return None
    try:
        name = getpass.getuser()
    except (KeyError, OSError):  # a number without a name, as in a container; Python 3.13 raises the second
        name = str(os.geteuid())
    return warning("user.root") if os.geteuid() == 0 else ok("user.ok", name=name)
