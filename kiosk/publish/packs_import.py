"""An import from beginning to end: open, copy, check, and only then replace."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.pictures import Inspect
from kiosk.content.problems import Finding, count
from kiosk.content.reader import Reading, read
from kiosk.content.render import summary
from kiosk.places import look
from kiosk.publish.editions import megabytes
from kiosk.publish.files import Files
from kiosk.publish.packs import Replacement
from kiosk.publish.packs_folder import FolderPack, open_pack, problems_of
from kiosk.publish.packs_source import PackError
from kiosk.publish.packs_words import step
from kiosk.publish.packs_zip import ZipPack
from kiosk.publish.publisher import PROGRESS, lettering

Say = Callable[[str], None]
"""Takes one line of progress."""


@dataclass(frozen=True)
class Tools:
    """What an import works with: files to write, eyes for pictures, a voice and its language (``ko`` or ``en``)."""

    files: Files
    inspect: Inspect
    say: Say
    language: str = "en"

    def step(self, key: str, **values: object) -> None:
        """Say a row of ``packs_words.STEPS``."""
        self.say(step(key, self.language, **values))


@dataclass(frozen=True)
class Import:
    """What became of an import: what reading the content gave, and whether it is in its place now."""

    reading: Reading
    done: bool


def import_pack(source: Path, content: Path, tools: Tools) -> Import:
    """Replace the folder ``content`` by the pack ``source``, if everything in it is good.

    Where ``source`` is what the last import has kept, both change places, each as it is to the last file: who goes back
    wants what was there, with its errors, too. Raises ``PackError`` where the pack cannot be read or the folder cannot
    be replaced; nothing is replaced then.
    """
    if not Path(os.path.realpath(content)).name:  # the top of a disk has no neighbours to keep a copy in
        raise PackError("pack-target", folder=content)
    seen = look(content)
    if seen.kind == "refused":
        raise PackError("pack-write", folder=content, reason=seen.reason)
    replacement = Replacement(content, tools.files)
    back = Path(os.path.realpath(source)) == replacement.previous
    replacement.recover(back=back)
    if back and replacement.previous.is_dir():
        return _turned_back(replacement, tools)
    pack = open_pack(source, replacement.content, tools.files)
    try:
        size = megabytes(sum(item.size for item in pack.items))
        tools.step("opened", name=source.name or source, files=len(pack.items), size=size)
        found = problems_of(pack)
        return Import(Reading(None, found, 0), done=False) if count(found)[0] else _replaced(pack, replacement, tools)
    except KeyboardInterrupt:
        replacement.recover()  # perhaps between two renames
        raise
    finally:
        pack.close()
        replacement.abandon()


def _replaced(pack: ZipPack | FolderPack, replacement: Replacement, tools: Tools) -> Import:
    if pack.skipped:
        tools.step("skipped/1" if pack.skipped == 1 else "skipped", number=pack.skipped)
    replacement.copy(pack.items)
    tools.step("copied")
    reading = _checked(replacement.staging, tools)
    if reading.content is None:
        return Import(reading, done=False)
    if replacement.previous.exists() and not replacement.changes():  # it would be lost for a copy of the same
        tools.step("same", folder=replacement.content)
    else:
        replacement.swap()
        tools.step("replaced", folder=replacement.content)
    return Import(reading, done=True)


def _turned_back(replacement: Replacement, tools: Tools) -> Import:
    reading = _checked(replacement.previous, tools)
    try:
        replacement.turn_back()
    except KeyboardInterrupt:
        with suppress(PackError):  # the next import tells of it
            replacement.recover(back=True)
        raise
    tools.step("replaced", folder=replacement.content)
    return Import(reading, done=True)


def _checked(folder: Path, tools: Tools) -> Reading:
    number, told = 0, time.monotonic()

    def inspect(path: Path) -> Iterable[Finding]:
        nonlocal number, told
        number += 1
        if time.monotonic() - told > PROGRESS:
            told = time.monotonic()
            tools.step("checking/1" if number == 1 else "checking", number=number)
        return tools.inspect(path)

    reading = read(folder, inspect=inspect, draws=lettering())
    tools.step("checked", summary=summary(reading.problems, reading.files, tools.language))
    return reading
