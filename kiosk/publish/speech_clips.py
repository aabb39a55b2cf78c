"""Recorded speech: how a clip is named after what it says, and which clips of a content folder go into an edition.

A clip says one text of the screen, exactly as it stands there. Its name is the language and the first 16 hexadecimal
digits of the SHA-256 of that text in UTF-8: ``media/speech/ko-0123456789abcdef.wav`` (or ``.ogg``). A text that
changes therefore loses its clip instead of being spoken wrongly. Standard library only: the player imports this.
"""

from __future__ import annotations

import re
from pathlib import Path

from kiosk.publish.digest import sha256

FOLDER = "media/speech"
"""Where staff put recordings, below the content folder."""

SPEECH = "speech"
"""Where they are in an edition."""

ENDINGS = (".wav", ".ogg")
"""Formats every player of the kiosk reads; the first that is there is played."""

LARGEST = 8 * 1024 * 1024
"""Bytes; a clip above this is left out: 90 s of CD-quality mono are under 8 MB."""

_HEAD = re.compile(rb"RIFF....WAVE|OggS", re.DOTALL)
"""How the files of both formats begin. The player's decoder would also take a playlist, which names other files."""

_NAME = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*-[0-9a-f]{16}(?:\.wav|\.ogg)")
_JOINER = "\u2060"


def clip_name(text: str, tag: str) -> str:
    """Name, without an ending, the clip that says ``text`` in the language of a BCP 47 ``tag``.

    Word joiners, which the interface puts between Korean syllables, are not part of the text.
    """
    digest = sha256(text.replace(_JOINER, "").encode("utf-8")).hexdigest()
    return f"{tag}-{digest[:16]}"


def speech_clips(content: Path) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Find the clips of a content folder.

    Returns:
        Files of the edition by their path in it, as ``Editions.write`` takes them, and the names of files in
        ``media/speech`` that are no clips: misnamed, too large, or neither wave nor Ogg.

    Raises:
        OSError: when the folder or a clip is there and cannot be read.

    """
    folder = content / FOLDER
    files: dict[str, Path] = {}
    refused: list[str] = []
    if not folder.is_dir():
        return files, ()
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")):
            continue
        if _NAME.fullmatch(path.name) and path.is_file() and path.stat().st_size <= LARGEST and _is_sound(path):
            files[f"{SPEECH}/{path.name}"] = path
        else:
            refused.append(path.name)
    return files, tuple(refused)


def _is_sound(path: Path) -> bool:
    with path.open("rb") as file:
        return _HEAD.match(file.read(12)) is not None
