"""An import from beginning to end: open, copy, check, and only then replace."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.pictures import Inspect
from kiosk.content.problems import count
from kiosk.content.reader import Reading, read
from kiosk.content.render import summary
from kiosk.places import look
from kiosk.publish.editions import megabytes
from kiosk.publish.files import Files
from kiosk.publish.packs import Replacement, open_pack, problems_of
from kiosk.publish.packs_folder import FolderPack
from kiosk.publish.packs_source import PackError
from kiosk.publish.packs_words import step
from kiosk.publish.packs_zip import ZipPack
from kiosk.publish.publisher import lettering

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


def import_pack(source: Path, content: Path, tools: Tools) -> Reading:
    """Replace the folder ``content`` by the pack ``source``, if everything in it is good.

    Returns what reading the copy gave; it has no ``content`` if the pack was refused and nothing was replaced. Raises
    ``PackError`` where the pack cannot be read or the folder cannot be replaced; nothing is replaced then either.
    """
    if not Path(os.path.realpath(content)).name:  # the top of a disk has no neighbours to keep a copy in
        raise PackError("pack-target", folder=content)
    seen = look(content)
    if seen.kind == "refused":
        raise PackError("pack-write", folder=content, reason=seen.reason)
    replacement = Replacement(content, tools.files)
    replacement.recover()
    pack = open_pack(source, replacement.content, tools.files)
    try:
        size = megabytes(sum(item.size for item in pack.items))
        tools.step("opened", name=source.name or source, files=len(pack.items), size=size)
        found = problems_of(pack)
        return Reading(None, found, 0) if count(found)[0] else _replaced(pack, replacement, tools)
    except KeyboardInterrupt:
        replacement.recover()  # perhaps between two renames
        raise
    finally:
        pack.close()
        replacement.abandon()


def _replaced(pack: ZipPack | FolderPack, replacement: Replacement, tools: Tools) -> Reading:
    if pack.skipped:
        tools.step("skipped", number=pack.skipped)
    replacement.copy(pack.items)
    tools.step("copied")
    reading = read(replacement.staging, inspect=tools.inspect, draws=lettering())
    tools.step("checked", summary=summary(reading.problems, reading.files, tools.language))
    if reading.content is not None:
        replacement.swap()
        tools.step("replaced", folder=replacement.content)
    return reading
