"""Many requests in, one file per plate out: the darkroom as a background process.

Requests come as JSON objects, one a line, on standard input; one line of JSON per request goes to standard output as
soon as its plate stands: ``{"key": "…", "seconds": 1.2}``; ``{"error": "…"}`` for a request nobody can fulfil, and
``{"key": "…", "error": "…"}`` for one that may be made again later.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TextIO

from PySide6.QtGui import QGuiApplication

from kiosk.publish.files import Files
from kiosk.publish.light.request import PlateRequest, RequestError, stands
from kiosk.publish.limits import Limits, apply

LINE_LIMIT: Final = 65_536
"""Characters in one request; a tour of twelve stops needs about two thousand."""

NICENESS: Final = 5
"""How far the process steps back behind the publisher, where the system knows such a thing; the limits already put both
behind the screen."""

LIMITS: Final = Limits(processor=14_400, memory=4_000_000_000)
"""What baking may use at most. A plate for a 4K screen takes 0.9 GB of address space and 4 s, for an 8K screen four
times as much; a whole set of shipped plates is baked in one process. A single plate is timed by the parent."""

MOST: Final = 512 * 1024**2
"""Bytes of plates kept: those of about twenty panels and content folders."""

LEFT: Final = 3600.0
"""Seconds after which a plate in the making is a killed baker's. It takes far less; two may be at work at once."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of one request: the key of its plate and the seconds it took, or an error.

    An error has a key where the same request may succeed another time.
    """

    key: str = ""
    seconds: float = 0.0
    error: str = ""

    def to_json(self) -> dict[str, object]:
        """As the line that is printed."""
        if not self.error:
            return {"key": self.key, "seconds": round(self.seconds, 3)}
        return {"key": self.key, "error": self.error} if self.key else {"error": self.error}


def run(requests: Iterable[object], out: Path, fonts: Path) -> Iterator[Progress]:
    """Bake each request to ``out/<key>.jpg``, one at a time, and say how it went.

    A plate that stands already is not baked again and takes 0 seconds. A file appears whole or not at all. Decoded
    JSON values that are no requests, fonts that are missing and a full disk are reported and skipped. ``aperture``
    needs a running QGuiApplication.
    """
    for obj in requests:
        key = ""
        try:
            request = PlateRequest.from_json(obj)
            key = request.key
            yield _finish(request, out, fonts)
        except RequestError as error:
            yield Progress(error=str(error))
        except MemoryError:
            yield Progress(key, error="it needs more memory than baking may use; ask for a smaller plate.")
        except OSError as error:
            why = f"{out}: cannot be written ({error.strerror}); make room or choose another folder."
            yield Progress(key, error=why)


def _finish(request: PlateRequest, out: Path, fonts: Path) -> Progress:
    from kiosk.publish.light.bake import bake, save  # large; loaded when the limits stand

    target = out / f"{request.key}.jpg"
    if stands(target):
        return Progress(request.key)
    started = time.monotonic()
    out.mkdir(parents=True, exist_ok=True)
    save(bake(request, fonts), target, request.style)
    return Progress(request.key, time.monotonic() - started)


def sweep(out: Path) -> None:
    """Delete what killed bakers left half made. What cannot be deleted now is left to the next time."""
    Files().sweep(out, age=LEFT)


def make_room(out: Path, most: int = MOST) -> None:
    """Delete the plates longest unused, as their dates say, until at most ``most`` bytes are kept.

    The player gives those it shows a new date. One that is wanted again is baked again.

    A folder that is not there yet, or a file that cannot be deleted now, is left to the next time.
    """
    plates, tomorrow = [], time.time() + 86_400
    with contextlib.suppress(OSError):
        for file in out.glob("*.jpg"):
            about = file.stat()
            # What was dated by a clock that ran ahead would be the newest for ever.
            plates.append((about.st_mtime if about.st_mtime < tomorrow else 0.0, about.st_size, file))
    kept = 0
    for _, size, file in sorted(plates, reverse=True):
        kept += size
        if kept > most:
            with contextlib.suppress(OSError):
                file.unlink()


def read_lines(stream: TextIO) -> Iterator[object]:
    """Decoded JSON, one value a line, until the stream ends; blank lines are skipped.

    What is no JSON is passed on as it stands and fails as a request.
    """
    while line := stream.readline(LINE_LIMIT):
        if not line.strip():
            continue
        try:
            yield json.loads(line)
        except (ValueError, RecursionError):
            yield line.strip()[:80]


def step_back() -> None:
    """Lower this process's priority, so that baking never costs the screen a frame. Nothing happens where unknown."""
    if hasattr(os, "nice"):
        os.nice(NICENESS)


def main(argv: list[str] | None = None) -> int:
    """Bake the requests on standard input. Returns the exit status: always 0, errors are lines."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.publish.light", description="Bake plates of light art.")
    parser.add_argument("--out", type=Path, required=True, help="folder for the finished plates")
    parser.add_argument("--fonts", type=Path, required=True, help="folder with the program's fonts")
    options = parser.parse_args(argv)
    apply(LIMITS)
    step_back()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication.instance() or QGuiApplication([])
    sweep(options.out)
    make_room(options.out)
    for progress in run(read_lines(sys.stdin), options.out, options.fonts):
        sys.stdout.write(json.dumps(progress.to_json(), ensure_ascii=False) + "\n")
        sys.stdout.flush()
    del application
    return 0
