"""``kiosk new``: a copy of the starter content to make one's own."""

from __future__ import annotations

import argparse
import os
from contextlib import suppress
from pathlib import Path

from kiosk import paths
from kiosk.commands.sentences import sentence
from kiosk.commands.terminal import refuse, say
from kiosk.content.language import system_language
from kiosk.places import command, look, place, refusal
from kiosk.snapshot import is_empty


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("folder", metavar="DIR", type=place, help="a folder that does not exist yet, or is empty")


def run(args: argparse.Namespace) -> int:
    """Copy; 0 done, 2 if the folder holds something already or cannot be written."""
    folder: Path = args.folder
    reason = _unfit(folder, system_language()) or _Copy(folder).make(paths.default_content())
    if reason:
        refuse(reason)
        return 2
    say(sentence("new-done", folder=folder, command=command("kiosk", "--windowed", "--content", folder)))
    return 0


def _unfit(folder: Path, language: str) -> str:
    """Why nothing may be copied there; "" if it may."""
    kind, reason = look(folder)
    if kind == "refused":
        return refusal(folder, reason, language)
    inside = next((one for one in Path(os.path.realpath(folder)).parents if (one / "kiosk.json").is_file()), None)
    if inside is not None:
        return sentence("new-inside", folder=folder, content=inside)
    if kind == "file":
        return sentence("new-file", folder=folder)
    try:
        if kind == "folder" and not is_empty(folder):
            return sentence("new-full", folder=folder)
    except OSError as error:
        return refusal(folder, error.strerror or str(error), language)
    return ""


class _Copy:
    """One copy that is there completely, or not at all: what it made before an error it takes away again.

    Rights and times are not copied: an installed program's files may be read-only, and these are to be edited.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: list[Path] = []
        self._at = folder

    def make(self, source: Path) -> str:
        """Copy; why that failed, or ""."""
        try:
            self._make_folders(self._folder)
            for root, folders, names in os.walk(source, onerror=_raise, followlinks=True):
                here = self._folder / Path(root).relative_to(source)
                for name in folders:
                    self._make_folders(here / name)
                for name in names:
                    self._copy(Path(root, name), here / name)
        except OSError as error:
            self._undo()
            reason = error.strerror or str(error)
            if error.filename and Path(error.filename).is_relative_to(source):
                return sentence("new-unread", file=error.filename, reason=reason)
            return sentence("new-unwritten", folder=self._at, reason=reason)
        except BaseException:  # stopped by hand
            self._undo()
            raise
        return ""

    def _make_folders(self, folder: Path) -> None:
        """Make a folder and the ones above it, and remember which were not there."""
        missing = [folder, *folder.parents]
        while missing and look(missing[-1]).kind == "folder":
            missing.pop()
        for path in reversed(missing):
            self._at = path
            path.mkdir()
            self._made.append(path)

    def _copy(self, source: Path, target: Path) -> None:
        import shutil

        with source.open("rb") as data:
            self._at = target
            with target.open("xb") as out:
                self._made.append(target)
                shutil.copyfileobj(data, out)

    def _undo(self) -> None:
        for path in reversed(self._made):
            with suppress(OSError):  # somebody has put something of theirs into it
                path.unlink() if look(path).kind == "file" else path.rmdir()


def _raise(error: OSError) -> None:
    raise error
