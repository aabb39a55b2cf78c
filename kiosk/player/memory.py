"""How much memory the player holds, and when that is too much. No Qt: the supervisor reads it, too."""

from __future__ import annotations

import ctypes
import os
import sys
from enum import Enum
from pathlib import Path

AGAIN = 75
"""Exit code that asks the supervisor for a fresh player (EX_TEMPFAIL); not a crash."""

TOLD = 128
"""Added to a signal's number: the exit code of a supervised player that SIGTERM, SIGHUP or SIGINT has ended.

143 for SIGTERM, as a shell tells it. 0 would say that staff have left, and nobody would start the player again.
"""

MIB = 1 << 20
WARNING = 2.0
"""Times the memory at the start from which a warning is logged."""

LIMIT = 4.0
"""Times the memory at the start from which the player starts anew when nobody is there."""

MOST = 1536 * MIB
"""Bytes from which it does so in any case."""


class Need(Enum):
    """What the memory asks for."""

    NOTHING = "nothing"
    WARNING = "warning"
    RESTART = "restart"


def need(start: int, now: int) -> Need:
    """Tell what to do at ``now`` bytes after a start at ``start``; nothing where the system gives no numbers."""
    if start <= 0 or now <= 0:
        return Need.NOTHING
    if now > start * LIMIT or now > MOST:
        return Need.RESTART
    return Need.WARNING if now > start * WARNING else Need.NOTHING


def resident() -> int:
    """Bytes of this process in memory; 0 where the system does not tell."""
    if sys.platform == "win32":
        return _windows()
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


def give_back() -> bool:
    """Return freed memory to the system (glibc; elsewhere nothing is done). Takes about 10 ms for 70 MB of heap.

    Without it pieces of pages seen once stay with the process: after an hour of hard use, 23 MiB.
    """
    if not sys.platform.startswith("linux"):
        return False
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return trim is not None and trim(0) == 1


def _windows() -> int:
    if sys.platform != "win32":
        return 0

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_uint32),
            ("page_faults", ctypes.c_uint32),
            ("peak_working_set", ctypes.c_size_t),
            ("working_set", ctypes.c_size_t),
            ("quotas", ctypes.c_size_t * 4),
            ("pagefile", ctypes.c_size_t * 2),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    process = ctypes.c_void_p(-1)  # the pseudo handle of this process
    known = ctypes.windll.kernel32.K32GetProcessMemoryInfo(process, ctypes.byref(counters), counters.cb)
    return int(counters.working_set) if known else 0
