"""Pictures made ready earlier, so that publishing after a change of text decodes none again.

Named by the source's bytes, the size and the program that made them: nothing in it can be out of date, and deleting
the whole folder only costs time. Each file begins with a line of JSON that holds the hash of what follows it, so a
damaged one is made anew.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path

import PIL

from kiosk.publish.files import Files
from kiosk.publish.pictures import PictureError, Prepared, prepare, read
from kiosk.publish.pictures_findings import finding
from kiosk.publish.pictures_words import WORDINGS

RENDERING = 3
"""Raised whenever ``pictures.render`` makes other bytes of the same picture, or refuses more than before."""


class PictureCache:
    """A folder of prepared pictures. Without a working folder it prepares each picture anew, which only costs time."""

    def __init__(self, folder: Path, files: Files | None = None) -> None:
        self._folder = folder
        self._files = files or Files()
        self._used: set[str] = set()

    def prepare(self, path: Path, width: int, height: int) -> Prepared:
        """As ``pictures.prepare``. Refused pictures are not kept: their files are about to change."""
        try:
            data = read(path)
        except PictureError as error:
            return Prepared(None, (error.finding,))
        program = f"{RENDERING} {PIL.__version__} {width}x{height}"
        name = hashlib.sha256(program.encode() + hashlib.sha256(data).digest()).hexdigest()[:32]
        self._used.add(name)
        kept = self._load(name)
        if kept:
            return kept
        made = prepare(data, width, height)
        if made.data is not None:
            self._store(name, made.data, [one.wording for one in made.findings])
        return made

    def forget_unused(self) -> None:
        """Delete every picture that was not asked for since this cache was made. For the end of a publish."""
        with suppress(OSError):  # not made yet, or not ours to read
            for entry in self._files.disk.scan(self._folder):
                if entry.name not in self._used:
                    with suppress(OSError):  # the next publish tries again
                        self._files.discard(self._folder / entry.name)

    def _load(self, name: str) -> Prepared | None:
        try:
            head, _, data = self._files.read(self._folder / name).partition(b"\n")
            about = json.loads(head)
            if about["sha256"] != hashlib.sha256(data).hexdigest():
                return None
            return Prepared(data, tuple(finding(key) for key in about["warnings"] if key in WORDINGS))
        except (OSError, ValueError, KeyError, TypeError):  # not there, or damaged: made anew
            return None

    def _store(self, name: str, data: bytes, warnings: list[str]) -> None:
        head = json.dumps({"sha256": hashlib.sha256(data).hexdigest(), "warnings": warnings})
        with suppress(OSError):  # a full disk refuses the edition, too, and that is told
            self._files.make_folders(self._folder)
            self._files.write(self._folder / name, head.encode() + b"\n" + data)
