"""What publishing may use at most.

A picture made to eat the machine, or a mistake of ours, ends in a killed publisher and a message, never in a stopped
screen.

Linux and macOS enforce these on the process itself; on Windows, which has no such limits for a single call, the time
is kept by the parent and the rest by the checks before each step.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource


@dataclass(frozen=True)
class Limits:
    """The numbers. Times in s, sizes in bytes."""

    silence: int = 60
    """Longest time without a line of progress; the parent kills the process then. One picture needs 2 s at most."""
    processor: int = 600
    """Processor time in all. 200 photographs of 12 megapixels need about 100 s the first time, 2 s after."""
    memory: int = 1_500_000_000
    """Address space. The libraries take 250 MB, the largest picture 750 MB more while it is converted."""
    file: int = 100_000_000
    """Largest file written."""
    handles: int = 256
    """Files open at once."""
    files: int = 5_000
    """Files in a content folder or pack."""


LIMITS = Limits()


def apply(limits: Limits = LIMITS) -> None:
    """Put the limits on this process, for good. To be called first thing in the publisher, before large imports.

    Also makes the process ``give_way``.
    """
    # Each thread of the linear algebra libraries sets aside address space; one thread is enough here.
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    if sys.platform != "win32":
        _set(resource.RLIMIT_CPU, limits.processor, 5)  # with nothing to spare the system would not say why it ends us
        _set(resource.RLIMIT_AS, limits.memory)
        _set(resource.RLIMIT_FSIZE, limits.file)
        _set(resource.RLIMIT_NOFILE, limits.handles)
        _set(resource.RLIMIT_CORE, 0)
    give_way()


def give_way() -> None:
    """Let this process take what the screen leaves of the processor; if memory runs out, it ends before the player."""
    if sys.platform != "win32":
        os.nice(10)
    if sys.platform == "linux":
        with contextlib.suppress(OSError):  # a container may forbid it; it is only a hint
            Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")


_OUTSIDE = {int(getattr(signal, name, 9)) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")}
"""What somebody else ends a process by."""


def ended(code: int, limits: Limits = LIMITS) -> tuple[str, str] | None:
    """Explain the exit code of a process under ``limits``: a sentence and its remedy; None if it ended by itself.

    ``code`` is as ``subprocess`` gives it: negative for a signal.
    """
    if code >= 0:
        return None
    if sys.platform != "win32" and -code == signal.SIGXCPU:
        return (
            f"Publishing was stopped: it used {limits.processor} s of processor time.",
            "Take out the largest pictures, or save smaller copies of them.",
        )
    if -code in _OUTSIDE:
        return ("Publishing was stopped from outside, perhaps for want of memory.", "Close other programs.")
    return (f"Publishing ended by signal {-code}.", "Publish again; if it stays, take out what was added last.")


if sys.platform != "win32":

    def _set(kind: int, value: int, spare: int = 0) -> None:
        """Lower a limit; one that is lower already stays."""
        hard = resource.getrlimit(kind)[1]
        top = value + spare if hard == resource.RLIM_INFINITY else min(value + spare, hard)
        resource.setrlimit(kind, (min(value, top), top))
