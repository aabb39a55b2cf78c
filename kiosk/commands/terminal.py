"""How the commands write to a terminal: whatever its encoding, in colour where that is wanted, read or not."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import TextIO


def columns(stream: TextIO) -> int | None:
    """How many columns the terminal behind ``stream`` has; None where it is no terminal."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def put(stream: TextIO, text: str) -> None:
    """Write ``text`` at once; what the terminal's encoding lacks is written as an escape.

    Once nobody reads any more, as after ``| head``, it goes nowhere: a command does all its work, and its exit code
    says how that went. Nor does a full disk under ``> file`` stop it, or pass for the disk it works on: ``unwritten``
    tells of it afterwards.
    """
    encoding = stream.encoding or "utf-8"
    try:
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
    except BrokenPipeError:
        drop(stream)
    except OSError as error:
        if stream is sys.stdout:
            _Output.trouble = error.strerror or str(error)
        drop(stream)


class _Output:
    """What has become of the standard output."""

    trouble = ""


def unwritten() -> str:
    """Say in one sentence why standard output did not take what was put there, once; "" if it did."""
    trouble, _Output.trouble = _Output.trouble, ""
    return f"The output cannot be written: {trouble}. Send it somewhere else." if trouble else ""


def drop(stream: TextIO) -> None:
    """Let what is written to ``stream`` go nowhere from now on, what waits in its buffer, too."""
    with suppress(OSError):  # it has no file of its own
        number = stream.fileno()
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, number)
        os.close(nowhere)


def write(stream: TextIO, text: str) -> None:
    """Write ``text`` and a line end; see ``put``."""
    put(stream, text + "\n")


def say(line: str) -> None:
    """Write a line to standard output."""
    write(sys.stdout, line)


def refuse(sentence: str) -> None:
    """Write to standard error why a command cannot do its work."""
    write(sys.stderr, sentence)


def in_colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours: FORCE_COLOR asks for them, NO_COLOR forbids them, else on a terminal."""
    if environment.get("FORCE_COLOR"):
        return True
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return stream.isatty()
