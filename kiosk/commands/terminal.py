"""How the commands write to a terminal: whatever its encoding, and in colour where that is wanted."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TextIO


def write(stream: TextIO, text: str) -> None:
    """Write ``text`` and a line end; what the terminal's encoding lacks is written as an escape."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding) + "\n")


def say(line: str) -> None:
    """Write a line of progress to standard output, at once."""
    write(sys.stdout, line)
    sys.stdout.flush()


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
