"""Content folder in, edition out. One call, one result; progress as lines. Runs in a process of its own."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from kiosk import paths
from kiosk.content.glyphs import draws
from kiosk.content.lettering import Draws
from kiosk.content.problems import Problem, placed
from kiosk.content.reader import Reading, read
from kiosk.publish.compose import EDITION_FORMAT, compose
from kiosk.publish.editions import Editions
from kiosk.publish.files_state import StateError
from kiosk.publish.limits import LIMITS
from kiosk.publish.pictures_cache import PictureCache
from kiosk.publish.speech_clips import speech_clips

PICTURE_BOX = (2160, 2160)
"""Pixels a picture covers at most: a 4K panel in portrait. The screen scales it down, never up beyond this."""

Say = Callable[[str], None]
"""Takes one line of progress."""


@dataclass(frozen=True)
class Outcome:
    """What publishing gave: an edition's id, or the reasons why not; and whether it is on the screen."""

    edition: str | None
    reading: Reading
    problems: tuple[Problem, ...]
    fresh: bool = True
    """False if the screen already answered to this very content."""
    held: bool = False
    """True if another edition is held by hand, so that this one is kept but not shown."""


def fingerprint(folder: Path) -> str:
    """A hash over the names and bytes of all files staff could mean; what decides whether content has changed.

    Includes the edition format, so that a new program publishes again.
    """
    digest = hashlib.sha256(f"format {EDITION_FORMAT}\n".encode())
    for name, path in sorted(_files(folder)):
        digest.update(name.encode("utf-8", "surrogateescape") + b"\0")
        try:
            digest.update(hashlib.sha256(path.read_bytes()).digest())
        except OSError as error:
            digest.update(f"unreadable {error.errno}".encode())
    return digest.hexdigest()[:32]


def publish(folder: Path, state: Path, say: Say) -> Outcome:
    """Read, check, compose and write the edition of a content folder, and point the screen to it.

    Raises:
        StateError: when the state folder cannot be written; its message and hint say why.
    """
    editions = Editions(state)
    mark = fingerprint(folder)
    content = os.path.abspath(folder)  # noqa: PTH100 - not resolve(): a swapped symlink is the same content folder
    say(f"reading {folder}")
    reading = read(folder, draws=lettering())
    problems = reading.problems
    if editions.follows(content, mark) and reading.content is not None:
        pointer = editions.pointer()
        say("nothing has changed")
        return Outcome(pointer.edition if pointer else None, reading, problems, fresh=False)
    if reading.content is None:
        return Outcome(None, reading, problems)
    pictures = PictureCache(state / "pictures")
    ready: dict[Path, bytes] = {}
    for number, (name, path) in enumerate(sorted(reading.content.pictures.items()), start=1):
        say(f"picture {number} of {len(reading.content.pictures)}: {name}")
        prepared = pictures.prepare(path, *PICTURE_BOX)
        problems += tuple(placed(finding, name) for finding in prepared.findings)
        if prepared.data is not None:
            ready[path] = prepared.data
    if len(ready) < len(set(reading.content.pictures.values())):
        return Outcome(None, reading, problems)
    say(f"composing {len(reading.content.tags)} languages")
    files: dict[str, bytes | Path] = {**compose(reading.content, lambda path: ready[path])}
    clips, refused = speech_clips(folder)
    files |= clips
    for name in refused:
        say(f"left out {name}")
    say(f"writing {len(files)} files")
    edition = editions.write(files, content=content, fingerprint=mark)
    shown = editions.switch(edition, content=content, fingerprint=mark)
    pictures.forget_unused()
    try:
        editions.prune()
    except StateError as error:  # the new edition is shown; an old one only stays longer
        say(str(error))
    return Outcome(edition, reading, problems, held=not shown)


def lettering() -> Draws:
    """What the program's fonts draw, language by language."""
    fonts = paths.assets() / "fonts"
    pretendard, noto = fonts / "PretendardJP-Regular.otf", fonts / "NotoSansSC-Regular.ttf"
    return draws({"zh": [noto, pretendard], "": [pretendard, noto]})


def _files(folder: Path) -> Iterable[tuple[str, Path]]:
    """Regular files below ``folder`` by relative name with ``/``; hidden ones and the schemas left out."""
    count = 0
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in names:
            path = Path(root, name)
            if name.startswith((".", "~$")) or not path.is_file():
                continue
            count += 1
            if count > LIMITS.files:
                return
            yield path.relative_to(folder).as_posix(), path
