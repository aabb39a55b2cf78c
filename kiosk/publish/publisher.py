"""Content folder in, edition out. One call, one result; progress as lines. Runs in a process of its own."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk import paths
from kiosk.content.content import Content
from kiosk.content.folder import scan
from kiosk.content.glyphs import draws
from kiosk.content.lettering import Draws
from kiosk.content.problems import Problem, placed, problem, visible
from kiosk.content.reader import Reading, read
from kiosk.publish.compose import EDITION_FORMAT, compose
from kiosk.publish.editions import Editions
from kiosk.publish.files import Files
from kiosk.publish.files_state import StateError
from kiosk.publish.maps import MapCache
from kiosk.publish.pictures_cache import PictureCache
from kiosk.publish.speech_clips import speech_clips
from kiosk.snapshot import snapshot

PICTURE_BOX = (2160, 2160)
"""Pixels a picture covers at most: a 4K panel in portrait. The screen scales it down, never up beyond this."""

ATTEMPTS = 3
"""How often a folder that changes while it is read is read again, before staff are told."""

HUGE = 512 * 1024**2
"""Bytes from which a file is told by size and time instead of being read: the reader refuses it anyway, and at once."""

PROGRESS = 5.0
"""Seconds between two lines of progress in a step that takes long."""

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


class Steps:
    """Says each step of a publish, and now and then that it goes on; so is what is slow told from what hangs.

    The player stops a publisher that says nothing for ``limits.silence`` seconds: a slow share or disk, or very many
    panels, must not be taken for a hanging one.
    """

    def __init__(self, say: Say) -> None:
        self._say = say
        self._step = ""
        self._began = self._told = time.monotonic()

    def say(self, step: str) -> None:
        """Begin a step."""
        self._say(step)
        self._step, self._began = step, time.monotonic()
        self._told = self._began

    def tick(self) -> None:
        """Something has been done: a file read or written, a page composed."""
        now = time.monotonic()
        if now - self._told > PROGRESS:
            self._told = now
            self._say(f"{self._step}: {now - self._began:.0f} s")


def fingerprint(folder: Path, told: Callable[[], object] = lambda: None) -> str:
    """A hash over the names and bytes of all files the reader sees; what decides whether content has changed.

    Behind a ``-`` stands a hash of what writes editions, so that a new program publishes again. ``told`` is called with
    every piece that is read.
    """
    digest, files = hashlib.sha256(f"format {EDITION_FORMAT}\n".encode()), Files(told=told)
    for entry in scan(folder, told).files.values():
        digest.update(entry.path.encode("utf-8", "surrogatepass") + b"\0")
        try:
            about = entry.disk.stat()
            if about.st_size > HUGE:
                digest.update(f"huge {about.st_size} {about.st_mtime_ns}".encode())
            else:
                digest.update(files.sha256(entry.disk)[0].encode())
        except OSError as error:
            digest.update(f"unreadable {error.errno}".encode())
    return f"{digest.hexdigest()[:32]}-{_writers()[:16]}"


@cache
def _writers() -> str:
    """A hash of the program files that decide what an edition says: an update of the program makes it anew."""
    digest, home = hashlib.sha256(), Path(__file__).parent
    for folder in (home, home.parent / "content"):
        for path in sorted([*folder.glob("*.py"), *folder.glob("words/*.json")]):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def publish(folder: Path, state: Path, say: Say) -> Outcome:
    """Read, check, compose and write the edition of a content folder, and point the screen to it.

    A folder that changes meanwhile is read again: no edition holds half of one state and half of another.

    Raises:
        StateError: when the state folder cannot be written; its message and hint say why.
    """
    # visible: no name of a file can write on a terminal
    steps = Steps(lambda line: say(visible(line)))
    for _ in range(ATTEMPTS):
        outcome = _attempt(folder, state, steps)
        if outcome:
            return outcome
        steps.say("the folder changed while it was read")
    return Outcome(None, read(folder, told=steps.tick), (problem("folder-moving", "."),))


def _attempt(folder: Path, state: Path, steps: Steps) -> Outcome | None:
    """Publish once; None if the folder changed before everything was read."""
    say, tick = steps.say, steps.tick
    editions = Editions(state, Files(told=tick))
    say(f"reading {folder}")
    before = snapshot(folder, tick, unfinished=False)  # a copy in the making, which nobody reads, may move
    mark = fingerprint(folder, tick)

    def moved() -> bool:
        return snapshot(folder, tick, unfinished=False) != before

    content = os.path.abspath(folder)  # noqa: PTH100 - not resolve(): a swapped symlink is the same content folder
    reading = read(folder, draws=lettering(), told=tick)
    problems = reading.problems
    if editions.follows(content, mark) and reading.content is not None:
        pointer = editions.pointer()
        # The player compared sizes only, for a quick start; here there is time to look at every byte.
        damage = editions.verify(pointer.edition) if pointer else ()
        if not damage:
            say("nothing has changed")
            held = pointer is not None and pointer.held
            return Outcome(pointer.edition if pointer else None, reading, problems, fresh=False, held=held)
        say(f"the edition on the screen is damaged and is made again: {damage[0]}")
    if reading.content is None:
        return None if moved() else Outcome(None, reading, problems)
    pictures = PictureCache(state / "pictures")
    ready, found = _prepared(reading.content, pictures, say)
    problems += found
    if len(ready) < len(set(reading.content.pictures.values())):  # perhaps it was moved while the others were prepared
        return None if moved() else Outcome(None, reading, problems)
    clips, refused = speech_clips(folder)
    for name in refused:
        say(f"left out {name}")
    if moved():  # from here on nothing is read but recordings, whose hashes tell if one changes
        return None
    say(f"composing {len(reading.content.tags)} languages")
    maps = MapCache(state / "maps")
    files: dict[str, bytes | Path] = {**compose(reading.content, lambda path: ready[path], maps, tick)}
    files |= clips
    say(f"writing {len(files)} files")
    edition = editions.write(files, content=content, fingerprint=mark)
    shown = editions.switch(edition, content=content, fingerprint=mark)
    pictures.forget_unused()
    maps.forget_unused()
    try:
        editions.prune()
    except StateError as error:  # the new edition is shown; an old one only stays longer
        say(str(error))
    return Outcome(edition, reading, problems, held=not shown)


def _prepared(content: Content, cache: PictureCache, say: Say) -> tuple[dict[Path, bytes], tuple[Problem, ...]]:
    """The content's pictures that can be shown, by their file, and what is wrong with any."""
    ready: dict[Path, bytes] = {}
    found: list[Problem] = []
    for number, (name, path) in enumerate(sorted(content.pictures.items()), start=1):
        say(f"picture {number} of {len(content.pictures)}: {name}")
        prepared = cache.prepare(path, *PICTURE_BOX)
        found += [placed(finding, name) for finding in prepared.findings]
        if prepared.data is not None:
            ready[path] = prepared.data
    return ready, tuple(found)


def lettering() -> Draws:
    """What the program's fonts draw, language by language."""
    fonts = paths.assets() / "fonts"
    pretendard, noto = fonts / "PretendardJP-Regular.otf", fonts / "NotoSansSC-Regular.ttf"
    return draws({"zh": [noto, pretendard], "": [pretendard, noto]})
