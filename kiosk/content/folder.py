"""A folder's files, as both Windows and Linux would see them, without opening any.

The folder may be hostile: links out of it or in circles, pipes and devices that hang who opens them, names that only
one system can hold. What is wrong comes back as problems; the walk goes on.
"""

from __future__ import annotations

import errno
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kiosk.content.opening import special, unopened
from kiosk.content.positions import megabytes
from kiosk.content.problems import Problem, problem, quote, visible
from kiosk.content.values import NAME_LIMIT
from kiosk.content.wordings import phrase
from kiosk.names import is_windows_name
from kiosk.places import is_link
from kiosk.snapshot import SCHEMAS, is_ignored

FILES_LIMIT = 5000
"""Most files in a content folder, hidden ones apart."""

FOLDERS_LIMIT = 1000
"""Most folders in a content folder. One that several links lead to counts as often: so it would be read, too."""

BYTES_LIMIT = 2 * 1024**3
"""Most bytes in a content folder: 200 pictures of 10 MB."""

DEPTH_LIMIT = 8
"""Most folders inside one another."""

SCHEMA_NAMES = frozenset(
    f"{name}.json" for name in ("foods", "kiosk", "panel", "places", "section", "sources", "words")
)
"""What ``kiosk schema`` writes into ``schema/``."""

_FONTS = (".ttf", ".otf", ".ttc", ".woff", ".woff2")


@dataclass(frozen=True)
class Entry:
    """A file. ``path`` is relative to the folder, with ``/``, in NFC; ``disk`` is the real file behind it."""

    path: str
    disk: Path
    size: int


@dataclass(frozen=True)
class Listing:
    """What a folder holds, clutter apart."""

    root: Path
    """The folder with links resolved: a swapped link does not mix two folders in one reading."""
    files: Mapping[str, Entry]
    """By path, in order."""
    folders: tuple[str, ...]
    problems: tuple[Problem, ...]


def scan(folder: Path, told: Callable[[], object] = lambda: None) -> Listing:
    """List a content folder. A folder that is missing, a file or unreadable gives an empty listing and the reason.

    ``told`` is called with every name: a sign of life for who waits.
    """
    root = Path(os.path.realpath(folder))
    try:
        status = root.stat()
    except OSError as error:
        return _nothing(root, _missing(folder, error))
    if not stat.S_ISDIR(status.st_mode):
        return _nothing(root, problem("folder-not", ".", values={"value": quote(str(folder))}))
    walk = _Walk(root, told)
    walk.run()
    files = {path: walk.files[path] for path in sorted(walk.files)}
    if not files and not any(item.severity == "error" for item in walk.problems):
        walk.problems.append(problem("folder-empty/folders" if walk.folders else "folder-empty", "."))
    return Listing(root, MappingProxyType(files), tuple(sorted(walk.folders)), tuple(walk.problems))


def _nothing(root: Path, reason: Problem) -> Listing:
    return Listing(root, MappingProxyType({}), (), (reason,))


def _missing(folder: Path, error: OSError) -> Problem:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return problem("folder-missing", ".", values={"value": quote(str(folder), 200)})
    if error.errno == errno.ELOOP:
        return problem("folder-loop", ".")
    return problem("folder-unreadable", ".", values={"reason": error.strerror or type(error).__name__})


class _Walk:
    """One walk through one folder."""

    def __init__(self, root: Path, told: Callable[[], object]) -> None:
        self._root = root
        self._told = told
        self._bytes = 0
        self.files: dict[str, Entry] = {}
        self.folders: list[str] = []
        self.problems: list[Problem] = []

    def run(self) -> None:
        waiting: list[tuple[str, Path, tuple[Path, ...]]] = [("", self._root, (self._root,))]
        while waiting:
            prefix, disk, chain = waiting.pop()
            for name, child, mode, size in self._children(prefix, disk, chain):
                path = prefix + name
                if not stat.S_ISDIR(mode):
                    self.files[path] = Entry(path, child, size)
                    self._bytes += size
                    if len(self.files) > FILES_LIMIT:
                        break
                elif path == SCHEMAS:
                    self._require_no_section(child)
                else:
                    self.folders.append(path)
                    if len(self.folders) > FOLDERS_LIMIT:
                        self.problems.append(problem("folder-many/folders", ".", values={"limit": FOLDERS_LIMIT}))
                        return
                    if len(chain) > DEPTH_LIMIT:
                        self._add("folder-deep", path, limit=DEPTH_LIMIT)
                    else:
                        waiting.append((path + "/", child, (*chain, child)))
            if max(len(self.files), len(self.problems)) > FILES_LIMIT:
                self.problems.append(problem("folder-many", ".", values={"limit": FILES_LIMIT}))
                return
        if self._bytes > BYTES_LIMIT:
            values = {"size": megabytes(self._bytes), "limit": BYTES_LIMIT // 1024**2}
            self.problems.append(problem("folder-large", ".", values=values))

    def _require_no_section(self, schemas: Path) -> None:
        """Tell of a section that has the name of the folder for schemas, and so would be missed.

        There is a schema of ``section.json``, too, but never without that of panels, and no schema has a panel's name.
        """
        try:
            with os.scandir(schemas) as entries:
                names = {entry.name for entry in entries if entry.name.endswith(".json") and not is_ignored(entry.name)}
        except OSError:
            return  # nobody needs to read it
        if "section.json" in names and ("panel.json" not in names or not names <= SCHEMA_NAMES):
            self._add("file-unread/schema", f"{SCHEMAS}/section.json")

    def _add(self, wording: str, path: str, **values: object) -> None:
        self.problems.append(problem(wording, visible(path), values=values))

    def _children(self, prefix: str, disk: Path, chain: tuple[Path, ...]) -> Iterator[tuple[str, Path, int, int]]:
        """Name in NFC, real path, mode and size of each child that can be used."""
        try:
            with os.scandir(disk) as entries:
                names = sorted(entry.name for entry in entries)
        except OSError as error:
            self._add("folder-unreadable", prefix.rstrip("/") or ".", reason=error.strerror or type(error).__name__)
            return
        composed: set[str] = set()
        folded: dict[str, str] = {}
        # Of twins the one in small letters is kept: that is how every file of a content is called.
        for raw in sorted(names, key=lambda name: name != name.lower()):
            if len(self.problems) > FILES_LIMIT:  # files, too, though none that can be used
                return
            if is_ignored(raw):
                continue
            name = unicodedata.normalize("NFC", raw)
            # Folded in full, so that ß is ss: so do APFS and ext4 where they ignore case. NTFS and exFAT compare letter
            # by letter and tell those apart, but a content goes over sticks and shares of any kind.
            twin = folded.setdefault(name.casefold(), name)
            if name in composed:
                self._add("file-twins/nfc", prefix + name)
            elif twin != name:
                capitals = name.lower() == twin.lower()
                self._add("file-twins" if capitals else "file-twins/some", prefix + name, other=quote(twin))
            if name in composed or twin != name or not self._is_good_name(prefix + name, name):
                continue
            composed.add(name)
            found = self._look(prefix + name, disk / raw, chain)
            if found:
                yield name, *found

    def _is_good_name(self, path: str, name: str) -> bool:
        length = len(name.encode("utf-8", "surrogateescape"))
        if any("\udc80" <= char <= "\udcff" for char in name):
            self._add("file-name/undecodable", path)
        elif length > NAME_LIMIT:
            self._add("file-name/long", path, length=length, limit=NAME_LIMIT)
        elif not is_windows_name(name):
            self._add("file-name", path)
        elif name.lower().endswith(_FONTS):
            self._add("file-font", path)
        else:
            return True
        return False

    def _look(self, path: str, disk: Path, chain: tuple[Path, ...]) -> tuple[Path, int, int] | None:
        """Where a child really is, its mode and size; None with a problem where it cannot be used."""
        self._told()
        try:
            status = os.lstat(disk)
            if is_link(status):
                real = Path(os.path.realpath(disk))
                status = disk.stat()
                if not real.is_relative_to(self._root):
                    self._add("file-outside", path)
                    return None
                if stat.S_ISDIR(status.st_mode) and real in chain:
                    self._add("file-loop", path)
                    return None
                disk = real
        except FileNotFoundError:
            self._add("file-broken" if os.path.lexists(disk) else "file-vanished", path)
            return None
        except OSError as error:
            flaw = unopened(error)
            self._add(flaw.wording, path, **flaw.values)
            return None
        kind = special(status.st_mode)
        if kind:
            self._add("file-special", path, kind=phrase(kind))
            return None
        return disk, status.st_mode, status.st_size
