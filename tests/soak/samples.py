"""Numbers of the running process: memory, file descriptors, frame times. Written as CSV, row by row."""

from __future__ import annotations

import csv
import ctypes
import os
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtQuick import QQuickWindow

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Sample:
    """One row. Times in seconds and ms, sizes in MiB; -1 where the system does not tell."""

    seconds: float
    events: int
    swaps: int
    rss: float
    pss: float
    own: float
    """Memory of this process alone (anonymous); PSS also moves with who else has Qt's libraries loaded."""
    allocated: float
    """What of it is handed out by malloc. A leak raises this; a heap that only finds its shape raises ``own``."""
    objects: int
    """Blocks handed out by Python's own allocator."""
    descriptors: int
    frames: int
    frame_median_ms: float
    frame_99_ms: float
    frame_most_ms: float
    stall_most_ms: float
    resting: bool = False
    """Whether nobody was there, and what the last visit left had been given back: always the same screen."""


def memory() -> tuple[float, float, float]:
    """(RSS, PSS, anonymous) of this process in MiB."""
    values = {"Rss": -1.0, "Pss": -1.0, "Anonymous": -1.0}
    try:
        lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return -1.0, -1.0, -1.0
    for line in lines[1:]:
        name, _, rest = line.partition(":")
        if name in values:
            values[name] = int(rest.split()[0]) / 1024
    return values["Rss"], values["Pss"], values["Anonymous"]


class _Mallinfo2(ctypes.Structure):
    """``struct mallinfo2`` of glibc 2.33 and later: ten counts over all arenas, mallinfo(3)."""

    _fields_: ClassVar = [
        *((f"before_{number}", ctypes.c_size_t) for number in range(4)),
        ("hblkhd", ctypes.c_size_t),  # bytes in maps of their own
        *((f"between_{number}", ctypes.c_size_t) for number in range(2)),
        ("uordblks", ctypes.c_size_t),  # bytes handed out from arenas
        *((f"after_{number}", ctypes.c_size_t) for number in range(2)),
    ]


def allocated() -> float:
    """MiB handed out by malloc, -1 where the C library does not tell."""
    try:
        mallinfo2 = ctypes.CDLL(None).mallinfo2
    except (AttributeError, OSError, TypeError):  # another C library; Windows wants a name
        return -1.0
    mallinfo2.restype = _Mallinfo2
    told = mallinfo2()
    return float(told.uordblks + told.hblkhd) / MIB


def descriptors() -> int:
    """Open file descriptors of this process."""
    try:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - names only
    except OSError:
        return -1


class Frames:
    """How long frames take to draw, and for how long at most the event loop did not turn, in ms."""

    STEP = 20

    def __init__(self, window: QQuickWindow) -> None:
        self._began = 0.0
        self._times: list[float] = []
        self._turned = time.monotonic()
        self._stall = 0.0
        self.worst: list[float] = []
        window.beforeSynchronizing.connect(self._begin)
        window.frameSwapped.connect(self._end)
        self._timer = QTimer()
        self._timer.timeout.connect(self._turn)
        self._timer.start(self.STEP)

    def take(self) -> tuple[int, float, float, float, float]:
        """(frames, median, 99th percentile, longest frame, longest stall) since the last time."""
        times, self._times = sorted(self._times), []
        stall, self._stall = self._stall, 0.0
        if not times:
            return 0, 0.0, 0.0, 0.0, stall
        return len(times), times[len(times) // 2], times[int(len(times) * 0.99)], times[-1], stall

    def stop(self) -> None:
        self._timer.stop()

    def _begin(self) -> None:
        self._began = time.perf_counter()

    def _end(self) -> None:
        self._times.append((time.perf_counter() - self._began) * 1000)

    def _turn(self) -> None:
        now = time.monotonic()
        self._stall = max(self._stall, (now - self._turned) * 1000 - self.STEP)
        self._turned = now


class Samples:
    """The rows of a run, in a CSV file alone: kept here they would be measured with it, 0.3 MiB an hour."""

    def __init__(self, file: Path, frames: Frames) -> None:
        self._path = file
        self._frames = frames
        self._start = time.monotonic()
        self._file = file.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(field.name for field in fields(Sample))

    def take(self, events: int, swaps: int, *, resting: bool = False) -> Sample:
        count, median, most_of, longest, stall = self._frames.take()
        rss, pss, own = memory()
        row = Sample(
            seconds=time.monotonic() - self._start,
            events=events,
            swaps=swaps,
            rss=rss,
            pss=pss,
            own=own,
            allocated=allocated(),
            objects=sys.getallocatedblocks(),
            descriptors=descriptors(),
            frames=count,
            frame_median_ms=median,
            frame_99_ms=most_of,
            frame_most_ms=longest,
            stall_most_ms=stall,
            resting=resting,
        )
        self._writer.writerow(round(value, 3) if isinstance(value, float) else value for value in astuple(row))
        self._file.flush()
        return row

    def close(self) -> list[Sample]:
        """All rows, read back."""
        self._file.close()
        with self._path.open(encoding="utf-8", newline="") as file:
            return [_sample(row) for row in csv.DictReader(file)]


def _sample(row: dict[str, str]) -> Sample:
    kinds: dict[str, Callable[[str], object]] = {"float": float, "int": int, "bool": "True".__eq__}
    return Sample(**{field.name: kinds[str(field.type)](row[field.name]) for field in fields(Sample)})  # type: ignore[arg-type]


def column(rows: list[Sample], name: str) -> list[float]:
    """One column of the rows."""
    return [float(asdict(row)[name]) for row in rows]


def floors(rows: list[Sample], name: str, window: float = 300.0) -> list[Sample]:
    """The row with the least of a column in each ``window`` of seconds, the last one left out if it is cut short.

    What is freed comes and goes with swaps and visits; what is never freed raises the floor.
    """
    least: dict[int, Sample] = {}
    for row in rows:
        at = int(row.seconds / window)
        if at not in least or asdict(row)[name] < asdict(least[at])[name]:
            least[at] = row
    whole = int(rows[-1].seconds / window)
    return [row for at, row in least.items() if at < whole] or list(least.values())


def slope(rows: list[Sample], name: str) -> float:
    """Least-squares growth of a column per hour."""
    times, values = [row.seconds / 3600 for row in rows], column(rows, name)
    mean_time, mean_value = sum(times) / len(times), sum(values) / len(values)
    spread = sum((at - mean_time) ** 2 for at in times)
    if not spread:
        return 0.0
    return sum((at - mean_time) * (value - mean_value) for at, value in zip(times, values, strict=True)) / spread
