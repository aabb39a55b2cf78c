"""Editions: immutable, complete snapshots of the content, named by what is in them.

::

    STATE/editions/<id>/edition.json   its manifest: every file with its SHA-256
    STATE/editions/<id>/...            the files
    STATE/current.json                 the one on the screen, switched by a rename
    STATE/in-use/<id>.<random>         locked for as long as a player shows that edition
    STATE/lock                         locked for as long as somebody writes

An edition appears by one rename, complete and on the disk; a pointer is switched by another. So a reader sees the old
edition or the new one, whatever fails and whenever the process ends. Editions share no files with each other: what
damages one leaves the others good. Standard library only: the player imports this.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kiosk.publish.editions_manifest import (
    MANIFEST,
    Manifest,
    Part,
    Pointer,
    check_names,
    made_from,
    pointer_of,
    same_content,
    state_of,
)
from kiosk.publish.editions_reading import Edition, StoredEditions
from kiosk.publish.editions_use import Use, in_use
from kiosk.publish.files import Source
from kiosk.publish.files_lock import Lock
from kiosk.publish.files_state import StateError, explained

__all__ = ["KEEP", "ROOM", "Edition", "Editions", "Pointer", "StateError", "StoredEditions", "Use", "megabytes"]

KEEP = 3
"""Editions kept after a publish: the one on the screen and two to go back to."""

ALSO = 8
"""Folders an edition remembers to have been made from, besides the last one."""

ROOM = 32_000_000
"""Bytes that stay free on the disk after a publish or an import: logs and the system need some."""

_BLOCK = 4096
"""Bytes a file may take up beyond its size: one block of the common file systems."""


class Editions(StoredEditions):
    """The editions in a state folder, with the right to write. Every writing method raises ``StateError``."""

    def write(self, files: Mapping[str, Source], *, content: str, fingerprint: str) -> str:
        """Make an edition of ``files`` (by relative name with ``/``) and return its id; nothing is shown yet.

        The same files give the same id: an edition that is there already is kept, and mended if it is damaged.
        ``content`` and ``fingerprint`` say what it was made from; what stands behind a ``-`` in the fingerprint is of
        the program, and ends no hold. Refuses if the disk has not enough room.
        """
        check_names(files)
        with explained(self.state), self._writing():
            self._sweep(self.folder)
            names = self._names()
            parts = {name: Part(*self._files.sha256(source)) for name, source in files.items()}
            found = self._found(names, None)
            number = 1 + max((one.manifest.number for one in found), default=0)
            manifest = Manifest(number, datetime.now(UTC).replace(microsecond=0), content, fingerprint, parts)
            before = next((one.manifest.origins for one in found if one.id == manifest.id), ())
            also = tuple((one, state) for one, state in before if not same_content(one, content))[:ALSO]
            manifest = replace(manifest, also=also)
            if manifest.id in names:
                self._mend(files, manifest)
            else:
                self._require(manifest.size + _BLOCK * len(parts))
                self._files.publish(self.folder / manifest.id, {**files, MANIFEST: manifest.dump()})
        damage = self.verify(manifest.id)
        if damage:  # a source that changed while it was copied, or a disk that lies
            korean = (f"새 에디션이 손상되었습니다: {damage[0]}", "다시 게시하고, 그래도 같으면 디스크를 확인하세요.")
            remedy = "Publish again; if it stays, check the disk."
            raise StateError(f"The new edition is damaged: {damage[0]}", remedy, korean)
        return manifest.id

    def switch(self, edition: str, *, content: str, fingerprint: str) -> bool:
        """Show an edition from now on. False while another one is held for this very content: that one is shown.

        What is held for another content is set aside until that one is published again.
        """
        with explained(self.state), self._writing():
            pointer = self._pointer()
            mine = pointer_of(pointer, content) if pointer else None
            others = [one for one in (pointer, *pointer.aside) if one.held and one is not mine] if pointer else []
            aside = tuple(replace(one, aside=()) for one in others[:KEEP])
            if mine and self._holds(mine, fingerprint):
                wanted = replace(mine, fingerprint=fingerprint, aside=aside)  # to a new program this answers, too
            else:
                wanted = Pointer(edition, content, fingerprint, aside=aside)
            if wanted != pointer or not wanted.held:
                self._point(wanted)
            return wanted.edition == edition

    def hold(self, edition: str) -> None:
        """Show an edition and keep it until the content changes."""
        with explained(self.state), self._writing():
            manifest, damage = self._examine(edition, quick=False)
            if manifest is None or damage:
                korean = (f"손상된 에디션입니다: {edition}({damage[0]})", "kiosk editions에 나오는 것을 고르세요.")
                remedy = "Choose one that kiosk editions lists."
                raise StateError(f"Edition {edition} is damaged: {damage[0]}", remedy, korean)
            state = self._state(manifest.content) or manifest.fingerprint
            own = Pointer(edition, manifest.content, state, held=True)
            now = self._pointer() or own
            if not made_from(manifest, now.content):  # held in place of what is shown, and where it came from
                others = [one for one in now.aside if not same_content(one.content, own.content)]
                now = replace(now, aside=(own, *others)[:KEEP])
            self._point(replace(now, edition=edition, held=True))

    def release(self) -> str | None:
        """End a hold: show the newest intact edition again. Its id, or None if nothing was held."""
        with explained(self.state), self._writing():
            pointer = self._pointer()
            held = next((one for one in (pointer, *pointer.aside) if one.held), None) if pointer else None
            if pointer is None or held is None:
                return None
            found = self._found(self._names(), pointer)
            found = [one for one in found if made_from(one.manifest, held.content)] or found
            newest = next((one.id for one in found if not self.verify(one.id)), None)
            if newest is None:
                return None
            others = tuple(one for one in pointer.aside if one.edition != held.edition)
            shown = replace(pointer, edition=newest, held=False) if pointer.held else pointer
            self._point(replace(shown, aside=others))
            return newest

    def prune(self, keep: int = KEEP) -> Sequence[str]:
        """Delete all editions but the newest ``keep`` intact ones, the current one, and those in use. Their ids.

        The newest of each of the last ``keep`` contents stays, too: a kiosk that shows that folder needs it. One that
        cannot be read stays: it may be intact. One that cannot be deleted stays, too, with a warning in the log. After
        a ``StateError`` here the publish before it has succeeded nevertheless.
        """
        gone = []
        with explained(self.state), self._writing():
            self._sweep(self.folder)
            pointer, names = self._pointer(), self._names()
            kept = in_use(self._files, self.state)
            if pointer:
                kept.update(one.edition for one in (pointer, *pointer.aside))
            intact: list[tuple[int, datetime, str]] = []
            folders: dict[str, list[str]] = {}
            for name in names:
                try:
                    manifest, damage = self._examine(name, quick=True)
                except OSError:
                    kept.add(name)
                    continue
                if manifest and not damage:
                    intact.append((manifest.number, manifest.published, name))
                    folders[name] = [content for content, _ in manifest.origins]
            newest = {content: rank for rank in sorted(intact) for content in folders[rank[2]]}
            for ranks in (intact, set(newest.values())):
                kept.update(name for _, _, name in sorted(ranks, reverse=True)[:keep])
            for name in names:
                if name not in kept:
                    try:
                        self._files.withdraw(self.folder / name)
                    except OSError as error:
                        self._warn_left(self.folder / name, error)
                    else:
                        gone.append(name)
        return gone

    # ---------------------------------------------------------------- parts

    def _writing(self) -> Lock:
        self._files.make_folders(self.folder)
        return Lock(self._files.disk, self.state / "lock")

    def _point(self, pointer: Pointer) -> None:
        self._sweep(self.state, "current.json")
        self._files.write(self.state / "current.json", pointer.dump())

    def _sweep(self, folder: Path, name: str = "") -> None:
        """Delete what killed processes left; what cannot be deleted takes room, and stops no publish."""
        for path, error in self._files.sweep(folder, name).items():
            if path == folder:
                self._warn_unread(error)
            else:
                self._warn_left(path, error)

    def _warn_left(self, path: Path, error: OSError) -> None:
        reason = error.strerror or error
        self._warn(
            f"{path} cannot be deleted: {reason}. Give this user the right to write there, or delete it by hand."
        )

    def _state(self, content: str) -> str | None:
        """The fingerprint under which a content folder was published last; None if none of its editions is left."""
        states = (state_of(one.manifest, content) for one in self._found(self._names(), None))
        return next(filter(None, states), None)

    def _holds(self, pointer: Pointer, fingerprint: str) -> bool:
        """Whether an edition chosen by hand stays: for that state of the content, and as long as it is intact."""
        if not pointer.held:
            return False
        if pointer.fingerprint.partition("-")[0] != fingerprint.partition("-")[0]:
            return False
        return not self._examine(pointer.edition, quick=True)[1]

    def _require(self, size: int) -> None:
        free = self._files.disk.free(self.folder)
        if free < size + ROOM:
            free_text, needed = megabytes(free), megabytes(size + ROOM)
            raise StateError(
                f"The disk with {self.state} has {free_text} free; the new edition needs {needed}.",
                "Delete files on it, or name another folder with --state.",
                (
                    f"{self.state} 디스크의 빈 공간은 {free_text}, 새 에디션에 필요한 공간은 {needed}입니다.",
                    "파일을 지우거나 --state로 다른 폴더를 지정하세요.",
                ),
            )

    def _mend(self, files: Mapping[str, Source], manifest: Manifest) -> None:
        """Replace what is damaged, file by file: a player may have the others open. The manifest comes last."""
        folder = self.folder / manifest.id
        for name, part in manifest.files.items():
            if self._damage(folder, name, part, quick=False):
                self._files.make_folders((folder / name).parent)
                self._files.write(folder / name, files[name], self.folder)
        try:
            self._files.write(folder / MANIFEST, manifest.dump(), self.folder)
        except OSError as error:
            if self._examine(manifest.id, quick=True)[1]:
                raise
            # Another user's, and whole: it can be shown as it is.
            remedy = "Give this user the right to write there."
            self._warn(f"{folder / MANIFEST} keeps its old date: {error.strerror or error}. {remedy}")


def megabytes(size: int) -> str:
    """``size`` bytes for reading: ``1.2 MB``, of a million bytes each."""
    return f"{size / 1_000_000:.1f} MB"
