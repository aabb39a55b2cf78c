"""What a recording of speech is: the one rule for those who check, publish and play it. Standard library only.

A recording says one text of the screen, exactly as it stands there. Its name is the language and the first 16
hexadecimal digits of the SHA-256 of that text in UTF-8: ``media/speech/ko-0123456789abcdef.wav`` (or ``.ogg``). A text
that changes therefore loses its recording instead of being spoken wrongly.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

FOLDER = "media/speech"
"""Where staff put recordings, below the content folder."""

ENDINGS = (".wav", ".ogg")
"""Formats every player of the kiosk reads; the first that is there is played."""

LARGEST = 8 * 1024 * 1024
"""Bytes; a recording above this is left out: 90 s of CD-quality mono are under 8 MB."""

Flaw = Literal["name", "large", "sound"]
"""Why a file is left out: its name is no recording's, it is too large, or it is neither wave nor Ogg."""

_HEAD = re.compile(rb"RIFF....WAVE|OggS", re.DOTALL)
"""How the files of both formats begin. The player's decoder would also take a playlist, which names other files."""

_NAME = re.compile(r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)-[0-9a-f]{16}(?:\.wav|\.ogg)")


def language_of(name: str) -> str | None:
    """The BCP 47 tag in a recording's name; None where the name is no recording's."""
    match = _NAME.fullmatch(name)
    return match[1] if match else None


def flaw(name: str, path: Path) -> Flaw | None:
    """Why a file of this name, whose bytes are at ``path``, is no recording; None where it is one.

    Raises:
        OSError: when it cannot be read.

    """
    if language_of(name) is None or not path.is_file():
        return "name"
    if path.stat().st_size > LARGEST:
        return "large"
    with path.open("rb") as file:
        return None if _HEAD.match(file.read(12)) else "sound"
