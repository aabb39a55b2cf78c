"""The reading side of the editions: which there are, which one to show, whether it is intact. Standard library only."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.publish.editions_manifest import (
    ID,
    MANIFEST,
    Manifest,
    ManifestError,
    Part,
    Pointer,
    made_from,
    pointer_of,
    read_manifest,
    read_pointer,
    same_content,
)
from kiosk.publish.editions_use import Use
from kiosk.publish.files import Files
from kiosk.publish.files_state import explain, explained

log = logging.getLogger(__name__)

_NOTHING = (FileNotFoundError, NotADirectoryError)
"""What the system says where there is nothing. Any other error may hide what is there."""


@dataclass(frozen=True)
class Edition:
    """One edition.

    ``current``: the pointer names it; ``held``: by hand, for any content; ``damage``: what is wrong with its files.
    """

    id: str
    folder: Path
    manifest: Manifest
    current: bool = False
    held: bool = False
    damage: tuple[str, ...] = ()

    @property
    def rank(self) -> tuple[int, datetime]:
        """What editions are ordered by: the count of publications, and the clock only where that is equal."""
        return self.manifest.number, self.manifest.published


class StoredEditions:
    """The editions in a state folder, as a player sees them. Damage is an answer here, never an exception.

    A folder that cannot be read is one too, and a warning in the log, for whoever has to show something; only ``list``,
    which tells people what there is, raises ``StateError``.
    """

    def __init__(self, state: Path, files: Files | None = None) -> None:
        self.state = state
        self.folder = state / "editions"
        self._files = files or Files()
        self._warned: set[str] = set()

    def pointer(self) -> Pointer | None:
        """Read ``current.json``; None if it is not there, damaged, or cannot be read."""
        try:
            return self._pointer()
        except OSError:
            return None

    def current(
        self, content: str = "", *, quick: bool = False, without: Collection[str] = frozenset()
    ) -> Edition | None:
        """Find the edition to show: the one pointed to if it is intact, else the newest intact one, else None.

        With ``content``, the absolute path of a folder, only editions made from it, or held by hand in their place:
        several contents may have their editions in one state folder. ``quick`` compares sizes instead of hashes: for
        the start, with ``verify`` to follow. ``without`` leaves out editions by id. Never raises: what cannot be read
        is passed over, with a warning in the log.
        """
        pointer = self._told_pointer(content)
        if pointer and pointer.edition not in without:
            pointed = self._edition(pointer.edition, pointer, quick=quick)
            if pointed and not pointed.damage and _is_of(pointed, pointer, content):
                return pointed
        names = [name for name in self._told_names() if name not in without]
        found = [one for one in self._found(names, pointer) if _is_of(one, pointer, content)]
        return next((one for one in found if not one.damage and not self.verify(one.id, quick=quick)), None)

    def take(
        self, content: str = "", *, quick: bool = False, without: Collection[str] = frozenset()
    ) -> tuple[Edition, Use] | None:
        """Find the ``current`` edition and keep it from being pruned while it is shown. None if there is none."""
        pointer = self._told_pointer(content)
        if pointer and pointer.edition not in without:
            # Held first and looked at once: a large edition has thousands of files.
            use = self.use(pointer.edition)
            pointed = self._edition(pointer.edition, pointer, quick=quick)
            if pointed and not pointed.damage and _is_of(pointed, pointer, content):
                return pointed, use
            use.close()
        while current := self.current(content, quick=quick, without=without):
            use = self.use(current.id)
            if not self.verify(current.id, quick=True):  # it may have been pruned a moment before
                return current, use
            use.close()
        return None

    def follows(self, content: str, fingerprint: str) -> bool:
        """Whether the screen already answers to this state of the content: nothing needs to be published."""
        pointer = self.pointer()
        if pointer is None or (pointer.content, pointer.fingerprint) != (content, fingerprint):
            return False
        return not self.verify(pointer.edition, quick=True)

    def list(self) -> Sequence[Edition]:
        """All editions, newest first, their files compared by size. A folder without a good manifest is left out.

        Raises:
            StateError: when the state folder cannot be read, or none of its editions can, so that nobody is told that
                there is nothing.
        """
        with explained(self.state, reading=True):
            names, pointer = self._names(), self._pointer()
            found = self._found(names, pointer)
            if not found:
                for name in names:  # one that cannot be read may be intact: raises its error
                    self._examine(name, quick=True)
        return found

    def unlisted(self) -> Mapping[str, str]:
        """Why folders that are named like editions are not among ``list``, by name: one sentence each."""
        names = self._told_names()
        listed = {one.id for one in self._found(names, None)}
        reasons = {name: self.verify(name, quick=True) for name in sorted(names) if name not in listed}
        return {name: found[0] for name, found in reasons.items() if found}  # some can be read again by now

    def verify(self, edition: str, *, quick: bool = False) -> tuple[str, ...]:
        """Tell what is wrong with an edition, one sentence each; nothing if it is intact. ``quick``: by size only."""
        try:
            return self._examine(edition, quick=quick)[1]
        except OSError as error:
            return (f"It cannot be read: {error.strerror}.",)

    def use(self, edition: str) -> Use:
        """Keep an edition from being pruned until ``close`` or the end of this process. For the player.

        Never raises: where the state folder cannot be written, ``Use.problem`` says why, and the edition is not kept.
        """
        return Use(self._files, self.state, edition)

    # ---------------------------------------------------------------- parts

    def _pointer(self) -> Pointer | None:
        """As ``pointer``; raises ``OSError`` if the file may be good but cannot be read."""
        try:
            return read_pointer(self._files.read(self.state / "current.json"))
        except (*_NOTHING, ManifestError):
            return None

    def _names(self) -> Sequence[str]:
        """List the ids there are. Raises ``OSError``."""
        try:
            return [entry.name for entry in self._files.disk.scan(self.folder) if ID.match(entry.name)]
        except _NOTHING:
            return []

    def _found(self, names: Sequence[str], pointer: Pointer | None) -> Sequence[Edition]:
        """Read the editions of these names, newest first; those without a good manifest are left out. Never raises."""
        found = [edition for name in names if (edition := self._edition(name, pointer, quick=True))]
        return sorted(found, key=lambda one: one.rank, reverse=True)

    def _told_pointer(self, content: str) -> Pointer | None:
        """As ``pointer``, for a content folder or any, with a warning in the log where it cannot be read."""
        try:
            pointer = self._pointer()
            return pointer and (pointer_of(pointer, content) or pointer)
        except OSError as error:
            self._warn_unread(error)
            return None

    def _told_names(self) -> Sequence[str]:
        """As ``_names``; none, and a warning in the log, where the folder cannot be read."""
        try:
            return self._names()
        except OSError as error:
            self._warn_unread(error)
            return []

    def _warn_unread(self, error: OSError) -> None:
        """Log what cannot be read."""
        self._warn(str(explain(error, self.state, reading=True)))

    def _warn(self, sentence: str) -> None:
        """Log a sentence once: a player asks again and again."""
        if sentence not in self._warned:
            self._warned.add(sentence)
            log.warning("%s", sentence)

    def _edition(self, edition: str, pointer: Pointer | None, *, quick: bool) -> Edition | None:
        try:
            manifest, damage = self._examine(edition, quick=quick)
        except OSError:
            return None
        if manifest is None:
            return None
        current = pointer is not None and pointer.edition == edition
        held = pointer is not None and any(one.held and one.edition == edition for one in (pointer, *pointer.aside))
        return Edition(edition, self.folder / edition, manifest, current, held, damage)

    def _examine(self, edition: str, *, quick: bool) -> tuple[Manifest | None, tuple[str, ...]]:
        """Read the manifest, None if it is damaged, and tell all damage. Raises ``OSError`` if there may be none."""
        folder = self.folder / edition
        try:
            manifest = read_manifest(self._files.read(folder / MANIFEST))
        except (FileNotFoundError, NotADirectoryError):
            return None, (f"{MANIFEST} is missing.",)
        except ManifestError as error:
            return None, (f"{MANIFEST} is damaged: {error}.",)
        if manifest.id != edition:
            return None, (f"{MANIFEST} is damaged: it belongs to edition {manifest.id}.",)
        found = (self._damage(folder, name, part, quick=quick) for name, part in manifest.files.items())
        return manifest, tuple(sentence for sentence in found if sentence)

    def _damage(self, folder: Path, name: str, part: Part, *, quick: bool) -> str:
        try:
            size = self._files.disk.size(folder / name)
            if size != part.size:
                return f"{name} has {size} bytes instead of {part.size}."
            if not quick and self._files.sha256(folder / name)[0] != part.sha256:
                return f"{name} is changed."
        except (FileNotFoundError, NotADirectoryError):
            return f"{name} is missing."
        return ""


def _is_of(edition: Edition, pointer: Pointer | None, content: str) -> bool:
    """Whether an edition was made from a content folder, or is what the pointer shows for it: one held by hand."""
    if not content or made_from(edition.manifest, content):
        return True
    return edition.current and pointer is not None and same_content(pointer.content, content)
