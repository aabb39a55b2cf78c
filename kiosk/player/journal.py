"""The log: capped files in the state folder, and the terminal. Nothing of a visitor is ever written."""

from __future__ import annotations

import atexit
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer, qSetMessagePattern

from kiosk.player.log_file import LogFile
from kiosk.player.raw_output import PATTERN, RawOutput

FILE_BYTES = 1_000_000
FILES = 3
"""1 MB a file, three files: weeks of a booth, and never more of the disk."""

REPEATS = 20
"""The same line is written at most this often in a row; a fault in a loop must not bury what came before it."""

LONGEST = 10_000
"""Characters of one entry; the rest of a longer one is cut, or a single one would fill the disk."""

BRING_MS = 1000
"""How often Qt's messages are brought to the log."""

KINDS = 200
"""Different faults that are written; after these the log says enough."""

log = logging.getLogger("kiosk")


class _Entry(logging.Formatter):
    """One entry: time, level, text, cut to ``LONGEST``."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}... (cut, {len(text)} characters)"


class _Terminal:
    """The standard error of the moment: it is replaced when its descriptor is taken over."""

    def write(self, text: str) -> None:
        if sys.stderr is not None:
            sys.stderr.write(text)

    def flush(self) -> None:
        if sys.stderr is not None:
            sys.stderr.flush()


class _NoFlood(logging.Filter):
    """Drops a line that repeats without end."""

    def __init__(self) -> None:
        super().__init__()
        self._last: tuple[str, int] = ("", 0)

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        count = self._last[1] + 1 if text == self._last[0] else 1
        self._last = (text, count)
        return count <= REPEATS


class _Started:
    """What has been begun: at most once in a program."""

    raw: RawOutput | None = None
    timer: QTimer | None = None
    problem = ""


def start(state: Path) -> str:
    """Begin logging; needs a running application. Again, it changes nothing.

    Returns why the file cannot be written, or "": a full or read-only disk stops no screen. Where it is another user's,
    the log goes to another one, and says so.
    """
    if _Started.raw is None:
        _Started.raw = RawOutput(state / "logs")
        _Started.problem = _open(state)
        _Started.raw.start()
        qSetMessagePattern(PATTERN)
        _Started.timer = QTimer(QCoreApplication.instance())
        _Started.timer.timeout.connect(_Started.raw.bring)
        _Started.timer.start(BRING_MS)
        atexit.register(_Started.raw.bring)
    return _Started.problem


def _open(state: Path) -> str:
    root = logging.getLogger()
    root.setLevel(logging.INFO)
    form = _Entry("%(asctime)s %(levelname)s %(message)s")
    if sys.stderr is not None:
        terminal = logging.StreamHandler(_Terminal())
        terminal.setFormatter(form)
        terminal.addFilter(_NoFlood())
        root.addHandler(terminal)
    logging.raiseExceptions = False
    file = LogFile(state / "logs" / "kiosk.log", FILE_BYTES, FILES)
    file.setFormatter(form)
    file.addFilter(_NoFlood())
    root.addHandler(file)
    if file.instead:
        log.warning("%s", file.instead)
    return file.problem


def catch_everything(where: Callable[[], str] = lambda: "") -> None:
    """Bugs are logged once with their context and never end the screen.

    ``where`` tells what is on the screen. Catches what leaves a slot, a thread or a destructor.
    """
    seen: set[str] = set()

    def bug(kind: type[BaseException], value: BaseException | None, trace: TracebackType | None, source: str) -> None:
        text = "".join(traceback.format_exception(kind, value, trace))
        if text not in seen and len(seen) < KINDS:
            seen.add(text)
            context = ", ".join(part for part in (source, where()) if part)
            log.error("a fault in the program%s; please report it\n%s", f" ({context})" if context else "", text)

    def uncaught(kind: type[BaseException], value: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, value, trace)
            return
        bug(kind, value, trace, "")

    def in_thread(args: threading.ExceptHookArgs) -> None:
        if not issubclass(args.exc_type, SystemExit):
            name = args.thread.name if args.thread else "unknown"
            bug(args.exc_type, args.exc_value, args.exc_traceback, f"thread {name}")

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        # The object itself may be half destroyed: its type says enough.
        bug(args.exc_type, args.exc_value, args.exc_traceback, f"in {type(args.object).__name__}")

    sys.excepthook = uncaught
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable
