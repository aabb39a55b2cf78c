"""Recorded speech: how a clip is named after what it says, and which clips of a content folder go into an edition.

What a clip is, is told in ``kiosk.recordings``. Standard library only: the player imports this.
"""

from __future__ import annotations

from pathlib import Path

from kiosk.publish.digest import sha256
from kiosk.recordings import ENDINGS, FOLDER, flaw

SPEECH = "speech"
"""Where they are in an edition."""

_JOINER = "\u2060"

__all__ = ["ENDINGS", "SPEECH", "clip_name", "speech_clips"]


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
        if flaw(path.name, path):
            refused.append(path.name)
        else:
            files[f"{SPEECH}/{path.name}"] = path
    return files, tuple(refused)
