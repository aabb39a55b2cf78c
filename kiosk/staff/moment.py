"""Time that no setting of the wall clock can move: how long this machine has been running."""

from __future__ import annotations

import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True)
class Moment:
    """``seconds`` since the start of the system named ``boot``; "" where the system names no start."""

    boot: str
    seconds: float


def now() -> Moment:
    """Read the monotonic clock."""
    return Moment(_boot(), time.monotonic())


def certain(before: Moment, after: Moment) -> float:
    """Seconds that have passed for certain. While the machine was off, an unknown time more has passed."""
    if before.boot == after.boot and after.seconds >= before.seconds:
        return after.seconds - before.seconds
    return after.seconds


@cache
def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
    except OSError:
        return ""
